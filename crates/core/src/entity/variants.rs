//! Keys that unify the spellings of a name, and relations between names of persons.

use super::lexicon::Lexicon;
use crate::text::fold;

/// The family name: the last word of the name, the first in East Asian order, for a ruler the one before the number.
pub(super) fn family_name(name: &str) -> &str {
    let lexicon = Lexicon::get();
    let first = name.split(' ').next().unwrap_or(name);
    if lexicon.family_names.contains_key(first) && lexicon.first_name(first).is_none() {
        return first;
    }
    let mut words = name.split(' ').rev();
    words.find(|word| generation(word).is_none()).unwrap_or(first)
}

/// The first name, which indicates the gender; `None` if there is none, or the family name comes first.
pub(super) fn given_name(name: &str) -> Option<&str> {
    let (first, _) = name.split_once(' ')?;
    (first != family_name(name)).then_some(first)
}

/// The suffix that distinguishes generations or rulers (`jun.`, `Senior`, `XVI.`), in a uniform spelling.
pub(super) fn generation(word: &str) -> Option<&str> {
    let bare = word.trim_end_matches('.');
    match bare {
        "jun" | "junior" | "Junior" | "Jr" | "jr" => Some("jun"),
        "sen" | "senior" | "Senior" | "Sr" | "sr" => Some("sen"),
        _ => (!bare.is_empty() && bare.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))).then_some(bare),
    }
}

/// The key of a name other than a person's: its folded words, adjectives without their ending (`Deutsche Umwelthilfe`, `Deutschen Umwelthilfe`).
pub(super) fn name_key(name: &str) -> String {
    let Some((adjectives, _)) = name.rsplit_once(' ') else {
        return fold(name).replace(['-', '\''], " ");
    };
    let mut words: Vec<String> = adjectives.split(' ').map(|word| without_ending(word).to_owned()).collect();
    words.push(name[adjectives.len() + 1..].to_owned());
    fold(&words.join(" ")).replace(['-', '\''], " ")
}

