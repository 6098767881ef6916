//! Builds the index: from articles to chunks.

use super::chunk::{ChunkBuilder, Draft};
use super::directory::{Directory, directory_of};
use super::list::{ListBuilder, Places, Posting, Postings};
use super::spelling;
use super::term::{Case, Kind, family, name_key};
use super::words::{Field, article_slots, term_of, width_of};
use crate::article::Article;
use crate::codec::varint;
use crate::entity::EntityKind;
use crate::german::{Vocabulary, is_same_word, is_stop_word};
use crate::text::{Document, Span};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Approximate size of the words of a chunk in bytes; a family is never split, so a chunk may be larger.
const CHUNK: usize = 4 * 1024;
/// The same for a small corpus, whose chunks have no summaries: they compress better.
const LONG_CHUNK: usize = 20 * 1024;
/// Bytes above which the positions of an entry are stored in separate parts.
const FAR: usize = 12 * 1024;
/// Approximate size of such a part in bytes.
const FAR_PART: usize = 24 * 1024;
/// Number of words above which a prefix has its own entry.
const START_WORDS: usize = 24;
/// Number of most frequent words listed in the entry of a prefix.
const START_NAMED: usize = 6;
/// Fewest mentions of a name that is suggested while it is typed.
const ALIAS_LEAST: u32 = 3;
/// Most forms of a name that get an alias entry.
const ALIASES: usize = 8;

/// The index of a corpus, as [`IndexBuilder::finish`] returns it.
#[derive(Default)]
pub struct IndexParts {
    /// The directory, for the base part.
    pub directory: Directory,
    /// The parts with the borders of chunks; none if the directory has all.
    pub borders: Vec<Vec<u8>>,
    /// The chunks.
    pub chunks: Vec<Vec<u8>>,
    /// The separate parts of positions.
    pub far: Vec<Vec<u8>>,
    /// The chunks of the spelling list.
    pub spelling: Vec<Vec<u8>>,
}

/// A mention of a name, for the index.
pub struct NamePlace {
    /// Its keys: its own, and the one with the role before it.
    keys: Vec<String>,
    position: u32,
    field: Field,
}

/// The index terms of one article, computed independently of other articles.
pub struct ArticleTerms {
    terms: Vec<Term>,
    words: u32,
    names: Vec<NamePlace>,
}

/// A form of a word in an article.
struct Term {
    /// Its key, followed by a zero byte and the written form if that differs, as [`Unit::term`](super::Unit::term).
    text: String,
    /// Its positions, in order.
    places: Vec<(u32, Field)>,
    /// How many of these occurrences are capitalised.
    upper: u32,
    /// How these occurrences are written.
    cases: Cases,
}

/// Numbers of occurrences in each [`Case`]: first of those that would not be capitalised anyway, then of the others.
#[derive(Clone, Copy, Default)]
struct Cases([[u32; Case::ALL.len()]; 2]);

impl Cases {
    fn add(&mut self, other: Self) {
        self.0.iter_mut().flatten().zip(other.0.iter().flatten()).for_each(|(sum, more)| *sum += more);
    }

    /// The most frequent one.
    fn most(&self) -> Case {
        let [sure, opening] = &self.0;
        let counts = if sure.iter().any(|count| *count > 0) { sure } else { opening };
        let most = Case::ALL.into_iter().zip(counts).rev().max_by_key(|(_, count)| **count);
        most.map_or(Case::Lower, |(case, _)| case)
    }
}

impl Term {
    fn key(&self) -> &str {
        key_and_form(&self.text).0
    }
}

/// Key and form of a [`Term::text`]; the form is empty if it equals the key.
fn key_and_form(text: &str) -> (&str, &str) {
    text.split_once('\0').unwrap_or((text, ""))
}

/// A word of an article, and the index of its term.
struct Plain {
    field: Field,
    span: Span,
    position: u32,
    term: usize,
}

/// Collects the terms of an article.
#[derive(Default)]
struct Terms<'t> {
    all: Vec<Term>,
    /// Term numbers by word as written, so that each is folded once; `None` for a word without key.
    by_word: FxHashMap<&'t str, Option<usize>>,
    by_text: FxHashMap<String, usize>,
}

