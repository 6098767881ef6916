//! Headline and kicker: those that the page shows; its metadata helps to find them.

use super::facts::Facts;
use super::title::{self, plain, same, without_site};
use super::{flatten, prune};
use dom_query::{Document, NodeRef};
use std::collections::BTreeSet;

/// Parts of classes and other marks of a kicker.
const KICKERS: [&str; 30] = [
    "kicker",
    "topline",
    "dachzeile",
    "spitzmarke",
    "overline",
    "eyebrow",
    "supertitle",
    "roofline",
    "pretitle",
    "preheadline",
    "catchline",
    "emphasis",
    "topic",
    "overhead",
    "label",
    "prefix",
    "titleprefix",
    "ueberzeile",
    "oberzeile",
    "vorzeile",
    "obertitel",
    "leadin",
    "surtitle",
    "pretext",
    "introtitle",
    "subject",
    "themenzeile",
    "badge",
    "flag",
    "marker",
];
/// Parts of classes and other marks of a headline.
const HEADLINES: [&str; 9] = ["headline", "title", "titel", "heading", "ueberschrift", "schlagzeile", "hauptzeile", "head", "hed"];
/// Parts of classes of elements with an article.
const ARTICLES: [&str; 8] = ["article", "artikel", "story", "beitrag", "meldung", "post", "entry", "newstext"];
/// Headings that no article has.
const GENERIC: [&str; 22] = [
    "suche",
    "menü",
    "navigation",
    "kommentare",
    "newsletter",
    "anmelden",
    "anmeldung",
    "login",
    "cookies",
    "datenschutz",
    "datenschutzeinstellungen",
    "privatsphäre",
    "startseite",
    "home",
    "meistgelesen",
    "wetter",
    "themen",
    "nachrichten",
    "aktuelles",
    "impressum",
    "mehr zum thema",
    "wir verwenden cookies",
];
/// The most headings that are looked at.
const MAX_HEADINGS: usize = 60;
/// The most titles of the metadata that are looked at.
const MAX_TITLES: usize = 12;
/// The most words of a kicker.
const MAX_KICKER: usize = 8;

/// What a page has as its headline.
#[derive(Default)]
pub(super) struct Headline<'a> {
    pub title: Option<String>,
    pub kicker: Option<String>,
    /// The heading, if the page shows one.
    pub node: Option<NodeRef<'a>>,
}

/// The headline and, if the page distinguishes them, the kicker.
///
/// The headline is the heading that looks most like one ([`Heading::score`]), as shown; without one it is the title in the metadata,
/// without the name of the medium.
pub(super) fn read<'a>(page: &'a Document, facts: &Facts) -> Headline<'a> {
    let titles = facts
        .titles
        .iter()
        .filter(|title| title.len() <= MAX_TEXT)
        .map(|title| without_site(title, &facts.sites))
        .filter(|title| !title.is_empty());
    let said: Vec<Title> = titles.take(MAX_TITLES).map(Title::new).collect();
    let mut best: Option<(i32, Heading<'_>)> = None;
    for selector in ["h1", "h2, h3", "[itemprop=headline], [class*=headline], [class*=title], [class*=titel]"] {
        for node in page.select(selector).nodes().iter().take(MAX_HEADINGS) {
            // Nodes of a selection live as long as the page.
            let Some(heading) = page.tree.get(&node.id).and_then(|node| Heading::read(node, &said, facts)) else { continue };
            let score = heading.score(&said);
            if best.as_ref().is_none_or(|(most, _)| score > *most) {
                best = Some((score, heading));
            }
        }
    }
    let best = best.map(|(score, heading)| (score, heading.or_title_below(&said)));
    match best {
        Some((score, heading)) if score >= ENOUGH || said.is_empty() && score > 0 => {
            Headline { title: Some(heading.title), kicker: heading.kicker, node: Some(heading.node) }
        }
        _ => Headline { title: said.into_iter().next().map(|title| title.text), ..Headline::default() },
    }
}

/// The least score of a headline that is trusted more than the metadata.
const ENOUGH: i32 = 5;

