//! Two copies of a notebook that were changed apart from each other, as in two windows.

use super::{Note, Notebook, Place};
use std::collections::BTreeMap;

/// Where the notes of each passage are.
type Places = BTreeMap<Place, Vec<usize>>;

impl Notebook {
    /// Takes over what another copy has changed since both were like `base`; returns whether this one has changes of its own.
    ///
    /// What only one of them has changed or removed becomes like that. What both have changed is merged, so that nothing is lost.
    ///
    /// ```
    /// use zeitlupe_core::annotation::{Change, Note, Notebook};
    /// let note = |quote: &str| Note { article: "001".into(), quote: quote.into(), ..Note::default() };
    /// let mut base = Notebook::default();
    /// base.apply(Change::Add(note("Öl")));
    /// let (mut mine, mut theirs) = (base.clone(), base.clone());
    /// mine.apply(Change::Add(note("Gas")));
    /// theirs.apply(Change::Remove(0));
    /// assert!(mine.follow(&base, theirs));
    /// assert_eq!(mine.notes, [note("Gas")]);
    /// ```
    pub fn follow(&mut self, base: &Notebook, mut theirs: Notebook) -> bool {
        if *self == *base {
            *self = theirs;
            return false;
        }
        let (was, mine, new) = (base.places(), self.places(), theirs.places());
        let is_old = |note: &Note, other: (&Notebook, &Places)| has((base, &was), note) && !has(other, note);
        let stay: Vec<bool> = self.notes.iter().map(|note| !is_old(note, (&theirs, &new))).collect();
        let come: Vec<bool> = theirs.notes.iter().map(|note| !is_old(note, (self, &mine))).collect();
        self.follow_answers(base, &mut theirs);
        self.retain(|at| stay[at]);
        theirs.retain(|at| come[at]);
        self.merge(theirs);
        true
    }

    /// Drops the words of answers that one copy has left as they were and the other has changed or removed.
    fn follow_answers(&mut self, base: &Notebook, theirs: &mut Notebook) {
        let (was, mine, new) = (base.tasks(), self.tasks(), theirs.tasks());
        for answer in &mut self.answers {
            let Some(old) = was.get(&answer.task).map(|at| &base.answers[*at]) else { continue };
            match new.get(&answer.task) {
                Some(at) if old.text == answer.text && theirs.answers[*at].text != old.text => answer.text.clear(),
                None if old.text == answer.text && old.evidence.len() == answer.evidence.len() => {
                    answer.text.clear();
                    answer.evidence.clear();
                }
                _ => {}
            }
        }
        for answer in &mut theirs.answers {
            if was.get(&answer.task).is_some_and(|at| base.answers[*at].text == answer.text) {
                answer.text.clear();
                if !mine.contains_key(&answer.task) {
                    answer.evidence.clear();
                }
            }
        }
    }
}

/// Whether a notebook has exactly this note.
fn has((book, places): (&Notebook, &Places), note: &Note) -> bool {
    places.get(&note.place()).is_some_and(|same| same.iter().any(|at| book.notes[*at] == *note))
}

#[cfg(test)]
mod tests {
    use super::super::Change;
    use super::*;

    fn note(quote: &str) -> Note {
        Note { article: "a".into(), quote: quote.into(), ..Note::default() }
    }

    fn book(quotes: &str) -> Notebook {
        let mut book = Notebook::default();
        quotes.split_whitespace().for_each(|quote| book.apply(Change::Add(note(quote))));
        book
    }

    /// The quotations with their comments, and the answers with their evidence.
    fn show(book: &Notebook) -> String {
        let notes = book.notes.iter().map(|note| format!("{} {}", note.quote, note.comment).trim().to_owned());
        let answers = book.answers.iter().map(|answer| {
            let proofs: Vec<&str> = answer.evidence.iter().map(|at| book.notes[*at as usize].quote.as_str()).collect();
            format!("{}: {} ({})", answer.task, answer.text, proofs.join(" "))
        });
        notes.chain(answers).collect::<Vec<_>>().join(", ").replace('\n', "/")
    }

