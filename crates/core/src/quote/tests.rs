//! Sentences with their quotations and speakers.

use super::{QuoteKind, quotes};
use crate::entity::recognise_in;
use crate::text::Document;

mod speakers;

/// Asserts that `speaker` is (in) the source of everybody's words in quotation marks in `text`, and that there are such.
fn check(text: &str, speaker: &str) {
    let document = Document::new(text);
    let names = recognise_in(&document, None);
    let found = quotes(&document, &names);
    let direct: Vec<_> = found.iter().filter(|quote| quote.kind == QuoteKind::Direct).collect();
    let sources: Vec<_> = direct.iter().map(|quote| quote.speaker.map_or("unclear", |speaker| speaker.span.of(text))).collect();
    assert!(!direct.is_empty() && sources.iter().all(|source| source.contains(speaker)), "{text}: {sources:?}, not {speaker}");
}

/// Asserts the reported speech of a text, with its source.
fn check_reported(text: &str, expected: &[(&str, &str)]) {
    let document = Document::new(text);
    let names = recognise_in(&document, None);
    let found = quotes(&document, &names);
    let shown: Vec<_> = found
        .iter()
        .filter(|quote| quote.kind == QuoteKind::Indirect)
        .map(|quote| (quote.span.of(text), quote.speaker.map_or("unclear", |speaker| speaker.span.of(text))))
        .collect();
    assert_eq!(shown, expected, "{text}");
}

#[test]
fn a_speaker_can_follow() {
    check("„Wir brauchen mehr Zeit“, sagte die Ministerin am Montag in Berlin.", "die Ministerin");
    check("„Wir brauchen mehr Zeit“, sagte am Montag in Berlin die Ministerin.", "die Ministerin");
    check("„Wir brauchen mehr Zeit“, so Ministerin Anna Weber in der Süddeutschen Zeitung.", "Anna Weber");
    check("„Wir brauchen mehr Zeit“, heißt es in einem Bericht des Ministeriums.", "Bericht");
    check("„Wir brauchen mehr Zeit“, heißt es im Bericht.", "Bericht");
    check("„Wir brauchen mehr Zeit“, wird Weber zitiert.", "Weber");
    check("„Wir brauchen mehr Zeit“, zitiert die Zeitung einen Sprecher.", "Sprecher");
    check("„Wir brauchen mehr Zeit“, schrieb er auf Twitter.", "er");
    check("„Wir brauchen mehr Zeit“, erklärte Weber gegenüber der Presse.", "Weber");
    check("„Wir brauchen mehr Zeit“, betonte der Chef der Behörde, Karl Maier.", "Karl Maier");
    check("„Wir brauchen mehr Zeit“, teilte das Unternehmen mit.", "das Unternehmen");
    check("„Wir brauchen mehr Zeit“, kommentierte Weber den Beschluss.", "Weber");
    check("„Wir brauchen mehr Zeit“, freute sich Weber nach dem Spiel.", "Weber");
    check("„Wir brauchen mehr Zeit“, hatte Weber zuvor erklärt.", "Weber");
    check("„Wir brauchen mehr Zeit“, hat Weber erklärt.", "Weber");
    check("„Wir brauchen mehr Zeit“, lautete das Urteil der Richter.", "Urteil");
    check("„Wir brauchen mehr Zeit“, ist Weber überzeugt.", "Weber");
    check("„Wir brauchen mehr Zeit“, wie Weber sagte.", "Weber");
    check("„Wir brauchen mehr Zeit“, wie es in der Mitteilung heißt.", "Mitteilung");
    check("„Wir brauchen mehr Zeit“ – mit diesen Worten begründete Weber den Schritt.", "Weber");
    check("„Wir brauchen“, sagte Weber, „mehr Zeit.“", "Weber");
    check("„Wir brauchen mehr Zeit.“ Das sagte Anna Weber am Montag.", "Anna Weber");
    check("„Wir brauchen mehr Zeit.“ Mit diesen Worten trat Anna Weber zurück.", "Anna Weber");
    check("„Ist das wahr?“, fragte der Richter den Zeugen.", "der Richter");
    check("„Das ist wahr!“ rief eine Frau.", "eine Frau");
    check("„Wir ermitteln“, bestätigte ein Sprecher der Polizei der dpa.", "ein Sprecher");
    check("„Wir ermitteln“, erklärte gestern gegenüber Wikinews der zuständige Staatsanwalt.", "Staatsanwalt");
    check("„Wir ermitteln“, meint dazu Rechtsanwalt Peter Groß.", "Peter Groß");
    check("„Wir ermitteln“, erzählt Peter Groß, der den Fall betreut.", "Peter Groß");
    check("„Wir ermitteln“, sagte der bei dem Einsatz verletzte Beamte.", "Beamte");
    check("„Wir ermitteln“, sagte sie.", "sie");
    check("„Wir ermitteln“, sagt Peter Groß vom Landeskriminalamt.", "Peter Groß");
    check("„Wir ermitteln“, gab Peter Groß zu Protokoll.", "Peter Groß");
    check("„Wir ermitteln“, ließ die Behörde wissen.", "die Behörde");
    check("„Wir ermitteln“, stellte Groß klar.", "Groß");
    check("„Wir ermitteln“, erklärten die Behörden übereinstimmend.", "die Behörden");
    check("„Wir ermitteln“, steht auf der Internetseite der Behörde.", "Internetseite");
    check("„Wir brauchen mehr Zeit“, sagte Anna Weber. „Das geht so nicht.“ „Wir warten.“", "Anna Weber");
    check("„Wir brauchen mehr Zeit“, sagte Anna Weber. Und: „Das geht so nicht.“", "Anna Weber");
    check("„Wir brauchen mehr Zeit“, sagte Anna Weber und fügte hinzu: „Das geht so nicht.“", "Anna Weber");
    check("„Die Tat war grausam“, begründete Richter Karl Maier das Urteil.", "Karl Maier");
}

