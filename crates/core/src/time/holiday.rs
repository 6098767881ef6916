//! Holidays, including those that depend on Easter.
//!
//! ```
//! use zeitlupe_core::day::Day;
//! use zeitlupe_core::time::{holiday, lexicon::Holiday};
//! assert_eq!(holiday::easter(2022), Day::from_civil(2022, 4, 17));
//! let good_friday = holiday::day(Holiday::Easter(-2), 2022);
//! assert_eq!(good_friday, Day::from_civil(2022, 4, 15));
//! ```

use super::lexicon::Holiday;
use crate::day::Day;

/// Easter Sunday of a year of the Gregorian calendar.
///
/// The anonymous Gregorian algorithm as given by Jean Meeus, Astronomical Algorithms (1991), chapter 8.
pub fn easter(year: i32) -> Option<Day> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    Day::from_civil(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?)
}

/// The day of a holiday in a year.
pub fn day(holiday: Holiday, year: i32) -> Option<Day> {
    match holiday {
        Holiday::Fixed(month, day) => Day::from_civil(year, month.into(), day.into()),
        Holiday::Easter(after) => easter(year).map(|sunday| sunday.plus(after.into())),
        Holiday::Penance => day(Holiday::Advent(0), year).map(|sunday| sunday.plus(-4)),
        Holiday::Advent(week) => {
            // The fourth Sunday of Advent is the last one before 25 December; the first one is three weeks earlier.
            let christmas = Day::from_civil(year, 12, 25)?;
            let fourth = christmas.plus(-(christmas.weekday() as i32) - 1);
            Some(fourth.plus(7 * (i32::from(week) - 4)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_move_with_easter() {
        for (year, expected) in
            [(2022, "2022-04-17"), (2023, "2023-04-09"), (2000, "2000-04-23"), (1954, "1954-04-18"), (2038, "2038-04-25")]
        {
            assert_eq!(easter(year).map(Day::iso).as_deref(), Some(expected));
        }
        assert_eq!(day(Holiday::Easter(39), 2022).map(Day::iso).as_deref(), Some("2022-05-26"));
    }

    #[test]
    fn advent_sundays_precede_christmas() {
        assert_eq!(day(Holiday::Advent(1), 2022).map(Day::iso).as_deref(), Some("2022-11-27"));
        assert_eq!(day(Holiday::Advent(4), 2023).map(Day::iso).as_deref(), Some("2023-12-24"));
        assert_eq!(day(Holiday::Advent(4), 2022).map(Day::iso).as_deref(), Some("2022-12-18"));
        assert_eq!(day(Holiday::Penance, 2022).map(Day::iso).as_deref(), Some("2022-11-16"));
        assert_eq!(day(Holiday::Advent(0), 2022).map(Day::iso).as_deref(), Some("2022-11-20"));
    }
}
