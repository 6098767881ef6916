//! Fixed pages, tasks, tours and imprint as static pages, readable and printable without JavaScript.

use super::content::Content;
use super::paths::FIRST;
use super::prose::{blocks, inline};
use maud::{Markup, html};
use zeitlupe_core::lesson::{Station, Task, Tour};
use zeitlupe_core::prose::{Block, Piece, plain};
use zeitlupe_words::Lang;
use zeitlupe_words::address::{Address, Page, Stop};

/// The file of the tours, which are not a view of the app.
const TOURS: &str = "fuehrungen.html";

/// A static page.
pub struct FixedPage {
    /// The file name.
    pub file: String,
    /// The title, which is also the heading.
    pub title: String,
    /// The content below the heading.
    pub body: Markup,
}

impl FixedPage {
    /// Whether it belongs to a lesson: tasks and tours.
    pub fn is_lesson(&self) -> bool {
        self.file == TOURS || self.file == Page::Tasks.file()
    }
}

/// All pages with content, with links between their files.
pub fn all(content: &Content) -> Vec<FixedPage> {
    pages(content, &target)
}

/// Tasks, tours and imprint as sections of the single page; the fixed pages are left out for size.
pub fn sections(content: &Content) -> Markup {
    let all = pages(content, &str::to_owned).into_iter();
    let own = all.filter(|page| page.is_lesson() || page.file == Page::Imprint.file());
    html! { @for page in own { section { h2 { (page.title) } (page.body) } } }
}

/// The target of a link into the room, seen from a page in the root folder.
fn target(link: &str) -> String {
    let same = Page::all().find(|page| page.entry().texts && link.strip_prefix("#/") == Some(page.entry().path));
    same.map_or_else(|| format!("{FIRST}{link}"), |page| page.file())
}

fn pages(content: &Content, target: &dyn Fn(&str) -> String) -> Vec<FixedPage> {
    let (extras, [pages, _]) = (&content.site_info.extras, &content.site_info.pages);
    let words = &Lang::De.words().lesson;
    let mut out = Vec::new();
    if !extras.tasks.tasks.is_empty() {
        let title = if extras.tasks.title.is_empty() { words.tasks } else { &extras.tasks.title };
        let body = html! { (prose(&extras.tasks.intro, target)) @for one in &extras.tasks.tasks { (task(one, target)) } };
        out.push(FixedPage { file: Page::Tasks.file(), title: title.to_owned(), body });
    }
    if !extras.tours.is_empty() {
        let body = html! { @for (n, one) in (1..).zip(&extras.tours) { (tour(n, one, target)) } };
        out.push(FixedPage { file: TOURS.to_owned(), title: words.tours.to_owned(), body });
    }
    let about = [&pages.about[..], &pages.limits[..]].concat();
    out.push(FixedPage { file: Page::About.file(), title: words.about.to_owned(), body: prose(&about, target) });
    let unknown = [Block::Paragraph(vec![Piece::plain(words.no_imprint)])];
    let imprint = if extras.imprint.is_empty() { &unknown[..] } else { &extras.imprint };
    let rest = [(Page::Privacy, &pages.privacy[..]), (Page::Access, &pages.access), (Page::Imprint, imprint)];
    out.extend(rest.into_iter().zip(words.fixed_pages).map(|((page, blocks), name)| titled(page.file(), name, blocks, target)));
    out
}

/// A page with its first heading as title, if it begins with one, else `name`.
fn titled(file: String, name: &str, blocks: &[Block], target: &dyn Fn(&str) -> String) -> FixedPage {
    let (title, rest) = match blocks {
        [Block::Heading(1, title), rest @ ..] => (plain(title), rest),
        _ => (name.to_owned(), blocks),
    };
    FixedPage { file, title, body: prose(rest, target) }
}

fn prose(all: &[Block], target: &dyn Fn(&str) -> String) -> Markup {
    html! { div.prose { (blocks(all, 2, target)) } }
}

