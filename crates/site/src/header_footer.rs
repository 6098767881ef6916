//! Header and footer of static pages, in the layout of the app, so that little moves when the app takes over.

use super::content::Content;
use super::fixed_pages;
use super::paths::list_page;
use maud::{Markup, html};
use zeitlupe_words::Lang;
use zeitlupe_words::address::Page;

/// Header and footer of the static pages in one folder; rendered once.
pub struct HeaderFooter {
    /// The title of the collection, and links to dates, names and the page about the collection.
    pub head: Markup,
    /// Links to the fixed pages.
    pub foot: Markup,
}

impl HeaderFooter {
    /// For pages from which `up` (nothing, or `../`) leads to the root of the site.
    pub fn new(up: &str, content: &Content) -> Self {
        Self { head: head(up, content), foot: foot(up, content) }
    }

    /// The body of a static page with the heading `title`.
    pub fn around(&self, title: &str, inner: &Markup) -> Markup {
        html! { div #app { (self.head) main.static { h1 { (title) } (inner) (self.foot) } } }
    }
}

fn foot(up: &str, content: &Content) -> Markup {
    html! {
        footer.static-foot {
            ul { @for page in fixed_pages::all(content) { li { a href={ (up) (page.file) } { (page.title) } } } }
        }
    }
}

fn head(up: &str, content: &Content) -> Markup {
    let words = Lang::De.words();
    let lists = [("zeit", words.timeline.title, content.listing.dates.len()), ("namen", words.names.title, content.listing.names.len())];
    html! {
        header.head {
            a.brand href={ (up) "index.html" } { "Zeitlupe" small { (content.title) } }
            // Shown by the loader; the app takes over what is typed before it has started.
            form.search.early role="search" hidden {
                svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true" { circle cx="7" cy="7" r="4.6" {} path d="m10.6 10.6 3.6 3.6" {} }
                input type="text" autocomplete="off" autocapitalize="off" spellcheck="false" placeholder=(words.search.hint) aria-label=(words.search.label);
            }
            nav aria-label=(words.nav_label) {
                @for (list, label, count) in lists { @if count > 0 { a href={ (up) (list_page(list, 0)) } { (label) } } }
                a href={ (up) (Page::About.file()) } { (words.about) }
            }
        }
    }
}
