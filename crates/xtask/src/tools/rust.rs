//! Parts of the Rust toolchain: the wasm target, and the source of the standard library.

use super::paths::which;
use super::run;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// Installs the source of the standard library with rustup and fetches its dependencies: the release is smaller with them.
///
/// # Errors
/// If they are not available; the release then is larger, but otherwise the same.
pub fn std_source() -> Result<()> {
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
    // Trunk builds offline, so the dependencies of the library must be fetched before.
    run::quietly("fetching the dependencies of Rust's standard library", &mut fetch(&[]))
}

fn sysroot() -> Result<PathBuf> {
    let output = Command::new("rustc").args(["--print", "sysroot"]).output().context("cannot run rustc")?;
    Ok(PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()))
}

/// Makes sure that this Rust can compile to wasm.
pub fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    if sysroot()?.join("lib").join("rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    if which("rustup").is_none() {
        bail!(
            "this Rust cannot compile to {TARGET} and there is no rustup to add it: install Rust with rustup, \
             or the package of your system that holds the standard library for {TARGET}"
        );
    }
    let mut add = Command::new("rustup");
    add.args(["target", "add", TARGET]);
    run::quietly(&format!("adding the Rust target {TARGET}, to compile the app for browsers"), &mut add)
}
