//! How well judged queries are answered.

use crate::search::search;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use zeitlupe_core::article::Article;
use zeitlupe_ingest::Reading;
use zeitlupe_site::{Options, Source, prepare};

/// The number of hits that count.
const TOP: usize = 10;

/// A judged query: a line `class TAB subclass TAB query TAB ids, separated by commas`; further columns are ignored.
pub struct Judged {
    /// Its class, a letter.
    pub class: String,
    sub: String,
    /// What is asked.
    pub query: String,
    expected: BTreeSet<String>,
}

/// The sums of the scores of one class.
#[derive(Default)]
struct Score {
    queries: u32,
    recall: f64,
    success: f64,
    precision: f64,
    reciprocal: f64,
}

/// Prints means for each class and subclass, within the top ten: recall, success (at least one expected hit), precision, and
/// reciprocal rank of the first expected hit.
pub fn run(articles: Vec<Article>, queries: &Path, misses: bool) -> Result<()> {
    let judged = read(queries)?;
    let built = prepare(Reading { articles, ..Reading::default() }, &Options::default(), &mut |_| ())?;
    let source = Source::open(&built.bundle)?;
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for one in &judged {
        let view = search(&source, &one.query, TOP as u32, false)?;
        let found: Vec<&str> = view.hits.iter().map(|hit| hit.summary.id.as_str()).collect();
        let right = found.iter().filter(|id| one.expected.contains(**id)).count();
        let recall = right as f64 / one.expected.len().min(TOP) as f64;
        if misses && (recall < 1.0 || (one.query.starts_with('"') && right < found.len())) {
            println!(
                "{} {} {} recall {recall:.2} expected {:?} found {found:?} understood {:?}",
                one.class, one.sub, one.query, one.expected, view.understood
            );
        }
        for name in [one.class.clone(), format!("{} {}", one.class, one.sub)] {
            let score = scores.entry(name).or_default();
            score.queries += 1;
            score.recall += recall;
            score.success += f64::from(u8::from(right > 0));
            score.precision += right as f64 / found.len().max(1) as f64;
            score.reciprocal += found.iter().position(|id| one.expected.contains(*id)).map_or(0.0, |rank| 1.0 / (rank + 1) as f64);
        }
    }
    println!("{:<16} {:>7} {:>7} {:>7} {:>9} {:>7}", "class", "queries", "recall", "success", "precision", "MRR");
    for (name, score) in scores {
        let mean = |sum: f64| sum / f64::from(score.queries);
        let Score { queries, recall, success, precision, reciprocal } = score;
        println!("{name:<16} {queries:>7} {:>7.3} {:>7.3} {:>9.3} {:>7.3}", mean(recall), mean(success), mean(precision), mean(reciprocal));
    }
    Ok(())
}

/// The judged queries of a file.
///
/// # Errors
/// If it cannot be read, or a line is incomplete.
pub fn read(path: &Path) -> Result<Vec<Judged>> {
    let file = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    parse(&file, &path.display().to_string())
}

fn parse(file: &str, name: &str) -> Result<Vec<Judged>> {
    let mut out = Vec::new();
    for (number, line) in file.lines().enumerate().skip(1).filter(|(_, line)| !line.trim().is_empty()) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [class, sub, query, ids, ..] = columns[..] else {
            bail!("{name}:{}: expected four columns with tabs between them, found {}", number + 1, columns.len());
        };
        let expected: BTreeSet<String> = ids.split(',').map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect();
        if expected.is_empty() {
            bail!("{name}:{}: expected ids in the fourth column, found none", number + 1);
        }
        out.push(Judged { class: class.to_owned(), sub: sub.to_owned(), query: query.to_owned(), expected });
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_becomes_a_judged_query() {
        let judged =
            parse("class\tsub\tquery\texpected\tnote\nd\tlast-part\tStreit\t3, 5\tin: Budgetstreit\n\n", "q.tsv").expect("good lines");
        assert_eq!((judged.len(), judged[0].query.as_str(), judged[0].expected.len()), (1, "Streit", 2));
        let message = |file: &str| parse(file, "q.tsv").map(|_| ()).expect_err("bad lines").to_string();
        assert_eq!(message("head\na\tb\n"), "q.tsv:2: expected four columns with tabs between them, found 2");
        assert_eq!(message("head\na\tb\tc\t,\n"), "q.tsv:2: expected ids in the fourth column, found none");
    }
}
