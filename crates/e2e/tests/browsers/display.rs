//! Display settings: size, spacing, numbered lines, text only, projector, reading aloud.

use crate::Case;
use crate::room::{Room, WORD};
use serde_json::Value;
use thirtyfour::Key;

pub const CASES: &[Case] = &[
    ("size and spacing can be set, persist across views, and be reset", set),
    ("an article in numbered lines has the same lines everywhere", numbers),
    ("in print an article has numbered lines", paper),
    ("projector mode hides the names at first", projector),
    ("text-only mode shows the text and a button to leave", calm),
    ("an article is read aloud with local voices only", aloud),
    ("axe finds nothing in projector mode and with the settings open", accessible),
];

fn opened(room: &Room, rest: &str) -> String {
    let best = room.best();
    room.open(&format!("#/artikel/{best}{rest}"));
    best
}

fn letters(room: &Room) -> f64 {
    let size = "parseFloat(getComputedStyle(document.querySelector('.body p:last-of-type')).fontSize)";
    room.page.run(&format!("return {size};"), Vec::new()).as_f64().expect("a size")
}

fn set(room: &Room) {
    let page = room.page;
    opened(room, "");
    let usual = letters(room);
    page.click(".display-panel summary");
    page.press(Key::Tab);
    assert!(page.focus_is_on(".display-panel .smaller"), "the keyboard gets into the settings, not to {}", page.focused());
    page.click(".display-panel .larger");
    page.click(".display-panel .larger");
    page.click(".display-panel .wider");
    page.wait_address("schrift=2");
    page.wait_address("abstand=1");
    page.wait("document.documentElement.dataset.size === '2'");
    assert!(letters(room) > usual * 1.2, "{} of {usual}", letters(room));
    page.click(".head nav a[href*='namen']");
    page.wait_for(".names tbody tr", 1);
    page.wait_address("schrift=2");
    assert_eq!(page.count(".display-panel[open]"), 0, "the settings fold away when something else is pressed");
    page.back();
    page.wait_for("article .body p", 1);
    page.click(".display-panel summary");
    page.press(Key::Escape);
    page.wait("!document.querySelector('.display-panel[open]') && document.activeElement.matches('.display-panel summary')");
    page.click(".display-panel summary");
    page.click(".display-panel .reset");
    page.wait("document.documentElement.dataset.size === undefined && !location.hash.includes('schrift')");
    assert!((letters(room) - usual).abs() < 0.1);
    page.assert_no_storage();
}

const LINES: &str = "return [...document.querySelectorAll('.body .line')].map((line) => line.textContent);";

fn numbers(room: &Room) {
    let page = room.page;
    let best = opened(room, "?nummern");
    page.wait_for(".body .line", 8);
    let wide = page.run(LINES, Vec::new());
    let lines: Vec<&str> = wide.as_array().expect("lines").iter().filter_map(Value::as_str).collect();
    assert!(lines.iter().all(|line| line.trim_end().chars().count() <= 68 || !line.trim_end().contains(' ')), "{lines:?}");
    let told = page.run("return [...document.querySelectorAll('.line[data-line]')].map((line) => +line.dataset.line);", Vec::new());
    assert_eq!(told[0], 1);
    assert_eq!((&told[1], &told[2]), (&5.into(), &10.into()));
    let text = room.call(&format!("zeitlupe.article('{best}').then((a) => a.text)"));
    let text = text.as_str().expect("a text");
    assert!(lines.iter().all(|line| text.contains(line.trim())), "a line holds what is not in the text");
    page.resize(390, 844);
    room.open(&format!("#/artikel/{best}?nummern&q={WORD}"));
    page.wait_for(".body mark", 1);
    assert_eq!(page.run(LINES, Vec::new()), wide);
    page.resize(1440, 900);
}

fn paper(room: &Room) {
    let page = room.page;
    opened(room, "");
    assert_eq!(page.count(".body .line"), 0);
    page.run("dispatchEvent(new Event('beforeprint'));", Vec::new());
    page.wait_for(".body .line", 8);
    page.run("dispatchEvent(new Event('afterprint'));", Vec::new());
    page.wait_gone(".body .line");
}

