//! Paths: the project, its tools, cargo's output, and the programs of the system.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The root folder of the project.
pub fn project() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let above = here.as_deref().and_then(Path::parent).and_then(Path::parent).map(Path::to_path_buf);
    above.unwrap_or_else(|| PathBuf::from("."))
}

/// The folder of the tools: `ZEITLUPE_TOOLS`, or `.tools` in the project.
pub fn folder() -> PathBuf {
    std::env::var_os("ZEITLUPE_TOOLS").map_or_else(|| project().join(".tools"), PathBuf::from)
}

/// Cargo's output folder: `CARGO_TARGET_DIR`, or `target` in the project.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project().join("target"), PathBuf::from)
}

/// The file of a program in the folders of `path`.
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
