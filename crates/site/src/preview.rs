//! Metadata for link previews: Open Graph (<https://ogp.me>).

use super::article::facts;
use super::content::Content;
use maud::{Markup, html};
use zeitlupe_core::article::{Article, Precision, Role, shorten};

/// The longest description, in characters.
const MAX_DESCRIPTION: usize = 160;

/// A description of an article in at most [`MAX_DESCRIPTION`] characters: its lead, else the beginning of its text, else date and source.
pub fn description(article: &Article) -> String {
    let of = |role: Role| article.sections.iter().find(|section| section.role == role).map(|section| section.span.of(&article.text).trim());
    let words = of(Role::Lead).or_else(|| of(Role::Paragraph)).filter(|words| !words.is_empty());
    // A cut text gets a space and an ellipsis.
    words.map_or_else(|| facts(article), |words| shorten(words, MAX_DESCRIPTION - 2))
}

/// The metadata of the front page.
pub fn of_site(content: &Content) -> Markup {
    let (name, description) = (content.name(), content.description());
    tags(&[("type", "website"), ("title", name), ("description", &description), ("site_name", name), ("locale", "de_DE")])
}

/// The metadata of an article's page.
pub fn of_article(content: &Content, article: &Article, description: &str) -> Markup {
    let label = article.label();
    let locale = locale(article.meta.lang.as_deref().unwrap_or("de"));
    // Only an explicit day counts; an inferred or less precise date is not a publication time.
    let date = article.meta.date.as_ref().filter(|date| date.precision == Precision::Day && !date.is_inferred());
    html! {
        (tags(&[("type", "article"), ("title", &label), ("description", description), ("site_name", content.name())]))
        @if let Some(locale) = locale { (tags(&[("locale", &locale)])) }
        @if let Some(date) = date { meta property="article:published_time" content=(date.iso()); }
    }
}

/// The canonical address of a page by its file; empty if the site's address is unknown.
pub fn canonical(content: &Content, file: &str) -> Markup {
    let url = content.url.map(|url| url.of(file));
    html! { @if let Some(url) = url { link rel="canonical" href=(url); (tags(&[("url", &url)])) } }
}

fn tags(all: &[(&str, &str)]) -> Markup {
    html! { @for (name, value) in all { meta property={ "og:" (name) } content=(value); } }
}

/// A language as an Open Graph locale, `de_AT`; `None` without a given or usual country.
fn locale(tag: &str) -> Option<String> {
    let mut parts = tag.split(['-', '_']);
    let language = parts.next()?.to_ascii_lowercase();
    let country = parts.find(|part| part.len() == 2).map(str::to_ascii_uppercase);
    let usual = || [("de", "DE"), ("en", "GB"), ("fr", "FR"), ("ru", "RU"), ("uk", "UA")].iter().find(|(of, _)| *of == language);
    Some(format!("{language}_{}", country.or_else(|| usual().map(|(_, country)| (*country).to_owned()))?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_core::article::Section;
    use zeitlupe_core::text::Span;
    use zeitlupe_ingest::plain;

    #[test]
    fn the_description_is_the_lead_or_the_beginning() {
        let body =
            "Die Minister trafen sich am Freitag in Wien und sprachen lange über die Lage, ohne sich am Ende einigen zu können. ".repeat(3);
        let article = plain(&format!("Gipfel in Wien\n\n{body}"), Default::default()).article;
        let words = description(&article);
        assert!(words.starts_with("Die Minister trafen") && words.ends_with(" …"), "{words}");
        assert!(words.chars().count() <= MAX_DESCRIPTION, "{}", words.chars().count());
        assert!(body.contains(words.trim_end_matches(" …")) && body.contains(&format!("{} ", words.trim_end_matches(" …"))), "{words}");
        let mut lead = article.clone();
        lead.text.push_str("\nDie Gespräche stocken.");
        lead.sections.push(Section { role: Role::Lead, span: Span::new(article.text.len() + 1, lead.text.len()) });
        assert_eq!(description(&lead), "Die Gespräche stocken.");
        assert_eq!(description(&Article::default()), "Datum unbekannt · Quelle unbekannt");
    }

    #[test]
    fn a_locale_has_a_country() {
        assert_eq!(
            ["de", "de-AT", "en", "zh-Hans-CN", "la"].map(|tag| locale(tag).unwrap_or_default()),
            ["de_DE", "de_AT", "en_GB", "zh_CN", ""]
        );
    }
}
