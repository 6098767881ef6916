//! What the tagger looks at: for each word of a sentence a row of hashed features.
//!
//! Words that can hardly belong to a name (in lower case, not between two capitalised ones, claimed by no rule) are passed over: they are
//! always outside. That saves two thirds of the work.

use super::hash;
use super::lists::{Flags, Lists, flag};
use crate::entity::recognise::doc::{Doc, Word, is_determiner};
use crate::entity::{EntityKind, Form, Mention, Why};
use crate::text::{TokenKind, lower};

/// A feature's number: the lower bits of its hash.
pub type Feature = u32;

/// How many bits a feature's number has. Two of the features in use rarely meet.
pub const FEATURE_BITS: u32 = 22;

/// A word as its neighbours see it.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// The word, its digits made one.
    word: u64,
    lower: u64,
    /// The letters' sorts, runs of one made one: `Xx`, `X-Xx`.
    shape: u64,
    ending: u64,
    flags: Flags,
    /// What the lexicon and the rules know without a decision.
    known: u16,
    /// What the rules made of it: kind, form, place in the mention.
    rule: u16,
    /// The same with how sure they are.
    evidence: u16,
    /// Where it stands in a run of capitalised words.
    run: u8,
    /// Whether it stands in quotation marks or brackets.
    quoted: u8,
    active: bool,
}

/// A text's words, looked at once.
pub struct Features<'d> {
    doc: &'d Doc<'d>,
    lists: &'d Lists,
    seen: Vec<Seen>,
}

impl<'d> Features<'d> {
    /// Looks at the words of `doc`; `mentions` are what the rules found, sorted by place.
    pub fn new(doc: &'d Doc<'d>, mentions: &[Mention], lists: &'d Lists) -> Self {
        let mut seen: Vec<Seen> = Vec::with_capacity(doc.words.len());
        let mut next = 0;
        for (at, word) in doc.words.iter().enumerate() {
            while mentions.get(next).is_some_and(|m| m.span.end <= word.span.start) {
                next += 1;
            }
            let mention = mentions.get(next).filter(|m| m.span.overlaps(word.span));
            seen.push(look(doc, at, word, mention, lists));
        }
        let mut features = Self { doc, lists, seen };
        features.join_names();
        features.count_runs();
        features
    }

    /// The sentences as ranges of words.
    pub fn sentences(&self) -> Vec<(usize, usize)> {
        let mut out = Vec::new();
        let mut from = 0;
        for at in 1..=self.doc.words.len() {
            if self.doc.words.get(at).is_none_or(|w| w.first) {
                out.push((from, at));
                from = at;
            }
        }
        out
    }

    /// Whether word `at` can belong to a name.
    pub fn is_active(&self, at: usize) -> bool {
        self.seen[at].active
    }

    /// Small words between two capitalised ones may belong to one name with them: `von der`, `für`, `&`, `.`; so may a number behind one.
    fn join_names(&mut self) {
        const FARTHEST: usize = 4;
        let mut last: Option<usize> = None;
        for at in 0..self.seen.len() {
            let word = &self.doc.words[at];
            if word.first {
                last = None;
            }
            if self.seen[at].active {
                if let Some(last) = last.filter(|last| at - last <= FARTHEST) {
                    self.seen[last..at].iter_mut().for_each(|seen| seen.active = true);
                }
                last = Some(at);
            } else if word.kind == TokenKind::Number && last == at.checked_sub(1) {
                self.seen[at].active = true;
                last = Some(at);
            } else if word.kind != TokenKind::Number && !is_link(word.text) {
                last = None;
            }
        }
    }

    /// Numbers the words of runs of capitalised ones, and tells what stands in quotation marks and brackets.
    fn count_runs(&mut self) {
        let mut from = 0;
        let (mut quoted, mut bracketed) = (false, false);
        for at in 0..self.seen.len() {
            let word = &self.doc.words[at];
            if word.first {
                (quoted, bracketed) = (false, false);
            }
            match word.text {
                "\"" | "“" | "„" | "«" | "»" => quoted = word.text == "„" || !quoted,
                "(" => bracketed = true,
                ")" => bracketed = false,
                _ => {}
            }
            self.seen[at].quoted = u8::from(quoted) | u8::from(bracketed) << 1;
            let capitalised = |at: usize| self.doc.upper(at);
            if !capitalised(at) || word.first {
                from = at;
            }
            if !capitalised(from) {
                from = at;
            }
            if capitalised(at) && (!capitalised(at + 1) || self.doc.words[at + 1].first) {
                let length = (at + 1 - from).min(4) as u8;
                for (place, seen) in self.seen[from..=at].iter_mut().enumerate() {
                    seen.run = length * 4 + place.min(3) as u8;
                }
                from = at + 1;
            }
        }
    }