impl<'t> Terms<'t> {
    /// The term number of a word as written.
    fn number(&mut self, word: &'t str) -> Option<usize> {
        if let Some(known) = self.by_word.get(word) {
            return *known;
        }
        let number = term_of(word).map(|text| {
            *self.by_text.entry(text).or_insert_with_key(|text| {
                self.all.push(Term { text: text.clone(), places: Vec::new(), upper: 0, cases: Cases::default() });
                self.all.len() - 1
            })
        });
        self.by_word.insert(word, number);
        number
    }
}

impl ArticleTerms {
    /// The terms of an article whose text is `document`; `names` are the spans of its names, in order.
    pub fn of(article: &Article, document: &Document, names: &[Span]) -> Self {
        let mut terms = Terms::default();
        let mut words = 0;
        let mut plain: Vec<Plain> = Vec::with_capacity(document.tokens().len());
        let mut tokens = document.tokens().iter().peekable();
        for (field, (span, position, width)) in article_slots(article, document.tokens()) {
            let word = span.of(&article.text);
            let Some(number) = terms.number(word) else { continue };
            let term = &mut terms.all[number];
            term.places.push((position, field));
            term.upper += u32::from(word.starts_with(char::is_uppercase));
            while tokens.next_if(|token| token.span.start < span.start).is_some() {}
            let opens = tokens.peek().is_some_and(|token| token.span.start == span.start && token.opens);
            term.cases.0[usize::from(opens)][Case::of(word) as usize] += 1;
            if width == 1 {
                words += 1;
                plain.push(Plain { field, span, position, term: number });
            }
        }
        let names = names.iter().map(|name| name_place(article, &plain, &terms.all, *name)).collect();
        Self { terms: terms.all, words, names }
    }

    /// Number of words in all fields.
    pub fn words(&self) -> u32 {
        self.words
    }
}

/// The mention of a name with its keys: its own, and the one with the word before it if that is a role.
fn name_place(article: &Article, plain: &[Plain], terms: &[Term], name: Span) -> NamePlace {
    let at = plain.partition_point(|word| word.span.start < name.start);
    let Some((first, own)) = plain.get(at).zip(name_key(name.of(&article.text))) else {
        return NamePlace { keys: Vec::new(), position: 0, field: Field::Body };
    };
    let is_capital = |word: &Plain| word.span.of(&article.text).starts_with(char::is_uppercase);
    let before = at.checked_sub(1).map(|before| &plain[before]).filter(|word| is_capital(word) && word.span.end + 1 == name.start);
    let role = before.map(|word| terms[word.term].key()).filter(|key| !is_stop_word(key));
    let with_role = role.map(|role| format!("{role} {own}")).filter(|key| key.split(' ').count() <= 4);
    NamePlace { keys: std::iter::once(own).chain(with_role).collect(), position: first.position, field: first.field }
}

#[derive(Default)]
struct Growing {
    list: ListBuilder,
    count: u32,
    upper: u32,
    cases: Cases,
}

/// A mention in the corpus: article, keys, position and field.
type Named = (u32, Vec<String>, u32, Field);

/// Builds the index from articles, in order.
///
/// ```
/// use zeitlupe_core::{article::Article, search::{ArticleTerms, IndexBuilder}, text::Document};
/// let article = Article { text: "Gaslieferungen nach China".into(), ..Article::default() };
/// let terms = ArticleTerms::of(&article, &Document::new(&article.text), &[]);
/// assert_eq!(terms.words(), 3);
/// let mut builder = IndexBuilder::default();
/// builder.add(terms);
/// assert_eq!(builder.finish(false).chunks.len(), 1);
/// ```
#[derive(Default)]
pub struct IndexBuilder {
    /// By [`Term::text`].
    terms: FxHashMap<String, Growing>,
    /// For each entity its kind, name and number of mentions.
    entities: Vec<(EntityKind, String, u32)>,
    /// For each entity its mentions.
    names: Vec<Vec<Named>>,
    waiting: Vec<Vec<NamePlace>>,
    articles: u32,
}

impl IndexBuilder {
    /// Adds the next article.
    pub fn add(&mut self, article: ArticleTerms) {
        for Term { text, places, upper, cases } in article.terms {
            let entry = self.terms.entry(text).or_default();
            entry.count += places.len() as u32;
            entry.upper += upper;
            entry.cases.add(cases);
            entry.list.add(self.articles, &places);
        }
        self.waiting.push(article.names);
        self.articles += 1;
    }

