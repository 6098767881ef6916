//! Publication dates, in the notations of files and newsrooms.

use super::shape::{Piece, pieces};
use zeitlupe_core::article::{Evidence, Precision, PubDate};
use zeitlupe_core::day::Day;
use zeitlupe_core::german::{MONTHS, WEEKDAYS, leading_weekday};

/// A publication date without its evidence: a day, month or year, perhaps with a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The first day it can mean.
    pub earliest: Day,
    /// The last day it can mean.
    pub latest: Day,
    /// Whether day, month or only year is known.
    pub precision: Precision,
    /// Minutes after midnight.
    pub minutes: Option<u16>,
}

/// What messages give as the expected form.
const EXPECTED: &str = "a date like 2022-02-04, 2022-02 or 04.02.2022";
/// Plausible years of German news; any other year is a typo or a placeholder.
const YEARS: std::ops::RangeInclusive<i32> = 1600..=2199;

impl Moment {
    /// Reads a value that consists of a date only: `2022-02-04`, `2022-02`, `2022`, `20220204`, `2022-02-04T12:01:00+01:00`,
    /// `04.02.2022 | 12:01 Uhr`, `Freitag, 4. Februar 2022, 12:01 Uhr`, `Fri, 04 Feb 2022 12:01:00 +0100`.
    ///
    /// A local time is kept and its offset ignored; a time in UTC, which only programs write, is converted to Central European time.
    /// Midnight to the second (`00:00:00`) means that the time is unknown.
    /// The error says what was expected if the value is not a date, has a two-digit year, or names a day that does not exist.
    pub fn read(value: &str) -> Result<Self, String> {
        let value = value.trim();
        if value.bytes().all(|b| b.is_ascii_digit()) {
            return match value.len() {
                4 => Self::of(value.parse().unwrap_or(0), None, None),
                8 => {
                    let part = |range: std::ops::Range<usize>| value[range].parse().unwrap_or(0);
                    Self::of(part(0..4) as i32, Some(part(4..6)), Some(part(6..8)))
                }
                _ => Err(EXPECTED),
            }
            .map_err(str::to_owned);
        }
        match line(value) {
            Some(Ok(found)) if !found.is_duration => Ok(found.moment),
            Some(Err(why)) => Err(why.to_owned()),
            _ => Err(EXPECTED.into()),
        }
    }

    fn of(year: i32, month: Option<u32>, day: Option<u32>) -> Result<Self, &'static str> {
        if !YEARS.contains(&year) {
            return Err("a year between 1600 and 2199");
        }
        let first = Day::from_civil(year, month.unwrap_or(1), day.unwrap_or(1)).ok_or("a day that the calendar has, like 2022-02-28")?;
        let (latest, precision) = match (month, day) {
            (Some(_), Some(_)) => (first, Precision::Day),
            (Some(12), None) | (None, _) => {
                (Day::from_civil(year, 12, 31).unwrap_or(first), if month.is_some() { Precision::Month } else { Precision::Year })
            }
            (Some(month), None) => (Day::from_civil(year, month + 1, 1).map_or(first, |next| next.plus(-1)), Precision::Month),
        };
        Ok(Self { earliest: first, latest, precision, minutes: None })
    }

    /// Adds the evidence: what the date was read from.
    pub fn published(self, evidence: Evidence) -> PubDate {
        PubDate { earliest: self.earliest, latest: self.latest, precision: self.precision, minutes: self.minutes, evidence }
    }

    /// Whether it agrees with `other` and is more precise.
    pub(super) fn refines(&self, other: &PubDate) -> bool {
        let inside = other.earliest <= self.earliest && self.latest <= other.latest;
        inside
            && (self.precision > other.precision
                || (self.precision == other.precision && self.minutes.is_some() && other.minutes.is_none()))
    }

    /// Converts UTC to Central European time: one hour later, two from the last Sunday of March to that of October, both at 01:00 UTC
    /// (Directive 2000/84/EC).
    fn in_central_europe(mut self) -> Self {
        let Some(minutes) = self.minutes else {
            return self;
        };
        let year = self.earliest.civil().0;
        let change = |month| Day::from_civil(year, month, 31).map(|last| (last.plus(-((last.weekday() as i32 + 1) % 7)), 60));
        let now = (self.earliest, minutes);
        let summer = year >= 1996 && change(3).is_some_and(|start| start <= now) && change(10).is_some_and(|end| now < end);
        let local = minutes + if summer { 120 } else { 60 };
        self.minutes = Some(local % 1440);
        self.earliest = self.earliest.plus(i32::from(local / 1440));
        self.latest = self.earliest;
        self
    }
}