    fn at(&self, at: usize, by: isize, (from, to): (usize, usize)) -> Seen {
        let place = at as isize + by;
        if place < from as isize {
            Seen { word: 1, lower: 1, shape: 1, ending: 1, ..Seen::default() }
        } else if place >= to as isize {
            Seen { word: 2, lower: 2, shape: 2, ending: 2, ..Seen::default() }
        } else {
            self.seen[place as usize]
        }
    }

    /// Puts the features of word `at` of the sentence `from..to` into `out`, which is emptied first.
    pub fn of(&self, at: usize, sentence: (usize, usize), out: &mut Vec<Feature>) {
        out.clear();
        let mut template = 0u64;
        let mut add = |value: u64| {
            template += 1;
            out.push((hash::join(template, value) >> (64 - FEATURE_BITS)) as Feature);
        };
        let [before2, before, here, after, after2] = [-2, -1, 0, 1, 2].map(|by| self.at(at, by, sentence));
        let word = &self.doc.words[at];
        add(0);
        add(here.word);
        add(here.lower);
        add(before.lower);
        add(after.lower);
        add(before2.lower);
        add(after2.lower);
        add(hash::join(before.lower, here.lower));
        add(hash::join(here.lower, after.lower));
        add(hash::join(before2.lower, before.lower));
        add(hash::join(after.lower, after2.lower));
        add(hash::join(before.lower, here.shape));
        add(hash::join(after.lower, here.shape));
        add(hash::join(before.lower, after.lower));
        add(here.shape);
        add(hash::join(before.shape, here.shape));
        add(hash::join(here.shape, after.shape));
        add(hash::join(hash::join(before.shape, here.shape), after.shape));
        add(hash::join(u64::from(word.starts), here.shape));
        add(hash::join(u64::from(at == sentence.0), u64::from(here.flags)));
        add(before.ending);
        add(after.ending);
        add(hash::join(u64::from(here.flags), before.ending));
        add(hash::join(u64::from(here.flags), after.ending));
        add(hash::join(7, u64::from(here.flags)));
        add(hash::join(u64::from(before.flags), u64::from(here.flags)));
        add(hash::join(u64::from(here.flags), u64::from(after.flags)));
        add(hash::join(hash::join(u64::from(before.flags), u64::from(here.flags)), u64::from(after.flags)));
        add(hash::join(before.lower, u64::from(here.flags)));
        add(hash::join(after.lower, u64::from(here.flags)));
        add(u64::from(here.evidence));
        add(hash::join(u64::from(before.rule), u64::from(here.rule)));
        add(hash::join(u64::from(here.rule), u64::from(after.rule)));
        add(hash::join(u64::from(before2.rule), u64::from(before.rule)));
        add(hash::join(u64::from(after.rule), u64::from(after2.rule)));
        add(hash::join(u64::from(here.evidence), u64::from(here.flags)));
        add(hash::join(u64::from(here.evidence), before.lower));
        add(hash::join(u64::from(here.evidence), after.lower));
        add(hash::join(9, u64::from(here.known)));
        add(hash::join(u64::from(before.known), u64::from(here.known)));
        add(hash::join(u64::from(here.known), u64::from(after.known)));
        add(hash::join(u64::from(here.known), u64::from(here.flags)));
        add(hash::join(u64::from(here.run), here.shape));
        add(hash::join(u64::from(here.run), u64::from(here.flags)));
        add(hash::join(u64::from(here.run), before.lower));
        add(hash::join(here.ending, before.lower));
        add(hash::join(here.ending, before.ending));
        add(hash::join(here.ending, after.ending));
        add(hash::join(here.ending, u64::from(here.flags)));
        add(hash::join(u64::from(here.quoted), here.shape));
        add(hash::join(hash::join(before2.lower, before.shape), here.shape));
        add(hash::join(hash::join(here.shape, after.shape), after2.lower));
        // The bits of the lists one by one.
        for (seen, place) in [(before2, 0u64), (before, 1), (here, 2), (after, 3), (after2, 4)] {
            for bit in 0..7 {
                if seen.flags & 1 << bit != 0 {
                    add(hash::join(place * 8 + bit, 77));
                }
            }
        }
        template_of_letters(word.text, self.lists, out);
    }
}

