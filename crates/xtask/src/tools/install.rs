//! Finds or installs a tool, completely or not at all.

use super::apt::apt;
use super::paths::{folder, which};
use super::pinned::{Recipe, Tool};
use super::run;
use anyhow::{Context, Result, anyhow, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where programs are in a tool's folder: from a release or cargo, from npm.
const BINS: [&[&str]; 2] = [&["bin"], &["node_modules", ".bin"]];

/// Makes sure that `tool` is installed. Returns the folder to add to the `PATH`; `None` if it is not a program or already on the `PATH`.
pub fn ensure(tool: &Tool) -> Result<Option<PathBuf>> {
    let home = folder().join(tool.folder());
    if let Some(found) = at_home(tool, &home) {
        return Ok(found);
    }
    if tool.program.and_then(which).is_some_and(|program| has_version(&program, &tool.version)) {
        return Ok(None);
    }
    println!("{} {} is missing; it is needed to {}", tool.name, tool.version, tool.purpose);
    let from_release = from_release(tool, &home);
    if let Err(reason) = from_release {
        println!("  no prebuilt binary: {reason:#}");
        match &tool.recipe {
            Recipe::Cargo { args } => with_cargo(tool, args, &home)?,
            Recipe::Npm { package } => with_npm(tool, package, &home)?,
        }
    }
    at_home(tool, &home).ok_or_else(|| {
        anyhow!("expected {} {} in {} after its installation, found another or none", tool.name, tool.version, home.display())
    })
}

/// The tool in its own folder: `None` if missing or broken; inside, the folder for the `PATH`.
fn at_home(tool: &Tool, home: &Path) -> Option<Option<PathBuf>> {
    let Some(program) = tool.program else {
        return home.is_dir().then_some(None);
    };
    BINS.iter().map(|steps| steps.iter().fold(home.to_path_buf(), |path, step| path.join(step))).find_map(|bin| {
        let file = bin.join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
        (file.is_file() && has_version(&file, &tool.version)).then_some(Some(bin))
    })
}

/// Whether a program runs and reports exactly this version.
fn has_version(program: &Path, version: &str) -> bool {
    let output = Command::new(program).arg("--version").output();
    output.is_ok_and(|output| output.status.success() && names_version(&String::from_utf8_lossy(&output.stdout), version))
}

/// Whether `version` is a separate word in the output of `--version`.
fn names_version(printed: &str, version: &str) -> bool {
    printed.split_whitespace().any(|word| word.trim_start_matches('v') == version)
}

/// A new folder in which to assemble a tool, next to its final place, so that it can be moved there in one step.
fn workshop(tool: &Tool) -> Result<PathBuf> {
    let path = folder().join(format!("unfinished-{}-{}", tool.folder(), std::process::id()));
    remove(&path)?;
    fs::create_dir_all(&path).with_context(|| format!("cannot create {}", path.display()))?;
    Ok(path)
}

fn remove(path: &Path) -> Result<()> {
    if path.exists() { fs::remove_dir_all(path).with_context(|| format!("cannot remove {}", path.display())) } else { Ok(()) }
}

/// Moves a finished tool to its place, replacing a broken one.
fn settle(from: &Path, home: &Path) -> Result<()> {
    remove(home)?;
    fs::rename(from, home).with_context(|| format!("cannot move {} to {}", from.display(), home.display()))
}

/// Downloads the binary of the project's release.
fn from_release(tool: &Tool, home: &Path) -> Result<()> {
    let url = (tool.release)(&tool.version, std::env::consts::OS, std::env::consts::ARCH);
    let url = url.ok_or_else(|| anyhow!("there is none for this system"))?;
    let (program, file) = tool.program.zip(url.rsplit('/').next()).ok_or_else(|| anyhow!("there is none"))?;
    let shop = workshop(tool)?;
    let archive = shop.join(file);
    let outcome = fetch(&url, &archive, tool.name).and_then(|()| unpack(tool, program, &shop, &archive, home));
    remove(&shop)?;
    outcome
}

fn fetch(url: &str, to: &Path, name: &str) -> Result<()> {
    let curl = |url: &str, to: &Path| {
        let mut command = Command::new("curl");
        // A missing network should be noticed quickly; a slow one may still deliver the file.
        command
            .args(["--fail", "--location", "--silent", "--show-error", "--connect-timeout", "10", "--max-time", "300", "--output"])
            .arg(to)
            .arg(url);
        command
    };
    run::quietly(&format!("fetching {name} from its project's release"), &mut curl(url, to))
        .map_err(|_| anyhow!("the release cannot be reached"))?;
    // Not every project publishes a checksum; if there is one, it must match.
    let sum_file = to.with_extension("sum");
    let has_sum = [".sha256", ".sha256sum"]
        .iter()
        .any(|ending| curl(&format!("{url}{ending}"), &sum_file).output().is_ok_and(|output| output.status.success()));
    if !has_sum {
        return Ok(());
    }
    let said = fs::read_to_string(&sum_file).context("cannot read the archive's checksum")?;
    let bytes = fs::read(to).with_context(|| format!("cannot read {}", to.display()))?;
    if sum_fits(&said, &bytes) { Ok(()) } else { Err(anyhow!("the archive of {name} does not fit its published sum")) }
}

/// Whether the first word of a checksum file is the SHA-256 of `bytes`.
fn sum_fits(said: &str, bytes: &[u8]) -> bool {
    use sha2::{Digest, Sha256};
    let found: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    said.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case(&found))
}

