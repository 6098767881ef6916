//! Files as they lie in a folder.

use crate::analysis::lie_within;
use zeitlupe_ingest::{Reading, read};

/// The names that decide how a file is read.
const NAMES: [&str; 11] =
    ["a.txt", "a.md", "a.jsonl", "a.json", "a.html", "articles.toml", "names.toml", "tasks.md", "tour.md", "impressum.md", "a"];

/// The first byte chooses the name of the file, the rest is its content; an article lies beside it.
pub fn any(bytes: &[u8]) {
    let Some((choice, content)) = bytes.split_first() else { return };
    let name = NAMES[usize::from(*choice) % NAMES.len()];
    let reading = read([(name, content), ("wien.txt", "Gipfel in Wien\n\nDie Minister trafen sich.".as_bytes())]);
    assert!(reading.articles.iter().any(|article| article.meta.file == "wien.txt"), "one file costs another: {:?}", reading.problems);
    check(&reading);
}

/// A saved page.
pub fn html(bytes: &[u8]) {
    check(&read([("a.html", bytes)]));
}

fn check(reading: &Reading) {
    for article in &reading.articles {
        lie_within(&article.text, article.sections.iter().map(|section| section.span).filter(|span| span.start < span.end));
        assert!(!article.meta.id.is_empty() && !article.text.contains('\r'));
    }
    for problem in &reading.problems {
        assert!(!problem.file.is_empty() && !problem.message.is_empty());
        assert!(problem.article.is_none_or(|at| (at as usize) < reading.articles.len()));
    }
}
