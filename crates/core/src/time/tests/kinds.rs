//! Kinds of expressions that other recognisers of dates get wrong, each with several of its forms.

use super::expressions::{check, check_on, days};
use crate::text::sentences;

#[test]
fn abbreviated_months_have_their_full_stop() {
    check("Sie kam am [DATE 2019-10-03 3. Okt. 2019] an.");
    check("Im [DATE 2020-11 Nov. 2020] war es anders.");
    check("Er starb am [DATE 2020-01-12 12. Jän. 2020] in Graz.");
    check("Im [DATE 2021-12 Dez.] sank die Zahl.");
    check("Vom [DATE 2021-09-05 5.] bis [DATE 2021-09-09 9. Sept. 2021] war zu.");
    check("Er kam am [DATE 2022-02-03 3. Febr.] an. Dann ging er.");
    check("Am [DATE 2022-02-15 Di., 15. Feb.], kommt er, am [DATE 2022-02-17 Do, 17.2.2022], geht er.");
}

#[test]
fn an_abbreviation_does_not_end_its_sentence() {
    for text in [
        "Das Protokoll trägt das Datum 14. Mrz. 2018.",
        "Die Klage (Az. 12 O 33/21) der Fa. Müller wurde am 3. Okt. 2019 abgewiesen.",
        "Er kam im Febr. 2020 mit Fam. Berger.",
        "Der Bezirk liegt nördl. Graz und südl. Linz.",
        "Das gilt gem. Abs. 3 insbes. montags.",
    ] {
        assert_eq!(sentences(text).len(), 1, "{text}");
    }
}

#[test]
fn quarters_and_half_years_follow_the_tense() {
    check("Im [DATE 2021-Q4 vierten Quartal] sank der Gewinn.");
    check("Im [DATE 2022-Q4 vierten Quartal] soll die Brücke fertig werden.");
    check("In [DATE 2021-H2 der zweiten Jahreshälfte] stieg die Zahl.");
    check("Im [DATE 2021-Q3 dritten Quartal] hatte der Konzern mehr verdient.");
    check("Im [DATE 2021-Q4 Schlussquartal] sank er, im [DATE 2021-Q3 Q3] auch.");
    check("Im [DATE 2022-Q4 letzten Quartal des Jahres] soll es fertig werden.");
    check("[DATE 2019 2019] war gut, [DATE 2019-H2 das zweite Halbjahr] brachte mehr.");
    check("In [DATE 2014-Q3 dem dritten Quartal des Jahres 2014] kam er.");
    check("Zum [DATE 2021 Jahresende] sank die Zahl, zum [DATE 2022 Jahresende] soll sie steigen.");
}

#[test]
fn what_is_planned_is_ahead() {
    for clause in [
        "Die Firma sollte bis [DATE 2022-09 September] liefern, sagte er.",
        "Er geht davon aus, dass bis [DATE 2022-04 Anfang April] zehn Dosen bereitstehen – samt der schon gelieferten.",
        "Wichtig ist, dass bis zum [DATE 2022-09-21 21. September] jeder ein Angebot erhalten haben soll.",
        "Sie werde es schaffen, bis [DATE 2022-09 Ende September] jedem ein \"Angebot\" zu machen, sagte sie.",
        "Die Firma kündigte eine Reihe für den [DATE 2022-FA Herbst] an.",
        "Die Firma hat für den [DATE 2022-05 Mai] eine Konferenz angekündigt.",
        "Er will im [DATE 2022-FA Herbst] nicht mehr antreten.",
        "Sie hofft auf Besserung im [DATE 2022-FA Herbst], er rechnet mit einer Reform im [DATE 2022-11 November].",
        "Im [DATE 2022-Q4 letzten Quartal] könnte ein Hersteller dazukommen.",
        "Das dürfte bei der Wahl im [DATE 2022-FA Herbst] schaden.",
        "[DATE 2022-03 Ende März] sollten die Regeln auslaufen.",
    ] {
        check(clause);
    }
    check("Bis [DATE 2021-12 Dezember] stieg die Zahl, im [DATE 2021-FA Herbst] suchten sie ihn.");
    check("Im [DATE 2021-Q4 letzten Quartal] sank der Umsatz.");
}

#[test]
fn a_weekday_may_have_the_day_of_its_month() {
    check("Die Sitzung ist am [DATE 2022-02-15 Dienstag, dem 15.], im Rathaus.");
    check("Er kommt am [DATE 2022-02-12 Samstag, den 12.], nach Linz.");
    check("Am [DATE 2022-01-13 Donnerstag, dem 13.], brannte es.");
    check("Am [DATE 2022-02-16 Mittwoch, 16.], wird gewählt.");
    check("Am [DATE 2022-02-08 Dienstag], 15. Spieltag, wird gespielt.");
}

