//! Marking passages: the toolbar for a selection, the form without a pointer, and the card of a note.

use crate::anchors::Selected;
use crate::components::close::close;
use crate::components::copy::copy_button;
use crate::components::share::{passage_link, quotation_text};
use crate::hooks::use_listener;
use crate::platform;
use crate::state::{Action, AppContext, NotebookNotice};
use yew::prelude::*;
use zeitlupe_core::annotation::{Change, Note};
use zeitlupe_core::text::{Span, whole_words};
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::address::{Address, Page, Passage};

/// The selection in the text of an article.
#[hook]
pub fn use_selected() -> UseStateHandle<Option<Selected>> {
    let selected = use_state_eq(|| None::<Selected>);
    let set = selected.setter();
    use_listener("selectionchange", true, move |_| set.set(platform::selected()));
    selected
}

/// Adds a passage to the notebook; with `open`, opens its card and focuses the comment.
fn mark(context: &AppContext, document: &AnalysedArticle, span: Span, open: bool) {
    let article = &document.article;
    let span = trimmed(&article.text, span);
    context.state.dispatch(Action::Note(Change::Add(Note::of(&article.meta.id, &article.text, span))));
    platform::clear_selection();
    if open {
        let passage = Some(Passage { start: span.start, quote: span.of(&article.text).to_owned() });
        context.state.dispatch(Action::Visit(Box::new(Address { entity: None, passage, ..context.address().clone() })));
        platform::focus_soon("#notiz");
    }
}

/// A selection without white space at its ends.
pub(super) fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start as usize + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

fn marking(context: &AppContext, document: &AnalysedArticle, span: Span, open: bool) -> Callback<MouseEvent> {
    let (context, document) = (context.clone(), document.clone());
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        mark(&context, &document, span, open);
    })
}

/// The toolbar for a selection, at the bottom of the window, so that it does not cover the system's selection menu.
pub fn marking_bar(context: &AppContext, document: &AnalysedArticle, selected: Option<Span>) -> Html {
    let words = &context.words().notes;
    let Some(span) = selected.filter(|span| !span.of(&document.article.text).trim().is_empty()) else { return html! {} };
    // Pressing must not clear the selection before the click.
    let stay = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <div class="marking" role="toolbar" aria-label={words.bar} onmousedown={stay}>
            <button type="button" class="mark" onclick={marking(context, document, span, false)}>{ words.mark }</button>
            <button type="button" class="note" onclick={marking(context, document, span, true)}>{ words.note }</button>
            { copying(context, document, span, context.words().share.copy_quotation, quotation_text) }
            { copying(context, document, span, context.words().share.copy_link, passage_link) }
        </div>
    }
}

/// A button that copies a text made from the selection, and reports whether that succeeded.
fn copying(
    context: &AppContext,
    document: &AnalysedArticle,
    span: Span,
    label: &'static str,
    make: fn(&AppContext, &AnalysedArticle, Span) -> String,
) -> Html {
    let words = &context.words().share;
    let dispatcher = context.state.dispatcher();
    let done = Callback::from(move |copied: bool| {
        let remark = if copied { words.copied } else { words.not_copied };
        dispatcher.dispatch(Action::NotebookNotice(Some(NotebookNotice::Remark(remark.to_owned()))));
    });
    let (context, document, span) = (context.clone(), document.clone(), trimmed(&document.article.text, span));
    copy_button(label, move || make(&context, &document, span), done)
}

/// A button that marks the sentence of the current hit.
pub fn mark_sentence(context: &AppContext, document: &AnalysedArticle, hit: Option<Span>) -> Html {
    let sentence = hit.and_then(|hit| document.sentences.iter().find(|sentence| sentence.contains(hit)));
    let Some(sentence) = sentence else { return html! {} };
    html! { <button type="button" class="mark-sentence" onclick={marking(context, document, *sentence, false)}>{ context.words().notes.sentence }</button> }
}

