//! The tools of a command, and the `PATH` with them.

use super::paths::{folder, on_path, project};
use super::pinned::{self, AXE, Tool};
use super::{install, rust};
use anyhow::{Context, Result, anyhow};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

/// The folders of the tools of a command.
#[derive(Debug, Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// The tools for building the app: the wasm target, Trunk, wasm-bindgen, wasm-opt.
    pub fn for_building() -> Result<Self> {
        rust::wasm_target()?;
        let mut toolbox = Self::default();
        for tool in [pinned::TRUNK, pinned::wasm_bindgen()?, pinned::WASM_OPT] {
            toolbox.add(&tool)?;
        }
        Ok(toolbox)
    }

    /// The tools for building the app in release form, in which script and style sheets are minified.
    pub fn for_release() -> Result<Self> {
        let mut toolbox = Self::for_building()?;
        toolbox.add(&pinned::ESBUILD)?;
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

    /// A command with the tools on its `PATH`, in the root folder of the project.
    pub fn command(&self, program: &str) -> Command {
        // Resolved here, because Windows resolves a program with the parent's PATH.
        let program = on_path(&self.path(), program).map_or_else(|| OsString::from(program), PathBuf::into_os_string);
        let mut command = Command::new(program);
        command.env("PATH", self.path()).current_dir(project());
        command
    }
}

/// The axe script for the browser tests, installed with npm if missing.
pub fn axe() -> Result<PathBuf> {
    package_file(&AXE, &["axe-core", "axe.min.js"])
}

/// A file of an npm package without a program, installed if missing; `steps` is its path in the package.
pub fn package_file(package: &Tool, steps: &[&str]) -> Result<PathBuf> {
    install::ensure(package)?;
    let file = steps.iter().fold(folder().join(package.folder()).join("node_modules"), |path, step| path.join(step));
    let file = std::path::absolute(&file).with_context(|| format!("cannot find {}", file.display()))?;
    if file.is_file() { Ok(file) } else { Err(anyhow!("expected {} at {}", package.name, file.display())) }
}
