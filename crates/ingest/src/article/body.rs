//! The running text: subheadings, and what stands between and below the paragraphs without belonging to them.

use super::draft::Draft;
use super::{date, shape};
use zeitlupe_core::article::Role;

/// The most words that a caption has.
const CAPTION: usize = 70;
/// How far from the end a line of credits may stand to name the source of the whole article.
const TAIL: usize = 6;

/// Marks headings and furniture; every other line is a paragraph.
pub(super) fn read(draft: &mut Draft) {
    credits(draft);
    related(draft);
    headings(draft);
}

fn is_open(draft: &Draft, index: usize) -> bool {
    !draft.lines[index].furniture && draft.lines[index].role.is_none_or(|role| role == Role::Paragraph)
}

/// A date with a playing time belongs to a video, and so does the paragraph above it, which describes the video.
///
/// This goes before everything else: what is marked here is neither the article's date nor its lead.
pub(super) fn captions(draft: &mut Draft) {
    let kept = draft.kept();
    for (place, &index) in kept.iter().enumerate() {
        let plays = matches!(date::line(&draft.lines[index].text), Some(Ok(found)) if found.is_duration);
        if !plays || !is_open(draft, index) {
            continue;
        }
        draft.lines[index].furniture = true;
        let Some(&above) = place.checked_sub(1).and_then(|place| kept.get(place)) else {
            continue;
        };
        let words = shape::words(&draft.lines[above].text);
        let set_off = draft.lines[above].after_blank && words <= CAPTION || words <= 25;
        if set_off && is_open(draft, above) && !shape::breaks_off(&draft.lines[above].text) {
            draft.lines[above].furniture = true;
        }
    }
}

/// Lines that only name agencies. The last one near the end names the source, unless that is known.
fn credits(draft: &mut Draft) {
    let kept = draft.kept();
    let mut source = None;
    for (place, &index) in kept.iter().enumerate() {
        if !is_open(draft, index) {
            continue;
        }
        if let Some(names) = shape::credit(&draft.lines[index].text) {
            if place + TAIL >= kept.len() {
                source = Some(names.to_owned());
            }
            draft.lines[index].furniture = true;
        }
    }
    if draft.meta.source.is_none() {
        draft.meta.source = source;
    }
}

/// Lines that lead to other articles, and the short lines below the last of them.
fn related(draft: &mut Draft) {
    let kept = draft.kept();
    for (place, &index) in kept.iter().enumerate() {
        if !(is_open(draft, index) || draft.lines[index].role == Some(Role::Heading)) || draft.lines[index].furniture {
            continue;
        }
        let text = &draft.lines[index].text;
        if !(shape::is_related(text) || shape::is_notice(text)) {
            continue;
        }
        let leads = shape::is_related(text);
        draft.lines[index].furniture = true;
        let below = &kept[place + 1..];
        let short = |index: &usize| shape::is_heading_like(&draft.lines[*index].text) || shape::is_bulleted(&draft.lines[*index].text);
        if leads && below.iter().all(short) {
            for &index in below {
                draft.lines[index].furniture = true;
            }
        }
    }
}

/// Short lines without a full stop between paragraphs. Several of them in a row are a list, not headings.
fn headings(draft: &mut Draft) {
    let kept = draft.kept();
    let is_short: Vec<bool> = kept.iter().map(|index| shape::is_heading_like(&draft.lines[*index].text)).collect();
    for place in 0..kept.len() {
        let index = kept[place];
        if draft.lines[index].role.is_some() || !is_short[place] || place + 1 >= kept.len() || is_short[place + 1] {
            continue;
        }
        let follows_text = place.checked_sub(1).is_none_or(|before| {
            let above = &draft.lines[kept[before]];
            let is_head = matches!(above.role, Some(Role::Title | Role::Lead | Role::Kicker));
            is_head || shape::ends_sentence(&above.text) && !shape::breaks_off(&above.text)
        });
        let below = &draft.lines[kept[place + 1]].text;
        if follows_text && (shape::words(below) >= 12 || shape::ends_sentence(below)) && shape::begins_upper(below) {
            draft.lines[index].role = Some(Role::Heading);
        }
    }
}
