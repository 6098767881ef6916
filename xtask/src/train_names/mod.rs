//! `cargo xtask train-names`: learns the tagger of names from marked sentences.

mod data;
mod perceptron;

use crate::args::{Args, Spec};
use crate::errors::{Context, Failure, Outcome};
use data::{Sentence, Text};
use perceptron::{Learned, Settings, learn};
use std::collections::BTreeMap;
use std::path::Path;
use zeitlupe_core::entity::model::evidence::Confidences;
use zeitlupe_core::entity::model::{Lists, Model, with_evidence};
use zeitlupe_core::entity::{EntityKind, Form};
use zeitlupe_core::entity::model::decode::decode;
use zeitlupe_core::entity::model::tag::{DERIVED, Sort, TAGS};
use zeitlupe_core::entity::model::weights::{Row, Weights};
use zeitlupe_core::text::Span;

const SPEC: Spec = Spec {
    usage: "cargo xtask train-names --data FILE.jsonl [--out FILE]",
    values: &["data", "out", "rounds", "shuffles", "seen", "margin", "keep", "folds"],
    switches: &[],
    words: 0,
};

pub fn command(args: &[String]) -> Outcome {
    let args = Args::parse(args, &SPEC)?;
    let path = args.value("data").ok_or_else(|| Failure::new(format!("expected --data FILE\nusage: {}", SPEC.usage)))?;
    let file = |name: &str| std::fs::read(Path::new("core/data").join(name)).context(|| format!("cannot read core/data/{name}"));
    let lists = Lists::read(&file("names.lists")?, &file("nouns.lists")?).context(|| "cannot read the lists".into())?;
    let texts = data::read(Path::new(path), &lists)?;
    let settings = Settings {
        rounds: args.number("rounds")?.unwrap_or(8),
        shuffles: args.number("shuffles")?.unwrap_or(1),
        seen: args.number("seen")?.unwrap_or(2),
        margin: args.number("margin")?.unwrap_or(0) as i32,
        keep: args.number("keep")?.unwrap_or(1_000_000) as usize,
    };
    let folds = args.number("folds")?.unwrap_or(5) as usize;
    let train: Vec<&Text> = texts.iter().enumerate().filter(|(n, _)| n % 10 != 9).map(|(_, t)| t).collect();
    report_coverage(&train);
    let (mut all, mut tagger) = (Tally::default(), Tally::default());
    let mut table: BTreeMap<(String, i32), [usize; 2]> = BTreeMap::new();
    let mut drops: BTreeMap<(String, i32), [usize; 2]> = BTreeMap::new();
    for fold in 0..folds {
        let part: Vec<&Sentence> = train.iter().enumerate().filter(|(n, _)| n % folds != fold).flat_map(|(_, t)| &t.sentences).collect();
        let learned = learn(&part, settings, 1, |_, round, wrong| eprint!("{round}:{:.4} ", wrong));
        let (step, transitions, features) = quantise(&learned, settings.keep);
        let weights = Weights::new(step, transitions, &features);
        let lists = Lists::read(&file("names.lists")?, &file("nouns.lists")?).context(|| "cannot read the lists".into())?;
        let model = Model::new(weights, Confidences { limits: [0; 5], percent: [[0; 6]; 14] }, lists);
        for text in train.iter().enumerate().filter(|(n, _)| n % folds == fold).map(|(_, t)| t) {
            let found = with_evidence(&text.text, &model);
            for (m, e) in &found {
                let right = match m.form { Form::Name => text.gold.contains(&(m.span, m.kind)), _ => text.derived.contains(&m.span) };
                let n = table.entry((format!("{:?}", e.ground), (e.margin / 40).min(10))).or_default();
                n[0] += usize::from(right); n[1] += 1;
                if !right && !text.gold.iter().any(|g| g.0.overlaps(m.span)) { drops.entry((format!("{:?}", e.ground), (e.margin / 40).min(10))).or_default()[0] += 1; }
            }
            let found: Vec<(Span, Option<EntityKind>)> = found.iter().filter_map(|(m, _)| match m.form { Form::Name => Some((m.span, Some(m.kind))), Form::Derived => Some((m.span, None)), _ => None }).collect();
            all.add(text, &found);
            if fold == 0 { tagger.add(text, &tagged(text, &weights_of(&features, step, transitions))); }
        }
    }
    if std::env::var("TABLE").is_ok() {
        for ((g, b), [r, n]) in &table { println!("{g:15} {b:3} {r:4}/{n:4} {:.2}   nothing there: {}", *r as f64 / *n as f64, drops.get(&(g.clone(), *b)).map_or(0, |d| d[0])); }
    }
    tagger.print();
    println!("joined");
    all.print();
    Ok(())
}

