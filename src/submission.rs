//! What a reader hands in: a page that can be read without this program, and read in again.

use std::fmt::Write;
use zeitlupe_core::annotation::{self, IN_PAGE, Note, Notebook};
use zeitlupe_core::view::Summary;
use zeitlupe_words::Lang;
use zeitlupe_words::address::{Address, Page, Passage};
use zeitlupe_words::format;

/// `text` as the text of an element of a page.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' => out.push_str("<br>"),
            c => out.push(c),
        }
    }
    out
}

/// What an article is called, from whom, and when, in a line.
pub fn source_line(summary: &Summary, lang: Lang) -> String {
    let source = format::source(summary.source.as_deref(), lang.words());
    format!("{} · {source} · {}", summary.label, format::published(summary.date.as_ref(), lang))
}

/// The notes of a group, by their places; the empty name: those of none.
pub fn of_group<'a>(notebook: &'a Notebook, group: &'a str) -> impl Iterator<Item = (usize, &'a Note)> {
    notebook.notes.iter().enumerate().filter(move |(_, note)| note.group == group)
}

/// A page with all answers and notes, in groups, each with the way to its place, and the same as Web Annotations inside. `room` is the
/// address of the room, empty where nobody else can reach it: then nothing leads there; `summaries` are those of its articles, `title` is
/// its name.
pub fn page(notebook: &Notebook, summaries: &[Summary], title: &str, room: &str, lang: Lang) -> String {
    let words = &lang.words().notes;
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{words} – {title}</title>\n<style>{STYLE}</style>\n\
         </head>\n<body>\n<h1>{words}</h1>\n<p>{title}</p>\n",
        tag = lang.tag(),
        words = words.title,
        title = escaped(title),
    );
    // Writing to a string does not fail.
    for answer in &notebook.answers {
        let _ = write!(html, "<h2>{}</h2>\n<p>{}</p>\n", escaped(&answer.task), escaped(&answer.text));
        let proofs: Vec<String> =
            answer.evidence.iter().map(|at| format!("<a href=\"#beleg-{0}\">{1} {0}</a>", at + 1, words.one)).collect();
        if !proofs.is_empty() {
            let _ = writeln!(html, "<p class=\"source\">{} {}</p>", words.proof, proofs.join(", "));
        }
    }
    for group in std::iter::once("").chain(notebook.groups.iter().map(String::as_str)) {
        let mut notes = of_group(notebook, group).peekable();
        if notes.peek().is_some() && !(notebook.groups.is_empty() && notebook.answers.is_empty()) {
            let named = if group.is_empty() { words.ungrouped } else { group };
            let _ = writeln!(html, "<h2>{}</h2>", escaped(if notebook.groups.is_empty() { words.title } else { named }));
        }
        for (at, note) in notes {
            let source = summaries.iter().find(|summary| summary.id == note.article);
            let source = match source {
                None => escaped(&format!("{} ({})", words.gone, note.article)),
                Some(summary) if room.is_empty() => escaped(&source_line(summary, lang)),
                Some(summary) => {
                    let passage = Some(Passage { start: note.start, quote: note.quote.clone() });
                    let there = Address { page: Page::Article(note.article.clone()), passage, lang, ..Address::default() };
                    format!("<a href=\"{}{}\">{}</a>", escaped(room), escaped(&there.href()), escaped(&source_line(summary, lang)))
                }
            };
            let _ = write!(
                html,
                "<section id=\"beleg-{0}\">\n<blockquote lang=\"de\">{1}</blockquote>\n<p class=\"source\">{2} {0} · {3}</p>\n",
                at + 1,
                escaped(&note.quote),
                words.one,
                source
            );
            if !note.comment.is_empty() {
                let _ = writeln!(html, "<p>{}</p>", escaped(&note.comment));
            }
            html.push_str("</section>\n");
        }
    }
    let _ = write!(html, "{IN_PAGE}{}</script>\n</body>\n</html>\n", annotation::write(notebook, room));
    html
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
        let html = page(&book, &summaries, "Raum <1>", "https://example.org/", Lang::De);
        for wanted in [
            "&lt;i&gt;„Öl“&lt;/i&gt;",
            "Ein Titel · dpa",
            "G &amp; H",
            "Xi &amp; Putin",
            "#beleg-2",
            "<a href=\"https://example.org/#/artikel/a?stelle=0;",
            "Zeile 1<br>&lt;/script&gt;",
            "Raum &lt;1&gt;",
        ] {
            assert!(html.contains(wanted), "{wanted} in {html}");
        }
        let unreachable = page(&book, &summaries, "Raum", "", Lang::De);
        assert!(unreachable.contains("Ein Titel · dpa") && !unreachable.contains("href=\"http"));
        assert_eq!(html.matches("<script").count(), 1);
        assert!(!html.contains("<i>") && !html.contains("<b>") && !html.contains("<Wer>"));
        let json: zeitlupe_core::json::Json = serde_json::from_str(inside(&html).expect("it is shallow")).expect("it is JSON");
        assert_eq!(annotation::read(&json), Some((book, 0)));
    }
}
