//! Authors: persons, whose family name comes first in a list, and organisations, whose names are not inverted.

/// One author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// A person.
    Person {
        /// First names; never empty.
        given: String,
        /// The particle of the family name: `von der`; mostly empty.
        particle: String,
        /// The family name; never empty.
        family: String,
    },
    /// An organisation, a pseudonym, or a name that cannot be split into first and last name.
    Body(String),
}

/// Particles before a family name.
const PARTICLES: &str = "von vom van zu zum zur der den de del della di da la le ten ter";

/// The word within a particle: `von und zu`.
const JOINT: &str = "und";

/// Words, or ends of words, that indicate an organisation.
const BODIES: &str = "agentur agency amt büro dienst fernsehen funk gesellschaft gruppe institut korrespondent magazin ministerium nachrichten \
    netzwerk news online post presse press redaktion rundfunk schau spiegel stiftung studio team times union universität verband \
    verein verlag welle zeitung tv radio";

/// First words that indicate an organisation.
const OPENINGS: &str = "der die das the deutsche deutscher deutsches neue unsere";

/// Whether a word is one of a list.
fn listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|other| other == word)
}

impl Author {
    /// For lists sorted by family name: `Leyen, Ursula von der`; an organisation is unchanged.
    pub fn inverted(&self) -> String {
        match self {
            Author::Body(name) => name.clone(),
            Author::Person { given, particle, family } => {
                let mut out = [family, ", ", given.as_str()].concat();
                if !particle.is_empty() {
                    out.extend([" ", particle]);
                }
                out
            }
        }
    }

    /// Parses a name in its usual order; a person only if it cannot be anything else.
    fn read(name: &str) -> Self {
        let words: Vec<&str> = name.split(' ').filter(|word| !matches!(*word, "Dr." | "Prof.")).collect();
        let lower = |word: &str| word.trim_end_matches(['.', ',']).to_lowercase();
        let is_body = |word: &&str| {
            let small = lower(word);
            // "dpa", "ARD-Studio", "3sat": an abbreviation, but not the initial of a first name.
            let capitals = word.split('-').any(|part| part.chars().count() > 1 && part.chars().all(char::is_uppercase));
            let odd = !word.chars().all(|c| c.is_alphabetic() || "-.'’".contains(c));
            capitals || odd || BODIES.split(' ').any(|end| small.ends_with(end))
        };
        let last = words.len().saturating_sub(1);
        let begins_large = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let particles = words.iter().take(last).skip(1).position(|word| listed(PARTICLES, word)).map_or(last, |at| at + 1);
        let given = words.iter().take(particles);
        let sound = (2..=6).contains(&words.len())
            && !words.iter().any(is_body)
            && !listed(OPENINGS, &lower(words[0]))
            && given.clone().all(|word| begins_large(word))
            && begins_large(words[last])
            && words[particles..last].iter().all(|word| listed(PARTICLES, word) || *word == JOINT && words[particles] != JOINT)
            && words[last - 1] != JOINT;
        if !sound {
            return Author::Body(name.to_owned());
        }
        Author::Person {
            given: given.copied().collect::<Vec<_>>().join(" "),
            particle: words[particles..last].join(" "),
            family: words[last].to_owned(),
        }
    }

    /// Parses an inverted name, `Müller, Anna`; `None` for anything else.
    fn read_inverted(text: &str) -> Option<Self> {
        let (family, given) = text.split_once(", ")?;
        let particle: Vec<&str> = family.split(' ').take_while(|word| listed(PARTICLES, word) || *word == JOINT).collect();
        let particle = particle.join(" ");
        let family = family.get(particle.len()..)?.trim_start();
        let whole = match Author::read(&[given, family].join(" ")) {
            Author::Person { given, particle: inner, family } if inner.is_empty() => Author::Person { given, particle, family },
            _ => return None,
        };
        (!family.contains(' ')).then_some(whole)
    }
}

