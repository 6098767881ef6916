//! From elements to lines.

use crate::article::Line;
use crate::hyphens::{one_line, without_breaks};
use dom_query::NodeRef;
use zeitlupe_core::article::Role;

/// Elements that begin a new line.
const BLOCKS: [&str; 34] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tr",
    "ul",
];

/// The text with white space collapsed and leftover entities decoded.
pub(super) fn plain(text: &str) -> String {
    one_line(&without_breaks(&html_escape::decode_html_entities(text)))
}

/// The text of an element, white space collapsed; blocks and `<br>` become spaces.
pub(super) fn words(node: &NodeRef<'_>) -> String {
    words_without(node, &|_| false)
}

/// The same, without the elements that `leaves_out` names.
pub(super) fn words_without(node: &NodeRef<'_>, leaves_out: &dyn Fn(&NodeRef<'_>) -> bool) -> String {
    let mut text = String::new();
    gather(node, leaves_out, &mut text);
    one_line(&without_breaks(&text))
}

fn gather(node: &NodeRef<'_>, leaves_out: &dyn Fn(&NodeRef<'_>) -> bool, out: &mut String) {
    if node.is_text() {
        // The stacked parts of a headline are often just spans.
        let stacked = node.prev_sibling().is_some_and(|before| is_part(&before)) && out.ends_with(char::is_alphanumeric);
        let text = node.text();
        if stacked && text.starts_with(|c: char| c.is_alphanumeric() || "„»«\"".contains(c)) {
            out.push(' ');
        }
        out.push_str(&text);
    } else if !node.is_comment() {
        let name = node.node_name().unwrap_or_default();
        let name: &str = &name;
        if matches!(name, "script" | "style" | "noscript" | "template" | "svg") || leaves_out(node) {
            return;
        }
        let parted = name == "br" || BLOCKS.contains(&name);
        if parted || is_part(node) && node.prev_sibling().is_none_or(|before| !before.is_text() || before.text().trim().is_empty()) {
            out.push(if name == "br" { '\n' } else { ' ' });
        }
        for child in node.children_it(false) {
            gather(&child, leaves_out, out);
        }
        if parted {
            out.push(' ');
        }
    }
}

/// Whether the element is a part of a headline.
fn is_part(node: &NodeRef<'_>) -> bool {
    node.has_name("span") && node.parent().is_some_and(|parent| parent.has_name("h1") || parent.has_name("h2"))
}

/// A line of a page.
pub(super) struct Block {
    pub line: Line,
    /// How much of its text is in links, in percent.
    pub linked: usize,
}

/// The lines of an element: one for each block with text, with the role that its markup gives.
///
/// `<h2>` and below are headings, and so is a short paragraph that is entirely bold;
/// two `<br>` in a row end a line, a single one is a space.
pub(super) fn blocks(root: &NodeRef<'_>) -> Vec<Block> {
    let mut flattener = Flattener::default();
    flattener.walk(root, Role::Paragraph);
    flattener.end(Role::Paragraph);
    flattener.blocks
}

#[derive(Default)]
struct Flattener {
    blocks: Vec<Block>,
    text: String,
    linked: usize,
    bold: usize,
    breaks: u32,
    in_link: bool,
    in_bold: bool,
}

