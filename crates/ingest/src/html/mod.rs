//! The article of a saved web page.
//!
//! 1. [`facts`] reads the page's metadata: JSON-LD, Open Graph, `<meta>`, `<time>`; [`headline`] the headline.
//! 2. [`prune`] removes what is not the article: navigation, teasers, banners, hidden elements.
//! 3. [`body`] finds the article in the rest, and [`flatten`] makes lines of it.
//! 4. [`crate::article`] makes an article of the lines, as for every other format.

mod body;
mod facts;
mod flatten;
mod headline;
mod ld;
mod parse;
mod prune;
mod title;

use crate::article::{self, Line, Parsed};
use dom_query::Document;
use std::collections::{BTreeMap, HashSet};
use zeitlupe_core::article::{Metadata, Role};

/// Reads a saved page. `known` is the metadata known already.
///
/// The error says what was expected if the page has no text outside of navigation and the like, is nested too deeply or has an element with
/// too many attributes.
pub(crate) fn read(html: &str, known: Metadata) -> Result<Parsed, String> {
    let page = parse::parse(html)?;
    let facts = facts::read(&page);
    let (mut meta, remarks) = facts.metadata(known);
    let headline = headline::read(&page, &facts);
    meta.title = headline.title;
    meta.kicker = headline.kicker;
    let aside = prune::clean(&page, headline.node);
    let mut lines = body::read(&page, &facts, &meta, headline.node);
    if lines.iter().all(|line| line.furniture) {
        return Err("expected a page with an article, found no running text".into());
    }
    let title = meta.title.as_deref().unwrap_or_default();
    meta.date = meta.date.or_else(|| facts::visible_date(&page, title)).or_else(|| facts.changed());
    meta.author = meta.author.or_else(|| facts::visible_author(&page, &facts));
    meta.source = meta.source.or_else(|| facts.agencies());
    let new = missing(aside, &lines);
    lines.extend(new.into_iter().map(|words| Line::new(words, 0).as_furniture()));
    lead(&page, &facts, &mut lines);
    let mut read = article::lines(lines, meta);
    read.remarks.splice(0..0, remarks);
    Ok(read)
}

/// Those of the texts whose words no line contains, in order.
///
/// Takes time linear in the length of the page, as texts are short ([`prune::MAX_ASIDE`]).
fn missing(texts: Vec<String>, lines: &[Line]) -> Vec<String> {
    let mut by_length: BTreeMap<usize, HashSet<Vec<&str>>> = BTreeMap::new();
    for text in &texts {
        let words = words(text);
        by_length.entry(words.len().max(1)).or_default().insert(words);
    }
    let mut found: HashSet<Vec<&str>> = HashSet::new();
    for line in lines {
        let line = words(&line.text);
        for (length, texts) in &by_length {
            found.extend(line.windows(*length).filter_map(|run| texts.get(run)).cloned());
        }
    }
    let is_missing: Vec<bool> = texts.iter().map(|text| !found.contains(&words(text))).collect();
    texts.into_iter().zip(is_missing).filter(|(_, is_missing)| *is_missing).map(|(text, _)| text).collect()
}

/// The words of a text, without punctuation.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// The text of HTML, white space collapsed.
///
/// The error says if it is nested too deeply or has an element with too many attributes.
pub(crate) fn text_of(html: &str) -> Result<String, String> {
    parse::parse(html).map(|page| flatten::words(&page.root()))
}

/// Marks the lead, if the page's description repeats it; a lead outside the running text goes on top.
fn lead(page: &Document, facts: &facts::Facts, lines: &mut Vec<Line>) {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let described: Vec<String> = facts.descriptions.iter().map(|words| plain(words)).filter(|words| words.len() > 30).collect();
    // Descriptions are often truncated, so the beginning is enough.
    let is_described = |words: &str| {
        let words = plain(words);
        words.len() > 30
            && described.iter().any(|described| {
                described.starts_with(&words) || words.starts_with(&described[..described.floor_char_boundary(described.len() * 4 / 5)])
            })
    };
    if lines.iter().any(|line| line.role == Some(Role::Lead)) {
        return;
    }
    let first = lines.iter_mut().filter(|line| !line.furniture).find(|line| line.role != Some(Role::Heading));
    if let Some(first) = first.filter(|first| is_described(&first.text) && first.text.split_whitespace().count() <= 90) {
        first.role = Some(Role::Lead);
        return;
    }
    let marked = page.select("[class*=lead], [class*=intro], [class*=vorspann], [class*=standfirst], [class*=teaser-text], [itemprop=description], header p, h2, p, h3");
    let mut candidates = marked.nodes().iter().map(flatten::words).filter(|words| (5..=90).contains(&words.split_whitespace().count()));
    let outside = candidates.find(|words| is_described(words) && !lines.iter().any(|line| plain(&line.text).contains(&plain(words))));
    lines.splice(0..0, outside.map(|words| Line::new(words, 0).with_role(Role::Lead)));
}
