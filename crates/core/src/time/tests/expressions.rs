//! Cases with the expected expressions marked as `[TYPE value words]`, with `-` for an empty value. Nothing else may be found.

use crate::article::{Evidence, Origin, Precision, PubDate};
use crate::day::Day;
use crate::text::Span;
use crate::time::recognise;

/// The publication date of `2022-02-04` or `2022-02`; `None` for an empty string.
pub(super) fn published(iso: &str) -> Option<PubDate> {
    let evidence = Evidence { origin: Origin::Record, quote: String::new(), line: None, shared_words: 0 };
    let (earliest, latest, precision) = match iso.len() {
        10 => (super::day(iso), super::day(iso), Precision::Day),
        7 => {
            let first = super::day(&format!("{iso}-01"));
            let last = (27..31).rev().map(|days| first.plus(days)).find(|day| day.civil().1 == first.civil().1);
            (first, last.expect("a month has a last day"), Precision::Month)
        }
        _ => return None,
    };
    Some(PubDate { earliest, latest, precision, minutes: None, evidence })
}

/// The text without marks, and the marks.
fn unmark(marked: &str) -> (String, Vec<(Span, String, String)>) {
    let (mut text, mut marks) = (String::new(), Vec::new());
    for piece in marked.split('[') {
        let Some((mark, rest)) = piece.split_once(']') else {
            text.push_str(piece);
            continue;
        };
        let mut parts = mark.splitn(3, ' ');
        let mut next = || parts.next().expect("[TYPE value words]");
        let (kind, value, words) = (next(), next(), next());
        let start = text.len();
        text.push_str(words);
        marks.push((Span::new(start, text.len()), kind.to_owned(), if value == "-" { String::new() } else { value.to_owned() }));
        text.push_str(rest);
    }
    (text, marks)
}

/// Asserts that exactly the marks are found in a text published on `date`.
pub(super) fn check_on(date: &str, marked: &str) {
    let (text, marks) = unmark(marked);
    let found: Vec<_> =
        recognise(&text, published(date).as_ref()).into_iter().map(|time| (time.span, time.kind.code().to_owned(), time.value)).collect();
    let show = |list: &[(Span, String, String)]| {
        list.iter().map(|(span, kind, value)| format!("{kind} {value} {}", span.of(&text))).collect::<Vec<_>>()
    };
    assert_eq!(show(&found), show(&marks), "{text}");
}

/// The same for Friday, 4 February 2022.
pub(super) fn check(marked: &str) {
    check_on("2022-02-04", marked);
}

/// The possible days of the only expression of `text`.
pub(super) fn days(date: &str, text: &str) -> String {
    let found = recognise(text, published(date).as_ref());
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    let iso = |day: Option<Day>| day.map_or_else(|| "-".to_owned(), Day::iso);
    format!("{}..{}", iso(found[0].earliest), iso(found[0].latest))
}

#[test]
fn complete_dates_need_no_context() {
    check("Sein Mandat läuft am [DATE 2022-09-30 30. September 2022] aus.");
    check("Erschienen am [DATE 2022-02-04 04.02.2022].");
    check("Stand: [DATE 2023-02-22 22.02.2023] [TIME 2023-02-22T16:00 16:00 Uhr]");
    check("Am [DATE 2022-02-15 15.2.] reist er.");
    check("Der Termin ([DATE 2022-02-04 2022-02-04]) steht.");
    check("Am [DATE 1998-01-17 Samstag, 17. Januar 1998], geschah es.");
    check("Vom [DATE 2022-03-05 5.] bis [DATE 2022-03-12 12. März] ist zu.");
    check("Am [DATE 2022-03-05 5.] und [DATE 2022-03-12 12. März] ist zu.");
    check("Am [DATE 2022-03-05 5.], [DATE 2022-03-12 12.] und [DATE 2022-03-19 19. März] ist zu.");
    check("vom [DATE 2014-02-28 28. Februar] bis [DATE 2014-03-03 3. März 2014]");
    check("Im [DATE 2022-01 Jänner 2022] war es kalt.");
    check("Am [DATE 2022-02-15 15. Februar] reist Scholz.");
}

