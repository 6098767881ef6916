//! Dates and times, for scripts.

use crate::{Units, json};
use serde::Serialize;
use zeitlupe_core::article::{Evidence, Origin, Precision, PubDate};
use zeitlupe_core::day::Day;
use zeitlupe_core::time;

/// The longest range of publication dates, in days: a leap year. Relative times are resolved from each day of it.
const MAX_RANGE: i32 = 365;

/// A date or time as it is returned; positions are UTF-16 units.
#[derive(Serialize)]
struct Time {
    start: u32,
    end: u32,
    r#type: &'static str,
    value: String,
    earliest: Option<String>,
    latest: Option<String>,
    anchor: &'static str,
    reason: &'static str,
}

/// The dates and times in `text`, by position, as a JSON list of `{start, end, type, value, earliest, latest, anchor, reason}`.
///
/// `published` are the first and last day on which the text may have appeared, counted from 1 January 1970; more than a year counts as unknown. Positions are UTF-16 units, as
/// JavaScript counts them; `earliest` and `latest` are days such as `2022-02-04`, or `null`; [`time::Anchor::code`] and [`time::Reason::code`]
/// list the values of the last two. A text without times gives an empty list.
pub fn times(text: &str, published: Option<(i32, i32)>) -> String {
    let published = published.filter(|(first, last)| (0..=MAX_RANGE).contains(&last.saturating_sub(*first))).map(|(first, last)| PubDate {
        earliest: Day(first),
        latest: Day(last),
        precision: match last.saturating_sub(first) {
            ..1 => Precision::Day,
            1..31 => Precision::Month,
            31.. => Precision::Year,
        },
        minutes: None,
        evidence: Evidence { origin: Origin::Record, quote: String::new(), line: None, shared_words: 0 },
    });
    let mut units = Units::new(text);
    let times: Vec<Time> = time::recognise(text, published.as_ref())
        .into_iter()
        .map(|time| Time {
            start: units.before(time.span.start),
            end: units.before(time.span.end),
            r#type: time.kind.code(),
            value: time.value,
            earliest: time.earliest.map(Day::iso),
            latest: time.latest.map(Day::iso),
            anchor: time.anchor.code(),
            reason: time.reason.code(),
        })
        .collect();
    json(&times)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 4 February 2022.
    const FRIDAY: i32 = 19_027;

    #[test]
    fn a_weekday_is_resolved_from_the_publication() {
        let found: serde_json::Value = serde_json::from_str(&times("🙂 Er kam am Freitag.", Some((FRIDAY, FRIDAY)))).expect("JSON");
        let expected = serde_json::json!([{
            "start": 13, "end": 20, "type": "DATE", "value": "2022-02-04", "earliest": "2022-02-04", "latest": "2022-02-04",
            "anchor": "publication", "reason": "tense",
        }]);
        assert_eq!(found, expected);
    }

    #[test]
    fn what_depends_on_an_unknown_day_stays_open() {
        let found: serde_json::Value = serde_json::from_str(&times("Er kam am Freitag.", None)).expect("JSON");
        assert_eq!((found[0]["value"].as_str(), found[0]["reason"].as_str()), (Some(""), Some("unanchored")));
        assert!(found[0]["earliest"].is_null() && found[0]["latest"].is_null());
        assert_eq!(times("", Some((FRIDAY, FRIDAY))), "[]");
    }

    #[test]
    fn a_month_of_publication_gives_a_range() {
        let found: serde_json::Value = serde_json::from_str(&times("Er kam am Freitag.", Some((FRIDAY - 3, FRIDAY + 24)))).expect("JSON");
        assert_eq!((found[0]["earliest"].as_str(), found[0]["latest"].as_str()), (Some("2022-01-28"), Some("2022-02-25")));
    }

    #[test]
    fn extreme_days_are_accepted() {
        for days in [(i32::MAX, i32::MIN), (i32::MIN + 1, i32::MAX), (FRIDAY, 0), (i32::MAX, i32::MAX), (i32::MIN + 1, i32::MIN + 1)] {
            assert!(times("Er kam am Freitag, vor zwei Jahren, im Mai.", Some(days)).starts_with('['));
        }
    }
}
