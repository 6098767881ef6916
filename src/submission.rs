//! What a reader hands in: a page that can be read without this program, and read in again.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::collections::BTreeMap;
use zeitlupe_core::annotation::{self, Answer, IN_PAGE, Note, Notebook};
use zeitlupe_core::view::Summary;
use zeitlupe_words::Lang;
use zeitlupe_words::address::{Address, Page, Passage};
use zeitlupe_words::format;

/// What an article is called, from whom, and when, in a line.
pub fn source_line(summary: &Summary, lang: Lang) -> String {
    let source = format::source(summary.source.as_deref(), lang.words());
    format!("{} · {source} · {}", summary.label, format::published(summary.date.as_ref(), lang))
}

/// A group: its name, empty for none, and its notes with their indices.
pub type Group<'a> = (&'a str, Vec<(usize, &'a Note)>);

/// The notes without a group, then those of each group.
pub fn groups(notebook: &Notebook) -> Vec<Group<'_>> {
    let names = std::iter::once("").chain(notebook.groups.iter().map(String::as_str));
    let mut groups: Vec<Group<'_>> = names.map(|name| (name, Vec::new())).collect();
    let places: BTreeMap<&str, usize> = groups.iter().enumerate().map(|(at, (name, _))| (*name, at)).collect();
    for (at, note) in notebook.notes.iter().enumerate() {
        if let Some(group) = places.get(note.group.as_str()) {
            groups[*group].1.push((at, note));
        }
    }
    groups
}

/// The articles of a room, by their ids.
pub struct Articles<'a> {
    list: &'a [Summary],
    places: BTreeMap<&'a str, usize>,
    is_loaded: bool,
}

impl<'a> Articles<'a> {
    /// The articles with these summaries; `None` if these are not loaded.
    pub fn of(list: Option<&'a [Summary]>) -> Self {
        let (is_loaded, list) = (list.is_some(), list.unwrap_or_default());
        // Of two with the same id, the first.
        let places = list.iter().enumerate().rev().map(|(at, summary)| (summary.id.as_str(), at)).collect();
        Self { list, places, is_loaded }
    }

    /// The article with an id.
    pub fn get(&self, id: &str) -> Option<&'a Summary> {
        self.places.get(id).map(|at| &self.list[*at])
    }

    /// Whether there is surely no article with this id.
    pub fn is_gone(&self, id: &str) -> bool {
        self.is_loaded && self.get(id).is_none()
    }
}

/// A page with all answers and notes, in groups, each with a link to its passage, and the same as Web Annotations inside. `room` is the
/// address of the room, empty where nobody else can reach it: then nothing is linked; `articles` are those in it, `title` is its name.
pub fn page(notebook: &Notebook, articles: &Articles<'_>, title: &str, room: &str, lang: Lang) -> String {
    let words = &lang.words().notes;
    let writer = Writer { notebook, articles, room, lang };
    let page = html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (words.title) " – " (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (words.title) }
                p { (title) }
                @for answer in &notebook.answers { (writer.answer(answer)) }
                @for (group, notes) in groups(notebook) { (writer.group(group, &notes)) }
                (PreEscaped(IN_PAGE)) (PreEscaped(annotation::write(notebook, room))) (PreEscaped("</script>"))
            }
        }
    };
    page.into_string()
}

struct Writer<'a> {
    notebook: &'a Notebook,
    articles: &'a Articles<'a>,
    room: &'a str,
    lang: Lang,
}

impl Writer<'_> {
    fn answer(&self, answer: &Answer) -> Markup {
        let words = &self.lang.words().notes;
        html! {
            h2 { (lines(&answer.task)) }
            p { (lines(&answer.text)) }
            @if !answer.evidence.is_empty() {
                p.source {
                    (words.proof)
                    @for (n, number) in answer.evidence.iter().map(|at| (at + 1).to_string()).enumerate() {
                        (if n == 0 { " " } else { ", " })
                        a href={ "#beleg-" (number) } { (words.one) " " (number) }
                    }
                }
            }
        }
    }

    /// The notes of a group below its name, which is left out where there is nothing else than notes without a group.
    fn group(&self, group: &str, notes: &[(usize, &Note)]) -> Markup {
        let Notebook { groups, answers, .. } = self.notebook;
        let words = &self.lang.words().notes;
        let is_named = !(notes.is_empty() || groups.is_empty() && answers.is_empty());
        let name = match group {
            "" if groups.is_empty() => words.title,
            "" => words.ungrouped,
            group => group,
        };
        html! {
            @if is_named { h2 { (name) } }
            @for (at, note) in notes { (self.note(*at, note)) }
        }
    }

    fn note(&self, at: usize, note: &Note) -> Markup {
        let words = &self.lang.words().notes;
        let number = (at + 1).to_string();
        html! {
            section id={ "beleg-" (number) } {
                blockquote lang="de" { (lines(&note.quote)) }
                p.source { (words.one) " " (number) " · " (self.source(note)) }
                @if !note.comment.is_empty() { p { (lines(&note.comment)) } }
            }
        }
    }

    /// The article of a note, with a link to the passage where the room can be reached.
    fn source(&self, note: &Note) -> Markup {
        let Some(summary) = self.articles.get(&note.article) else {
            let words = &self.lang.words().notes;
            let why = if self.articles.is_gone(&note.article) { words.gone } else { words.no_titles };
            return html! { (why) " (" (note.article) ")" };
        };
        let line = source_line(summary, self.lang);
        if self.room.is_empty() {
            return html! { (line) };
        }
        let passage = Some(Passage { start: note.start, quote: note.quote.clone() });
        let there = Address { page: Page::Article(note.article.clone()), passage, lang: self.lang, ..Address::default() };
        html! { a href={ (self.room) (there.href()) } { (line) } }
    }
}

