//! The sheet: what strikes, and the rows of facts.

use super::compared::{Compared, place, with};
use super::parts::{letter, letter_box};
use super::rows::{Line, Piece, lines};
use super::weave::weave;
use crate::platform;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::compare::Sentences;
use zeitlupe_core::compare::sheet::{Finding, Status};
use zeitlupe_core::view::AnalysedArticle;
use zeitlupe_words::address::CompareTab;
use zeitlupe_words::format;

/// What the sheet is drawn from.
pub(super) struct Raster<'p> {
    pub context: &'p AppContext,
    pub compared: &'p Compared,
    /// The articles, in the order of their letters.
    pub texts: &'p [&'p AnalysedArticle],
    /// The report that a narrow window shows.
    pub front: &'p UseStateHandle<u32>,
    /// Which statuses are hidden.
    pub hidden: &'p UseStateHandle<[bool; 3]>,
    /// The address of a passage in the list of passages.
    pub passage: &'p dyn Fn(u32) -> String,
}

pub(super) fn raster(props: &Raster<'_>) -> Html {
    let Raster { context, compared, texts, front, hidden, passage } = props;
    let words = &context.words().sheet;
    let fields = words.fields.map(|field| html! { <span>{ field }{ ":" }</span> });
    let lines = lines(context, compared, texts);
    let hides = |at: usize, class: &'static str| hidden[at].then_some(class);
    let class = classes!("sheet-view", format!("front-{}", ***front), hides(0, "no-same"), hides(1, "no-diff"), hides(2, "no-alone"));
    html! {
        <section {class}>
            <div class="glance">
                <div>
                    <h2 class="caps">{ words.glance }</h2>
                    <ol class="findings">{ for compared.sheet.findings.iter().map(|finding| self::finding(props, finding)) }</ol>
                </div>
                { weave(context, compared, texts, passage) }
            </div>
            { key(props, &lines) }
            <p class="namefill">{ for fields }</p>
            { pick(props) }
            { table(props, &lines) }
            <p class="method">{ words.method }</p>
        </section>
    }
}

/// Letters as a list: `B, C oder D`.
fn any_of(context: &AppContext, reports: &[u32]) -> String {
    match reports {
        [rest @ .., last] if !rest.is_empty() => {
            format!("{} {} {}", rest.iter().map(|n| letter(*n)).collect::<Vec<_>>().join(", "), context.words().sheet.or, letter(*last))
        }
        _ => reports.iter().map(|n| letter(*n)).collect(),
    }
}

fn finding(props: &Raster<'_>, finding: &Finding) -> Html {
    let context = props.context;
    let words = &context.words().sheet;
    let (class, sign, says, go) = match finding {
        Finding::Share { report, percent, with: others } => {
            let [of, also] = words.finding_share;
            let says = html! {
                <><strong>{ format!("{percent} %") }</strong>{ format!(" {of} {} {also} {}.", letter(*report), any_of(context, others)) }</>
            };
            let both: Vec<u32> = [*report].into_iter().chain(others.first().copied()).collect();
            let name = format!(
                "{} {} {}",
                both.iter().map(|n| letter(*n)).collect::<Vec<_>>().join(&format!(" {} ", context.words().compare.and)),
                words.read_both,
                ""
            );
            ("same", "=", says, Some((with(context, |state| state.tab = CompareTab::Side(both)).href(), name.trim().to_owned())))
        }
        Finding::Wording { key, words: changed } => {
            let [nearly, within] = words.finding_wording;
            let list: Vec<String> = changed.iter().map(|(report, word)| format!("{word} {within} {}", letter(*report))).collect();
            let says = html! { <><strong>{ nearly }</strong>{ format!(": {}.", list.join(", ")) }</> };
            ("diff", "≠", says, Some((with(context, |state| state.row = Some(key.clone())).href(), words.sections[5].to_owned())))
        }
        Finding::Apart(report) => {
            let says = html! { <><strong>{ letter(*report) }</strong>{ format!(" {}", words.finding_apart) }</> };
            ("maybe", "–", says, None)
        }
        Finding::Unheard { name, mentions } => {
            let [is, times] = words.finding_unheard;
            let says = html! { <><strong>{ name }</strong>{ format!(" {is} {mentions}{times}") }</> };
            ("alone", "0", says, Some((with(context, |state| state.row = Some("ungehoert".into())).href(), words.sections[1].to_owned())))
        }
    };
    html! {
        <li>
            <span class={classes!("st", class)} aria-hidden="true">{ sign }</span>
            <div><span>{ says }</span>{ " " }if let Some((href, name)) = go { <a class="go" {href}>{ name }</a> }</div>
        </li>
    }
}