#[test]
fn clock_times_are_said_in_words() {
    check("Um [TIME 2022-02-04T08:25 fünf vor halb neun] kam die Bahn.");
    check("Um [TIME 2022-02-04T07:50 zehn vor acht] läutete es.");
    check("Er kam um [TIME 2022-02-04T05:15 Viertel sechs].");
    check("Um [TIME 2022-02-04T08:35 fünf nach halb neun] kam die Bahn.");
    check("Er kam gegen [TIME 2022-02-04T15:20 zwanzig nach drei Uhr nachmittags].");
    check("Er kam um [TIME 2022-02-04T20:30 halb neun abends] heim, um [TIME 2022-02-04T02:00 2 Uhr nachts] auch.");
    check("Um [TIME 2022-02-04T07:45 drei viertel acht] kam er, um [TIME 2022-02-04T08:45 dreiviertel neun] sie.");
    check("Um [TIME 2022-02-04T12:00 12 Uhr mittags] und um [TIME 2022-02-04T19:45 Viertel vor acht abends] läutet es.");
}

#[test]
fn numbers_of_files_and_laws_are_no_years() {
    check("Das Aktenzeichen lautet 12 O 1989/21.");
    check("Das Urteil (Az. 1 BvR 2016/18) ist rechtskräftig.");
    check("Die Richtlinie 2001/83 gilt weiter, die Verordnung (EU) 2016/679 auch.");
    check("Das Gericht (VIII ZR 1990/20) entschied.");
    check("Das stand in Heft 3/1998.");
    check("In der Saison [DATE 1998/1999 1998/99] spielte er.");
}

#[test]
fn a_winter_belongs_to_two_years() {
    check("Im [DATE 2010-WI Winter 2010/11] lag viel Schnee.");
    for (text, expected) in [
        ("Im Winter 2010/11 lag viel Schnee.", "2010-12-01..2011-02-28"),
        ("Im Winter 1978/1979 lag viel Schnee.", "1978-12-01..1979-02-28"),
        ("Im Winter 1999/00 lag viel Schnee.", "1999-12-01..2000-02-29"),
        ("Im Winter 1941–42 lag viel Schnee.", "1941-12-01..1942-02-28"),
    ] {
        assert_eq!(days("2022-02-04", text), expected, "{text}");
    }
}

#[test]
fn ordinals_may_be_words() {
    check("Am [DATE 2022-06-17 siebzehnten Juni] wird gefeiert.");
    check("Es war der [DATE 1941-06-22 zweiundzwanzigste Juni 1941].");
    check("Am [DATE 1945-04-30 dreißigsten April 1945] endete es.");
    check(
        "Der [DATE 1953-03-05 fünfte März 1953] war ein [DATE 1953-03-05 Donnerstag]."
            .replace("[DATE 1953-03-05 Donnerstag]", "Werktag")
            .as_str(),
    );
    check("Am [DATE 2021-12-31 einunddreißigsten Dezember] knallte es.");
    check("Im [DATE 16 siebzehnten Jahrhundert] war das anders.");
}

#[test]
fn the_days_of_a_list_share_their_month() {
    check("Die Schule ist am [DATE 2022-03-03 3.], am [DATE 2022-03-04 4.] und am [DATE 2022-03-07 7. März] geschlossen.");
    check(
        "Am [DATE 2022-05-01 1.], [DATE 2022-05-08 8.], [DATE 2022-05-15 15.], [DATE 2022-05-22 22.] und [DATE 2022-05-29 29. Mai 2022] ist frei.",
    );
    check("Offen ist vom [DATE 2022-02-07 7.] bis zum [DATE 2022-02-09 9.2.]");
    check("Am [DATE 2022-03-05 5.], am [DATE 2022-03-06 Sonntag, dem 6.], und am [DATE 2022-03-07 7. März] ist zu.");
    check("Vom [DATE 2013-12-28 28. Dezember] bis [DATE 2014-01-03 3. Januar 2014] war zu.");
    check("Sie dauert vom [DATE 2022-05-10 10.] bis einschließlich [DATE 2022-05-14 14. Mai].");
    check("Von [DATE 2019-11 November] bis [DATE 2020-02 Februar 2020] war zu.");
}