    /// What becomes of a notebook if both copies of it are changed.
    fn check(quotes: &str, mine: &[Change], theirs: &[Change], expected: &str) {
        let mut base = book(quotes);
        base.apply(Change::Answer("1".into(), "alt".into()));
        base.apply(Change::Prove("1".into(), 0, true));
        let (mut own, mut other) = (base.clone(), base.clone());
        mine.iter().for_each(|change| own.apply(change.clone()));
        theirs.iter().for_each(|change| other.apply(change.clone()));
        own.follow(&base, other.clone());
        assert_eq!(show(&own), expected, "{mine:?} and {theirs:?}");
        let once = own.clone();
        own.follow(&other, other.clone());
        assert_eq!(own, once, "nothing new changes nothing");
    }

    #[test]
    fn both_copies_are_followed() {
        let comment = |at, text: &str| Change::Comment(at, text.into());
        let answer = |text: &str| Change::Answer("1".into(), text.into());
        let add = |quote| Change::Add(note(quote));
        check("Xi Öl", &[], &[Change::Remove(1), add("Gas")], "Xi, Gas, 1: alt (Xi)");
        check("Xi Öl", &[add("Gas")], &[Change::Remove(1)], "Xi, Gas, 1: alt (Xi)");
        check("Xi Öl", &[Change::Remove(1)], &[add("Gas")], "Xi, Gas, 1: alt (Xi)");
        check("Xi Öl", &[Change::Remove(0)], &[Change::Remove(1)], "1: alt ()");
        check("Xi Öl", &[comment(1, "mein")], &[Change::Remove(1)], "Xi, Öl mein, 1: alt (Xi)");
        check("Xi Öl", &[add("Gas")], &[comment(1, "ihr")], "Xi, Gas, Öl ihr, 1: alt (Xi)");
        check("Xi Öl", &[comment(1, "mein")], &[comment(1, "ihr")], "Xi, Öl mein/ihr, 1: alt (Xi)");
        check("Xi Öl", &[answer("mein")], &[Change::Remove(0)], "Öl, 1: mein ()");
        check("Xi Öl", &[add("Gas")], &[answer("ihr")], "Xi, Öl, Gas, 1: ihr (Xi)");
        check("Xi Öl", &[answer("mein")], &[answer("ihr")], "Xi, Öl, 1: mein/ihr (Xi)");
        check("Xi Öl", &[answer("mein")], &[Change::Prove("1".into(), 1, true)], "Xi, Öl, 1: mein (Xi Öl)");
        check("Xi Öl", &[add("Gas")], &[answer(""), Change::Prove("1".into(), 0, false)], "Xi, Öl, Gas");
        check("Xi Öl", &[answer(""), Change::Prove("1".into(), 0, false)], &[add("Gas")], "Xi, Öl, Gas");
        check("Xi Öl", &[Change::Clear], &[add("Gas")], "Gas");
        check("Xi Öl", &[add("Gas")], &[Change::Clear], "Gas");
    }

    #[test]
    fn without_a_common_past_both_stay() {
        let (mut mine, theirs) = (book("Xi Öl"), book("Öl Gas"));
        assert!(mine.follow(&Notebook::default(), theirs));
        assert_eq!(show(&mine), "Xi, Öl, Gas");
        assert!(!Notebook::default().follow(&Notebook::default(), mine));
    }

    #[test]
    fn undoing_keeps_what_was_written_since() {
        let before = {
            let mut book = book("Xi Öl");
            book.apply(Change::Answer("1".into(), "Beide".into()));
            book.apply(Change::Prove("1".into(), 1, true));
            book
        };
        let mut now = before.clone();
        now.apply(Change::Remove(1));
        let after = now.clone();
        now.apply(Change::Answer("1".into(), "Beide schweigen".into()));
        now.apply(Change::Comment(0, "neu".into()));
        now.follow(&after, before);
        assert_eq!(show(&now), "Xi neu, Öl, 1: Beide schweigen (Öl)");
    }
}
