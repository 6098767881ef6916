//! Articles, pronouns and other words before nouns.

use super::list::{Table, Words, used};
use std::sync::LazyLock;

/// Followed by a common noun, rarely by a person's name.
const NAMES: u8 = 1;
/// Belongs to the following noun, so that no finite verb follows.
const CLAUSES: u8 = 2;
/// A participle between it and a noun is an attribute.
const ATTRIBUTES: u8 = 4;

const TABLE: &Table = &[
    (
        NAMES | CLAUSES | ATTRIBUTES,
        "der die das den dem des ein eine einen einem einer eines keine keinen seine seinen seiner ihre ihren ihrer diese dieser diesen \
       alle viele mehrere im am zum zur beim vom",
    ),
    (NAMES | CLAUSES, "kein keiner sein seinem seines ihr ihrem ihres unser unsere dieses diesem jede jeder jedes jeden einige ins ans"),
    (NAMES, "mein meine allen vielen mehr zwei drei"),
    (CLAUSES, "keinem jene jener beide beiden zahlreiche unserer unseren"),
    (ATTRIBUTES, "mit von für und als"),
];

/// Those that also count when capitalised at the beginning of a sentence, before names.
const CAPITAL: &str = "Der Die Das Den Dem Des Ein Eine Einen Einem Einer Im Am Zum Zur Beim Vom";

static BEFORE_COMMON_NOUNS: Words = LazyLock::new(|| used(TABLE, NAMES).into_iter().chain(CAPITAL.split_ascii_whitespace()).collect());

/// Words before a noun that belong to it, in lower case.
pub static DETERMINERS: Words = LazyLock::new(|| used(TABLE, CLAUSES));

/// Words after which a participle before a noun is an attribute, in lower case: determiners, some prepositions, `und`, `als`.
pub static BEFORE_ATTRIBUTES: Words = LazyLock::new(|| used(TABLE, ATTRIBUTES));

/// Whether `word`, as written, is an article or pronoun before common nouns. Forms of `der` also precede names ("der Irak"), but rarely those of
/// persons.
///
/// ```
/// use zeitlupe_core::german::is_determiner;
/// assert!(is_determiner("Der") && is_determiner("keinen") && !is_determiner("Keinen"));
/// ```
pub fn is_determiner(word: &str) -> bool {
    BEFORE_COMMON_NOUNS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_listed_once() {
        assert!(super::super::list::is_listed_once(TABLE));
        assert!(DETERMINERS.contains("jener") && !is_determiner("jener"));
    }
}
