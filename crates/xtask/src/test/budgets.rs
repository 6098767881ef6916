//! Checks the sizes of the site against `budgets.toml`.

use super::tally::Verdict;
use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use zeitlupe_core::part::{Loading, PartKey};
use zeitlupe_site::pack;

/// Sizes in bytes by the names in `budgets.toml`.
type Sizes = BTreeMap<String, u64>;

/// Measures the site in `folder` and the file `single`, prints a table, and compares every size with its ceiling.
pub fn check(folder: &Path, single: &Path) -> Verdict {
    let checked = || -> Result<String> {
        let ceilings: Sizes = toml::from_str(include_str!("../../budgets.toml")).context("cannot read budgets.toml")?;
        let sizes = measure(folder, single)?;
        for (name, size) in &sizes {
            println!("{name:<14} {size:>9} of {:>9} bytes", ceilings.get(name).copied().unwrap_or_default());
        }
        compare(&sizes, &ceilings)?;
        Ok(format!("{} of {} bytes until a first search has answered", sizes["first_search"], ceilings["first_search"]))
    };
    checked().into()
}

/// Every size must have a ceiling and stay below it, and every ceiling must have a size.
fn compare(sizes: &Sizes, ceilings: &Sizes) -> Result<()> {
    if !sizes.keys().eq(ceilings.keys()) {
        let names: Vec<&str> = sizes.keys().map(String::as_str).collect();
        bail!("expected budgets.toml to name exactly {}", names.join(", "));
    }
    let over: Vec<String> = sizes
        .iter()
        .filter(|(name, size)| *size > &ceilings[*name])
        .map(|(name, size)| format!("{name}: {size} bytes, expected at most {}", ceilings[name]))
        .collect();
    if over.is_empty() { Ok(()) } else { Err(anyhow!(over.join("; "))) }
}

fn measure(folder: &Path, single: &Path) -> Result<Sizes> {
    let mut sizes: Sizes =
        ["first_search", "page", "wasm", "late", "compare", "boot", "recogniser", "times"].map(|name| (name.to_owned(), 0)).into();
    let mut add = |name: &str, size: u64| *sizes.entry(name.to_owned()).or_default() += size;
    for path in files(folder)?.into_iter().chain(files(&folder.join("data"))?) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        // A static host compresses pages, styles and scripts with gzip; the rest is already compressed.
        let sent = if name.ends_with(".bin") { bytes.len() } else { pack::gzip(&bytes)?.len() } as u64;
        // Parts that other questions need.
        let on_demand = PartKey::KINDS.iter().filter(|kind| kind.loading == Loading::OnDemand).map(|kind| kind.name);
        let is_other = on_demand.chain(["late-", "compare-", "recogniser", "sw."]).any(|part| name.starts_with(part));
        let is_loaded = (name == "index.html" || [".css", ".js", ".bin"].iter().any(|ending| name.ends_with(ending))) && !is_other;
        if is_loaded {
            add("first_search", sent);
        }
        if name == "index.html" {
            add("page", sent);
        } else if name.starts_with("late-") {
            add("late", sent);
        } else if name.starts_with("compare-") {
            add("compare", sent);
        } else if name.ends_with(".wasm.bin") {
            add("wasm", sent);
        } else if name.starts_with("recogniser-names-") {
            add("recogniser", sent);
        } else if name.starts_with("recogniser-times-") {
            // Its ceiling is for gzip, although it is sent smaller.
            add("times", pack::gzip(&pack::unpacked(&bytes)?)?.len() as u64);
        } else if name.starts_with("boot-") {
            add("boot", bytes.len() as u64);
        }
    }
    let single = fs::metadata(single).with_context(|| format!("cannot read {}", single.display()))?;
    add("single_file", single.len());
    Ok(sizes)
}

/// The files of one folder, without those below it.
fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}; the step `site` builds it", folder.display()))?;
    Ok(entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(pairs: &[(&str, u64)]) -> Sizes {
        pairs.iter().map(|(name, size)| ((*name).to_owned(), *size)).collect()
    }

    #[test]
    fn a_size_over_its_ceiling_is_reported() {
        let ceilings = sizes(&[("page", 10), ("wasm", 20)]);
        assert!(compare(&sizes(&[("page", 10), ("wasm", 20)]), &ceilings).is_ok());
        let failure = compare(&sizes(&[("page", 10), ("wasm", 21)]), &ceilings).expect_err("it is too much");
        assert_eq!(failure.to_string(), "wasm: 21 bytes, expected at most 20");
        assert!(compare(&sizes(&[("page", 1)]), &ceilings).is_err(), "a ceiling without a size");
    }

    #[test]
    fn only_what_is_loaded_counts() {
        let folder = std::env::temp_dir().join(format!("zeitlupe-budgets-{}", std::process::id()));
        fs::create_dir_all(folder.join("data")).expect("a new folder");
        let times = pack::lzma(b"123").expect("memory is no disk");
        let files: [(&str, &[u8]); 11] = [
            ("index.html", b"x"),
            ("app-1.wasm.bin", b"1234567"),
            ("room-1.wasm.bin", b"12"),
            ("late-1.wasm.bin", b"1234"),
            ("compare-1.wasm.bin", b"12345"),
            ("boot-1.js", b"12345"),
            ("404.html", b"y"),
            ("data/base-1.bin", b"123"),
            ("data/timeline-1.bin", b"999"),
            ("data/recogniser-names-1.bin", b"99"),
            ("data/recogniser-times-1.bin", &times),
        ];
        for (name, bytes) in files {
            fs::write(folder.join(name), bytes).expect("a new file");
        }
        let sizes = measure(&folder, &folder.join("404.html")).expect("all is there");
        let text = |bytes: &[u8]| pack::gzip(bytes).expect("memory is no disk").len() as u64;
        assert_eq!((sizes["wasm"], sizes["boot"], sizes["single_file"], sizes["page"]), (9, 5, 1, text(b"x")));
        assert_eq!((sizes["late"], sizes["compare"], sizes["recogniser"], sizes["times"]), (4, 5, 2, text(b"123")));
        assert_eq!(sizes["first_search"], text(b"x") + text(b"12345") + 9 + 3);
        fs::remove_dir_all(&folder).expect("made by this test");
    }

    #[test]
    fn the_project_has_a_ceiling_for_every_size() {
        let ceilings: Sizes = toml::from_str(include_str!("../../budgets.toml")).expect("the project's own file");
        assert!(ceilings.keys().eq(["boot", "compare", "first_search", "late", "page", "recogniser", "single_file", "times", "wasm"]));
        assert!(ceilings["first_search"] <= 380_000 && ceilings["recogniser"] <= 600_000 && ceilings["times"] <= 71_000);
    }
}
