//! What was typed, cut into words and phrases.
//!
//! | typed | means |
//! | --- | --- |
//! | `Kreml Nato` | both words, in any place and form |
//! | `"Ende der Nato"` | these words in this order, in these forms; also with `„…“` and `»…«` |
//! | `-Olympia` | not this word |
//! | `Krem` | as the last word, without a blank behind it: every word that begins so |

/// The longest query that is read, in characters; the rest is left out.
const LONGEST: usize = 1000;
/// The most items that are read.
const MOST: usize = 32;

/// One word or phrase of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// As typed, without quotation marks and the minus sign.
    pub text: String,
    /// What it stands in must not be found.
    pub negated: bool,
    /// The words in this order.
    pub phrase: bool,
    /// Its last word may still be in the making.
    pub open: bool,
}

/// Cuts a query. Everything is a valid one; signs without a meaning are passed over, an open quotation mark ends with the query.
pub fn parse(query: &str) -> Vec<Item> {
    let end = query.char_indices().nth(LONGEST).map_or(query.len(), |(at, _)| at);
    let mut rest = &query[..end];
    let mut out = Vec::new();
    while out.len() < MOST {
        rest = rest.trim_start();
        let Some(first) = rest.chars().next() else { break };
        let minus = first == '-' && rest[1..].starts_with(|c: char| !c.is_whitespace() && c != '-');
        if minus {
            rest = &rest[1..];
        }
        let quote = rest.chars().next().filter(|&c| is_quote(c));
        let (text, after, closed) = match quote {
            Some(mark) => {
                let inside = &rest[mark.len_utf8()..];
                match inside.find(is_quote) {
                    Some(at) => (&inside[..at], inside[at..].trim_start_matches(is_quote), true),
                    None => (inside, "", false),
                }
            }
            None => {
                let at = rest.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(rest.len());
                (&rest[..at], &rest[at..], false)
            }
        };
        if text.contains(char::is_alphanumeric) {
            let open = !closed && after.is_empty() && !text.ends_with(char::is_whitespace);
            out.push(Item { text: text.to_owned(), negated: minus, phrase: quote.is_some(), open });
        }
        rest = after;
    }
    out
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '„' | '“' | '”' | '»' | '«')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(query: &str, expected: &str) {
        let show = |item: &Item| {
            let quote = if item.phrase { "\"" } else { "" };
            format!("{}{quote}{}{quote}{}", if item.negated { "-" } else { "" }, item.text, if item.open { "*" } else { "" })
        };
        assert_eq!(parse(query).iter().map(show).collect::<Vec<_>>().join(" "), expected, "{query}");
    }

    #[test]
    fn words_phrases_and_not() {
        check("Kreml Nato", "Kreml Nato*");
        check("Kreml ", "Kreml");
        check("\"Ende der Nato\"", "\"Ende der Nato\"");
        check("„Ende der“ Nato -Olympia ", "\"Ende der\" Nato -Olympia");
        check("-\"zwei Wörter\" x", "-\"zwei Wörter\" x*");
        check("Nato-Osterweiterung", "Nato-Osterweiterung*");
        check("\"offen gebl", "\"offen gebl\"*");
    }

    #[test]
    fn anything_is_a_query() {
        for query in ["", "   ", "-", "--", "\"", "\"\"", "- -", "„", "()", "🙂", "-\"\"", "\u{0}\u{1}", "-\u{202e}"] {
            check(query, "");
        }
        check("--x", "--x*");
        check("a\"b\"c", "a \"b\" c*");
        assert!(parse(&"ä".repeat(100_000))[0].text.chars().count() <= LONGEST);
        assert!(parse(&"ä ".repeat(100_000)).len() <= MOST);
    }
}
