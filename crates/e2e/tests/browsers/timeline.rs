//! The timeline's drawing, one case for each rule.

use crate::Case;
use crate::room::Room;
use serde_json::Value;
use thirtyfour::Key;

pub const CASES: &[Case] = &[
    ("the first view places every item", first_view),
    ("distant dates do not compress the busy weeks", far_away),
    ("zoom goes in steps, around the focused mark", zoom),
    ("the wheel scrolls the page, unless Ctrl is held", wheel),
    ("the axis shows the year at every zoom level", axis),
    ("a cluster is a count that opens its list", crowd),
    ("every lane keeps its name", lanes),
    ("reports and events differ by shape and name", two_kinds),
    ("imprecise dates look imprecise", precision),
    ("every mark opens its sentence", evidence),
    ("undated items are always reachable", undated),
    ("arrow keys move between marks, but only inside the drawing", keyboard),
    ("a mark is labelled with title, date and position", speech),
    ("the drawing stays small", size),
    ("nothing moves by itself", motion),
];

/// Marks: label, class, and number of items.
const MARKS: &str = "[...document.querySelectorAll('.chart svg a')].map((a) => {
    const label = a.getAttribute('aria-label'), count = label.match(/^([\\d.]+)\\u00a0Zeitangaben?\\b/);
    const sign = a.querySelector('.report, .event, .beyond');
    return { label, count: count ? +count[1].replace('.', '') : 1, kind: sign ? sign.getAttribute('class') : '', href: a.getAttribute('href') };
})";

pub fn marks(room: &Room) -> Vec<Value> {
    let found = room.page.run(&format!("return {MARKS};"), Vec::new());
    found.as_array().cloned().unwrap_or_default()
}

/// The items of the timeline, from the API.
pub fn items(room: &Room) -> Vec<Value> {
    room.call("zeitlupe.timeline()").as_array().cloned().unwrap_or_default()
}

pub fn open(room: &Room, address: &str) {
    room.open(address);
    room.page.wait_for(".chart svg a", 1);
}

fn counted(marks: &[Value]) -> u64 {
    marks.iter().filter_map(|mark| mark["count"].as_u64()).sum()
}

fn first_view(room: &Room) {
    open(room, "#/zeit");
    let dated = items(room).iter().filter(|item| item["earliest"].is_string()).count() as u64;
    assert!(dated > 20);
    assert_eq!(counted(&marks(room)), dated, "every dated item is in a mark, in a count, or in what lies beside the window");
    // With space at both ends: no mark touches them.
    let inside = "(() => { const r = document.querySelector('.chart .ground').getBoundingClientRect();
        return [...document.querySelectorAll('.chart svg a')].map((a) => a.querySelector('path[class], rect.event:not(.stretch):not(.vague)')).filter((e) => e && e.closest('a'))
            .every((e) => { const p = e.getBoundingClientRect(); return p.left > r.left && p.right < r.right; }); })()";
    assert_eq!(room.page.string(inside), "true");
}

fn far_away(room: &Room) {
    let page = room.page;
    open(room, "#/zeit");
    let years = page.texts(".chart .context text");
    let year = |n: usize| years[n].get(..4).and_then(|year| year.parse::<i32>().ok()).unwrap_or_else(|| panic!("no year in {years:?}"));
    assert!(year(1) - year(0) > 20, "the strip shows all: {years:?}");
    let days = page.count(".chart text.lower");
    assert!((5..40).contains(&days), "the drawing shows some weeks: {:?}", page.texts(".chart text.lower"));
    let beside: Vec<u64> = marks(room).iter().filter(|mark| mark["kind"] == "beyond").filter_map(|mark| mark["count"].as_u64()).collect();
    assert!(beside.len() >= 2, "what lies before and after is counted at the edges");
    // The two scales are linked: a click in the strip moves the window, and its frame goes along.
    let frame = "document.querySelector('.chart .window').getBoundingClientRect().left";
    let before: f64 = page.string(frame).parse().expect("a number");
    page.drag(".chart .context .ring", 0.9, 0.9);
    page.wait_address("fenster=");
    let after: f64 = page.string(frame).parse().expect("a number");
    assert!(after > before + 50.0, "{before} to {after}");
}

