//! Which mentions of a corpus are one entity.

use super::variants::{name_key, person_key};
use super::{Entity, EntityId, EntityKind, Form, Mention};
use crate::article::ArticleId;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a mention is looked up by: its kind, and the words of its canonical name as [`person_key`] or [`name_key`] has them.
type Key = (EntityKind, Vec<String>);

/// See [`super::link`].
///
/// Names that are no person's are one where their keys are. A full person's name is one with its variants; a family name alone goes to the
/// full name that its own article has, else to the one that the corpus has, if there is only one; else it stays by itself.
pub(super) fn link(articles: &[(&str, &[Mention])]) -> (Vec<Entity>, Vec<Vec<EntityId>>) {
    let mut keys: HashMap<(EntityKind, &str), Key> = HashMap::new();
    for mention in articles.iter().flat_map(|(_, mentions)| mentions.iter()) {
        keys.entry((mention.kind, &mention.canonical)).or_insert_with(|| key_of(mention));
    }
    let corpus = Bearers::of(keys.values());
    let mut drafts: BTreeMap<Key, Draft> = BTreeMap::new();
    let mut resolved: Vec<Vec<Key>> = Vec::with_capacity(articles.len());
    for (index, (text, mentions)) in articles.iter().enumerate() {
        let own = Bearers::of(mentions.iter().map(|m| &keys[&(m.kind, m.canonical.as_str())]));
        let mut row = Vec::with_capacity(mentions.len());
        for mention in *mentions {
            let key = &keys[&(mention.kind, mention.canonical.as_str())];
            let key = own
                .resolve(key)
                .and_then(|k| corpus.resolve(&k).or(Some(k)))
                .or_else(|| corpus.resolve(key))
                .unwrap_or_else(|| key.clone());
            drafts.entry(key.clone()).or_default().add(index as u32, mention, mention.span.of(text));
            row.push(key);
        }
        resolved.push(row);
    }
    number(drafts, &resolved)
}

fn key_of(mention: &Mention) -> Key {
    let words = match mention.kind {
        EntityKind::Per => person_key(&mention.canonical),
        _ => vec![name_key(&mention.canonical)],
    };
    (mention.kind, words)
}

/// Gives the drafts their numbers, the most frequent first, and the mentions theirs.
fn number(drafts: BTreeMap<Key, Draft>, resolved: &[Vec<Key>]) -> (Vec<Entity>, Vec<Vec<EntityId>>) {
    let mut entities: Vec<(Key, Entity)> = drafts.into_iter().map(|(key, draft)| (key.clone(), draft.finish(key.0))).collect();
    entities.sort_by_cached_key(|(key, e)| (std::cmp::Reverse(e.total()), e.kind, e.name.clone(), key.clone()));
    let ids: HashMap<&Key, EntityId> = entities.iter().enumerate().map(|(at, (key, _))| (key, EntityId(at as u32))).collect();
    let links = resolved.iter().map(|row| row.iter().map(|key| ids[key]).collect()).collect();
    (entities.into_iter().map(|(_, entity)| entity).collect(), links)
}

/// The full names of persons by their family name.
#[derive(Default)]
struct Bearers<'k> {
    by_family: HashMap<&'k str, BTreeSet<&'k Key>>,
}

impl<'k> Bearers<'k> {
    fn of(keys: impl Iterator<Item = &'k Key>) -> Self {
        let mut bearers = Self::default();
        for key in keys.filter(|(kind, words)| *kind == EntityKind::Per && words.len() > 1) {
            if let Some(family) = key.1.last() {
                bearers.by_family.entry(family).or_default().insert(key);
            }
        }
        bearers
    }

    /// The fuller key that `key` stands for: of a family name its only bearer, of a full name the only longer one with the same
    /// family name and all its words in order (`Recep Erdogan`, `Recep Tayyip Erdogan`). `None` where there is none, or more than one.
    fn resolve(&self, key: &Key) -> Option<Key> {
        let (kind, words) = key;
        let family = words.last().filter(|_| *kind == EntityKind::Per)?;
        let all = self.by_family.get(family.as_str())?;
        let mut fuller = all.iter().filter(|(_, full)| full.len() > words.len() && is_subsequence(words, full));
        let only = fuller.next()?;
        // Longer forms of the same name are the same person: "Tayyip Erdogan" below "Recep Tayyip Erdogan".
        let longest = fuller.try_fold(*only, |longest, next| {
            if is_subsequence(&longest.1, &next.1) { Some(*next) } else { is_subsequence(&next.1, &longest.1).then_some(longest) }
        })?;
        Some(longest.clone())
    }
}

fn is_subsequence(words: &[String], full: &[String]) -> bool {
    let mut rest = full.iter();
    words.iter().all(|word| rest.any(|other| other == word))
}

/// An entity in the making.
#[derive(Default)]
struct Draft {
    names: BTreeMap<String, u32>,
    forms: BTreeMap<String, u32>,
    counts: BTreeMap<u32, u32>,
    derived: u32,
}

