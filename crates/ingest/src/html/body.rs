//! Finds the article in a pruned page.

use super::facts::Facts;
use super::flatten::{self, Block};
use crate::article::{Line, ends_sentence};
use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use std::collections::BTreeSet;
use zeitlupe_core::article::{Metadata, Role};

/// An article with less running text, in bytes, has probably not been found completely.
const ENOUGH: usize = 250;

/// The lines of the article, in order; links to other articles are marked as furniture.
///
/// Candidates in order: the element marked up as the article's body; the extractor's choice, if it is where the headline is;
/// `<article>` or `<main>`; the whole page. `<article>` replaces the extractor's choice if that lost a good part of it;
/// otherwise an earlier candidate stays unless a later one is much longer.
pub(super) fn read(page: &Document, facts: &Facts, meta: &Metadata, headline: Option<NodeRef<'_>>) -> Vec<Line> {
    let marked = longest(page, "[itemprop=articleBody], [itemprop=\"articlebody\"], [property=articleBody]");
    let semantic = longest(page, "article").filter(|found| size(found) >= ENOUGH).or_else(|| longest(page, "main, [role=main]"));
    let extracted = extract(page);
    let marked = marked.or_else(|| cell(page));
    let home = headline.and_then(|headline| home(&headline)).filter(|home| size(home) >= ENOUGH);
    let extracted = match (extracted, home) {
        (Some(extracted), Some(home)) if common(&extracted, &home) * 2 < size(&extracted) => Some(home),
        (extracted, _) => extracted,
    };
    let whole = page.body().map(|body| flatten::blocks(&body)).unwrap_or_default();
    let best = match (marked, extracted, semantic) {
        (Some(marked), extracted, _) if size(&marked) >= ENOUGH && size(&marked) * 10 >= extracted.as_ref().map_or(0, size) * 6 => marked,
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
    let most = cells.iter().map(size).max().filter(|most| *most > 2 * paragraphs)?;
    cells.into_iter().rfind(|blocks| size(blocks) * 10 >= most * 8)
}

/// The lines of the `<article>` or `<main>` with the headline.
fn home(headline: &NodeRef<'_>) -> Option<Vec<Block>> {
    let is_home = |outer: &NodeRef<'_>| matches!(outer.node_name().as_deref(), Some("article" | "main"));
    headline.ancestors_it(None).find(is_home).map(|home| flatten::blocks(&home))
}

/// The bytes of running text that both have.
fn common(some: &[Block], others: &[Block]) -> usize {
    let known: BTreeSet<&str> = others.iter().map(|block| block.line.text.as_str()).collect();
    let same = some.iter().filter(|block| known.contains(block.line.text.as_str()));
    size(same)
}

/// The bytes of running text: paragraphs that are not mostly links.
fn size<'b>(blocks: impl IntoIterator<Item = &'b Block>) -> usize {
    blocks
        .into_iter()
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

/// Where the article ends: at another `<h1>` below its text, if that has little text of its own.
fn end(blocks: &[Block], is_headline: impl Fn(&str) -> bool) -> usize {
    let mut left = 0;
    let mut end = blocks.len();
    for (place, block) in blocks.iter().enumerate().rev() {
        if block.line.role == Some(Role::Title) {
            if is_headline(&block.line.text) || left >= ENOUGH {
                break;
            }
            end = place;
        }
        left += size([block]);
    }
    // What stands above all text belongs to the head.
    if size(&blocks[..end]) >= ENOUGH { end } else { blocks.len() }
}

/// Drops repeated lines and the headline, which is already known, and marks links as furniture.
fn tidy(blocks: Vec<Block>, meta: &Metadata) -> Vec<Line> {
    let mut seen = BTreeSet::new();
    let mut out: Vec<Line> = Vec::new();
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let known: Vec<String> = [&meta.title, &meta.kicker].into_iter().flatten().map(|words| plain(words)).collect();
    let both = [&meta.kicker, &meta.title].into_iter().flatten().map(|words| plain(words)).collect::<String>();
    let leads = blocks.iter().filter(|block| block.line.role == Some(Role::Lead)).count();
    let end = end(&blocks, |words| known.contains(&plain(words)));
    for (place, Block { mut line, linked }) in blocks.into_iter().enumerate() {
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
        line.furniture = linked >= 80 && line.text.split_whitespace().count() <= 30 || place >= end;
        out.push(line);
    }
    // Headings with at most a few words below them belong to pruned elements or boxes.
    let is_end = |line: &Line| line.furniture || line.role == Some(Role::Heading) || line.text.len() < 40 && !ends_sentence(&line.text);
    let end = out.iter().rposition(|line| !is_end(line)).map_or(0, |last| last + 1);
    let box_begins = out[end..].iter().position(|line| !line.furniture && line.role == Some(Role::Heading));
    if let Some(begins) = box_begins {
        out[end + begins..].iter_mut().for_each(|line| line.furniture = true);
    }
    out
}
