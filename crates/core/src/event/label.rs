//! The words that name an event in a list: they begin with a name or noun, not with the date.

use super::sentence::{Kind, Sentence};
use super::verb::Word;
use crate::german::{DETERMINERS, PREPOSITIONS};
use crate::text::{Document, Span};

/// Most words of a subject that is moved.
const LONGEST: usize = 14;

/// The clause as a label. What is before the verb of a main clause is left out if it is only the time or an adverb, and the subject takes its place:
/// `Am Mittwoch traf Berger den Rat` becomes `Berger traf den Rat`. `time` is the span of the date in the clause, `names` are those of the names in
/// it: where one ends and the next begins, so does the subject (`hatte Anna Berger Linz besucht`).
///
/// ```
/// use zeitlupe_core::{event::label, text::Span};
/// assert_eq!(label("Am Mittwoch traf Berger den Rat", Span::new(3, 11), &[]), "Berger traf den Rat");
/// assert_eq!(label("Berger traf am Mittwoch den Rat", Span::new(15, 23), &[]), "Berger traf am Mittwoch den Rat");
/// ```
pub fn label(clause: &str, time: Span, names: &[Span]) -> String {
    let document = Document::new(clause);
    let sentence = Sentence::new(&document, 0..document.tokens().len(), &[time]);
    moved(&sentence, clause, names).unwrap_or_else(|| clause.to_owned())
}

/// The label of a clause that does not begin with its subject.
fn moved(sentence: &Sentence, clause: &str, names: &[Span]) -> Option<String> {
    let words = &sentence.words;
    let segment = sentence.segments.first().filter(|segment| segment.kind == Kind::Main)?;
    let verb = segment.verb?;
    let front = &words[..verb.at];
    let is_aside = |at: usize| {
        let word = &front[at];
        word.time || word.punctuation || !word.is_capital() || at == 0 && (word.is_in(&PREPOSITIONS) || is_adverb(word))
    };
    // Directly after the time, the verb is where a verb must be.
    let placed = verb.sure || front.last().is_some_and(|word| word.time);
    let alone = (0..front.len()).all(is_aside);
    // "seit Dezember laufenden Kampagnen": a participle before its noun.
    let attribute = !verb.sure && verb.at + 2 == words.len();
    if attribute || front.is_empty() || !placed || front[0].is_one_of(PRONOUNS) || !(alone || front[0].is_in(&PREPOSITIONS)) {
        return None;
    }
    let from = aside(words, verb.at + 1, segment.to);
    let to = subject(words, from, segment.to, names)?;
    if to == words.len()
        && to - from > 1
        && words[verb.at].is_one_of("ist sind war waren wird wurde wurden bleibt blieb")
        && words[to - 2].is_capital()
    {
        return None;
    }
    let piece = |from: usize, to: usize| (from < to).then(|| &clause[words[from].span.start as usize..words[to - 1].span.end as usize]);
    let parts = [piece(from, to), piece(verb.at, from), piece(to, words.len())];
    let mut label = with_first(&parts.into_iter().flatten().collect::<Vec<_>>().join(" "), |first| first.to_uppercase().collect())?;
    // "Laut Oslo ist der Termin fixiert": more than the time is kept, at the end.
    if !alone {
        label += ", ";
        label += &with_first(piece(0, verb.at)?, |first| first.to_lowercase().collect())?;
    }
    Some(label)
}

/// A text with its first letter changed; `None` if it is empty.
fn with_first(text: &str, change: impl Fn(char) -> String) -> Option<String> {
    let first = text.chars().next()?;
    Some(change(first) + &text[first.len_utf8()..])
}

/// Pronouns as subjects.
const PRONOUNS: &str = "er sie es wir ich man wer";

