//! Persons by a first name, an East Asian family name, or a title before the name.

use super::compounds;
use super::lists::listed;
use crate::entity::doc::{Candidate, Doc, is_all_caps};
use crate::entity::lexicon::Class;
use crate::entity::{EntityKind, Why};
use crate::german::{VERBS_OF_SPEECH, is_determiner};
use crate::text::TokenKind;

/// The most initials of a name, words between first and family name, and words of titles and their full stops before a name. Without these
/// limits a text of nothing else would take time quadratic in its length.
const MAX_INITIALS: usize = 6;
const MAX_PARTICLES: usize = 4;
const MAX_TITLES: usize = 12;

/// Adds the persons that `doc` names with a first name, in East Asian order, or after a title.
pub(super) fn find(doc: &Doc, out: &mut Vec<Candidate>) {
    let mut at = 0;
    while at < doc.words.len() {
        let found = first_name_first(doc, at).or_else(|| family_name_first(doc, at));
        if let Some((to, confidence)) = found {
            push(doc, (at, to), confidence, out);
            at = to;
        } else {
            at += 1;
        }
    }
    for at in 0..doc.words.len() {
        if doc.role(at).is_some()
            && let Some((from, to)) = titled(doc, at)
        {
            push(doc, (from, to), 80, out);
        }
        if let Some(name) = owner(doc, at) {
            out.push(doc.candidate((at, at + 1), EntityKind::Per, name.to_owned(), Why::Rule, 75, 2));
        } else if speaks(doc, at) {
            push(doc, (at, at + 1), 75, out);
        } else if let Some(name) = known_name(doc, at).filter(|_| doc.upper(at)) {
            out.push(doc.candidate((at, at + 1), EntityKind::Per, name.to_owned(), Why::Rule, 65, 2));
        }
    }
}

/// The first name that word `at` is, in the genitive before a noun: `Marias Haus`, `Marias altes Haus`, `Lars’ Mutter`.
fn owner<'t>(doc: &Doc<'t>, at: usize) -> Option<&'t str> {
    let word = doc.word(at);
    let apostrophe = matches!(doc.word(at + 1), "’" | "'") && doc.words[at + 1].glued && word.ends_with(['s', 'x', 'z', 'ß']);
    let name = if apostrophe { word } else { word.strip_suffix('s')? };
    let noun = at + 1 + usize::from(apostrophe);
    let adjective = !doc.upper(noun) && ["e", "es", "er", "en", "em"].iter().any(|ending| doc.word(noun).ends_with(ending));
    let owns = doc.upper(noun) || adjective && doc.upper(noun + 1) && doc.follows_on(noun + 1);
    let other = doc.lexicon.surnames.contains(word) || doc.lexicon.single(word).is_some() || doc.has_article(at);
    let follows_name = doc.follows_on(at) && doc.lexicon.first_name(doc.before(at)).is_some();
    let first_name = doc.lexicon.first_name(name) == Some(false) && (apostrophe || doc.lexicon.first_name(word).is_none());
    (doc.upper(at) && owns && doc.follows_on(noun) && first_name && !other && !follows_name).then_some(name)
}

/// The frequent family name that word `at` is, possibly in the genitive, unless an article or the text shows that it is a common noun.
fn known_name<'t>(doc: &Doc<'t>, at: usize) -> Option<&'t str> {
    let word = doc.word(at);
    let names = [Some(word), word.strip_suffix('s')].into_iter().flatten();
    let mut listed = names.filter(|name| doc.lexicon.surnames.contains(name));
    listed.next().filter(|_| !doc.has_article(at) && !doc.takes_article(word))
}

/// `sagte Meyenburg`, `Meyenburg sagte`: a verb of persons in the singular with a capitalised word without article as its subject. Only
/// in the past tense, as headlines in the present omit articles of common nouns.
fn speaks(doc: &Doc, at: usize) -> bool {
    if !doc.is_surname_like(at) || doc.upper(at + 1) && doc.follows_on(at + 1) || doc.word(at).len() < 4 {
        return false;
    }
    let behind = doc.follows_on(at) && VERBS_OF_SPEECH.contains(doc.before(at)) && !doc.words[at].opens;
    let before = doc.words[at].opens && (VERBS_OF_SPEECH.contains(doc.word(at + 1)) || is_verb_of_persons(doc.word(at + 1)));
    // "Eigentlich wollte er": an adverb can also begin a sentence.
    let adverb = ["lich", "weise", "mals", "maßen", "halb", "gens"].iter().any(|ending| doc.word(at).ends_with(ending));
    (behind || before && !adverb) && doc.lexicon.single(doc.word(at)).is_none() && doc.lexicon.first_name(doc.word(at)).is_none()
}

