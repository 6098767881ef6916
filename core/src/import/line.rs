//! A line of the file, on its way into an article.

use crate::article::Role;

/// A line that is not blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its words, without the white space around them.
    pub text: String,
    /// Its place in the file, from 1; 0 where lines are not counted, as in a page.
    pub number: u32,
    /// What it is, where that is already known.
    pub role: Option<Role>,
    /// Whether it is known not to be part of the article.
    pub furniture: bool,
    /// Whether a blank line stands before it.
    pub after_blank: bool,
}

impl Line {
    /// A line of which nothing is known but its words.
    pub fn new(text: impl Into<String>, number: u32) -> Self {
        Self { text: text.into(), number, role: None, furniture: false, after_blank: false }
    }

    /// The same line with a known role.
    pub fn with_role(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

    /// The same line, known not to be part of the article.
    pub fn as_furniture(mut self) -> Self {
        self.furniture = true;
        self
    }

    /// Its place in the file, where lines are counted.
    pub(super) fn place(&self) -> Option<u32> {
        (self.number > 0).then_some(self.number)
    }
}

/// The lines of `text` that are not blank, counted from `first`; hard-wrapped paragraphs are joined.
pub(super) fn split(text: &str, first: u32) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut blank = false;
    for (number, raw) in (first..).zip(text.lines()) {
        let words = raw.trim();
        if words.is_empty() {
            blank = true;
            continue;
        }
        let mut line = Line::new(words, number);
        line.after_blank = blank;
        blank = false;
        out.push(line);
    }
    if is_hard_wrapped(&out) { join_wrapped(out) } else { out }
}

/// The longest line that a program which wraps text writes.
const WRAP_COLUMN: usize = 100;

/// Whether the text was wrapped at a column: no line is long, and most lines that another one follows
/// without a blank line break off within a sentence.
fn is_hard_wrapped(lines: &[Line]) -> bool {
    if lines.len() < 6 || lines.iter().any(|line| line.text.chars().count() > WRAP_COLUMN) {
        return false;
    }
    let inner: Vec<&str> = lines.windows(2).filter(|pair| !pair[1].after_blank).map(|pair| pair[0].text.as_str()).collect();
    let long = inner.iter().filter(|line| line.chars().count() >= 50).count();
    let open = inner.iter().filter(|line| line.chars().count() >= 50 && !line.ends_with(['.', '!', '?', '“', '"', ':', '»', '«'])).count();
    inner.len() * 2 >= lines.len() && long * 3 >= inner.len() * 2 && open * 3 >= long * 2
}

fn join_wrapped(lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for line in lines {
        match out.last_mut() {
            Some(last) if !line.after_blank => {
                last.text.push(' ');
                last.text.push_str(&line.text);
            }
            _ => out.push(line),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_their_place() {
        let lines = split("\n  eins \n\nzwei\ndrei\n", 1);
        let seen: Vec<_> = lines.iter().map(|line| (line.text.as_str(), line.number, line.after_blank)).collect();
        assert_eq!(seen, [("eins", 2, true), ("zwei", 4, true), ("drei", 5, false)]);
    }

    #[test]
    fn hard_wrapped_paragraphs_become_one_line() {
        let text = "Der Bundestag hat am Freitag nach langer Debatte den Haushalt für das\nkommende Jahr beschlossen. Die Opposition stimmte geschlossen gegen das\nGesetz.\n\nDer Finanzminister sprach von einem guten Tag für das Land und für alle,\ndie am Entwurf mitgearbeitet hätten. Die Redner der Opposition hielten\ndagegen.\n";
        let lines = split(text, 1);
        assert_eq!(lines.len(), 2);
        assert!(lines[0].text.ends_with("für das kommende Jahr beschlossen. Die Opposition stimmte geschlossen gegen das Gesetz."));
        assert_eq!(lines[1].number, 5);
    }

    #[test]
    fn paragraphs_on_lines_of_their_own_stay_apart() {
        let text = "Titel\nErster Satz des ersten Absatzes, der recht lang ist und hier endet.\nZweiter Absatz, der ebenfalls lang genug ist und hier endet.\nDritter Absatz.\nVierter Absatz.\nFünfter Absatz.";
        assert_eq!(split(text, 1).len(), 6);
    }
}
