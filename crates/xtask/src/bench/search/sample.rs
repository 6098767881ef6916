//! The queries: a random sample of words and keystrokes, the same in every run.

use std::collections::BTreeSet;

/// A deterministic random number generator: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// At most `count` of the items, in random order.
    pub fn draw<T>(&mut self, mut items: Vec<T>, count: usize) -> Vec<T> {
        for at in (1..items.len()).rev() {
            items.swap(at, (self.next() % (at as u64 + 1)) as usize);
        }
        items.truncate(count);
        items
    }
}

/// The distinct words of the queries with at least four letters, ignoring case.
pub fn words(queries: &[String]) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let words = queries.iter().flat_map(|query| parts(query)).filter(|word| word.chars().count() >= 4);
    words.filter(|word| seen.insert(word.to_lowercase())).map(str::to_owned).collect()
}

/// The contents of the field while the queries are typed, from two characters on, without duplicates.
pub fn keystrokes(queries: &[String]) -> Vec<String> {
    let typed = |query: &String| {
        let ends = query.char_indices().map(|(at, _)| at).chain([query.len()]).skip(2);
        ends.map(|end| query[..end].to_owned()).collect::<Vec<_>>()
    };
    queries.iter().flat_map(typed).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Whether `typed` must have hits: one of the texts, which are in lower case, contains all its words and one that begins with the last.
pub fn is_known(typed: &str, texts: &[String]) -> bool {
    let typed = typed.to_lowercase();
    let mut whole: Vec<&str> = parts(&typed).collect();
    let last = if typed.ends_with(char::is_alphanumeric) { whole.pop() } else { None };
    let holds = |text: &str, word: &str, is_whole: bool| {
        text.match_indices(word).any(|(at, _)| {
            let begins = !text[..at].ends_with(char::is_alphanumeric);
            let ends = !text[at + word.len()..].starts_with(char::is_alphanumeric);
            begins && (ends || !is_whole)
        })
    };
    let holds_all = |text: &String| last.is_none_or(|last| holds(text, last, false)) && whole.iter().all(|word| holds(text, word, true));
    (last.is_some() || !whole.is_empty()) && texts.iter().any(holds_all)
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(list: &[&str]) -> Vec<String> {
        list.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn a_sample_is_deterministic_and_complete() {
        let drawn = Random(7).draw((0..100).collect(), 100);
        assert_eq!(drawn, Random(7).draw((0..100).collect::<Vec<i32>>(), 100));
        assert_ne!(drawn, (0..100).collect::<Vec<_>>());
        let mut sorted = drawn.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..100).collect::<Vec<_>>());
        assert_eq!(Random(7).draw((0..100).collect(), 3), drawn[..3]);
        assert!(Random(7).draw(Vec::<u8>::new(), 3).is_empty());
    }

    #[test]
    fn words_are_distinct() {
        assert_eq!(words(&owned(&["Der Streit um Öl", "streit um Gas-Importe"])), ["Streit", "Importe"]);
    }

    #[test]
    fn each_letter_from_the_second_is_a_keystroke() {
        assert_eq!(keystrokes(&owned(&["Öl", "a", "Ölpreis", "Ö l"])), ["Ö ", "Ö l", "Öl", "Ölp", "Ölpr", "Ölpre", "Ölprei", "Ölpreis"]);
    }

    #[test]
    fn a_query_must_have_hits_if_one_text_has_its_words() {
        let texts = owned(&["der streit um das öl.", "gas und strom"]);
        for (typed, known) in [
            ("Str", true),
            ("Streit u", true),
            ("Streit ", true),
            ("Strei ", false),
            ("treit", false),
            ("Streit Gas", false),
            ("Strom, Gas", true),
            ("Strx", false),
            (" .", false),
        ] {
            assert_eq!(is_known(typed, &texts), known, "{typed:?}");
        }
    }
}
