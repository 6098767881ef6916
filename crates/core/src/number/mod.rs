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
mod quantity;
mod recognise;
#[cfg(test)]
mod tests;

pub use decimal::Decimal;
pub use quantity::{Bound, Number};
pub use recognise::numbers;
