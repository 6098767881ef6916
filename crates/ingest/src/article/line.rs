//! The lines of a file, and hard-wrapped paragraphs joined into one line each.

use crate::hyphens::{Division, append, division, without_breaks};
use std::borrow::Cow;
use zeitlupe_core::article::Role;
use zeitlupe_core::german::MONTHS;

/// A line that is not blank, with what is known about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its text, trimmed.
    pub text: String,
    /// Its line number in the file, from 1; 0 if lines are not counted, as in HTML.
    pub number: u32,
    /// Its role, if already known.
    pub role: Option<Role>,
    /// Whether it is not part of the article.
    pub furniture: bool,
    /// Whether a blank line precedes it.
    pub after_blank: bool,
}

impl Line {
    /// A line without a known role. Soft hyphens are left out.
    pub fn new(text: impl Into<String>, number: u32) -> Self {
        let text = text.into();
        let text = match without_breaks(&text) {
            Cow::Owned(text) => text,
            Cow::Borrowed(_) => text,
        };
        Self { text, number, role: None, furniture: false, after_blank: false }
    }

    /// The same line with a known role.
    pub fn with_role(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }

    /// The same line, marked as not part of the article.
    pub fn as_furniture(mut self) -> Self {
        self.furniture = true;
        self
    }

    /// Its line number, if lines are counted.
    pub(super) fn counted_number(&self) -> Option<u32> {
        (self.number > 0).then_some(self.number)
    }
}

/// The lines of `text` that are not blank, counted from `first`; hard-wrapped paragraphs are joined.
pub(crate) fn split(text: &str, first: u32) -> Vec<Line> {
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
    let wrapped = is_wrapped(&out);
    join_broken(out, wrapped)
}

/// The longest line of hard-wrapped text, in characters.
const WRAP_COLUMN: usize = 100;
/// The shortest line that counts as wrapped, in characters.
const FULL_LINE: usize = 40;

/// Whether the line ends within a sentence.
fn is_unfinished(line: &str) -> bool {
    !line.ends_with(['.', '!', '?', ':', '…', '“', '”', '"', '«', '»', ')'])
}

/// Whether the line ends with a number and a full stop, as in "am 3.".
fn ends_with_ordinal(line: &str) -> bool {
    let digits = line.strip_suffix('.').map_or(0, |number| number.bytes().rev().take_while(u8::is_ascii_digit).count());
    (1..=2).contains(&digits) && line.len() > digits + 1
}

fn begins_with_month(line: &str) -> bool {
    let word = line.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word == "Jänner" || MONTHS.contains(&word)
}

/// Whether the text is hard-wrapped: at least three times a long line ends within a sentence and the next one continues in lower case;
/// or a word is divided between two lines.
fn is_wrapped(lines: &[Line]) -> bool {
    let within = lines.windows(2).filter(|pair| !pair[1].after_blank);
    let (mut open, mut divided) = (0, 0);
    for pair in within {
        let (above, below) = (&pair[0].text, &pair[1].text);
        let lower = below.starts_with(char::is_lowercase);
        open += u32::from(lower && is_unfinished(above) && above.chars().count() >= FULL_LINE);
        divided += u32::from(division(above, below) == Some(Division::Word));
    }
    open >= 3 || divided > 0
}

