//! Counts of articles over time, for the small bar charts of names.
//!
//! ```
//! use zeitlupe_core::{article::ArticleId, day::Day, entity::spread::{Axis, Step}};
//! let dates = [1, 3].map(|day| Day::from_civil(2022, 2, day).map(|day| (day, day)));
//! let axis = Axis::over(&dates).expect("there are dates");
//! assert_eq!((axis.step, axis.count), (Step::Day, 3));
//! assert_eq!(axis.bars([(ArticleId(0), 2), (ArticleId(1), 1)].into_iter(), &dates), [2, 0, 1]);
//! ```

use crate::article::ArticleId;
use crate::day::Day;
use serde::{Deserialize, Serialize};

/// First and last possible day of each article's date; `None` if no date is known.
pub type Dates = [Option<(Day, Day)>];

/// The length of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Step {
    /// All steps, the shortest first, each with its maximal number on an axis.
    const ALL: [(Step, i32); 4] = [(Step::Day, 31), (Step::Week, 31), (Step::Month, 72), (Step::Year, i32::MAX)];

    fn number(self, day: Day) -> i32 {
        let (year, month, _) = day.civil();
        match self {
            Step::Day => day.0,
            // 1 January 1970 was a Thursday.
            Step::Week => (day.0 + 3).div_euclid(7),
            Step::Month => year * 12 + month as i32 - 1,
            Step::Year => year,
        }
    }

    fn first_day(self, number: i32) -> Day {
        match self {
            Step::Day => Day(number),
            Step::Week => Day(number * 7 - 3),
            Step::Month => Day::from_civil(number.div_euclid(12), number.rem_euclid(12) as u32 + 1, 1).unwrap_or(Day(0)),
            Step::Year => Day::from_civil(number, 1, 1).unwrap_or(Day(0)),
        }
    }
}

/// A time axis in equal steps that covers a whole collection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Axis {
    /// The length of a step.
    pub step: Step,
    /// Number of steps.
    pub count: u32,
    first: i32,
}

impl Axis {
    /// An axis with the shortest step that does not give too many. Dates that are vaguer than a month are ignored; `None` if there are no others.
    pub fn over(dates: &Dates) -> Option<Self> {
        let exact = || dates.iter().flatten().filter(|(earliest, latest)| latest.0 - earliest.0 < 31);
        let from = exact().map(|(earliest, _)| *earliest).min()?;
        let to = exact().map(|(_, latest)| *latest).max()?;
        let steps = |step: Step| step.number(to) - step.number(from) + 1;
        let (step, _) = Step::ALL.into_iter().find(|(step, most)| steps(*step) <= *most)?;
        Some(Self { step, count: steps(step) as u32, first: step.number(from) })
    }

    /// The step of a date; `None` if it can be in more than one.
    pub fn at(&self, (earliest, latest): (Day, Day)) -> Option<u32> {
        let at = self.step.number(earliest);
        let place = u32::try_from(at - self.first).ok()?;
        (at == self.step.number(latest) && place < self.count).then_some(place)
    }

    /// First and last day of a step.
    pub fn days(&self, place: u32) -> (Day, Day) {
        let first = |place: u32| self.step.first_day(self.first + place as i32);
        (first(place), first(place + 1).plus(-1))
    }

    /// The sums of `counts` by step; articles whose date has no step are ignored.
    pub fn bars(&self, counts: impl Iterator<Item = (ArticleId, u32)>, dates: &Dates) -> Vec<u32> {
        let mut bars = vec![0; self.count as usize];
        for (article, count) in counts {
            let date = dates.get(article.0 as usize).copied().flatten();
            if let Some(at) = date.and_then(|date| self.at(date)) {
                bars[at as usize] += count;
            }
        }
        bars
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(iso: &str) -> Day {
        let mut parts = iso.split('-').map(|part| part.parse::<u32>().unwrap());
        let mut next = || parts.next().unwrap();
        Day::from_civil(next() as i32, next(), next()).unwrap()
    }

    fn exact(list: &[&str]) -> Vec<Option<(Day, Day)>> {
        list.iter().map(|iso| Some((day(iso), day(iso)))).collect()
    }

    fn check(list: &[&str], step: Step, count: u32) {
        let axis = Axis::over(&exact(list)).unwrap();
        assert_eq!((axis.step, axis.count), (step, count), "{list:?}");
        for iso in list {
            let at = axis.at((day(iso), day(iso))).unwrap();
            let (from, to) = axis.days(at);
            assert!(from <= day(iso) && day(iso) <= to, "{iso} in {from:?} to {to:?}");
        }
    }

    #[test]
    fn the_step_depends_on_the_period() {
        check(&["2022-02-04"], Step::Day, 1);
        check(&["2022-02-04", "2022-03-06"], Step::Day, 31);
        check(&["2022-02-04", "2022-03-07"], Step::Week, 6);
        check(&["2021-12-27", "2022-01-02", "2022-03-01"], Step::Week, 10);
        check(&["2022-02-04", "2023-02-22"], Step::Month, 13);
        check(&["1949-05-23", "2022-12-31"], Step::Year, 74);
        check(&["1969-12-28", "1969-12-29", "1970-03-01"], Step::Week, 10);
    }

    #[test]
    fn dates_that_are_too_vague_have_no_step() {
        let mut dates = exact(&["2022-02-04", "2022-02-06"]);
        dates.push(Some((day("2022-01-01"), day("2022-12-31"))));
        dates.push(None);
        let axis = Axis::over(&dates).unwrap();
        assert_eq!(axis.count, 3);
        let counts = (0..5).map(|n| (ArticleId(n), n + 1));
        assert_eq!(axis.bars(counts, &dates), [1, 0, 2]);
        assert_eq!(Axis::over(&dates[2..]), None);
        assert_eq!(Axis::over(&[]), None);
    }

    #[test]
    fn a_month_has_a_step_if_steps_are_months() {
        let mut dates = exact(&["2022-02-04", "2023-02-22"]);
        dates.push(Some((day("2022-02-01"), day("2022-02-28"))));
        let axis = Axis::over(&dates).unwrap();
        assert_eq!(axis.at(dates[2].unwrap()), Some(0));
        assert_eq!(axis.days(0), (day("2022-02-01"), day("2022-02-28")));
    }
}
