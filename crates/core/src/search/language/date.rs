//! Dates in queries: the values of `vor:`, `nach:` and `am:`.

use super::sign::is_blank;
use crate::day::Day;
use crate::german::MONTHS;
use crate::text::lower;

/// The first and last day of a date: a year, month or day, its parts separated by punctuation or spaces, the four-digit year first or last.
pub(super) fn days(value: &str) -> Option<(Day, Day)> {
    let is_between = |c| is_blank(c) || matches!(c, '-' | '.' | '/' | ',');
    let mut parts: Vec<&str> = value.split(is_between).filter(|part| !part.is_empty()).collect();
    if parts.last()?.len() == 4 && number(parts.last()?).is_some() {
        parts.reverse();
    }
    let year = number(parts[0]).filter(|_| parts[0].len() == 4)? as i32;
    let month = match parts.get(1) {
        Some(part) => Some(number(part).or_else(|| month(part))?),
        None => None,
    };
    match (month, &parts[1..]) {
        (Some(month), [_, day]) => Day::from_civil(year, month, number(day)?).map(|day| (day, day)),
        (Some(month), [_]) => {
            let next = if month == 12 { Day::from_civil(year + 1, 1, 1) } else { Day::from_civil(year, month + 1, 1) };
            Some((Day::from_civil(year, month, 1)?, next?.plus(-1)))
        }
        (None, _) => Some((Day::from_civil(year, 1, 1)?, Day::from_civil(year, 12, 31)?)),
        _ => None,
    }
}

/// A number of at most four digits.
fn number(digits: &str) -> Option<u32> {
    let fits = digits.len() <= 4 && digits.bytes().all(|b| b.is_ascii_digit());
    fits.then(|| digits.bytes().fold(0, |number, b| number * 10 + u32::from(b - b'0')))
}

/// The month (from 1) of a German or English name; the first three letters are enough.
fn month(name: &str) -> Option<u32> {
    /// Other names of each month: Austrian, abbreviated, English.
    const OTHERS: [&str; 12] =
        ["jänner january", "feber february", "maerz mrz march", "", "may", "june", "july", "", "", "october", "", "december"];
    let name: String = name.chars().map(lower).collect();
    let fits = |known: &str| known.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(&name));
    let found = MONTHS.iter().zip(OTHERS).position(|(german, others)| fits(german) || others.split(' ').any(fits));
    found.filter(|_| name.chars().nth(2).is_some()).map(|index| index as u32 + 1)
}
