//! Markdown without its signs.

use crate::article::{Line, Parsed};
use crate::front_matter;
use zeitlupe_core::article::{Metadata, Role};

/// Reads Markdown, perhaps with front matter: `key: value` lines between `---`, or TOML between `+++`.
///
/// The Markdown signs are taken away, the words stay: a heading becomes a line with the role of a heading,
/// a link its words, an image its description among the furniture. Broken front matter is read line by line
/// as far as it goes; each line that cannot be read gives a remark.
pub fn markdown(text: &str, known: Metadata) -> Parsed {
    front_matter::with(text, known, flatten)
}

/// The lines of a Markdown text, counted from `first`: a paragraph, a heading, an item of a list is one line each.
///
/// The signs of headings, emphasis, links, code and quotations fall away, their words stay. Images (their description)
/// and definitions of links become furniture. Anything that is not Markdown stays as it stands.
fn flatten(text: &str, first: u32) -> Vec<Line> {
    let mut out = Flattened { lines: Vec::new(), open: false, blank: false };
    let (mut fence, mut comment) = (None, false);
    for (number, raw) in (first..).zip(text.lines()) {
        let line = raw.trim();
        if let Some(mark) = fence {
            if line.starts_with(mark) {
                fence = None;
            } else if !line.is_empty() {
                out.push(Line::new(line, number).with_role(Role::Paragraph));
            }
            continue;
        }
        if let Some(mark) = ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark)) {
            fence = Some(mark);
            out.close();
        } else if comment || line.starts_with("<!--") {
            comment = !line.ends_with("-->");
            out.close();
            out.push(Line::new(line.trim_start_matches("<!--").trim_end_matches("-->").trim(), number).as_furniture());
        } else {
            out.line(line, number);
        }
    }
    out.lines.retain(|line| !line.text.is_empty());
    out.lines
}

struct Flattened {
    lines: Vec<Line>,
    /// Whether the last line is a paragraph that the next line goes on with.
    open: bool,
    blank: bool,
}

impl Flattened {
    fn push(&mut self, mut line: Line) {
        line.after_blank = self.blank;
        self.blank = false;
        self.lines.push(line);
    }

    fn close(&mut self) {
        self.open = false;
    }

    fn line(&mut self, line: &str, number: u32) {
        if line.is_empty() {
            self.close();
            self.blank = true;
            return;
        }
        if is_rule(line) {
            // Below an open paragraph, dashes and equals signs make a heading of it; else they part.
            if self.open && !line.contains(['*', '_', ' ']) {
                let underlined = self.lines.len() - 1;
                self.lines[underlined].role = Some(if line.starts_with('=') { self.title_role() } else { Role::Heading });
            }
            return self.close();
        }
        if let Some((level, words)) = heading(line) {
            self.close();
            let role = if level == 1 { self.title_role() } else { Role::Heading };
            return self.push(Line::new(inline(words), number).with_role(role));
        }
        if is_definition(line) {
            self.close();
            return self.push(Line::new(line, number).as_furniture());
        }
        if let Some(description) = image(line) {
            self.close();
            return self.push(Line::new(description, number).as_furniture());
        }
        if is_table_rule(line) {
            return;
        }
        let quoted = line.trim_start_matches(['>', ' ']);
        let item = item(quoted);
        let words = inline(item.unwrap_or(quoted));
        let is_row = line.starts_with('|');
        match self.lines.last_mut() {
            Some(last) if self.open && item.is_none() && !is_row => {
                last.text.push(' ');
                last.text.push_str(&words);
            }
            _ => {
                let words = if is_row { words.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>().join(" | ") } else { words };
                let mut line = Line::new(words, number);
                if item.is_some() || is_row || quoted.len() < line.text.len() {
                    line.role = Some(Role::Paragraph);
                }
                self.push(line);
                self.open = !is_row;
            }
        }
    }

    /// The first heading of the first level is the title.
    fn title_role(&self) -> Role {
        if self.lines.iter().any(|line| line.role == Some(Role::Title)) { Role::Heading } else { Role::Title }
    }
}

/// Level and words of a heading.
pub(crate) fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|b| *b == b'#').count();
    let words = line.get(level..)?;
    ((1..=6).contains(&level) && words.starts_with([' ', '\t'])).then(|| (level, words.trim().trim_end_matches('#').trim_end()))
}

/// A line of dashes, asterisks, underscores or equals signs.
pub(crate) fn is_rule(line: &str) -> bool {
    let bare: String = line.chars().filter(|c| *c != ' ').collect();
    bare.len() >= 3 && ['-', '*', '_', '='].iter().any(|mark| bare.chars().all(|c| c == *mark))
}

