//! Groups the events of several articles that are the same event.

use super::Event;
use crate::codec::checksum;
use crate::day::Day;
use crate::german::{REPORTS, acts, is_stop_word, stem};
use crate::text::{Span, Token, TokenKind, fold, tokens};
use crate::time::TimeExpression;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Most events of a block that an event is compared with, the nearest before it: this bounds the cost of a "Montag" in thousands of articles.
const MOST_COMPARED: usize = 24;
/// Days in a month: vaguer times are grouped only if their sentences are copies.
const DAYS_OF_MONTH: i32 = 31;
/// Fewest words of a sentence that can be a copy of another.
const MIN_COPIED_WORDS: usize = 6;
/// Stems in a shingle of a sentence.
const SHINGLE: usize = 3;
/// Shingles with the smallest hashes that a sentence is blocked by: two sentences with 70 % in common nearly always share one of four.
const SKETCH: usize = 4;
/// Days of "Mitte Februar", which can be the 15th.
const PART_OF_MONTH: i32 = 11;
/// Most days between the publication of two copies that name different days; sentences further apart are recurring ones.
const MAX_DAYS_APART: i32 = 7;

/// Bytes above which only the clause of a sentence is looked at: a text without full stops must not be read again for each of its dates.
pub(crate) const MAX_SENTENCE: usize = 2000;

/// An article with its events: the input of [`group_events`].
#[derive(Clone, Copy, Debug)]
pub struct ArticleEvents<'a> {
    /// Its text; all spans are bytes into it.
    pub text: &'a str,
    /// Its sentences in order, as [`sentences`](crate::text::sentences) gives them.
    pub sentences: &'a [Span],
    /// Its time expressions.
    pub times: &'a [TimeExpression],
    /// Its events, as [`events`](super::events) gives them.
    pub events: &'a [Event],
    /// Its names in order, each with its span and the number of its entity.
    pub names: &'a [(Span, u32)],
    /// The entities that can act, sorted: persons and organisations.
    pub actors: &'a [u32],
    /// First and last day on which it can have appeared.
    pub published: Option<(Day, Day)>,
}

/// One event, as reported by one or several articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventGroup {
    /// The reports: article number and index of the event in that article, in order. An article can report an event twice.
    pub members: Vec<(u32, u32)>,
    /// Whether two reports name days that exclude each other.
    pub disagree: bool,
}

