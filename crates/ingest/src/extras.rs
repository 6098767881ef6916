//! `tasks.md`, `tour.md` and `impressum.md`: files next to the articles that are not articles.

use crate::lesson::{read_tasks, read_tours};
use crate::prose;
use std::collections::BTreeSet;
use zeitlupe_core::article::Article;
use zeitlupe_core::lesson::Extras;
use zeitlupe_core::remark::Remark;
use zeitlupe_words::address::{Address, ItemName, Page};

/// The names of the files.
pub(crate) const NAMES: [&str; 3] = ["tasks.md", "tour.md", "impressum.md"];

/// Reads the file `name` into `extras`; returns its problems.
pub(crate) fn read(name: &str, text: &str, extras: &mut Extras) -> Vec<Remark> {
    match name {
        "tasks.md" => {
            let (tasks, remarks) = read_tasks(text);
            extras.tasks = tasks;
            remarks
        }
        "tour.md" => {
            let (tours, remarks) = read_tours(text);
            extras.tours = tours;
            remarks
        }
        _ => {
            extras.imprint = prose::read(text);
            let empty = extras.imprint.is_empty().then(|| Remark::warning(None, "expected who publishes this collection, found no words"));
            empty.into_iter().collect()
        }
    }
}

/// A warning for every link into the room that is invalid or leads to an article that does not exist.
pub(crate) fn check(text: &str, articles: &[Article]) -> Vec<Remark> {
    let ids: BTreeSet<&str> = articles.iter().map(|article| article.meta.id.as_str()).collect();
    prose::links(text)
        .iter()
        .flat_map(|(line, link)| link_problems(link, &ids).into_iter().map(|what| Remark::warning(Some(*line), what)))
        .collect()
}

fn link_problems(link: &str, ids: &BTreeSet<&str>) -> Vec<String> {
    let (address, unknown) = Address::parse(link);
    let mut out: Vec<String> =
        unknown.iter().map(|part| format!("expected a link as the address bar shows it, found \"{part}\" in it: left out")).collect();
    let opened = match &address.page {
        Page::Article(id) => Some(id.clone()),
        _ => None,
    };
    let named = opened.into_iter().chain(address.time.item.map(|ItemName { article, .. }| article));
    out.extend(
        named.filter(|id| !ids.contains(id.as_str())).map(|id| format!("expected the id of an article of this collection, found \"{id}\"")),
    );
    out
}