/// The word's beginnings, ends and inner letters.
fn template_of_letters(word: &str, lists: &Lists, out: &mut Vec<Feature>) {
    let mut add = |template: u64, value: u64| out.push((hash::join(template, value) >> (64 - FEATURE_BITS)) as Feature);
    let mut letters = ['\0'; 24];
    let mut count = 0;
    for c in word.chars().take(letters.len()) {
        letters[count] = lower(c);
        count += 1;
    }
    let letters = &letters[..count];
    let part = |range: std::ops::Range<usize>| hash::of_chars(letters[range].iter().copied());
    for length in 1..=5.min(count) {
        add(100 + length as u64, part(0..length));
        add(110 + length as u64, part(count - length..count));
    }
    for start in 1..count.saturating_sub(3) {
        add(120, part(start..start + 3));
    }
    if let Some((head, tail)) = word.rsplit_once('-') {
        add(123, u64::from(lists.flags(head)));
        add(124, u64::from(lists.flags(tail)));
        add(121, hash::of_chars(tail.chars().map(lower)));
    }
    if let Some((head, _)) = word.split_once('-') {
        add(122, hash::of_chars(head.chars()));
    }
}

fn look(doc: &Doc, at: usize, word: &Word, mention: Option<&Mention>, lists: &Lists) -> Seen {
    let upper = word.upper && word.kind == TokenKind::Word;
    let digits = |c: char| if c.is_ascii_digit() { '0' } else { c };
    let text = word.text;
    let ending = text.char_indices().rev().nth(2).map_or(text, |(at, _)| &text[at..]);
    let (mut rule, mut evidence) = (0, 0);
    if let Some(mention) = mention {
        rule = 1 + mention.kind as u16 * 8 + mention.form as u16 * 2 + u16::from(mention.span.start < word.span.start);
        let why = match mention.why {
            Why::List => 0,
            Why::Rule => 1,
            Why::Memory | Why::Model => 2,
        };
        evidence = rule + 64 * (why * 8 + u16::from(mention.confidence.saturating_sub(60)) / 5);
    }
    let place = mention.is_some_and(|m| m.form == Form::Derived && m.kind == EntityKind::Loc);
    Seen {
        word: hash::of_chars(text.chars().map(digits)),
        lower: hash::of_chars(text.chars().map(|c| lower(digits(c)))),
        shape: shape(text),
        ending: hash::of_bytes(ending.as_bytes()),
        flags: if upper { lists.flags(text) } else { 0 },
        known: known(doc, at, word, upper),
        rule,
        evidence,
        run: 0,
        quoted: 0,
        active: upper || mention.is_some() || place || text.len() > 6 && ["ische", "ischen", "ischer", "isches", "ischem"].iter().any(|e| text.ends_with(e)),
    }
}

/// What the lexicon knows of a word, a bit each.
fn known(doc: &Doc, at: usize, word: &Word, upper: bool) -> u16 {
    if !upper {
        return u16::from(is_determiner(word.text)) | u16::from(word.glued) << 1 | 1 << 12;
    }
    let lexicon = doc.lexicon;
    let bits = [
        lexicon.first_name(word.text).is_some(),
        lexicon.first_name(word.text) == Some(true),
        lexicon.surnames.contains(word.text) || lexicon.family_names.contains_key(word.text),
        lexicon.nouns.contains(word.text),
        doc.is_common(word.text),
        doc.takes_article(word.text),
        doc.role(at).is_some(),
        lexicon.inhabitants.contains_key(word.text),
        lexicon.single(word.text).is_some(),
        word.starts,
        doc.has_article(at),
    ];
    bits.iter().enumerate().fold(0, |all, (bit, &set)| all | u16::from(set) << bit)
}

/// Whether `word` stands inside names.
fn is_link(word: &str) -> bool {
    const LINKS: [&str; 48] = [
        "von", "der", "de", "und", "des", "of", "für", "am", "in", "the", "zur", "zum", "im", "van", "la", "for", "and", "et", "den", "an",
        "d", "vom", "della", "di", "da", "del", "du", "le", "el", "al", "bin", "ibn", "y", "i", "ten", "ter", "zu", "die", "dem", "dos",
        "&", ".", "-", "/", "'", "’", "–", "+",
    ];
    LINKS.contains(&word)
}

fn shape(word: &str) -> u64 {
    let mut last = '\0';
    let shaped = word.chars().filter_map(|c| {
        let sort = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => '0',
            _ => c,
        };
        let repeated = sort == last;
        last = sort;
        (!repeated || sort == 'X').then_some(sort)
    });
    hash::of_chars(shaped.take(12))
}
