//! Folding: a uniform form for different spellings of a word.

/// The folded form of a word, equal for all its spellings: lower case, without umlauts and accents, `ß` as `ss`,
/// and the written-out umlauts `ae`, `oe`, `ue` as their vowel (but not after a vowel or `q`: `neue`, `quer` stay).
///
/// Build and query fold with this one function, so `Größe`, `Groesse` and `Grosse` are one key.
///
/// ```
/// use zeitlupe_core::text::fold;
/// assert_eq!(fold("Größe"), fold("Groesse"));
/// assert_eq!(fold("neue"), "neue");
/// ```
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().map(super::lower) {
        match c {
            'ä' | 'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => out.push('a'),
            'ö' | 'ò' | 'ó' | 'ô' | 'õ' | 'ø' | 'ō' | 'ő' => out.push('o'),
            'ü' | 'ù' | 'ú' | 'û' | 'ū' | 'ů' | 'ű' => out.push('u'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => out.push('e'),
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => out.push('i'),
            'ç' | 'ć' | 'č' => out.push('c'),
            'ñ' | 'ń' | 'ň' => out.push('n'),
            'š' | 'ś' | 'ş' | 'ș' => out.push('s'),
            'ž' | 'ź' | 'ż' => out.push('z'),
            'ý' | 'ÿ' => out.push('y'),
            'ł' => out.push('l'),
            'ř' => out.push('r'),
            'ğ' => out.push('g'),
            'ț' | 'ţ' | 'ť' => out.push('t'),
            'đ' | 'ď' => out.push('d'),
            'ß' => out.push_str("ss"),
            'æ' => out.push('a'),
            'œ' => out.push('o'),
            '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            '\u{2019}' => out.push('\''),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            'e' if writes_out_an_umlaut(&out) => {}
            other => out.push(other),
        }
    }
    out
}

fn writes_out_an_umlaut(before: &str) -> bool {
    let mut back = before.chars().rev();
    matches!(back.next(), Some('a' | 'o' | 'u')) && !matches!(back.next(), Some('a' | 'e' | 'i' | 'o' | 'u' | 'q'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_have_the_same_folded_form() {
        for (a, b, c) in [("Größe", "Groesse", "Grosse"), ("Ärger", "Aerger", "Arger"), ("Überfälle", "Ueberfaelle", "Uberfalle")] {
            assert_eq!(fold(a), fold(b));
            assert_eq!(fold(a), fold(c));
        }
        assert_eq!(fold("neue"), "neue");
        assert_eq!(fold("Quelle"), "quelle");
        assert_eq!(fold("STRASSE"), fold("Straße"));
        assert_eq!(fold("Erdoğan"), "erdogan");
    }
}