/// Groups the events of `articles` so that each group is one event; most groups have one member. Groups are in order of their first member.
///
/// Two articles report the same event if their days agree, a name is in both sentences and the clauses share much of their content words; or
/// if their sentences are nearly copies, even with different days ([`EventGroup::disagree`]), or if the same persons do the same on one day, in
/// whatever words. Modes are not compared: one article may deny what another reports. Within one article only repetitions are grouped: the same
/// day, and nearly the same words or the same act.
///
/// An event whose `time` is not in `times`, or has no known days, is left out.
///
/// Every member is similar to the first of its group, so that no chain of similar events connects two different ones.
/// The time is nearly linear in the number of events: each is compared with a bounded number of others.
pub fn group_events(articles: &[ArticleEvents<'_>]) -> Vec<EventGroup> {
    let mut grouping = Grouping::new(articles);
    for event in 0..grouping.facts.len() {
        grouping.place(event);
    }
    let facts = &grouping.facts;
    let group = |members: &Vec<usize>| EventGroup {
        members: members.iter().map(|&event| facts[event].member).collect(),
        disagree: members.iter().map(|&event| facts[event].days.0).max() > members.iter().map(|&event| facts[event].days.1).min(),
    };
    grouping.groups.iter().map(group).collect()
}

/// The features by which events are compared.
struct Facts {
    member: (u32, u32),
    days: (Day, Day),
    /// Hash of the words of the time, as written.
    words: u64,
    published: Option<(Day, Day)>,
    content: Content,
    /// Its number among the events of its sentence, from 1, and how many these are.
    place: (u32, u32),
}

/// The words of an event, as sets.
struct Content {
    /// Content stems of the clause, sorted.
    clause: Vec<u32>,
    /// Those that are not part of a name or of the title before it, sorted.
    plain: Vec<u32>,
    /// Content stems of the sentence, sorted.
    sentence: Vec<u32>,
    /// Numbers in the sentence outside of time expressions, sorted.
    numbers: Vec<u32>,
    /// Smallest hashes of its shingles.
    sketch: Vec<u64>,
    /// Entities named in the sentence, sorted.
    entities: Vec<u32>,
    /// Persons and organisations named in the clause, or else in the sentence, sorted.
    actors: Vec<u32>,
    /// What is done, as [`acts`] gives it.
    acts: u32,
}

struct Grouping {
    facts: Vec<Facts>,
    /// Number of events with each stem.
    frequencies: Vec<u32>,
    /// Blocks: key and event, sorted.
    blocks: Vec<(u64, u32)>,
    groups: Vec<Vec<usize>>,
    group_of: Vec<usize>,
}

/// What the events of a block have in common.
#[derive(Clone, Copy)]
enum Block {
    Day = 1,
    DaysOfMonth,
    MonthItself,
    Copy,
    Act,
}

impl Grouping {
    fn new(articles: &[ArticleEvents<'_>]) -> Self {
        let mut stems = Stems::default();
        let mut facts = Vec::new();
        for (number, article) in (0..).zip(articles) {
            read(number, article, &mut stems, &mut facts);
        }
        let mut frequencies = vec![0; stems.numbers.len()];
        for &stem in facts.iter().flat_map(|event| &event.content.clause) {
            frequencies[stem as usize] += 1;
        }
        let entries = |(event, facts): (u32, &Facts)| facts.keys(true).into_iter().map(|key| (key, event)).collect::<Vec<_>>();
        let mut blocks: Vec<(u64, u32)> = (0..).zip(&facts).flat_map(entries).collect();
        blocks.sort_unstable();
        Self { facts, frequencies, blocks, groups: Vec::new(), group_of: Vec::new() }
    }

    /// Adds the next event to the most similar group, or to a new one; returns the number of groups it was compared with.
    fn place(&mut self, event: usize) -> usize {
        let mut candidates = BTreeSet::new();
        for key in self.facts[event].keys(false) {
            let end = self.blocks.partition_point(|&(block, before)| (block, before as usize) < (key, event));
            let near = self.blocks[end.saturating_sub(MOST_COMPARED)..end].iter().rev().take_while(|&&(block, _)| block == key);
            candidates.extend(near.map(|&(_, before)| self.group_of[before as usize]));
        }
        let compared = candidates.len();
        let best = candidates
            .into_iter()
            .filter_map(|group| self.similarity(event, group).map(|similarity| (similarity, std::cmp::Reverse(group))))
            .max();
        let group = best.map_or(self.groups.len(), |(_, std::cmp::Reverse(group))| group);
        if group == self.groups.len() {
            self.groups.push(Vec::new());
        }
        self.groups[group].push(event);
        self.group_of.push(group);
        compared
    }

    /// The similarity of an event to the first one of a group; `None` if it does not belong there.
    fn similarity(&self, event: usize, group: usize) -> Option<u32> {
        let (new, members) = (&self.facts[event], &self.groups[group]);
        let first = &self.facts[*members.first()?];
        let similarity = self.compare(new, first)?;
        let mut own = members.iter().rev().map(|&member| &self.facts[member]).take_while(|other| other.member.0 == new.member.0);
        own.all(|other| is_repetition(new, other)).then_some(similarity)
    }

    fn compare(&self, a: &Facts, b: &Facts) -> Option<u32> {
        if a.member.0 == b.member.0 {
            return is_repetition(a, b).then_some(1000);
        }
        if is_same_act(a, b) {
            return Some(900 + share(&a.content.clause, &b.content.clause, |_| 1) / 10);
        }
        let same_day = overlap(a.days, b.days);
        let copy = share(&a.content.sentence, &b.content.sentence, |_| 1);
        if copy >= 700
            && a.content.sentence.len().min(b.content.sentence.len()) >= MIN_COPIED_WORDS
            && a.content.numbers == b.content.numbers
        {
            let differs = same_day || (appeared_together(a, b) && !recurs(a, b));
            let placed = a.place == b.place && share(&a.content.clause, &b.content.clause, |_| 1) >= 600;
            if a.days == b.days || (placed && a.words != b.words && differs) {
                return Some(1000 + copy);
            }
        }
        let longest = length(a.days).max(length(b.days));
        if !same_day || longest > DAYS_OF_MONTH || common(&a.content.entities, &b.content.entities) == 0 {
            return None;
        }
        let (shared, plain) = (common(&a.content.clause, &b.content.clause), common(&a.content.plain, &b.content.plain));
        let weight = |stem: u32| (self.facts.len() as u32 / self.frequencies[stem as usize].max(1)).max(1).ilog2() + 1;
        let similarity = share(&a.content.clause, &b.content.clause, weight);
        let vague = longest > 1 && length(a.days) != length(b.days);
        let counts_differ =
            !a.content.numbers.is_empty() && !b.content.numbers.is_empty() && common(&a.content.numbers, &b.content.numbers) == 0;
        let least = if vague { 3 } else { 2 };
        let threshold = if vague || counts_differ || plain < 2 { 500 } else { 300 };
        (shared >= least && plain >= least - 1 && similarity >= threshold).then_some(similarity)
    }
}

impl Facts {
    /// The keys of the blocks the event is in (`own`), or of those to search for similar events.
    fn keys(&self, own: bool) -> Vec<u64> {
        let key = |block: Block, day: i32, value: u64| checksum(&[&[block as u8], &day.to_le_bytes(), &value.to_le_bytes()]);
        let mut out: Vec<u64> = self.content.sketch.iter().map(|&shingle| key(Block::Copy, 0, shingle)).collect();
        let days = length(self.days);
        if days <= DAYS_OF_MONTH {
            let month = |day: Day| day.civil().0 * 12 + day.civil().1 as i32;
            let months = [month(self.days.0), month(self.days.1)];
            let exact = days <= 1;
            for act in (0..u32::BITS).filter(|act| self.content.acts & (1 << act) != 0) {
                let who = |actor: &u32| key(Block::Act, months[0], u64::from(*actor) << 8 | u64::from(act));
                out.extend(self.content.actors.iter().map(who));
            }
            for &stem in &self.content.clause {
                let stem = u64::from(stem);
                out.push(key(Block::Day, self.days.0.0 * 64 + days, stem));
                for &month in &months[..if months[0] == months[1] { 1 } else { 2 }] {
                    match (exact, own) {
                        (true, true) => out.push(key(Block::DaysOfMonth, month, stem)),
                        (true, false) => out.push(key(Block::MonthItself, month, stem)),
                        (false, true) => out.push(key(Block::MonthItself, month, stem)),
                        (false, false) => out.extend([key(Block::DaysOfMonth, month, stem), key(Block::MonthItself, month, stem)]),
                    }
                }
            }
        }
        out
    }
}

fn is_repetition(a: &Facts, b: &Facts) -> bool {
    is_same_act(a, b) || a.days == b.days && share(&a.content.clause, &b.content.clause, |_| 1) >= 800
}

/// Whether both say that somebody does the same on the same day: "Berger reist am Montag nach Oslo", "der Besuch Bergers am Montag". Not if each
/// names somebody whom the other does not: on one day one meets several people.
fn is_same_act(a: &Facts, b: &Facts) -> bool {
    let (first, second) = (&a.content.actors, &b.content.actors);
    let shared = common(first, second);
    let exact = length(a.days).min(length(b.days)) == 1;
    let near = a.days == b.days || length(a.days).max(length(b.days)) <= PART_OF_MONTH && overlap(a.days, b.days);
    exact && near && a.content.acts & b.content.acts != 0 && shared > 0 && (shared == first.len() || shared == second.len())
}

fn appeared_together(a: &Facts, b: &Facts) -> bool {
    a.published.zip(b.published).is_none_or(|(a, b)| a.0.0 - b.1.0 <= MAX_DAYS_APART && b.0.0 - a.1.0 <= MAX_DAYS_APART)
}

/// Whether two reports are of recurring events: "Montag" in an article of Monday does not contradict "Freitag" in one of Friday.
fn recurs(a: &Facts, b: &Facts) -> bool {
    let distance = |facts: &Facts| facts.published.map(|published| facts.days.0.0 - published.0.0);
    a.published != b.published && distance(a) == distance(b)
}

fn overlap(a: (Day, Day), b: (Day, Day)) -> bool {
    a.0 <= b.1 && b.0 <= a.1
}

fn length(days: (Day, Day)) -> i32 {
    days.1.0.saturating_sub(days.0.0).saturating_add(1)
}

/// Number of values that two sorted lists share.
fn common(a: &[u32], b: &[u32]) -> usize {
    a.iter().filter(|value| b.binary_search(value).is_ok()).count()
}

/// Weighted Jaccard similarity of two sorted lists, in thousandths.
fn share(a: &[u32], b: &[u32], weight: impl Fn(u32) -> u32) -> u32 {
    let sum = |list: &[u32]| list.iter().map(|&value| weight(value)).sum::<u32>();
    let both: u32 = a.iter().filter(|value| b.binary_search(value).is_ok()).map(|&value| weight(value)).sum();
    (both * 1000).checked_div(sum(a) + sum(b) - both).unwrap_or(0)
}

/// Numbers for stems.
#[derive(Default)]
struct Stems {
    numbers: FxHashMap<String, u32>,
    /// Stems by word as written, so that each is folded and stemmed once; `None` for a stop word.
    known: FxHashMap<String, Option<u32>>,
    /// Acts by word as written.
    acts: FxHashMap<String, u32>,
}

impl Stems {
    fn acts(&mut self, word: &str) -> u32 {
        if let Some(&known) = self.acts.get(word) {
            return known;
        }
        let found = acts(&word.to_lowercase());
        self.acts.insert(word.to_owned(), found);
        found
    }

    fn of(&mut self, word: &str) -> Option<u32> {
        if let Some(&known) = self.known.get(word) {
            return known;
        }
        let folded = fold(word);
        let number = (!is_stop_word(&folded) && !FOLDED_REPORTS.contains(&folded)).then(|| {
            let next = self.numbers.len() as u32;
            *self.numbers.entry(stem(&folded)).or_insert(next)
        });
        self.known.insert(word.to_owned(), number);
        number
    }
}

/// [`REPORTS`], folded.
static FOLDED_REPORTS: LazyLock<FxHashSet<String>> = LazyLock::new(|| REPORTS.iter().map(|word| fold(word)).collect());

/// Adds the facts of all events of an article.
fn read(number: u32, article: &ArticleEvents<'_>, stems: &mut Stems, out: &mut Vec<Facts>) {
    let mut in_sentence: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, event) in (0..).zip(article.events) {
        let Some((time, earliest)) = event.expression(article.times).and_then(|time| Some((time.clone(), time.earliest?))) else {
            continue;
        };
        let at = article.sentences.partition_point(|sentence| sentence.end <= event.clause.start);
        let sentence = article.sentences.get(at).copied().filter(|sentence| sentence.len() <= MAX_SENTENCE).unwrap_or(event.clause);
        let previous = at.checked_sub(1).map(|at| article.sentences[at]).filter(|sentence| sentence.len() <= MAX_SENTENCE);
        let days = (earliest, time.latest.unwrap_or(earliest));
        let words = checksum(&[time.span.of(article.text).as_bytes()]);
        let before = in_sentence.entry(at).or_default();
        out.push(Facts {
            member: (number, index),
            days,
            words,
            published: article.published,
            place: (before.len() as u32 + 1, 0),
            content: article.content(previous, sentence, event.clause, stems),
        });
        before.push(out.len() - 1);
    }
    for events in in_sentence.into_values() {
        for &event in &events {
            out[event].place.1 = events.len() as u32;
        }
    }
}

impl ArticleEvents<'_> {
    /// The words of an event in this sentence and clause, as sets.
    fn content(&self, before: Option<Span>, sentence: Span, clause: Span, stems: &mut Stems) -> Content {
        let words = self.words_of(sentence);
        let in_clause = |token: &Token| clause.start <= token.span.start && token.span.start < clause.end;
        let acts = words.iter().filter(|token| in_clause(token)).fold(0, |all, token| all | stems.acts(token.text));
        let mut content = |fits: &dyn Fn(&Token) -> bool| -> Vec<u32> {
            words.iter().filter(|token| fits(token)).filter_map(|token| stems.of(token.text)).collect()
        };
        let in_order = content(&|_| true);
        let named = self.names.partition_point(|name| name.0.end <= sentence.start);
        let acting = |span: Span| {
            let first = self.names.partition_point(|name| name.0.start < span.start);
            let inside = self.names[first..].iter().take_while(|name| name.0.start < span.end);
            set(inside.map(|name| name.1).filter(|id| self.actors.binary_search(id).is_ok()).collect())
        };
        // "Er will nach Oslo reisen. Der Termin ist am Montag": who it is stands in the sentence before.
        let scopes = [Some(clause), Some(sentence), before.filter(|_| acts != 0)];
        let actors = scopes.into_iter().flatten().map(acting).find(|actors: &Vec<u32>| !actors.is_empty()).unwrap_or_default();
        Content {
            clause: set(content(&in_clause)),
            plain: set(content(&|token| in_clause(token) && !self.is_name(token.span) && !self.is_title(token.span))),
            numbers: set(content(&|token| token.kind == TokenKind::Number)),
            entities: set(self.names[named..].iter().take_while(|name| name.0.start < sentence.end).map(|name| name.1).collect()),
            sketch: sketch(&in_order),
            actors,
            acts,
            sentence: set(in_order),
        }
    }

    /// The words and numbers of a sentence outside of time expressions. It is tokenised again, as the tokens of all texts take much memory.
    fn words_of(&self, sentence: Span) -> Vec<Token<'_>> {
        let mut words = tokens(sentence.of(self.text));
        for token in &mut words {
            token.span = Span { start: token.span.start + sentence.start, end: token.span.end + sentence.start };
        }
        words.retain(|token| token.kind != TokenKind::Punctuation && !touches(self.times, |time| time.span, token.span));
        words
    }

    fn is_name(&self, word: Span) -> bool {
        touches(self.names, |name| name.0, word)
    }

    /// Whether a word is a title before a name: "Kanzlerin Merkel" adds nothing to the name.
    fn is_title(&self, word: Span) -> bool {
        let next = Span { start: word.end + 1, end: word.end + 2 };
        self.text[word.end as usize..].starts_with(' ') && word.of(self.text).starts_with(char::is_uppercase) && self.is_name(next)
    }
}