#[test]
fn a_speaker_can_come_before_a_colon() {
    check("Anna Weber sagte: „Wir brauchen mehr Zeit.“", "Anna Weber");
    check("Anna Weber sagte dazu am Montag: „Wir brauchen mehr Zeit.“", "Anna Weber");
    check("Anna Weber, die Ministerin, sagte: „Wir brauchen mehr Zeit.“", "Anna Weber");
    check("Die Ministerin Anna Weber (SPD) sagte dem Magazin „Der Spiegel“: „Wir brauchen mehr Zeit.“", "Anna Weber");
    check("Dazu sagte Anna Weber: „Wir brauchen mehr Zeit.“", "Anna Weber");
    check("Auf die Frage nach dem Grund antwortete der Sprecher: „Wir brauchen mehr Zeit.“", "der Sprecher");
    check("In einem Interview mit der Zeit sagte Weber: „Wir brauchen mehr Zeit.“", "Weber");
    check("In der Erklärung heißt es: „Wir brauchen mehr Zeit.“", "Erklärung");
    check("In der gemeinsamen Erklärung der Länder heißt es weiter: „Wir brauchen mehr Zeit.“", "Erklärung");
    check("Wörtlich heißt es in dem Papier: „Wir brauchen mehr Zeit.“", "Papier");
    check("Weber wörtlich: „Wir brauchen mehr Zeit.“", "Weber");
    check("Anna Weber: „Wir brauchen mehr Zeit.“", "Anna Weber");
    check("Der Vorsitzende der Partei erklärte nach der Sitzung vor Journalisten: „Wir brauchen mehr Zeit.“", "Der Vorsitzende");
    check("Weber hat in einem Brief an die Mitglieder geschrieben: „Wir brauchen mehr Zeit.“", "Weber");
    check("Weber ließ verlauten: „Wir brauchen mehr Zeit.“", "Weber");
    check("Weber wurde mit den Worten zitiert: „Wir brauchen mehr Zeit.“", "Weber");
    check("Die Zeitung zitierte Weber mit den Worten: „Wir brauchen mehr Zeit.“", "Weber");
    check("Weber kritisierte den Beschluss scharf: „Wir brauchen mehr Zeit.“", "Weber");
    check("Weber zeigte sich enttäuscht: „Wir brauchen mehr Zeit.“", "Weber");
    check("Kritik kam von Anna Weber: „Wir brauchen mehr Zeit.“", "Anna Weber");
    check("Auch die Opposition reagierte: „Wir brauchen mehr Zeit.“", "die Opposition");
    check("Der Sprecher fügte hinzu: „Wir brauchen mehr Zeit.“", "Der Sprecher");
    check("Er kündigte an: „Wir kommen wieder.“", "Er");
    check("Weber, der seit Jahren im Amt ist, sagte: „Wir brauchen mehr Zeit.“", "Weber");
    check("Der Trainer gab sich zuversichtlich: „Wir schaffen das.“", "Der Trainer");
    check("Der Sprecher der Polizei in Köln, Jan Müller, sagte der Nachrichtenagentur dpa: „Wir ermitteln.“", "Jan Müller");
    check("Gegenüber der Presse erklärte die Leiterin des Amtes: „Wir ermitteln.“", "die Leiterin");
    check("Auf der Internetseite der Behörde steht: „Wir ermitteln.“", "Internetseite");
    check("Auf einem Plakat stand: „Wir sind das Volk.“", "Plakat");
    check("Der Verein begründet den Schritt so: „Das Geld reicht nicht.“", "Der Verein");
    check("Der Minister verteidigte den Plan: „Er ist gut für alle.“", "Der Minister");
    check("Sein Kommentar: „Das ist gut für alle.“", "Sein Kommentar");
    check("Die Begründung des Gerichts: „Das ist gut für alle.“", "Gericht");
    check("Das Gericht entschied: „Das ist gut für alle.“", "Das Gericht");
    check("Anna Weber ist empört. Sie sagte: „Das geht so nicht.“", "Sie");
    check("Anna Weber ist empört. Weiter sagte sie: „Das geht so nicht.“", "sie");
    check("Anna Weber und Karl Maier erklärten gemeinsam: „Wir brauchen mehr Zeit.“", "Anna Weber");
    check("Bundeskanzlerin Angela Merkel (CDU) begrüßte die Entscheidung: „Das ist ein gutes Zeichen für Europa.“", "Angela Merkel");
    check("Scharfe Kritik übte Anna Weber: „Das ist ein schlechtes Zeichen.“", "Anna Weber");
    check("Anders sieht das Karl Maier: „Das ist ein gutes Zeichen.“", "Karl Maier");
    check("Karl Maier sieht das anders: „Das ist ein gutes Zeichen.“", "Karl Maier");
    check("Zuvor hatte Karl Maier im Fernsehen gesagt: „Das ist ein gutes Zeichen.“", "Karl Maier");
    check("Karl Maier, Sprecher der Gruppe, meinte: „Das ist ein gutes Zeichen.“", "Karl Maier");
    check("Darauf angesprochen, sagte Maier: „Das ist ein gutes Zeichen.“", "Maier");
    check("Gefragt nach den Gründen, sagte Maier: „Das ist ein gutes Zeichen.“", "Maier");
    check("Vor der Abstimmung warb der Kanzler um Zustimmung: „Das ist ein gutes Zeichen.“", "der Kanzler");
    check("Die „Bild“-Zeitung schrieb: „Das ist ein gutes Zeichen für alle.“", "„Bild“-Zeitung");
    check("Ein Augenzeuge berichtete der Agentur AFP: „Ich habe alles gesehen.“", "Ein Augenzeuge");
    check("Eine Sprecherin des Konzerns bestätigte gegenüber der Zeitung: „Wir prüfen das.“", "Eine Sprecherin");
    check("Aus dem Ministerium hieß es: „Wir haben nichts zu verbergen.“", "Ministerium");
    check("Die Richterin begründete das Urteil mit den Worten: „Die Tat war grausam.“", "Die Richterin");
    check("Zur Begründung sagte der Richter: „Die Tat war grausam.“", "der Richter");
}

