//! All development tasks, one command each: `cargo xtask COMMAND`.

mod analyse;
mod app;
mod articles;
mod bench;
mod compare;
mod figures;
mod folder;
mod fuzz;
mod groups;
mod hook;
mod name_lists;
mod own;
mod search;
mod serve;
mod site;
mod test;
mod tools;
mod train_names;

use anyhow::Result;
use bpaf::Bpaf;
use std::process::ExitCode;

/// Development tasks of Zeitlupe
#[derive(Clone, Debug, Bpaf)]
#[bpaf(options)]
enum Command {
    /// builds and serves the reading room, and reloads it on a change
    #[bpaf(command)]
    Serve(#[bpaf(external(serve::options))] serve::Options),
    /// checks everything that CI checks, and ends with a table of the results
    #[bpaf(command)]
    Test(#[bpaf(external(test::options))] test::Options),
    /// writes the release site of any articles, as a folder or as one file
    #[bpaf(command)]
    Site(#[bpaf(external(site::options))] site::Options),
    /// prints what was read from each file, one JSON line each
    #[bpaf(command)]
    Articles(#[bpaf(external(articles::options))] articles::Options),
    /// prints names, dates and sentences of texts, one JSON line each
    #[bpaf(command)]
    Analyse(#[bpaf(external(analyse::options))] analyse::Options),
    /// searches on the command line, like in the browser
    #[bpaf(command)]
    Search(#[bpaf(external(search::options))] search::Options),
    /// compares articles: shared passages word by word, shares, numbers, quotations
    #[bpaf(command)]
    Compare(#[bpaf(external(compare::options))] compare::Options),
    /// prints which articles report the same event, and why
    #[bpaf(command)]
    Groups(#[bpaf(external(groups::options))] groups::Options),
    /// measures the cost of analysis and search, as ratios within one run
    #[bpaf(command)]
    Bench(#[bpaf(external(bench::options))] bench::Options),
    /// runs everything that reads foreign bytes on inputs made by libFuzzer
    #[bpaf(command)]
    Fuzz(#[bpaf(external(fuzz::options))] fuzz::Options),
    /// counts lines, functions and doctests of the code
    #[bpaf(command)]
    Figures,
    /// makes the name tagger's word filters from word lists
    #[bpaf(command("name-lists"))]
    NameLists(#[bpaf(external(name_lists::options))] name_lists::Options),
    /// trains the name tagger on annotated sentences, and scores it
    #[bpaf(command("train-names"))]
    TrainNames(#[bpaf(external(train_names::options))] train_names::Options),
    /// prints which module depends on which
    #[bpaf(command)]
    Modules(#[bpaf(external(test::direction::options))] test::direction::Options),
    /// is run by Trunk after each of its builds
    #[bpaf(command, hide)]
    Hook,
}

impl Command {
    fn run(self) -> Result<()> {
        match self {
            Self::Serve(options) => serve::command(options),
            Self::Test(options) => test::command(options),
            Self::Site(options) => site::command(options),
            Self::Articles(options) => articles::command(options),
            Self::Analyse(options) => analyse::command(options),
            Self::Search(options) => search::command(options),
            Self::Compare(options) => compare::command(options),
            Self::Groups(options) => groups::command(options),
            Self::Bench(options) => bench::command(options),
            Self::Fuzz(options) => fuzz::command(options),
            Self::Figures => figures::command(),
            Self::NameLists(options) => name_lists::command(options),
            Self::TrainNames(options) => train_names::command(options),
            Self::Modules(options) => test::direction::command(options),
            Self::Hook => hook::command(),
        }
    }
}

fn main() -> ExitCode {
    hide_caught_panics();
    match command().fallback_to_usage().run().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Keeps quiet about panics that become a problem with the name of a file, unless a backtrace is wanted.
fn hide_caught_panics() {
    let show = std::panic::take_hook();
    let is_traced = std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0");
    std::panic::set_hook(Box::new(move |panic| {
        if is_traced || !zeitlupe_core::caught::is_caught() {
            show(panic);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::command;

    /// The message for a mistaken call.
    fn error_message(line: &str) -> String {
        let words: Vec<&str> = line.split_whitespace().collect();
        command().run_inner(&words[..]).expect_err(line).unwrap_stderr()
    }

    #[test]
    fn options_and_arguments_may_be_in_any_order() {
        for line in [
            "search --articles=a/b --json Wort --limit 5",
            "search Wort --limit=5",
            "search -- --json",
            "compare --articles a/b eins zwei --json",
            "groups --json",
            "bench",
            "hook",
            "fuzz html --seconds 5 query",
            "site --single-file",
        ] {
            let words: Vec<&str> = line.split_whitespace().collect();
            assert!(command().run_inner(&words[..]).is_ok(), "{line}");
        }
    }

    #[test]
    fn a_mistaken_call_gets_a_helpful_message() {
        for (line, part) in [
            ("search --outt x", "--outt"),
            ("search --json=yes Wort", "`yes` is not expected"),
            ("search Wort --limit", "`--limit` requires an argument"),
            ("search a b", "`b` is not expected"),
            ("search Wort --limit viele", "couldn't parse `viele`"),
            ("search", "expected `QUERY`"),
            ("serch", "did you mean `search`"),
            ("name-lists", "expected `--from=DIR`"),
        ] {
            let message = error_message(line);
            assert!(message.contains(part), "{line:?}: {message:?}");
        }
    }

    #[test]
    fn the_options_are_consistent() {
        command().check_invariants(false);
    }
}
