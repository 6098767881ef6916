//! Files as teachers write them.

use super::*;
use zeitlupe_core::prose::plain;
use zeitlupe_core::remark::Remark;

fn said(remarks: &[Remark]) -> Vec<String> {
    remarks.iter().map(|remark| format!("{} {}", remark.line.map_or("-".into(), |line| line.to_string()), remark.message)).collect()
}

#[test]
fn a_task_sets_the_size_of_its_answer_field() {
    let text = "# Zwei *Gipfel*\n\nZuerst lesen.\n\n## Wer?\nNennen Sie alle.\n(kurze Antwort)\n\n- zum Beispiel\n\n### Hilfe\nSuchen Sie.\n## Warum?\r\n## Ausblick\n**(Ohne Antwort)**\n## Lang\n(long answer)\nText\n";
    let (tasks, remarks) = read_tasks(text);
    assert!(remarks.is_empty(), "{remarks:?}");
    assert_eq!((tasks.title.as_str(), tasks.intro.len()), ("Zwei Gipfel", 1));
    let seen: Vec<(&str, usize, u32)> = tasks.tasks.iter().map(|task| (&*task.heading, task.blocks.len(), task.space.lines())).collect();
    assert_eq!(seen, [("Wer?", 4, 2), ("Warum?", 0, 5), ("Ausblick", 0, 0), ("Lang", 1, 14)]);
}

#[test]
fn the_size_may_follow_the_text_of_a_task() {
    let text = "## Wer? (kurze Antwort)\nBelegen Sie jede Forderung (mit einer Stelle). **(lange Antwort)**\n## Wann? (ohne Antwort)\nNur lesen (keine Antwort)\n";
    let (tasks, remarks) = read_tasks(text);
    assert!(remarks.is_empty(), "{remarks:?}");
    let seen: Vec<(&str, u32)> = tasks.tasks.iter().map(|task| (&*task.heading, task.space.lines())).collect();
    assert_eq!(seen, [("Wer?", 14), ("Wann?", 0)]);
    let words = |task: usize| match &tasks.tasks[task].blocks[..] {
        [zeitlupe_core::prose::Block::Paragraph(pieces)] => plain(pieces),
        other => panic!("{other:?}"),
    };
    assert_eq!((words(0), words(1)), ("Belegen Sie jede Forderung (mit einer Stelle).".into(), "Nur lesen (keine Antwort)".into()));
}

#[test]
fn problems_of_tasks_name_their_line() {
    let (tasks, remarks) = read_tasks("Vorweg.\n(kurze Antwort)\n## A\n# Zweiter Titel\n## B\n## A\n## A\n");
    assert_eq!(tasks.tasks.iter().map(|task| &*task.heading).collect::<Vec<_>>(), ["A", "B", "A (2)", "A (3)"]);
    assert_eq!((tasks.title.as_str(), tasks.intro.len(), tasks.tasks[0].blocks.len()), ("", 1, 1));
    assert_eq!(
        said(&remarks),
        [
            "2 expected the room for an answer within a task, found it before the first",
            "4 expected one title (#) at the beginning and each task below ##, found another #: taken as text",
            "6 expected a heading of its own for each task, found \"A\" again: called \"A (2)\"",
            "7 expected a heading of its own for each task, found \"A\" again: called \"A (3)\"",
        ]
    );
    for empty in ["", "\n", "# Nur ein Titel\n"] {
        let (tasks, remarks) = read_tasks(empty);
        assert_eq!((tasks.tasks.len(), said(&remarks)), (0, vec!["- expected a heading with ## for each task, found none".to_owned()]));
    }
}

#[test]
fn a_tour_has_stations_with_a_saved_view() {
    let text = "# Führungen\n\n## Der Weg\nFür die erste Stunde.\n\n1. [Zuerst](https://schule.example/#/artikel/a?q=Gas) **diesen** lesen, dann [hier](#/zeit)\n   und [dort](https://dpa.example).\n2. Weiter zur [Karte](#/namen?ansicht=karte).\n\n## Kurz\n- [Suche](#/suche?q=x)\n";
    let (tours, remarks) = read_tours(text);
    assert!(remarks.is_empty(), "{remarks:?}");
    let titles: Vec<(&str, usize)> = tours.iter().map(|tour| (&*tour.title, tour.stations.len())).collect();
    assert_eq!(titles, [("Der Weg", 2), ("Kurz", 1)]);
    let first = &tours[0].stations[0];
    assert_eq!((&*first.address, plain(&first.words)), ("#/artikel/a?q=Gas", "Zuerst diesen lesen, dann hier und dort.".into()));
    let links: Vec<&str> = first.words.iter().filter_map(|piece| piece.link.as_deref()).collect();
    assert_eq!(links, ["https://dpa.example"]);
}

#[test]
fn problems_of_tours_name_their_line() {
    let (tours, remarks) = read_tours("- [Gleich](#/)\n- ohne Ziel\n- [fort](https://x.example)\n# Leer\nWorte.\n# Auch leer\n");
    assert_eq!((tours.len(), &*tours[0].title, tours[0].stations.len()), (1, "", 1));
    let station = "expected a station with a link into the room, like [Worte](#/artikel/…), found none: left out";
    assert_eq!(
        said(&remarks),
        [
            format!("2 {station}"),
            format!("3 {station}"),
            "4 expected a list of stations below \"Leer\", found none: left out".into(),
            "6 expected a list of stations below \"Auch leer\", found none: left out".into(),
        ]
    );
    assert_eq!(said(&read_tours("Nur Worte.").1), ["- expected a heading and below it a list of stations, found neither"]);
}
