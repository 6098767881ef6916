//! The head of an article: fields, title, kicker, date, byline, lead.

use super::date::{DateLine, Moment};
use super::draft::Draft;
use super::field::Field;
use super::line::Line;
use super::{date, shape};
use zeitlupe_core::article::{Origin, Role};

/// The most lines between the title and the body.
const HEAD_LINES: usize = 6;

/// Finds and marks everything above the body.
pub(super) fn read(draft: &mut Draft) {
    fields(draft);
    let reopened = reopen_title(draft);
    let glued = cut_dates_off_first_line(draft) || reopened;
    title(draft, glued);
    facts(draft);
    lead(draft);
}

/// Reads lines such as `Titel: …` and `Datum: …` above the text: at least two fields, or one that is title or date.
fn fields(draft: &mut Draft) {
    let field = |line: &Line| {
        let (key, value) = line.text.split_once(':').filter(|_| line.role.is_none() && !line.furniture)?;
        let field = Field::named(key)?;
        // A date followed by words is one run together with a title.
        let glued = field == Field::Date && date::prefix(&line.text).is_some_and(|(_, end)| line.text[end..].contains(char::is_alphabetic));
        (!glued).then(|| (field, value.trim().to_owned()))
    };
    let found: Vec<_> = draft.lines.iter().map_while(field).collect();
    let clear = |field: &Field| matches!(field, Field::Title | Field::Date);
    if found.len() < 2 && !found.first().is_some_and(|(first, _)| clear(first)) {
        return;
    }
    for (index, (field, value)) in found.into_iter().enumerate() {
        let line = draft.lines[index].counted_number();
        draft.remarks.extend(field.set(&mut draft.meta, &value, Origin::Line, line).err());
        match field {
            // Title and kicker are part of the text.
            Field::Title | Field::Kicker if !value.is_empty() => {
                draft.lines[index].text = value;
                draft.lines[index].role = Some(if field == Field::Title { Role::Title } else { Role::Kicker });
            }
            _ => draft.lines[index].furniture = true,
        }
    }
}

/// Turns a known title that includes a date or begins with a stray character into a first line, to be read like one. Returns whether it did.
fn reopen_title(draft: &mut Draft) -> bool {
    let is_glued = |title: &String| {
        let more = |end: usize| title[end..].contains(char::is_alphabetic);
        without_stray_characters(title) != title || date::prefix(title).is_some_and(|(_, end)| more(end)) || date::suffix(title).is_some()
    };
    let Some(title) = draft.meta.title.take_if(|title| is_glued(title)) else { return false };
    if let Some(first) = draft.lines.first_mut() {
        first.after_blank = true;
    }
    draft.lines.insert(0, Line::new(title, 0));
    true
}

/// Cuts dates off both ends of the first line. Returns whether there was one.
fn cut_dates_off_first_line(draft: &mut Draft) -> bool {
    let Some(index) = draft.content().into_iter().find(|index| draft.lines[*index].role.is_none_or(|role| role == Role::Title)) else {
        return false;
    };
    let mut text = draft.lines[index].text.clone();
    if matches!(date::line(&text), Some(Ok(_))) {
        return false;
    }
    let mut glued = false;
    if let Some((moment, end)) = date::prefix(&text)
        && text[end..].contains(char::is_alphabetic)
    {
        let aside = draft.offer_date(moment, &text[..end], index);
        text = text[end..].trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '„' | '"' | '»' | '“')).to_owned();
        aside_before(draft, aside);
        glued = true;
    }
    if let Some((moment, start)) = date::suffix(&text) {
        let at = draft.content()[0];
        let aside = draft.offer_date(moment, &text[start..], at);
        text.truncate(text[..start].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '|' | ',' | '–' | '-' | '·')).len());
        aside_before(draft, aside);
        glued = true;
    }
    if glued && let Some(&index) = draft.content().first() {
        draft.lines[index].text = text;
    }
    glued
}

fn aside_before(draft: &mut Draft, words: Option<String>) {
    if let Some(words) = words {
        draft.insert_furniture(0, words);
    }
}

