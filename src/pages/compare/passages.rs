//! The passages that articles share, each once with its wordings.

use super::parts::{letter, letter_box, letters, marked, sign};
use yew::prelude::*;
use zeitlupe_core::compare::{Comparison, PassageVersions, Probable, Sentences, Version, Wording, versions};
use zeitlupe_core::text::Span;
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::Lang;
use zeitlupe_words::format;

/// What the list of passages shows.
#[derive(Clone, Copy)]
pub struct Passages<'p> {
    /// The articles, in the order of their letters.
    pub texts: &'p [&'p AnalysedArticle],
    /// Their comparison.
    pub comparison: &'p Comparison,
    /// The language of the interface.
    pub lang: Lang,
    /// Whether to show passages with the same words, and those with changes.
    pub shown: [bool; 2],
    /// Called with the next value of `shown`.
    pub on_shown: &'p Callback<[bool; 2]>,
    /// The address of a place in an article.
    pub link: &'p dyn Fn(usize, Span) -> String,
    /// The address of articles side by side, at a passage.
    pub beside: &'p dyn Fn(&[u32], u32) -> String,
}

/// The passages, numbered in the order of the first article that has them; passage `n` has the id `passage-n`.
pub fn passages(props: Passages<'_>) -> Html {
    let words = &props.lang.words().compare;
    let found = versions(props.texts, props.comparison);
    if found.is_empty() && props.comparison.probable.is_empty() {
        return html! { <div class="compare-passages"><p>{ words.none }</p></div> };
    }
    let numbers: Vec<Sentences> = props.texts.iter().map(|text| Sentences::new(&text.article, &text.sentences)).collect();
    let is_shown = |passage: &&PassageVersions| props.shown[usize::from(!is_verbatim(&props, passage.passage))];
    html! {
        <div class="compare-passages">
            { side_bar(&props, &found) }
            <div>
                <h3 class="kindhead">
                    { words.same_sentences }<small>{ format::counted(found.len() as u32, &words.passages, props.lang) }</small>
                </h3>
                { for found.iter().filter(is_shown).map(|passage| passage_of(&props, &numbers, passage)) }
                if !props.comparison.probable.is_empty() {
                    <h3 class="kindhead">{ words.probable[0] }<small>{ words.probable[1] }</small></h3>
                    { for props.comparison.probable.iter().map(|probable| probable_of(&props, &numbers, probable)) }
                }
            </div>
        </div>
    }
}

fn is_verbatim(props: &Passages<'_>, passage: u32) -> bool {
    props.comparison.passages.get(passage as usize).is_some_and(|passage| passage.verbatim)
}

/// The kinds, which are also the filter, and the signs.
fn side_bar(props: &Passages<'_>, found: &[PassageVersions]) -> Html {
    let words = &props.lang.words().compare;
    let kind = |(at, name): (usize, &'static str)| {
        let count = found.iter().filter(|passage| is_verbatim(props, passage.passage) == (at == 0)).count() as u32;
        let mut next = props.shown;
        next[at] = !next[at];
        let onchange = props.on_shown.reform(move |_: Event| next);
        html! {
            <label>
                <input type="checkbox" checked={props.shown[at]} {onchange} />
                { sign(at == 0) }<span>{ name }</span><span class="number">{ format::number(count, props.lang) }</span>
            </label>
        }
    };
    let [changed, only, missing, spelling] = words.keys;
    html! {
        <div class="pnav">
            <fieldset>
                <legend class="caps">{ words.kinds }</legend>
                { for [words.verbatim, words.changed].into_iter().enumerate().map(kind) }
            </fieldset>
            <div class="wide">
                <p class="caps">{ words.signs }</p>
                <ul class="signs">
                    <li><b class="d">{ changed }</b></li><li><b class="d plus">{ only }</b></li>
                    <li><i class="gap"></i>{ missing }</li><li><span class="sp">{ spelling }</span></li>
                </ul>
            </div>
        </div>
    }
}