#[test]
fn a_day_may_be_one_of_a_named_month() {
    check("Bis zum [DATE 2022-02-15 15. dieses Monats] muss gezahlt werden.");
    check("Am [DATE 2022-01-03 3. des vergangenen Monats] kam er.");
    check("Zum [DATE 2022-03-01 1. des nächsten Monats] kündigt sie.");
    check("Am [DATE 2022-02-20 20. des Monats] wird gezahlt.");
    check("Bis zum [DATE 2022-02-15 15.] muss gezahlt werden.");
    check("Am [DATE 2022-01-20 20. Januar] kam er, am [DATE 2022-01-23 23.] ging er.");
    for text in
        ["Das Spiel war am 3. und 4. Spieltag.", "Sie stieg vom 2. in den 3. Stock.", "Er kam zum 3. Mal.", "Er kam zum dritten Mal."]
    {
        check(text);
    }
}

#[test]
fn a_year_may_be_part_of_a_title() {
    check("Er sprach bei der Konferenz „Europe 2021“ und las „1984“ und \"Blade Runner 2049\".");
    check("Sie sagte: „Im [DATE 2021 Jahr 2021] beginnt es“, und er: „Das war [DATE 2019 2019]“.");
}

#[test]
fn a_day_may_be_the_name_of_a_street() {
    check("Sie demonstrierten auf der Straße des 17. Juni, am Platz des 18. März und auf der Brücke des 9. Oktober.");
    check("Die Ereignisse des [DATE 2021-06-17 17. Juni] wurden gefeiert.");
}

#[test]
fn durations_may_have_several_units() {
    check("nach [DURATION P3Y4M drei Jahren und vier Monaten]");
    check("Er lief [DURATION PT2H30M zwei Stunden und 30 Minuten].");
    check("Sie brauchte [DURATION P1DT3H20M einen Tag, drei Stunden und 20 Minuten].");
    check("Nach [DURATION P2W3D zwei Wochen und drei Tagen] kam er heim.");
    check("Sie blieb [DURATION P2D zwei Tage] und [DURATION P3W drei Wochen].");
    assert_eq!(days("2022-02-04", "Er kam vor einem Jahr und zwei Monaten."), "2020-12-01..2020-12-31");
}

#[test]
fn the_year_in_focus_anchors_months_and_days() {
    check("[DATE 1945 1945] endete der Krieg. Die Städte lagen in Trümmern. Am [DATE 1945-05-08 8. Mai] unterschrieb er.");
    check(
        "[DATE 1989 Das Jahr 1989] war bewegt.\nIm [DATE 1989-09 September] öffnete Ungarn die Grenze, am [DATE 1989-11-09 9. November] fiel die Mauer.",
    );
    check("Die Wende kam [DATE 1815 1815]. Am [DATE 1815-06-18 18. Juni] verlor er die Schlacht.");
    check("Im [DATE 2019-03 März 2019] begann der Bau. Im [DATE 2019-10 Oktober] war er fertig.");
    check("Im [DATE 2020-FA Herbst 2020] kam sie. Im [DATE 2021-SP Frühjahr] ging sie.");
    check("Er wurde [DATE 1954 1954] geboren. Seit [DATE 2021-05 Mai] lebt er in Wien.");
    // What is to come, or was just now, is not part of the story.
    check("[DATE 1945 1945] endete der Krieg. Am [DATE 2022-05-08 8. Mai] wird daran erinnert.");
    check("Die Firma wurde [DATE 2014 2014] gegründet. Am [DATE 2022-02-03 3. Februar] meldete sie Insolvenz an.");
    check("Er ist seit [DATE 2014 2014] hier. Am [DATE 2021-10-03 3. Oktober] kam sie.");
    check("[DATE 1945 1945] endete der Krieg. [DATE 2022-02-03 Gestern] kam er, im [DATE 2021-10 Oktober] sie.");
}

#[test]
fn durations_are_counted_from_the_date_after_them() {
    check("[DURATION P2D zwei Tage] nach dem [DATE 2022-01-04 4. Januar 2022]");
    for (text, expected) in [
        ("zwei Tage nach dem 4. Januar 2022", "2022-01-06..2022-01-06"),
        ("drei Tage vor Weihnachten 2021", "2021-12-21..2021-12-21"),
        ("ein Jahr nach dem 3. Mai 2019", "2020-01-01..2020-12-31"),
        ("zwei Monate vor dem 30. April 2020", "2020-02-01..2020-02-29"),
    ] {
        assert_eq!(first_days(text), expected, "{text}");
    }
}

