//! The timeline: its items, their witnesses and names, and the articles of a period.

use super::Store;
use crate::article::PubDate;
use crate::bundle::{TimelineNames, WITNESSES};
use crate::part::{Damage, PartKey};
use crate::room::request::Fault;
use crate::room::search_request::Period;
use crate::room::stop::Stop;
use crate::timeline::Timeline;
use crate::view::Witness;
use std::rc::Rc;

impl Store {
    /// All items of the timeline.
    pub fn timeline(&self) -> Result<&Rc<Timeline>, Stop> {
        self.timeline.as_ref().ok_or_else(|| Stop::Needs(vec![PartKey::Timeline]))
    }

    /// The articles that report these items of the timeline; unknown numbers are left out.
    pub fn witnesses(&self, numbers: &[u32]) -> Result<Vec<(u32, Vec<Witness>)>, Stop> {
        let known = || numbers.iter().copied().filter(|number| *number < self.base.corpus.items);
        self.require(known().map(|number| PartKey::Witnesses(number / WITNESSES)))?;
        let mut read: Option<(u32, Vec<Vec<Witness>>)> = None;
        let mut out = Vec::with_capacity(numbers.len());
        for number in known() {
            let part = number / WITNESSES;
            if read.as_ref().is_none_or(|(of, _)| *of != part) {
                read = Some((part, self.content(PartKey::Witnesses(part))?));
            }
            let witnesses = read.as_ref().and_then(|(_, all)| all.get((number % WITNESSES) as usize));
            out.push((number, witnesses.cloned().unwrap_or_default()));
        }
        Ok(out)
    }

    /// For each entity after the reader's corrections the items of the timeline that name it.
    pub fn timeline_names(&self) -> Result<Vec<Vec<u32>>, Stop> {
        self.require([PartKey::TimelineNames])?;
        let names: TimelineNames = self.content(PartKey::TimelineNames)?;
        let mut out: Vec<Vec<u32>> = vec![Vec::new(); self.entities()?.entities.len()];
        let read = names.read(|item, id| {
            let owner = if self.revision.is_empty() { Some(id) } else { self.revision.owner(id) };
            if let Some(items) = owner.and_then(|owner| out.get_mut(owner as usize))
                && items.last() != Some(&item)
            {
                items.push(item);
            }
        });
        read.map(|()| out).ok_or(Stop::Fault(Fault::Damaged(PartKey::TimelineNames, Damage::Content)))
    }

    /// For each article whether it is within a period; `None` if all are. Articles without a date are only within the open period.
    pub fn within(&self, period: &Period) -> Result<Option<Rc<Vec<bool>>>, Stop> {
        if period.is_open() {
            return Ok(None);
        }
        if let Some((known, within)) = &*self.within.borrow()
            && known == period
        {
            return Ok(Some(within.clone()));
        }
        self.require(period.mentioned.then_some(PartKey::Timeline).into_iter().chain([PartKey::Columns]))?;
        let ((_, rows), (from, to)) = (self.columns()?, (period.from, period.to));
        let mut within =
            if period.mentioned { self.timeline()?.articles_with_events(rows.len(), from, to) } else { vec![false; rows.len()] };
        for (within, row) in within.iter_mut().zip(rows) {
            let fits = |date: &PubDate| from.is_none_or(|from| from <= date.latest) && to.is_none_or(|to| date.earliest <= to);
            *within |= row.date.as_ref().is_some_and(fits);
        }
        let within = Rc::new(within);
        *self.within.borrow_mut() = Some((*period, within.clone()));
        Ok(Some(within))
    }
}