fn weights_of(features: &[(u32, Row)], step: f32, t: [Row; TAGS]) -> Weights { Weights::new(step, t, features) }

fn report_coverage(train: &[&Text]) {
    let (mut words, mut active, mut lost) = (0, 0, 0);
    for sentence in train.iter().flat_map(|t| &t.sentences) {
        for (word, tag) in sentence.words.iter().zip(&sentence.tags) {
            words += 1;
            active += usize::from(word.features.is_some());
            lost += usize::from(word.features.is_none() && *tag != 0);
        }
    }
    println!("{} texts, {words} words, {active} looked at, {lost} of names passed over", train.len());
}

fn quantise(learned: &Learned, keep: usize) -> (f32, [Row; TAGS], Vec<(u32, Row)>) {
    let weights = || learned.features.iter().flat_map(|(_, row)| row).copied();
    let largest = weights().chain(learned.transitions.iter().flatten().copied()).fold(0f32, |max, w| max.max(w.abs()));
    let mut sizes: Vec<f32> = weights().map(f32::abs).filter(|w| *w > 0.0).collect();
    sizes.sort_unstable_by(|a, b| b.total_cmp(a));
    let least = sizes.get(keep).copied().unwrap_or(0.0);
    let step = (largest / 127.0).max(f32::MIN_POSITIVE);
    let small = |w: f32| if w.abs() <= least { 0 } else { (w / step).round() as i8 };
    let features = learned.features.iter().map(|(feature, row)| (*feature, row.map(small))).filter(|(_, row)| row.iter().any(|w| *w != 0));
    (step, learned.transitions.map(|row| row.map(|w| (w / step).round() as i8)), features.collect())
}

/// Spans and kinds that the tagger finds in `text`; `None` for derived forms.
fn tagged(text: &Text, weights: &Weights) -> Vec<(Span, Option<EntityKind>)> {
    let mut out: Vec<(Span, Option<EntityKind>)> = Vec::new();
    for sentence in &text.sentences {
        let scores: Vec<_> = sentence
            .words
            .iter()
            .map(|w| {
                w.features.as_ref().map(|features| {
                    let mut scores = [0; TAGS];
                    features.iter().for_each(|f| weights.add(*f, &mut scores));
                    scores
                })
            })
            .collect();
        let path = decode(&scores, &weights.transitions);
        for (word, &tag) in sentence.words.iter().zip(&path.tags) {
            if tag == DERIVED {
                out.push((word.span, None));
            } else if let Some((sort, begins)) = Sort::of(tag) {
                if begins {
                    out.push((word.span, sort.kind().or(Some(EntityKind::Misc))));
                } else if let Some(last) = out.last_mut() {
                    last.0.end = word.span.end;
                }
            }
        }
    }
    out
}

#[derive(Default)]
struct Tally {
    counts: BTreeMap<&'static str, [usize; 3]>,
}

impl Tally {
    fn add(&mut self, text: &Text, found: &[(Span, Option<EntityKind>)]) {
        for kind in [EntityKind::Per, EntityKind::Loc, EntityKind::Org] {
            for key in [kind.code(), "all"] {
                let right = text.gold.iter().filter(|g| g.1 == kind && found.contains(&(g.0, Some(kind)))).count();
                let wanted = text.gold.iter().filter(|g| g.1 == kind).count();
                let count = self.counts.entry(key).or_default();
                count[0] += right;
                count[1] += wanted;
                count[2] += found.iter().filter(|f| f.1 == Some(kind)).count();
            }
        }
        let count = self.counts.entry("derived").or_default();
        count[0] += text.derived.iter().filter(|d| found.contains(&(**d, None))).count();
        count[1] += text.derived.len();
        count[2] += found.iter().filter(|f| f.1.is_none()).count();
    }

    fn print(&self) {
        for (key, [right, wanted, found]) in &self.counts {
            let share = |of: &usize| 100.0 * *right as f64 / (*of).max(1) as f64;
            let (p, r) = (share(found), share(wanted));
            println!("{key:8} P {p:5.1}  R {r:5.1}  F1 {:5.1}   ({right} right, {wanted} in the reference, {found} found)", 2.0 * p * r / (p + r).max(1e-9));
        }
    }
}

fn context(text: &str, span: Span) -> String { let a: String = text[..span.start as usize].chars().rev().take(30).collect::<Vec<_>>().into_iter().rev().collect(); let b: String = text[span.end as usize..].chars().take(25).collect(); format!("{a}[]{b}") }
