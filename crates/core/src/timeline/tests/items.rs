use super::{day, item, point, undated};
use crate::article::ArticleId;
use crate::event::Mode;
use crate::timeline::lanes::{Lane, MOST_LANES, by_article, by_kind};
use crate::timeline::{Item, ItemKind, Items, Timeline};

/// Three articles: 0 and 1 report an event of 4 February, 2 one of a year; one publication each, and one time without days.
fn three() -> Timeline {
    let of = |item: Item, number: u32, article: u32| Item { number, article: ArticleId(article), ..item };
    let items = vec![
        of(item('e', "2022-01-01", "2022-12-31", "2022"), 0, 2),
        of(point('r', "2022-02-04"), 1, 1),
        of(Item { disagree: true, ..point('e', "2022-02-04") }, 2, 0),
        of(point('r', "2022-02-05"), 3, 0),
        of(Item { kind: ItemKind::Event(Mode::Planned), ..item('e', "2022-02-10", "2022-02-20", "") }, 4, 0),
        of(point('r', "2023-02-22"), 5, 2),
        of(undated(), 6, 1),
    ];
    Timeline { items, witnesses: vec![(2, ArticleId(1)), (2, ArticleId(4)), (4, ArticleId(2))] }
}

#[test]
fn items_round_trip_in_few_bytes() {
    let timeline = three();
    let packed = Items::pack(&timeline);
    assert_eq!(packed.unpack(), Some(timeline));
    assert_eq!((packed.len(), packed.is_empty()), (7, false));
    let bytes = postcard::to_allocvec(&packed).expect("bytes");
    assert!(bytes.len() < 7 * 6 + 12, "{} bytes", bytes.len());
    assert_eq!(Items::default().unpack(), Some(Timeline::default()));
    // Before the first day of 1970, too.
    let early = Timeline { items: vec![item('e', "0800-12-25", "1914-08-01", "")], witnesses: Vec::new() };
    assert_eq!(Items::pack(&early).unpack(), Some(early));
}

#[test]
fn damaged_columns_give_none() {
    let bytes = postcard::to_allocvec(&Items::pack(&three())).expect("bytes");
    for at in 0..bytes.len() {
        for flip in [0x01, 0x40, 0x80, 0xff] {
            let mut broken = bytes.clone();
            broken[at] ^= flip;
            if let Ok(items) = postcard::from_bytes::<Items>(&broken) {
                let _ = items.unpack();
            }
        }
    }
}

#[test]
fn an_item_belongs_to_all_articles_that_report_it() {
    let timeline = three();
    let articles = |at: usize| timeline.articles(&timeline.items[at]).map(|article| article.0).collect::<Vec<_>>();
    assert_eq!((articles(2), articles(3), articles(4)), (vec![0, 1, 4], vec![0], vec![0, 2]));
    let numbers = |within: &[bool]| {
        let mut filtered = three();
        filtered.keep(within);
        filtered.items.iter().map(|item| item.number).collect::<Vec<_>>()
    };
    assert_eq!(numbers(&[false, true, false]), [1, 2, 6]);
    assert_eq!(numbers(&[false, false, true]), [0, 4, 5]);
    assert_eq!(numbers(&[]), [] as [u32; 0]);
}

#[test]
fn an_article_that_names_a_year_has_no_event_on_each_of_its_days() {
    let timeline = three();
    let found = |from: &str, to: &str| timeline.articles_with_events(5, Some(day(from)), Some(day(to)));
    assert_eq!(found("2022-02-04", "2022-02-04"), [true, true, false, false, true]);
    assert_eq!(found("2022-02-10", "2022-02-28"), [true, false, true, false, false]);
    assert_eq!(found("2022-02-11", "2022-02-28"), [false; 5]);
    assert_eq!(timeline.articles_with_events(3, None, None), [true, true, true]);
    // Publications are not events; articles beyond `count` are ignored.
    assert_eq!(timeline.articles_with_events(1, Some(day("2023-01-01")), None), [false]);
}

/// `key:items`, the key of the last lane as a star.
fn shown(lanes: &[Lane]) -> Vec<String> {
    lanes.iter().map(|lane| format!("{}:{:?}", lane.key.map_or("*".to_owned(), |key| key.to_string()), lane.items)).collect()
}

#[test]
fn lanes_by_kind_and_by_article() {
    let timeline = three();
    assert_eq!(shown(&by_kind(&timeline.items)), ["0:[1, 3, 5]", "1:[0, 2, 4, 6]"]);
    assert_eq!(shown(&by_article(&timeline, |article| article.0)), ["1:[1, 2, 6]", "4:[2]", "0:[2, 3, 4]", "2:[0, 4, 5]"]);
    // One source: an item that two of its articles report is there once.
    assert_eq!(shown(&by_article(&timeline, |_| 0)), ["0:[0, 1, 2, 3, 4, 5, 6]"]);
    assert_eq!(by_kind(&[]).len(), 2);
    assert_eq!(by_article(&Timeline::default(), |_| 0), []);
}

#[test]
fn items_beyond_the_last_lane_share_one() {
    let items = (0..200u32).map(|number| Item { number, article: ArticleId(number % 40 / (1 + number % 2)), ..point('e', "2022-02-04") });
    let timeline = Timeline { items: items.collect(), witnesses: Vec::new() };
    let lanes = by_article(&timeline, |article| article.0);
    assert_eq!((lanes.len(), lanes.last().map(|lane| lane.key)), (MOST_LANES, Some(None)));
    let mut all: Vec<u32> = lanes.iter().flat_map(|lane| lane.items.clone()).collect();
    all.sort_unstable();
    assert_eq!(all, (0..200).collect::<Vec<_>>());
    let rest = lanes.last().expect("lanes").items.len();
    assert!(lanes[..MOST_LANES - 1].iter().all(|lane| lane.items.len() * 40 > rest));
}
