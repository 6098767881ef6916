//! Text reuse: passages that articles share, word for word or edited, with what differs.
//!
//! ```
//! use zeitlupe_core::reuse::{Kind, Words, passages};
//! let one = "Nach den Drohungen des Westens kündigte er eine Ausweitung der Gaslieferungen in die Volksrepublik an.";
//! let two = "Nach den Drohungen des Westens kündigte Putin eine Ausweitung der Energielieferungen in die Volksrepublik an.";
//! let found = passages(&Words::new(one), &Words::new(two));
//! let changed = found[0].pieces.iter().filter(|piece| piece.kind == Kind::Changed);
//! let changed: Vec<_> = changed.map(|piece| (piece.a.of(one), piece.b.of(two))).collect();
//! assert_eq!(changed, [("er", "Putin"), ("Gaslieferungen", "Energielieferungen")]);
//! ```
//!
//! The recipe is that of passim (Smith, Cordell, Mullen, "Computational methods for uncovering reprinted texts", 2015): rare runs of words
//! find the candidates, a local alignment bounds the passages. Spelling is never a difference: `Nato` and `NATO`, `2000` and `2.000`,
//! `Kremlchef` and `Kreml-Chef`, quotation marks.

mod align;
mod corpus;
mod dates;
mod pair;
mod passage;
#[cfg(test)]
mod tests;
mod words;

pub use corpus::{Dated, SharedPassages, shared_passages};
pub use dates::date_by_shared_passages;
pub use pair::passages;
pub use passage::{Kind, Passage, Piece};
pub use words::Words;
