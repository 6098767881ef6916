//! The year that an expression without one belongs to.

use super::{NamedYear, Resolver};
use crate::time::Anchor;
use crate::time::lexicon::Season;
use crate::time::meaning::{Look, Meaning, Point, YearRef};
use crate::time::resolve::{Resolved, Setting, resolve};
use crate::time::tense::{Tense, is_pluperfect};

impl Resolver<'_> {
    /// The year named before this expression in the same sentence.
    pub(super) fn named_year(&self, at: usize) -> Option<i32> {
        let sentence = self.items.all[self.hits[at].from].sentence;
        let before = self.hits[..at].iter().rev().take(4).take_while(|hit| self.items.all[hit.from].sentence == sentence);
        before.into_iter().find_map(|hit| match hit.meaning {
            Meaning::Date(
                Point::Day(YearRef::Given(year), ..) | Point::Month(YearRef::Given(year), ..) | Point::Year(YearRef::Given(year)),
                _,
            ) => Some(year),
            _ => None,
        })
    }

    /// The year that the paragraph is about: "Im Jahr 1945 … am 8. Mai". Not for what is still to come, and not for what happened just before the
    /// publication, unless the paragraph is clearly about that year.
    pub(super) fn year_in_focus(&self, at: usize, point: Point, tense: Tense) -> Option<i32> {
        /// Years after which the present tense may be a historical one.
        const LONG_AGO: i32 = 5;
        /// Days before the publication that are rather meant than those of another year.
        const RECENT: i32 = 14;
        // "seit Mai" counts to the present.
        let since = matches!(point, Point::Month(_, _, look) | Point::Season(_, _, look) if look != Look::Tense);
        let named = self.year.filter(|_| !since)?;
        let (_, today) = self.published?;
        let (this_year, ..) = today.civil();
        let old = this_year - named.year >= LONG_AGO;
        let told = tense == Tense::Past || tense == Tense::Open && old;
        // A paragraph goes on with the year of the one before only if that is long ago.
        let lines = self.items.all[self.hits[at].from].line - named.line;
        if lines > 2 || lines > 0 && !old || !old && month_of(point) < named.month {
            return None;
        }
        let recent = !named.topic
            && resolve(point, &Setting { year: None, ..self.context(tense) })
                .is_ok_and(|near| near.period.last <= today && today.0 - near.period.last.0 <= RECENT);
        (named.year < this_year && told && !recent).then_some(named.year)
    }

    /// Remembers a year as the one in focus. A date near the publication ends its focus; "seit 2014" and what had happened before do not begin one.
    pub(super) fn remember_year(&mut self, at: usize, point: Point, found: Option<&Resolved>) {
        let hit = &self.hits[at];
        let given = match point {
            Point::Day(YearRef::Given(year), ..) | Point::Month(YearRef::Given(year), ..) | Point::Year(YearRef::Given(year)) => Some(year),
            Point::Season(YearRef::Given(year), ..) | Point::Quarter(YearRef::Given(year), _) | Point::Half(YearRef::Given(year), _) => {
                Some(year)
            }
            _ => None,
        };
        let Some(year) = given else {
            if found.is_some_and(|found| matches!(found.anchor, Anchor::Publication | Anchor::Article)) {
                self.year = None;
            }
            return;
        };
        let item = &self.items.all[hit.from];
        let before = self.items.before(hit.from);
        let aside = matches!(before, "seit" | "bis" | "(" | "ab") || matches!(self.items.lower(hit.to), ")");
        if aside || is_pluperfect(self.items, hit.from, hit.to) {
            return;
        }
        let opens = hit.from.checked_sub(3).is_none_or(|at| self.items.all[at].line != item.line);
        let again = self.year.is_some_and(|named| named.year == year && item.line - named.line <= 2);
        self.year = Some(NamedYear { year, month: month_of(point), line: item.line, topic: opens || again });
    }
}

/// The month that a point names, or begins with.
fn month_of(point: Point) -> Option<u32> {
    match point {
        Point::Day(_, month, _) | Point::Dated(_, month, _) | Point::Month(_, month, _) | Point::Nth(_, month, ..) => Some(month),
        Point::Season(_, season, _) => Some(match season {
            Season::Spring => 3,
            Season::Summer => 6,
            Season::Autumn => 9,
            Season::Winter => 12,
        }),
        Point::Quarter(_, number) => Some(number * 3),
        _ => None,
    }
}
