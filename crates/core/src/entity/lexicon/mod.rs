//! The handwritten lists of names, parsed once into tables.
//!
//! # How to add to a list
//! In `countries.txt`, `places.txt`, `organisations.txt`, `events.txt` and `people.txt`, each line has items separated by commas;
//! `[LOC]` (or `[LOC city]`, `[LOC country]`, `[ORG]`, `[EVT]`, `[MISC]`, `[PER]`) gives the kind of the items below it; `#` begins a comment.
//! An item is `Name=other name=other name/derived/derived`:
//!
//! * the first name is the canonical one, the others are aliases;
//! * `~` after an adjective in its strong form allows all endings: `Rotes~ Meer` also finds `Roten Meeres`; genitives are always found;
//! * after `/` follow an adjective in lower case without its ending (`russisch`) and inhabitants (`Russe` gives `Russen`, `Russin`, …);
//!   the inhabitants of cities in `-er` are added automatically;
//! * `?` before the item marks a name that is also a common word: a place only counts after a preposition of place,
//!   anything else only by itself in quotation marks, an adjective (`Grüne`) after an article;
//! * `!` after a person's name: the family name alone does not refer to this person.
//!
//! In `first_names.txt` and `family_names.txt` words are separated by spaces, with `?` after those that are also common words; `women.txt` lists
//! the first names of women, with `?` after those that men also have.

mod parse;

pub(super) use parse::items;

use super::EntityKind;
use rustc_hash::{FxHashMap, FxHashSet};

/// The class of a listed place, as far as the rules need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Country,
    City,
    Other,
}

/// One word of a listed name.
#[derive(Debug)]
pub(super) struct Word {
    /// As written; an adjective without its ending.
    pub stem: &'static str,
    /// Whether it takes the endings of an adjective.
    pub inflects: bool,
}

/// One spelling of a listed name.
#[derive(Debug)]
pub(super) struct Entry {
    pub words: Vec<Word>,
    pub kind: EntityKind,
    pub class: Class,
    /// The first name of the item, with its marks; [`shown`] removes them.
    pub canonical: &'static str,
    /// Whether the name is also a common word.
    pub guarded: bool,
    /// Whether it is a family name that refers to a well-known person.
    pub surname: bool,
}

/// The name that a derived word refers to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Derived {
    pub canonical: &'static str,
    pub kind: EntityKind,
}

/// All lists.
#[derive(Default)]
pub(super) struct Lexicon {
    /// Names by the stem of the first word, longer ones first.
    pub names: FxHashMap<&'static str, Vec<Entry>>,
    /// Adjectives without their ending, in lower case.
    pub adjectives: FxHashMap<&'static str, Derived>,
    /// Inhabitants in all their forms.
    pub inhabitants: FxHashMap<String, Derived>,
    /// First names; `true` for those that are also common words.
    pub first_names: FxHashMap<&'static str, bool>,
    /// First names of women; `true` for those that men also have.
    pub women: FxHashMap<&'static str, bool>,
    /// East Asian family names; `true` for those that are also common words.
    pub family_names: FxHashMap<&'static str, bool>,
    /// Family names that indicate a person by themselves.
    pub surnames: FxHashSet<&'static str>,
    /// Titles and roles before persons.
    pub roles: FxHashSet<&'static str>,
    /// Second parts of compounds.
    pub heads: FxHashSet<&'static str>,
    /// Capitalised words that are never part of a person's name.
    pub nouns: FxHashSet<&'static str>,
}

/// The endings of adjectives, including none.
pub(super) const ADJECTIVE_ENDINGS: [&str; 6] = ["en", "er", "es", "em", "e", ""];

impl Lexicon {
    /// The entries whose first word `word` may be, with any ending.
    pub fn starting_with<'w>(&self, word: &'w str) -> impl Iterator<Item = &Entry> + use<'_, 'w> {
        const ENDINGS: [&str; 9] = ["", "s", "es", "e", "en", "n", "er", "em", "'s"];
        let may_inflect = matches!(word.as_bytes().last(), Some(b's' | b'e' | b'n' | b'r' | b'm'));
        ENDINGS[..if may_inflect { ENDINGS.len() } else { 1 }]
            .iter()
            .filter_map(|ending| word.strip_suffix(ending))
            .filter_map(|stem| self.names.get(stem))
            .flatten()
    }

    /// Whether `name` is the canonical name of an item.
    pub fn lists(&self, name: &str) -> bool {
        let first = name.split([' ', '-', '.', '(']).next().unwrap_or(name);
        self.starting_with(first)
            .chain(self.starting_with(name.split(' ').next().unwrap_or(name)))
            .any(|entry| shown(entry.canonical) == name)
    }

    /// The listed single-word name that `word` is, possibly in the genitive; names that are also common words are excluded.
    pub fn single(&self, word: &str) -> Option<&Entry> {
        self.starting_with(word).find(|e| e.words.len() == 1 && !e.guarded && e.words[0].fits(word, e.kind))
    }

    /// The name that the adjective `word` is derived from; `word` is in lower case, or capitalised with an ending.
    pub fn adjective(&self, word: &str) -> Option<Derived> {
        if !may_end_in_sch(word) {
            return None;
        }
        let capital = word.starts_with(char::is_uppercase);
        let lower = if capital { lower_first(word) } else { String::new() };
        let find = |word: &str| {
            let stems =
                ADJECTIVE_ENDINGS.iter().filter(|ending| !(capital && ending.is_empty())).filter_map(|ending| word.strip_suffix(ending));
            let mut stems = stems.filter(|stem| stem.ends_with("sch"));
            stems.find_map(|stem| self.adjectives.get(stem).or_else(|| self.adjectives.get(without_prefix(stem)?))).copied()
        };
        find(word).or_else(|| find(&lower))
    }

    /// Whether `word` is a first name: `Some(true)` if it is also a common word. A hyphenated word is a first name if all its parts are.
    pub fn first_name(&self, word: &str) -> Option<bool> {
        if let Some(&common) = self.first_names.get(word) {
            return Some(common);
        }
        let mut parts = word.split('-');
        let hyphenated = word.contains('-') && parts.all(|part| self.first_names.contains_key(part));
        hyphenated.then_some(false)
    }
}

