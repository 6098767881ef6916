//! The evidence for a mention, and the observed precision of mentions with such evidence.
//!
//! The precision is measured by cross-validation in training; the table is part of the model's file.

use super::ModelError;
use super::bytes::Reader;
use crate::codec::varint;
use crate::entity::{EntityKind, Form, Mention, Why};

/// How a mention was found, and whether rules and tagger agree. The numbers are the rows of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// A list, and the tagger agrees.
    ListAgreed,
    /// A list, against the tagger.
    ListAlone,
    /// A rule, and the tagger agrees.
    RuleAgreed,
    /// A rule, against the tagger.
    RuleAlone,
    /// A name from elsewhere in the text, and the tagger agrees.
    MemoryAgreed,
    /// A name from elsewhere in the text, against the tagger.
    MemoryAlone,
    /// The tagger alone: a person.
    Person,
    /// The tagger alone: a place.
    Place,
    /// The tagger alone: an organisation.
    Organisation,
    /// A derived form by the lists, and the tagger agrees.
    DerivedAgreed,
    /// A derived form by the lists alone.
    DerivedAlone,
    /// A derived form by the tagger alone.
    DerivedTagged,
    /// The part of a compound.
    Part,
    /// An event, treaty or product, which the tagger does not distinguish.
    Other,
}

/// Number of grounds.
const GROUNDS: usize = 14;
/// Number of bins of margins.
pub const BINS: usize = 6;

impl Ground {
    /// All grounds, in the order of the table.
    pub const ALL: [Ground; GROUNDS] = [
        Self::ListAgreed,
        Self::ListAlone,
        Self::RuleAgreed,
        Self::RuleAlone,
        Self::MemoryAgreed,
        Self::MemoryAlone,
        Self::Person,
        Self::Place,
        Self::Organisation,
        Self::DerivedAgreed,
        Self::DerivedAlone,
        Self::DerivedTagged,
        Self::Part,
        Self::Other,
    ];

    /// The ground of `mention`, with which the tagger agrees or not.
    pub(in crate::entity) fn of(mention: &Mention, agreed: bool) -> Self {
        match (mention.form, mention.kind, mention.why) {
            (Form::Part | Form::Reference, ..) => Self::Part,
            (Form::Derived, _, Why::Model) => Self::DerivedTagged,
            (Form::Derived, ..) if agreed => Self::DerivedAgreed,
            (Form::Derived, ..) => Self::DerivedAlone,
            // Mentions by readers are added later.
            (Form::Name, EntityKind::Evt | EntityKind::Misc, _) | (Form::Name, _, Why::Reader) => Self::Other,
            (Form::Name, EntityKind::Per, Why::Model) => Self::Person,
            (Form::Name, EntityKind::Loc, Why::Model) => Self::Place,
            (Form::Name, EntityKind::Org, Why::Model) => Self::Organisation,
            (Form::Name, _, Why::List) if agreed => Self::ListAgreed,
            (Form::Name, _, Why::List) => Self::ListAlone,
            (Form::Name, _, Why::Rule) if agreed => Self::RuleAgreed,
            (Form::Name, _, Why::Rule) => Self::RuleAlone,
            (Form::Name, _, Why::Memory) if agreed => Self::MemoryAgreed,
            (Form::Name, _, Why::Memory) => Self::MemoryAlone,
        }
    }

    /// Whether a large margin of the tagger is evidence for the mention rather than against it.
    pub fn is_backed(self) -> bool {
        !matches!(self, Self::ListAlone | Self::RuleAlone | Self::MemoryAlone | Self::DerivedAlone | Self::Part | Self::Other)
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Confidences {
    /// The margins at which bins begin, ascending.
    pub limits: [u32; BINS - 1],
    /// Percentages of correct mentions.
    pub percent: [[u8; BINS]; GROUNDS],
}

impl Confidences {
    /// The confidence of a mention with `evidence`, in percent.
    pub fn of(&self, evidence: Evidence) -> u8 {
        self.percent[evidence.ground as usize][self.bin(evidence.margin)]
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
        let mut table = Self { limits: [0; BINS - 1], percent: [[0; BINS]; GROUNDS] };
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