/// Finds title and kicker, unless they are known. `glued`: the first line was run together with a date, so it must hold the title.
fn title(draft: &mut Draft, glued: bool) {
    let content = draft.content();
    if draft.meta.title.is_some() || draft.lines.iter().any(|line| line.role == Some(Role::Title) && !line.furniture) {
        return known_title(draft);
    }
    let Some(&first) = content.iter().find(|index| !is_fact(&draft.lines[**index].text)) else {
        return;
    };
    if draft.lines[first].role.is_some() {
        return;
    }
    let text = without_stray_characters(&draft.lines[first].text).to_owned();
    let is_title = is_title_like(&text) || glued && shape::words(&text) <= 30;
    if !is_title {
        return;
    }
    let after: Vec<usize> = content.into_iter().filter(|index| *index > first).collect();
    // If the title is repeated on a line of its own, what precedes it on the first line is the kicker.
    let again = after.iter().take(3).copied().find(|index| {
        let line = &draft.lines[*index].text;
        shape::words(line) >= 2
            && text.len() > line.len()
            && text.ends_with(line.as_str())
            && text[..text.len() - line.len()].ends_with(char::is_whitespace)
    });
    if let Some(again) = again {
        let kicker = text[..text.len() - draft.lines[again].text.len()].trim().to_owned();
        draft.lines[first].text = kicker;
        draft.lines[first].role = Some(Role::Kicker);
        draft.lines[again].role = Some(Role::Title);
        return;
    }
    if let Some(cut) = glued.then(|| title_start(&text)).flatten() {
        let mut title = Line::new(&text[cut..], draft.lines[first].number).with_role(Role::Title);
        title.after_blank = false;
        draft.lines[first].text = text[..cut].trim_end().to_owned();
        draft.lines[first].role = Some(Role::Kicker);
        draft.lines.insert(first + 1, title);
        return;
    }
    if let Some(&second) = after.first()
        && is_kicker_above(draft, &text, second, after.get(1).copied())
    {
        draft.lines[first].text = text;
        draft.lines[first].role = Some(Role::Kicker);
        draft.lines[second].text = without_stray_characters(&draft.lines[second].text).to_owned();
        draft.lines[second].role = Some(Role::Title);
        return;
    }
    draft.lines[first].text = text;
    draft.lines[first].role = Some(Role::Title);
}

/// Marks, among the first lines, the ones that repeat the known title and kicker.
fn known_title(draft: &mut Draft) {
    for index in draft.content().into_iter().take(3) {
        let line = &mut draft.lines[index];
        let says = |known: &Option<String>| known.as_ref().is_some_and(|known| shape::same_words(known, &line.text));
        if line.role.is_none() && says(&draft.meta.title) {
            line.role = Some(Role::Title);
        } else if line.role.is_none() && says(&draft.meta.kicker) {
            line.role = Some(Role::Kicker);
        }
    }
}

/// The line without stray punctuation at its start; the sign of a hashtag or of ".NET" stays.
fn without_stray_characters(line: &str) -> &str {
    let bare = line.trim_start_matches([':', '-', '–', '|', '>', '*', '#', ',', '.', ';', '·', '•', '=', ' ', '\t', '\u{a0}']);
    let before = &line[..line.len() - bare.len()];
    if before.ends_with(['#', '.']) && bare.starts_with(char::is_alphanumeric) { &line[before.len() - 1..] } else { bare }
}

/// Whether the line can be a headline: not too long, and without a full stop at its end.
fn is_title_like(line: &str) -> bool {
    let bare = line.trim_end().trim_end_matches(['“', '”', '"', '«', '»', ')']);
    let words = shape::words(line);
    (1..=22).contains(&words) && line.chars().count() <= 170 && !bare.ends_with(['.', ',', ';', ':']) && line.contains(char::is_alphabetic)
}

/// Whether the first line is a kicker for the second: a few words directly above a longer title, with text below that.
fn is_kicker_above(draft: &Draft, first: &str, second: usize, third: Option<usize>) -> bool {
    let below = &draft.lines[second];
    let is_text = third.is_some_and(|third| is_fact(&draft.lines[third].text) || !shape::is_heading_like(&draft.lines[third].text));
    let words = shape::words(&below.text);
    !below.after_blank
        && below.role.is_none()
        && shape::words(first) <= 4
        && words >= 4
        && is_title_like(&below.text)
        && !is_fact(&below.text)
        && is_text
}

/// Endings of abstract nouns, which do not directly follow another noun within a phrase.
const ABSTRACT: [&str; 9] = ["ung", "heit", "keit", "schaft", "tion", "sion", "tät", "ismus", "ungen"];
const PREPOSITIONS: [&str; 24] = [
    "im", "in", "am", "an", "auf", "aus", "bei", "beim", "für", "gegen", "mit", "nach", "über", "um", "unter", "vom", "von", "vor", "zu",
    "zum", "zur", "zwischen", "ohne", "durch",
];

