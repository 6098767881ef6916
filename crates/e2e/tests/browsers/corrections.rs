//! Correcting names: applied everywhere at once, undone, stored on request, exported as a file for the next build.

use crate::Case;
use crate::room::{Room, WORD, saved};
use crate::suite::Suite;
use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::Key;
use zeitlupe_e2e::folder::Folder;
use zeitlupe_e2e::page::Page;
use zeitlupe_e2e::place::{Place, SUB_PATH};
use zeitlupe_e2e::server::Server;

pub const CASES: &[Case] = &[
    ("a wrong name is removed everywhere with two clicks, and restored", remove),
    ("a name is renamed, retyped, or assigned to another entity", change),
    ("a missed name can be added, by hand and by selection", add),
    ("the current hit stays when a name is corrected", current_hit),
    ("corrections are stored only with the reader's consent", keep),
    ("after a reload each kept correction is undone by itself", one_by_one),
    ("lines of stored corrections that cannot be read are set aside", set_aside),
    ("on a phone the whole form comes into view", on_a_phone),
    ("an invalid file of corrections is reported and its valid part applied", invalid_file),
];

/// Opens the card of the most frequent person in an article, with the form to correct it.
fn open_form(room: &Room) -> (String, String) {
    let page = room.page;
    let (name, article) = room.person();
    room.open(&format!("#/artikel/{article}"));
    page.wait_for(".body a.n.per", 1);
    page.run(
        "const wanted = arguments[0]; [...document.querySelectorAll('.body a.n.per')].find((a) => decodeURIComponent(a.hash.replaceAll('+', ' ')).includes(wanted)).click();",
        vec![json!(format!("name=PER:{name}"))],
    );
    page.wait_for(".card .correct", 1);
    page.click(".card .correct summary");
    page.wait_for(".card .correct[open]", 1);
    (name, article)
}

/// Gives the entity of the open form another name.
fn rename(page: &Page, to: &str) {
    page.run("document.querySelector('.card .correct [name=to]').value = '';", Vec::new());
    page.type_into(".card .correct [name=to]", to);
    page.press(Key::Enter);
}

fn has(name: &str) -> String {
    format!("zeitlupe.entities().then((list) => list.some((e) => e.name === {}))", Value::from(name))
}

/// Waits until the room has a name, or no longer has it.
#[track_caller]
pub fn wait_until(room: &Room, name: &str, is_there: bool) {
    room.page.wait_promised(&has(name), &Value::Bool(is_there));
}

/// Removes the most frequent person; returns the name.
pub fn remove_a_name(room: &Room) -> String {
    let page = room.page;
    let (name, _) = open_form(room);
    let marks = page.count(".body .n.chosen");
    assert!(marks > 0);
    page.click(".card .correct .none");
    page.wait_gone(".card");
    page.wait_gone(".body .n.chosen");
    wait_until(room, &name, false);
    name
}

fn remove(room: &Room) {
    let page = room.page;
    let name = remove_a_name(room);
    page.wait(&format!("document.querySelector('.notice')?.textContent.includes({})", Value::from(name.as_str())));
    page.click("header nav a[href*='#/namen']");
    page.wait_for(".names tbody tr", 3);
    assert!(!page.texts(".names tbody th").contains(&name));
    page.wait_for(".corrections li", 1);
    page.click(".corrections li button");
    page.wait(&format!(
        "[...document.querySelectorAll('.names tbody th')].some((th) => th.textContent === {})",
        Value::from(name.as_str())
    ));
    page.wait_gone(".corrections li");
}

fn change(room: &Room) {
    let page = room.page;
    let (name, article) = open_form(room);
    rename(page, "Der Umbenannte");
    page.wait("document.querySelector('.card h2')?.textContent === 'Der Umbenannte'");
    page.wait_address("name=PER:Der+Umbenannte");
    wait_until(room, &name, false);
    // The search also uses it.
    page.wait_for(".card .actions a[href*='suche']", 1);
    page.click(".card .actions a[href*='suche']");
    page.wait_address("mit=PER:Der+Umbenannte");
    page.wait_for(".hit-item", 1);
    // One mention is another person.
    page.back();
    page.wait_for(".card .correct summary", 1);
    page.click(".card .correct summary");
    page.run(
        "const form = document.querySelector('.card .correct form'); form.scope.value = '3'; form.kind.value = 'ORG'; form.to.value = 'Eine Firma';",
        Vec::new(),
    );
    page.click(".card .correct form > button:last-child");
    page.wait("document.querySelector('.card h2')?.textContent === 'Eine Firma'");
    page.wait("document.querySelectorAll('.body .n.org.chosen').length === 1");
    // Undo, step by step.
    page.click(".notice .undo");
    wait_until(room, "Eine Firma", false);
    wait_until(room, "Der Umbenannte", true);
    assert!(page.fragment().contains(&article));
    page.assert_no_storage();
}

