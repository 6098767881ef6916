//! A block of an article beside others.

use super::options::{Options, Side};
use super::parts::{letter, letters, marked, sign};
use crate::platform;
use yew::prelude::*;
use zeitlupe_core::article::Role;
use zeitlupe_core::compare::{Block, BlockKind, Line, Rest, Shared, Twin, Version};
use zeitlupe_words::format;

/// A block in a column, with a word about who else has it.
pub(super) fn block(props: &Side<'_>, column: u32, block: &Block) -> Html {
    let Some((report, text)) = props.column(column) else { return html! {} };
    let text = text.article.text.as_str();
    let lines = html! { { for block.lines.iter().map(|line| line_of(text, line)) } };
    let words = props.words();
    match &block.kind {
        BlockKind::Shared(shared) => {
            let links: Vec<String> = shared.twins.iter().map(|twin| twin.link.to_string()).collect();
            let (class, kind) = if shared.is_verbatim { ("same", words.verbatim) } else { ("near", words.changed) };
            let number = shared.passage + 1;
            html! {
                <div class={classes!("blk", "sh", class)} data-p={links.join(" ")}>
                    <a class="num" href={(props.passage)(shared.passage)} title={format!("{} {number}: {kind}", words.passage)}>
                        <span class="unseen">{ words.passage }{ " " }</span>{ number }
                    </a>
                    { twins(props, shared) }
                    { lines }
                    { for shared.twins.iter().map(|twin| swap(props, shared, twin)) }
                </div>
            }
        }
        BlockKind::Elsewhere(versions) => html! {
            <div class="blk el"><span class="tag">{ also(props, versions) }</span>{ lines }</div>
        },
        BlockKind::Alone => html! {
            <div class="blk al1">
                if block.sentences.is_some() {
                    <span class="tag">
                        <span class="st alone" aria-hidden="true">{ "+" }</span>{ words.only_in }{ " " }{ letter(report) }
                    </span>
                }
                { lines }
                if let Some(rest) = &block.rest { { folded(props, report, text, rest) } }
            </div>
        },
    }
}

/// Where else the passage stands: a link for each article.
fn twins(props: &Side<'_>, shared: &Shared) -> Html {
    let words = props.words();
    let twin = |twin: &Twin| {
        let Some((report, _)) = props.column(twin.column) else { return html! {} };
        let is_level = props.level.ribbons.get(twin.link as usize).is_some_and(|ribbon| ribbon.is_level);
        let sentence = twin.sentence.map(|sentence| format!(", {} {sentence}", words.sentence)).unwrap_or_default();
        let moved = if is_level { String::new() } else { format!(" ({})", words.moved) };
        html! { <a href={(props.link)(report as usize, twin.span)}>{ format!("{} {}{sentence}{moved}", words.also_in, letter(report)) }</a> }
    };
    html! {
        <span class="tag">
            { sign(shared.is_verbatim) }
            { for shared.twins.iter().map(twin) }
            if !shared.also.is_empty() { { also(props, &shared.also) } }
        </span>
    }
}

/// The articles that are not shown and have it, too, as links.
fn also(props: &Side<'_>, versions: &[Version]) -> Html {
    let one = |version: &Version| {
        let label = format!("{} {}", props.words().also_in, letter(version.report));
        html! { <a href={(props.link)(version.report as usize, version.span)}>{ label }</a> }
    };
    versions.iter().map(one).collect()
}

/// On a phone: shows the other article at the same passage.
fn swap(props: &Side<'_>, shared: &Shared, twin: &Twin) -> Html {
    let words = props.words();
    let Some((report, _)) = props.column(twin.column) else { return html! {} };
    let next = Options { front: twin.column, ..props.options };
    let (column, link) = (twin.column, twin.link);
    let onclick = props.on_options.reform(move |_: MouseEvent| {
        platform::show_block(column, link);
        next
    });
    let [before, behind] = words.read_in;
    let sentence = twin.sentence.map(|sentence| format!(" ({} {sentence})", words.sentence)).unwrap_or_default();
    let sign = if shared.is_verbatim { "=" } else { "≈" };
    let label = format!("{sign} {before} {} {behind}", letter(report));
    html! { <button class="swap" type="button" {onclick}>{ label.trim_end() }{ sentence }</button> }
}

fn line_of(text: &str, line: &Line) -> Html {
    match line.role {
        Role::Heading => html! { <h4 lang="de">{ marked(text, line) }</h4> },
        Role::Lead => html! { <p class="deck" lang="de">{ marked(text, line) }</p> },
        _ => html! { <p lang="de">{ marked(text, line) }</p> },
    }
}

/// The rest of a long block that only one article has.
fn folded(props: &Side<'_>, report: u32, text: &str, rest: &Rest) -> Html {
    let words = props.words();
    let (sentences, count) =
        (format::counted(rest.sentences, &words.sentences, props.lang), format::counted(rest.words, &props.lang.words().words, props.lang));
    let heading = rest.heading.map(|heading| format!(": {}", heading.of(text))).unwrap_or_default();
    let summary = format!("{} {sentences} {} {} ({count}){heading}", words.further, words.only_in, letters([report].into_iter()));
    html! {
        <details open={props.options.whole} ontoggle={|_| platform::draw_ribbons()}>
            <summary>{ summary }</summary>
            { for rest.lines.iter().map(|line| line_of(text, line)) }
        </details>
    }
}
