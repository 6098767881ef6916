//! Lower case without the tables for all of Unicode.

/// The lower-case letter of a capital one, in the alphabets of German news and of the names in it: Latin with all European and Vietnamese letters,
/// Greek, Cyrillic. Every other character is returned as it is.
///
/// The standard library supports all alphabets, with tables that take five kilobytes of the compressed wasm.
/// The rules are those of the Unicode Character Database, simple case mapping.
pub fn lower(c: char) -> char {
    let even = |c: char| if u32::from(c).is_multiple_of(2) { shift(c, 1) } else { c };
    let odd = |c: char| if u32::from(c).is_multiple_of(2) { c } else { shift(c, 1) };
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => shift(c, 32),
        'Ѐ'..='Џ' => shift(c, 80),
        'İ' => 'i',
        'ẞ' => 'ß',
        'Ÿ' => 'ÿ',
        'Ά' => 'ά',
        'Έ'..='Ί' => shift(c, 37),
        'Ό' => 'ό',
        'Ύ' | 'Ώ' => shift(c, 63),
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ș'..='ȟ' | 'Ѡ'..='ҁ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => even(c),
        'Ĺ'..='ň' | 'Ź'..='ž' => odd(c),
        _ => c,
    }
}

/// The capital of a letter, if [`lower`] knows it; else the letter itself.
pub fn upper(c: char) -> char {
    let before = [32, 1, 80].into_iter().filter_map(|by| char::from_u32(u32::from(c).checked_sub(by)?));
    before.filter(|&capital| capital != c).find(|&capital| lower(capital) == c).unwrap_or(c)
}

fn shift(c: char, by: u32) -> char {
    char::from_u32(u32::from(c) + by).unwrap_or(c)
}

/// Appends `words` to `out` in lower case: a vowel and a combining diaeresis become the umlaut, all hyphens `-`, and invisible
/// characters (soft hyphens, zero-width characters) are left out. What `out` already holds stays as it is, even if `words` begins with a
/// combining diaeresis, which is left out.
///
/// ```
/// let mut out = String::new();
/// zeitlupe_core::text::lower_into("MA\u{308}RZ U\u{2011}Boot", &mut out);
/// assert_eq!(out, "märz u-boot");
/// ```
pub fn lower_into(words: &str, out: &mut String) {
    let begin = out.len();
    for c in words.chars() {
        match c {
            'a'..='z' => out.push(c),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            '\u{308}' if out.len() > begin => {
                let composed = match out.pop() {
                    Some('a') => 'ä',
                    Some('o') => 'ö',
                    Some('u') => 'ü',
                    Some(other) => other,
                    None => continue,
                };
                out.push(composed);
            }
            '\u{308}' => {}
            '\u{2010}' | '\u{2011}' => out.push('-'),
            other => out.push(lower(other)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diaeresis_never_changes_the_word_before() {
        for (before, word) in [("zu", "\u{308}berraschung"), ("o", "\u{308}"), ("a", "\u{ad}\u{308}b"), ("", "\u{308}\u{308}a")] {
            let mut out = before.to_owned();
            lower_into(word, &mut out);
            assert!(out.starts_with(before) && !out[before.len()..].contains('\u{308}'), "{before} + {word:?}: {out}");
        }
    }

    #[test]
    fn lower_case_agrees_with_unicode_in_supported_alphabets() {
        let blocks = [0..0x180, 0x218..0x220, 0x386..0x3cf, 0x400..0x482, 0x1e00..0x1e96, 0x1e9e..0x1f00];
        for c in blocks.into_iter().flatten().filter_map(char::from_u32) {
            // One letter becomes two; the dot above is left out.
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c}");
        }
        assert_eq!(lower('🙂'), '🙂');
    }
}
