//! Every word of a corpus finds its article, whichever parts of the index it is loaded from.

use super::{Unit, article_units};
use crate::bundle::Corpus;
use crate::part::PartKey;
use crate::room::fixture::{Loaded, article, seeds};
use crate::room::{SearchRequest, SearchView};

/// First and last parts of the compounds of the generated corpus.
const FIRST: [&str; 40] = [
    "Gas",
    "Sicherheits",
    "Budget",
    "Grenz",
    "Länder",
    "Straßen",
    "Friedens",
    "Kriegs",
    "Regierungs",
    "Energie",
    "Schul",
    "Kinder",
    "Bücher",
    "Häuser",
    "Wasser",
    "Licht",
    "Zeitungs",
    "Arbeits",
    "Öl",
    "Kohle",
    "Fluss",
    "Größen",
    "Kreml",
    "Gipfel",
    "Nato",
    "Bundes",
    "Landes",
    "Stadt",
    "Markt",
    "Preis",
    "Luft",
    "Militär",
    "Volks",
    "Staats",
    "Wirtschafts",
    "Umwelt",
    "Wetter",
    "Nacht",
    "Tages",
    "Wochen",
];
const LAST: [&str; 32] = [
    "lieferung",
    "garantien",
    "streits",
    "konferenz",
    "kammer",
    "bau",
    "initiative",
    "ende",
    "erklärung",
    "verbrauch",
    "buch",
    "garten",
    "laden",
    "türen",
    "leitung",
    "schein",
    "bericht",
    "verträge",
    "pipeline",
    "preise",
    "ufer",
    "ordnung",
    "sprecher",
    "treffen",
    "staaten",
    "kanzlerin",
    "regierungen",
    "rat",
    "halle",
    "maßnahmen",
    "angriffe",
    "übung",
];
/// Other words between them; the first is so frequent that its positions are in separate parts.
const SMALL: [&str; 8] = ["der", "und", "mit", "geht", "schöne", "2.000", "am", "große"];