fn is_verb_of_persons(word: &str) -> bool {
    const VERBS: [&str; 16] = [
        "wuchs",
        "studierte",
        "heiratete",
        "starb",
        "lebte",
        "lehrte",
        "promovierte",
        "glaubte",
        "dachte",
        "hoffte",
        "lächelte",
        "wollte",
        "begründete",
        "arbeitete",
        "besuchte",
        "veröffentlichte",
    ];
    VERBS.contains(&word)
}

fn push(doc: &Doc, (from, to): (usize, usize), confidence: u8, out: &mut Vec<Candidate>) {
    out.push(doc.candidate((from, to), EntityKind::Per, doc.name(from, to), Why::Rule, confidence, 2));
}

/// `Angela Merkel`, `George W. Bush`, `Ursula von der Leyen`, `Benedikt XVI.`; a first name alone if it is nothing else. Returns the word
/// after it, and the confidence.
fn first_name_first(doc: &Doc, at: usize) -> Option<(usize, u8)> {
    if !doc.upper(at) {
        return initials_first(doc, at);
    }
    let word = doc.word(at);
    let Some(common) = doc.lexicon.first_name(word) else {
        return initials_first(doc, at);
    };
    // "Will Merkel das?"
    if common && (is_determiner(doc.before(at)) || doc.words[at].opens && (!doc.upper(at + 1) || word == "Will")) {
        return None;
    }
    let mut to = at + 1;
    loop {
        if !doc.follows_on(to) {
            break;
        } else if is_initial(doc, to) && to - at <= 2 * MAX_INITIALS {
            to += 2;
        } else if doc.upper(to) && doc.lexicon.first_name(doc.word(to)) == Some(false) && to - at < 4 {
            to += 1;
        } else {
            break;
        }
    }
    if let Some(end) = surname(doc, to) {
        let end = match doc.word(end) {
            "Jr" | "Sr" | "jun" | "sen" if doc.word(end + 1) == "." => end + 2,
            "junior" | "senior" | "Junior" | "Senior" if doc.follows_on(end) => end + 1,
            _ => end,
        };
        return Some((end, if common { 75 } else { 90 }));
    }
    if let Some(end) = regnal_number(doc, to) {
        let land = doc.word(end) == "von" && doc.follows_on(end) && doc.upper(end + 1) && doc.follows_on(end + 1);
        return Some((if land { end + 2 } else { end }, 85));
    }
    if common {
        return None;
    }
    let several = to - at >= 2 && doc.word(to - 1) != ".";
    let alone = doc.lexicon.single(word).is_none() && !doc.takes_article(word) && !doc.words[at].opens && !doc.upper(to);
    if several { Some((to, 80)) } else { (alone && to == at + 1).then_some((to, 60)) }
}

/// `J. G. Fichte`: initials and a family name.
fn initials_first(doc: &Doc, at: usize) -> Option<(usize, u8)> {
    if !is_initial(doc, at) || doc.before(at) == "." && at >= 2 && doc.words[at - 1].glued {
        return None;
    }
    let mut to = at;
    while is_initial(doc, to) && to - at < 2 * MAX_INITIALS {
        to += 2;
    }
    (doc.follows_on(to) && doc.is_surname_like(to)).then_some((to + 1, 70))
}

/// Whether word `at` is an initial with a full stop.
fn is_initial(doc: &Doc, at: usize) -> bool {
    let word = doc.word(at);
    doc.upper(at) && word.chars().nth(1).is_none() && doc.word(at + 1) == "." && doc.words.get(at + 1).is_some_and(|w| w.glued)
}