fn unpack(tool: &Tool, program: &str, shop: &Path, archive: &Path, home: &Path) -> Result<()> {
    let mut tar = Command::new("tar");
    tar.arg("-xf").arg(archive).arg("-C").arg(shop);
    run::quietly(&format!("unpacking {}", tool.name), &mut tar)?;
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let found = find(shop, &name).ok_or_else(|| anyhow!("expected {name} in the archive, found none"))?;
    if !has_version(&found, &tool.version) {
        bail!("the downloaded binary does not run on this system");
    }
    match found.parent().filter(|bin| bin.ends_with("bin")).and_then(Path::parent) {
        // A whole tree with libraries next to the programs.
        Some(tree) => settle(tree, home),
        None => {
            let tree = shop.join("tree");
            let bin = tree.join("bin");
            fs::create_dir_all(&bin).with_context(|| format!("cannot create {}", bin.display()))?;
            fs::rename(&found, bin.join(&name)).with_context(|| format!("cannot move {}", found.display()))?;
            settle(&tree, home)
        }
    }
}

/// The first file with this name below `folder`, in sorted order.
fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    entries.into_iter().find_map(|path| if path.is_dir() { find(&path, name) } else { path.ends_with(name).then_some(path) })
}

fn with_cargo(tool: &Tool, args: &[&str], home: &Path) -> Result<()> {
    let package = if tool.name == "wasm-bindgen" { "wasm-bindgen-cli" } else { tool.name };
    let shop = workshop(tool)?;
    let build = shop.join("build");
    let root = shop.join("root");
    let mut cargo = Command::new("cargo");
    cargo.args(["install", package, "--version", &format!("={}", tool.version), "--debug"]).args(args);
    cargo.arg("--root").arg(&root).arg("--target-dir").arg(&build).env("CARGO_PROFILE_DEV_DEBUG", "0").current_dir(&shop);
    let outcome = run::quietly(&format!("building {} from source", tool.name), &mut cargo).and_then(|()| settle(&root, home));
    remove(&shop)?;
    outcome
}

fn with_npm(tool: &Tool, package: &str, home: &Path) -> Result<()> {
    if which("npm").is_none() {
        apt(&["npm"]).map_err(|reason| anyhow!("{} needs npm, which is missing: install Node.js ({reason:#})", tool.name))?;
    }
    let npm = which("npm.cmd").or_else(|| which("npm")).ok_or_else(|| anyhow!("npm is missing: install Node.js"))?;
    let shop = workshop(tool)?;
    let mut install = Command::new(npm);
    install.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", "."]).arg(package).current_dir(&shop);
    let outcome = run::quietly(&format!("installing {} with npm", tool.name), &mut install).and_then(|()| settle(&shop, home));
    remove(&shop)?;
    outcome
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_must_be_a_separate_word() {
        for (printed, version, fits) in [
            ("trunk 0.21.14\n", "0.21.14", true),
            ("trunk 0.21.1\n", "0.21.14", false),
            ("wasm-opt version 132 (version_132)", "132", true),
            ("wasm-opt version 108", "132", false),
            ("wasm-bindgen 0.2.130 (abc)", "0.2.13", false),
            ("tool v1.2", "1.2", true),
            ("", "1", false),
        ] {
            assert_eq!(names_version(printed, version), fits, "{printed:?} {version}");
        }
    }

    #[test]
    fn a_published_checksum_must_match() {
        let sum = "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855";
        assert!(sum_fits(&format!("{sum}  archive.tar.gz\n"), b""));
        assert!(!sum_fits(sum, b"x") && !sum_fits("", b""));
    }
}
