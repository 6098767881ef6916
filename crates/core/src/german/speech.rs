//! Verbs and nouns of speech, with their colour, and the forms of the subjunctive in reported speech.

use super::list::{Words, words};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How a verb of speech presents what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Colour {
    /// `sagte`, `teilte mit`.
    Neutral,
    /// `betonte`, `bekräftigte`.
    Stresses,
    /// `behauptete`: the report does not vouch for it.
    Claims,
    /// `warnte`, `drohte`.
    Warns,
    /// `bestritt`, `wies zurück`.
    Denies,
    /// `forderte`, `rief auf`.
    Demands,
    /// `lobte`, `begrüßte`.
    Praises,
    /// `kritisierte`, `warf vor`.
    Criticises,
    /// `kündigte an`, `versprach`.
    Announces,
    /// `räumte ein`, `bestätigte`.
    Admits,
    /// `fragte`.
    Asks,
    /// `meinte`, `ging davon aus`: an opinion or expectation.
    Thinks,
    /// `nannte`, `bezeichnete`: gives something a name.
    Names,
}

impl Colour {
    /// The word for it in exported data.
    pub fn code(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Stresses => "stresses",
            Self::Claims => "claims",
            Self::Warns => "warns",
            Self::Denies => "denies",
            Self::Demands => "demands",
            Self::Praises => "praises",
            Self::Criticises => "criticises",
            Self::Announces => "announces",
            Self::Admits => "admits",
            Self::Asks => "asks",
            Self::Thinks => "thinks",
            Self::Names => "names",
        }
    }
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// `sagt`, `sagten`, `mitteilte`.
    Finite,
    /// `gesagt`, `mitgeteilt`.
    Participle,
    /// `sagen`, `mitteilen`: also a plural of the present; not with `zu`.
    Infinitive,
}

/// A reading of a word as a form of a verb of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeechForm {
    /// The colour of the verb.
    pub colour: Colour,
    /// The form.
    pub form: VerbForm,
    /// The separate prefix of the verb, `mit` for `teilte`; empty if the word is the whole verb.
    pub prefix: &'static str,
}

