//! The memory of a text: a person named in full is recognised by the family name, an organisation by its short name, a place that its
//! surroundings show by its name alone.

use super::organisations::is_short_name;
use crate::entity::doc::{Candidate, Doc};
use crate::entity::variants::family_name;
use crate::entity::{EntityKind, Form, Why};
use crate::text::{Span, TokenKind};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// The persons and organisations of one text by the word that refers to them alone.
#[derive(Default)]
pub(in crate::entity) struct Memory {
    /// Full names by family name; several if different persons have it.
    persons: BTreeMap<String, BTreeSet<String>>,
    bodies: FxHashMap<String, String>,
    places: BTreeSet<String>,
    /// Full names of organisations by their noun: `Nationaler Sicherheitsrat` by `Sicherheitsrat`.
    full_bodies: BTreeMap<String, BTreeSet<String>>,
}

impl Memory {
    /// Remembers the persons and organisations among `found`.
    pub fn of(found: &[Candidate]) -> Self {
        let mut memory = Self::default();
        for Candidate { mention, .. } in found.iter().filter(|c| c.mention.form == Form::Name) {
            match mention.kind {
                EntityKind::Per if mention.confidence >= 75 => {
                    let key = family_name(&mention.canonical);
                    memory.persons.entry(key.to_owned()).or_default().insert(mention.canonical.clone());
                }
                EntityKind::Org | EntityKind::Evt if mention.canonical.contains(' ') => {
                    let noun = noun_of(&mention.canonical).to_owned();
                    memory.full_bodies.entry(noun).or_default().insert(mention.canonical.clone());
                    memory.remember_firm(&mention.canonical);
                }
                EntityKind::Org if is_short_name(&mention.canonical) && mention.why == Why::Rule => {
                    memory.bodies.insert(mention.canonical.clone(), mention.canonical.clone());
                }
                EntityKind::Loc if mention.why == Why::Rule && mention.confidence >= 80 && !mention.canonical.contains(' ') => {
                    memory.places.insert(mention.canonical.clone());
                }
                _ => {}
            }
        }
        memory.settle();
        memory
    }

    /// Remembers `Foobar AG` as `Foobar`.
    fn remember_firm(&mut self, name: &str) {
        if let Some((firm, form)) = name.rsplit_once(' ')
            && matches!(form, "AG" | "GmbH" | "SE" | "KG" | "Inc")
            && firm.len() > 3
        {
            self.bodies.insert(firm.to_owned(), name.to_owned());
        }
    }

    /// The full name of an organisation that is named by its noun alone, if the text has exactly one.
    pub fn full_body(&self, noun: &str) -> Option<&String> {
        self.full_bodies.get(noun).filter(|names| names.len() == 1)?.first()
    }

    /// Links family names to full names, and genitives to names without -s, if the text has them.
    fn settle(&mut self) {
        for (family, names) in &mut self.persons {
            if names.len() > 1 {
                names.remove(family);
            }
        }
        let genitives: Vec<_> =
            self.persons.keys().filter(|key| key.strip_suffix('s').is_some_and(|base| self.persons.contains_key(base))).cloned().collect();
        for genitive in genitives {
            self.persons.remove(&genitive);
        }
    }

    /// The person that `word` refers to, if it is unique: the full name if the text has it.
    pub fn person(&self, word: &str) -> Option<String> {
        let (family, names) = self.persons.get_key_value(word).or_else(|| self.persons.get_key_value(bare(word)?))?;
        // If two persons have the name, it is ambiguous: the family name stays as it is.
        Some(if names.len() == 1 { names.first().cloned()? } else { family.clone() })
    }

    /// The full name for a person's name as found, which may be the family name alone, or in the genitive.
    pub fn full_name(&self, name: &str) -> String {
        let family = family_name(name);
        match self.persons.get_key_value(family).or_else(|| self.persons.get_key_value(bare(family)?)) {
            Some((key, names)) if name == family => {
                if names.len() == 1 {
                    names.first().cloned().unwrap_or_default()
                } else {
                    key.clone()
                }
            }
            Some((_, names)) => {
                let base = name.strip_suffix('s').filter(|base| names.contains(*base));
                base.unwrap_or(name).to_owned()
            }
            None => name.to_owned(),
        }
    }

    /// Adds every occurrence of a remembered name by itself.
    pub fn find(&self, doc: &Doc, out: &mut Vec<Candidate>) {
        for (at, word) in doc.words.iter().enumerate().filter(|(_, w)| w.capital && w.kind == TokenKind::Word) {
            if let Some(name) = self.bodies.get(word.text).or_else(|| self.bodies.get(bare(word.text)?)) {
                out.push(doc.candidate((at, at + 1), EntityKind::Org, name.clone(), Why::Memory, 80, 1));
            }
            if let Some(place) = self.places.get(word.text).or_else(|| self.places.get(bare(word.text)?)) {
                out.push(doc.candidate((at, at + 1), EntityKind::Loc, place.clone(), Why::Memory, 80, 1));
            }
            let Some(canonical) = self.person(word.text) else { continue };
            let article = doc.has_article(at) || word.opens && doc.lexicon.nouns.contains(word.text);
            if article && (doc.is_common(word.text) || doc.lexicon.nouns.contains(word.text)) {
                continue;
            }
            let mut candidate = doc.candidate((at, at + 1), EntityKind::Per, canonical, Why::Memory, 85, 1);
            candidate.mention.span = with_small_words(doc, at, &candidate.mention.canonical);
            out.push(candidate);
        }
    }
}

/// The span of the family name at word `at`, with the particles before it that are in the full name (`von der Leyen`).
fn with_small_words(doc: &Doc, at: usize, canonical: &str) -> Span {
    let in_name = |word: &str| canonical.split(' ').any(|part| part == word && part.starts_with(char::is_lowercase));
    let mut from = at;
    while from > 0 && in_name(doc.word(from - 1)) {
        from -= 1;
    }
    // At the beginning of a sentence: "Von der Leyen kam."
    if from > 0 && in_name(&doc.word(from - 1).to_lowercase()) {
        from -= 1;
    }
    Span { start: doc.words[from].span.start, end: doc.words[at].span.end }
}

/// The noun of an organisation's name: the last word, without a country in parentheses after it.
fn noun_of(name: &str) -> &str {
    let name = name.split(" (").next().unwrap_or(name);
    name.rsplit(' ').next().unwrap_or(name)
}

/// `word` without its genitive.
fn bare(word: &str) -> Option<&str> {
    word.strip_suffix('s').map(|base| base.strip_suffix(['\'', '’']).unwrap_or(base))
}