/// A title of the metadata.
struct Title {
    text: String,
    words: BTreeSet<String>,
}

impl Title {
    fn new(text: String) -> Self {
        Self { words: content_words(&text), text }
    }
}

/// A heading of the page.
struct Heading<'a> {
    node: NodeRef<'a>,
    /// All its words as shown.
    whole: String,
    title: String,
    kicker: Option<String>,
}

impl<'a> Heading<'a> {
    fn read(node: NodeRef<'a>, said: &[Title], facts: &Facts) -> Option<Self> {
        if !is_short(&node) {
            return None;
        }
        let leaves_out = |inner: &NodeRef<'_>| inner.id != node.id && (is_unseen(inner) || is_label(inner));
        let whole = flatten::words_without(&node, &leaves_out);
        let is_site = facts.sites.iter().any(|site| same(site, &whole));
        if is_site || !(1..=40).contains(&whole.split_whitespace().count()) || !whole.contains(char::is_alphabetic) {
            return None;
        }
        let kicker = inner_kicker(&node, &whole, said);
        let title = kicker.as_ref().map_or(whole.as_str(), |kicker| whole[kicker.len()..].trim_start_matches(title::SEPARATORS));
        let title = title.trim().to_owned();
        let kicker = kicker.or_else(|| kicker_above(&node, &title, said));
        let kicker = kicker.map(|kicker| kicker.trim_matches(title::SEPARATORS).to_owned()).filter(|kicker| !kicker.is_empty());
        Some(Self { node, whole, title, kicker })
    }

    /// The heading below, if this one is its kicker by the metadata, as in old layouts.
    fn or_title_below(self, said: &[Title]) -> Self {
        let below = self.node.next_element_sibling().filter(|below| matches!(below.node_name().as_deref(), Some("h1" | "h2" | "h3")));
        let Some(below) = below.filter(is_short) else { return self };
        let title = flatten::words_without(&below, &is_unseen);
        let is_kicker = self.kicker.is_none() && said.iter().any(|said| title::is_pair(&said.text, &self.title, &title));
        if is_kicker { Self { node: below, whole: title.clone(), title, kicker: Some(self.title) } } else { self }
    }

    /// How likely this is the headline of the article: by its element, its place, its words, and the titles of the metadata.
    fn score(&self, said: &[Title]) -> i32 {
        let is_first = self.node.has_name("h1");
        let words = self.title.split_whitespace().count();
        let mut score = if is_first { 4 } else { 0 } + self.agreement(said, is_first) as i32 / 10;
        score += if is_in_article(&self.node) { 3 } else { 0 };
        score += if has_mark(&self.node, &HEADLINES) || inner(&self.node).iter().any(|part| has_mark(part, &HEADLINES)) { 3 } else { 0 };
        score += match words {
            1 => -3,
            2 => 0,
            _ => 2,
        };
        let lower = self.title.to_lowercase();
        score -= if GENERIC.contains(&lower.as_str()) { 8 } else { 0 };
        score -= if is_around(&self.node) { 8 } else { 0 };
        score - if is_unseen(&self.node) { 6 } else { 0 }
    }

    /// How well the titles of the metadata agree, in percent. A heading below the first level must have most of their words.
    fn agreement(&self, said: &[Title], is_first: bool) -> usize {
        let of = |words: &BTreeSet<String>, title: &Title| {
            let common = words.intersection(&title.words).count();
            let enough = is_first || common >= 3 && common * 2 >= title.words.len() || same(&title.text, &self.title);
            if enough { common * 100 / words.len().min(title.words.len()).max(1) } else { 0 }
        };
        let both = [content_words(&self.whole), content_words(&self.title)];
        said.iter().flat_map(|title| both.iter().map(move |words| of(words, title))).max().unwrap_or(0)
    }
}

