//! `cargo xtask bench timeline`: how soon the timeline is drawn, and how smoothly it moves, in Chromium.

use super::search::{build, existing};
use crate::args::{Args, Spec};
use crate::errors::{Failure, Outcome};
use crate::tools::{browsers, project, run, target};
use std::path::Path;
use std::process::Command;

const SPEC: Spec = Spec {
    usage: "cargo xtask bench timeline [--articles DIR-or-FILE] [--site DIR]",
    values: &["articles", "site"],
    switches: &[],
    words: 0,
};

/// Measures the timeline over the articles (`seeds` unless given); the site is built from them, unless `--site` names one that was.
pub fn command(args: &[String]) -> Outcome {
    let args = Args::parse(args, &SPEC)?;
    let browser = browsers::find("chromium").map_err(|reason| Failure::new(format!("Chromium cannot be had: {reason}")))?;
    let site = match args.value("site") {
        Some(site) => existing(Path::new(site))?,
        None => build(args.value("articles").unwrap_or("seeds"), project().join(target()).join("bench").join("timeline"))?,
    };
    let mut measure = Command::new("cargo");
    measure.args(["run", "--package", "zeitlupe-e2e", "--bin", "bench_timeline", "--"]).arg(&site).current_dir(project());
    measure.env("ZEITLUPE_BROWSERS", browser.name).env("ZEITLUPE_BROWSER", &browser.program).env("ZEITLUPE_DRIVER", &browser.driver);
    let status = run::shown("compiling the measurement", &mut measure)?;
    if status.success() { Ok(()) } else { Err(Failure::new(format!("the measurement ended with {status}"))) }
}
