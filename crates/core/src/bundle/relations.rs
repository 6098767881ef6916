//! Companions: which entities are named together, counted over the whole corpus.

use crate::entity::{Companion, EntityId, Form};
use crate::view::{AnalysedArticle, MarkedName};
use std::borrow::Cow;
use std::cmp::Reverse;

/// Number of entities in a part with companions.
pub const RELATED: u32 = 512;
/// Most companions of an entity.
const MOST: usize = 24;
/// The same for companions that are named together with it only once, which are many and of little interest.
const MOST_ONCE: usize = 12;

/// Entities that an article or a sentence can name and still mean that all of them are together. In an article with more, only those of one
/// sentence are; a sentence with more is a list. This bounds the number of pairs.
const CROWD: usize = 300;

/// The entities named in one article, and in each of its sentences.
struct Meeting {
    all: Vec<u32>,
    /// Those of each sentence that names several, but no crowd.
    sentences: Vec<Vec<u32>>,
    /// Entity and index of a sentence, sorted.
    places: Vec<(u32, u32)>,
}

impl Meeting {
    fn of(document: &AnalysedArticle) -> Self {
        let named = |of: &mut dyn Iterator<Item = &MarkedName>| {
            let mut ids: Vec<u32> = of.filter(|name| name.form == Form::Name).map(|name| name.entity.0).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        let at = |name: &MarkedName| document.sentence_at(name.span).start;
        let groups = document.names.chunk_by(|a, b| at(a) == at(b));
        let sentences = groups.map(|group| named(&mut group.iter())).filter(|ids| (2..=CROWD).contains(&ids.len())).collect::<Vec<_>>();
        let mut places: Vec<(u32, u32)> = (0..).zip(&sentences).flat_map(|(n, ids)| ids.iter().map(move |&id| (id, n))).collect();
        places.sort_unstable();
        Self { all: named(&mut document.names.iter()), sentences, places }
    }

    /// The sentences that name this entity.
    fn sentences_of(&self, id: u32) -> impl Iterator<Item = &[u32]> {
        let from = self.places.partition_point(|&(other, _)| other < id);
        self.places[from..].iter().take_while(move |&&(other, _)| other == id).map(|&(_, n)| self.sentences[n as usize].as_slice())
    }

    /// The entities named together with this one, and itself, each once.
    fn together(&self, id: u32) -> Cow<'_, [u32]> {
        if self.all.len() <= CROWD {
            return Cow::Borrowed(&self.all);
        }
        let mut ids: Vec<u32> = self.sentences_of(id).flatten().copied().collect();
        ids.sort_unstable();
        ids.dedup();
        Cow::Owned(ids)
    }
}

/// For each of `count` entities its companions, those with most common sentences first, then with most common articles. Only mentions as a name
/// count.
///
/// Computed entity by entity, so that there is never a table of all pairs.
pub fn relations(count: usize, documents: &[AnalysedArticle]) -> Vec<Vec<Companion>> {
    let meetings: Vec<Meeting> = documents.iter().map(Meeting::of).collect();
    let mut articles: Vec<Vec<u32>> = vec![Vec::new(); count];
    for (n, meeting) in meetings.iter().enumerate() {
        for &id in &meeting.all {
            articles[id as usize].push(n as u32);
        }
    }
    let mut counts: Vec<(u32, u32)> = vec![(0, 0); count];
    let mut met: Vec<u32> = Vec::new();
    let of = |(id, articles): (usize, &Vec<u32>)| {
        let id = id as u32;
        for meeting in articles.iter().map(|&n| &meetings[n as usize]) {
            for &other in meeting.together(id).iter().filter(|other| **other != id) {
                if counts[other as usize].1 == 0 {
                    met.push(other);
                }
                counts[other as usize].1 += 1;
            }
            meeting.sentences_of(id).flatten().for_each(|&other| counts[other as usize].0 += 1);
        }
        // The sentences also counted the entity itself.
        counts[id as usize] = (0, 0);
        let taken = met.drain(..).map(|other| (other, std::mem::take(&mut counts[other as usize])));
        best(taken.map(|(other, (sentences, articles))| Companion { entity: EntityId(other), sentences, articles }).collect())
    };
    articles.iter().enumerate().map(of).collect()
}

