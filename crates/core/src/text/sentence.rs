//! Sentence boundaries.

use super::{Span, Token, TokenKind, tokens};
use crate::german::abbreviations::{Abbreviation, abbreviation};
use crate::german::{MONTHS, opens_sentence};
use std::ops::Range;

/// The sentences of `text`, in order, without surrounding white space; a line end always ends a sentence.
///
/// A full stop ends a sentence unless it belongs to an abbreviation (`z. B.`, `Dr.`), an ordinal (`15. Februar`), an initial
/// (`J. G. Fichte`) or an omission (`(…)`), or something in lower case follows. Closing quotation marks and parentheses belong
/// to the sentence before them; a colon does not end a sentence. The time is linear in the text.
///
/// ```
/// use zeitlupe_core::text::sentences;
/// let text = "Am 15. Februar kam Dr. Maier. Er blieb.";
/// assert_eq!(sentences(text).iter().map(|span| span.of(text)).collect::<Vec<_>>(), ["Am 15. Februar kam Dr. Maier.", "Er blieb."]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    let tokens = tokens(text);
    ranges(text, &tokens)
        .into_iter()
        .map(|range| Span { start: tokens[range.start].span.start, end: tokens[range.end - 1].span.end })
        .collect()
}

/// The sentences of `text` as ranges of its `tokens`; every token is in exactly one.
pub(super) fn ranges(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut first = 0;
    while first < tokens.len() {
        let end = end_of_sentence(text, tokens, first) + 1;
        out.push(first..end);
        first = end;
    }
    out
}

/// The index of the last token of the sentence that begins with token `first`.
fn end_of_sentence(text: &str, tokens: &[Token], first: usize) -> usize {
    let mut at = first;
    while at + 1 < tokens.len() {
        if ends_line(text, tokens, at) {
            return at;
        }
        if !is_stop(&tokens[at]) {
            at += 1;
            continue;
        }
        let run = at;
        while at + 1 < tokens.len() && glued(tokens, at) && is_stop(&tokens[at + 1]) {
            at += 1;
        }
        let stop = at;
        while at + 1 < tokens.len() && glued(tokens, at) && is_closer(tokens, at + 1) {
            at += 1;
        }
        let Some(next) = tokens.get(at + 1) else { return at };
        if ends_line(text, tokens, at) || (!glued(tokens, at) && Stop { tokens, first, run, stop, next }.ends()) {
            return at;
        }
        at += 1;
    }
    at
}

/// Whether a line ends between token `at` and the next.
fn ends_line(text: &str, tokens: &[Token], at: usize) -> bool {
    text[tokens[at].span.end as usize..tokens[at + 1].span.start as usize].contains('\n')
}

/// Whether the next token directly follows token `at`.
fn glued(tokens: &[Token], at: usize) -> bool {
    tokens[at + 1].glued
}

fn is_stop(token: &Token) -> bool {
    token.kind == TokenKind::Punctuation && matches!(token.text, "." | "!" | "?" | "…")
}

/// Whether token `at` closes a quotation or parenthesis. A straight mark, or `“`, closes unless a word directly follows.
fn is_closer(tokens: &[Token], at: usize) -> bool {
    match tokens[at].text {
        ")" | "]" | "”" | "’" | "›" | "‹" => true,
        "\"" | "“" | "'" | "‘" | "»" | "«" => {
            tokens.get(at + 1).is_none_or(|next| !glued(tokens, at) || next.kind == TokenKind::Punctuation)
        }
        _ => false,
    }
}

/// A run of stops (`.`, `?!`, `...`) in the sentence that begins with token `first`, followed by white space and `next`.
struct Stop<'t> {
    tokens: &'t [Token<'t>],
    first: usize,
    run: usize,
    stop: usize,
    next: &'t Token<'t>,
}

impl Stop<'_> {
    fn ends(&self) -> bool {
        let next = self.next.text;
        if next.starts_with(char::is_lowercase) || matches!(next, "," | ";" | ":" | ")" | "]" | "/" | "&" | "…" | "=") {
            return false;
        }
        let Some(before) = self.run.checked_sub(1).filter(|&i| i >= self.first) else {
            return false;
        };
        let free = !glued(self.tokens, before);
        let omission = self.stop > self.run || self.word(self.run) == "…";
        if omission && self.word(self.run) != "!" && self.word(self.run) != "?" {
            return !matches!(self.word(before), "(" | "[") && (!free || opens_sentence(next));
        }
        self.word(self.run) != "." || self.full_stop_ends(before)
    }

    /// Whether the single full stop after token `before` ends the sentence.
    fn full_stop_ends(&self, before: usize) -> bool {
        let word = self.word(before);
        let opens = opens_sentence(self.next.text);
        match self.tokens[before].kind {
            TokenKind::Number => self.number_ends(before, word, opens),
            TokenKind::Punctuation => true,
            TokenKind::Word if word.chars().nth(1).is_none() => {
                opens && word.starts_with(char::is_uppercase) && !self.follows_letter(before)
            }
            TokenKind::Word if is_roman(word) && before > self.first => opens,
            TokenKind::Word => match abbreviation(word) {
                Some(Abbreviation::Open) => false,
                Some(Abbreviation::Final) => opens || self.next.kind == TokenKind::Punctuation && self.next.text != "–",
                None => true,
            },
        }
    }

    /// A number of up to three digits before a capitalised word is an ordinal (`20. Jahrhundert`), unless that word opens a sentence.
    fn number_ends(&self, before: usize, word: &str, opens: bool) -> bool {
        let part_of_more = before > self.first && matches!(self.word(before - 1), ":" | "," | "-" | "–" | "/");
        let ordinal = word.len() <= 3 && !part_of_more;
        match self.next.kind {
            _ if before == self.first && ordinal => false,
            // "Stand: 10. Januar"
            TokenKind::Word if word.len() <= 2 && MONTHS.contains(&self.next.text) => false,
            _ if opens => true,
            TokenKind::Word => !ordinal && !is_day_and_month(word),
            TokenKind::Number => !ordinal,
            TokenKind::Punctuation => true,
        }
    }

    /// Whether token `at` continues an abbreviation of single letters: the `B` of `z. B.`
    fn follows_letter(&self, at: usize) -> bool {
        at >= self.first + 2 && self.word(at - 1) == "." && {
            let word = self.word(at - 2);
            word.chars().nth(1).is_none() && word.starts_with(char::is_lowercase)
        }
    }

    fn word(&self, at: usize) -> &str {
        self.tokens[at].text
    }
}

