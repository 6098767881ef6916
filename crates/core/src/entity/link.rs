//! Links the mentions of a corpus to entities.

use super::known::known;
use super::lexicon::{Gender, Lexicon};
use super::recognise::in_the_nominative;
use super::variants::{PersonKey, family_name, given_name, name_key, person_key};
use super::{Entity, EntityId, EntityKind, Form, Mention};
use crate::article::ArticleId;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The key by which mentions are grouped.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    /// A person's name, with the gender if that distinguishes this person from all with a known full name.
    Person(PersonKey, Option<Gender>),
    /// Any other name, as given by [`name_key`].
    Other(EntityKind, String),
}

/// The keys of all canonical names.
type Keys<'t> = BTreeMap<(EntityKind, &'t str), Key>;

/// Most roles of an entity.
const ROLES: usize = 8;

/// Links the mentions of all articles to entities; each article is given as its text and its mentions.
///
/// Returns the entities, the most frequent first (ties by kind, then name), and the entity of each mention, article by article. Precision has
/// priority over recall: two people with the same family name stay separate.
///
/// ```
/// use zeitlupe_core::entity::{link, recognise};
/// let texts = ["Wladimir Putin reiste nach Peking.", "Putin sprach in Moskau."];
/// let mentions = texts.map(recognise);
/// let (entities, ids) = link(&[(texts[0], &mentions[0]), (texts[1], &mentions[1])]);
/// assert_eq!((entities[0].name.as_str(), entities[0].total()), ("Wladimir Putin", 2));
/// assert_eq!(ids[0][0], ids[1][0]);
/// ```
pub fn link(articles: &[(&str, &[Mention])]) -> (Vec<Entity>, Vec<Vec<EntityId>>) {
    let mut keys = Keys::new();
    for mention in articles.iter().flat_map(|(_, mentions)| mentions.iter()) {
        keys.entry((mention.kind, &mention.canonical)).or_insert_with(|| key_of(mention.kind, &mention.canonical));
    }
    let aliases = aliases(articles, &keys);
    for key in keys.values_mut() {
        if let Some(other) = aliases.get(key) {
            *key = other.clone();
        }
    }
    let corpus = Bearers::of(keys.iter().map(|(&(_, canonical), key)| (canonical, key)));
    let mut drafts: BTreeMap<Key, Draft> = BTreeMap::new();
    let mut resolved: Vec<Vec<Key>> = Vec::with_capacity(articles.len());
    for (index, (text, mentions)) in articles.iter().enumerate() {
        let key = |mention| key_in(&keys, mention);
        let own = Bearers::of(mentions.iter().map(|mention| (mention.canonical.as_str(), key(mention))));
        let genders = Genders::of(text, mentions);
        let mut row = Vec::with_capacity(mentions.len());
        for mention in *mentions {
            let key = match key(mention) {
                Key::Person(name, _) => person(text, mention, name, &genders, &own, &corpus),
                other => other.clone(),
            };
            let name = match key {
                Key::Person(_, Some(_)) => family_name(&mention.canonical),
                _ => &mention.canonical,
            };
            drafts.entry(key.clone()).or_default().add(index as u32, mention, name, text);
            row.push(key);
        }
        resolved.push(row);
    }
    number(drafts, &resolved)
}

fn key_of(kind: EntityKind, canonical: &str) -> Key {
    match kind {
        EntityKind::Per => Key::Person(person_key(canonical), None),
        _ => Key::Other(kind, name_key(canonical)),
    }
}

fn key_in<'k>(keys: &'k Keys<'k>, mention: &'k Mention) -> &'k Key {
    &keys[&(mention.kind, mention.canonical.as_str())]
}