/// Joins lines that belong to one paragraph. A line that ends with an article or the like, or within a word, always continues.
/// In `wrapped` text, so does a long line that ends within a sentence: if all lines are short, blank lines separate the paragraphs;
/// if some are long, a line that ends with a sentence also ends its paragraph.
fn join_broken(lines: Vec<Line>, wrapped: bool) -> Vec<Line> {
    let by_column = lines.iter().all(|line| line.text.chars().count() <= WRAP_COLUMN) && lines.iter().any(|line| line.after_blank);
    // The lines of a narrow column are short, too.
    let longest = lines.iter().map(|line| line.text.chars().count()).max().unwrap_or(0);
    let full = if by_column { FULL_LINE.min(longest * 2 / 3) } else { FULL_LINE };
    let mut out: Vec<Line> = Vec::new();
    let mut above = (false, false, 0);
    for line in lines {
        let next = (super::shape::ends_dangling(&line.text), is_unfinished(&line.text), line.text.chars().count());
        let (dangling, open, length) = above;
        let within = open && (length >= full || line.text.starts_with(char::is_lowercase)) || by_column && length >= full;
        let divided = out.last().is_some_and(|last| division(&last.text, &line.text).is_some());
        let dated = out.last().is_some_and(|last| ends_with_ordinal(&last.text)) && begins_with_month(&line.text);
        let goes_on = dangling || divided || dated || wrapped && within;
        above = next;
        match out.last_mut() {
            Some(last) if !line.after_blank && goes_on => {
                append(&mut last.text, &line.text);
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
    fn lines_are_numbered_from_the_given_number() {
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
    fn paragraphs_wrapped_only_in_places_are_joined() {
        let text = "Kurz bevor der Schüler das moderne Gebäude im Süden von\nKöln betritt, holt er seine schwarze Stoffmaske aus der Tasche und zieht\nsie sich über Mund und Nase. In der Schule wird er sie nicht mehr absetzen\ndürfen.\nDas Thermometer hat in diesem Stadtteil schon am frühen Morgen mehr als dreißig Grad gezeigt, und es wird noch wärmer werden an diesem\nersten Schultag.\nDer Nächste";
        let lines: Vec<_> = split(text, 1).into_iter().map(|line| (line.number, line.text.ends_with('.'))).collect();
        assert_eq!(lines, [(1, true), (5, true), (7, false)]);
    }

    #[test]
    fn a_line_that_ends_with_a_determiner_continues() {
        let lines = split("So teilte etwa das\nMinisterium mit, man prüfe den Fall.\nDer Fall\nWeiteres folgt.\nUnd dann der\n\nRest", 1);
        assert_eq!(lines.iter().map(|line| line.number).collect::<Vec<_>>(), [1, 3, 4, 5, 7]);
    }

    #[test]
    fn divided_words_are_joined() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<String> = split(text, 1).into_iter().map(|line| line.text).collect();
            assert_eq!(found, expected, "{text}");
        };
        check(
            "Der Ausschuss hat am Morgen über den Umbau der Schule beraten, wie eine\nSprecherin sagte. Am 3.\nOktober soll die Bau-\ngenehmigung vorliegen.\n\nDann geht es los.",
            &[
                "Der Ausschuss hat am Morgen über den Umbau der Schule beraten, wie eine Sprecherin sagte. Am 3. Oktober soll die Baugenehmigung vorliegen.",
                "Dann geht es los.",
            ],
        );
        check(
            "Schmale Spalte\n\nDie Feuerwehr der Gemein-\nde Hohenwart ist am Sonn-\ntag ausgerückt. Kommandant\nHans Ertl sprach von Glück.\nVerletzt wurde keiner.",
            &[
                "Schmale Spalte",
                "Die Feuerwehr der Gemeinde Hohenwart ist am Sonntag ausgerückt. Kommandant Hans Ertl sprach von Glück. Verletzt wurde keiner.",
            ],
        );
        check("Nach der Nato-\nOsterweiterung kam die EU-\nweite Regel.", &["Nach der Nato-Osterweiterung kam die EU-weite Regel."]);
        check("Zu den Ein-\nund Ausgängen geht es hier.", &["Zu den Ein- und Ausgängen geht es hier."]);
    }

    #[test]
    fn paragraphs_of_one_line_each_are_not_joined() {
        let text = "Titel\nErster Satz des ersten Absatzes, der recht lang ist und hier endet.\nZweiter Absatz, der ebenfalls lang genug ist und hier endet.\nDritter Absatz.\nVierter Absatz.\nFünfter Absatz.";
        assert_eq!(split(text, 1).len(), 6);
    }
}
