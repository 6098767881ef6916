//! Names and dates as pages, for readers without scripts: `namen.html`, `zeit.html`, and further ones where they are long.

use super::html::escape;
use super::listing::{Dated, Listing, Name};
use zeitlupe_core::article::{Article, shorten};
use zeitlupe_core::entity::EntityKind;
use zeitlupe_core::event::Mode;
use zeitlupe_words::Lang;
use zeitlupe_words::format;

/// So many names, and so many dates, stand on a page.
const NAMES_A_PAGE: usize = 250;
const DATES_A_PAGE: usize = 200;
/// So many articles are linked from one name or date; the others are counted.
const LINKS: usize = 12;
/// The longest title in a link, in characters.
const TITLE: usize = 70;

/// One page of a list.
pub struct ListPage {
    /// Its file.
    pub file: String,
    /// Its title.
    pub title: String,
    /// Everything below its heading.
    pub html: String,
}

/// How the articles are linked: each by its label and the address of its page, or short, by its number in the list of a page that holds all.
pub struct Links<'a> {
    articles: &'a [Article],
    href: &'a dyn Fn(usize) -> String,
    is_short: bool,
}

impl<'a> Links<'a> {
    /// By what they are called; `href` gives the address of an article by its place.
    pub fn by_label(articles: &'a [Article], href: &'a dyn Fn(usize) -> String) -> Self {
        Self { articles, href, is_short: false }
    }

    /// By their numbers.
    pub fn by_number(articles: &'a [Article], href: &'a dyn Fn(usize) -> String) -> Self {
        Self { articles, href, is_short: true }
    }

    fn render(&self, articles: &[u32]) -> String {
        let link = |at: &u32| {
            let at = *at as usize;
            let article = self.articles.get(at)?;
            let label = if self.is_short { (at + 1).to_string() } else { shorten(&article.label(), TITLE) };
            Some(format!("<a href=\"{}\">{}</a>", escape(&(self.href)(at)), escape(&label)))
        };
        let all: Vec<String> = articles.iter().take(LINKS).filter_map(link).collect();
        let before = if self.is_short { if all.len() == 1 { "Artikel " } else { "Artikel: " } } else { "" };
        let rest = articles.len().saturating_sub(LINKS);
        let more = if rest > 0 { format!(" und {} weitere", format::number(rest as u32, Lang::De)) } else { String::new() };
        before.to_owned() + &all.join(if self.is_short { ", " } else { " · " }) + &more
    }
}

/// Names by kind, with counts and the articles that name them; a heading of `level` for each kind.
pub fn names(all: &[Name], links: &Links, level: u8) -> String {
    let words = Lang::De.words();
    let mut html = String::new();
    for of_kind in all.chunk_by(|a, b| a.kind == b.kind) {
        let at = EntityKind::ALL.iter().position(|kind| *kind == of_kind[0].kind).unwrap_or_default();
        html.push_str(&format!("<h{level}>{}</h{level}>\n<ul class=\"static-names\">\n", words.kinds[at]));
        for Name { name, mentions, articles, .. } in of_kind {
            html.push_str(&format!(
                "<li><b>{}</b> {} <span class=\"static-facts\">{}</span></li>\n",
                escape(name),
                format::number(*mentions, Lang::De),
                links.render(articles)
            ));
        }
        html.push_str("</ul>\n");
    }
    html
}

/// Dates in order of time, with what is told and by whom; a heading of `level` for each year.
pub fn dates(all: &[Dated], links: &Links, level: u8) -> String {
    let words = Lang::De.words();
    let mut html = String::new();
    for of_year in all.chunk_by(|a, b| a.days.0.civil().0 == b.days.0.civil().0) {
        html.push_str(&format!("<h{level}>{}</h{level}>\n<ul class=\"static-dates\">\n", of_year[0].days.0.civil().0));
        for Dated { days, is_report, mode, text, articles } in of_year {
            let told = match mode {
                _ if *is_report => words.item_kinds[0].to_owned(),
                Mode::Planned => format!("{} ({})", escape(text), words.modes[2]),
                Mode::Denied => format!("{} ({})", escape(text), words.modes[3]),
                _ => escape(text),
            };
            html.push_str(&format!(
                "<li><b>{}</b> {told} <span class=\"static-facts\">{}</span></li>\n",
                escape(&format::stretch(days.0, days.1, Lang::De)),
                links.render(articles)
            ));
        }
        html.push_str("</ul>\n");
    }
    html
}