/// The byte where the title begins on a line of kicker and title without a separator, if there is exactly one candidate:
/// a complete phrase with a preposition, directly followed by an abstract noun that begins another phrase with a preposition.
fn title_start(line: &str) -> Option<usize> {
    let words: Vec<&str> = line.split(' ').collect();
    let is_noun = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-');
    let is_preposition = |word: &&str| PREPOSITIONS.contains(word);
    let mut borders = (2..words.len().saturating_sub(2)).filter(|&at| {
        let (left, right) = (words[at - 1], words[at]);
        let abstract_noun = ABSTRACT.iter().any(|ending| right.ends_with(ending) && right.len() > ending.len() + 2);
        let complete = words[..at - 1].iter().any(is_preposition) && is_noun(words[0]);
        is_noun(left) && !is_genitive(left) && is_noun(right) && abstract_noun && complete && is_preposition(&words[at + 1])
    });
    let border = borders.next().filter(|_| borders.next().is_none())?;
    Some(words[..border].iter().map(|word| word.len() + 1).sum())
}

/// Whether a noun may be a genitive, which another noun can follow: `Putins`, but not `Rathaus`.
fn is_genitive(noun: &str) -> bool {
    noun.ends_with('s') && !noun.ends_with("us") && !noun.ends_with("ss")
}

/// Whether the line consists of a date, a byline or a credit.
fn is_fact(line: &str) -> bool {
    matches!(date::line(line), Some(Ok(_))) || shape::byline(line).is_some() || shape::credit(line).is_some()
}

/// Takes date and author from the lines between title and text, and a labelled date from anywhere.
fn facts(draft: &mut Draft) {
    let content = draft.content();
    let has_title = draft.meta.title.is_some() || draft.lines.iter().any(|line| line.role == Some(Role::Title));
    let text_begins = content.iter().position(|&index| shape::words(&draft.lines[index].text) > 30).unwrap_or(content.len());
    let mut found: Vec<(usize, DateLine)> = Vec::new();
    for (place, &index) in content.iter().enumerate() {
        let line = &draft.lines[index];
        if line.role.is_some_and(|role| role != Role::Paragraph) {
            continue;
        }
        let in_head = place < HEAD_LINES && place <= text_begins + 1;
        let in_tail = place + 3 >= content.len();
        let (date, names) = if in_head { date_and_names(&line.text) } else { (date_line(&line.text), None) };
        if let Some(date) = date.filter(|date| !date.is_duration && (date.is_labelled || in_head || in_tail && draft.meta.date.is_none())) {
            found.push((index, date));
        }
        if has_title && let Some(names) = names {
            if draft.meta.author.is_none() {
                draft.meta.author = Some(names);
            }
            draft.lines[index].furniture = true;
        }
    }
    // The date of a change counts only where there is no other.
    found.sort_by_key(|(_, date)| date.is_change);
    let mut aside = Vec::new();
    for (index, date) in found {
        let text = draft.lines[index].text.clone();
        // The line is now evidence. The words of a replaced date, or an unused one, become furniture; so does a line with an author.
        let words = draft.offer_date(date.moment, &text, index);
        aside.push((index, if draft.lines[index].furniture { text } else { words.unwrap_or_default() }));
    }
    for (index, words) in aside {
        draft.lines[index].text = words;
        draft.lines[index].furniture = true;
    }
    draft.lines.retain(|line| !line.text.is_empty());
}

fn date_line(text: &str) -> Option<DateLine> {
    date::line(text)?.ok()
}

/// The date and the authors on a line that consists of these: "Von Anna Schmidt | 3. Juli 2015", "13.09.2019 um 06:00 von Anna Schmidt".
fn date_and_names(text: &str) -> (Option<DateLine>, Option<String>) {
    let names = |text: &str| shape::byline(text).map(str::to_owned);
    let date = date_line(text);
    if date.is_some() || text.len() > MAX_FACT {
        return (date, names(text));
    }
    // A section before a date with a time of day: "Sport 26.05.2018, 22:10 Uhr".
    if let Some((_, start)) = date::suffix(text).filter(|(_, start)| shape::words(&text[..*start]) <= 2 && !text.ends_with('.')) {
        return (date_line(&text[start..]), names(text[..start].trim_end_matches(is_sign)));
    }
    if !text.contains(|c: char| c.is_ascii_digit()) || !text.to_lowercase().contains("von") {
        return (None, names(text));
    }
    let borders = shape::pieces(text).into_iter().skip(1).filter(|piece| piece.number().is_some() || is_border(piece));
    let parted = borders.into_iter().find_map(|piece| {
        let (left, right) = (text[..piece.start].trim_end_matches(is_sign), text[piece.start..].trim_start_matches(is_sign));
        let right = right.strip_prefix("am ").unwrap_or(right);
        let both = |date: &str, author: &str| Some((date_line(date)?, names(author)?));
        both(right, left.strip_suffix(" am").unwrap_or(left)).or_else(|| both(left, right))
    });
    parted.map_or_else(|| (None, names(text)), |(date, author)| (Some(date), Some(author)))
}

