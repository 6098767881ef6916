use super::*;

const TEXT: &str = "Über Öl sprach Xi. Über Gas sprach Putin.";

fn note(quote: &str, nth: usize) -> Note {
    let (at, _) = TEXT.match_indices(quote).nth(nth).expect("it stands there");
    Note::of("a", TEXT, Span::new(at, at + quote.len()))
}

fn book(quotes: &[&str]) -> Notebook {
    let mut book = Notebook::default();
    quotes.iter().for_each(|quote| book.apply(Change::Add(note(quote, 0))));
    book
}

fn quotes(book: &Notebook) -> Vec<&str> {
    book.notes.iter().map(|note| note.quote.as_str()).collect()
}

#[test]
fn positions_are_in_code_points_and_found_in_bytes() {
    let second = note("Über", 1);
    assert_eq!(second.start, 19);
    assert_eq!(second.find(TEXT).map(|span| span.start), Some(21));
    assert_eq!(second.find(&format!("Neu. {TEXT}")).map(|span| span.start), Some(26));
    assert_eq!(second.find("Niemand sprach."), None);
}

#[test]
fn the_same_passage_is_only_noted_once() {
    let mut book = book(&["Xi", "Putin", "Xi"]);
    assert_eq!(quotes(&book), ["Xi", "Putin"]);
    book.apply(Change::Add(note("sprach", 0)));
    book.apply(Change::Add(note("sprach", 1)));
    assert_eq!(book.notes.len(), 4);
}

#[test]
fn groups_exist_while_they_have_notes() {
    let mut book = book(&["Xi", "Putin", "Gas"]);
    book.apply(Change::Group(0, " Personen ".into()));
    book.apply(Change::Group(1, "Personen".into()));
    book.apply(Change::Group(2, "Stoffe".into()));
    assert_eq!(book.groups, ["Personen", "Stoffe"]);
    book.apply(Change::Rename("Personen".into(), "Leute".into()));
    assert_eq!(book.groups, ["Leute", "Stoffe"]);
    book.apply(Change::Rename("Stoffe".into(), "Leute".into()));
    assert_eq!((book.groups.len(), book.notes[2].group.as_str()), (1, "Leute"));
    book.apply(Change::Group(0, String::new()));
    book.apply(Change::Remove(1));
    book.apply(Change::Remove(1));
    assert!(book.groups.is_empty());
}

#[test]
fn evidence_follows_its_note() {
    let mut book = book(&["Xi", "Putin", "Gas"]);
    book.apply(Change::Prove("1".into(), 2, true));
    book.apply(Change::Prove("1".into(), 9, true));
    book.apply(Change::Answer("1".into(), "Beide.".into()));
    book.apply(Change::Move(2, true));
    assert_eq!((quotes(&book), book.answers[0].evidence.as_slice()), (vec!["Xi", "Gas", "Putin"], &[1][..]));
    book.apply(Change::Remove(0));
    assert_eq!(book.answers[0].evidence, [0]);
    book.apply(Change::Remove(0));
    assert_eq!(book.answer("1").map(|answer| answer.evidence.len()), Some(0));
    book.apply(Change::Answer("1".into(), String::new()));
    assert!(book.answers.is_empty());
    for odd in [Change::Remove(7), Change::Move(7, true), Change::Comment(7, "x".into()), Change::Move(0, true), Change::Move(0, false)] {
        let before = book.clone();
        book.apply(odd);
        assert_eq!(book, before);
    }
}

#[test]
fn notes_move_within_their_group() {
    let mut book = book(&["Xi", "Putin", "Gas"]);
    book.apply(Change::Group(0, "A".into()));
    book.apply(Change::Group(2, "A".into()));
    book.apply(Change::Move(2, true));
    assert_eq!(quotes(&book), ["Gas", "Putin", "Xi"]);
}

#[test]
fn merging_two_notebooks_loses_nothing() {
    let mut mine = book(&["Xi", "Putin"]);
    mine.apply(Change::Comment(0, "meins".into()));
    mine.apply(Change::Answer("1".into(), "Ja.".into()));
    let mut theirs = book(&["Gas", "Xi"]);
    theirs.apply(Change::Comment(1, "ihres".into()));
    theirs.apply(Change::Group(1, "G".into()));
    theirs.apply(Change::Answer("1".into(), "Nein.".into()));
    theirs.apply(Change::Prove("1".into(), 0, true));
    mine.apply(Change::Merge(theirs.clone()));
    assert_eq!(quotes(&mine), ["Xi", "Putin", "Gas"]);
    assert_eq!((mine.notes[0].comment.as_str(), mine.notes[0].group.as_str()), ("meins\nihres", "G"));
    assert_eq!((mine.answers[0].text.as_str(), mine.answers[0].evidence.as_slice()), ("Ja.\nNein.", &[2][..]));
    let once = mine.clone();
    mine.apply(Change::Merge(theirs));
    assert_eq!(mine, once);
    mine.apply(Change::Clear);
    assert!(mine.is_empty());
}

