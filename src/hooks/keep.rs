//! What is kept in the browser's storage, in step with other windows that keep it as well.

use crate::platform::{self, Stored};
use crate::state::{Action, AppContext, NotebookNotice, Shared, State};
use gloo::events::EventListener;
use std::cell::RefCell;
use std::mem::replace;
use std::rc::Rc;
use yew::prelude::*;

/// How an entry of the storage is read and written.
pub(super) struct Entry<T: 'static> {
    pub(super) stored: Stored,
    /// Reads a text; `false` if a part of it, or all, cannot be read.
    pub(super) read: fn(&str) -> (T, bool),
    /// The text to store; `None` if there is nothing to store.
    pub(super) write: fn(&T) -> Option<String>,
    /// Another window has changed this into that, or nothing is kept anymore.
    pub(super) follow: fn(T, Option<T>) -> Action,
}

/// What this window knows of an entry.
#[derive(Default)]
struct Known<T> {
    /// The text that it has read or stored last.
    text: Option<String>,
    /// The text of an earlier version of the program that it has read.
    former: Option<String>,
    /// What `text` means.
    value: T,
    /// The number of times that the reader has had everything deleted.
    wipes: u32,
    /// Whether there is a text that cannot be read, and could not be set aside: nothing may be stored in its place.
    stuck: bool,
}

/// An entry, and what this window knows of it.
struct Keeper<T: 'static> {
    entry: &'static Entry<T>,
    known: Rc<RefCell<Known<T>>>,
    dispatcher: UseReducerDispatcher<State>,
    /// What the reader is told about a text that was set aside, and if the browser stores nothing.
    told: [&'static str; 2],
}

impl<T: Clone + Default + PartialEq> Keeper<T> {
    fn tell(&self, what: &str) {
        self.dispatcher.dispatch(Action::NotebookNotice(Some(NotebookNotice::Remark(what.to_owned()))));
    }

    /// Reads a stored text. If a part of it cannot be read, all of it is set aside.
    fn read(&self, text: &str, formerly: bool, known: &mut Known<T>) -> (T, bool) {
        let (value, is_whole) = (self.entry.read)(text);
        if !is_whole {
            known.stuck |= !platform::set_aside(self.entry.stored, formerly);
            self.list_aside(known.stuck);
            self.tell(self.told[0]);
        }
        (value, is_whole)
    }

    fn list_aside(&self, stuck: bool) {
        let list = platform::texts_aside(self.entry.stored, stuck);
        if !list.is_empty() {
            self.dispatcher.dispatch(Action::SetAside(self.entry.stored == Stored::Names, Shared::new(list)));
        }
    }

    /// Begins with what earlier visits have kept.
    fn begin(&self) {
        self.list_aside(false);
        self.look();
        let former = platform::formerly_stored(self.entry.stored);
        self.known.borrow_mut().former = former.clone();
        if let Some(text) = former {
            let (value, _) = self.read(&text, true, &mut self.known.borrow_mut());
            self.dispatcher.dispatch((self.entry.follow)(T::default(), Some(value)));
        }
    }

    /// Follows what another window has stored since; `false` if nothing.
    fn look(&self) -> bool {
        let stored = self.entry.stored;
        let text = platform::stored(stored);
        let known = &mut *self.known.borrow_mut();
        if text == known.text {
            return false;
        }
        let (theirs, is_whole) = match text {
            Some(text) => {
                let (value, is_whole) = self.read(&text, false, known);
                (Some(value), is_whole)
            }
            // Corrections are kept even if there are none.
            None => ((stored == Stored::Notes && platform::stored(Stored::Names).is_some()).then(T::default), true),
        };
        known.text = platform::stored(stored);
        let base = replace(&mut known.value, theirs.clone().filter(|_| is_whole).unwrap_or_default());
        // What is missing in a text that cannot be read was not deleted.
        self.dispatcher.dispatch((self.entry.follow)(if is_whole { base } else { T::default() }, theirs));
        true
    }

    /// Deletes what is stored if the reader wants that, then stores the value if it is to be kept. If the browser refuses, what it has stays.
    fn keep(&self, value: &T, kept: bool, wipes: u32) {
        let stored = self.entry.stored;
        let is_wiped = replace(&mut self.known.borrow_mut().wipes, wipes) != wipes;
        if is_wiped && !self.is_stuck() {
            platform::delete_stored(stored);
            platform::delete_formerly_stored(stored);
            let known = &mut *self.known.borrow_mut();
            (known.text, known.value) = (None, T::default());
        }
        // Whatever is new comes as an action, which leads here again.
        if !kept || self.look() {
            return;
        }
        if self.is_stuck() || !self.store(value) {
            self.dispatcher.dispatch(Action::Unkept);
            self.tell(self.told[1]);
        } else if self.known.borrow().former == platform::formerly_stored(stored) {
            // One that came later is read by the next visit.
            platform::delete_formerly_stored(stored);
        }
    }

    /// Whether there is still a text that cannot be set aside.
    fn is_stuck(&self) -> bool {
        let known = &mut *self.known.borrow_mut();
        if known.stuck {
            known.stuck = ![false, true].into_iter().all(|formerly| platform::set_aside(self.entry.stored, formerly));
        }
        known.stuck
    }

    /// Stores a value unless that is done already; `false` if the browser refuses.
    fn store(&self, value: &T) -> bool {
        let known = &mut *self.known.borrow_mut();
        if *value == known.value && known.text.is_some() {
            return true;
        }
        let text = (self.entry.write)(value);
        match &text {
            Some(text) if !platform::store(self.entry.stored, text) => return false,
            Some(_) => {}
            None => platform::delete_stored(self.entry.stored),
        }
        (known.text, known.value) = (text, value.clone());
        true
    }
}

/// Reads what is stored, stores changes if the reader wants that, and follows changes by other windows.
#[hook]
pub(super) fn use_kept<T: Clone + Default + Eq + 'static>(context: &AppContext, entry: &'static Entry<T>, value: Rc<T>) {
    let (state, words) = (&context.state, context.words());
    let keeper = Keeper {
        entry,
        known: use_mut_ref(Known::default),
        dispatcher: state.dispatcher(),
        told: [words.notes.set_aside, words.corrections.not_stored],
    };
    let watcher = Keeper { known: keeper.known.clone(), dispatcher: state.dispatcher(), ..keeper };
    use_effect_with((), move |()| {
        watcher.begin();
        let listener = EventListener::new(&gloo::utils::window(), "storage", move |event| {
            if platform::is_storage_event(event, entry.stored) {
                watcher.look();
            }
        });
        move || drop(listener)
    });
    use_effect_with((value, state.kept, state.wipes, state.followed), move |(value, kept, wipes, _)| keeper.keep(value, *kept, *wipes));
}
