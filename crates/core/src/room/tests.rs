//! The room: loading on demand, filters, facets, places, timeline, damage.

use super::fixture::{Loaded, corpus, seeds};
use super::*;
use crate::article::{Evidence, Origin, Precision, PubDate};
use crate::bundle::{Corpus, build};
use crate::day::Day;
use crate::entity::EntityKind;
use crate::lesson::{Extras, Station, Task, Tasks, Tour};
use crate::part::encode;
use crate::prose::{Block, Pages, Piece};
use crate::timeline::Item;

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
    Loaded::new(&three_articles())
}

fn three_articles() -> Corpus {
    Corpus {
        title: "Drei".into(),
        articles: vec![
            dated("a", "Gas und Öl", "dpa", Some((2022, 2, 4))),
            dated("b", "Gas", "", None),
            dated("c", "Gas im März", "AFP", Some((2022, 3, 1))),
        ],
        ..Corpus::default()
    }
}

#[test]
fn hits_are_filtered_and_sorted() {
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
    check(Filter { period: Period { from: Day::from_civil(2022, 2, 5), ..Period::default() }, ..none() }, Sort::Newest, "c");
    check(Filter { period: Period { to: Day::from_civil(2022, 2, 4), ..Period::default() }, ..none() }, Sort::Newest, "a");
    check(Filter { entities: vec![EntityId(99)], ..none() }, Sort::Newest, "");
}

#[test]
fn facets_count_the_found_articles() {
    let view = three().search("Gas ");
    assert_eq!(view.facets.as_ref().unwrap().sources, [(String::new(), 1), ("AFP".into(), 1), ("dpa".into(), 1)]);
    assert_eq!(view.facets.as_ref().unwrap().months, [("2022-02".into(), 1), ("2022-03".into(), 1), ("-".into(), 1)]);
    assert_eq!(three().search("März").facets.unwrap().months, [("2022-03".into(), 1)]);
    assert_eq!((view.total, view.places), (3, 3));
}

#[test]
fn the_limit_applies_to_hits_but_not_to_the_total() {
    let mut loaded = three();
    let view = loaded.find(SearchRequest { query: "Gas".into(), limit: 1, ..SearchRequest::default() });
    assert_eq!((view.total, view.hits.len()), (3, 1));
}

/// Asserts what a query finds in articles with titles, sources, authors, dates and names.
fn check(query: &str, expected: &str) {
    let with_author = |mut article: crate::article::Article, author: &str| {
        article.meta.author = Some(author.to_owned());
        article
    };
    let articles = vec![
        with_author(dated("a", "# Gas und Öl\nPräsident Emmanuel Macron reiste nach Moskau.", "dpa", Some((2022, 2, 4))), "Jörg Meier"),
        with_author(
            dated("b", "# Gipfel\nGas aus Moskau, sagte Kanzler Olaf Scholz der Agentur Interfax.", "AFP", Some((2022, 2, 5))),
            "Ina Groß",
        ),
        dated("c", "# Öl\nPräsident Macron schwieg zum Gas.", "Süddeutsche Zeitung", Some((2021, 12, 31))),
        dated("d", "Gas", "", None),
    ];
    assert_eq!(Loaded::new(&Corpus { articles, ..Corpus::default() }).ids(query), expected, "{query}");
}

#[test]
fn fields_work_in_both_languages() {
    for titel in ["titel:Gas ", "titel: Gas ", "title:Gas ", "TITEL:gas "] {
        check(titel, "a");
    }
    check("titel:(Gas OR Öl) ", "a c");
    check("titel:\"Gas und\" ", "a");
    check("Gas -titel:Öl ", "b d");
    for quelle in ["quelle:dpa", "source:DPA", "quelle: dpa"] {
        check(quelle, "a");
    }
    check("quelle:sueddeutsche", "c");
    check("quelle:\"Süddeutsche Zeitung\"", "c");
    for autor in ["autor:Meier", "author:meier", "autor:\"Jörg Meier\"", "autor:Joerg"] {
        check(autor, "a");
    }
    check("autor:gross", "b");
    for person in ["person:Macron", "person:\"Emmanuel Macron\"", "Person:Macrons"] {
        check(person, "a c");
    }
    for ort in ["ort:Moskau", "place:Moskau", "ort:Moskaus"] {
        check(ort, "a b");
    }
    for organisation in ["organisation:Interfax", "organization:Interfax", "org:Interfax"] {
        check(organisation, "b");
    }
    check("person:Moskau", "");
    check("person:Macron ort:Moskau", "a");
    check("Gas -person:Macron ", "b d");
}