/// A line that consists of a date only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateLine {
    /// The first date on the line.
    pub moment: Moment,
    /// Whether the line also gives a playing time ("01:41 min"), so that it is the date of a video.
    pub is_duration: bool,
    /// Whether a label such as "Stand" or "veröffentlicht" marks it as the publication date.
    pub is_labelled: bool,
    /// Whether the label says that it is the date of the last change ("Aktualisiert am").
    pub is_change: bool,
}

/// Labels of a publication date.
const LABELS: [&str; 25] = [
    "stand",
    "datum",
    "date",
    "veröffentlicht",
    "publiziert",
    "erschienen",
    "aktualisiert",
    "aktualisierung",
    "update",
    "erstellt",
    "letzte",
    "zuletzt",
    "artikel",
    "veröffentlichung",
    "online",
    "published",
    "geändert",
    "änderung",
    "bearbeitet",
    "überarbeitet",
    "ergänzt",
    "updated",
    "modified",
    "publikation",
    "erstveröffentlichung",
];
/// Those of the last change.
const CHANGES: [&str; 12] = [
    "aktualisiert",
    "aktualisierung",
    "update",
    "letzte",
    "zuletzt",
    "geändert",
    "änderung",
    "bearbeitet",
    "überarbeitet",
    "ergänzt",
    "updated",
    "modified",
];
/// Labels of the time that it takes to read an article.
const READING_TIME: [&str; 3] = ["lesezeit", "lesedauer", "lesen"];
const FILLERS: [&str; 12] = ["am", "vom", "um", "den", "der", "uhr", "h", "seit", "cet", "cest", "mez", "gmt"];
const PLAYING_TIME: [&str; 8] = ["min", "mins", "minuten", "minute", "sek", "sekunden", "std", "laufzeit"];
const ENGLISH_WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

fn is_weekday(word: &str) -> bool {
    leading_weekday(word).is_some_and(|(_, rest)| rest.is_empty())
        || WEEKDAYS.iter().any(|day| day[..2].eq_ignore_ascii_case(word))
        || ENGLISH_WEEKDAYS.iter().any(|day| *day == word || (word.len() == 3 && day.starts_with(word)))
}

fn month(word: &str) -> Option<u32> {
    const ENGLISH: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    if word == "jänner" || word == "jän" {
        return Some(1);
    }
    if word == "feber" {
        return Some(2);
    }
    if word == "mrz" || word == "maerz" {
        return Some(3);
    }
    let begins = |name: &str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let fits = |name: &&str| begins(name) && (name.len() == word.len() || matches!(word.chars().count(), 3 | 4));
    let found = MONTHS.iter().position(fits).or_else(|| ENGLISH.iter().position(fits));
    found.map(|index| index as u32 + 1)
}

/// Reads a line that consists of a date only: `None` if it does not, `Some(Err)` with what was expected if it looks like a date
/// but is not a valid one.
pub(super) fn line(text: &str) -> Option<Result<DateLine, &'static str>> {
    if text.len() > 160 {
        return None;
    }
    let pieces = pieces(text);
    let mut found = Found::default();
    let mut at = 0;
    while at < pieces.len() {
        if let Some((date, next)) = date_at(&pieces, at) {
            match date {
                Err(why) if found.moment.is_none() => return Some(Err(why)),
                Ok(date) => found.date(date),
                Err(_) => {}
            }
            at = next;
        } else if pieces[at].text.len() <= 3
            && pieces[at].number().is_some()
            && pieces.get(at + 1).is_some_and(|unit| unit.is_word(&PLAYING_TIME))
        {
            found.take(&pieces[at + 1])?;
            at += 2;
        } else if let Some((minutes, to_the_second, next)) = time_at(&pieces, at) {
            if found.time.is_none() && !found.is_past && !pieces.get(next).is_some_and(|piece| piece.is_word(&PLAYING_TIME)) {
                found.time = Some((minutes, to_the_second));
            }
            let (utc, next) = offset_at(&pieces, next);
            found.utc |= utc;
            at = next;
        } else {
            found.take(&pieces[at])?;
            at += 1;
        }
    }
    found.finish().map(Ok)
}

/// What has been found on a line so far.
#[derive(Default)]
struct Found {
    moment: Option<Moment>,
    /// The first time of day in minutes, and whether it is written `00:00:00`.
    time: Option<(u16, bool)>,
    /// Whether a time was given in UTC.
    utc: bool,
    is_duration: bool,
    is_labelled: bool,
    /// Whether the label read last, and the one of the date, is that of a change.
    changes: (bool, bool),
    is_reading_time: bool,
    /// Whether another date has been read since.
    is_past: bool,
}

