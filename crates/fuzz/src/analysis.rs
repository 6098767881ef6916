//! The analysis of a text.

use zeitlupe_core::article::{Article, Evidence, Origin, PubDate};
use zeitlupe_core::bundle::{Bundle, Corpus, build};
use zeitlupe_core::text::{Document, Span, fold, sentences, tokens};
use zeitlupe_core::{entity, number, quote, time};
use zeitlupe_ingest::Moment;

/// Tokens, sentences, names, times, quotations, numbers, and a bundle of the one article. Bytes that are not UTF-8 are replaced.
pub fn analyse(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    ascend(&text, tokens(&text).iter().map(|token| token.span));
    ascend(&text, sentences(&text).into_iter());
    lie_within(&text, entity::recognise(&text).iter().map(|mention| mention.span));
    for published in [None, Some(published())] {
        lie_within(&text, time::recognise(&text, published.as_ref()).iter().map(|time| time.span));
    }
    let document = Document::new(&text);
    let names = entity::recognise_in(&document, None);
    let quotes = quote::quotes(&document, &names);
    lie_within(&text, quotes.iter().map(|quote| quote.span));
    lie_within(&text, quotes.iter().filter_map(|quote| quote.speaker).flat_map(|speaker| [speaker.span, speaker.full]));
    assert!(quotes.iter().filter_map(|quote| quote.speaker?.mention).all(|name| (name as usize) < names.len()), "a speaker is a name");
    ascend(&text, number::numbers(&document, &[]).iter().map(|number| number.span));
    let folded = fold(&text);
    assert_eq!(fold(&folded), folded, "folding twice changes nothing");
    let article = Article { text, ..Article::default() };
    assert!(bundle(vec![article]).failed.is_empty(), "a panic was caught");
}

/// The bundle of some articles.
pub fn bundle(articles: Vec<Article>) -> Bundle {
    build(&Corpus { articles, ..Corpus::default() }, &mut |_| ())
}

/// 4 February 2022.
fn published() -> PubDate {
    let evidence = Evidence { origin: Origin::Record, quote: "2022-02-04".into(), line: None, shared_words: 0 };
    Moment::read("2022-02-04").expect("a date").published(evidence)
}

/// Checks that spans lie in the text, at the bounds of characters.
pub fn lie_within(text: &str, spans: impl Iterator<Item = Span>) {
    for span in spans {
        assert!(text.get(span.range()).is_some_and(|part| !part.is_empty()), "{span:?} of {text:?}");
    }
}

/// Checks that spans lie in the text, one after the other.
fn ascend(text: &str, spans: impl Iterator<Item = Span>) {
    let mut end = 0;
    for span in spans {
        assert!(span.start >= end, "{span:?} begins before {end} in {text:?}");
        lie_within(text, std::iter::once(span));
        end = span.end;
    }
}
