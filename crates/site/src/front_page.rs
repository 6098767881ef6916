//! The static front page, in the layout of the app.

use super::article::{article_lang, facts};
use super::content::Content;
use super::fixed_pages;
use maud::{Markup, html};
use zeitlupe_core::article::Article;
use zeitlupe_core::view::Story;
use zeitlupe_words::{Lang, format};

/// The notice for readers without scripts.
pub fn no_script() -> Markup {
    html! {
        noscript {
            p.static-note { "Suche, Namen und Zeitleiste brauchen JavaScript; gelesen und gedruckt werden kann alles auch so." }
        }
    }
}

/// The body of the front page: `head`, the first articles as the app shows them, then `inner`.
pub fn body(content: &Content, href: &dyn Fn(usize) -> String, head: &Markup, inner: &Markup) -> Markup {
    html! {
        div #app {
            (head)
            main.front {
                (masthead(content))
                (no_script())
                (lesson(content))
                (stories(&content.listing.stories, href))
                div.static { (inner) }
            }
        }
    }
}

/// The title and size of the collection.
fn masthead(content: &Content) -> Markup {
    html! {
        header.masthead {
            h1 { (content.name()) }
            p.meta { (format::totals(&content.listing.corpus, Lang::De)) }
        }
    }
}

/// Links to tasks and tours above the list of articles; empty if there are none.
fn lesson(content: &Content) -> Markup {
    let pages: Vec<_> = fixed_pages::all(content).into_iter().filter(|page| page.is_lesson()).collect();
    html! {
        @if !pages.is_empty() {
            nav.lesson aria-label=(Lang::De.words().lesson.front) {
                ul { @for page in pages { li { a href=(page.file) { (page.title) } } } }
            }
        }
    }
}

/// The first articles with their teasers; empty if there are none.
fn stories(stories: &[Story], href: &dyn Fn(usize) -> String) -> Markup {
    html! {
        @if !stories.is_empty() {
            div.columns {
                section.stories aria-label=(Lang::De.words().latest) {
                    @for (n, one) in stories.iter().enumerate() { (story(one, &href(n))) }
                }
            }
        }
    }
}

fn story(Story { summary, kicker, teaser, words }: &Story, href: &str) -> Markup {
    let facts = [
        format::published(summary.date.as_ref(), Lang::De),
        format::source(summary.source.as_deref(), Lang::De.words()).to_owned(),
        format::length(*words, Lang::De),
    ];
    html! {
        article.story lang=(summary.lang.as_deref().unwrap_or("de")) {
            @if let Some(kicker) = kicker { p.kicker { (kicker) } }
            h2 { a href=(href) { (summary.label) } }
            @if let Some(teaser) = teaser { p.teaser { (teaser) } }
            p.meta lang="de" { (facts.join(" · ")) }
        }
    }
}

/// A list of articles, each with its index and the address of its page; empty if there are none.
pub fn list(entries: &[(usize, &Article, String)]) -> Markup {
    html! {
        @if let Some((first, ..)) = entries.first() {
            nav aria-label="Artikel" {
                ol.static-list start=(first + 1) {
                    @for (_, article, href) in entries {
                        li { a href=(href) { (article.label()) } " " small { (facts(article)) } }
                    }
                }
            }
        }
    }
}

/// All articles in full; `level` is the heading level of their titles.
pub fn in_full(content: &Content, level: u8) -> Markup {
    let renderer = super::article::Renderer::new(content.articles);
    html! {
        @for (n, article) in content.articles.iter().enumerate() {
            article id=(text_id(n)) lang=(article_lang(article)) { (renderer.body(article, level)) }
        }
    }
}

/// The element id of an article, by its index, on a page with all articles.
pub fn text_id(n: usize) -> String {
    format!("text-{}", n + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_core::view::Summary;

    #[test]
    fn a_story_has_the_content_of_the_app_escaped() {
        let summary = Summary { id: "a".into(), label: "A & B".into(), source: Some("<i>dpa".into()), ..Summary::default() };
        let story = Story { summary, kicker: None, teaser: Some("Wer <b> sagt".into()), words: 400 };
        let html = stories(&[story], &|n| format!("artikel/{n}.html")).into_string();
        assert!(html.contains("<h2><a href=\"artikel/0.html\">A &amp; B</a></h2><p class=\"teaser\">Wer &lt;b&gt; sagt</p>"), "{html}");
        assert!(html.contains("&lt;i&gt;dpa · 400\u{a0}Wörter") && !html.contains("kicker"), "{html}");
        assert!(stories(&[], &|_| String::new()).0.is_empty() && list(&[]).0.is_empty());
    }
}
