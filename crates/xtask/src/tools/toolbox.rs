//! The tools of a chore, and the `PATH` on which it finds them.

use super::paths::{folder, on_path, project};
use super::pinned::{self, AXE, Tool};
use super::{install, rust};
use anyhow::{Context, Result, anyhow};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

/// The folders in which the tools of a chore were found.
#[derive(Debug, Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Everything that building the app needs: the wasm target, Trunk, wasm-bindgen, wasm-opt.
    pub fn for_building() -> Result<Self> {
        rust::wasm_target()?;
        let mut toolbox = Self::default();
        for tool in [pinned::TRUNK, pinned::wasm_bindgen()?, pinned::WASM_OPT] {
            toolbox.add(&tool)?;
        }
        Ok(toolbox)
    }

    /// Finds or installs one tool.
    pub fn add(&mut self, tool: &Tool) -> Result<()> {
        let found = install::ensure(tool)?;
        self.folders.extend(found);
        Ok(())
    }

    /// The `PATH` for child processes: our tools first.
    pub fn path(&self) -> OsString {
        let before = std::env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(std::env::split_paths(&before));
        std::env::join_paths(all).unwrap_or(before)
    }

    /// A command that finds the tools, in the top folder of the project.
    pub fn command(&self, program: &str) -> Command {
        // Looked up here, because Windows looks a program up in the parent's PATH.
        let program = on_path(&self.path(), program).map_or_else(|| OsString::from(program), PathBuf::into_os_string);
        let mut command = Command::new(program);
        command.env("PATH", self.path()).current_dir(project());
        command
    }
}

/// The axe script for the browser tests, installed with npm where it is missing.
pub fn axe() -> Result<PathBuf> {
    package_file(&AXE, &["axe-core", "axe.min.js"])
}

/// A file of a package that is no program, installed with npm where it is missing; `steps` lead to it.
pub fn package_file(package: &Tool, steps: &[&str]) -> Result<PathBuf> {
    install::ensure(package)?;
    let file = steps.iter().fold(folder().join(package.folder()).join("node_modules"), |path, step| path.join(step));
    let file = std::path::absolute(&file).with_context(|| format!("cannot find {}", file.display()))?;
    if file.is_file() { Ok(file) } else { Err(anyhow!("expected {} at {}", package.name, file.display())) }
}
