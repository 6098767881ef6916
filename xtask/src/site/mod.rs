//! `cargo xtask site`: the release site from any articles, as a folder or as one file.

pub mod assemble;
pub mod corpus;
mod html;
pub mod pack;
mod page;
mod papers;
mod prerender;
mod prose;
pub mod recogniser;
pub mod shell;
pub mod write;

use crate::args::{Args, Spec};
use crate::errors::{Context, Outcome};
use crate::hook::KEEP;
use crate::serve::fetch_dependencies;
use crate::tools::{Toolbox, project, run, std_source, target};
use shell::Shell;
use std::path::{Path, PathBuf};
use std::time::Instant;

const SPEC: Spec = Spec {
    usage: "cargo xtask site [--articles DIR or FILE.jsonl[.gz]] [--out DIR] [--title T] [--single-file] [--strict] [--shell DIR]",
    values: &["articles", "out", "title", "shell"],
    switches: &["single-file", "strict"],
    words: 0,
};

/// Builds the app in release form, reads and analyses the articles, writes the site. `--shell` names the folder of an app that is compiled
/// already: this takes it as it is.
pub fn command(args: &[String]) -> Outcome {
    let args = Args::parse(args, &SPEC)?;
    let start = Instant::now();
    let articles = args.value("articles").map_or_else(|| project().join("seeds"), PathBuf::from);
    let out = args.value("out").map_or_else(|| project().join("site"), PathBuf::from);
    // Bad articles should be known before the slow part.
    let corpus = corpus::read(&articles, args.value("title"), args.switch("strict"))?;
    let shell = match args.value("shell") {
        Some(folder) => shell::read(Path::new(folder))?,
        None => build_shell(&Toolbox::for_building()?)?,
    };
    let written = if args.switch("single-file") { single_file(&shell, &corpus, &out)? } else { folder(&shell, &corpus, &out)? };
    println!("{written}, in {}", run::clock(start.elapsed()));
    Ok(())
}

/// Has Trunk build the app in release form, without articles.
pub fn build_shell(toolbox: &Toolbox) -> Result<Shell, crate::errors::Failure> {
    fetch_dependencies(toolbox);
    let dist = shell_folder();
    let mut trunk = toolbox.command("trunk");
    let arguments = ["build", "--release", "--offline", "--public-url", "./", "--dist"];
    trunk.args(arguments).arg(&dist).env(KEEP, "shell");
    let small = std_source().and_then(|()| {
        trunk.envs(SMALL);
        run::quietly("building the app in release form, its standard library for size", "three minutes the first time", &mut trunk)
    });
    if let Err(reason) = small {
        println!("  {reason}\n  going on with the standard library that this Rust ships: the wasm will be larger");
        for (key, _) in SMALL {
            trunk.env_remove(key);
        }
        run::quietly("building the app in release form", "two minutes the first time", &mut trunk)?;
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
pub fn folder(shell: &Shell, corpus: &corpus::Corpus, out: &Path) -> Result<String, crate::errors::Failure> {
    let files = assemble::folder(shell, &corpus.content())?;
    write::replace(out, &files)?;
    let bytes: usize = files.values().map(Vec::len).sum();
    Ok(format!("{} files, {} kB, in {}", files.len(), bytes.div_ceil(1000), out.display()))
}

/// Writes the site as one file: `out` itself if it ends in `.html`, else `index.html` in the folder `out`.
pub fn single_file(shell: &Shell, corpus: &corpus::Corpus, out: &Path) -> Result<String, crate::errors::Failure> {
    let page = assemble::single(shell, &corpus.content())?.into_bytes();
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
