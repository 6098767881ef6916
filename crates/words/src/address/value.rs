//! Values of parameters: names of enum values, and days.

use zeitlupe_core::day::Day;

/// Parameters in the order of the link: key and value; the value of a switch is empty.
pub(super) type Params = Vec<(&'static str, String)>;

/// Parses a day as [`Day::iso`] writes it, `2022-02-04`; `None` for anything else.
///
/// ```
/// use zeitlupe_words::address::parse_day;
///
/// assert_eq!(parse_day("2022-02-04").map(|day| day.iso()).as_deref(), Some("2022-02-04"));
/// assert_eq!(parse_day("2022-02-31"), None);
/// ```
pub fn parse_day(value: &str) -> Option<Day> {
    let (sign, digits) = value.strip_prefix('-').map_or((1, value), |rest| (-1, rest));
    let mut parts = digits.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let day = Day::from_civil(sign * year.parse::<i32>().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    (day.iso() == value).then_some(day)
}

/// The value with this name; `None` for an unknown name.
pub(super) fn one_of<T: Copy>(value: &str, known: &[(&str, T)]) -> Option<T> {
    known.iter().find(|(name, _)| *name == value).map(|(_, meaning)| *meaning)
}

/// Adds the parameter `key` with the name of `value`; nothing if the value has none, being the default.
pub(super) fn named<T: Copy + PartialEq>(out: &mut Params, key: &'static str, value: T, names: &[(&str, T)]) {
    let name = names.iter().find(|(_, other)| *other == value);
    out.extend(name.map(|(name, _)| (key, (*name).to_owned())));
}