fn is_table_rule(line: &str) -> bool {
    line.contains('|') && line.contains("--") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// `[name]: address` or the text of a footnote's mark.
fn is_definition(line: &str) -> bool {
    line.starts_with('[') && line.split_once("]: ").is_some_and(|(name, _)| !name[1..].contains(['[', ']']))
}

/// The description of an image that has the line to itself.
fn image(line: &str) -> Option<String> {
    let rest = line.strip_prefix("![")?;
    let (description, target) = rest.split_once("](")?;
    target.ends_with(')').then(|| inline(description))
}

/// The words of an item of a list. A number stays: it may be a date or an ordinal.
pub(crate) fn item(line: &str) -> Option<&str> {
    ["- ", "* ", "+ "].into_iter().find_map(|mark| line.strip_prefix(mark)).map(str::trim)
}

/// The words of a line without the signs of emphasis, code and links.
fn inline(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let next = chars.get(at + 1).copied();
        match c {
            '\\' if next.is_some_and(|c| c.is_ascii_punctuation()) => {
                out.extend(next);
                at += 2;
            }
            '!' if next == Some('[') && link(&chars, at + 1).is_some() => at += 1,
            '[' => match link(&chars, at) {
                Some((words, _, end)) => {
                    out.push_str(&inline(&words));
                    at = end;
                }
                None => {
                    out.push(c);
                    at += 1;
                }
            },
            '<' => match tag(&chars, at) {
                Some((words, end)) => {
                    out.push_str(&words);
                    at = end;
                }
                None => {
                    out.push(c);
                    at += 1;
                }
            },
            '`' => at += 1,
            '*' | '_' | '~' if is_emphasis(&chars, at) => {
                at += chars[at..].iter().take_while(|other| **other == c).count();
            }
            _ => {
                out.push(c);
                at += 1;
            }
        }
    }
    out.trim().to_owned()
}

/// Whether the run of signs at `at` touches a word on one side only: inside a word, or between blanks, it is no emphasis.
pub(crate) fn is_emphasis(chars: &[char], at: usize) -> bool {
    let mark = chars[at];
    let end = at + chars[at..].iter().take_while(|c| **c == mark).count();
    if mark == '~' && end - at != 2 {
        return false;
    }
    let before = at.checked_sub(1).map(|index| chars[index]);
    let after = chars.get(end).copied();
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if mark == '_' && word(before) && word(after) {
        return false;
    }
    // An asterisk of gender ("Bürger*innen") stands inside a word alone; a pair of two is strong emphasis even there.
    if mark == '*' && end - at == 1 && word(before) && word(after) {
        return false;
    }
    !(blank(before) && blank(after))
}

/// Words, address and end of the link that begins at `at` with a bracket: `[words](address)`, or without an address `[words][name]`;
/// a footnote's mark has no words.
pub(crate) fn link(chars: &[char], at: usize) -> Option<(String, Option<String>, usize)> {
    let close = matching(chars, at, '[', ']')?;
    let words: String = chars[at + 1..close].iter().collect();
    match chars.get(close + 1) {
        Some('(') => matching(chars, close + 1, '(', ')').map(|end| (words, Some(chars[close + 2..end].iter().collect()), end + 1)),
        Some('[') => matching(chars, close + 1, '[', ']').map(|end| (words, None, end + 1)),
        _ if words.starts_with('^') => Some((String::new(), None, close + 1)),
        _ => None,
    }
}

fn matching(chars: &[char], at: usize, open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    for (index, c) in chars.iter().enumerate().skip(at) {
        if *c == open {
            depth += 1;
        } else if *c == close {
            depth -= 1;
            if depth == 0 {
                return Some(index);
            }
        }
    }
    None
}

/// What stands for the tag or the bare address that begins at `at`, and its end.
fn tag(chars: &[char], at: usize) -> Option<(String, usize)> {
    let end = at + chars[at..].iter().position(|c| *c == '>')?;
    let inner: String = chars[at + 1..end].iter().collect();
    if inner.starts_with("http://") || inner.starts_with("https://") {
        return Some((inner, end + 1));
    }
    let name = inner.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
    let is_tag = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric()) && name.starts_with(|c: char| c.is_ascii_alphabetic());
    is_tag.then(|| (if name == "br" { " ".into() } else { String::new() }, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(inline(text), expected, "{text}");
    }

    #[test]
    fn signs_fall_away_and_words_stay() {
        check("Das ist **sehr** _wichtig_ und *neu*.", "Das ist sehr wichtig und neu.");
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
