//! Passages in quotation marks: whether somebody is quoted with them.

use super::direct::Binding;
use super::frame::{Frame, Unit, UnitKind};
use super::phrase::Phrases;
use crate::entity::Form;
use crate::event::finite_verb;
use crate::german::{Colour, PREPOSITIONS, is_determiner};
use crate::text::{Token, TokenKind};
use std::ops::Range;

/// From this number of words on, a passage is somebody's words if nothing says that it is a title.
const LONG: usize = 6;
/// From this number of words on, it is somebody's words in any case.
const VERY_LONG: usize = 12;

/// Ends of nouns before the name of a medium: `des Magazins „…“`.
const MEDIA: [&str; 14] = [
    "zeitung",
    "magazin",
    "magazins",
    "magazines",
    "sender",
    "senders",
    "agentur",
    "portal",
    "portals",
    "website",
    "zeitschrift",
    "blatt",
    "blatts",
    "dienst",
];

/// Whether the passage at unit `at` between two tokens is somebody's words, rather than a title or a term.
pub(super) fn is_quoted(phrases: &Phrases, at: usize, tokens: Range<usize>, bound: &Binding, told: bool) -> bool {
    let frame = phrases.frame;
    let document = phrases.document;
    let words: Vec<_> = document.tokens()[tokens.clone()].iter().filter(|token| token.kind != TokenKind::Punctuation).collect();
    let Some(first) = words.first() else { return false };
    let count = words.len();
    if bound.source.as_ref().is_some_and(|source| source.contains(&at)) || is_gloss(frame, at) || is_called(frame, at, bound) {
        return false;
    }
    let before = at.checked_sub(1).and_then(|before| frame.get(before));
    let capital = is_upper(first);
    let alone = before.is_none_or(|unit| matches!(unit.kind, UnitKind::Comma | UnitKind::Mark | UnitKind::Stop));
    let said = bound.sure || told;
    let verb = || finite_verb(document, tokens.clone()).is_some();
    let sentence = document.tokens()[tokens.clone()].last().is_some_and(|token| matches!(token.text, "." | "!" | "?"));
    let all = frame.units.iter().all(|unit| !unit.is_word());
    if bound.firm && (count > 1 || phrase_of(&words) || sentence) || all && count > 2 && verb() {
        return true;
    }
    if count > 1 && !capital && finite_verb(document, tokens.start..tokens.start + 1).is_some() {
        return true;
    }
    if is_titled(before) || is_name_like(&words, before) && !sentence {
        return false;
    }
    if count >= LONG {
        return sentence || count >= VERY_LONG || !capital || (said || !is_label(before)) && verb();
    }
    let so_called = at > 0 && is_so_called(frame, at - 1) || matches!(frame.word(at + 1), "genannt" | "genannte" | "genannten");
    let phrase = phrase_of(&words) && (said || !capital);
    let medium = before.is_some_and(|unit| MEDIA.iter().any(|noun| unit.lower.ends_with(noun)));
    let accuses = bound.verb.is_some_and(|(_, colour)| colour == Colour::Criticises) && frame.word(at + 1) == "vor";
    let ends_lower = count > 3 && bound.sure && words.last().is_some_and(|last| !is_upper(last));
    let labelled = is_label(before) && !(accuses || sentence || ends_lower);
    if so_called || labelled && (medium || capital || !said || count == 1 && !is_predicate(frame, at)) {
        return false;
    }
    let bracket = before.is_some_and(|unit| unit.text == "(");
    if !bracket && alone && bound.sure && (bound.verb.is_some_and(|(_, colour)| colour != Colour::Announces) || phrase || verb())
        || sentence
    {
        return true;
    }
    let segment = frame.segments.get(frame.segment_of(at)).cloned().unwrap_or(0..0);
    let intends = frame.units[segment].iter().any(|unit| unit.is_one_of("will wollen wollte wollten möchte möchten plant planen"));
    let loose = intends || count > 2 || count > 1 && words.last().is_some_and(|word| !word.capital) && is_predicate(frame, at);
    let judges =
        bound.verb.is_some_and(|(_, colour)| matches!(colour, Colour::Names | Colour::Criticises | Colour::Warns | Colour::Denies));
    let speaks_of = bound.verb.is_some_and(|(verb, _)| is_speaking(frame.word(verb))) && frame.word(at.saturating_sub(1)) == "von";
    let presents = judges || speaks_of || count > 2 || (bound.verb.is_some() && frame.word(at.saturating_sub(1)) == "als");
    if said { phrase || (!is_named(phrases, at, tokens) && presents) } else { phrase && loose }
}

