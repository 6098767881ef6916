//! Names and dates as pages, for readers without scripts: `namen.html`, `zeit.html`, and further ones where they are long.

use super::heading::heading;
use super::listing::{Dated, Listing, Name};
use super::paths::list_page;
use maud::{Markup, html};
use zeitlupe_core::article::{Article, shorten};
use zeitlupe_core::entity::EntityKind;
use zeitlupe_core::event::Mode;
use zeitlupe_words::{Lang, format};

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
    pub body: Markup,
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

    /// Links to the first of these articles, and how many more there are.
    fn render(&self, articles: &[u32]) -> Markup {
        let known = articles.iter().take(LINKS).filter_map(|&at| Some((at as usize, self.articles.get(at as usize)?)));
        let known: Vec<(usize, &Article)> = known.collect();
        let rest = articles.len().saturating_sub(LINKS);
        html! {
            @if self.is_short { @if known.len() == 1 { "Artikel " } @else { "Artikel: " } }
            @for (n, (at, article)) in known.iter().enumerate() {
                @if n > 0 { @if self.is_short { ", " } @else { " · " } }
                a href=((self.href)(*at)) { @if self.is_short { (at + 1) } @else { (shorten(&article.label(), TITLE)) } }
            }
            @if rest > 0 { " und " (number(rest)) " weitere" }
        }
    }
}

fn number(n: usize) -> String {
    format::number(u32::try_from(n).unwrap_or(u32::MAX), Lang::De)
}

/// Names by kind, with counts and the articles that name them; a heading of `level` for each kind.
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
                        span.static-facts { (links.render(&name.articles)) }
                    }
                }
            }
        }
    }
}

/// Dates in order of time, with what is told and by whom; a heading of `level` for each year.
pub fn dates(all: &[Dated], links: &Links, level: u8) -> Markup {
    html! {
        @for of_year in all.chunk_by(|a, b| year(a) == year(b)) {
            (heading(level, None, html! { (year(&of_year[0])) }))
            ul.static-dates {
                @for dated in of_year {
                    li {
                        b { (format::period(dated.days.0, dated.days.1, Lang::De)) } " " (told(dated)) " "
                        span.static-facts { (links.render(&dated.articles)) }
                    }
                }
            }
        }
    }
}

/// The year in which it begins.
fn year(dated: &Dated) -> i32 {
    dated.days.0.civil().0
}

/// What is told of a day: the words, and whether they tell it as to come or as not so.
fn told(Dated { is_report, mode, text, .. }: &Dated) -> Markup {
    let words = Lang::De.words();
    match mode {
        _ if *is_report => html! { (words.timeline.item_kinds[0]) },
        Mode::Planned => html! { (text) " (" (words.timeline.modes[2]) ")" },
        Mode::Denied => html! { (text) " (" (words.timeline.modes[3]) ")" },
        _ => html! { (text) },
    }
}

/// The pages of names and of dates; a kind of which there is nothing has none.
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
    let chunks: Vec<&[Name]> = listing.names.chunks(NAMES_A_PAGE).collect();
    let page = |(n, chunk): (usize, &&[Name])| {
        let body = html! { (note) (names(chunk, links, 2)) (turn("namen", n, chunks.len())) };
        ListPage { file: list_page("namen", n), title: title(Lang::De.words().names.title, n), body }
    };
    chunks.iter().enumerate().map(page).collect()
}

fn date_pages(listing: &Listing, links: &Links) -> Vec<ListPage> {
    let chunks: Vec<&[Dated]> = listing.dates.chunks(DATES_A_PAGE).collect();
    let page = |(n, chunk): (usize, &&[Dated])| {
        let body = html! { @if n == 0 { (years(&chunks)) } (dates(chunk, links, 2)) (turn("zeit", n, chunks.len())) };
        ListPage { file: list_page("zeit", n), title: title(Lang::De.words().timeline.title, n), body }
    };
    chunks.iter().enumerate().map(page).collect()
}

/// Links to the pages on which years begin, where there is more than one page.
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

/// Links to the pages before and behind page `n` of `count`, counted from 0; nothing where there is only one.
pub fn turn(list: &str, n: usize, count: usize) -> Markup {
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
    fn long_lists_are_paged_and_years_lead_to_their_page() {
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
    fn nothing_makes_no_page() {
        assert!(pages(&Listing::default(), &Links::by_number(&[], &|_| String::new())).is_empty());
    }
}