#[test]
fn years_and_decades_are_found() {
    check("Er ist seit [DATE 2014 2014] Generalsekretär.");
    check("Er war von [DATE 2005 2005] bis [DATE 2013 2013] Ministerpräsident.");
    check("Seit dem Ausbruch [DATE 2019 Ende 2019] ist viel passiert.");
    check("im [DATE 1991 Jahr 1991], Friedensnobelpreis [DATE 1991 des Jahres 1991]");
    check("Der Krieg ([DATE 1914 1914]–[DATE 1918 1918]) war lang.");
    check("Der Krieg ([DATE 1914 1914]-[DATE 1918 1918]) war lang.");
    check("In der Saison [DATE 2009/2010 2009/10] gewann er.");
    check("Das war in [DATE 199 den 90er-Jahren].");
    check("Das war in [DATE 195 den fünfziger Jahren].");
    check("Das war [DATE 19 Anfang des 20. Jahrhunderts].");
    check("Im [DATE 2014-Q3 dritten Quartal 2014] stieg er.");
}

#[test]
fn relative_dates_are_resolved_against_the_publication() {
    check("[DATE 2022-02-03 Gestern] kam er, [DATE 2022-02-02 vorgestern] nicht.");
    check("[TIME 2022-02-03TEV Gestern Abend] kam er.");
    check("Er kommt [DATE 2022-02-05 morgen].");
    check("[DATE 2022-W06 Nächste Woche] will er reisen.");
    check("Das sorgte [DATE 2022-W05 diese Woche] für Aufregung.");
    check("Das war in [DATE 2022-W04 der vergangenen Woche].");
    check("Er reist [DATE 2022-02 Mitte Februar].");
    check("Im [DATE 2021 vergangenen Jahr] war es so, im [DATE 2021 Vorjahr] auch, [DATE 2022 heuer] nicht.");
    check("[DATE 2023 Mitte nächsten Jahres] wird es fertig.");
    check("Das kam am [DATE 2022-W05-WE Wochenende] nicht mehr.".replace("kam", "wird").replace("nicht mehr", "sein").as_str());
    check("Der [DATE 2021-09 September] war warm.");
    check("Die drei Staaten hatten im [DATE 2021-09 September] das Bündnis ausgerufen.");
    check("Im [DATE 2022-09 September] wird gewählt.");
    check("Im [DATE 2022-SU Sommer] wird gebaut.");
    check("Zu [DATE 2022-04-17 Ostern] wird gefeiert, an [DATE 2021-12-24 Weihnachten] wurde gefeiert.");
}

#[test]
fn weekdays_follow_the_tense() {
    check("Putin suchte am [DATE 2022-02-04 Freitag] Rückendeckung.");
    check("Erdogan hatte am [DATE 2022-02-03 Donnerstag] mit Selenski beraten.");
    check("Macron fliegt am [DATE 2022-02-07 Montag] zu Putin, am [DATE 2022-02-08 Tag danach] zu Selenski.");
    check("Am [DATE 2022-01-31 Montag] wurde verhandelt, am [DATE 2022-01-30 Tag zuvor] nicht.");
    check("Am [DATE 2022-02-07 Montag] will er reisen.");
    check("Er kam am [DATE 2022-01-29 vergangenen Samstag].".replace("am [DATE 2022-01-29 v", "[DATE 2022-01-29 v").as_str());
    check("Er kommt [DATE 2022-02-11 kommenden Freitag].");
    check("Er kommt am [TIME 2022-02-08TEV Dienstagabend].");
    check("Er kommt am [DATE 2022-02-11 Freitag nächster Woche].");
    check("Die geplante Reise beginnt am [DATE 2022-02-10 Donnerstag].");
    check("Wie der Sprecher am [DATE 2022-02-04 Freitag] mitteilte, will er kommen.");
}

