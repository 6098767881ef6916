//! Sheets of made-up reports, from the parts of their bundle.

use super::*;
use crate::article::{Article, ArticleId, Metadata, Role, Section};
use crate::bundle::{Corpus, build};
use crate::compare::{compare, read_statements, statement_parts};
use crate::room::{LoadedRoom, question};
use crate::text::Span;

/// The sheet of these texts.
fn of(texts: &[&str]) -> Sheet {
    let article = |(n, text): (usize, &&str)| Article {
        meta: Metadata { id: format!("bericht-{n}"), ..Metadata::default() },
        text: (*text).to_owned(),
        sections: vec![Section { role: Role::Paragraph, span: Span::new(0, text.len()) }],
        furniture: Vec::new(),
    };
    let corpus = Corpus { articles: texts.iter().enumerate().map(article).collect(), ..Corpus::default() };
    let room = LoadedRoom::of(build(&corpus, &mut |_| ())).expect("a room");
    let ids: Vec<ArticleId> = (0..texts.len() as u32).map(ArticleId).collect();
    let documents = room.ask(question::Articles(ids.clone())).expect("articles");
    let payloads = room.ask(question::Payloads(statement_parts(&ids))).expect("statements");
    let statements = read_statements(&ids, &payloads).expect("statements");
    let sources: Vec<Source> =
        documents.iter().zip(&statements).map(|((_, document), statements)| Source { document, statements }).collect();
    let entities = room.ask(question::Entities).expect("entities");
    sheet(&sources, &entities, &compare(&sources, &entities))
}

/// The rows about a topic: status, and in each cell the words shown.
fn rows(texts: &[&str], wanted: impl Fn(&Topic) -> bool) -> Vec<(Option<Status>, Vec<String>)> {
    let shown = |n: usize, cell: &Vec<Entry>| cell.iter().map(|entry| entry.context.of(texts[n])).collect::<Vec<_>>().join("|");
    let rows = of(texts).rows.into_iter().filter(|row| wanted(&row.topic));
    rows.map(|row| (row.status, row.cells.iter().enumerate().map(|(n, cell)| shown(n, cell)).collect())).collect()
}

#[test]
fn a_number_is_one_row_in_whatever_spelling_and_others_are_collected() {
    let texts = ["Am Montag kamen 2000 Soldaten an die Grenze.", "Es seien 2.000 Soldaten, und 70 Panzer."];
    let found = rows(&texts, |topic| matches!(topic, Topic::Number(_) | Topic::OtherNumbers));
    let cells = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
    assert_eq!(
        found,
        [
            (Some(Status::Same), cells(["Am Montag kamen 2000 Soldaten an die Grenze", "Es seien 2.000 Soldaten"])),
            (Some(Status::Alone), cells(["", "und 70 Panzer"]))
        ]
    );
}

#[test]
fn numbers_of_sentences_that_say_nearly_the_same_differ() {
    let text = |count: &str| format!("Bei dem Erdbeben an der Küste starben nach Angaben der Behörden {count} Menschen in ihren Häusers.");
    let (one, two) = (text("120"), text("150"));
    let found = rows(&[&one, &two], |topic| matches!(topic, Topic::Number(_)));
    assert_eq!(found.iter().map(|row| row.0).collect::<Vec<_>>(), [Some(Status::Differs)]);
    let other = "Im Hafen arbeiteten früher 150 Menschen auf der Werft.";
    assert!(rows(&[&one, other], |topic| matches!(topic, Topic::Number(_))).is_empty());
}