/// A form of `sprechen`.
fn is_speaking(word: &str) -> bool {
    matches!(word, "spricht" | "sprach" | "sprachen" | "sprechen" | "gesprochen")
}

/// Whether the words begin or end in lower case, as parts of a sentence do.
fn phrase_of(words: &[&Token]) -> bool {
    let ends = words.len() > 1 && words.last().is_some_and(|last| !last.capital && last.kind == TokenKind::Word);
    (ends || words.first().is_some_and(|first| !is_upper(first))) && words.iter().any(|word| !word.capital && word.kind == TokenKind::Word)
}

/// Whether the passage is (part of) a name: it has a number or hyphen in it, or is a name of the text.
fn is_named(phrases: &Phrases, at: usize, tokens: Range<usize>) -> bool {
    let marked = phrases.document.tokens()[tokens.clone()].iter().any(|token| token.kind == TokenKind::Number);
    let names = phrases.names_in(at..at + 1);
    let first = phrases.document.tokens().get(tokens.start).map_or(0, |token| token.span.start);
    marked || names.into_iter().any(|name| phrases.names[name].span.start == first && phrases.names[name].form != Form::Derived)
}

/// `… sei „kaputt“.`
fn is_predicate(frame: &Frame, at: usize) -> bool {
    frame.get(at + 1).is_none_or(|next| !next.is_word() || !next.capital)
}

/// `sogenannte „…“`, `so genannte „…“`, `namens „…“`.
fn is_so_called(frame: &Frame, at: usize) -> bool {
    let word = frame.word(at);
    word.starts_with("sogenannt") || word.starts_with("genannt") || matches!(word, "namens" | "kurz" | "etwa" | "laut")
}

/// Whether a unit before a passage is a noun whose name the passage is: `die Zeitung „…“`.
fn is_label(before: Option<&Unit>) -> bool {
    before.is_some_and(|unit| unit.is_capital() && !is_determiner(unit.lower) && !unit.is_in(&PREPOSITIONS) && !unit.is_one_of("als"))
}

/// Whether a word is written as the first one of a name is: a number counts, and `iPod`.
fn is_upper(word: &Token) -> bool {
    word.capital || word.kind == TokenKind::Number || word.text.chars().skip(1).any(char::is_uppercase)
}

/// Whether the words look like a proper name: `Black Lion`, `Biennale for Art`, `der „Hohe Rat zur Rettung des Landes“`.
fn is_name_like(words: &[&Token], before: Option<&Unit>) -> bool {
    let all = words.len() > 1 && words.iter().all(|word| is_upper(word));
    let foreign = |word: &&Token| matches!(word.text, "of" | "for" | "the" | "and" | "de" | "du" | "la" | "del" | "di" | "et");
    let foreign = words.first().is_some_and(|first| is_upper(first)) && words.iter().any(foreign);
    // An adjective has a capital letter only in a name.
    let attribute = |word: &&Token| word.capital && ["e", "er", "es", "en"].iter().any(|end| word.text.ends_with(end));
    let article = before.is_some_and(|unit| is_determiner(unit.lower) || unit.is_one_of("im am beim vom zum zur"));
    let adjective = article && words.first().is_some_and(attribute) && words.get(1).is_some_and(|word| word.capital);
    all || foreign || adjective
}

/// Whether the unit before a passage says that a title or term follows: `unter dem Motto „…“`.
fn is_titled(before: Option<&Unit>) -> bool {
    before.is_some_and(|unit| unit.is_one_of("motto titel begriff name namen überschrift schlagzeile spitznamen beinamen"))
}

/// Whether the passage explains another one in parentheses: `„Cast Lead“ („gegossenes Blei“)`.
fn is_gloss(frame: &Frame, at: usize) -> bool {
    at > 1 && frame.units[at - 1].text == "(" && frame.units[at - 2].quote().is_some()
}

/// `nennt sich „…“`, `nennt man „…“`, `„…“, wie sie sich nennt`, `„…“, so wird er genannt`: a name, not a judgement.
fn is_called(frame: &Frame, at: usize, bound: &Binding) -> bool {
    let Some((verb, Colour::Names)) = bound.verb else { return false };
    let named = frame.word(verb).starts_with("nenn") || matches!(frame.word(verb), "nannte" | "nannten" | "genannt");
    let segment = frame.segments.get(frame.segment_of(verb)).cloned().unwrap_or(0..0);
    let nobody = segment.clone().any(|at| frame.units[at].is_one_of("sich man")) || bound.passive;
    named && nobody && (segment.contains(&at) || frame.segment_of(at) < frame.segment_of(verb))
}
