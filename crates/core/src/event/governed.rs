//! The phrase that a date belongs to, where it does not say when the clause around it happened: `seit dem Ausbruch der Pandemie Ende 2019`.

use super::label::is_adverb;
use super::sentence::{Kind, Sentence};
use crate::german::{DETERMINERS, PREPOSITIONS, is_happening, is_stop_word};
use crate::text::{Span, fold};

/// Most words of a phrase before its date.
const LONGEST: usize = 12;

/// Prepositions of a date that belongs to the noun before it: `der Beschluss vom Mittwoch`.
const OF: &str = "vom von aus";
/// Prepositions of a date of its own, or of one that belongs to the noun before it.
const AT: &str = "am im in an um zu zum zur";
/// Prepositions that set one event against another.
const RELATED: &str = "seit nach vor bis";

/// Nouns for what somebody said.
const SOURCES: &str = "mitteilung mitteilungen angabe angaben bericht berichten berichte meldung meldungen aussage aussagen auskunft informationen \
    erklärung darstellung";

/// Nouns for a measure, or a part of time.
const MEASURES: &str = "laufe verlauf wert werte werten wertes niveau niveaus stand stands stande höhe anfang mitte zeit zeiten zeitraum zeitpunkt \
    vergleich hälfte drittel viertel prozent zahl zahlen tag tage tagen woche wochen monat monate monaten jahr jahre jahren jahres";

/// Words of a note on when a text or picture was made.
const NOTES: &str =
    "stand update aktualisiert veröffentlicht erschienen zuletzt foto fotos bild quelle archivbild archivfoto datenstand redaktionsschluss";

/// Most words between them and the time.
const NOTE: usize = 10;

/// A noun phrase with its date.
pub(super) struct Phrase {
    /// Its words, without its article.
    pub span: Span,
    /// Whether it names nothing that happened, only where something was said (`laut einer Mitteilung vom Freitag`) or measured (`das Niveau vom März`).
    pub is_empty: bool,
}

