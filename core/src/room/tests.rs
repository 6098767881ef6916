//! The room: loading on demand, filters, facets, places, timeline, damage.

use super::fixture::{Loaded, corpus, seeds};
use super::*;
use crate::article::{Evidence, Origin, Precision, PubDate};
use crate::bundle::{Corpus, build, encode};
use crate::entity::EntityKind;
use crate::time::Day;

fn dated(id: &str, text: &str, source: &str, date: Option<(i32, u32, u32)>) -> crate::article::Article {
    let mut article = fixture::article(id, text);
    article.meta.source = (!source.is_empty()).then(|| source.to_owned());
    article.meta.date = date.and_then(|(y, m, d)| Day::from_civil(y, m, d)).map(|day| PubDate {
        earliest: day,
        latest: day,
        precision: Precision::Day,
        minutes: None,
        evidence: Evidence { origin: Origin::Record, quote: String::new(), line: None, shared_words: 0 },
    });
    article
}

fn three() -> Loaded {
    Loaded::new(&Corpus {
        title: "Drei".into(),
        articles: vec![
            dated("a", "Gas und Öl", "dpa", Some((2022, 2, 4))),
            dated("b", "Gas", "", None),
            dated("c", "Gas im März", "AFP", Some((2022, 3, 1))),
        ],
    })
}

#[test]
fn filter_and_sort() {
    let check = |filter: Filter, sort: Sort, expected: &str| {
        let mut loaded = three();
        let view = loaded.find(SearchRequest { query: "Gas ".into(), filter, sort, limit: 10, ..SearchRequest::default() });
        assert_eq!(loaded.name(&view), expected);
        assert_eq!(view.total as usize, view.hits.len());
    };
    let none = Filter::default;
    check(none(), Sort::Newest, "c a b");
    check(none(), Sort::Oldest, "a c b");
    check(Filter { source: Some("dpa".into()), ..none() }, Sort::Newest, "a");
    check(Filter { source: Some(String::new()), ..none() }, Sort::Newest, "b");
    check(Filter { month: Some("2022-03".into()), ..none() }, Sort::Newest, "c");
    check(Filter { month: Some("-".into()), ..none() }, Sort::Newest, "b");
    check(Filter { from: Day::from_civil(2022, 2, 5), ..none() }, Sort::Newest, "c");
    check(Filter { to: Day::from_civil(2022, 2, 4), ..none() }, Sort::Newest, "a");
    check(Filter { entities: vec![EntityId(99)], ..none() }, Sort::Newest, "");
}

#[test]
fn facets_count_what_was_found() {
    let view = three().search("Gas ");
    assert_eq!(view.facets.sources, [(String::new(), 1), ("AFP".into(), 1), ("dpa".into(), 1)]);
    assert_eq!(view.facets.months, [("2022-02".into(), 1), ("2022-03".into(), 1), ("-".into(), 1)]);
    assert_eq!(three().search("März").facets.months, [("2022-03".into(), 1)]);
    assert_eq!((view.total, view.places), (3, 3));
}

#[test]
fn the_limit_cuts_hits_and_not_the_total() {
    let mut loaded = three();
    let view = loaded.find(SearchRequest { query: "Gas".into(), limit: 1, ..SearchRequest::default() });
    assert_eq!((view.total, view.hits.len()), (3, 1));
}

#[test]
fn loading_takes_few_rounds() {
    let mut loaded = Loaded::new(&seeds());
    loaded.search("Kreml");
    assert_eq!(loaded.rounds, 2, "index and titles, then texts");
    loaded.search("Nato Osterweiterung");
    assert_eq!(loaded.rounds, 0);
    let mut fresh = Loaded::new(&seeds());
    assert!(matches!(fresh.room.ask(&Request::Corpus), Ok(Answer::Ready(_))));
    assert_eq!(fresh.room.ask(&Request::Timeline), Ok(Answer::Needs(vec![PartKey::Timeline])));
    assert_eq!(fresh.room.ask(&Request::Articles(vec![ArticleId(77)])), Ok(Answer::Ready(Reply::Articles(vec![]))));
    let marks = Request::Marks { article: ArticleId(0), query: "Kreml".into() };
    assert_eq!(fresh.room.ask(&marks), Ok(Answer::Needs(vec![PartKey::Index(0), PartKey::Articles(0)])));
}

#[test]
fn articles_come_back_whole() {
    let corpus = seeds();
    let mut loaded = Loaded::new(&corpus);
    let Reply::Articles(found) = loaded.ask(&Request::Articles(vec![ArticleId(3), ArticleId(1)])) else { panic!() };
    assert_eq!(found.iter().map(|(id, _)| id.0).collect::<Vec<_>>(), [3, 1]);
    assert_eq!(found[0].1.article, corpus.articles[3]);
    assert!(!found[0].1.sentences.is_empty());
}