/// The date on a line that consists of a date and perhaps authors, and whether it is that of a change; `None` if it is that of a video.
pub(crate) fn shown_date(line: &str) -> Option<(Moment, bool)> {
    date_and_names(line).0.filter(|date| !date.is_duration).map(|date| (date.moment, date.is_change))
}

/// The authors on a line that consists of these and perhaps a date.
pub(crate) fn shown_names(line: &str) -> Option<String> {
    date_and_names(line).1
}

/// The most bytes of a line with a date and a name.
const MAX_FACT: usize = 160;

fn is_border(piece: &shape::Piece<'_>) -> bool {
    matches!(piece.text, "|" | "·" | "•" | "–" | "-" | "/" | ",")
        || piece.is_word(&["von", "am"])
        || piece.is_word(&["veröffentlicht", "stand"])
}

fn is_sign(c: char) -> bool {
    c.is_whitespace() || matches!(c, '|' | '·' | '•' | '–' | '-' | '/' | ',')
}

/// Finds the lead: a short first paragraph below the title, followed by longer ones.
fn lead(draft: &mut Draft) {
    let has = |draft: &Draft, role| draft.lines.iter().any(|line| line.role == Some(role) && !line.furniture);
    if has(draft, Role::Lead) || !(draft.meta.title.is_some() || has(draft, Role::Title)) {
        return;
    }
    let body: Vec<usize> =
        draft.content().into_iter().filter(|&index| !matches!(draft.lines[index].role, Some(Role::Title | Role::Kicker))).take(3).collect();
    let [first, rest @ ..] = body.as_slice() else {
        return;
    };
    let text = |index: &usize| draft.lines[*index].text.as_str();
    let words = shape::words(text(first));
    let longer =
        !rest.is_empty() && rest.iter().filter(|index| !shape::is_heading_like(text(index))).all(|index| shape::words(text(index)) > words);
    let closed = shape::ends_sentence(text(first)) && !shape::breaks_off(text(first)) || shape::is_heading_like(text(first));
    let plain = draft.lines[*first].role.is_none_or(|role| role == Role::Paragraph);
    let followed =
        rest.first().is_some_and(|index| draft.lines[*index].role != Some(Role::Heading) && !shape::is_heading_like(text(index)));
    if plain
        && longer
        && closed
        && followed
        && (4..=45).contains(&words)
        && !has_dateline(text(first))
        && !is_fact(text(first))
        && !shape::is_related(text(first))
    {
        draft.lines[*first].role = Some(Role::Lead);
    }
}

/// Whether the line begins with a dateline, a place and a dash: "MOSKAU (dpa) – Vor …".
fn has_dateline(line: &str) -> bool {
    let dash = [" – ", " - ", " — "].into_iter().filter_map(|dash| line.find(dash)).min();
    let article = ["Der ", "Die ", "Das ", "Ein ", "Eine "].iter().any(|article| line.starts_with(article));
    !article
        && dash.is_some_and(|at| {
            at <= 50 && line[..at].split_whitespace().all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '(' || c == '/'))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kicker_and_title_are_split_only_at_an_unambiguous_border() {
        for (line, expected) in [
            ("Besuch im Kreml Rückendeckung aus Wien", Some("Rückendeckung aus Wien")),
            ("Streit um Öl Entscheidung in Brüssel", Some("Entscheidung in Brüssel")),
            ("Treffen mit Putins Regierung in Moskau", None),
            ("Gespräch mit Präsident Putin in Moskau", None),
            ("Rückendeckung aus Peking", None),
            ("Bundestag beschließt Regelung für alle", None),
            ("China unterstützt die russischen Forderungen nach einem Stopp", None),
        ] {
            assert_eq!(title_start(line).map(|at| &line[at..]), expected, "{line}");
        }
    }

    #[test]
    fn stray_characters_at_the_start_are_removed() {
        for (line, expected) in [
            (": Xi und Putin", "Xi und Putin"),
            ("## Titel", "Titel"),
            ("#MeToo und die Folgen", "#MeToo und die Folgen"),
            ("- .NET für alle", ".NET für alle"),
            ("„Nein“", "„Nein“"),
        ] {
            assert_eq!(without_stray_characters(line), expected);
        }
    }

    #[test]
    fn datelines() {
        assert!(has_dateline("MOSKAU (dpa) – Vor dem Treffen"));
        assert!(has_dateline("Berlin/Paris - Die Minister"));
        assert!(!has_dateline("Der Minister – er war verreist – schwieg."));
    }
}
