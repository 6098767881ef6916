//! A notebook as Web Annotations (W3C Recommendation of 23 February 2017, <https://www.w3.org/TR/annotation-model/>), in JSON-LD.
//!
//! ```text
//! AnnotationCollection ─ first ─ AnnotationPage ─ items
//!   a note    motivation highlighting or commenting; bodies: the comment (purpose commenting), the group (purpose tagging);
//!             target: the article, by TextQuoteSelector and TextPositionSelector (in code points)
//!   an answer motivation replying; bodies: its words (purpose replying), its notes (SpecificResource, purpose linking);
//!             target: the tasks, by TextQuoteSelector with the heading of the task
//! ```
//!
//! An annotation must have an id; it is its number in the file, `#beleg-1`, and says nothing about who made it.

use super::{Answer, Note, Notebook};
use crate::json::{Json, quoted};
use std::collections::BTreeMap;

/// An article in the addresses of a room, before its id. The files of notebooks depend on it; a test in `zeitlupe-words` compares it with
/// the table of pages.
pub const ARTICLE: &str = "#/artikel/";
/// The tasks in the addresses of a room.
pub const TASKS: &str = "#/aufgaben";
const NOTE: &str = "#beleg-";

/// Writes a notebook. `room` is the address of the room without its fragment; empty if nobody else can reach it.
pub fn write(notebook: &Notebook, room: &str) -> String {
    let mut items = Vec::new();
    for (n, note) in notebook.notes.iter().enumerate() {
        let bodies = [("commenting", &note.comment), ("tagging", &note.group)];
        let bodies: Vec<String> =
            bodies.into_iter().filter(|(_, value)| !value.is_empty()).map(|(purpose, value)| body(value, purpose)).collect();
        let motivation = if note.comment.is_empty() { "highlighting" } else { "commenting" };
        let end = note.start + note.quote.chars().count() as u32;
        let selectors = format!(
            "{}, {{ \"type\": \"TextPositionSelector\", \"start\": {}, \"end\": {end} }}",
            quote(&note.quote, &note.before, &note.after),
            note.start
        );
        let source = [room, ARTICLE, &note.article].concat();
        items.push(item(&format!("{NOTE}{}", n + 1), motivation, &bodies, &source, &selectors));
    }
    for (n, answer) in notebook.answers.iter().enumerate() {
        let mut bodies = vec![body(&answer.text, "replying")];
        let link = |at: &u32| format!("{{ \"type\": \"SpecificResource\", \"source\": \"{NOTE}{}\", \"purpose\": \"linking\" }}", at + 1);
        bodies.extend(answer.evidence.iter().map(link));
        items.push(item(&format!("#antwort-{}", n + 1), "replying", &bodies, &[room, TASKS].concat(), &quote(&answer.task, "", "")));
    }
    format!(
        "{{\n  \"@context\": \"http://www.w3.org/ns/anno.jsonld\",\n  \"id\": \"#belege\",\n  \"type\": \"AnnotationCollection\",\n  \
         \"total\": {},\n  \"first\": {{\n    \"id\": \"#seite\",\n    \"type\": \"AnnotationPage\",\n    \"startIndex\": 0,\n    \"items\": [\n{}\n    ]\n  }}\n}}\n",
        items.len(),
        items.join(",\n")
    )
}

fn item(id: &str, motivation: &str, bodies: &[String], source: &str, selectors: &str) -> String {
    format!(
        "      {{ \"id\": \"{id}\", \"type\": \"Annotation\", \"motivation\": \"{motivation}\",\n        \"body\": [{}],\n        \
         \"target\": {{ \"source\": {}, \"selector\": [{selectors}] }} }}",
        bodies.join(", "),
        quoted(source)
    )
}

fn body(value: &str, purpose: &str) -> String {
    format!("{{ \"type\": \"TextualBody\", \"value\": {}, \"format\": \"text/plain\", \"purpose\": \"{purpose}\" }}", quoted(value))
}

fn quote(exact: &str, before: &str, after: &str) -> String {
    format!(
        "{{ \"type\": \"TextQuoteSelector\", \"exact\": {}, \"prefix\": {}, \"suffix\": {} }}",
        quoted(exact),
        quoted(before),
        quoted(after)
    )
}

/// The beginning of the script element with the annotations in a page to hand in: see [`inside`].
pub const IN_PAGE: &str = "<script type=\"application/ld+json\">";

/// Deepest nesting, so that a hostile file cannot exhaust the stack.
const DEEPEST: usize = 64;

