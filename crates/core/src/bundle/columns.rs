//! Date, source and language of every article, in columns, which compress well.

use crate::article::{Article, Evidence, Origin, Precision, PubDate};
use crate::codec::bytes;
use crate::codec::varint;
use crate::day::Day;
use serde::{Deserialize, Serialize};

/// The columns as they are stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Columns {
    /// All sources, each once.
    pub sources: Vec<String>,
    /// All languages other than German, each once.
    pub languages: Vec<String>,
    /// For each article 1 + the index of its source; 0 if unknown. Varints.
    #[serde(with = "bytes")]
    source: Vec<u8>,
    /// For each article 1 + the index of its language; 0 for German. Varints.
    #[serde(with = "bytes")]
    language: Vec<u8>,
    /// For each article 0 if its date is unknown, else its precision and whether it was inferred.
    #[serde(with = "bytes")]
    known: Vec<u8>,
    /// For each dated article its last day, as the difference to the one before (zigzag). Varints.
    #[serde(with = "bytes")]
    latest: Vec<u8>,
    /// For each dated article the number of days from its first to its last day. Varints.
    #[serde(with = "bytes")]
    days: Vec<u8>,
    /// For each dated article 1 + the minutes after midnight; 0 if unknown. Varints.
    #[serde(with = "bytes")]
    minutes: Vec<u8>,
}

/// One row of the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// When it appeared; its evidence only says whether the date was read or inferred.
    pub date: Option<PubDate>,
    /// The index of its source.
    pub source: Option<u32>,
    /// The index of its language.
    pub language: Option<u32>,
}

const CONCLUDED: u8 = 4;

impl Columns {
    /// The columns of these articles.
    pub fn new(articles: &[Article]) -> Self {
        let mut out = Self::default();
        let mut before = 0;
        for article in articles {
            let meta = &article.meta;
            varint::write(&mut out.source, place(&mut out.sources, meta.source.as_deref()));
            varint::write(&mut out.language, place(&mut out.languages, meta.lang.as_deref().filter(|lang| *lang != "de")));
            out.known.push(meta.date.as_ref().map_or(0, |date| 1 + date.precision as u8 + if date.is_inferred() { CONCLUDED } else { 0 }));
            if let Some(date) = &meta.date {
                let difference = date.latest.0.wrapping_sub(before);
                before = date.latest.0;
                varint::write(&mut out.latest, (difference << 1 ^ difference >> 31) as u32);
                varint::write(&mut out.days, date.latest.0.saturating_sub(date.earliest.0).max(0) as u32);
                varint::write(&mut out.minutes, date.minutes.map_or(0, |minutes| u32::from(minutes) + 1));
            }
        }
        out
    }

    /// The source of a row; empty if unknown.
    pub fn source_of(&self, row: &Row) -> &str {
        row.source.and_then(|at| self.sources.get(at as usize)).map_or("", String::as_str)
    }

    /// The rows; `None` if the columns do not match.
    pub fn rows(&self) -> Option<Vec<Row>> {
        let sources = varint::read_all(&self.source)?;
        let languages = varint::read_all(&self.language)?;
        let [latest, days, minutes] = [&self.latest, &self.days, &self.minutes].map(|column| varint::read_all(column));
        let mut dates = latest?.into_iter().zip(days?).zip(minutes?);
        if [sources.len(), languages.len()].iter().any(|&length| length != self.known.len()) {
            return None;
        }
        let mut before = 0i32;
        let mut out = Vec::with_capacity(self.known.len());
        for ((&known, source), language) in self.known.iter().zip(sources).zip(languages) {
            let date = match known {
                0 => None,
                _ => {
                    let ((difference, days), minutes) = dates.next()?;
                    before = before.wrapping_add((difference >> 1) as i32 ^ -((difference & 1) as i32));
                    Some(date(known, before, days, minutes)?)
                }
            };
            out.push(Row { date, source: source.checked_sub(1), language: language.checked_sub(1) });
        }
        Some(out)
    }
}

/// 1 + the index of a value in a list, to which it is added if it is new; 0 for `None`.
fn place(list: &mut Vec<String>, value: Option<&str>) -> u32 {
    let Some(value) = value else { return 0 };
    let at = list.iter().position(|known| known == value).unwrap_or_else(|| {
        list.push(value.to_owned());
        list.len() - 1
    });
    at as u32 + 1
}

fn date(known: u8, latest: i32, days: u32, minutes: u32) -> Option<PubDate> {
    let concluded = known > CONCLUDED;
    let precision = match known - if concluded { CONCLUDED } else { 0 } {
        1 => Precision::Year,
        2 => Precision::Month,
        3 => Precision::Day,
        _ => return None,
    };
    let origin = if concluded { Origin::SharedPassages } else { Origin::Record };
    Some(PubDate {
        earliest: Day(latest.checked_sub(i32::try_from(days).ok()?)?),
        latest: Day(latest),
        precision,
        minutes: minutes.checked_sub(1).map(|minutes| minutes as u16),
        evidence: Evidence { origin, quote: String::new(), line: None, shared_words: 0 },
    })
}