#[test]
fn durations_sets_and_vague_references_are_found() {
    check("Das gilt für [DURATION P25Y die nächsten 25 Jahre].");
    check("Seit [DURATION PXW Wochen] dauert es an, seit [DURATION PXY Jahren].");
    check("Vor [DURATION P2Y zwei Jahren] begann es.");
    check("Das dauerte [DURATION P6M ein halbes Jahr] und [DURATION P1.5Y eineinhalb Jahre].");
    check("Das sind zehn Milliarden Kubikmeter [SET P1Y pro Jahr].");
    check("Er kommt [SET XXXX-WXX-1 jeden Montag], [SET P4Y alle vier Jahre], [SET P1D täglich].");
    check("[DATE PRESENT_REF Derzeit] wartet Moskau.");
    check("Er will „[DATE FUTURE_REF in Kürze]“ reisen.");
    check("Die Beziehungen sind [DATE PRESENT_REF heute] kompliziert.");
    check("In [DURATION PXD den vergangenen Tagen] hieß es, [DATE PAST_REF damals] nicht.");
    check("Die [DURATION PT35H 35-Stunden-Woche] kommt nach [DURATION PXY jahrelangem] Streit.");
}

#[test]
fn times_of_day_are_found() {
    check("Am [DATE 2022-02-07 Montag] um [TIME 2022-02-07T17:30 17.30 Uhr] wird getagt.");
    check("[DATE 2022-08-25 25.] und [DATE 2022-08-26 26. August], [TIME T10:00 10]–[TIME T18:00 18 Uhr]");
    check("[DATE 2022-02-04 04.02.2022] | [TIME 2022-02-04T12:01 12:01 Uhr]");
    check("[DATE 2022-02-03 03.02.2022] | 01:41 min");
    check("[DATE 2022-02-04 Heute] um [TIME 2022-02-04T19:30 19.30 Uhr] trifft sich der Rat.");
    check_on("", "Um [TIME T18:00 18 Uhr] geht es los.");
}

#[test]
fn a_month_is_not_guessed_to_a_day() {
    let check = |marked: &str| check_on("2022-02", marked);
    check("Sie trafen sich am [DATE - Freitag].");
    check("[DATE - Nächste Woche] will er reisen.");
    check("Sie trafen sich im [DATE 2021-12 Dezember].");
    check("Sie trafen sich am [DATE 2022-02-15 15. Februar].");
    check("[DATE 2022 In diesem Jahr] wird es ruhig.".replace("[DATE 2022 In diesem Jahr]", "In [DATE 2022 diesem Jahr]").as_str());
    assert_eq!(days("2022-02", "Sie trafen sich am Freitag."), "2022-01-28..2022-02-25");
    assert_eq!(days("2022-02", "Sie trafen sich gestern."), "2022-01-31..2022-02-27");
}

#[test]
fn without_a_publication_only_complete_dates_are_resolved() {
    let check = |marked: &str| check_on("", marked);
    check("Sie trafen sich am [DATE - Freitag], [DATE - nächste Woche] wieder.");
    check("Am [DATE - 15. Februar] reist er, am [DATE 2022-09-30 30. September 2022] auch.");
    check("Seit [DURATION P2Y zwei Jahren] geht das so, seit [DATE 2014 2014] nicht.");
    assert_eq!(days("", "Sie trafen sich am Freitag."), "-..-");
    assert_eq!(days("", "Sie trafen sich vor zwei Jahren."), "-..-");
}

