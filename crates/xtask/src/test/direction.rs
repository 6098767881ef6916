//! Which module depends on which: there is no circle, and the maps in ARCHITECTURE.md and docs/modules.md are what the code says.
//!
//! Covers files and the modules right below a crate's root, without what is compiled for tests only. A re-exported name (`pub use`) counts
//! as a dependency on the module that defines it, and on the one that re-exports it where that is another one below the root.

mod graph;
mod read;

use super::tally::Verdict;
use crate::tools::project;
use anyhow::{Context, Result, anyhow, bail};
use bpaf::Bpaf;
use graph::{Directions, Graph, ROOT, circles, directions, layers};
use read::{Module, modules};
use std::collections::BTreeSet;
use std::fs;
use zeitlupe_site::PARTS;

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    /// Write the maps into ARCHITECTURE.md and docs/modules.md
    write: bool,
}

/// The crates of the map: the name, and the file of the root.
const CRATES: [(&str, &str); 5] = [
    ("zeitlupe (the app)", "src/lib.rs"),
    ("zeitlupe-site", "crates/site/src/lib.rs"),
    ("zeitlupe-words", "crates/words/src/lib.rs"),
    ("zeitlupe-ingest", "crates/ingest/src/lib.rs"),
    ("zeitlupe-core", "crates/core/src/lib.rs"),
];

const BEGIN: &str = "<!-- Written by `cargo xtask modules --write`. -->\n";
const END: &str = "<!-- End of what is written. -->\n";

