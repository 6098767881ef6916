//! JSON-LD: a page's metadata in the vocabulary of schema.org.

use dom_query::Document;
use serde_json::Value;

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
