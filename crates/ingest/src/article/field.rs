//! The metadata fields and their names in files.

use super::date::Moment;
use crate::hyphens::without_breaks;
use zeitlupe_core::article::{Evidence, Metadata, Origin};
use zeitlupe_core::remark::Remark;

/// A metadata field that a file can set.
///
/// ```
/// use zeitlupe_core::article::{Metadata, Origin};
/// use zeitlupe_ingest::article::Field;
///
/// let mut meta = Metadata::default();
/// let field = Field::named("Quelle").expect("a German name is known too");
/// assert_eq!(field.set(&mut meta, "dpa", Origin::Line, Some(3)), Ok(()));
/// assert_eq!(meta.source.as_deref(), Some("dpa"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The id.
    Id,
    /// The headline.
    Title,
    /// The short line above it.
    Kicker,
    /// When it appeared.
    Date,
    /// Medium or agency.
    Source,
    /// The author or authors.
    Author,
    /// Where it appeared.
    Url,
    /// The terms under which it may be published.
    Licence,
    /// The language, as a BCP 47 tag.
    Lang,
}

impl Field {
    /// The field with this English or German name, in any case.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name.trim().to_lowercase().as_str() {
            "id" => Self::Id,
            "title" | "titel" | "headline" | "überschrift" => Self::Title,
            "kicker" | "dachzeile" | "spitzmarke" => Self::Kicker,
            "date" | "datum" | "published" | "pubdate" | "veröffentlicht" | "date_published" => Self::Date,
            "source" | "quelle" | "medium" | "publisher" => Self::Source,
            "author" | "autor" | "autorin" | "authors" | "autoren" => Self::Author,
            "url" | "link" | "adresse" => Self::Url,
            "licence" | "license" | "lizenz" => Self::Licence,
            "lang" | "language" | "sprache" => Self::Lang,
            _ => return None,
        })
    }

    /// The names to suggest in a message.
    pub const NAMES: &'static str = "id, title, kicker, date, source, author, url, licence or lang";

    /// Sets the field in `meta` to `value`, replacing an earlier value; an empty value changes nothing.
    ///
    /// # Errors
    ///
    /// Returns a remark and changes nothing if the value is not a valid date or web address where the field needs one.
    pub fn set(self, meta: &mut Metadata, value: &str, origin: Origin, line: Option<u32>) -> Result<(), Remark> {
        let value = without_breaks(value).split_whitespace().collect::<Vec<_>>().join(" ");
        if value.is_empty() {
            return Ok(());
        }
        match self {
            Self::Id => meta.id = value,
            Self::Title => meta.title = Some(value),
            Self::Kicker => meta.kicker = Some(value),
            Self::Date => {
                let moment = Moment::read(&value).map_err(|why| Remark::warning(line, format!("expected {why}, found \"{value}\"")))?;
                meta.date = Some(moment.published(Evidence { origin, quote: value, line, shared_words: 0 }));
            }
            Self::Source => meta.source = Some(value),
            Self::Author => meta.author = Some(value),
            Self::Url => {
                if !is_address(&value) {
                    return Err(Remark::warning(
                        line,
                        format!("expected an address that begins with https:// or http://, found \"{value}\""),
                    ));
                }
                meta.url = Some(value);
            }
            Self::Licence => meta.licence = Some(value),
            Self::Lang => meta.lang = Some(value),
        }
        Ok(())
    }
}

/// Whether it is an `http` or `https` address; `javascript:` and the like are not safe to link to.
fn is_address(value: &str) -> bool {
    let lower = value.to_ascii_lowercase();
    (lower.starts_with("https://") || lower.starts_with("http://")) && !value.contains([' ', '<', '>', '"'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_have_german_and_english_names() {
        assert_eq!(Field::named("Titel"), Some(Field::Title));
        assert_eq!(Field::named(" DATE "), Some(Field::Date));
        assert_eq!(Field::named("Lizenz"), Some(Field::Licence));
        assert_eq!(Field::named("tags"), None);
    }

    #[test]
    fn an_invalid_value_changes_nothing_and_gives_a_remark() {
        for (field, value) in
            [(Field::Date, "4.2.22"), (Field::Date, "31.02.2022"), (Field::Url, "javascript:alert(1)"), (Field::Url, "nirgends")]
        {
            let mut meta = Metadata::default();
            let remark = field.set(&mut meta, value, Origin::FrontMatter, Some(3)).unwrap_err();
            assert_eq!(meta, Metadata::default());
            assert_eq!(remark.line, Some(3));
            assert!(remark.message.starts_with("expected ") && remark.message.contains(value), "{remark:?}");
        }
    }

    #[test]
    fn an_empty_value_changes_nothing() {
        let mut meta = Metadata { title: Some("alt".into()), ..Metadata::default() };
        assert_eq!(Field::Title.set(&mut meta, "  ", Origin::Record, None), Ok(()));
        assert_eq!(meta.title.as_deref(), Some("alt"));
    }
}
