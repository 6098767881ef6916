//! The local alignment of two lists of words, from a place at which they agree.

use super::words::Word;

/// Words that a passage can skip in one text.
const MOST_SKIPPED: usize = 32;
/// Words looked at behind a difference, in the first text; more in the second.
const REACH: usize = 48;
/// Steps in a row of the table.
const WIDTH: usize = 2 * MOST_SKIPPED + 1;

/// What two words are worth that agree and have a meaning of their own.
const CONTENT: i32 = 12;
/// What other words are worth that agree.
const FUNCTION: i32 = 4;
/// What two forms of one word are worth.
const FORM: i32 = 6;
/// What a replaced word costs.
const REPLACED: i32 = -6;
/// What it costs to skip words of one text, and what each of them costs.
const SKIP: i32 = -6;
const SKIPPED: i32 = -1;
/// What a passage must gain behind a difference to go on: more than one word.
const LEAST_GAIN: i32 = 12;
/// Worse than anything.
const NEVER: i32 = i32::MIN / 2;

/// A step of an alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The same word, in one or two parts in each text.
    Same(u8, u8),
    /// Two forms of one word.
    Form,
    /// Two other words.
    Replaced,
    /// A word of the first text only.
    OnlyA,
    /// A word of the second text only.
    OnlyB,
}

impl Step {
    /// The words of each text that it passes.
    pub fn words(self) -> (usize, usize) {
        match self {
            Self::Same(a, b) => (usize::from(a), usize::from(b)),
            Self::Form | Self::Replaced => (1, 1),
            Self::OnlyA => (1, 0),
            Self::OnlyB => (0, 1),
        }
    }
}

/// The words of a text to one side of a place.
#[derive(Clone, Copy)]
pub(super) struct Side<'w> {
    pub words: &'w [Word],
    /// The place: between the word before it and this one.
    pub at: usize,
    /// Whether the words before the place are meant, from right to left.
    pub back: bool,
    /// The number of words up to the end, or to what is already part of another passage.
    pub len: usize,
}

impl Side<'_> {
    fn word(&self, n: usize) -> &Word {
        &self.words[if self.back { self.at - 1 - n } else { self.at + n }]
    }

    /// The key of words `n` and `n + 1`, written as one.
    fn joined(&self, n: usize) -> u64 {
        self.words[if self.back { self.at - 2 - n } else { self.at + n }].joined
    }

    fn behind(self, passed: usize) -> Self {
        Self { at: if self.back { self.at - passed } else { self.at + passed }, len: self.len - passed, ..self }
    }
}

/// The steps from a place as far as the two texts go on together; linear in their number.
pub(super) fn extend(mut a: Side, mut b: Side) -> Vec<Step> {
    let mut out = Vec::new();
    loop {
        while a.len > 0 && b.len > 0 && a.word(0).key == b.word(0).key {
            out.push(Step::Same(1, 1));
            (a, b) = (a.behind(1), b.behind(1));
        }
        let more = Table::new(a, b).best();
        if more.is_empty() {
            return out;
        }
        for (x, y) in more.iter().map(|step| step.words()) {
            (a, b) = (a.behind(x), b.behind(y));
        }
        out.extend(more);
    }
}

/// A step, or none at the beginning, and whether words of one text are being skipped.
type Back = Option<Step>;

/// The values of all ways from a place, within reach; those with a skipped word at their end apart, as going on skipping is cheap
/// (Gotoh, "An improved algorithm for matching biological sequences", 1982).
struct Table<'w> {
    a: Side<'w>,
    b: Side<'w>,
    /// For each row of the first text the best values by offset to the diagonal: any, with a skipped word of the first, of the second.
    values: Vec<[[i32; 3]; WIDTH]>,
    /// The last step of each, and which of the three it continues.
    steps: Vec<[[(Back, u8); 3]; WIDTH]>,
}