impl Found {
    /// Takes a date: the first one, or the first that is not that of a change.
    fn date(&mut self, date: Moment) {
        let now = self.changes.0;
        if self.moment.is_some() {
            self.is_past = !self.changes.1 || now;
            if self.is_past {
                return;
            }
            self.time = None;
        }
        (self.moment, self.changes.1) = (Some(date), now);
    }

    /// Takes a piece that is neither date nor time; `None` if it cannot be on a line that consists of a date.
    fn take(&mut self, piece: &Piece<'_>) -> Option<()> {
        if !piece.starts_alphanumeric() {
            return (!matches!(piece.text, "?" | "!" | "„" | "\"" | "“" | "%" | "€")).then_some(());
        }
        let word = piece.text.to_lowercase();
        let word = word.as_str();
        if PLAYING_TIME.contains(&word) {
            self.is_duration = true;
        } else if READING_TIME.contains(&word) {
            self.is_reading_time = true;
        } else if LABELS.contains(&word) {
            // "Zuletzt erschienen" is no date of a change, but "Artikel zuletzt geändert" is.
            self.changes.0 = CHANGES.contains(&word) || self.changes.0 && matches!(word, "am" | "artikel" | "online");
            self.is_labelled = true;
        } else if !(FILLERS.contains(&word) || is_weekday(word) || word == "t" && self.moment.is_some()) {
            return None;
        }
        Some(())
    }

    /// The date with its time of day; `None` if there was no date.
    fn finish(self) -> Option<DateLine> {
        let mut moment = self.moment?;
        if moment.precision == Precision::Day {
            moment.minutes = self.time.filter(|time| *time != (0, true)).map(|(minutes, _)| minutes);
            if self.utc {
                moment = moment.in_central_europe();
            }
        }
        let is_duration = self.is_duration && !self.is_reading_time;
        Some(DateLine { moment, is_duration, is_labelled: self.is_labelled, is_change: self.changes.1 })
    }
}