/// The key of the person that a mention refers to.
fn person(text: &str, mention: &Mention, name: &PersonKey, genders: &Genders, own: &Bearers, corpus: &Bearers) -> Key {
    let alone = !mention.span.of(text).contains(' ');
    let gender = address(text, mention).or_else(|| genders.of_family(name, own).filter(|_| alone));
    // "Frau Merz" is not Friedrich Merz, even if the text and the lists have no other.
    let other = alone && gender.is_some() && gender_of(&mention.canonical).is_some_and(|of_name| gender != Some(of_name));
    let bare = other.then(|| person_key(family_name(&mention.canonical)));
    let name = bare.as_ref().unwrap_or(name);
    let anywhere = |name: &PersonKey, gender| corpus.resolve(name, gender).filter(|_| !name.is_vague());
    match own.resolve(name, gender).or_else(|| anywhere(name, gender)) {
        Some(here) => Key::Person(anywhere(&here, None).unwrap_or(here), None),
        None => Key::Person(name.clone(), gender.filter(|_| name.given.is_empty() && (other || corpus.has_other(name, gender)))),
    }
}

fn gender_of(canonical: &str) -> Option<Gender> {
    Lexicon::get().gender(given_name(canonical)?)
}

/// The gender indicated by the words before a name: `Frau`, `Herr`, `Ministerin`.
fn address(text: &str, mention: &Mention) -> Option<Gender> {
    if mention.role.is_some_and(|role| role.of(text).ends_with("in")) {
        return Some(Gender::Female);
    }
    let before = text[..mention.span.start as usize].trim_end();
    let before = before.strip_suffix("Dr.").map_or(before, str::trim_end);
    let before = before.strip_suffix("Prof.").map_or(before, str::trim_end);
    match before.rsplit(|c: char| !c.is_alphabetic()).next() {
        Some("Frau") => Some(Gender::Female),
        Some("Herr" | "Herrn") => Some(Gender::Male),
        _ => None,
    }
}

/// For each family name the genders indicated in an article for persons mentioned without first name.
struct Genders(BTreeMap<String, BTreeSet<Gender>>);

impl Genders {
    fn of(text: &str, mentions: &[Mention]) -> Self {
        let mut genders: BTreeMap<String, BTreeSet<Gender>> = BTreeMap::new();
        for mention in mentions.iter().filter(|m| m.kind == EntityKind::Per && m.form == Form::Name) {
            if let Some(gender) = address(text, mention).filter(|_| !mention.span.of(text).contains(' ')) {
                genders.entry(person_key(family_name(&mention.canonical)).family).or_default().insert(gender);
            }
        }
        Self(genders)
    }

    /// The gender of a person, if the family name belongs to one person only in the article.
    fn of_family(&self, name: &PersonKey, own: &Bearers) -> Option<Gender> {
        let genders = self.0.get(&name.family).filter(|genders| genders.len() == 1)?;
        genders.first().copied().filter(|_| !own.by_family.contains_key(name.family.as_str()))
    }
}

/// Keys that are aliases of others according to the texts: a short name in parentheses after the long one; a genitive whose nominative is there.
fn aliases<'k>(articles: &'k [(&'k str, &'k [Mention])], keys: &'k Keys<'k>) -> HashMap<Key, Key> {
    let mut short_of: BTreeMap<&Key, BTreeSet<&Key>> = BTreeMap::new();
    let mut long_of: BTreeMap<&Key, BTreeSet<&Key>> = BTreeMap::new();
    for (text, mentions) in articles {
        for pair in mentions.windows(2) {
            let [long, short] = pair else { continue };
            if is_introduced(text, long, short) {
                let (long, short) = (key_in(keys, long), key_in(keys, short));
                short_of.entry(long).or_default().insert(short);
                long_of.entry(short).or_default().insert(long);
            }
        }
    }
    let mut aliases: HashMap<Key, Key> = HashMap::new();
    for (short, longs) in long_of {
        // A short name of two organisations is an alias of neither.
        if let (1, Some(long)) = (longs.len(), longs.first())
            && short_of[long].len() == 1
            && short != *long
        {
            aliases.insert(short.clone(), (*long).clone());
        }
    }
    let there: BTreeSet<&Key> = keys.values().collect();
    for (&(kind, canonical), key) in keys {
        if let Key::Other(EntityKind::Org | EntityKind::Evt, name) = key
            && let Some(base) = name.strip_suffix('s')
            && !Lexicon::get().lists(canonical)
        {
            let base = Key::Other(kind, base.to_owned());
            if there.contains(&base) {
                aliases.entry(key.clone()).or_insert(base);
            }
        }
    }
    aliases
}

