//! The positions of the reader's notes in an article.

use crate::state::AppContext;
use zeitlupe_core::annotation::Note;
use zeitlupe_core::text::Span;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::address::Passage;

/// The notes on an article: index in the notebook, and current span in the text.
pub fn notes_in(context: &AppContext, document: &AnalysedArticle) -> Vec<(usize, Span)> {
    let article = &document.article;
    let notes = context.state.notebook.notes.iter().enumerate().filter(|(_, note)| note.article == article.meta.id);
    notes.filter_map(|(at, note)| Some((at, note.find(&article.text)?))).collect()
}

/// The passage of a link in an article. A link from the list of notes has the position in code points, as the list does not have the text:
/// it means the note, which has its surroundings, and nothing if that is no longer found.
pub fn passage_at(context: &AppContext, document: &AnalysedArticle, notes: &[(usize, Span)], passage: &Passage) -> Option<Span> {
    let (all, article) = (&context.state.notebook.notes, &document.article);
    let meant = |note: &Note| note.article == article.meta.id && note.start == passage.start && note.quote == passage.quote;
    match all.iter().position(meant) {
        Some(note) => notes.iter().find(|(at, _)| *at == note).map(|(_, span)| *span),
        None => passage.find(&article.text),
    }
}