/// Reads the offset (`+01:00`, `+0100`, `Z`) that follows a time directly, at piece `at`: whether it is UTC, and the index of the next piece.
fn offset_at(pieces: &[Piece<'_>], at: usize) -> (bool, usize) {
    let get = |index: usize| pieces.get(at + index);
    if let Some(sign) = get(0).filter(|piece| matches!(piece.text, "+" | "-"))
        && let Some(offset) =
            get(1).filter(|piece| piece.number().is_some() && piece.start == sign.end && matches!(piece.text.len(), 2 | 4))
    {
        let colon = offset.text.len() == 2 && get(2).is_some_and(|piece| piece.text == ":");
        let utc = offset.number() == Some(0) && (!colon || get(3).and_then(Piece::number) == Some(0));
        return (utc, at + if colon { 4 } else { 2 });
    }
    let utc = get(0).is_some_and(|piece| matches!(piece.text, "Z" | "UTC" | "GMT"));
    (utc, at + usize::from(utc))
}

/// The date at the start of a line that continues with other words, and the byte after it.
///
/// Without a label it must be a full ISO date; a month or a German date needs "date" or "Datum" before it,
/// because a headline may begin with one.
pub(super) fn prefix(text: &str) -> Option<(Moment, usize)> {
    let pieces = pieces(text);
    let labelled = pieces.first()?.is_word(&["date", "datum"]);
    let start = usize::from(labelled) + usize::from(labelled && pieces.get(1).is_some_and(|piece| piece.text == ":"));
    let (moment, mut next) = date_at(&pieces, start)?;
    let mut moment = moment.ok()?;
    let full = moment.precision == Precision::Day && pieces[0].text.len() == 4;
    if !(labelled || full) {
        return None;
    }
    let time = if pieces.get(next).is_some_and(|piece| matches!(piece.text, "," | "|" | "T")) { next + 1 } else { next };
    if let Some((minutes, _, after)) = time_at(&pieces, time)
        && moment.precision == Precision::Day
    {
        moment.minutes = Some(minutes);
        next = after + usize::from(pieces.get(after).is_some_and(|piece| piece.is_word(&["uhr"])));
    }
    Some((moment, pieces[next - 1].end))
}

/// The date at the end of a line that begins with other words, and its first byte: a labelled date ("Stand: …"),
/// or a day with a time of day, which no headline ends with.
pub(super) fn suffix(text: &str) -> Option<(Moment, usize)> {
    pieces(text).iter().skip(1).find_map(|piece| {
        let begins = piece.is_word(&LABELS) || piece.number().is_some();
        let found = begins.then(|| line(&text[piece.start..]))??.ok()?;
        (!found.is_duration && (found.is_labelled || found.moment.minutes.is_some())).then_some((found.moment, piece.start))
    })
}

/// The date that begins at piece `at`, and the index of the next piece.
fn date_at(pieces: &[Piece<'_>], at: usize) -> Option<(Result<Moment, &'static str>, usize)> {
    let get = |index: usize| pieces.get(at + index);
    let number = |index: usize, digits: std::ops::RangeInclusive<usize>| {
        get(index).filter(|piece| digits.contains(&piece.text.len())).and_then(Piece::number)
    };
    let sign = |index: usize, what: &str| get(index).is_some_and(|piece| piece.text == what);
    let month_at = |index: usize| get(index).and_then(|piece| month(&piece.text.to_lowercase()));
    let date = |year: u32, month, day, used: usize| Some((Moment::of(year as i32, month, day), at + used));

    // 2022-02-04, 2022/02/04, 2022-02
    if let (Some(year), Some(month)) = (number(0, 4..=4), number(2, 1..=2))
        && (sign(1, "-") || sign(1, "/"))
    {
        return match number(4, 1..=2) {
            Some(day) if sign(3, get(1)?.text) => date(year, Some(month), Some(day), 5),
            _ if sign(1, "-") && get(2)?.text.len() == 2 => date(year, Some(month), None, 3),
            _ => None,
        };
    }
    // 04.02.2022
    if let (Some(day), true, Some(month), true, Some(year)) =
        (number(0, 1..=2), sign(1, "."), number(2, 1..=2), sign(3, "."), number(4, 4..=4))
    {
        return date(year, Some(month), Some(day), 5);
    }
    // 02/2022
    if let (Some(month), true, Some(year)) = (number(0, 1..=2), sign(1, "/"), number(2, 4..=4)) {
        return date(year, Some(month), None, 3);
    }
    // 4. Februar 2022, 04 Feb 2022
    if let Some(day) = number(0, 1..=2) {
        let named = if sign(1, ".") { 2 } else { 1 };
        if let Some(month) = month_at(named) {
            let year = named + 1 + usize::from(sign(named + 1, "."));
            return number(year, 4..=4).and_then(|value| date(value, Some(month), Some(day), year + 1));
        }
        return None;
    }
    // Februar 2022, February 4, 2022
    let month = month_at(0)?;
    let next = 1 + usize::from(sign(1, "."));
    if let Some(year) = number(next, 4..=4) {
        return date(year, Some(month), None, next + 1);
    }
    let day = number(next, 1..=2)?;
    let year = next + 1 + usize::from(sign(next + 1, ","));
    number(year, 4..=4).and_then(|value| date(value, Some(month), Some(day), year + 1))
}

/// The time of day that begins at piece `at` in minutes, whether it is written `00:00:00`, and the index of the next piece.
fn time_at(pieces: &[Piece<'_>], at: usize) -> Option<(u16, bool, usize)> {
    let number = |index: usize| pieces.get(at + index).filter(|piece| piece.text.len() <= 2).and_then(Piece::number);
    let is = |index: usize, what: &str| pieces.get(at + index).is_some_and(|piece| piece.text.eq_ignore_ascii_case(what));
    let hour = number(0).filter(|hour| *hour < 24)?;
    if is(1, "uhr") {
        return Some((hour as u16 * 60, false, at + 2));
    }
    let minute = number(2).filter(|minute| *minute < 60)?;
    let total = (hour * 60 + minute) as u16;
    if is(1, ".") && is(3, "uhr") {
        return Some((total, false, at + 4));
    }
    if !is(1, ":") {
        return None;
    }
    let Some(second) = number(4).filter(|_| is(3, ":")) else {
        return Some((total, false, at + 3));
    };
    // A fraction of a second may follow.
    let fraction = is(5, ".") && pieces.get(at + 6).is_some_and(|piece| piece.number().is_some());
    Some((total, second == 0 && total == 0, at + if fraction { 7 } else { 5 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso(value: &str) -> String {
        let evidence = Evidence { origin: zeitlupe_core::article::Origin::Line, quote: String::new(), line: None, shared_words: 0 };
        Moment::read(value).map_or_else(|why| why, |moment| moment.published(evidence).iso())
    }

    #[test]
    fn dates_are_read_in_many_notations() {
        for (value, expected) in [
            ("2022-02-04", "2022-02-04"),
            ("2022-02", "2022-02"),
            ("2022", "2022"),
            ("20220204", "2022-02-04"),
            ("2022/02/04", "2022-02-04"),
            ("02/2022", "2022-02"),
            ("04.02.2022", "2022-02-04"),
            ("4. 2. 2022", "2022-02-04"),
            ("04.02.2022 | 12:01 Uhr", "2022-02-04T12:01"),
            ("22.02.2023 16:00 Uhr", "2023-02-22T16:00"),
            ("22.02.2023, 16.05 Uhr", "2023-02-22T16:05"),
            ("22.02.2023, 16 Uhr", "2023-02-22T16:00"),
            ("4. Februar 2022", "2022-02-04"),
            ("Freitag, 4. Februar 2022, 12:01 Uhr", "2022-02-04T12:01"),
            ("Fr., 4. Feb. 2022", "2022-02-04"),
            ("1. März 2022", "2022-03-01"),
            ("3. Jänner 2022", "2022-01-03"),
            ("Februar 2022", "2022-02"),
            ("February 4, 2022", "2022-02-04"),
            ("Fri, 04 Feb 2022 12:01:00 +0100", "2022-02-04T12:01"),
            ("2022-02-04T12:01", "2022-02-04T12:01"),
            ("2022-02-04 12:01:30", "2022-02-04T12:01"),
            ("2022-02-04T12:01:00+01:00", "2022-02-04T12:01"),
            ("2022-02-04T12:01:00.123+0100", "2022-02-04T12:01"),
            ("2022-02-04T11:01:00Z", "2022-02-04T12:01"),
            ("2022-02-04T23:30:00.000Z", "2022-02-05T00:30"),
            ("2022-07-01T10:00:00+00:00", "2022-07-01T12:00"),
            ("2022-03-27T00:59:00Z", "2022-03-27T01:59"),
            ("2022-03-27T01:00:00Z", "2022-03-27T03:00"),
            ("2022-02-04T00:00:00", "2022-02-04"),
            ("2022-02-04T00:00:00+01:00", "2022-02-04"),
            ("2022-02-04T00:00", "2022-02-04T00:00"),
            ("Stand: 22.02.2023 16:00 Uhr", "2023-02-22T16:00"),
            ("Veröffentlicht am 04.02.2022, aktualisiert am 05.02.2022", "2022-02-04"),
            ("Aktualisiert am 05.02.2022, veröffentlicht am 04.02.2022", "2022-02-04"),
            ("Zuletzt aktualisiert: 05.02.2022, 10:00 Uhr | Erstellt: 04.02.2022, 08:30 Uhr", "2022-02-04T08:30"),
            ("Erschienen am 04.02.2022 (letzte Änderung: 05.02.2022, 10:00 Uhr)", "2022-02-04"),
            ("Aktualisiert am 05.02.2022", "2022-02-05"),
            ("04.02.2022, 08:00 Lesezeit: 2 Min.", "2022-02-04T08:00"),
        ] {
            assert_eq!(iso(value), expected, "{value}");
        }
    }

    #[test]
    fn invalid_dates_are_rejected() {
        for (value, expected) in [
            ("4.2.22", "a date like"),
            ("gestern", "a date like"),
            ("", "a date like"),
            ("04.02.", "a date like"),
            ("12345", "a date like"),
            ("03.02.2022 | 01:41 min", "a date like"),
            ("31.02.2022", "the calendar has"),
            ("2022-13-01", "the calendar has"),
            ("2022-00", "the calendar has"),
            ("30. Februar 2022", "the calendar has"),
            ("0000-01-01", "a year between"),
            ("0000", "a year between"),
            ("01.01.9999", "a year between"),
        ] {
            let found = iso(value);
            assert!(found.contains(expected), "{value}: {found}");
        }
    }

    #[test]
    fn a_month_ends_with_its_last_day() {
        for (value, last) in [("2022-02", "2022-02-28"), ("2024-02", "2024-02-29"), ("2022-12", "2022-12-31"), ("2022", "2022-12-31")] {
            assert_eq!(Moment::read(value).unwrap().latest.iso(), last);
        }
    }

    #[test]
    fn a_sentence_with_a_date_is_not_a_date_line() {
        assert!(line("03.02.2022 | 01:41 min").unwrap().unwrap().is_duration);
        assert!(line("Stand: 22.02.2023 16:00 Uhr").unwrap().unwrap().is_labelled);
        assert_eq!(line("Scholz reist am 15. Februar 2022 nach Moskau"), None);
        assert_eq!(line("12:01 Uhr"), None);
        assert_eq!(line("Neuer Chef gesucht"), None);
    }
}
