//! Finds the article in a pruned page.

use super::facts::Facts;
use super::flatten::{self, Block};
use crate::article::Line;
use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use std::collections::BTreeSet;
use zeitlupe_core::article::{Metadata, Role};

/// An article with less running text, in bytes, has probably not been found completely.
const ENOUGH: usize = 250;

/// The lines of the article, in order; links to other articles are marked as furniture.
///
/// Candidates in order: the element marked up as the article's body; the extractor's choice; `<article>` or `<main>`;
/// the whole page. `<article>` replaces the extractor's choice if that lost a good part of it;
/// otherwise an earlier candidate stays unless a later one is much longer.
pub(super) fn read(page: &Document, facts: &Facts, meta: &Metadata) -> Vec<Line> {
    let marked = longest(page, "[itemprop=articleBody], [itemprop=\"articlebody\"], [property=articleBody]");
    let semantic = longest(page, "article").filter(|found| size(found) >= ENOUGH).or_else(|| longest(page, "main, [role=main]"));
    let extracted = extract(page);
    let marked = marked.or_else(|| cell(page));
    let whole = page.body().map(|body| flatten::blocks(&body)).unwrap_or_default();
    let best = match (marked, extracted, semantic) {
        (Some(marked), extracted, _) if size(&marked) >= ENOUGH && size(&marked) * 10 >= extracted.as_deref().map_or(0, size) * 6 => marked,
        (_, Some(extracted), Some(semantic)) if size(&semantic) * 10 > size(&extracted) * 12 && size(&semantic) < size(&extracted) * 4 => {
            semantic
        }
        (_, Some(extracted), _) if size(&extracted) >= ENOUGH => extracted,
        (marked, extracted, semantic) => [marked, semantic, extracted, Some(whole)]
            .into_iter()
            .flatten()
            .reduce(|best, next| if size(&next) > size(&best) * 3 / 2 { next } else { best })
            .unwrap_or_default(),
    };
    let lines = tidy(best, meta);
    // A page that builds its text with a script may still have it in its JSON-LD.
    let found: usize = lines.iter().filter(|line| !line.furniture).map(|line| line.text.len()).sum();
    match &facts.article_body {
        Some(body) if found * 2 < body.len() && body.len() >= ENOUGH => vec![Line::new(body.clone(), 0).with_role(Role::Paragraph)],
        _ => lines,
    }
}

/// The lines of the element with the most running text among those that match the selector.
fn longest(page: &Document, selector: &str) -> Option<Vec<Block>> {
    let found = page.select(selector);
    found.nodes().iter().map(flatten::blocks).max_by_key(|blocks| size(blocks)).filter(|blocks| size(blocks) > 0)
}

/// The table cell that holds the article, if the page is laid out with tables: the innermost with most of the running text.
fn cell(page: &Document) -> Option<Vec<Block>> {
    let paragraphs: usize = page.select("p").nodes().iter().map(|node| node.normalized_char_count()).filter(|count| *count >= 40).sum();
    let cells: Vec<_> = page.select("td").nodes().iter().map(flatten::blocks).collect();
    let most = cells.iter().map(|blocks| size(blocks)).max().filter(|most| *most > 2 * paragraphs)?;
    cells.into_iter().rfind(|blocks| size(blocks) * 10 >= most * 8)
}

/// The bytes of running text: paragraphs that are not mostly links.
fn size(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .filter(|block| block.linked < 50 && block.line.role != Some(Role::Title) && block.line.text.len() >= 40)
        .map(|block| block.line.text.len())
        .sum()
}

/// What `dom_smoothie`, a port of Mozilla's Readability, takes for the article.
fn extract(page: &Document) -> Option<Vec<Block>> {
    let config = Config { disable_json_ld: true, char_threshold: ENOUGH, keep_classes: true, ..Config::default() };
    let mut extractor = Readability::new(page.html(), None, Some(config)).ok()?;
    let article = extractor.parse().ok()?;
    let content = Document::from(article.content.to_string());
    let blocks = content.body().map(|body: NodeRef<'_>| flatten::blocks(&body))?;
    (size(&blocks) > 0).then_some(blocks)
}

/// Drops repeated lines and the headline, which is already known, and marks links as furniture.
fn tidy(blocks: Vec<Block>, meta: &Metadata) -> Vec<Line> {
    let mut seen = BTreeSet::new();
    let mut out: Vec<Line> = Vec::new();
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let known: Vec<String> = [&meta.title, &meta.kicker].into_iter().flatten().map(|words| plain(words)).collect();
    let both = [&meta.kicker, &meta.title].into_iter().flatten().map(|words| plain(words)).collect::<String>();
    let leads = blocks.iter().filter(|block| block.line.role == Some(Role::Lead)).count();
    for Block { mut line, linked } in blocks {
        let words = plain(&line.text);
        if words.is_empty() || known.contains(&words) || words == both || words.len() > 30 && !seen.insert(words) {
            continue;
        }
        line.role = match line.role {
            Some(Role::Title) => Some(Role::Heading),
            // Only a single lead at the beginning counts as one.
            Some(Role::Lead) if leads > 2 || out.iter().any(|line| line.role == Some(Role::Paragraph) && line.text.len() > 100) => {
                Some(Role::Paragraph)
            }
            role => role,
        };
        line.furniture = linked >= 80 && line.text.split_whitespace().count() <= 30;
        out.push(line);
    }
    // Headings with nothing below them belonged to pruned elements.
    let last = out.iter_mut().rev().filter(|line| !line.furniture);
    last.take_while(|line| line.role == Some(Role::Heading)).for_each(|line| line.furniture = true);
    out
}
