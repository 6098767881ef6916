//! Correcting names: forms for a wrong and for a missing one, and the list of all corrections.

use crate::components::fault::fault_line;
use crate::components::marking::trimmed;
use crate::correct::{Scope, changes, new_ones};
use crate::corrected::describe;
use crate::platform;
use crate::service;
use crate::state::{Action, AppContext};
use yew::platform::spawn_local;
use yew::prelude::*;
use zeitlupe_core::entity::{Correction, EntityKind, Quotation, read_corrections, write_corrections};
use zeitlupe_core::room::question;
use zeitlupe_core::text::whole_words;
use zeitlupe_core::view::{AnalysedArticle, MarkedName};
use zeitlupe_words::address::{Address, EntityName};
use zeitlupe_words::format;

/// The most names suggested while typing.
const MAX_SUGGESTED: usize = 200;

fn kinds(context: &AppContext, chosen: EntityKind) -> Html {
    let option = |kind: EntityKind| html! { <option value={kind.code()} selected={kind == chosen}>{ context.words().names.kind[kind as usize] }</option> };
    html! { <select name="kind" aria-label={context.words().names.column_kind}>{ for EntityKind::ALL.into_iter().map(option) }</select> }
}

/// A field for a name, with [`offered`] as suggestions.
fn name_field(context: &AppContext, value: &str) -> Html {
    html! { <input name="to" type="text" aria-label={context.words().names.column_name} value={value.to_owned()} list="namen" autocomplete="off" spellcheck="false" /> }
}

/// The most frequent names, as suggestions in the fields for names; once per page.
pub fn offered(context: &AppContext) -> Html {
    let entities = context.state.entities.ready().map_or(&[][..], |entities| entities.as_slice());
    let named = entities.iter().filter(|entity| entity.total() > 0).take(MAX_SUGGESTED);
    html! { <datalist id="namen">{ for named.map(|entity| html! { <option value={entity.name.clone()} /> }) }</datalist> }
}

/// "Stimmt nicht?": corrects this mention of an entity, or all.
pub fn correct_form(context: &AppContext, entity: &EntityName, document: &AnalysedArticle, mention: &MarkedName) -> Html {
    let words = context.words();
    let place = Quotation::of(&document.article.meta.id, &document.article.text, mention.span);
    let scope = |(n, scope): (usize, Scope)| {
        let name = if scope == Scope::Spelling {
            format!("{} „{}“", words.corrections.scopes[n], place.quote)
        } else {
            words.corrections.scopes[n].to_owned()
        };
        // Without this, the browser would select the option that is inserted first, which is the last.
        html! { <option value={n.to_string()} selected={n == 0}>{ name }</option> }
    };
    let apply = {
        let (context, entity, place) = (context.clone(), entity.clone(), place.clone());
        move |event: &Event, is_none: bool| {
            event.prevent_default();
            let field = |name| platform::field(event, name);
            let scope = field("scope").parse::<usize>().ok().and_then(|n| Scope::ALL.get(n).copied()).unwrap_or(Scope::Here);
            let name = field("to").trim().to_owned();
            let to = EntityKind::of_code(&field("kind")).filter(|_| !is_none && !name.is_empty()).map(|kind| EntityName { kind, name });
            if to.is_none() && !is_none {
                return;
            }
            let exists = to.as_ref().is_some_and(|to| context.find_entity(to).is_some());
            let step = changes(&entity, &place, scope, to.clone(), exists);
            if step.is_empty() {
                return;
            }
            let entity = if scope == Scope::Everywhere || to.is_some() { to } else { Some(entity.clone()) };
            let passage = context.address().passage.clone().filter(|_| entity.is_some());
            let dispatcher = context.state.dispatcher();
            dispatcher.dispatch(Action::Correct(step));
            dispatcher.dispatch(Action::Visit(Box::new(Address { entity, passage, ..context.address().clone() })));
        }
    };
    let change = apply.clone();
    let change = Callback::from(move |event: SubmitEvent| change(&event, false));
    // Not a submit button: it would be the first one, and so the action of the Enter key.
    let remove = Callback::from(move |event: MouseEvent| apply(&event, true));
    html! {
        <details class="correct" key={format!("{entity} {} {}", mention.span.start, context.state.corrections.version)} ontoggle={platform::show}>
            <summary>{ words.corrections.question }</summary>
            <form onsubmit={change}>
                <label>{ words.corrections.scope }<select name="scope">{ for Scope::ALL.into_iter().enumerate().map(scope) }</select></label>
                <button type="button" class="none" onclick={remove}>{ words.corrections.no_name }</button>
                <label>{ words.corrections.instead }{ kinds(context, entity.kind) }{ name_field(context, &entity.name) }</label>
                <button>{ words.corrections.change }</button>
            </form>
        </details>
    }
}

