//! Which files hold articles, and how each kind is read.

use crate::article::{Give, Parsed};
use crate::decode::nfc;
use crate::{html, jsonl, markdown, plain};
use std::io::BufRead;
use zeitlupe_core::article::Metadata;

/// A kind of file that holds articles.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// How the names of its files end, with the dot, in lower case.
    pub ending: &'static str,
    /// Other endings of the same, which no message names.
    pub also: &'static [&'static str],
    /// How such a file is read.
    pub parse: Parse,
}

/// How a file is read. What was expected is returned where no article can be made of it: `expected …, found …`.
#[derive(Clone, Copy, Debug)]
pub enum Parse {
    /// A file is one article, and its bytes are text.
    Text(fn(text: &str, known: Metadata) -> Result<Parsed, String>),
    /// The same, for text that may name its own encoding, as a page does.
    Page(fn(text: &str, known: Metadata) -> Result<Parsed, String>),
    /// A file has many articles and is read piece by piece. Each is given away with its line, from 1; `file` is its path, for the metadata.
    Records(fn(bytes: &mut dyn BufRead, file: &str, give: &mut Give<'_>) -> Result<(), String>),
}

/// All kinds of files that are read. A new one is a line here and a file with its function.
pub const FORMATS: &[Format] = &[
    Format { ending: ".txt", also: &[".text"], parse: Parse::Text(|text, known| Ok(plain::plain(text, known))) },
    Format { ending: ".md", also: &[".markdown"], parse: Parse::Text(|text, known| Ok(markdown::markdown(text, known))) },
    Format { ending: ".html", also: &[".htm", ".xhtml"], parse: Parse::Page(html::read) },
    Format { ending: ".jsonl", also: &[".ndjson"], parse: Parse::Records(jsonl::read) },
    Format { ending: ".jsonl.gz", also: &[], parse: Parse::Records(jsonl::read) },
];

impl Format {
    /// The format of a file of this name, and the name without its ending in normalisation form C.
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
    fn a_name_tells_the_format() {
        let of = |name: &str| Format::of(FORMATS, name).map(|(format, stem)| (format.ending, stem));
        assert_eq!(of("A.b.TXT"), Some((".txt", "A.b".into())));
        assert_eq!(of("x.htm"), Some((".html", "x".into())));
        assert_eq!(of("x.jsonl.gz"), Some((".jsonl.gz", "x".into())));
        assert_eq!(of("x.ndjson"), Some((".jsonl", "x".into())));
        assert_eq!((of("x.doc"), of("txt")), (None, None));
        assert_eq!(Format::endings(FORMATS), ".txt, .md, .html, .jsonl or .jsonl.gz");
    }
}