#[test]
fn a_speaker_can_be_around_the_words() {
    check("Weber sprach von einem „schwarzen Tag“ für das Land.", "Weber");
    check("Weber nannte den Plan „völlig verfehlt“.", "Weber");
    check("Den Plan nannte Weber „völlig verfehlt“.", "Weber");
    check("Als „völlig verfehlt“ bezeichnete Weber den Plan.", "Weber");
    check("Weber bezeichnete den Plan als „völlig verfehlt“.", "Weber");
    check("Der Plan wurde von Weber als „völlig verfehlt“ bezeichnet.", "Weber");
    check("Der Plan sei „völlig verfehlt“, sagte Weber.", "Weber");
    check("Der Plan sei, so Weber, „völlig verfehlt“.", "Weber");
    check("Weber sagte, der Plan sei „völlig verfehlt“.", "Weber");
    check("Weber sagte, dass der Plan „völlig verfehlt“ sei.", "Weber");
    check("Nach Angaben von Weber ist der Plan „völlig verfehlt“.", "Weber");
    check("Laut Weber ist der Plan „völlig verfehlt“.", "Weber");
    check("Der Plan ist nach Ansicht der Ministerin „völlig verfehlt“.", "Ministerin");
    check("Weber zufolge ist der Plan „völlig verfehlt“.", "Weber");
    check("Für Anna Weber ist der Plan „völlig verfehlt“.", "Anna Weber");
    check("Weber forderte eine „schnelle Lösung“.", "Weber");
    check("Weber warf der Regierung vor, „völlig verfehlt“ zu handeln.", "Weber");
    check("Weber rief dazu auf, „Ruhe zu bewahren“.", "Weber");
    check("Weber warnte vor „unabsehbaren Folgen“.", "Weber");
    check("Es gehe um „die Würde der Menschen“, erklärte der Bischof.", "der Bischof");
    check("Wie Weber weiter sagte, sei der Plan „völlig verfehlt“.", "Weber");
    check("Wie die Ministerin, Anna Weber, mitteilte, ist der Plan „völlig verfehlt“.", "Anna Weber");
    check("Weber lobte das „große Engagement“ der Helfer.", "Weber");
    check("Die Polizei sprach von „bürgerkriegsähnlichen Zuständen“.", "Die Polizei");
    check("Beide Seiten zeigten sich „tief besorgt“.", "Beide Seiten");
    check("Die Demonstranten riefen „Wir sind das Volk“.", "Die Demonstranten");
    check("Die Demonstranten skandierten „Wir sind das Volk!“.", "Die Demonstranten");
    check("Der Minister verteidigte den Plan. „Er ist gut“, sagte er.", "er");
    check("Weber sieht darin einen „Angriff auf die Freiheit“.", "Weber");
    check("Weber hält den Plan für „völlig verfehlt“.", "Weber");
    check("Nach den Worten von Weber ist das „völlig verfehlt“.", "Weber");
    check("Damit, so der Sprecher, sei „alles gesagt“.", "der Sprecher");
    check("Anna Weber stellte den Plan vor. „Wir brauchen mehr Zeit.“", "Anna Weber");
    check("Anna Weber kritisierte den Plan. „Wir brauchen mehr Zeit“, so die Ministerin. „Das geht so nicht.“", "inisterin");
    check("Der Präsident sei „völlig verrückt“, sagte Weber. Er habe „keine Ahnung“.", "Weber");
}

