//! Splits a text into units for the index. Build, query and highlighting all use [`units`].

use crate::article::{Article, Role};
use crate::german::abbreviations::abbreviation;
use crate::text::{Span, Token, TokenKind, fold, lower_into, tokens};
use serde::{Deserialize, Serialize};

/// The part of an article that a word is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Field {
    /// Kicker and headline.
    Title,
    /// The summary below the headline.
    Lead,
    /// A subheading.
    Heading,
    /// Running text.
    Body,
}

impl Field {
    /// Number of fields.
    pub const COUNT: usize = 4;

    /// The field of a line with this role.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Kicker | Role::Title => Self::Title,
            Role::Lead => Self::Lead,
            Role::Heading => Self::Heading,
            Role::Paragraph => Self::Body,
        }
    }

    /// Its index in an array over the fields.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The field with this index; the body for any larger one.
    pub fn from_index(index: u32) -> Self {
        match index {
            0 => Self::Title,
            1 => Self::Lead,
            2 => Self::Heading,
            _ => Self::Body,
        }
    }
}

/// One indexed word or part of a word.
///
/// A simple word gives one unit. A hyphenated word, one with a gender sign (`Bürger*innen`), or a number with several dots (`04.02.2022`), gives one
/// for the whole, then one for each part, at consecutive positions: so parts are found like words, and the phrase `"Nato Osterweiterung"` matches the
/// hyphenated word, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its position in the text, in bytes.
    pub span: Span,
    /// The number of words before it, counting parts; a whole has the position of its first part.
    pub position: u32,
    /// Number of positions that it covers: more than one for a whole with parts.
    pub width: u32,
    /// The key, shared by all spellings: folded, without hyphens, apostrophes, gender signs and thousands separators.
    pub key: String,
    /// As written, in lower case.
    pub lower: String,
    /// Whether it begins with a capital.
    pub capital: bool,
}

impl Unit {
    /// Its term: the key, followed by a zero byte and the written form if that differs.
    pub fn term(&self) -> String {
        if self.key == self.lower { self.key.clone() } else { format!("{}\0{}", self.key, self.lower) }
    }
}

/// Span, position and width of a unit.
type Slot = (Span, u32, u32);

/// Splits `text` into units, in order of position, wholes before their parts. Punctuation gives none.
///
/// ```
/// use zeitlupe_core::search::units;
/// let keys: Vec<(u32, String)> = units("Nato-Gipfel in Köln").into_iter().map(|unit| (unit.position, unit.key)).collect();
/// let expected = [(0, "natogipfel"), (0, "nato"), (1, "gipfel"), (2, "in"), (3, "koln")];
/// assert_eq!(keys, expected.map(|(position, key)| (position, key.to_owned())));
/// ```
pub fn units(text: &str) -> Vec<Unit> {
    slots(text, &tokens(text)).into_iter().filter_map(|slot| unit(text, slot)).collect()
}

/// The [`Unit::term`] of a word as written; `None` if its key is empty.
pub(super) fn term_of(word: &str) -> Option<String> {
    let span = Span::new(0, word.len());
    unit(word, (span, 0, 1)).map(|unit| unit.term())
}

/// The words and signs of a text with these `tokens`, hyphenated words split; [`key_of`] gives the key of each, empty for a sign.
pub(crate) fn plain_words(text: &str, tokens: &[Token]) -> Vec<Span> {
    let mut out = Vec::with_capacity(tokens.len());
    for token in tokens {
        match parts_of(text, token.span, token.kind) {
            parts if parts.is_empty() => out.push(token.span),
            parts => out.extend(parts),
        }
    }
    out
}

/// The [`Unit::key`] of a word as written; may be empty.
pub(crate) fn key_of(word: &str) -> String {
    key(&lower(word))
}

/// The number of positions that a word as written covers: more than one if it has parts, as a hyphenated word or a number with several dots.
pub(super) fn width_of(form: &str) -> u32 {
    if form.contains(['-', '.', '*', ':', '_']) { slots(form, &tokens(form)).first().map_or(1, |(.., width)| *width) } else { 1 }
}

