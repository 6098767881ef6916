//! The voices of the device itself: no others, as those send the text elsewhere.

use super::dom::window;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

fn synthesis() -> Option<SpeechSynthesis> {
    // Not every browser has it.
    window()?.speech_synthesis().ok().filter(|synthesis| !synthesis.is_undefined())
}

/// A voice of the device for a language.
fn voice(synthesis: &SpeechSynthesis, lang: &str) -> Option<SpeechSynthesisVoice> {
    let fits = |voice: &SpeechSynthesisVoice| voice.local_service() && voice.lang().get(..2) == lang.get(..2);
    synthesis.get_voices().iter().map(|voice| voice.unchecked_into()).find(fits)
}

/// Whether the device can read this language aloud by itself.
pub fn can_speak(lang: &str) -> bool {
    synthesis().is_some_and(|synthesis| voice(&synthesis, lang).is_some())
}

/// Calls when the list of voices has come or changed, until the value that is given back is dropped.
pub fn on_voices(heard: impl Fn() + 'static) -> impl FnOnce() {
    let listener = synthesis().map(|synthesis| EventListener::new(&synthesis, "voiceschanged", move |_| heard()));
    move || drop(listener)
}

/// Reads a text aloud; `done` is called at its end, also where the voice fails.
pub fn speak(text: &str, lang: &str, done: impl FnOnce() + 'static) {
    let Some(synthesis) = synthesis() else { return };
    let Ok(words) = SpeechSynthesisUtterance::new_with_text(text) else { return };
    words.set_lang(lang);
    words.set_voice(voice(&synthesis, lang).as_ref());
    let done = Closure::once_into_js(done);
    // One of the two comes, and only once.
    words.set_onend(Some(done.unchecked_ref()));
    words.set_onerror(Some(done.unchecked_ref()));
    synthesis.speak(&words);
}

/// Falls silent.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

/// Holds on in the middle of a sentence.
pub fn hold() {
    if let Some(synthesis) = synthesis() {
        synthesis.pause();
    }
}

/// Goes on after [`hold`].
pub fn resume() {
    if let Some(synthesis) = synthesis() {
        synthesis.resume();
    }
}
