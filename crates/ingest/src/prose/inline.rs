//! The signs inside a line.

use super::target::target;
use crate::markdown::{is_emphasis, link as link_at};
use zeitlupe_core::prose::{Piece, Style};

/// The pieces of a line or of lines that were joined. Joined again, they are its words without the signs.
pub fn pieces(text: &str) -> Vec<Piece> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    read(&chars, None, &mut out);
    out
}

/// Which signs are open.
#[derive(Clone, Copy, Default)]
struct Open {
    strong: bool,
    emphasis: bool,
}

fn read(chars: &[char], link: Option<&str>, out: &mut Vec<Piece>) {
    let mut open = Open::default();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        let style = match open {
            Open { strong: true, .. } => Style::Strong,
            Open { emphasis: true, .. } => Style::Emphasis,
            Open { .. } => Style::Plain,
        };
        match c {
            '\\' if next.is_some_and(|c| c.is_ascii_punctuation()) => {
                push(out, next.unwrap_or(c), style, link);
                at += 2;
            }
            '`' => match chars[at + 1..].iter().position(|c| *c == '`') {
                Some(length) if length > 0 => {
                    chars[at + 1..at + 1 + length].iter().for_each(|c| push(out, *c, Style::Code, link));
                    at += length + 2;
                }
                _ => {
                    push(out, c, style, link);
                    at += 1;
                }
            },
            '[' if link.is_none() => match link_at(chars, at) {
                Some((words, Some(address), end)) => {
                    let begun = out.len();
                    read(&words.chars().collect::<Vec<_>>(), Some(target(&address).as_deref().unwrap_or_default()), out);
                    for piece in &mut out[begun..] {
                        piece.link = piece.link.take().filter(|link| !link.is_empty());
                        if piece.style == Style::Plain {
                            piece.style = style;
                        }
                    }
                    at = end;
                }
                _ => {
                    push(out, c, style, link);
                    at += 1;
                }
            },
            '*' | '_' if is_emphasis(chars, at) => {
                let length = run(chars, at);
                let (strong, emphasis) = (length != 1, length != 2);
                let is_open = (!strong || open.strong) && (!emphasis || open.emphasis);
                if is_open || closes(chars, at + length, c, length) {
                    open.strong ^= strong;
                    open.emphasis ^= emphasis;
                } else {
                    chars[at..at + length].iter().for_each(|c| push(out, *c, style, link));
                }
                at += length;
            }
            _ => {
                push(out, c, style, link);
                at += 1;
            }
        }
    }
}

/// How many equal signs stand there.
fn run(chars: &[char], at: usize) -> usize {
    chars[at..].iter().take_while(|other| **other == chars[at]).count()
}

/// Whether signs like those that stand before `from` come again.
fn closes(chars: &[char], from: usize, sign: char, length: usize) -> bool {
    let mut at = from;
    while at < chars.len() {
        if chars[at] == sign {
            let here = run(chars, at);
            if here == length && is_emphasis(chars, at) {
                return true;
            }
            at += here;
        } else {
            at += 1;
        }
    }
    false
}

/// Adds a sign to the last piece, or to a new one where it is set otherwise or leads elsewhere.
fn push(out: &mut Vec<Piece>, c: char, style: Style, link: Option<&str>) {
    match out.last_mut() {
        Some(last) if last.style == style && last.link.as_deref() == link => last.text.push(c),
        _ => out.push(Piece { text: c.into(), style, link: link.map(str::to_owned) }),
    }
}
