//! Sets up what the chores need: pinned, in the project's own folder `.tools`, and only once.
//!
//! A tool is taken from the first place that has exactly the pinned version: the project's folder, the `PATH`,
//! the ready-made binary of its project's release, and last the source (or npm, for wasm-opt).
//! It is put together in a folder of its own and then moved into place, so that an interrupted run leaves no half tool.

pub mod browsers;
mod install;
mod pinned;
pub mod run;

pub use pinned::{AXE, CARGO_DENY, LIGHTHOUSE, MINISEARCH, PAGEFIND, STEMMER, Tool};

use crate::errors::{Context, Failure, Outcome};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The top folder of the project.
pub fn project() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let above = here.as_deref().and_then(Path::parent).and_then(Path::parent).map(Path::to_path_buf);
    above.unwrap_or_else(|| PathBuf::from("."))
}

/// Where the tools lie: `.tools` in the project, or what `ZEITLUPE_TOOLS` names.
pub fn folder() -> PathBuf {
    std::env::var_os("ZEITLUPE_TOOLS").map_or_else(|| project().join(".tools"), PathBuf::from)
}

/// Where cargo builds: `target` in the project, or what `CARGO_TARGET_DIR` names.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project().join("target"), PathBuf::from)
}

/// The folders in which the tools of a chore were found.
#[derive(Debug, Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
}

impl Toolbox {
    /// Everything that building the app needs: the wasm target, Trunk, wasm-bindgen, wasm-opt.
    pub fn for_building() -> Result<Self, Failure> {
        wasm_target()?;
        let mut toolbox = Self::default();
        for tool in [pinned::TRUNK, pinned::wasm_bindgen()?, pinned::WASM_OPT] {
            toolbox.add(&tool)?;
        }
        Ok(toolbox)
    }

    /// Finds or installs one tool.
    pub fn add(&mut self, tool: &Tool) -> Outcome {
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

/// The file of a program, looked for in the folders of `path`.
pub fn on_path(path: &OsString, program: &str) -> Option<PathBuf> {
    let names = [program.to_owned(), format!("{program}{}", std::env::consts::EXE_SUFFIX)];
    std::env::split_paths(path)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)).collect::<Vec<_>>())
        .find(|file| file.is_file())
}

/// The file of a program on this process's own `PATH`.
pub fn which(program: &str) -> Option<PathBuf> {
    on_path(&std::env::var_os("PATH").unwrap_or_default(), program)
}

/// The axe script for the browser tests, installed with npm where it is missing.
pub fn axe() -> Result<PathBuf, Failure> {
    package_file(&AXE, &["axe-core", "axe.min.js"])
}

/// A file of a package that is no program, installed with npm where it is missing; `steps` lead to it.
pub fn package_file(package: &Tool, steps: &[&str]) -> Result<PathBuf, Failure> {
    install::ensure(package)?;
    let file = steps.iter().fold(folder().join(package.folder()).join("node_modules"), |path, step| path.join(step));
    let file = std::path::absolute(&file).context(|| format!("cannot find {}", file.display()))?;
    if file.is_file() { Ok(file) } else { Err(Failure::new(format!("expected {} at {}", package.name, file.display()))) }
}

/// Has the source of this Rust's standard library and the crates that it leans on ready, by rustup and cargo: the release is smaller with them.
///
/// # Errors
/// Where they cannot be had; a release without them is larger, and else the same.
pub fn std_source() -> Outcome {
    let library = sysroot()?.join("lib").join("rustlib").join("src").join("rust").join("library");
    if !library.join("std").is_dir() {
        let mut add = Command::new("rustup");
        add.args(["component", "add", "rust-src"]);
        run::quietly("adding the source of Rust's standard library, to build it for size", &mut add)?;
    }
    let fetch = |more: &[&str]| {
        let mut fetch = Command::new("cargo");
        fetch.args(["fetch", "--locked", "--manifest-path"]).arg(library.join("Cargo.toml")).args(more).env("RUSTC_BOOTSTRAP", "1");
        fetch
    };
    if fetch(&["--offline", "--quiet"]).output().is_ok_and(|output| output.status.success()) {
        return Ok(());
    }
    // Trunk builds without the network, so what the library leans on must be there before.
    run::quietly("fetching what Rust's standard library leans on", &mut fetch(&[]))
}

fn sysroot() -> Result<PathBuf, Failure> {
    let output = Command::new("rustc").args(["--print", "sysroot"]).output().context(|| "cannot run rustc".into())?;
    Ok(PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()))
}

/// Makes sure that this Rust can compile to wasm.
fn wasm_target() -> Outcome {
    const TARGET: &str = "wasm32-unknown-unknown";
    if sysroot()?.join("lib").join("rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    if which("rustup").is_none() {
        return Err(Failure::new(format!(
            "this Rust cannot compile to {TARGET} and there is no rustup to add it: install Rust with rustup, \
             or the package of your system that holds the standard library for {TARGET}"
        )));
    }
    let mut add = Command::new("rustup");
    add.args(["target", "add", TARGET]);
    run::quietly(&format!("adding the Rust target {TARGET}, to compile the app for browsers"), &mut add)
}
