//! What a date governs, in sentences as if published on Friday, 4 February 2022: each kind is a table of sentences with what they must give.

use super::published;
use crate::event::{Event, Mode, events, label};
use crate::text::{Document, Span};
use crate::time;

/// The first event of a text, with the clause and the label.
fn first(text: &str) -> Option<(Event, String, String)> {
    let date = published("2022-02-04");
    let document = Document::new(text);
    let times = time::recognise_in(&document, Some(&date), &[]);
    let event = events(&document, &times, Some((date.earliest, date.latest))).first().copied()?;
    let (clause, span) = (event.clause, event.expression(&times)?.span);
    let inside = Span { start: span.start.saturating_sub(clause.start), end: span.end.saturating_sub(clause.start) };
    Some((event, clause.of(text).to_owned(), label(clause.of(text), inside, &[])))
}

/// Asserts that each sentence gives its clause; an empty one stands for no event.
fn check(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, clause)| (text, clause, first(text).map_or_else(String::new, |(_, clause, _)| clause)))
        .filter(|(_, clause, found)| found != *clause)
        .map(|(text, clause, found)| format!("{text}\n  want {clause}\n  have {found}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_date_in_a_noun_phrase_gives_the_phrase() {
    check(IN_PHRASES);
}

#[test]
fn a_date_of_the_text_itself_gives_nothing() {
    for text in [
        "Stand: 10. Januar 2022, 16.09 Uhr",
        "Update 10. Januar, 16.09 Uhr",
        "Zuletzt aktualisiert am 3. Februar 2022.",
        "Foto vom 12. Mai 2021: Berger in Linz",
        "Die Zahlen sind gleich (Tuite et al., 2020).",
        "Bis Ende des ersten Quartals.",
        "Das Niveau vom vergangenen März ist unerreicht.",
    ] {
        assert_eq!(first(text).map(|(_, clause, _)| clause), None, "{text}");
    }
    assert!(first("Der Stand wurde am 3. Februar 2022 geöffnet.").is_some());
}

#[test]
fn a_date_of_the_clause_gives_the_clause() {
    check(OF_CLAUSES);
}

#[test]
fn a_date_in_a_subordinate_clause_gives_that_clause() {
    check(SUBORDINATE);
}

#[test]
fn what_was_said_is_told_or_nothing() {
    check(SAYING);
}

#[test]
fn not_every_nicht_is_a_denial() {
    for (text, mode) in MODES {
        assert_eq!(first(text).map(|(event, ..)| event.mode), Some(*mode), "{text}");
    }
}

#[test]
fn labels_begin_with_a_name_or_noun() {
    for (text, expected) in LABELS {
        assert_eq!(first(text).map_or_else(String::new, |(.., label)| label), *expected, "{text}");
    }
    assert_eq!(label("seit Ende Dezember laufenden Kampagnen", Span::new(5, 18), &[]), "seit Ende Dezember laufenden Kampagnen");
    assert_eq!(
        label("Am Montag wird Ursula von der Leyen sich erklären", Span::new(3, 9), &[Span::new(15, 35)]),
        "Ursula von der Leyen wird sich erklären"
    );
    assert_eq!(
        label("2021 hatte Berger Linz besucht", Span::new(0, 4), &[Span::new(11, 17), Span::new(18, 22)]),
        "Berger hatte Linz besucht"
    );
}

#[test]
fn a_range_is_one_event() {
    for (text, expected) in [
        ("Er war von 2005 bis 2013 Ministerpräsident.", "2005/2013"),
        ("Die Messe dauert vom 24. bis 29. Januar.", "2022-01-24/2022-01-29"),
        ("Zwischen 1990 und 1995 war er Minister.", "1990/1995"),
        ("Der Krieg (1914–1918) war lang.", "1914/1918"),
        ("Vom 1. März bis zum 3. April 2021 war zu.", "2021-03-01/2021-04-03"),
    ] {
        let date = published("2022-02-04");
        let document = Document::new(text);
        let times = time::recognise_in(&document, Some(&date), &[]);
        let found = events(&document, &times, Some((date.earliest, date.latest)));
        assert_eq!((times.len(), found.len()), (2, 1), "{text}");
        let whole = found[0].expression(&times).expect("its times are in the list");
        assert_eq!((whole.value.as_str(), whole.earliest, whole.latest), (expected, times[0].earliest, times[1].latest), "{text}");
    }
    let text = "Am Montag kam er, am Dienstag ging er.";
    let times = time::recognise(text, Some(&published("2022-02-04")));
    assert_eq!(events(&Document::new(text), &times, None).len(), 2);
}

#[rustfmt::skip]
const IN_PHRASES: &[(&str, &str)] = &[
    ("Putin und Xi trafen sich erstmals seit Ausbruch der Pandemie Ende 2019.", "Ausbruch der Pandemie Ende 2019"),
    ("Die Beziehungen sind seit der Annexion der Krim 2014 schlecht.", "Annexion der Krim 2014"),
    ("Nach dem Einmarsch in die Ukraine 2014 verhängte die EU Sanktionen.", "Einmarsch in die Ukraine 2014"),
    ("Seit dem Abzug der Truppen im August 2021 herrscht Hunger.", "Abzug der Truppen im August 2021"),
    ("Vor der Wahl im September 2021 hatte er geschwiegen.", "Wahl im September 2021"),
    ("Bis zum Beginn der Olympischen Spiele am 4. Februar bleibt er in Peking.", "Beginn der Olympischen Spiele am 4. Februar"),
    ("Nach der Abstimmung am Mittwoch trat er zurück.", "Abstimmung am Mittwoch"),
    ("Die Wirtin nannte den Beschluss vom Mittwoch falsch.", "Beschluss vom Mittwoch"),
    ("Er erinnerte an die Anschläge vom 11. September 2001.", "Anschläge vom 11. September 2001"),
    ("Moskau hält das Memorandum von 1994 für ungültig.", "Memorandum von 1994"),
    ("Die Opposition verteidigt den Haushalt des vergangenen Jahres.", "Haushalt des vergangenen Jahres"),
    ("Das Treffen am Freitag verlief gut.", "Treffen am Freitag"),
    ("Der Gipfel im Herbst 2021 brachte nichts.", "Gipfel im Herbst 2021"),
    ("Die Verhandlungen am Montag dauerten bis Mitternacht.", "Verhandlungen am Montag"),
    ("Der Vertrag New Start (2010) läuft aus.", "Vertrag New Start (2010)"),
    ("Bei den Protesten 2020 starben drei Menschen.", "Protesten 2020"),
    ("Wegen des Streiks am Donnerstag fallen Züge aus.", "Wegen des Streiks am Donnerstag fallen Züge aus"),
    ("Er verwies auf die Rede vom 3. Februar.", "Rede vom 3. Februar"),
    ("Wie aus der am Mittwoch von der Universität Oxford veröffentlichten Studie hervorgeht, wirkt er.", "am Mittwoch von der Universität Oxford veröffentlichten Studie"),
    ("Das am Freitag unterzeichnete Abkommen gilt zehn Jahre.", "am Freitag unterzeichnete Abkommen"),
    ("Er zog eine Bilanz der seit Ende Dezember laufenden Kampagnen.", "seit Ende Dezember laufenden Kampagnen"),
    ("Ein im Januar begonnener Prozess gegen ihn dauert an.", "im Januar begonnener Prozess"),
    ("Er las in der gestern erschienenen Zeitung.", "gestern erschienenen Zeitung"),
    ("Die am 3. Januar aus Kiew zurückgekehrten Diplomaten schwiegen.", "am 3. Januar aus Kiew zurückgekehrten Diplomaten"),
    ("Die Erklärung aus dem Jahr 1990 gilt noch.", "Erklärung aus dem Jahr 1990"),
    ("Sie fordert die Umsetzung der Vereinbarung von 2015.", "Umsetzung der Vereinbarung von 2015"),
    ("Die Toten des Jahres 2021 sind nicht vergessen.", "Toten des Jahres 2021"),
];

#[rustfmt::skip]
const OF_CLAUSES: &[(&str, &str)] = &[
    ("Russland annektierte die Krim 2014.", "Russland annektierte die Krim 2014"),
    ("Sie trafen sich in Moskau am Freitag.", "Sie trafen sich in Moskau am Freitag"),
    ("Der Präsident kam am Freitag in Linz an.", "Der Präsident kam am Freitag in Linz an"),
    ("Er unterschrieb den Vertrag am 3. Mai 2018 in Wien.", "Er unterschrieb den Vertrag am 3. Mai 2018 in Wien"),
    ("Die Firma hat ihren Sitz seit 2019 in Graz.", "Die Firma hat ihren Sitz seit 2019 in Graz"),
    ("Das Haus wurde 1998 gebaut.", "Das Haus wurde 1998 gebaut"),
    ("Die Messe findet im Mai 2022 statt.", "Die Messe findet im Mai 2022 statt"),
];

#[rustfmt::skip]
const SUBORDINATE: &[(&str, &str)] = &[
    ("Weil der Zug am Dienstag entgleiste, blieb die Strecke gesperrt.", "der Zug am Dienstag entgleiste"),
    ("Nachdem die Partei im Herbst 2021 verloren hatte, trat ihr Chef zurück.", "die Partei im Herbst 2021 verloren hatte"),
    ("Berger, der am Dienstag in Graz landete, sprach von einem Erfolg.", "Berger, der am Dienstag in Graz landete"),
    ("Das Museum, in dem 1990 die Bilder verschwanden, schließt.", "Das Museum, in dem 1990 die Bilder verschwanden"),
    ("Er arbeitete als Lehrer, bevor er 2003 in den Rat gewählt wurde.", "er 2003 in den Rat gewählt wurde"),
    ("Als Weber im Mai 2019 nach Linz zog, war die Halle schon gebaut.", "Weber im Mai 2019 nach Linz zog"),
    ("Die Brücke, die 1998 gebaut wurde, ist gesperrt.", "Die Brücke, die 1998 gebaut wurde"),
    ("Obwohl der Verein am Samstag verlor, bleibt er Erster.", "der Verein am Samstag verlor"),
    ("Der Rat berät, ob die Schule im März 2023 schließen soll.", "ob die Schule im März 2023 schließen soll"),
    ("Der Minister hofft, dass die Bahn am Montag wieder fährt.", "die Bahn am Montag wieder fährt"),
    ("Weil er 2015 gelogen hatte, muss der Beamte gehen.", "er 2015 gelogen hatte, muss der Beamte gehen"),
    ("Der Vertrag, den beide am 3. Mai 2018 unterzeichneten, läuft aus.", "Der Vertrag, den beide am 3. Mai 2018 unterzeichneten"),
    ("Seit die Mauer 1989 fiel, hat sich viel verändert.", "die Mauer 1989 fiel"),
    ("Während der Kanzler am Donnerstag in Wien war, tagte das Parlament.", "der Kanzler am Donnerstag in Wien war"),
    ("Er weiß, wer am Mittwoch in Linz war.", "Er weiß, wer am Mittwoch in Linz war"),
    ("Die Stadt, in der Berger 1970 geboren wurde, feiert.", "Die Stadt, in der Berger 1970 geboren wurde"),
    ("Falls der Rat am 15. Februar zustimmt, wird gebaut.", "der Rat am 15. Februar zustimmt"),
    ("Sobald die Fähre am Montag ausläuft, wird es voll.", "die Fähre am Montag ausläuft"),
    ("Das Amt prüft, warum der Damm am Sonntag brach.", "der Damm am Sonntag brach"),
    ("Die Frau, deren Mann 2004 starb, schrieb ein Buch.", "Die Frau, deren Mann 2004 starb"),
    ("Man sagt, dass der König 1848 geflohen sei.", "der König 1848 geflohen sei"),
];

#[rustfmt::skip]
const SAYING: &[(&str, &str)] = &[
    ("Wie Peskow am Freitag mitteilte, will sich Scholz mit Putin treffen.", ""),
    ("Das teilte das Ministerium am Freitag mit.", ""),
    ("Die Gespräche gehen weiter, wie das Amt am Freitag mitteilte.", ""),
    ("Dies sagte Berger am Mittwoch.", ""),
    ("Die Brücke wird gesperrt, sagte Berger am Mittwoch.", "Die Brücke wird gesperrt, sagte Berger am Mittwoch"),
    ("„Das ist ein guter Tag“, sagte Berger am Mittwoch.", "„Das ist ein guter Tag“, sagte Berger am Mittwoch"),
    ("Der Sprecher erklärte am Donnerstag, dass die Gespräche weitergehen.", "Der Sprecher erklärte am Donnerstag, dass die Gespräche weitergehen"),
    ("Wie die Polizei am Montag berichtete, wurden zwei Männer verletzt.", ""),
    ("Das berichtete die Zeitung am Dienstag.", ""),
    ("Wie am Freitag bekannt wurde, schließt das Werk.", ""),
    ("Zwei Männer wurden verletzt, wie die Polizei am Montag meldete.", ""),
    ("So äußerte sich Berger am Mittwoch.", ""),
    ("Berger sagte am Mittwoch: „Wir bleiben.“", "„Wir bleiben.“"),
    ("Davon berichtete der Sender am Donnerstag.", ""),
    ("Laut einer Mitteilung vom Freitag sinken die Preise.", ""),
    ("Nach Angaben vom Donnerstag sind es 300 Fälle.", ""),
    ("Wie aus dem Bericht vom Mittwoch hervorgeht, sinken die Preise.", ""),
    ("Das bestätigte ein Sprecher am Freitag.", ""),
    ("Wie der Konzern am Freitag bekanntgab, sinkt der Gewinn.", ""),
    ("Einem Bericht vom Montag zufolge tritt er zurück.", ""),
];

#[rustfmt::skip]
const MODES: &[(&str, Mode)] = &[
    ("Ein Angriff am Montag ist nicht ausgeschlossen.", Mode::Planned),
    ("Die Waffen hätten am Montag geliefert werden sollen.", Mode::Planned),
    ("Am Montag kamen nicht nur Minister, sondern auch Gäste.", Mode::Past),
    ("Am Montag kamen keine zwei Dutzend Gäste.", Mode::Past),
    ("Am Dienstag demonstrierten nicht weniger als 3000 Menschen.", Mode::Past),
    ("Sie bestritt nicht, am Montag in Linz gewesen zu sein.", Mode::Past),
    ("Die Polizei konnte den Angriff am Montag nicht verhindern.", Mode::Past),
    ("Es gab am Mittwoch keinen Zweifel am Ergebnis.", Mode::Past),
    ("Das war am Montag kein Zufall.", Mode::Past),
    ("Nicht zuletzt deshalb kam Berger am Montag nach Linz.", Mode::Past),
    ("Die nicht geimpften Spieler fehlten am Samstag.", Mode::Past),
    ("Er wurde am Montag nicht umsonst gelobt.", Mode::Past),
    ("Noch nie kamen so viele Gäste wie am Samstag.", Mode::Past),
    ("Er kam am Dienstag nicht zum ersten Mal zu spät.", Mode::Past),
    ("Berger traf am Montag nicht Novak, sondern Weber.", Mode::Past),
    ("Am Mittwoch geschah nichts anderes als im Jahr davor.", Mode::Past),
    ("Am Samstag kamen nicht mehr als 300 Gäste.", Mode::Past),
    ("Nicht allein in Wien wurde am Samstag demonstriert.", Mode::Past),
    ("Das Treffen hätte am Dienstag stattfinden sollen.", Mode::Planned),
    ("Nicht selten kamen 2020 mehr als tausend Gäste.", Mode::Past),
    ("Berger war am Montag nicht in Linz.", Mode::Denied),
    ("Er hat am Dienstag keinen Brief geschrieben.", Mode::Denied),
    ("Der Konzern bestreitet, im Mai 2020 Müll verbrannt zu haben.", Mode::Denied),
    ("Niemand wurde am Donnerstag verletzt.", Mode::Denied),
];

#[rustfmt::skip]
const LABELS: &[(&str, &str)] = &[
    ("Am Mittwoch traf Scholz in Moskau Putin.", "Scholz traf in Moskau Putin"),
    ("Am Samstag demonstrierten in Wien tausende Menschen gegen die Impfpflicht.", "Tausende Menschen demonstrierten in Wien gegen die Impfpflicht"),
    ("Am Samstag demonstrierten tausende Menschen in Wien.", "Tausende Menschen demonstrierten in Wien"),
    ("Im Jahr 2008 hatte die NATO der Ukraine den Beitritt in Aussicht gestellt.", "Die NATO hatte der Ukraine den Beitritt in Aussicht gestellt"),
    ("Nächste Woche will Frankreichs Präsident Emmanuel Macron nach Moskau reisen.", "Frankreichs Präsident Emmanuel Macron will nach Moskau reisen"),
    ("Am Freitag trafen sich Putin und Xi in Peking.", "Putin und Xi trafen sich in Peking"),
    ("Am Montag wird der Rat der Stadt beraten.", "Der Rat der Stadt wird beraten"),
    ("Dabei kam es am Sonntag zu Unruhen.", "Es kam am Sonntag zu Unruhen"),
    ("Seit Donnerstag gilt in der Altstadt Tempo 30.", "Seit Donnerstag gilt in der Altstadt Tempo 30"),
    ("Im Mai 1945 wird die Stadt befreit.", "Die Stadt wird befreit"),
    ("2014 annektierte Russland die Krim.", "Russland annektierte die Krim"),
    ("Am 24. Februar begann der Angriff.", "Der Angriff begann"),
    ("Gestern eröffnete Präsidentin Anna Berger die neue Brücke.", "Präsidentin Anna Berger eröffnete die neue Brücke"),
    ("Am Montag sagte er ab.", "Er sagte ab"),
    ("Vor drei Jahren gründete Weber den Verlag.", "Weber gründete den Verlag"),
    ("Ende 2019 brach die Pandemie aus.", "Die Pandemie brach aus"),
    ("Am Dienstag haben Polizisten zwei Männer festgenommen.", "Polizisten haben zwei Männer festgenommen"),
    ("Auch am Donnerstag blieben die Schulen zu.", "Die Schulen blieben zu"),
    ("Von 2005 bis 2013 war Stoltenberg Ministerpräsident.", "Von 2005 bis 2013 war Stoltenberg Ministerpräsident"),
    ("Laut Russland ist der Termin für den 15. Februar fixiert.", "Der Termin ist für den 15. Februar fixiert, laut Russland"),
    ("Vor dem Hintergrund der Spannungen wird Bundeskanzler Olaf Scholz am 15. Februar in Russland sein.", "Bundeskanzler Olaf Scholz wird am 15. Februar in Russland sein, vor dem Hintergrund der Spannungen"),
    ("In dieser Woche wurden der spanischen Zeitung El Pais Dokumente zugespielt.", "In dieser Woche wurden der spanischen Zeitung El Pais Dokumente zugespielt"),
];