    /// Links names to entities: `links` has for each name given to [`ArticleTerms::of`], article by article, the number of its entity, or `None`
    /// to leave it out; `entities` has the kind, name and number of mentions of each.
    pub fn link(&mut self, links: &[Vec<Option<u32>>], entities: Vec<(EntityKind, String, u32)>) {
        self.names.resize_with(entities.len(), Vec::new);
        self.entities = entities;
        for (article, (places, ids)) in self.waiting.drain(..).zip(links).enumerate() {
            for (place, id) in places.into_iter().zip(ids) {
                let Some(id) = id.map(|id| id as usize).filter(|_| !place.keys.is_empty()) else { continue };
                self.names[id].push((article as u32, place.keys, place.position, place.field));
            }
        }
    }

    /// The finished index. Entries are sorted, so that it only depends on the articles. Chunks that summaries will be added to are short.
    pub fn finish(self, short: bool) -> IndexParts {
        let all = self.terms.iter().map(|(text, growing)| (key_and_form(text), growing));
        let words: Vec<(&str, &Growing)> =
            all.filter(|((_, form), _)| width_of(form) == 1).map(|((key, _), growing)| (key, growing)).collect();
        let parts = compound_parts(&words);
        let starts = starts(&words, &best_forms(&self.terms), self.articles as usize);
        let mut spelled: BTreeMap<&str, u32> = BTreeMap::new();
        for (key, growing) in words.iter().filter(|(key, _)| !key.bytes().any(|byte| byte.is_ascii_digit())) {
            *spelled.entry(key).or_default() += growing.list.len();
        }
        let spelling = spelling::write(&spelled);
        let mut all: Vec<Draft> = parts;
        all.extend(starts);
        all.extend(aliases(&self.entities, &self.names));
        all.extend(self.terms.into_iter().map(|(text, growing)| {
            let (key, form) = key_and_form(&text);
            Draft { key: key.to_owned(), kind: Kind::Word, case: growing.cases.most(), form: form.to_owned(), list: growing.list }
        }));
        let mut all: Vec<(usize, Draft)> = all.into_iter().map(|draft| (family(&draft.key).len(), draft)).collect();
        all.sort_unstable_by(|(x, a), (y, b)| (&a.key[..*x], &a.key, a.kind, &a.form).cmp(&(&b.key[..*y], &b.key, b.kind, &b.form)));
        let mut out = IndexParts::default();
        let mut families = Vec::new();
        let limit = if short { CHUNK } else { LONG_CHUNK };
        let mut chunk = ChunkBuilder::default();
        let mut before = String::new();
        for (length, draft) in all {
            let own = &draft.key[..length];
            if own != before {
                if chunk.len() >= limit {
                    out.chunks.push(std::mem::take(&mut chunk).finish());
                }
                if chunk.len() == 0 {
                    families.push(border(&before, own));
                }
                before = own.to_owned();
            }
            let far = (draft.list.places().len() > FAR).then(|| far_parts(&draft.list, &mut out.far));
            chunk.add(&draft, far.as_ref().map(|(first, from)| (*first, from.as_slice())));
        }
        if chunk.len() > 0 {
            out.chunks.push(chunk.finish());
        }
        (out.directory, out.borders) = directory_of(families);
        out.directory.far = out.far.len() as u32;
        (out.directory.buckets, out.spelling) = spelling.into_iter().unzip();
        out
    }
}

/// The shortest prefix of a family that still sorts after the family before it.
fn border(before: &str, own: &str) -> String {
    let ends = own.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.map(|end| &own[..end]).find(|short| *short > before).unwrap_or(own).to_owned()
}

/// Splits long lists of positions into parts, between articles; returns the number of the first part, and the first article of each.
fn far_parts(list: &ListBuilder, out: &mut Vec<Vec<u8>>) -> (u32, Vec<u32>) {
    let first = out.len() as u32;
    let mut from = Vec::new();
    let mut places = Places::new(list.articles(), list.places(), 0);
    for posting in Postings::new(list.articles()) {
        if from.is_empty() || out.last().is_some_and(|part| part.len() >= FAR_PART) {
            from.push(posting.article);
            out.push(Vec::new());
        }
        let Some(part) = out.last_mut() else { continue };
        let mut before = 0;
        for position in places.of(posting.article) {
            varint::write(part, position - before);
            before = position;
        }
    }
    (first, from)
}

