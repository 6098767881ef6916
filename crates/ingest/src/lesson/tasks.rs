//! `tasks.md`.

use crate::prose::{Kind, Part, blocks, parts};
use std::collections::BTreeMap;
use zeitlupe_core::lesson::{Space, Task, Tasks};
use zeitlupe_core::prose::plain;
use zeitlupe_core::remark::Remark;

/// What the end of a line, in brackets, says of the room for an answer.
const SPACES: [(&str, Space); 6] = [
    ("ohne antwort", Space::None),
    ("no answer", Space::None),
    ("kurze antwort", Space::Short),
    ("short answer", Space::Short),
    ("lange antwort", Space::Long),
    ("long answer", Space::Long),
];

/// Reads the file: its `#` is the title, each `##` a task. What is odd gives a remark, and the rest counts.
///
/// `(ohne Antwort)`, `(kurze Antwort)` or `(lange Antwort)` at the end of a line, or alone in it, says how much room there is, for the task
/// that it stands in.
/// Of two tasks with one heading the second gets a number, as answers are known by the heading of their task.
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
    let tasks = each(tasks, &spaces, &mut remarks);
    remarks.sort_by_key(|remark| remark.line);
    (Tasks { title, intro: blocks(intro), tasks }, remarks)
}

fn is_task(part: &Part) -> bool {
    part.kind == Kind::Heading(2)
}

/// The title, and what else stands before the first task. Another title is a remark.
fn title(mut intro: Vec<Part>, tasks: &[Part], remarks: &mut Vec<Remark>) -> (String, Vec<Part>) {
    let is_title = |part: &Part| part.kind == Kind::Heading(1);
    let title = if intro.first().is_some_and(is_title) { plain(&intro.remove(0).pieces) } else { String::new() };
    let again = intro.iter().chain(tasks).filter(|part| is_title(part));
    let message = "expected one title (#) at the beginning and each task below ##, found another #: taken as text";
    remarks.extend(again.map(|part| Remark::warning(Some(part.line), message)));
    (title, intro)
}

/// The tasks: each begins with its heading.
fn each(parts: Vec<Part>, spaces: &[(u32, Space)], remarks: &mut Vec<Remark>) -> Vec<Task> {
    let mut tasks = Vec::new();
    let mut headings = BTreeMap::new();
    let mut parts = parts.into_iter().peekable();
    while let Some(head) = parts.next() {
        let text: Vec<Part> = std::iter::from_fn(|| parts.next_if(|part| !is_task(part))).collect();
        let lines = head.line..parts.peek().map_or(u32::MAX, |next| next.line);
        let space = spaces.iter().rev().find(|(line, _)| lines.contains(line)).map(|(_, space)| *space).unwrap_or_default();
        let written = plain(&head.pieces);
        let heading = of_its_own(&written, &mut headings);
        if heading != written {
            let message = format!("expected a heading of its own for each task, found \"{written}\" again: called \"{heading}\"");
            remarks.push(Remark::warning(Some(head.line), message));
        }
        tasks.push(Task { heading, blocks: blocks(text), space });
    }
    tasks
}

/// The heading, with a number where another task has it; `taken` holds how often each has been wanted.
fn of_its_own(written: &str, taken: &mut BTreeMap<String, u32>) -> String {
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

/// The text without what speaks of room, and what that says, by lines.
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

/// What stands in a line before the room that it speaks of at its end, and that room.
fn space_at_end(line: &str) -> Option<(&str, Space)> {
    let is_set = ['*', '_'];
    let (before, inner) = line.trim_end().trim_end_matches(is_set).strip_suffix(')')?.rsplit_once('(')?;
    let inner = inner.trim().to_lowercase();
    let (_, space) = SPACES.iter().find(|(name, _)| *name == inner)?;
    Some((before.trim_end_matches(is_set).trim_end(), *space))
}