fn zoom(room: &Room) {
    let page = room.page;
    open(room, "#/zeit");
    let step = || page.text(".controls output");
    let mut steps = vec![step()];
    while steps.len() < 9 {
        let before = page.fragment();
        page.click(".controls .zoom-out");
        page.wait(&format!("location.hash !== {}", serde_json::json!(before)));
        steps.push(step());
        if steps.last().is_some_and(|step| step == "alles") {
            break;
        }
    }
    let known = ["Woche", "Monat", "Quartal", "Jahr", "Jahrzehnt", "Jahrhundert", "alles"];
    let places: Vec<usize> = steps.iter().filter_map(|step| known.iter().position(|other| other == step)).collect();
    assert!(places.len() == steps.len() && places.is_sorted() && places.len() > 3, "{steps:?}");
    // With keys, the focus stays on the same item.
    open(room, "#/zeit");
    page.run("document.querySelector('.chart svg a[tabindex=\"0\"]').focus();", Vec::new());
    page.press(Key::Right);
    let title = "document.activeElement.getAttribute('aria-label').split(', ').slice(0, -1).join(', ')";
    let held = page.string(title);
    let before = page.fragment();
    page.press(Key::Add);
    page.wait(&format!("location.hash !== {}", serde_json::json!(before)));
    page.wait(&format!("document.activeElement.closest('.chart svg a') && {title} === {}", serde_json::json!(held)));
}

fn wheel(room: &Room) {
    let page = room.page;
    open(room, "#/zeit");
    let turn = |ctrl: bool| {
        let body = "const e = new WheelEvent('wheel', { deltaY: -120, ctrlKey: arguments[0], bubbles: true, cancelable: true, clientX: 700, clientY: 400 });
            document.querySelector('.chart .ground').dispatchEvent(e);
            return e.defaultPrevented;";
        page.run(body, vec![Value::from(ctrl)]) == true
    };
    let before = page.fragment();
    assert!(!turn(false), "the page could not be scrolled over the drawing");
    assert_eq!(page.fragment(), before);
    assert!(turn(true), "the browser would zoom, too");
    page.wait_address("fenster=");
    let touch = page.string("getComputedStyle(document.querySelector('.chart svg.plot')).touchAction");
    assert!(touch.contains("pan-y") || touch == "undefined", "a finger must be able to scroll the page: {touch}");
}

fn axis(room: &Room) {
    for window in
        ["2022-02-01,2022-02-07", "2022-02-01,2022-03-03", "2022-01-01,2022-12-31", "2014-01-01,2024-01-01", "1950-01-01,2050-01-01"]
    {
        open(room, &format!("#/zeit?fenster={window}&zeichnung"));
        let (upper, lower) = (room.page.texts(".chart text.upper"), room.page.texts(".chart text.lower"));
        assert!(!upper.is_empty() && lower.len() > 2, "{window}: {upper:?} {lower:?}");
        assert!(
            upper.iter().all(|label| label.split(' ').any(|word| word.len() == 4 && word.parse::<u32>().is_ok())),
            "{window}: {upper:?}"
        );
    }
}

fn crowd(room: &Room) {
    let page = room.page;
    open(room, "#/zeit");
    let first = marks(room);
    page.click(".chart svg .badge");
    page.wait_for(".opened .items li", 2);
    let count: usize =
        page.text(".opened h2").split(|c: char| !c.is_ascii_digit()).next().and_then(|count| count.parse().ok()).expect("a number");
    assert_eq!(page.count(".opened .items > ol > li"), count);
    page.wait("document.activeElement.id === 'geoeffnet'");
    page.press(Key::Escape);
    page.wait_gone(".opened");
    page.wait("document.activeElement.closest('.chart svg a') && true");
    // The same corpus gives the same counts; a count holds items of its lane only.
    page.reload();
    room.stands();
    page.wait_for(".chart svg a", 1);
    assert_eq!(marks(room), first);
}

fn lanes(room: &Room) {
    let page = room.page;
    open(room, "#/zeit");
    let articles = items(room).iter().filter(|item| item["kind"] == "report").count();
    for (at, least) in [(0, 2), (1, articles), (2, 2), (3, 5)] {
        page.click(&format!(".controls select option:nth-child({})", at + 1));
        page.wait(&format!("document.querySelector('.controls select').selectedIndex === {at}"));
        room.stands();
        page.wait(&format!("document.querySelectorAll('.chart .name').length >= {least}"));
        let names = page.texts(".chart .name");
        assert!(names.iter().all(|name| !name.trim().is_empty()), "{names:?}");
        // The names are inside the drawing, next to their lanes, wherever the window is.
        page.click(".controls .later");
        room.stands();
        assert_eq!(page.texts(".chart .name"), names);
    }
    page.wait_address("bahn=name");
}