/// For every form that is part of compounds: the positions of these compounds.
fn compound_parts(words: &[(&str, &Growing)]) -> Vec<Draft> {
    let mut vocabulary = Vocabulary::default();
    for (key, growing) in words {
        vocabulary.add(key, growing.count, growing.upper);
    }
    let mut compounds: BTreeMap<&str, Vec<&ListBuilder>> = BTreeMap::new();
    for (key, growing) in words.iter().filter(|(_, growing)| growing.upper * 2 > growing.count) {
        let mut parts = vocabulary.parts(key);
        parts.sort_unstable();
        parts.dedup();
        for part in parts {
            compounds.entry(part).or_default().push(&growing.list);
        }
    }
    let draft = |(part, members): (&str, Vec<&ListBuilder>)| Draft {
        key: part.to_owned(),
        kind: Kind::Part,
        case: Case::Lower,
        form: String::new(),
        list: merge(&members),
    };
    compounds.into_iter().map(draft).collect()
}

/// Merges several lists.
fn merge(members: &[&ListBuilder]) -> ListBuilder {
    let mut all: Vec<(u32, u32, Field)> = Vec::new();
    for list in members {
        let mut places = Places::new(list.articles(), list.places(), 0);
        for posting in Postings::new(list.articles()) {
            let by_field = posting.by_field();
            // Positions in an article rise from title to lead; headings are among the paragraphs and cannot be distinguished from them, so they count as body.
            let field = |n: usize| {
                let n = n as u32;
                if n < by_field[0] {
                    Field::Title
                } else if n < by_field[0] + by_field[1] {
                    Field::Lead
                } else {
                    Field::Body
                }
            };
            all.extend(places.of(posting.article).into_iter().enumerate().map(|(n, position)| (posting.article, position, field(n))));
        }
    }
    all.sort_unstable();
    all.dedup();
    let mut out = ListBuilder::default();
    for group in all.chunk_by(|a, b| a.0 == b.0) {
        let places: Vec<(u32, Field)> = group.iter().map(|(_, position, field)| (*position, *field)).collect();
        out.add(group[0].0, &places);
    }
    out
}

/// For each key its most frequent form.
fn best_forms(terms: &FxHashMap<String, Growing>) -> FxHashMap<&str, (&str, &Growing)> {
    let mut out: FxHashMap<&str, (&str, &Growing)> = FxHashMap::default();
    // Which is the best does not depend on the order.
    terms.iter().for_each(|(text, growing)| {
        let (key, form) = key_and_form(text);
        let form = if form.is_empty() { key } else { form };
        let best = out.entry(key).or_insert((form, growing));
        if (growing.count, best.0) > (best.1.count, form) {
            *best = (form, growing);
        }
    });
    out
}

/// For every prefix of many words: the articles with one of them, all counted as running text, and its most frequent words, as written.
fn starts(words: &[(&str, &Growing)], forms: &FxHashMap<&str, (&str, &Growing)>, articles: usize) -> Vec<Draft> {
    let mut by_key: BTreeMap<&str, (u32, Vec<&ListBuilder>)> = BTreeMap::new();
    for (key, growing) in words {
        let entry = by_key.entry(key).or_default();
        entry.0 += growing.list.len();
        entry.1.push(&growing.list);
    }
    let keys: Vec<(&str, u32, Vec<&ListBuilder>)> = by_key.into_iter().map(|(key, (articles, lists))| (key, articles, lists)).collect();
    let mut out = Vec::new();
    let mut counts = vec![0; articles];
    let mut open = vec![(0..keys.len(), 0usize)];
    while let Some((range, length)) = open.pop() {
        // Words with the same prefix are adjacent, grouped by their next letter.
        let mut at = range.start;
        while at < range.end {
            let Some(letter) = keys[at].0[length..].chars().next() else {
                at += 1;
                continue;
            };
            let longer = length + letter.len_utf8();
            let start = &keys[at].0[..longer];
            let end = at + keys[at..range.end].partition_point(|(key, ..)| key.starts_with(start));
            if end - at > START_WORDS {
                out.push(start_of(start, &keys[at..end], forms, &mut counts));
                open.push((at..end, longer));
            }
            at = end;
        }
    }
    out
}

