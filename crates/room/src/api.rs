//! The answers of `window.zeitlupe`, the room as an API for scripts and the console.
//!
//! | call | gives |
//! | --- | --- |
//! | `zeitlupe.ready` | a promise, fulfilled with `{title, articles, hash}` once questions can be answered |
//! | `zeitlupe.search(query, {limit, snippets})` | a promise of `{total, hits: [{id, title, date, source, score, snippet}]}`; `snippet` is `null` without `snippets: true`, for which the texts of the hits are loaded, unless the corpus is so small that this costs nothing |
//! | `zeitlupe.article(id)` | a promise of `{id, title, date, source, author, url, text, names, times}`, or of `null` if there is none |
//! | `zeitlupe.entities()` | a promise of `[{name, type, forms, mentions, articles}]` |
//! | `zeitlupe.names(text)` | a promise of `[{start, end, type, form, name, why, confidence}]`, the names in a given text; loads the recogniser at the first call, which a single file and `cargo xtask serve` do not have |
//! | `zeitlupe.times(text, published)` | a promise of `[{start, end, type, value, earliest, latest, anchor, reason}]`, the dates and times in a given text published on `published`: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, the `date` of an article, or nothing, in which case relative times stay open (`value` is empty, the days are `null`); loads a recogniser like `names` |
//! | `zeitlupe.timeline()` | a promise of `[{article, kind, mode, earliest, latest, value, surface, text, articles, disagree}]`; `articles` are those that report it, `disagree` says whether they name different days |
//!
//! Positions are UTF-16 units, as JavaScript counts them. A promise is rejected with an `Error` if data are missing or damaged.
//!
//! The script `crates/site/src/room.js` has the members; `names` and `times` are answered by the crate `zeitlupe-recogniser`.

use crate::{Stop, reply};
use zeitlupe_core::article::ArticleId;
use zeitlupe_core::day::Day;
use zeitlupe_core::entity::Entity;
use zeitlupe_core::json::quoted;
use zeitlupe_core::room::{Hit, Question, Room, SearchRequest, answer_of, question};
use zeitlupe_core::timeline::{Item, ItemKind};
use zeitlupe_core::view::{Summary, Witness};

/// The JSON of a member: 0 `ready`, 1 `search`, 2 `article`, 3 `entities`, 4 `timeline`.
pub fn call(room: &mut Room, member: u32, text: &str, limit: u32, snippets: Option<bool>) -> Result<Vec<u8>, Stop> {
    let json = match member {
        0 => Ok(about(room)),
        1 => search(room, text, limit, snippets),
        2 => article(room, text),
        3 => entities(room),
        4 => timeline(room),
        _ => Ok("null".to_owned()),
    };
    json.map(String::into_bytes)
}

fn ask<Q: Question>(room: &mut Room, question: Q) -> Result<Q::Answer, Stop> {
    answer_of::<Q>(reply(room, &question.into_request())?).map_err(Stop::Fault)
}

fn about(room: &Room) -> String {
    let corpus = room.corpus();
    object(&[("title", quoted(&corpus.title)), ("articles", corpus.articles.to_string()), ("hash", quoted(&corpus.hash))])
}

fn search(room: &mut Room, query: &str, limit: u32, snippets: Option<bool>) -> Result<String, Stop> {
    let passages = snippets.unwrap_or_else(|| room.corpus().is_small());
    let view = ask(room, SearchRequest { query: query.to_owned(), limit, passages, ..SearchRequest::default() })?;
    let hit = |hit: Hit| {
        let snippet = passages.then(|| hit.snippet.into_iter().map(|(text, _)| text).collect::<String>());
        let Summary { id, label, date, source, .. } = hit.summary;
        object(&[
            ("id", quoted(&id)),
            ("title", quoted(&label)),
            ("date", or_null(date.map(|date| date.iso()))),
            ("source", or_null(source)),
            ("score", decimal(hit.score)),
            ("snippet", or_null(snippet)),
        ])
    };
    Ok(object(&[("total", view.total.to_string()), ("hits", list(view.hits.into_iter().map(hit)))]))
}

