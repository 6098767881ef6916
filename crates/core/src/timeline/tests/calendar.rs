use super::day;
use crate::timeline::calendar::{Entry, calendar};

fn entry(summary: &str) -> Entry {
    Entry {
        days: Some((day("2022-02-04"), day("2022-02-04"))),
        reported: Some(day("2022-02-05")),
        summary: summary.into(),
        description: "Quelle: dpa\nSatz".into(),
        categories: "Ereignis".into(),
    }
}

#[test]
fn an_all_day_event_ends_on_the_next_day() {
    let file = calendar(
        "Gas; Öl",
        &[entry("Putin, Xi"), Entry { days: Some((day("2022-02-01"), day("2022-02-28"))), reported: None, ..entry("Monat") }],
    );
    for line in [
        "BEGIN:VCALENDAR",
        "X-WR-CALNAME:Gas\\; Öl",
        "DTSTAMP:20220205T000000Z",
        "DTSTART;VALUE=DATE:20220204",
        "DTEND;VALUE=DATE:20220205",
        "SUMMARY:Putin\\, Xi",
        "DESCRIPTION:Quelle: dpa\\nSatz",
        "DTSTAMP:20220201T000000Z",
        "DTEND;VALUE=DATE:20220301",
        "END:VCALENDAR",
    ] {
        assert!(file.split("\r\n").any(|other| other == line), "{line} in {file}");
    }
    assert_eq!(
        file,
        calendar(
            "Gas; Öl",
            &[entry("Putin, Xi"), Entry { days: Some((day("2022-02-01"), day("2022-02-28"))), reported: None, ..entry("Monat") }]
        )
    );
    let uids: Vec<&str> = file.lines().filter(|line| line.starts_with("UID:")).collect();
    assert!(uids.len() == 2 && uids[0] != uids[1]);
}

#[test]
fn long_lines_are_folded_between_characters() {
    let words = "Überprüfung größerer Lieferverträge ".repeat(9);
    let file = calendar("", &[entry(&words)]);
    assert!(file.split("\r\n").all(|line| line.len() <= 75));
    assert!(file.replace("\r\n ", "").contains(&format!("SUMMARY:{words}\r\n")));
}

#[test]
fn entries_without_days_or_with_years_beyond_four_digits_are_left_out() {
    let none = [
        Entry { days: None, ..entry("a") },
        Entry { days: Some((crate::day::Day(i32::MIN), day("2022-02-04"))), ..entry("b") },
        Entry { days: Some((day("2022-02-04"), crate::day::Day(i32::MAX))), ..entry("c") },
    ];
    assert_eq!(calendar("", &none).matches("VEVENT").count(), 0);
    assert!(!calendar("", &[entry("a\r\nEND:VCALENDAR\u{7}")]).contains("\nEND:VCALENDAR\u{7}"));
}
