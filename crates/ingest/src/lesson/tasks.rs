//! `tasks.md`.

use crate::prose::{Kind, Part, blocks, parts, pieces};
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
    let mut out = Tasks::default();
    let mut remarks = Vec::new();
    let parts = parts(&text);
    let is_task = |part: &Part| part.kind == Kind::Heading(2);
    let begin = parts.iter().position(is_task).unwrap_or(parts.len());
    let mut intro = parts[..begin].to_vec();
    if intro.first().is_some_and(|part| part.kind == Kind::Heading(1)) {
        out.title = plain(&pieces(&intro.remove(0).text));
    }
    let again = parts.iter().filter(|part| part.kind == Kind::Heading(1)).skip(usize::from(!out.title.is_empty()));
    remarks.extend(again.map(|part| {
        Remark::warning(Some(part.line), "expected one title (#) at the beginning and each task below ##, found another #: taken as text")
    }));
    out.intro = blocks(&intro);
    if begin == parts.len() {
        remarks.push(Remark::warning(None, "expected a heading with ## for each task, found none"));
    }
    let starts: Vec<usize> = (begin..parts.len()).filter(|&at| is_task(&parts[at])).collect();
    let first_line = parts.get(begin).map_or(u32::MAX, |part| part.line);
    remarks.extend(
        spaces
            .iter()
            .filter(|(line, _)| *line < first_line)
            .map(|(line, _)| Remark::warning(Some(*line), "expected the room for an answer within a task, found it before the first")),
    );
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(parts.len());
        let lines = parts[start].line..parts.get(end).map_or(u32::MAX, |part| part.line);
        let space = spaces.iter().filter(|(line, _)| lines.contains(line)).map(|(_, space)| *space).next_back().unwrap_or_default();
        let written = plain(&pieces(&parts[start].text));
        let mut heading = written.clone();
        let mut copies = 1;
        while out.tasks.iter().any(|task| task.heading == heading) {
            copies += 1;
            heading = format!("{written} ({copies})");
        }
        if copies > 1 {
            let message = format!("expected a heading of its own for each task, found \"{written}\" again: called \"{heading}\"");
            remarks.push(Remark::warning(Some(parts[start].line), message));
        }
        out.tasks.push(Task { heading, blocks: blocks(&parts[start + 1..end]), space });
    }
    remarks.sort_by_key(|remark| remark.line);
    (out, remarks)
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
