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
    CHANNELS.iter().any(|channel| lower.contains(channel)) && REQUESTS.iter().any(|request| lower.contains(request))
}

/// How an offer to subscribers begins.
const OFFERS: [&str; 22] = [
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
];
/// Words of such offers; two of them are enough.
const TERMS: [&str; 22] = [
    "weiterlesen",
    "jederzeit kündbar",
    "monatlich kündbar",
    "im ersten monat",
    "pro woche",
    "pro monat",
    "im monat",
    "probemonat",
    "testen sie",
    "gratis testen",
    "kostenlos testen",
    "jetzt testen",
    "angebot sichern",
    "jetzt sichern",
    "digital-abo",
    "probeabo",
    "jetzt abonnieren",
    "neukunden",
    "hier anmelden",
    "hier einloggen",
    "unbegrenzt lesen",
    "alle artikel lesen",
];

/// Whether the line offers a subscription to those who want to read on.
pub(super) fn is_offer(line: &str) -> bool {
    if shape::words(line) > 60 {
        return false;
    }
    let lower = line.to_lowercase();
    let bare = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    OFFERS.iter().any(|start| bare.starts_with(start)) || TERMS.iter().filter(|term| lower.contains(**term)).count() >= 2
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
        ] {
            assert!(is_offer(line), "{line}");
        }
        for line in [
            "Das Abo der Bahn ist jederzeit kündbar, sagte ein Sprecher.",
            "Die Miete stieg auf 900 Euro im Monat.",
            "Wer weiterlesen will, braucht eine Brille.",
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
        assert!(!is_promotion("Der Minister verbreitet seine Reden bei Telegram und Facebook."));
    }
}