/// A text with its line breaks.
fn lines(text: &str) -> Markup {
    html! {
        @for (n, line) in text.split('\n').enumerate() {
            @if n > 0 { br; }
            (line)
        }
    }
}

/// How the page looks, on screens and on paper.
const STYLE: &str = "body{font:1.05rem/1.5 Charter,'Bitstream Charter',Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem}\
h1,h2{line-height:1.2}h2{margin-top:2rem;font-size:1.2rem}blockquote{margin:1.5rem 0 .3rem;padding-left:1rem;border-left:3px solid #8d8678}\
.source{font:.85rem/1.4 system-ui,sans-serif;margin:.2rem 0}section{break-inside:avoid}";

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_core::annotation::{Change, inside};

    fn note(quote: &str) -> Note {
        Note { article: "a".into(), quote: quote.into(), ..Note::default() }
    }

    #[test]
    fn the_page_lists_everything_and_can_be_read_back() {
        let mut book = Notebook::default();
        book.apply(Change::Add(Note { comment: "Zeile 1\n</script><b>".into(), ..note("<i>„Öl“</i>") }));
        book.apply(Change::Add(Note { group: "G & H".into(), article: "fort".into(), ..note("Gas") }));
        book.apply(Change::Answer("1. <Wer>?".into(), "Xi & Putin".into()));
        book.apply(Change::Prove("1. <Wer>?".into(), 1, true));
        let summaries = [Summary { id: "a".into(), label: "Ein Titel".into(), source: Some("dpa".into()), ..Summary::default() }];
        let articles = Articles::of(Some(&summaries));
        let html = page(&book, &articles, "Raum <1>", "https://example.org/", Lang::De);
        for wanted in [
            "&lt;i&gt;„Öl“&lt;/i&gt;",
            "Ein Titel · dpa",
            "G &amp; H",
            "Xi &amp; Putin",
            "#beleg-2",
            "<a href=\"https://example.org/#/artikel/a?stelle=0;",
            "Zeile 1<br>&lt;/script&gt;",
            "Raum &lt;1&gt;",
            "Diesen Artikel gibt es in diesem Lesesaal nicht. (fort)",
        ] {
            assert!(html.contains(wanted), "{wanted} in {html}");
        }
        let unreachable = page(&book, &articles, "Raum", "", Lang::De);
        assert!(unreachable.contains("Ein Titel · dpa") && !unreachable.contains("href=\"http"));
        let untitled = page(&book, &Articles::of(None), "Raum", "", Lang::De);
        assert!(!untitled.contains("gibt es in diesem Lesesaal nicht") && untitled.contains("nicht geladen"), "{untitled}");
        assert_eq!(html.matches("<script").count(), 1);
        assert!(!html.contains("<i>") && !html.contains("<b>") && !html.contains("<Wer>"));
        let json: zeitlupe_core::json::Json = serde_json::from_str(inside(&html).expect("it is shallow")).expect("it is JSON");
        assert_eq!(annotation::read(&json), Some((book, 0)));
    }

    #[test]
    fn each_note_is_in_one_group() {
        let mut book = Notebook::default();
        for (quote, group) in [("Öl", "B"), ("Gas", ""), ("Xi", "A"), ("Uran", "B")] {
            book.apply(Change::Merge(Notebook { notes: vec![Note { group: group.into(), ..note(quote) }], ..Notebook::default() }));
        }
        let shown: Vec<String> = groups(&book)
            .iter()
            .map(|(name, notes)| {
                format!("{name}: {}", notes.iter().map(|(at, note)| format!("{at} {}", note.quote)).collect::<Vec<_>>().join(", "))
            })
            .collect();
        assert_eq!(shown, [": 1 Gas", "B: 0 Öl, 3 Uran", "A: 2 Xi"]);
    }
}