/// The authors of a line such as `Von Anna Müller und Peter van Dyk, Moskau`, in order; empty for an empty line. White space must have been
/// normalised. `source` is the medium, whose name is never that of a person.
///
/// Names with the family name first (Xi Jinping) are inverted like all others, as nothing distinguishes them.
pub fn authors(line: &str, source: &str) -> Vec<Author> {
    let line = line.strip_prefix("Von ").unwrap_or(line).trim();
    if line.is_empty() {
        return Vec::new();
    }
    if line == source {
        return vec![Author::Body(line.to_owned())];
    }
    if let Some(author) = Author::read_inverted(line).filter(|_| line.matches(',').count() == 1) {
        return vec![author];
    }
    let mut names = vec![line];
    for sign in ["; ", " and ", " & ", " / "] {
        names = names.into_iter().flat_map(|name| name.split(sign)).collect();
    }
    let names = names.into_iter().flat_map(at_joints).collect::<Vec<_>>();
    let one = |name: &str| -> Vec<Author> {
        // A comma only separates names if each part is one: "Anna Müller, Peter Schmidt", not "Anna Müller, Moskau".
        let parts: Vec<Author> = name.split(", ").filter(|part| !part.is_empty()).map(Author::read).collect();
        if let Some(author) = Author::read_inverted(name).filter(|_| parts.len() == 2) {
            return vec![author];
        }
        let agency = |author: &Author| matches!(author, Author::Body(name) if name.contains(' ') || name.to_uppercase() == *name || name.to_lowercase() == *name);
        let all_names = parts.iter().all(|author| matches!(author, Author::Person { .. }) || agency(author));
        if all_names { parts } else { vec![Author::Body(name.to_owned())] }
    };
    names.into_iter().flat_map(one).collect()
}

/// The parts of a text between which "und" stands, but not within "von und zu Brink".
fn at_joints(text: &str) -> Vec<&str> {
    let (mut out, mut begin) = (Vec::new(), 0);
    for (at, joint) in text.match_indices(" und ") {
        let after = at + joint.len();
        let is_particle = |word: Option<&str>| word.is_some_and(|word| listed(PARTICLES, word));
        if is_particle(text[begin..at].rsplit(' ').next()) && is_particle(text[after..].split(' ').next()) {
            continue;
        }
        out.push(&text[begin..at]);
        begin = after;
    }
    out.push(&text[begin..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Persons as `family|given|particle`, organisations unchanged.
    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        let found = authors(line, "Süddeutsche Zeitung").into_iter().map(|author| match author {
            Author::Body(name) => name,
            Author::Person { given, particle, family } => [family, given, particle].join("|"),
        });
        assert_eq!(found.collect::<Vec<_>>(), expected, "{line}");
    }

    #[test]
    fn persons_and_organisations_are_distinguished() {
        check("", &[]);
        check("Anna Müller", &["Müller|Anna|"]);
        check("Von Anna Müller", &["Müller|Anna|"]);
        check("Dr. Anna-Lena B. Müller-Ößner", &["Müller-Ößner|Anna-Lena B.|"]);
        check("Ursula von der Leyen", &["Leyen|Ursula|von der"]);
        check("Müller, Anna", &["Müller|Anna|"]);
        check("von der Leyen, Ursula", &["Leyen|Ursula|von der"]);
        check("Anna Müller und Peter van Dyk", &["Müller|Anna|", "Dyk|Peter|van"]);
        check("Anna Müller, Peter Schmidt und Jo O'Neill", &["Müller|Anna|", "Schmidt|Peter|", "O'Neill|Jo|"]);
        check("Ole von und zu Brink", &["Brink|Ole|von und zu"]);
        check("von und zu Brink, Ole", &["Brink|Ole|von und zu"]);
        check("Anna Müller und Ole von und zu Brink", &["Müller|Anna|", "Brink|Ole|von und zu"]);
        check("Karl-Theodor von und zum Stein und Jo Kern", &["Stein|Karl-Theodor|von und zum", "Kern|Jo|"]);
        check("Von Ole vom und zum Hof, Anna Müller", &["Hof|Ole|vom und zum", "Müller|Anna|"]);
        check("Müller, Anna; Schmidt, Peter", &["Müller|Anna|", "Schmidt|Peter|"]);
        check("Anna Müller, dpa", &["Müller|Anna|", "dpa"]);
        check("Anna Müller, Moskau", &["Anna Müller, Moskau"]);
    }

    #[test]
    fn organisations_are_unchanged() {
        for name in [
            "dpa",
            "AFP",
            "dpa/AFP",
            "Reuters",
            "Süddeutsche Zeitung",
            "Deutsche Presse-Agentur",
            "Deutsche Welle",
            "ARD-Studio Moskau",
            "Der Spiegel",
            "Silke Bigalke, Moskau",
            "tagesschau.de",
            "3sat",
            "@anna",
            "Platon",
            "Redaktion Politik",
        ] {
            check(name, &[name]);
        }
        assert_eq!(authors("Anna Post", "Anna Post"), [Author::Body("Anna Post".into())]);
    }

    #[test]
    fn any_line_can_be_parsed() {
        for line in [",", ", ", " und ", "von", "von der", "; ; ", "A", "Von ", "Von und zu", "a, b, c", "\u{301}"] {
            for author in authors(line, "") {
                author.inverted();
            }
        }
    }
}
