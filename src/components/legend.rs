//! The legend of the marks, with their counts; each layer can be switched off.

use crate::state::{Action, AppContext};
use yew::prelude::*;
use zeitlupe_core::entity::Form;
use zeitlupe_core::view::{AnalysedArticle, MarkedName};
use zeitlupe_words::address::Layer;
use zeitlupe_words::format;

/// One switch per layer that has marks in this article.
pub fn legend(context: &AppContext, document: &AnalysedArticle) -> Html {
    html! {
        <fieldset class="legend">
            <legend>{ context.words().legend }</legend>
            { for Layer::ALL.iter().map(|layer| switch(context, *layer, document)) }
            if Layer::ALL.iter().any(|layer| counts(*layer, document).1 > 0) { <p class="quiet">{ "+ " }{ context.words().legend_derived }</p> }
        </fieldset>
    }
}

/// Names and other forms of a layer in the article: `Nato`, and `Nato-Osterweiterung`.
fn counts(layer: Layer, document: &AnalysedArticle) -> (u32, u32) {
    match layer {
        Layer::Times => (document.times.len() as u32, 0),
        Layer::Names(kind) => {
            let of_kind = document.names.iter().filter(|name| name.kind == kind);
            let (names, other): (Vec<&MarkedName>, Vec<&MarkedName>) = of_kind.partition(|name| name.form == Form::Name);
            (names.len() as u32, other.len() as u32)
        }
    }
}

fn switch(context: &AppContext, layer: Layer, document: &AnalysedArticle) -> Html {
    let (names, other) = counts(layer, document);
    if names + other == 0 {
        return html! {};
    }
    let (words, lang) = (context.words(), context.lang());
    let label = match layer {
        Layer::Names(kind) => words.names.kinds[kind as usize],
        Layer::Times => words.times,
    };
    let shown = !context.address().hidden.contains(&layer);
    let toggle = {
        let (dispatcher, address) = (context.state.dispatcher(), context.address().clone());
        Callback::from(move |_: Event| dispatcher.dispatch(Action::Visit(Box::new(address.toggled(layer)))))
    };
    html! {
        <label>
            <input type="checkbox" checked={shown} onchange={toggle} />
            <span class={classes!("n", layer.class())}>{ label }</span>
            <span class="number">
                { format::number(names, lang) }
                if other > 0 { <span class="other">{ format!(" + {}", format::number(other, lang)) }</span> }
            </span>
        </label>
    }
}
