//! Parses the lists; for their format see the parent module.

use super::{Class, Derived, Entry, Lexicon, Word};
use crate::entity::EntityKind;
use crate::text::tokens;
use std::sync::OnceLock;

const LISTS: [&str; 5] = [
    include_str!("countries.txt"),
    include_str!("places.txt"),
    include_str!("organisations.txt"),
    include_str!("events.txt"),
    include_str!("people.txt"),
];

impl Lexicon {
    /// The lists, parsed at the first call.
    pub fn get() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(all)
    }
}

/// Parses all lists. The first of several equal names wins.
fn all() -> Lexicon {
    let mut lexicon = Lexicon::default();
    for list in LISTS {
        sectioned(list).for_each(|(section, item)| add_item(&mut lexicon, item, section));
    }
    lexicon.names.values_mut().for_each(|entries| entries.sort_by_key(|entry| std::cmp::Reverse(entry.words.len())));
    lexicon.first_names = flagged(include_str!("first_names.txt")).collect();
    lexicon.women = flagged(include_str!("women.txt")).collect();
    lexicon.family_names = flagged(include_str!("family_names.txt")).collect();
    lexicon.surnames = words(include_str!("surnames.txt")).collect();
    lexicon.roles = words(include_str!("roles.txt")).collect();
    lexicon.heads = words(include_str!("heads.txt")).collect();
    lexicon.nouns = words(include_str!("nouns.txt")).collect();
    lexicon
}

/// The items of a list with the kind that its headers give them.
pub(in crate::entity) fn items(list: &'static str) -> impl Iterator<Item = (EntityKind, &'static str)> {
    sectioned(list).map(|((kind, _), item)| (kind, item))
}

fn sectioned(list: &'static str) -> impl Iterator<Item = ((EntityKind, Class), &'static str)> {
    let mut section = (EntityKind::Misc, Class::Other);
    lines(list).flat_map(move |line| {
        let header = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        if let Some(header) = header {
            section = read_header(header);
        }
        let section = section;
        let items = if header.is_some() { "" } else { line };
        items.split(',').map(str::trim).filter(|item| !item.is_empty()).map(move |item| (section, item))
    })
}

fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    lines(list).flat_map(str::split_whitespace)
}

fn flagged(list: &'static str) -> impl Iterator<Item = (&'static str, bool)> {
    words(list).map(|word| word.strip_suffix('?').map_or((word, false), |w| (w, true)))
}

fn read_header(header: &str) -> (EntityKind, Class) {
    let (code, class) = header.split_once(' ').unwrap_or((header, ""));
    let kind = EntityKind::of_code(code).unwrap_or(EntityKind::Misc);
    let class = match class {
        "country" => Class::Country,
        "city" => Class::City,
        _ => Class::Other,
    };
    (kind, class)
}

fn add_item(lexicon: &mut Lexicon, item: &'static str, (kind, class): (EntityKind, Class)) {
    let (item, guarded) = item.strip_prefix('?').map_or((item, false), |rest| (rest, true));
    let (item, shared_surname) = item.split_once('!').map_or((item, false), |(name, _)| (name, true));
    if item.is_empty() {
        return;
    }
    // A slash within a name ("Frankfurt/Oder") would be followed by a capital like an inhabitant; such names are written with spaces instead.
    let mut parts = item.split('/');
    let names: Vec<&str> = parts.next().unwrap_or_default().split('=').collect();
    let canonical = names[0];
    let derived = Derived { canonical, kind };
    for name in &names {
        let words = read_words(name);
        if kind == EntityKind::Per && !shared_surname {
            add_surname(lexicon, &words, canonical);
        }
        insert(lexicon, Entry { words, kind, class, canonical, guarded, surname: false });
    }
    for form in parts {
        if form.starts_with(char::is_lowercase) || form.ends_with("isch") {
            lexicon.adjectives.entry(form).or_insert(derived);
        } else {
            inhabitant_forms(form).into_iter().for_each(|form| _ = lexicon.inhabitants.entry(form).or_insert(derived));
        }
    }
    if class == Class::City && !guarded {
        inhabitant_forms(&inhabitant_of(canonical)).into_iter().for_each(|form| _ = lexicon.inhabitants.entry(form).or_insert(derived));
    }
}

/// `Berliner`, `Karlsruher`, `Darmstädter`: the inhabitant of a city.
fn inhabitant_of(city: &str) -> String {
    match city.strip_suffix("stadt") {
        Some(name) if !name.ends_with('-') && !name.is_empty() => format!("{name}städter"),
        _ if city.ends_with('e') => format!("{city}r"),
        _ => format!("{city}er"),
    }
}

fn insert(lexicon: &mut Lexicon, entry: Entry) {
    let Some(first) = entry.words.first() else { return };
    let there = lexicon.names.entry(first.stem).or_default();
    let same = |e: &Entry| e.words.len() == entry.words.len() && e.words.iter().zip(&entry.words).all(|(a, b)| a.stem == b.stem);
    if !there.iter().any(same) {
        there.push(entry);
    }
}

/// Particles of family names, and the same at the beginning of a sentence.
const PARTICLES: [(&str, &str); 6] = [("von", "Von"), ("van", "Van"), ("zu", "Zu"), ("de", "De"), ("del", "Del"), ("di", "Di")];

/// Adds the family name alone: the last word with the particles before it (`von der Leyen`, `Von der Leyen`).
fn add_surname(lexicon: &mut Lexicon, words: &[Word], canonical: &'static str) {
    let from = words.iter().skip(1).position(|w| w.stem.starts_with(char::is_lowercase)).map_or(words.len() - 1, |at| at + 1);
    let begin = words[from].stem;
    let opening = PARTICLES.into_iter().find(|(small, _)| *small == begin).map(|(_, capital)| capital);
    for first in [Some(begin), opening].into_iter().flatten() {
        let stems = std::iter::once(first).chain(words[from + 1..].iter().map(|word| word.stem));
        let words = stems.map(|stem| Word { stem, inflects: false }).collect();
        insert(lexicon, Entry { words, kind: EntityKind::Per, class: Class::Other, canonical, guarded: false, surname: true });
    }
}

fn read_words(name: &'static str) -> Vec<Word> {
    let mut out = Vec::new();
    for word in name.split_whitespace() {
        if let Some(adjective) = word.strip_suffix('~') {
            let stem = ["er", "es", "e"].iter().find_map(|ending| adjective.strip_suffix(ending)).unwrap_or(adjective);
            out.push(Word { stem, inflects: true });
        } else {
            out.extend(tokens(word).iter().map(|t| Word { stem: t.span.of(word), inflects: false }));
        }
    }
    out
}

/// All forms of an inhabitant: `Russe` is weak, `Ukrainer` takes -s and -n, `Britin` only its plural, others -s and -en.
fn inhabitant_forms(base: &str) -> Vec<String> {
    let endings: &[&str] = match base {
        _ if base.ends_with("in") => &["", "nen"],
        _ if base.ends_with("er") => &["", "s", "n", "in", "innen"],
        _ if base.ends_with('e') => &["", "n"],
        _ => &["", "s", "en", "in", "innen"],
    };
    let mut forms: Vec<String> = endings.iter().map(|ending| format!("{base}{ending}")).collect();
    if let Some(stem) = base.strip_suffix('e') {
        forms.extend([format!("{stem}in"), format!("{stem}innen")]);
    }
    forms
}
