//! `cargo xtask test`: everything that CI checks, step by step, with a summary at the end.

mod budgets;
pub mod direction;
mod repeat;
mod tally;

use crate::app;
use crate::fuzz;
use crate::site::{self, corpus};
use crate::tools::browsers::{self, Browser};
use crate::tools::{self, CARGO_DENY, Toolbox, project, run, target};
use anyhow::{Context, Result, anyhow, bail};
use bpaf::Bpaf;
use std::path::PathBuf;
use std::process::Command;
use tally::{Tally, Verdict};

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    /// Run only this step; it may need the output of an earlier run
    #[bpaf(argument("STEP"))]
    only: Option<String>,
    /// Skip what needs a browser or a release build
    quick: bool,
}

/// The crates that must not depend on the browser, and the browser crates that they must not use.
const PURE: [&str; 4] = ["zeitlupe-core", "zeitlupe-ingest", "zeitlupe-site", "zeitlupe-words"];
const IMPURE: [&str; 5] = ["wasm-bindgen", "web-sys", "js-sys", "yew", "gloo"];

/// The database of advisories for cargo-deny.
const ADVISORIES: &str = "https://github.com/RustSec/advisory-db";

/// A step: its name, what it does, whether `--quick` skips it, and the function.
struct Step {
    name: &'static str,
    does: &'static str,
    slow: bool,
    run: fn() -> Verdict,
}

const STEPS: &[Step] = &[
    Step { name: "format", does: "cargo fmt --check", slow: false, run: || cargo(&["fmt", "--all", "--check"]) },
    Step {
        name: "clippy",
        does: "clippy for this machine, warnings denied",
        slow: false,
        run: || cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    },
    Step { name: "clippy-wasm", does: "clippy for the browser, warnings denied", slow: true, run: clippy_for_wasm },
    Step {
        name: "native",
        does: "unit and component tests",
        slow: false,
        run: || cargo(&["test", "--workspace", "--lib", "--bins", "--tests"]),
    },
    Step { name: "docs", does: "the examples in the documentation", slow: false, run: || cargo(&["test", "--workspace", "--doc"]) },
    Step {
        name: "direction",
        does: "no two modules depend on each other, and the module map is up to date",
        slow: false,
        run: direction::check,
    },
    Step { name: "purity", does: "analysis, reading and site do not depend on the browser", slow: false, run: purity },
    Step { name: "site", does: "the release site of the seeds, as a folder and as one file", slow: true, run: build_sites },
    Step { name: "repeat", does: "two builds give the same bytes", slow: true, run: || repeat::check(&app::shell_folder()).into() },
    Step { name: "budgets", does: "the size of what ships", slow: true, run: || budgets::check(&site_folder(), &single_file()) },
    Step { name: "parity", does: "a site built in wasm is identical to the native one", slow: true, run: parity },
    Step { name: "growth", does: "eight times the input costs at most ten times the steps", slow: true, run: growth },
    Step { name: "browsers", does: "the browser tests in Chromium, Firefox and WebKit", slow: true, run: browser_tests },
    Step { name: "fuzz", does: "half a minute for each fuzz target", slow: true, run: fuzz_targets },
    Step { name: "licences", does: "the licences of the dependencies", slow: true, run: licences },
    Step { name: "advisories", does: "known vulnerabilities of the dependencies", slow: true, run: advisories },
];

/// Runs all steps, the one given by `--only`, or the quick ones.
pub fn command(options: Options) -> Result<()> {
    let chosen: Vec<&Step> =
        STEPS.iter().filter(|step| options.only.as_ref().map_or(!(options.quick && step.slow), |name| name == step.name)).collect();
    if chosen.is_empty() {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        bail!("expected --only with one of {}", names.join(", "));
    }
    run::step_aside();
    let mut tally = Tally::default();
    for step in chosen {
        tally.run(step.name, step.does, step.run);
    }
    print!("{tally}");
    if tally.failed() == 0 { Ok(()) } else { Err(anyhow!("not all steps have passed")) }
}

/// Runs cargo, showing its output.
fn cargo(args: &[&str]) -> Verdict {
    show(Command::new("cargo").args(args).current_dir(project()))
}

