use super::published;
use crate::event::{Event, Mode, events};
use crate::text::{Document, sentences};
use crate::time;

fn events_of(text: &str) -> Vec<Event> {
    let date = published("2022-02-04");
    let document = Document::new(text);
    let times = time::recognise_in(&document, Some(&date), &[]);
    events(&document, &times, Some((date.earliest, date.latest)))
}

fn first(text: &str) -> Option<(&str, Mode)> {
    events_of(text).first().map(|event| (event.clause.of(text), event.mode))
}

#[test]
fn labelled_sentences_get_their_clause_and_mode() {
    let lines: Vec<&str> = include_str!("labelled.txt").lines().filter(|line| !line.starts_with('#')).collect();
    let (mut all, mut clauses, mut modes) = (0, 0, 0);
    for case in lines.chunks_exact(3) {
        let found = first(case[0]);
        let (clause, mode) = found.map_or(("", String::new()), |(clause, mode)| (clause, format!("{mode:?}")));
        all += 1;
        clauses += usize::from(clause == case[1]);
        modes += usize::from(mode == case[2]);
        if clause != case[1] || mode != case[2] {
            println!("{}\n  want {} {}\n  have {clause} {mode}", case[0], case[1], case[2]);
        }
    }
    println!("{all} sentences, {clauses} clauses, {modes} modes");
    assert!(all >= 60 && clauses * 100 >= all * 95 && modes * 100 >= all * 95, "{clauses} clauses and {modes} modes of {all}");
}

#[test]
fn a_sentence_with_two_dates_gives_two_clauses() {
    let text = "Der Kreml teilte am Freitag mit, dass Xi am 20. Februar nach Moskau reisen werde.";
    let found: Vec<_> = events_of(text).into_iter().map(|event| (event.clause.of(text), event.mode)).collect();
    let act = "Der Kreml teilte am Freitag mit, dass Xi am 20. Februar nach Moskau reisen werde";
    assert_eq!(found, [(act, Mode::Past), ("Xi am 20. Februar nach Moskau reisen werde", Mode::Planned)]);
}

#[test]
fn a_long_clause_is_cut_between_words() {
    let text = format!("Am Donnerstag besuchte Berger {}Linz.", "die große alte und schöne Stadt ".repeat(9));
    let (clause, mode) = first(&text).expect("a date");
    assert!(clause.starts_with("Am Donnerstag besuchte Berger") && clause.chars().count() <= 160, "{clause}");
    assert!(text[clause.len()..].starts_with(' ') && mode == Mode::Past);
}

#[test]
fn clauses_of_any_text_lie_within_their_sentences() {
    let odd = [
        "",
        "Freitag",
        "„am Freitag",
        "Am Freitag“, „(sagte, und dass;",
        "( am 3. Mai 2020 ( „ und",
        "und und am 3. Mai 2020 und, und: dass",
        "2020.\n2021: – (2022) „2023“",
    ];
    for text in odd.into_iter().map(str::to_owned).chain(["„am 3. Mai 2020, ".repeat(300)]) {
        let lines = sentences(&text);
        for event in events_of(&text) {
            assert!(!event.clause.is_empty() && lines.iter().any(|line| line.contains(event.clause)), "{text}");
        }
    }
    let text = "Am 3. Mai 2020 kam Berger.";
    let times = time::recognise(text, None);
    assert!(events(&Document::new(""), &times, None).is_empty(), "times of another text are in no sentence");
}

#[test]
fn a_word_longer_than_any_clause_tells_nothing() {
    let text = "2022-".repeat(100);
    assert!(time::recognise(&text, None).len() >= 50);
    assert_eq!(events_of(&text), []);
}
