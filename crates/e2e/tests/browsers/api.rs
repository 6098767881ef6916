//! `window.zeitlupe`, with all members.

use crate::Case;
use crate::room::{Room, WORD};
use zeitlupe_e2e::place::Place;

pub const CASES: &[Case] = &[
    ("the API answers as documented", answers),
    ("names in any text are recognised, and the recogniser is loaded only then", names),
    ("dates and times in any text are resolved from its publication date", times),
    ("a recogniser that breaks down is replaced for the next call", breaks_down),
    ("the API rejects invalid arguments", refuses),
];

fn answers(room: &Room) {
    room.open("#/");
    let ready = room.call("zeitlupe.ready");
    assert!(ready["articles"].as_u64() > Some(0) && ready["hash"].is_string() && ready["title"].is_string(), "{ready}");
    let found = room.call(&format!("zeitlupe.search('{WORD}', {{ limit: 2 }})"));
    let hits = found["hits"].as_array().cloned().unwrap_or_default();
    assert!(hits.len() == 2 && found["total"].as_u64() >= Some(2), "{found}");
    for hit in &hits {
        assert!(hit["id"].is_string() && hit["title"].is_string() && hit["score"].as_f64() > Some(0.0), "{hit}");
        assert!(hit["snippet"].as_str().is_some_and(|text| text.contains("Sicherheitsgarantie")), "{hit}");
        assert!(hit.get("date").is_some() && hit.get("source").is_some(), "{hit}");
    }
    // Positions are UTF-16 units: the slice of the text is a form of the entity.
    let wrong = room.call(
        "(async () => {
            const [hits, entities] = [(await zeitlupe.search('', { limit: 100 })).hits, await zeitlupe.entities()];
            const ids = hits.length ? hits.map((h) => h.id) : entities.flatMap((e) => e.articles);
            const wrong = [];
            let seen = 0;
            for (const id of new Set(ids)) {
                const article = await zeitlupe.article(id);
                for (const n of article.names.filter((n) => n.form === 'name')) {
                    seen++;
                    const [surface, entity] = [article.text.slice(n.start, n.end), entities[n.entity]];
                    if (entity.type !== n.type || !entity.forms.includes(surface)) wrong.push(surface + ' is no ' + entity.name);
                }
                for (const t of article.times) if (!article.text.slice(t.start, t.end).trim()) wrong.push(id + ' ' + t.start);
            }
            return seen > 20 ? wrong : ['only ' + seen + ' names'];
        })()",
    );
    assert_eq!(wrong, serde_json::json!([]));
    let named = room.call(
        "zeitlupe.entities().then((list) => list.length > 20 && list.every((e) => e.name && e.type && e.forms.length && Array.isArray(e.articles) && (e.mentions > 0) === (e.articles.length > 0)))",
    );
    assert_eq!(named, true);
    let items = room.call("zeitlupe.timeline()");
    let kinds = |kind: &str| items.as_array().into_iter().flatten().filter(|item| item["kind"] == kind).count() as u64;
    assert!(kinds("event") > 10);
    // An article without a date has no position in time.
    let dated = room.call("zeitlupe.search('', { limit: 100 }).then((found) => found.hits.filter((hit) => hit.date).length)");
    assert_eq!(Some(kinds("report")), dated.as_u64(), "{items}");
}

