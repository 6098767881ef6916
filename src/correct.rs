//! From the form to corrections of names; without DOM, so that it can be tested.

use std::collections::BTreeSet;
use zeitlupe_core::entity::{Correction, EntityName, Quotation};

/// Where a change applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All mentions of the entity.
    Everywhere,
    /// All mentions in the open article.
    Article,
    /// All mentions with the same words.
    Spelling,
    /// This mention.
    Here,
}

impl Scope {
    /// All scopes, in the order of the form.
    pub const ALL: [Scope; 4] = [Self::Everywhere, Self::Article, Self::Spelling, Self::Here];
}

/// The corrections that turn a mention of `entity` at `place` into one of `to`, or into no name if `to` is `None`.
/// Empty if nothing would change.
pub fn changes(entity: &EntityName, place: &Quotation, scope: Scope, to: Option<EntityName>, exists: bool) -> Vec<Correction> {
    let name = entity.clone();
    let split = |to: EntityName| {
        let (mut forms, mut articles) = (Vec::new(), Vec::new());
        if scope == Scope::Spelling {
            forms.push(place.quote.clone())
        } else {
            articles.push(place.article.clone())
        }
        Correction::Split { name: entity.clone(), forms, articles, to }
    };
    match (to, scope) {
        (Some(to), _) if to == *entity => Vec::new(),
        (Some(into), Scope::Everywhere) if exists || (into.kind != name.kind && into.name != name.name) => {
            vec![Correction::Merge { name, into }]
        }
        (Some(to), Scope::Everywhere) if to.kind != name.kind => vec![Correction::Retype { name, to: to.kind }],
        (Some(to), Scope::Everywhere) => vec![Correction::Rename { name, to: to.name }],
        (Some(to), Scope::Here) => vec![Correction::Mark { place: place.clone(), name: to, all: false }],
        (Some(to), _) => vec![split(to)],
        (None, Scope::Everywhere) => vec![Correction::Remove { name }],
        (None, Scope::Here) => vec![Correction::Unmark { place: place.clone() }],
        (None, _) => {
            // A wrong mention is first split off as an entity, which is then removed.
            let separate = EntityName { kind: name.kind, name: format!("{} (kein Name)", place.quote) };
            vec![split(separate.clone()), Correction::Remove { name: separate }]
        }
    }
}

/// The corrections of a list that are not known already.
pub fn new_ones(known: &[Correction], mut list: Vec<Correction>) -> Vec<Correction> {
    let texts: BTreeSet<String> = known.iter().map(Correction::text).collect();
    list.retain(|correction| !texts.contains(&correction.text()));
    list
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corrected::describe;
    use zeitlupe_core::entity::EntityKind;
    use zeitlupe_words::Lang;

    fn name(text: &str) -> EntityName {
        EntityName::parse(text).expect("a kind and a name")
    }

    fn say(scope: Scope, to: Option<&str>, exists: bool) -> Vec<String> {
        let place = Quotation { article: "x".into(), quote: "Merz".into(), ..Quotation::default() };
        let found = changes(&name("PER:Merz"), &place, scope, to.map(name), exists);
        found.iter().map(|correction| describe(correction, Lang::De.words())).collect()
    }

    #[test]
    fn every_change_has_its_correction() {
        assert_eq!(say(Scope::Everywhere, None, false), ["Person „Merz“ ist kein Name"]);
        assert_eq!(say(Scope::Everywhere, Some("ORG:Merz"), false), ["Person „Merz“ ist ein anderes: Organisation"]);
        assert_eq!(say(Scope::Everywhere, Some("PER:Friedrich Merz"), false), ["Person „Merz“ heißt „Friedrich Merz“"]);
        assert_eq!(say(Scope::Everywhere, Some("PER:Anna"), true), ["Person „Merz“ ist dasselbe wie Person „Anna“"]);
        assert_eq!(say(Scope::Everywhere, Some("LOC:Merzig"), false), ["Person „Merz“ ist dasselbe wie Ort „Merzig“"]);
        assert_eq!(say(Scope::Article, Some("PER:Udo Merz"), false), ["Person „Merz“ („x“) ist Person „Udo Merz“"]);
        assert_eq!(say(Scope::Spelling, Some("PER:Udo Merz"), true), ["Person „Merz“ („Merz“) ist Person „Udo Merz“"]);
        assert_eq!(say(Scope::Here, Some("PER:Udo Merz"), true), ["„Merz“ ist hier Person „Udo Merz“"]);
        assert_eq!(say(Scope::Here, None, false), ["„Merz“ ist hier kein Name"]);
        assert_eq!(say(Scope::Spelling, None, false).len(), 2);
        assert_eq!(say(Scope::Here, Some("PER:Merz"), true), [""; 0]);
        assert_eq!(EntityKind::ALL.len(), Lang::De.words().names.kind.len());
    }
}