/// The end of what is between the verb and the subject: `sich`, and phrases with a preposition.
fn aside(words: &[Word], from: usize, to: usize) -> usize {
    let mut at = from;
    while at < to {
        let word = &words[at];
        if word.is_one_of("sich nicht") || word.time || is_adverb(word) {
            at += 1;
        } else if word.is_in(&PREPOSITIONS) {
            at += 1;
            while at < to && words[at].is_in(&DETERMINERS) && !words[at - 1].time {
                at += 1;
            }
            while at < to && is_attribute(&words[at]) {
                at += 1;
            }
            while at < to && (is_noun(&words[at]) || words[at].time) {
                at += 1;
            }
        } else {
            break;
        }
    }
    at
}

fn is_noun(word: &Word) -> bool {
    word.is_capital() && !word.time && !word.punctuation
}

/// A word that can be an adjective before a noun.
fn is_attribute(word: &Word) -> bool {
    let other = word.punctuation || word.is_capital() || word.time || word.is_in(&PREPOSITIONS) || word.is_in(&DETERMINERS);
    !other && ["e", "en", "er", "es", "em"].iter().any(|end| word.lower.ends_with(end))
}

/// A word at the beginning of a sentence that is no noun.
pub(super) fn is_adverb(word: &Word) -> bool {
    word.is_one_of(
        "dabei zuvor dann danach nun auch dort zudem dagegen daraufhin derzeit bereits schon erst zuletzt anschließend später zunächst \
         inzwischen damals hier bisher bislang allerdings jedoch zugleich gleichzeitig schließlich kurz noch seither seitdem außerdem erstmals spätestens \
         frühestens ab rund",
    )
}

/// The end of the noun phrase that begins with word `from`; `None` if none does.
fn subject(words: &[Word], from: usize, to: usize, names: &[Span]) -> Option<usize> {
    if words.get(from)?.is_one_of(PRONOUNS) {
        return Some(from + 1);
    }
    let is_one_of = |at: usize, few: &str| words.get(at).is_some_and(|word| word.is_one_of(few));
    let mut at = from;
    while at < to && at - from < LONGEST {
        at += usize::from(words[at].is_in(&DETERMINERS) && !words[at].is_one_of("dem den des im am zum zur beim vom ins ans"));
        // "der spanischen Zeitung" is a dative, "der spanische König" is not.
        if at > from
            && words[at - 1].lower == "der"
            && at < to
            && is_attribute(&words[at])
            && words[at].lower.ends_with("en")
            && at - 1 == from
        {
            return None;
        }
        while at < to && (is_attribute(&words[at]) || words[at].text.starts_with(|c: char| c.is_ascii_digit()) && !words[at].time) {
            at += 1;
        }
        let name_follows =
            |word: &Word| names.iter().any(|name| name.end == word.span.end) && names.iter().any(|name| name.start == word.span.end + 1);
        // "Ursula von der Leyen"
        let whole = words.get(at).and_then(|word| names.iter().find(|name| name.start == word.span.start && name.end > word.span.end));
        let row = match whole {
            Some(name) => words[at..to].iter().take_while(|word| word.span.end <= name.end).count(),
            None => words[at..to].iter().take_while(|word| is_noun(word)).count(),
        };
        let nouns = words[at..at + row].iter().position(name_follows).map_or(row, |last| last + 1);
        if nouns == 0 {
            return None;
        }
        at += nouns;
        let next = words[..to].iter().skip(at + 1).take_while(|word| is_attribute(word)).count() + at + 1;
        let noun_follows = next < to && is_noun(&words[next]);
        // "hatte die Nato der Ukraine den Beitritt …": a dative, with an object after it.
        let given = is_one_of(at, "der einer") && is_one_of(next + 1, "den das die ein einen eine");
        let genitive = is_one_of(at, "des der eines einer") && noun_follows && !given;
        let more = is_one_of(at, "und sowie") && (noun_follows || next < to && words[next].is_in(&DETERMINERS));
        match (genitive, more) {
            (false, false) => return Some(at),
            _ => at += 1,
        }
    }
    None
}