fn task(Task { heading, blocks: all, space }: &Task, target: &dyn Fn(&str) -> String) -> Markup {
    html! {
        section.task {
            h2 { (heading) }
            div.prose { (blocks(all, 3, target)) }
            div.ruled { @for _ in 0..space.lines() { i {} } }
        }
    }
}

fn tour(number: u32, tour: &Tour, target: &dyn Fn(&str) -> String) -> Markup {
    let href = |n, station: &Station| {
        let stop = Some(Stop { tour: number, station: n });
        target(&Address { stop, ..Address::parse(&station.address).0 }.href())
    };
    html! {
        section {
            h2 { (tour.title) }
            ol.static-list {
                @for (n, one) in (1..).zip(&tour.stations) { li { a href=(href(n, one)) { (inline(&unlinked(one), target)) } } }
            }
        }
    }
}

/// The sentence of a station without inner links, because it is a link itself.
fn unlinked(station: &Station) -> Vec<Piece> {
    station.words.iter().map(|piece| Piece { link: None, ..piece.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::listing::Listing;
    use super::*;
    use zeitlupe_core::bundle::{Bundle, Corpus, build};
    use zeitlupe_core::lesson::Extras;
    use zeitlupe_core::view::SiteInfo;
    use zeitlupe_ingest::lesson::{read_tasks, read_tours};
    use zeitlupe_ingest::prose::read;

    /// The pages, and the sections of the single page.
    fn rendered(tasks: &str, tours: &str, imprint: &str) -> (Vec<FixedPage>, String) {
        let extras = Extras { imprint: read(imprint), tasks: read_tasks(tasks).0, tours: read_tours(tours).0 };
        let (site_info, listing) = (SiteInfo::new(&[], &extras, &zeitlupe_ingest::pages()), Listing::default());
        let bundle: Bundle = build(&Corpus::default(), &mut |_| ());
        let content = Content {
            title: "",
            articles: &[],
            bundle: &bundle,
            site_info: &site_info,
            built_on: None,
            listing: &listing,
            url: None,
            class: false,
        };
        (all(&content), sections(&content).into_string())
    }

    fn files(pages: &[FixedPage]) -> Vec<&str> {
        pages.iter().map(|page| page.file.as_str()).collect()
    }

    #[test]
    fn there_is_a_page_for_each_content() {
        let fixed = ["ueber.html", "datenschutz.html", "barrierefreiheit.html", "impressum.html"];
        assert_eq!(files(&rendered("", "", "").0), fixed);
        let (pages, sections) = rendered(
            "## Wer?\n[Suchen](#/suche?q=x)\n(kurze Antwort)",
            "# Weg\n1. [Los](#/zeit?liste) gehen",
            "# Impressum\nSchule <am> Park",
        );
        assert_eq!(files(&pages), [&["aufgaben.html", "fuehrungen.html"][..], &fixed].concat());
        let of = |file: &str| pages.iter().find(|page| page.file == file).expect(file);
        assert_eq!((of("aufgaben.html").title.as_str(), of("impressum.html").title.as_str()), ("Aufgaben", "Impressum"));
        assert!(of("aufgaben.html").body.0.contains("href=\"index.html#/suche?q=x\""));
        assert_eq!(of("aufgaben.html").body.0.matches("<i></i>").count(), 2);
        assert!(of(TOURS).body.0.contains("<li><a href=\"index.html#/zeit?liste&amp;tour=1,1\">Los gehen</a></li>"));
        assert_eq!(of("impressum.html").body.0, "<div class=\"prose\"><p>Schule &lt;am&gt; Park</p></div>");
        assert!(of("datenschutz.html").body.0.contains("href=\"impressum.html\""));
        assert!(sections.contains("href=\"#/suche?q=x\"") && sections.contains("Schule &lt;am&gt; Park") && !sections.contains("GitHub"));
    }
}