/// The verbs by colour: `stem` or `prefix|stem` of a weak verb, `stem:present,past,participle` of a strong or irregular one.
const VERBS: &[(Colour, &str)] = &[
    (
        Colour::Neutral,
        "sag mit|teil erklär bericht meld äußer an|geb:gibt,gab,gegeben bekannt|geb:gibt,gab,gegeben bekannt|mach \
         bekannt|werd:wird,wurde,geworden klar|mach deutlich|mach zeig sprech:spricht,sprach,gesprochen schreib:schreibt,schrieb,geschrieben aus|führ vermeld \
         erzähl schilder erläuter formulier zitier heiß:heißt,hieß,geheißen begründ verkünd antwort erwider entgegn hinzu|füg ergänz \
         fort|fahr:fährt,fuhr,gefahren aus|sag twitter verlautbar verlaut informier kommentier resümier zusammen|fass \
         fest|stell klar|stell dar|leg verweis:verweist,verwies,verwiesen hin|weis:weist,wies,gewiesen an|merk bemerk \
         beschreib:beschreibt,beschrieb,beschrieben hervor|geh:geht,ging,gegangen ein|wend:wendet,wandte,gewandt erinner präzisier \
         bilanzier laut:lautet,lautete,gelautet konstatier referier veröffentlich ruf:ruft,rief,gerufen skandier aus|ruf:ruft,rief,gerufen konter attestier witzel \
         heraus|streich:streicht,strich,gestrichen rechtfertig aus|drück",
    ),
    (
        Colour::Stresses,
        "beton unterstreich:unterstreicht,unterstrich,unterstrichen bekräftig hervor|heb:hebt,hob,gehoben versicher beteuer",
    ),
    (Colour::Claims, "behaupt unterstell mutmaß spekulier"),
    (Colour::Warns, "warn droh an|droh mahn befürcht fürcht bezweifel"),
    (
        Colour::Denies,
        "bestreit:bestreitet,bestritt,bestritten dementier leugn zurück|weis:weist,wies,gewiesen vernein:verneint,verneinte,verneint \
         ab|streit:streitet,stritt,gestritten widersprech:widerspricht,widersprach,widersprochen ab|lehn \
         aus|schließ:schließt,schloss,geschlossen",
    ),
    (
        Colour::Demands,
        "forder verlang auf|forder auf|ruf:ruft,rief,gerufen bitt:bittet,bat,gebeten appellier plädier ein|forder an|mahn \
         empfehl:empfiehlt,empfahl,empfohlen rat:rät,riet,geraten ermahn dräng beantrag an|ordn befehl:befiehlt,befahl,befohlen \
         vor|schlag:schlägt,schlug,geschlagen an|reg aus|sprech:spricht,sprach,gesprochen",
    ),
    (Colour::Praises, "lob begrüß würdig gratulier dank bedank befürwort verteidig beglückwünsch"),
    (
        Colour::Criticises,
        "kritisier vor|werf:wirft,warf,geworfen beklag bemängel monier rüg verurteil beschuldig bezichtig an|prangern:prangert,prangerte,geprangert \
         bedauer beanstand protestier tadel attackier beschwer:beschwert,beschwerte,beschwert an|klag",
    ),
    (
        Colour::Announces,
        "an|kündig versprech:verspricht,versprach,versprochen zu|sag beschließ:beschließt,beschloss,beschlossen \
         entscheid:entscheidet,entschied,entschieden erwäg:erwägt,erwog,erwogen an|biet:bietet,bot,geboten vereinbar plan garantier \
         zu|sicher prophezei:prophezeit,prophezeite,prophezeit prognostizier voraus|sag signalisier verpflicht beabsichtig",
    ),
    (
        Colour::Admits,
        "ein|räum zu|geb:gibt,gab,gegeben bestätig gesteh:gesteht,gestand,gestanden ein|gesteh:gesteht,gestand,gestanden offenbar enthüll",
    ),
    (Colour::Asks, "frag erkundig"),
    (
        Colour::Thinks,
        "mein glaub denk:denkt,dachte,gedacht find:findet,fand,gefunden vermut schätz hoff erwart aus|geh:geht,ging,gegangen urteil \
         an|nehm:nimmt,nahm,genommen rechn bewert ein|schätz beurteil überzeug seh:sieht,sah,gesehen halt:hält,hielt,gehalten \
         an|seh:sieht,sah,gesehen folger argumentier vertret:vertritt,vertrat,vertreten zweifel wünsch",
    ),
    (Colour::Names, "bezeichn nenn:nennt,nannte,genannt charakterisier beschimpf ein|stuf wert titulier brandmark"),
];

/// The readings of each form, in lower case.
static FORMS: LazyLock<FxHashMap<String, Vec<SpeechForm>>> = LazyLock::new(|| {
    let mut forms = FxHashMap::default();
    for &(colour, list) in VERBS {
        for entry in list.split_ascii_whitespace() {
            add(&mut forms, colour, entry);
        }
    }
    forms
});

/// Adds the forms of an entry of [`VERBS`].
fn add(forms: &mut FxHashMap<String, Vec<SpeechForm>>, colour: Colour, entry: &'static str) {
    let (prefix, verb) = entry.split_once('|').unwrap_or(("", entry));
    let (infinitive, finite, participle) = conjugated(verb);
    let mut put = |word: String, form, prefix| forms.entry(word).or_default().push(SpeechForm { colour, form, prefix });
    if !prefix.is_empty() {
        for form in &finite {
            put(format!("{prefix}{form}"), VerbForm::Finite, "");
        }
        put(format!("{prefix}{participle}"), VerbForm::Participle, "");
        put(format!("{prefix}{infinitive}"), VerbForm::Infinitive, "");
    }
    for form in finite {
        put(form, VerbForm::Finite, prefix);
    }
    put(participle, VerbForm::Participle, prefix);
    put(infinitive, VerbForm::Infinitive, prefix);
}

