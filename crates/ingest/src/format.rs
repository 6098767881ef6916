//! Which files hold articles, and how each kind is read.

use crate::article::{Parsed, Sink};
use crate::decode::nfc;
use crate::{html, jsonl, markdown, plain};
use std::io::BufRead;
use zeitlupe_core::article::Metadata;

/// A kind of file that holds articles.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The ending of its file names, with the dot, in lower case.
    pub ending: &'static str,
    /// Other accepted endings, which messages do not list.
    pub also: &'static [&'static str],
    /// How to read such a file.
    pub parse: Parse,
}

/// How to read a file. The error says why there is no article: `expected …, found …`.
#[derive(Clone, Copy, Debug)]
pub enum Parse {
    /// The file is one article, and its bytes are text.
    Text(fn(text: &str, known: Metadata) -> Result<Parsed, String>),
    /// The same, for text that may declare its encoding, as HTML does.
    Page(fn(text: &str, known: Metadata) -> Result<Parsed, String>),
    /// The file holds many articles and is read as a stream. Each goes to `sink` with its line, from 1; `file` is the path, for the metadata.
    Records(fn(bytes: &mut dyn BufRead, file: &str, sink: &mut Sink<'_>) -> Result<(), String>),
}

/// All supported formats.
///
/// ```
/// let endings: Vec<_> = zeitlupe_ingest::FORMATS.iter().map(|format| format.ending).collect();
/// assert_eq!(endings, [".txt", ".md", ".html", ".jsonl", ".jsonl.gz"]);
/// ```
pub const FORMATS: &[Format] = &[
    Format { ending: ".txt", also: &[".text"], parse: Parse::Text(|text, known| Ok(plain::plain(text, known))) },
    Format { ending: ".md", also: &[".markdown"], parse: Parse::Text(|text, known| Ok(markdown::markdown(text, known))) },
    Format { ending: ".html", also: &[".htm", ".xhtml"], parse: Parse::Page(html::read) },
    Format { ending: ".jsonl", also: &[".ndjson"], parse: Parse::Records(jsonl::read) },
    Format { ending: ".jsonl.gz", also: &[], parse: Parse::Records(jsonl::read) },
];

impl Format {
    /// The format for a file name, and the name without its ending in normalisation form C.
    pub(crate) fn of<'f>(formats: &'f [Self], name: &str) -> Option<(&'f Self, String)> {
        let lower = name.to_lowercase();
        let ends = |format: &&Self| [format.ending].iter().chain(format.also).find(|ending| lower.ends_with(**ending)).copied();
        let (format, ending) = formats.iter().find_map(|format| Some((format, ends(&format)?)))?;
        Some((format, nfc(name.get(..name.len() - ending.len())?.to_owned())))
    }

    /// The endings of some formats, for messages: `.txt, .md or .html`.
    pub(crate) fn endings(formats: &[Self]) -> String {
        let endings: Vec<&str> = formats.iter().map(|format| format.ending).collect();
        match endings.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
            _ => endings.concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_format_is_found_by_the_ending() {
        let of = |name: &str| Format::of(FORMATS, name).map(|(format, stem)| (format.ending, stem));
        assert_eq!(of("A.b.TXT"), Some((".txt", "A.b".into())));
        assert_eq!(of("x.htm"), Some((".html", "x".into())));
        assert_eq!(of("x.jsonl.gz"), Some((".jsonl.gz", "x".into())));
        assert_eq!(of("x.ndjson"), Some((".jsonl", "x".into())));
        assert_eq!((of("x.doc"), of("txt")), (None, None));
        assert_eq!(Format::endings(FORMATS), ".txt, .md, .html, .jsonl or .jsonl.gz");
    }
}