/// A capitalised word without the ending of an adjective.
fn without_ending(word: &str) -> &str {
    if !word.starts_with(char::is_uppercase) || word.len() < 5 {
        return word;
    }
    ["en", "er", "es", "em", "e"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// A person's name in comparable form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct PersonKey {
    /// The folded family name.
    pub family: String,
    /// The folded words before it; initials with their full stop.
    pub given: Vec<String>,
    /// `jun`, `sen` or a ruler's number.
    pub generation: Option<String>,
}

/// The key of a person's name. For names from languages with another script, different transcriptions have the same key: `Peskow` and `Peskov`,
/// `Selenski` and `Zelenskyy`, `Sergej` and `Sergei`.
pub(super) fn person_key(name: &str) -> PersonKey {
    let family = family_name(name);
    let transcribed = is_transcribed(family);
    let folded = |word: &str| if transcribed { sounds(&fold(word)) } else { fold(word) };
    let generation = name.split(' ').skip(1).find_map(generation).map(str::to_owned);
    let given = name.split(' ').filter(|word| *word != family && self::generation(word).is_none());
    let given = given.map(|word| if is_initial(word) { format!("{}.", fold(word.trim_end_matches('.'))) } else { folded(word) });
    PersonKey { family: folded(family), given: given.collect(), generation }
}

impl PersonKey {
    /// Whether `other` can be a fuller form of this name: `Erdogan` or `Recep Erdogan` of `Recep Tayyip Erdogan`, `George Bush` of
    /// `George W. Bush`, `J. G. Fichte` of `Johann Gottlieb Fichte`; but `George W. Bush` is not a form of `George H. W. Bush`.
    pub fn is_form_of(&self, other: &Self) -> bool {
        let other_generation = self.generation != other.generation && (self.generation.is_some() || !self.given.is_empty());
        if self.family != other.family || other_generation {
            return false;
        }
        let has_initials = self.given.iter().any(|word| word.ends_with('.'));
        if has_initials && self.given.len() > 1 && self.given.len() != other.given.len() {
            return false;
        }
        let Some((first, others)) = self.given.split_first() else { return true };
        let Some((other_first, mut rest)) = other.given.split_first().map(|(first, rest)| (first, rest.iter())) else { return false };
        matches_given(first, other_first) && others.iter().all(|word| rest.any(|full| matches_given(word, full)))
    }

    /// Whether `other` is a fuller form of this name; of two that are forms of each other, exactly one is the fuller.
    pub fn is_less_than(&self, other: &Self) -> bool {
        let weight = |name: &Self| (name.generation.is_some(), name.given.len(), name.given.iter().map(String::len).sum::<usize>());
        self.is_form_of(other) && (!other.is_form_of(self) || (weight(self), self) < (weight(other), other))
    }

    /// Whether only a single initial precedes the family name, so that it can be many people.
    pub fn is_vague(&self) -> bool {
        self.given.len() == 1 && self.given[0].ends_with('.')
    }
}

/// Whether a given name can be `other`; an initial can be any name that begins with it.
fn matches_given(word: &str, other: &str) -> bool {
    word == other || word.strip_suffix('.').is_some_and(|letter| other.starts_with(letter))
}

/// Whether a word is an initial: `W.` or `W`.
fn is_initial(word: &str) -> bool {
    word.trim_end_matches('.').chars().nth(1).is_none()
}

/// Whether a family name ends like a Slavic one, whose spelling depends on the transcription. German names are not unified: `Maier` is not `Mayer`.
fn is_transcribed(family: &str) -> bool {
    const ENDINGS: [&str; 27] = [
        "ow", "ov", "ew", "ev", "ff", "owa", "ova", "ewa", "eva", "jew", "ski", "sky", "skyj", "skij", "skiy", "skyy", "skyi", "skaja",
        "skaya", "enko", "tschuk", "chuk", "schenko", "witsch", "vich", "yn", "in",
    ];
    ENDINGS.iter().any(|ending| family.len() > ending.len() + 2 && family.ends_with(ending))
}

/// A uniform spelling for the sounds of a folded word.
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

    fn is_form_of(a: &str, b: &str) -> bool {
        person_key(a).is_form_of(&person_key(b))
    }

    #[test]
    fn transcriptions_have_the_same_key() {
        for (a, b) in [
            ("Dmitri Peskow", "Dmitrij Peskov"),
            ("Wolodymyr Selenski", "Volodymyr Zelenskyy"),
            ("Sergej Lawrow", "Sergei Lavrov"),
            ("Nikolaj Patruschew", "Nikolai Patrushev"),
            ("Maria Sacharowa", "Marija Sacharowa"),
            ("Wolodymyr Selenskyj", "Wolodymyr Selenskij"),
            ("George Bush jun.", "George Bush Junior"),
        ] {
            assert_eq!(person_key(a), person_key(b), "{a} and {b}");
        }
    }

    #[test]
    fn different_names_stay_different() {
        for (a, b) in [
            ("Peter Maier", "Peter Mayer"),
            ("Franz Schulz", "Franz Schuls"),
            ("Anna Merz", "Udo Merz"),
            ("Igor Iwanow", "Oleg Iwanow"),
            ("George W. Bush", "George H. W. Bush"),
            ("George Bush senior", "George W. Bush"),
            ("Papst Johannes XXIII.", "Papst Johannes II."),
        ] {
            assert!(!is_form_of(a, b) && !is_form_of(b, a), "{a} and {b}");
        }
        assert_eq!(name_key("Saudi-Arabien"), name_key("Saudi Arabien"));
        assert_eq!(name_key("Deutschen Umwelthilfe"), name_key("Deutsche Umwelthilfe"));
        assert_ne!(name_key("Bank"), name_key("Banken"));
    }

    #[test]
    fn shorter_forms_belong_to_fuller_ones() {
        for (short, full) in [
            ("Erdogan", "Recep Tayyip Erdoğan"),
            ("Recep Erdogan", "Recep Tayyip Erdoğan"),
            ("George Bush", "George W. Bush"),
            ("George W. Bush", "George Walker Bush"),
            ("J. G. Fichte", "Johann Gottlieb Fichte"),
            ("J. Fichte", "Johann Gottlieb Fichte"),
            ("Xi", "Xi Jinping"),
            ("Benedikt", "Benedikt XVI."),
        ] {
            assert!(is_form_of(short, full), "{short} of {full}");
        }
        for (other, name) in [("Andreas Müller", "A. Müller"), ("Daniel Krüger", "Hardy Daniel Krüger"), ("R. Kelly", "Paul R. Kelly")]
        {
            assert!(!is_form_of(other, name), "{other} of {name}");
        }
        assert!(!is_form_of("Recep Tayyip Erdoğan", "Erdogan"));
        assert_eq!((given_name("Angela Merkel"), given_name("Xi Jinping"), given_name("Putin")), (Some("Angela"), None, None));
    }
}
