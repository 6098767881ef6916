//! Offers to subscribers, and invitations to newsletters and the like, which pages put into their articles.

use super::shape;

/// What a page offers beside its articles, and how it asks for it.
const CHANNELS: [&str; 10] =
    ["newsletter", "whatsapp", "telegram", "instagram", "facebook", "podcast", "push-nachricht", "postfach", "messenger", "tiktok"];
const REQUESTS: [&str; 14] = [
    "abonnieren sie",
    "abonniere ",
    "folgen sie",
    "folge uns",
    "melden sie sich",
    "jetzt anmelden",
    "kostenlos anmelden",
    "hier anmelden",
    "erhalten sie",
    "bestellen sie",
    "jetzt abonnieren",
    "hier abonnieren",
    "laden sie",
    "unser newsletter",
];

/// Whether the line invites to a newsletter, a podcast or the like.
pub(super) fn is_promotion(line: &str) -> bool {
    if shape::words(line) > 60 {
        return false;
    }
    let lower = line.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    // Advice to readers may name the same services.
    has(&CHANNELS) && has(&REQUESTS) && has(&["unser", " uns ", "newsletter", "postfach"])
}

/// How an offer to subscribers begins.
const OFFERS: [&str; 29] = [
    "weiterlesen mit",
    "jetzt weiterlesen",
    "lesen sie weiter mit",
    "lesen sie diesen artikel mit",
    "wie wollen sie weiterlesen",
    "sie haben schon ein",
    "sie haben bereits ein",
    "sie sind bereits abonnent",
    "sie sind schon abonnent",
    "schon abonnent",
    "bereits abonnent",
    "bereits registriert",
    "noch kein abo",
    "dieser artikel ist nur für abonnent",
    "dieser artikel ist exklusiv für",
    "dieser inhalt ist nur für abonnent",
    "dieser beitrag ist nur für abonnent",
    "exklusiv für abonnent",
    "nur für abonnent",
    "um diesen artikel weiterzulesen",
    "um weiterzulesen",
    "diesen artikel weiterlesen",
    "sie möchten weiterlesen",
    "sie wollen weiterlesen",
    "möchten sie weiterlesen",
    "zum weiterlesen",
    "diesen artikel können nur",
    "dieser text ist nur für",
    "werden sie abonnent",
];
/// What such an offer asks for.
const ASKS: [&str; 16] = [
    "weiterlesen",
    "testen sie",
    "gratis testen",
    "kostenlos testen",
    "jetzt testen",
    "angebot sichern",
    "jetzt sichern",
    "jetzt abonnieren",
    "hier anmelden",
    "hier einloggen",
    "unbegrenzt lesen",
    "alle artikel",
    "abo abschließen",
    "freischalten",
    "jetzt registrieren",
    "kostenlos registrieren",
];
/// Its conditions. A ticket or a contract has some of them, too, so that they alone are not enough.
const TERMS: [&str; 15] = [
    "jederzeit kündbar",
    "monatlich kündbar",
    "jederzeit kündigen",
    "im ersten monat",
    "pro woche",
    "pro monat",
    "im monat",
    "probemonat",
    "wochen gratis",
    "digital-abo",
    "digitalabo",
    "probeabo",
    "neukunden",
    "abonnent",
    "zugang zu allen",
];

/// Whether the line offers a subscription to those who want to read on.
pub(super) fn is_offer(line: &str) -> bool {
    if shape::words(line) > 60 {
        return false;
    }
    let lower = line.to_lowercase();
    let bare = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let count = |words: &[&str]| words.iter().filter(|word| lower.contains(**word)).count();
    let asks = count(&ASKS);
    OFFERS.iter().any(|start| bare.starts_with(start)) || asks > 0 && asks + count(&TERMS) > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_and_promotions_are_recognised() {
        for line in [
            "Weiterlesen mit Bote+. Monatlich kündbar, im ersten Monat nur einen Euro, danach 9,99 Euro im Monat.",
            "Sie haben schon ein Abo? Hier anmelden",
            "Jetzt weiterlesen für 2,95 Euro pro Woche. Das Angebot ist jederzeit kündbar und gilt nur für Neukunden.",
            "Testen Sie das Digital-Abo vier Wochen lang für nur 0,99 Euro.",
            "Bereits Abonnentin? Zur Anmeldung",
            "Sie möchten weiterlesen? Wählen Sie Ihr Angebot.",
            "Mit dem Abo alle Artikel lesen, jederzeit kündbar",
        ] {
            assert!(is_offer(line), "{line}");
        }
        for line in [
            "Das Abo der Bahn ist jederzeit kündbar, sagte ein Sprecher.",
            "Die Miete stieg auf 900 Euro im Monat.",
            "Wer weiterlesen will, braucht eine Brille.",
            "Das Ticket kostet 49 Euro im Monat und ist monatlich kündbar.",
            "Der Verlag zählt 80.000 Abonnenten, das Digital-Abo kostet zehn Euro pro Monat.",
        ] {
            assert!(!is_offer(line), "{line}");
        }
        for line in [
            "Verpassen Sie nichts: Abonnieren Sie unseren Newsletter!",
            "Folgen Sie uns auch bei WhatsApp und Instagram.",
            "Jeden Montag in Ihrem Postfach. Jetzt kostenlos anmelden",
        ] {
            assert!(is_promotion(line), "{line}");
        }
        assert!(!is_promotion("Melden Sie sich bei WhatsApp ab, wenn Sie das Telefon verkaufen."));
        assert!(!is_promotion("Der Minister verbreitet seine Reden bei Telegram und Facebook."));
    }
}