#[test]
fn date_fields_work_in_both_languages() {
    for vor in ["vor:2022-02-05", "before:2022-02-05", "vor: 5.2.2022", "vor:05.02.2022"] {
        check(vor, "a c");
    }
    check("vor:2022", "c");
    for nach in ["nach:2022-02-04", "after:2022-02-04"] {
        check(nach, "b");
    }
    check("nach:2021", "a b");
    for am in ["am:2022-02-04", "on:4/2/2022", "am:\"4. Februar 2022\""] {
        check(am, "a");
    }
    check("am:2022-02", "a b");
    check("am:\"Februar 2022\" Macron ", "a");
    check("-am:2022-02", "c d");
    check("Gas nach:2022-02-04 ", "b");
}

#[test]
fn ignored_operators_are_reported() {
    let mut loaded = three();
    assert_eq!(loaded.search("vor:gestern Gas nahe:5").ignored, ["vor:gestern", "nahe:5"]);
    assert_eq!(loaded.search("Gas OR").ignored, ["OR"]);
    assert_eq!(loaded.search("* Gas").ignored, ["*"]);
    assert!(loaded.search("Gas -Öl (nach:2022 OR \"x").ignored.is_empty());
}

#[test]
fn partial_and_inexact_matches_are_reported() {
    let mut loaded = three();
    let view = loaded.search("Gas Qqqqqqqq ");
    assert_eq!((view.partial, view.total), (true, 3));
    assert_eq!((view.understood[1].how, view.understood[1].articles), (How::Nothing, 0));
    assert!(!loaded.search("Gas Öl ").partial && !loaded.search("Qqqqqqqq ").partial);
    let filter = Filter { source: Some("AFP".into()), ..Filter::default() };
    let request = |query: &str| SearchRequest { query: query.into(), filter: filter.clone(), limit: 9, ..SearchRequest::default() };
    assert_eq!((loaded.find(request("Öl ")).total, loaded.find(request("Öl ")).unfiltered), (0, 1));
    assert_eq!((loaded.find(request("Gas ")).total, loaded.find(request("Gas ")).unfiltered), (1, 0));
    let how = |loaded: &mut Loaded, query: &str| loaded.search(query).understood[0].how;
    assert_eq!(how(&mut loaded, "Gas "), How::Exact);
    assert_eq!(how(&mut loaded, "Oel "), How::Form);
    assert_eq!(how(&mut loaded, "\"im Maerz\" "), How::Form);
    assert_eq!(how(&mut loaded, "Märtz "), How::Typo);
    let mut named = Loaded::new(&corpus(&["Dann ging Wolodymyr Selenskyj nach Kiew.", "Dann ging Wolodymyr Selenski."]));
    let view = named.search("Selenskyj ");
    assert_eq!((view.total, view.understood[0].articles, view.understood[0].how), (2, 2, How::Exact));
}

#[test]
fn the_strip_shows_the_positions_of_matches() {
    let text = format!("Gas {}Gas {}Gas", "x ".repeat(198), "x ".repeat(198));
    let mut loaded = Loaded::new(&corpus(&[&text]));
    assert_eq!(loaded.search("Gas ").hits[0].strip, [0, 498, 996]);
    let bare = loaded.find(SearchRequest { query: "Gas ".into(), limit: 9, ..SearchRequest::default() });
    assert!(bare.hits[0].strip.is_empty() && bare.hits[0].snippet.is_empty());
}