/// The smallest hashes of the shingles of a sentence's stems; empty for a short sentence.
fn sketch(in_order: &[u32]) -> Vec<u64> {
    if in_order.len() < MIN_COPIED_WORDS {
        return Vec::new();
    }
    let shingle = |stems: &[u32]| {
        checksum(&stems.iter().map(|stem| stem.to_le_bytes()).collect::<Vec<_>>().iter().map(|b| &b[..]).collect::<Vec<_>>())
    };
    let hashes: BTreeSet<u64> = in_order.windows(SHINGLE).map(shingle).collect();
    hashes.into_iter().take(SKETCH).collect()
}

/// Whether an item of a list in text order overlaps a word.
fn touches<T>(list: &[T], span: impl Fn(&T) -> Span, word: Span) -> bool {
    list.get(list.partition_point(|item| span(item).end <= word.start)).is_some_and(|item| span(item).overlaps(word))
}

fn set(mut list: Vec<u32>) -> Vec<u32> {
    list.sort_unstable();
    list.dedup();
    list
}

/// Total number of comparisons of an event with a group.
#[cfg(test)]
pub(super) fn comparisons(articles: &[ArticleEvents<'_>]) -> usize {
    let mut grouping = Grouping::new(articles);
    (0..grouping.facts.len()).map(|event| grouping.place(event)).sum()
}
