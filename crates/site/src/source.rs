//! A room with all parts in memory.

use super::Error;
use std::collections::BTreeMap;
use zeitlupe_core::bundle::Bundle;
use zeitlupe_core::part::PartKey;
use zeitlupe_core::room::{Fault, LoadedRoom, Question};

/// The room of a bundle.
///
/// ```
/// use zeitlupe_core::bundle::{Corpus, build};
/// use zeitlupe_core::room::question;
/// let bundle = build(&Corpus::default(), &mut |_| ());
/// let corpus = zeitlupe_site::Source::open(&bundle)?.ask(question::Corpus)?;
/// assert_eq!(corpus.articles, 0);
/// # Ok::<(), zeitlupe_site::Error>(())
/// ```
pub struct Source<'a>(LoadedRoom<'a>);

impl<'a> Source<'a> {
    /// Opens the room of a bundle.
    ///
    /// # Errors
    ///
    /// If the base part is missing or damaged.
    pub fn open(bundle: &'a Bundle) -> Result<Self, Error> {
        let parts: BTreeMap<PartKey, &[u8]> = bundle.parts.iter().map(|(key, bytes)| (*key, &bytes[..])).collect();
        let base = parts.get(&PartKey::Base).copied().ok_or_else(|| Error::MissingPart(PartKey::Base.name()))?;
        LoadedRoom::open(base, move |key, _| parts.get(&key).map(|bytes| bytes.to_vec())).map(Self).map_err(fault)
    }

    /// Asks the room.
    ///
    /// # Errors
    ///
    /// If a part is missing or damaged.
    pub fn ask<Q: Question>(&self, question: Q) -> Result<Q::Answer, Error> {
        self.0.ask(question).map_err(fault)
    }
}

fn fault(fault: Fault) -> Error {
    match fault {
        Fault::Damaged(key, damage) => Error::Damaged { part: key.name(), reason: damage.to_string() },
        Fault::Missing(key, _) => Error::MissingPart(key.name()),
        Fault::Program(_) | Fault::Stopped => Error::Answer("a reply"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_core::bundle::{Corpus, build};
    use zeitlupe_core::room::question;

    #[test]
    fn the_error_names_the_missing_or_damaged_part() {
        let mut bundle = build(&Corpus::default(), &mut |_| ());
        assert_eq!(Source::open(&bundle).and_then(|source| source.ask(question::Corpus)).expect("all parts").articles, 0);
        bundle.parts.retain(|(key, _)| *key != PartKey::Entities);
        let said = Source::open(&bundle).and_then(|source| source.ask(question::Entities)).expect_err("it is missing").to_string();
        assert_eq!(said, "expected the part entities");
        bundle.parts[0].1.truncate(3);
        assert!(Source::open(&bundle).is_err_and(|error| error.to_string().starts_with("base: ")));
    }
}
