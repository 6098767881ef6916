//! What a comparison is made from.

use crate::article::ArticleId;
use crate::part::{Damage, PartKey};
use crate::statements::{STATEMENTS, Statements};
use crate::view::AnalysedArticle;

/// Most articles that are compared; of more, the first.
pub const MOST: usize = 8;

/// An article with its analysis.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The article, its sentences, names and times.
    pub document: &'a AnalysedArticle,
    /// What it quotes and counts.
    pub statements: &'a Statements,
}

/// The parts of the bundle that have the statements of these articles, each once.
pub fn statement_parts(articles: &[ArticleId]) -> Vec<PartKey> {
    let mut keys: Vec<PartKey> = articles.iter().map(|id| PartKey::Statements(id.0 / STATEMENTS)).collect();
    crate::order::sort_by_key(&mut keys, |key| *key);
    keys.dedup();
    keys
}

/// The statements of these articles, from the payloads of [`statement_parts`] in its order.
///
/// # Errors
/// If a payload cannot be read, or lacks an article.
pub fn read_statements(articles: &[ArticleId], payloads: &[Vec<u8>]) -> Result<Vec<Statements>, Damage> {
    let keys = statement_parts(articles);
    let mut parts: Vec<Vec<Statements>> = Vec::with_capacity(payloads.len());
    for payload in payloads {
        parts.push(postcard::from_bytes(payload).map_err(|_| Damage::Content)?);
    }
    let of = |id: &ArticleId| {
        let at = keys.iter().position(|key| *key == PartKey::Statements(id.0 / STATEMENTS))?;
        parts.get(at)?.get((id.0 % STATEMENTS) as usize).cloned()
    };
    articles.iter().map(|id| of(id).ok_or(Damage::Content)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_found_by_article() {
        let part = |count: u32| postcard::to_allocvec(&vec![Statements::default(); count as usize]).expect("it has a length");
        let ids = [40, 3, 33].map(ArticleId);
        assert_eq!(statement_parts(&ids), [PartKey::Statements(0), PartKey::Statements(1)]);
        assert_eq!(read_statements(&ids, &[part(32), part(9)]).map(|found| found.len()), Ok(3));
        for payloads in [&[part(32), part(8)][..], &[part(32)], &[part(32), vec![9]], &[]] {
            assert_eq!(read_statements(&ids, payloads), Err(Damage::Content));
        }
    }
}
