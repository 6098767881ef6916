//! Keys under which spellings of one name meet.

use super::lexicon::Lexicon;
use crate::text::fold;

/// The word that stands for a person alone: the last of the name, in East Asian order the first, of a ruler the one before the number.
pub(super) fn family_name(name: &str) -> &str {
    let lexicon = Lexicon::get();
    let first = name.split(' ').next().unwrap_or(name);
    let mut words = name.split(' ').rev();
    let last = words.next().unwrap_or(name);
    if lexicon.family_names.contains_key(first) && lexicon.first_name(first).is_none() {
        first
    } else if last.trim_end_matches('.').bytes().all(|b| matches!(b, b'I' | b'V' | b'X')) {
        words.next().unwrap_or(last)
    } else {
        last
    }
}

/// The key of a name that is no person's: its folded words.
pub(super) fn name_key(name: &str) -> String {
    fold(name).replace(['-', '\''], " ")
}

/// The key of a person's name: its folded words without initials; of a name from a language in another script, with the sounds that its
/// transcriptions write differently made one: `Peskow` and `Peskov`, `Selenski` and `Zelenskyy`, `Sergej` and `Sergei`. The family name stands last.
pub(super) fn person_key(name: &str) -> Vec<String> {
    let transcribed = name.split(' ').next_back().is_some_and(is_transcribed);
    let family = family_name(name);
    let mut words: Vec<&str> = name.split(' ').filter(|word| !is_initial(word)).collect();
    if words.len() > 1 && words.first() == Some(&family) {
        words.rotate_left(1);
    }
    words.into_iter().map(fold).map(|word| if transcribed { sounds(&word) } else { word }).collect()
}

/// `W.` or `W`.
fn is_initial(word: &str) -> bool {
    word.trim_end_matches('.').chars().nth(1).is_none()
}

/// Whether a family name ends as Slavic ones do, whose spelling depends on who transcribes. German names keep theirs: `Maier` is not `Mayer`.
fn is_transcribed(family: &str) -> bool {
    const ENDINGS: [&str; 27] = [
        "ow", "ov", "ew", "ev", "ff", "owa", "ova", "ewa", "eva", "jew", "ski", "sky", "skyj", "skij", "skiy", "skyy", "skyi", "skaja",
        "skaya", "enko", "tschuk", "chuk", "schenko", "witsch", "vich", "yn", "in",
    ];
    ENDINGS.iter().any(|ending| family.len() > ending.len() + 2 && family.ends_with(ending))
}

/// One spelling for the sounds of a folded word.
fn sounds(word: &str) -> String {
    const RULES: [(&str, &str); 19] = [
        ("schtsch", "shch"),
        ("tsch", "ch"),
        ("sch", "sh"),
        ("zh", "sh"),
        ("kh", "ch"),
        ("ks", "x"),
        ("tz", "z"),
        ("ts", "z"),
        ("v", "w"),
        ("ff", "w"),
        ("y", "i"),
        ("j", "i"),
        ("iii", "i"),
        ("ii", "i"),
        ("ie", "e"),
        ("ck", "k"),
        ("ph", "f"),
        ("z", "s"),
        ("ss", "s"),
    ];
    RULES.iter().fold(word.to_owned(), |word, (from, to)| word.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transcriptions_meet() {
        for (a, b) in [
            ("Dmitri Peskow", "Dmitrij Peskov"),
            ("Wolodymyr Selenski", "Volodymyr Zelenskyy"),
            ("Sergej Lawrow", "Sergei Lavrov"),
            ("Nikolaj Patruschew", "Nikolai Patrushev"),
            ("Maria Sacharowa", "Marija Sacharowa"),
            ("George W. Bush", "George Bush"),
            ("Wolodymyr Selenskyj", "Wolodymyr Selenskij"),
        ] {
            assert_eq!(person_key(a), person_key(b), "{a} and {b}");
        }
    }

    #[test]
    fn different_names_stay_different() {
        for (a, b) in
            [("Peter Maier", "Peter Mayer"), ("Franz Schulz", "Franz Schuls"), ("Anna Merz", "Udo Merz"), ("Igor Iwanow", "Oleg Iwanow")]
        {
            assert_ne!(person_key(a), person_key(b));
        }
        assert_eq!(name_key("Saudi-Arabien"), name_key("Saudi Arabien"));
    }
}
