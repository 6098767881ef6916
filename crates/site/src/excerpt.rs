//! Excerpts of articles that may not be published in full.

use zeitlupe_core::article::{Article, Excerpt, Role, Section};
use zeitlupe_core::text::{Span, TokenKind, sentences, tokens};

/// The longest excerpt, in words; it is never more than half of the article.
const MAX_WORDS: usize = 40;
/// The most names that are listed.
const MAX_NAMES: usize = 12;
/// The mark at the end of an excerpt.
const CUT: &str = " […]";

/// Reduces an article to an excerpt: title, metadata, and the first sentences of the body, at most 40 words and half of the text.
/// A longer first sentence is cut.
///
/// `words` is the number of words of the whole article, `names` are its names with their counts, the most frequent first, of which twelve
/// are listed. The metadata mark it as an excerpt. No kicker, subheading or furniture remains.
pub fn reduce(article: &Article, words: u32, names: &[(String, u32)]) -> Article {
    let running: Vec<&str> =
        article.sections.iter().filter(|s| matches!(s.role, Role::Lead | Role::Paragraph)).map(|s| s.span.of(&article.text)).collect();
    let first = running.iter().find(|line| !line.trim().is_empty()).copied().unwrap_or_default();
    let short = beginning(first, MAX_WORDS.min(words as usize / 2));
    let mut out = Article { meta: article.meta.clone(), ..Article::default() };
    out.meta.kicker = None;
    out.meta.excerpt = Some(Excerpt { words, names: names.iter().take(MAX_NAMES).cloned().collect() });
    let title = article.sections.iter().find(|section| section.role == Role::Title).map(|section| section.span.of(&article.text));
    let lines = title.map(|title| (Role::Title, title.to_owned())).into_iter().chain([(Role::Paragraph, short.to_owned() + CUT)]);
    for (role, line) in lines {
        if !out.text.is_empty() {
            out.text.push('\n');
        }
        let start = out.text.len();
        out.text.push_str(&line);
        out.sections.push(Section { role, span: Span::new(start, out.text.len()) });
    }
    out
}

fn words_of(text: &str) -> Vec<Span> {
    tokens(text).into_iter().filter(|token| token.kind != TokenKind::Punctuation).map(|token| token.span).collect()
}

/// The first sentences of a line with at most `most` words together; of a longer first sentence its beginning.
fn beginning(line: &str, most: usize) -> &str {
    let words = words_of(line);
    let count = |end: u32| words.iter().filter(|word| word.end <= end).count();
    let whole = sentences(line).into_iter().map(|sentence| sentence.end).take_while(|end| count(*end) <= most).last();
    let end = whole.or_else(|| words.get(most.saturating_sub(1)).map(|word| word.end)).unwrap_or(0);
    line[..end as usize].trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use zeitlupe_ingest::plain;

    fn reduced(text: &str) -> (String, Excerpt) {
        let whole = plain(text, Default::default()).article;
        let article = reduce(&whole, words_of(&whole.text).len() as u32, &[("Wien".into(), 3)]);
        (article.text.clone(), article.meta.excerpt.expect("it is an excerpt"))
    }

    const FIRST: &str = "Die Minister trafen sich am Freitag in Wien.";
    const SECOND: &str =
        "Sie sprachen lange über die Lage, ohne sich in den wichtigen Fragen einigen zu können, und gingen am späten Abend auseinander.";
    const THIRD: &str = "Ein Sprecher sagte, die Gespräche würden in der kommenden Woche an einem anderen Ort fortgesetzt, sobald beide Seiten ihre Vorschläge geprüft hätten und die Fachleute zu einem Ergebnis gekommen seien.";

    #[test]
    fn an_excerpt_ends_with_a_whole_sentence() {
        let text = format!("Gipfel in Wien\n\n04.02.2022\n{FIRST} {SECOND} {THIRD}\nZwischentitel hier\n{THIRD}\nFoto: Anna Schmidt");
        let (short, of) = reduced(&text);
        assert_eq!(short, format!("Gipfel in Wien\n{FIRST} {SECOND} […]"));
        assert_eq!(of.names, [("Wien".to_owned(), 3)]);
        assert!(of.words > 80, "{of:?}");
    }

    #[test]
    fn a_long_first_sentence_is_cut_between_words() {
        let long = format!("{} Ende.", "Wort ".repeat(100).trim_end());
        let (short, _) = reduced(&format!("Ein Titel\n\n{long}"));
        assert_eq!(short, format!("Ein Titel\n{} […]", "Wort ".repeat(40).trim_end()));
    }

    #[test]
    fn a_short_article_is_not_shown_whole() {
        let (short, of) = reduced(FIRST);
        assert_eq!((short.as_str(), of.words), ("Die Minister trafen sich […]", 8));
        let (none, _) = reduced("");
        assert_eq!(none, " […]");
    }

    #[test]
    fn the_spans_of_an_excerpt_are_valid() {
        let article = reduce(&plain(&format!("Gipfel in Wien\n\n{FIRST} {SECOND}"), Default::default()).article, 30, &[]);
        let joined: Vec<&str> = article.sections.iter().map(|section| section.span.of(&article.text)).collect();
        assert_eq!(joined.join("\n"), article.text);
        assert!(article.furniture.is_empty());
    }
}