/// The slots of the units of these `tokens` of `text`. One position stays free between two sentences, so that no phrase spans both.
fn slots(text: &str, tokens: &[Token]) -> Vec<Slot> {
    let mut out = Vec::with_capacity(tokens.len());
    let mut position = 0;
    let (mut before, mut ended) = ("", false);
    let mut rest = tokens;
    while let [token, after @ ..] = rest {
        rest = after;
        let word = token.text;
        if token.kind == TokenKind::Punctuation {
            ended |= ends_sentence(before, word);
            continue;
        }
        position += u32::from(ended && token.capital);
        (before, ended) = (if token.kind == TokenKind::Word { word } else { "" }, false);
        let mut span = token.span;
        if let [sign, ending, after @ ..] = rest
            && sign.glued
            && ending.glued
            && token.kind == TokenKind::Word
            && matches!(sign.text, "*" | ":" | "_")
            && is_of_all(ending.text)
        {
            (span.end, rest) = (ending.span.end, after);
        }
        let parts = parts_of(text, span, token.kind);
        let width = parts.len().max(1) as u32;
        out.push((span, position, width));
        out.extend(parts.into_iter().enumerate().map(|(n, part)| (part, position + n as u32, 1)));
        position += width;
    }
    out
}

/// Whether what follows a gender sign names women, too: `in`, `innen`, also with more words (`innenrat`).
fn is_of_all(ending: &str) -> bool {
    ending == "in" || ending.starts_with("innen")
}

/// Whether a word has a gender sign: `Bürger*innen`, `Bürger:innen`, `Bürger_innen`.
pub(super) fn has_gender_sign(word: &str) -> bool {
    word.split_once(['*', ':', '_']).is_some_and(|(before, ending)| before.ends_with(char::is_alphabetic) && is_of_all(ending))
}

/// Whether `sign` after `word` ends a sentence if a capital follows; a full stop after a number, an initial or an abbreviation does not.
/// Only depends on the adjacent words, so that a phrase copied from a text has the same sentence boundaries as the text.
fn ends_sentence(word: &str, sign: &str) -> bool {
    match sign {
        "!" | "?" | "…" => true,
        "." => word.chars().nth(1).is_some() && abbreviation(word).is_none(),
        _ => false,
    }
}

fn unit(text: &str, (span, position, width): Slot) -> Option<Unit> {
    let word = span.of(text);
    let lower = lower(word);
    let key = key(&lower);
    (!key.is_empty()).then(|| Unit { span, position, width, key, lower, capital: word.starts_with(char::is_uppercase) })
}

/// The parts of a hyphenated word, of one with a gender sign, or of a number with several dots; empty for a simple word.
fn parts_of(text: &str, span: Span, kind: TokenKind) -> Vec<Span> {
    let word = span.of(text);
    let splits_at_dots = kind == TokenKind::Number && !has_thousands(word);
    let is_border = |c: char| matches!(c, '-' | '\u{2010}' | '\u{2011}' | '*' | ':' | '_') || (splits_at_dots && c == '.');
    if !word.contains(is_border) {
        return Vec::new();
    }
    let mut parts = Vec::new();
    let mut at = span.start as usize;
    for piece in word.split(is_border) {
        if !piece.is_empty() {
            parts.push(Span::new(at, at + piece.len()));
        }
        at += piece.len() + text[at + piece.len()..].chars().next().map_or(0, char::len_utf8);
    }
    if parts.len() > 1 { parts } else { Vec::new() }
}

/// Lower case as [`lower_into`], with `'` for the typographic apostrophe.
fn lower(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    lower_into(word, &mut out);
    if out.contains('\u{2019}') { out.replace('\u{2019}', "'") } else { out }
}

fn key(lower: &str) -> String {
    if has_thousands(lower) {
        return lower.replace('.', "");
    }
    let mut key = fold(lower);
    key.retain(|c| !matches!(c, '-' | '\'' | '\0' | '*' | ':' | '_'));
    key
}

/// Whether a number has thousands separators: `2.000`, `1.250.000`, also with decimals after a comma.
fn has_thousands(number: &str) -> bool {
    let whole = number.split_once(',').map_or(number, |(whole, _)| whole);
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let mut more = groups.peekable();
    more.peek().is_some() && (1..=3).contains(&first.len()) && digits(first) && more.all(|group| group.len() == 3 && digits(group))
}

/// Number of free positions between two sections, so that no phrase spans both.
const GAP: u32 = 16;

