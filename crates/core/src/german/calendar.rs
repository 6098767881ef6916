//! Names of months and weekdays.

/// The months, from January.
pub const MONTHS: [&str; 12] =
    ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

/// The days of the week, from Monday.
pub const WEEKDAYS: [&str; 7] = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];

/// The weekday (Monday is 0) that a word in lower case begins with, and the rest of the word; `sonnabend` is a Saturday.
///
/// ```
/// use zeitlupe_core::german::leading_weekday;
/// assert_eq!(leading_weekday("dienstagabend"), Some((1, "abend")));
/// assert_eq!(leading_weekday("sonnabend"), Some((5, "")));
/// assert_eq!(leading_weekday("heute"), None);
/// ```
pub fn leading_weekday(word: &str) -> Option<(u8, &str)> {
    let rest = |day: &str| word.get(..day.len()).filter(|start| start.eq_ignore_ascii_case(day)).map(|_| &word[day.len()..]);
    (0..).zip(WEEKDAYS).chain([(5, "Sonnabend")]).find_map(|(number, day)| Some((number, rest(day)?)))
}
