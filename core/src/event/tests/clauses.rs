use super::published;
use crate::event::{Event, Mode, events};
use crate::text::sentences;
use crate::time;

fn told(text: &str) -> Vec<Event> {
    let date = published("2022-02-04");
    let times = time::recognise(text, Some(&date));
    events(text, &sentences(text), &times, Some((date.earliest, date.latest)))
}

fn first(text: &str) -> Option<(&str, Mode)> {
    told(text).first().map(|event| (event.clause.of(text), event.mode))
}

#[test]
fn labelled_sentences() {
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
    assert!(all >= 60 && clauses * 100 >= all * 90 && modes * 100 >= all * 90, "{clauses} clauses and {modes} modes of {all}");
}
