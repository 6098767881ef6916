//! Articles in steps of time: what the small bars beside a name count.

use crate::article::ArticleId;
use crate::day::Day;
use serde::{Deserialize, Serialize};

/// The first and the last day that each article's date can mean; `None` where no date is known.
pub type Dates = [Option<(Day, Day)>];

/// How long a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// A day.
    Day,
    /// A week, from Monday on.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

impl Step {
    /// All of them, the shortest first, each with the most steps that are set beside each other.
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

/// The steps of a whole collection, one beside the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Axis {
    /// How long each is.
    pub step: Step,
    /// How many there are.
    pub count: u32,
    first: i32,
}

impl Axis {
    /// The shortest steps that are not too many. A date that can mean more than a month does not make them longer;
    /// `None` where there is no other.
    pub fn over(dates: &Dates) -> Option<Self> {
        let exact = || dates.iter().flatten().filter(|(earliest, latest)| latest.0 - earliest.0 < 31);
        let from = exact().map(|(earliest, _)| *earliest).min()?;
        let to = exact().map(|(_, latest)| *latest).max()?;
        let steps = |step: Step| step.number(to) - step.number(from) + 1;
        let (step, _) = Step::ALL.into_iter().find(|(step, most)| steps(*step) <= *most)?;
        Some(Self { step, count: steps(step) as u32, first: step.number(from) })
    }

    /// The step of a date; `None` for one that can mean more than one step.
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

    /// What is counted in each step.
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
    fn the_step_follows_from_the_span() {
        check(&["2022-02-04"], Step::Day, 1);
        check(&["2022-02-04", "2022-03-06"], Step::Day, 31);
        check(&["2022-02-04", "2022-03-07"], Step::Week, 6);
        check(&["2021-12-27", "2022-01-02", "2022-03-01"], Step::Week, 10);
        check(&["2022-02-04", "2023-02-22"], Step::Month, 13);
        check(&["1949-05-23", "2022-12-31"], Step::Year, 74);
        check(&["1969-12-28", "1969-12-29", "1970-03-01"], Step::Week, 10);
    }

    #[test]
    fn what_is_known_too_vaguely_has_no_step() {
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
    fn a_month_is_a_step_where_steps_are_months() {
        let mut dates = exact(&["2022-02-04", "2023-02-22"]);
        dates.push(Some((day("2022-02-01"), day("2022-02-28"))));
        let axis = Axis::over(&dates).unwrap();
        assert_eq!(axis.at(dates[2].unwrap()), Some(0));
        assert_eq!(axis.days(0), (day("2022-02-01"), day("2022-02-28")));
    }
}
