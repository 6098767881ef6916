//! From lines to an article: title, date, lead, headings and what is not part of the article are told by the shape of the lines.

mod body;
mod date;
mod draft;
mod field;
mod head;
mod line;
mod parsed;
mod shape;
#[cfg(test)]
mod tests;

pub use date::Moment;
pub use draft::amend;
pub use field::Field;
pub use line::Line;
pub(crate) use line::split;
pub use parsed::{Give, Parsed};
pub(crate) use shape::byline;

use draft::Draft;
use zeitlupe_core::article::Metadata;

/// Makes an article of lines, some of which know their role.
///
/// A line without a role is judged by its shape and its neighbours; one with a role keeps it.
/// `known` is what is known from elsewhere; see [`crate::plain`] for what goes before what.
pub fn lines(lines: Vec<Line>, known: Metadata) -> Parsed {
    let mut draft = Draft::new(known, lines);
    body::captions(&mut draft);
    head::read(&mut draft);
    body::read(&mut draft);
    draft.finish()
}
