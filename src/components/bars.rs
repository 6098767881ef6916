//! Small bars beside numbers: the numbers stand there too, so the bars are decoration.

use crate::format;
use crate::words::Lang;
use yew::prelude::*;

/// Properties of [`Bars`].
#[derive(Properties, PartialEq)]
pub struct BarsProps {
    /// Name, address if it leads somewhere, and number of each row.
    pub rows: Vec<(String, Option<String>, u32)>,
    /// Class that gives the colour.
    #[prop_or_default]
    pub class: Classes,
    /// Language of the numbers.
    pub lang: Lang,
}

/// A row each: name, bar, number.
#[component]
pub fn Bars(props: &BarsProps) -> Html {
    let most = props.rows.iter().map(|row| row.2).max().unwrap_or(1).max(1);
    let row = |(name, href, n): &(String, Option<String>, u32)| {
        // A drawing and not a styled box: the page's policy allows no style attributes.
        let width = (f64::from(*n) * 100.0 / f64::from(most)).round().to_string();
        html! {
            <li>
                if let Some(href) = href { <a href={href.clone()}>{ name }</a> } else { <span>{ name }</span> }
                <span class="number">{ format::number(*n, props.lang) }</span>
                <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect {width} height="4" /></svg>
            </li>
        }
    };
    html! { <ul class={classes!("bars", props.class.clone())}>{ for props.rows.iter().map(row) }</ul> }
}
