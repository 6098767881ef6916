//! The tasks.

use crate::components::{prose, shown};
use crate::pages::evidence::{articles, quotation};
use crate::pages::site_info_or;
use crate::platform;
use crate::state::{Action, AppContext};
use crate::submission::Articles;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;
use zeitlupe_core::annotation::{Answer, Change, Note};
use zeitlupe_core::lesson::{Space, Task};
use zeitlupe_words::address::Page;

/// All tasks with answer fields; in print a worksheet.
pub fn tasks(context: &AppContext) -> Html {
    site_info_or(context, |info| {
        let (words, tasks) = (&context.words().lesson, &info.extras.tasks);
        let articles = articles(context);
        let print = Callback::from(|_: MouseEvent| platform::print());
        html! {
            <article class="paper tasks">
                <h1>if tasks.title.is_empty() { { words.tasks } } else { <span lang="de">{ &tasks.title }</span> }</h1>
                if tasks.tasks.is_empty() {
                    <p>{ words.no_tasks }</p>
                } else {
                    <div lang="de">{ prose(context, &tasks.intro) }</div>
                    <p class="quiet note">{ words.note }</p>
                    <p class="actions">
                        <button type="button" onclick={print}>{ words.print }</button>{ " " }
                        <a class="button" href={context.address().at(Page::Evidence).href()}>{ words.hand_in }</a>
                    </p>
                    { for tasks.tasks.iter().enumerate().map(|(n, one)| task(context, &articles, n, one)) }
                }
            </article>
        }
    })
}

fn task(context: &AppContext, articles: &Articles<'_>, n: usize, Task { heading, blocks, space }: &Task) -> Html {
    let given = context.state.notebook.answer(heading);
    html! {
        <section class="task" aria-labelledby={format!("aufgabe-{n}")}>
            <h2 id={format!("aufgabe-{n}")} lang="de">{ heading }</h2>
            <div lang="de">{ prose(context, blocks) }</div>
            if *space != Space::None { { field(context, n, heading, *space, given) }{ evidence(context, articles, heading, given) } }
        </section>
    }
}

/// The answer field, which grows with its text: a copy behind it has the same height and is what is printed.
///
/// Spell checking is off, because some browsers send the text to a server.
fn field(context: &AppContext, n: usize, heading: &str, space: Space, given: Option<&Answer>) -> Html {
    let text = given.map(|given| given.text.clone()).unwrap_or_default();
    let (id, lines) = (format!("antwort-{n}"), space.lines());
    let typed = {
        let (dispatcher, heading) = (context.state.dispatcher(), heading.to_owned());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
            dispatcher.dispatch(Action::Note(Change::Answer(heading.clone(), text)));
        })
    };
    html! {
        <>
            <label for={id.clone()}>{ context.words().lesson.answer }</label>
            <div class={classes!("answer", text.is_empty().then_some("empty"))}>
                <textarea {id} rows={lines.to_string()} spellcheck="false" value={text.clone()} oninput={typed} />
                <div class="mirror" aria-hidden="true">{ text }{ "\u{200b}" }</div>
            </div>
            <div class="ruled" aria-hidden="true">{ for (0..lines).map(|_| html! { <i /> }) }</div>
        </>
    }
}

/// The passages that support the answer, and the reader's passages to choose from.
fn evidence(context: &AppContext, articles: &Articles<'_>, heading: &str, given: Option<&Answer>) -> Html {
    let (words, notes) = (&context.words().lesson, &context.state.notebook.notes);
    let proves: &[u32] = given.map_or(&[], |given| &given.evidence);
    let chosen = proves.iter().filter_map(|at| notes.get(*at as usize));
    let tick = |(at, note): (usize, &Note)| {
        let checked = proves.contains(&(at as u32));
        let choose = {
            let (dispatcher, heading) = (context.state.dispatcher(), heading.to_owned());
            Callback::from(move |_: Event| dispatcher.dispatch(Action::Note(Change::Prove(heading.clone(), at, !checked))))
        };
        html! {
            <li><label class="tick"><input type="checkbox" {checked} onchange={choose} /><span><q lang="de">{ shown(&note.quote) }</q>{ " " }{ shown(&note.comment) }</span></label></li>
        }
    };
    html! {
        <div class="proof">
            if !proves.is_empty() {
                <h3>{ words.proof }</h3>
                <ul>{ for chosen.map(|note| html! { <li>{ quotation(context, articles, note) }if !note.comment.is_empty() { <p>{ &note.comment }</p> }</li> }) }</ul>
            }
            <details ontoggle={platform::show}>
                <summary>{ words.attach }</summary>
                if notes.is_empty() {
                    <p>{ words.no_notes }{ " " }<a href={context.address().at(Page::Evidence).href()}>{ words.to_notes }</a></p>
                } else {
                    <ul>{ for notes.iter().enumerate().map(tick) }</ul>
                }
            </details>
        </div>
    }
}
