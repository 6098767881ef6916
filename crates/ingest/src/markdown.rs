//! Markdown without its markup.
//!
//! ```
//! let text = "# Gipfel in Wien\n\nDie *Minister* trafen sich [am Freitag](https://example.org) in Wien.";
//! let article = zeitlupe_ingest::markdown(text, Default::default()).article;
//! assert_eq!(article.text, "Gipfel in Wien\nDie Minister trafen sich am Freitag in Wien.");
//! ```

use crate::article::{Line, Parsed};
use crate::commonmark::{Block, Dialect, Kind, Stretch, blocks};
use crate::front_matter;
use crate::html::text_of;
use crate::hyphens::one_line;
use zeitlupe_core::article::{Metadata, Role};

/// Reads Markdown, perhaps with front matter: `key: value` lines between `---`, or TOML between `+++`.
///
/// The markup is removed and the text stays: a heading becomes a line with that role, a link its text,
/// an image its alternative text in the furniture. Each invalid line of front matter gives a remark; the others are read.
pub fn markdown(text: &str, known: Metadata) -> Parsed {
    front_matter::with(text, known, flatten)
}

/// The lines of a Markdown text, counted from `first`: one for each paragraph, heading, list item and table row.
///
/// Alternative texts of images, footnotes, link definitions and comments become furniture.
fn flatten(text: &str, first: u32) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut has_title = false;
    for block in blocks(text, Dialect::Extended) {
        let number = first + block.line - 1;
        let begin = out.len();
        match &block.kind {
            Kind::Heading(level) => {
                // The first level-1 heading is the title.
                let role = if *level == 1 && !has_title { Role::Title } else { Role::Heading };
                has_title |= role == Role::Title;
                out.push(Line::new(words(&block), number).with_role(role));
            }
            Kind::Paragraph if is_image(&block) => out.push(Line::new(words(&block), number).as_furniture()),
            Kind::Paragraph => out.push(Line::new(words(&block), number)),
            // The number stays: it may be a date or an ordinal.
            Kind::Item(Some(written)) => out.push(Line::new(format!("{written} {}", words(&block)), number)),
            Kind::Item(None) | Kind::Row => out.push(Line::new(words(&block), number).with_role(Role::Paragraph)),
            Kind::Code => out.extend(code(&block, number)),
            Kind::Html => {
                let raw = raw(&block);
                // Nested too deeply to be parsed, it stays as written.
                out.push(Line::new(text_of(&raw).unwrap_or(raw), number));
            }
            Kind::Note => out.push(Line::new(words(&block), number).as_furniture()),
        }
        out.extend(comments(&raw_html(&block)).map(|comment| Line::new(comment, number).as_furniture()));
        if let Some(line) = out.get_mut(begin) {
            line.after_blank = block.after_blank;
        }
    }
    out.retain(|line| !line.text.is_empty());
    out
}

/// The text of a block in one line; a `<br>` ends a line, other HTML tags are dropped.
fn words(block: &Block) -> String {
    let of = |stretch: &Stretch| match stretch {
        Stretch { html: true, text, .. } if text.starts_with("<br") => "\n".to_owned(),
        Stretch { html: true, .. } => String::new(),
        Stretch { text, .. } => text.clone(),
    };
    one_line(&block.stretches.iter().map(of).collect::<String>())
}

fn raw(block: &Block) -> String {
    block.stretches.iter().map(|stretch| stretch.text.as_str()).collect()
}

/// The raw HTML in a block.
fn raw_html(block: &Block) -> String {
    block.stretches.iter().filter(|stretch| stretch.html).map(|stretch| stretch.text.as_str()).collect()
}

/// Whether a paragraph consists of images.
fn is_image(block: &Block) -> bool {
    block.stretches.iter().all(|stretch| stretch.image || stretch.text.trim().is_empty())
}

/// Each line of code is a line of the article; the first is the one below the fence.
fn code(block: &Block, number: u32) -> impl Iterator<Item = Line> {
    let line = |(number, text): (u32, &str)| Line::new(text.trim(), number).with_role(Role::Paragraph);
    (number + 1..).zip(raw(block).lines()).map(line).collect::<Vec<_>>().into_iter()
}

/// The contents of HTML comments.
fn comments(html: &str) -> impl Iterator<Item = String> {
    let inside = html.split("<!--").skip(1).map(|rest| rest.split("-->").next().unwrap_or_default().trim().to_owned());
    inside.collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let lines: Vec<String> = flatten(text, 1).into_iter().map(|line| line.text).collect();
        assert_eq!(lines, [expected], "{text}");
    }

    #[test]
    fn markup_is_removed_and_text_stays() {
        check("Das ist **sehr** _wichtig_ und *neu*.", "Das ist sehr wichtig und neu.");
        check("Die Gesund-\nheits&shy;reform und die\nNato-\nOsterweiterung", "Die Gesundheitsreform und die Nato-Osterweiterung");
        check("Ein [Link](https://example.org/a_(b)) im Satz", "Ein Link im Satz");
        check("[**fett**][1] und Fußnote[^2].", "fett und Fußnote.");
        check("Code `a_b` und <b>fett</b><br>neu", "Code a_b und fett neu");
        check("<https://example.org>", "https://example.org");
        check("2 * 3 = 6 und a_b_c", "2 * 3 = 6 und a_b_c");
        check("Bürger*innen und Bürger\\*innen", "Bürger*innen und Bürger*innen");
        check("Er sagte [sic] nichts; 3 < 4", "Er sagte [sic] nichts; 3 < 4");
        check("~~weg~~ bleibt, ~5 auch", "weg bleibt, ~5 auch");
        check("![Bild](a.png) im Satz", "Bild im Satz");
        check("offen [bleibt", "offen [bleibt");
    }

    #[test]
    fn blocks_become_lines() {
        let text = "# Titel\n\nErster Absatz,\nzweite Zeile.\n\n## Unter *titel*\n> Ein Zitat\n> geht weiter\n\n- eins\n- zwei\n\n1. drei\n\n![Foto: X](x.jpg)\n\nUnterstrichen\n---\n\n---\n\n| a | b |\n|---|---|\n| c | d |\n\n[1]: https://example.org\n```\ncode *bleibt*\n```\n<!-- weg -->\n# Noch einer\n";
        let lines = flatten(text, 1);
        let seen: Vec<String> = lines
            .iter()
            .map(|line| format!("{}{:?} {}{}", line.number, line.role, if line.furniture { "-" } else { "" }, line.text))
            .collect();
        assert_eq!(
            seen,
            [
                "1Some(Title) Titel",
                "3None Erster Absatz, zweite Zeile.",
                "6Some(Heading) Unter titel",
                "7None Ein Zitat geht weiter",
                "10Some(Paragraph) eins",
                "11Some(Paragraph) zwei",
                "13None 1. drei",
                "15None -Foto: X",
                "17Some(Heading) Unterstrichen",
                "22Some(Paragraph) a | b",
                "24Some(Paragraph) c | d",
                "26None -[1]: https://example.org",
                "28Some(Paragraph) code *bleibt*",
                "30None -weg",
                "31Some(Heading) Noch einer",
            ]
        );
    }
}
