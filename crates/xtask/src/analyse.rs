//! `cargo xtask analyse --jsonl`: the analysis of texts, one JSON line each.

use anyhow::{Context, Result, bail};
use bpaf::Bpaf;
use serde::{Deserialize, Serialize};
use std::io::{BufRead, BufWriter, Write};
use zeitlupe_core::article::{Evidence, Origin, PubDate};
use zeitlupe_core::day::Day;
use zeitlupe_core::text::{CodePoints, Document, Span};
use zeitlupe_core::{entity, number, quote, time};
use zeitlupe_ingest::Moment;

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    /// Read a JSON line {"id", "text", "date"} for each text from stdin, and write one for each to stdout
    jsonl: bool,
}

/// The number of lines read at once: enough for all threads, few enough for memory.
const BATCH: usize = 512;

/// Reads a text per line from stdin and writes its analysis to stdout, in the same order.
///
/// An invalid line is reported on stderr and skipped, an invalid date is reported and treated as missing;
/// the command continues and fails at its end.
pub fn command(options: Options) -> Result<()> {
    if !options.jsonl {
        bail!("expected --jsonl: cargo xtask analyse --jsonl < TEXTS.jsonl > ANALYSIS.jsonl");
    }
    let out = BufWriter::new(std::io::stdout().lock());
    let bad = run(std::io::stdin().lock(), out, |line, message| eprintln!("error: stdin:{line}: {message}"))
        .context("cannot read stdin or write stdout")?;
    if bad > 0 {
        bail!("expected {{\"id\", \"text\", \"date\"}} on every line, found {bad} bad ones");
    }
    Ok(())
}

/// A text to analyse.
#[derive(Deserialize)]
struct Input {
    id: serde_json::Value,
    text: String,
    #[serde(default)]
    date: Option<String>,
}

/// The analysis; all offsets are in Unicode code points.
#[derive(Serialize)]
struct Output<'a> {
    id: &'a serde_json::Value,
    names: Vec<Name<'a>>,
    times: Vec<Time<'a>>,
    quotes: Vec<Quote<'a>>,
    numbers: Vec<Number<'a>>,
    sentences: Vec<[u32; 2]>,
}

#[derive(Serialize)]
struct Name<'a> {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    form: &'static str,
    /// The canonical name of the entity in the text.
    entity: String,
    surface: &'a str,
}

#[derive(Serialize)]
struct Time<'a> {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    earliest: Option<String>,
    latest: Option<String>,
    surface: &'a str,
}

#[derive(Serialize)]
struct Quote<'a> {
    start: u32,
    end: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    speaker_start: Option<u32>,
    speaker_end: Option<u32>,
    /// The words that name the source; where they are a pronoun, those to which it refers.
    speaker: Option<&'a str>,
    /// The canonical name of the entity that the source is.
    entity: Option<String>,
    verb: Option<&'a str>,
    colour: Option<&'static str>,
    surface: &'a str,
}

#[derive(Serialize)]
struct Number<'a> {
    start: u32,
    end: u32,
    value: String,
    upper: Option<String>,
    bound: &'static str,
    unit: String,
    counted: Option<&'a str>,
    surface: &'a str,
}

/// The line number, the analysis unless the line is invalid, and the problem if there is one.
type Answer = (u32, Option<String>, Option<String>);

/// Analyses every line of `input`; returns the number of bad lines.
fn run(input: impl BufRead, mut out: impl Write, mut say: impl FnMut(u32, &str)) -> std::io::Result<u32> {
    let mut lines = (1..).zip(input.split(b'\n'));
    let mut bad = 0;
    loop {
        let mut batch: Vec<(u32, Vec<u8>)> = Vec::new();
        for (number, line) in lines.by_ref().take(BATCH) {
            batch.push((number, line?));
        }
        if batch.is_empty() {
            out.flush()?;
            return Ok(bad);
        }
        for (number, output, message) in in_parallel(&batch) {
            if let Some(output) = output {
                out.write_all(output.as_bytes())?;
                out.write_all(b"\n")?;
            }
            if let Some(message) = message {
                bad += 1;
                say(number, &message);
            }
        }
    }
}