/// The JSON of a file: the file itself, or the text after [`IN_PAGE`] in a page.
///
/// Brackets within strings are text, not nesting.
///
/// # Errors
/// If it is nested too deeply.
pub fn inside(text: &str) -> Result<&str, String> {
    let json = text.split_once(IN_PAGE).map_or(text, |(_, rest)| rest.split_once("</script>").map_or(rest, |(json, _)| json));
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut in_string, mut escaped) = (false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    if deepest > DEEPEST {
        Err(format!("expected at most {DEEPEST} brackets in each other, found {deepest}"))
    } else {
        Ok(json.trim_start_matches('\u{feff}'))
    }
}

/// Reads Web Annotations: a collection, a page, a list, or a single one, written by this program or another.
///
/// The second value is the number of annotations that were left out because they neither refer to a passage of an article nor answer a task,
/// and of targets behind the first of an annotation. `None` if there is no annotation at all.
pub fn read(json: &Json) -> Option<(Notebook, usize)> {
    let items = json.get("first").get("items").items();
    let items = if items.is_empty() { json.get("items").items() } else { items };
    let items = if items.is_empty() { json.items() } else { items };
    let targets = |item: &Json| item.get("target").items().len();
    if items.iter().all(|item| targets(item) == 0) {
        return None;
    }
    let more: usize = items.iter().map(|item| targets(item).saturating_sub(1)).sum();
    let (notes, rest): (Vec<_>, Vec<_>) = items.iter().map(|item| (item, note(item))).partition(|(_, note)| note.is_some());
    let mut book = Notebook::default();
    let ids: Vec<&str> = notes.iter().map(|(item, _)| item.get("id").text()).collect();
    let indices = book.absorb(notes.into_iter().filter_map(|(_, note)| note).collect());
    // Answers find their evidence by its id.
    let by_id: BTreeMap<&str, u32> = ids.into_iter().zip(indices).rev().filter(|(id, _)| !id.is_empty()).collect();
    let answers: Vec<Answer> = rest.iter().filter_map(|(item, _)| answer(item, &by_id)).collect();
    let left_out = rest.len() - answers.len() + more;
    book.absorb_answers(answers);
    book.tidy();
    Some((book, left_out))
}

/// The bodies of one purpose. A body without a purpose has that of the annotation; a plain string is a comment.
fn bodies<'a>(item: &'a Json, purpose: &str) -> String {
    let own = item.get("motivation").items().iter().any(|motivation| motivation.text() == purpose);
    let fits = |body: &&Json| match body.get("purpose").items() {
        [] => own || purpose == "commenting",
        purposes => purposes.iter().any(|other| other.text() == purpose),
    };
    let value = |body: &'a Json| if body.text().is_empty() { body.get("value").text() } else { body.text() };
    let all: Vec<&str> = item.get("body").items().iter().filter(fits).map(value).filter(|value| !value.is_empty()).collect();
    all.join("\n")
}

fn note(item: &Json) -> Option<Note> {
    let target = item.get("target").items().first()?;
    let article = article_of(target.get("source").text())?;
    let selectors = target.get("selector").items();
    let of = |kind: &str| selectors.iter().find(|selector| selector.get("type").text() == kind);
    let quote = of("TextQuoteSelector").filter(|quote| !quote.get("exact").text().is_empty())?;
    let text = |key: &str| quote.get(key).text().to_owned();
    let start = match of("TextPositionSelector").map(|place| place.get("start")) {
        Some(Json::Number(start)) if *start >= 0.0 => *start as u32,
        _ => 0,
    };
    let group = bodies(item, "tagging").trim().to_owned();
    Some(Note {
        article,
        quote: text("exact"),
        before: text("prefix"),
        after: text("suffix"),
        start,
        comment: bodies(item, "commenting"),
        group,
    })
}

/// The id of the article of an address, in a room or of its own page.
fn article_of(source: &str) -> Option<String> {
    let id = match source.split_once(ARTICLE) {
        Some((_, rest)) => rest.split('?').next()?,
        None => source.split('#').next()?.rsplit_once("artikel/")?.1.strip_suffix(".html")?,
    };
    (!id.is_empty()).then(|| id.to_owned())
}

