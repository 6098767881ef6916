//! Every chore of a developer, one command each: `cargo xtask COMMAND`.

mod analyse;
mod args;
mod articles;
mod bench;
mod errors;
mod folder;
mod hook;
mod name_lists;
mod search;
mod serve;
mod site;
mod test;
mod tools;
mod train_names;

use errors::{Failure, Outcome};
use std::process::ExitCode;

/// A command: its name, what it does, and the function that does it with the words after its name.
struct Command {
    name: &'static str,
    does: &'static str,
    run: fn(&[String]) -> Outcome,
}

/// All commands, in the order in which the help lists them.
const COMMANDS: &[Command] = &[
    Command { name: "serve", does: "builds and serves the reading room, and reloads it on a change", run: serve::command },
    Command { name: "test", does: "checks everything that CI checks, and ends with a tally", run: test::command },
    Command { name: "site", does: "writes the release site from any articles, as a folder or as one file", run: site::command },
    Command { name: "articles", does: "prints what the reader made of each file, one JSON line each", run: articles::command },
    Command { name: "analyse", does: "names, dates and sentences of texts, a JSON line for a JSON line", run: analyse::command },
    Command { name: "search", does: "the search of the browser, on the command line", run: search::command },
    Command { name: "bench", does: "what analysis and search cost, as ratios within one run", run: bench::command },
    Command { name: "name-lists", does: "makes the filters of words for the tagger of names out of word lists", run: name_lists::command },
    Command { name: "train-names", does: "learns the tagger of names from marked sentences, and scores it", run: train_names::command },
    Command { name: "hook", does: "what Trunk runs after each of its builds; not meant to be called by hand", run: hook::command },
];

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let name = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    if matches!(name.as_str(), "" | "help" | "--help" | "-h") {
        println!("{}", help());
        return ExitCode::SUCCESS;
    }
    let outcome = match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(&rest),
        None => Err(Failure::new(format!("unknown command {name:?}\n\n{}", help()))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn help() -> String {
    let mut text = String::from("cargo xtask COMMAND\n");
    for Command { name, does, .. } in COMMANDS {
        text.push_str(&format!("\n  {name:<11} {does}"));
    }
    text
}
