//! Articles as static HTML, readable before the app starts and without JavaScript.

use super::heading::heading;
use maud::{Markup, html};
use std::collections::BTreeMap;
use zeitlupe_core::article::{Article, Role, Section};
use zeitlupe_words::{Lang, format};

/// Renders the articles of one corpus.
pub struct Renderer {
    /// The title of each article by its id, for dates inferred from another article.
    labels: BTreeMap<String, String>,
}

impl Renderer {
    /// A renderer for these articles.
    pub fn new(articles: &[Article]) -> Self {
        Self { labels: articles.iter().map(|article| (article.meta.id.clone(), article.label())).collect() }
    }

    /// Everything inside an `<article>`, as HTML; the title is a heading of `level` (1 to 5), subheadings are one below.
    pub fn body(&self, article: &Article, level: u8) -> Markup {
        // The metadata goes between headline and text.
        let is_head = |section: &&Section| matches!(section.role, Role::Kicker | Role::Title);
        let (head, rest): (Vec<&Section>, Vec<&Section>) = article.sections.iter().partition(is_head);
        let has_title = head.iter().any(|section| section.role == Role::Title);
        html! {
            @if !has_title { (heading(level, Some("untitled"), html! { (article.label()) })) }
            @for section in head { (line(section, &article.text, level)) }
            p.static-facts { (facts(article)) }
            @for section in rest { (line(section, &article.text, level)) }
            (self.footer(article))
        }
    }

    /// Whether it is an excerpt, how the date is known, the original, the licence.
    fn footer(&self, article: &Article) -> Markup {
        let meta = &article.meta;
        let by = meta.date.as_ref().and_then(|date| self.labels.get(date.evidence.quote.as_str()));
        html! {
            footer {
                @if let Some(excerpt) = &meta.excerpt { p { (format::excerpt(excerpt, Lang::De)) } }
                p { (format::evidence(meta.date.as_ref(), Lang::De, by.map(String::as_str))) }
                @if let Some(url) = &meta.url { p { (original(url)) } }
                @if let Some(licence) = &meta.licence { p { (Lang::De.words().licence) ": " (licence) } }
            }
        }
    }
}

/// A section of an article.
fn line(section: &Section, text: &str, level: u8) -> Markup {
    let text = section.span.of(text);
    match section.role {
        Role::Kicker => html! { p.kicker { (text) } },
        Role::Title => heading(level, None, html! { (text) }),
        Role::Lead => html! { p.lead { (text) } },
        Role::Heading => heading(level + 1, None, html! { (text) }),
        Role::Paragraph => html! { p { (text) } },
    }
}

/// The original of an article: a link if it is a web address, else text.
fn original(url: &str) -> Markup {
    if url.starts_with("https://") || url.starts_with("http://") {
        html! { a href=(url) rel="noopener noreferrer" { (Lang::De.words().original) } }
    } else {
        html! { (url) }
    }
}

/// The language of an article, German if unknown.
pub fn article_lang(article: &Article) -> &str {
    article.meta.lang.as_deref().unwrap_or("de")
}

/// Date, source and author in one line.
pub fn facts(article: &Article) -> String {
    let meta = &article.meta;
    let mut parts = vec![format::published(meta.date.as_ref(), Lang::De)];
    parts.push(format::source(meta.source.as_deref(), Lang::De.words()).to_owned());
    parts.extend(meta.author.clone());
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_core::article::Metadata;
    use zeitlupe_core::text::Span;

    fn hostile() -> Article {
        let lines = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>"];
        let text = lines.join("\n");
        let sections = vec![
            Section { role: Role::Title, span: Span::new(0, lines[0].len()) },
            Section { role: Role::Paragraph, span: Span::new(lines[0].len() + 1, text.len()) },
        ];
        let meta = Metadata {
            id: "x".into(),
            title: Some(lines[0].into()),
            source: Some("<b>dpa</b>".into()),
            url: Some("javascript:alert(1)".into()),
            licence: Some("</footer><script>".into()),
            ..Metadata::default()
        };
        Article { meta, text, sections, furniture: Vec::new() }
    }

    fn body(article: &Article) -> String {
        Renderer::new(std::slice::from_ref(article)).body(article, 2).into_string()
    }

    #[test]
    fn nothing_of_an_article_becomes_markup() {
        let html = body(&hostile());
        for bad in ["<script", "<img", "<b>", "href=\"javascript"] {
            assert!(!html.contains(bad), "{bad} in {html}");
        }
        assert!(html.contains("<h2>&lt;script&gt;alert(1)&lt;/script&gt;</h2>"), "{html}");
    }

    #[test]
    fn only_web_addresses_become_links() {
        let mut page = hostile();
        page.meta.url = Some("https://example.org/a?b=1&c=2".into());
        assert!(body(&page).contains("href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener noreferrer\""));
    }

    #[test]
    fn an_article_without_a_title_is_labelled_by_its_beginning() {
        let text = "Der Beginn eines langen Textes.".to_owned();
        let sections = vec![Section { role: Role::Paragraph, span: Span::new(0, text.len()) }];
        let html = body(&Article { text, sections, ..Article::default() });
        assert!(html.starts_with("<h2 class=\"untitled\">Der Beginn eines langen Textes.</h2>"), "{html}");
    }
}
