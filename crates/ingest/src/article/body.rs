//! The body: subheadings, and lines among the paragraphs that are not part of the article (captions, credits, links).

use super::draft::Draft;
use super::line::Line;
use super::{date, offer, shape};
use zeitlupe_core::article::Role;
use zeitlupe_core::remark::Remark;

/// The most words in a caption.
const MAX_CAPTION_WORDS: usize = 70;
/// A credit line names the source of the whole article only if it is among the last lines; this is how many.
const TAIL_LINES: usize = 6;

/// Marks headings and furniture; every other line is a paragraph.
pub(super) fn read(draft: &mut Draft) {
    offers(draft);
    credits(draft);
    related(draft);
    headings(draft);
}

/// Whether the line may still become a heading or furniture.
fn is_unassigned(draft: &Draft, index: usize) -> bool {
    !draft.lines[index].furniture && draft.lines[index].role.is_none_or(|role| role == Role::Paragraph)
}

/// Marks a date with a playing time, which belongs to a video, and the paragraph above it that describes the video.
///
/// Runs first, so that neither is taken for the article's date or lead.
pub(super) fn captions(draft: &mut Draft) {
    let content = draft.content();
    for (place, &index) in content.iter().enumerate() {
        let plays = matches!(date::line(&draft.lines[index].text), Some(Ok(found)) if found.is_duration);
        if !plays || !is_unassigned(draft, index) {
            continue;
        }
        draft.lines[index].furniture = true;
        let Some(&above) = place.checked_sub(1).and_then(|place| content.get(place)) else {
            continue;
        };
        let words = shape::words(&draft.lines[above].text);
        let set_off = draft.lines[above].after_blank && words <= MAX_CAPTION_WORDS || words <= 25;
        if set_off && is_unassigned(draft, above) && !shape::breaks_off(&draft.lines[above].text) {
            draft.lines[above].furniture = true;
        }
    }
}

/// Marks lines that only name agencies or the initials of a writer. The last one near the end gives the source, unless it is known.
fn credits(draft: &mut Draft) {
    part_credit(draft);
    let content = draft.content();
    let mut source = None;
    for (place, &index) in content.iter().enumerate() {
        if !is_unassigned(draft, index) {
            continue;
        }
        let is_last = place > 0 && place + 1 == content.len();
        let credit = shape::credit(&draft.lines[index].text)
            .or_else(|| (is_last && shape::is_signature(&draft.lines[index].text)).then(String::new));
        if let Some(names) = credit {
            if place + TAIL_LINES >= content.len() && !names.is_empty() {
                source = Some(names);
            }
            draft.lines[index].furniture = true;
        }
    }
    if draft.meta.source.is_none() {
        draft.meta.source = source;
    }
}

/// Cuts a credit in brackets off the end of the last paragraph: "… am Freitag. (dpa/jf)".
fn part_credit(draft: &mut Draft) {
    let content = draft.content();
    let Some(&last) = content.iter().rev().find(|index| shape::words(&draft.lines[**index].text) > 3) else { return };
    let text = &draft.lines[last].text;
    let Some(at) = text.rfind('(').filter(|at| *at > 0 && is_unassigned(draft, last)) else { return };
    let (before, credit) = (text[..at].trim_end(), &text[at..]);
    if shape::ends_sentence(before) && shape::credit(credit).is_some() {
        let mut line = Line::new(credit, draft.lines[last].number);
        line.after_blank = true;
        draft.lines[last].text = before.to_owned();
        draft.lines.insert(last + 1, line);
    }
}

/// Marks offers to subscribers and invitations to newsletters. An offer that ends the article says that it is only the beginning of one.
fn offers(draft: &mut Draft) {
    let content = draft.content();
    let mut offered = None;
    for (place, &index) in content.iter().enumerate() {
        let line = &draft.lines[index];
        if matches!(line.role, Some(Role::Title | Role::Kicker)) {
            continue;
        }
        if offer::is_offer(&line.text) {
            offered = Some(place);
            draft.lines[index].furniture = true;
        } else if offer::is_promotion(&line.text) {
            draft.lines[index].furniture = true;
        } else if shape::words(&line.text) > MAX_OFFER_WORDS {
            offered = None;
        }
    }
    // Short lines around an offer belong to it.
    if let Some(place) = offered {
        content[place + 1..].iter().for_each(|index| draft.lines[*index].furniture = true);
        let above = content[..place].iter().rev().take_while(|index| {
            let line = &draft.lines[**index];
            line.furniture || line.role == Some(Role::Heading)
        });
        let above: Vec<usize> = above.copied().collect();
        above.into_iter().for_each(|index| draft.lines[index].furniture = true);
    }
    if offered.is_some() || draft.lines.iter().any(|line| line.furniture && offer::is_offer(&line.text)) && ends_early(draft) {
        draft.remarks.push(Remark::warning(None, "expected the whole article, found an offer to subscribers: only its beginning is read"));
    }
}

/// The most words of a line that belongs to an offer.
const MAX_OFFER_WORDS: usize = 20;

/// Whether the article has only a few paragraphs, as before an offer.
fn ends_early(draft: &Draft) -> bool {
    draft.content().len() <= 8
}

/// Marks links to other articles, and the short lines below the last of them.
fn related(draft: &mut Draft) {
    let content = draft.content();
    for (place, &index) in content.iter().enumerate() {
        if !(is_unassigned(draft, index) || draft.lines[index].role == Some(Role::Heading)) || draft.lines[index].furniture {
            continue;
        }
        let text = &draft.lines[index].text;
        if !(shape::is_related(text) || shape::is_notice(text)) {
            continue;
        }
        let leads = shape::is_related(text);
        draft.lines[index].furniture = true;
        let below = &content[place + 1..];
        let short = |index: &usize| shape::is_heading_like(&draft.lines[*index].text) || shape::is_bulleted(&draft.lines[*index].text);
        if leads && below.iter().all(short) {
            for &index in below {
                draft.lines[index].furniture = true;
            }
        }
    }
}

/// Marks headings: short lines without a full stop between paragraphs. Several in a row are a list.
fn headings(draft: &mut Draft) {
    let content = draft.content();
    let is_short: Vec<bool> = content.iter().map(|index| shape::is_heading_like(&draft.lines[*index].text)).collect();
    for place in 0..content.len() {
        let index = content[place];
        if draft.lines[index].role.is_some() || !is_short[place] || place + 1 >= content.len() || is_short[place + 1] {
            continue;
        }
        let follows_text = place.checked_sub(1).is_none_or(|before| {
            let above = &draft.lines[content[before]];
            let is_head = matches!(above.role, Some(Role::Title | Role::Lead | Role::Kicker));
            is_head || shape::ends_sentence(&above.text) && !shape::breaks_off(&above.text)
        });
        let below = &draft.lines[content[place + 1]].text;
        if follows_text && (shape::words(below) >= 12 || shape::ends_sentence(below)) && shape::begins_upper(below) {
            draft.lines[index].role = Some(Role::Heading);
        }
    }
}
