//! On any text, results are in order, within the text, and computed in linear time.

use crate::time::recognise;

const ODD: &[&str] = &[
    "",
    " ",
    "\n\n",
    ".",
    "-",
    "12",
    "12.",
    "12:",
    "12:3",
    "99999999999999999999999999 Jahre",
    "4294967295 Jahre vor 999999999 Jahrhunderten",
    "in 99999 Jahrhunderten, vor 100000 Jahrzehnten",
    "31. Februar 2022",
    "99. Mai 0000",
    "30.02.2022 00.00.0000 31.04.99",
    "2022-99-99 2022-13",
    "0 Uhr 99, 24 Uhr, 25 Uhr, 99.99 Uhr",
    "ein zwei drei vier Jahre Jahre Jahre",
    "Freitag Freitag Freitag",
    "Ma\u{308}rz 2022, Fe\u{ad}bruar 2022, \u{308}Mai",
    "🙂 2022 🙂\u{200d}🙂 4. Februar 🙂",
    "١٢. Februar ٢٠٢٢",
    "Anfang Anfang Ende Mitte des der die das",
    "vor vor vor seit seit in in in",
    "am Tag danach am Tag zuvor am selben Tag",
    "zehntausend Jahrhunderte später",
    "999 Jahrhunderte später, 999 Jahrhunderte zuvor",
    "0. Jahrhundert, 99. Jahrhundert, 5. Quartal",
    "2199er Jahre, 0er-Jahre, 1000er Jahre",
    "1000–999, 2000/99, 2199/00",
    "\u{feff}heute\u{feff}",
    "\u{0}\u{1}2022\u{7f}",
];

#[test]
fn any_text_gives_valid_expressions() {
    for date in ["", "2022-02", "2022-02-04", "9999-12-31", "0001-01-01"] {
        let published = super::expressions::published(date);
        for text in ODD.iter().copied().chain([ODD.join(" ").as_str(), ODD.join("").as_str()]) {
            let found = recognise(text, published.as_ref());
            let mut end = 0;
            for time in &found {
                assert!(time.span.start >= end && !time.span.of(text).is_empty(), "{text:?}");
                assert_eq!(time.earliest.is_some(), time.latest.is_some(), "{text:?}");
                assert!(time.earliest <= time.latest, "{text:?}: {time:?}");
                end = time.span.end;
            }
        }
    }
}

#[test]
fn every_prefix_and_suffix_gives_valid_expressions() {
    let text = "Am Freitag, 4. Februar 2022, 12:01 Uhr, seit 1914–18, 5., 6. und 7. März, „in Kürze“ 🙂 35-Stunden-Woche.";
    for (at, _) in text.char_indices() {
        recognise(&text[..at], None);
        recognise(&text[at..], None);
    }
}

#[test]
fn the_work_is_linear_in_the_text() {
    // Rules are counted instead of time. Only the search for tense and year could be quadratic, and both are bounded.
    let text = "am Freitag und ".repeat(20_000);
    assert_eq!(recognise(&text, super::expressions::published("2022-02-04").as_ref()).len(), 20_000);
}
