//! `cargo xtask train-names`: trains the name tagger on annotated sentences.
//!
//! Every tenth line of all files, one after the other, is held out and only scored at the end. On the others, cross-validation shows how
//! reliable findings in unseen sentences are; then the tagger is trained on all of them. The result is deterministic.

mod calibrate;
mod data;
mod perceptron;
mod quantise;
mod score;

use crate::own;
use anyhow::{Context, Result};
use bpaf::Bpaf;
use calibrate::{Observation, confidences};
use data::{Sentence, Text};
use perceptron::{Settings, learn};
use quantise::{Small, quantise};
use score::Score;
use std::path::{Path, PathBuf};
use zeitlupe_core::entity::model::evidence::{Confidences, Ground};
use zeitlupe_core::entity::model::{Lists, Model, WEIGHTS};
use zeitlupe_core::entity::training::candidates;
use zeitlupe_core::entity::{Form, Mention, recognise_in};
use zeitlupe_core::text::Document;

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    /// Annotated sentences; can be repeated
    #[bpaf(argument("FILE"), some("expected --data FILE"))]
    data: Vec<PathBuf>,
    /// The file to write the weights to
    #[bpaf(argument("FILE"), fallback("crates/core/data/names.model".into()))]
    out: PathBuf,
}

/// Found by cross-validation; none of them matters much within a wide range.
const SETTINGS: Settings = Settings { rounds: 6, shuffles: 3, seen: 2, margin: 100, keep: 90_000 };
/// The seed for the order of the sentences.
const SEED: u64 = 2014;
/// The number of folds of the cross-validation.
const FOLDS: usize = 3;
/// One in this many texts is held out.
const HELD_OUT: usize = 10;

/// Trains on the `--data` files, lines of `{"text", "names": [{"start", "end", "type", "form", "level"}]}` in code points, and writes the weights to
/// `crates/core/data/names.model` or `--out`; prints the progress, the scores, and how reliable the confidences are.
pub fn command(options: Options) -> Result<()> {
    let Options { data, out } = options;
    own::may_replace(&out, WEIGHTS)?;
    let lists = lists()?;
    let texts: Vec<Text> = data.iter().map(|file| data::read(file, &lists)).collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
    let (held_out, train): (Vec<_>, Vec<_>) = texts.iter().enumerate().partition(|(n, _)| n % HELD_OUT == HELD_OUT - 1);
    let [held_out, train] = [held_out, train].map(|part| part.into_iter().map(|(_, text)| text).collect::<Vec<&Text>>());
    println!("{} texts for training, {} held out", train.len(), held_out.len());

    let observed = cross_validate(&train, SETTINGS)?;
    let confidences = confidences(&observed);
    println!("\nconfidence in percent, from the smallest to the largest margin of the tagger (from {:?} on)", confidences.limits);
    for ground in Ground::all() {
        println!("  {:<30} {:?}", format!("{:?} {:?}", ground.source, ground.stance), confidences.percent[ground.row()]);
    }
    println!("\nall training texts");
    let small = train_on(&train, SETTINGS, true);
    let bytes = small.file(&confidences);
    own::write(out.parent().unwrap_or(Path::new("")), &out, &bytes)?;
    println!("{}: {} features, {} bytes", out.display(), small.len(), bytes.len());

    println!("\nheld-out texts");
    let model = Model::new(small.weights(), confidences, lists);
    let (mut score, mut reliability) = (Score::default(), Reliability::default());
    for text in &held_out {
        let found = recognise_in(&Document::new(&text.text), Some(&model));
        score.add(text, &found);
        reliability.add(text, &found);
    }
    score.print();
    reliability.print();
    Ok(())
}

/// The lists in the repository.
fn lists() -> Result<Lists> {
    let file = |name: &str| {
        std::fs::read(Path::new("crates/core/data").join(name)).with_context(|| format!("cannot read crates/core/data/{name}"))
    };
    Lists::read(&file("names.lists")?, &file("nouns.lists")?, &file("words.clusters")?).context("cannot read the lists of names")
}

/// Trains on `texts`; prints the progress if `verbose`.
fn train_on(texts: &[&Text], settings: Settings, verbose: bool) -> Small {
    let sentences: Vec<&Sentence> = texts.iter().flat_map(|text| &text.sentences).collect();
    let say = |shuffle: u32, round: u32, wrong: f64| {
        if verbose {
            println!("  order {}, round {}: {:.2} % of the words wrong", shuffle + 1, round + 1, 100.0 * wrong);
        }
    };
    quantise(&learn(&sentences, settings, SEED, say), settings.keep)
}