impl<'w> Table<'w> {
    fn new(a: Side<'w>, b: Side<'w>) -> Self {
        let rows = a.len.min(REACH) + 1;
        let mut table = Self { a, b, values: vec![[[NEVER; 3]; WIDTH]; rows], steps: vec![[[(None, 0); 3]; WIDTH]; rows] };
        table.values[0][MOST_SKIPPED][0] = 0;
        for i in 0..rows {
            for offset in 0..WIDTH {
                if let Some(j) = (i + offset).checked_sub(MOST_SKIPPED).filter(|&j| j <= b.len && j <= REACH + MOST_SKIPPED && i + j > 0) {
                    table.fill(i, offset, j);
                }
            }
        }
        table
    }

    fn value(&self, i: usize, j: usize, state: usize) -> i32 {
        let offset = (j + MOST_SKIPPED).checked_sub(i).filter(|&offset| offset < WIDTH);
        offset.map_or(NEVER, |offset| self.values[i][offset][state])
    }

    fn fill(&mut self, i: usize, offset: usize, j: usize) {
        for (state, step) in [(1, Step::OnlyA), (2, Step::OnlyB)] {
            let (x, y) = step.words();
            if i >= x && j >= y {
                let (begun, goes_on) = (self.value(i - x, j - y, 0) + SKIP + SKIPPED, self.value(i - x, j - y, state) + SKIPPED);
                let (value, from) = if goes_on > begun { (goes_on, state) } else { (begun, 0) };
                self.put(i, offset, state, value, Some(step), from);
            }
        }
        for (step, worth) in self.matches(i, j).into_iter().flatten() {
            let (x, y) = step.words();
            self.put(i, offset, 0, self.value(i - x, j - y, 0) + worth, Some(step), 0);
        }
        for state in [1, 2] {
            let value = self.values[i][offset][state];
            // A way that ends by skipping is known by its own state.
            self.put(i, offset, 0, value, None, state);
        }
    }

    fn put(&mut self, i: usize, offset: usize, state: usize, value: i32, step: Back, from: usize) {
        if value > self.values[i][offset][state] {
            self.values[i][offset][state] = value;
            self.steps[i][offset][state] = (step, from as u8);
        }
    }

    /// The steps with which words `i - 1` and `j - 1` can be passed together, and their worth.
    fn matches(&self, i: usize, j: usize) -> [Option<(Step, i32)>; 3] {
        if i == 0 || j == 0 {
            return [None; 3];
        }
        let (a, b) = (self.a.word(i - 1), self.b.word(j - 1));
        let plain = if a.key == b.key {
            (Step::Same(1, 1), if a.content { CONTENT } else { FUNCTION })
        } else if a.stem == b.stem {
            (Step::Form, FORM)
        } else {
            (Step::Replaced, REPLACED)
        };
        let two_to_one = i > 1 && self.a.joined(i - 2) == b.key;
        let one_to_two = j > 1 && self.b.joined(j - 2) == a.key;
        [Some(plain), two_to_one.then_some((Step::Same(2, 1), CONTENT)), one_to_two.then_some((Step::Same(1, 2), CONTENT))]
    }

    /// The steps of the best way; none if it gains too little.
    fn best(&self) -> Vec<Step> {
        let mut best = (LEAST_GAIN - 1, 0, 0);
        for (i, row) in self.values.iter().enumerate() {
            for (offset, values) in row.iter().enumerate() {
                if values[0] > best.0 {
                    best = (values[0], i, offset);
                }
            }
        }
        let (value, mut i, mut offset) = best;
        let mut out = Vec::new();
        let mut state = 0;
        while value >= LEAST_GAIN && (i, offset, state) != (0, MOST_SKIPPED, 0) {
            let (step, from) = self.steps[i][offset][state];
            if let Some(step) = step {
                out.push(step);
                let (x, y) = step.words();
                let j = i + offset - MOST_SKIPPED - y;
                i -= x;
                offset = j + MOST_SKIPPED - i;
            }
            state = usize::from(from);
        }
        out.reverse();
        out
    }
}
