//! The dates of the five seed articles, marked up by hand from the guideline; the expectation is not made by the program.
//!
//! Each file is read as a whole, including the lines that the import takes for metadata; these are not in the lists.

use zeitlupe_core::article::{Evidence, Origin, Precision, PubDate};
use zeitlupe_core::day::Day;
use zeitlupe_core::time::{Anchor, recognise};

/// Words in the text with their expected value; `-` where nothing may be guessed.
type Expected = &'static [(&'static str, &'static str)];

const NONE_000: Expected = &[
    ("Freitag", "-"),
    ("Freitag", "-"),
    ("pro Jahr", "P1Y"),
    ("Derzeit", "PRESENT_REF"),
    ("Wochen", "PXW"),
    ("Nächste Woche", "-"),
    ("15. Februar", "-"),
    ("Jahren", "PXY"),
    ("diese Woche", "-"),
];

const NONE_001: Expected = &[
    ("Freitag", "-"),
    ("Ende 2019", "2019"),
    ("zwei Jahren", "P2Y"),
    ("Freitag", "-"),
    ("2014", "2014"),
    ("derzeitiges", "PRESENT_REF"),
    ("30. September 2022", "2022-09-30"),
    ("2005", "2005"),
    ("2013", "2013"),
    ("Freitag", "-"),
    ("die nächsten 25 Jahre", "P25Y"),
    ("pro Jahr", "P1Y"),
    ("Wochen", "PXW"),
    ("Nächste Woche", "-"),
    ("Montag", "-"),
    ("Tag danach", "-"),
    ("in Kürze", "FUTURE_REF"),
    ("15. Februar", "-"),
    ("derzeit", "PRESENT_REF"),
    ("Jahren", "PXY"),
    ("Freitag", "-"),
    ("Donnerstag", "-"),
    ("diese Woche", "-"),
    ("September", "-"),
];

const DAY_002: Expected = &[
    ("04.02.2022", "2022-02-04"),
    ("12:01 Uhr", "2022-02-04T12:01"),
    ("Freitag", "2022-02-04"),
    ("03.02.2022", "2022-02-03"),
    ("Mitte Februar", "2022-02"),
    ("seit langem", "PAST_REF"),
    ("zwei Jahren", "P2Y"),
    ("15. Februar", "2022-02-15"),
    ("Freitag", "2022-02-04"),
];

const DAY_003: Expected = &[
    ("2023-02", "2023-02"),
    ("22.02.2023", "2023-02-22"),
    ("16:00 Uhr", "2023-02-22T16:00"),
    ("Wenige Tage", "PXD"),
    ("derzeit", "PRESENT_REF"),
    ("heute", "PRESENT_REF"),
    ("einem Jahr", "P1Y"),
    ("Dienstag", "2023-02-21"),
    ("derzeit", "PRESENT_REF"),
    ("den vergangenen Tagen", "PXD"),
    ("diese Woche", "2023-W08"),
];

const MONTH_004: Expected =
    &[("2022-02", "2022-02"), ("Freitag", "-"), ("dieser Woche", "-"), ("den letzten Monaten", "PXM"), ("Dezember", "2021-12")];

fn published(from: (i32, u32, u32), to: (i32, u32, u32)) -> Option<PubDate> {
    let day = |(year, month, day)| Day::from_civil(year, month, day).expect("a day of the calendar");
    let precision = if from == to { Precision::Day } else { Precision::Month };
    let evidence = Evidence { origin: Origin::Record, quote: String::new(), line: None, shared_words: 0 };
    Some(PubDate { earliest: day(from), latest: day(to), precision, minutes: None, evidence })
}

#[test]
fn the_dates_of_the_seeds_are_found() {
    let seeds: [(&str, &str, Option<PubDate>, Expected); 5] = [
        ("000", include_str!("../../../seeds/000_6a6fa6a54ab7b27f.txt"), None, NONE_000),
        ("001", include_str!("../../../seeds/001_73b70acefaa1e389.txt"), None, NONE_001),
        ("002", include_str!("../../../seeds/002_76a069b9c64a2473.txt"), published((2022, 2, 4), (2022, 2, 4)), DAY_002),
        ("003", include_str!("../../../seeds/003_436c9eb40a421347.txt"), published((2023, 2, 22), (2023, 2, 22)), DAY_003),
        ("004", include_str!("../../../seeds/004_16179895b56dd3e5.txt"), published((2022, 2, 1), (2022, 2, 28)), MONTH_004),
    ];
    let (mut wanted, mut found, mut right, mut surplus) = (0, 0, 0, Vec::new());
    let (mut wrong, mut guessed) = (Vec::new(), Vec::new());
    for (name, text, date, expected) in seeds {
        let times = recognise(text, date.as_ref());
        if date.is_none() {
            // Expressions relative to the publication have no day if it is unknown.
            guessed.extend(
                times.iter().filter(|time| time.anchor == Anchor::Publication).map(|time| format!("{name}: {}", time.span.of(text))),
            );
        }
        let mut rest = times.iter().map(|time| (time.span.of(text), if time.value.is_empty() { "-" } else { &time.value })).peekable();
        wanted += expected.len();
        for (words, value) in expected {
            // Both lists are in text order: anything between two expected expressions is surplus.
            let mut ahead = rest.clone();
            let Some(skipped) = ahead.position(|(other, _)| other == *words) else {
                wrong.push(format!("{name}: {words} not found"));
                continue;
            };
            surplus.extend(rest.by_ref().take(skipped).map(|(words, value)| format!("{name}: {words} {value}")));
            let (_, got) = rest.next().expect("it was just found");
            found += 1;
            if got == *value {
                right += 1;
            } else {
                wrong.push(format!("{name}: {words} is {value}, not {got}"));
                guessed.extend((*value == "-").then(|| format!("{name}: {words} {got}")));
            }
        }
        surplus.extend(rest.map(|(words, value)| format!("{name}: {words} {value}")));
    }
    println!("{wanted} expected, {found} found, {right} right\nwrong: {wrong:#?}\nsurplus: {surplus:#?}");
    assert_eq!(found, wanted, "{wrong:#?}");
    assert!(right * 100 >= wanted * 95, "{wrong:#?}");
    assert!(surplus.is_empty(), "{surplus:#?}");
    assert!(guessed.is_empty(), "{guessed:#?}");
}
