//! The fields of metadata, as files name them.

use super::date::Moment;
use zeitlupe_core::article::{Evidence, Metadata, Origin};
use zeitlupe_core::remark::Remark;

/// A field of an article's metadata that a file may give.
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
    /// Who wrote it.
    Author,
    /// Where it appeared.
    Url,
    /// Under which terms it may be passed on.
    Licence,
    /// BCP 47 tag.
    Lang,
}

impl Field {
    /// The field of that name, in English or German, in any case; `None` where the name is unknown.
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

    /// The names to be offered in a message.
    pub const NAMES: &'static str = "id, title, kicker, date, source, author, url, licence or lang";

    /// Puts `value` into `meta`, replacing what stands there; an empty value changes nothing.
    ///
    /// A date that cannot be read changes nothing either and gives a remark; so does an address that is none.
    pub fn set(self, meta: &mut Metadata, value: &str, origin: Origin, line: Option<u32>) -> Result<(), Remark> {
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
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

/// Whether a link to it is safe to show: `javascript:` and the like are not.
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
    fn what_cannot_be_used_changes_nothing_and_says_so() {
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
