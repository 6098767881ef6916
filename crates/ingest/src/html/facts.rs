//! The metadata of a page: JSON-LD, Open Graph, `<meta>`, `<time>`, bylines.

use super::{flatten, ld};
use crate::article::{Field, Moment, byline};
use dom_query::Document;
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
    authors: Vec<String>,
    urls: Vec<String>,
    licences: Vec<String>,
    lang: Option<String>,
}

/// Names of `<meta>` (in `name`, `property` or `itemprop`) that give the publication date; those of the last change come last.
const DATES: [&str; 22] = [
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
    "last-modified",
    "article:modified_time",
];

/// Reads all metadata that does not depend on where the article is in the page.
pub(super) fn read(page: &Document) -> Facts {
    let mut facts = Facts::default();
    let mut modified = Vec::new();
    for object in ld::objects(page) {
        let text = |key: &str| object[key].as_str().map(flatten::plain).filter(|text| !text.is_empty());
        if ld::is_article(&object) {
            facts.titles.extend(text("headline"));
            facts.descriptions.extend(text("description"));
            facts.dates.extend(text("datePublished").or_else(|| text("dateCreated")));
            modified.extend(text("dateModified"));
            facts.authors.extend(ld::name(&object["author"]).filter(|author| !author.starts_with("http")));
            facts.sites.extend(ld::name(&object["publisher"]));
            facts.licences.extend(text("license"));
            facts.article_body = facts.article_body.or_else(|| text("articleBody"));
            let main = &object["mainEntityOfPage"];
            facts.urls.extend(text("url").or_else(|| main.as_str().or_else(|| main["@id"].as_str()).map(str::to_owned)));
        } else if object["@type"] == "WebSite" {
            facts.sites.extend(text("name"));
        } else if object["@type"] == "WebPage" {
            modified.extend(text("datePublished"));
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
    facts.dates.extend(attribute("article time[datetime], main time[datetime], header time[datetime]", "datetime"));
    facts.dates.extend(attribute("time[datetime]", "datetime"));
    facts.dates.extend(modified);
    facts.urls.splice(0..0, attribute("link[rel=canonical]", "href"));
    facts.licences.extend(attribute("link[rel=license], a[rel=license]", "href"));
    facts.lang = attribute("html", "lang").into_iter().find(|lang| !lang.is_empty());
    let visible = "[itemprop=author], [rel=author], [class*=byline], [class*=author], [class*=autor]";
    facts.authors.extend(page.select(visible).nodes().iter().map(flatten::words).filter_map(|words| byline(&words).map(str::to_owned)));
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
        first(
            Field::Author,
            &mut self
                .authors
                .iter()
                .filter(|author| !self.sites.contains(author) && !author.contains("://") && author.chars().count() <= 120),
        );
        // Relative addresses mean nothing in a saved page.
        first(Field::Url, &mut self.urls.iter().filter(|url| url.starts_with("http")));
        first(Field::Licence, &mut self.licences.iter());
        first(Field::Lang, &mut self.lang.iter());
        if let Some(lang) = self.lang.as_deref().filter(|lang| !lang.to_lowercase().starts_with("de")) {
            remarks.push(Remark::note(None, format!("expected a German page, found lang=\"{lang}\"")));
        }
        (meta, remarks)
    }
}

/// The date shown on the page: a text that consists of a date, perhaps with a label such as "Stand:";
/// the first below the headline, else the first of all.
pub(super) fn visible_date(page: &Document) -> Option<PubDate> {
    let candidates = page.select("h1, time, p, span, div, li, td, small, font, b, i, em, strong");
    let (mut below, mut found) = (false, None);
    for node in candidates.nodes() {
        below |= node.has_name("h1");
        // The date may be next to other elements: "Erstellt: 21.08.2019 <span>Von …</span>".
        for words in [flatten::words(node), flatten::plain(&node.immediate_text())] {
            if !(8..=120).contains(&words.len()) {
                continue;
            }
            if let Ok(moment) = Moment::read(&words) {
                let date = moment.published(Evidence { origin: Origin::Markup, quote: words, line: None, shared_words: 0 });
                if below {
                    return Some(date);
                }
                found = found.or(Some(date));
            }
        }
    }
    found
}

/// The names in the first byline below the headline.
pub(super) fn visible_author(page: &Document) -> Option<String> {
    let candidates = page.select("h1, p, span, div, li, td, small, font, b, i, em, strong");
    let short = candidates.nodes().iter().skip_while(|node| !node.has_name("h1")).filter(|node| node.normalized_char_count() <= 80);
    short.map(flatten::words).find_map(|words| byline(&words).map(str::to_owned))
}