/// A form that marks typed words, for readers who cannot select text.
pub fn mark_form(context: &AppContext, document: &AnalysedArticle) -> Html {
    let words = context.words();
    let apply = {
        let (context, document) = (context.clone(), document.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let wanted = platform::field(&event, "passage");
            match whole_words(&document.article.text, wanted.trim()).next() {
                Some(span) => mark(&context, &document, span, true),
                None => platform::show_invalid(&event, "passage", context.words().corrections.not_here),
            }
        })
    };
    html! {
        <details class="correct mark-form" key={format!("stelle {}", context.state.notebook.notes.len())} ontoggle={platform::show}>
            <summary>{ words.notes.form }</summary>
            <form onsubmit={apply}>
                <label>{ words.notes.form_words }<input name="passage" type="text" required=true autocomplete="off" spellcheck="false" /></label>
                <button>{ words.notes.mark }</button>
            </form>
        </details>
    }
}

/// The field of a comment; `id` if it is the only one in the view.
pub fn comment_field(context: &AppContext, at: usize, id: Option<&'static str>) -> Html {
    let words = &context.words().notes;
    let comment = context.state.notebook.notes.get(at).map(|note| note.comment.clone());
    let dispatcher = context.state.dispatcher();
    let typed = Callback::from(move |event: InputEvent| dispatcher.dispatch(Action::Note(Change::Comment(at, platform::value(&event)))));
    html! { <label class="comment">{ words.comment }<textarea {id} rows="3" value={comment} spellcheck="false" oninput={typed} /></label> }
}

/// The field of the group that a note is in.
pub fn group_field(context: &AppContext, at: usize) -> Html {
    let words = &context.words().notes;
    let group = context.state.notebook.notes.get(at).map(|note| note.group.clone());
    let dispatcher = context.state.dispatcher();
    let chosen = Callback::from(move |event: Event| dispatcher.dispatch(Action::Note(Change::Group(at, platform::value(&event)))));
    html! {
        <label class="group">{ words.group }<input type="text" list="gruppen" value={group} placeholder={words.group_new} autocomplete="off" spellcheck="false" onchange={chosen} /></label>
    }
}

/// The existing groups, as suggestions for [`group_field`]; once per page.
pub fn groups_offered(context: &AppContext) -> Html {
    html! { <datalist id="gruppen">{ for context.state.notebook.groups.iter().map(|group| html! { <option value={group.clone()} /> }) }</datalist> }
}

/// Deletes a note.
pub fn remove_button(context: &AppContext, at: usize) -> Html {
    let dispatcher = context.state.dispatcher();
    let remove = Callback::from(move |_: MouseEvent| {
        dispatcher.dispatch(Action::Note(Change::Remove(at)));
        // The button is removed with the note.
        platform::focus("#inhalt");
    });
    let words = &context.words().notes;
    html! { <button type="button" class="remove" onclick={remove} aria-label={format!("{} {}: {}", words.one, at + 1, words.remove)}>{ words.remove }</button> }
}

/// The reader's notes on a passage; for the passage of the address, if not marked yet, a button to mark it.
pub fn note_card(context: &AppContext, document: &AnalysedArticle, notes: &[(usize, Span)], passage: Option<Span>) -> Html {
    let words = &context.words().notes;
    let Some(passage) = passage else { return html! {} };
    let Some((at, _)) = notes.iter().find(|(_, span)| *span == passage) else {
        let is_time = document.times.iter().any(|time| time.span == passage);
        return if is_time {
            html! {}
        } else {
            html! { <p class="actions"><button type="button" class="mark-passage" onclick={marking(context, document, passage, true)}>{ words.form }</button></p> }
        };
    };
    html! {
        <section class="card own" aria-labelledby="belegkarte">
            { close(context) }
            <h2 id="belegkarte">{ format!("{} {}", words.one, at + 1) }</h2>
            { comment_field(context, *at, Some("notiz")) }
            { group_field(context, *at) }
            { groups_offered(context) }
            <p class="actions"><a class="button" href={context.address().at(Page::Evidence).href()}>{ words.all }</a>{ remove_button(context, *at) }</p>
        </section>
    }
}
