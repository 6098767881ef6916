//! Pages of text.

use crate::state::AppContext;
use yew::prelude::*;
use zeitlupe_core::prose::{Block, Piece, Style};
use zeitlupe_words::address::Address;

/// Blocks as elements: headings of levels 1 and 2 become `<h2>`, deeper ones `<h3>`.
///
/// Links into the room keep language and display settings.
pub fn prose(context: &AppContext, blocks: &[Block]) -> Html {
    let block = |block: &Block| match block {
        Block::Heading(1 | 2, pieces) => html! { <h2>{ words(context, pieces) }</h2> },
        Block::Heading(_, pieces) => html! { <h3>{ words(context, pieces) }</h3> },
        Block::Paragraph(pieces) => html! { <p>{ words(context, pieces) }</p> },
        Block::List(numbered, items) => {
            let items = items.iter().map(|item| html! { <li>{ words(context, item) }</li> });
            if *numbered {
                html! { <ol>{ for items }</ol> }
            } else {
                html! { <ul>{ for items }</ul> }
            }
        }
    };
    html! { <div class="prose">{ for blocks.iter().map(block) }</div> }
}

/// The title of a page, which is its first heading, and the rest.
pub fn titled(blocks: &[Block]) -> (Option<&[Piece]>, &[Block]) {
    match blocks {
        [Block::Heading(1, title), rest @ ..] => (Some(title), rest),
        _ => (None, blocks),
    }
}

/// The pieces of a line.
pub fn words(context: &AppContext, pieces: &[Piece]) -> Html {
    let piece = |piece: &Piece| match piece.style {
        Style::Plain => html! { { &piece.text } },
        Style::Strong => html! { <strong>{ &piece.text }</strong> },
        Style::Emphasis => html! { <em>{ &piece.text }</em> },
        Style::Code => html! { <code>{ &piece.text }</code> },
    };
    let linked = |same: &[Piece]| {
        let words = same.iter().map(piece);
        match &same[0].link {
            None => html! { <>{ for words }</> },
            Some(link) if link.starts_with("#/") => html! { <a href={inside(context, link).href()}>{ for words }</a> },
            Some(link) => html! { <a href={link.clone()} rel="noopener noreferrer" target="_blank">{ for words }{ " ↗" }</a> },
        }
    };
    html! { <>{ for pieces.chunk_by(|a, b| a.link == b.link).map(linked) }</> }
}

/// The address of a link in a file, with the reader's language and display settings unless the link sets them.
pub fn inside(context: &AppContext, link: &str) -> Address {
    let (there, _) = Address::parse(link);
    let here = context.address();
    let display = if there.display == Default::default() { here.display } else { there.display };
    let lang = if there.lang == Default::default() { here.lang } else { there.lang };
    Address { display, lang, stop: there.stop.or(here.stop), ..there }
}
