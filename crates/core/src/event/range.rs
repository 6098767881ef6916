//! Ranges of two times that are one span: `von 2005 bis 2013`, `24. bis 29. Januar`, `zwischen März und Mai`.

use crate::text::{Document, Span};
use crate::time::{TimeExpression, TimeKind};

/// Most words between the two times.
const WORDS: usize = 4;

/// Whether `last` is the end of a range that begins with `first`, the time before it.
pub(super) fn is_range(document: &Document, first: &TimeExpression, last: &TimeExpression) -> bool {
    let dates = [first, last].iter().all(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time));
    let in_order = first.earliest <= last.earliest && first.latest <= last.latest;
    dates && in_order && is_connected(document, first.span, last.span)
}

fn is_connected(document: &Document, first: Span, last: Span) -> bool {
    // `1914–1918` can be one word.
    if document.text().get(first.end as usize..last.start as usize).is_some_and(|between| matches!(between, "-" | "–" | "—")) {
        return true;
    }
    let (from, to) = (document.token_at(first.end), document.token_at(last.start));
    if from >= to || to - from > WORDS || document.sentence_at(first.start) != document.sentence_at(last.start) {
        return false;
    }
    let between = || from..to;
    let filler = |at: usize| {
        matches!(
            document.lower(at),
            "zum" | "zur" | "einschließlich" | "inklusive" | "den" | "dem" | "der" | "am" | "in" | "ins" | "jahr" | ","
        )
    };
    let until = |at: usize| matches!(document.lower(at), "bis" | "-" | "–" | "—");
    let and = |at: usize| document.lower(at) == "und";
    let begins = document.token_at(first.start);
    let opened = |word: &str| (begins.saturating_sub(2)..begins).any(|at| document.lower(at) == word);
    let only = |fits: &dyn Fn(usize) -> bool| between().filter(|at| fits(*at)).count() == 1 && between().all(|at| fits(at) || filler(at));
    only(&until) || opened("zwischen") && only(&and)
}

/// The time expression from the first to the last day of a range.
pub(super) fn whole(first: &TimeExpression, last: &TimeExpression) -> TimeExpression {
    let value = if first.value.is_empty() || last.value.is_empty() { String::new() } else { format!("{}/{}", first.value, last.value) };
    TimeExpression {
        span: Span { start: first.span.start, end: last.span.end },
        value,
        earliest: first.earliest,
        latest: last.latest,
        ..last.clone()
    }
}
