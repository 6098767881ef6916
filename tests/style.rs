//! Every class has one style sheet that owns it.
//!
//! A selector without a root, such as `.sign { … }`, applies to every element of that class. If another sheet has a class of the same name,
//! the rules of one component affect another. So a class that begins a selector and occurs in several sheets needs an owner in the table
//! below; other sheets may adjust it only if the table says so. Classes that only occur below a root of their sheet (`.share .close`,
//! `.card .close`) need none. The print sheet may refer to every class.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Classes that several sheets style on purpose: owner, and sheets that adjust them.
const OWNERS: [(&str, &[&str]); 14] = [
    ("bars.css", &["bar", "bars", "evt", "loc", "misc", "org", "per"]),
    ("base.css", &["button", "list", "meta", "number", "quiet", "scroll", "side", "waiting"]),
    ("card.css", &["card", "correct", "tick"]),
    ("drawing.css", &["trace"]),
    ("front.css", &["front", "kicker"]),
    ("header.css", &["foot", "head", "head-tools"]),
    ("lesson.css", &["about"]),
    ("list.css", &["hit-item", "tools"]),
    ("marks.css", &["legend"]),
    ("names.css", &["group", "places"]),
    ("notes.css", &["aloud"]),
    ("reader.css", &["article", "reader", "steps"]),
    ("static.css", &["static"]),
    ("timeline.css", &["controls", "files", "timeline"]),
];
/// The sheet that may refer to every class.
const PRINT: &str = "print.css";

/// All selectors of a sheet, including those inside `@media` and the like.
fn selectors(sheet: &str) -> Vec<String> {
    let (mut found, mut prelude, mut rest) = (Vec::new(), String::new(), sheet);
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '/' if rest.starts_with('*') => rest = rest.split_once("*/").map_or("", |(_, rest)| rest),
            '{' if prelude.trim_start().starts_with('@') => prelude.clear(),
            '{' => {
                found.extend(listed(&prelude));
                prelude.clear();
                rest = rest.split_once('}').map_or("", |(_, rest)| rest);
            }
            '}' | ';' => prelude.clear(),
            c => prelude.push(c),
        }
    }
    found
}

/// The selectors of a list, with the contents of `:is(…)`; conditions (`:not(…)`, `:has(…)`) and attribute values are dropped.
fn listed(prelude: &str) -> Vec<String> {
    let (mut parts, mut open) = (vec![String::new()], Vec::new());
    for c in prelude.chars() {
        let part = parts.last_mut().expect("there is always one");
        match c {
            '(' => open.push(open.last() == Some(&true) || part.ends_with(":not") || part.ends_with(":has")),
            ')' => drop(open.pop()),
            '[' => open.push(true),
            ']' => drop(open.pop()),
            ',' if open.is_empty() => parts.push(String::new()),
            c if open.last() != Some(&true) => part.push(c),
            _ => {}
        }
    }
    parts
}

/// The classes of a selector, in order.
fn classes(selector: &str) -> Vec<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect::<String>();
    selector.split('.').skip(1).map(name).filter(|name| name.starts_with(|c: char| c.is_alphabetic())).collect()
}

/// The violations in these sheets (name, contents) under these owners.
fn faults(sheets: &[(String, String)], owners: &[(&str, &[&str])]) -> Vec<String> {
    let mut used: BTreeMap<String, (BTreeSet<&str>, BTreeSet<&str>)> = BTreeMap::new();
    for (sheet, text) in sheets.iter().filter(|(sheet, _)| sheet != PRINT) {
        for selector in selectors(text) {
            for (at, class) in classes(&selector).into_iter().enumerate() {
                let (anywhere, at_root) = used.entry(class).or_default();
                anywhere.insert(sheet);
                if at == 0 {
                    at_root.insert(sheet);
                }
            }
        }
    }
    let mut faults = Vec::new();
    for (class, (anywhere, at_root)) in &used {
        let owner = owners.iter().find(|(_, classes)| classes.contains(&class.as_str())).map(|(sheet, _)| *sheet);
        match owner {
            None if anywhere.len() > 1 && !at_root.is_empty() => {
                faults.push(format!(".{class} is styled by {anywhere:?} and belongs to none"))
            }
            Some(owner) if !at_root.contains(owner) => faults.push(format!(".{class} belongs to {owner}, which does not style it")),
            Some(_) if anywhere.len() == 1 => faults.push(format!(".{class} is styled by one sheet only and needs no owner")),
            _ => {}
        }
    }
    let declared = owners.iter().flat_map(|(_, classes)| classes.iter()).filter(|class| !used.contains_key(**class));
    faults.extend(declared.map(|class| format!(".{class} has an owner and no style")));
    faults
}

#[test]
fn every_class_is_owned_by_one_sheet() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let mut sheets: Vec<(String, String)> = fs::read_dir(folder)
        .expect("the folder of the style sheets can be read")
        .map(|entry| entry.expect("an entry of the folder can be read"))
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path()).expect("a sheet can be read")))
        .collect();
    sheets.sort();
    assert!(sheets.len() > 10, "only {} sheets", sheets.len());
    assert_eq!(faults(&sheets, &OWNERS), Vec::<String>::new());
}

#[test]
fn a_class_of_two_sheets_is_found() {
    let sheets = |second: &str| vec![("a.css".to_owned(), ".sign { color: red }".to_owned()), ("b.css".to_owned(), second.to_owned())];
    assert_eq!(faults(&sheets("@media print { .items a, .items .sign::after { top: 0 } }"), &[]).len(), 1);
    assert_eq!(faults(&sheets("/* .sign { } */ .items:has(.sign) a[title='.sign'] { top: 0 }"), &[]).len(), 0);
    assert_eq!(faults(&sheets(".items :is(b, .sign) { top: 0 }"), &[("a.css", &["sign"])]).len(), 0);
    assert_eq!(faults(&sheets(""), &[("a.css", &["sign"])]).len(), 1, "an owner that is not needed");
}