/// The infinitive, the finite forms of the third person, and the participle.
fn conjugated(verb: &str) -> (String, Vec<String>, String) {
    if let Some((stem, forms)) = verb.split_once(':') {
        let mut parts = forms.split(',').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        let (present, past, participle) = (next(), next(), next());
        let many = if past.ends_with('e') { format!("{past}n") } else { format!("{past}en") };
        let infinitive = if stem.ends_with("en") || stem.ends_with("ern") { stem.to_owned() } else { format!("{stem}en") };
        return (infinitive, vec![present, past, many], participle);
    }
    let link = if ["t", "d", "chn", "gn", "rdn"].iter().any(|end| verb.ends_with(end)) { "e" } else { "" };
    let infinitive = if verb.ends_with("er") || verb.ends_with("el") { format!("{verb}n") } else { format!("{verb}en") };
    let fixed = ["be", "er", "ver", "ent", "über", "unter", "wider"].iter().any(|prefix| verb.starts_with(prefix));
    let ge = if fixed || verb.ends_with("ier") || verb.ends_with("lautbar") || verb.starts_with("offenbar") { "" } else { "ge" };
    let finite = ["t", "te", "ten"].iter().map(|ending| format!("{verb}{link}{ending}")).collect();
    (infinitive, finite, format!("{ge}{verb}{link}t"))
}

/// The readings of a word in lower case as a form of a verb of speech.
///
/// ```
/// use zeitlupe_core::german::{Colour, speech_forms};
/// assert_eq!(speech_forms("warnten")[0].colour, Colour::Warns);
/// assert_eq!(speech_forms("teilte")[0].prefix, "mit");
/// assert!(speech_forms("haus").is_empty());
/// ```
pub fn speech_forms(word: &str) -> &'static [SpeechForm] {
    FORMS.get(word).map_or(&[], Vec::as_slice)
}

/// Ends of the nouns that name something said or thought, in lower case: `nach Angaben`, `Medienberichten zufolge`.
const NOUNS: &[&str] = &[
    "angabe",
    "aussage",
    "wort",
    "meinung",
    "ansicht",
    "auffassung",
    "einschätzung",
    "schätzung",
    "darstellung",
    "erkenntnis",
    "erkenntniss",
    "bericht",
    "information",
    "meldung",
    "mitteilung",
    "berechnung",
    "überzeugung",
    "auskunft",
    "umfrage",
    "ermittlung",
    "recherche",
    "beobachtung",
    "planung",
    "erfahrung",
    "prognose",
    "bekunden",
    "verlautbarung",
    "erklärung",
    "ergebniss",
    "quelle",
    "medien",
    "bewertung",
    "lesart",
    "zählung",
    "vermutung",
    "schilderung",
    "überlieferung",
    "idee",
    "vorstellung",
];

/// Whether a word in lower case names something that was said or thought, or ends in such a word.
///
/// ```
/// use zeitlupe_core::german::is_noun_of_speech;
/// assert!(is_noun_of_speech("medienberichten") && !is_noun_of_speech("häusern"));
/// ```
pub fn is_noun_of_speech(word: &str) -> bool {
    let stem = ["", "e", "n", "en", "s", "es"].iter().filter_map(|ending| word.strip_suffix(ending));
    stem.into_iter().any(|stem| NOUNS.iter().any(|noun| stem.ends_with(noun)))
}

