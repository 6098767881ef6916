//! The room: queries, requests, and damaged parts.

use crate::analysis::bundle;
use std::sync::OnceLock;
use zeitlupe_core::article::ArticleId;
use zeitlupe_core::bundle::Bundle;
use zeitlupe_core::day::Day;
use zeitlupe_core::entity::{EntityId, read_corrections};
use zeitlupe_core::part::{PartKey, decode, encode};
use zeitlupe_core::room::{
    Answer, ConcordanceRequest, DrawingRequest, Fault, Filter, LoadedRoom, Period, Request, Room, SearchRequest, question,
};

const TEXTS: [&str; 3] = [
    "Gipfel in Wien\n\nStand: 04.02.2022 12:01 Uhr\nDie Minister trafen sich am Freitag in Wien. Danach sprach Kanzler Olaf Scholz über Gaslieferungen.",
    "Treffen in Rom\n\nStand: 07.02.2022 09:30 Uhr\nAm Montag reiste Olaf Scholz nach Rom. Die Gespräche über Gas dauerten drei Stunden.",
    "Rückblick aus Bonn\n\nStand: 01.03.2022\nIn Bonn erinnerte man sich an die Gespräche vom 7. Februar 2022 mit Olaf Scholz.",
];

/// A small collection, analysed once.
fn small() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| bundle(TEXTS.iter().map(|text| zeitlupe_ingest::plain(text, Default::default()).article).collect()))
}

/// A query is no error, whatever it says: hits, concordance, trend, suggestions.
pub fn query(bytes: &[u8]) {
    let query = String::from_utf8_lossy(bytes).into_owned();
    let room = LoadedRoom::of(small().clone()).expect("the bundle is whole");
    let search = SearchRequest { query: query.clone(), limit: 10, passages: true, ..SearchRequest::default() };
    let found = room.ask(search.clone()).expect("every part is there");
    assert!(found.hits.len() <= found.total as usize);
    room.ask(ConcordanceRequest { query: query.clone(), articles: 10, ..ConcordanceRequest::default() }).expect("every part is there");
    let trend = question::Trend { query: query.clone(), filter: search.filter };
    let months: u32 = room.ask(trend).expect("every part is there").iter().map(|point| point.found).sum();
    assert!(months <= found.total, "{months} of {}", found.total);
    room.ask(question::Suggest(query)).expect("every part is there");
}

/// A request as the page sends it: any bytes are an answer, a fault or damage.
pub fn requests(bytes: &[u8]) {
    if let Ok(request) = Request::from_bytes(bytes) {
        ask(&mut Room::open(base(small())).expect("the bundle is whole"), small(), &request);
    }
}

/// Parts whose frame is right and whose content is not, as a wrong program would write them. The first byte chooses the part, the second the
/// request. If the second is odd, the rest is the part's content; otherwise the rest are changes, each an offset of two bytes,
/// little-endian, and the new byte.
pub fn parts(bytes: &[u8]) {
    let [choice, how, rest @ ..] = bytes else { return };
    let mut bundle = small().clone();
    let count = bundle.parts.len();
    let (key, part) = &mut bundle.parts[usize::from(*choice) % count];
    let (_, payload) = decode(part, *key, None).expect("the bundle is whole");
    let payload = if how % 2 == 1 { rest.to_vec() } else { changed(payload.to_vec(), rest) };
    *part = encode(*key, bundle.corpus, &payload);
    let Ok(mut room) = Room::open(base(&bundle)) else { return };
    let requests = every_request();
    ask(&mut room, &bundle, &requests[usize::from(how / 2) % requests.len()]);
}

fn changed(mut payload: Vec<u8>, changes: &[u8]) -> Vec<u8> {
    for change in changes.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]]));
        if let Some(byte) = payload.get_mut(at) {
            *byte = change[2];
        }
    }
    payload
}

fn base(bundle: &Bundle) -> &[u8] {
    bundle.parts.iter().find(|(key, _)| *key == PartKey::Base).map_or(&[], |(_, bytes)| bytes)
}

/// Asks until there is a reply, a fault, or a damaged part.
fn ask(room: &mut Room, bundle: &Bundle, request: &Request) {
    let mut rounds = 0;
    while let Ok::<Answer, Fault>(Answer::Needs(keys)) = room.ask(request) {
        rounds += 1;
        assert!(rounds < 100, "the room asks for parts for ever: {keys:?}");
        for key in keys {
            let Some((_, bytes)) = bundle.parts.iter().find(|(known, _)| *known == key) else { return };
            if room.feed(key, bytes.clone()).is_err() {
                return;
            }
        }
    }
}

/// A request of every kind.
fn every_request() -> Vec<Request> {
    let query = "Gas \"Olaf Scholz\" Wien*".to_owned();
    let search = SearchRequest { query: query.clone(), limit: 10, passages: true, facets: true, names: true, ..SearchRequest::default() };
    let mut requests = vec![
        Request::Corpus,
        Request::Summaries,
        Request::Search(search),
        Request::Search(SearchRequest { query: "ort:Wein OR person:Scholz".into(), limit: 10, ..SearchRequest::default() }),
        Request::Stories(10),
        Request::Articles(vec![ArticleId(0), ArticleId(2), ArticleId(9)]),
        Request::Open("gipfel-in-wien".into()),
        Request::Concordance(ConcordanceRequest { query: query.clone(), articles: 10, ..ConcordanceRequest::default() }),
        Request::Trend { query: query.clone(), filter: Filter::default() },
        Request::Suggest("sch".into()),
        Request::Entities,
        Request::Drawing(DrawingRequest { map: true, ..DrawingRequest::default() }),
        Request::Drawing(DrawingRequest::default()),
        Request::Timeline(Vec::new()),
        Request::Witnesses(vec![0, 1, 99]),
        Request::TimelineNames { with: vec![EntityId(0)], most: 5 },
        Request::Within(Period { from: Some(Day(19_000)), to: None, mentioned: true }),
        Request::SiteInfo,
        Request::Correct(read_corrections("[[remove]]\nname = \"PER:Olaf Scholz\"\n").0.into_iter().map(|(_, one)| one).collect()),
        Request::Entities,
    ];
    for n in 0..3 {
        requests.push(Request::Marks { article: ArticleId(n), query: query.clone() });
        requests.push(Request::Places(EntityId(n)));
        requests.push(Request::Companions(EntityId(n)));
    }
    requests
}
