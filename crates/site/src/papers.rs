//! Fixed pages, tasks, tours and imprint without the app: readable and printable without JavaScript.

use super::assemble::Content;
use super::front::Edges;
use super::html::escape;
use super::page::{Page, Policy};
use super::preview;
use super::prose::{html, inline};
use zeitlupe_core::lesson::{Station, Task, Tour};
use zeitlupe_core::prose::{Block, plain};
use zeitlupe_core::view::SiteInfo;
use zeitlupe_words::Lang;
use zeitlupe_words::address::{Address, Stop};

/// Files by what the room calls the views whose words they hold.
const FILES: [(&str, &str); 5] = [
    ("#/aufgaben", "aufgaben.html"),
    ("#/ueber", "ueber.html"),
    ("#/datenschutz", "datenschutz.html"),
    ("#/barrierefreiheit", "barrierefreiheit.html"),
    ("#/impressum", "impressum.html"),
];

/// The file of the tours, which are no view of the room.
const TOURS: &str = "fuehrungen.html";

/// A page: its file, its title, and what stands below that, as HTML.
struct Still {
    file: &'static str,
    title: String,
    body: String,
}

/// The pages as files; `links` are those to the style sheet, `edges` begin and end each page.
pub fn files(content: &Content, links: &str, Edges { head, foot }: &Edges) -> Vec<(String, String)> {
    let all = stills(content, &lead);
    let page = |still: &Still| {
        let body = format!("{head}<main class=\"static\">\n<h1>{}</h1>\n{}{foot}</main>\n", escape(&still.title), still.body);
        let title = format!("{} – {}", still.title, content.name());
        let page = Page {
            title: &title,
            description: &still.title,
            policy: Policy::Still,
            head: links.to_owned() + &preview::canonical(content, still.file),
            body,
        };
        (still.file.to_owned(), page.render())
    };
    all.iter().map(page).collect()
}

/// The files and titles of all the pages.
pub fn links(content: &Content) -> Vec<(&'static str, String)> {
    stills(content, &lead).into_iter().map(|still| (still.file, still.title)).collect()
}

/// The file of the page on the collection, where there is one.
pub fn about(content: &Content) -> Option<&'static str> {
    content.papers.and_then(|_| FILES.iter().find(|(view, _)| *view == "#/ueber")).map(|(_, file)| *file)
}

/// The ways to tasks and tours, for above the list of articles; nothing where there are none.
pub fn lesson(content: &Content) -> String {
    let links = links(content).into_iter().filter(|(file, _)| ["aufgaben.html", TOURS].contains(file));
    let links: String = links.map(|(file, title)| format!("<li><a href=\"{file}\">{}</a></li>\n", escape(&title))).collect();
    let label = Lang::De.words().lesson.front;
    if links.is_empty() { links } else { format!("<nav class=\"lesson\" aria-label=\"{label}\">\n<ul>\n{links}</ul>\n</nav>\n") }
}

/// What the publisher has added, as sections of the one page that holds everything; the fixed pages would only make it larger.
pub fn sections(content: &Content) -> String {
    let own = stills(content, &str::to_owned).into_iter().filter(|still| ["aufgaben.html", "impressum.html", TOURS].contains(&still.file));
    own.map(|still| format!("<section>\n<h2>{}</h2>\n{}</section>\n", escape(&still.title), still.body)).collect()
}

/// Where a link into the room leads from a page in the same folder.
fn lead(link: &str) -> String {
    let known = FILES.iter().find(|(view, _)| *view == link);
    known.map_or_else(|| format!("index.html{link}"), |(_, file)| (*file).to_owned())
}

fn stills(content: &Content, lead: &dyn Fn(&str) -> String) -> Vec<Still> {
    let Some(SiteInfo { pages: [pages, _], beside, .. }) = content.papers else { return Vec::new() };
    let words = Lang::De.words();
    let prose = |blocks: &[Block]| format!("<div class=\"prose\">\n{}</div>\n", html(blocks, 2, lead));
    let of = |file: &'static str, name: &str, blocks: &[Block]| {
        let (title, rest) = titled(blocks);
        Still { file, title: title.unwrap_or_else(|| name.to_owned()), body: prose(rest) }
    };
    let mut out = Vec::new();
    let tasks = &beside.tasks;
    if !tasks.tasks.is_empty() {
        let title = if tasks.title.is_empty() { words.lesson.tasks } else { &tasks.title };
        let body = prose(&tasks.intro) + &tasks.tasks.iter().map(|one| task(one, lead)).collect::<String>();
        out.push(Still { file: FILES[0].1, title: title.to_owned(), body });
    }
    if !beside.tours.is_empty() {
        let body = (1..).zip(&beside.tours).map(|(n, one)| tour(n, one, lead)).collect();
        out.push(Still { file: TOURS, title: words.lesson.tours.to_owned(), body });
    }
    let about = [&pages.about[..], &pages.limits[..]].concat();
    let about = Still { file: FILES[1].1, title: words.lesson.about.to_owned(), body: prose(&about) };
    let [privacy, access, imprint] = words.lesson.papers;
    out.extend([about, of(FILES[2].1, privacy, &pages.privacy), of(FILES[3].1, access, &pages.access)]);
    let unknown = [Block::Paragraph(vec![zeitlupe_core::prose::Piece::plain(words.lesson.no_imprint)])];
    out.push(of(FILES[4].1, imprint, if beside.imprint.is_empty() { &unknown } else { &beside.imprint }));
    out
}

