//! Reading aloud, sentence by sentence, with a local voice.

use super::notes::{notes_in, passage_at};
use crate::hooks::use_listener;
use crate::platform;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::text::Span;
use zeitlupe_core::view::AnalysedArticle;

/// The state of reading aloud.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aloud {
    /// The sentence being read; `None`: silent.
    at: Option<usize>,
    /// Whether it is paused.
    held: bool,
}

/// Reads sentence after sentence; stops when the article is left.
#[hook]
pub fn use_aloud(document: Option<&AnalysedArticle>) -> (UseStateHandle<Aloud>, bool) {
    let aloud = use_state_eq(Aloud::default);
    let lang = document.and_then(|document| document.article.meta.lang.clone()).unwrap_or_else(|| "de".into());
    // The list of voices may be loaded after the page.
    let voices = use_state_eq(|| 0_u32);
    let more = voices.setter();
    let count = use_mut_ref(|| 0_u32);
    use_effect_with((), move |()| {
        platform::on_voices(move || {
            *count.borrow_mut() += 1;
            more.set(*count.borrow());
        })
    });
    let can = platform::can_speak(&lang);
    let sentence = aloud
        .at
        .zip(document)
        .and_then(|(at, document)| document.sentences.get(at).map(|span| (at, span.of(&document.article.text).to_owned())));
    let (set, last) = (aloud.setter(), document.map_or(0, |document| document.sentences.len()));
    // Stopping a voice also reports its end.
    let latest = use_mut_ref(|| 0_u32);
    use_effect_with(sentence, move |sentence| {
        *latest.borrow_mut() += 1;
        platform::stop_speaking();
        if let Some((at, text)) = sentence.clone() {
            let (mine, latest) = (*latest.borrow(), latest.clone());
            platform::reveal(".spoken");
            platform::speak(&text, &lang, move || {
                if *latest.borrow() == mine {
                    set.set(Aloud { at: Some(at + 1).filter(|next| *next < last), held: false });
                }
            });
        }
        platform::stop_speaking
    });
    use_listener("pagehide", false, |_| platform::stop_speaking());
    (aloud, can)
}

/// The sentence being read.
pub fn spoken(aloud: Aloud, document: &AnalysedArticle) -> Option<Span> {
    document.sentences.get(aloud.at?).copied()
}

/// Buttons to start, pause, resume and stop; empty without a local voice for the language.
pub fn aloud_bar(context: &AppContext, document: &AnalysedArticle, aloud: &UseStateHandle<Aloud>, can: bool) -> Html {
    if !can || document.sentences.is_empty() {
        return html! {};
    }
    let words = &context.words().display;
    let set = |to: Aloud, act: fn()| {
        let aloud = aloud.setter();
        Callback::from(move |_: MouseEvent| {
            act();
            aloud.set(to);
        })
    };
    let Aloud { at, held } = **aloud;
    // Reading begins at the sentence of an open passage.
    let passage = context.address().passage.as_ref();
    let passage = passage.and_then(|passage| passage_at(context, document, &notes_in(context, document), passage));
    let from = passage.and_then(|passage| document.sentences.iter().position(|sentence| sentence.end > passage.start)).unwrap_or(0);
    html! {
        <p class="aloud">
            if at.is_none() {
                <button type="button" class="speak" onclick={set(Aloud { at: Some(from), held: false }, || ())}>{ words.aloud }</button>
                <span class="quiet">{ words.aloud_help }</span>
            } else {
                if held {
                    <button type="button" class="speak" onclick={set(Aloud { at, held: false }, platform::resume_speaking)}>{ words.resume }</button>
                } else {
                    <button type="button" class="speak" onclick={set(Aloud { at, held: true }, platform::pause_speaking)}>{ words.pause }</button>
                }
                <button type="button" class="hush" onclick={set(Aloud::default(), || ())}>{ words.stop }</button>
            }
        </p>
    }
}