#[test]
fn a_speaker_can_be_around_a_few_words() {
    check("Weber sagte, man werde „alles tun“. Außerdem sei der Plan „gut durchdacht“.", "Weber");
    check("Die Partei hat den Plan kritisiert. Er sei „völlig verfehlt“.", "Die Partei");
    check("Die Polizei teilte mit, der Täter sei „äußerst brutal“ vorgegangen. Man habe „alles getan“.", "Die Polizei");
    check("Das Ministerium wies die Vorwürfe zurück. „Wir haben alles getan“, sagte ein Sprecher.", "ein Sprecher");
    check("Weber wies die Vorwürfe als „frei erfunden“ zurück.", "Weber");
    check("Der Verband wirft der Regierung „Untätigkeit und Versagen“ vor.", "Der Verband");
    check("Weber erinnerte an die „dunkle Zeit“ der Diktatur.", "Weber");
    check("Mit den Worten „Es reicht jetzt“ verließ Weber den Saal.", "Weber");
    check("Weber verließ mit den Worten „Es reicht jetzt“ den Saal.", "Weber");
    check("Dem Bericht zufolge war die Lage „sehr ernst“.", "Bericht");
    check("Dem Sprecher zufolge war die Lage „sehr ernst“.", "Sprecher");
    check("Wie aus dem Bericht hervorgeht, war die Lage „sehr ernst“.", "Bericht");
    check("Aus dem Bericht geht hervor, dass die Lage „sehr ernst“ war.", "Bericht");
    check("Die Lage war laut einer Mitteilung der Polizei „sehr ernst“.", "Polizei");
    check("Weber, die das Amt seit 2010 leitet, bezeichnete die Lage als „sehr ernst“.", "Weber");
    check("Der Sprecher der Behörde, der nicht genannt werden wollte, nannte die Lage „sehr ernst“.", "Der Sprecher");
    check("Nach Einschätzung des Experten Karl Maier ist das „ein gutes Zeichen“.", "Karl Maier");
    check("Karl Maier, der Sprecher der Gruppe, meinte, das sei „ein gutes Zeichen“.", "Karl Maier");
    check("Der EU-Kommissar für Handel, Karl Maier, sprach von einem „guten Zeichen“.", "Karl Maier");
    check("Auf seiner Website schrieb Maier, er werde „nicht weichen“.", "Maier");
    check("Die Zeitung schrieb, Maier habe „keine Chance“.", "Die Zeitung");
    check("Wie die Zeitung „Le Monde“ berichtet, sei die Lage „sehr ernst“.", "Le Monde");
    check("Dass die Lage „sehr ernst“ ist, bestätigte auch Maier.", "Maier");
    check("Maier gab zu, dass er „Fehler gemacht“ habe.", "Maier");
    check("Der Angeklagte gestand, „aus Wut gehandelt“ zu haben.", "Der Angeklagte");
    check("Von einem „guten Zeichen“ sprach der Vorsitzende des Verbandes.", "der Vorsitzende");
    check("Einen „Skandal“ nannte Maier die Entscheidung.", "Maier");
    check("Amnesty International verurteilte die „willkürlichen Festnahmen“.", "Amnesty International");
    check("Premierminister Boris Maier hatte am Vortag im Parlament gesagt, es handle sich um eine „schwere Krise“.", "Boris Maier");
    check("Zum Abschluss des Treffens sprachen die Teilnehmer von „konstruktiven Gesprächen“.", "die Teilnehmer");
    check("Seiner Meinung nach ist das „ein Skandal ersten Ranges“, sagte Maier.", "Maier");
    check("Auch wenn es „schwierig“ werde, wolle man weitermachen, so Maier.", "Maier");
    check("Man habe, sagte Maier weiter, „nichts zu verbergen“.", "Maier");
    check("Man habe „nichts zu verbergen“, hieß es aus dem Ministerium.", "Ministerium");
    check("Aus Regierungskreisen verlautete, man habe „nichts zu verbergen“.", "Regierungskreisen");
    check("In ihrem Urteil schrieben die Richter, die Tat sei „besonders grausam“ gewesen.", "die Richter");
}

