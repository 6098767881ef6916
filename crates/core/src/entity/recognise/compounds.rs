//! Names that are the first part of a compound: `Nato-Osterweiterung`, `Chinabesuch`, `Kremlchef`.

use crate::entity::doc::{Candidate, Doc, is_all_caps};
use crate::entity::lexicon::{Entry, Lexicon, lower_first, shown};
use crate::entity::{EntityKind, Form, Mention, Why};
use crate::text::{Span, TokenKind};

/// Adds the parts of compounds that are names to `out`. `known` returns the person that the text refers to by a word.
pub(super) fn find(doc: &Doc, known: &dyn Fn(&str) -> Option<String>, out: &mut Vec<Candidate>) {
    for word in doc.words.iter().filter(|w| w.kind == TokenKind::Word && w.text.len() > 3) {
        let found = if word.text.contains('-') { hyphenated(doc.lexicon, word.text, known) } else { joined(doc.lexicon, word.text) };
        if let Some(part) = found {
            let start = word.span.start as usize + part.start;
            let span = Span::new(start, start + part.len);
            let mention = Mention {
                span,
                kind: part.kind,
                form: Form::Part,
                canonical: part.canonical,
                why: part.why,
                confidence: part.confidence,
                role: None,
            };
            out.push(Candidate { mention, rank: 4 });
        }
    }
}

struct Part {
    start: usize,
    len: usize,
    kind: EntityKind,
    canonical: String,
    why: Why,
    confidence: u8,
}

impl Part {
    fn listed(start: usize, len: usize, entry: &Entry, confidence: u8) -> Self {
        Self { start, len, kind: entry.kind, canonical: shown(entry.canonical), why: Why::List, confidence }
    }
}

/// The first part before a hyphen that is a name; the last part is the head of the compound and never counts.
fn hyphenated(lexicon: &Lexicon, word: &str, known: &dyn Fn(&str) -> Option<String>) -> Option<Part> {
    let last = word.rfind('-')?;
    let mut start = 0;
    for part in word[..last].split('-') {
        let upper = part.starts_with(char::is_uppercase);
        if upper && let Some(canonical) = known(part) {
            return Some(Part { start, len: part.len(), kind: EntityKind::Per, canonical, why: Why::Memory, confidence: 85 });
        }
        if upper && let Some(entry) = lexicon.single(part) {
            return Some(Part::listed(start, part.len(), entry, 90));
        }
        start += part.len() + 1;
    }
    None
}

/// A listed name of at least four letters, followed by a listed noun in any form.
fn joined(lexicon: &Lexicon, word: &str) -> Option<Part> {
    if !word.starts_with(char::is_uppercase) || is_all_caps(word) || word.len() < 7 {
        return None;
    }
    let cuts = word.char_indices().map(|(at, _)| at).filter(|&at| at >= 4 && at + 3 <= word.len());
    for cut in cuts {
        let (name, head) = word.split_at(cut);
        // A name in a compound has no genitive: "Chinabesuch", not "Chinasbesuch".
        let listed = lexicon.names.get(name).into_iter().flatten();
        let Some(entry) = listed.into_iter().find(|e| e.words.len() == 1 && !e.guarded && !e.words[0].inflects) else { continue };
        if entry.kind != EntityKind::Misc && !entry.surname && is_head(lexicon, head) {
            return Some(Part::listed(0, name.len(), entry, 80));
        }
    }
    None
}

/// Whether hyphenated word `at` ends in a common noun (`Koch-Institut`), so that it is not a family name (`Kramp-Karrenbauer`).
pub(super) fn has_common_tail(doc: &Doc, at: usize) -> bool {
    let Some((_, tail)) = doc.word(at).rsplit_once('-') else {
        return false;
    };
    named_after(tail).is_some() || is_head(doc.lexicon, tail) || doc.is_common(tail) || doc.lexicon.roles.contains(tail)
}

/// The kind of something named after a person whose name ends in `tail`: `Institut`, `Straße`, `Preis`.
pub(super) fn named_after(tail: &str) -> Option<EntityKind> {
    const ORG: [&str; 19] = [
        "Institut",
        "Stiftung",
        "Universität",
        "Schule",
        "Gymnasium",
        "Gesellschaft",
        "Verlag",
        "Theater",
        "Museum",
        "Haus",
        "Bank",
        "Akademie",
        "Krankenhaus",
        "Klinik",
        "Orchester",
        "Kolleg",
        "Hochschule",
        "Gesamtschule",
        "Realschule",
    ];
    const LOC: [&str; 10] = ["Straße", "Platz", "Allee", "Brücke", "Weg", "Stadion", "Halle", "Ring", "Ufer", "Park"];
    let bare = tail.trim_end_matches('s');
    let is_one_of = |list: &[&str]| list.contains(&bare) || list.contains(&tail);
    if is_one_of(&ORG) {
        Some(EntityKind::Org)
    } else if is_one_of(&LOC) {
        Some(EntityKind::Loc)
    } else {
        (bare == "Prei" || bare == "Medaille").then_some(EntityKind::Misc)
    }
}

/// Whether `head` is a listed noun, possibly in the plural or genitive.
fn is_head(lexicon: &Lexicon, head: &str) -> bool {
    if head.starts_with(char::is_uppercase) {
        return lexicon.heads.contains(lower_first(head).as_str());
    }
    ["", "s", "es", "e", "en", "n", "nen", "er", "ern"]
        .iter()
        .filter_map(|ending| head.strip_suffix(ending))
        .any(|stem| lexicon.heads.contains(stem))
}
