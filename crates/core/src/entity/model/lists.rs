//! The words that the tagger knows besides those of the lexicon: first names, family names, places, common nouns.

use super::ModelError;
use super::bytes::Reader;
use super::file;
use super::filter::Filter;
use super::hash;
use crate::german::stem;
use crate::text::fold;

/// What the lists say about a word, one bit each.
pub(super) type Flags = u8;

/// Filters of words, out of two files: they are kept apart because their words are under different licences (see `NOTICE`).
pub struct Lists {
    first_names: Filter,
    family_names: Filter,
    places: Filter,
    nouns: Filter,
    toponyms: Filter,
    named: Filter,
}

/// What a word is in the lists.
mod flag {
    use super::Flags;
    pub const FIRST_NAME: Flags = 1;
    pub const FAMILY_NAME: Flags = 2;
    pub const PLACE: Flags = 4;
    /// A toponym of the dictionary of nouns.
    pub const TOPONYM: Flags = 8;
    /// A first or family name of the dictionary of nouns.
    pub const NAMED: Flags = 16;
    /// A common noun as it stands, in any of its forms.
    pub const NOUN: Flags = 32;
    /// It ends in a common noun of at least four letters.
    pub const COMPOUND: Flags = 64;
}

/// How many bits the flags of a word have.
pub(super) const FLAG_BITS: u32 = 7;

/// The magic number of the file of names.
pub const NAMES: [u8; 4] = *b"ZLNL";
/// The magic number of the file of nouns.
pub const NOUNS: [u8; 4] = *b"ZLNN";

impl Lists {
    /// Reads the two files of filters: first names, family names, places; nouns, toponyms, first and family names that are nouns as well.
    pub fn read(names: &[u8], nouns: &[u8]) -> Result<Self, ModelError> {
        let mut reader = Reader::new(file::open(names, NAMES)?);
        let (first_names, family_names, places) = (Filter::read(&mut reader)?, Filter::read(&mut reader)?, Filter::read(&mut reader)?);
        let mut reader = Reader::new(file::open(nouns, NOUNS)?);
        let (nouns, toponyms, named) = (Filter::read(&mut reader)?, Filter::read(&mut reader)?, Filter::read(&mut reader)?);
        Ok(Self { first_names, family_names, places, nouns, toponyms, named })
    }

    /// What the lists say about `word`; a name may stand in the genitive.
    pub(super) fn flags(&self, word: &str) -> Flags {
        let base = word.strip_suffix('s').map(|base| base.strip_suffix(['\'', '’']).unwrap_or(base)).filter(|base| base.len() > 3);
        let (hash, base) = (hash::of_bytes(word.as_bytes()), base.map(|base| hash::of_bytes(base.as_bytes())));
        let named = |filter: &Filter| filter.contains_hash(hash) || base.is_some_and(|base| filter.contains_hash(base));
        let mut flags = 0;
        for (filter, bit) in [
            (&self.first_names, flag::FIRST_NAME),
            (&self.family_names, flag::FAMILY_NAME),
            (&self.places, flag::PLACE),
            (&self.toponyms, flag::TOPONYM),
            (&self.named, flag::NAMED),
        ] {
            if named(filter) {
                flags |= bit;
            }
        }
        flags | self.noun(word)
    }

    fn noun(&self, word: &str) -> Flags {
        let key = noun_key(word.rsplit('-').next().unwrap_or(word));
        if self.nouns.contains(&key) {
            return flag::NOUN;
        }
        let cuts = key.char_indices().map(|(at, _)| at).filter(|&at| at >= 2 && at + 4 <= key.len());
        let mut tails = cuts.map(|at| &key[at..]);
        if tails.any(|tail| self.nouns.contains(tail)) { flag::COMPOUND } else { 0 }
    }
}

/// The form in which a noun stands in its filter: stemmed, without umlauts, so that plural and genitive find it.
pub fn noun_key(word: &str) -> String {
    stem(&fold(word))
}