#[test]
fn speakers_are_found_in_longer_sentences() {
    check("Die Ministerin trat am Montag vor die Presse. Dort sagte sie, man habe „alles versucht“.", "sie");
    check("Der Bürgermeister äußerte sich entsetzt. Es handle sich um eine „schreckliche Tat“.", "Der Bürgermeister");
    check("Der Bürgermeister zeigte sich entsetzt über die Tat und sprach von einem „schwarzen Tag“.", "Der Bürgermeister");
    check("Der Konzern begründete den Schritt mit der „schwierigen Lage“ am Markt.", "Der Konzern");
    check("Der Konzern hatte den Schritt mit der „schwierigen Lage“ begründet.", "Der Konzern");
    check("Der frühere Minister hat die Pläne der Regierung als „unsozial“ kritisiert.", "Der frühere Minister");
    check("Die Pläne seien „unsozial“, hatte der frühere Minister kritisiert.", "der frühere Minister");
    check("In der Sendung bezeichnete der frühere Minister die Pläne als „unsozial“.", "der frühere Minister");
    check("Am Montag hatte der Verband die Pläne als „unsozial“ bezeichnet.", "der Verband");
    check("Der Verband, der 3000 Mitglieder hat, bezeichnete die Pläne als „unsozial“.", "Der Verband");
    check("Von „unsozialen Plänen“ spricht der Verband.", "der Verband");
    check("Der Verband spricht in einer Erklärung von „unsozialen Plänen“.", "Der Verband");
    check("Laut dem Verband sind die Pläne „unsozial“.", "dem Verband");
    check("Nach Ansicht des Verbandes seien die Pläne „unsozial“.", "Verbandes");
    check("Das Unternehmen teilte mit, dass es die Entscheidung „sehr bedauert“.", "Das Unternehmen");
    check("Das Unternehmen bedauerte den Vorfall „zutiefst und aufrichtig“.", "Das Unternehmen");
    check("„Unsozial“ nannte der Verband die Pläne.", "der Verband");
    check("„Das sind unsoziale Pläne“, kritisierte der Vorsitzende des Verbandes, Karl Maier, am Dienstag.", "Karl Maier");
    check("„Das sind unsoziale Pläne“, so der Vorsitzende Karl Maier weiter.", "Karl Maier");
    check("„Das sind unsoziale Pläne“, sagte Maier weiter.", "Maier");
    check("„Das sind unsoziale Pläne“, sagte Maier und verwies auf andere Länder.", "Maier");
    check("„Das sind unsoziale Pläne“, sagte Maier, der selbst Lehrer war.", "Maier");
    check("„Das sind unsoziale Pläne, die wir ablehnen“, sagte der Sprecher der Partei im Landtag.", "der Sprecher");
    check("„Das“, so Maier, „sind unsoziale Pläne.“", "Maier");
    check("„Das sind unsoziale Pläne“, sagte der aus Köln stammende Politiker.", "Politiker");
    check("„Das sind unsoziale Pläne“, sagte der 45 Jahre alte Karl Maier.", "Karl Maier");
    check("„Das sind unsoziale Pläne“, sagten beide.", "beide");
    check("„Das sind unsoziale Pläne“, lautet der Vorwurf.", "Vorwurf");
    check("„Das sind unsoziale Pläne“, hieß es aus der Partei.", "Partei");
}