/// Runs a command, showing its output and cargo's progress; its exit code is the verdict.
fn show(command: &mut Command) -> Verdict {
    let program = command.get_program().to_string_lossy().into_owned();
    match run::shown("compiling", command) {
        Ok(status) if status.success() => Verdict::Passed(String::new()),
        Ok(status) => Verdict::Failed(format!("{program} ended with {status}")),
        Err(failure) => Verdict::Failed(format!("{failure:#}")),
    }
}

fn clippy_for_wasm() -> Verdict {
    if let Err(failure) = Toolbox::for_building() {
        return Verdict::Failed(format!("{failure:#}"));
    }
    let mut args = vec!["clippy", "--package", "zeitlupe", "--package", "zeitlupe-room"];
    args.extend(PURE.iter().flat_map(|name| ["--package", name]));
    args.extend(["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]);
    cargo(&args)
}

fn purity() -> Verdict {
    PURE.into_iter().try_for_each(is_pure).map(|()| String::new()).into()
}

fn is_pure(package: &str) -> Result<()> {
    let output = Command::new("cargo")
        .args(["tree", "--package", package, "--edges", "normal", "--prefix", "none", "--target", "all"])
        .current_dir(project())
        .output()
        .context("cannot start cargo")?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr));
    }
    match impure(&String::from_utf8_lossy(&output.stdout)) {
        Some(line) => bail!("{package} depends on {line}"),
        None => Ok(()),
    }
}

/// The first line of a dependency tree with a browser crate.
fn impure(tree: &str) -> Option<&str> {
    tree.lines().find(|line| line.split_whitespace().next().is_some_and(|name| IMPURE.contains(&name)))
}

fn site_folder() -> PathBuf {
    target().join("e2e").join("site")
}

/// The space and the umlauts in the path are part of the test.
fn single_file() -> PathBuf {
    target().join("e2e").join("Ein Lesesaal für alle").join("index.html")
}

fn build_sites() -> Verdict {
    let build = || -> Result<String> {
        let corpus = corpus::read(&project().join("seeds"), None, true)?;
        let shell = app::build_shell(&Toolbox::for_release()?)?;
        println!("{}", site::single_file(&shell, &corpus.content(), &single_file())?);
        site::folder(&shell, &corpus.content(), &site_folder())
    };
    build().into()
}

/// Builds the site of the seeds natively and in wasm, with the app from the step `site`.
fn parity() -> Verdict {
    with_wasm("native_and_wasm")
}

/// Counts the instructions of the same wasm.
fn growth() -> Verdict {
    with_wasm("growth")
}

/// Runs a test of the crate `parity`, which needs its wasm.
fn with_wasm(test: &str) -> Verdict {
    let run = || -> Result<Verdict> {
        let toolbox = Toolbox::for_building()?;
        let wasm = app::wasm::wasm(
            &toolbox,
            "building the builder of sites as a wasm",
            app::wasm::PROFILE,
            &["--package", "zeitlupe-parity"],
            "zeitlupe_parity",
        )?;
        let mut tests = Command::new("cargo");
        tests.args(["test", "--workspace", "--test", test]).current_dir(project());
        tests.env("ZEITLUPE_PARITY", absolute(wasm)?).env("ZEITLUPE_SHELL", absolute(app::shell_folder())?);
        Ok(show(&mut tests))
    };
    run().unwrap_or_else(|failure| Verdict::Failed(format!("{failure:#}")))
}

/// The absolute path.
fn absolute(path: PathBuf) -> Result<PathBuf> {
    std::path::absolute(&path).with_context(|| format!("cannot find {}", path.display()))
}

/// Runs the browser tests in the browsers that are available.
fn browser_tests() -> Verdict {
    let (mut found, mut left_out) = (Vec::new(), Vec::new());
    for name in browsers::NAMES {
        match browsers::find(name) {
            Ok(browser) => found.push(browser),
            Err(reason) if name == "chromium" && browsers::in_ci() => {
                return Verdict::Failed(format!("CI must not leave Chromium out: {reason:#}"));
            }
            Err(reason) => left_out.push(format!("not in {name}: {reason:#}")),
        }
    }
    if found.is_empty() {
        return Verdict::Skipped(left_out.join("; "));
    }
    for line in &left_out {
        println!("{line}");
    }
    match tools::axe().and_then(|axe| walk(&found, &axe)) {
        Ok(Verdict::Passed(_)) => Verdict::Passed(left_out.join("; ")),
        Ok(verdict) => verdict,
        Err(failure) => Verdict::Failed(format!("{failure:#}")),
    }
}