/// `4.2` in `am 4.2. Februar-Sitzung`: a day with its month, whose second stop follows.
fn is_day_and_month(word: &str) -> bool {
    let mut parts = word.split('.');
    let (day, month) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    (1..=2).contains(&day.len()) && (1..=2).contains(&month.len()) && parts.next().is_none() && !word.contains(',')
}

/// `II`, `XVI`: the number of a pope or king; the ones that are also words or initials (`C`, `D`, `MIX`) are not counted.
fn is_roman(word: &str) -> bool {
    word.len() <= 5 && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Asserts the sentences of `marked`, which are separated by ` | `.
    fn check(marked: &str) {
        let text = marked.replace(" | ", " ");
        let found: Vec<_> = sentences(&text).iter().map(|s| s.of(&text)).collect();
        assert_eq!(found.join(" | "), marked);
    }

    #[test]
    fn abbreviations_do_not_end() {
        check("Das sind z. B. Panzer und d. h. Waffen. | Dr. Müller kam bzw. Frau Prof. Meier.");
        check("Mit u. a. Der Spiegel sprach er. | Danach ging er.");
        check("Es kostet 5 Mio. Euro. | Oder 6 Mio. | Das ist viel, z.B. Zinsen.");
        check("Stand: 10. Januar 2022, 16 Uhr. | Termine, 3. Mai und 4. Juni. | Es steht 2:1. | Danach fällt ein Tor.");
        check("Die Müller GmbH & Co. KG zahlt. | Am St. Pauli-Tag, Nr. 5, usw. | Die anderen nicht.");
    }

    #[test]
    fn ordinals_and_dates_do_not_end() {
        check("Er reist am 15. Februar. | Im 20. Jahrhundert war es anders. | Sie endete 2013. | Krieg folgte.");
        check("Zwischen dem 5. und 12. März trafen sie sich. | Es stand 3:2. | Tore fielen am 4.2. Premiere war später.");
        check("Papst Benedikt XVI. Ratzinger. | Wilhelm II. | Der Kaiser ging. | Sie kamen am 15. | Die anderen nicht.");
        check("Der 100. Geburtstag der Stadt. | 15 Menschen kamen um 12.30 Uhr. | Es kostet 2.000. | Euro zahlt keiner.");
    }

    #[test]
    fn initials_do_not_end() {
        check("J. G. Fichte und Donald J. Trump. | George W. Bush auch. | Das Vitamin C. | Es hilft.");
    }

    #[test]
    fn quotations_keep_their_marks() {
        check("„Das ist so.“ | Sagte Putin das? | „Ja!“, sagte er. | „Wirklich?“ fragte sie. | Er sagte: „Nein.“ | »Doch.« | Ende.");
        check("\"Ich gehe.\" | \"Er bleibt.\" | (Sie auch.) | Schluss.");
        check("Es hieß: „Die Nato ist wichtig. | Das gilt auch für uns.“ | Danach: Stille.");
    }

    #[test]
    fn omissions_and_domains_do_not_end() {
        check("Sie sprachen (…) Russisch und (...) Deutsch. | Er wartete … | Dann kam sie..., aber spät.");
        check("Das meldet orf.at am Freitag. | Auf bild.de Leser. | US- und EU-Truppen kamen.");
    }

    #[test]
    fn a_line_end_ends_a_sentence() {
        let text = " Überschrift ohne Punkt\n\nText. Mehr\n1. Die Liste\n";
        let found: Vec<_> = sentences(text).iter().map(|s| s.of(text)).collect();
        assert_eq!(found, ["Überschrift ohne Punkt", "Text.", "Mehr", "1. Die Liste"]);
        assert!(sentences("").is_empty() && sentences(" \n").is_empty());
    }

    #[test]
    fn every_token_is_in_one_sentence() {
        let text = "... ?! „. “ 3. \n. A. b. (…) z. \n\"";
        let found = sentences(text);
        assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start));
        assert!(tokens(text).iter().all(|t| found.iter().any(|s| s.contains(t.span))));
    }
}