fn two_kinds(room: &Room) {
    open(room, "#/zeit?bahn=artikel");
    let kinds: Vec<String> = marks(room).iter().filter_map(|mark| Some(mark["kind"].as_str()?.to_owned())).collect();
    assert!(kinds.iter().any(|kind| kind.starts_with("report")) && kinds.iter().any(|kind| kind.starts_with("event")));
    assert!(kinds.iter().all(|kind| ["report", "event", "beyond"].iter().any(|known| kind.starts_with(known))), "{kinds:?}");
    let shape = |class: &str| room.page.string(&format!("document.querySelector('.chart .key path.{class}').getAttribute('d')"));
    assert_ne!(shape("report"), shape("event"), "not by colour alone");
    let key = room.page.texts(".chart .key text");
    assert!(key.contains(&"Berichte".to_owned()) && key.contains(&"Ereignisse".to_owned()), "{key:?}");
    // Each lane has only one kind.
    open(room, "#/zeit");
    let mixed = "[...document.querySelectorAll('.items > ol > li')].some((li) => li.matches('.report') === li.matches('.event'))";
    assert_eq!(room.page.string(mixed), "false");
}

fn precision(room: &Room) {
    let page = room.page;
    open(room, "#/zeit?fenster=2021-01-01,2023-12-31&zeichnung&bahn=artikel");
    assert!(page.count(".chart a .stretch, .chart a .vague") > 2);
    // A period is as wide as it is long: months are never a point.
    let items = items(room);
    let long = items.iter().filter(|item| item["earliest"] != item["latest"] && item["kind"] == "event").count();
    assert!(long > 3);
    open(room, "#/zeit");
    assert!(page.string("getComputedStyle(document.querySelector('.chart a .vague')).fill").contains("schraffur"), "hatched");
    // The label also says so.
    assert!(page.texts(".items .when").iter().any(|when| when.contains('–')), "{:?}", page.texts(".items .when"));
}

fn evidence(room: &Room) {
    let page = room.page;
    open(room, "#/zeit");
    let links: Vec<String> =
        marks(room).iter().filter_map(|mark| Some(mark["href"].as_str()?.to_owned())).filter(|href| href.contains("artikel")).collect();
    assert!(links.len() > 4, "{links:?}");
    for href in links {
        room.open(&href);
        page.wait_for("article .body", 1);
        if href.contains("stelle=") {
            page.wait_for(".body .passage", 1);
        }
    }
    open(room, "#/zeit");
    page.click(".chart svg a[href*='stelle='] .event");
    page.wait_address("#/artikel/");
    page.wait_for(".body .passage", 1);
}

fn undated(room: &Room) {
    let page = room.page;
    for view in ["zeichnung", "liste", "tabelle"] {
        room.open(&format!("#/zeit?{view}"));
        let without = items(room).iter().filter(|item| item["earliest"].is_null()).count();
        let said = page.text(".timeline [role=status] button");
        assert_eq!(said, format!("ohne Datum ({without})"));
        page.click(".timeline [role=status] button");
        page.wait("document.querySelector('#ohne-datum').open");
        page.wait("document.activeElement.matches('#ohne-datum summary')");
        let rows = if view == "tabelle" { "#ohne-datum tbody tr" } else { "#ohne-datum .items > ol > li" };
        page.wait_for(rows, without);
        assert_eq!(page.count(rows), without);
    }
}

