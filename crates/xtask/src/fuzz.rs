//! `cargo xtask fuzz`: runs the fuzz targets of `crates/fuzz` with libFuzzer, some side by side.
//!
//! libFuzzer needs instrumented code, which the stable compiler makes, too, and a C++ compiler for itself.

use crate::tools::{apt, project, run, target, which};
use anyhow::{Context, Result, anyhow, bail};
use bpaf::Bpaf;
use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread::available_parallelism;

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    /// How many seconds each target runs; default: 30
    #[bpaf(argument("N"), fallback(SECONDS))]
    seconds: u32,
    /// Only these targets; default: all
    #[bpaf(positional("TARGET"), many)]
    targets: Vec<String>,
}

/// How many seconds each target runs in the tests.
pub const SECONDS: u32 = 30;

/// Counters at the edges of the control flow, and the compared values, from which libFuzzer learns (SanitizerCoverage of LLVM).
const INSTRUMENTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1";

/// The longest input in bytes, seconds after which one input counts as hanging, and the most memory in megabytes.
const LIMITS: [&str; 3] = ["-max_len=4096", "-timeout=60", "-rss_limit_mb=2048"];

/// Runs the chosen targets and prints a line for each.
pub fn command(options: Options) -> Result<()> {
    println!("{}", fuzz(&options.targets, options.seconds)?);
    Ok(())
}

/// Runs the targets with these names, all if there are none. Returns a summary in one line.
///
/// # Errors
/// If the fuzzer cannot be built, a target is unknown, or an input fails; the input is left in the project's target folder.
pub fn fuzz(names: &[String], seconds: u32) -> Result<String> {
    let corpus = project().join("crates").join("fuzz").join("corpus");
    let targets = chosen(&corpus, names)?;
    let fuzzer = build()?;
    let queue = Mutex::new(VecDeque::from(targets.clone()));
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
    let results: Mutex<Vec<Result<u64>>> = Mutex::default();
    let lanes = available_parallelism().map_or(1, std::num::NonZero::get).min(targets.len());
    std::thread::scope(|scope| {
        for _ in 0..lanes {
            scope.spawn(|| {
                while let Some(name) = next() {
                    let result = run_target(&fuzzer, &corpus, &name, seconds);
                    results.lock().unwrap_or_else(PoisonError::into_inner).push(result);
                }
            });
        }
    });
    let inputs: Result<Vec<u64>> = results.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().collect();
    Ok(format!("{} targets, {} inputs, none failed", targets.len(), inputs?.iter().sum::<u64>()))
}

/// The names of the targets, each of which has a folder in the corpus.
fn chosen(corpus: &Path, names: &[String]) -> Result<Vec<String>> {
    let cannot = || format!("cannot read {}", corpus.display());
    let entries: Result<Vec<_>, _> = fs::read_dir(corpus).with_context(cannot)?.collect();
    let mut known: Vec<String> =
        entries.with_context(cannot)?.into_iter().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    known.sort();
    match names.iter().find(|name| !known.contains(name)) {
        Some(unknown) => bail!("expected one of {}, found {unknown:?}", known.join(", ")),
        None if names.is_empty() => Ok(known),
        None => Ok(names.to_vec()),
    }
}

/// Installs a C++ compiler if there is none and that is possible.
///
/// # Errors
/// Why there is none.
pub fn compiler() -> Result<()> {
    if ["c++", "g++", "clang++"].into_iter().any(|name| which(name).is_some()) { Ok(()) } else { apt(&["g++"]) }
}

/// Builds the fuzzer and returns its file.
fn build() -> Result<PathBuf> {
    compiler()?;
    let folder = target().join("fuzz");
    let host = host()?;
    let mut cargo = Command::new("cargo");
    // With a target, build scripts and macros are not instrumented.
    cargo.args(["build", "--package", "zeitlupe-fuzz", "--features", "libfuzzer", "--target", &host, "--target-dir"]).arg(&folder);
    run::quietly("building the fuzzer", cargo.current_dir(project()).env("RUSTFLAGS", INSTRUMENTED))?;
    Ok(folder.join(host).join("debug").join(format!("fuzz{}", std::env::consts::EXE_SUFFIX)))
}

/// The name of this machine's target, such as `x86_64-unknown-linux-gnu`.
fn host() -> Result<String> {
    let output = Command::new("rustc").arg("-vV").output().context("cannot start rustc")?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned).ok_or_else(|| anyhow!("rustc does not name its host"))
}

/// Runs one target, prints its figures, and returns the number of inputs.
fn run_target(fuzzer: &Path, corpus: &Path, name: &str, seconds: u32) -> Result<u64> {
    let own = target().join("fuzz").join("corpus").join(name);
    let found = target().join("fuzz").join("found").join(name);
    for folder in [&own, &found] {
        fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let mut command = Command::new(fuzzer);
    // New inputs go to the first folder.
    command.env("ZEITLUPE_FUZZ", name).env("RUST_BACKTRACE", "0").arg(&own).arg(corpus.join(name)).args(LIMITS);
    command.arg(format!("-dict={}", corpus.with_file_name("dictionary.txt").display()));
    command.arg(format!("-artifact_prefix={}/", found.display()));
    command.args(["-seed=1", "-print_final_stats=1"]).arg(format!("-max_total_time={seconds}"));
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start {}", fuzzer.display()))?;
    let inputs = figure(&output, "stat::number_of_executed_units:");
    if !output.status.success() {
        bail!("{name}: {}\n{}", output.status, tail(&output));
    }
    println!("{name}: {inputs} inputs, {} MB at most", figure(&output, "stat::peak_rss_mb:"));
    Ok(inputs)
}

/// A number from libFuzzer's statistics.
fn figure(output: &Output, name: &str) -> u64 {
    let said = String::from_utf8_lossy(&output.stderr);
    said.lines().find_map(|line| line.strip_prefix(name)?.trim().parse().ok()).unwrap_or_default()
}

/// The last lines of what a program said: the panic, the input, and the file with it.
fn tail(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = said.lines().filter(|line| !line.starts_with('#')).collect();
    lines[lines.len().saturating_sub(40)..].join("\n")
}
