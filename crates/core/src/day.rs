//! A day of the calendar.
//!
//! ```
//! use zeitlupe_core::day::Day;
//! let day = Day::from_civil(2022, 2, 28).expect("a day of the calendar");
//! assert_eq!((day.plus(1).iso().as_str(), day.weekday(), day.iso_week()), ("2022-03-01", 0, (2022, 9)));
//! assert_eq!(Day::from_civil(2022, 2, 29), None);
//! ```

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A day of the proleptic Gregorian calendar, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(pub i32);

impl Day {
    /// The day of a year, month (1 to 12) and day (1 to 31); `None` if there is no such day.
    pub fn from_civil(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(|date| Self(date.to_epoch_days()))
    }

    /// Year, month and day.
    pub fn civil(self) -> (i32, u32, u32) {
        let date = self.date();
        (date.year(), date.month(), date.day())
    }

    /// The day of the week, 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u32 {
        self.date().weekday().num_days_from_monday()
    }

    /// ISO 8601 year and week.
    pub fn iso_week(self) -> (i32, u32) {
        let week = self.date().iso_week();
        (week.year(), week.week())
    }

    /// ISO 8601 date: `2022-02-04`.
    pub fn iso(self) -> String {
        let (year, month, day) = self.civil();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// The day this number of days later, or earlier if negative; stops at the ends of the calendar.
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days))
    }

    fn date(self) -> NaiveDate {
        NaiveDate::from_epoch_days(self.0).unwrap_or(if self.0 < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
    }
}
