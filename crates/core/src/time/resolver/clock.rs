//! The day of a time of day.

use super::{Named, Resolver, is_day};
use crate::time::Reason;
use crate::time::hit::Hit;
use crate::time::lexicon::Unit;
use crate::time::meaning::{Clock, Length, Look, Meaning, Point};
use crate::time::resolve::{Resolved, Setting, resolve, some_days_ago, spread};
use crate::time::tense::{Tense, of_clause};

impl Resolver<'_> {
    /// Resolves a time of day on its own day, else that of its sentence or line, else the publication. The second result is the value to use if the
    /// day is unknown.
    pub(super) fn time(&mut self, at: usize, point: Point, clock: Clock) -> (Result<Resolved, Reason>, String) {
        let found = match point {
            Point::Here => self.here(at),
            _ => {
                let found = resolve(point, &self.setting(at, point)).map(|found| match self.agreed(at, point) {
                    Some(period) => Resolved { period, ..found },
                    None => found,
                });
                self.remember(at, Point::Weekday(0, Look::Here), found.as_ref().ok());
                found
            }
        };
        let suffix = match clock {
            Clock::At(hour, minute) => format!("T{hour:02}:{minute:02}"),
            Clock::Exact(hour, minute, second) => format!("T{hour:02}:{minute:02}:{second:02}"),
            Clock::Part(part) => format!("T{}", part.code()),
        };
        match found {
            Ok(mut found) => {
                let period = &mut found.period;
                period.value = match period.first == period.last {
                    true => format!("{}{suffix}", period.first.iso()),
                    false if period.value.ends_with("-XX") => format!("{}{suffix}", period.value),
                    false => String::new(),
                };
                (Ok(found), String::new())
            }
            // The hour is known, although the day is not.
            Err(reason) => {
                let hour = if matches!((point, clock), (Point::Here, Clock::At(..) | Clock::Exact(..))) { suffix } else { String::new() };
                (Err(reason), hour)
            }
        }
    }

    pub(super) fn here(&mut self, at: usize) -> Result<Resolved, Reason> {
        let item = &self.items.all[self.hits[at].from];
        let same_line = self.day.filter(|named| named.line == item.line);
        let same_sentence = same_line.filter(|named| named.sentence == item.sentence && !self.between_entries(named.item, at));
        if self.recurs(at) {
            return Err(Reason::Recurs);
        }
        if same_sentence.is_none()
            && let Some((next, point)) = self.day_after(at)
        {
            let found = resolve(point, &self.setting(next, point))?.period;
            let days = (found.first, found.last);
            return Ok(Resolved::from_focus(found, days, Reason::SameDay));
        }
        let near = match self.hits[at].meaning {
            Meaning::Time(_, Clock::Part(_)) => self.day.filter(|named| item.line - named.line <= 2),
            _ if same_sentence.is_none() => self.day_of_listing(at).unwrap_or(same_line),
            _ => same_line,
        };
        let day = near.and_then(|named| named.days);
        if near.is_some() && day.is_none() {
            return Err(Reason::Unanchored);
        }
        if same_line.is_none() && self.ranged(at) {
            return Err(Reason::Recurs);
        }
        let setting = Setting { day, ..self.setting(at, Point::Here) };
        if same_sentence.is_none() && self.some_days_ago(at) {
            return spread(&setting, |today| Some((some_days_ago(today), Reason::Vague)));
        }
        resolve(Point::Here, &setting)
    }

    /// Whether a semicolon, which ends an entry of a listing, is between an item and a hit.
    pub(super) fn between_entries(&self, item: usize, at: usize) -> bool {
        (item..self.hits[at].from).any(|at| self.items.lower(at) == ";")
    }

    /// The day of the listing that a clock time without a verb is an entry of: that before the colon or at the beginning of the line, or the line
    /// above that is a day and nothing else. The inner `None` is the publication: another entry's day does not count. The outer one is no listing.
    pub(super) fn day_of_listing(&self, at: usize) -> Option<Option<Named>> {
        /// Most items of a line that is only a day.
        const HEADING: usize = 8;
        let (hit, item) = (&self.hits[at], &self.items.all[self.hits[at].from]);
        let line = |at: usize| self.items.all.get(at).map(|item| item.line);
        let begins = hit.from.checked_sub(1).and_then(line) != Some(item.line);
        let same = self.day.is_some_and(|named| named.line == item.line);
        let entry = same && self.day.is_some_and(|named| self.between_entries(named.item, at));
        let is_entry = begins || entry && of_clause(self.items, hit.from, hit.to) == Tense::Open;
        if !is_entry {
            return None;
        }
        match self.listing {
            Some(listed) if same && listed.line == item.line => Some(Some(listed)),
            _ if same => Some(None),
            Some(listed) if begins => {
                let short = line(listed.item + HEADING) != Some(listed.line);
                short.then_some(Some(listed))
            }
            _ => None,
        }
    }

    /// Whether the time of day applies to a recurring time or several days: `wochentags um 9 Uhr`, `am 25. und 26. August um 10 Uhr`.
    pub(super) fn recurs(&self, at: usize) -> bool {
        let mut days = self.before(at).skip_while(|hit| matches!(hit.meaning, Meaning::Time(Point::Here, _)));
        let before = match (days.next(), days.next()) {
            (Some(hit), _) if is_daily(&hit.meaning) => true,
            (Some(hit), _) if matches!(hit.meaning, Meaning::Set(_)) => self.hits[at].from - hit.to <= 2,
            (Some(last), Some(first)) => {
                let both = [first, last].iter().all(|hit| matches!(hit.meaning, Meaning::Date(point, _) if is_day(point)));
                both && self.joined(first, last, &["und", "bis", "-", "–", "sowie"])
            }
            _ => false,
        };
        let next = self.hits.get(at + 1).is_some_and(|next| is_daily(&next.meaning) && next.from <= self.hits[at].to + 1);
        before || next
    }

    /// Whether it is a range, as of opening hours: `10 bis 18 Uhr`.
    pub(super) fn ranged(&self, at: usize) -> bool {
        let is_time = |hit: &Hit| matches!(hit.meaning, Meaning::Time(Point::Here, Clock::At(..)));
        let pair = |first: usize| match (self.hits.get(first), self.hits.get(first + 1)) {
            (Some(first), Some(last)) => {
                let between = self.items.before(first.from) == "zwischen" && self.joined(first, last, &["und"]);
                is_time(first) && is_time(last) && (between || self.joined(first, last, &["bis", "-", "–"]))
            }
            _ => false,
        };
        pair(at) || at > 0 && pair(at - 1)
    }

    /// The day that follows in the same clause: `um 18 Uhr am Freitag`.
    pub(super) fn day_after(&self, at: usize) -> Option<(usize, Point)> {
        const NEAR: usize = 6;
        let (hit, next) = (&self.hits[at], self.hits.get(at + 1)?);
        let near = next.from - hit.to <= NEAR && self.items.all[next.from].sentence == self.items.all[hit.from].sentence;
        let one_clause = (hit.to..next.from).all(|at| self.items.lower(at).chars().all(char::is_alphanumeric));
        match next.meaning {
            Meaning::Date(point, None) if near && one_clause && is_day(point) && !matches!(point, Point::Focus(..)) => {
                Some((at + 1, point))
            }
            _ => None,
        }
    }

    /// Whether `vor einigen Tagen` precedes in the same sentence.
    pub(super) fn some_days_ago(&self, at: usize) -> bool {
        self.before(at)
            .any(|hit| matches!(hit.meaning, Meaning::Duration(Unit::Day, Length::Open, _)) && self.items.before(hit.from) == "vor")
    }
}

/// `täglich`, `jeden Montag`.
fn is_daily(meaning: &Meaning) -> bool {
    matches!(meaning, Meaning::Set(value) if value == "P1D" || value.starts_with("XXXX"))
}
