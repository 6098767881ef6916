//! Texts of the names, their cards, the network and the map.

/// Texts of the names, their cards, the network and the map.
#[derive(Debug)]
pub struct Names {
    /// Title of the names.
    pub title: &'static str,
    /// The ways to show the names: table, network, map.
    pub views: [&'static str; 3],
    /// Label of that choice.
    pub views_label: &'static str,
    /// Filter: all kinds.
    pub all_kinds: &'static str,
    /// Label of the filter field.
    pub filter: &'static str,
    /// No name matches.
    pub none: &'static str,
    /// No name is chosen.
    pub choose: &'static str,
    /// Heading: names with the most mentions.
    pub most_named: &'static str,
    /// Column: name.
    pub column_name: &'static str,
    /// Column: kind.
    pub column_kind: &'static str,
    /// Column: mentions.
    pub column_mentions: &'static str,
    /// Column: articles.
    pub column_articles: &'static str,
    /// Column: first mention.
    pub column_first: &'static str,
    /// Column: last mention.
    pub column_last: &'static str,
    /// Column: mentions over time.
    pub column_bars: &'static str,
    /// What the bars count: mentions per day, week, month, year.
    pub bars_note: [&'static str; 4],
    /// The scale of the bars; the largest count follows.
    pub bars_scale: &'static str,
    /// Before the number of articles that the bars leave out.
    pub bars_without: &'static str,
    /// There are no bars: no mention has an exact date.
    pub bars_none: &'static str,
    /// Heading: names that occur together.
    pub together: &'static str,
    /// Before the chosen name, of which such names are listed.
    pub together_with: &'static str,
    /// No other name occurs with it.
    pub together_none: &'static str,
    /// The filter does not apply here.
    pub together_whole: &'static str,
    /// Column: sentences with both names.
    pub column_sentences: &'static str,
    /// Column: articles with both names.
    pub column_both: &'static str,
    /// Description of the network.
    pub net_label: &'static str,
    /// Legend: size.
    pub key_size: &'static str,
    /// Legend: thickness; the largest count follows.
    pub key_line: &'static str,
    /// Legend: dashed line.
    pub key_dashed: &'static str,
    /// Description of the map.
    pub map_label: &'static str,
    /// Section of the map: the world.
    pub map_world: &'static str,
    /// Section of the map: where most places are.
    pub map_region: &'static str,
    /// Before the number of places outside this section.
    pub map_beyond: &'static str,
    /// Before the number of places without coordinates.
    pub map_without: &'static str,
    /// Legend: area; the largest count follows.
    pub key_area: &'static str,
    /// Legend: source of the outlines.
    pub key_land: &'static str,
    /// Kinds of names, plural: PER, LOC, ORG, EVT, MISC.
    pub kinds: [&'static str; 5],
    /// Kinds of names, singular.
    pub kind: [&'static str; 5],
    /// The address refers to a name that does not exist.
    pub unknown: &'static str,
    /// Before the position of the open mention in the article.
    pub mention: &'static str,
    /// Before the dates of the first and the last article with the name.
    pub seen: [&'static str; 2],
    /// Before the offices that the texts give to a person.
    pub called: &'static str,
    /// Link to the previous mention.
    pub previous_mention: &'static str,
    /// Link to the next mention.
    pub next_mention: &'static str,
    /// Before how a name was recognised.
    pub recognised: &'static str,
    /// How a name was recognised: list, rule, mention elsewhere, model, correction.
    pub why: [&'static str; 5],
    /// The recognition is uncertain.
    pub unsure: &'static str,
    /// Before derived forms and parts of words.
    pub derived_forms: &'static str,
    /// Before other forms of a name.
    pub also: &'static str,
    /// All mentions of a name.
    pub all_places: &'static str,
    /// Link: only articles with this name.
    pub filter_by: &'static str,
    /// Link: timeline of the articles with this name.
    pub filter_time: &'static str,
}

pub(super) const DE: Names = Names {
    title: "Namen",
    views: ["Tabelle", "Netz", "Karte"],
    views_label: "Ansicht der Namen",
    all_kinds: "Alle",
    filter: "Namen filtern",
    none: "Kein Name passt.",
    choose: "Wählen Sie einen Namen, um alle seine Stellen zu lesen.",
    most_named: "Am häufigsten genannt",
    column_name: "Name",
    column_kind: "Art",
    column_mentions: "Nennungen",
    column_articles: "Artikel",
    column_first: "zuerst",
    column_last: "zuletzt",
    column_bars: "Verlauf",
    bars_note: ["Balken: Nennungen je Tag", "Balken: Nennungen je Woche", "Balken: Nennungen je Monat", "Balken: Nennungen je Jahr"],
    bars_scale: "in allen Zeilen im selben Maßstab (Wurzel), höchstens",
    bars_without: "nicht dabei, ohne genaues Datum:",
    bars_none: "an keinem genauen Datum genannt",
    together: "Zusammen genannt",
    together_with: "Zusammen genannt mit",
    together_none: "Kein anderer Name steht in denselben Artikeln.",
    together_whole: "Wer mit wem genannt wird, ist über alle Artikel gezählt; der Filter gilt hier nicht.",
    column_sentences: "Sätze mit beiden",
    column_both: "Artikel mit beiden",
    net_label: "Netz der Namen, die zusammen genannt werden; dieselben Angaben stehen in der Tabelle dabei",
    key_size: "Größe: Nennungen",
    key_line: "Dicke: Sätze mit beiden, höchstens",
    key_dashed: "nur im selben Artikel",
    map_label: "Karte der genannten Orte; dieselben Orte stehen in der Tabelle dabei",
    map_world: "Welt",
    map_region: "Ausschnitt",
    map_beyond: "Außerhalb des Ausschnitts",
    map_without: "ohne Ort auf der Karte",
    key_area: "Fläche: Nennungen, höchstens",
    key_land: "Umriss: Natural Earth",
    kinds: ["Personen", "Orte", "Organisationen", "Ereignisse", "Sonstige"],
    kind: ["Person", "Ort", "Organisation", "Ereignis", "Sonstiges"],
    unknown: "Diesen Namen gibt es hier nicht.",
    mention: "Stelle",
    seen: ["zuerst", "zuletzt"],
    called: "genannt:",
    previous_mention: "Vorige Stelle",
    next_mention: "Nächste Stelle",
    recognised: "Erkannt durch",
    why: ["Liste", "Regel", "Nennung an anderer Stelle", "Modell", "Korrektur"],
    unsure: "unsicher",
    derived_forms: "abgeleitet oder im Wort",
    also: "auch",
    all_places: "Alle Stellen",
    filter_by: "Nur Artikel mit diesem Namen",
    filter_time: "Zeitleiste dieser Artikel",
};

pub(super) const EN: Names = Names {
    title: "Names",
    views: ["Table", "Network", "Map"],
    views_label: "View of the names",
    all_kinds: "All",
    filter: "Filter names",
    none: "No name fits.",
    choose: "Choose a name to read all its places.",
    most_named: "Named most often",
    column_name: "Name",
    column_kind: "Kind",
    column_mentions: "Mentions",
    column_articles: "Articles",
    column_first: "First",
    column_last: "Last",
    column_bars: "Over time",
    bars_note: ["Bars: mentions per day", "Bars: mentions per week", "Bars: mentions per month", "Bars: mentions per year"],
    bars_scale: "on the same scale in all rows (square root), at most",
    bars_without: "left out, without an exact date:",
    bars_none: "named at no exact date",
    together: "Named together",
    together_with: "Named together with",
    together_none: "No other name stands in the same articles.",
    together_whole: "Who is named with whom is counted over all articles; the filter does not count here.",
    column_sentences: "Sentences with both",
    column_both: "Articles with both",
    net_label: "Network of the names that are named together; the table beside it says the same",
    key_size: "Size: mentions",
    key_line: "Thickness: sentences with both, at most",
    key_dashed: "only in the same article",
    map_label: "Map of the places named; the table beside it lists the same",
    map_world: "World",
    map_region: "Where most are",
    map_beyond: "Outside this part",
    map_without: "without a place on the map",
    key_area: "Area: mentions, at most",
    key_land: "Outline: Natural Earth",
    kinds: ["People", "Places", "Organisations", "Events", "Other"],
    kind: ["Person", "Place", "Organisation", "Event", "Other"],
    unknown: "There is no such name here.",
    mention: "Place",
    seen: ["first", "last"],
    called: "called:",
    previous_mention: "Previous place",
    next_mention: "Next place",
    recognised: "Recognised by",
    why: ["list", "rule", "mention elsewhere", "model", "correction"],
    unsure: "unsure",
    derived_forms: "derived or inside a word",
    also: "also",
    all_places: "All places",
    filter_by: "Only articles with this name",
    filter_time: "Timeline of these articles",
};
