//! Who is the subject, which source counts, and what is no quotation.

use super::*;

#[test]
fn a_name_can_begin_with_a_particle_and_a_phrase_with_a_pronoun() {
    check("Ursula von der Leyen kam. Von der Leyen sagte: „Das ist ein alter Streit.“", "Von der Leyen");
    check("Einer der zwölf Helfer sagte: „Das ist ein alter Streit.“", "Einer der zwölf Helfer");
    check("„Das ist ein alter Streit“, meinte eine von ihnen.", "eine von ihnen");
    check("Enttäuscht zeigte sich der Sprecher der Gruppe: „Das ist ein alter Streit.“", "der Sprecher");
    check("Wenige Stunden nach der Wahl erklärte der neue Rat, die Lage sei „unter Kontrolle“.", "der neue Rat");
    check("Kritiker nannten die Pläne der Stadt „völlig unsozial“.", "Kritiker");
}

#[test]
fn a_subject_agrees_with_its_verb() {
    check("Die Äußerungen von gestern bezeichnete der Verband als „völlig verfehlt“.", "der Verband");
    check("Die jungen Helfer, die geblieben waren, beschrieb die Agentur als „müde und traurig“.", "die Agentur");
    check("Die jungen Helfer, die geblieben waren, beschrieben die Lage als „müde und traurig“.", "Die jungen Helfer");
    check("Der Sprecher wies das zurück, die Vorsitzende des Rates, Anna Weber, erklärte: „Das ist ein alter Streit.“", "Anna Weber");
}

#[test]
fn a_subject_is_shared_past_what_was_said() {
    check("Er sagte, Europa brauche das Land, und fügte hinzu: „Das ist ein alter Streit.“", "Er");
    check("Er sagte, Europa brauche das Land und fügte hinzu: „Das ist ein alter Streit.“", "Er");
    check("Anna Weber wandte sich gegen die Behauptung, der Plan werde scheitern: „Das ist ein alter Streit.“", "Anna Weber");
    check("Anna Weber hat wenig Lust, das öffentlich zu zeigen: „Das ist ein alter Streit.“", "Anna Weber");
    check("Den Unmut der Partei brachte Anna Weber, ihre Sprecherin, zum Ausdruck: „Das ist ein alter Streit.“", "Anna Weber");
    check("Der Verband fragt auf seiner Seite, warum das so entschieden worden ist: „Das ist ein alter Streit.“", "Der Verband");
    check("Wie Anna Weber, die als Beobachterin dabei war, dazu feststellt, verlangt das „viel Geduld von allen“.", "Anna Weber");
    check("Mit den Worten „Das ist ein alter Streit“, verließ Anna Weber den Saal.", "Anna Weber");
}

#[test]
fn the_nearest_source_counts() {
    check("Weber lobte, dass der Plan laut dem Amt „ganz neue Wege“ geht.", "dem Amt");
    check(
        "Nach Angaben der Stadt geht es um Taten, die nach Ansicht des Gerichts „keinen Anlass zur Sorge“ geben.",
        "Ansicht des Gerichts",
    );
    check("Weber bezweifelte den Nutzen. Die Prüfung oder, wie Maier sich ausdrückte, „das große Theater“ helfe nicht.", "Maier");
    check("In einem Schreiben der Firma war von einem „offenen Dialog mit allen“ die Rede.", "einem Schreiben der Firma");
    check("Für Anna Weber sei der Rücktritt „aus vielen Gründen verständlich“.", "Anna Weber");
}

#[test]
fn the_sentence_before_names_who_goes_on() {
    check("Anna Weber will am Kurs festhalten. „Wir wollen ein Haus, auf das man sich verlassen kann.“", "Anna Weber");
    let weber = "Maier sagte, das sei gut. Das Wetter war schön. Anna Weber nahm zu der Frage Stellung. ";
    check(&format!("{weber}Jeder Lehrer könne „das Konto jetzt einlösen“."), "Anna Weber");
    check("Weber sagte, das sei schlecht. Bisher habe die Stadt eine „zentrale Kartei“ ausgeschlossen.", "Weber");
    check_reported(
        "Auf den schwachen Handel verweisen Analysten. Das Niveau sei jedoch zu hoch.",
        &[("Das Niveau sei jedoch zu hoch.", "Analysten")],
    );
    check_reported("Er sprach mit einem Jungen, der angab, nichts zu wissen.", &[("nichts zu wissen", "einem Jungen")]);
}

#[test]
fn passages_with_others_in_them_and_slogans() {
    check("„Wir haben „große Pläne“ für die Stadt. Das ist gut“, sagte Anna Weber.", "Anna Weber");
    check("Einige Anhänger trugen Plakate mit der Aufschrift „Nieder mit dem Plan“.", "Einige Anhänger");
    check("Weber teilte auch mit, Maier „steht bereit“, alles zu ändern.", "Weber");
    check("Fachleute sprachen in diesem Zusammenhang von „Panikverkäufen“.", "Fachleute");
}

#[test]
fn names_and_what_somebody_is_called_are_not_quoted() {
    for text in [
        "Die Firma stellte das „iPhone“ vor.",
        "Die Gruppe nennt sich „gelbe Westen“.",
        "Die Anhänger, so werden sie genannt, trafen sich im „Grand Hotel“.",
        "Weber sagte, der „Hohe Rat zur Rettung des alten Landes“ tage heute.",
        "Weber sagte, die „House of Cards“ laufe heute.",
        "Sie demonstrierten unter dem Motto „Wir wollen alle mehr Zeit haben!“ in Köln.",
        "Die Zahl der Toten beim Einsatz „Cast Lead“ („gegossenes Blei“) stieg.",
        "Der Zug fuhr „nur“ bis Köln.",
    ] {
        let document = Document::new(text);
        let found = quotes(&document, &recognise_in(&document, None));
        assert!(found.iter().all(|quote| quote.kind != QuoteKind::Direct), "{text}");
    }
}
