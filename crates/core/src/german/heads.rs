//! Last parts of compounds that are said of one thing: `Konflikt` and `Streit`, `Abkommen` and `Vertrag`.

/// Rows of nouns that often name one thing behind the same first part, folded. A noun may be in several rows.
const ROWS: &[&str] = &[
    "konflikt streit zwist auseinandersetzung krieg",
    "abkommen vertrag vereinbarung ubereinkunft ubereinkommen pakt deal",
    "gipfel gipfeltreffen treffen konferenz",
    "gesprach verhandlung unterredung",
    "chef vorsitzende prasident oberhaupt fuhrer boss leiter",
    "pandemie epidemie krise",
    "anschlag attentat angriff attacke uberfall",
    "absturz ungluck unfall katastrophe havarie",
    "brand feuer",
    "ruhe stillstand pause",
    "erhohung steigerung anstieg anhebung",
    "senkung kurzung reduzierung verringerung",
    "abbau streichung",
    "hilfe unterstutzung",
    "lieferung export ausfuhr",
    "protest demonstration demo kundgebung",
    "verbot sperre bann",
    "skandal affare",
    "kandidat anwarter bewerber",
    "paket programm",
    "impfstoff vakzin",
    "pipeline leitung",
];

/// The same, behind a name only: the `Ukraine-Krise` may be a conflict, the `Wirtschaftskrise` is none.
const BEHIND_NAMES: &str = "krise konflikt krieg streit spannung";

/// Endings of the nouns in the rows, without a final `e`.
const ENDINGS: &[&str] = &["", "e", "en", "em", "er", "ern", "es", "s", "n", "in", "innen", "nen", "se", "sen"];

/// First parts that only give a rank or a size, and so name no thing: the `Bundespräsident` is not the `Bundesvorsitzende`. Folded, without linking
/// elements.
const VAGUE: &str = "bund bundes land landes vize ex ehren alt neu haupt ober general sonder spitzen gross klein einzel welt krisen grund inner \
    un";

/// The shortest first part, in bytes.
const LEAST: usize = 2;

/// A compound whose last part is in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headed<'w> {
    /// Its first part, with the linking element.
    pub first: &'w str,
    /// Its last part, as in the list: the same for all forms, also the feminine.
    pub head: &'static str,
}

impl Headed<'_> {
    /// The numbers of the rows that have the last part; those behind a name only if the first part is one.
    pub fn rows(self, is_name: bool) -> impl Iterator<Item = usize> {
        let named = is_name.then_some(BEHIND_NAMES);
        let rows = ROWS.iter().copied().chain(named).enumerate();
        rows.filter(move |(_, row)| row.split(' ').any(|head| head == self.head)).map(|(number, _)| number)
    }
}

/// Splits a folded compound without hyphens whose last part is in a row of nouns that may be said of one thing.
///
/// ```
/// use zeitlupe_core::german::headed;
/// let found = headed("staatschefin").expect("a compound");
/// assert_eq!((found.first, found.head), ("staats", "chef"));
/// assert!(headed("chefs").is_none() && headed("bundesprasident").is_none() && headed("tisch").is_none());
/// ```
pub fn headed(folded: &str) -> Option<Headed<'_>> {
    let mut found: Option<Headed> = None;
    for head in ROWS.iter().copied().chain([BEHIND_NAMES]).flat_map(|row| row.split(' ')) {
        let base = head.strip_suffix('e').unwrap_or(head);
        let Some(at) = folded.rfind(base).filter(|&at| at >= LEAST) else { continue };
        let (first, ending) = (&folded[..at], &folded[at + base.len()..]);
        let is_form = ENDINGS.contains(&ending) && (base.len() == head.len() || !ending.is_empty());
        if is_form && found.is_none_or(|so_far| first.len() < so_far.first.len()) {
            found = Some(Headed { first, head });
        }
    }
    found.filter(|found| !VAGUE.split(' ').any(|vague| vague == found.first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    #[test]
    fn compounds_are_split_before_their_head() {
        for (word, first, head) in [
            ("Ukrainekrise", "ukraine", "krise"),
            ("Gasverträgen", "gas", "vertrag"),
            ("Klimagipfeltreffens", "klima", "gipfeltreffen"),
            ("Parteivorsitzender", "partei", "vorsitzende"),
            ("Maskenaffären", "masken", "affare"),
            ("Terroranschlag", "terror", "anschlag"),
            ("EUGipfel", "eu", "gipfel"),
        ] {
            assert_eq!(headed(&fold(word)), Some(Headed { first, head }), "{word}");
        }
        for word in ["Krise", "Vizepräsident", "Bundesvorsitzende", "Streiten", "Unruhe", "", "ä", "Krisenstab"] {
            assert_eq!(headed(&fold(word)), None, "{word}");
        }
    }

    #[test]
    fn a_crisis_is_a_conflict_behind_a_name_only() {
        let share = |a: &str, b: &str, is_name: bool| {
            let rows = |word: &str| headed(word).expect("a compound").rows(is_name).collect::<Vec<_>>();
            rows(a).iter().any(|row| rows(b).contains(row))
        };
        assert!(share("ukrainekrise", "ukrainekonflikt", true));
        assert!(!share("wirtschaftskrise", "wirtschaftskrieg", false));
        assert!(share("handelskrieg", "handelsstreit", false));
        assert!(!share("handelsstreit", "handelsabkommen", true));
    }
}
