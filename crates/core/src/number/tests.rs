//! Sentences with their numbers.

use super::numbers;
use crate::text::Document;

/// Asserts the numbers of a text as [`super::Number::shown`] writes them.
fn check(text: &str, right: &[&str]) {
    let document = Document::new(text);
    let found: Vec<_> = numbers(&document, &[]).iter().map(|number| number.shown(text)).collect();
    assert_eq!(found, right, "{text}");
}

#[test]
fn a_number_is_one_however_it_is_written() {
    check("zusätzlich 2000 Soldaten", &["2000 Soldaten"]);
    check("zusätzlich 2.000 Soldaten", &["2000 Soldaten"]);
    check("zweitausend Soldaten", &["2000 Soldaten"]);
    check("zehn Milliarden Kubikmeter pro Jahr", &["10000000000 Kubikmeter/Jahr"]);
    check("3,5 Mio. Euro und 3,5 Millionen €", &["3500000 Euro", "3500000 Euro"]);
    check("anderthalb Tonnen, eine Million Tonnen", &["1.5 Tonnen", "1000000 Tonnen"]);
}

#[test]
fn bounds_are_kept() {
    check("mehr als 100.000 Soldaten", &["> 100000 Soldaten"]);
    check("umgerechnet gut 100 Milliarden Euro", &["~> 100000000000 Euro"]);
    check("bis zu 30 Panzer, rund 50 Menschen, knapp 7 Prozent", &["<= 30 Panzer", "~ 50 Menschen", "~< 7 %"]);
    check("mindestens zwölf Tote, weniger als 5 Euro", &[">= 12 Tote", "< 5 Euro"]);
    check("zwischen 5 und 10 Millionen Menschen, 3 bis 4 Meter", &["5000000–10000000 Menschen", "3–4 Meter"]);
}

#[test]
fn what_is_counted_has_its_attributes() {
    check("30.000 russische Soldaten", &["30000 Soldaten: russische Soldaten"]);
    check("zehn Milliarden Kubikmeter Gas pro Jahr", &["10000000000 Kubikmeter/Jahr: Gas"]);
    check("drei weitere große Städte", &["3 Städte: weitere große Städte"]);
    check("4,5 % der Befragten", &["4.5 %"]);
}

#[test]
fn other_figures_are_no_numbers() {
    check("Artikel 5, § 108, Seite 12, Platz 3", &[]);
    check("um 12:01 Uhr, 25 Jahre, drei Tagen, der 3. Oktober", &[]);
    check("Es stand 3:2. Im Jahr 2022 und 2019/20 war das so.", &[]);
    check("die ersten beiden Länder, eine Stadt", &[]);
}
