//! What the actions do.

use super::*;

#[test]
fn corrections_are_undone_step_by_step() {
    let name = |text| zeitlupe_core::entity::EntityName::parse(text).expect("a kind and a name");
    let step = |text| vec![Correction::Remove { name: name(text) }];
    let state = Rc::new(State::opening("#/"));
    let state = state.reduce(Action::Correct(step("PER:A"))).reduce(Action::Correct(step("PER:B"))).reduce(Action::Correct(Vec::new()));
    assert_eq!((state.corrections.all().len(), state.corrections.version, state.corrections.announced), (2, 2, true));
    let state = state.reduce(Action::Undo(0)).reduce(Action::Undo(7));
    assert_eq!(state.corrections.all(), step("PER:B"));
    assert!(!state.corrections.announced && state.corrections.applied != state.corrections.version);
    let state = state.reduce(Action::Corrected(4, 1)).reduce(Action::UndoAll);
    assert_eq!((state.corrections.all(), state.corrections.stale, state.corrections.version), (Vec::new(), 1, 5));
}

fn note(quote: &str) -> Change {
    Change::Add(zeitlupe_core::annotation::Note { article: "a".into(), quote: quote.into(), ..Default::default() })
}

fn quotes(state: &State) -> Vec<&str> {
    state.notebook.notes.iter().map(|note| note.quote.as_str()).collect()
}

#[test]
fn deleting_notes_can_be_undone_and_keeps_what_was_written_since() {
    let state = Rc::new(State::opening("#/")).reduce(Action::Note(note("Öl")));
    assert_eq!((state.noted.clone(), state.kept), (Some(NotebookNotice::Added), false));
    assert_eq!(state.clone().reduce(Action::Arrive("#/namen".into())).noted, None);
    let full = state.notebook.clone();
    let state = state.reduce(Action::Note(Change::Remove(0)));
    assert!(state.notebook.is_empty());
    assert!(matches!(state.noted, Some(NotebookNotice::Changed { .. })));
    let written = state.clone().reduce(Action::Note(Change::Answer("1".into(), "Ja".into()))).reduce(Action::Restore);
    assert_eq!((quotes(&written), written.notebook.answers.len()), (vec!["Öl"], 1));
    let state = state.reduce(Action::Restore).reduce(Action::Keep(true));
    assert_eq!((&state.notebook, &state.noted, state.kept, state.wipes), (&full, &None, true, 0));
    let state = state.reduce(Action::Forget);
    assert!(state.notebook.is_empty() && !state.kept && state.wipes == 1);
    assert!(state.reduce(Action::FollowNotes(Notebook::default(), Some(full))).kept, "what was saved had been allowed to be");
}

#[test]
fn an_import_says_what_it_has_left_out_and_can_be_undone() {
    let mut other = Notebook::default();
    other.apply(note("Gas"));
    let state = Rc::new(State::opening("#/")).reduce(Action::Note(note("Öl"))).reduce(Action::Import(other, "3 fehlen".into()));
    assert!(matches!(&state.noted, Some(NotebookNotice::Changed { remark, .. }) if remark == "3 fehlen"));
    assert_eq!(quotes(&state), ["Öl", "Gas"]);
    assert_eq!(quotes(&state.reduce(Action::Restore)), ["Öl"]);
}

#[test]
fn unkept_notes_are_merged_with_those_of_another_window() {
    let book = |list: &[&str]| {
        let mut book = Notebook::default();
        list.iter().for_each(|quote| book.apply(note(quote)));
        book
    };
    let state = Rc::new(State::opening("#/")).reduce(Action::Note(note("Öl")));
    let state = state.reduce(Action::FollowNotes(Notebook::default(), Some(book(&["Gas"]))));
    assert_eq!((quotes(&state), state.kept, state.followed), (vec!["Öl", "Gas"], true, 1));
    assert!(matches!(state.noted, Some(NotebookNotice::Remark(_))), "the reader is told");
    // What the other window deletes is deleted here, too.
    let state = state.reduce(Action::FollowNotes(book(&["Öl", "Gas"]), Some(book(&["Öl"]))));
    assert_eq!(quotes(&state), ["Öl"]);
    // It keeps nothing anymore: this one still shows what it has, and does not delete it from the storage itself.
    let state = state.reduce(Action::FollowNotes(book(&["Öl"]), None));
    assert_eq!((quotes(&state), state.kept, state.wipes), (vec!["Öl"], false, 0));
}

