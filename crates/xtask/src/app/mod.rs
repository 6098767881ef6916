//! The app as Trunk compiles it, before a site is made of it.

pub mod shell;
pub mod wasm;

use crate::tools::{Toolbox, run, std_source, target};
use anyhow::Result;
use launch::SMALL;
use std::path::PathBuf;
use std::process::Command;
use zeitlupe_site::Shell;

/// The environment variable that names the articles; `seeds` in the project without it.
pub const ARTICLES: &str = "ZEITLUPE_ARTICLES";
/// The environment variable that names the collection.
pub const TITLE: &str = "ZEITLUPE_TITLE";
/// The environment variable that tells where the page is served.
pub const ADDRESS: &str = "ZEITLUPE_ADDRESS";
/// The environment variable that, set to `shell`, leaves Trunk's output as it is.
pub const KEEP: &str = "ZEITLUPE_KEEP";

/// Has Trunk build the app in release form, without articles.
pub fn build_shell(toolbox: &Toolbox) -> Result<Shell> {
    fetch_dependencies(toolbox);
    let dist = shell_folder();
    let mut trunk = toolbox.command("trunk");
    let arguments = ["build", "--release", "--offline", "--public-url", "./", "--dist"];
    trunk.args(arguments).arg(&dist).env(KEEP, "shell");
    let small = std_source().and_then(|()| {
        trunk.envs(SMALL);
        run::quietly("building the app in release form, its standard library for size", &mut trunk)
    });
    if let Err(reason) = small {
        println!("  {reason:#}\n  going on with the standard library that this Rust ships: the wasm will be larger");
        for (key, _) in SMALL {
            trunk.env_remove(key);
        }
        run::quietly("building the app in release form", &mut trunk)?;
    }
    wasm::build(toolbox, &dist)?;
    shell::read(&dist)
}

/// Where [`build_shell`] leaves the app.
pub fn shell_folder() -> PathBuf {
    target().join("shell")
}

/// Has the dependencies fetched while the network may still be used: Trunk then builds without it.
pub fn fetch_dependencies(toolbox: &Toolbox) {
    let have = |command: &mut Command| command.output().is_ok_and(|output| output.status.success());
    if !have(toolbox.command("cargo").args(["fetch", "--locked", "--offline", "--quiet"])) {
        let fetched = run::quietly("fetching the dependencies", toolbox.command("cargo").args(["fetch", "--locked"]));
        if let Err(failure) = fetched {
            // The build may need fewer of them than the fetch, so it decides.
            println!("  {failure:#}");
        }
    }
}
