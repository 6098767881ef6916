//! Ids that are safe in addresses and as file names.

/// The longest id, in characters; with a suffix and an extension it is within the limits of all file systems.
const MAX_LENGTH: usize = 120;

/// Turns `name` into an id of ASCII letters, digits, `.`, `_` and `-`: umlauts are transliterated, anything else becomes one `-`.
///
/// It never begins or ends with a dot or a hyphen, is never empty (but `artikel`), never longer than 120 characters
/// and never a reserved name of Windows. A name that is already safe stays unchanged.
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.trim().chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '.' | '_' | '-' => out.push(c),
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'Ä' => out.push_str("Ae"),
            'Ö' => out.push_str("Oe"),
            'Ü' => out.push_str("Ue"),
            'ß' => out.push_str("ss"),
            c => match zeitlupe_core::text::fold(c.encode_utf8(&mut [0; 4])).as_str() {
                plain if !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_alphanumeric()) => out.push_str(plain),
                _ if out.ends_with('-') => {}
                _ => out.push('-'),
            },
        }
    }
    out.truncate(MAX_LENGTH);
    let out = out.trim_start_matches(['.', '-']).trim_end_matches(['.', '-']);
    match out {
        "" => "artikel".into(),
        kept if is_reserved(kept) => format!("{kept}-artikel"),
        kept => kept.to_owned(),
    }
}

/// Whether Windows reserves the name for a device, with or without an extension.
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = |kind: &str| stem.strip_prefix(kind).is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit());
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_safe() {
        for (name, expected) in [
            ("002_76a069b9c64a2473", "002_76a069b9c64a2473"),
            ("Größe & Maß (2)", "Groesse-Mass-2"),
            ("Erdoğan in Çanakkale", "Erdogan-in-canakkale"),
            ("../../etc/passwd", "etc-passwd"),
            ("..", "artikel"),
            ("北京", "artikel"),
            ("<script>", "script"),
            ("a?b#c%20d", "a-b-c-20d"),
            ("CON", "CON-artikel"),
            ("lpt1.txt", "lpt1.txt-artikel"),
            ("", "artikel"),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
        assert_eq!(slug(&"x".repeat(500)).len(), 120);
    }

    #[test]
    fn a_safe_id_stays() {
        for name in ["a", "A.b_c-d", "2022-02-04"] {
            assert_eq!(slug(name), name);
            assert_eq!(slug(&slug(name)), slug(name));
        }
    }
}
