//! Removes what is not the article from a page.

use super::flatten;
use dom_query::{Document, NodeId, NodeRef};
use std::collections::{HashMap, HashSet};

/// Elements that never hold text of the article.
const NEVER: &str = "script, style, noscript, template, svg, iframe, object, embed, canvas, form, button, input, select, textarea, label, dialog, nav, audio, video, map, \
    amp-ad, amp-sidebar, amp-consent, amp-user-notification, amp-social-share, amp-embed, amp-analytics, amp-list, amp-carousel, amp-lightbox, \
    [hidden], [aria-hidden=true], [role=navigation], [role=banner], [role=complementary], [role=contentinfo], [role=dialog], [role=alertdialog], [role=search], [role=menu]";

/// Elements whose text belongs to a picture or to the page; it becomes furniture.
const ASIDE: &str = "figure, figcaption, aside, footer";

/// Parts of classes and ids that mark what surrounds an article; the whole part must match.
const WHOLE: [&str; 70] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "adslot",
    "anzeige",
    "werbung",
    "banner",
    "cookie",
    "cookies",
    "consent",
    "cmp",
    "newsletter",
    "teaser",
    "teasers",
    "teaserlist",
    "related",
    "recommendations",
    "recommended",
    "recommendation",
    "outbrain",
    "taboola",
    "sidebar",
    "comment",
    "comments",
    "kommentare",
    "share",
    "sharing",
    "social",
    "socialbar",
    "breadcrumb",
    "breadcrumbs",
    "promo",
    "paywall",
    "subscribe",
    "subscription",
    "menu",
    "navigation",
    "nav",
    "pagination",
    "toolbar",
    "overlay",
    "popup",
    "modal",
    "meistgelesen",
    "mostread",
    "tags",
    "taglist",
    "keywords",
    "caption",
    "bildunterschrift",
    "credit",
    "copyright",
    "gallery",
    "slideshow",
    "widget",
    "footer",
    "mehrzumthema",
    "linklist",
    "readmore",
    "authorbox",
    "skiplink",
    "offer",
    "offerbox",
    "aboangebot",
    "aboshop",
    "piano",
    "regwall",
    "postings",
    "posting",
];

/// Classes that hide an element.
const HIDDEN: [&str; 14] = [
    "hidden",
    "invisible",
    "visually-hidden",
    "visuallyhidden",
    "sr-only",
    "screen-reader-text",
    "d-none",
    "u-hidden",
    "is-hidden",
    "a11y-hidden",
    "show-for-sr",
    "offscreen",
    "h-offscreen",
    "print-only",
];

/// Characters of running text that must be left below a headline before what stands above it goes.
const ENOUGH: usize = 150;
/// Characters of a paragraph that counts as running text.
const LONG: usize = 60;
/// The most characters of a caption or box.
pub(super) const MAX_ASIDE: usize = 400;

/// Removes what is not the article from the page. Returns the text of captions and boxes within the article, in order.
///
/// An element with the headline or much of the page's running text stays, whatever its class; running text above the headline goes.
pub(super) fn clean(page: &Document, headline: Option<NodeRef<'_>>) -> Vec<String> {
    let mut weights = Weights::new(page);
    let mut aside = Vec::new();
    let mut seen = HashSet::new();
    weights.remove(page.select(NEVER).nodes());
    if let Some(headline) = headline {
        weights.remove_above(&headline);
    }
    let marked = page.select("[class], [id], [style]");
    let unwanted: Vec<NodeRef<'_>> = marked.nodes().iter().filter(|node| is_hidden(node) || is_marked(node)).copied().collect();
    for node in page.select(ASIDE).nodes().iter().chain(&unwanted) {
        if !weights.must_stay(node) && within_article(node) && !is_removed(node) {
            let words = flatten::words(node);
            if !words.is_empty() && words.chars().count() <= MAX_ASIDE && !is_hidden(node) && seen.insert(words.clone()) {
                aside.push(words);
            }
        }
        weights.remove(std::slice::from_ref(node));
    }
    weights.remove(page.select("body > header, body > div > header").nodes());
    aside
}

/// What an element holds, itself included.
#[derive(Clone, Copy, Default)]
struct Weight {
    /// The characters in longer paragraphs.
    text: usize,
    /// The number of `<h1>`.
    headlines: usize,
}

/// The weights of all elements, counted once and kept up to date: counting them for each element anew would take time quadratic in the depth.
struct Weights {
    /// The characters in longer paragraphs of the whole page, before anything was removed.
    total: usize,
    by_node: HashMap<NodeId, Weight>,
}