fn projector(room: &Room) {
    let page = room.page;
    opened(room, &format!("?q={WORD}"));
    page.wait_for(".body .n.per, .body .n.loc", 1);
    let usual = letters(room);
    page.click(".display-panel summary");
    page.wait_for(".display-panel[open]", 1);
    // Not with the pointer: WebKit's driver looks for the check box where the panel was before the hits appeared. The text-only case uses it.
    page.run("document.querySelector('.display-panel .projected').click();", Vec::new());
    page.wait_address("grossbild");
    page.wait_gone(".body .n.per, .body .n.loc");
    page.wait("getComputedStyle(document.querySelector('.head')).display === 'none'");
    assert!(letters(room) > usual * 1.3, "{} of {usual}", letters(room));
    page.click(".display-bar .who");
    page.wait_for(".body .n.per, .body .n.loc", 1);
    // Stepping through hits works without the tools.
    page.click(".side .steps button:last-child");
    page.wait_for("mark.current", 1);
    page.click(".display-bar .who");
    page.wait_gone(".body .n.per, .body .n.loc");
    page.click(".display-bar .leave");
    page.wait_for(".body .n.per, .body .n.loc", 1);
    page.wait("getComputedStyle(document.querySelector('.head')).display !== 'none'");
    page.wait_gone(".display-bar");
}

fn calm(room: &Room) {
    let page = room.page;
    opened(room, "");
    page.click(".display-panel summary");
    page.click(".display-panel .calm");
    page.wait(
        "['.head', '.reader .list', '.reader .side', '.foot'].every((e) => getComputedStyle(document.querySelector(e)).display === 'none')",
    );
    page.wait_for("article .body p", 1);
    page.click(".display-bar .leave");
    page.wait("getComputedStyle(document.querySelector('.head')).display !== 'none'");
}

/// Simulates a device with these voices, and records what it speaks.
fn voices(room: &Room, local: bool) {
    let script = "window.e2eSaid = [];
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        const device = new EventTarget();
        Object.assign(device, { getVoices: () => [{ lang: 'de-DE', localService: arguments[0] }], cancel() {}, pause() { window.e2eHeld = true; }, resume() { window.e2eHeld = false; },
          speak(words) { window.e2eSaid.push(words.text); window.e2eEnd = () => words.onend(); } });
        Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: device });";
    room.page.run(&script.replace("arguments[0]", if local { "true" } else { "false" }), Vec::new());
}

fn aloud(room: &Room) {
    let page = room.page;
    let best = room.best();
    for local in [false, true] {
        room.open("#/");
        voices(room, local);
        page.run(&format!("location.hash = '#/artikel/{best}';"), Vec::new());
        page.wait_for(".side .legend", 1);
        assert_eq!(page.count(".aloud .speak"), usize::from(local), "voices that send the text elsewhere are not used");
    }
    page.click(".aloud .speak");
    page.wait_for(".body .spoken, h1 .spoken", 1);
    page.wait("window.e2eSaid.length === 1");
    page.run("window.e2eEnd();", Vec::new());
    page.wait("window.e2eSaid.length === 2 && window.e2eSaid[0] !== window.e2eSaid[1]");
    page.click(".aloud .speak");
    page.wait("window.e2eHeld === true");
    page.click(".aloud .speak");
    page.wait("window.e2eHeld === false");
    page.click(".aloud .hush");
    page.wait_gone(".spoken");
    page.run("window.e2eEnd();", Vec::new());
    page.wait_for(".aloud .speak", 1);
    assert_eq!(page.run("return window.e2eSaid.length;", Vec::new()), 2);
}

fn accessible(room: &Room) {
    let page = room.page;
    opened(room, &format!("?q={WORD}&grossbild&ohne=PER,LOC,ORG,EVT,MISC"));
    room.assert_accessible();
    page.resize(1440, 900);
    opened(room, "?nummern");
    page.click(".display-panel summary");
    page.wait_for(".display-panel[open]", 1);
    room.assert_accessible();
    page.resize(1440, 900);
}