#[test]
fn speakers_are_found_with_other_verbs() {
    check("„Das sind unsoziale Pläne“, hieß es in einer Mitteilung des Verbandes.", "Mitteilung");
    check("„Das sind unsoziale Pläne“, schimpfte Maier.", "Maier");
    check("„Das sind unsoziale Pläne“, ärgerte sich ein Anwohner.", "ein Anwohner");
    check("„Das sind unsoziale Pläne“, schreiben die Autoren der Studie.", "die Autoren");
    check("„Das sind unsoziale Pläne“, urteilten die Richter.", "die Richter");
    check("„Das sind unsoziale Pläne“, zeigte sich Maier überzeugt.", "Maier");
    check("„Das sind unsoziale Pläne“, findet Maier.", "Maier");
    check("„Das sind unsoziale Pläne“, wird Maier von der Zeitung zitiert.", "Maier");
    check("„Das sind unsoziale Pläne“, wurde der Minister in den Medien zitiert.", "der Minister");
    check("„Das sind unsoziale Pläne“, soll Maier gesagt haben.", "Maier");
    check("Maier soll gesagt haben: „Das sind unsoziale Pläne.“", "Maier");
    check("Maier habe gesagt: „Das sind unsoziale Pläne.“", "Maier");
    check("Maier in der Zeitung: „Das sind unsoziale Pläne.“", "Maier");
    check("Dazu Maier: „Das sind unsoziale Pläne.“", "Maier");
    check("Dazu der Sprecher des Verbandes: „Das sind unsoziale Pläne.“", "der Sprecher");
    check("So Maier: „Das sind unsoziale Pläne.“", "Maier");
    check("Der Verband in einer Mitteilung: „Das sind unsoziale Pläne.“", "Der Verband");
    check("Maier erklärt das so: „Das sind unsoziale Pläne.“", "Maier");
    check("Maier weiß: „Das sind unsoziale Pläne.“", "Maier");
    check("Maier macht deutlich: „Das sind unsoziale Pläne.“", "Maier");
    check("Maier findet klare Worte: „Das sind unsoziale Pläne.“", "Maier");
    check("Auch Karl Maier vom Verband ist skeptisch: „Das sind unsoziale Pläne.“", "Karl Maier");
    check("Skeptisch ist auch Karl Maier vom Verband: „Das sind unsoziale Pläne.“", "Karl Maier");
    check("Bei Karl Maier klang das anders: „Das sind unsoziale Pläne.“", "Karl Maier");
    check("Wie Karl Maier erklärte: „Das sind unsoziale Pläne.“", "Karl Maier");
    check("Zur Kritik daran meinte Karl Maier am Abend im Fernsehen: „Das sind unsoziale Pläne.“", "Karl Maier");
    check("Der Sprecher erklärte, er wolle nichts sagen. „Kein Kommentar“, so seine Antwort.", "seine Antwort");
    check("Der Sprecher lehnte eine Stellungnahme ab: „Kein Kommentar zu laufenden Verfahren.“", "Der Sprecher");
    check("In dem Schreiben, das der Zeitung vorliegt, heißt es: „Das sind unsoziale Pläne.“", "Schreiben");
}

