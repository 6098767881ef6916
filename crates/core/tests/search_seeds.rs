//! The search over the seed articles, compared with queries judged by hand.
//!
//! Each line of `fixtures/search_seeds.tsv` has a class, a query, and the relevant articles by the number of their file, judged by reading the five
//! articles before running the search. Queries that fail stay in the set. Text that the import does not consider part of the article (the caption
//! in the third one) is not searched, and not relevant here either.
//!
//! | class | query |
//! | --- | --- |
//! | a | words as written |
//! | b | another form of a word |
//! | c | another spelling, of letters or numbers |
//! | d | a part of a compound, or a compound in separate words |
//! | e | a word with typos |
//! | f | a phrase |
//! | g | a known article |
//! | h | operators and fields: only relevant articles may be found |
//! | i | a name in another form |

use std::path::{Path, PathBuf};
use zeitlupe_core::bundle::{Corpus, build};
use zeitlupe_core::room::{LoadedRoom, SearchRequest};
use zeitlupe_ingest::{clean, plain};

/// Lowest values for each class: the mean recall in the first three hits, and the mean reciprocal rank of the first relevant hit. Never lower them.
const FLOORS: [(&str, f64, f64); 9] = [
    ("a", 1.0, 1.0),
    ("b", 0.97, 1.0),
    ("c", 1.0, 1.0),
    ("d", 0.88, 0.93),
    ("e", 0.91, 0.91),
    ("f", 1.0, 1.0),
    ("g", 1.0, 1.0),
    ("h", 1.0, 1.0),
    ("i", 0.86, 0.91),
];

/// Number of hits that count.
const TOP: usize = 3;

/// A room with the seeds.
struct Seeds(LoadedRoom<'static>);

impl Seeds {
    fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
        let mut files: Vec<_> = std::fs::read_dir(folder).expect("the seeds").map(|entry| entry.expect("a seed").path()).collect();
        files.sort();
        let article = |path: &PathBuf| {
            let text = std::fs::read_to_string(path).expect("a text");
            let mut article = plain(&clean(&text).0, Default::default()).article;
            let name = path.file_stem().expect("a name").to_string_lossy();
            article.meta.id = name.split('_').next().and_then(|number| number.parse::<u32>().ok()).expect("a number").to_string();
            article
        };
        let mut corpus = Corpus { articles: files.iter().map(article).collect(), ..Corpus::default() };
        corpus.arrange();
        Self(LoadedRoom::of(build(&corpus, &mut |_| ())).expect("a sound base part"))
    }

    /// The ids found, the best first.
    fn find(&self, query: &str) -> Vec<String> {
        let request = SearchRequest { query: query.to_owned(), limit: 10, ..SearchRequest::default() };
        self.0.ask(request).expect("sound parts").hits.into_iter().map(|hit| hit.summary.id).collect()
    }
}

/// Recall in the first hits, and the reciprocal rank. In the class of operators nothing else may be found.
fn judge(class: &str, wanted: &[&str], found: &[String]) -> (f64, f64) {
    let is_wanted = |id: &String| wanted.contains(&id.as_str());
    if class == "h" && !found.iter().all(is_wanted) {
        return (0.0, 0.0);
    }
    let right = found.iter().take(TOP).filter(|id| is_wanted(id)).count();
    let rank = found.iter().position(is_wanted).map_or(0.0, |at| 1.0 / (at + 1) as f64);
    (right as f64 / wanted.len().min(TOP) as f64, rank)
}

#[test]
fn relevant_articles_are_found() {
    let seeds = Seeds::read();
    let set = include_str!("fixtures/search_seeds.tsv");
    let mut fell = Vec::new();
    for (class, least_recall, least_rank) in FLOORS {
        let (mut recall, mut rank, mut count) = (0.0, 0.0, 0.0);
        for line in set.lines().filter(|line| line.starts_with(class)) {
            let [_, query, wanted] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("class, query, ids: {line}") };
            let wanted: Vec<&str> = wanted.split(' ').collect();
            let found = seeds.find(query);
            let (of_query, first) = judge(class, &wanted, &found);
            if of_query < 1.0 || first < 1.0 {
                println!("{class}  {query}: wanted {}, found {}", wanted.join(" "), found.join(" "));
            }
            recall += of_query;
            rank += first;
            count += 1.0;
        }
        let (recall, rank) = (recall / count, rank / count);
        println!("{class}: {count} queries, recall in the first {TOP} {recall:.3}, reciprocal rank {rank:.3}");
        if recall < least_recall || rank < least_rank {
            fell.push(class);
        }
    }
    assert!(fell.is_empty(), "worse than before: {}", fell.join(" "));
}
