//! Reading aloud, sentence by sentence, in a voice of the device.

use crate::hooks::use_listener;
use crate::platform;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::text::Span;
use zeitlupe_core::view::AnalysedArticle;

/// How far the reading aloud is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aloud {
    /// The sentence that is read; `None`: silence.
    at: Option<usize>,
    /// Whether it holds on in the middle of it.
    held: bool,
}

/// Reads on from sentence to sentence while it is set to; silent when the article is left.
#[hook]
pub fn use_aloud(document: Option<&AnalysedArticle>) -> (UseStateHandle<Aloud>, bool) {
    let aloud = use_state_eq(Aloud::default);
    let lang = document.and_then(|document| document.article.meta.lang.clone()).unwrap_or_else(|| "de".into());
    // The list of voices may come later than the page.
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
    // A voice that was stopped reports its end, too.
    let latest = use_mut_ref(|| 0_u32);
    use_effect_with(sentence, move |sentence| {
        *latest.borrow_mut() += 1;
        platform::hush();
        if let Some((at, text)) = sentence.clone() {
            let (mine, latest) = (*latest.borrow(), latest.clone());
            platform::reveal(".spoken");
            platform::speak(&text, &lang, move || {
                if *latest.borrow() == mine {
                    set.set(Aloud { at: Some(at + 1).filter(|next| *next < last), held: false });
                }
            });
        }
        platform::hush
    });
    use_listener("pagehide", false, |_| platform::hush());
    (aloud, can)
}

/// The sentence that is being read.
pub fn spoken(aloud: Aloud, document: &AnalysedArticle) -> Option<Span> {
    document.sentences.get(aloud.at?).copied()
}

/// Begins, holds on, goes on, ends; nothing where the device has no voice of its own for the language.
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
    // Where a passage is open, reading begins at its sentence.
    let passage = context.address().passage.as_ref().and_then(|passage| passage.find(&document.article.text));
    let from = passage.and_then(|passage| document.sentences.iter().position(|sentence| sentence.end > passage.start)).unwrap_or(0);
    html! {
        <p class="aloud">
            if at.is_none() {
                <button type="button" class="speak" onclick={set(Aloud { at: Some(from), held: false }, || ())}>{ words.aloud }</button>
                <span class="quiet">{ words.aloud_help }</span>
            } else {
                if held {
                    <button type="button" class="speak" onclick={set(Aloud { at, held: false }, platform::resume)}>{ words.resume }</button>
                } else {
                    <button type="button" class="speak" onclick={set(Aloud { at, held: true }, platform::hold)}>{ words.hold }</button>
                }
                <button type="button" class="hush" onclick={set(Aloud::default(), || ())}>{ words.hush }</button>
            }
        </p>
    }
}
