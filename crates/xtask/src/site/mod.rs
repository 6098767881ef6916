//! `cargo xtask site`: the release site from any articles, as a folder or as one file.

pub mod corpus;
pub mod recogniser;
pub mod shell;
pub mod write;

use crate::args::{Args, Spec};
use crate::errors::{Context, Failure, Outcome};
use crate::hook::KEEP;
use crate::serve::fetch_dependencies;
use crate::tools::{Toolbox, project, run, std_source, target};
use std::path::{Path, PathBuf};
use std::time::Instant;
use zeitlupe_site::address::SiteUrl;
use zeitlupe_site::assemble;
use zeitlupe_site::rights::Rights;
use zeitlupe_site::shell::Shell;

const SPEC: Spec = Spec {
    usage: "cargo xtask site [--articles DIR or FILE.jsonl[.gz]] [--out DIR] [--title T] [--url ADDRESS] [--public [--reduce]] \
            [--single-file] [--class] [--strict] [--shell DIR]",
    values: &["articles", "out", "title", "url", "shell"],
    switches: &["single-file", "strict", "public", "reduce", "class"],
    words: 0,
};

/// Builds the app in release form, reads and analyses the articles, writes the site. `--shell` names the folder of an app that is compiled
/// already: this takes it as it is.
///
/// `--public` refuses articles that may not be published in full, and with `--reduce` makes excerpts of them. `--class` writes one file
/// with everything, for use in class. `--url` says where the site will stand, for canonical addresses and a site map.
pub fn command(args: &[String]) -> Outcome {
    let args = Args::parse(args, &SPEC)?;
    let start = Instant::now();
    let rights = rights(&args)?;
    let is_single = args.switch("single-file") || args.switch("class");
    let url = args.value("url").map(SiteUrl::parse).transpose().context(|| "--url".into())?;
    if is_single && url.is_some() {
        return Err(Failure::new("--url goes with the folder: one file has no address of its own"));
    }
    let articles = args.value("articles").map_or_else(|| project().join("seeds"), PathBuf::from);
    let out = args.value("out").map_or_else(|| project().join("site"), PathBuf::from);
    // Bad articles should be known before the slow part.
    let corpus = corpus::read_for(&articles, args.value("title"), args.switch("strict"), rights)?;
    let shell = match args.value("shell") {
        Some(folder) => shell::read(Path::new(folder))?,
        None => build_shell(&Toolbox::for_building()?)?,
    };
    let content = assemble::Content { url: url.as_ref(), class: args.switch("class"), ..corpus.content() };
    if !is_single && url.is_none() {
        println!("without --url no canonical addresses and no site map are written");
    }
    let written = if is_single { single_file(&shell, &content, &out)? } else { folder(&shell, &content, &out)? };
    println!("{written}, in {}", launch::clock(start.elapsed()));
    Ok(())
}

/// What the switches say about rights.
fn rights(args: &Args) -> Result<Rights, Failure> {
    match (args.switch("public"), args.switch("reduce"), args.switch("class")) {
        (true, _, true) => Err(Failure::new("--public and --class exclude each other: what is for a class is not for everyone")),
        (false, true, _) => Err(Failure::new("--reduce goes with --public")),
        (true, true, _) => Ok(Rights::Reduced),
        (true, false, _) => Ok(Rights::Public),
        (false, false, _) => Ok(Rights::Unasked),
    }
}

/// Has Trunk build the app in release form, without articles.
pub fn build_shell(toolbox: &Toolbox) -> Result<Shell, Failure> {
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
        println!("  {reason}\n  going on with the standard library that this Rust ships: the wasm will be larger");
        for (key, _) in SMALL {
            trunk.env_remove(key);
        }
        run::quietly("building the app in release form", &mut trunk)?;
    }
    recogniser::build(toolbox, &dist)?;
    shell::read(&dist)
}

/// Where [`build_shell`] leaves the app.
pub fn shell_folder() -> PathBuf {
    target().join("shell")
}

/// What makes cargo compile the standard library with the app, for size and without the words of panics: a fifth less wasm.
///
/// These switches are not stable, so everything works without them, too: the plain build is the one that they are measured against.
const SMALL: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort"),
];

/// Writes the site as a folder; says what it wrote.
pub fn folder(shell: &Shell, content: &assemble::Content, out: &Path) -> Result<String, Failure> {
    let files = assemble::folder(shell, content)?;
    write::replace(out, &files)?;
    let bytes: usize = files.values().map(Vec::len).sum();
    Ok(format!("{} files, {} kB, in {}", files.len(), bytes.div_ceil(1000), out.display()))
}

/// Writes the site as one file: `out` itself if it ends in `.html`, else `index.html` in the folder `out`.
pub fn single_file(shell: &Shell, content: &assemble::Content, out: &Path) -> Result<String, Failure> {
    let page = assemble::single(shell, content)?.into_bytes();
    let bytes = page.len();
    if out.extension().is_some_and(|ending| ending == "html") {
        if let Some(parent) = out.parent() {
            std::fs::create_dir_all(parent).context(|| format!("cannot create {}", parent.display()))?;
        }
        std::fs::write(out, page).context(|| format!("cannot write {}", out.display()))?;
    } else {
        write::replace(out, &assemble::Files::from([("index.html".to_owned(), page)]))?;
    }
    Ok(format!("one file, {} kB, at {}", bytes.div_ceil(1000), out.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn switches_that_exclude_each_other_are_told() {
        let said = |line: &str| {
            let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
            command(&words).expect_err(line).to_string()
        };
        assert!(said("--public --class").contains("exclude each other"));
        assert!(said("--reduce").contains("goes with --public"));
        assert!(said("--single-file --url https://example.org/").contains("goes with the folder"));
        assert!(said("--url example.org").contains("https://"));
    }
}
