//! From a file's text to an article.
//!
//! Three ways in, one way out:
//!
//! * [`plain`]: text without any markup; title, date, lead, headings and furniture are told by their shape,
//! * [`markdown`]: text with front matter and Markdown signs,
//! * [`lines`]: lines whose role is partly known already, as a page or a record gives them.
//!
//! Whatever is not the article (credits, captions, related articles) is kept in [`Article::furniture`];
//! every word of the file stands in the text, in the furniture or in the metadata. Nothing is invented:
//! what the file does not say stays `None`.
//!
//! ```
//! use zeitlupe_core::import;
//! let text = "Gipfel in Wien\n\n04.02.2022 | 12:01 Uhr\nDie Minister trafen sich am Freitag in Wien.\nQuelle: dpa";
//! let article = import::plain(text, Default::default()).article;
//! assert_eq!(article.meta.title.as_deref(), Some("Gipfel in Wien"));
//! assert_eq!(article.meta.date.unwrap().iso(), "2022-02-04T12:01");
//! assert_eq!(article.meta.source.as_deref(), Some("dpa"));
//! assert_eq!(article.text, "Gipfel in Wien\nDie Minister trafen sich am Freitag in Wien.");
//! ```

mod assemble;
mod body;
mod clean;
mod date;
mod field;
mod front_matter;
mod head;
mod licence;
mod line;
mod markdown;
mod reduce;
mod shape;
mod slug;
#[cfg(test)]
mod tests;

pub use assemble::amend;
pub use clean::clean;
pub use date::Moment;
pub use field::Field;
pub use licence::allows_publication;
pub use line::Line;
pub(crate) use markdown::{
    heading as markdown_heading, is_emphasis as markdown_emphasis, is_rule as markdown_rule, item as markdown_item, link as markdown_link,
};
pub use reduce::reduce;
pub use shape::byline;
pub use slug::{page_name, slug};

use crate::article::{Article, Metadata};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something worth knowing; nothing is wrong.
    Note,
    /// The article was read, but something in it was not usable.
    Warning,
    /// Something could not be read and is missing.
    Error,
}

/// Something that was not as expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How bad it is.
    pub severity: Severity,
    /// Line in the file, from 1, where it is known.
    pub line: Option<u32>,
    /// `expected …, found …`.
    pub message: String,
}

impl Remark {
    /// A warning about a line.
    pub fn warning(line: Option<u32>, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, line, message: message.into() }
    }
}

/// An article and what was odd about its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The article.
    pub article: Article,
    /// What was odd, in the order of the lines.
    pub remarks: Vec<Remark>,
}

/// Reads text without markup. It may have front matter, as [`markdown`] has it.
///
/// `known` is what is known from elsewhere (at least the id); it goes before what the text says,
/// except that a date of the text wins where it lies within the known one and is more exact.
/// `text` should have been through [`clean`]. Lines are counted from 1.
pub fn plain(text: &str, known: Metadata) -> Import {
    with_front_matter(text, known, line::split)
}

/// Reads Markdown, perhaps with front matter: `key: value` lines between `---`, or TOML between `+++`.
///
/// The Markdown signs are taken away, the words stay: a heading becomes a line with the role of a heading,
/// a link its words, an image its description among the furniture. Broken front matter is read line by line
/// as far as it goes; each line that cannot be read gives a remark.
pub fn markdown(text: &str, known: Metadata) -> Import {
    with_front_matter(text, known, markdown::flatten)
}

fn with_front_matter(text: &str, known: Metadata, split: fn(&str, u32) -> Vec<Line>) -> Import {
    let (mut import, rest, first) = front_matter::read(text, known);
    let known = std::mem::take(&mut import.article.meta);
    let Import { article, remarks } = lines(split(rest, first), known);
    import.article = article;
    import.remarks.extend(remarks);
    import
}

/// The lines of a text without markup, for [`lines`], where their places in a file are not known or do not count.
pub fn split(text: &str) -> Vec<Line> {
    let mut lines = line::split(text, 1);
    lines.iter_mut().for_each(|line| line.number = 0);
    lines
}

/// Makes an article of lines, some of which know their role.
///
/// A line without a role is judged by its shape and its neighbours; one with a role keeps it.
pub fn lines(lines: Vec<Line>, known: Metadata) -> Import {
    let mut draft = assemble::Draft::new(known, lines);
    body::captions(&mut draft);
    head::read(&mut draft);
    body::read(&mut draft);
    draft.finish()
}