impl Sentence<'_> {
    /// The noun phrase that a time belongs to, with the time; `None` if it says when its clause happens.
    pub fn phrase(&self, time: Span) -> Option<Phrase> {
        let words = &self.words;
        let first = words.iter().position(|word| time.overlaps(word.span))?;
        let last = words.iter().rposition(|word| time.overlaps(word.span))?;
        let before = |back: usize| first.checked_sub(back).map(|at| &words[at]);
        let segment = self.segments.iter().find(|segment| (segment.from..segment.to).contains(&first))?;
        let bracketed = first > 1 && words[first - 1].lower == "(" && words.get(last + 1).is_some_and(|next| next.lower == ")");
        let (end, gap) = match before(1) {
            Some(_) if bracketed => (last + 2, 1),
            Some(word) if word.is_one_of(OF) && !words.get(last + 1).is_some_and(|next| next.is_one_of("an auf bis")) => (last + 1, 1),
            Some(word) if word.is_one_of(AT) => (last + 1, 1),
            _ => (last + 1, 0),
        };
        if let Some(attribute) = self.attribute(first, last) {
            return Some(attribute);
        }
        let noun = first.checked_sub(gap + 1)?;
        let low = self.segments.iter().find(|segment| (segment.from..segment.to).contains(&noun)).map_or(noun, |segment| segment.from);
        let chain = self.chain(noun, low)?;
        let head = chain.head;
        let happens = is_happening(words[head].lower);
        let in_front = happens && segment.kind == Kind::Main && segment.verb.is_some_and(|verb| verb.sure && verb.at > last);
        let preposition = chain.from.checked_sub(1).map(|at| &words[at]);
        let until = preposition.is_some_and(|word| word.is_one_of("zum zur")) && chain.from > 1 && words[chain.from - 2].lower == "bis";
        let related = (until || preposition.is_some_and(|word| word.is_one_of(RELATED))) && happens;
        let governed = match before(1)? {
            _ if bracketed => true,
            word if word.is_one_of(OF) && gap == 1 => true,
            _ if words[first].is_one_of("des der") && words[noun].is_capital() => true,
            word if gap == 1 && word.is_one_of(AT) => related || in_front && preposition.is_none_or(|word| !word.is_in(&PREPOSITIONS)),
            _ => preposition.is_some_and(|word| word.is_in(&PREPOSITIONS)) && happens || in_front,
        };
        let phrase = Span { start: words[chain.from_noun].span.start, end: words[end - 1].span.end };
        let source = preposition.is_some_and(|word| word.is_one_of("laut nach gemäß aus"))
            || words.get(end).is_some_and(|word| word.is_one_of("zufolge nach"));
        // "bis Ende des ersten Quartals": a part of that time.
        let part = words[first].is_one_of("des der") && words[noun].is_one_of("ende beginn");
        let is_empty = part || source && words[head].is_one_of(SOURCES) || words[head].is_one_of(MEASURES);
        governed.then_some(Phrase { span: phrase, is_empty })
    }

    /// Whether a time only dates the text, a picture or another publication: `Stand: 10. Februar, 16 Uhr`, `(Tuite et al., 2020)`.
    pub fn only_dates(&self, time: Span) -> bool {
        let words = &self.words;
        let Some(at) = words.iter().position(|word| time.overlaps(word.span)) else { return false };
        let cited = (at.saturating_sub(4)..at).any(|at| words[at].lower == "al" && at > 0 && words[at - 1].lower == "et");
        let noted = (at.saturating_sub(NOTE)..at).any(|at| words[at].is_one_of(NOTES));
        cited || noted && self.segments.iter().all(|segment| segment.verb.is_none_or(|verb| !verb.sure || words[verb.at].text == "Stand"))
    }

    /// The noun phrase of a participle that a time of words `first..=last` goes with: `der am Montag begonnene Prozess`. An article before a
    /// preposition begins one.
    fn attribute(&self, first: usize, last: usize) -> Option<Phrase> {
        let words = &self.words;
        let article = |at: usize| words[at].is_in(&DETERMINERS) && !words[at].is_one_of(CONTRACTED) && !words[at].is_one_of(DEMONSTRATIVE);
        let from = first.checked_sub(1)?;
        let at = match words[from].is_in(&PREPOSITIONS) || words[from].is_one_of(CONTRACTED) {
            true => from.checked_sub(1).filter(|&at| article(at))?,
            false => Some(from).filter(|&at| article(at) && words[first].is_one_of("gestern heute jüngst kürzlich"))?,
        };
        let participle = (last + 1..words.len().min(last + LONGEST)).take_while(|&at| !words[at].punctuation).find(|&at| {
            let ends = ["e", "en", "er", "es", "em"].iter().any(|end| words[at].lower.ends_with(end));
            ends && !words[at].is_capital() && !words[at].is_in(&PREPOSITIONS) && !words[at].is_in(&DETERMINERS)
        })?;
        let noun = (participle + 1..words.len().min(participle + 4)).find(|&at| self.is_noun(at))?;
        (at < noun).then(|| Phrase {
            span: Span { start: words[at + 1].span.start, end: words[noun].span.end },
            is_empty: words[noun].is_one_of(SOURCES),
        })
    }

    /// The noun phrase that ends with word `noun`, not before word `low`.
    fn chain(&self, noun: usize, low: usize) -> Option<Chain> {
        if !self.is_noun(noun) {
            return None;
        }
        let words = &self.words;
        let mut chain = Chain { from: noun, from_noun: noun, head: noun };
        let mut at = noun;
        while at > low && noun - at < LONGEST {
            let word = &words[at - 1];
            let ends = || ["e", "en", "er", "es", "em"].iter().any(|end| word.lower.ends_with(end));
            if self.is_noun(at - 1) {
                // Of a row of capitalised words, which are a name or a title, the first noun of an event is the head.
                let head = if is_happening(word.lower) || !is_happening(words[chain.head].lower) { at - 1 } else { chain.head };
                chain = Chain { from: at - 1, from_noun: at - 1, head };
            } else if word.is_in(&DETERMINERS) || word.is_in(&PREPOSITIONS) {
                let Some(before) = self.governor(at, low) else {
                    let article = word.is_in(&DETERMINERS) && !word.is_one_of(CONTRACTED);
                    chain.from = if article { at - 1 } else { at };
                    return Some(chain);
                };
                chain = Chain { from: before, from_noun: before, head: before };
                at = before;
                continue;
            } else if !word.punctuation && !word.is_capital() && !word.time && ends() && !word.is_one_of("sie wie alle") {
                (chain.from, chain.from_noun) = (at - 1, at - 1);
            } else {
                return Some(chain);
            }
            at -= 1;
        }
        Some(chain)
    }

    /// The noun that a noun phrase belongs to whose article or preposition is before word `at`: `Ausbruch der Pandemie`; `Einmarsch in die Ukraine`, as
    /// far as it is one of an event.
    fn governor(&self, at: usize, low: usize) -> Option<usize> {
        let word = &self.words[at - 1];
        let noun = |back: usize| at.checked_sub(back).filter(|&at| at >= low && self.is_noun(at));
        let event = |at: &usize| is_happening(self.words[*at].lower);
        if word.is_in(&DETERMINERS) && !word.is_one_of(CONTRACTED) {
            let genitive = noun(2).filter(|_| word.is_one_of("der des eines einer dieser dieses seiner ihrer"));
            let preposition = at > 1 && self.words[at - 2].is_in(&PREPOSITIONS);
            genitive.or_else(|| noun(3).filter(|at| preposition && event(at)))
        } else {
            noun(2).filter(event)
        }
    }

    /// Whether a word is a noun or part of a name.
    fn is_noun(&self, at: usize) -> bool {
        let word = &self.words[at];
        let capital = word.is_capital() && !word.time && !word.punctuation && !word.is_in(&DETERMINERS) && !word.is_in(&PREPOSITIONS);
        // At the beginning of a sentence every word is capitalised.
        capital && !(at == 0 && (is_adverb(word) || is_stop_word(&fold(word.text))))
    }
}

/// Determiners that may stand alone: `die im Herbst kamen`.
const DEMONSTRATIVE: &str = "alle viele beide keine einige manche solche andere";
/// Prepositions with their article.
const CONTRACTED: &str = "im am zum zur beim vom ins ans";

/// A noun phrase.
struct Chain {
    /// Its first word, with its article.
    from: usize,
    /// The same without its article.
    from_noun: usize,
    /// Its noun.
    head: usize,
}