fn lines(loaded: &mut Loaded, request: ConcordanceRequest) -> Concordance {
    loaded.ask(request)
}

#[test]
fn a_concordance_shows_every_match_in_context() {
    let texts = ["Viel Gas zieht ab. Das Gas, ach!", "# Altes Gas\nDem „Gas“ baute man Häuser, kein Gaswerk."];
    let mut loaded = Loaded::new(&corpus(&texts));
    let mut check = |order: LineOrder, expected: &[&str]| {
        let found = lines(&mut loaded, ConcordanceRequest { query: "Gas ".into(), articles: 9, order, ..ConcordanceRequest::default() });
        let shown: Vec<String> = found.lines.iter().map(|line| format!("{}[{}]{}", line.text[0], line.text[1], line.text[2])).collect();
        assert_eq!(shown, expected);
        assert_eq!((found.total, found.articles.len()), (2, 2));
        for line in &found.lines {
            let text = texts[line.article.0 as usize].replace("# ", "");
            assert_eq!(line.span.of(&text), line.text[1]);
            assert!(text.contains(&line.text.concat()));
        }
    };
    let (viel, das) = ("Viel [Gas] zieht ab. Das Gas, ach!", "Viel Gas zieht ab. Das [Gas], ach!");
    let (altes, dem) = ("Altes [Gas]", "Dem „[Gas]“ baute man Häuser, kein Gaswerk.");
    check(LineOrder::Place, &[altes, dem, viel, das]);
    check(LineOrder::Left, &[altes, das, dem, viel]);
    check(LineOrder::Right, &[altes, das, dem, viel]);
}

#[test]
fn context_is_sorted_folded_and_without_punctuation() {
    let mut loaded = Loaded::new(&corpus(&["ä Gas z", "Zum Gas (Öl)", "b „Gas“ – ob", "Gas"]));
    let mut order = |order: LineOrder| {
        let found = lines(&mut loaded, ConcordanceRequest { query: "Gas ".into(), articles: 9, order, ..ConcordanceRequest::default() });
        found.lines.iter().map(|line| "abcd".chars().nth(line.article.0 as usize).unwrap()).collect::<String>()
    };
    assert_eq!(order(LineOrder::Left), "dacb");
    assert_eq!(order(LineOrder::Right), "dcba");
}

#[test]
fn a_concordance_respects_filter_and_limit() {
    let mut loaded = three();
    let mut found = |filter: Filter, articles: u32| {
        let found = lines(&mut loaded, ConcordanceRequest { query: "Gas ".into(), filter, articles, ..ConcordanceRequest::default() });
        let ids: Vec<&str> = found.articles.iter().map(|(_, summary)| summary.id.as_str()).collect();
        assert!(found.lines.iter().all(|line| found.articles.iter().any(|(id, _)| *id == line.article)));
        (found.lines.len(), ids.join(" "), found.total)
    };
    assert_eq!(found(Filter::default(), 9), (3, "a b c".into(), 3));
    assert_eq!(found(Filter::default(), 1), (1, "a".into(), 3));
    assert_eq!(found(Filter::default(), 0), (0, String::new(), 3));
    assert_eq!(found(Filter { source: Some("dpa".into()), ..Filter::default() }, 9), (1, "a".into(), 1));
    assert_eq!(
        found(Filter { period: Period { from: Day::from_civil(2022, 2, 5), ..Period::default() }, ..Filter::default() }, 9),
        (1, "c".into(), 1)
    );
    assert_eq!(lines(&mut three(), ConcordanceRequest { articles: 9, ..ConcordanceRequest::default() }).lines, []);
}

#[test]
fn a_line_is_cut_at_spaces() {
    let long = format!("{}Gas {}", "vorher ".repeat(40), "danach ".repeat(40));
    let mut loaded = Loaded::new(&corpus(&[&long]));
    let found = lines(&mut loaded, ConcordanceRequest { query: "Gas ".into(), articles: 9, ..ConcordanceRequest::default() });
    let [before, hit, after] = &found.lines[0].text;
    assert_eq!((hit.as_str(), before.starts_with("vorher "), after.ends_with(" danach")), ("Gas", true, true));
    assert!((70..=90).contains(&before.len()) && (70..=90).contains(&after.len()));
}