/// The title of a page and the rest of it.
fn titled(blocks: &[Block]) -> (Option<String>, &[Block]) {
    match blocks {
        [Block::Heading(1, title), rest @ ..] => (Some(plain(title)), rest),
        _ => (None, blocks),
    }
}

fn task(Task { heading, blocks, space }: &Task, lead: &dyn Fn(&str) -> String) -> String {
    let lines = "<i></i>".repeat(space.lines() as usize);
    format!(
        "<section class=\"task\">\n<h2>{}</h2>\n<div class=\"prose\">\n{}</div>\n<div class=\"ruled\">{lines}</div>\n</section>\n",
        escape(heading),
        html(blocks, 3, lead)
    )
}

fn tour(number: u32, tour: &Tour, lead: &dyn Fn(&str) -> String) -> String {
    let station = |(n, station): (u32, &Station)| {
        let stop = Some(Stop { tour: number, station: n });
        let there = Address { stop, ..Address::parse(&station.address).0 };
        format!("<li><a href=\"{}\">{}</a></li>\n", escape(&lead(&there.href())), inline(&unlinked(station), lead))
    };
    let stations: String = (1..).zip(&tour.stations).map(station).collect();
    format!("<section>\n<h2>{}</h2>\n<ol class=\"static-list\">\n{stations}</ol>\n</section>\n", escape(&tour.title))
}

/// The sentence of a station without links of its own, as it is one itself.
fn unlinked(station: &Station) -> Vec<zeitlupe_core::prose::Piece> {
    station.words.iter().map(|piece| zeitlupe_core::prose::Piece { link: None, ..piece.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::listing::Listing;
    use super::*;
    use zeitlupe_core::lesson::Beside;
    use zeitlupe_ingest::lesson::{read_tasks, read_tours};
    use zeitlupe_ingest::{pages, prose::read};

    fn papers(tasks: &str, tours: &str, imprint: &str) -> SiteInfo {
        let beside = Beside { imprint: read(imprint), tasks: read_tasks(tasks).0, tours: read_tours(tours).0 };
        SiteInfo::new(&[], &beside, &pages())
    }

    fn content<'a>(papers: &'a SiteInfo, listing: &'a Listing) -> Content<'a> {
        Content { title: "", articles: &[], parts: &[], base: "", papers: Some(papers), built: "", listing, url: None, class: false }
    }

    fn names(papers: &SiteInfo) -> Vec<String> {
        let listing = Listing::default();
        let content = content(papers, &listing);
        files(&content, "", &Edges::new("", &content)).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn pages_stand_for_what_there_is() {
        let fixed = ["ueber.html", "datenschutz.html", "barrierefreiheit.html", "impressum.html"];
        assert_eq!(names(&papers("", "", "")), fixed);
        let all = papers(
            "## Wer?\n[Suchen](#/suche?q=x)\n(kurze Antwort)",
            "# Weg\n1. [Los](#/zeit?liste) gehen",
            "# Impressum\nSchule <am> Park",
        );
        assert_eq!(names(&all), [&["aufgaben.html", "fuehrungen.html"][..], &fixed].concat());
        let listing = Listing::default();
        let content = content(&all, &listing);
        let pages = files(&content, "", &Edges::new("", &content));
        let of = |name: &str| &pages.iter().find(|(file, _)| file == name).expect(name).1;
        assert!(of("aufgaben.html").contains("<h1>Aufgaben</h1>") && of("aufgaben.html").contains("href=\"index.html#/suche?q=x\""));
        assert_eq!(of("aufgaben.html").matches("<i></i>").count(), 2);
        assert!(of("fuehrungen.html").contains("<li><a href=\"index.html#/zeit?liste&amp;tour=1,1\">Los gehen</a></li>"));
        assert!(of("impressum.html").contains("<h1>Impressum</h1>\n<div class=\"prose\">\n<p>Schule &lt;am&gt; Park</p>"));
        assert!(of("datenschutz.html").contains("href=\"impressum.html\"") && of("datenschutz.html").contains("script-src 'none'"));
        assert!(links(&content).iter().any(|(file, _)| *file == "ueber.html"));
        let inline = sections(&content);
        assert!(inline.contains("href=\"#/suche?q=x\"") && inline.contains("Schule &lt;am&gt; Park") && !inline.contains("GitHub"));
        assert!(of("impressum.html").contains("<title>Impressum – Lesesaal</title>"));
    }
}
