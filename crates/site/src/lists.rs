//! Names and dates as static pages: `namen.html`, `zeit.html`, and further pages of long lists.

use super::heading::heading;
use super::listing::{Dated, Listing, Name};
use super::paths::list_page;
use maud::{Markup, html};
use zeitlupe_core::article::{Article, shorten};
use zeitlupe_core::entity::EntityKind;
use zeitlupe_core::event::Mode;
use zeitlupe_words::{Lang, format};

/// The number of names, and of dates, on a page.
const NAMES_PER_PAGE: usize = 250;
const DATES_PER_PAGE: usize = 200;
/// The most articles linked from a name or date; the others are only counted.
const LINKS: usize = 12;
/// The longest title in a link, in characters.
const MAX_TITLE: usize = 70;

/// A page of a list.
pub struct ListPage {
    /// The file name.
    pub file: String,
    /// The title.
    pub title: String,
    /// The content below the heading.
    pub body: Markup,
}

/// How to link to articles: by title and address, or by number on a page with all articles.
pub struct Links<'a> {
    articles: &'a [Article],
    href: &'a dyn Fn(usize) -> String,
    is_short: bool,
}

impl<'a> Links<'a> {
    /// By title; `href` gives the address of an article by its index.
    pub fn by_label(articles: &'a [Article], href: &'a dyn Fn(usize) -> String) -> Self {
        Self { articles, href, is_short: false }
    }

    /// By number.
    pub fn by_number(articles: &'a [Article], href: &'a dyn Fn(usize) -> String) -> Self {
        Self { articles, href, is_short: true }
    }

    /// Links to the first of these articles, and the number of the others.
    fn render(&self, articles: &[u32]) -> Markup {
        let known = articles.iter().take(LINKS).filter_map(|&at| Some((at as usize, self.articles.get(at as usize)?)));
        let known: Vec<(usize, &Article)> = known.collect();
        let rest = articles.len().saturating_sub(LINKS);
        html! {
            @if self.is_short { @if known.len() == 1 { "Artikel " } @else { "Artikel: " } }
            @for (n, (at, article)) in known.iter().enumerate() {
                @if n > 0 { @if self.is_short { ", " } @else { " · " } }
                a href=((self.href)(*at)) { @if self.is_short { (at + 1) } @else { (shorten(&article.label(), MAX_TITLE)) } }
            }
            @if rest > 0 { " und " (number(rest)) " weitere" }
        }
    }
}

fn number(n: usize) -> String {
    format::number(u32::try_from(n).unwrap_or(u32::MAX), Lang::De)
}

/// Names by kind, with counts and articles; a heading of `level` for each kind.
pub fn names(all: &[Name], links: &Links, level: u8) -> Markup {
    let kind = |kind| {
        let at = EntityKind::ALL.iter().position(|other| *other == kind).unwrap_or_default();
        html! { (Lang::De.words().names.kinds[at]) }
    };
    html! {
        @for of_kind in all.chunk_by(|a, b| a.kind == b.kind) {
            (heading(level, None, kind(of_kind[0].kind)))
            ul.static-names {
                @for name in of_kind {
                    li {
                        b { (name.name) } " " (format::number(name.mentions, Lang::De)) " "
                        small { (links.render(&name.articles)) }
                    }
                }
            }
        }
    }
}

/// Dates in order of time, with events and articles; a heading of `level` for each year.
pub fn dates(all: &[Dated], links: &Links, level: u8) -> Markup {
    html! {
        @for of_year in all.chunk_by(|a, b| year(a) == year(b)) {
            (heading(level, None, html! { (year(&of_year[0])) }))
            ul.static-dates {
                @for dated in of_year {
                    li {
                        b { (format::period(dated.days.0, dated.days.1, Lang::De)) } " " (event_text(dated)) " "
                        small { (links.render(&dated.articles)) }
                    }
                }
            }
        }
    }
}

/// The year of the first day.
fn year(dated: &Dated) -> i32 {
    dated.days.0.civil().0
}

/// The clause of an event, with its modality.
fn event_text(Dated { is_report, mode, text, .. }: &Dated) -> Markup {
    let words = Lang::De.words();
    match mode {
        _ if *is_report => html! { (words.timeline.item_kinds[0]) },
        Mode::Planned => html! { (text) " (" (words.timeline.modes[2]) ")" },
        Mode::Denied => html! { (text) " (" (words.timeline.modes[3]) ")" },
        _ => html! { (text) },
    }
}