#[test]
fn a_trend_counts_matches_by_month() {
    let check = |query: &str, filter: Filter, expected: &str| {
        let mut loaded = three();
        let points = loaded.ask(question::Trend { query: query.to_owned(), filter });
        let one = |p: &TrendPoint| format!("{} {}/{}/{}/{}", p.month, p.places, p.found, p.articles, p.words);
        assert_eq!(points.iter().map(one).collect::<Vec<_>>().join(", "), expected, "{query}");
    };
    check("Gas ", Filter::default(), "2022-02 1/1/1/3, 2022-03 1/1/1/3, - 1/1/1/1");
    check("Öl ", Filter::default(), "2022-02 1/1/1/3, 2022-03 0/0/1/3, - 0/0/1/1");
    check("Qqqqqqqq ", Filter::default(), "2022-02 0/0/1/3, 2022-03 0/0/1/3, - 0/0/1/1");
    check("Gas ", Filter { source: Some("AFP".into()), ..Filter::default() }, "2022-03 1/1/1/3");
    check(
        "Gas ",
        Filter { period: Period { from: Day::from_civil(2022, 2, 5), ..Period::default() }, ..Filter::default() },
        "2022-03 1/1/1/3",
    );
}

#[test]
fn suggestions_complete_the_last_word() {
    let texts = [
        "# Gipfel in Peking\nDie Lieferung, die Lieferungen. Präsident Wladimir Putin sprach. Präsident Putin ging. Putin kam.",
        "# Lieferung gestoppt\nDie Lieferung und die Liebe",
    ];
    let check = |query: &str, expected: &str| {
        let mut loaded = Loaded::new(&corpus(&texts));
        loaded.search(query);
        let found = loaded.ask(question::Suggest(query.to_owned()));
        let one = |s: &Suggestion| match &s.kind {
            SuggestionKind::Word => format!("{} {}", s.text, s.articles),
            SuggestionKind::Name(kind) => format!("{}: {}", kind.code(), s.text),
            SuggestionKind::Title(id) => format!("{id}: {}", s.text),
        };
        assert_eq!(found.iter().map(one).collect::<Vec<_>>().join(", "), expected, "{query}");
    };
    check("Lie", "Lieferung 2, Liebe 1, Lieferungen 1, b: Lieferung gestoppt");
    check("Lieferung", "Lieferungen 1, b: Lieferung gestoppt");
    check("Gipfel Pek", "Peking 1, a: Gipfel in Peking");
    check("Put", "PER: Wladimir Putin, Putin 1");
    check("L", "");
    check("Lie ", "");
    check("\"Lie", "");
    check("titel:Lie", "");
    check("Qqqq", "");
}

#[test]
fn loading_takes_few_rounds() {
    let mut loaded = Loaded::new(&seeds());
    loaded.search("Kreml");
    assert_eq!(loaded.rounds, 2, "index and titles, then texts");
    loaded.search("Nato Osterweiterung");
    assert_eq!(loaded.rounds, 0);
    let fresh = Loaded::new(&seeds());
    assert!(matches!(fresh.room.borrow_mut().ask(&Request::Corpus), Ok(Answer::Ready(_))));
    assert_eq!(fresh.room.borrow_mut().ask(&Request::Timeline(Vec::new())), Ok(Answer::Needs(vec![PartKey::Timeline])));
    assert_eq!(fresh.room.borrow_mut().ask(&Request::Articles(vec![ArticleId(77)])), Ok(Answer::Ready(Reply::Articles(vec![]))));
    let marks = Request::Marks { article: ArticleId(0), query: "Kreml".into() };
    assert_eq!(fresh.room.borrow_mut().ask(&marks), Ok(Answer::Needs(vec![PartKey::Index(0), PartKey::Articles(0)])));
}

