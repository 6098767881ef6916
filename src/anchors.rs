//! Element ids of places in an article, unique even with several articles in one view.
//!
//! ```
//! use zeitlupe::anchors;
//!
//! assert_eq!(anchors::mark("003_436c", 512), "m-003_436c-512");
//! assert_eq!(anchors::read_mark("m-003_436c-512"), Some(("003_436c", 512)));
//! ```

use zeitlupe_core::text::Span;

/// A selected span of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    /// The id of the article.
    pub article: String,
    /// The span, in bytes of the article's text.
    pub span: Span,
}

impl Selected {
    /// The span, if it is in this article.
    pub fn of(&self, article: &str) -> Option<Span> {
        (self.article == article).then_some(self.span)
    }
}

/// The element id of a name or time that begins at byte `start` of the article's text.
pub fn mark(article: &str, start: u32) -> String {
    ["m-", article, "-", &start.to_string()].concat()
}

/// The article and the start of the mark with this element id; `None` for other ids.
pub fn read_mark(id: &str) -> Option<(&str, u32)> {
    let (article, start) = id.strip_prefix("m-")?.rsplit_once('-')?;
    Some((article, start.parse().ok()?))
}

/// The element id of the `n`th search hit of an article, from 0.
pub fn hit(article: &str, n: usize) -> String {
    ["treffer-", article, "-", &n.to_string()].concat()
}

/// The selector of the element with this id.
pub fn with_id(id: &str) -> String {
    attribute("id", id)
}

/// The selector of what matches `rest` inside the text of an article.
pub fn inside(article: &str, rest: &str) -> String {
    [&attribute("data-article", article), " ", rest].concat()
}

/// `[name="value"]`, with the value escaped.
fn attribute(name: &str, value: &str) -> String {
    ["[", name, "=\"", &value.replace('\\', "\\\\").replace('"', "\\\""), "\"]"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_may_contain_any_characters() {
        for article in ["003_436c", "a-1", "", "ä \"b\"\\"] {
            assert_eq!(read_mark(&mark(article, 7)), Some((article, 7)));
        }
        assert_eq!((read_mark("m512"), read_mark("marke-3"), read_mark("m-a-x")), (None, None, None));
        assert_eq!(with_id("a\"\\"), r#"[id="a\"\\"]"#);
        assert_eq!(inside("a", "mark"), r#"[data-article="a"] mark"#);
    }

    #[test]
    fn a_selection_belongs_to_one_article() {
        let selected = Selected { article: "a".into(), span: Span::new(1, 4) };
        assert_eq!((selected.of("a"), selected.of("b")), (Some(Span::new(1, 4)), None));
    }
}