/// The end of the family name that begins at word `at`, possibly with particles.
fn surname(doc: &Doc, at: usize) -> Option<usize> {
    if !doc.follows_on(at) {
        return None;
    }
    let word = doc.word(at);
    if ["al-", "el-", "ben-", "ad-", "as-", "bin-"].iter().any(|prefix| word.starts_with(prefix)) {
        return Some(at + 1);
    }
    if let Some(end) = noble(doc, at) {
        return Some(end);
    }
    // "Helge Braun": nouns that are also family names, after an unambiguous first name.
    let first = doc.before(at);
    if doc.upper(at) && NOUNS_AS_NAMES.contains(&word) && doc.lexicon.first_name(first) == Some(false) && !doc.takes_article(first) {
        return Some(at + 1);
    }
    let mut to = at;
    while SMALL_WORDS.contains(&doc.word(to)) && to - at < MAX_PARTICLES {
        to += 1;
    }
    if to > at && matches!(doc.word(to - 1), "von" | "van" | "Van") && matches!(doc.word(to), "der" | "den" | "dem") {
        to += 1;
    }
    if doc.word(to) == "und" && doc.word(to + 1) == "zu" && to > at {
        to += 2;
    }
    if doc.word(at) == "zu" && to == at && doc.before(at).contains('-') {
        to += 1;
    }
    let place = doc.lexicon.single(doc.word(to));
    let country = place.is_some_and(|e| e.class == Class::Country);
    if to > at {
        // "Anna von Österreich", but not "Anna aus Österreich" or "Ministerin Anna Klein von Österreich".
        let land = country && (doc.word(at) != "von" || to > at + 1 || doc.word(to).ends_with('s'));
        return (doc.upper(to) && doc.follows_on(to) && !land && !doc.lexicon.nouns.contains(doc.word(to))).then_some(to + 1);
    }
    // "Jack London", but not "Peter Russland"; and a listed name of several words ("Angela Deutsche Bank") is not split.
    let city = place.is_some_and(|e| e.class == Class::City && !doc.word(to).ends_with('s'));
    let begins_longer = listed(doc, to).is_some_and(|(entry, end)| end > to + 1 && entry.kind != EntityKind::Per);
    ((doc.is_surname_like(to) || city && doc.upper(to)) && !begins_longer && !compounds::has_common_tail(doc, to)).then_some(to + 1)
}

/// The end of a family name that begins with a title of nobility at word `at`: `Graf von Schwerin`, `Freifrau zu Guttenberg`, `Graf Lambsdorff`.
fn noble(doc: &Doc, at: usize) -> Option<usize> {
    const TITLES: [&str; 22] = [
        "Graf",
        "Gräfin",
        "Freiherr",
        "Freifrau",
        "Freiin",
        "Fürst",
        "Fürstin",
        "Herzog",
        "Herzogin",
        "Prinz",
        "Prinzessin",
        "Baron",
        "Baronin",
        "Ritter",
        "Edler",
        "Edle",
        "Erzherzog",
        "Erzherzogin",
        "Landgraf",
        "Markgraf",
        "Reichsgraf",
        "Großherzog",
    ];
    if !TITLES.contains(&doc.word(at)) {
        return None;
    }
    let mut to = at + 1;
    while matches!(doc.word(to), "von" | "zu" | "vom" | "zum" | "zur" | "der" | "dem" | "und" | "de" | "auf") && to - at <= MAX_PARTICLES {
        to += 1;
    }
    let named = doc.upper(to) && doc.follows_on(to) && !doc.lexicon.nouns.contains(doc.word(to));
    (named && (to > at + 1 || doc.is_surname_like(to))).then_some(to + 1)
}

/// Particles between first and family name, which belong to the latter.
const SMALL_WORDS: [&str; 24] = [
    "von", "van", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ten", "ter", "bin", "ibn", "al", "el", "Van", "De", "Le",
    "La", "Di", "Da", "Von",
];

/// Common nouns, adjectives and offices that are frequent family names.
const NOUNS_AS_NAMES: [&str; 32] = [
    "Braun", "Klein", "Groß", "Lang", "Kurz", "Schwarz", "Weiß", "Jung", "Stark", "Stein", "Berg", "Sommer", "Winter", "Wild", "Reich",
    "Frei", "Klug", "Ernst", "Schön", "Früh", "Hoch", "Roth", "Grau", "Grün", "Bach", "Kraft", "König", "Kaiser", "Graf", "Herzog",
    "Richter", "Engel",
];

/// `XVI.` in `Benedikt XVI.`: the number of a pope or king, with its full stop.
fn regnal_number(doc: &Doc, at: usize) -> Option<usize> {
    let word = doc.word(at);
    let roman = !word.is_empty() && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    (roman && doc.follows_on(at)).then(|| if doc.word(at + 1) == "." && doc.words[at + 1].glued { at + 2 } else { at + 1 })
}

/// `Xi Jinping`, `Kim Jong Un`, `Ban Ki-moon`: a listed family name, then a given name with the structure of Chinese or Korean ones.
fn family_name_first(doc: &Doc, at: usize) -> Option<(usize, u8)> {
    let common = *doc.lexicon.family_names.get(doc.word(at))?;
    if !doc.upper(at) || !doc.follows_on(at + 1) || !is_given_name(doc, at + 1) || common && !doc.word(at + 1).contains('-') {
        return None;
    }
    let short = |at: usize| doc.word(at).len() <= 5 && !doc.word(at).contains('-');
    let two = short(at + 1) && short(at + 2) && doc.follows_on(at + 2) && is_given_name(doc, at + 2);
    Some((if two { at + 3 } else { at + 2 }, 85))
}