#[test]
fn earliest_and_latest_day_are_known() {
    for (text, expected) in [
        ("Er kam am 4. Februar 2022.", "2022-02-04..2022-02-04"),
        ("Er kam im Februar 2022.", "2022-02-01..2022-02-28"),
        ("Er kam Mitte Februar 2022.", "2022-02-10..2022-02-19"),
        ("Er kam Ende 2019.", "2019-09-02..2019-12-31"),
        ("Er kam in den achtziger Jahren.", "1980-01-01..1989-12-31"),
        ("Das war im 20. Jahrhundert.", "1900-01-01..1999-12-31"),
        ("Nächste Woche will er kommen.", "2022-02-07..2022-02-13"),
        ("Er kam vor zwei Jahren.", "2020-01-01..2020-12-31"),
        ("Er kam vor drei Tagen.", "2022-02-01..2022-02-01"),
        ("Er kommt in zwei Wochen.", "2022-02-14..2022-02-20"),
        ("Es geschah in den vergangenen zwei Jahren.", "2020-02-04..2022-02-04"),
        ("Es gilt für die nächsten 25 Jahre.", "2022-02-04..2047-02-04"),
        ("Es dauerte zwei Jahre.", "-..-"),
        ("Er kam im Sommer 2021.", "2021-06-01..2021-08-31"),
        ("Er kam im Winter 2021.", "2020-12-01..2022-02-28"),
    ] {
        assert_eq!(days("2022-02-04", text), expected, "{text}");
    }
}

#[test]
fn unusual_ways_to_write_dates_are_found() {
    check("In [DATE 2022-W14 KW 14] und in der [DATE 2022-W15 15. Kalenderwoche] wird gebaut.");
    check("Im [DATE 2022-H1 1. Halbjahr 2022], in [DATE 2022-Q3 Q3 2022].");
    check("[DATE 18 19.] und [DATE 19 20. Jahrhundert]");
    check("Bis zum [DATE 2009-Q3 dritten Trimester 2009] sank er gegenüber [DATE 2008-Q3 dem gleichen Zeitraum des Vorjahres].");
    check("Am [DATE 2020-10-21 21. Oktober 2020] war es mehr als im [DATE 2019 Vorjahreszeitraum].");
    check(
        "Vom [DATE 2022-06-05 5.] bis zum [DATE 2022-06-09 9. Juni] ist zu, vom [DATE 2022-02-07 07.]-[DATE 2022-02-09 09.02.2022] auch.",
    );
    check("Am [DATE 2022-03-05 Samstag, 5.], und [DATE 2022-03-06 Sonntag, 6. März], ist zu.");
    check("Am [DATE 2022-03-01 1. 3. 2022], im [DATE 2022-02 Feber], am [DATE 2022-08-01 1. August].");
    check("Das war im Wintersemester [DATE 2021/2022 2021/22].");
    check("Das war [DATE 198 Mitte der Achtzigerjahre], nicht in [DATE 199 den Neunzigern].");
    check("Die Stadt stand 753 v. Chr. noch nicht, um 1500 v. Chr. auch nicht.");
    // A weekday that fits the date in one year only.
    check("Er kam am [DATE 2021-12-17 Freitag, 17. Dezember].");
    check_on("2022-06-30", "Er kam am [DATE 2021-01-17 Sonntag, 17. Januar].");
}

#[test]
fn holidays_are_resolved() {
    check("Zum [DATE 2022-01-01 Jahreswechsel] und zu [DATE 2022-01-01 Neujahr] war er hier.");
    check(
        "Am [DATE 2021-12-24 Heiligen Abend] war er hier, am [DATE 2021-12-26 zweiten Weihnachtsfeiertag] und [DATE 2021-12-26 Stefanitag] nicht.",
    );
    check("Am [DATE 2022-04-15 Karfreitag] und an [DATE 2022-06-05 Pfingsten] ist frei.");
    check("Der [DATE 2021-11-17 Buß- und Bettag] war frei.");
    check("Das Spiel findet am [DATE 2022-12-26 26. Dezember] statt.");
}