/// The most relevant companions, with few of those that are named together once.
fn best(mut all: Vec<Companion>) -> Vec<Companion> {
    all.sort_unstable_by_key(|one| (Reverse(one.sentences), Reverse(one.articles), one.entity));
    let mut kept = 0;
    all.retain(|one| {
        let keep = kept < if one.articles > 1 || one.sentences > 1 { MOST } else { MOST_ONCE };
        kept += usize::from(keep);
        keep
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::{EntityKind, Why};
    use crate::text::Span;

    /// A document of sentences, each the numbers of the entities that it names.
    fn document(sentences: &[&[u32]]) -> AnalysedArticle {
        let mut document = AnalysedArticle::default();
        for (n, sentence) in sentences.iter().enumerate() {
            let start = n * 10_000;
            document.sentences.push(Span::new(start, start + 9_999));
            for (at, entity) in sentence.iter().enumerate() {
                let span = Span::new(start + at * 2, start + at * 2 + 1);
                let entity = EntityId(*entity);
                document.names.push(MarkedName { span, kind: EntityKind::Per, form: Form::Name, entity, why: Why::List, confidence: 90 });
            }
        }
        document
    }

    /// `1:2/1`: with entity 1 in two sentences, in one article.
    fn shown(list: &[Companion]) -> String {
        list.iter().map(|one| format!("{}:{}/{}", one.entity.0, one.sentences, one.articles)).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn sentences_and_articles_are_counted_once_each() {
        let documents = [document(&[&[0, 1, 1], &[0, 1], &[2]]), document(&[&[0, 2], &[1]]), document(&[&[3]])];
        let all = relations(5, &documents);
        assert_eq!(all.iter().map(|list| shown(list)).collect::<Vec<_>>(), ["1:2/2 2:1/2", "0:2/2 2:0/2", "0:1/2 1:0/2", "", ""]);
    }

    #[test]
    fn only_mentions_as_a_name_count() {
        let mut derived = document(&[&[0, 1]]);
        derived.names[1].form = Form::Derived;
        assert!(relations(2, &[derived]).iter().all(Vec::is_empty));
    }

    #[test]
    fn in_a_crowd_only_those_of_a_sentence_are_together() {
        let (crowd, list): (Vec<u32>, Vec<u32>) = ((0..300).collect(), (0..301).collect());
        let most = relations(300, &[document(&[&crowd, &[0, 1]])]);
        assert_eq!((shown(&most[0][..2]), shown(&most[7][..1])), ("1:2/1 2:1/1".into(), "0:1/1".into()));
        let more = relations(301, &[document(&[&list, &[0, 1], &[1, 2]])]);
        assert_eq!(more[..4].iter().map(|list| shown(list)).collect::<Vec<_>>(), ["1:1/1", "0:1/1 2:1/1", "1:1/1", ""]);
    }

    #[test]
    fn few_companions_named_together_once_are_listed() {
        let crowd: Vec<u32> = (0..60).collect();
        let all = relations(60, &[document(&[&crowd])]);
        assert!(all.iter().all(|list| list.len() == MOST_ONCE));
        let all = relations(60, &[document(&[&crowd]), document(&[&crowd])]);
        assert!(all.iter().all(|list| list.len() == MOST));
        let all = relations(60, &[document(&[&crowd]), document(&[&crowd[..20]])]);
        assert_eq!((all[0].len(), all[59].len()), (19, MOST_ONCE));
        for (id, list) in all.iter().enumerate() {
            for one in list {
                let back = all[one.entity.0 as usize].iter().find(|back| back.entity.0 == id as u32);
                assert!(back.is_none_or(|back| (back.sentences, back.articles) == (one.sentences, one.articles)));
            }
        }
    }
}
