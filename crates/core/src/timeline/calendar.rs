//! Timeline items as an iCalendar file (RFC 5545).

use crate::codec::checksum;
use crate::day::Day;

/// An entry of a calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// First and last day.
    pub days: Option<(Day, Day)>,
    /// The day on which the article appeared, if known.
    pub reported: Option<Day>,
    /// The title, one line.
    pub summary: String,
    /// Further details.
    pub description: String,
    /// Its category.
    pub categories: String,
}

/// Longest line of the format, in bytes, without its line end.
const LINE: usize = 75;

/// The text of a calendar with this `name`: every entry with days becomes an all-day event that does not block time.
///
/// The same entries always give the same file: the UID of an entry is a hash of its contents, and its time stamp is the day on which it was
/// reported (if unknown, its first day), as the core reads no clock. Entries without days, or outside of the years 0 to 9999, are left out.
///
/// ```
/// use zeitlupe_core::day::Day;
/// use zeitlupe_core::timeline::calendar::{Entry, calendar};
/// let day = Day::from_civil(2022, 2, 4).expect("a day of the calendar");
/// let entry = Entry { days: Some((day, day)), summary: "Treffen in Peking".into(), ..Entry::default() };
/// let file = calendar("Olympia", &[entry]);
/// assert!(file.contains("DTSTART;VALUE=DATE:20220204\r\nDTEND;VALUE=DATE:20220205\r\nSUMMARY:Treffen in Peking\r\n"));
/// ```
pub fn calendar(name: &str, entries: &[Entry]) -> String {
    let mut out = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Zeitlupe//Zeitlupe//DE", "CALSCALE:GREGORIAN"] {
        fold(&mut out, line);
    }
    fold(&mut out, &format!("X-WR-CALNAME:{}", escape(name)));
    for entry in entries {
        let Some((first, last)) = entry.days else { continue };
        let compact = |day: Day| day.iso().replace('-', "");
        // The format has four digits for a year.
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
        fold(&mut out, &format!("DTSTAMP:{}T000000Z", compact(entry.reported.unwrap_or(first))));
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

/// Appends a line; a long one is continued after a line end and a space. No character is split.
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