#[test]
fn relative_dates_are_resolved_in_their_context() {
    check("[DATE 2022-W05 Anfang der Woche] kam er, zu [DATE 2022-W05 Wochenbeginn] auch.");
    check("[DATE 2022-W07 Übernächste Woche] kommt er, [DATE 2022-W03 vorletzte Woche] war er hier.");
    check("[DATE 2022-02-14 Montag in einer Woche] kommt er, [DATE 2022-02-11 heute in acht Tagen] auch.");
    check("Am [DATE 2022-01-25 Dienstag der Vorwoche] sank er, [DATE 2022-01-28 vergangene Woche Freitag] nicht.");
    check("Am [DATE 2022-02-05 morgigen Samstag], wie er [DATE 2022-02-04 heute, Freitag], sagte.");
    check("Von [DATE 2022-02-07 Montag] bis [DATE 2022-02-11 Freitag] wird gebaut.");
    check("Von [DATE 2022-01-31 Montag] bis [DATE 2022-02-04 Freitag] wurde gebaut.");
    check("Er siegte am [DATE 2022-02-04 Freitag], wie am [DATE 2022-02-03 Tag zuvor] und am [DATE 2022-02-03 Vortag].");
    check("Er muss binnen [DURATION P3D drei Tagen] zahlen.");
    check("Am [DATE 2022-02-07 Montag] kommt er, am [TIME 2022-02-08TMO nächsten Morgen] fährt er.");
    check("Um [TIME 2022-02-04T08:15 Viertel nach acht] kommt er.");
    check("[SET XXXX-WXX-1 Montags] bis [SET XXXX-WXX-5 freitags] von [TIME T09:00 9] bis [TIME T17:00 17 Uhr].");
    check("Vor [DURATION PXD einigen Tagen] hielt man ihn in [TIME - den frühen Morgenstunden] an.");
    check_on("2022-02-17", "Vor [DURATION PXD einigen Tagen] hielt man ihn in [TIME 2022-02-XXTMO den frühen Morgenstunden] an.");
}

#[test]
fn the_tense_of_news_decides_the_direction() {
    check("Seit [DATE 2022-01-31 Montag] gilt das, ab [DATE 2022-02-07 Montag] nicht mehr.");
    check("In der Erklärung vom [DATE 2022-01-31 Montag] steht nichts davon.");
    check("Der Wahlsieger vom [DATE 2022-W04-WE Wochenende] schweigt.");
    check("Das sei ihm am [DATE 2022-01-31 Montag] nicht aufgefallen, versicherte er.");
    check("Er kündigte an, am [DATE 2022-02-07 Montag] nach Rom zu reisen.");
    check("Er kündigte an, am [DATE 2022-02-07 Montag] teilzunehmen.");
    check("Sie sollen am [DATE 2022-01-31 Montag] Musik gehört haben.");
    check("Am [DATE 2022-01-31 Montag] sind zwei Flugzeuge zusammengestoßen.");
    check("Die Zahl hat sich am [DATE 2022-01-31 Montag] (4740) deutlich verringert.");
    check("Es gehe um mehr, sagt Müller am [DATE 2022-01-31 Montag].");
    check("Zwei Bergsteiger am [DATE 2022-01-31 Montag] abgestürzt");
    check("Das werde am [DATE 2022-02-07 Montag] vorgestellt, sagte er.");
    check("Eine Lage wie im [DATE 2021-SP Frühjahr] bekommen wir nicht.");
    check("Seit [DATE 2021-04 April] steigt es, ab [DATE 2022-12 Dezember] wird es besser.");
    check("Von [DATE 2022-02-07 Montag] an öffnen die Häuser.");
    check("Eines Morgens wachte er auf. [SET XXXX-WXX-7TEV Sonntagabends] schläft er.");
    check("Über [DATE 2020-12-24 Weihnachten 2020] war er hier, in der letzten September- und der ersten Oktoberwoche nicht.");
    check("Die Schule bleibt am [DATE 2022-02-07 Montag] geschlossen.");
    check("Der Rat trifft sich am [DATE 2022-02-07 Montag] (20 Personen) in Wien.");
}