impl Weights {
    fn new(page: &Document) -> Self {
        let root = page.root();
        let nodes: Vec<NodeRef<'_>> = root.descendants_it().collect();
        let mut by_node: HashMap<NodeId, Weight> = HashMap::with_capacity(nodes.len());
        // A node comes after its ancestors, so that backwards each is complete before it is added to its parent.
        for node in nodes.iter().rev() {
            let weight = by_node.entry(node.id).or_default();
            if node.has_name("p") || node.has_name("td") {
                let count = node.normalized_char_count();
                weight.text += if count >= LONG { count } else { 0 };
            }
            weight.headlines += usize::from(node.has_name("h1"));
            let weight = *weight;
            if let Some(parent) = node.parent() {
                let sum = by_node.entry(parent.id).or_default();
                sum.text += weight.text;
                sum.headlines += weight.headlines;
            }
        }
        Self { total: by_node.get(&root.id).map_or(0, |weight| weight.text), by_node }
    }

    /// Whether the element must stay.
    fn must_stay(&self, node: &NodeRef<'_>) -> bool {
        let name = node.node_name().unwrap_or_default();
        let weight = self.by_node.get(&node.id).copied().unwrap_or_default();
        matches!(&*name, "html" | "body" | "main" | "h1")
            || node.attr("itemprop").is_some_and(|prop| &*prop == "articleBody")
            || weight.headlines > usize::from(&*name == "h1")
            || weight.text * 5 > self.total * 2 && self.total > 0
    }

    /// Removes the elements with running text above the headline, such as notices, if enough text follows it.
    fn remove_above(&mut self, headline: &NodeRef<'_>) {
        let mut above = Vec::new();
        let mut at = Some(*headline);
        while let Some(node) = at.filter(|node| !node.has_name("body")) {
            let mut before = node.prev_element_sibling();
            while let Some(sibling) = before {
                above.extend((self.text(&sibling) > 0).then_some(sibling));
                before = sibling.prev_element_sibling();
            }
            at = node.parent();
        }
        let whole = at.map_or(0, |body| self.text(&body));
        let left = whole.saturating_sub(above.iter().map(|node| self.text(node)).sum());
        if left >= ENOUGH && left * 4 >= whole {
            above.iter().for_each(|node| self.take_out(node));
        }
    }

    fn text(&self, node: &NodeRef<'_>) -> usize {
        self.by_node.get(&node.id).map_or(0, |weight| weight.text)
    }

