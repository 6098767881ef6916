//! Without scripts, every article can be read.

use crate::room::Room;
use crate::suite::Suite;
use serde_json::Value;
use thirtyfour::By;
use zeitlupe_e2e::page::Page;
use zeitlupe_e2e::place::{Place, SingleFile};
use zeitlupe_e2e::settings::Kind;

/// An article from the app.
struct Known {
    id: String,
    paragraphs: Vec<String>,
}

/// The names of the cases.
pub const CASES: [&str; 1] = ["articles can be read in the page, in pages of their own, and in the file"];

/// Runs the case of this file; WebKit's driver cannot disable scripts.
pub fn run(suite: &Suite) {
    if suite.kind != Kind::WebKit {
        suite.case("without scripts", CASES[0], || read(suite, &known(suite)));
    }
}

/// Asks the app, with scripts, for all articles.
fn known(suite: &Suite) -> Vec<Known> {
    let place = Place::Served(suite.server());
    let room = Room::new(suite.page(), &place, &suite.settings.axe);
    let article = |id: String| {
        let text = room.call(&format!("zeitlupe.article({}).then((a) => a.text)", Value::from(id.as_str())));
        let paragraphs = text.as_str().unwrap_or_default().lines().map(plain).filter(|line| !line.is_empty()).collect();
        Known { id, paragraphs }
    };
    room.ids().into_iter().map(article).collect()
}

fn read(suite: &Suite, known: &[Known]) {
    assert!(known.iter().all(|article| !article.paragraphs.is_empty()));
    let page = suite.page_without_scripts();
    let server = suite.server();
    let file = SingleFile::copy(&suite.settings.single_file, &format!("{}-still", suite.kind.name()))
        .expect("the system's folder can be written to");
    for url in [server.base().to_owned(), file.url()] {
        let text = shown(page, &url);
        for article in known {
            holds(&text, article, &url);
        }
    }
    for article in known {
        let url = format!("{}artikel/{}.html", server.base(), article.id);
        holds(&shown(page, &url), article, &url);
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