#[test]
fn articles_round_trip() {
    let corpus = seeds();
    let mut loaded = Loaded::new(&corpus);
    let found = loaded.ask(question::Articles(vec![ArticleId(3), ArticleId(1)]));
    assert_eq!(found.iter().map(|(id, _)| id.0).collect::<Vec<_>>(), [3, 1]);
    assert_eq!(found[0].1.article, corpus.articles[3]);
    assert!(!found[0].1.sentences.is_empty());
}

#[test]
fn mentions_come_with_their_whole_sentence() {
    let mut loaded = Loaded::new(&seeds());
    let entities = loaded.ask(question::Entities);
    for (n, entity) in entities.iter().enumerate() {
        let places = loaded.ask(question::Places(EntityId(n as u32)));
        let names = places.iter().filter(|place| place.form == crate::entity::Form::Name).count() as u32;
        assert_eq!(names, entity.total(), "{}", entity.name);
        assert!(places.iter().all(|place| !place.sentence[1].is_empty() && !place.sentence[1].contains('\n')));
    }
    assert_eq!(loaded.ask(question::Places(EntityId(u32::MAX))), []);
}

#[test]
fn the_timeline_is_in_order_and_its_text_is_loaded_separately() {
    let mut loaded = three();
    let timeline = loaded.ask(question::Timeline(Vec::new()));
    let days = |item: &Item| item.days.map(|(from, to)| (from.iso(), to.iso()));
    let reports = timeline.items.iter().filter(|item| item.kind == ItemKind::Report).filter_map(days);
    assert_eq!(reports.map(|(from, _)| from).collect::<Vec<_>>(), ["2022-02-04", "2022-03-01"]);
    assert!(timeline.items.is_sorted_by_key(|item| (item.days.is_none(), item.days.map(|(from, _)| from))));
    assert!(!loaded.parts.contains(&PartKey::Witnesses(0)));
    let all: Vec<u32> = (0..timeline.items.len() as u32).chain([u32::MAX]).collect();
    let found = loaded.ask(question::Witnesses(all));
    assert_eq!(found.iter().map(|(number, _)| *number).collect::<Vec<_>>(), (0..timeline.items.len() as u32).collect::<Vec<_>>());
    for (item, (_, witnesses)) in timeline.items.iter().zip(&found) {
        assert_eq!(witnesses.first().map(|witness| witness.article), Some(item.article));
        assert_eq!(witnesses[0].time.is_none(), item.kind == ItemKind::Report);
        assert!(!witnesses[0].text.is_empty());
    }
}

#[test]
fn witnesses_of_many_items_are_in_several_parts() {
    let day = |n: usize| format!("Am {}. März {} kam Gas.", n % 28 + 1, 1900 + n / 28);
    let text = (0..600).map(day).collect::<Vec<_>>().join("\n");
    let mut loaded = Loaded::new(&corpus(&[&text]));
    let timeline = loaded.ask(question::Timeline(Vec::new()));
    assert_eq!(timeline.items.len(), 600);
    let found = loaded.ask(question::Witnesses(vec![599, 3, 300]));
    assert_eq!(
        found.iter().map(|(number, witnesses)| (*number, witnesses[0].surface.as_str())).collect::<Vec<_>>(),
        [(599, "12. März 1921"), (3, "4. März 1900"), (300, "21. März 1910")]
    );
    assert!(loaded.parts.is_superset(&[PartKey::Witnesses(0), PartKey::Witnesses(1), PartKey::Witnesses(2)].into()));
    let found = loaded.ask(question::Witnesses(vec![600]));
    assert_eq!(found, []);
}