fn article(room: &mut Room, id: &str) -> Result<String, Stop> {
    let Some(opened) = ask(room, question::Open(id.to_owned()))? else { return Ok("null".to_owned()) };
    let document = opened.document;
    let title = document.article.label();
    let text = document.article.text;
    let unit = |byte: u32| text.get(..byte as usize).unwrap_or_default().encode_utf16().count().to_string();
    let names = document.names.iter().map(|name| {
        object(&[
            ("start", unit(name.span.start)),
            ("end", unit(name.span.end)),
            ("type", quoted(name.kind.code())),
            ("form", quoted(name.form.code())),
            ("entity", name.entity.0.to_string()),
        ])
    });
    let times = document.times.iter().map(|time| {
        object(&[
            ("start", unit(time.span.start)),
            ("end", unit(time.span.end)),
            ("value", quoted(&time.value)),
            ("earliest", or_null(time.earliest.map(Day::iso))),
            ("latest", or_null(time.latest.map(Day::iso))),
        ])
    });
    let (names, times) = (list(names), list(times));
    let meta = document.article.meta;
    Ok(object(&[
        ("id", quoted(id)),
        ("title", quoted(&title)),
        ("date", or_null(meta.date.map(|date| date.iso()))),
        ("source", or_null(meta.source)),
        ("author", or_null(meta.author)),
        ("url", or_null(meta.url)),
        ("text", quoted(&text)),
        ("names", names),
        ("times", times),
    ]))
}

fn entities(room: &mut Room) -> Result<String, Stop> {
    let articles = ask(room, question::Summaries)?;
    let named = |entity: Entity| {
        let counts = entity.counts.iter().filter_map(|(id, _)| Some(quoted(&articles.get(id.0 as usize)?.id)));
        object(&[
            ("name", quoted(&entity.name)),
            ("type", quoted(entity.kind.code())),
            ("forms", list(entity.forms.iter().map(|(form, _)| quoted(form)))),
            ("mentions", entity.total().to_string()),
            ("articles", list(counts)),
        ])
    };
    Ok(list(ask(room, question::Entities)?.into_iter().map(named)))
}

fn timeline(room: &mut Room) -> Result<String, Stop> {
    let articles = ask(room, question::Summaries)?;
    let timeline = ask(room, question::Timeline(Vec::new()))?;
    let numbers = (0..timeline.items.len() as u32).collect();
    let reported = ask(room, question::Witnesses(numbers))?;
    let called = |article: ArticleId| articles.get(article.0 as usize).map(|summary| quoted(&summary.id)).unwrap_or_else(|| quoted(""));
    let dated = |(item, (_, reported)): (Item, (u32, Vec<Witness>))| {
        let first = reported.first();
        let time = first.and_then(|witness| witness.time.as_ref());
        let days = item.days.map(|(from, to)| (from.iso(), to.iso()));
        let mode = match item.kind {
            ItemKind::Report => None,
            ItemKind::Event(mode) => Some(["past", "present", "planned", "denied", "open"][mode as usize].to_owned()),
        };
        object(&[
            ("article", called(item.article)),
            ("kind", quoted(if item.kind == ItemKind::Report { "report" } else { "event" })),
            ("mode", or_null(mode)),
            ("earliest", or_null(days.as_ref().map(|(from, _)| from.clone()))),
            ("latest", or_null(days.as_ref().map(|(_, to)| to.clone()))),
            ("value", quoted(time.map(|time| &time.value).or(days.as_ref().map(|(from, _)| from)).map_or("", String::as_str))),
            ("surface", quoted(first.map_or("", |witness| &witness.surface))),
            ("text", quoted(first.map_or("", |witness| &witness.text))),
            ("articles", list(timeline.articles(&item).map(called))),
            ("disagree", item.disagree.to_string()),
        ])
    };
    Ok(list(timeline.items.iter().copied().zip(reported).map(dated)))
}

/// A JSON object of keys and values that are JSON.
fn object(pairs: &[(&str, String)]) -> String {
    joined('{', pairs.iter().map(|(key, value)| format!("\"{key}\":{value}")), '}')
}

/// A JSON array of values that are JSON.
fn list(values: impl Iterator<Item = String>) -> String {
    joined('[', values, ']')
}

fn joined(open: char, values: impl Iterator<Item = String>, close: char) -> String {
    let mut out = String::from(open);
    for value in values {
        if out.len() > 1 {
            out.push(',');
        }
        out.push_str(&value);
    }
    out.push(close);
    out
}

fn or_null(text: Option<String>) -> String {
    text.map_or_else(|| "null".to_owned(), |text| quoted(&text))
}

/// A number with four decimals, without the standard library's tables for floating point.
fn decimal(number: f32) -> String {
    let scaled = (f64::from(number) * 1e4).round() as i64;
    let sign = if scaled < 0 { "-" } else { "" };
    format!("{sign}{}.{:04}", scaled.unsigned_abs() / 10_000, scaled.unsigned_abs() % 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_four_decimals() {
        for (number, written) in [(0.0, "0.0000"), (12.34567, "12.3457"), (-0.5, "-0.5000"), (0.00004, "0.0000"), (-0.00004, "0.0000")] {
            assert_eq!(decimal(number), written);
        }
        assert!(serde_json::from_str::<f64>(&decimal(f32::MAX)).is_ok() && decimal(f32::NAN) == "0.0000");
    }
}
