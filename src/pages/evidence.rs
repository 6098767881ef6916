//! The reader's passages and notes, in groups: sorting, storing, saving and loading files, sharing, deleting.

use crate::components::{comment_field, group_field, groups_offered, inline_fault, remove_button, set_aside};
use crate::hooks::{again, use_cached};
use crate::pages::ViewProps;
use crate::platform;
use crate::state::{Action, AppContext, Cached, NotebookNotice};
use crate::submission::{self, Articles, Group};
use yew::platform::spawn_local;
use yew::prelude::*;
use zeitlupe_core::annotation::{self, Change, Note, Notebook};
use zeitlupe_words::address::{Address, Page, Passage};
use zeitlupe_words::format;

/// All passages and notes.
#[component]
pub fn Evidence(ViewProps { context }: &ViewProps) -> Html {
    let (words, notebook) = (&context.words().notes, &context.state.notebook);
    use_cached(context, Cached::Summaries, true);
    let copied = use_state(|| None::<&'static str>);
    let articles = articles(context);
    let trouble = context.state.fault_of(Cached::Summaries);
    let busy = !context.state.has(Cached::Summaries) && trouble.is_none();
    html! {
        <section class="notebook" aria-busy={busy.to_string()}>
            <h1>{ words.title }</h1>
            if let Some(trouble) = trouble { { inline_fault(context.words(), trouble, &again(context)) } }
            { set_aside(context, false) }
            { from_link(context, &articles) }
            if notebook.is_empty() { <div class="introduction">{ for words.empty.iter().map(|line| html! { <p>{ *line }</p> }) }</div> }
            { tools(context, &copied) }
            { answers(context) }
            { for submission::groups(notebook).iter().map(|one| group(context, &articles, one)) }
            { groups_offered(context) }
            { clearing(context) }
        </section>
    }
}

/// The articles of the room, as far as they are loaded.
pub(super) fn articles(context: &AppContext) -> Articles<'_> {
    Articles::of(context.state.summaries.ready().map(|summaries| summaries.as_slice()))
}

/// The annotations in a link, which are only added when the reader accepts them.
fn from_link(context: &AppContext, articles: &Articles<'_>) -> Html {
    let Some(text) = &context.address().brought else { return html! {} };
    let words = &context.words().notes;
    let leave = |change: Option<Change>| {
        let (dispatcher, address) = (context.state.dispatcher(), Address { brought: None, ..context.address().clone() });
        Callback::from(move |_: MouseEvent| {
            if let Some(change) = change.clone() {
                dispatcher.dispatch(Action::Note(change));
            }
            dispatcher.dispatch(Action::Visit(Box::new(address.clone())));
            platform::focus("#inhalt");
        })
    };
    let Some(book) = annotation::from_link(text) else {
        return html! { <div class="brought" role="status"><p>{ words.from_link_invalid }</p><button type="button" onclick={leave(None)}>{ context.words().dismiss }</button></div> };
    };
    let count = format::counted((book.notes.len() + book.answers.len()) as u32, &words.count, context.lang());
    html! {
        <div class="brought">
            <p>{ count }{ " " }{ words.from_link }</p>
            <ol>{ for book.notes.iter().map(|note| html! { <li>{ quotation(context, articles, note) }if !note.comment.is_empty() { <p class="remark">{ &note.comment }</p> }</li> }) }{ for book.answers.iter().map(|answer| html! { <li>{ &answer.task }{ ": " }{ &answer.text }</li> }) }</ol>
            <p class="actions">
                <button type="button" class="take" onclick={leave(Some(Change::Merge(book)))}>{ words.accept }</button>
                <button type="button" class="leave" onclick={leave(None)}>{ words.decline }</button>
            </p>
        </div>
    }
}

