//! Without scripts, every article can be read.

use crate::room::Room;
use serde_json::Value;
use std::cell::RefCell;
use thirtyfour::By;
use zeitlupe_e2e::browser::{Browser, SessionOptions};
use zeitlupe_e2e::page::Page;
use zeitlupe_e2e::place::{Place, SUB_PATH, SingleFile};
use zeitlupe_e2e::server::Server;
use zeitlupe_e2e::settings::{Kind, Settings};
use zeitlupe_e2e::tally::Tally;

/// An article from the app.
struct Known {
    id: String,
    paragraphs: Vec<String>,
}

/// Runs the cases of this file; WebKit's driver cannot disable scripts.
pub fn run(kind: Kind, settings: &Settings, tally: &mut Tally) {
    let name = format!("{}: without scripts", kind.name());
    if kind == Kind::WebKit {
        println!("{name} not run: WebKit's driver has no switch for scripts");
        return;
    }
    if !tally.wants(&format!("{name} articles can be read")) {
        return;
    }
    let prepared = RefCell::new(None);
    tally.case(&format!("{name} articles can be read"), || {
        let known = known(kind, settings);
        assert!(known.iter().all(|article| !article.paragraphs.is_empty()));
        prepared.replace(Some(known));
    });
    let Some(known) = prepared.into_inner() else { return };
    tally
        .case(&format!("{name} articles can be read in the page, in pages of their own, and in the file"), || read(kind, settings, &known));
}

/// Asks the app, with scripts, for all articles.
fn known(kind: Kind, settings: &Settings) -> Vec<Known> {
    let page = Page { browser: Browser::start(kind, SessionOptions::default()).expect("the browser started before") };
    let place = Place::Served(Server::start(&settings.site, SUB_PATH).expect("a port is free"));
    let room = Room::new(&page, &place, &settings.axe);
    let article = |id: String| {
        let text = room.call(&format!("zeitlupe.article({}).then((a) => a.text)", Value::from(id.as_str())));
        let paragraphs = text.as_str().unwrap_or_default().lines().map(plain).filter(|line| !line.is_empty()).collect();
        Known { id, paragraphs }
    };
    room.ids().into_iter().map(article).collect()
}

fn read(kind: Kind, settings: &Settings, known: &[Known]) {
    let page = Page {
        browser: Browser::start(kind, SessionOptions { without_scripts: true, ..SessionOptions::default() })
            .expect("the browser started before"),
    };
    let server = Server::start(&settings.site, SUB_PATH).expect("a port is free");
    let file = SingleFile::copy(&settings.single_file, &format!("{}-still", kind.name())).expect("the system's folder can be written to");
    for url in [server.base().to_owned(), file.url()] {
        let text = shown(&page, &url);
        for article in known {
            holds(&text, article, &url);
        }
    }
    for article in known {
        let url = format!("{}artikel/{}.html", server.base(), article.id);
        holds(&shown(&page, &url), article, &url);
    }
    let refused: Vec<_> = server.take_log().into_iter().filter(|asked| asked.status != 200).collect();
    assert!(refused.is_empty(), "{refused:?}");
}

/// The visible text of a page on which no script has run.
fn shown(page: &Page, url: &str) -> String {
    page.load(url);
    let (text, app) = page.browser.wait(|session| async move {
        let text = match session.find(By::Css("body")).await {
            Ok(body) => body.text().await,
            Err(error) => Err(error),
        };
        (text, session.find_all(By::Css("#suche")).await)
    });
    assert_eq!(app.map(|found| found.len()).unwrap_or_default(), 0, "{url}: a script has run");
    plain(&text.unwrap_or_else(|error| panic!("{url} shows no text: {error}")))
}

#[track_caller]
fn holds(text: &str, article: &Known, url: &str) {
    for paragraph in &article.paragraphs {
        assert!(text.contains(paragraph.as_str()), "{url} does not show {paragraph:?} of {}", article.id);
    }
}

/// Collapses white space and removes soft hyphens.
fn plain(text: &str) -> String {
    text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}