/// The gender of a person according to a first name or title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Gender {
    Female,
    Male,
}

impl Lexicon {
    /// The gender of a first name, if it is not used for both; for a hyphenated one that of the first part.
    pub fn gender(&self, word: &str) -> Option<Gender> {
        let first = if self.first_names.contains_key(word) { word } else { word.split('-').next()? };
        self.first_names.get(first)?;
        match self.women.get(first) {
            Some(true) => None,
            Some(false) => Some(Gender::Female),
            None => Some(Gender::Male),
        }
    }
}

impl Word {
    /// Whether `token` is this word with an ending that a name of `kind` can have.
    pub fn fits(&self, token: &str, kind: EntityKind) -> bool {
        let Some(ending) = token.strip_prefix(self.stem) else {
            return false;
        };
        if self.inflects {
            return matches!(ending, "e" | "en" | "er" | "es" | "em");
        }
        match ending {
            "" => true,
            "s" | "'s" => !self.stem.ends_with('s'),
            "es" => matches!(kind, EntityKind::Org | EntityKind::Evt | EntityKind::Misc) && self.stem.len() > 4,
            "n" | "en" => kind == EntityKind::Evt,
            _ => false,
        }
    }
}

/// The canonical name of an entry without its marks.
pub(super) fn shown(canonical: &str) -> String {
    canonical.replace('~', "")
}

/// Whether `word` ends in `sch` with an ending of at most two letters, like all adjectives of places.
fn may_end_in_sch(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes[bytes.len().saturating_sub(5)..].windows(3).any(|letters| matches!(letters, [b's', b'c', b'h']))
}

/// An adjective of a country without its prefix: `russisch` of `prorussisch`.
fn without_prefix(stem: &str) -> Option<&str> {
    const PREFIXES: [&str; 11] = ["pro", "anti", "inner", "nord", "süd", "ost", "west", "alt", "neu", "gesamt", "nicht"];
    PREFIXES.iter().find_map(|prefix| stem.strip_prefix(prefix))
}

/// `word` with its first letter in lower case.
pub(super) fn lower_first(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn adjective(word: &str) -> &str {
        Lexicon::get().adjective(word).map_or("", |d| d.canonical)
    }

    fn inhabitant(word: &str) -> &str {
        Lexicon::get().inhabitants.get(word).map_or("", |d| d.canonical)
    }

    #[test]
    fn countries_have_adjectives_and_inhabitants() {
        for (word, country) in
            [("russische", "Russland"), ("Russischen", "Russland"), ("prorussischer", "Russland"), ("US-amerikanischen", "USA")]
        {
            assert_eq!(adjective(word), country);
        }
        for word in ["rasch", "Russisch", "politische", "frischen"] {
            assert_eq!(adjective(word), "");
        }
        let pairs = [
            ("Russinnen", "Russland"),
            ("Ukrainern", "Ukraine"),
            ("Französin", "Frankreich"),
            ("Berliner", "Berlin"),
            ("Zürcher", "Zürich"),
        ];
        for (word, place) in pairs {
            assert_eq!(inhabitant(word), place);
        }
    }

    #[test]
    fn first_names_indicate_the_gender() {
        let gender = |word| Lexicon::get().gender(word);
        for word in ["Angela", "Ursula", "Anna-Lena", "Annegret"] {
            assert_eq!(gender(word), Some(Gender::Female), "{word}");
        }
        for word in ["Olaf", "Joschka", "Hans-Peter", "Luke"] {
            assert_eq!(gender(word), Some(Gender::Male), "{word}");
        }
        for word in ["Andrea", "Kim", "Sascha", "Xi", "Haus"] {
            assert_eq!(gender(word), None, "{word}");
        }
        assert!(Lexicon::get().women.keys().all(|name| Lexicon::get().first_names.contains_key(name)));
    }

    #[test]
    fn genitives_and_aliases_have_one_canonical_name() {
        for (word, name) in
            [("Russlands", "Russland"), ("NATO", "Nato"), ("US", "USA"), ("Beijings", "Peking"), ("Putins", "Wladimir Putin")]
        {
            assert_eq!(Lexicon::get().single(word).map(|e| e.canonical), Some(name), "{word}");
        }
        assert!(Lexicon::get().single("Grünen").is_none(), "names that are common words are asked for in their context");
    }

    #[test]
    fn every_item_was_read() {
        let lexicon = Lexicon::get();
        assert!(lexicon.names.len() > 1500 && lexicon.first_names.len() > 1300 && lexicon.adjectives.len() > 200);
        assert!(
            lexicon
                .names
                .values()
                .flatten()
                .all(|e| !e.words.is_empty() && e.words.iter().all(|w| !w.stem.is_empty() && !w.stem.contains(['=', '/', '?', '!', '~'])))
        );
        assert!(lexicon.adjectives.keys().all(|stem| stem.ends_with("sch")));
    }
}