fn names(room: &Room) {
    room.open("#/");
    let loaded = "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('recogniser')).length";
    assert_eq!(room.page.string(loaded), "0");
    let ask = "zeitlupe.names('🙂 Gestern traf Frau Olga Meyenburg in Kiew ein.').catch((error) => error.message)";
    let found = room.call(ask);
    if matches!(room.place, Place::Disk(_)) {
        assert_eq!(found, "names: this page does not bring the recogniser");
        return;
    }
    let told: Vec<_> =
        found.as_array().into_iter().flatten().map(|name| format!("{} {} {}", name["start"], name["name"], name["type"])).collect();
    assert_eq!(told, ["21 \"Olga Meyenburg\" \"PER\"", "39 \"Kiew\" \"LOC\""], "{found}");
    assert!(found[0]["confidence"].as_u64().is_some_and(|sure| sure > 50 && sure <= 100), "{found}");
    assert_eq!(room.page.string(loaded), "1");
    assert_eq!(room.call("zeitlupe.names('').then((list) => list.length)"), 0);
    assert_eq!(room.call("zeitlupe.names(7).catch((error) => error.message)"), "names: expected a string as text");
}

fn times(room: &Room) {
    room.open("#/");
    let ask = |rest: &str| room.call(&format!("zeitlupe.times('🙂 Er kam am Freitag.'{rest}).catch((error) => error.message)"));
    let expected = "times: expected a date like 2022-02-04, 2022-02 or 2022 as published, or nothing";
    for wrong in [", 'gestern'", ", '2022-02-30'", ", ''", ", 2022"] {
        assert_eq!(ask(wrong), expected, "{wrong}");
    }
    assert_eq!(room.call("zeitlupe.times().catch((error) => error.message)"), "times: expected a string as text");
    let loaded = "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('recogniser')).length";
    assert_eq!(room.page.string(loaded), "0");
    let found = ask(", '2022-02-04'");
    if matches!(room.place, Place::Disk(_)) {
        assert_eq!(found, "times: this page does not bring the recogniser");
        return;
    }
    let resolved = serde_json::json!([{
        "start": 13, "end": 20, "type": "DATE", "value": "2022-02-04", "earliest": "2022-02-04", "latest": "2022-02-04",
        "anchor": "publication", "reason": "tense",
    }]);
    assert_eq!(found, resolved);
    assert_eq!(ask(", '2022-02-04T12:01'"), resolved);
    let month = ask(", '2022-02'");
    assert!(month[0]["earliest"] != month[0]["latest"] && month[0]["earliest"].is_string(), "{month}");
    for unknown in ["", ", null", ", undefined"] {
        let open = ask(unknown);
        assert!(open[0]["value"] == "" && open[0]["earliest"].is_null() && open[0]["reason"] == "unanchored", "{open}");
    }
    // The recogniser of names is not loaded for it.
    assert_eq!(room.page.string(loaded), "1");
}

fn breaks_down(room: &Room) {
    if matches!(room.place, Place::Disk(_)) {
        return;
    }
    room.open("#/");
    // The first instance traps.
    let told = room.call(
        "(async () => {
            const instantiate = WebAssembly.instantiate;
            const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(
                [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.f;
            let started = 0;
            WebAssembly.instantiate = async (...given) => {
                const { instance } = await instantiate(...given);
                started++;
                return { instance: { exports: started > 1 ? instance.exports : { ...instance.exports, recognise_times: trap } } };
            };
            const first = await zeitlupe.times('Er kam 2019.').catch((error) => error.message);
            const second = await zeitlupe.times('Er kam 2019.');
            WebAssembly.instantiate = instantiate;
            return [first, second.length, started];
        })()",
    );
    assert!(told[0].as_str().is_some_and(|message| message.starts_with("times: the recogniser broke down at this text: ")), "{told}");
    assert_eq!((&told[1], &told[2]), (&serde_json::json!(1), &serde_json::json!(2)), "{told}");
}

fn refuses(room: &Room) {
    room.open("#/");
    assert!(room.call("zeitlupe.article('gibt-es-nicht')").is_null());
    for call in ["zeitlupe.search(5)", "zeitlupe.search()", "zeitlupe.search('x', { limit: 'viele' })", "zeitlupe.article({})"] {
        let answer = room.call(call);
        assert!(
            answer["rejected"].as_str().is_some_and(|message| message.contains("expected") || message.contains("search")),
            "{call}: {answer}"
        );
    }
}
