//! Listed names, and the adjectives and inhabitants derived from them.

use crate::entity::doc::{Candidate, Doc};
use crate::entity::lexicon::{Derived, Entry, shown};
use crate::entity::{EntityKind, Form, Mention, Why};
use crate::german::is_quotation_mark;
use crate::text::{Span, TokenKind};

/// Adds all listed names of `doc` to `out`; returns family names of well-known persons separately, as the text may name another person.
pub(super) fn find(doc: &Doc, out: &mut Vec<Candidate>) -> Vec<(usize, usize, &'static str)> {
    let mut surnames = Vec::new();
    for at in 0..doc.words.len() {
        let word = &doc.words[at];
        if word.kind != TokenKind::Word {
            if word.kind == TokenKind::Number
                && let Some((entry, to)) = listed(doc, at)
            {
                out.push(doc.candidate((at, to), entry.kind, shown(entry.canonical), Why::List, 90, 1));
            }
            continue;
        }
        match listed(doc, at) {
            Some((entry, to)) if entry.surname => surnames.push((at, to, entry.canonical)),
            Some((entry, to)) => {
                out.push(doc.candidate((at, to), entry.kind, shown(entry.canonical), Why::List, if entry.guarded { 70 } else { 95 }, 1));
            }
            None => derived(doc, at, out),
        }
    }
    surnames
}

/// The longest listed name that begins at word `at`, and the word after it.
pub(super) fn listed<'d>(doc: &'d Doc, at: usize) -> Option<(&'d Entry, usize)> {
    let mut best: Option<(&Entry, usize)> = None;
    for entry in doc.lexicon.starting_with(doc.word(at)) {
        let to = at + entry.words.len();
        if best.is_some_and(|(_, end)| end >= to) || to > doc.words.len() {
            continue;
        }
        let fits =
            entry.words.iter().enumerate().all(|(i, word)| word.fits(doc.word(at + i), entry.kind) && (i == 0 || doc.follows_on(at + i)));
        if fits && in_context(doc, at, to, entry) {
            best = Some((entry, to));
        }
    }
    best
}

/// Whether a listed name that is also a common word is used as a name.
fn in_context(doc: &Doc, at: usize, to: usize, entry: &Entry) -> bool {
    let inflects = entry.words[0].inflects;
    match (entry.guarded, entry.kind) {
        (false, _) => true,
        (true, EntityKind::Loc) => {
            matches!(doc.before(at), "in" | "In" | "aus" | "Aus" | "nach" | "Nach" | "bei" | "Bei" | "um" | "bis" | "Stadt")
        }
        (true, _) if inflects => matches!(doc.before(at), "die" | "der" | "den" | "Die" | "Den") && !doc.words[at].opens && !doc.upper(to),
        (true, _) => is_quotation_mark(doc.before(at)) && is_quotation_mark(doc.word(to)),
    }
}

/// Adds an adjective or inhabitant at word `at`; for a hyphenated one (`deutsch-französische`) every part.
fn derived(doc: &Doc, at: usize, out: &mut Vec<Candidate>) {
    let word = &doc.words[at];
    if let Some(next) = doc.words.get(at + 1).filter(|next| word.capital && next.capital && doc.follows_on(at + 1))
        && let Some(found) = doc.lexicon.inhabitants.get(format!("{} {}", word.text, next.text).as_str())
    {
        out.push(mention(Span { start: word.span.start, end: next.span.end }, *found));
        return;
    }
    let whole = doc.lexicon.adjective(word.text).or_else(|| doc.lexicon.inhabitants.get(word.text).copied());
    if let Some(found) = whole {
        out.push(mention(word.span, found));
        return;
    }
    if let Some(place) = unlisted_place(doc, at) {
        let mention = Mention {
            span: word.span,
            kind: EntityKind::Loc,
            form: Form::Derived,
            canonical: place,
            why: Why::Rule,
            confidence: 65,
            role: None,
        };
        out.push(Candidate { mention, rank: 5 });
        return;
    }
    if !word.text.contains('-') {
        return;
    }
    let mut start = word.span.start as usize;
    for part in word.text.split('-') {
        if let Some(found) = doc.lexicon.adjective(part).or_else(|| doc.lexicon.inhabitants.get(part).copied()) {
            out.push(mention(Span::new(start, start + part.len()), found));
        }
        start += part.len() + 1;
    }
}

/// The place in `die Aulendorfer Bürgermeisterin`: a word in `-er` with an ending of places, between an article and a noun.
fn unlisted_place(doc: &Doc, at: usize) -> Option<String> {
    const ENDINGS: [&str; 17] = [
        "dorf", "heim", "burg", "hausen", "feld", "furt", "walde", "städt", "brück", "kirch", "hafen", "münd", "stett", "weiler", "hofen",
        "rode", "stedt",
    ];
    let word = doc.word(at);
    let base = word.strip_suffix("er").filter(|base| base.len() > 6)?;
    let article = matches!(
        doc.before(at),
        "der" | "die" | "das" | "den" | "dem" | "des" | "Der" | "Die" | "Das" | "im" | "am" | "vom" | "zum" | "zur" | "beim" | "Im" | "Am"
    );
    let noun = doc.upper(at + 1) && doc.follows_on(at + 1) && doc.lexicon.first_name(doc.word(at + 1)).is_none();
    if !doc.upper(at) || !article || !noun || doc.role(at).is_some() || !ENDINGS.iter().any(|ending| base.ends_with(ending)) {
        return None;
    }
    Some(match base.strip_suffix("städt") {
        Some(name) => format!("{name}stadt"),
        None if ["brück", "münd"].iter().any(|ending| base.ends_with(ending)) => {
            format!("{base}e{}", if base.ends_with("brück") { "n" } else { "" })
        }
        None if base.ends_with("kirch") || base.ends_with("stett") => format!("{base}en"),
        None => base.to_owned(),
    })
}

fn mention(span: Span, found: Derived) -> Candidate {
    let mention = Mention {
        span,
        kind: found.kind,
        form: Form::Derived,
        canonical: shown(found.canonical),
        why: Why::List,
        confidence: 90,
        role: None,
    };
    Candidate { mention, rank: 3 }
}
