//! The map of places. All geometry comes from `zeitlupe-core`.

use super::name_table::name_link;
use super::network::{drawing, linked, shape};
use crate::components::save_drawing;
use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::drawing::Mark;
use zeitlupe_core::drawing::map::CLOSEST;
use zeitlupe_core::entity::EntityKind;
use zeitlupe_core::room::Drawing;
use zeitlupe_words::address::{Address, NamesState};
use zeitlupe_words::format;

/// The map with its legend, the choice of the section, and what is not on it.
pub fn map(context: &AppContext, view: &Drawing) -> Html {
    let (words, lang) = (context.words(), context.lang());
    let zoom = |name: &'static str, zoom: i8, current: bool| {
        let there = Address { names: NamesState { zoom, ..context.address().names }, ..context.address().clone() };
        html! { <a class="button" href={there.href()} aria-current={current.then_some("true")}>{ name }</a> }
    };
    // Always a disc; the kind does not matter on the map.
    let circle = |mark: &Mark| linked(context, mark, shape(EntityKind::Per, mark.at, mark.radius));
    let most = view.marks.first().map_or(0, |mark| mark.count);
    let area = format!("{} {}", words.names.key_area, format::number(most, lang));
    let signs = [("loc", shape(EntityKind::Per, (8.0, 0.0), 7.0), area), ("", String::new(), words.names.key_land.to_owned())];
    let content = html! { <><path class="land" transform="scale(.1)" d={view.land.clone()} />{ for view.marks.iter().map(circle) }</> };
    html! {
        <figure class="map">
            <p class="controls">
                { zoom(words.names.map_world, view.furthest, view.zoom == view.furthest) }
                { zoom(words.names.map_region, 0, view.zoom == 0) }
                { zoom(words.timeline.zoom_in, (view.zoom + 1).min(CLOSEST), false) }
                { zoom(words.timeline.zoom_out, (view.zoom - 1).max(view.furthest), false) }
            </p>
            { drawing(words.names.map_label, view.frame.width.into(), view.frame.height.into(), content, &signs) }
            if view.beyond > 0 { <p class="quiet">{ format!("{} ({})", words.names.map_beyond, format::number(view.beyond, lang)) }</p> }
            if view.without > 0 {
                <details class="undated">
                    <summary>{ format!("{} ({})", words.names.map_without, format::number(view.without, lang)) }</summary>
                    <ul class="flow">{ for view.unplaced.iter().map(|id| html! { <li>{ name_link(context, *id) }</li> }) }</ul>
                </details>
            }
            <p class="actions">{ save_drawing(context, ".drawing", "karte") }</p>
        </figure>
    }
}