/// Analyses the lines of a batch in parallel; the answers are in the order of the lines.
fn in_parallel(batch: &[(u32, Vec<u8>)]) -> Vec<Answer> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    // Lines are dealt out in turn, so that a long text does not delay the others.
    let mut answers: Vec<Answer> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|first| {
                scope.spawn(move || {
                    batch.iter().skip(first).step_by(threads).filter_map(|(number, line)| answer(*number, line)).collect::<Vec<_>>()
                })
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    answers.sort_by_key(|(number, ..)| *number);
    answers
}

/// The answer to a line; `None` for a blank one.
fn answer(number: u32, line: &[u8]) -> Option<Answer> {
    let line = if number == 1 { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) } else { line };
    if line.trim_ascii().is_empty() {
        return None;
    }
    let input: Input = match serde_json::from_slice(line) {
        Ok(input) => input,
        Err(error) => {
            let why = error.to_string();
            let why = why.split(" at line ").next().unwrap_or_default();
            return Some((
                number,
                None,
                Some(format!("expected {{\"id\", \"text\", \"date\"}}, found at column {}: {why}", error.column())),
            ));
        }
    };
    let (published, message) = match input.date.as_deref().filter(|date| !date.trim().is_empty()).map(|date| published(date, number)) {
        None => (None, None),
        Some(Ok(date)) => (Some(date), None),
        Some(Err(message)) => (None, Some(message)),
    };
    match serde_json::to_string(&analyse(&input, published.as_ref())) {
        Ok(output) => Some((number, Some(output), message)),
        Err(error) => Some((number, None, Some(error.to_string()))),
    }
}

fn published(date: &str, line: u32) -> Result<PubDate, String> {
    let moment = Moment::read(date).map_err(|why| format!("expected {why}, found \"{date}\""))?;
    Ok(moment.published(Evidence { origin: Origin::Record, quote: date.to_owned(), line: Some(line), shared_words: 0 }))
}

fn analyse<'a>(input: &'a Input, published: Option<&PubDate>) -> Output<'a> {
    let text = input.text.as_str();
    let document = Document::new(text);
    let points = CodePoints::new(text);
    let place = |span: Span| [points.at(text, span.start), points.at(text, span.end)];
    let mentions = entity::recognise_in(&document, entity::model::Model::shipped());
    let (entities, owners) = entity::link(&[(text, &mentions)]);
    let owners = owners.into_iter().next().unwrap_or_default();
    let entity_of = |index: usize| {
        let owner = owners.get(index).and_then(|id| entities.get(id.0 as usize));
        owner.map_or_else(|| mentions[index].canonical.clone(), |entity| entity.name.clone())
    };
    let name = |(index, mention): (usize, &entity::Mention)| {
        let [start, end] = place(mention.span);
        let surface = mention.span.of(text);
        Name { start, end, kind: mention.kind.code(), form: mention.form.code(), entity: entity_of(index), surface }
    };
    let times = time::recognise_in(&document, published, &[]);
    let mut taken: Vec<Span> = times.iter().map(|time| time.span).chain(mentions.iter().map(|name| name.span)).collect();
    taken.sort_unstable();
    let quotes = quote::quotes(&document, &mentions);
    Output {
        id: &input.id,
        names: mentions.iter().enumerate().map(name).collect(),
        quotes: quotes.iter().map(|quote| shown_quote(text, quote, &place, &entity_of)).collect(),
        numbers: number::numbers(&document, &taken).into_iter().map(|number| shown_number(text, number, &place)).collect(),
        sentences: document.sentences().map(place).collect(),
        times: times.into_iter().map(|time| shown_time(text, time, &place)).collect(),
    }
}

