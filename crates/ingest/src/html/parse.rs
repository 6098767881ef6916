//! Parses HTML in time linear in its length.

use dom_query::Document;
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};

/// The deepest nesting of elements. Browsers stop at 512, real pages are nested less than 50 deep, and the time to find the article
/// grows with the square of it.
const MAX_DEPTH: usize = 200;

/// The most attributes of an element. Real ones have a few; the parser compares each with all before it.
const MAX_ATTRIBUTES: usize = 1000;

/// Bytes parsed between two looks at the depth.
const CHUNK: usize = 1 << 12;

/// Parses a page as a browser without scripts does.
///
/// The parser compares each tag with all open elements, so its time would grow with the square of the depth: it is stopped as soon as
/// the open elements are too many.
///
/// # Errors
/// What was expected, if the page is nested too deeply or an element has too many attributes.
pub(super) fn parse(html: &str) -> Result<Document, String> {
    if most_attributes(html) > MAX_ATTRIBUTES {
        return Err(format!("expected at most {MAX_ATTRIBUTES} attributes of an element, found more"));
    }
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

/// The number of attributes of the element that has most, in time linear in the length.
fn most_attributes(html: &str) -> usize {
    let (mut rest, mut most) = (html, 0);
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let tag = rest.strip_prefix('/').unwrap_or(rest);
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (name, attributes) = tag.split_at(tag.find(ends_name).unwrap_or(tag.len()));
            let (count, after) = self::attributes(attributes);
            most = most.max(count);
            // What looks like an element in one of these is text.
            let is_raw =
                !rest.starts_with('/') && ["script", "style", "textarea", "title"].iter().any(|raw| name.eq_ignore_ascii_case(raw));
            rest = if is_raw { after_raw(after, name) } else { after };
        }
    }
    most
}

fn ends_name(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '/' | '>')
}

/// The number of attributes before the next `>` outside of quotation marks, and what follows it.
fn attributes(tag: &str) -> (usize, &str) {
    let (mut rest, mut count) = (tag, 0);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return (count, after);
        }
        if rest.is_empty() {
            return (count, rest);
        }
        count += 1;
        // A name may begin with an equals sign.
        let name = rest.char_indices().skip(1).find(|(_, c)| ends_name(*c) || *c == '=').map_or(rest.len(), |(at, _)| at);
        rest = rest[name..].trim_ascii_start();
        let Some(value) = rest.strip_prefix('=').map(str::trim_ascii_start) else { continue };
        rest = match value.chars().next() {
            Some(mark @ ('"' | '\'')) => value[1..].split_once(mark).map_or("", |(_, after)| after),
            _ => &value[value.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(value.len())..],
        };
    }
}

/// What follows the text of a `<script>` and the like.
fn after_raw<'h>(text: &'h str, name: &str) -> &'h str {
    let ends = |at: &usize| text[at + 2..].get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name));
    text.match_indices("</").map(|(at, _)| at).find(ends).map_or("", |at| &text[at..])
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_counted_as_a_browser_reads_them() {
        for (html, most) in [
            ("", 0),
            ("a < b, c <d e", 1),
            ("<p>x</p>", 0),
            ("<p a b=1 c='x y' d=\"> <i j k l m>\" / e>x", 5),
            ("<p a=b/><br/ x y = z>", 2),
            ("<p =a b==c>", 2),
            ("<!-- <p a b c> --><p a>", 1),
            ("<SCRIPT a>if (i <n && a b c) '</p' </script b c><p d>", 2),
            ("<title><b a b c></title>", 0),
            ("<p a='", 1),
            ("<style>p { }", 0),
        ] {
            assert_eq!(most_attributes(html), most, "{html}");
        }
    }
}
