//! What an expression means before it is known when the article appeared.

use super::lexicon::{DayPart, Edge, Holiday, Ref, Season, Unit};

/// The year of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearRef {
    /// It is named.
    Given(i32),
    /// So many years after the year of publication.
    Relative(i32),
    /// It is left open: the nearest that fits.
    Open,
}

/// Where to look for the nearest weekday, month or season.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// As the tense of the clause allows.
    Tense,
    /// Before the publication.
    Back,
    /// Before the publication, or on its day: `seit Freitag`, `die Erklärung vom Freitag`.
    Since,
    /// On the day of the publication or later: `ab Freitag`.
    From,
    /// In the running week or year.
    Here,
    /// After the publication.
    Ahead,
}

impl Look {
    /// From `vergangen` (-1), `dies` (0), `kommend` (1); what lies farther says so too.
    pub fn from_turn(turn: i8) -> Self {
        match turn {
            ..=-1 => Self::Back,
            0 => Self::Here,
            1.. => Self::Ahead,
        }
    }
}

/// A point or stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// A day of a month.
    Day(YearRef, u32, u32),
    /// A weekday, a month and a day of it, without a year.
    Dated(u32, u32, u32),
    /// A month.
    Month(YearRef, u32, Look),
    /// A year.
    Year(YearRef),
    /// The years from one to another: `2009/10`.
    Years(i32, i32),
    /// Ten years from the year given.
    Decade(i32),
    /// The hundred years whose first two digits are given.
    Century(i32),
    /// A season.
    Season(YearRef, Season, Look),
    /// A quarter, from 1.
    Quarter(YearRef, u32),
    /// A half of a year, 1 or 2.
    Half(YearRef, u32),
    /// A holiday.
    Holiday(YearRef, Holiday),
    /// A day of the week, Monday is 0.
    Weekday(u32, Look),
    /// A day of the week, so many weeks after the week of publication: `Freitag nächster Woche`.
    WeekdayOf(u32, i32),
    /// A day of the week, so many weeks after the coming one: `Montag in einer Woche`.
    WeekdayIn(u32, i32),
    /// A week of the year by its number.
    WeekOf(YearRef, u32),
    /// The weekend.
    Weekend(Look),
    /// So many whole units after the one that holds the publication.
    Shift(Unit, i32),
    /// So many days, weeks, months or years after the date in focus.
    Focus(Unit, i32),
    /// The year before the one that the sentence names, or else before that of the publication: `Vorjahr`.
    YearBefore,
    /// The stretch in focus, so many years later: `gleicher Zeitraum des Vorjahres`.
    SamePeriod(i32),
    /// The day in focus, or that of the publication.
    Here,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// Hour and minute.
    At(u8, u8),
    /// A part of the day.
    Part(DayPart),
}

/// Which way a duration points from its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It stands alone.
    None,
    /// So long before the publication: `vor`, `seit`.
    Ago,
    /// So long after the publication: `in`.
    Hence,
    /// From then until the publication: `in den vergangenen zwei Jahren`.
    Past,
    /// From the publication until then: `in den nächsten zwei Jahren`.
    Coming,
}

/// How long a duration is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// So many halves of the unit.
    Halves(u32),
    /// Nobody says: `Wochen`.
    Open,
}

/// What an expression means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A date.
    Date(Point, Option<Edge>),
    /// A time of day on a date.
    Time(Point, Clock),
    /// A length of time.
    Duration(Unit, Length, Way),
    /// Something that recurs; its TIMEX3 value.
    Set(String),
    /// A vague reference.
    Vague(Ref),
}

/// The TIMEX3 value of a length of time: `P2Y`, `PXW`, `P6M` for half a year, `P1.5Y`.
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
