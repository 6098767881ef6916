//! What counts as the same, and what as a difference.

use super::{Kind, Words, passages};

/// The passages of two texts, each with its pieces: `same` words as they are, `{a|b}` for others, `~a|b~` for other spellings, `<a|b>` for forms.
fn shown(a: &str, b: &str) -> Vec<String> {
    let show = |passage: super::Passage| {
        let piece = |piece: &super::Piece| {
            let (x, y) = (piece.a.of(a), piece.b.of(b));
            match piece.kind {
                Kind::Same => x.to_owned(),
                Kind::Spelling => format!("~{x}|{y}~"),
                Kind::Form => format!("<{x}|{y}>"),
                Kind::Changed | Kind::OnlyA | Kind::OnlyB => format!("{{{x}|{y}}}"),
            }
        };
        passage.pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
    };
    passages(&Words::new(a), &Words::new(b)).into_iter().map(show).collect()
}

fn check(a: &str, b: &str, expected: &[&str]) {
    assert_eq!(shown(a, b), expected, "{a}\n{b}");
}

#[test]
fn spelling_is_never_a_difference() {
    let (before, behind) = ("Nach Angaben der Behörden gilt die", "in der ganzen Region weiterhin als sehr angespannt");
    for (a, b) in [
        ("Lage der Nato", "Lage der NATO"),
        ("Lage der 2000 Helfer", "Lage der 2.000 Helfer"),
        ("Lage des Kremlchefs", "Lage des Kreml-Chefs"),
    ] {
        let found = shown(&format!("{before} {a} {behind}."), &format!("{before} {b} {behind}."));
        assert!(found.len() == 1 && found[0].matches('~').count() == 2 && !found[0].contains(['{', '<']), "{a}: {found:?}");
    }
    for (a, b) in
        [("„beispiellose“ Lage", "\"beispiellose\" Lage"), ("Lage (…)", "Lage (...)"), ("Lage – sie ist ernst –", "Lage, sie ist ernst,")]
    {
        let found = shown(&format!("{before} {a} {behind}."), &format!("{before} {b} {behind}."));
        assert!(found.len() == 1 && !found[0].contains(['{', '<', '~']), "{a}: {found:?}");
    }
}

#[test]
fn a_changed_word_is_a_difference() {
    check(
        "Der Minister nannte die Lieferung von Panzern an das Nachbarland am Montag in Graz einen Fehler.",
        "Der Minister nannte die Lieferung von Haubitzen an das Nachbarland am Montag in Graz einen Fehler.",
        &["Der Minister nannte die Lieferung von {Panzern|Haubitzen} an das Nachbarland am Montag in Graz einen Fehler"],
    );
    check(
        "Bei dem Brand in der Halle starben nach Angaben der Polizei drei Menschen, zwölf wurden verletzt.",
        "Bei dem Brand in der Halle starben nach Angaben der Polizei vier Menschen, 12 wurden verletzt.",
        &["Bei dem Brand in der Halle starben nach Angaben der Polizei {drei|vier} Menschen ~zwölf|12~ wurden verletzt"],
    );
    check(
        "Nach den Gesprächen der Minister mit den Ländern ist seit dem Morgen in Graz eine Einigung zu erwarten.",
        "Nach dem Gespräch der Minister mit den Ländern ist seit dem Morgen in Graz eine Einigung zu erwarten.",
        &["Nach {den|dem} <Gesprächen|Gespräch> der Minister mit den Ländern ist seit dem Morgen in Graz eine Einigung zu erwarten"],
    );
}

#[test]
fn a_clause_can_be_dropped_or_added() {
    check(
        "Die Abgeordneten stimmten dem Gesetz zur Förderung der Bahn zu. Es tritt im März in Kraft.",
        "Die Abgeordneten stimmten dem Gesetz zur Förderung der Bahn, über das Regierung und Länder seit dem Sommer verhandelt hatten, zu. \
         Es tritt im März in Kraft.",
        &["Die Abgeordneten stimmten dem Gesetz zur Förderung der Bahn \
           {|über das Regierung und Länder seit dem Sommer verhandelt hatten} zu. Es tritt im März in Kraft"],
    );
}

#[test]
fn a_quotation_in_another_frame_is_bounded() {
    let words = "Wir werden die Verträge mit allen Partnern in den nächsten Monaten sorgfältig prüfen";
    check(
        &format!("„{words}“, sagte die Ministerin am Rand einer Tagung in Bonn, zu der auch viele Gäste aus Frankreich kamen."),
        &format!("Zum Abschluss erklärte sie vor hundert Zuhörern, die lange gewartet hatten: „{words}.“"),
        &[words],
    );
}

#[test]
fn a_set_phrase_is_no_passage() {
    let long = "wollen die Länder ihre Haushalte im kommenden Jahr neu ordnen";
    check(&format!("Vor dem Hintergrund der Spannungen {long}."), "Vor dem Hintergrund der Spannungen reist der Kanzler nach Oslo.", &[]);
    check("Das teilte die Polizei am Montag mit.", "Das teilte die Polizei am Montag mit. Mehr war nicht bekannt.", &[]);
    check("", "", &[]);
}

#[test]
fn hostile_texts_take_no_more_than_their_length() {
    let word = "Wort ".repeat(100_000);
    assert!(shown(&word, &word).is_empty());
    let two = "Wort Satz ".repeat(50_000);
    assert!(shown(&two, &two).is_empty());
    let many: String = (0..50_000).map(|n| format!("wort{n} ")).collect();
    let found = passages(&Words::new(&many), &Words::new(&many));
    assert_eq!((found.len(), found[0].common(), found[0].is_verbatim()), (1, 50_000, true));
    let list = |from: usize| -> String { (0..20_000).map(|n| format!("rote blaue grüne Ente{} ab{} ", n / 4, n * 2 + from)).collect() };
    let (a, b) = (list(0), list(1));
    let found = passages(&Words::new(&a), &Words::new(&b));
    let taken = Words::new(&a).within(found.iter().map(|passage| passage.a).collect());
    assert_eq!(
        taken,
        found.iter().flat_map(|passage| &passage.pieces).map(|piece| piece.words.0 as usize).sum::<usize>(),
        "no word is in two"
    );
}

#[test]
fn what_many_texts_have_is_boilerplate() {
    use super::{Dated, shared_passages};
    use crate::day::Day;
    let appeal = "Wenn Sie alle Nachrichten aus der Stadt lesen wollen, empfehlen wir Ihnen unser kostenloses Angebot.";
    let pairs = |days: &[Option<i32>]| {
        let texts: Vec<Dated> = days.iter().map(|day| Dated { text: appeal, published: day.map(|day| (Day(day), Day(day))) }).collect();
        shared_passages(&texts, |_, _| true).len()
    };
    assert_eq!(pairs(&[Some(0), Some(1)]), 1);
    assert_eq!(pairs(&[Some(0), Some(0), Some(1), Some(1)]), 6, "an agency's text");
    assert_eq!(pairs(&[Some(0), Some(1), Some(2), Some(20)]), 0, "an appeal to the readers");
    assert_eq!(pairs(&[Some(0), Some(9)]), 0, "too far apart");
    assert_eq!(pairs(&[Some(0), None]), 1);
    assert_eq!(pairs(&[None; 10]), 45);
    assert_eq!(pairs(&[None; 11]), 0);
    assert_eq!(pairs(&[Some(0); 51]), 0);
}
