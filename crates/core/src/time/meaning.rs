//! The meaning of an expression before it is resolved against the publication.
//!
//! ```
//! use zeitlupe_core::time::lexicon::Unit;
//! use zeitlupe_core::time::meaning::{Length, length_value, lengths_value};
//! assert_eq!(length_value(Unit::Year, Length::Halves(3)), "P1.5Y");
//! assert_eq!(lengths_value(&[(Unit::Day, 1), (Unit::Hour, 2), (Unit::Minute, 30)]), "P1DT2H30M");
//! ```

use super::lexicon::{DayPart, Edge, Holiday, Ref, Season, Unit};

/// The year of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearRef {
    /// This year.
    Given(i32),
    /// This number of years after the year of publication.
    Relative(i32),
    /// Not given: the nearest that fits.
    Open,
}

/// In which direction to search for the nearest weekday, month or season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// According to the tense of the clause.
    Tense,
    /// Before the publication.
    Back,
    /// Before the publication, or on its day: `seit Freitag`, `die Erklärung vom Freitag`.
    Since,
    /// On the day of the publication or later: `ab Freitag`.
    From,
    /// In the current week or year.
    Here,
    /// After the publication.
    Ahead,
    /// The one before that: `vorvergangenen Freitag`.
    BeforeLast,
    /// The one after that: `übernächsten Freitag`.
    AfterNext,
}

impl Look {
    /// From `vergangen` (-1), `dies` (0), `kommend` (1), or further away (-2, 2).
    pub fn from_turn(turn: i8) -> Self {
        match turn {
            ..-1 => Self::BeforeLast,
            -1 => Self::Back,
            0 => Self::Here,
            1 => Self::Ahead,
            2.. => Self::AfterNext,
        }
    }
}

/// A point or period of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// A day of a month.
    Day(YearRef, u32, u32),
    /// A weekday with a month and day, without a year.
    Dated(u32, u32, u32),
    /// A day of a month: this number of months after that of the publication, or that of the day in focus.
    DayOf(Option<i32>, u32),
    /// A weekday with the day of its month: `Dienstag, dem 15.`
    WeekdayDay(u32, u32),
    /// A weekday of a month: the first, the second, the last (-1).
    Nth(YearRef, u32, i32, u32),
    /// A month.
    Month(YearRef, u32, Look),
    /// A year.
    Year(YearRef),
    /// From one year to another: `2009/10`.
    Years(i32, i32),
    /// The ten years from this year.
    Decade(i32),
    /// The hundred years with these first two digits.
    Century(i32),
    /// A season.
    Season(YearRef, Season, Look),
    /// The winter that begins in this year: `Winter 2010/11`.
    Winter(i32),
    /// A quarter, from 1.
    Quarter(YearRef, u32),
    /// A half of a year, 1 or 2.
    Half(YearRef, u32),
    /// A holiday.
    Holiday(YearRef, Holiday),
    /// A day of the week, Monday is 0.
    Weekday(u32, Look),
    /// A day of the week, this number of weeks after the week of publication: `Freitag nächster Woche`.
    WeekdayOf(u32, i32),
    /// A day of the week, this number of weeks after the coming one: `Montag in einer Woche`.
    WeekdayIn(u32, i32),
    /// A week of the year by its number.
    WeekOf(YearRef, u32),
    /// The weekend.
    Weekend(Look),
    /// This number of whole units after the one of the publication.
    Shift(Unit, i32),
    /// This number of days, weeks, months or years after the date in focus.
    Focus(Unit, i32),
    /// The first such weekday after (1) or before (-1) the day in focus.
    FocusWeekday(u32, i32),
    /// The day so many units before or after this number of days from the publication: `heute vor zehn Jahren`.
    Distant(Unit, i32, i32),
    /// The year before the one named in the sentence, or else before the publication: `Vorjahr`.
    YearBefore,
    /// The period in focus, this number of years later: `gleicher Zeitraum des Vorjahres`.
    SamePeriod(i32),
    /// The day in focus, or else of the publication.
    Here,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Hour and minute.
    At(u8, u8),
    /// Hour, minute and second.
    Exact(u8, u8, u8),
    /// A part of the day.
    Part(DayPart),
}

/// The position of a duration relative to its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// None: a mere duration.
    None,
    /// Counted back from the publication: `vor`, `seit`.
    Ago,
    /// Counted forward from the publication: `in`.
    Hence,
    /// From then until the publication: `in den vergangenen zwei Jahren`.
    Past,
    /// From the publication until then: `in den nächsten zwei Jahren`.
    Coming,
}

/// The length of a duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// This number of half units.
    Halves(u32),
    /// Unknown: `Wochen`.
    Open,
}

/// The meaning of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A date.
    Date(Point, Option<Edge>),
    /// A time of day on a date.
    Time(Point, Clock),
    /// A duration.
    Duration(Unit, Length, Way),
    /// A duration in several units, the longest first: `drei Jahre und vier Monate`.
    Lengths(Vec<(Unit, u32)>, Way),
    /// A recurring time, as its TIMEX3 value.
    Set(String),
    /// A vague reference.
    Vague(Ref),
}

/// The TIMEX3 value of a duration: `P2Y`, `PXW`, `P6M` for half a year, `P1.5Y`.
pub fn length_value(unit: Unit, length: Length) -> String {
    let (prefix, letters) = match unit {
        Unit::Second => ("PT", "S"),
        Unit::Minute => ("PT", "M"),
        Unit::Hour => ("PT", "H"),
        Unit::Day => ("P", "D"),
        Unit::Week => ("P", "W"),
        Unit::Weekend => ("P", "WE"),
        Unit::Month => ("P", "M"),
        Unit::Quarter => ("P", "Q"),
        Unit::Year => ("P", "Y"),
        Unit::Decade => ("P", "DE"),
        Unit::Century => ("P", "CE"),
        Unit::Millennium => ("P", "ML"),
    };
    match (length, unit) {
        (Length::Open, _) => format!("{prefix}X{letters}"),
        (Length::Halves(1), Unit::Year) => "P6M".to_owned(),
        (Length::Halves(1), Unit::Hour) => "PT30M".to_owned(),
        (Length::Halves(1), Unit::Day) => "PT12H".to_owned(),
        (Length::Halves(halves), _) if halves % 2 == 0 => format!("{prefix}{}{letters}", halves / 2),
        (Length::Halves(halves), _) => format!("{prefix}{}.5{letters}", halves / 2),
    }
}

/// The TIMEX3 value of a duration in several whole units: `P3Y4M`, `P1DT12H`.
pub fn lengths_value(parts: &[(Unit, u32)]) -> String {
    let mut all = String::from("P");
    for &(unit, number) in parts {
        let one = length_value(unit, Length::Halves(number * 2));
        match one.strip_prefix("PT") {
            Some(clock) if all.contains('T') => all += clock,
            Some(_) => all += &one[1..],
            None => all += one.strip_prefix('P').unwrap_or(&one),
        }
    }
    all
}