/// The kicker within a headline: its first part, if that is marked as one, or if the rest is marked as the headline or is one by itself.
/// Returned as it stands at the beginning of `whole`.
fn inner_kicker(node: &NodeRef<'_>, whole: &str, said: &[Title]) -> Option<String> {
    let inner = inner(node);
    let begins = |part: &NodeRef<'_>| {
        let words = flatten::words_without(part, &is_unseen);
        let sound = !words.is_empty() && words.len() < whole.len() && whole.starts_with(&words) && words.contains(char::is_alphanumeric);
        sound.then_some(words)
    };
    if let Some(words) = inner.iter().filter(|part| has_mark(part, &KICKERS)).find_map(begins) {
        return Some(words);
    }
    let first = inner.iter().find(|part| matches!(part.node_name().as_deref(), Some("span" | "div" | "p" | "small" | "strong" | "b")))?;
    let words = begins(first).filter(|words| words.split_whitespace().count() <= MAX_KICKER)?;
    let rest = whole[words.len()..].trim_start_matches(title::SEPARATORS);
    let is_title = |part: &NodeRef<'_>| has_mark(part, &HEADLINES) && same(&flatten::words_without(part, &is_unseen), rest);
    let parted = words.ends_with(':') || whole[words.len()..].trim_start().starts_with([':', '|']);
    let confirmed = said.iter().any(|title| same(&title.text, rest) || title::is_pair(&title.text, &words, rest));
    let denied = said.iter().any(|title| plain(&title.text).contains(&plain(whole)) && !title::is_pair(&title.text, &words, rest));
    // A headline that is only divided into lines goes on in small letters.
    let begins_anew =
        rest.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "„»«\"“‚".contains(c)) && !words.ends_with([',', '–', '-']);
    let is_block = !first.has_name("span") || first.class().is_some_and(|class| class.split_whitespace().any(|name| name == "block"));
    let follows = is_block || first.next_element_sibling().is_some_and(|next| same(&flatten::words_without(&next, &is_unseen), rest));
    let apart = begins_anew
        && follows
        && matches!(first.node_name().as_deref(), Some("span" | "div" | "p" | "small"))
        && rest.split_whitespace().count() >= 2;
    (inner.iter().any(is_title) && !has_mark(first, &HEADLINES) || parted || confirmed || apart && !denied).then_some(words)
}

/// The kicker directly above a headline: an element marked as one, or one that the metadata has before the headline.
fn kicker_above(node: &NodeRef<'_>, headline: &str, said: &[Title]) -> Option<String> {
    let mut at = *node;
    for _ in 0..3 {
        let mut above = at.prev_element_sibling();
        for _ in 0..2 {
            let Some(element) = above else { break };
            if !is_short(&element) {
                break;
            }
            let words = flatten::words_without(&element, &is_unseen);
            let is_brief = (1..=MAX_KICKER + 2).contains(&words.split_whitespace().count());
            let marked = has_mark(&element, &KICKERS) || inner(&element).iter().any(|part| has_mark(part, &KICKERS));
            let confirmed = is_brief && said.iter().any(|title| title::is_pair(&title.text, &words, headline));
            if is_brief && !is_label(&element) && (marked || confirmed) {
                return Some(words);
            }
            above = element.prev_element_sibling();
        }
        if at.id == node.id
            && let Some(words) = bare_kicker(node)
        {
            return Some(words);
        }
        // The element around the headline alone may come below that of the kicker.
        at = at.parent().filter(|parent| matches!(parent.node_name().as_deref(), Some("div" | "header" | "hgroup" | "span")))?;
    }
    None
}

/// Words that say what an article has, as a line above its headline may.
const MEDIA: [&str; 7] = ["audio", "video", "artikel", "podcast", "galerie", "hören", "anzeige"];

