//! Texts of the search and its hits.

/// Texts of the search and its hits.
#[derive(Debug)]
pub struct Search {
    /// Label of the search field.
    pub label: &'static str,
    /// Placeholder of the search field.
    pub hint: &'static str,
    /// Button that clears the field.
    pub clear: &'static str,
    /// Title of the search.
    pub title: &'static str,
    /// There are no hits.
    pub nothing: &'static str,
    /// What to try then.
    pub nothing_help: &'static str,
    /// Before the words that have hits on their own.
    pub nothing_alone: &'static str,
    /// No article has all words; these have some of them.
    pub partial: &'static str,
    /// Before a suggested spelling.
    pub did_you_mean: &'static str,
    /// Before operators that could not be used.
    pub ignored: &'static str,
    /// The ways to show the hits: by article, concordance, over time.
    pub views: [&'static str; 3],
    /// Label of that choice.
    pub views_label: &'static str,
    /// Orders of the concordance: by the word before, by article, by the word after.
    pub line_orders: [&'static str; 3],
    /// Columns of the concordance: before, hit, after, article.
    pub line_heads: [&'static str; 4],
    /// Before the number of articles that the lines are taken from.
    pub best_of: &'static str,
    /// Columns of the trend: month, hits, articles with hits, all articles, words, hits per 1,000 words.
    pub trend_heads: [&'static str; 6],
    /// Description of the drawing of the trend.
    pub trend_label: &'static str,
    /// Label of the strip that shows where in an article the hits are.
    pub strip: &'static str,
    /// Button: count the names in the hits.
    pub count_names: &'static str,
    /// Label of the list of suggestions.
    pub suggestions: &'static str,
    /// Kinds of suggestions: a word, a title.
    pub suggested: [&'static str; 2],
    /// Button: search without filters.
    pub without_filters: &'static str,
    /// Label of the order.
    pub sort: &'static str,
    /// Order: by relevance.
    pub sort_relevance: &'static str,
    /// Order: newest first.
    pub sort_newest: &'static str,
    /// Order: oldest first.
    pub sort_oldest: &'static str,
    /// Before the words that a word was found as.
    pub found_as: &'static str,
    /// Nothing similar occurs.
    pub found_as_nothing: &'static str,
    /// Heading of the facets.
    pub narrow: &'static str,
    /// Heading of the hits in the open article.
    pub hits_here: &'static str,
}

pub(super) const DE: Search = Search {
    label: "Suche in allen Artikeln",
    hint: "In allen Artikeln suchen",
    clear: "Suche leeren",
    title: "Suche",
    nothing: "Nichts gefunden",
    nothing_help: "Versuchen Sie ein einzelnes Wort, eine andere Schreibung oder nur den Anfang des Wortes.",
    nothing_alone: "Einzeln gefunden wird:",
    partial: "Kein Artikel hat alles Gesuchte. Hier stehen die, die einen Teil davon haben.",
    did_you_mean: "Meinten Sie",
    ignored: "Nicht verstanden und übergangen:",
    views: ["Artikel", "Konkordanz", "Verlauf"],
    views_label: "Ansicht der Treffer",
    line_orders: ["nach dem Wort davor", "nach Artikel", "nach dem Wort danach"],
    line_heads: ["davor", "Treffer", "danach", "Artikel"],
    best_of: "Zeilen aus den besten",
    trend_heads: ["Monat", "Stellen", "Artikel mit Treffern", "Artikel (n)", "Wörter", "je 1.000 Wörter"],
    trend_label: "Stellen je 1.000 Wörter, Monat für Monat; dieselben Zahlen stehen in der Tabelle darunter",
    strip: "Wo im Artikel die Treffer stehen",
    count_names: "Namen in den Treffern zählen",
    suggestions: "Vorschläge",
    suggested: ["Wort", "Titel"],
    without_filters: "Ohne Filter suchen",
    sort: "Reihenfolge",
    sort_relevance: "nach Relevanz",
    sort_newest: "Neueste zuerst",
    sort_oldest: "Älteste zuerst",
    found_as: "gefunden als",
    found_as_nothing: "kommt nicht vor",
    narrow: "Eingrenzen",
    hits_here: "Treffer im Artikel",
};

pub(super) const EN: Search = Search {
    label: "Search all articles",
    hint: "Search all articles",
    clear: "Clear search",
    title: "Search",
    nothing: "Nothing found",
    nothing_help: "Try a single word, another spelling, or only the beginning of the word.",
    nothing_alone: "Found one by one:",
    partial: "No article has everything that was searched for. These have some of it.",
    did_you_mean: "Did you mean",
    ignored: "Not understood and passed over:",
    views: ["Articles", "Concordance", "Over time"],
    views_label: "View of the hits",
    line_orders: ["by the word before", "by article", "by the word after"],
    line_heads: ["before", "hit", "after", "article"],
    best_of: "lines from the best",
    trend_heads: ["Month", "Places", "Articles with hits", "Articles (n)", "Words", "per 1,000 words"],
    trend_label: "Places per 1,000 words, month by month; the same figures are in the table below",
    strip: "Where in the article the hits are",
    count_names: "Count the names in the hits",
    suggestions: "Suggestions",
    suggested: ["Word", "Title"],
    without_filters: "Search without filters",
    sort: "Order",
    sort_relevance: "by relevance",
    sort_newest: "newest first",
    sort_oldest: "oldest first",
    found_as: "found as",
    found_as_nothing: "does not occur",
    narrow: "Narrow down",
    hits_here: "Hits in this article",
};