impl Draft {
    fn add(&mut self, article: u32, mention: &Mention, surface: &str) {
        count(&mut self.names, &mention.canonical);
        // "der Präsident" points to him, but is no form of his name.
        if mention.form != Form::Reference {
            count(&mut self.forms, surface);
        }
        if mention.form == Form::Name {
            *self.counts.entry(article).or_default() += 1;
        } else {
            self.derived += 1;
        }
    }

    fn finish(self, kind: EntityKind) -> Entity {
        // A person's full name goes before the family name alone, the usual one before the one with initials; then the more frequent; then by letters.
        let full = |name: &str| kind == EntityKind::Per && name.contains(' ');
        let best =
            self.names.iter().max_by_key(|(name, n)| (full(name), !full(name) || !name.contains(". "), **n, std::cmp::Reverse(*name)));
        let name = best.map(|(name, _)| name.clone()).unwrap_or_default();
        let mut forms: Vec<(String, u32)> = self.forms.into_iter().collect();
        forms.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let counts = self.counts.into_iter().map(|(article, n)| (ArticleId(article), n)).collect();
        Entity { kind, name, forms, counts, derived: self.derived, known: None }
    }
}

fn count(table: &mut BTreeMap<String, u32>, key: &str) {
    match table.get_mut(key) {
        Some(n) => *n += 1,
        None => _ = table.insert(key.to_owned(), 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The entities of `texts` with their mentions as names, the most frequent first: `Wladimir Putin 3`.
    fn entities(texts: &[&str]) -> Vec<String> {
        let mentions: Vec<_> = texts.iter().map(|text| crate::entity::recognise(text)).collect();
        let articles: Vec<_> = texts.iter().zip(&mentions).map(|(text, m)| (*text, m.as_slice())).collect();
        let (entities, links) = link(&articles);
        assert!(links.iter().zip(&mentions).all(|(ids, m)| ids.len() == m.len()));
        for (row, mentions) in links.iter().zip(&mentions) {
            assert!(row.iter().zip(mentions).all(|(id, m)| entities[id.0 as usize].kind == m.kind));
        }
        entities.iter().map(|e| format!("{} {}", e.name, e.total())).collect()
    }

    #[test]
    fn one_person_in_all_articles() {
        assert_eq!(entities(&["Wladimir Putin kam. Putins Rede.", "Präsident Putin ging."]), ["Wladimir Putin 3"]);
        assert_eq!(entities(&["Olga Meyenburg kam.", "Frau Meyenburg ging.", "Ministerin Meyenburg blieb."]), ["Olga Meyenburg 3"]);
        assert_eq!(entities(&["Recep Tayyip Erdogan kam.", "Herr Erdogan ging."]), ["Recep Tayyip Erdoğan 2"]);
        assert_eq!(entities(&["Wolodymyr Selenski kam.", "Präsident Selenskyj ging."]), ["Wolodymyr Selenskyj 2"]);
        assert_eq!(entities(&["Dmitri Peskow kam.", "Dmitrij Peskov ging."]), ["Dmitri Peskow 2"]);
    }

    #[test]
    fn two_people_with_one_name_stay_two() {
        assert_eq!(
            entities(&["Anna Merzdorf kam. Frau Merzdorf ging.", "Udo Merzdorf kam. Herr Merzdorf ging."]),
            ["Anna Merzdorf 2", "Udo Merzdorf 2"]
        );
        assert_eq!(
            entities(&["Anna Merzdorf kam.", "Udo Merzdorf kam.", "Herr Merzdorf ging."]),
            ["Anna Merzdorf 1", "Merzdorf 1", "Udo Merzdorf 1"]
        );
    }

    #[test]
    fn spellings_and_adjectives_meet() {
        assert_eq!(entities(&["Die Nato und die NATO.", "Die USA, die US-Armee und die Vereinigten Staaten."]), ["USA 2", "Nato 2"]);
        assert_eq!(entities(&["Russland, russische Truppen, Russen.", "Russlands Präsident."]), ["Russland 2"]);
    }

    #[test]
    fn forms_and_counts() {
        let texts = ["Putin und Putins Rede. Putin kam.", "Nichts.", "Die Putin-Rede. Putin ging."];
        let mentions: Vec<_> = texts.iter().map(|text| crate::entity::recognise(text)).collect();
        let articles: Vec<_> = texts.iter().zip(&mentions).map(|(text, m)| (*text, m.as_slice())).collect();
        let (found, _) = link(&articles);
        assert_eq!(found[0].forms, [("Putin".to_owned(), 4), ("Putins".to_owned(), 1)]);
        assert_eq!(found[0].counts, [(ArticleId(0), 3), (ArticleId(2), 1)]);
        assert_eq!(found[0].derived, 1);
        assert!(link(&[]).0.is_empty());
    }
}