/// Initials of Chinese and Korean syllables in transcription.
const INITIALS: [&str; 25] =
    ["", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s", "w", "kw", "hw"];

/// Whether word `at` has one to three syllables of an initial, vowels, and `n`, `ng` or another Chinese or Korean final.
fn is_given_name(doc: &Doc, at: usize) -> bool {
    let word = doc.word(at);
    if !doc.upper(at)
        || is_all_caps(word)
        || doc.is_common(word)
        || doc.lexicon.single(word).is_some()
        || doc.role(at).is_some()
        || word.len() > 10
    {
        return false;
    }
    let lower = word.to_lowercase();
    let mut rest = lower.as_str();
    let mut syllables = 0;
    while !rest.is_empty() && syllables < 4 {
        rest = rest.strip_prefix('-').unwrap_or(rest);
        let consonants = rest.find(is_vowel).unwrap_or(rest.len());
        if !INITIALS.contains(&&rest[..consonants]) {
            return false;
        }
        rest = &rest[consonants..];
        let vowels = rest.find(|c| !is_vowel(c)).unwrap_or(rest.len());
        if vowels == 0 || vowels > 3 {
            return false;
        }
        rest = &rest[vowels..];
        let closed = |end: &str| rest.strip_prefix(end).filter(|after| !after.starts_with(is_vowel));
        rest = closed("ng")
            .or_else(|| closed("n"))
            .or_else(|| rest.strip_prefix(['k', 'l', 'm', 'p', 'r']).filter(|after| after.is_empty()))
            .unwrap_or(rest);
        syllables += 1;
    }
    rest.is_empty() && syllables <= 3
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ü')
}

/// The name after the title at word `at`: one or two capitalised words without another meaning.
fn titled(doc: &Doc, at: usize) -> Option<(usize, usize)> {
    let mut from = at + 1;
    while matches!(doc.word(from), "Dr" | "Prof" | "." | "h" | "c" | "med" | "Frau" | "Herr" | "Herrn") && from - at <= MAX_TITLES {
        from += 1;
    }
    let abbreviated = matches!(doc.word(at), "Dr" | "Prof" | "Mr" | "Mrs" | "Ms");
    if !abbreviated && doc.word(at + 1) == "." || !doc.follows_on(from) || doc.words.get(from)?.kind != TokenKind::Word {
        return None;
    }
    if doc.lexicon.first_name(doc.word(from)).is_some() && first_name_first(doc, from).is_some() {
        return None;
    }
    let small = |at: usize| matches!(doc.word(at), "von" | "van" | "de" | "al" | "bin");
    let begins_with_small = small(from) && doc.upper(from + 1) && doc.word(from) != "de";
    if begins_with_small && titled_can_be_noble(doc, at, from) {
        return Some((from, from + 2));
    }
    if !doc.is_surname_like(from) || begins_listed(doc, from) {
        return None;
    }
    if doc.lexicon.family_names.contains_key(doc.word(from)) && family_name_first(doc, from).is_none() {
        return Some((from, from + 1));
    }
    let to = from + 1;
    let known = doc.lexicon.single(doc.word(from)).is_some_and(|e| e.surname);
    if small(to) && doc.is_surname_like(to + 1) && doc.word(to) != "de" && !known && doc.lexicon.single(doc.word(to + 1)).is_none() {
        return Some((from, to + 2));
    }
    let second = !known && doc.follows_on(to) && doc.is_surname_like(to) && !begins_listed(doc, to) && doc.word(to).len() > 3;
    Some((from, if second { to + 1 } else { to }))
}

/// "Minister von Guttenberg" is a person, but "Präsident von Russland" and "Trainer von Werder" name a place or organisation.
fn titled_can_be_noble(doc: &Doc, at: usize, from: usize) -> bool {
    matches!(doc.word(at), "Herr" | "Herrn" | "Frau" | "Minister" | "Graf" | "Freiherr") && doc.lexicon.single(doc.word(from + 1)).is_none()
}

/// Whether the listed name of something other than a person begins at word `at`.
fn begins_listed(doc: &Doc, at: usize) -> bool {
    listed(doc, at).is_some_and(|(entry, _)| entry.kind != EntityKind::Per)
}