impl Flattener {
    fn walk(&mut self, node: &NodeRef<'_>, role: Role) {
        if node.is_text() {
            return self.text(&node.text());
        }
        if node.is_comment() {
            return;
        }
        let name = node.node_name().unwrap_or_default();
        let name: &str = &name;
        match name {
            "script" | "style" | "noscript" | "template" | "head" => {}
            "br" => {
                self.breaks += 1;
                self.text.push('\n');
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.block(node, if name == "h1" { Role::Title } else { Role::Heading }, role),
            _ if BLOCKS.contains(&name) => {
                let inner = if is_lead(node) { Role::Lead } else { role };
                self.block(node, inner, role);
            }
            "a" | "b" | "strong" => {
                let before = (self.in_link, self.in_bold);
                self.in_link |= name == "a";
                self.in_bold |= name != "a";
                node.children_it(false).for_each(|child| self.walk(&child, role));
                (self.in_link, self.in_bold) = before;
            }
            _ => node.children_it(false).for_each(|child| self.walk(&child, role)),
        }
    }

    fn block(&mut self, node: &NodeRef<'_>, inner: Role, outer: Role) {
        self.end(outer);
        node.children_it(false).for_each(|child| self.walk(&child, inner));
        self.end(inner);
    }

    fn text(&mut self, text: &str) {
        if text.trim().is_empty() {
            return self.text.push(' ');
        }
        if self.breaks >= 2 {
            self.end(Role::Paragraph);
        }
        self.breaks = 0;
        let count = text.chars().filter(|c| !c.is_whitespace()).count();
        self.linked += if self.in_link { count } else { 0 };
        self.bold += if self.in_bold { count } else { 0 };
        self.text.push_str(text);
    }

    /// Ends the line, if it has text.
    fn end(&mut self, role: Role) {
        let text = one_line(&without_breaks(&self.text));
        let count = text.chars().filter(|c| !c.is_whitespace()).count();
        let (linked, bold) = (self.linked, self.bold);
        (self.linked, self.bold, self.breaks) = (0, 0, 0);
        self.text.clear();
        if text.is_empty() {
            return;
        }
        let words = text.split_whitespace().count();
        let closed = text.ends_with(['.', ',', ':', ';', '“', '"', '…']);
        let role = match role {
            Role::Paragraph if bold == count && words <= 12 && !closed && linked * 2 < count => Role::Heading,
            // A heading as long as a paragraph, or without a letter, is there for its looks.
            Role::Heading if words > 25 || !text.contains(char::is_alphabetic) => Role::Paragraph,
            Role::Lead if words < 4 => Role::Paragraph,
            role => role,
        };
        self.blocks.push(Block { line: Line::new(text, 0).with_role(role), linked: linked * 100 / count.max(1) });
    }
}

/// Whether the element is marked up as the lead.
fn is_lead(node: &NodeRef<'_>) -> bool {
    let class = node.class().unwrap_or_default().to_lowercase();
    let marked = class
        .split([' ', '_', '-'])
        .any(|part| matches!(part, "lead" | "intro" | "vorspann" | "standfirst" | "subheadline" | "subline" | "anleser"));
    marked && (node.has_name("p") || node.has_name("div") || node.has_name("section"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use dom_query::Document;

    fn check(html: &str, expected: &[&str]) {
        let page = Document::from(html);
        let lines = page.body().map(|body| blocks(&body)).unwrap_or_default();
        let seen: Vec<String> =
            lines.iter().map(|block| format!("{:?} {}", block.line.role.expect("every block has one"), block.line.text)).collect();
        assert_eq!(seen, expected, "{html}");
    }

    #[test]
    fn blocks_become_lines() {
        check(
            "<p>Ein <b>Satz</b>\n mit <a href=x>Link</a>.</p><h2>Unter</h2><div>Zwei<p>Drei</p>Vier</div>",
            &["Paragraph Ein Satz mit Link.", "Heading Unter", "Paragraph Zwei", "Paragraph Drei", "Paragraph Vier"],
        );
        check("<td>Eins<br>zwei<br><br>drei<br> <br>vier</td>", &["Paragraph Eins zwei", "Paragraph drei", "Paragraph vier"]);
        check(
            "<p><strong>Neuer Anlauf</strong></p><p><strong>Ganz fett, aber ein Satz.</strong></p>",
            &["Heading Neuer Anlauf", "Paragraph Ganz fett, aber ein Satz."],
        );
        check(
            "<p class='article-lead'>Kurz gesagt ist alles gut.</p><p class=misleading>Nicht der Vorspann.</p>",
            &["Lead Kurz gesagt ist alles gut.", "Paragraph Nicht der Vorspann."],
        );
        check("<h1><span>Oben</span><span>Titel</span></h1><p></p><!-- weg --><script>x</script>", &["Title ObenTitel"]);
        check("<ul><li>eins<li>zwei</ul>", &["Paragraph eins", "Paragraph zwei"]);
    }

    #[test]
    fn the_share_of_links_is_measured() {
        let page = Document::from("<p><a href=x>abcd</a> efgh</p><p><a href=x>ganz</a></p>");
        let body = page.body().expect("a page has a body");
        assert_eq!(blocks(&body).iter().map(|block| block.linked).collect::<Vec<_>>(), [50, 100]);
    }

    #[test]
    fn stacked_parts_are_separated_by_spaces() {
        let page = Document::from("<h1><span>Oben</span><span>Titel</span></h1>");
        assert_eq!(words(&page.select("h1").nodes()[0]), "Oben Titel");
        assert_eq!(plain("A &amp; B\n &ndash; C"), "A & B – C");
    }
}