/// The pages of names and of dates; an empty list has none.
pub fn pages(listing: &Listing, links: &Links) -> Vec<ListPage> {
    let mut out = name_pages(listing, links);
    out.extend(date_pages(listing, links));
    out
}

fn name_pages(listing: &Listing, links: &Links) -> Vec<ListPage> {
    let (shown, all) = (listing.names.len(), listing.all_names);
    let note = html! {
        @if shown < all { p.static-note { "Die " (number(shown)) " häufigsten von " (number(all)) " Namen." } }
    };
    let chunks: Vec<&[Name]> = listing.names.chunks(NAMES_PER_PAGE).collect();
    let page = |(n, chunk): (usize, &&[Name])| {
        let body = html! { (note) (names(chunk, links, 2)) (page_links("namen", n, chunks.len())) };
        ListPage { file: list_page("namen", n), title: title(Lang::De.words().names.title, n), body }
    };
    chunks.iter().enumerate().map(page).collect()
}

fn date_pages(listing: &Listing, links: &Links) -> Vec<ListPage> {
    let chunks: Vec<&[Dated]> = listing.dates.chunks(DATES_PER_PAGE).collect();
    let page = |(n, chunk): (usize, &&[Dated])| {
        let body = html! { @if n == 0 { (years(&chunks)) } (dates(chunk, links, 2)) (page_links("zeit", n, chunks.len())) };
        ListPage { file: list_page("zeit", n), title: title(Lang::De.words().timeline.title, n), body }
    };
    chunks.iter().enumerate().map(page).collect()
}

/// Links to the page on which each year begins, if there are several pages.
fn years(chunks: &[&[Dated]]) -> Markup {
    let mut begins: Vec<(i32, usize)> = Vec::new();
    for (n, chunk) in chunks.iter().enumerate() {
        begins.extend(chunk.iter().map(|dated| (year(dated), n)));
    }
    begins.dedup_by_key(|(year, _)| *year);
    html! {
        @if chunks.len() > 1 {
            nav.static-pages aria-label="Jahre" { @for (year, n) in begins { a href=(list_page("zeit", n)) { (year) } " " } }
        }
    }
}

/// Links to the previous and next page of page `n` of `count`, counted from 0; empty if there is only one.
pub fn page_links(list: &str, n: usize, count: usize) -> Markup {
    html! {
        @if count > 1 {
            p.static-pages {
                "Seite " (n + 1) " von " (count)
                @if n > 0 { " " a href=(list_page(list, n - 1)) { "Vorige Seite" } }
                @if n + 1 < count { " " a href=(list_page(list, n + 1)) { "Nächste Seite" } }
            }
        }
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
    fn long_lists_have_pages_with_links_to_years() {
        let articles = vec![Article::default(); 30];
        let href = |n: usize| format!("artikel/{n}.html");
        let pages = pages(&listing(501, 401), &Links::by_label(&articles, &href));
        let files: Vec<&str> = pages.iter().map(|page| page.file.as_str()).collect();
        assert_eq!(files, ["namen.html", "namen-2.html", "namen-3.html", "zeit.html", "zeit-2.html", "zeit-3.html"]);
        assert!(pages[0].body.0.contains("Die 501 häufigsten von 506 Namen.") && pages[0].body.0.contains("&lt;b&gt;N0</b> 1.234 "));
        assert!(pages[0].body.0.contains("und 18 weitere"));
        assert!(pages[3].body.0.contains("<a href=\"zeit.html\">2020</a>") && pages[3].body.0.contains("<a href=\"zeit-2.html\">2021</a>"));
        assert!(pages[3].body.0.contains("A &amp; B (geplant)") && pages[3].body.0.contains("</b> Bericht "));
        assert!(pages[4].body.0.contains("zeit.html\">Vorige") && pages[4].body.0.contains("zeit-3.html\">Nächste"));
    }

    #[test]
    fn an_empty_list_has_no_page() {
        assert!(pages(&Listing::default(), &Links::by_number(&[], &|_| String::new())).is_empty());
    }
}