/// Whether `text` introduces `short` in parentheses as the short name of `long`, with its letters in the same order.
fn is_introduced(text: &str, long: &Mention, short: &Mention) -> bool {
    let body = |m: &Mention| m.kind == EntityKind::Org && m.form == Form::Name;
    let name = short.span.of(text);
    let between = &text[long.span.end as usize..short.span.start as usize];
    if !body(long) || !body(short) || between != " (" || !text[short.span.end as usize..].starts_with(')') {
        return false;
    }
    // Two letters have too many meanings in other articles.
    let capitals = name.chars().filter(|c| c.is_uppercase()).count();
    if short.canonical != name || capitals < 2 || name.chars().count() < 3 || long.span.len() < 2 * short.span.len() {
        return false;
    }
    let long = long.canonical.to_lowercase();
    let mut letters = name.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphabetic());
    let mut rest = long.chars();
    letters.next() == rest.next() && letters.all(|letter| rest.any(|other| other == letter))
}

/// Numbers the entities, the most frequent first, and assigns the numbers to the mentions.
fn number(drafts: BTreeMap<Key, Draft>, resolved: &[Vec<Key>]) -> (Vec<Entity>, Vec<Vec<EntityId>>) {
    let kind_of = |key: &Key| if let Key::Other(kind, _) = key { *kind } else { EntityKind::Per };
    let mut entities: Vec<(Key, Entity)> = drafts.into_iter().map(|(key, draft)| (key.clone(), draft.finish(kind_of(&key)))).collect();
    entities.sort_by_cached_key(|(key, e)| (std::cmp::Reverse(e.total()), e.kind, e.name.clone(), key.clone()));
    let ids: HashMap<&Key, EntityId> = entities.iter().enumerate().map(|(at, (key, _))| (key, EntityId(at as u32))).collect();
    let links = resolved.iter().map(|row| row.iter().map(|key| ids[key]).collect()).collect();
    (entities.into_iter().map(|(_, entity)| entity).collect(), links)
}

/// The full names of persons by their family name.
#[derive(Default)]
struct Bearers<'k> {
    by_family: HashMap<&'k str, BTreeMap<&'k PersonKey, Bearer>>,
}

/// What distinguishes persons with the same family name.
#[derive(Clone, Copy, Default)]
struct Bearer {
    gender: Option<Gender>,
    /// Whether, according to a list, the family name alone refers to this person.
    famous: bool,
}

impl<'k> Bearers<'k> {
    fn of(names: impl Iterator<Item = (&'k str, &'k Key)>) -> Self {
        let mut bearers = Self::default();
        for (canonical, key) in names {
            if let Key::Person(name, _) = key
                && (!name.given.is_empty() || name.generation.is_some())
            {
                let bearer = bearers.by_family.entry(&name.family).or_default().entry(name).or_default();
                bearer.gender = bearer.gender.or_else(|| gender_of(canonical));
                let listed = Lexicon::get().single(family_name(canonical)).filter(|entry| entry.surname);
                bearer.famous |= listed.is_some_and(|entry| entry.canonical == canonical);
            }
        }
        bearers
    }

    /// The fuller form of `name`: for a family name the only person with it, for a full name the only fuller form (`Recep Erdogan`, `Recep Tayyip
    /// Erdogan`). `None` if there is none, or several of which none is known by the family name alone.
    fn resolve(&self, name: &PersonKey, gender: Option<Gender>) -> Option<PersonKey> {
        let all = self.by_family.get(name.family.as_str())?;
        let fits = |other: &Bearer| gender.is_none() || other.gender.is_none() || other.gender == gender;
        let fuller: Vec<_> = all.iter().filter(|(full, other)| fits(other) && name.is_less_than(full)).collect();
        let only = fullest(fuller.iter().map(|(full, _)| **full));
        let famous = || fullest(fuller.iter().filter(|(_, other)| other.famous).map(|(full, _)| **full));
        only.or_else(|| famous().filter(|_| name.given.is_empty())).cloned()
    }

    /// Whether a person with the family name cannot be of this gender.
    fn has_other(&self, name: &PersonKey, gender: Option<Gender>) -> bool {
        let all = self.by_family.get(name.family.as_str());
        gender.is_some() && all.is_some_and(|all| all.values().any(|other| other.gender.is_some() && other.gender != gender))
    }
}

