//! The metadata of a page: JSON-LD, Open Graph, `<meta>`, `<time>`, bylines.

use super::title::same;
use super::{flatten, ld};
use crate::article::{Field, Moment, agencies, is_person, persons, shown_date, shown_names};
use dom_query::{Document, NodeRef};
use zeitlupe_core::article::{Evidence, Metadata, Origin, PubDate};
use zeitlupe_core::remark::Remark;

/// The metadata of a page, as written; in each list the more reliable source comes first.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Headlines: JSON-LD, Open Graph, `<title>`.
    pub titles: Vec<String>,
    /// Names of the medium.
    pub sites: Vec<String>,
    /// Summaries.
    pub descriptions: Vec<String>,
    /// The article's text without paragraphs.
    pub article_body: Option<String>,
    dates: Vec<String>,
    /// Dates of the last change, or of the page, which may be newer than the article.
    changes: Vec<String>,
    authors: Vec<String>,
    /// Organisations that are named as authors.
    bodies: Vec<String>,
    urls: Vec<String>,
    licences: Vec<String>,
    lang: Option<String>,
}

/// Names of `<meta>` (in `name`, `property` or `itemprop`) that give the publication date.
const DATES: [&str; 20] = [
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "og:pubdate",
    "datepublished",
    "date",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "dcterms.issued",
    "dc.date.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
];

/// Those of the last change.
const CHANGES: [&str; 4] = ["article:modified_time", "og:updated_time", "datemodified", "last-modified"];

/// Reads all metadata that does not depend on where the article is in the page.
pub(super) fn read(page: &Document) -> Facts {
    let mut facts = Facts::default();
    let objects = ld::objects(page);
    let index = ld::index(&objects);
    for object in objects {
        let text = |key: &str| object[key].as_str().map(flatten::plain).filter(|text| !text.is_empty());
        if ld::is_article(&object) {
            facts.titles.extend(text("headline"));
            facts.descriptions.extend(text("description"));
            facts.dates.extend(text("datePublished").or_else(|| text("dateCreated")));
            facts.changes.extend(text("dateModified"));
            let (persons, bodies) = ld::authors(&object["author"], &index);
            facts.authors.extend((!persons.is_empty()).then(|| persons.join("; ")));
            facts.bodies.extend(bodies);
            let publisher = &object["publisher"];
            let referred = publisher["@id"].as_str().and_then(|id| index.get(id)).map(|(_, name)| name.clone());
            facts.sites.extend(ld::name(publisher).or(referred));
            facts.licences.extend(text("license"));
            facts.article_body = facts.article_body.or_else(|| text("articleBody"));
            let main = &object["mainEntityOfPage"];
            facts.urls.extend(text("url").or_else(|| main.as_str().or_else(|| main["@id"].as_str()).map(str::to_owned)));
        } else if object["@type"] == "WebSite" {
            facts.sites.extend(text("name"));
        } else if object["@type"] == "WebPage" {
            facts.changes.extend(text("datePublished"));
        }
    }
    let metas = metas(page);
    let named = |names: &[&str]| -> Vec<String> {
        names.iter().flat_map(|name| metas.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.clone())).collect()
    };
    facts.titles.extend(named(&["og:title", "twitter:title", "dc.title", "title"]));
    facts.descriptions.extend(named(&["og:description", "description", "twitter:description"]));
    facts.sites.extend(named(&["og:site_name", "application-name", "publisher", "dc.publisher"]));
    facts.authors.extend(named(&["author", "dc.creator", "article:author", "parsely-author"]));
    facts.dates.extend(named(&DATES));
    facts.urls.extend(named(&["og:url"]));
    let attribute = |selector: &str, name: &str| {
        page.select(selector).nodes().iter().filter_map(|node| node.attr(name)).map(|value| value.trim().to_owned()).collect::<Vec<_>>()
    };
    facts.dates.extend(attribute("[itemprop=datePublished]", "datetime"));
    facts.dates.extend(attribute("[itemprop=datePublished]", "content"));
    facts.dates.extend(attribute("time[pubdate]", "datetime"));
    facts.changes.extend(named(&CHANGES));
    facts.urls.splice(0..0, attribute("link[rel=canonical]", "href"));
    facts.licences.extend(attribute("link[rel=license], a[rel=license]", "href"));
    facts.lang = attribute("html", "lang").into_iter().find(|lang| !lang.is_empty());
    facts.titles.extend(page.select("head title").nodes().first().map(flatten::words));
    for list in [&mut facts.titles, &mut facts.sites, &mut facts.descriptions, &mut facts.authors] {
        list.retain(|words| !words.trim().is_empty());
    }
    facts
}

/// The `<meta>` elements of a page: name, in lower case, and value.
fn metas(page: &Document) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for node in page.select("meta[content]").nodes() {
        let value = flatten::plain(&node.attr_or("content", ""));
        for key in ["property", "name", "itemprop", "http-equiv"] {
            out.extend(node.attr(key).map(|name| (name.trim().to_lowercase(), value.clone())));
        }
    }
    out
}

