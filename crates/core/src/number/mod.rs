//! Numbers with their unit and what they count, so that those of several reports can be compared.
//!
//! ```
//! use zeitlupe_core::{number::numbers, text::Document};
//! let text = "Mehr als 100.000 Soldaten; geliefert werden zehn Milliarden Kubikmeter Gas pro Jahr.";
//! let document = Document::new(text);
//! let found: Vec<_> = numbers(&document, &[]).iter().map(|number| number.shown(text)).collect();
//! assert_eq!(found, ["> 100000 Soldaten", "10000000000 Kubikmeter/Jahr: Gas"]);
//! ```
//!
//! What is part of a time, of a name, or a number of something (`Artikel 5`, `Platz 3`) is not counted.

mod decimal;
mod recognise;
#[cfg(test)]
mod tests;

pub use decimal::Decimal;
pub use recognise::numbers;

use crate::text::Span;

/// How a number bounds what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// `2000 Soldaten`
    Exact,
    /// `rund`, `etwa`, `ungefähr`
    About,
    /// `gut`: a little more.
    JustOver,
    /// `knapp`, `fast`: a little less.
    JustUnder,
    /// `mehr als`, `über`
    Over,
    /// `weniger als`, `unter`
    Under,
    /// `mindestens`
    AtLeast,
    /// `bis zu`, `höchstens`
    AtMost,
}

impl Bound {
    /// The sign for it in exported data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Exact => "=",
            Self::About => "~",
            Self::JustOver => "~>",
            Self::JustUnder => "~<",
            Self::Over => ">",
            Self::Under => "<",
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
        }
    }
}

/// A number of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number and its unit, without the words of its bound.
    pub span: Span,
    /// Its value, or the lower one of a range.
    pub value: Decimal,
    /// The upper value of a range: `zwischen 5 und 10`.
    pub upper: Option<Decimal>,
    /// How it bounds what it counts.
    pub bound: Bound,
    /// Its unit: a measure (`Kubikmeter/Jahr`, `Euro`, `%`) or the noun that is counted (`Soldaten`); empty if there is none.
    pub unit: String,
    /// The words for what is counted: `russische Soldaten`, `Gas`.
    pub counted: Option<Span>,
}

impl Number {
    /// It in one line: bound, value, unit, and what is measured.
    pub fn shown(&self, text: &str) -> String {
        let bound = if self.bound == Bound::Exact { String::new() } else { format!("{} ", self.bound.code()) };
        let upper = self.upper.map(|upper| format!("–{upper}")).unwrap_or_default();
        let unit = if self.unit.is_empty() { String::new() } else { format!(" {}", self.unit) };
        let counted = self.counted.map(|span| span.of(text)).filter(|words| *words != self.unit);
        let counted = counted.map(|words| format!(": {words}")).unwrap_or_default();
        format!("{bound}{}{upper}{unit}{counted}", self.value)
    }
}
