//! `cargo xtask hook`: run by Trunk after each build. Makes a site from app and articles in the folder that Trunk will serve.

use crate::app::{ADDRESS, ARTICLES, KEEP, TITLE, shell, wasm};
use crate::site::{corpus, write};
use crate::tools::{Toolbox, project};
use anyhow::{Result, anyhow};
use std::env;
use std::path::PathBuf;
use zeitlupe_site::folder;

/// Writes the site to Trunk's staging folder only: a file written to a watched folder would start the next build.
pub fn command() -> Result<()> {
    if env::var_os(KEEP).is_some_and(|keep| keep == "shell") {
        return Ok(());
    }
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or_else(|| anyhow!("expected to be run by Trunk, which sets TRUNK_STAGING_DIR"))?;
    let articles = env::var_os(ARTICLES).map_or_else(|| project().join("seeds"), |path| project().join(path));
    let corpus = corpus::read(&articles, env::var(TITLE).ok().as_deref(), false)?;
    // Trunk has set the path of the tools.
    wasm::build_room_quickly(&Toolbox::default(), &staging)?;
    let app = shell::read(&staging)?;
    let files = folder(&app, &corpus.content())?;
    shell::remove(&staging)?;
    write::add(&staging, &files)?;
    if let Ok(address) = env::var(ADDRESS) {
        println!("\n    The reading room is at {address}\n");
    }
    Ok(())
}
