//! Where the reader's notes stand in an article.

use crate::state::AppContext;
use zeitlupe_core::text::Span;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::address::Passage;

/// What the reader has marked of an article, and where it stands now: places in the notebook, spans in the text.
pub fn notes_in(context: &AppContext, document: &AnalysedArticle) -> Vec<(usize, Span)> {
    let article = &document.article;
    let notes = context.state.notebook.notes.iter().enumerate().filter(|(_, note)| note.article == article.meta.id);
    notes.filter_map(|(at, note)| Some((at, note.find(&article.text)?))).collect()
}

/// The note that a link of the list of notes leads to. Such a link counts as the note does, in code points, for want of the text.
pub fn noted_at(context: &AppContext, notes: &[(usize, Span)], passage: &Passage) -> Option<Span> {
    let all = &context.state.notebook.notes;
    let meant = |(at, _): &&(usize, Span)| all.get(*at).is_some_and(|note| note.start == passage.start && note.quote == passage.quote);
    notes.iter().find(meant).map(|(_, span)| *span)
}