#[test]
fn any_verb_can_follow_the_words() {
    check("„Das ist ein alter Streit“, analysiert der Forscher Karl Maier.", "Karl Maier");
    check("„Das ist ein alter Streit“, seufzt Maier.", "Maier");
    check("„Das ist ein alter Streit“, poltert die Opposition.", "die Opposition");
    check("„Das ist ein alter Streit“, wundert sich Karl Maier.", "Karl Maier");
}

#[test]
fn reported_speech_has_its_source() {
    check_reported("Weber sagte, dass der Plan gut sei.", &[("dass der Plan gut sei", "Weber")]);
    check_reported("Weber sagte, der Plan sei gut.", &[("der Plan sei gut", "Weber")]);
    check_reported("Der Plan sei gut, sagte Weber.", &[("Der Plan sei gut", "Weber")]);
    check_reported("Der Plan sei gut, so Weber.", &[("Der Plan sei gut", "Weber")]);
    check_reported("Laut Weber ist der Plan gut.", &[("ist der Plan gut", "Weber")]);
    check_reported("Nach Angaben der Polizei starben drei Menschen.", &[("starben drei Menschen", "Angaben der Polizei")]);
    check_reported("Dem Bericht zufolge starben drei Menschen.", &[("starben drei Menschen", "Dem Bericht")]);
    check_reported("Wie die Polizei mitteilte, starben drei Menschen.", &[("starben drei Menschen", "die Polizei")]);
    check_reported("Weber forderte die Regierung auf, den Plan zu ändern.", &[("den Plan zu ändern", "Weber")]);
    check_reported("Weber bestritt, davon gewusst zu haben.", &[("davon gewusst zu haben", "Weber")]);
}

