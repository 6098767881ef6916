//! Sentences that are no part of an article but offer the reader an app, a newsletter or a channel: the names in them do not count.

use crate::text::{Document, Span, TokenKind};

/// The sentences of `document` that offer something to the reader, in text order.
///
/// Such a sentence asks the reader to do something (`Laden Sie`, `Folge uns`, `Jetzt herunterladen`) with one of the publisher's means
/// (`App`, `Newsletter`, `Instagram`).
pub(super) fn find(document: &Document) -> Vec<Span> {
    let words = document.tokens();
    let offers = |number: usize| {
        let sentence = &words[document.sentence(number)];
        let asks = sentence.windows(2).any(|pair| {
            let (verb, whom) = (pair[0].text, pair[1].text);
            // "Wenn Sie mehr wollen, empfehlen wir Ihnen unsere App"
            verb == "wir" && matches!(whom, "Ihnen" | "dir" | "euch")
                || ASKS.contains(&verb)
                    && matches!(whom, "Sie" | "uns" | "dir" | "dich" | "jetzt" | "hier" | "unsere" | "unseren" | "die" | "den")
        });
        let urges = sentence.first().is_some_and(|word| matches!(word.text, "Jetzt" | "Hier" | "Kostenlos" | "Gratis"))
            && sentence
                .iter()
                .any(|word| matches!(word.text, "herunterladen" | "abonnieren" | "anmelden" | "laden" | "installieren" | "folgen"));
        let means = |text: &str| MEANS.contains(&text) || text.rsplit_once('-').is_some_and(|(_, tail)| MEANS.contains(&tail));
        (asks || urges) && sentence.iter().any(|word| word.kind == TokenKind::Word && means(word.text))
    };
    document.sentences().enumerate().filter(|(number, _)| offers(*number)).map(|(_, span)| span).collect()
}

/// Verbs that ask the reader to do something, at the beginning of their clause.
const ASKS: [&str; 24] = [
    "Laden",
    "Lade",
    "Lad",
    "Folgen",
    "Folge",
    "Folgt",
    "Abonnieren",
    "Abonniere",
    "Abonniert",
    "Melden",
    "Melde",
    "Installieren",
    "Installiere",
    "Holen",
    "Hol",
    "Besuchen",
    "Besuche",
    "Testen",
    "Teste",
    "Bestellen",
    "Bestelle",
    "Hören",
    "Empfehlen",
    "Teilen",
];

/// What publishers offer.
const MEANS: [&str; 24] = [
    "App",
    "Apps",
    "Newsletter",
    "Newsletters",
    "Podcast",
    "Podcasts",
    "Instagram",
    "Facebook",
    "Twitter",
    "WhatsApp",
    "Telegram",
    "TikTok",
    "YouTube",
    "Youtube",
    "Spotify",
    "Store",
    "Play",
    "Kanal",
    "Push-Nachrichten",
    "Abo",
    "Abonnement",
    "E-Paper",
    "Probeabo",
    "Messenger",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_are_found_and_reports_are_not() {
        let offers = [
            "Laden Sie unsere App im App Store oder bei Google Play.",
            "Folgen Sie uns auf Instagram und Twitter!",
            "Abonnieren Sie hier den Berlin-Newsletter.",
            "Jetzt die Spiegel-App für iPhone und Android herunterladen.",
            "Folge uns auf Facebook.",
        ];
        for text in offers {
            assert_eq!(find(&Document::new(text)).len(), 1, "{text}");
        }
        let reports = [
            "Apple ließ die App nicht in den App Store.",
            "Folgen Sie dem Rat von Christian Drosten.",
            "Die Folgen der Pandemie zeigt Facebook.",
            "Merkel wirbt in einem Podcast um Vertrauen.",
            "Laden in Berlin öffnen wieder, auch der Store von Apple.",
        ];
        for text in reports {
            assert!(find(&Document::new(text)).is_empty(), "{text}");
        }
    }
}
