//! A reader's notebook: marked passages with comments and groups, and answers to tasks.
//!
//! Everything is plain data without personal names, ids or times. It only changes by [`Notebook::apply`].
//!
//! ```
//! use zeitlupe_core::annotation::{Change, Note, Notebook};
//! use zeitlupe_core::text::Span;
//! let text = "Der Kreml schweigt.";
//! let mut notebook = Notebook::default();
//! notebook.apply(Change::Add(Note::of("001", text, Span::new(4, 9))));
//! assert_eq!(notebook.notes[0].quote, "Kreml");
//! // After an edit of the article, the passage is found again.
//! assert_eq!(notebook.notes[0].find("Auch der Kreml schweigt."), Some(Span::new(9, 14)));
//! ```

mod follow;
mod link;
mod web;

pub use link::{from_link, to_link};
pub use web::{ARTICLE, IN_PAGE, TASKS, inside, read, write};

use crate::entity::Quotation;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A passage that a reader has marked, with a comment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The id of the article.
    pub article: String,
    /// The words.
    pub quote: String,
    /// The text before them, about two dozen characters.
    pub before: String,
    /// The text after them.
    pub after: String,
    /// Their position in code points of the article's text, as in the Web Annotation model.
    pub start: u32,
    /// The reader's comment; empty for a mere mark.
    pub comment: String,
    /// The name of its group; empty for none.
    pub group: String,
}

impl Note {
    /// A mark without comment on `span` (in bytes) of the text of the article with this id.
    pub fn of(article: &str, text: &str, span: Span) -> Self {
        let Quotation { article, quote, before, after, start } = Quotation::of(article, text, span);
        let start = text.get(..start as usize).map_or(0, |head| head.chars().count() as u32);
        Self { article, quote, before, after, start, ..Self::default() }
    }

    /// What tells passages apart. A note without a position, as other programs write them, starts at 0: then the context decides.
    fn place(&self) -> Place {
        let context = if self.start == 0 { [self.before.clone(), self.after.clone()] } else { Default::default() };
        (self.article.clone(), self.quote.clone(), self.start, context)
    }

    /// The current position of the words, in bytes of `text`; see [`Quotation::find`] for edited texts.
    pub fn find(&self, text: &str) -> Option<Span> {
        let start = text.char_indices().nth(self.start as usize).map_or(text.len(), |(at, _)| at) as u32;
        let Self { article, quote, before, after, .. } = self.clone();
        Quotation { article, quote, before, after, start }.find(text)
    }
}

/// Article, words, position in code points, and the text around them where there is no position.
type Place = (String, String, u32, [String; 2]);

/// The lines of a text.
fn lines_of(text: &str) -> BTreeSet<String> {
    text.lines().map(str::to_owned).collect()
}

/// Appends what another notebook says, unless all of its lines are known already; `known` are the lines of `mine`.
fn join(mine: &mut String, theirs: &str, known: &mut BTreeSet<String>) {
    if theirs.lines().all(|line| known.contains(line)) {
        return;
    }
    if !mine.is_empty() {
        mine.push('\n');
    }
    mine.push_str(theirs);
    known.extend(lines_of(theirs));
}

/// A reader's answer to a task.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The task, by its heading.
    pub task: String,
    /// The words of the answer.
    pub text: String,
    /// The notes that support it, as indices into [`Notebook::notes`].
    pub evidence: Vec<u32>,
}

/// All notes and answers of a reader.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notebook {
    /// The notes, in the reader's order.
    pub notes: Vec<Note>,
    /// The names of the groups, in the reader's order.
    pub groups: Vec<String>,
    /// The answers, in the order in which they were started.
    pub answers: Vec<Answer>,
}

