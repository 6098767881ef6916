//! The app as compiled by Trunk, before a site is made from it.

mod data;
pub mod shell;
mod split;
pub mod wasm;

use crate::test::direction::part_modules;
use crate::tools::{Toolbox, run, std_source, target};
use anyhow::{Context, Result};
use launch::SMALL;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use zeitlupe_site::{APP_FILE, LOADER_FILE, PARTS, Shell, WHOLE_FILE, part_file};

/// The environment variable with the folder of articles; the default is `seeds`.
pub const ARTICLES: &str = "ZEITLUPE_ARTICLES";
/// The environment variable with the title of the collection.
pub const TITLE: &str = "ZEITLUPE_TITLE";
/// The environment variable with the address of the development server.
pub const ADDRESS: &str = "ZEITLUPE_ADDRESS";
/// The environment variable that, set to `shell`, leaves Trunk's output as it is.
pub const KEEP: &str = "ZEITLUPE_KEEP";

/// The environment variable that, if it is set, lets the linker keep its relocations in the app's wasm; the build script of the app knows it.
const RELOCATIONS: &str = "ZEITLUPE_RELOCATIONS";

/// Builds the app in release mode with Trunk, without articles.
pub fn build_shell(toolbox: &Toolbox) -> Result<Shell> {
    fetch_dependencies(toolbox);
    let dist = shell_folder();
    let mut trunk = toolbox.command("trunk");
    let arguments = ["build", "--release", "--offline", "--public-url", "./", "--dist"];
    trunk.args(arguments).arg(&dist).env(KEEP, "shell");
    let mut is_divided = true;
    let small = std_source().and_then(|()| {
        trunk.envs(SMALL).env(RELOCATIONS, "keep");
        run::quietly("building the app in release form, its standard library for size", &mut trunk)
    });
    if let Err(reason) = small {
        println!("  {reason:#}\n  continuing with the prebuilt standard library: the wasm will be larger, and in one piece");
        for (key, _) in SMALL {
            trunk.env_remove(key);
        }
        trunk.env_remove(RELOCATIONS);
        run::quietly("building the app in release form", &mut trunk)?;
        is_divided = false;
    }
    if is_divided {
        divide(&dist)?;
        for part in PARTS {
            wasm::optimise(toolbox, &dist.join(part_file(part)))?;
        }
        wasm::optimise(toolbox, &dist.join(WHOLE_FILE))?;
    }
    wasm::optimise(toolbox, &dist.join(APP_FILE))?;
    wasm::build(toolbox, &dist)?;
    let loader = dist.join(LOADER_FILE);
    fs::write(&loader, zeitlupe_site::loader(&wasm::unpacker(toolbox, &dist)?))
        .with_context(|| format!("cannot write {}", loader.display()))?;
    shell::minify(toolbox, &dist, &shell::parts(&dist)?)?;
    shell::read(&dist)
}

/// Divides the app's wasm in `folder` into what is needed first and [`PARTS`].
fn divide(folder: &Path) -> Result<()> {
    let app = folder.join(APP_FILE);
    let bound = fs::read(&app).with_context(|| format!("cannot read {}", app.display()))?;
    let linked = target().join(wasm::TARGET).join("release").join("zeitlupe.wasm");
    let linked = fs::read(&linked).with_context(|| format!("cannot read {}", linked.display()))?;
    let divided = split::divide(&bound, &linked, &part_modules()?).with_context(|| format!("cannot divide {}", app.display()))?;
    let parts = PARTS.iter().zip(divided.parts).map(|(name, wasm)| (folder.join(part_file(name)), wasm));
    for (path, wasm) in [(app, divided.first), (folder.join(WHOLE_FILE), divided.whole)].into_iter().chain(parts) {
        fs::write(&path, wasm).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// The output folder of [`build_shell`].
pub fn shell_folder() -> PathBuf {
    target().join("shell")
}

/// Fetches the dependencies while the network may be used; Trunk then builds offline.
pub fn fetch_dependencies(toolbox: &Toolbox) {
    let have = |command: &mut Command| command.output().is_ok_and(|output| output.status.success());
    if !have(toolbox.command("cargo").args(["fetch", "--locked", "--offline", "--quiet"])) {
        let fetched = run::quietly("fetching the dependencies", toolbox.command("cargo").args(["fetch", "--locked"]));
        if let Err(failure) = fetched {
            // The build may need fewer of them, so a failure here is not fatal.
            println!("  {failure:#}");
        }
    }
}
