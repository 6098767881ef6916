//! Titles of the metadata, which also name the medium, the kicker, or that the article is a paid one.

/// Signs between kicker and headline.
pub(super) const SEPARATORS: [char; 8] = [':', ' ', '|', '–', '-', '—', '·', '\u{a0}'];

/// A title without the name of the medium before or after it, or the sign of a paid article:
/// "Titel | Der Bote", "Titel - derbote.de", "(B+) Titel".
pub(super) fn without_site(title: &str, sites: &[String]) -> String {
    let is_site = |part: &str| {
        let part = part.trim();
        let host =
            [".de", ".at", ".ch", ".com", ".net", ".org"].iter().any(|end| part.to_lowercase().ends_with(end)) && !part.contains(' ');
        host || sites.iter().any(|site| {
            same(site, part) || plain(part).starts_with(&plain(site)) && !plain(site).is_empty() && part.split_whitespace().count() <= 5
        })
    };
    let mut title = without_label(title.trim());
    loop {
        let cut = [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " // ", " • "]
            .iter()
            .filter_map(|mark| title.rfind(mark).map(|at| (at, mark.len())))
            .max();
        match cut {
            Some((at, length)) if is_site(&title[at + length..]) => title = title[..at].trim(),
            _ => break,
        }
    }
    if let Some((_, rest)) = title.split_once([':', '|']).filter(|(site, _)| sites.iter().any(|name| same(name, site))) {
        title = rest.trim();
    }
    title.to_owned()
}

/// A title without the sign of a paid article at its beginning: "(B+)", "[Plus]", "B+".
fn without_label(title: &str) -> &str {
    let Some((label, rest)) = title.split_once(' ') else { return title };
    let bare = label.trim_matches(['(', ')', '[', ']', ':', '|']);
    let is_label =
        bare.ends_with('+') && bare.len() <= 8 || bare.len() < label.len() && matches!(bare, "Plus" | "plus" | "Abo" | "Premium");
    if is_label { rest.trim_start_matches(SEPARATORS) } else { title }
}

/// Whether a title has the kicker, a sign, and the headline.
pub(super) fn is_pair(title: &str, kicker: &str, headline: &str) -> bool {
    let (kicker, headline) = (kicker.trim_matches(SEPARATORS), headline.trim_matches(SEPARATORS));
    let Some(between) = title.trim().strip_prefix(kicker).and_then(|rest| rest.strip_suffix(headline)) else { return false };
    !kicker.is_empty() && between.contains([':', '|', '–', '-', '—']) && between.trim_matches(SEPARATORS).is_empty()
}

/// The letters and digits, in lower case.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether two texts have the same letters and digits.
pub(super) fn same(a: &str, b: &str) -> bool {
    plain(a) == plain(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_medium_is_removed() {
        let sites = ["Der Bote".to_owned()];
        for (title, expected) in [
            ("Minister einig | Der Bote", "Minister einig"),
            ("Minister einig - Politik - Der Bote", "Minister einig - Politik"),
            ("Minister einig – derbote.de", "Minister einig"),
            ("Der Bote: Minister einig", "Minister einig"),
            ("Wien – Minister einig", "Wien – Minister einig"),
            ("Der Bote", "Der Bote"),
            ("(B+) Minister einig", "Minister einig"),
            ("B+ | Minister einig", "Minister einig"),
            ("[Plus] Minister einig - Der Bote", "Minister einig"),
            ("Plus an Wachstum erwartet", "Plus an Wachstum erwartet"),
        ] {
            assert_eq!(without_site(title, &sites), expected);
        }
    }

    #[test]
    fn a_pair_has_a_sign_between_kicker_and_headline() {
        for (title, expected) in [
            ("Wien: Minister einig", true),
            ("Wien - Minister einig", true),
            ("Wien Minister einig", false),
            ("Paris: Minister einig", false),
            ("Wien: Minister sind einig", false),
        ] {
            assert_eq!(is_pair(title, "Wien:", "Minister einig"), expected, "{title}");
        }
    }
}