/// The filter by status, which is the legend.
fn key(props: &Raster<'_>, lines: &[Line]) -> Html {
    let words = &props.context.words().sheet;
    let statuses = [(Status::Same, "same", "="), (Status::Differs, "diff", "≠"), (Status::Alone, "alone", "+")];
    let entry = |(n, (status, class, sign)): (usize, (Status, &'static str, &'static str))| {
        let count = lines.iter().filter(|line| line.status == Some(status)).count() as u32;
        let onchange = {
            let hidden = props.hidden.clone();
            let mut next = **props.hidden;
            next[n] = !next[n];
            Callback::from(move |_: Event| hidden.set(next))
        };
        html! {
            <label>
                <input type="checkbox" checked={!props.hidden[n]} {onchange} />
                <span class={classes!("st", class)} aria-hidden="true">{ sign }</span>
                <span>{ words.statuses[n] }<span class="long">{ format!(" – {}", words.meanings[n]) }</span></span>
                <span class="number">{ format::number(count, props.context.lang()) }</span>
            </label>
        }
    };
    html! { <div class="key"><span class="caps">{ words.lines }</span>{ for statuses.into_iter().enumerate().map(entry) }</div> }
}

/// The choice of one report, on a phone.
fn pick(props: &Raster<'_>) -> Html {
    let choose = |report: u32| {
        let front = props.front.clone();
        let onchange = Callback::from(move |_: Event| front.set(report));
        let found = &props.compared.found.reports[report as usize];
        let percent = (found.shared * 100 + found.words / 2).checked_div(found.words).unwrap_or(0);
        html! {
            <label>
                <input type="radio" name="report" checked={**props.front == report} {onchange} />
                { letter_box(report) }<span>{ format!("{percent} %") }</span>
            </label>
        }
    };
    html! {
        <fieldset class="pick">
            <legend class="unseen">{ props.context.words().compare.report }</legend>
            { for (0..props.texts.len() as u32).map(choose) }
        </fieldset>
    }
}

fn table(props: &Raster<'_>, lines: &[Line]) -> Html {
    let context = props.context;
    let words = &context.words().sheet;
    let columns = props.texts.len();
    let head = |(report, document): (usize, &&AnalysedArticle)| {
        let title = document.article.meta.title.clone();
        let class = title.is_none().then_some("none");
        let title = title.unwrap_or_else(|| context.words().compare.untitled.to_owned());
        let href = place(context, props.texts, report, zeitlupe_core::text::Span::new(0, 0));
        html! { <th scope="col"><div class="hl">{ letter_box(report as u32) }<a {class} {href} lang="de">{ title }</a></div></th> }
    };
    let sections = lines.chunk_by(|a, b| a.section == b.section);
    let section = |lines: &[Line]| {
        let at = lines[0].section;
        let question = at.checked_sub(2).and_then(|at| words.questions.get(at));
        html! {
            <tbody key={at}>
                <tr class="group"><th colspan={(columns + 1).to_string()} scope="rowgroup"><span>{ words.sections[at] }</span></th></tr>
                { for lines.iter().map(|line| row(props, line)) }
                if let Some(question) = question {
                    <tr class="blankrow"><th scope="row">{ *question }</th>{ for (0..columns).map(|_| html! { <td></td> }) }</tr>
                }
            </tbody>
        }
    };
    // Closes the open row, as activating it once more does. The focus is in it, or on the cell that has opened it.
    let onkeydown = {
        let row = context.address().compare.row.clone();
        let closed = with(context, |state| state.row = None).href();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(row) = row.as_ref().filter(|_| event.key() == "Escape") {
                platform::focus(&format!("#{row} a.q"));
                platform::visit(&closed);
            }
        })
    };
    html! {
        <table class="sheet" {onkeydown}>
            <caption class="unseen">{ words.caption }</caption>
            <thead><tr><td></td>{ for props.texts.iter().enumerate().map(head) }</tr></thead>
            { for sections.map(section) }
        </table>
    }
}

/// The class of a row by its status.
fn class(status: Option<Status>) -> Option<&'static str> {
    status.map(|status| match status {
        Status::Same => "same",
        Status::Differs => "diff",
        Status::Alone => "alone",
    })
}