fn shown_time<'a>(text: &'a str, found: time::TimeExpression, place: &impl Fn(Span) -> [u32; 2]) -> Time<'a> {
    let [start, end] = place(found.span);
    let day = |day: Option<Day>| day.map(Day::iso);
    Time {
        start,
        end,
        kind: found.kind.code(),
        earliest: day(found.earliest),
        latest: day(found.latest),
        surface: found.span.of(text),
        value: found.value,
    }
}

fn shown_quote<'a>(text: &'a str, found: &quote::Quote, place: &impl Fn(Span) -> [u32; 2], entity: &impl Fn(usize) -> String) -> Quote<'a> {
    let [start, end] = place(found.span);
    let speaker = found.speaker.map(|speaker| place(speaker.span));
    Quote {
        start,
        end,
        kind: found.kind.code(),
        speaker_start: speaker.map(|[start, _]| start),
        speaker_end: speaker.map(|[_, end]| end),
        speaker: found.speaker.map(|speaker| speaker.full.of(text)),
        entity: found.speaker.and_then(|speaker| speaker.mention).map(|mention| entity(mention as usize)),
        verb: found.verb.map(|verb| verb.span.of(text)),
        colour: found.verb.map(|verb| verb.colour.code()),
        surface: found.span.of(text),
    }
}

fn shown_number<'a>(text: &'a str, found: number::Number, place: &impl Fn(Span) -> [u32; 2]) -> Number<'a> {
    let [start, end] = place(found.span);
    Number {
        start,
        end,
        value: found.value.to_string(),
        upper: found.upper.map(|upper| upper.to_string()),
        bound: found.bound.code(),
        unit: found.unit,
        counted: found.counted.map(|span| span.of(text)),
        surface: found.span.of(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(input: &[u8]) -> (Vec<serde_json::Value>, Vec<String>) {
        let (mut out, mut said) = (Vec::new(), Vec::new());
        let bad = run(input, &mut out, |line, message| said.push(format!("{line}: {message}"))).expect("memory can be read and written");
        assert_eq!(bad as usize, said.len());
        let lines = String::from_utf8(out).expect("JSON is UTF-8");
        (lines.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect(), said)
    }

    #[test]
    fn every_text_has_an_answer_with_offsets_in_code_points() {
        let (lines, said) = output("{\"id\":\"a\",\"text\":\" Grün. Ärger „hier“.\\n\\nEnde.\",\"date\":null}\n".as_bytes());
        assert_eq!(said, [""; 0]);
        assert_eq!(lines[0]["id"], "a");
        assert_eq!(lines[0]["sentences"], serde_json::json!([[1, 6], [7, 20], [22, 27]]));
        for part in ["names", "times", "quotes", "numbers"] {
            assert!(lines[0][part].is_array(), "{part}");
        }
    }

    #[test]
    fn a_bad_line_is_reported_and_the_others_are_analysed() {
        let input = b"\xef\xbb\xbf{\"id\":1,\"text\":\"A.\"}\n\n{\"id\":2\n{\"id\":3}\n{\"id\":4,\"text\":\"B.\",\"date\":\"4.2.22\"}\n\xff\n[]\n{\"id\":5,\"text\":\"\",\"date\":\"2022-02\"}";
        let (lines, said) = output(input);
        let ids: Vec<_> = lines.iter().map(|line| line["id"].as_i64()).collect();
        assert_eq!(ids, [Some(1), Some(4), Some(5)]);
        let numbers: Vec<_> = said.iter().map(|message| message.split(':').next().unwrap_or_default()).collect();
        assert_eq!(numbers, ["3", "4", "5", "6", "7"]);
        assert!(said[2].contains("a date like 2022-02-04") && said[2].contains("4.2.22"), "{}", said[2]);
    }

    #[test]
    fn the_order_of_the_lines_is_kept() {
        let input: String = (0..2000).map(|id| format!("{{\"id\":{id},\"text\":\"{}\"}}\n", "Ein Satz. ".repeat(id % 7))).collect();
        let (lines, _) = output(input.as_bytes());
        assert!(lines.iter().enumerate().all(|(index, line)| line["id"] == index) && lines.len() == 2000);
    }
}
