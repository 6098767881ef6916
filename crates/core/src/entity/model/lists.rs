//! Additional word lists of the tagger: first names, family names, places, common nouns, and clusters of words.

use super::ModelError;
use super::bytes::Reader;
use super::clusters::Clusters;
use super::file;
use super::filter::Filter;
use super::hash;
use crate::german::stem;
use crate::text::fold;

/// The lists that contain a word, as bits.
pub(super) type Flags = u8;

/// Words from three files, which are separate because their words have different licences (see `NOTICE`).
pub struct Lists {
    first_names: Filter,
    family_names: Filter,
    places: Filter,
    nouns: Filter,
    toponyms: Filter,
    named: Filter,
    clusters: Clusters,
}

/// Bits of [`Flags`].
mod flag {
    use super::Flags;
    pub const FIRST_NAME: Flags = 1;
    pub const FAMILY_NAME: Flags = 2;
    pub const PLACE: Flags = 4;
    /// A toponym in the dictionary of nouns.
    pub const TOPONYM: Flags = 8;
    /// A first or family name in the dictionary of nouns.
    pub const NAMED: Flags = 16;
    /// A common noun, in any of its forms.
    pub const NOUN: Flags = 32;
    /// A word that ends in a common noun of at least four letters.
    pub const COMPOUND: Flags = 64;
}

/// Number of bits.
pub(super) const FLAG_BITS: u32 = 7;

/// Magic number of the file of names.
pub const NAMES: [u8; 4] = *b"ZLNL";
/// Magic number of the file of nouns.
pub const NOUNS: [u8; 4] = *b"ZLNN";
/// Magic number of the file of clusters.
pub const CLUSTERS: [u8; 4] = *b"ZLNC";

impl Lists {
    /// Reads the files: filters of first names, family names, places; of nouns, toponyms, first and family names that are also nouns; and the
    /// clusters.
    pub fn read(names: &[u8], nouns: &[u8], clusters: &[u8]) -> Result<Self, ModelError> {
        let mut reader = Reader::new(file::open(names, NAMES)?);
        let (first_names, family_names, places) = (Filter::read(&mut reader)?, Filter::read(&mut reader)?, Filter::read(&mut reader)?);
        let mut reader = Reader::new(file::open(nouns, NOUNS)?);
        let (nouns, toponyms, named) = (Filter::read(&mut reader)?, Filter::read(&mut reader)?, Filter::read(&mut reader)?);
        let clusters = Clusters::read(&mut Reader::new(file::open(clusters, CLUSTERS)?))?;
        Ok(Self { first_names, family_names, places, nouns, toponyms, named, clusters })
    }

    /// Whether `word` is a common noun, in any of its forms.
    pub(super) fn is_noun(&self, word: &str) -> bool {
        self.nouns.contains(&noun_key(word))
    }

    /// Whether `word` is the name of a place.
    pub(super) fn is_place(&self, word: &str) -> bool {
        self.places.contains(word) || self.toponyms.contains(word)
    }

    /// The cluster of `word`.
    pub(super) fn cluster(&self, word: &str) -> u16 {
        self.clusters.of_word(word)
    }

    /// The lists that contain `word`; names are also found in the genitive.
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

/// The form of a noun in its filter: stemmed and without umlauts, so that plural and genitive match.
///
/// ```
/// use zeitlupe_core::entity::model::lists::noun_key;
/// assert_eq!(noun_key("Gipfels"), noun_key("Gipfel"));
/// ```
pub fn noun_key(word: &str) -> String {
    stem(&fold(word))
}