/// The possible days of the first expression.
fn first_days(text: &str) -> String {
    let found = crate::time::recognise(text, super::expressions::published("2022-02-04").as_ref());
    let iso = |day: Option<crate::day::Day>| day.map_or_else(|| "-".to_owned(), crate::day::Day::iso);
    found.first().map_or_else(String::new, |first| format!("{}..{}", iso(first.earliest), iso(first.latest)))
}

#[test]
fn words_for_times_are_known() {
    check("Er kam [TIME 2022-02-04TEV spätabends] und ging [TIME 2022-02-04TMO frühmorgens].");
    check("Er kam [TIME 2022-02-04TEV frühabends] und ging [TIME 2022-02-04TNI spätnachts].");
    check("Zur [TIME 2022-02-04TEV Abendstunde] war es still, zur [TIME 2022-02-04TMO Morgenstunde] laut.");
    check("Zur [TIME 2022-02-04TMI Mittagszeit] kam er, zur [TIME 2022-02-04TMI Mittagsstunde] sie.");
    check("Das war in [DATE 200 den Nullerjahren] so, in [DATE 198 den Achtziger-Jahren] auch.");
    check("Er kommt [SET P1D unter der Woche], [SET P1D werktags] und an [SET XXXX-WXX-7 Sonntagen].");
    check("Er kommt [DATE 2022-02-17 übernächste Woche am Donnerstag].");
    check("Er kommt [TIME 2022-02-07TAF nächsten Montag Nachmittag], sie kam [TIME 2022-01-28TEV vergangenen Freitag Abend].");
    check("Das gilt seit [DURATION PXML Jahrtausenden], nach [DURATION PXML jahrtausendelangem] Streit.");
    check("Im [DATE 1989-SU Sommer ’89] war er dort, [DATE 1998 '98] auch, [DATE 2007 ’07] nicht.");
    check("Am [TIME 2022-02-04TEV heutigen Abend] spielt er, am [TIME 2022-02-03TEV gestrigen Abend] sie.");
    check("Der [DATE 1914-06-28 28. Juni 1914], ein Sonntag, veränderte alles.");
    check("Binnen [DURATION P1Y Jahresfrist] stieg die Zahl.");
}

#[test]
fn short_dates_and_times_are_found() {
    check("Er kommt am [DATE 2022-04-22 22.04] an.");
    check("Vom [DATE 2022-08-29 29.8] bis [DATE 2022-08-31 31.8] wird gebaut.");
    check("Am [DATE 2022-03-01 1. 3.] wird gewählt.");
    check("Der Preis stieg am [DATE 2022-02-04 Freitag] um 3.10 Euro.");
    check("Um [TIME 2022-02-04T07:56:30 7:56:30] startete sie.");
    check("Die Zeit war [TIME 2022-02-04T07:56:30 7:56:30 Uhr].");
    check("Er lief in 2:56:30 Stunden.");
    check("Offen ist zwischen [TIME T04:00 4] und [TIME T07:00 7 Uhr].");
    check("Führungen sind um [TIME 2022-02-04T09:00 9], [TIME 2022-02-04T11:00 11] und [TIME 2022-02-04T15:00 15 Uhr].");
}

#[test]
fn place_and_year_of_a_book_are_found() {
    check("Verlag, Köln [DATE 1999 1999]");
    check("Anna Berger: Der Weg. Verlag, Frankfurt am Main [DATE 2001 2001], 240 Seiten.");
    check("Wien/Graz [DATE 1987 1987].");
    check("In: Das Land, Leipzig [DATE 1921 1921], S. 12.");
}

#[test]
fn weekdays_may_be_two_weeks_away() {
    check("Er kam [DATE 2022-01-21 vorvergangenen Freitag].");
    check("Er kam am [DATE 2022-01-24 vorletzten Montag].");
    check("Er kommt [DATE 2022-02-18 übernächsten Freitag].");
    check("Er kommt [TIME 2022-02-15TEV übernächsten Dienstagabend].");
    check("Im [DATE 2020-SU vorletzten Sommer] war er hier.");
    check("Er kam am [DATE 2022-01-28 Freitag vor einer Woche], sie kommt [DATE 2022-02-18 Freitag in 14 Tagen].");
}