/// The same dispatch in two newspapers, one of which names another day: one item with both as witnesses, which disagree.
#[test]
fn an_event_in_two_articles_is_one_item() {
    let dispatch = |day: u32| {
        format!(
            "Wladimir Putin hat am {day}. Februar 2022 in Peking mit Xi Jinping einen langen Vertrag über Gaslieferungen nach China unterzeichnet."
        )
    };
    let one_item = |a: u32, b: u32, text: String| {
        let articles = vec![
            dated("a", &dispatch(a), "", Some((2022, 2, 6))),
            dated("b", &dispatch(b), "", Some((2022, 2, 6))),
            dated("c", &text, "", None),
        ];
        let mut loaded = Loaded::new(&Corpus { articles, ..Corpus::default() });
        let timeline = loaded.ask(question::Timeline(Vec::new()));
        let item = *timeline.items.iter().find(|item| item.kind != ItemKind::Report).expect("an event");
        let words = loaded.ask(question::Witnesses(vec![item.number]));
        let articles: Vec<u32> = words[0].1.iter().map(|witness| witness.article.0).collect();
        assert_eq!(timeline.articles(&item).map(|article| article.0).collect::<Vec<_>>(), articles);
        (articles, item.disagree)
    };
    let other = "Olaf Scholz sprach am 4. Februar 2022 in Berlin über den Haushalt des Bundes.";
    assert_eq!(one_item(4, 4, other.to_owned()), (vec![0, 1], false));
    assert_eq!(one_item(4, 5, other.to_owned()), (vec![0, 1], true));
    assert_eq!(one_item(4, 4, dispatch(4)), (vec![0, 1, 2], false));
}

#[test]
fn a_period_selects_articles_published_then_and_on_request_those_that_mention_it() {
    let mut loaded = Loaded::new(&Corpus {
        articles: vec![
            dated("a", "Am 1. Mai 2021 kam Gas.", "", Some((2022, 2, 4))),
            dated("b", "Es war 2021.", "", Some((2022, 3, 1))),
            dated("c", "Gas.", "", None),
        ],
        ..Corpus::default()
    });
    let mut within = |from: Option<Day>, to: Option<Day>, mentioned: bool| {
        let within = loaded.ask(question::Within(Period { from, to, mentioned }));
        within.map(|within| within.into_iter().map(u8::from).collect::<Vec<_>>())
    };
    let (first, last) = (Day::from_civil(2021, 5, 1), Day::from_civil(2021, 5, 31));
    assert_eq!(within(None, None, true), None);
    assert_eq!(within(Day::from_civil(2022, 2, 4), None, false), Some(vec![1, 1, 0]));
    assert_eq!(within(Day::from_civil(2022, 2, 5), None, false), Some(vec![0, 1, 0]));
    assert_eq!(within(first, last, false), Some(vec![0, 0, 0]));
    assert_eq!(within(first, last, true), Some(vec![1, 0, 0]));
    let period = Period { from: Day::from_civil(2021, 5, 1), to: Day::from_civil(2021, 5, 31), mentioned: true };
    let view = loaded.find(SearchRequest { filter: Filter { period, ..Filter::default() }, limit: 9, ..SearchRequest::default() });
    assert_eq!(loaded.name(&view), "a");
}

#[test]
fn names_of_the_timeline_have_their_items() {
    let mut loaded = Loaded::new(&Corpus {
        articles: vec![
            dated("a", "Am 1. Mai 2021 kam Putin nach Moskau. Es war 2020 in Moskau.", "", Some((2022, 2, 4))),
            dated("b", "Putin schweigt.", "", Some((2022, 3, 1))),
        ],
        ..Corpus::default()
    });
    let entities = loaded.ask(question::Entities);
    let mut names = |with: Vec<EntityId>, most: u32| {
        let names = loaded.ask(question::TimelineNames { with, most });
        names.iter().map(|(id, items)| format!("{}:{items:?}", entities[id.0 as usize].name)).collect::<Vec<_>>()
    };
    // 0: 2020, 1: the first of May, 2 and 3: the publications.
    assert_eq!(names(Vec::new(), 9), ["Moskau:[0, 1, 2]", "Wladimir Putin:[1, 2, 3]"]);
    assert_eq!(names(Vec::new(), 1), ["Moskau:[0, 1, 2]"]);
    let moscow = entities.iter().position(|entity| entity.name == "Moskau").expect("Moskau") as u32;
    assert_eq!(names(vec![EntityId(moscow)], 9), ["Moskau:[0, 1, 2]", "Wladimir Putin:[1, 2]"]);
}

