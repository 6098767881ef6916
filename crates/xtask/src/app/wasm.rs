//! Wasms built without Trunk: the room, the recognisers, and the site builder of the parity test.

use crate::tools::{Toolbox, run, std_source, target};
use anyhow::{Context, Result};
use launch::SMALL;
use std::path::{Path, PathBuf};
use zeitlupe_site::{RECOGNISERS, ROOM_FILE, recogniser_file};

/// The target of everything that runs in the page.
pub const TARGET: &str = "wasm32-unknown-unknown";
/// The profile of what is loaded by itself.
pub const PROFILE: &str = "recogniser";
/// The parameters of wasm-opt.
const SMALLEST: [&str; 4] = ["--flatten", "--rereloop", "-Oz", "-Oz"];

/// Compiles the room and the recognisers into the folder of the compiled app.
pub fn build(toolbox: &Toolbox, folder: &Path) -> Result<()> {
    let built = wasm(toolbox, "building the room", "release", &["--package", "zeitlupe-room"], "zeitlupe_room")?;
    let room = folder.join(ROOM_FILE);
    std::fs::copy(&built, &room).with_context(|| format!("cannot copy {}", built.display()))?;
    optimise(toolbox, &room)?;
    for kind in RECOGNISERS {
        let arguments = ["--package", "zeitlupe-recogniser", "--no-default-features", "--features", kind];
        let built = wasm(toolbox, &format!("building the recogniser of {kind}"), PROFILE, &arguments, "zeitlupe_recogniser")?;
        std::fs::copy(&built, folder.join(recogniser_file(kind))).with_context(|| format!("cannot copy {}", built.display()))?;
    }
    Ok(())
}

/// Compiles the wasm with which the loader decompresses everything else.
pub fn unpacker(toolbox: &Toolbox, folder: &Path) -> Result<Vec<u8>> {
    let built = wasm(toolbox, "building the unpacker", "release", &["--package", "zeitlupe-unpack", "--lib"], "zeitlupe_unpack")?;
    let file = folder.join("unpack.wasm");
    std::fs::copy(&built, &file).with_context(|| format!("cannot copy {}", built.display()))?;
    optimise(toolbox, &file)?;
    std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// Makes a wasm small, and removes its names.
pub fn optimise(toolbox: &Toolbox, wasm: &Path) -> Result<()> {
    let mut optimise = toolbox.command("wasm-opt");
    optimise.args(SMALLEST).arg(wasm).arg("-o").arg(wasm);
    run::quietly(&format!("making {} small", wasm.file_name().unwrap_or_default().display()), &mut optimise)
}

/// Compiles the room quickly into the folder of the compiled app, for development.
pub fn build_room_quickly(toolbox: &Toolbox, folder: &Path) -> Result<()> {
    let mut cargo = toolbox.command("cargo");
    cargo.args(["build", "--offline", "--target", TARGET, "--package", "zeitlupe-room"]);
    run::quietly("building the room", &mut cargo)?;
    let built = target().join(TARGET).join("debug").join("zeitlupe_room.wasm");
    std::fs::copy(&built, folder.join(ROOM_FILE)).with_context(|| format!("cannot copy {}", built.display()))?;
    Ok(())
}

/// Compiles a wasm in a profile, with the standard library optimised for size if rustup can install its source. Returns the file.
pub fn wasm(toolbox: &Toolbox, doing: &str, profile: &str, arguments: &[&str], name: &str) -> Result<PathBuf> {
    let mut cargo = toolbox.command("cargo");
    cargo.args(["build", "--offline", "--profile", profile, "--target", TARGET]).args(arguments);
    if std_source().is_ok() {
        cargo.envs(SMALL);
    }
    run::quietly(doing, &mut cargo)?;
    Ok(target().join(TARGET).join(profile).join(format!("{name}.wasm")))
}
