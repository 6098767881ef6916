//! The passages that two texts share.

use super::align::{Side, Step, extend};
use super::passage::{Kind, Passage, Piece};
use super::words::{Word, Words};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Words of an anchor: a run of words that both texts have.
const ANCHOR: usize = 4;
/// Fewest words of an anchor with a meaning of their own.
const ANCHOR_CONTENT: usize = 2;
/// Places of a run of words in a text above which it is no anchor.
const MOST_PLACES: usize = 4;
/// Fewest words that a passage has in both texts, and fewest of them with a meaning of their own.
const LEAST: (usize, usize) = (10, 5);
/// The same for whole sentences that are the same.
const LEAST_SENTENCE: (usize, usize) = (6, 4);

/// The passages that two texts share, in the order of the first; no word is in two of them. Linear in the length of the texts.
pub fn passages(a: &Words<'_>, b: &Words<'_>) -> Vec<Passage> {
    let mut taken = (Taken::default(), Taken::default());
    let mut out = Vec::new();
    for run in runs(&a.words, &b.words) {
        if let Some((i, j)) = free(run, &taken) {
            let draft = Draft::around(a, b, (i, j), &taken);
            if draft.is_passage(a, b) {
                let (of_a, of_b) = draft.ranges();
                taken.0.add(of_a);
                taken.1.add(of_b);
                out.push(draft.passage(a, b));
            }
        }
    }
    out.sort_by_key(|passage: &Passage| passage.a);
    out
}

/// Words with a meaning of their own that keep a passage in a sentence of which it has less than half.
const FOOTHOLD: usize = 3;

/// The words from one to before another.
type Range = (usize, usize);

/// A run of words that are the same: its first word in each text, and its length.
type Run = (usize, usize, usize);

/// The runs around all anchors, the longest first.
fn runs(a: &[Word], b: &[Word]) -> Vec<Run> {
    let mut places: FxHashMap<u64, (Vec<u32>, Vec<u32>)> = FxHashMap::default();
    for (at, words) in a.windows(ANCHOR).enumerate() {
        if let Some(key) = anchor(words) {
            places.entry(key).or_default().0.push(at as u32);
        }
    }
    for (at, words) in b.windows(ANCHOR).enumerate() {
        if let Some(place) = anchor(words).and_then(|key| places.get_mut(&key)) {
            place.1.push(at as u32);
        }
    }
    let is_rare = |(a, b): &&(Vec<u32>, Vec<u32>)| !b.is_empty() && a.len() <= MOST_PLACES && b.len() <= MOST_PLACES;
    let pairs = |(a, b): &(Vec<u32>, Vec<u32>)| -> Vec<(u32, u32)> { a.iter().flat_map(|&i| b.iter().map(move |&j| (i, j))).collect() };
    let mut met: Vec<(u32, u32)> = places.values().filter(is_rare).flat_map(pairs).collect();
    met.sort_unstable();
    // The end of the last run on each diagonal.
    let mut ends: FxHashMap<i64, usize> = FxHashMap::default();
    let mut out: Vec<Run> = Vec::new();
    for (i, j) in met {
        let (i, j) = (i as usize, j as usize);
        let end = ends.entry(i as i64 - j as i64).or_default();
        if i >= *end {
            let same = |(x, y): &(&Word, &Word)| x.key == y.key;
            let before = a[*end..i].iter().rev().zip(b[..j].iter().rev()).take_while(same).count();
            let behind = a[i..].iter().zip(&b[j..]).take_while(same).count();
            *end = i + behind;
            out.push((i - before, j - before, before + behind));
        }
    }
    out.sort_by_key(|&(i, j, length)| (std::cmp::Reverse(length), i, j));
    out
}

