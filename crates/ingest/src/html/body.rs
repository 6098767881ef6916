//! Finds the article in a page from which the rest was taken.

use super::facts::Facts;
use super::flatten::{self, Block};
use crate::article::Line;
use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use std::collections::BTreeSet;
use zeitlupe_core::article::{Metadata, Role};

/// An article of fewer characters is likely not found whole.
const ENOUGH: usize = 250;

/// The lines of the article, in order; links to other articles are marked as furniture.
///
/// Asked in turn: the element that the page itself calls the article's body; the extractor's choice;
/// `<article>`, `<main>` and the page as a whole. The extractor's choice gives way where it lost
/// a good part of the `<article>` around it, and the first found stands where the others have less.
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
    // A page that builds its text with a script may still carry it in its description of itself.
    let found: usize = lines.iter().filter(|line| !line.furniture).map(|line| line.text.len()).sum();
    match &facts.article_body {
        Some(body) if found * 2 < body.len() && body.len() >= ENOUGH => vec![Line::new(body.clone(), 0).with_role(Role::Paragraph)],
        _ => lines,
    }
}

/// The lines of that element, of those that fit the selector, which has the most running text.
fn longest(page: &Document, selector: &str) -> Option<Vec<Block>> {
    let found = page.select(selector);
    found.nodes().iter().map(flatten::blocks).max_by_key(|blocks| size(blocks)).filter(|blocks| size(blocks) > 0)
}

/// The cell that holds the article of a page laid out with tables: the innermost that has most of the page's running text.
fn cell(page: &Document) -> Option<Vec<Block>> {
    let paragraphs: usize = page.select("p").nodes().iter().map(|node| node.normalized_char_count()).filter(|count| *count >= 40).sum();
    let cells: Vec<_> = page.select("td").nodes().iter().map(flatten::blocks).collect();
    let most = cells.iter().map(|blocks| size(blocks)).max().filter(|most| *most > 2 * paragraphs)?;
    cells.into_iter().rfind(|blocks| size(blocks) * 10 >= most * 8)
}

/// How many bytes of running text the lines have: paragraphs that are not mostly links.
fn size(blocks: &[Block]) -> usize {
    blocks
        .iter()
        .filter(|block| block.linked < 50 && block.line.role != Some(Role::Title) && block.line.text.len() >= 40)
        .map(|block| block.line.text.len())
        .sum()
}

/// What the extractor takes for the article.
fn extract(page: &Document) -> Option<Vec<Block>> {
    let config = Config { disable_json_ld: true, char_threshold: ENOUGH, keep_classes: true, ..Config::default() };
    let mut extractor = Readability::new(page.html(), None, Some(config)).ok()?;
    let article = extractor.parse().ok()?;
    let content = Document::from(article.content.to_string());
    let blocks = content.body().map(|body: NodeRef<'_>| flatten::blocks(&body))?;
    (size(&blocks) > 0).then_some(blocks)
}

/// Drops what repeats, marks what links elsewhere, and takes the headline out: it is known already.
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
            // One lead at the beginning is a lead; what is called so elsewhere, or often, is not.
            Some(Role::Lead) if leads > 2 || out.iter().any(|line| line.role == Some(Role::Paragraph) && line.text.len() > 100) => {
                Some(Role::Paragraph)
            }
            role => role,
        };
        line.furniture = linked >= 80 && line.text.split_whitespace().count() <= 30;
        out.push(line);
    }
    // Headings with nothing below them belonged to what was taken out.
    let last = out.iter_mut().rev().filter(|line| !line.furniture);
    last.take_while(|line| line.role == Some(Role::Heading)).for_each(|line| line.furniture = true);
    out
}
