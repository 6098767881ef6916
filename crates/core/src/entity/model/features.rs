//! The features of the tagger: a list of hashed features for each word of a sentence.
//!
//! Words that are unlikely to belong to a name (in lower case, not between two capitalised words, not found by a rule) are skipped: they are always
//! outside of names. This saves two thirds of the work.

use super::hash;
use super::lists::{FLAG_BITS, Lists};
use crate::entity::doc::Doc;
use crate::entity::{Mention, Why};
use crate::german::is_determiner;
use crate::text::{Token, TokenKind, lower};
use rustc_hash::FxHashMap;

/// A feature's number: the lower bits of its hash.
pub type Feature = u32;

/// Number of bits of a feature's number, so that collisions of used features are rare.
pub const FEATURE_BITS: u32 = 22;

/// The properties of a word, also used as features of its neighbours.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// The word, with all digits replaced by the same one.
    word: u64,
    /// The same in lower case.
    lower: u64,
    /// Its shape: classes of letters, with runs collapsed: `Xx`, `X-Xx`.
    shape: u64,
    /// The last three letters.
    ending: u64,
    /// The lists that contain it, see `lists`.
    flags: u64,
    /// Its cluster; 0 if unknown.
    cluster: u64,
    /// Flags of the lexicon and the rules.
    known: u64,
    /// The result of the rules: kind, form, position in the mention.
    rule: u64,
    /// The same with the confidence.
    evidence: u64,
    /// Its position in a run of capitalised words.
    run: u64,
    /// Whether it is in quotation marks or parentheses.
    quoted: u64,
    active: bool,
}

/// The properties of all words of a text, computed once.
pub struct Features<'d> {
    doc: &'d Doc<'d>,
    lists: &'d Lists,
    seen: Vec<Seen>,
}