/// Runs the browser tests with settings in the environment: the folder of the site, the single file, the axe script, and each browser's
/// program and driver. The variable `ZEITLUPE_BROWSERS` may already name fewer browsers.
fn walk(browsers: &[Browser], axe: &std::path::Path) -> Result<Verdict> {
    for (path, what) in [(site_folder().join("index.html"), "the site"), (single_file(), "the single file")] {
        path.metadata().with_context(|| format!("expected {what} at {}; the step `site` builds it", path.display()))?;
    }
    let mut tests = Command::new("cargo");
    tests.args(["test", "--workspace", "--test", "browsers"]).current_dir(project());
    tests.env("ZEITLUPE_SITE", absolute(site_folder())?).env("ZEITLUPE_SINGLE_FILE", absolute(single_file())?).env("ZEITLUPE_AXE", axe);
    // Not the running program: earlier steps may have rebuilt it.
    let xtask = target().join("debug").join(format!("xtask{}", std::env::consts::EXE_SUFFIX));
    tests.env("ZEITLUPE_SHELL", absolute(app::shell_folder())?).env("ZEITLUPE_XTASK", absolute(xtask)?);
    if std::env::var_os("ZEITLUPE_BROWSERS").is_none() {
        tests.env("ZEITLUPE_BROWSERS", browsers.iter().map(|browser| browser.name).collect::<Vec<_>>().join(","));
    }
    tests.envs(browsers.iter().flat_map(Browser::variables));
    Ok(show(&mut tests))
}

/// Skipped without a C++ compiler, except in CI.
fn fuzz_targets() -> Verdict {
    match fuzz::compiler() {
        Err(reason) if !browsers::in_ci() => Verdict::Skipped(format!("{reason:#}")),
        _ => fuzz::fuzz(&[], fuzz::SECONDS).into(),
    }
}

/// Needs the network only for crates of other systems, which no build has fetched yet.
fn licences() -> Verdict {
    let mut toolbox = Toolbox::default();
    match toolbox.add(&CARGO_DENY) {
        Ok(()) => show(toolbox.command("cargo-deny").args(["--workspace", "--locked", "check", "licenses", "bans", "sources"])),
        Err(reason) => Verdict::Skipped(format!("cargo-deny cannot be had: {reason:#}")),
    }
}

fn advisories() -> Verdict {
    // Without a network, git waits for minutes; curl has a timeout.
    let knock = Command::new("curl").args(["--fail", "--location", "--silent", "--head", "--max-time", "10", ADVISORIES]).output();
    if !knock.is_ok_and(|output| output.status.success()) {
        return Verdict::Skipped(format!("not reachable: {ADVISORIES}"));
    }
    let mut toolbox = Toolbox::default();
    if let Err(reason) = toolbox.add(&CARGO_DENY) {
        return Verdict::Skipped(format!("cargo-deny cannot be had: {reason:#}"));
    }
    let fetched = toolbox.command("cargo-deny").args(["fetch", "db"]).env("GIT_TERMINAL_PROMPT", "0").output();
    if !fetched.is_ok_and(|output| output.status.success()) {
        return Verdict::Skipped(format!("cannot be fetched: {ADVISORIES}"));
    }
    show(toolbox.command("cargo-deny").args(["--workspace", "--locked", "check", "advisories"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_crate_is_recognised_by_its_full_name() {
        assert_eq!(impure("zeitlupe-core v0.1.0\nserde v1.0.0\nyewish v1.0.0"), None);
        assert_eq!(impure("zeitlupe-core v0.1.0\nchrono v0.4\njs-sys v0.3.1 (*)"), Some("js-sys v0.3.1 (*)"));
    }

    #[test]
    fn step_names_are_unique() {
        let names: std::collections::BTreeSet<&str> = STEPS.iter().map(|step| step.name).collect();
        assert_eq!(names.len(), STEPS.len());
    }
}