fn passage_of(props: &Passages<'_>, numbers: &[Sentences], found: &PassageVersions) -> Html {
    let words = &props.lang.words().compare;
    let Some(passage) = props.comparison.passages.get(found.passage as usize) else { return html! {} };
    let number = found.passage + 1;
    let reports: Vec<u32> = passage.versions.iter().map(|version| version.report).collect();
    let has = |report: u32| {
        let is_in = reports.contains(&report);
        html! { <i class={classes!((!is_in).then_some("no"))}>{ letter(report) }</i> }
    };
    let label = format!("{} {}", words.in_reports, letters(reports.iter().copied()));
    let kind = if passage.verbatim { words.verbatim } else { words.changed };
    let counts = format::counted(found.words, &props.lang.words().words, props.lang);
    html! {
        <article class="passage1" id={format!("passage-{number}")} aria-label={format!("{} {number}", words.passage)}>
            <span class="no" aria-hidden="true">{ number }</span>
            <div>
                <header>
                    <span class="nr">{ number }</span>
                    <span class="kind">{ sign(passage.verbatim) }{ kind }</span>
                    <span class="has" role="img" aria-label={label}>{ for (0..props.texts.len() as u32).map(has) }</span>
                    <span>{ counts }</span>
                </header>
                <ul class="vers">{ for found.wordings.iter().map(|wording| wording_of(props, numbers, wording)) }</ul>
            </div>
            <aside>
                if let Some(first) = passage.first { <p>{ format!("{} {}", words.first_in, letter(first)) }</p> }
                <a href={(props.beside)(&reports[..reports.len().min(2)], found.passage)}>{ words.beside }</a>
            </aside>
        </article>
    }
}

/// Two statements that are probably the same, each in its whole sentence.
fn probable_of(props: &Passages<'_>, numbers: &[Sentences], probable: &Probable) -> Html {
    let words = &props.lang.words().compare;
    let version = |version: &Version| {
        let document = props.texts[version.report as usize];
        let (text, whole) = (document.article.text.as_str(), document.sentence_at(version.span));
        let part = |start: u32, end: u32| text.get(start as usize..end as usize).unwrap_or_default().to_owned();
        html! {
            <li>
                <span class="whose">{ letter_box(version.report) }</span>
                <p class="clause" lang="de">
                    { part(whole.start, version.span.start) }<span class="meant">{ part(version.span.start, version.span.end) }</span>{ part(version.span.end, whole.end) }
                </p>
                <span class="locs">{ place_of(props, numbers, version, false) }</span>
            </li>
        }
    };
    let pair = [probable.a.report, probable.b.report];
    html! {
        <article class="passage1" aria-label={words.probable[0]}>
            <span class="no" aria-hidden="true">{ "?" }</span>
            <div><ul class="vers">{ for [probable.a, probable.b].iter().map(version) }</ul></div>
            <aside><a href={(props.beside)(&pair, 0)}>{ words.beside }</a></aside>
        </article>
    }
}

/// The way to the place of a version; with the letter of its report where several are listed.
fn place_of(props: &Passages<'_>, numbers: &[Sentences], version: &Version, is_shared: bool) -> Html {
    let words = &props.lang.words().compare;
    let sentence = match numbers[version.report as usize].of(version.span) {
        Some((first, last)) if first < last => format!("{} {first}–{last}", words.sentence),
        Some((first, _)) => format!("{} {first}", words.sentence),
        None => words.report.to_owned(),
    };
    let before = if is_shared { format!("{}: ", letter(version.report)) } else { String::new() };
    let label = format!("{} {}, {sentence}", words.report, letter(version.report));
    html! { <a class="q" href={(props.link)(version.report as usize, version.span)} aria-label={label}>{ before }{ sentence }{ "\u{a0}›" }</a> }
}

fn wording_of(props: &Passages<'_>, numbers: &[Sentences], wording: &Wording) -> Html {
    let Some(shown) = wording.versions.first() else { return html! {} };
    let text = props.texts[shown.report as usize].article.text.as_str();
    let is_shared = wording.versions.len() > 1;
    html! {
        <li class={classes!(is_shared.then_some("once"))}>
            <span class="whose">{ for wording.versions.iter().map(|version| letter_box(version.report)) }</span>
            <div>{ for wording.lines.iter().map(|line| html! { <p lang="de">{ marked(text, line) }</p> }) }</div>
            <span class="locs">{ for wording.versions.iter().map(|version| place_of(props, numbers, version, is_shared)) }</span>
        </li>
    }
}