    /// Removes those of the elements that need not stay.
    fn remove(&mut self, nodes: &[NodeRef<'_>]) {
        for node in nodes {
            if !self.must_stay(node) {
                self.take_out(node);
            }
        }
    }

    fn take_out(&mut self, node: &NodeRef<'_>) {
        let weight = self.by_node.get(&node.id).copied().unwrap_or_default();
        for outer in node.ancestors_it(None) {
            if let Some(sum) = self.by_node.get_mut(&outer.id) {
                sum.text = sum.text.saturating_sub(weight.text);
                sum.headlines = sum.headlines.saturating_sub(weight.headlines);
            }
        }
        node.remove_from_parent();
    }
}

fn within_article(node: &NodeRef<'_>) -> bool {
    node.ancestors_it(None).any(|outer| {
        outer.has_name("article") || outer.has_name("main") || outer.attr("itemprop").is_some_and(|prop| &*prop == "articleBody")
    })
}

fn is_removed(node: &NodeRef<'_>) -> bool {
    !node.ancestors_it(None).any(|outer| outer.has_name("html"))
}

pub(super) fn is_hidden(node: &NodeRef<'_>) -> bool {
    let style = node.attr_or("style", "").to_lowercase().replace(' ', "");
    let class = node.class().unwrap_or_default();
    // "hidden md:block" is hidden on phones only.
    let returns = class
        .split_whitespace()
        .any(|name| name.contains(":block") || name.contains(":flex") || name.contains(":inline") || name.contains("-block"));
    style.contains("display:none")
        || style.contains("visibility:hidden")
        || class.split_whitespace().any(|name| HIDDEN.contains(&name)) && !returns
}

/// Whether a class or the id marks the element as surrounding the article; text alone may be the lead, whatever says "teaser".
fn is_marked(node: &NodeRef<'_>) -> bool {
    let name = node.node_name().unwrap_or_default();
    let is_teaser = |part: &str| part == "teaser";
    let may_be_lead = matches!(&*name, "div" | "span") && node.element_children().iter().all(is_plain);
    if may_be_lead && !has_mark(node, |part| !is_teaser(part)) && node.normalized_char_count() >= LONG {
        return false;
    }
    is_around(node)
}

/// Whether a class or the id names what surrounds an article.
pub(super) fn is_around(node: &NodeRef<'_>) -> bool {
    let name = node.node_name().unwrap_or_default();
    if matches!(&*name, "html" | "body" | "article" | "main" | "p" | "h1" | "a" | "em" | "strong" | "b" | "i") {
        // A paragraph with the class "teaser" may be the lead; a caption may be just a paragraph.
        let class = node.class().unwrap_or_default().to_lowercase();
        return &*name == "p"
            && class.split([' ', '-', '_']).any(|part| matches!(part, "caption" | "copyright" | "credit" | "bildunterschrift"));
    }
    has_mark(node, |_| true)
}

/// Whether a class or the id has one of the marks that count.
pub(super) fn has_mark(node: &NodeRef<'_>, counts: impl Fn(&str) -> bool) -> bool {
    let class = node.class().unwrap_or_default();
    let id = node.id_attr().unwrap_or_default();
    class.split_whitespace().chain([&*id]).any(|name| {
        // "has-sidebar", "with-comments": about the page's layout, not about this element.
        let layout = ["has-", "with-", "no-", "is-"].iter().any(|start| name.starts_with(start)) || name.contains(':');
        !layout && parts(name).iter().any(|part| WHOLE.contains(&part.as_str()) && counts(part))
    })
}

/// Whether the element is text without links, as a lead with the class "teaser" is.
fn is_plain(node: &NodeRef<'_>) -> bool {
    let is_inline = |inner: &NodeRef<'_>| matches!(inner.node_name().as_deref(), Some("span" | "b" | "strong" | "em" | "i" | "br"));
    (node.has_name("p") || is_inline(node)) && node.element_children().iter().all(is_inline)
}

/// The parts of a class or id: `article__related-links`, `teaserBox` and `mehr-zum-thema` are split at punctuation and capitals;
/// adjacent parts are also joined.
pub(super) fn parts(name: &str) -> Vec<String> {
    let mut out: Vec<String> = vec![String::new()];
    let mut lower_before = false;
    for c in name.chars() {
        let cut = !c.is_alphanumeric() || c.is_uppercase() && lower_before;
        if cut && out.last().is_some_and(|part| !part.is_empty()) {
            out.push(String::new());
        }
        if let Some(part) = out.last_mut().filter(|_| c.is_alphanumeric()) {
            part.extend(c.to_lowercase());
        }
        lower_before = c.is_lowercase();
    }
    let joined: Vec<String> = (2..=3).flat_map(|length| out.windows(length).map(<[String]>::concat).collect::<Vec<_>>()).collect();
    out.extend(joined);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, expected: &str, aside: &[&str]) {
        let page = Document::from(html);
        let found = clean(&page, None);
        let body = page.body().expect("a page has a body");
        assert_eq!(flatten::words(&body), expected, "{html}");
        assert_eq!(found, aside, "{html}");
    }

    #[test]
    fn surroundings_of_the_article_are_removed() {
        check("<nav>Menü</nav><main><p>Text</p></main><footer>Impressum</footer>", "Text", &[]);
        check("<div class='c-teaserBox'>Anderes</div><div id=related-articles>Mehr</div><p>Text</p>", "Text", &[]);
        check("<div class='mehr-zum-thema'>Mehr</div><div class=has-sidebar><p>Text</p></div>", "Text", &[]);
        check(
            "<p class=hidden>weg</p><p class='hidden md:block'>da</p><div style='display: none'>weg</div><p aria-hidden=true>weg</p>",
            "da",
            &[],
        );
        check("<article><figure><img><figcaption>Die Ministerin</figcaption></figure><p>Text</p></article>", "Text", &["Die Ministerin"]);
        check("<div class=teaser><h1>Titel</h1></div><p>Text</p>", "Titel Text", &[]);
        check("<p class=teaser>Vorspann</p><p class='img-caption'>Bild</p>", "Vorspann", &[]);
        check("<div role=dialog>Cookies?</div><div id='cookie-banner'>Cookies!</div><p>Text</p>", "Text", &[]);
    }

    #[test]
    fn an_element_with_the_running_text_stays() {
        let long = "Ein Satz, der lang genug ist, um als fortlaufender Text zu gelten, und noch etwas länger.";
        check(&format!("<div class=comments><p>{long}</p></div>"), long, &[]);
    }

    #[test]
    fn class_names_are_split_at_punctuation_and_capitals() {
        assert_eq!(parts("teaserBox"), ["teaser", "box", "teaserbox"]);
        assert!(parts("mehr-zum__Thema").contains(&"mehrzumthema".to_owned()));
        assert!(!parts("header").contains(&"ad".to_owned()));
    }
}
