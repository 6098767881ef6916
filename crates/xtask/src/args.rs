//! The words after a command: options with a value, switches, and the rest.

use crate::errors::Failure;
use std::collections::{BTreeMap, BTreeSet};

/// What a command understands.
pub struct Spec {
    /// One line that shows how to call it, printed with every mistake.
    pub usage: &'static str,
    /// Options that take a value: `--out DIR` or `--out=DIR`.
    pub values: &'static [&'static str],
    /// Options that take none: `--json`.
    pub switches: &'static [&'static str],
    /// At most so many words that are no option.
    pub words: usize,
}

/// The words after a command, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Args {
    values: BTreeMap<String, String>,
    switches: BTreeSet<String>,
    /// The words that are no option, in order; what follows `--` is never an option.
    pub words: Vec<String>,
}

impl Args {
    /// Takes `args` apart as `spec` says; an option that it does not name, a missing value or a word too many is a failure.
    pub fn parse(args: &[String], spec: &Spec) -> Result<Self, Failure> {
        let mistake = |message: String| Failure::new(format!("{message}\nusage: {}", spec.usage));
        let mut parsed = Self::default();
        let mut rest = args.iter();
        while let Some(arg) = rest.next() {
            if arg == "--" {
                parsed.words.extend(rest.by_ref().cloned());
                break;
            }
            let Some(option) = arg.strip_prefix("--") else {
                parsed.words.push(arg.clone());
                continue;
            };
            let (name, attached) = option.split_once('=').map_or((option, None), |(name, value)| (name, Some(value.to_owned())));
            if spec.values.contains(&name) {
                let value = attached.or_else(|| rest.next().cloned()).ok_or_else(|| mistake(format!("expected a value after --{name}")))?;
                parsed.values.insert(name.to_owned(), value);
            } else if spec.switches.contains(&name) && attached.is_none() {
                parsed.switches.insert(name.to_owned());
            } else {
                return Err(mistake(format!("unknown option {arg}")));
            }
        }
        match parsed.words.get(spec.words) {
            Some(extra) => Err(mistake(format!("one word too many: {extra}"))),
            None => Ok(parsed),
        }
    }

    /// The value of `--name`, the last one where it was given twice.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// The value of `--name` as a number; a value that is none is a failure.
    pub fn number(&self, name: &str) -> Result<Option<u32>, Failure> {
        let number = |value: &str| value.parse().map_err(|_| Failure::new(format!("expected a number after --{name}, found {value:?}")));
        self.value(name).map(number).transpose()
    }

    /// Whether `--name` was given.
    pub fn switch(&self, name: &str) -> bool {
        self.switches.contains(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPEC: Spec = Spec { usage: "cargo xtask try", values: &["out", "limit"], switches: &["json"], words: 2 };

    fn parse(line: &str) -> Result<Args, Failure> {
        Args::parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>(), &SPEC)
    }

    #[test]
    fn options_switches_and_words_come_in_any_order() {
        let args = parse("eins --out=a/b --json zwei --limit 5").expect("all of it is known");
        assert_eq!((args.value("out"), args.number("limit"), args.switch("json")), (Some("a/b"), Ok(Some(5)), true));
        assert_eq!(args.words, ["eins", "zwei"]);
        assert_eq!(parse("-- --json").expect("words").words, ["--json"]);
    }

    #[test]
    fn mistakes_are_named() {
        let says = |line: &str, part: &str| {
            let message = parse(line).and_then(|args| args.number("limit")).expect_err(line).to_string();
            assert!(message.contains(part), "{line:?} said {message:?}");
        };
        says("--outt x", "unknown option --outt");
        says("--json=yes", "unknown option --json=yes");
        says("--out", "expected a value after --out");
        says("a b c", "one word too many: c");
        says("--limit viele", "expected a number after --limit, found \"viele\"");
        says("--nothing", "usage: cargo xtask try");
    }
}
