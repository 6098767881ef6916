//! Event groups: which articles report the same event, why, and a title from their own words.
//!
//! ```
//! use zeitlupe_core::{article::{Article, Evidence, Origin, Precision, PubDate}, day::Day, group::groups, view::AnalysedArticle};
//! let evidence = Evidence { origin: Origin::Record, quote: String::new(), line: None, shared_words: 0 };
//! let report = |day: u32, text: &str| {
//!     let day = Day::from_civil(2022, 2, day).expect("a day of the calendar");
//!     let date = PubDate { earliest: day, latest: day, precision: Precision::Day, minutes: None, evidence: evidence.clone() };
//!     let mut article = Article { text: text.into(), ..Article::default() };
//!     article.meta.date = Some(date);
//!     AnalysedArticle { article, ..AnalysedArticle::default() }
//! };
//! let found = groups(&[report(4, "Der Deich bei Norddeich brach."), report(20, "Die Wahl in Graz begann.")], &[]);
//! assert!(found.is_empty(), "they have nothing in common");
//! ```
//!
//! Precision has priority over recall. Articles are compared by the words that are most typical of each (tf–idf; Salton, Buckley,
//! "Term-weighting approaches in automatic text retrieval", 1988), those of headline and lead twice; only within a day, and only if they also
//! share a name. All numbers are integers, so that every machine gives the same groups.

mod cluster;
mod label;
mod profile;
mod record;
mod similar;
#[cfg(test)]
mod tests;

pub use record::{Group, Title, Why};

use crate::entity::Entity;
use crate::part::Damage;
use crate::view::AnalysedArticle;

/// The groups in the payload of the part of a bundle that has them.
///
/// # Errors
/// If it cannot be read.
pub fn read_groups(payload: &[u8]) -> Result<Vec<Group>, Damage> {
    postcard::from_bytes(payload).map_err(|_| Damage::Content)
}

/// The groups of articles that report the same event, in the order of their first article. No article is in two; most are in none.
///
/// `entities` are those of the documents' names. The time is linear in the number of articles: each is compared with a bounded number of others.
pub fn groups(documents: &[AnalysedArticle], entities: &[Entity]) -> Vec<Group> {
    let profiles = profile::profiles(documents);
    let links = similar::links(&profiles);
    let group = |articles: Vec<u32>| {
        let members: Vec<&AnalysedArticle> = articles.iter().map(|&n| &documents[n as usize]).collect();
        let why = label::why(&members, entities, &profiles.common_words(&articles));
        let title = label::title(&members, entities, why.day);
        Group { articles, why, title }
    };
    cluster::clusters(&profiles, links).into_iter().map(group).collect()
}