#[test]
fn a_quotation_with_other_words_differs_and_its_words_are_marked() {
    let texts = [
        "„Wir werden die Lieferungen an die Nachbarn morgen beenden“, sagte Olaf Scholz.",
        "Olaf Scholz sagte: „Wir werden die Lieferungen an die Nachbarn bald beenden.“",
        "„Das Wetter bleibt schön und trocken“, sagte Olaf Scholz.",
    ];
    let sheet = of(&texts);
    let row = sheet.rows.iter().find(|row| matches!(row.topic, Topic::Quotation(..))).expect("a quotation");
    assert_eq!(row.topic, Topic::Quotation(Some("Olaf Scholz".into()), "Wir werden die Lieferungen an".into()));
    assert_eq!((row.status, row.key.as_str()), (Some(Status::Differs), "q-wir-werden-die-lieferungen-an"));
    let marks = |n: usize| row.cells[n].iter().flat_map(|entry| &entry.marks).map(|mark| mark.of(texts[n])).collect::<Vec<_>>();
    assert_eq!([marks(0), marks(1), marks(2)], [vec!["morgen"], vec!["bald"], vec![]]);
    assert!(sheet.rows.iter().any(|row| row.topic == Topic::OtherQuotations && row.cells[2].len() == 1 && row.cells[0].is_empty()));
}

#[test]
fn who_is_named_and_never_quoted_strikes() {
    let silent = "Xi Jinping kam. ".repeat(5);
    let texts = [format!("{silent}„Wir danken sehr für den Besuch“, sagte Olaf Scholz."), "Olaf Scholz reiste nach Peking.".to_owned()];
    let sheet = of(&[&texts[0], &texts[1]]);
    assert_eq!(sheet.findings, [Finding::Unheard { name: "Xi Jinping".into(), mentions: 5 }]);
    let unheard = sheet.rows.iter().find(|row| row.topic == Topic::Unheard).expect("somebody");
    let names = |n: usize| unheard.cells[n].iter().filter_map(|entry| entry.name.as_deref()).collect::<Vec<_>>();
    assert_eq!([names(0), names(1)], [vec!["Xi Jinping"], vec!["Olaf Scholz"]]);
}

#[test]
fn nothing_to_compare_is_an_empty_sheet() {
    assert_eq!(of(&[]), Sheet::default());
    assert!(of(&["", "ä"]).rows.is_empty());
    let same = "Am Montag kamen die Minister nach Wien und sprachen lange über Gas, Öl und den Krieg.";
    assert_eq!(of(&[same, same]).findings, [Finding::Share { report: 0, percent: 100, with: vec![1] }]);
}

#[test]
fn names_of_rows_are_unique() {
    let text = "Es kamen 30 Gäste. „Wir sind da“, sagte Olaf Scholz. „Wir sind da“, sagte Angela Merkel.";
    let keys: Vec<String> = of(&[text, text, text]).rows.into_iter().map(|row| row.key).collect();
    let mut unique = keys.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), keys.len(), "{keys:?}");
}

#[test]
fn a_pronoun_for_a_name_is_no_other_word() {
    let one = "Nach den Drohungen des Westens kündigte er auch eine Ausweitung der Gaslieferungen in die ferne Volksrepublik China an.";
    let two = "Nach den Drohungen des Westens kündigte Putin eine Ausweitung der Energielieferungen in die ferne Volksrepublik China an.";
    let changed: Vec<Topic> =
        of(&[one, two]).rows.into_iter().map(|row| row.topic).filter(|topic| matches!(topic, Topic::Wording(_))).collect();
    assert_eq!(changed, [Topic::Wording(vec!["Gaslieferungen".into(), "Energielieferungen".into()])]);
}

#[test]
fn a_speaker_is_one_with_and_without_the_article() {
    let text = "Das Ministerium sagte: „Wir werden den Vertrag nicht verlängern.“ Man habe geprüft. „Es bleibt bei der Absage an alle“, sagte ein Ministerium.";
    let found = of(&[text, text]);
    let voices = found.rows.iter().find(|row| row.topic == Topic::Voices).expect("somebody speaks");
    assert_eq!(voices.cells[0].iter().map(|entry| entry.count).collect::<Vec<_>>(), [13], "{:?}", voices.cells[0]);
}