impl<'d> Features<'d> {
    /// Computes the properties of the words of `doc`; `mentions` are the results of the rules, in text order.
    pub fn new(doc: &'d Doc<'d>, mentions: &[Mention], lists: &'d Lists) -> Self {
        let mut seen: Vec<Seen> = Vec::with_capacity(doc.words.len());
        let mut next = 0;
        let mut learned = FxHashMap::default();
        for (at, word) in doc.words.iter().enumerate() {
            while mentions.get(next).is_some_and(|m| m.span.end <= word.span.start) {
                next += 1;
            }
            let mention = mentions.get(next).filter(|m| m.span.overlaps(word.span));
            seen.push(look(doc, at, word, mention, &mut |text| *learned.entry(text).or_insert_with(|| listed(doc, text, lists))));
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

    /// Activates words between two capitalised ones that may belong to the same name (`von der`, `für`, `&`, `.`), and numbers after one.
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

    /// Numbers the words of runs of capitalised ones, and finds words in quotation marks and parentheses.
    fn count_runs(&mut self) {
        let mut from = 0;
        let (mut quoted, mut bracketed) = (false, false);
        for (at, word) in self.doc.words.iter().enumerate() {
            if word.first {
                (quoted, bracketed) = (false, false);
            }
            match word.text {
                "\"" | "“" | "„" | "«" | "»" => quoted = word.text == "„" || !quoted,
                "(" => bracketed = true,
                ")" => bracketed = false,
                _ => {}
            }
            self.seen[at].quoted = u64::from(quoted) | u64::from(bracketed) << 1;
            if word.first || !self.doc.upper(at) {
                from = at;
            }
            if !self.doc.upper(from) {
                from = at;
            }
            let ends = !self.doc.upper(at + 1) || self.doc.words[at + 1].first;
            if self.doc.upper(at) && ends {
                let length = (at + 1 - from).min(4) as u64;
                for (place, seen) in self.seen[from..=at].iter_mut().enumerate() {
                    seen.run = length * 4 + place.min(3) as u64;
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

    /// Puts the features of word `at` of the sentence `from..to` into `out`, which is cleared first.
    ///
    /// Features are numbered by their order, so a model only works with the order that it was trained with.
    pub fn of(&self, at: usize, sentence: (usize, usize), out: &mut Vec<Feature>) {
        out.clear();
        let around = [-2, -1, 0, 1, 2].map(|by| self.at(at, by, sentence));
        let mut template = 0;
        let mut add = |value: u64| {
            template += 1;
            out.push(number(template, value));
        };
        of_words(&around, self.doc.words[at].opens, &mut add);
        of_lists(&around, at == sentence.0, &mut add);
        of_clusters(&around, &mut add);
        for (place, seen) in around.iter().enumerate() {
            let set = (0..FLAG_BITS).filter(|bit| seen.flags & 1 << bit != 0);
            out.extend(set.map(|bit| number(LISTED, hash::join(place as u64, u64::from(bit)))));
        }
        of_letters(self.doc.words[at].text, self.lists, out);
    }
}

/// Adds the features of the words themselves: letters, shapes, runs and endings; the third is the current word.
fn of_words([before2, before, here, after, after2]: &[Seen; 5], opens: bool, add: &mut impl FnMut(u64)) {
    let pair = hash::join;
    let triple = |a: u64, b: u64, c: u64| hash::join(hash::join(a, b), c);
    add(0);
    // Words and their neighbours.
    add(here.word);
    [here.lower, before.lower, after.lower, before2.lower, after2.lower].into_iter().for_each(&mut *add);
    add(pair(before.lower, here.lower));
    add(pair(here.lower, after.lower));
    add(pair(before2.lower, before.lower));
    add(pair(after.lower, after2.lower));
    add(pair(before.lower, after.lower));
    // Shapes.
    add(here.shape);
    add(pair(before.shape, here.shape));
    add(pair(here.shape, after.shape));
    add(triple(before.shape, here.shape, after.shape));
    add(pair(before.lower, here.shape));
    add(pair(after.lower, here.shape));
    add(triple(before2.lower, before.shape, here.shape));
    add(triple(here.shape, after.shape, after2.lower));
    add(pair(u64::from(opens), here.shape));
    add(pair(here.quoted, here.shape));
    // The position in a run of capitalised words.
    add(pair(here.run, here.shape));
    add(pair(here.run, here.flags));
    add(pair(here.run, before.lower));
    // Endings.
    add(before.ending);
    add(after.ending);
    add(pair(here.ending, before.lower));
    add(pair(here.ending, before.ending));
    add(pair(here.ending, after.ending));
    add(pair(here.ending, here.flags));
}

/// Adds the features by lists, rules and lexicon; `begins` if the third word is the first of its sentence.
fn of_lists([before2, before, here, after, after2]: &[Seen; 5], begins: bool, add: &mut impl FnMut(u64)) {
    let pair = hash::join;
    let triple = |a: u64, b: u64, c: u64| hash::join(hash::join(a, b), c);
    // Lists.
    add(here.flags);
    add(pair(u64::from(begins), here.flags));
    add(pair(before.flags, here.flags));
    add(pair(here.flags, after.flags));
    add(triple(before.flags, here.flags, after.flags));
    add(pair(here.flags, before.lower));
    add(pair(here.flags, after.lower));
    add(pair(here.flags, before.ending));
    add(pair(here.flags, after.ending));
    // Rules.
    add(here.evidence);
    add(pair(before.rule, here.rule));
    add(pair(here.rule, after.rule));
    add(pair(before2.rule, before.rule));
    add(pair(after.rule, after2.rule));
    add(pair(here.evidence, here.flags));
    add(pair(here.evidence, before.lower));
    add(pair(here.evidence, after.lower));
    // Lexicon.
    add(here.known);
    add(pair(before.known, here.known));
    add(pair(here.known, after.known));
    add(pair(here.known, here.flags));
}

/// Adds the features by clusters: whole, and the first steps of their paths.
fn of_clusters(around: &[Seen; 5], add: &mut impl FnMut(u64)) {
    let pair = hash::join;
    let [before2, before, here, after, after2] = around;
    for seen in around {
        add(seen.cluster);
        add(seen.cluster & 0x3f);
        add(seen.cluster & 0x3ff);
    }
    add(pair(before.cluster, here.cluster));
    add(pair(here.cluster, after.cluster));
    add(pair(before.cluster, after.cluster));
    add(pair(here.cluster, here.shape));
    add(pair(before.lower, here.cluster));
    add(pair(here.cluster, after.lower));
    add(pair(here.cluster, here.flags));
    add(pair(here.cluster, here.run));
    add(pair(pair(before2.cluster & 0x3f, before.cluster & 0x3f), here.cluster & 0x3ff));
    add(pair(here.cluster & 0x3ff, pair(after.cluster & 0x3f, after2.cluster & 0x3f)));
    add(pair(before.cluster & 0x3ff, pair(here.cluster & 0x3ff, after.cluster & 0x3ff)));
}

/// Numbers of features that a word can have several times; the others are numbered from 1.
const LISTED: u64 = 180;
const BEGINNING: u64 = 190;
const END: u64 = 200;
const LETTERS: u64 = 210;
const HEAD: u64 = 211;
const TAIL: u64 = 212;
const HEAD_LISTED: u64 = 213;
const TAIL_LISTED: u64 = 214;

/// The number of a feature of template `template`.
fn number(template: u64, value: u64) -> Feature {
    (hash::join(template, value) >> (64 - FEATURE_BITS)) as Feature
}

/// Adds prefixes and suffixes of up to five letters, all trigrams, and the parts before and after the last hyphen.
fn of_letters(word: &str, lists: &Lists, out: &mut Vec<Feature>) {
    let mut add = |template: u64, value: u64| out.push(number(template, value));
    let mut letters = ['\0'; 24];
    let mut count = 0;
    for (letter, c) in letters.iter_mut().zip(word.chars()) {
        *letter = lower(c);
        count += 1;
    }
    let part = |range: std::ops::Range<usize>| hash::of_chars(letters[range].iter().copied());
    for length in 1..=5.min(count) {
        add(BEGINNING + length as u64, part(0..length));
        add(END + length as u64, part(count - length..count));
    }
    for start in 1..count.saturating_sub(3) {
        add(LETTERS, part(start..start + 3));
    }
    if let Some((head, tail)) = word.rsplit_once('-') {
        add(HEAD, hash::of_bytes(head.as_bytes()));
        add(TAIL, hash::of_chars(tail.chars().map(lower)));
        add(HEAD_LISTED, u64::from(lists.flags(head)));
        add(TAIL_LISTED, u64::from(lists.flags(tail)));
    }
}

fn look<'d>(
    doc: &Doc<'d>,
    at: usize,
    word: &Token<'d>,
    mention: Option<&Mention>,
    listed: &mut dyn FnMut(&'d str) -> (u64, u64, u64),
) -> Seen {
    let upper = word.capital && word.kind == TokenKind::Word;
    let digits = |c: char| if c.is_ascii_digit() { '0' } else { c };
    let text = word.text;
    let ending = text.char_indices().rev().nth(2).map_or(text, |(at, _)| &text[at..]);
    let (flags, known, cluster) = if upper {
        let (flags, known, cluster) = listed(text);
        (flags, known | in_place(doc, at, word), cluster)
    } else {
        (0, u64::from(is_determiner(text)) | u64::from(word.glued) << 1 | 1 << 12, 0)
    };
    let (mut rule, mut evidence) = (0, 0);
    if let Some(mention) = mention {
        rule = 1 + mention.kind as u64 * 8 + mention.form as u64 * 2 + u64::from(mention.span.start < word.span.start);
        let why = match mention.why {
            Why::List => 0,
            Why::Rule => 1,
            Why::Memory | Why::Model | Why::Reader => 2,
        };
        evidence = rule + 64 * (why * 8 + u64::from(mention.confidence.saturating_sub(60)) / 5);
    }
    Seen {
        word: hash::of_chars(text.chars().map(digits)),
        lower: hash::of_chars(text.chars().map(|c| lower(digits(c)))),
        shape: shape(text),
        ending: hash::of_bytes(ending.as_bytes()),
        flags,
        cluster,
        known,
        rule,
        evidence,
        run: 0,
        quoted: 0,
        active: upper || mention.is_some() || text.len() > 6 && is_adjective_of_place(text),
    }
}

/// Whether `word` ends like an adjective derived from a place.
fn is_adjective_of_place(word: &str) -> bool {
    ["ische", "ischen", "ischer", "isches", "ischem"].iter().any(|ending| word.ends_with(ending))
}

/// Flags of the lists and the lexicon for a capitalised word, as bits, and its cluster.
fn listed(doc: &Doc, word: &str, lists: &Lists) -> (u64, u64, u64) {
    let lexicon = doc.lexicon;
    let first_name = lexicon.first_name(word);
    let bits = [
        (0, first_name.is_some()),
        (1, first_name == Some(true)),
        (2, lexicon.surnames.contains(word) || lexicon.family_names.contains_key(word)),
        (3, lexicon.nouns.contains(word)),
        (4, doc.is_common(word)),
        (5, doc.takes_article(word)),
        (7, lexicon.inhabitants.contains_key(word)),
        (8, lexicon.single(word).is_some()),
    ];
    (u64::from(lists.flags(word)), flagged(&bits), u64::from(lists.cluster(word)))
}

/// Flags that depend on the position of a capitalised word, in bits that [`listed`] does not use.
fn in_place(doc: &Doc, at: usize, word: &Token) -> u64 {
    flagged(&[(6, doc.role(at).is_some()), (9, word.opens), (10, doc.has_article(at))])
}

fn flagged(bits: &[(u32, bool)]) -> u64 {
    bits.iter().fold(0, |all, &(bit, set)| all | u64::from(set) << bit)
}

/// Whether `word` can be within a name.
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