impl Facts {
    /// The metadata except title and kicker, and remarks on invalid values.
    pub fn metadata(&self, mut meta: Metadata) -> (Metadata, Vec<Remark>) {
        let mut remarks = Vec::new();
        let mut first = |field: Field, values: &mut dyn Iterator<Item = &String>| {
            let mut refused = None;
            for value in values {
                match field.set(&mut meta, value, Origin::Markup, None) {
                    Ok(()) => return,
                    Err(remark) => refused = refused.take().or(Some(remark)),
                }
            }
            remarks.extend(refused);
        };
        first(Field::Date, &mut self.dates.iter().filter(|date| !date.is_empty()));
        first(Field::Source, &mut self.sites.iter());
        first(Field::Author, &mut self.authors.iter().filter_map(|author| self.persons(author)).take(1).collect::<Vec<_>>().iter());
        // Relative addresses mean nothing in a saved page.
        first(Field::Url, &mut self.urls.iter().filter(|url| url.starts_with("http")));
        first(Field::Licence, &mut self.licences.iter());
        first(Field::Lang, &mut self.lang.iter());
        if let Some(lang) = self.lang.as_deref().filter(|lang| !lang.to_lowercase().starts_with("de")) {
            remarks.push(Remark::note(None, format!("expected a German page, found lang=\"{lang}\"")));
        }
        (meta, remarks)
    }

    /// The persons among the authors that a page names; media and agencies are none.
    pub fn persons(&self, author: &str) -> Option<String> {
        let sound = !author.contains("://") && author.len() <= MAX_AUTHOR;
        let bodies = self.bodies.iter().take(MAX_SITES);
        let media: Vec<String> = self.sites.iter().take(MAX_SITES).chain(bodies).filter(|name| name.len() <= MAX_AUTHOR).cloned().collect();
        persons(author, &media).filter(|_| sound)
    }

    /// The agencies that are named as authors, as the source of a page that names no medium.
    pub fn agencies(&self) -> Option<String> {
        let named = self.authors.iter().chain(&self.bodies).filter(|author| author.len() <= MAX_AUTHOR);
        let mut names: Vec<&str> = named.flat_map(|author| agencies(author)).take(MAX_SITES).collect();
        names.dedup();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// The date of the last change, if it is all that the page says.
    pub fn changed(&self) -> Option<PubDate> {
        self.changes.iter().find_map(|change| published(change, change))
    }
}

/// The most bytes of a list of authors, and the most names of the medium that are looked at.
const MAX_AUTHOR: usize = 240;
const MAX_SITES: usize = 12;

fn published(value: &str, quote: &str) -> Option<PubDate> {
    let moment = Moment::read(value).ok()?;
    Some(moment.published(Evidence { origin: Origin::Markup, quote: quote.to_owned(), line: None, shared_words: 0 }))
}

/// The date shown on the page: a `<time>`, or a text that consists of a date, perhaps with a label such as "Stand:" and the author.
///
/// In order: between headline and text; above the headline; in the text. A date labelled as that of a change comes after all others.
pub(super) fn visible_date(page: &Document, headline: &str) -> Option<PubDate> {
    let candidates = page.select("h1, h2, h3, time, p, span, div, li, td, small, font, b, i, em, strong");
    let mut place = Place::Above;
    // The first of each place, then the first change.
    let mut found: [Option<PubDate>; 4] = Default::default();
    for node in candidates.nodes() {
        let words = flatten::words(node);
        if place == Place::Above && (node.has_name("h1") || same(&words, headline)) {
            place = Place::Head;
        } else if place == Place::Head && node.has_name("p") && words.len() > LONG {
            place = Place::Text;
        }
        let is_change = node.class().is_some_and(|class| class.contains("updated") || class.contains("modified"));
        if let Some((date, labelled)) = date_of(node, words) {
            let at = if is_change || labelled { 3 } else { place as usize };
            // Of those above the headline, the nearest.
            if found[at].is_none() || at == Place::Above as usize {
                found[at] = Some(date);
            }
        }
        if found[Place::Head as usize].is_some() {
            break;
        }
    }
    let [above, head, text, change] = found;
    head.or(above).or(text).or(change)
}

/// Where a date stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Above,
    Head,
    Text,
}

/// The most bytes of a line between headline and text.
const LONG: usize = 160;

/// The date of an element, and whether it is that of a change.
fn date_of(node: &NodeRef<'_>, words: String) -> Option<(PubDate, bool)> {
    let own = flatten::plain(&node.immediate_text());
    // The date may be next to other elements: "Erstellt: 21.08.2019 <span>Von …</span>".
    for text in [words, own] {
        if (8..=120).contains(&text.len())
            && let Some((moment, is_change)) = shown_date(&text)
        {
            return Some((moment.published(Evidence { origin: Origin::Markup, quote: text, line: None, shared_words: 0 }), is_change));
        }
    }
    let given = node.attr("datetime").filter(|_| node.has_name("time"))?;
    Some((published(given.trim(), given.trim())?, false))
}

/// The names in the first byline below the headline, else in the first element that is marked as the author's.
pub(super) fn visible_author(page: &Document, facts: &Facts) -> Option<String> {
    let candidates = page.select("h1, p, span, div, li, td, small, font, b, i, em, strong");
    let short = candidates.nodes().iter().skip_while(|node| !node.has_name("h1")).filter(|node| node.normalized_char_count() <= 100);
    let named = short.map(flatten::words).find_map(|words| shown_names(&words).and_then(|names| facts.persons(&names)));
    named.or_else(|| {
        let marked = page.select("[itemprop=author], [rel=author], [class*=byline], [class*=author], [class*=autor], [class*=Author]");
        let short = marked.nodes().iter().filter(|node| node.normalized_char_count() <= 100).map(flatten::words);
        short
            .filter_map(|words| facts.persons(shown_names(&words).as_deref().unwrap_or(&words)))
            .find(|names| names.split(", ").all(is_person))
    })
}