fn answer(item: &Json, ids: &BTreeMap<&str, u32>) -> Option<Answer> {
    let target = item.get("target").items().first()?;
    if !target.get("source").text().ends_with(TASKS) {
        return None;
    }
    let task = target.get("selector").items().first()?.get("exact").text().to_owned();
    let links = item.get("body").items().iter().map(|body| body.get("source").text()).filter(|source| !source.is_empty());
    let evidence = links.filter_map(|link| ids.get(link).copied()).collect();
    (!task.is_empty()).then(|| Answer { task, text: bodies(item, "replying"), evidence })
}

#[cfg(test)]
mod tests {
    use super::super::Change;
    use super::*;

    fn parse(text: &str) -> Json {
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
    }

    fn full() -> Notebook {
        let note = |quote: &str, start, comment: &str, group: &str| Note {
            article: "003_a".into(),
            quote: quote.into(),
            before: "vor \"x\"\n".into(),
            after: " nach\\".into(),
            start,
            comment: comment.into(),
            group: group.into(),
        };
        let mut book = Notebook::default();
        book.apply(Change::Add(note("„Öl“ </script>", 7, "Zeile eins\nZeile zwei", "Stoffe & Mehr")));
        book.apply(Change::Add(note("Gas", 90, "", "")));
        book.apply(Change::Answer("1. Wer?".into(), "Beide.".into()));
        book.apply(Change::Prove("1. Wer?".into(), 1, true));
        book.apply(Change::Answer("2. Warum?".into(), "Unklar".into()));
        book
    }

    #[test]
    fn a_notebook_round_trips() {
        for room in ["", "https://example.org/raum/"] {
            let text = write(&full(), room);
            assert_eq!(read(&parse(&text)), Some((full(), 0)), "{text}");
        }
        assert_eq!(read(&parse(&write(&Notebook::default(), ""))), None);
    }

    #[test]
    fn written_annotations_follow_the_model() {
        let json: serde_json::Value = serde_json::from_str(&write(&full(), "https://example.org/")).expect("JSON");
        assert_eq!(json["@context"], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!((&json["type"], &json["total"]), (&"AnnotationCollection".into(), &4.into()));
        let first = &json["first"]["items"][0];
        assert_eq!((&first["type"], &first["motivation"]), (&"Annotation".into(), &"commenting".into()));
        assert_eq!(first["target"]["source"], "https://example.org/#/artikel/003_a");
        assert_eq!(first["target"]["selector"][1], serde_json::json!({ "type": "TextPositionSelector", "start": 7, "end": 21 }));
        assert_eq!(first["body"][1]["purpose"], "tagging");
        assert_eq!(json["first"]["items"][1]["motivation"], "highlighting");
        let whole = json.to_string();
        for word in ["creator", "created", "generator", "modified"] {
            assert!(!whole.contains(word), "{word}");
        }
    }

    #[test]
    fn a_notebook_is_read_from_a_page() {
        let text = write(&full(), "");
        let page = format!("<!doctype html><p>Belege</p>{IN_PAGE}{text}</script><p>Ende</p>");
        assert_eq!(inside(&page).map(str::trim), Ok(text.trim()));
        assert_eq!(inside("\u{feff}{}"), Ok("{}"));
        assert!(inside(&"[".repeat(100)).is_err());
    }

    #[test]
    fn annotations_of_other_programs_are_read() {
        let foreign = r##"[
            { "type": "Annotation", "body": "Stimmt das?", "target": { "source": "https://x.org/artikel/003_a.html#:~:text=a",
              "selector": { "type": "TextQuoteSelector", "exact": "Gas" } } },
            { "type": "Annotation", "motivation": ["tagging"], "body": [{ "value": "G" }], "target": [{ "source": "https://x.org/#/artikel/b?q=c",
              "selector": [{ "type": "TextPositionSelector", "start": -4, "end": 2 }, { "type": "TextQuoteSelector", "exact": "Öl", "prefix": "das " }] }] },
            { "type": "Annotation", "target": "https://x.org/bild.png" },
            { "type": "Annotation", "target": { "source": "#/artikel/b" } },
            7, null
        ]"##;
        let (book, odd) = read(&parse(foreign)).expect("annotations");
        assert_eq!(odd, 4);
        assert_eq!((book.notes[0].article.as_str(), book.notes[0].comment.as_str()), ("003_a", "Stimmt das?"));
        assert_eq!((book.notes[1].article.as_str(), book.notes[1].group.as_str(), book.notes[1].start), ("b", "G", 0));
        for none in ["{}", "[]", "7", "\"x\"", r#"{"first": {"items": []}}"#] {
            assert_eq!(read(&parse(none)), None, "{none}");
        }
    }
}