fn keyboard(room: &Room) {
    let page = room.page;
    open(room, "#/zeit");
    assert_eq!(page.count(".chart svg a[tabindex='0']"), 1, "one stop of the tab key, whatever the number of marks");
    let heading = "document.querySelector('.timeline h1').setAttribute('tabindex', '-1'); document.querySelector('.timeline h1').focus();";
    page.run(heading, Vec::new());
    // Keys do nothing outside the drawing.
    page.press(Key::Right);
    assert!(page.focus_is_on("h1"));
    for _ in 0..30 {
        page.press(Key::Tab);
        if page.focus_is_on(".chart svg a") {
            break;
        }
    }
    assert!(page.focus_is_on(".chart svg a"), "the tab key does not lead into the drawing: {}", page.focused());
    let place = "document.activeElement.id";
    page.press(Key::Home);
    let first = page.string(place);
    page.press(Key::Right);
    let second = page.string(place);
    assert_ne!(first, second);
    page.press(Key::Left);
    assert_eq!(page.string(place), first);
    page.press(Key::End);
    let last = page.string(place);
    page.press(Key::Right);
    assert_eq!(page.string(place), last, "the end is the end");
    let lane = "Math.round(document.activeElement.getBoundingClientRect().top)";
    let above: i64 = page.string(lane).parse().expect("a number");
    page.press(Key::Down);
    let below: i64 = page.string(lane).parse().expect("a number");
    assert!(below > above, "the arrow down leads to the lane below");
    assert_eq!(page.count(".chart svg a[tabindex='0']"), 1);
    // The focused element shows the focus.
    let shows = "getComputedStyle(document.activeElement.querySelector('.ring')).strokeWidth";
    assert!(page.string(shows).starts_with("2.5"), "{}", page.string(shows));
    // Enter opens a mark with a sentence.
    for _ in 0..20 {
        if page.focus_is_on("a[href*='stelle=']") {
            break;
        }
        page.press(Key::Left);
    }
    assert!(page.focus_is_on("a[href*='stelle=']"), "no event by itself in its lane");
    page.press(Key::Enter);
    page.wait_address("#/artikel/");
    page.back();
    room.stands();
    page.wait_for(".chart svg a", 1);
}

fn speech(room: &Room) {
    let page = room.page;
    open(room, "#/zeit");
    let marks = marks(room);
    let all = marks.len();
    for (n, mark) in marks.iter().enumerate() {
        let label = mark["label"].as_str().unwrap_or_default();
        assert!(label.ends_with(&format!(", {} von {all}", n + 1)), "{label}");
        assert!(label.chars().count() < 150, "{label}");
        assert!(mark["kind"] == "beyond" || label.contains("20"), "no date in {label}");
    }
    // A drawing as a group with a name, links with names, sliders with values; one live region, and that is short.
    assert_eq!(page.string("document.querySelector('.chart svg.plot').getAttribute('role')"), "group");
    assert!(page.string("document.querySelector('.chart svg.plot').getAttribute('aria-label')").contains("Liste darunter"));
    assert!(
        page.string("document.getElementById(document.querySelector('.chart svg.plot').getAttribute('aria-describedby')).textContent")
            .contains("Pfeiltasten")
    );
    let live = page.texts(".timeline [role=status], .timeline [aria-live]");
    assert!(live.len() == 1 && live[0].chars().count() < 120, "{live:?}");
    page.click(".controls .choose");
    page.wait_for(".chart [role=slider]", 2);
    let said = "[...document.querySelectorAll('.chart [role=slider]')].map((e) => e.getAttribute('aria-label') + ': ' + e.getAttribute('aria-valuetext')).join('; ')";
    let said = page.string(said);
    assert!(said.contains("Anfang") && said.contains("Ende") && said.contains("2022"), "{said}");
}

fn size(room: &Room) {
    let page = room.page;
    for address in [
        "#/zeit",
        "#/zeit?bahn=artikel",
        "#/zeit?bahn=name",
        "#/zeit?bahn=name&fenster=1900-01-01,2050-01-01",
        "#/zeit?von=2022-02-01&bis=2022-02-28",
    ] {
        open(room, address);
        let nodes = page.count(".chart svg.plot, .chart svg.plot *");
        assert!(nodes < 500, "{nodes} nodes in the drawing of {address}");
    }
}

fn motion(room: &Room) {
    open(room, "#/zeit?von=2022-02-01&bis=2022-02-28");
    let moving = "[...document.querySelectorAll('.timeline *')].filter((e) => { const s = getComputedStyle(e);
        return s.animationName !== 'none' || s.transitionDuration.split(',').some((d) => parseFloat(d) > 0); }).length";
    assert_eq!(room.page.string(moving), "0");
    assert_eq!(room.page.string("getComputedStyle(document.documentElement).scrollBehavior"), "auto");
}
