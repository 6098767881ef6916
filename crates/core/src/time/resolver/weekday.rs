//! Weekdays: those that one mention makes certain, and those that follow each other.

use super::Resolver;
use crate::day::Day;
use crate::time::hit::Hit;
use crate::time::meaning::{Look, Meaning, Point};
use crate::time::resolve::{Period, Setting, resolve};
use crate::time::tense::{Tense, is_certain, tense};

impl Resolver<'_> {
    /// The weekdays whose day one mention makes certain. "Am Freitag kam er. Das Treffen am Freitag geht weiter" names one Friday.
    pub(super) fn certain_weekdays(&self) -> [Option<Day>; 7] {
        let mut days: [Option<Result<Day, ()>>; 7] = [None; 7];
        for (at, hit) in self.hits.iter().enumerate() {
            let (Meaning::Date(point, None) | Meaning::Time(point, _)) = hit.meaning else { continue };
            let Point::Weekday(weekday, Look::Tense | Look::Since | Look::From) = point else { continue };
            let Ok(found) = resolve(point, &Setting { year: None, ..self.setting(at, point) }) else { continue };
            let sure = !matches!(point, Point::Weekday(_, Look::Tense)) || is_certain(self.items, hit.from, hit.to);
            if !sure || found.period.first != found.period.last {
                continue;
            }
            let slot = &mut days[weekday as usize % 7];
            *slot = Some(match *slot {
                Some(known) if known != Ok(found.period.first) => Err(()),
                _ => Ok(found.period.first),
            });
        }
        days.map(|day| day.and_then(Result::ok))
    }

    /// The day of a weekday that its own clause leaves open, from another mention.
    pub(super) fn agreed(&self, at: usize, point: Point) -> Option<Period> {
        let Point::Weekday(weekday, Look::Tense) = point else { return None };
        let hit = &self.hits[at];
        let day = self.weekdays[weekday as usize % 7].filter(|_| !is_certain(self.items, hit.from, hit.to))?;
        Some(Period { value: day.iso(), first: day, last: day })
    }

    /// Makes the second of two connected weekdays follow the first: `von Montag bis Freitag`, `am Samstag und Sonntag`.
    pub(super) fn in_step(&self, at: usize, point: Point, period: &mut Period) {
        let Point::Weekday(weekday, Look::Tense | Look::From | Look::Since) = point else { return };
        let other = |before: usize, after: usize| {
            let (first, last) = (self.hits.get(before)?, self.hits.get(after)?);
            match (&first.meaning, &last.meaning) {
                (Meaning::Date(Point::Weekday(a, _), None), Meaning::Date(Point::Weekday(b, _), None)) => {
                    (self.items.all[first.from].sentence == self.items.all[last.from].sentence && self.follow(first, last, *a, *b))
                        .then_some((*a, *b))
                }
                _ => None,
            }
        };
        let past = tense(self.items, self.hits[at].from, self.hits[at].to) == Tense::Past;
        let step =
            |days: i32| Period { value: period.first.plus(days).iso(), first: period.first.plus(days), last: period.last.plus(days) };
        if past
            && let Some((_, next)) = other(at, at + 1)
            && let Some((today, _)) = self.published
        {
            let back = |day: u32| (today.weekday() as i32 - day as i32).rem_euclid(7);
            if back(next) > back(weekday) && !period.value.is_empty() {
                *period = step(-7);
            }
        } else if !past
            && at > 0
            && other(at - 1, at).is_some()
            && let Some((first, _)) = self.day.and_then(|named| named.days)
            && period.first < first
            && !period.value.is_empty()
        {
            *period = step(7);
        }
    }

    /// Whether two weekdays are the beginning and end of a range.
    pub(super) fn follow(&self, first: &Hit, last: &Hit, a: u32, b: u32) -> bool {
        let words = ["am", "zum", "einschließlich", "inklusive"];
        let near = match last.from - first.to {
            1 => true,
            2 => words.contains(&self.items.lower(first.to + 1)),
            _ => false,
        };
        match self.items.lower(first.to) {
            "bis" | "-" | "–" => near,
            "und" => near && (a + 1) % 7 == b,
            _ => false,
        }
    }
}