#[test]
fn the_end_of_what_is_planned_is_ahead() {
    check_on("2022-10-01", "Die Ausstellung läuft bis zum [DATE 2023-09-21 21. September].");
    check("Das Parlament macht bis zum [DATE 2022-09-21 21. September] Pause.");
    check("Bis [DATE 2022-12 Ende Dezember] sollen alle geimpft sein, bis zum [DATE 2022-FA Herbst] die meisten.");
    check("Er sagt, dass der Stoff bis zum [DATE 2022-FA Herbst] bereitstehen könne.");
    check("Bis [DATE 2022-01 Mitte Januar], so eine Studie, hatten die meisten ihn erhalten.");
    check("[DATE 2020-04 April 2020] war schwer. Bis zum [DATE 2022 Ende des Jahres] sollen alle geimpft werden.");
    check("Gezeigt werden die Bilder bis [DATE 2022-10-10 10. Oktober].");
    check("Bis zum [DATE 2022-11-30 30. November] sollen die Anträge geprüft werden.");
    check("Die Ausstellung lief bis zum [DATE 2021-09-21 21. September].");
}

#[test]
fn mentions_of_one_weekday_agree() {
    check("Am [DATE 2022-01-31 Montag] traf er sie. Das Treffen am [DATE 2022-01-31 Montag] gibt Rätsel auf.");
    check("Das Treffen am [DATE 2022-01-31 Montag] gibt Rätsel auf. Am [DATE 2022-01-31 Montag] traf er sie.");
    check("Am [DATE 2022-02-07 Montag] wird gewählt. Die Wahl am [DATE 2022-02-07 Montag]: ein Überblick");
    check("Er kam am [TIME 2022-02-01TEV Dienstagabend]. Das Spiel am [DATE 2022-02-01 Dienstag] bleibt in Erinnerung.");
    // The text says otherwise.
    check("Am [DATE 2022-02-01 Dienstag] hatte er gesagt, am [DATE 2022-02-08 Dienstag] werde er kommen.");
}

#[test]
fn today_is_a_day_in_the_news_and_the_present_in_a_commentary() {
    check("Am [DATE 2022-02-04 Freitag] wurde beraten. [DATE 2022-02-04 Heute] entscheidet der Rat.");
    check("[DATE PRESENT_REF Heute] entscheidet jeder selbst.");
    check("[DATE 2022-02-03 Gestern] kam er. [DATE 2022-02-04 Heute] trifft er sie.");
    check("Am [DATE 2022-02-03 Donnerstag] kam er. Die Menschen leben [DATE PRESENT_REF heute] länger.");
    check("Wer [DATE PRESENT_REF heute] baut, zahlt mehr.");
}

#[test]
fn anniversaries_and_neighbours_of_a_day_are_counted() {
    check("[DATE 1972-02-04 Heute vor 50 Jahren] starb er, [DATE 2022-01-28 heute vor einer Woche] sie.");
    check("Am [DATE 2022-05-08 zweiten Sonntag im Mai] wird gefeiert, am [DATE 2021-10-29 letzten Freitag im Oktober] wurde gefeiert.");
    check("Am [DATE 2022-01-31 Montag] kam er, am [DATE 2022-02-03 darauffolgenden Donnerstag] ging er.");
    check("[DATE 2019 2019] kam er. Im [DATE 2019 selben Jahr] ging er, im [DATE 2020 darauffolgenden Jahr] starb er.");
}

#[test]
fn the_times_of_a_listing_belong_to_its_day() {
    check(
        "[DATE 2022-02-12 Samstag, 12. Februar]\n[TIME 2022-02-12T18:00 18 Uhr]: Konzert, Anmeldung bis [DATE 2022-02-10 10. Februar]\n[TIME 2022-02-12T20:00 20 Uhr]: Lesung",
    );
    check(
        "Veranstaltungen: Bozen, [DATE 2022-02-12 12. Februar], [TIME 2022-02-12T18:00 18 Uhr], Konzert; Meran, [TIME 2022-02-04T20:00 20 Uhr], Lesung",
    );
    check(
        "[DATE 2022-02-12 Samstag, 12. Februar]: [TIME 2022-02-12T18:00 18 Uhr] Konzert; Karten ab [DATE 2022-02-07 7. Februar]; [TIME 2022-02-12T20:00 20 Uhr] Lesung",
    );
    check("Am [DATE 2022-02-07 Montag] beginnt die Messe. Um [TIME 2022-02-07T10:00 10 Uhr] öffnen die Tore.");
    check(
        "[DATE 2022-02-05 Samstag]\n[TIME 2022-02-05T09:30 9.30 Uhr]: Markt\n[DATE 2022-02-06 Sonntag]\n[TIME 2022-02-06T11:00 11 Uhr]: Messe",
    );
}