/// The pages of names and of dates; a kind of which there is nothing has none.
pub fn pages(listing: &Listing, links: &Links) -> Vec<ListPage> {
    let words = Lang::De.words();
    let mut out = Vec::new();
    let shown = listing.names.len();
    let note = if shown < listing.all_names {
        let number = |n: usize| format::number(n as u32, Lang::De);
        format!("<p class=\"static-note\">Die {} häufigsten von {} Namen.</p>\n", number(shown), number(listing.all_names))
    } else {
        String::new()
    };
    let chunks: Vec<&[Name]> = listing.names.chunks(NAMES_A_PAGE).collect();
    for (n, chunk) in chunks.iter().enumerate() {
        let html = note.clone() + &names(chunk, links, 2) + &turn("namen", n, chunks.len());
        out.push(ListPage { file: file("namen", n), title: title(words.names, n), html });
    }
    let chunks: Vec<&[Dated]> = listing.dates.chunks(DATES_A_PAGE).collect();
    for (n, chunk) in chunks.iter().enumerate() {
        let years = if n == 0 { years(&chunks) } else { String::new() };
        let html = years + &dates(chunk, links, 2) + &turn("zeit", n, chunks.len());
        out.push(ListPage { file: file("zeit", n), title: title(words.time, n), html });
    }
    out
}

/// Links to the pages on which years begin, where there is more than one page.
fn years(chunks: &[&[Dated]]) -> String {
    if chunks.len() < 2 {
        return String::new();
    }
    let mut html = String::from("<nav aria-label=\"Jahre\" class=\"static-pages\">\n");
    let mut last = None;
    for (n, chunk) in chunks.iter().enumerate() {
        for year in chunk.iter().map(|dated| dated.days.0.civil().0) {
            if last.replace(year) != Some(year) {
                html.push_str(&format!("<a href=\"{}\">{year}</a>\n", file("zeit", n)));
            }
        }
    }
    html + "</nav>\n"
}

/// The way to the pages before and behind one of `count`.
pub fn turn(stem: &str, n: usize, count: usize) -> String {
    if count < 2 {
        return String::new();
    }
    let link = |n: usize, words: &str| format!("<a href=\"{}\">{words}</a>\n", file(stem, n));
    let back = if n > 0 { link(n - 1, "Vorige Seite") } else { String::new() };
    let on = if n + 1 < count { link(n + 1, "Nächste Seite") } else { String::new() };
    format!("<p class=\"static-pages\">Seite {} von {count} {back}{on}</p>\n", n + 1)
}

/// The file of a page, counted from 0.
pub fn file(stem: &str, n: usize) -> String {
    match (stem, n) {
        ("liste", 0) => "index.html".into(),
        (stem, 0) => format!("{stem}.html"),
        (stem, n) => format!("{stem}-{}.html", n + 1),
    }
}

fn title(words: &str, n: usize) -> String {
    if n == 0 { words.to_owned() } else { format!("{words}, Seite {}", n + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_core::day::Day;

    fn listing(names: usize, dates: usize) -> Listing {
        let day = |n: usize| Day::from_civil(2020 + n as i32 / 300, 2, 4).expect("a day");
        let name = |n: usize| Name { kind: EntityKind::Per, name: format!("<b>N{n}"), mentions: 1234, articles: (0..30).collect() };
        let dated = |n: usize| Dated {
            days: (day(n), day(n)),
            is_report: n.is_multiple_of(2),
            mode: Mode::Planned,
            text: "A & B".into(),
            articles: vec![0],
        };
        Listing {
            names: (0..names).map(name).collect(),
            all_names: names + 5,
            dates: (0..dates).map(dated).collect(),
            ..Listing::default()
        }
    }

    #[test]
    fn long_lists_are_paged_and_years_lead_to_their_page() {
        let articles = vec![Article::default(); 30];
        let href = |n: usize| format!("artikel/{n}.html");
        let pages = pages(&listing(501, 401), &Links::by_label(&articles, &href));
        let files: Vec<&str> = pages.iter().map(|page| page.file.as_str()).collect();
        assert_eq!(files, ["namen.html", "namen-2.html", "namen-3.html", "zeit.html", "zeit-2.html", "zeit-3.html"]);
        assert!(pages[0].html.contains("Die 501 häufigsten von 506 Namen.") && pages[0].html.contains("&lt;b&gt;N0</b> 1.234 "));
        assert!(pages[0].html.contains("und 18 weitere"));
        assert!(pages[3].html.contains("<a href=\"zeit.html\">2020</a>") && pages[3].html.contains("<a href=\"zeit-2.html\">2021</a>"));
        assert!(pages[3].html.contains("A &amp; B (geplant)") && pages[3].html.contains("</b> Bericht "));
        assert!(pages[4].html.contains("zeit.html\">Vorige") && pages[4].html.contains("zeit-3.html\">Nächste"));
    }

    #[test]
    fn nothing_makes_no_page() {
        assert!(pages(&Listing::default(), &Links::by_number(&[], &|_| String::new())).is_empty());
    }
}