/// The hash of a run of words, if it can be an anchor.
fn anchor(words: &[Word]) -> Option<u64> {
    let content = words.iter().filter(|word| word.content).count();
    let varied = words.windows(2).all(|pair| pair[0].key != pair[1].key);
    let joined = || words.iter().fold(0_u64, |sum, word| (sum.rotate_left(7) ^ word.key).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    (content >= ANCHOR_CONTENT && varied).then(joined)
}

/// The words of a text that are part of a passage, as ranges.
#[derive(Default)]
struct Taken(BTreeMap<usize, usize>);

impl Taken {
    fn add(&mut self, (from, to): (usize, usize)) {
        self.0.insert(from, to);
    }

    /// The first free word at or behind `at`.
    fn free(&self, at: usize) -> usize {
        self.0.range(..=at).next_back().map_or(at, |(_, &end)| end.max(at))
    }

    /// The free words before `at` and behind it, in a text of `len` words.
    fn room(&self, at: usize, len: usize) -> (usize, usize) {
        let before = self.0.range(..at).next_back().map_or(0, |(_, &end)| end);
        let behind = self.0.range(at..).next().map_or(len, |(&start, _)| start);
        (at - before.min(at), behind.max(at) - at)
    }
}

/// The first word of an anchor's length in a run that is free in both texts.
fn free((i, j, length): Run, taken: &(Taken, Taken)) -> Option<(usize, usize)> {
    let mut at = 0;
    while at + ANCHOR <= length {
        let next = (taken.0.free(i + at) - i).max(taken.1.free(j + at) - j);
        if next == at {
            let enough = taken.0.room(i + at, i + length).1 >= ANCHOR && taken.1.room(j + at, j + length).1 >= ANCHOR;
            if enough {
                return Some((i + at, j + at));
            }
            at += 1;
        } else {
            at = next;
        }
    }
    None
}

/// A step of the alignment, and the words of both texts at which it begins.
#[derive(Clone, Copy)]
struct Place {
    step: Step,
    a: usize,
    b: usize,
}

impl Place {
    fn is_same(&self) -> bool {
        matches!(self.step, Step::Same(..))
    }

    fn ends(&self) -> (usize, usize) {
        let (x, y) = self.step.words();
        (self.a + x, self.b + y)
    }
}

/// The steps through the rest of a sentence: what is the same at both ends, and word by word what is between, if it is equally long.
fn rest(a: &Words<'_>, b: &Words<'_>, (i, i_end): Range, (j, j_end): Range) -> Vec<Place> {
    let (one, other) = (&a.words[i..i_end], &b.words[j..j_end]);
    let same = |(x, y): &(&Word, &Word)| x.key == y.key;
    let before = one.iter().zip(other).take_while(same).count();
    let behind = one[before..].iter().rev().zip(other[before..].iter().rev()).take_while(same).count();
    let pairwise = one.len() == other.len();
    let pair = |n: usize, m: usize| Place {
        step: match (&one[n], &other[m]) {
            (x, y) if x.key == y.key => Step::Same(1, 1),
            (x, y) if x.stem == y.stem => Step::Form,
            _ => Step::Replaced,
        },
        a: i + n,
        b: j + m,
    };
    let (x_end, y_end) = (one.len() - behind, other.len() - behind);
    let mut out: Vec<Place> = (0..before).map(|n| pair(n, n)).collect();
    if pairwise {
        out.extend((before..x_end).map(|n| pair(n, n)));
    } else {
        out.extend((before..x_end).map(|n| Place { step: Step::OnlyA, a: i + n, b: j + before }));
        out.extend((before..y_end).map(|m| Place { step: Step::OnlyB, a: i + x_end, b: j + m }));
    }
    out.extend((0..behind).map(|n| pair(x_end + n, y_end + n)));
    out
}

/// The word of one of the texts at which a step begins.
type Of = fn(&Place) -> usize;

/// A passage as steps.
struct Draft(Vec<Place>);

impl Draft {
    /// The passage around a place at which the two texts agree, cut and completed at the borders of sentences.
    fn around(a: &Words<'_>, b: &Words<'_>, (i, j): (usize, usize), taken: &(Taken, Taken)) -> Self {
        let room = (taken.0.room(i, a.len()), taken.1.room(j, b.len()));
        let side = |words, at, back, len| Side { words, at, back, len };
        let left = extend(side(&a.words, i, true, room.0.0), side(&b.words, j, true, room.1.0));
        let right = extend(side(&a.words, i, false, room.0.1), side(&b.words, j, false, room.1.1));
        let passed = |side: fn((usize, usize)) -> usize| left.iter().map(|step| side(step.words())).sum::<usize>();
        let mut at = (i - passed(|words| words.0), j - passed(|words| words.1));
        let place = |step: Step| {
            let place = Place { step, a: at.0, b: at.1 };
            at = place.ends();
            place
        };
        let mut draft = Self(left.iter().rev().copied().chain(right).map(place).collect());
        while draft.cut(a, b, true) || draft.cut(a, b, false) {}
        let ends = |at: usize, (before, behind): (usize, usize)| (at - before, at + behind);
        draft.complete(a, b, (ends(i, room.0), ends(j, room.1)));
        draft
    }

    fn ranges(&self) -> (Range, Range) {
        match (self.0.first(), self.0.last().map(Place::ends)) {
            (Some(first), Some((a, b))) => ((first.a, a), (first.b, b)),
            _ => ((0, 0), (0, 0)),
        }
    }

    /// The number of words that are the same, in whatever form, and of those with a meaning of their own.
    fn same(places: &[Place], a: &Words<'_>) -> (usize, usize) {
        let same = || places.iter().filter(|place| matches!(place.step, Step::Same(..) | Step::Form));
        (same().map(|place| place.ends().0 - place.a).sum(), same().filter(|place| a.words[place.a].content).count())
    }

    /// Cuts off the first or the last words, if they are few of a sentence into which the passage hardly reaches; whether it did.
    fn cut(&mut self, a: &Words<'_>, b: &Words<'_>, front: bool) -> bool {
        let Some(edge) = (if front { self.0.first() } else { self.0.last() }).copied() else { return false };
        let sides: [(&Words<'_>, usize, Of); 2] = [(a, edge.a, |place| place.a), (b, edge.b, |place| place.b)];
        let weak = sides.into_iter().filter_map(|(words, at, of)| {
            let (start, end) = words.sentence(at.min(words.len() - 1));
            let border = if front { self.0.partition_point(|p| of(p) < end) } else { self.0.partition_point(|p| of(p) < start) };
            let part = if front { &self.0[..border] } else { &self.0[border..] };
            let (same, content) = Self::same(part, a);
            (part.len() < self.0.len() && same * 2 < end - start && content < FOOTHOLD).then_some(border)
        });
        let border = if front { weak.max() } else { weak.min() };
        let loose = !edge.is_same();
        match border {
            Some(border) if front => drop(self.0.drain(..border)),
            Some(border) => self.0.truncate(border),
            None if loose && front => drop(self.0.remove(0)),
            None if loose => self.0.truncate(self.0.len() - 1),
            None => return false,
        }
        true
    }

    /// Adds the rest of the first and of the last sentence, where both texts have most of its words in the passage.
    fn complete(&mut self, a: &Words<'_>, b: &Words<'_>, room: (Range, Range)) {
        let (of_a, of_b) = self.ranges();
        if of_a.0 == of_a.1 {
            return;
        }
        let most = |words: &Words<'_>, at: usize, of: Of| {
            let (start, end) = words.sentence(at);
            let inside: Vec<Place> = self.0.iter().filter(|place| (start..end).contains(&of(place))).copied().collect();
            (Self::same(&inside, a).0 * 2 >= end - start).then_some((start, end))
        };
        let both = |i: usize, j: usize| most(a, i, |place| place.a).zip(most(b, j, |place| place.b));
        let (first, last) = (both(of_a.0, of_b.0), both(of_a.1 - 1, of_b.1 - 1));
        if let Some((of_first, of_second)) = first {
            let (from, to) = (of_first.0.max(room.0.0), of_second.0.max(room.1.0));
            self.0.splice(..0, rest(a, b, (from, of_a.0), (to, of_b.0)));
        }
        if let Some((of_first, of_second)) = last {
            let (from, to) = (of_first.1.min(room.0.1), of_second.1.min(room.1.1));
            self.0.extend(rest(a, b, (of_a.1, from), (of_b.1, to)));
        }
    }

    /// Whether it is long enough, and the two texts do not differ too much in it.
    fn is_passage(&self, a: &Words<'_>, b: &Words<'_>) -> bool {
        let (of_a, of_b) = self.ranges();
        if of_a.0 == of_a.1 {
            return false;
        }
        let (same, content) = Self::same(&self.0, a);
        let (short, long) = ((of_a.1 - of_a.0).min(of_b.1 - of_b.0), (of_a.1 - of_a.0).max(of_b.1 - of_b.0));
        let is_whole = |words: &Words<'_>, (from, to): Range| words.sentence(from).0 == from && words.sentence(to - 1).1 == to;
        let sentences = same == long && is_whole(a, of_a) && is_whole(b, of_b);
        let least = if sentences { LEAST_SENTENCE } else { LEAST };
        same >= least.0 && content >= least.1 && same * 5 >= short * 3 && same * 5 >= long * 2
    }

    /// The same with pieces for steps of one kind.
    fn passage(&self, a: &Words<'_>, b: &Words<'_>) -> Passage {
        let ranges = self.ranges();
        let kind = |place: &Place| match place.step {
            Step::Same(..) => {
                let (x, y) = place.ends();
                let same = (x - place.a, y - place.b) == (1, 1) && a.written(place.a) == b.written(place.b);
                if same { Kind::Same } else { Kind::Spelling }
            }
            Step::Form => Kind::Form,
            Step::Replaced | Step::OnlyA | Step::OnlyB => Kind::Changed,
        };
        let group = |places: &[Place]| {
            let (from, to) = ((places[0].a, places[0].b), places[places.len() - 1].ends());
            let kind = match kind(&places[0]) {
                Kind::Changed if from.1 == to.1 => Kind::OnlyA,
                Kind::Changed if from.0 == to.0 => Kind::OnlyB,
                kind => kind,
            };
            let content = a.words[from.0..to.0].iter().chain(&b.words[from.1..to.1]).any(|word| word.content);
            let words = ((to.0 - from.0) as u32, (to.1 - from.1) as u32);
            Piece { kind, a: a.span(from.0, to.0), b: b.span(from.1, to.1), words, content }
        };
        let pieces = self.0.chunk_by(|x, y| kind(x) == kind(y)).map(group).collect();
        Passage { a: a.span(ranges.0.0, ranges.0.1), b: b.span(ranges.1.0, ranges.1.1), pieces }
    }
}
