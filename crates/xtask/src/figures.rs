//! `cargo xtask figures`: the size and shape of the code.

use crate::tools::project;
use anyhow::{Context, Result};
use std::fs;
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// The figures of some files.
#[derive(Debug, Default, PartialEq, Eq)]
struct Figures {
    files: usize,
    lines: usize,
    doctests: usize,
    /// The length of each function in lines, from signature to last brace, and its name.
    functions: Vec<(usize, String)>,
}

/// Prints for each crate: files, lines, functions, the 90th percentile of their lengths, doctests, and the longest function.
pub fn command() -> Result<()> {
    println!("{:<12} {:>5} {:>7} {:>9} {:>4} {:>8}  longest function", "crate", "files", "lines", "functions", "p90", "doctests");
    let mut all = Figures::default();
    for folder in crates()? {
        let mut figures = Figures::default();
        for part in ["src", "tests"] {
            figures.add_folder(&folder.join(part))?;
        }
        let name = folder.strip_prefix(project().join("crates")).map_or("app".into(), |name| name.display().to_string());
        println!("{}", figures.row(&name));
        all.merge(figures);
    }
    println!("{}", all.row("all"));
    Ok(())
}

/// The folders of the app and of all other crates, sorted.
fn crates() -> Result<Vec<PathBuf>> {
    let folder = project().join("crates");
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut folders: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_dir()).collect();
    folders.push(project());
    folders.sort();
    Ok(folders)
}

impl Figures {
    fn add_folder(&mut self, folder: &Path) -> Result<()> {
        let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            if path.is_dir() {
                self.add_folder(&path)?;
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
                self.add(&text).with_context(|| format!("cannot read {}", path.display()))?;
            }
        }
        Ok(())
    }

    fn add(&mut self, text: &str) -> syn::Result<()> {
        self.files += 1;
        self.lines += text.lines().count();
        self.doctests += doctests(text);
        self.visit_file(&syn::parse_file(text)?);
        Ok(())
    }

    fn merge(&mut self, other: Self) {
        self.files += other.files;
        self.lines += other.lines;
        self.doctests += other.doctests;
        self.functions.extend(other.functions);
    }

    fn row(&self, name: &str) -> String {
        let Self { files, lines, doctests, functions } = self;
        let mut lengths: Vec<usize> = functions.iter().map(|(length, _)| *length).collect();
        lengths.sort_unstable();
        let p90 = lengths.get(lengths.len().saturating_sub(1) * 9 / 10).copied().unwrap_or_default();
        let longest = functions.iter().max().map_or(String::new(), |(length, name)| format!("{length} {name}"));
        format!("{name:<12} {files:>5} {lines:>7} {:>9} {p90:>4} {doctests:>8}  {longest}", functions.len())
    }

    fn note(&mut self, signature: &syn::Signature, end: proc_macro2::Span) {
        let length = end.end().line + 1 - signature.span().start().line;
        self.functions.push((length, signature.ident.to_string()));
    }
}

impl<'ast> Visit<'ast> for Figures {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.note(&function.sig, function.block.span());
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.note(&function.sig, function.block.span());
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.note(&function.sig, block.span());
        }
        visit::visit_trait_item_fn(self, function);
    }
}

/// The examples in doc comments that `cargo test --doc` compiles.
fn doctests(text: &str) -> usize {
    let comments = text.lines().map(str::trim_start).filter_map(|line| line.strip_prefix("///").or_else(|| line.strip_prefix("//!")));
    let fences: Vec<&str> = comments.filter_map(|line| line.trim().strip_prefix("```")).collect();
    fences.chunks(2).filter(|pair| matches!(pair[0], "" | "rust" | "no_run" | "should_panic" | "compile_fail")).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_measured_from_their_signature_to_their_last_brace() {
        let mut figures = Figures::default();
        let text =
            "/// ```\n/// a();\n/// ```\n/// ```text\n/// no\n/// ```\n#[inline]\npub fn a() {\n    fn b() {}\n}\ntrait T { fn c(); }\n";
        figures.add(text).expect("it is Rust");
        assert_eq!((figures.files, figures.lines, figures.doctests), (1, 11, 1));
        assert_eq!(figures.functions, [(3, "a".to_owned()), (1, "b".to_owned())]);
        assert!(figures.row("x").ends_with("3 a"));
    }
}