/// The longest of several names that are forms of each other (`Recep Erdogan`, `Recep Tayyip Erdogan`); `None` if they belong to different people.
fn fullest<'k>(mut names: impl Iterator<Item = &'k PersonKey>) -> Option<&'k PersonKey> {
    let first = names.next()?;
    names.try_fold(
        first,
        |fullest, next| {
            if fullest.is_less_than(next) { Some(next) } else { next.is_less_than(fullest).then_some(fullest) }
        },
    )
}

/// Collects the mentions of an entity.
#[derive(Default)]
struct Draft {
    names: BTreeMap<String, u32>,
    forms: BTreeMap<String, u32>,
    counts: BTreeMap<u32, u32>,
    roles: BTreeMap<String, u32>,
    derived: u32,
}

impl Draft {
    fn add(&mut self, article: u32, mention: &Mention, name: &str, text: &str) {
        count(&mut self.names, name);
        // "der Präsident" refers to him, but is not a form of his name.
        if mention.form != Form::Reference {
            count(&mut self.forms, mention.span.of(text));
        }
        if let Some(role) = mention.role {
            let role = in_the_nominative(role.of(text));
            // "der Vorsitzende Udo Merz" is a "Vorsitzender".
            let participle = ["sitzende", "ordnete", "auftragte"].iter().any(|ending| role.ends_with(ending));
            let male = participle && gender_of(name) == Some(Gender::Male);
            count(&mut self.roles, &if male { format!("{role}r") } else { role });
        }
        if mention.form == Form::Name {
            *self.counts.entry(article).or_default() += 1;
        } else {
            self.derived += 1;
        }
    }

    fn finish(self, kind: EntityKind) -> Entity {
        // A person's full name before the family name alone, listed names before others, names without initials before those with; then by frequency;
        // then alphabetically.
        let full = |name: &str| kind == EntityKind::Per && name.contains(' ');
        let lexicon = Lexicon::get();
        let rank = |name: &str, n: u32| (full(name), lexicon.lists(name), !full(name) || !name.contains(". "), n);
        let best = self.names.iter().max_by_key(|(name, n)| (rank(name, **n), std::cmp::Reverse(*name)));
        let name = best.map(|(name, _)| name.clone()).unwrap_or_default();
        let forms = by_count(self.forms);
        let mut roles = by_count(self.roles);
        roles.truncate(ROLES);
        let counts = self.counts.into_iter().map(|(article, n)| (ArticleId(article), n)).collect();
        let known = known(kind, &name).filter(|_| kind != EntityKind::Per || forms.iter().any(|(form, _)| form.contains(' ')));
        Entity { kind, name, forms, counts, derived: self.derived, roles, known }
    }
}

