//! `tasks.md`.

use crate::prose::{Kind, Part, blocks, parts};
use std::collections::BTreeMap;
use zeitlupe_core::lesson::{Space, Task, Tasks};
use zeitlupe_core::prose::plain;
use zeitlupe_core::remark::Remark;

/// The sizes of an answer field, as given in brackets at the end of a line.
const SPACES: [(&str, Space); 6] = [
    ("ohne antwort", Space::None),
    ("no answer", Space::None),
    ("kurze antwort", Space::Short),
    ("short answer", Space::Short),
    ("lange antwort", Space::Long),
    ("long answer", Space::Long),
];

/// Reads the file: its `#` is the title, each `##` a task. Problems give remarks; the rest is read.
///
/// `(ohne Antwort)`, `(kurze Antwort)` or `(lange Antwort)` at the end of a line, or on its own line, sets the size of the task's answer field.
/// The second of two tasks with the same heading gets a number, because answers refer to their task by its heading.
pub fn read_tasks(text: &str) -> (Tasks, Vec<Remark>) {
    let (text, spaces) = spaces(text);
    let mut parts = parts(&text);
    let begin = parts.iter().position(is_task).unwrap_or(parts.len());
    let tasks = parts.split_off(begin);
    let mut remarks = Vec::new();
    let (title, intro) = title(parts, &tasks, &mut remarks);
    let first_line = tasks.first().map_or(u32::MAX, |part| part.line);
    let stray = spaces.iter().filter(|(line, _)| *line < first_line);
    remarks.extend(
        stray.map(|(line, _)| Remark::warning(Some(*line), "expected the room for an answer within a task, found it before the first")),
    );
    if tasks.is_empty() {
        remarks.push(Remark::warning(None, "expected a heading with ## for each task, found none"));
    }
    let tasks = split_tasks(tasks, &spaces, &mut remarks);
    remarks.sort_by_key(|remark| remark.line);
    (Tasks { title, intro: blocks(intro), tasks }, remarks)
}

fn is_task(part: &Part) -> bool {
    part.kind == Kind::Heading(2)
}

/// The title, and the introduction before the first task. A second title gives a remark.
fn title(mut intro: Vec<Part>, tasks: &[Part], remarks: &mut Vec<Remark>) -> (String, Vec<Part>) {
    let is_title = |part: &Part| part.kind == Kind::Heading(1);
    let title = if intro.first().is_some_and(is_title) { plain(&intro.remove(0).pieces) } else { String::new() };
    let again = intro.iter().chain(tasks).filter(|part| is_title(part));
    let message = "expected one title (#) at the beginning and each task below ##, found another #: taken as text";
    remarks.extend(again.map(|part| Remark::warning(Some(part.line), message)));
    (title, intro)
}

/// The tasks; each begins with its heading.
fn split_tasks(parts: Vec<Part>, spaces: &[(u32, Space)], remarks: &mut Vec<Remark>) -> Vec<Task> {
    let mut tasks = Vec::new();
    let mut headings = BTreeMap::new();
    let mut parts = parts.into_iter().peekable();
    while let Some(head) = parts.next() {
        let text: Vec<Part> = std::iter::from_fn(|| parts.next_if(|part| !is_task(part))).collect();
        let lines = head.line..parts.peek().map_or(u32::MAX, |next| next.line);
        let space = spaces.iter().rev().find(|(line, _)| lines.contains(line)).map(|(_, space)| *space).unwrap_or_default();
        let written = plain(&head.pieces);
        let heading = unique_heading(&written, &mut headings);
        if heading != written {
            let message = format!("expected a heading of its own for each task, found \"{written}\" again: called \"{heading}\"");
            remarks.push(Remark::warning(Some(head.line), message));
        }
        tasks.push(Task { heading, blocks: blocks(text), space });
    }
    tasks
}

/// The heading, numbered if another task has it; `taken` counts how often each was used.
fn unique_heading(written: &str, taken: &mut BTreeMap<String, u32>) -> String {
    let mut copies = taken.get(written).copied().unwrap_or(0);
    let heading = loop {
        copies += 1;
        let heading = if copies == 1 { written.to_owned() } else { format!("{written} ({copies})") };
        if !taken.contains_key(&heading) {
            break heading;
        }
    };
    taken.insert(written.to_owned(), copies);
    taken.entry(heading.clone()).or_insert(1);
    heading
}

/// The text without the sizes of answer fields, and those sizes by line.
fn spaces(text: &str) -> (String, Vec<(u32, Space)>) {
    let mut found = Vec::new();
    let mut rest = String::with_capacity(text.len());
    for (line, words) in (1..).zip(text.lines()) {
        let kept = match space_at_end(words) {
            Some((before, space)) => {
                found.push((line, space));
                before
            }
            None => words,
        };
        rest.push_str(kept);
        rest.push('\n');
    }
    (rest, found)
}

/// The line without the size of an answer field at its end, and that size.
fn space_at_end(line: &str) -> Option<(&str, Space)> {
    let is_set = ['*', '_'];
    let (before, inner) = line.trim_end().trim_end_matches(is_set).strip_suffix(')')?.rsplit_once('(')?;
    let inner = inner.trim().to_lowercase();
    let (_, space) = SPACES.iter().find(|(name, _)| *name == inner)?;
    Some((before.trim_end_matches(is_set).trim_end(), *space))
}