/// Adds [`WORD`] as a name to the open article, and waits until it is marked and the room has it.
fn add_word(room: &Room) {
    let page = room.page;
    page.wait_for(".add summary", 1);
    page.click(".add summary");
    page.type_into(".add [name=words]", WORD);
    page.run("document.querySelector('.add [name=kind]').value = 'MISC';", Vec::new());
    page.click(".add form > button");
    page.wait(&format!("[...document.querySelectorAll('.body .n.misc')].some((a) => a.textContent === '{}')", WORD));
    wait_until(room, WORD, true);
}

fn add(room: &Room) {
    let page = room.page;
    let best = room.best();
    room.open(&format!("#/artikel/{best}"));
    add_word(room);
    // A selection fills the form and is marked in place.
    let select = "const p = [...document.querySelectorAll('.body p')].at(-1), walk = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
        let node; while ((node = walk.nextNode())) { const at = node.data.search(/[a-zäöü]{6}/); if (at >= 0 && !node.parentElement.closest('a')) {
            const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 6);
            const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range); return [selection.toString(), p.dataset.at]; } }";
    let selected = page.run(select, Vec::new());
    let words = selected[0].as_str().unwrap_or_else(|| panic!("nothing was selected: {selected}")).to_owned();
    page.click(".add summary");
    page.wait(&format!("document.querySelector('.add [name=words]').value === {}", Value::from(words.as_str())));
    page.run("document.querySelector('.add [name=all]').checked = false;", Vec::new());
    page.click(".add form > button");
    page.wait(&format!(
        "[...document.querySelectorAll('.body p:last-of-type .n.per')].some((a) => a.textContent === {})",
        Value::from(words)
    ));
    // Words that are not in the article are not marked.
    page.click(".add summary");
    page.type_into(".add [name=words]", "Xylophonquartett");
    page.click(".add form > button");
    page.click("header nav a[href*='#/namen']");
    page.wait_for(".corrections li", 2);
    assert_eq!(page.count(".corrections li"), 2, "what does not stand there is no correction");
}

fn current_hit(room: &Room) {
    let page = room.page;
    let best = room.best();
    room.open(&format!("#/artikel/{best}?q={}", WORD));
    page.wait_for("mark[id^='treffer-']", 2);
    page.click(".steps button:last-child");
    page.click(".steps button:last-child");
    page.wait("document.querySelector('mark.current')?.id.endsWith('-1')");
    add_word(room);
    let current = page.string("document.querySelector('mark.current')?.id");
    assert!(current.starts_with("treffer-") && current.ends_with("-1"), "{current}");
    assert!(page.text(".steps").contains("2 von"), "{}", page.text(".steps"));
}

fn keep(room: &Room) {
    let page = room.page;
    let (name, _) = open_form(room);
    page.click(".card .correct .none");
    wait_until(room, &name, false);
    page.assert_no_storage();
    page.reload();
    room.stands();
    wait_until(room, &name, true);
    open_form(room);
    page.click(".card .correct .none");
    wait_until(room, &name, false);
    page.click("header nav a[href*='#/namen']");
    page.click(".corrections [name=keep]");
    page.wait("localStorage.length === 1");
    page.reload();
    room.stands();
    wait_until(room, &name, false);
    page.wait_for(".corrections li", 1);
    page.click(".corrections .clear");
    wait_until(room, &name, true);
    page.wait("localStorage.length === 0");
}

/// Stores corrections like another window.
fn store(page: &Page, text: &str) {
    let script = "const key = `zeitlupe.namen ${location.pathname.replace(/index\\.html$/, '')}`; localStorage.setItem(key, arguments[0]);
        dispatchEvent(new StorageEvent('storage', { key, storageArea: localStorage }));";
    page.run(script, vec![json!(text)]);
}

fn one_by_one(room: &Room) {
    let page = room.page;
    let (name, _) = open_form(room);
    rename(page, "Der Umbenannte");
    wait_until(room, "Der Umbenannte", true);
    let leave = "const leaving = new Event('beforeunload', { cancelable: true }); dispatchEvent(leaving); return leaving.defaultPrevented;";
    assert_eq!(page.run(leave, Vec::new()), true, "nothing keeps it yet");
    page.click("header nav a[href*='#/namen']");
    page.wait_for(".corrections li", 1);
    // Another window keeps one of its own.
    store(page, "[[remove]]\nname = \"PER:Niemand\"\n");
    page.wait_for(".corrections li", 2);
    page.wait("Object.values(localStorage).some((text) => text.includes('Umbenannte') && text.includes('Niemand'))");
    assert_eq!(page.run(leave, Vec::new()), false);
    page.reload();
    room.stands();
    page.wait_for(".corrections li", 2);
    page.click(".corrections li:last-child button");
    page.wait("document.querySelectorAll('.corrections li').length === 1");
    wait_until(room, "Der Umbenannte", true);
    page.wait("!Object.values(localStorage).some((text) => text.includes('Niemand'))");
    page.click(".corrections .clear");
    wait_until(room, &name, true);
    page.wait("localStorage.length === 0");
}