/// A pseudorandom generator with the same sequence on every machine (xorshift; Marsaglia, "Xorshift RNGs", 2003).
pub(super) struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn of(&mut self, words: &[&'static str]) -> &'static str {
        words[self.roll(words.len())]
    }
}

/// A few hundred small articles with so many words that the index has many chunks, prefix entries and separate positions.
pub(super) fn generated() -> Corpus {
    let mut dice = Dice(0x5eed);
    let mut articles = Vec::new();
    for n in 0..320 {
        let mut text = format!("# Bericht {n} aus {}-{}\n", dice.of(&FIRST), capital(dice.of(&LAST)));
        for word in 0..110 {
            let (first, last) = (dice.of(&FIRST), dice.of(&LAST));
            let piece = match dice.roll(20) {
                0 => format!("{first}-{}", capital(last)),
                1 => capital(last),
                2 => format!("{}.{:03}", dice.roll(90), dice.roll(1000)),
                3 => format!("{}.{}.2022", 1 + dice.roll(28), 1 + dice.roll(12)),
                4 => dice.of(&SMALL).to_owned(),
                5 => format!("{first}{last}{}", dice.of(&FIRST).to_lowercase()),
                _ => format!("{first}{last}"),
            };
            // Sometimes an additional word, so that the positions of a word are irregular.
            let small = dice.of(&SMALL);
            text += &format!("{} {piece}{}", if word % 7 == 0 { small } else { "der" }, if word % 11 == 10 { ". " } else { " der " });
        }
        articles.push(article(&format!("n{n}"), text.trim_end()));
    }
    Corpus { articles, ..Corpus::default() }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn find(loaded: &mut Loaded, query: &str) -> SearchView {
    loaded.find(SearchRequest { query: query.to_owned(), limit: u32::MAX, ..SearchRequest::default() })
}

/// A random query with a word and its neighbour, and whether it must find the article, or only anything.
fn ask(dice: &mut Dice, text: &str, word: &Unit, next: Option<&Unit>) -> (String, bool) {
    let typed = word.span.of(text);
    let passage = next.map(|next| &text[word.span.start as usize..next.span.end as usize]);
    match dice.roll(8) {
        0 => (typed.to_owned(), true),
        1 => (typed.to_uppercase(), true),
        2 => (format!("{typed} "), true),
        3 => (format!("\"{typed}\""), true),
        4 => (format!("={typed}"), true),
        5 => (half(typed), false),
        _ => match passage.filter(|passage| !passage.contains(['\n', '"', '„', '“', '”'])) {
            Some(passage) => (format!("\"{passage}\""), true),
            None => (format!("„{typed}“"), true),
        },
    }
}

/// The first half of a word, with at least two letters or digits.
fn half(word: &str) -> String {
    let count = word.chars().count();
    let mut out = String::new();
    for (n, c) in word.chars().enumerate() {
        if n >= count.div_ceil(2) && out.chars().filter(|c| c.is_alphanumeric()).count() >= 2 {
            break;
        }
        out.push(c);
    }
    out
}

/// Runs this number of random queries on a corpus, sometimes in a room without loaded parts.
fn every_word_finds_its_article(corpus: &Corpus, seed: u64, questions: u32) {
    let mut loaded = Loaded::new(corpus);
    let mut dice = Dice(seed);
    let mut asked = 0;
    while asked < questions {
        let at = dice.roll(corpus.articles.len());
        let text = &corpus.articles[at].text;
        let units: Vec<Unit> = article_units(&corpus.articles[at]).into_iter().map(|(_, unit)| unit).collect();
        for _ in 0..10 {
            let n = dice.roll(units.len());
            let word = &units[n];
            let next = units[n + 1..].iter().find(|unit| unit.span.start >= word.span.end);
            let (query, own) = ask(&mut dice, text, word, next);
            if dice.roll(25) == 0 {
                loaded.empty();
            }
            let view = find(&mut loaded, &query);
            let is_found = if own { view.hits.iter().any(|hit| hit.article.0 == at as u32) } else { view.total > 0 };
            assert!(is_found && !(own && view.partial), "{query} in {at}");
            asked += 1;
        }
    }
}

#[test]
fn every_word_of_the_seeds_finds_its_article() {
    every_word_finds_its_article(&seeds(), 7, 5000);
}

#[test]
fn every_word_of_many_chunks_finds_its_article() {
    let corpus = generated();
    let count = |kind: fn(&PartKey) -> bool| Loaded::new(&corpus).bundle.parts.iter().filter(|(key, _)| kind(key)).count();
    assert!(count(|key| matches!(key, PartKey::Index(_))) > 4, "the corpus is to have many chunks");
    assert!(count(|key| matches!(key, PartKey::Places(_))) > 1, "and far places in more than one part");
    assert!(count(|key| matches!(key, PartKey::Articles(_))) > 4, "and its texts in several");
    every_word_finds_its_article(&corpus, 11, 5000);
}

#[test]
fn a_word_only_loads_its_chunk_which_has_the_titles_of_its_best_articles() {
    let corpus = generated();
    let mut loaded = Loaded::new(&corpus);
    let mut load = |query: &str, passages: bool| {
        loaded.empty();
        loaded.find(SearchRequest { query: query.to_owned(), limit: 10, passages, ..SearchRequest::default() });
        loaded.parts.clone()
    };
    let is_index = |key: &PartKey| matches!(key, PartKey::Index(_));
    let is_title = |key: &PartKey| matches!(key, PartKey::Summaries(_));
    let mut dice = Dice(23);
    for _ in 0..60 {
        let article = &corpus.articles[dice.roll(corpus.articles.len())];
        let (_, unit) = article_units(article).into_iter().filter(|(_, unit)| unit.width == 1).nth(dice.roll(100)).unwrap();
        let word = unit.span.of(&article.text);
        for closed in [format!("{word} "), format!("={word}"), format!("-{word} "), format!("\"{word}\"")] {
            let parts = load(&closed, false);
            // With a sign, other articles may be the best.
            let is_plain = closed.starts_with(word);
            assert!(parts.iter().all(|key| is_index(key) || (!is_plain && is_title(key))), "{closed}: {parts:?}");
            assert_eq!(parts.iter().filter(|key| is_index(key)).count(), 1, "{closed}: {parts:?}");
        }
        for open in [word, &half(word)] {
            let parts = load(open, false);
            assert!(parts.iter().all(|key| is_index(key) || is_title(key)), "{open}: {parts:?}");
        }
        let parts = load(&format!("{word} "), true);
        assert!(parts.iter().any(|key| matches!(key, PartKey::Articles(_))), "{word}: {parts:?}");
        let far = |key: &PartKey| matches!(key, PartKey::Articles(_) | PartKey::Places(_));
        assert!(parts.iter().all(|key| is_index(key) || is_title(key) || far(key)), "{word}: {parts:?}");
    }
}
