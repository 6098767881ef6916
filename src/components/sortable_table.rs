//! Sortable tables.

use yew::prelude::*;
use zeitlupe_core::entity::table::Order;
use zeitlupe_words::address::Address;

/// A cell, with the class of its column.
pub type Cell = (&'static str, Html);

/// The header of a column: class, name, and the address that sorts the table by it, unless it already is.
pub struct Head {
    class: &'static str,
    name: &'static str,
    order: Option<(String, Option<&'static str>)>,
}

impl Head {
    /// A column that cannot be sorted by.
    pub fn plain(class: &'static str, name: &'static str) -> Self {
        Self { class, name, order: None }
    }

    /// A column that sorts by `order`; the current order is `now`.
    pub fn sorting(class: &'static str, name: &'static str, order: Order, now: Order, there: Address) -> Self {
        let ascending = matches!(order, Order::Name | Order::First);
        let sorted = (order == now).then_some(if ascending { "ascending" } else { "descending" });
        Self { class, name, order: Some((there.href(), sorted)) }
    }
}

/// The table. The first cell of a row is its header; a row may be `open`.
pub fn sortable_table(label: &'static str, heads: Vec<Head>, rows: Vec<(bool, Vec<Cell>)>) -> Html {
    let head = |head: Head| {
        let (href, sorted) = head.order.unzip();
        let name = match href {
            Some(href) => html! { <a {href}>{ head.name }</a> },
            None => html! { { head.name } },
        };
        html! { <th scope="col" class={head.class} aria-sort={sorted.flatten()}>{ name }</th> }
    };
    let cell = |(n, (class, content)): (usize, Cell)| match n {
        0 => html! { <th scope="row" {class}>{ content }</th> },
        _ => html! { <td {class}>{ content }</td> },
    };
    let row = |(open, cells): (bool, Vec<Cell>)| html! { <tr class={open.then_some("open")}>{ for cells.into_iter().enumerate().map(cell) }</tr> };
    html! {
        <table aria-label={label}>
            <thead><tr>{ for heads.into_iter().map(head) }</tr></thead>
            <tbody>{ for rows.into_iter().map(row) }</tbody>
        </table>
    }
}
