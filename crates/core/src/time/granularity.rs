//! The granularity of an expression: a day, a month, a year.

use super::{TimeExpression, TimeKind};

/// The granularity of a time expression, from the finest to the coarsest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Granularity {
    /// An hour and minute.
    Time,
    /// A part of a day: `Dienstagabend`.
    DayPart,
    /// A day.
    Day,
    /// A Saturday and the Sunday after it.
    Weekend,
    /// A week.
    Week,
    /// A month, or a part of it.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A season.
    Season,
    /// A half of a year.
    Half,
    /// A year, or a part of it.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// Any other period: `2009/10`, `in den vergangenen zwei Jahren`, a weekday of an unknown week.
    Period,
}

impl TimeExpression {
    /// Its granularity; `None` if its days are unknown.
    ///
    /// It follows from a calendar value, else from the possible days: one day is a [`Granularity::Day`], a whole year a [`Granularity::Year`]
    /// (`vor zwei Jahren`), everything else a [`Granularity::Period`].
    ///
    /// ```
    /// use zeitlupe_core::time::{Granularity, recognise};
    /// let times = recognise("Am 4. Februar 2022 und im Herbst 2023", None);
    /// assert_eq!(times[0].granularity(), Some(Granularity::Day));
    /// assert_eq!(times[1].granularity(), Some(Granularity::Season));
    /// ```
    pub fn granularity(&self) -> Option<Granularity> {
        let (first, last) = self.earliest.zip(self.latest)?;
        if matches!(self.kind, TimeKind::Date | TimeKind::Time)
            && let Some(named) = of_value(&self.value)
        {
            return Some(named);
        }
        let ((y, m, d), next) = (first.civil(), last.plus(1).civil());
        Some(match (d, next) {
            _ if first == last => Granularity::Day,
            (1, (year, 1, 1)) if m == 1 && year == y + 1 => Granularity::Year,
            (1, (year, month, 1)) if year * 12 + month as i32 == y * 12 + m as i32 + 1 => Granularity::Month,
            _ if last == first.plus(6) && first.weekday() == 0 => Granularity::Week,
            _ => Granularity::Period,
        })
    }
}

/// The granularity of a TIMEX3 calendar value.
fn of_value(value: &str) -> Option<Granularity> {
    if let Some((_, time)) = value.split_once('T') {
        return Some(if time.starts_with(|c: char| c.is_ascii_digit()) { Granularity::Time } else { Granularity::DayPart });
    }
    if value.contains('/') {
        return Some(Granularity::Period);
    }
    let mut parts = value.split('-');
    let (year, second, third) = (parts.next()?, parts.next(), parts.next());
    match (year.len(), second, third) {
        (2, None, None) => Some(Granularity::Century),
        (3, None, None) => Some(Granularity::Decade),
        (4, None, None) => Some(Granularity::Year),
        (_, Some(week), Some("WE")) if week.starts_with('W') => Some(Granularity::Weekend),
        (_, Some(_), Some(_)) => Some(Granularity::Day),
        (_, Some("SP" | "SU" | "FA" | "WI"), None) => Some(Granularity::Season),
        (_, Some(part), None) => Some(match part.as_bytes().first()? {
            b'W' => Granularity::Week,
            b'Q' => Granularity::Quarter,
            b'H' => Granularity::Half,
            _ => Granularity::Month,
        }),
        _ => None,
    }
}
