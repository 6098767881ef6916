//! Who wrote it: persons, whose family name comes first in a list, and bodies, whose names stay as they are.

/// One author.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Author {
    /// A person.
    Person {
        /// First names; never empty.
        given: String,
        /// What stands between first and family name: `von der`; empty for most.
        particle: String,
        /// The family name; never empty.
        family: String,
    },
    /// An agency, an office, a pseudonym, or a name that cannot be told apart into first and last.
    Body(String),
}

/// What stands before a family name without being part of it.
const PARTICLES: [&str; 17] =
    ["von", "vom", "van", "zu", "zum", "zur", "der", "den", "de", "del", "della", "di", "da", "la", "le", "ten", "ter"];

/// Words, or ends of words, by which a name is that of a body.
const BODIES: [&str; 37] = [
    "agentur",
    "agency",
    "amt",
    "büro",
    "dienst",
    "fernsehen",
    "funk",
    "gesellschaft",
    "gruppe",
    "institut",
    "korrespondent",
    "magazin",
    "ministerium",
    "nachrichten",
    "netzwerk",
    "news",
    "online",
    "post",
    "presse",
    "press",
    "redaktion",
    "rundfunk",
    "schau",
    "spiegel",
    "stiftung",
    "studio",
    "team",
    "times",
    "union",
    "universität",
    "verband",
    "verein",
    "verlag",
    "welle",
    "zeitung",
    "tv",
    "radio",
];

/// First words by which a name is that of a body.
const OPENINGS: [&str; 9] = ["der", "die", "das", "the", "deutsche", "deutscher", "deutsches", "neue", "unsere"];

impl Author {
    /// As it stands in a list that is in order of family names: `Leyen, Ursula von der`; a body as it is.
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

    /// One name in its usual order; a person where it can be taken for nothing else.
    fn read(name: &str) -> Self {
        let words: Vec<&str> = name.split(' ').filter(|word| !matches!(*word, "Dr." | "Prof.")).collect();
        let lower = |word: &str| word.trim_end_matches(['.', ',']).to_lowercase();
        let is_body = |word: &&str| {
            // "dpa", "ARD-Studio", "3sat": an abbreviation, but not the letter of a first name.
            let capitals = word.split('-').any(|part| part.chars().count() > 1 && part.chars().all(char::is_uppercase));
            let odd = !word.chars().all(|c| c.is_alphabetic() || "-.'’".contains(c));
            capitals || odd || BODIES.iter().any(|end| lower(word).ends_with(end))
        };
        let last = words.len().saturating_sub(1);
        let begins_large = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let particles = words.iter().take(last).skip(1).position(|word| PARTICLES.contains(word)).map_or(last, |at| at + 1);
        let given = words.iter().take(particles);
        let sound = (2..=6).contains(&words.len())
            && !words.iter().any(is_body)
            && !OPENINGS.contains(&lower(words[0]).as_str())
            && given.clone().all(|word| begins_large(word))
            && begins_large(words[last])
            && words[particles..last].iter().all(|word| PARTICLES.contains(word));
        if !sound {
            return Author::Body(name.to_owned());
        }
        Author::Person {
            given: given.copied().collect::<Vec<_>>().join(" "),
            particle: words[particles..last].join(" "),
            family: words[last].to_owned(),
        }
    }

    /// `Müller, Anna`, which is in order already; `None` for anything else.
    fn read_inverted(text: &str) -> Option<Self> {
        let (family, given) = text.split_once(", ")?;
        let particle: Vec<&str> = family.split(' ').take_while(|word| PARTICLES.contains(word)).collect();
        let particle = particle.join(" ");
        let family = family.get(particle.len()..)?.trim_start();
        let whole = match Author::read(&[given, family].join(" ")) {
            Author::Person { given, particle: inner, family } if inner.is_empty() => Author::Person { given, particle, family },
            _ => return None,
        };
        (!family.contains(' ')).then_some(whole)
    }
}

/// The authors of a line such as `Von Anna Müller und Peter van Dyk, Moskau`, in its order; nothing for an empty one. Whitespace must
/// have been drawn together. `source` is the medium: its name is never that of a person.
///
/// Names of which the family name comes first (Xi Jinping) are turned like all others: nothing tells them apart.
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
    for sign in ["; ", " und ", " and ", " & ", " / "] {
        names = names.into_iter().flat_map(|name| name.split(sign)).collect();
    }
    let one = |name: &str| -> Vec<Author> {
        // A comma parts two names only where each is one by itself: "Anna Müller, Peter Schmidt", not "Anna Müller, Moskau".
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Persons as `family|given|particle`, bodies as they are.
    #[track_caller]
    fn check(line: &str, expected: &[&str]) {
        let found = authors(line, "Süddeutsche Zeitung").into_iter().map(|author| match author {
            Author::Body(name) => name,
            Author::Person { given, particle, family } => [family, given, particle].join("|"),
        });
        assert_eq!(found.collect::<Vec<_>>(), expected, "{line}");
    }

    #[test]
    fn persons_are_told_from_bodies() {
        check("", &[]);
        check("Anna Müller", &["Müller|Anna|"]);
        check("Von Anna Müller", &["Müller|Anna|"]);
        check("Dr. Anna-Lena B. Müller-Ößner", &["Müller-Ößner|Anna-Lena B.|"]);
        check("Ursula von der Leyen", &["Leyen|Ursula|von der"]);
        check("Müller, Anna", &["Müller|Anna|"]);
        check("von der Leyen, Ursula", &["Leyen|Ursula|von der"]);
        check("Anna Müller und Peter van Dyk", &["Müller|Anna|", "Dyk|Peter|van"]);
        check("Anna Müller, Peter Schmidt und Jo O'Neill", &["Müller|Anna|", "Schmidt|Peter|", "O'Neill|Jo|"]);
        check("Müller, Anna; Schmidt, Peter", &["Müller|Anna|", "Schmidt|Peter|"]);
        check("Anna Müller, dpa", &["Müller|Anna|", "dpa"]);
        check("Anna Müller, Moskau", &["Anna Müller, Moskau"]);
    }

    #[test]
    fn bodies_stay_as_they_are() {
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
    fn no_line_is_too_odd() {
        for line in [",", ", ", " und ", "von", "von der", "; ; ", "A", "Von ", "Von und zu", "a, b, c", "\u{301}"] {
            for author in authors(line, "") {
                author.inverted();
            }
        }
    }
}
