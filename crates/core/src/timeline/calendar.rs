//! Items as an iCalendar file (RFC 5545).

use crate::codec::checksum;
use crate::day::Day;

/// An entry of a calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// First and last day.
    pub days: Option<(Day, Day)>,
    /// The day of the article that tells it, where it is known.
    pub told: Option<Day>,
    /// In one line what it is.
    pub summary: String,
    /// What else is known of it.
    pub description: String,
    /// What it is filed under.
    pub categories: String,
}

/// The longest line, in bytes, without its end.
const LINE: usize = 75;

/// The file: all entries that have days, as entries of whole days that take no time; `name` is what the calendar is called.
///
/// The same entries give the same file: an entry is known by the hash of what it says, and its stamp is the day on which it was told
/// (the day that it tells of, where that is not known), as nothing here knows the present.
pub fn calendar(name: &str, entries: &[Entry]) -> String {
    let mut out = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Zeitlupe//Zeitlupe//DE", "CALSCALE:GREGORIAN"] {
        fold(&mut out, line);
    }
    fold(&mut out, &format!("X-WR-CALNAME:{}", escape(name)));
    for entry in entries {
        let Some((first, last)) = entry.days else { continue };
        let compact = |day: Day| day.iso().replace('-', "");
        // Four digits are all that the format has for a year.
        if [first, last].iter().any(|day| !(0..10_000).contains(&day.civil().0)) {
            continue;
        }
        let sum = checksum(&[
            first.iso().as_bytes(),
            last.iso().as_bytes(),
            entry.summary.as_bytes(),
            entry.description.as_bytes(),
            entry.categories.as_bytes(),
        ]);
        fold(&mut out, "BEGIN:VEVENT");
        fold(&mut out, &format!("UID:{sum:016x}@zeitlupe"));
        fold(&mut out, &format!("DTSTAMP:{}T000000Z", compact(entry.told.unwrap_or(first))));
        fold(&mut out, &format!("DTSTART;VALUE=DATE:{}", compact(first)));
        fold(&mut out, &format!("DTEND;VALUE=DATE:{}", compact(last.plus(1))));
        fold(&mut out, &format!("SUMMARY:{}", escape(&entry.summary)));
        fold(&mut out, &format!("DESCRIPTION:{}", escape(&entry.description)));
        fold(&mut out, &format!("CATEGORIES:{}", escape(&entry.categories)));
        fold(&mut out, "TRANSP:TRANSPARENT");
        fold(&mut out, "END:VEVENT");
    }
    fold(&mut out, "END:VCALENDAR");
    out
}

fn escape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Appends a line; one that is too long goes on after a line end and a blank. No character is cut.
fn fold(out: &mut String, line: &str) {
    let mut room = LINE;
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        out.push(c);
        room -= c.len_utf8();
    }
    out.push_str("\r\n");
}
