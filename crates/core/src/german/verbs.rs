//! Forms and parts of verbs.

use super::list::{Table, Words, used};
use std::sync::LazyLock;

/// For the finite verb of a clause.
const CLAUSES: u8 = 1;
/// For the tense around a date.
const TENSES: u8 = 2;

/// Separable prefixes: separate from their verb at the end of a main clause, and before `ge` or `zu`.
const PREFIXES: &Table = &[
    (
        CLAUSES | TENSES,
        "ab an auf aus bei durch ein fest fort frei her hin los mit nach nieder statt teil um unter vor weg weiter zu zurück zusammen \
       bekannt entgegen heim kennen hoch wieder hervor hinzu heraus herein still",
    ),
    (CLAUSES, "vorüber voraus bevor nahe runter rein raus davon fertig stehen vorbei vorweg"),
    (TENSES, "dar gegenüber herab heran herunter hinab hinaus hinein klar preis bereit"),
];

/// Past tenses of strong verbs; for the tense also participles without an auxiliary.
const PAST: &Table = &[
    (
        CLAUSES | TENSES,
        "war waren hatte hatten wurde wurden kam kamen ging gingen gab gaben fand fanden traf trafen starb starben begann begannen stieg \
       stiegen fiel fielen schrieb schrieben sprach sprachen nahm nahmen hielt hielten ließ ließen lag lagen stand standen zog zogen \
       bekam bekamen gewann gewannen verlor verloren rief riefen schlug schlugen blieb blieben fuhr fuhren flog flogen lief liefen sah \
       sahen trat traten trug trugen warf warfen wies wiesen schloss schlossen bot boten brach brachen bat baten half halfen riet \
       rieten schien schienen verließ unterlag entschied beschloss erschien erschienen erhielt erhielten empfing empfingen griff \
       griffen hieß hießen verschwand sank sanken sprang schwor stritt wuchs brachte brachten dachte kannte nannte nannten wusste \
       konnte konnten musste mussten durfte wollte wollten sollte unterschrieb vergab überfiel verlieh lud geschah schuf stieß stießen \
       floh flohen saß saßen gelang zwang schob fing fingen hing drang trank schnitt band hob hoben las",
    ),
    (
        CLAUSES,
        "verließen bestritt bestritten wuchsen wussten durften luden lasen aß wog erhob gebar tat taten begab verbot verboten schoss \
       schossen goss bewies wich wichen litt litten hinterließ",
    ),
    (
        TENSES,
        "geschahen barg klang kroch bog lieh mied rang banden entschieden beschlossen bewarb warb sollten worden gewesen geworden \
       gekommen gegangen gestorben gefallen gestiegen",
    ),
];

/// Separable prefixes, for the rules on clauses.
pub static SEPARABLE: Words = LazyLock::new(|| used(PREFIXES, CLAUSES));

/// Prefixes before `ge` or `zu`, for the rules on tenses, in the order of the table.
pub static SEPARABLE_OF_PARTICIPLES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| PREFIXES.iter().filter(|(uses, _)| uses & TENSES != 0).flat_map(|(_, list)| list.split_ascii_whitespace()).collect());

/// Past tenses except of weak verbs, for the verb of a clause.
pub static STRONG_PAST: Words = LazyLock::new(|| used(PAST, CLAUSES));

/// The same, with participles, for the tense around a date.
pub static PAST_OF_DATES: Words = LazyLock::new(|| used(PAST, TENSES));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_listed_once() {
        assert!(super::super::list::is_listed_once(PREFIXES) && super::super::list::is_listed_once(PAST));
        assert!(STRONG_PAST.contains("kam") && PAST_OF_DATES.contains("kam") && !STRONG_PAST.contains("gekommen"));
    }
}
