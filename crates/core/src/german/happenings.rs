//! Nouns for what happens at a time.

/// The ends of nouns for events, in lower case: `Einmarsch`, `Parlamentswahl`, `Gründung`.
const ENDINGS: &str = "ung ungen ion ionen schluss schlusses bruch beginn beginns krieg krieges kriegs wahl wahlen marsch gipfel gipfels treffen \
    treffens konferenz abkommen abkommens krise krisen anschlag anschlags anschläge anschlägen besuch besuchs besuches tod tode sturz sturzes \
    mord morde start starts abzug abzugs tritt tritts putsch putsches referendum referendums spiele spielen revolution einheit fall falls \
    vertrag vertrags vertrages nahme verbot verbots urteil urteils unglück unglücks brand brandes beben bebens hochwasser flut katastrophe reform pandemie \
    angriff angriffs angriffe angriffen invasion streik streiks debatte prozess prozesses meisterschaft meisterschaften turnier turniers finale \
    sieg niederlage frieden friedens ruhe stillstand rede reise premiere messe festival festivals kongress kongresses tagung sitzung hochzeit \
    geburt umzug kauf verkauf bau umbau protest protesten proteste massaker attentat attentats explosion memorandum memorandums pakt paktes ende \
    umsturz aufstand aufstands aufstände gespräch gesprächs gespräche gesprächen verhandlungen runde vorfall parade demonstration";

/// Whether a word in lower case is a noun for something that happens, or a compound with one.
///
/// ```
/// use zeitlupe_core::german::is_happening;
/// assert!(is_happening("parlamentswahl") && is_happening("ausbruch") && !is_happening("stadt"));
/// ```
pub fn is_happening(word: &str) -> bool {
    ENDINGS.split_ascii_whitespace().any(|ending| word.ends_with(ending))
}
