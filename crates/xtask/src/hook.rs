//! `cargo xtask hook`: what Trunk runs after each build of its own. Puts the articles to the app, in the folder that Trunk is about to serve.

use crate::errors::{Failure, Outcome};
use crate::site::{corpus, shell, write};
use crate::tools::project;
use std::env;
use std::path::PathBuf;
use zeitlupe_site::assemble;

/// The environment variable that names the articles; `seeds` in the project without it.
pub const ARTICLES: &str = "ZEITLUPE_ARTICLES";
/// The environment variable that names the collection.
pub const TITLE: &str = "ZEITLUPE_TITLE";
/// The environment variable that tells where the page is served.
pub const ADDRESS: &str = "ZEITLUPE_ADDRESS";
/// The environment variable that, set to `shell`, leaves Trunk's output as it is.
pub const KEEP: &str = "ZEITLUPE_KEEP";

/// Assembles the site in Trunk's staging folder and nowhere else: a file written into a watched folder would start the next build.
pub fn command(_: &[String]) -> Outcome {
    if env::var_os(KEEP).is_some_and(|keep| keep == "shell") {
        return Ok(());
    }
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or_else(|| Failure::new("expected to be run by Trunk, which sets TRUNK_STAGING_DIR"))?;
    let articles = env::var_os(ARTICLES).map_or_else(|| project().join("seeds"), |path| project().join(path));
    let corpus = corpus::read(&articles, env::var(TITLE).ok().as_deref(), false)?;
    let app = shell::read(&staging)?;
    let files = assemble::folder(&app, &corpus.content())?;
    shell::remove(&staging)?;
    write::add(&staging, &files)?;
    if let Ok(address) = env::var(ADDRESS) {
        println!("\n    The reading room stands at {address}\n");
    }
    Ok(())
}
