//! `tour.md`.

use crate::prose::{Kind, parts};
use zeitlupe_core::lesson::{Station, Tour};
use zeitlupe_core::prose::{Piece, plain};
use zeitlupe_core::remark::Remark;

/// Reads the file: each heading with a list below it is a tour, each list item a station. Problems give remarks; the rest is read.
///
/// The first link into the room (`#/…`) of an item is the saved view; the item's text, including the link's, is the station's sentence.
/// An item without such a link is skipped. Whether the link is valid is not checked here.
pub fn read_tours(text: &str) -> (Vec<Tour>, Vec<Remark>) {
    let mut tours: Vec<Tour> = Vec::new();
    let mut remarks = Vec::new();
    // The heading without stations so far: level, line, text.
    let mut heading: Option<(u8, u32, String)> = None;
    for part in parts(text) {
        match part.kind {
            Kind::Heading(level) => {
                remarks.extend(without_stations(heading.take(), Some(level)));
                heading = Some((level, part.line, plain(&part.pieces)));
            }
            Kind::Item(_) => {
                let Some(station) = station(part.pieces) else {
                    let message = "expected a station with a link into the room, like [Worte](#/artikel/…), found none: left out";
                    remarks.push(Remark::warning(Some(part.line), message));
                    continue;
                };
                match (heading.take(), tours.last_mut()) {
                    (None, Some(tour)) => tour.stations.push(station),
                    (title, _) => {
                        tours.push(Tour { title: title.map(|(.., title)| title).unwrap_or_default(), stations: vec![station] });
                    }
                }
            }
            // Paragraphs between heading and list are for readers of the file.
            Kind::Paragraph => {}
        }
    }
    remarks.extend(without_stations(heading, None));
    if tours.is_empty() && remarks.is_empty() {
        remarks.push(Remark::warning(None, "expected a heading and below it a list of stations, found neither"));
    }
    (tours, remarks)
}

/// A warning for a heading without stations, unless it is the title of the file, above deeper headings.
fn without_stations(heading: Option<(u8, u32, String)>, next: Option<u8>) -> Option<Remark> {
    let (level, line, title) = heading?;
    let is_title = next.is_some_and(|next| next > level);
    (!is_title).then(|| Remark::warning(Some(line), format!("expected a list of stations below \"{title}\", found none: left out")))
}

fn station(mut words: Vec<Piece>) -> Option<Station> {
    let inside = |link: &&String| link.starts_with("#/");
    let address = words.iter().find_map(|piece| piece.link.as_ref().filter(inside).cloned())?;
    for piece in &mut words {
        piece.link = piece.link.take().filter(|link| !inside(&link));
    }
    Some(Station { address, words })
}