fn set_aside(room: &Room) {
    let page = room.page;
    let (name, _) = room.person();
    room.open("#/namen");
    let text = format!("[[remove]]\nname = \"PER:{name}\"\n[[explode]]\nname = \"PER:Wichtig\"\n");
    store(page, &text);
    page.wait_for(".corrections li", 1);
    page.wait_for(".set-aside", 1);
    wait_until(room, &name, false);
    page.wait("Object.keys(localStorage).length === 2");
    page.reload();
    room.stands();
    page.wait_for(".set-aside", 1);
    page.wait_for(".corrections li", 1);
    assert_eq!(saved(room, ".set-aside .save").1, text);
    page.click(".corrections .clear");
    page.wait("Object.keys(localStorage).length === 1");
    page.click(".set-aside summary");
    page.click(".set-aside .clear");
    page.wait_gone(".set-aside");
    page.wait("localStorage.length === 0");
}

fn on_a_phone(room: &Room) {
    let page = room.page;
    page.resize(390, 844);
    open_form(room);
    page.wait("(() => { const r = document.querySelector('.card .correct form').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()");
    page.resize(1440, 900);
}

/// Loads the text of a file into the field for corrections.
fn import(page: &Page, text: &str) {
    page.wait_for(".corrections [type=file]", 1);
    let choose = "const chosen = new DataTransfer(); chosen.items.add(new File([arguments[0]], 'names.toml'));
        const field = document.querySelector('.corrections [type=file]'); field.files = chosen.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(choose, vec![json!(text)]);
}

fn invalid_file(room: &Room) {
    let page = room.page;
    let (name, _) = room.person();
    room.open("#/namen");
    import(page, &format!("[[explode]]\n[[remove]]\nname = \"PER:{name}\"\n[[remove]]\nname = \"PER:Niemand\"\n"));
    wait_until(room, &name, false);
    page.wait("document.querySelector('.corrections').textContent.includes('names.toml:1:')");
    page.wait("document.querySelector('.corrections').textContent.includes('aus der Datei: 2 · Zeilen, die sich nicht lesen lassen: 1')");
    page.wait("document.querySelector('.corrections').textContent.includes('1 davon finden nichts mehr')");
}

/// The name of the case that needs a build.
pub const NEXT_BUILD: &str = "corrections come back with the next build";

/// Marks, exports, rebuilds: corrections apply to everyone after the build, and to a reader who loads the file.
pub fn run(suite: &Suite) {
    suite.case("built again", NEXT_BUILD, || round_trip(suite));
}

fn round_trip(suite: &Suite) {
    let (page, settings) = (suite.page(), suite.settings);
    let served = Place::Served(suite.server());
    let room = Room::new(page, &served, &settings.axe);
    let best = room.best();
    let (name, _) = open_form(&room);
    rename(page, "Der \"Umbenannte\"");
    wait_until(&room, "Der \"Umbenannte\"", true);
    room.page.run(&format!("location.hash = '#/artikel/{best}';"), Vec::new());
    add_word(&room);
    page.click("header nav a[href*='#/namen']");
    page.wait_for(".corrections li", 2);
    let (file, text) = saved(&room, ".corrections .export");
    assert_eq!(file, "names.toml");
    let entities = "zeitlupe.entities().then((list) => list.map((e) => [e.type, e.name, e.mentions, e.articles, e.forms]).sort())";
    let corrected = room.call(entities);

    // Into the same room, for another reader.
    page.reload();
    room.stands();
    wait_until(&room, &name, true);
    import(page, &text);
    wait_until(&room, "Der \"Umbenannte\"", true);
    assert_eq!(room.call(entities), corrected);

    // Into the next build.
    let folder = Folder::new("names");
    let (articles, site) = (folder.0.join("articles"), folder.0.join("site"));
    std::fs::create_dir_all(&articles).expect("a new folder");
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for entry in std::fs::read_dir(project.join("seeds")).expect("the seeds").flatten() {
        std::fs::copy(entry.path(), articles.join(entry.file_name())).expect("a new file");
    }
    std::fs::write(articles.join("names.toml"), &text).expect("a new file");
    settings.build_site(&articles, &site).unwrap_or_else(|said| panic!("{said}"));
    let next = Place::Served(Server::start(&site, SUB_PATH).expect("a port is free"));
    let room = Room::new(page, &next, &settings.axe);
    room.open("#/namen");
    assert_eq!(room.call(entities), corrected);
    room.open(&format!("#/artikel/{best}"));
    page.wait(&format!("[...document.querySelectorAll('.body .n.misc')].some((a) => a.textContent === '{}')", WORD));
    // The export includes the corrections that the room was built with.
    room.open("#/namen");
    page.click(".corrections summary");
    let (_, again) = saved(&room, ".corrections .export");
    assert_eq!(again, text);
}