/// Adds a missed name, typed or selected in the text.
pub fn add_form(context: &AppContext, document: &AnalysedArticle) -> Html {
    let words = context.words();
    let (id, text) = (document.article.meta.id.clone(), document.article.text.clone());
    let fill = {
        let (id, text) = (id.clone(), text.clone());
        Callback::from(move |event: MouseEvent| {
            if let Some(selected) = platform::selected().and_then(|selected| selected.of(&id)) {
                // A click on the heading would clear the selection before the form is open.
                event.prevent_default();
                platform::fill(".add", "words", trimmed(&text, selected).of(&text));
            }
        })
    };
    let apply = {
        let context = context.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let field = |name| platform::field(&event, name);
            let wanted = field("words").trim().to_owned();
            let selected = platform::selected()
                .and_then(|selected| selected.of(&id))
                .map(|selected| trimmed(&text, selected))
                .filter(|selected| selected.of(&text) == wanted);
            let span = selected.or_else(|| whole_words(&text, &wanted).next());
            let (Some(span), Some(kind)) = (span, EntityKind::of_code(&field("kind"))) else {
                return platform::show_invalid(&event, "words", context.words().corrections.not_here);
            };
            let name = Some(field("to").trim().to_owned()).filter(|name| !name.is_empty()).unwrap_or_else(|| wanted.clone());
            let place = Quotation::of(&id, &text, span);
            let name = EntityName { kind, name };
            let all = field("all") == "true";
            context.state.dispatch(Action::Correct(vec![Correction::Mark { place, name, all }]));
        })
    };
    html! {
        <details class="correct add" key={context.state.corrections.version} ontoggle={platform::show}>
            <summary onmousedown={fill}>{ words.corrections.add_name }</summary>
            <form onsubmit={apply}>
                <label>{ words.corrections.add_words }<input name="words" type="text" required=true autocomplete="off" spellcheck="false" /></label>
                <label>{ words.corrections.instead }{ kinds(context, EntityKind::Per) }{ name_field(context, "") }</label>
                <label class="tick"><input name="all" type="checkbox" checked=true />{ words.corrections.add_all }</label>
                <button>{ words.corrections.add_name }</button>
            </form>
        </details>
    }
}

/// Saves all corrections as a file.
fn export(context: &AppContext) -> Callback<MouseEvent> {
    let context = context.clone();
    Callback::from(move |_: MouseEvent| {
        let context = context.clone();
        spawn_local(async move {
            let own = context.state.corrections.all();
            let Some(built_in) = built_in(&context, &own).await else { return };
            platform::save("names.toml", "application/toml", &write_corrections(&[built_in, own].concat()));
            context.state.dispatch(Action::Exported(context.state.corrections.version));
        });
    })
}

/// The corrections that the room was built with, which a file replaces and therefore includes. `None` after telling why they are missing.
async fn built_in(context: &AppContext, own: &[Correction]) -> Option<Vec<Correction>> {
    match service::ask(question::Correct(own.to_vec())).await {
        Ok(corrected) => Some(corrected.built_in),
        Err(fault) => {
            context.state.dispatch(Action::Remark(Some(fault_line(context.words(), &fault))));
            None
        }
    }
}

/// Loads the corrections of a file; reports how many are new and what cannot be read.
fn import(context: &AppContext) -> Callback<Event> {
    let context = context.clone();
    Callback::from(move |event: Event| {
        let context = context.clone();
        spawn_local(async move {
            let Some(text) = platform::chosen_text(event).await else { return };
            let own = context.state.corrections.all();
            let Some(built_in) = built_in(&context, &own).await else { return };
            let (found, remarks) = read_corrections(&text);
            let step = new_ones(&[built_in, own].concat(), found.into_iter().map(|(_, correction)| correction).collect());
            let words = &context.words().corrections;
            let number = |count: usize| format::number(count as u32, context.lang());
            let mut told = vec![words.taken.to_owned(), number(step.len())];
            if let Some(first) = remarks.first() {
                let line = ["names.toml:", &first.line.unwrap_or(0).to_string(), ": ", &first.message].concat();
                told.extend(["·".to_owned(), words.unread.to_owned(), number(remarks.len()), "·".to_owned(), line]);
            }
            context.state.dispatch(Action::Correct(step));
            context.state.dispatch(Action::Remark(Some(told.join(" "))));
        });
    })
}

/// All corrections of the reader: undo, storage in the browser, export, import.
pub fn corrections(context: &AppContext) -> Html {
    let (words, state) = (context.words(), &context.state.corrections);
    let undo = |at: usize| {
        let dispatcher = context.state.dispatcher();
        Callback::from(move |_: MouseEvent| dispatcher.dispatch(Action::Undo(at)))
    };
    let row = |(at, step): (usize, &Vec<Correction>)| {
        let lines: Vec<String> = step.iter().map(|correction| describe(correction, words)).collect();
        html! { <li>{ lines.join("; ") }{ " " }<button type="button" onclick={undo(at)}>{ words.corrections.undo }</button></li> }
    };
    let keep = {
        let (dispatcher, kept) = (context.state.dispatcher(), context.state.kept);
        Callback::from(move |_: Event| dispatcher.dispatch(Action::Keep(!kept)))
    };
    let clear = {
        let (dispatcher, kept) = (context.state.dispatcher(), context.state.kept && !context.state.notebook.is_empty());
        Callback::from(move |_: MouseEvent| {
            dispatcher.dispatch(Action::UndoAll);
            // Other stored data stay.
            dispatcher.dispatch(Action::Keep(kept));
        })
    };
    html! {
        <details class="corrections" open={!state.steps.is_empty()}>
            <summary>{ words.corrections.title }{ " " }<span class="number">{ format::number(state.steps.len() as u32, context.lang()) }</span></summary>
            <p class="quiet">{ words.corrections.help }</p>
            if state.stale > 0 { <p class="quiet" role="status">{ format::number(state.stale, context.lang()) }{ " " }{ words.corrections.unmatched }</p> }
            if let Some(remark) = &state.remark { <p class="quiet" role="status">{ remark }</p> }
            <ol class="lines">{ for state.steps.iter().enumerate().map(row) }</ol>
            <p class="actions">
                <button type="button" class="export" onclick={export(context)}>{ words.corrections.export }</button>
                <label class="button">{ words.corrections.import }<input type="file" accept=".toml" onchange={import(context)} /></label>
                if !state.steps.is_empty() || context.state.kept { <button type="button" class="clear" onclick={clear}>{ words.corrections.undo_all }</button> }
            </p>
            <label class="tick"><input type="checkbox" name="keep" checked={context.state.kept} onchange={keep} />{ words.corrections.keep }</label>
        </details>
    }
}