#[test]
fn a_summary_needs_somebody_who_speaks() {
    let summaries = |text: &str| {
        let document = Document::new(text);
        let found = quotes(&document, &recognise_in(&document, None));
        found.iter().filter(|quote| quote.kind == QuoteKind::Reported).count()
    };
    assert_eq!(summaries("Die Opposition forderte ein Ende der Maßnahmen."), 1);
    assert_eq!(summaries("Der Verband kritisierte die Pläne der Regierung."), 1);
    assert_eq!(summaries("Die Regierung wies die Vorwürfe zurück."), 1);
    assert_eq!(summaries("Das Erdbeben forderte mehr als 30 Todesopfer."), 0);
    assert_eq!(summaries("Die Vorwürfe wurden zurückgewiesen."), 0);
    assert_eq!(summaries("Es ist nicht leicht, etwas anzubieten."), 0);
}

#[test]
fn the_subjunctive_goes_on() {
    let text = "Weber sagte, der Plan sei gut. Man habe lange beraten. Nun werde gehandelt. Das Wetter war schön.";
    check_reported(text, &[("der Plan sei gut", "Weber"), ("Man habe lange beraten. Nun werde gehandelt.", "Weber")]);
    check_reported("Es sei denn, es regnet. Komme, was wolle.", &[]);
    check_reported("Er kommt, sei es früh oder spät.", &[("Er kommt, sei es früh oder spät.", "unclear")]);
}

#[test]
fn a_pronoun_is_its_person() {
    let text = "Der Kanzler Olaf Scholz reiste nach Moskau. „Wir reden“, sagte er.";
    let document = Document::new(text);
    let names = recognise_in(&document, None);
    let speaker = quotes(&document, &names)[0].speaker.expect("somebody speaks");
    assert_eq!(speaker.span.of(text), "er");
    assert_eq!(speaker.mention.map(|name| names[name as usize].canonical.as_str()), Some("Olaf Scholz"));
}

#[test]
fn titles_and_terms_are_not_quoted() {
    for text in [
        "Der Film „Die Vögel“ läuft heute.",
        "Das Magazin „Der Spiegel“ berichtete darüber.",
        "Die sogenannten „Wutbürger“ kamen.",
        "Ein Flugzeug vom Typ „Fokker 100“ landete.",
        "Die Sonde „Cassini“ flog vorbei.",
        "Laut „Reuters“ starben drei Menschen.",
    ] {
        let document = Document::new(text);
        let found = quotes(&document, &recognise_in(&document, None));
        assert!(found.iter().any(|quote| quote.kind == QuoteKind::Scare), "{text}");
        assert!(found.iter().all(|quote| quote.kind != QuoteKind::Direct), "{text}");
    }
}

#[test]
fn verbs_have_their_colour() {
    for (text, colour) in [
        ("Weber behauptete, der Plan sei gut.", "claims"),
        ("Weber warnte, der Plan sei schlecht.", "warns"),
        ("Weber bestritt, dass der Plan gut sei.", "denies"),
        ("Weber kündigte an, dass der Plan komme.", "announces"),
        ("Weber räumte ein, dass der Plan schlecht sei.", "admits"),
    ] {
        let document = Document::new(text);
        let found = quotes(&document, &recognise_in(&document, None));
        assert_eq!(found[0].verb.map(|verb| verb.colour.code()), Some(colour), "{text}");
    }
}

/// Texts that are no German.
const ODD: [&str; 12] =
    ["", " ", "„", "“", "\"", "„“", ", so", ": „", "„a“ „b“, sagte", "(((„a“)))", "so so so , so", "laut nach zufolge \u{308}"];

#[test]
fn any_text_gives_valid_quotations() {
    let long = "„Ja“, sagte er, dass ".repeat(50);
    for text in ODD.iter().copied().chain([ODD.join(" ").as_str(), ODD.join("").as_str(), ODD.join("\n").as_str(), &long]) {
        let document = Document::new(text);
        for quote in quotes(&document, &recognise_in(&document, None)) {
            assert!(!quote.span.of(text).is_empty(), "{text:?}");
            assert!(quote.speaker.is_none_or(|speaker| !speaker.span.of(text).is_empty() && !speaker.full.of(text).is_empty()), "{text:?}");
        }
    }
}