/// Ends of nouns whose content follows in a clause: `die Forderung, dass`, `der Vorwurf, er habe`.
const CONTENTS: &[&str] = &[
    "forderung",
    "vorwurf",
    "vorwürfe",
    "meinung",
    "ansicht",
    "auffassung",
    "überzeugung",
    "these",
    "behauptung",
    "befürchtung",
    "ankündigung",
    "hinweis",
    "hinweise",
    "begründung",
    "einschätzung",
    "sorge",
    "angst",
    "hoffnung",
    "worten",
    "erklärung",
    "aussage",
    "standpunkt",
    "position",
    "appell",
    "aufforderung",
    "warnung",
    "zusage",
    "versprechen",
    "eindruck",
    "verdacht",
    "annahme",
    "feststellung",
    "bericht",
    "berichte",
    "gerücht",
    "gerüchte",
    "anschuldigung",
    "kritik",
    "bitte",
    "angebot",
    "argument",
    "vermutung",
    "bereit",
    "zuversichtlich",
    "überzeugt",
    "sicher",
];

/// Whether the content of a word in lower case can follow as a clause.
pub fn takes_content(word: &str) -> bool {
    CONTENTS.iter().any(|noun| word.ends_with(noun))
}

/// Forms of the first subjunctive, by which reported speech is recognised without a verb of speech.
pub static REPORTED: Words = LazyLock::new(|| {
    words(
        "sei seien habe werde könne müsse solle dürfe wolle möge wisse gebe gehe komme stehe liege bleibe lasse halte sehe nehme finde \
         führe brauche mache bestehe handle handele trage bedeute treffe spreche zeige werfe biete plane arbeite rechne erwarte \
         unterstütze versuche verfüge entspreche gehöre diene fehle hoffe glaube denke setze stelle bringe ziehe helfe reiche \
         drohe schade verstoße verletze verhindere erhalte bekomme laufe beginne ende betrage koste steige sinke wachse falle lebe \
         sterbe kämpfe suche wünsche begrüße bedauere bedaure erkläre lehne fordere betreffe ergebe entstehe existiere funktioniere \
         zähle warte stimme spiele gelte verliere gewinne übernehme vertrete betreibe enthalte erlaube ermögliche erfülle richte \
         befinde besitze benötige beruhe basiere beträfe fürchte verlange vertraue verdiene verstehe wirke leide schaffe sorge \
         erscheine scheine sage berichte fliege fahre reise kehre nutze beweise belege bewege rufe trete schließe",
    )
});

/// Forms of the second subjunctive, which stand for the first one where that is not distinct.
pub static REPORTED_TOO: Words = LazyLock::new(|| {
    words(
        "hätten würden wären könnten müssten dürften hätte wäre würde käme kämen gäbe gäben ginge gingen stünde stünden läge lägen bräuchten ließe ließen",
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    fn read(word: &str) -> Vec<(&'static str, &'static str, VerbForm)> {
        speech_forms(word).iter().map(|form| (form.colour.code(), form.prefix, form.form)).collect()
    }

    #[test]
    fn verbs_are_conjugated() {
        for word in "sagt sagte sagten gesagt meldete gemeldet äußerten geäußert bezeichnete bezeichnet kritisiert kündigte angekündigt  riefen aufgerufen bestritten hieß rechneten geleugnet anprangerten verneinen lauten"
            .split_ascii_whitespace()
        {
            assert!(!speech_forms(word).is_empty(), "{word}");
        }
        for word in "sagst gewarntet haus gesager beton kündig".split_ascii_whitespace() {
            assert!(speech_forms(word).is_empty(), "{word}");
        }
        assert_eq!(read("wies"), [("neutral", "hin", VerbForm::Finite), ("denies", "zurück", VerbForm::Finite)]);
        assert_eq!(read("vorgeworfen"), [("criticises", "", VerbForm::Participle)]);
        assert_eq!(read("droht"), [("warns", "", VerbForm::Finite), ("warns", "an", VerbForm::Finite)]);
    }

    #[test]
    fn each_verb_is_listed_once() {
        let mut all: Vec<&str> =
            VERBS.iter().flat_map(|(_, list)| list.split_ascii_whitespace()).map(|verb| verb.split(':').next().unwrap_or(verb)).collect();
        all.sort_unstable();
        assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "{all:?}");
        assert!(NOUNS.iter().chain(CONTENTS).all(|noun| noun.chars().all(char::is_lowercase)));
    }
}