#[test]
fn places_are_whole_sentences() {
    let mut loaded = Loaded::new(&seeds());
    let Reply::Entities(entities) = loaded.ask(&Request::Entities) else { panic!() };
    for (n, entity) in entities.iter().enumerate() {
        let Reply::Places(places) = loaded.ask(&Request::Places(EntityId(n as u32))) else { panic!() };
        let names = places.iter().filter(|place| place.form == crate::entity::Form::Name).count() as u32;
        assert_eq!(names, entity.total(), "{}", entity.name);
        assert!(places.iter().all(|place| !place.sentence[1].is_empty() && !place.sentence[1].contains('\n')));
    }
    assert_eq!(loaded.ask(&Request::Places(EntityId(u32::MAX))), Reply::Places(vec![]));
}

#[test]
fn the_timeline_is_in_order() {
    let mut loaded = three();
    let Reply::Timeline(items) = loaded.ask(&Request::Timeline) else { panic!() };
    let reports: Vec<&str> = items.iter().filter(|item| item.kind == ItemKind::Report).map(|item| item.value.as_str()).collect();
    assert_eq!(reports, ["2022-02-04", "2022-03-01"]);
    assert!(items.is_sorted_by_key(|item| (item.earliest.is_none(), item.earliest)));
}

#[test]
fn entity_facets_and_filter_agree() {
    let mut loaded = Loaded::new(&seeds());
    for (id, kind, name, count) in loaded.search("").facets.entities {
        assert!(EntityKind::ALL.contains(&kind));
        let filter = Filter { entities: vec![id], ..Filter::default() };
        assert_eq!(loaded.find(SearchRequest { filter, limit: 9, ..SearchRequest::default() }).total, count, "{name}");
    }
}

#[test]
fn two_builds_are_one() {
    let corpus = seeds();
    let bundle = build(&corpus, &mut |_| ());
    assert!(bundle == build(&corpus, &mut |_| ()));
    let mut other = corpus;
    other.articles[4].text.push('!');
    let changed = build(&other, &mut |_| ());
    assert_ne!(Room::open(&bundle.parts[0].1).unwrap().corpus().hash, Room::open(&changed.parts[0].1).unwrap().corpus().hash);
    assert_eq!(Loaded::new(&Corpus::default()).ids("Kreml"), "");
}

#[test]
fn damage_is_told_and_never_panics() {
    let mut loaded = three();
    for (key, bytes) in &loaded.bundle.parts.clone() {
        for at in (0..bytes.len()).step_by(1 + bytes.len() / 97) {
            let mut broken = bytes.clone();
            broken[at] ^= 0x55;
            assert!(loaded.room.feed(*key, broken.clone()).is_err());
            assert!(loaded.room.feed(*key, bytes[..at].to_vec()).is_err());
            assert!(*key != PartKey::Base || Room::open(&broken).is_err());
        }
    }
    let foreign = Loaded::new(&corpus(&["Gas"])).bundle;
    for (key, bytes) in foreign.parts {
        assert_eq!(loaded.room.feed(key, bytes), Err(Damage::Foreign));
    }
}

/// Content that passes every checksum and is nonsense all the same: an error, not a panic and not a huge allocation.
#[test]
fn sound_bytes_of_nonsense() {
    for fill in [0x00, 0x01, 0x7f, 0x80, 0xff] {
        for length in 0..40 {
            let nonsense = vec![fill; length];
            let _ = Room::open(&encode(PartKey::Base, 7, &nonsense));
            let _ = Request::from_bytes(&nonsense);
        }
    }
    let sound = three();
    let corpus = decode(&sound.bundle.parts[0].1, PartKey::Base, None).unwrap().0.corpus;
    for (key, bytes) in sound.bundle.parts.iter().skip(1) {
        let payload = decode(bytes, *key, None).unwrap().1;
        for at in (0..payload.len()).step_by(1 + payload.len() / 60) {
            let mut broken = payload.to_vec();
            broken[at] ^= 0x15;
            let mut room = Room::open(&sound.bundle.parts[0].1).unwrap();
            for (other, bytes) in sound.bundle.parts.iter().skip(1).filter(|(other, _)| other != key) {
                room.feed(*other, bytes.clone()).unwrap();
            }
            if room.feed(*key, encode(*key, corpus, &broken)).is_ok() {
                for query in ["Gas Oel", "Gsa", "\"Gas und\" autor:x ort:y", "G*s"] {
                    let _ = room.ask(&Request::Search(SearchRequest {
                        query: query.into(),
                        limit: 9,
                        passages: true,
                        ..SearchRequest::default()
                    }));
                    let _ = room.ask(&Request::Marks { article: ArticleId(0), query: query.into() });
                }
                let _ = room.ask(&Request::Timeline);
                let _ = room.ask(&Request::Summaries);
            }
        }
    }
}