/// The quotation of a note, linked to its place, with the article.
pub(super) fn quotation(context: &AppContext, articles: &Articles<'_>, note: &Note) -> Html {
    let words = &context.words().notes;
    let (summary, gone) = (articles.get(&note.article), articles.is_gone(&note.article));
    let passage = Some(Passage { start: note.start, quote: note.quote.clone() });
    let there = Address { passage, ..context.address().at(Page::Article(note.article.clone())) };
    html! {
        <>
            <blockquote lang={summary.and_then(|summary| summary.lang.clone()).unwrap_or_else(|| "de".into())}>
                if gone { { &note.quote } } else { <a href={there.href()}>{ &note.quote }</a> }
            </blockquote>
            <p class="meta">{ summary.map_or_else(|| if gone { words.gone.to_owned() } else { String::new() }, |summary| submission::source_line(summary, context.lang())) }</p>
        </>
    }
}

fn group(context: &AppContext, articles: &Articles<'_>, (group, notes): &Group<'_>) -> Html {
    let (words, notebook, group) = (&context.words().notes, &context.state.notebook, *group);
    if notes.is_empty() {
        return html! {};
    }
    let move_button = |at: usize, up: bool, off: bool| {
        let dispatcher = context.state.dispatcher();
        let moved = Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Note(Change::Move(at, up))));
        let (sign, label) = if up { ("↑", words.up) } else { ("↓", words.down) };
        html! { <button type="button" onclick={moved} disabled={off} aria-label={format!("{} {}: {label}", words.one, at + 1)}>{ sign }</button> }
    };
    let last = notes.len() - 1;
    let item = |(n, (at, note)): (usize, &(usize, &Note))| {
        html! {
            <li class="note" key={format!("{} {} {}", note.article, note.start, note.quote)}>
                <p class="number">{ format!("{} {}", words.one, at + 1) }</p>
                { quotation(context, articles, note) }
                { comment_field(context, *at, None) }
                <div class="actions">{ group_field(context, *at) }{ move_button(*at, true, n == 0) }{ move_button(*at, false, n == last) }{ remove_button(context, *at) }</div>
                if !note.comment.is_empty() { <p class="remark">{ &note.comment }</p> }
            </li>
        }
    };
    let rename = {
        let (dispatcher, group) = (context.state.dispatcher(), group.to_owned());
        Callback::from(move |event: Event| dispatcher.dispatch(Action::Note(Change::Rename(group.clone(), platform::value(&event)))))
    };
    html! {
        <section class="group" key={group.to_owned()}>
            if !group.is_empty() {
                <h2>{ group }</h2>
                <label class="rename">{ words.rename }<input type="text" value={group.to_owned()} autocomplete="off" spellcheck="false" onchange={rename} /></label>
            } else if !notebook.groups.is_empty() {
                <h2>{ words.ungrouped }</h2>
            }
            <ol>{ for notes.iter().enumerate().map(item) }</ol>
        </section>
    }
}

/// The answers to the tasks, as handed in.
fn answers(context: &AppContext) -> Html {
    let (words, answers) = (&context.words().notes, &context.state.notebook.answers);
    if answers.is_empty() {
        return html! {};
    }
    html! {
        <section class="answers">
            <h2>{ words.answers }</h2>
            <dl>
                { for answers.iter().map(|answer| {
                    let proofs: Vec<String> = answer.evidence.iter().map(|at| format!("{} {}", words.one, at + 1)).collect();
                    html! { <>
                        <dt>{ &answer.task }</dt>
                        <dd>{ &answer.text }if !proofs.is_empty() { <span class="quiet">{ format!(" {} {}", words.proof, proofs.join(", ")) }</span> }</dd>
                    </> }
                }) }
            </dl>
            <p><a href={context.address().at(Page::Tasks).href()}>{ context.words().lesson.tasks }</a></p>
        </section>
    }
}

/// Copies a link that contains the notebook, and reports whether that succeeded.
fn copy_link(context: &AppContext, copied: &UseStateHandle<Option<&'static str>>) -> Callback<MouseEvent> {
    let (context, copied) = (context.clone(), copied.setter());
    Callback::from(move |_: MouseEvent| {
        let share = &context.words().share;
        let Some(brought) = annotation::to_link(&context.state.notebook) else { return copied.set(Some(context.words().notes.too_long)) };
        let there = Address { brought: Some(brought), ..context.address().at(Page::Evidence).shared() };
        let copied = copied.clone();
        spawn_local(async move {
            let done = platform::copy(&platform::absolute(&there.href())).await;
            copied.set(Some(if done { share.copied } else { share.not_copied }));
        });
    })
}