#[test]
fn corrections_of_two_windows_are_merged_and_undone_one_by_one() {
    let parse = |text: &str| {
        let (name, to) = text.split_once('>').expect("a name and what it becomes");
        let name = zeitlupe_core::entity::EntityName::parse(name).expect("a kind and a name");
        Correction::Rename { name, to: to.into() }
    };
    let list = |texts: &[&str]| texts.iter().map(|text| parse(text)).collect::<Vec<_>>();
    // Kept by an earlier visit.
    let state = Rc::new(State::opening("#/")).reduce(Action::FollowCorrections(Vec::new(), Some(list(&["PER:A>B", "PER:C>D"]))));
    assert_eq!((state.corrections.steps.len(), state.kept, state.noted.is_none()), (2, true, true));
    assert_eq!(state.clone().reduce(Action::Undo(1)).corrections.all(), list(&["PER:A>B"]));
    // Both change something.
    let state = state.reduce(Action::Correct(list(&["PER:E>F", "PER:G>H"]))).reduce(Action::Undo(0));
    let theirs = list(&["PER:A>B", "PER:C>D", "PER:G>X", "PER:I>J"]);
    let state = state.reduce(Action::FollowCorrections(list(&["PER:A>B", "PER:C>D"]), Some(theirs)));
    assert_eq!(state.corrections.all(), list(&["PER:C>D", "PER:E>F", "PER:G>X", "PER:I>J"]));
    assert!(matches!(state.noted, Some(NotebookNotice::Remark(_))), "the reader is told");
    let version = state.corrections.version;
    let same = state.corrections.all();
    assert_eq!(state.reduce(Action::FollowCorrections(same.clone(), Some(same))).corrections.version, version);
}

#[test]
fn the_browser_asks_before_corrections_are_lost() {
    let name = zeitlupe_core::entity::EntityName::parse("PER:A").expect("a kind and a name");
    let state = Rc::new(State::opening("#/"));
    assert!(!state.is_at_risk());
    let state = state.reduce(Action::Correct(vec![Correction::Remove { name }]));
    assert!(state.is_at_risk());
    assert!(!state.clone().reduce(Action::Exported(1)).is_at_risk());
    assert!(!state.clone().reduce(Action::UndoAll).is_at_risk());
    let kept = state.reduce(Action::Exported(1)).reduce(Action::Undo(0)).reduce(Action::Note(note("Öl"))).reduce(Action::Keep(true));
    assert!(!kept.is_at_risk());
    assert!(kept.reduce(Action::Unkept).is_at_risk(), "the browser refuses to keep them");
}

#[test]
fn the_browser_asks_before_notes_are_lost_that_are_in_no_file() {
    let noted = Rc::new(State::opening("#/")).reduce(Action::Note(note("Öl")));
    assert!(noted.is_at_risk());
    let saved = noted.reduce(Action::Saved);
    assert!(!saved.is_at_risk());
    let more = saved.reduce(Action::Note(note("Gas")));
    assert!(more.is_at_risk(), "the second note is in no file");
    assert!(!more.reduce(Action::Saved).is_at_risk());
}

#[test]
fn the_address_is_the_state_of_the_view() {
    let state = Rc::new(State::opening("#/suche?q=Gas&unfug=1"));
    assert_eq!((state.address.filter.query.as_str(), state.unknown.len()), ("Gas", 1));
    let state = state.reduce(Action::Arrive("#/namen?lang=en".into()));
    assert_eq!((&state.address.page, state.lang(), state.unknown.is_empty()), (&Page::Names, Lang::En, true));
    let failed = Load::Failed(Fault::Missing(zeitlupe_core::part::PartKey::Base, "offline".into()));
    let state = state.reduce(Action::Corpus(failed));
    assert!(matches!(state.corpus, Load::Failed(_)));
    // A retry shows that it is loading.
    assert_eq!(state.reduce(Action::Corpus(Load::Waiting)).corpus, Load::Waiting);
}
