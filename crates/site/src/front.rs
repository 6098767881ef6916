//! What stands on the front page before the app does, and the edges of every page: set as the app sets it, so that little moves when it takes over.

use super::assemble::Content;
use super::html::escape;
use super::lists;
use super::papers;
use zeitlupe_core::article::Article;
use zeitlupe_core::view::Story;
use zeitlupe_words::Lang;
use zeitlupe_words::format;

/// What begins and ends every static page in one folder; the same for all of them, so made once.
pub struct Edges {
    /// The name, and the ways to dates, names and the page on the collection.
    pub head: String,
    /// Where to read about the collection.
    pub foot: String,
}

impl Edges {
    /// For pages from which `up` leads to the top of the site: nothing, or `../`.
    pub fn new(up: &str, content: &Content) -> Self {
        Self { head: head(up, content), foot: foot(up, content) }
    }
}

fn foot(up: &str, content: &Content) -> String {
    let link = |(file, title): (&str, String)| format!("<li><a href=\"{up}{file}\">{}</a></li>\n", escape(&title));
    let links: String = papers::links(content).into_iter().map(link).collect();
    format!("<footer class=\"static-foot\">\n<ul>\n{links}</ul>\n</footer>\n")
}

fn head(up: &str, content: &Content) -> String {
    let words = Lang::De.words();
    let mut links = String::new();
    for (stem, label, count) in [("zeit", words.time, content.listing.dates.len()), ("namen", words.names, content.listing.names.len())] {
        if count > 0 {
            links.push_str(&format!("<a href=\"{up}{}\">{label}</a>\n", lists::file(stem, 0)));
        }
    }
    if let Some(file) = papers::about(content) {
        links.push_str(&format!("<a href=\"{up}{file}\">{}</a>\n", words.about));
    }
    let nav = if links.is_empty() { links } else { format!("<nav aria-label=\"{}\">\n{links}</nav>\n", escape(words.nav_label)) };
    format!(
        "<header class=\"head\">\n<a class=\"brand\" href=\"{up}index.html\">Zeitlupe<small>{}</small></a>\n{nav}</header>\n",
        escape(content.title)
    )
}

/// The name of the collection and what it holds.
pub fn masthead(content: &Content) -> String {
    format!(
        "<header class=\"masthead\">\n<h1>{}</h1>\n<p class=\"meta\">{}</p>\n</header>\n",
        escape(content.name()),
        escape(&format::totals(&content.listing.corpus, Lang::De))
    )
}

/// The first articles, with their teasers; nothing where there are none.
pub fn stories(stories: &[Story], href: &dyn Fn(usize) -> String) -> String {
    let words = Lang::De.words();
    if stories.is_empty() {
        return String::new();
    }
    let mut html = format!("<div class=\"columns\">\n<section class=\"stories\" aria-label=\"{}\">\n", escape(words.latest));
    for (n, Story { summary, kicker, teaser, words: count }) in stories.iter().enumerate() {
        let line = |class: &str, text: &Option<String>| {
            text.as_deref().map(|text| format!("<p class=\"{class}\">{}</p>\n", escape(text))).unwrap_or_default()
        };
        let facts = [
            format::published(summary.date.as_ref(), Lang::De),
            format::source(summary.source.as_deref(), words).to_owned(),
            format::length(*count, Lang::De),
        ];
        html.push_str(&format!(
            "<article class=\"story\" lang=\"{}\">\n{}<h2><a href=\"{}\">{}</a></h2>\n{}<p class=\"meta\" lang=\"de\">{}</p>\n</article>\n",
            escape(summary.lang.as_deref().unwrap_or("de")),
            line("kicker", kicker),
            escape(&href(n)),
            escape(&summary.label),
            line("teaser", teaser),
            escape(&facts.join(" · "))
        ));
    }
    html + "</section>\n</div>\n"
}

/// One line of a list.
pub struct Entry {
    /// What the article is called.
    pub label: String,
    /// When it appeared and where.
    pub facts: String,
    /// Where it stands.
    pub href: String,
}

impl Entry {
    /// The line of an article.
    pub fn new(article: &Article, href: String) -> Self {
        Self { label: article.label(), facts: super::prerender::facts(article), href }
    }
}

/// A list of articles; `first` is the number of its first entry. Nothing where there is none.
pub fn list(entries: &[Entry], first: usize) -> String {
    if entries.is_empty() {
        return String::new();
    }
    let mut html = format!("<nav aria-label=\"Artikel\">\n<ol class=\"static-list\" start=\"{first}\">\n");
    for Entry { label, facts, href } in entries {
        html.push_str(&format!(
            "<li><a href=\"{}\">{}</a> <span class=\"static-facts\">{}</span></li>\n",
            escape(href),
            escape(label),
            escape(facts)
        ));
    }
    html + "</ol>\n</nav>\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_core::view::Summary;

    #[test]
    fn a_story_says_what_the_app_says_and_nothing_of_it_becomes_markup() {
        let summary = Summary { id: "a".into(), label: "A & B".into(), source: Some("<i>dpa".into()), ..Summary::default() };
        let story = Story { summary, kicker: None, teaser: Some("Wer <b> sagt".into()), words: 400 };
        let html = stories(&[story], &|n| format!("artikel/{n}.html"));
        assert!(html.contains("<h2><a href=\"artikel/0.html\">A &amp; B</a></h2>\n<p class=\"teaser\">Wer &lt;b&gt; sagt</p>"), "{html}");
        assert!(html.contains("&lt;i&gt;dpa · 400\u{a0}Wörter") && !html.contains("kicker"), "{html}");
        assert!(stories(&[], &|_| String::new()).is_empty() && list(&[], 1).is_empty());
    }
}