/// The units of an article, each with its field, in order of position; spans are within [`Article::text`].
///
/// An article without sections is all body.
pub fn article_units(article: &Article) -> Vec<(Field, Unit)> {
    article_slots(article, &tokens(&article.text))
        .into_iter()
        .filter_map(|(field, slot)| Some((field, unit(&article.text, slot)?)))
        .collect()
}

/// The slots of the units of an article whose text has these `tokens`: like [`article_units`], but faster.
pub(super) fn article_slots(article: &Article, tokens: &[Token]) -> Vec<(Field, Slot)> {
    let mut out = Vec::new();
    let mut offset = 0;
    let whole = [(Field::Body, Span::new(0, article.text.len()))];
    let sections: Vec<(Field, Span)> = article.sections.iter().map(|s| (Field::of(s.role), s.span)).collect();
    for &(field, section) in if sections.is_empty() { &whole[..] } else { &sections[..] } {
        let mut next = offset;
        let at = |byte: u32| tokens.partition_point(|token| token.span.start < byte);
        let (from, to) = (at(section.start), at(section.end));
        for (span, position, width) in slots(&article.text, &tokens[from..to.max(from)]) {
            next = next.max(offset + position + width);
            out.push((field, (span, offset + position, width)));
        }
        offset = next + GAP;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found: Vec<String> = units(text).iter().map(|u| format!("{}:{}", u.position, u.term().replace('\0', "/"))).collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }

    #[test]
    fn words_give_one_unit_and_one_for_each_part() {
        check("Der Kreml.", "0:der 1:kreml");
        check("Größe, GROSSE, Groesse", "0:grosse/größe 1:grosse 2:grosse/groesse");
        check("Nato-Osterweiterung endet", "0:natoosterweiterung/nato-osterweiterung 0:nato 1:osterweiterung 2:endet");
        check("2.000 und 2000", "0:2000/2.000 1:und 2:2000");
        check("3,5 am 04.02.2022", "0:3,5 1:am 2:04.02.2022 2:04 3:02 4:2022");
        check("Bürger*innen, Leser:in", "0:burgerinnen/bürger*innen 0:burger/bürger 1:innen 2:leserin/leser:in 2:leser 3:in");
        check("Wähler_innenstimmen", "0:wahlerinnenstimmen/wähler_innenstimmen 0:wahler/wähler 1:innenstimmen");
        check("BürgerInnen a*b 12:in", "0:burgerinnen/bürgerinnen 1:a 2:b 3:12 4:in");
        check("geht\u{2019}s", "0:gehts/geht's");
        check("Ru\u{308}cken", "0:rucken/rücken");
        check("Sil\u{ad}be", "0:silbe");
        check("– „“ 🙂", "");
    }

    #[test]
    fn a_position_stays_free_between_sentences() {
        check("Es regnet. Wir bleiben.", "0:es 1:regnet 3:wir 4:bleiben");
        check("„Halt!“ Er stand", "0:halt 2:er 3:stand");
        check("Regen, Wind: Sturm – Hagel", "0:regen 1:wind 2:sturm 3:hagel");
        check("Dr. Maier am 3. Mai, J. Huber", "0:dr 1:maier 2:am 3:3 4:mai 5:j 6:huber");
    }

    #[test]
    fn spans_cover_the_words_of_the_text() {
        let text = "Ein U-Boot, äh, U\u{2011}Boot.";
        let words: Vec<&str> = units(text).iter().map(|u| u.span.of(text)).collect();
        assert_eq!(words, ["Ein", "U-Boot", "U", "Boot", "äh", "U\u{2011}Boot", "U", "Boot"]);
    }

    #[test]
    fn sections_are_separated_by_a_gap() {
        use crate::article::Section;
        let text = "Titel hier\nText da".to_owned();
        let sections =
            vec![Section { role: Role::Title, span: Span::new(0, 10) }, Section { role: Role::Paragraph, span: Span::new(11, 18) }];
        let article = Article { text, sections, ..Article::default() };
        let found: Vec<_> =
            article_units(&article).into_iter().map(|(field, u)| (field, u.position, u.span.of(&article.text).to_owned())).collect();
        assert_eq!(found[1], (Field::Title, 1, "hier".into()));
        assert_eq!(found[2], (Field::Body, 18, "Text".into()));
    }
}