/// The entries of a table, the most frequent first, ties in alphabetical order.
fn by_count(table: BTreeMap<String, u32>) -> Vec<(String, u32)> {
    let mut rows: Vec<_> = table.into_iter().collect();
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    rows
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
    fn one_person_is_linked_across_articles() {
        assert_eq!(entities(&["Wladimir Putin kam. Putins Rede.", "Präsident Putin ging."]), ["Wladimir Putin 3"]);
        assert_eq!(entities(&["Olga Meyenburg kam.", "Frau Meyenburg ging.", "Ministerin Meyenburg blieb."]), ["Olga Meyenburg 3"]);
        assert_eq!(entities(&["Recep Tayyip Erdogan kam.", "Herr Erdogan ging."]), ["Recep Tayyip Erdoğan 2"]);
        assert_eq!(entities(&["Wolodymyr Selenski kam.", "Präsident Selenskyj ging."]), ["Wolodymyr Selenskyj 2"]);
        assert_eq!(entities(&["Dmitri Peskow kam.", "Dmitrij Peskov ging."]), ["Dmitri Peskow 2"]);
    }

    #[test]
    fn two_people_with_one_name_stay_separate() {
        assert_eq!(
            entities(&["Anna Merzdorf kam. Frau Merzdorf ging.", "Udo Merzdorf kam. Herr Merzdorf ging."]),
            ["Anna Merzdorf 2", "Udo Merzdorf 2"]
        );
        assert_eq!(
            entities(&["Anna Merzdorf kam.", "Udo Merzdorf kam.", "Präsident Merzdorf ging."]),
            ["Anna Merzdorf 1", "Merzdorf 1", "Udo Merzdorf 1"]
        );
        assert_eq!(
            entities(&["Michael Schmidt kam. Schmidt ging. Udo Schmidt kam.", "Udo Schmidt kam."]),
            ["Udo Schmidt 2", "Michael Schmidt 1", "Schmidt 1"]
        );
    }

    #[test]
    fn forms_of_address_distinguish_persons() {
        assert_eq!(
            entities(&["Anna Merzdorf und Udo Merzdorf kamen. Frau Merzdorf sprach. Herr Merzdorf schwieg. Ministerin Merzdorf ging."]),
            ["Anna Merzdorf 3", "Udo Merzdorf 2"]
        );
        assert_eq!(entities(&["Friedrich Merzdorf kam.", "Frau Merzdorf ging. Merzdorf sprach."]), ["Merzdorf 2", "Friedrich Merzdorf 1"]);
        assert_eq!(entities(&["Wladimir Putin kam. Frau Putin blieb."]), ["Putin 1", "Wladimir Putin 1"]);
        assert_eq!(entities(&["Frau Merzdorf kam. Merzdorf sprach.", "Präsident Merzdorf ging."]), ["Merzdorf 3"]);
    }

    #[test]
    fn a_well_known_family_name_refers_to_that_person_despite_others() {
        assert_eq!(entities(&["Donald Trump kam mit Melania Trump. Trump sprach."]), ["Donald Trump 2", "Melania Trump 1"]);
        assert_eq!(entities(&["A. Merzdorf kam.", "Andreas Merzdorf ging.", "Alexander Merzdorf blieb."]).len(), 3);
        assert_eq!(entities(&["A. Merzdorf kam.", "Andreas Merzdorf ging."]).len(), 2);
    }

    #[test]
    fn fathers_and_sons_stay_separate() {
        assert_eq!(
            entities(&["George W. Bush kam. Bush sprach.", "George H. W. Bush kam.", "George Bush senior ging.", "George Bush sprach."]),
            ["George W. Bush 2", "George Bush 1", "George Bush senior 1", "George H. W. Bush 1"]
        );
        assert_eq!(entities(&["George W. Bush kam.", "George Bush ging.", "Bush sprach."]), ["George W. Bush 3"]);
        assert_eq!(entities(&["Papst Johannes XXIII. kam.", "Papst Benedikt XVI. ging."]).len(), 2);
    }

    #[test]
    fn persons_and_places_of_one_name_stay_separate() {
        assert_eq!(entities(&["George Washington ritt nach Washington. Washington schlief."]), ["Washington 2", "George Washington 1"]);
        assert_eq!(entities(&["Jack London fuhr nach London."]), ["Jack London 1", "London 1"]);
    }

    #[test]
    fn introduced_short_names_are_linked_to_the_long_ones() {
        assert_eq!(entities(&["Die Sozialdemokratische Partei Deutschlands (SPD) und die SPD.", "Die SPD."]), ["SPD 4"]);
        assert_eq!(entities(&["Das Institut für Zeitgeschichte (IFZ) sucht. Das IFZ fand.", "Das IFZ."]), ["IFZ 4"]);
        assert_eq!(entities(&["Das Landesamt für Umwelt (SPD) sucht."]).len(), 2);
        assert_eq!(entities(&["Das Landesamt für Umwelt (LA) sucht.", "Die Zeitung (LA) kam."]).len(), 2);
    }

    #[test]
    fn spellings_and_adjectives_are_linked() {
        assert_eq!(entities(&["Die Nato und die NATO.", "Die USA, die US-Armee und die Vereinigten Staaten."]), ["USA 2", "Nato 2"]);
        assert_eq!(entities(&["Russland, russische Truppen, Russen.", "Russlands Präsident."]), ["Russland 2"]);
    }

    #[test]
    fn forms_are_counted() {
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
