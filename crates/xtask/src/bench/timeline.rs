//! `cargo xtask bench timeline`: how soon the timeline is drawn, and how smoothly it moves, in Chromium.

use super::choice::{self, Site};
use crate::tools::{browsers, project, run, target};
use anyhow::{Result, anyhow};
use bpaf::Bpaf;
use std::process::Command;

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    #[bpaf(external(choice::site))]
    site: Site,
}

/// Measures the timeline over the articles (default `seeds`); the site is built from them, unless `--site` names a built one.
pub fn command(options: Options) -> Result<()> {
    let browser = browsers::find("chromium").map_err(|reason| anyhow!("Chromium cannot be had: {reason:#}"))?;
    let site = options.site.folder(project().join(target()).join("bench").join("timeline"))?;
    let mut measure = Command::new("cargo");
    measure.args(["run", "--package", "zeitlupe-e2e", "--bin", "bench_timeline", "--"]).arg(&site).current_dir(project());
    measure.env("ZEITLUPE_BROWSERS", browser.name).envs(browser.variables());
    let status = run::shown("compiling the measurement", &mut measure)?;
    if status.success() { Ok(()) } else { Err(anyhow!("the measurement ended with {status}")) }
}
