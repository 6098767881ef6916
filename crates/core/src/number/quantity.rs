//! A number with its unit and its bound.

use super::decimal::Decimal;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How a number bounds what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
