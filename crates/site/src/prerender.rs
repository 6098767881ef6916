//! The articles as plain HTML: readable before the app has started, and without JavaScript.

use super::html::escape;
use std::collections::BTreeMap;
use zeitlupe_core::article::{Article, Role, Section};
use zeitlupe_words::Lang;
use zeitlupe_words::format;

/// Renders the articles of one corpus.
pub struct Renderer {
    /// What each article is called, by its id: for dates that were concluded from another article.
    labels: BTreeMap<String, String>,
}

impl Renderer {
    /// A renderer for these articles.
    pub fn new(articles: &[Article]) -> Self {
        Self { labels: articles.iter().map(|article| (article.meta.id.clone(), article.label())).collect() }
    }

    /// Everything inside an `<article>`, as HTML; the title is a heading of `level` (1 to 5), subheadings are one below.
    pub fn body(&self, article: &Article, level: u8) -> String {
        let below = level + 1;
        let line = |role, text: &str| {
            let text = escape(text);
            match role {
                Role::Kicker => format!("<p class=\"kicker\">{text}</p>\n"),
                Role::Title => format!("<h{level}>{text}</h{level}>\n"),
                Role::Lead => format!("<p class=\"lead\">{text}</p>\n"),
                Role::Heading => format!("<h{below}>{text}</h{below}>\n"),
                Role::Paragraph => format!("<p>{text}</p>\n"),
            }
        };
        let mut html = String::new();
        if !article.sections.iter().any(|section| section.role == Role::Title) {
            html.push_str(&format!("<h{level} class=\"untitled\">{}</h{level}>\n", escape(&article.label())));
        }
        // What is known about the article stands between its headline and its text.
        let is_head = |section: &&Section| matches!(section.role, Role::Kicker | Role::Title);
        let (head, rest): (Vec<&Section>, Vec<&Section>) = article.sections.iter().partition(is_head);
        html.extend(head.iter().map(|section| line(section.role, section.span.of(&article.text))));
        html.push_str(&format!("<p class=\"static-facts\">{}</p>\n", escape(&facts(article))));
        html.extend(rest.iter().map(|section| line(section.role, section.span.of(&article.text))));
        html.push_str(&self.footer(article));
        html
    }

    /// Whether it is an excerpt, how the date is known, where the article appeared, under which terms.
    fn footer(&self, article: &Article) -> String {
        let meta = &article.meta;
        let words = Lang::De.words();
        let by = meta.date.as_ref().and_then(|date| self.labels.get(date.evidence.quote.as_str()));
        let mut lines: Vec<String> = meta.excerpt.iter().map(|excerpt| escape(&format::excerpt(excerpt, Lang::De))).collect();
        lines.push(escape(&format::evidence(meta.date.as_ref(), Lang::De, by.map(String::as_str))));
        lines.extend(meta.url.as_deref().map(|url| {
            let shown = escape(url);
            if url.starts_with("https://") || url.starts_with("http://") {
                format!("<a href=\"{shown}\" rel=\"noopener noreferrer\">{}</a>", escape(words.original))
            } else {
                shown
            }
        }));
        lines.extend(meta.licence.as_deref().map(|licence| format!("{}: {}", escape(words.licence), escape(licence))));
        format!("<footer>\n{}</footer>\n", lines.iter().map(|line| format!("<p>{line}</p>\n")).collect::<String>())
    }
}

/// When, from whom, by whom, in one line of text.
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
        Renderer::new(std::slice::from_ref(article)).body(article, 2)
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
    fn an_article_without_a_title_is_called_by_its_beginning() {
        let text = "Der Beginn eines langen Textes.".to_owned();
        let sections = vec![Section { role: Role::Paragraph, span: Span::new(0, text.len()) }];
        let html = body(&Article { text, sections, ..Article::default() });
        assert!(html.starts_with("<h2 class=\"untitled\">Der Beginn eines langen Textes.</h2>"), "{html}");
    }
}
