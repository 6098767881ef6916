//! Reasons, anchors and granularities of resolved expressions.

use super::expressions::published;
use crate::article::Origin;
use crate::time::Reason::*;
use crate::time::{Anchor, Granularity, Reason, TimeExpression, Toward, recognise};

fn last(date: &str, text: &str) -> TimeExpression {
    recognise(text, published(date).as_ref()).pop().unwrap_or_else(|| panic!("{text}: nothing found"))
}

/// The last expression of each text in an article of Friday, 4 February 2022: its anchor, the anchor's first day, its reason.
#[test]
fn every_expression_has_a_reason() {
    const PUBLISHED: &str = "2022-02-04";
    let cases: &[(&str, Anchor, &str, Reason)] = &[
        ("Er kam am 4. Februar 2022.", Anchor::Explicit, "-", Said),
        ("Er kam Ende 2019.", Anchor::Explicit, "-", Said),
        ("Im Jahr 2019 kam er im März.", Anchor::Focus, "2019-01-01", Year),
        ("Er kommt am Samstag, 5. März.", Anchor::Publication, PUBLISHED, Weekday),
        ("Er kam am Freitag.", Anchor::Publication, PUBLISHED, Tense(Toward::Back)),
        ("Er will am Montag reisen.", Anchor::Publication, PUBLISHED, Tense(Toward::Ahead)),
        ("Konzert am Montag", Anchor::Publication, PUBLISHED, Coming),
        ("Im September wird gewählt.", Anchor::Publication, PUBLISHED, Tense(Toward::Ahead)),
        ("Er kam vergangenen Freitag.", Anchor::Publication, PUBLISHED, Word),
        ("Seit Montag gilt das.", Anchor::Publication, PUBLISHED, Word),
        ("Nächste Woche will er reisen.", Anchor::Publication, PUBLISHED, Word),
        ("Heuer ist es warm.", Anchor::Publication, PUBLISHED, Word),
        ("Am 15. Februar reist er.", Anchor::Publication, PUBLISHED, Near),
        ("Er kam vor zwei Jahren.", Anchor::Publication, PUBLISHED, Counted),
        ("Er fliegt am Montag, am Tag danach fährt er.", Anchor::Focus, "2022-02-07", Counted),
        ("Im Jahr 2009 sank er gegenüber dem Vorjahr.", Anchor::Focus, "2009-01-01", Counted),
        ("Er kommt am Montag um 18 Uhr.", Anchor::Focus, "2022-02-07", SameDay),
        ("Um 18 Uhr beginnt es.", Anchor::Publication, PUBLISHED, SameDay),
        ("Ende des Jahres ist Schluss.", Anchor::Publication, PUBLISHED, Running),
        ("Im dritten Quartal stieg er.", Anchor::Publication, PUBLISHED, Tense(Toward::Back)),
        ("Er kommt in Kürze.", Anchor::None, "-", Vague),
        ("Seit Wochen regnet es.", Anchor::None, "-", Vague),
        ("Es dauerte zwei Jahre.", Anchor::None, "-", Length),
        ("Er kommt jeden Montag.", Anchor::None, "-", Recurs),
        ("Offen ist täglich um 18 Uhr.", Anchor::None, "-", Recurs),
        ("Am Tag danach kam er.", Anchor::None, "-", Unanchored),
        ("Er kam am 29. Februar 2022.", Anchor::None, "-", NoSuchDay),
    ];
    for (text, anchor, from, reason) in cases {
        let found = last(PUBLISHED, text);
        let seen = found.anchor_days.map_or_else(|| "-".to_owned(), |(first, _)| first.iso());
        assert_eq!((found.anchor, seen.as_str(), found.reason), (*anchor, *from, *reason), "{text}: {found:?}");
        assert_eq!(found.anchor_days.is_some(), !matches!(found.anchor, Anchor::Explicit | Anchor::None), "{text}: {found:?}");
        assert_eq!(found.earliest.is_some(), found.anchor != Anchor::None, "{text}: {found:?}");
    }
}

#[test]
fn without_a_publication_relative_expressions_are_unanchored() {
    for text in
        ["Er kam am Freitag.", "Er kam vor zwei Jahren.", "Nächste Woche kommt er.", "Um 18 Uhr beginnt es.", "Er kam am 15. Februar."]
    {
        let found = last("", text);
        assert_eq!((found.anchor, found.anchor_days, found.reason), (Anchor::None, None, Unanchored), "{text}");
    }
}

#[test]
fn an_inferred_publication_is_another_anchor() {
    let mut date = published("2022-02-04").expect("a day");
    date.evidence.origin = Origin::SharedPassages;
    let found = recognise("Er kam am Freitag.", Some(&date)).pop().expect("a weekday");
    assert_eq!((found.anchor, found.reason), (Anchor::Article, Tense(Toward::Back)));
    assert_eq!(found.anchor_days, Some((date.earliest, date.latest)));
}

#[test]
fn granularity_follows_from_value_or_days() {
    use Granularity::*;
    let cases: &[(&str, Option<Granularity>)] = &[
        ("Er kommt um 18 Uhr.", Some(Time)),
        ("Er kommt am Dienstagabend.", Some(DayPart)),
        ("Er kam am Freitag.", Some(Day)),
        ("Er kam am Wochenende.", Some(Weekend)),
        ("Nächste Woche kommt er.", Some(Week)),
        ("Er kommt Mitte Februar.", Some(Month)),
        ("Er kam im dritten Quartal 2021.", Some(Quarter)),
        ("Er kam im Sommer 2021.", Some(Season)),
        ("Er kam im ersten Halbjahr 2021.", Some(Half)),
        ("Er kam Ende 2019.", Some(Year)),
        ("Er kam vor zwei Jahren.", Some(Year)),
        ("Er kam vor zwei Monaten.", Some(Month)),
        ("Er kam vor zwei Wochen.", Some(Week)),
        ("Er kam vor zwei Tagen.", Some(Day)),
        ("Er kam in den 90er-Jahren.", Some(Decade)),
        ("Er kam im 20. Jahrhundert.", Some(Century)),
        ("Er kam in der Saison 2009/10.", Some(Period)),
        ("Er kam in den vergangenen zwei Jahren.", Some(Period)),
        ("Er kommt in Kürze.", None),
        ("Es dauerte zwei Jahre.", None),
        ("Er kommt jeden Montag.", None),
    ];
    for (text, expected) in cases {
        assert_eq!(last("2022-02-04", text).granularity(), *expected, "{text}");
    }
    assert_eq!(last("", "Er kam am Freitag.").granularity(), None);
    assert_eq!(last("2022-02", "Er kam am Freitag.").granularity(), Some(Period));
}
