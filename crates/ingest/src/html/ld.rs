//! JSON-LD: a page's metadata in the vocabulary of schema.org.

use dom_query::Document;
use serde_json::Value;
use std::collections::BTreeMap;

/// The objects of a page's JSON-LD, including those in `@graph` and lists; the article comes first.
pub(super) fn objects(page: &Document) -> Vec<Value> {
    let mut out = Vec::new();
    for script in page.select("script[type=\"application/ld+json\"]").nodes() {
        let text = script.text();
        let text = text
            .trim()
            .trim_start_matches("<!--")
            .trim_start_matches("//<![CDATA[")
            .trim_end_matches("-->")
            .trim_end_matches("//]]>")
            .trim();
        // Line ends inside strings are invalid JSON, but common.
        let parsed = serde_json::from_str(text).or_else(|_| serde_json::from_str(&text.replace(['\n', '\r', '\t'], " ")));
        if let Ok(value) = parsed {
            collect(value, &mut out, 0);
        }
    }
    out.sort_by_key(|object| !is_article(object));
    out
}

fn collect(value: Value, out: &mut Vec<Value>, depth: u8) {
    match value {
        Value::Array(items) if depth < 4 => items.into_iter().for_each(|item| collect(item, out, depth + 1)),
        Value::Object(mut object) => {
            let inner = [object.remove("@graph"), object.remove("mainEntity")];
            out.push(Value::Object(object));
            if depth < 4 {
                inner.into_iter().flatten().for_each(|inner| collect(inner, out, depth + 1));
            }
        }
        _ => {}
    }
}

/// Whether the object is some kind of article.
pub(super) fn is_article(object: &Value) -> bool {
    let is = |kind: &str| kind.ends_with("Article") || matches!(kind, "BlogPosting" | "Report" | "LiveBlogPosting" | "Reportage");
    match &object["@type"] {
        Value::String(kind) => is(kind),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

/// A string, an object's name, or a list of these joined by commas.
pub(super) fn name(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(super::flatten::plain(text)),
        Value::Object(object) => object.get("name").and_then(name),
        Value::Array(items) => {
            let mut names: Vec<String> = items.iter().filter_map(name).collect();
            names.dedup();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
    .filter(|name| !name.is_empty())
}

/// The authors that are no organisations, and the organisations among them. References (`@id`) are looked up in `objects`.
pub(super) fn authors(value: &Value, objects: &Index) -> (Vec<String>, Vec<String>) {
    let (mut persons, mut bodies) = (Vec::new(), Vec::new());
    let items = match value {
        Value::Array(items) => items.iter().collect(),
        other => vec![other],
    };
    for item in items.into_iter().take(MAX_AUTHORS) {
        let referred = item["@id"].as_str().filter(|_| item.get("name").is_none()).and_then(|id| objects.get(id));
        let (is_body, name) = match referred {
            Some((is_body, name)) => (*is_body, Some(name.clone())),
            None => (is_body(item), name(item)),
        };
        if is_body { bodies.extend(name) } else { persons.extend(name) }
    }
    (persons, bodies)
}

/// The most authors of an article that are looked at.
const MAX_AUTHORS: usize = 20;

/// The objects with a name by their `@id`, and whether each is an organisation.
pub(super) type Index = BTreeMap<String, (bool, String)>;

/// The index of objects.
pub(super) fn index(objects: &[Value]) -> Index {
    let entry = |object: &Value| Some((object["@id"].as_str()?.to_owned(), (is_body(object), name(object.get("name")?)?)));
    objects.iter().filter_map(entry).collect()
}

fn is_body(object: &Value) -> bool {
    let is = |kind: &str| kind.ends_with("Organization") || kind == "Corporation";
    match &object["@type"] {
        Value::String(kind) => is(kind),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}
