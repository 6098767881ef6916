//! Speech synthesis with local voices only: others send the text to a server.

use super::dom::window;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

fn synthesis() -> Option<SpeechSynthesis> {
    // Not every browser has it.
    window()?.speech_synthesis().ok().filter(|synthesis| !synthesis.is_undefined())
}

/// A local voice for a language.
fn voice(synthesis: &SpeechSynthesis, lang: &str) -> Option<SpeechSynthesisVoice> {
    let fits = |voice: &SpeechSynthesisVoice| voice.local_service() && voice.lang().get(..2) == lang.get(..2);
    synthesis.get_voices().iter().map(|voice| voice.unchecked_into()).find(fits)
}

/// Whether there is a local voice for a language.
pub fn can_speak(lang: &str) -> bool {
    synthesis().is_some_and(|synthesis| voice(&synthesis, lang).is_some())
}

/// Calls back when the list of voices changes, until the returned value is dropped.
pub fn on_voices(heard: impl Fn() + 'static) -> impl FnOnce() {
    let listener = synthesis().map(|synthesis| EventListener::new(&synthesis, "voiceschanged", move |_| heard()));
    move || drop(listener)
}

/// Reads a text aloud; `done` is called at its end or when it fails.
pub fn speak(text: &str, lang: &str, done: impl FnOnce() + 'static) {
    let Some(synthesis) = synthesis() else { return };
    let Ok(words) = SpeechSynthesisUtterance::new_with_text(text) else { return };
    words.set_lang(lang);
    words.set_voice(voice(&synthesis, lang).as_ref());
    let done = Closure::once_into_js(done);
    // Exactly one of the two events occurs.
    words.set_onend(Some(done.unchecked_ref()));
    words.set_onerror(Some(done.unchecked_ref()));
    synthesis.speak(&words);
}

/// Stops.
pub fn stop_speaking() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

/// Pauses, also within a sentence.
pub fn pause_speaking() {
    if let Some(synthesis) = synthesis() {
        synthesis.pause();
    }
}

/// Resumes after [`pause_speaking`].
pub fn resume_speaking() {
    if let Some(synthesis) = synthesis() {
        synthesis.resume();
    }
}