/// Trains on all folds but one and evaluates that one, in turn. Returns the findings, and whether each was right.
///
/// For the printed scores, the confidences also come from the other folds.
fn cross_validate(texts: &[&Text], settings: Settings) -> Result<Vec<Observation>> {
    let fold = |fold: usize, inside: bool| -> Vec<&Text> {
        texts.iter().enumerate().filter(|(n, _)| (n % FOLDS == fold) == inside).map(|(_, text)| *text).collect()
    };
    let mut observed: Vec<Vec<Observation>> = Vec::new();
    let mut models = Vec::new();
    for number in 0..FOLDS {
        let small = train_on(&fold(number, false), settings, false);
        let model = Model::new(small.weights(), Confidences::default(), lists()?);
        let found = fold(number, true).into_iter().flat_map(|text| {
            let found = candidates(&text.text, &model).into_iter();
            found.map(|(mention, evidence)| (evidence, text.has(&mention)))
        });
        observed.push(found.collect());
        models.push(model);
        println!("fold {} of {FOLDS} trained: {} features", number + 1, small.len());
    }
    let (mut score, mut reliability) = (Score::default(), Reliability::default());
    for (number, model) in models.into_iter().enumerate() {
        let others: Vec<Observation> = observed.iter().enumerate().filter(|(n, _)| *n != number).flat_map(|(_, o)| o).copied().collect();
        let model = model.with_confidences(confidences(&others));
        for text in fold(number, true) {
            let found = recognise_in(&Document::new(&text.text), Some(&model));
            score.add(text, &found);
            reliability.add(text, &found);
        }
    }
    println!("\ncross-validation");
    score.print();
    reliability.print();
    Ok(observed.concat())
}

/// How many mentions were right, by confidence.
#[derive(Default)]
struct Reliability {
    /// Right mentions, all mentions, and the sum of confidences, for each ten percent.
    tens: [[usize; 3]; 11],
}

impl Reliability {
    fn add(&mut self, text: &Text, found: &[Mention]) {
        for mention in found.iter().filter(|m| m.form != Form::Reference) {
            let ten = &mut self.tens[usize::from(mention.confidence.min(100)) / 10];
            let numbers = [usize::from(text.has(mention)), 1, usize::from(mention.confidence)];
            ten.iter_mut().zip(numbers).for_each(|(sum, number)| *sum += number);
        }
    }

    fn print(&self) {
        println!("  confidence   mean   right");
        for (ten, [right, all, sum]) in self.tens.iter().enumerate().filter(|(_, [_, all, _])| *all > 0) {
            let mean = *sum as f64 / *all as f64;
            println!(
                "  {:>3} to {:<3}   {mean:5.1}   {:5.1} %  ({right} of {all})",
                ten * 10,
                (ten * 10 + 9).min(100),
                100.0 * *right as f64 / *all as f64
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made-up sentences in the format of the data.
    fn made_up() -> Vec<Text> {
        let places = ["Quellbrunn", "Nordhafen", "Talwang", "Irsberg"];
        let lines = (0..40).map(|n| {
            let place = places[n % places.len()];
            let text = format!("Der Zug {n} nach {place} fährt über Land.");
            let start = text.find(place).expect("the place stands in it");
            let end = text[..start].chars().count() + place.chars().count();
            let start = text[..start].chars().count();
            serde_json::json!({"text": text, "names": [{"start": start, "end": end, "type": "LOC", "form": "name"}]}).to_string()
        });
        let lists = shipped_lists();
        lines.map(|line| data::parse(&line, &lists).expect("it was written so")).collect()
    }

    fn shipped_lists() -> Lists {
        let file = |name: &str| std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/data").join(name)).expect("the file");
        Lists::read(&file("names.lists"), &file("nouns.lists"), &file("words.clusters")).expect("the lists are whole")
    }

    #[test]
    fn training_is_deterministic() {
        let texts = made_up();
        let texts: Vec<&Text> = texts.iter().collect();
        let settings = Settings { rounds: 3, shuffles: 2, ..SETTINGS };
        let [once, twice] = [(), ()].map(|()| train_on(&texts, settings, false).file(&Confidences::default()));
        assert!(once == twice && once.len() > 500);
    }

    #[test]
    fn learned_names_are_found_in_other_sentences() {
        let texts = made_up();
        let small = train_on(&texts.iter().collect::<Vec<_>>(), Settings { rounds: 3, shuffles: 1, ..SETTINGS }, false);
        let model = Model::new(small.weights(), Confidences::default(), shipped_lists());
        let text = "Der Zug 77 nach Ullerich fährt über Land.";
        let found: Vec<_> = candidates(text, &model).into_iter().map(|(mention, _)| mention.span.of(text).to_owned()).collect();
        assert_eq!(found, ["Ullerich"]);
    }
}