/// Buttons to save, load, share and store.
fn tools(context: &AppContext, copied: &UseStateHandle<Option<&'static str>>) -> Html {
    let (words, notebook) = (&context.words().notes, &context.state.notebook);
    let saved = |name: &'static str, kind: &'static str, make: fn(&AppContext, &Notebook) -> String| {
        let context = context.clone();
        Callback::from(move |_: MouseEvent| {
            let name = format!("{}.{name}", context.words().notes.file);
            platform::save(&name, kind, &make(&context, &context.state.notebook));
            context.state.dispatch(Action::Saved);
        })
    };
    let file = saved("jsonld", "application/ld+json", |_, notebook| annotation::write(notebook, &platform::room_address()));
    let page = saved("html", "text/html;charset=utf-8", |context, notebook| {
        let title = context.corpus().map(|corpus| corpus.title.clone()).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| context.words().untitled.to_owned());
        submission::page(notebook, &articles(context), &title, &platform::room_address(), context.lang())
    });
    let read = {
        let context = context.clone();
        Callback::from(move |event: Event| {
            let context = context.clone();
            spawn_local(async move {
                let Some(text) = platform::chosen_text(event).await else { return };
                read_in(&context, &text);
            });
        })
    };
    let keep = {
        let (dispatcher, kept) = (context.state.dispatcher(), context.state.kept);
        Callback::from(move |_: Event| dispatcher.dispatch(Action::Keep(!kept)))
    };
    html! {
        <div class="tools">
            <p class="actions">
                if !notebook.is_empty() {
                    <button type="button" class="hand-in" onclick={page}>{ words.hand_in }</button>
                    <button type="button" class="save" onclick={file}>{ words.save }</button>
                    <button type="button" class="copy" onclick={copy_link(context, copied)}>{ words.copy }</button>
                    <button type="button" class="print" onclick={Callback::from(|_: MouseEvent| platform::print())}>{ words.print }</button>
                }
                <label class="button">{ words.read_in }<input type="file" accept=".jsonld,.json,.html" onchange={read} /></label>
                <span role="status">{ copied.unwrap_or_default() }</span>
            </p>
            if !notebook.is_empty() { <p class="quiet">{ words.help }</p> }
            <label class="tick"><input type="checkbox" name="keep" checked={context.state.kept} onchange={keep} />{ words.keep }</label>
            <p class="quiet">{ words.keep_help }</p>
        </div>
    }
}

/// Loads the annotations of a file, or reports why that failed.
fn read_in(context: &AppContext, text: &str) {
    let words = &context.words().notes;
    let reason = match platform::read_annotations(text) {
        Ok(Some((book, left_out))) => {
            let remark =
                if left_out > 0 { [words.left_out, &format::number(left_out as u32, context.lang())].join(" ") } else { String::new() };
            return context.state.dispatch(Action::Import(book, remark));
        }
        Ok(None) => words.no_items.to_owned(),
        Err(reason) => reason,
    };
    context.state.dispatch(Action::NotebookNotice(Some(NotebookNotice::Remark([words.bad_file, &reason].join(" ")))));
}

/// Deleting everything, in two steps.
fn clearing(context: &AppContext) -> Html {
    let words = &context.words().notes;
    let state = &context.state;
    let aside = state.aside.clone();
    if state.notebook.is_empty() && state.corrections.steps.is_empty() && !state.kept && aside.iter().all(|list| list.is_empty()) {
        return html! {};
    }
    let dispatcher = state.dispatcher();
    let clear = Callback::from(move |_: MouseEvent| {
        aside.iter().flat_map(|list| list.iter()).for_each(|(key, _)| platform::delete_aside(key));
        dispatcher.dispatch(Action::Forget);
        platform::forget_offline();
        platform::focus("#inhalt");
    });
    html! {
        <details class="clearing">
            <summary>{ words.clear }</summary>
            <p>{ words.clear_help }</p>
            <button type="button" class="clear" onclick={clear}>{ words.clear_now }</button>
        </details>
    }
}