/// A row, and below it the full sentences if it is open.
fn row(props: &Raster<'_>, line: &Line) -> Html {
    let context = props.context;
    let words = &context.words().sheet;
    let is_open = context.address().compare.row.as_deref() == Some(line.key.as_str());
    let href = with(context, |state| state.row = (!is_open).then(|| line.key.clone())).href();
    let has = |report: u32| !line.cells[report as usize].is_empty();
    let letters: Vec<&str> = (0..props.texts.len() as u32).filter(|report| has(*report)).map(letter).collect();
    let how = line.status.map(|status| {
        let at = [Status::Same, Status::Differs, Status::Alone].iter().position(|other| *other == status).unwrap_or(0);
        let boxes = (0..props.texts.len() as u32).map(|report| html! { <i class={(!has(report)).then_some("no")}>{ letter(report) }</i> });
        html! {
            <span class="how">
                <span class={classes!("st", class(Some(status)))} aria-hidden="true">{ ["=", "≠", "+"][at] }</span>
                <span>{ words.statuses[at] }</span>
                if status != Status::Alone {
                    <span class="has" role="img" aria-label={format!("{} {}", words.in_reports, letters.join(", "))}>{ for boxes }</span>
                }
            </span>
        }
    });
    let cell = |(report, cell): (usize, &Vec<Piece>)| {
        let class = classes!(
            cell.is_empty().then_some("absent"),
            (line.status == Some(Status::Alone) && !cell.is_empty()).then_some("alone-cell"),
            format!("r{report}")
        );
        let absent =
            || html! { <><span aria-hidden="true">{ "– " }</span><span class="missing">{ line.absent(context, report as u32) }</span></> };
        html! {
            <td {class}>
                if cell.is_empty() { { absent() } } else { { for cell.iter().map(|piece| shown(piece, &href, is_open)) } }
            </td>
        }
    };
    let note = (!line.note.is_empty()).then(|| html! { <span class="note">{ &line.note }</span> });
    html! {
        <>
            <tr id={line.key.clone()} class={class(line.status)} key={line.key.clone()}>
                <th scope="row">{ &line.label }{ for how }{ for note }</th>
                { for line.cells.iter().enumerate().map(cell) }
            </tr>
            if is_open { { evidence(props, line) } }
        </>
    }
}

/// What a cell shows: a link that opens the sentences, or a plain fact.
fn shown(piece: &Piece, href: &str, is_open: bool) -> Html {
    let words = piece.words.iter().map(|(words, is_marked)| {
        if *is_marked {
            html! { <b>{ words }</b> }
        } else {
            html! { { words } }
        }
    });
    let is_count = piece.span.is_some() && piece.place.is_empty();
    let note = (!piece.note.is_empty()).then(|| html! { <small class={is_count.then_some("times")}>{ &piece.note }</small> });
    let bar = piece.bar.map(|share| html! { <svg class="code" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" width="1000" height="10" /><rect class="seg" width={share.to_string()} height="10" /></svg> });
    match piece.span {
        Some(_) => html! {
            <a class="q" href={href.to_owned()} aria-expanded={is_open.to_string()} lang="de">
                { for words }if !piece.place.is_empty() { <span class="loc">{ &piece.place }</span> }{ for note }
            </a>
        },
        None => html! { <span class="fact">{ for words }{ for note }{ for bar }</span> },
    }
}

/// The full sentences of a row, column under column.
fn evidence(props: &Raster<'_>, line: &Line) -> Html {
    let context = props.context;
    let words = &context.words().sheet;
    let cell = |(report, cell): (usize, &Vec<Piece>)| {
        let document = props.texts[report];
        let text = document.article.text.as_str();
        let numbers = Sentences::new(&document.article, &document.sentences);
        let sentence = |piece: &Piece| {
            let span = piece.span?;
            let whole = document.sentence_at(span);
            let part = |start: u32, end: u32| text.get(start as usize..end as usize).unwrap_or_default().to_owned();
            let href = place(context, props.texts, report, span);
            let number = numbers.of(span).map(|(first, _)| format!(" ({} {first})", context.words().compare.sentence)).unwrap_or_default();
            Some(html! {
                <div>
                    <p lang="de">{ part(whole.start, span.start) }<mark>{ part(span.start, span.end) }</mark>{ part(span.end, whole.end) }</p>
                    <a class="read" {href}>{ words.read }{ number }</a>
                </div>
            })
        };
        let sentences: Vec<Html> = cell.iter().filter_map(sentence).collect();
        html! {
            <td class={classes!(sentences.is_empty().then_some("absent"), format!("r{report}"))}>
                if sentences.is_empty() { { "–" } } else { <span class="who">{ letter_box(report as u32) }</span>{ for sentences } }
            </td>
        }
    };
    html! { <tr class="ev"><th scope="row">{ words.evidence }</th>{ for line.cells.iter().enumerate().map(cell) }</tr> }
}
