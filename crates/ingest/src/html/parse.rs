//! Parses HTML in time linear in its length.

use dom_query::Document;
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};

/// The deepest nesting of elements. Browsers stop at 512, real pages are nested less than 50 deep, and the time to find the article
/// grows with the square of it.
const MAX_DEPTH: usize = 200;

/// Bytes parsed between two looks at the depth.
const CHUNK: usize = 1 << 12;

/// Parses a page as a browser without scripts does.
///
/// The parser compares each tag with all open elements, so its time would grow with the square of the depth: it is stopped as soon as
/// the open elements are too many.
///
/// # Errors
/// What was expected, if the page is nested too deeply.
pub(super) fn parse(html: &str) -> Result<Document, String> {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let mut parser = parse_document(Document::default(), ParseOpts { tree_builder, ..ParseOpts::default() });
    let mut rest = html;
    while !rest.is_empty() {
        let (chunk, after) = rest.split_at(rest.floor_char_boundary(CHUNK));
        parser.process(StrTendril::from_slice(chunk));
        check(open_elements(&parser.tokenizer.sink.sink))?;
        rest = after;
    }
    let page = parser.finish();
    check(depth(&page))?;
    Ok(page)
}

fn check(depth: usize) -> Result<(), String> {
    if depth > MAX_DEPTH { Err(format!("expected at most {MAX_DEPTH} elements in one another, found more")) } else { Ok(()) }
}

/// The number of elements that are open at the end of what has been parsed: the last one, and those that contain it.
fn open_elements(page: &Document) -> usize {
    let mut depth = 0;
    let mut at = page.root();
    while let Some(last) = at.last_child() {
        at = last;
        depth += 1;
    }
    depth
}

/// The depth of the tree.
fn depth(page: &Document) -> usize {
    let (mut at, mut depth, mut deepest) = (page.root(), 0_usize, 0);
    loop {
        if let Some(child) = at.first_child() {
            at = child;
            depth += 1;
            deepest = deepest.max(depth);
            continue;
        }
        // Up to the next node that has a following sibling.
        while depth > 0 && at.next_sibling().is_none() {
            let Some(parent) = at.parent() else { return deepest };
            at = parent;
            depth -= 1;
        }
        match at.next_sibling() {
            Some(next) if depth > 0 => at = next,
            _ => return deepest,
        }
    }
}