#[test]
fn the_site_info_has_pages_and_extras() {
    let paragraph = |text: &str| vec![Block::Paragraph(vec![Piece::plain(text)])];
    let task = |heading: &str| Task { heading: heading.into(), ..Task::default() };
    let tasks = Tasks { title: "Stunde".into(), tasks: vec![task("Wer?"), task("Wo?")], ..Tasks::default() };
    let tours = vec![Tour { title: "Weg".into(), stations: vec![Station { address: "#/zeit".into(), words: vec![Piece::plain("Los")] }] }];
    let imprint = paragraph("Schule am Park");
    let mut three = three_articles();
    three.extras = Extras { imprint, tasks, tours };
    three.pages = [Pages { about: paragraph("Über"), ..Pages::default() }, Pages { about: paragraph("About"), ..Pages::default() }];
    let mut loaded = Loaded::new(&three);
    let view = loaded.room.borrow().corpus().clone();
    assert_eq!((view.tasks, view.tours, view.imprint), (2, 1, true));
    let papers = loaded.ask(question::SiteInfo);
    assert_eq!((loaded.rounds, loaded.parts.iter().copied().collect::<Vec<_>>()), (1, vec![PartKey::SiteInfo]));
    assert_eq!((&papers.extras, &papers.pages), (&three.extras, &three.pages));
    assert_eq!(papers.sources, [("dpa".into(), 1), (String::new(), 1), ("AFP".into(), 1)]);
    assert_eq!(papers.licences, [(String::new(), 3)]);
    assert_eq!(papers.origins, [(Some(Origin::Record), 2), (None, 1)]);
    let without = Loaded::new(&three_articles());
    assert_eq!(
        (without.room.borrow().corpus().tasks, without.room.borrow().corpus().tours, without.room.borrow().corpus().imprint),
        (0, 0, false)
    );
    assert_ne!(without.room.borrow().corpus().hash, loaded.room.borrow().corpus().hash);
}

#[test]
fn entity_facets_and_filter_agree() {
    let mut loaded = Loaded::new(&seeds());
    for (id, kind, name, count) in loaded.search("").facets.unwrap().entities {
        assert!(EntityKind::ALL.contains(&kind));
        let filter = Filter { entities: vec![id], ..Filter::default() };
        assert_eq!(loaded.find(SearchRequest { filter, limit: 9, ..SearchRequest::default() }).total, count, "{name}");
    }
}

#[test]
fn two_builds_give_the_same_bytes() {
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
fn damage_is_reported_without_panic() {
    let loaded = three();
    for (key, bytes) in &loaded.bundle.parts.clone() {
        for at in (0..bytes.len()).step_by(1 + bytes.len() / 97) {
            let mut broken = bytes.clone();
            broken[at] ^= 0x55;
            assert!(loaded.room.borrow_mut().feed(*key, broken.clone()).is_err());
            assert!(loaded.room.borrow_mut().feed(*key, bytes[..at].to_vec()).is_err());
            assert!(*key != PartKey::Base || Room::open(&broken).is_err());
        }
    }
    let foreign = Loaded::new(&corpus(&["Gas"])).bundle;
    for (key, bytes) in foreign.parts {
        assert_eq!(loaded.room.borrow_mut().feed(key, bytes), Err(Damage::Foreign));
    }
}

/// Invalid content with a valid checksum is an error, without panic or huge allocation.
#[test]
fn valid_bytes_with_invalid_content_are_errors() {
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
                let _ = room.ask(&Request::Timeline(Vec::new()));
                let _ = room.ask(&Request::Witnesses((0..9).collect()));
                let _ = room.ask(&Request::TimelineNames { with: Vec::new(), most: 9 });
                let _ = room.ask(&Request::Summaries);
                let _ = room.ask(&Request::SiteInfo);
            }
        }
    }
}