/// A change of a [`Notebook`]. Changes with an invalid index have no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Adds a note at the end, unless there is one on the same words at the same position.
    Add(Note),
    /// Removes the note at this index, and all references to it.
    Remove(usize),
    /// Sets the comment of the note at this index.
    Comment(usize, String),
    /// Sets the group of the note at this index; a new name creates a group.
    Group(usize, String),
    /// Swaps the note at this index with the one before it in its group (`true`) or after it.
    Move(usize, bool),
    /// Renames a group; the name of another group merges the two.
    Rename(String, String),
    /// Sets the answer to a task, by the task's heading; an empty text without evidence removes it.
    Answer(String, String),
    /// Adds a note (by its index) as evidence for the answer to a task, or removes it (`false`).
    Prove(String, usize, bool),
    /// Adds what another notebook has and this one lacks.
    Merge(Notebook),
    /// Removes everything.
    Clear,
}

impl Notebook {
    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty() && self.answers.is_empty()
    }

    /// The index of a note on the same words.
    pub fn place_of(&self, note: &Note) -> Option<usize> {
        let place = note.place();
        self.notes.iter().position(|other| other.place() == place)
    }

    /// The answer to a task, by the task's heading.
    pub fn answer(&self, task: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.task == task)
    }

    /// Applies a change.
    pub fn apply(&mut self, change: Change) {
        match change {
            Change::Add(note) => {
                self.add(note);
            }
            Change::Remove(at) => self.remove(at),
            Change::Comment(at, comment) => {
                if let Some(note) = self.notes.get_mut(at) {
                    note.comment = comment;
                }
            }
            Change::Group(at, group) => {
                if let Some(note) = self.notes.get_mut(at) {
                    note.group = group.trim().to_owned();
                }
                self.tidy();
            }
            Change::Move(at, up) => self.shift(at, up),
            Change::Rename(from, to) => {
                let to = to.trim();
                if !from.is_empty() && !to.is_empty() {
                    self.notes.iter_mut().filter(|note| note.group == from).for_each(|note| note.group = to.to_owned());
                    let known = self.groups.iter().any(|group| group == to);
                    if let Some(group) = self.groups.iter_mut().find(|group| **group == from && !known) {
                        *group = to.to_owned();
                    }
                }
                self.tidy();
            }
            Change::Answer(task, text) => {
                self.answer_mut(task).text = text;
                self.answers.retain(|answer| !answer.text.is_empty() || !answer.evidence.is_empty());
            }
            Change::Prove(task, at, proves) => {
                if at < self.notes.len() {
                    let answer = self.answer_mut(task);
                    answer.evidence.retain(|other| *other as usize != at);
                    if proves {
                        answer.evidence.push(at as u32);
                    }
                }
                self.answers.retain(|answer| !answer.text.is_empty() || !answer.evidence.is_empty());
            }
            Change::Merge(other) => self.merge(other),
            Change::Clear => *self = Self::default(),
        }
    }

    fn add(&mut self, note: Note) -> u32 {
        let at = self.place_of(&note).unwrap_or_else(|| {
            self.notes.push(note);
            self.notes.len() - 1
        });
        self.tidy();
        at as u32
    }

    fn remove(&mut self, at: usize) {
        self.retain(|other| other != at);
        self.tidy();
    }

    /// Removes the notes whose index does not fit, and all references to them.
    fn retain(&mut self, fits: impl Fn(usize) -> bool) {
        let mut left = 0;
        let renumbered: Vec<Option<u32>> = (0..self.notes.len())
            .map(|at| {
                let new = fits(at).then_some(left);
                left += u32::from(new.is_some());
                new
            })
            .collect();
        let mut at = 0..;
        self.notes.retain(|_| at.next().is_some_and(|at| renumbered[at].is_some()));
        for answer in &mut self.answers {
            answer.evidence = answer.evidence.iter().filter_map(|at| *renumbered.get(*at as usize)?).collect();
        }
        self.answers.retain(|answer| !answer.text.is_empty() || !answer.evidence.is_empty());
    }

    /// Where the notes of each passage are.
    fn places(&self) -> BTreeMap<Place, Vec<usize>> {
        let mut places: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
        for (at, note) in self.notes.iter().enumerate() {
            places.entry(note.place()).or_default().push(at);
        }
        places
    }

    /// Where the answer to each task is.
    fn tasks(&self) -> BTreeMap<String, usize> {
        let mut tasks = BTreeMap::new();
        for (at, answer) in self.answers.iter().enumerate() {
            tasks.entry(answer.task.clone()).or_insert(at);
        }
        tasks
    }

    fn shift(&mut self, at: usize, up: bool) {
        let Some(group) = self.notes.get(at).map(|note| note.group.clone()) else { return };
        let same = |(_, note): &(usize, &Note)| note.group == group;
        let all = self.notes.iter().enumerate();
        let other = if up { all.take(at).rfind(same) } else { all.skip(at + 1).find(same) };
        let Some(other) = other.map(|(other, _)| other) else { return };
        self.notes.swap(at, other);
        let (at, other) = (at as u32, other as u32);
        for place in self.answers.iter_mut().flat_map(|answer| &mut answer.evidence) {
            *place = if *place == at {
                other
            } else if *place == other {
                at
            } else {
                *place
            };
        }
    }

    fn merge(&mut self, other: Notebook) {
        let indices = self.absorb(other.notes);
        let renumbered = other.answers.into_iter().map(|theirs| Answer {
            evidence: theirs.evidence.iter().filter_map(|at| indices.get(*at as usize)).copied().collect(),
            ..theirs
        });
        self.absorb_answers(renumbered.collect());
        self.tidy();
    }

    /// Adds notes of another notebook; returns the index of each. Nothing is lost: of two notes on the same passage the comments are joined,
    /// and if they are in different groups, both stay.
    fn absorb(&mut self, notes: Vec<Note>) -> Vec<u32> {
        let mut places = self.places();
        let mut lines: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        let mut out = Vec::with_capacity(notes.len());
        for note in notes {
            let same = places.entry(note.place()).or_default();
            let fits = |at: &&usize| {
                let mine = &self.notes[**at];
                mine.group == note.group || mine.group.is_empty() || note.group.is_empty()
            };
            let Some(&at) = same.iter().find(fits) else {
                same.push(self.notes.len());
                out.push(self.notes.len() as u32);
                self.notes.push(note);
                continue;
            };
            out.push(at as u32);
            let mine = &mut self.notes[at];
            let known = lines.entry(at).or_insert_with(|| lines_of(&mine.comment));
            join(&mut mine.comment, &note.comment, known);
            if mine.group.is_empty() {
                mine.group = note.group;
            }
        }
        out
    }

    /// Adds answers whose evidence are indices into the notes of this notebook. Different answers to the same task are joined.
    fn absorb_answers(&mut self, answers: Vec<Answer>) {
        let mut tasks = self.tasks();
        let mut lines: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        for theirs in answers {
            let at = *tasks.entry(theirs.task.clone()).or_insert(self.answers.len());
            if at == self.answers.len() {
                self.answers.push(Answer { task: theirs.task, ..Answer::default() });
            }
            let mine = &mut self.answers[at];
            let known = lines.entry(at).or_insert_with(|| lines_of(&mine.text));
            join(&mut mine.text, &theirs.text, known);
            let known: BTreeSet<u32> = mine.evidence.iter().copied().collect();
            let mut new = BTreeSet::new();
            mine.evidence.extend(theirs.evidence.into_iter().filter(|at| !known.contains(at) && new.insert(*at)));
        }
        self.answers.retain(|answer| !answer.text.is_empty() || !answer.evidence.is_empty());
    }

    fn answer_mut(&mut self, task: String) -> &mut Answer {
        let at = self.answers.iter().position(|answer| answer.task == task).unwrap_or_else(|| {
            self.answers.push(Answer { task, ..Answer::default() });
            self.answers.len() - 1
        });
        &mut self.answers[at]
    }

    /// The list of groups is that of the groups that notes are in.
    fn tidy(&mut self) {
        let used: BTreeSet<&str> = self.notes.iter().map(|note| note.group.as_str()).collect();
        self.groups.retain(|group| used.contains(group.as_str()));
        let mut known: BTreeSet<String> = self.groups.iter().cloned().collect();
        for note in &self.notes {
            if !note.group.is_empty() && known.insert(note.group.clone()) {
                self.groups.push(note.group.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests;