#[test]
fn a_second_comment_on_a_passage_is_joined() {
    let commented = |comment: &str| Note { comment: comment.into(), ..note("Xi", 0) };
    let mut mine = Notebook::default();
    mine.apply(Change::Merge(Notebook { notes: vec![commented("von Anna"), commented("von Ben")], ..Notebook::default() }));
    assert_eq!(mine.notes.iter().map(|note| note.comment.as_str()).collect::<Vec<_>>(), ["von Anna\nvon Ben"]);
}

#[test]
fn notes_without_position_are_told_apart_by_their_context() {
    let at = |before: &str| Note { article: "a".into(), quote: "Öl".into(), before: before.into(), ..Note::default() };
    let mut mine = Notebook { notes: vec![at("über ")], ..Notebook::default() };
    mine.apply(Change::Merge(Notebook { notes: vec![at("ohne "), at("über ")], ..Notebook::default() }));
    assert_eq!(mine.notes, [at("über "), at("ohne ")]);
}

#[test]
fn a_passage_in_two_groups_stays_in_both() {
    let grouped = |group: &str| Note { group: group.into(), ..note("Xi", 0) };
    let mut mine = Notebook::default();
    mine.apply(Change::Merge(Notebook { notes: vec![grouped("Meine")], ..Notebook::default() }));
    let theirs = Notebook { notes: vec![grouped("Ihre"), grouped("")], ..Notebook::default() };
    mine.apply(Change::Merge(theirs.clone()));
    assert_eq!(mine.groups, ["Meine", "Ihre"]);
    let once = mine.clone();
    mine.apply(Change::Merge(theirs));
    assert_eq!(mine, once);
}

/// Pieces that a file format could trip over.
const PIECES: [&str; 16] = [
    "[",
    "{",
    "]",
    "}",
    "\"",
    "\\",
    "</script>",
    "<script type=\"application/ld+json\">",
    "\n",
    "\r",
    "\u{0}",
    "\u{2028}",
    "\u{feff}",
    "🙂",
    "ä",
    " ",
];

#[test]
fn what_is_saved_is_read_again_whatever_stands_in_it() {
    let mut seed = 1_u32;
    let mut text = |most: u32| {
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed >> 8
        };
        let count = next() % most;
        (0..count).map(|_| PIECES[next() as usize % PIECES.len()]).collect::<String>()
    };
    for n in 0..300 {
        let mut book = Notebook::default();
        for at in 0..3 {
            let note = Note {
                article: format!("a{}", text(4).replace('?', "")),
                quote: format!("x{}", text(8)),
                before: text(9),
                after: text(9),
                start: at,
                comment: text(120),
                group: String::new(),
            };
            book.apply(Change::Add(note));
            book.apply(Change::Group(at as usize, text(6)));
        }
        book.apply(Change::Answer(format!("t{}", text(9)), text(200)));
        book.apply(Change::Prove("t".into(), 1, true));
        for file in [write(&book, ""), format!("<!doctype html><p>[[</p>{IN_PAGE}{}</script>[", write(&book, ""))] {
            let json: crate::json::Json = serde_json::from_str(inside(&file).expect("it is shallow")).expect("it is JSON");
            assert_eq!(read(&json), Some((book.clone(), 0)), "{n}: {file}");
        }
    }
}

#[test]
fn what_has_no_target_and_further_targets_are_counted_as_left_out() {
    let target =
        |article: &str| format!(r##"{{"source":"index.html#/artikel/{article}","selector":{{"type":"TextQuoteSelector","exact":"Xi"}}}}"##);
    let json = format!(r#"{{"items":[{{"type":"Annotation"}},{{"target":[{},{}]}}]}}"#, target("a"), target("b"));
    let json: crate::json::Json = serde_json::from_str(&json).expect("it is JSON");
    let (book, left_out) = read(&json).expect("there is an annotation");
    assert_eq!((quotes(&book), left_out), (vec!["Xi"], 2));
}
