//! The items of a timeline, without their text.

use crate::article::ArticleId;
use crate::codec::bytes;
use crate::codec::varint;
use crate::day::Day;
use crate::event::Mode;
use serde::{Deserialize, Serialize};

/// Whether an item is the publication of an article or an event in its text; a mark never mixes the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ItemKind {
    /// An article appeared: its own date.
    Report,
    /// Something happened, will happen, or is denied: a date in a text.
    Event(Mode),
}

/// An item of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its number among all items of the corpus, by which its text is requested.
    pub number: u32,
    /// The first article that reports it.
    pub article: ArticleId,
    /// First and last possible day; `None` if unknown.
    pub days: Option<(Day, Day)>,
    /// Publication or event.
    pub kind: ItemKind,
    /// Whether the text names exactly this period (a month, a year), rather than something within it.
    pub named: bool,
    /// Whether its articles name days that exclude each other.
    pub disagree: bool,
}

impl Item {
    /// Whether it can be on one of these days; false if its days are unknown.
    pub fn meets(&self, from: Day, to: Day) -> bool {
        self.days.is_some_and(|(first, last)| first <= to && from <= last)
    }
}

/// All items by their first day, reports before events; those without days last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// The items, in order.
    pub items: Vec<Item>,
    /// Further articles that report an item, each after the number of the item; sorted.
    pub witnesses: Vec<(u32, ArticleId)>,
}

impl Timeline {
    /// All articles that report an item, beginning with [`Item::article`].
    pub fn articles(&self, item: &Item) -> impl Iterator<Item = ArticleId> + '_ {
        let from = self.witnesses.partition_point(|(number, _)| *number < item.number);
        let number = item.number;
        let others = self.witnesses[from..].iter().take_while(move |(other, _)| *other == number);
        std::iter::once(item.article).chain(others.map(|(_, article)| *article))
    }

    /// For each of `count` articles whether it has an event within `from` to `to`; `None` leaves an end open.
    ///
    /// All possible days of the event must be within: an article that names a year is not about each of its days.
    pub fn articles_with_events(&self, count: usize, from: Option<Day>, to: Option<Day>) -> Vec<bool> {
        let mut out = vec![false; count];
        for item in self.items.iter().filter(|item| item.kind != ItemKind::Report) {
            let inside = |(first, last): (Day, Day)| from.is_none_or(|from| from <= first) && to.is_none_or(|to| last <= to);
            if item.days.is_some_and(inside) {
                for article in self.articles(item) {
                    if let Some(has_event) = out.get_mut(article.0 as usize) {
                        *has_event = true;
                    }
                }
            }
        }
        out
    }

    /// Keeps the items that at least one article with `within` true reports.
    pub fn keep(&mut self, within: &[bool]) {
        let is_within = |article: ArticleId| within.get(article.0 as usize) == Some(&true);
        let is_reported_within = |timeline: &Self, item: &Item| timeline.articles(item).any(is_within);
        let items = self.items.iter().filter(|item| is_reported_within(self, item)).copied().collect();
        self.items = items;
    }
}

/// All items as they are stored, in columns: about five bytes each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Items {
    /// For each item its article, as a varint.
    #[serde(with = "bytes")]
    articles: Vec<u8>,
    /// For each dated item the difference between its first day and that of the dated item before it (zigzag), then the days from its first to its
    /// last. Varints.
    #[serde(with = "bytes")]
    days: Vec<u8>,
    /// For each item [`REPORT`] or the index of its mode in [`MODES`], with the bits below.
    #[serde(with = "bytes")]
    flags: Vec<u8>,
    /// For each item with more than one article the number of further ones, then these, each as the difference to the one before. Varints.
    #[serde(with = "bytes")]
    witnesses: Vec<u8>,
}

const MODES: [Mode; 5] = [Mode::Past, Mode::Present, Mode::Planned, Mode::Denied, Mode::Open];
const REPORT: u8 = 7;
const DATED: u8 = 8;
const NAMED: u8 = 16;
const DISAGREE: u8 = 32;
const SHARED: u8 = 64;

impl Items {
    /// Packs a timeline whose items are numbered in order, from 0.
    pub fn pack(timeline: &Timeline) -> Self {
        let mut out = Self::default();
        let mut before = 0i32;
        for item in &timeline.items {
            varint::write(&mut out.articles, item.article.0);
            let mut flags = match item.kind {
                ItemKind::Report => REPORT,
                ItemKind::Event(mode) => MODES.iter().position(|other| *other == mode).unwrap_or(MODES.len() - 1) as u8,
            };
            if let Some((first, last)) = item.days {
                let difference = first.0.wrapping_sub(before);
                before = first.0;
                varint::write(&mut out.days, (difference << 1 ^ difference >> 31) as u32);
                varint::write(&mut out.days, last.0.wrapping_sub(first.0) as u32);
                flags |= DATED;
            }
            let others: Vec<ArticleId> = timeline.articles(item).skip(1).collect();
            if !others.is_empty() {
                flags |= SHARED;
                varint::write(&mut out.witnesses, others.len() as u32);
                let mut before = 0;
                for article in others {
                    varint::write(&mut out.witnesses, article.0.wrapping_sub(before));
                    before = article.0;
                }
            }
            flags |= if item.named { NAMED } else { 0 } | if item.disagree { DISAGREE } else { 0 };
            out.flags.push(flags);
        }
        out
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.flags.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.flags.is_empty()
    }

    /// Unpacks the timeline; `None` if the columns do not match.
    pub fn unpack(&self) -> Option<Timeline> {
        let (mut articles, mut days, mut witnesses) = (&self.articles[..], &self.days[..], &self.witnesses[..]);
        let mut out = Timeline { items: Vec::with_capacity(self.flags.len()), witnesses: Vec::new() };
        let mut before = 0i32;
        for (number, &flags) in (0..).zip(&self.flags) {
            let kind = match flags & REPORT {
                REPORT => ItemKind::Report,
                mode => ItemKind::Event(*MODES.get(mode as usize)?),
            };
            let article = ArticleId(varint::read(&mut articles)?);
            let mut item = Item { number, article, days: None, kind, named: flags & NAMED != 0, disagree: flags & DISAGREE != 0 };
            if flags & DATED != 0 {
                let (difference, length) = (varint::read(&mut days)?, varint::read(&mut days)?);
                before = before.wrapping_add((difference >> 1) as i32 ^ -((difference & 1) as i32));
                item.days = Some((Day(before), Day(before.checked_add(i32::try_from(length).ok()?)?)));
            }
            if flags & SHARED != 0 {
                let mut article = 0u32;
                for _ in 0..varint::read(&mut witnesses)? {
                    article = article.wrapping_add(varint::read(&mut witnesses)?);
                    out.witnesses.push((number, ArticleId(article)));
                }
            }
            out.items.push(item);
        }
        Some(out)
    }
}
