//! Suggestions while a query is typed.

use super::search_request::{Suggestion, SuggestionKind};
use super::stop::Stop;
use super::store::Store;
use crate::entity::EntityKind;
use crate::order;
use crate::search::{Kind, Needs, units};

/// Most suggested words, names and titles.
const WORDS: usize = 4;
const NAMES: usize = 4;
const TITLES: usize = 3;
/// Fewest letters of a word for suggestions.
const LEAST: usize = 2;

/// Words and names that begin with the last typed word, and titles that contain all typed words. Only loads the chunks of the longer words, so
/// titles in a large corpus are those of the best articles for the last word.
pub fn suggestions(store: &Store, query: &str) -> Result<Vec<Suggestion>, Stop> {
    let typed = units(query);
    let open = !query.ends_with(char::is_whitespace) && !query.contains(['"', '„', '(', ':', '*', '=']);
    let Some(last) = typed.iter().rev().find(|unit| unit.width == 1).filter(|unit| open && unit.key.len() >= LEAST) else {
        return Ok(Vec::new());
    };
    let mut needs = Needs::new();
    let mut words: Vec<(String, u32)> = Vec::new();
    for (_, entry) in store.index().beginning(&last.key, &mut needs) {
        match entry.kind {
            Kind::Prefix => words.extend(entry.form.split(' ').filter(|word| !word.is_empty()).map(|word| (word.to_owned(), 0))),
            _ if entry.width == 1 && *entry.form != *last.lower => words.push((entry.case.written(&entry.form), entry.articles)),
            _ => {}
        }
    }
    if !needs.is_empty() {
        return Err(needs.into());
    }
    let mut out = names(store, &last.key);
    order::sort_by(&mut words, |a, b| b.1.cmp(&a.1));
    let is_named = |word: &str, out: &[Suggestion]| out.iter().any(|name| crate::text::fold(&name.text) == crate::text::fold(word));
    for (text, articles) in words {
        if out.iter().filter(|s| s.kind == SuggestionKind::Word).count() < WORDS && !is_named(&text, &out) {
            out.push(Suggestion { kind: SuggestionKind::Word, text, articles });
        }
    }
    let keys: Vec<&str> = typed.iter().filter(|unit| unit.width == 1).map(|unit| unit.key.as_str()).collect();
    let begins = |label: &str, key: &str| label.match_indices(key).any(|(at, _)| !label[..at].ends_with(char::is_alphanumeric));
    for summary in store.labelled(&last.key, &|label| keys.iter().all(|key| begins(label, key)), TITLES) {
        out.push(Suggestion { kind: SuggestionKind::Title(summary.id), text: summary.label, articles: 1 });
    }
    Ok(out)
}

/// Names with a word that begins with `key`.
fn names(store: &Store, key: &str) -> Vec<Suggestion> {
    let mut out: Vec<Suggestion> = Vec::new();
    for (form, articles) in store.index().names(key) {
        let Some((code, name)) = form.split_once(' ') else { continue };
        let Some(kind) = EntityKind::of_code(code) else { continue };
        match out.iter_mut().find(|known| known.text == name) {
            Some(known) => known.articles = known.articles.max(articles),
            None => out.push(Suggestion { kind: SuggestionKind::Name(kind), text: name.to_owned(), articles }),
        }
    }
    order::sort_by(&mut out, |a, b| b.articles.cmp(&a.articles));
    out.truncate(NAMES);
    out
}