/// The words directly above a headline, if they can be nothing but a kicker, though nothing marks them as one.
fn bare_kicker(node: &NodeRef<'_>) -> Option<String> {
    let element = node.prev_element_sibling().filter(is_short).filter(|_| is_in_article(node))?;
    let is_line = matches!(element.node_name().as_deref(), Some("p" | "div" | "span" | "h2" | "h3" | "h4" | "h5" | "h6"));
    let words = flatten::words_without(&element, &is_unseen);
    let plain = words.chars().all(|c| c.is_alphabetic() || " -–:.&„“’'".contains(c)) && !words.ends_with('.');
    let lower = words.to_lowercase();
    let sound = is_line
        && plain
        && (1..=4).contains(&words.split_whitespace().count())
        && words.starts_with(char::is_uppercase)
        && !words.starts_with("Von ")
        && !MEDIA.iter().any(|medium| lower.contains(medium))
        && !GENERIC.contains(&lower.as_str())
        && !is_label(&element)
        && !prune::is_around(&element);
    sound.then_some(words)
}

/// Whether an element has no more text than a heading. It is not counted further, so that this takes the same time for every element.
fn is_short(node: &NodeRef<'_>) -> bool {
    let mut left = MAX_TEXT;
    node.descendants_it().take(MAX_NODES + 1).enumerate().all(|(at, inner)| {
        let length = if inner.is_text() { inner.text().trim().len() } else { 0 };
        let fits = length <= left && at < MAX_NODES;
        left = left.saturating_sub(length);
        fits
    })
}

/// The most bytes of the text of a heading, and the most nodes within it.
const MAX_TEXT: usize = 600;
const MAX_NODES: usize = 120;

/// The first elements within an element.
fn inner<'a>(node: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    node.descendants_it().filter(NodeRef::is_element).take(12).collect()
}

/// Whether a class, an id, `itemprop` or a `data-` attribute has one of the marks as a part.
fn has_mark(node: &NodeRef<'_>, marks: &[&str]) -> bool {
    let is_named = |name: &str| matches!(name, "class" | "id" | "itemprop") || name.starts_with("data-");
    let attributes = node.attrs();
    let values = attributes.iter().filter(|attribute| is_named(&attribute.name.local));
    let mut names = values.flat_map(|attribute| attribute.value.split_whitespace()).filter(|name| name.len() <= 80);
    names.any(|name| prune::parts(name).iter().any(|part| marks.contains(&part.as_str())))
}

/// Whether a reader does not see the element.
fn is_unseen(node: &NodeRef<'_>) -> bool {
    prune::is_hidden(node) || node.class().is_some_and(|class| class.split_whitespace().any(|name| name == "hide"))
}

/// Whether the element says that the article is a paid one.
fn is_label(node: &NodeRef<'_>) -> bool {
    if !node.is_element() || node.has_name("h1") || node.has_name("h2") {
        return false;
    }
    let words = node.text().trim().to_lowercase();
    matches!(words.as_str(), "plus" | "abo" | "premium" | "+" | "exklusiv für abonnenten" | "für abonnenten" | "nur für abonnenten")
        || words.ends_with('+') && words.split_whitespace().count() <= 2 && words.len() <= 16
}

fn is_in_article(node: &NodeRef<'_>) -> bool {
    let is_article = |outer: &NodeRef<'_>| {
        let name = outer.node_name();
        matches!(name.as_deref(), Some("article" | "main"))
            || !matches!(name.as_deref(), Some("html" | "body")) && has_mark(outer, &ARTICLES)
    };
    node.ancestors_it(None).any(|outer| is_article(&outer))
}

/// Whether the heading belongs to what surrounds an article: navigation, teasers, comments, a dialog.
fn is_around(node: &NodeRef<'_>) -> bool {
    let is_named = |outer: &NodeRef<'_>| {
        matches!(outer.node_name().as_deref(), Some("nav" | "aside" | "footer" | "dialog" | "figure" | "form" | "noscript"))
            || matches!(outer.attr("role").as_deref(), Some("dialog" | "navigation" | "complementary" | "banner"))
    };
    // What lies around the article may have any class.
    let mut inside = true;
    node.ancestors_it(None).any(|outer| {
        let marked =
            is_named(&outer) || inside && (prune::is_around(&outer) || outer.has_name("article") && prune::has_mark(&outer, |_| true));
        inside &= !matches!(outer.node_name().as_deref(), Some("article" | "main"));
        marked
    })
}

fn content_words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect()
}
