//! Headline and kicker: what the page shows, checked against its metadata.

use super::facts::Facts;
use super::flatten;
use dom_query::{Document, NodeRef};
use std::collections::BTreeSet;

/// Parts of class names that mark a kicker.
const KICKERS: [&str; 12] = [
    "kicker",
    "topline",
    "dachzeile",
    "spitzmarke",
    "overline",
    "eyebrow",
    "supertitle",
    "roofline",
    "pretitle",
    "pre-headline",
    "headline__topic",
    "title-prefix",
];

/// The headline and, if the page distinguishes them, the kicker.
///
/// The headline is the first `<h1>` that agrees with the page's metadata, as shown; else the title in the metadata,
/// without the name of the medium.
pub(super) fn read(page: &Document, facts: &Facts) -> (Option<String>, Option<String>) {
    let said: Vec<String> = facts.titles.iter().map(|title| without_site(title, &facts.sites)).collect();
    let agrees = |words: &str| said.iter().map(|title| overlap(words, title)).max().unwrap_or(0);
    let mut shown: Vec<(usize, &NodeRef<'_>, String)> = Vec::new();
    let headings = page.select("h1");
    let second = page.select("h2, h3, [itemprop=headline], [class*=headline]");
    for node in headings.nodes() {
        let words = flatten::words(node);
        if (1..=40).contains(&words.split_whitespace().count()) && !facts.sites.contains(&words) {
            shown.push((agrees(&words), node, words));
        }
    }
    // Without a good `<h1>`, an `<h2>` may be the headline.
    if !shown.iter().any(|(agreement, ..)| *agreement >= 50) {
        for node in second.nodes() {
            let words = flatten::words(node);
            let agreement = agrees(&words);
            if agreement >= 80 && words.split_whitespace().count() >= 2 {
                shown.push((agreement, node, words));
            }
        }
    }
    let mut best: Option<(usize, &NodeRef<'_>, String)> = None;
    for candidate in shown {
        if best.as_ref().is_none_or(|(agreement, ..)| candidate.0 > *agreement) {
            best = Some(candidate);
        }
    }
    match best {
        Some((agreement, node, words)) if agreement >= 40 || said.is_empty() => parts(node, words, &said),
        // A headline that the metadata does not confirm is trusted only within the article.
        Some((_, node, words)) if said.first().is_none_or(|title| title.split_whitespace().count() < 3) => parts(node, words, &said),
        _ => (said.into_iter().find(|title| !title.is_empty()), None),
    }
}

/// Separates a shown headline from its kicker, which may be inside it or directly above it.
fn parts(node: &NodeRef<'_>, words: String, said: &[String]) -> (Option<String>, Option<String>) {
    let inner: Vec<NodeRef<'_>> = node.descendants_it().filter(NodeRef::is_element).collect();
    let marked = inner.iter().find(|element| is_kicker(element)).map(flatten::words);
    // Two adjacent elements, of which the metadata has the second alone or after a colon.
    let pieces: Vec<String> =
        node.element_children().iter().map(flatten::words).filter(|words| words.contains(char::is_alphanumeric)).collect();
    let split = match pieces.as_slice() {
        [kicker, title]
            if same(&format!("{kicker}{title}"), &words)
                && (said.iter().any(|said| same(said, title) || said.contains(&format!("{}: ", kicker.trim_end_matches(':'))))) =>
        {
            Some(kicker.clone())
        }
        _ => None,
    };
    let kicker = marked.or(split).filter(|kicker| words.starts_with(kicker.as_str()) && kicker.len() < words.len());
    if let Some(kicker) = kicker {
        let title = words[kicker.len()..].trim_start_matches([':', ' ', '|', '–', '-']).trim().to_owned();
        return (Some(title), Some(kicker.trim_end_matches([':', ' ']).to_owned()));
    }
    let above = node.prev_element_sibling().filter(is_kicker).map(|above| flatten::words(&above));
    (Some(words), above.filter(|kicker| (1..=10).contains(&kicker.split_whitespace().count())))
}

fn is_kicker(node: &NodeRef<'_>) -> bool {
    let class = node.class().unwrap_or_default().to_lowercase();
    KICKERS.iter().any(|name| class.contains(name))
}

/// A title without the name of the medium before or after it: "Titel | Der Bote", "Titel - derbote.de".
fn without_site(title: &str, sites: &[String]) -> String {
    let is_site = |part: &str| {
        let part = part.trim();
        let host =
            [".de", ".at", ".ch", ".com", ".net", ".org"].iter().any(|end| part.to_lowercase().ends_with(end)) && !part.contains(' ');
        host || sites.iter().any(|site| {
            same(site, part) || plain(part).starts_with(&plain(site)) && !plain(site).is_empty() && part.split_whitespace().count() <= 5
        })
    };
    let mut title = title.trim();
    loop {
        let cut = [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " // ", " • "]
            .iter()
            .filter_map(|mark| title.rfind(mark).map(|at| (at, mark.len())))
            .max();
        match cut {
            Some((at, length)) if is_site(&title[at + length..]) => title = title[..at].trim(),
            _ => break,
        }
    }
    if let Some((site, rest)) = title.split_once([':', '|']).filter(|(site, _)| sites.iter().any(|name| same(name, site))) {
        let _ = site;
        title = rest.trim();
    }
    title.to_owned()
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn same(a: &str, b: &str) -> bool {
    plain(a) == plain(b)
}

/// How many words of the shorter title are in the other one, in percent.
fn overlap(a: &str, b: &str) -> usize {
    let words = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect::<BTreeSet<_>>()
    };
    let (a, b) = (words(a), words(b));
    a.intersection(&b).count() * 100 / a.len().min(b.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_medium_is_removed() {
        let sites = ["Der Bote".to_owned()];
        for (title, expected) in [
            ("Minister einig | Der Bote", "Minister einig"),
            ("Minister einig - Politik - Der Bote", "Minister einig - Politik"),
            ("Minister einig – derbote.de", "Minister einig"),
            ("Der Bote: Minister einig", "Minister einig"),
            ("Wien – Minister einig", "Wien – Minister einig"),
            ("Der Bote", "Der Bote"),
        ] {
            assert_eq!(without_site(title, &sites), expected);
        }
    }

    #[test]
    fn overlap_counts_words() {
        assert_eq!(overlap("Minister einig", "Krise: Minister sind einig"), 100);
        assert_eq!(overlap("Minister einig", "Wetter morgen"), 0);
        assert_eq!(overlap("", "Wetter"), 0);
    }
}