fn start_of(start: &str, words: &[(&str, u32, Vec<&ListBuilder>)], forms: &FxHashMap<&str, (&str, &Growing)>, counts: &mut [u32]) -> Draft {
    counts.fill(0);
    for posting in words.iter().flat_map(|(.., lists)| lists).flat_map(|list| Postings::new(list.articles())) {
        if let Some(count) = counts.get_mut(posting.article as usize) {
            *count += posting.count;
        }
    }
    let mut list = ListBuilder::default();
    for (article, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        list.add_posting(Posting { article: article as u32, count, fields: [0; 3] });
    }
    let mut best: Vec<&(&str, u32, Vec<&ListBuilder>)> =
        words.iter().filter(|(key, ..)| key.len() > start.len() && !is_stop_word(key)).collect();
    best.sort_by_key(|(_, articles, _)| std::cmp::Reverse(*articles));
    let written = |(form, growing): &(&str, &Growing)| growing.cases.most().written(form);
    let named: Vec<String> = best.iter().take(START_NAMED).filter_map(|(key, ..)| forms.get(key).map(written)).collect();
    Draft { key: start.to_owned(), kind: Kind::Prefix, case: Case::Lower, form: named.join(" "), list }
}

/// For every form of a name: where its entity is mentioned by other forms, and the entity's kind and name. A form of two entities leads to neither.
/// The family name of a person always counts as a form.
///
/// Rare names only have an entry if there are such mentions.
fn aliases(entities: &[(EntityKind, String, u32)], names: &[Vec<Named>]) -> Vec<Draft> {
    let mut counts: Vec<BTreeMap<&str, u32>> = Vec::with_capacity(names.len());
    let mut bearers: FxHashMap<&str, u32> = FxHashMap::default();
    for ((kind, ..), names) in entities.iter().zip(names) {
        let mut forms = BTreeMap::new();
        for (_, keys, ..) in names {
            let family = keys.first().and_then(|name| name.rsplit_once(' ')).filter(|_| *kind == EntityKind::Per);
            for key in keys.iter().map(String::as_str).chain(family.map(|(_, family)| family)) {
                *forms.entry(key).or_insert(0) += 1;
            }
        }
        forms.keys().for_each(|form| *bearers.entry(form).or_default() += 1);
        counts.push(forms);
    }
    let mut out = Vec::new();
    for (((kind, name, total), names), forms) in entities.iter().zip(names).zip(counts) {
        let mut own: Vec<(&str, u32)> =
            forms.iter().map(|(form, count)| (*form, *count)).filter(|(form, _)| bearers.get(form) == Some(&1)).collect();
        own.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        own.truncate(ALIASES);
        // Which form contains which is computed once for each form, not for each of thousands of mentions.
        for (form, _) in own {
            let holding: Vec<&str> = forms.keys().copied().filter(|key| holds(key, form)).collect();
            let others = names.iter().filter(|(_, keys, ..)| !keys.iter().any(|key| holding.contains(&key.as_str())));
            let others: Vec<&Named> = others.collect();
            let mut list = ListBuilder::default();
            for group in others.chunk_by(|a, b| a.0 == b.0) {
                let mut places: Vec<(u32, Field)> = group.iter().map(|(_, _, position, field)| (*position, *field)).collect();
                places.sort_unstable();
                places.dedup_by_key(|(position, _)| *position);
                list.add(group[0].0, &places);
            }
            if list.len() > 0 || *total >= ALIAS_LEAST {
                out.push(Draft {
                    key: form.to_owned(),
                    kind: Kind::Alias,
                    case: Case::Lower,
                    form: format!("{} {name}", kind.code()),
                    list,
                });
            }
        }
    }
    out
}

/// Whether `key` contains all words of `form`, whatever their endings.
fn holds(key: &str, form: &str) -> bool {
    form.split(' ').all(|word| key.split(' ').any(|other| is_same_word(other, word)))
}
