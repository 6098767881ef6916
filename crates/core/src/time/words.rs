//! Words around a date that indicate its meaning.

use crate::german::{Words, words};
use std::sync::LazyLock;

/// Words after which four digits are a year even before a noun.
pub(super) static YEAR_CUES: Words = LazyLock::new(|| {
    words(
        "seit jahr jahre jahres jahren ende anfang mitte beginn januar februar märz april mai juni juli august september oktober \
         november dezember frühjahr frühling sommer herbst winter saison anno",
    )
});

/// Words before a number that is not a year.
pub(super) static COUNTED: Words = LazyLock::new(|| {
    words(
        "rund etwa circa ca knapp gut fast ungefähr mindestens höchstens maximal über unter insgesamt jeweils nr nummer § \
         paragraf paragraph artikel art seite s kapitel absatz agenda vision projekt plan windows office tel telefon fax euro eur \
         chf usd dollar franken mark $ € £ davon darunter weitere weiteren zusätzlich zusätzliche zusätzlichen als zirka plz \
         postfach typ modell peugeot bmw mercedes audi fiat renault airbus boeing ice ic ec resolution drucksache \
         aktenzeichen pin code linie flug raum zimmer stream iso din en version bus je alle mit pro ganze \
         andere konto iban zu",
    )
});

/// Words after a number that is a quantity.
pub(super) static MEASURES: Words = LazyLock::new(|| {
    words(
        "euro dollar franken mark rubel pfund yen cent meter metern kilometer kilometern zentimeter millimeter km m cm mm kg \
         gramm kilo kilogramm tonnen liter hektar quadratmeter quadratkilometer kubikmeter grad prozent watt kilowatt megawatt \
         volt menschen personen leute mann soldaten einwohner einwohnern mitglieder mitglied stück zuschauer zuschauern besucher \
         besuchern teilnehmer teilnehmern stimmen mal tage tagen jahre jahren stunden minuten sekunden wochen monate monaten \
         höhenmeter seiten wörter zeichen exemplare % € $ ° ps kwh mw gb mb hz khz mhz ghz fuß zoll x × uhr millionen milliarden tausend punkte punkten \
         tote toten verletzte flüchtlinge betten plätze",
    )
});

/// Nouns for persons that are given with an age.
pub(super) static PEOPLE: Words = LazyLock::new(|| {
    words(
        "kinder kindern kind jugendliche jugendlichen jungen mädchen schüler schülern erwachsene erwachsenen frauen männer \
         männern menschen personen patienten bürger teilnehmer",
    )
});

/// Words before a number that counts chapters or versions.
pub(super) static NUMBERED: Words = LazyLock::new(|| {
    words(
        "als python linux java version kapitel abschnitt punkt absatz ziffer nr nummer artikel paragraf § windows android ios update tabelle abbildung",
    )
});

/// Words before the numbers of files, laws and issues, which have a year in them.
pub(super) static NUMBERED_YEARS: Words = LazyLock::new(|| {
    words(
        "aktenzeichen az geschäftszeichen drucksache drs richtlinie verordnung beschluss nr nummer heft ausgabe vorgang rechnung bescheid \
         eg eu",
    )
});

/// Auxiliaries that form a past tense with a participle.
pub(super) static PERFECT: Words = LazyLock::new(|| words("hat haben habe hatte hätten hätte ist sind sei seien bin wäre wären"));

/// Finite forms and words that indicate the future.
pub(super) static AHEAD: Words = LazyLock::new(|| {
    words(
        "wird werden werde würde will wollen wolle soll sollen solle plant planen ausgeschlossen möchte möchten kann können könne könnte könnten müsse muss \
         müssen darf dürfte dürften müsste müssten rechnet rechnen hofft hoffen droht drohen steht findet beginnt bleibt bleiben startet reist reisen fliegt fährt kommt kommen geht gehen trifft treffen tritt spielt \
         empfängt folgt endet läuft lädt gibt erwartet voraussichtlich geplant eingeplant vorgesehen angesetzt anberaumt bevorsteht ansteht stattfindet",
    )
});

/// Finite verbs that an infinitive at the end of the clause goes with.
pub(super) static MODALS: Words = LazyLock::new(|| {
    words(
        "wird werden werde würde würden will wollen wolle soll sollen solle sollte sollten kann können könne könnte könnten muss müssen müsse müsste \
         müssten darf dürfen dürfe dürfte dürften möchte möchten",
    )
});

/// What is announced, and the first part of the verb that says so, with `für` before its date.
pub(super) static ANNOUNCED: Words = LazyLock::new(|| {
    words(
        "angekündigt kündigt kündigen kündigte kündigten ankündigt ankündigte ankündigten geplant plant planen plante planten vorgesehen angesetzt anberaumt \
         einberufen terminiert eingeplant angesagt eingeladen lädt laden versprochen verspricht versprach zugesagt aufgerufen ruft riefen rief",
    )
});

/// Those of them that cannot be said of what has happened.
pub(super) static SURELY_AHEAD: Words = LazyLock::new(|| {
    words(
        "wird werden werde würde will wollen wolle soll sollen solle plant planen möchte geplant vorgesehen angesetzt erwartet voraussichtlich",
    )
});

/// Verbs in the present tense of what takes place on one day.
pub(super) static HAPPENS: Words = LazyLock::new(|| {
    words(
        "findet stattfindet trifft treffen beginnt startet endet reist fliegt tagt berät beraten entscheidet eröffnet spielt empfängt besucht \
         stimmt wählt feiert verhandelt debattiert öffnet schließt erscheint",
    )
});

/// Infinitives and present forms that begin like a participle.
pub(super) static GE_VERBS: Words = LazyLock::new(|| {
    words(
        "gehen geben gelten gehört gehören gewinnt gewinnen genießt genießen gelingt gelingen gesteht gestehen gestaltet gestalten \
         gefällt gefallen genügt genügen gewährt gewähren gewöhnt gewöhnen gerät geraten geschieht geschehen gedenkt gedenken \
         gedeiht gedeihen gebührt genehmigt gelangt gelangen",
    )
});

/// Words that end like the past of a weak verb but are not one.
pub(super) static NO_VERB: Words = LazyLock::new(|| {
    words(
        "heute bitte letzte erste zweite dritte vierte fünfte sechste rechte weite mitte seite leute beste nächste späte gute \
         breite kranke hätte hätten könnte könnten möchte möchten müsste müssten dürfte dürften sollte sollten wollten bekannte echte \
         alte kalte harte laute tote tiefste ersten letzten zweiten dritten guten weiten alten kalten harten späten besten \
         meisten breiten roten toten rechten halten erhalten enthalten gestalten verhalten arbeiten leisten kosten starten warten \
         bieten bitten raten leiten bereiten begleiten testen posten richten berichten verzichten vernichten achten beobachten \
         betrachten retten vertreten treten streiten reiten schalten verwalten mieten antworten erwarten bedeuten beantworten",
    )
});