/// What is drawn of all crates: a document, and the text between its two marks.
type Maps = [(&'static str, String); 2];

/// The gates of the parts into which a release divides the app, in the order of [`PARTS`].
const GATES: [&str; PARTS.len()] = ["src/late.rs", "src/late/compare.rs"];

/// For each part of the app the modules that only its gate leads to, as paths such as `pages::time`: what they define is not needed before.
pub fn part_modules() -> Result<Vec<Vec<String>>> {
    let (_, root) = CRATES[0];
    let modules = modules(root, &|file| fs::read_to_string(project().join(file)).ok()).map_err(anyhow::Error::msg)?;
    Ok(GATES.iter().map(|gate| late(&modules, "src/app.rs", gate)).collect())
}

/// The modules whose files are reached from the file `first` only through the file `gate`.
fn late(modules: &[Module], first: &str, gate: &str) -> Vec<String> {
    let files = directions(modules).files;
    let (mut early, mut left) = (BTreeSet::from([gate]), vec![first]);
    while let Some(file) = left.pop() {
        if early.insert(file) {
            left.extend(files.get(file).into_iter().flat_map(|others| others.keys()).map(String::as_str));
        }
    }
    let late = modules.iter().filter(|module| module.file == gate || !early.contains(module.file.as_str()));
    late.map(|module| module.path.join("::")).filter(|path| !path.is_empty()).collect()
}

/// Prints the modules with their dependencies; with `--write` puts the maps into their documents.
pub fn command(options: Options) -> Result<()> {
    let (maps, _) = draw()?;
    for (document, map) in &maps {
        if options.write {
            let path = project().join(document);
            fs::write(&path, with_map(document, &read(document)?, map)?).with_context(|| format!("cannot write {document}"))?;
        } else {
            println!("{document}\n\n{map}");
        }
    }
    Ok(())
}

/// Fails on a circle, and where a map is not the present one.
pub fn check() -> Verdict {
    let checked = || -> Result<String> {
        let (maps, circles) = draw()?;
        if !circles.is_empty() {
            bail!(circles.join("\n"));
        }
        for (document, map) in &maps {
            let text = read(document)?;
            if with_map(document, &text, map)? != text {
                bail!("the map in {document} is not the present one: cargo xtask modules --write");
            }
        }
        Ok(format!("no circle in {} crates", CRATES.len()))
    };
    checked().into()
}

fn read(document: &str) -> Result<String> {
    fs::read_to_string(project().join(document)).with_context(|| format!("cannot read {document}"))
}

/// The maps of all crates, and a description of every circle.
fn draw() -> Result<(Maps, Vec<String>)> {
    let source = |file: &str| fs::read_to_string(project().join(file)).ok();
    let mut overview = String::from("| crate | modules |\n| --- | --- |\n");
    let (mut tables, mut problems) = (String::new(), Vec::new());
    for (name, root) in CRATES {
        let modules = modules(root, &source).map_err(anyhow::Error::msg)?;
        let Directions { files, tops } = directions(&modules);
        for graph in [&tops, &files] {
            problems.extend(circles(graph).iter().map(|circle| describe(name, graph, circle)));
        }
        overview.push_str(&row(name, &tops));
        if !tables.is_empty() {
            tables.push('\n');
        }
        tables.push_str(&table(name, &modules, &tops));
    }
    Ok(([("ARCHITECTURE.md", overview), ("docs/modules.md", tables)], problems))
}

/// The layers of a crate's modules, the highest first, without its root.
fn row(name: &str, tops: &Graph) -> String {
    let named = |layer: Vec<&str>| {
        let names: Vec<String> = layer.into_iter().filter(|top| *top != ROOT).map(|top| format!("`{top}`")).collect();
        names.join(", ")
    };
    let rows: Vec<String> = layers(tops).into_iter().rev().map(named).filter(|layer| !layer.is_empty()).collect();
    format!("| {name} | {} |\n", rows.join(" → "))
}

/// The modules right below a crate's root with their dependencies, those first on which no other depends.
fn table(name: &str, modules: &[Module], tops: &Graph) -> String {
    let mut out = format!("| {name} | what it is | depends on |\n| --- | --- | --- |\n");
    for top in layers(tops).into_iter().rev().flatten() {
        let Some(module) = modules.iter().find(|module| module.path == [top]) else { continue };
        let others: Vec<String> = tops[top].keys().map(|other| format!("`{other}`")).collect();
        out.push_str(&format!("| `{top}` | {} | {} |\n", module.about.trim_end_matches(['.', ':']), others.join(", ")));
    }
    out
}

/// A circle by its modules and the names that tie each to another.
fn describe(name: &str, graph: &Graph, circle: &[String]) -> String {
    let mut out = format!("{name}: {} depend on each other", circle.join(", "));
    for from in circle {
        for (to, names) in graph[from].iter().filter(|(to, _)| circle.contains(to)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            out.push_str(&format!("\n  {from} takes {} from {to}", names.join(", ")));
        }
    }
    out
}

/// The text of a document with the map between its two marks.
fn with_map(document: &str, text: &str, map: &str) -> Result<String> {
    let parts = text.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = parts.ok_or_else(|| anyhow!("expected {document} to hold {BEGIN:?} and {END:?}"))?;
    Ok(format!("{before}{BEGIN}\n{map}\n{END}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// Reads a made-up crate: files by name, with `lib.rs` as the root.
    fn read(files: &[(&str, &str)]) -> Vec<Module> {
        let files: BTreeMap<String, &str> = files.iter().map(|(name, text)| (format!("src/{name}"), *text)).collect();
        modules("src/lib.rs", &|file| files.get(file).map(|text| (*text).to_owned())).expect("sound code")
    }

    /// The circles of files and of modules below the root.
    fn found(files: &[(&str, &str)]) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
        let found = directions(&read(files));
        (circles(&found.files), circles(&found.tops))
    }

    const NONE: (Vec<Vec<String>>, Vec<Vec<String>>) = (Vec::new(), Vec::new());

    #[test]
    fn two_that_use_each_other_are_a_circle() {
        let crate_of = |b: &'static str| [("lib.rs", "mod a; mod b;"), ("a.rs", "use crate::b::B; pub struct A;"), ("b.rs", b)];
        for tied in [
            "use crate::a::A; pub struct B;",
            "pub struct B { a: crate::a::A }",
            "pub struct B; fn b() { println!(\"{}\", crate::a::A::new().b) }",
            "#[derive(Serialize)] pub struct B { #[serde(with = \"crate::a\")] b: u8 }",
            "use super::a; pub struct B; fn b(_: a::A) {}",
        ] {
            let (files, tops) = found(&crate_of(tied));
            assert_eq!((files, tops), (vec![vec!["src/a.rs".to_owned(), "src/b.rs".into()]], vec![vec!["a".into(), "b".into()]]), "{tied}");
        }
        for free in [
            "pub struct B;",
            "/// See [`crate::a::A`].\npub struct B;",
            "pub struct B; #[cfg(test)] mod tests { use crate::a::A; }",
            "pub struct B; fn b(a: u8) -> u8 { a }",
            "use std::fmt; use other::a::A; pub struct B;",
        ] {
            assert_eq!(found(&crate_of(free)), NONE, "{free}");
        }
    }

    #[test]
    fn a_name_counts_for_the_file_that_defines_it() {
        let facade = [("lib.rs", "mod a;"), ("a/mod.rs", "mod x; mod y; pub use x::X;"), ("a/x.rs", "pub struct X;")];
        assert_eq!(found(&[&facade[..], &[("a/y.rs", "use super::X;")]].concat()), NONE, "a module may pass on what its parts define");
        let parent = [("lib.rs", "mod a;"), ("a/mod.rs", "mod x; pub struct X; fn a() { x::x() }")];
        let (files, tops) = found(&[&parent[..], &[("a/x.rs", "use super::X; pub fn x() {}")]].concat());
        assert_eq!((files.len(), tops.len()), (1, 0), "the part takes a type from the module that calls it");
        let glob = [("lib.rs", "mod a; mod b;"), ("a/mod.rs", "mod x; pub use x::*;"), ("a/x.rs", "use crate::b::B; pub struct X;")];
        let (files, tops) = found(&[&glob[..], &[("b.rs", "use crate::a::X; pub struct B;")]].concat());
        assert_eq!((files, tops.len()), (vec![vec!["src/a/x.rs".to_owned(), "src/b.rs".into()]], 1));
    }

    #[test]
    fn the_map_goes_from_the_top_down() {
        let files = [
            ("lib.rs", "mod a; mod b; mod c;"),
            ("a.rs", "//! The lowest."),
            ("b.rs", "//! In the middle:\n//! of three.\n//!\n//! More.\nuse crate::a::A;"),
            ("c.rs", "//! The highest.\nuse crate::{a::A, b::B};"),
        ];
        let modules = read(&files);
        let tops = directions(&modules).tops;
        assert_eq!(row("probe", &tops), "| probe | `c` → `b` → `a` |\n");
        let map = table("probe", &modules, &tops);
        let rows: Vec<&str> = map.lines().skip(2).collect();
        assert_eq!(rows, ["| `c` | The highest | `a`, `b` |", "| `b` | In the middle: of three | `a` |", "| `a` | The lowest |  |"]);
    }

    #[test]
    fn the_map_replaces_the_one_before() {
        let text = format!("Map\n{BEGIN}old\n{END}Rest\n");
        let once = with_map("map", &text, "new\n").expect("the marks are there");
        assert_eq!(once, format!("Map\n{BEGIN}\nnew\n\n{END}Rest\n"));
        assert_eq!(with_map("map", &once, "new\n").expect("the marks are there"), once);
        assert!(with_map("map", "no marks", "new\n").is_err());
    }
}
