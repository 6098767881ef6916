//! Words that are divided: soft hyphens, which are left out, and hyphens at line ends, whose words are joined again.

use std::borrow::Cow;

/// Signs that only say where a line may end.
fn is_break(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The text without soft hyphens and the like; the words stay as a reader sees them.
pub(crate) fn without_breaks(text: &str) -> Cow<'_, str> {
    if text.contains(is_break) { Cow::Owned(text.replace(is_break, "")) } else { Cow::Borrowed(text) }
}

/// Words that follow the hyphen of a left-out part: "Ein- und Ausgang".
const JOINING: [&str; 9] = ["und", "oder", "sowie", "bis", "bzw", "wie", "noch", "aber", "als"];
/// Adjectives that stand beside others with a hyphen: "rot-grün", "deutsch-polnisch".
const PAIRED: [&str; 9] = ["schwarz", "rot", "grün", "gelb", "blau", "weiß", "deutsch", "süd", "nord"];

/// The most bytes of a word that are looked at.
const LONGEST: usize = 80;

/// How a line goes on in the next one, if a hyphen ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Division {
    /// The hyphen stands only because the line ends: `Gesund-` `heitsreform`.
    Word,
    /// The hyphen belongs to the word: `US-` `Präsident`, `rot-` `grüne`.
    Compound,
    /// The hyphen stands for a part that follows: `Ein-` `und Ausgang`.
    Left,
}

/// How `above`, which a hyphen ends, goes on in `below`; `None` without a hyphen directly behind a letter or digit.
///
/// German writes small letters on after a hyphen only where a line ends, but for abbreviations, numbers, and pairs of adjectives.
pub(crate) fn division(above: &str, below: &str) -> Option<Division> {
    let above = above.trim_end().strip_suffix(['-', '\u{2010}', '\u{ad}'])?;
    // The end is enough, however long a word without a space is.
    let above = &above[above.floor_char_boundary(above.len().saturating_sub(LONGEST))..];
    let last = above.rsplit(char::is_whitespace).next()?;
    let next = below.split_whitespace().next()?;
    let word = next.trim_end_matches(|c: char| !c.is_alphanumeric());
    if !last.ends_with(char::is_alphanumeric) || !next.starts_with(char::is_alphanumeric) {
        return None;
    }
    if JOINING.contains(&word) {
        return Some(Division::Left);
    }
    let part = last.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let capitals = part.chars().all(|c| !c.is_lowercase());
    let pair = is_adjective(part) && is_adjective(word);
    Some(if capitals || pair || !next.starts_with(char::is_lowercase) { Division::Compound } else { Division::Word })
}

fn is_adjective(word: &str) -> bool {
    let mut stems = ["", "e", "en", "em", "er", "es"].into_iter().filter_map(|ending| word.strip_suffix(ending));
    stems.any(|stem| stem.ends_with("isch") || PAIRED.contains(&stem))
}

/// Adds the next line to a text, with a space, or none where a word was divided.
pub(crate) fn append(text: &mut String, line: &str) {
    match division(text, line) {
        Some(Division::Word) => {
            text.truncate(text.trim_end().len());
            text.pop();
        }
        Some(Division::Compound) => text.truncate(text.trim_end().len()),
        Some(Division::Left) | None if !text.is_empty() => text.push(' '),
        _ => {}
    }
    text.push_str(line);
}

/// The text in one line: white space collapsed, divided words joined.
pub(crate) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split('\n') {
        let mut words = line.split_whitespace();
        if let Some(first) = words.next() {
            append(&mut out, first);
        }
        for word in words {
            out.push(' ');
            out.push_str(word);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn soft_hyphens_are_left_out() {
        assert_eq!(without_breaks("Mün\u{ad}chen und Russ\u{ad}land"), "München und Russland");
        assert_eq!(without_breaks("Bundes\u{200b}tag, Nato\u{2060}-Gipfel, \u{feff}Wien"), "Bundestag, Nato-Gipfel, Wien");
        assert!(matches!(without_breaks("Wien"), Cow::Borrowed(_)));
    }

    #[test]
    fn divided_words_are_joined_as_german_writes_them() {
        for (text, expected) in [
            ("Die neue Gesund-\nheitsreform war", "Die neue Gesundheitsreform war"),
            ("der Bundes-\n  kanzler sprach", "der Bundeskanzler sprach"),
            ("eine Ver-\nan-\nstaltung", "eine Veranstaltung"),
            ("im Arbeits\u{ad}\nalltag", "im Arbeitsalltag"),
            ("die Nato-\nOsterweiterung", "die Nato-Osterweiterung"),
            ("der US-\nPräsident", "der US-Präsident"),
            ("eine EU-\nweite Regel", "eine EU-weite Regel"),
            ("der 20-\njährige Fahrer", "der 20-jährige Fahrer"),
            ("die rot-\ngrüne Regierung", "die rot-grüne Regierung"),
            ("das deutsch-\npolnische Jugendwerk", "das deutsch-polnische Jugendwerk"),
            ("Ein-\nund Ausgang", "Ein- und Ausgang"),
            ("in Ost-\noder Südeuropa", "in Ost- oder Südeuropa"),
            ("Er ging -\naber wohin?", "Er ging - aber wohin?"),
            ("vor –\nnach", "vor – nach"),
            ("-\nWort", "- Wort"),
        ] {
            assert_eq!(one_line(text), expected, "{text}");
        }
    }
}
