//! From lines to an article: recognises title, date, lead, headings and furniture by the shape of the lines.

mod author;
mod body;
mod date;
mod draft;
mod field;
mod head;
mod line;
mod offer;
mod parsed;
mod shape;
#[cfg(test)]
mod tests;

pub(crate) use author::{agencies, is_person, persons};
pub use date::Moment;
pub use draft::amend;
pub use field::Field;
pub(crate) use head::{shown_date, shown_names};
pub use line::Line;
pub(crate) use line::split;
pub use parsed::{Parsed, Sink};
pub(crate) use shape::ends_sentence;

use draft::Draft;
use zeitlupe_core::article::Metadata;

/// Makes an article from lines, some of which have a role already.
///
/// A line without a role gets one by its shape and its neighbours. `known` is metadata from elsewhere;
/// [`crate::plain`] says which takes precedence.
///
/// ```
/// use zeitlupe_core::article::{Metadata, Role};
/// use zeitlupe_ingest::article::{Line, lines};
///
/// let text = ["Gipfel in Wien", "Von Anna Schmidt", "Die Minister trafen sich am Freitag in Wien."];
/// let article = lines((1..).zip(text).map(|(number, text)| Line::new(text, number)).collect(), Metadata::default()).article;
/// assert_eq!(article.sections[0].role, Role::Title);
/// assert_eq!(article.meta.author.as_deref(), Some("Anna Schmidt"));
/// assert_eq!(article.furniture, ["Von Anna Schmidt"]);
/// ```
pub fn lines(lines: Vec<Line>, known: Metadata) -> Parsed {
    let mut draft = Draft::new(known, lines);
    body::captions(&mut draft);
    head::read(&mut draft);
    body::read(&mut draft);
    draft.finish()
}
