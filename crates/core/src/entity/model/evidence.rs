//! The evidence for a mention, and the observed precision of mentions with such evidence.
//!
//! The precision is measured by cross-validation in training; the table is part of the model's file.

use super::ModelError;
use super::bytes::Reader;
use crate::codec::varint;
use crate::entity::{EntityKind, Form, Mention, Why};

/// How a mention was found. The numbers are rows of the table, by threes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A list: a person.
    ListedPerson,
    /// A list: a place.
    ListedPlace,
    /// A list: an organisation.
    ListedOrganisation,
    /// A rule: a person.
    RuledPerson,
    /// A rule: a place.
    RuledPlace,
    /// A rule: an organisation.
    RuledOrganisation,
    /// A name from elsewhere in the text.
    Memory,
    /// The tagger alone: a person.
    Person,
    /// The tagger alone: a place.
    Place,
    /// The tagger alone: an organisation.
    Organisation,
    /// A derived form by the lists.
    Derived,
    /// A derived form by the tagger alone.
    DerivedTagged,
    /// The part of a compound.
    Part,
    /// An event, treaty or product, which the tagger does not distinguish.
    Other,
}

/// What the tagger says about a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// It finds the same.
    Agrees,
    /// It finds another name there.
    Differs,
    /// It finds nothing there.
    Silent,
}

/// How a mention was found, and what the tagger says about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ground {
    /// How it was found.
    pub source: Source,
    /// What the tagger says.
    pub stance: Stance,
}

/// Number of grounds.
const GROUNDS: usize = 14 * 3;
/// Number of bins of margins.
pub const BINS: usize = 6;

impl Ground {
    /// All grounds, in the order of the table.
    pub fn all() -> impl Iterator<Item = Ground> {
        const SOURCES: [Source; GROUNDS / 3] = [
            Source::ListedPerson,
            Source::ListedPlace,
            Source::ListedOrganisation,
            Source::RuledPerson,
            Source::RuledPlace,
            Source::RuledOrganisation,
            Source::Memory,
            Source::Person,
            Source::Place,
            Source::Organisation,
            Source::Derived,
            Source::DerivedTagged,
            Source::Part,
            Source::Other,
        ];
        SOURCES.into_iter().flat_map(|source| [Stance::Agrees, Stance::Differs, Stance::Silent].map(|stance| Ground { source, stance }))
    }

    /// The ground of `mention`, about which the tagger says `stance`.
    pub(in crate::entity) fn of(mention: &Mention, stance: Stance) -> Self {
        use EntityKind::{Evt, Loc, Misc, Org, Per};
        let source = match (mention.form, mention.kind, mention.why) {
            (Form::Part | Form::Reference, ..) => Source::Part,
            (Form::Derived, _, Why::Model) => Source::DerivedTagged,
            (Form::Derived, ..) => Source::Derived,
            // Mentions by readers are added later.
            (Form::Name, Evt | Misc, _) | (Form::Name, _, Why::Reader) => Source::Other,
            (Form::Name, Per, Why::Model) => Source::Person,
            (Form::Name, Loc, Why::Model) => Source::Place,
            (Form::Name, Org, Why::Model) => Source::Organisation,
            (Form::Name, Per, Why::List) => Source::ListedPerson,
            (Form::Name, Loc, Why::List) => Source::ListedPlace,
            (Form::Name, Org, Why::List) => Source::ListedOrganisation,
            (Form::Name, Per, Why::Rule) => Source::RuledPerson,
            (Form::Name, Loc, Why::Rule) => Source::RuledPlace,
            (Form::Name, Org, Why::Rule) => Source::RuledOrganisation,
            (Form::Name, _, Why::Memory) => Source::Memory,
        };
        Self { source, stance }
    }

    /// Whether a large margin of the tagger is evidence for the mention rather than against it.
    pub fn is_backed(self) -> bool {
        self.stance == Stance::Agrees && !matches!(self.source, Source::Part | Source::Other)
    }

    /// Its row in the table.
    pub fn row(self) -> usize {
        self.source as usize * 3 + self.stance as usize
    }
}

/// The evidence for a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// How it was found.
    pub ground: Ground,
    /// The margin of the tagger at its words.
    pub margin: i32,
}

/// Observed precision by ground and margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confidences {
    /// The margins at which bins begin, ascending.
    pub limits: [u32; BINS - 1],
    /// Percentages of correct mentions.
    pub percent: [[u8; BINS]; GROUNDS],
}

impl Default for Confidences {
    fn default() -> Self {
        Self { limits: [0; BINS - 1], percent: [[0; BINS]; GROUNDS] }
    }
}

impl Confidences {
    /// The confidence of a mention with `evidence`, in percent.
    pub fn of(&self, evidence: Evidence) -> u8 {
        self.percent[evidence.ground.row()][self.bin(evidence.margin)]
    }

    /// The bin of `margin`.
    pub fn bin(&self, margin: i32) -> usize {
        self.limits.iter().filter(|&&limit| i64::from(limit) <= i64::from(margin)).count()
    }

    /// Appends the table to `out`: the margins as varints, then a byte for each percentage.
    pub fn write(&self, out: &mut Vec<u8>) {
        self.limits.iter().for_each(|limit| varint::write(out, *limit));
        out.extend(self.percent.iter().flatten());
    }

    /// Reads what [`Confidences::write`] wrote.
    pub(super) fn read(reader: &mut Reader) -> Result<Self, ModelError> {
        let mut table = Self::default();
        for limit in &mut table.limits {
            *limit = reader.varint()?;
        }
        for percent in table.percent.iter_mut().flatten() {
            *percent = reader.byte()?;
        }
        let sound = table.limits.is_sorted() && table.percent.iter().flatten().all(|percent| *percent <= 100);
        if sound { Ok(table) } else { Err(ModelError::Content("a table of confidences")) }
    }
}
