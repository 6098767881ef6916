//! The positions of the reader's notes in an article.

use crate::state::AppContext;
use zeitlupe_core::text::Span;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::address::Passage;

/// The notes on an article: index in the notebook, and current span in the text.
pub fn notes_in(context: &AppContext, document: &AnalysedArticle) -> Vec<(usize, Span)> {
    let article = &document.article;
    let notes = context.state.notebook.notes.iter().enumerate().filter(|(_, note)| note.article == article.meta.id);
    notes.filter_map(|(at, note)| Some((at, note.find(&article.text)?))).collect()
}

/// The note that a link from the list of notes refers to. Such a link has the position in code points, as the list does not have the text.
pub fn noted_at(context: &AppContext, notes: &[(usize, Span)], passage: &Passage) -> Option<Span> {
    let all = &context.state.notebook.notes;
    let meant = |(at, _): &&(usize, Span)| all.get(*at).is_some_and(|note| note.start == passage.start && note.quote == passage.quote);
    notes.iter().find(meant).map(|(_, span)| *span)
}
