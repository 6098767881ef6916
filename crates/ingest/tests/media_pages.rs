//! Saved pages after the shapes of German media: headline, kicker, date, source, author, and where the text begins and ends.
//!
//! The pages are made up. `right.tsv` has the right values, one line per page.

use std::fs;
use std::path::{Path, PathBuf};
use zeitlupe_core::article::{Article, Role};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/media")
}

fn read(name: &str) -> Article {
    let bytes = fs::read(folder().join(name)).expect("the page is there");
    let reading = zeitlupe_ingest::read([(name, &bytes[..])]);
    assert_eq!(reading.articles.len(), 1, "{:?}", reading.problems);
    reading.articles.into_iter().next().expect("there is one")
}

/// Headline, kicker, date, source, author, and the text below the headline.
fn values(article: &Article) -> ([String; 5], String) {
    let meta = &article.meta;
    let date = meta.date.as_ref().map(|date| date.iso().chars().take(10).collect::<String>());
    let of = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
    let sections = article.sections.iter().filter(|section| section.role >= Role::Lead);
    let body: Vec<&str> = sections.map(|section| section.span.of(&article.text)).collect();
    ([of(&meta.title), of(&meta.kicker), of(&date), of(&meta.source), of(&meta.author)], body.join("\n"))
}

/// How many of the pages must have the right value, for each of [`NAMES`].
const FLOORS: [usize; 7] = [47, 48, 48, 48, 47, 47, 47];
const NAMES: [&str; 7] = ["headline", "kicker", "date", "source", "author", "begins", "ends"];

#[test]
fn the_values_of_the_pages_are_right() {
    let right = fs::read_to_string(folder().join("right.tsv")).expect("the values are there");
    let mut wrong = Vec::new();
    let mut counts = [0; 7];
    for line in right.lines().skip(1) {
        let [page, expected @ ..] = &line.split('\t').collect::<Vec<_>>()[..] else { panic!("a line begins with a page") };
        let (mut found, body) = values(&read(page));
        for at in 0..NAMES.len() {
            let (is_right, found) = match NAMES[at] {
                "begins" => (body.starts_with(expected[at]), body.clone()),
                "ends" => (body.ends_with(expected[at]), body.clone()),
                _ => (found[at] == expected[at], std::mem::take(&mut found[at])),
            };
            counts[at] += usize::from(is_right);
            wrong.extend((!is_right).then(|| format!("{page}: {} is {}, found {found}", NAMES[at], expected[at])));
        }
    }
    assert!(counts.iter().zip(FLOORS).all(|(count, floor)| *count >= floor), "{counts:?}\n{}", wrong.join("\n"));
}
