//! The words of the interface: what a table of them holds.

use super::count::Count;
use super::{display, lesson, notes, share};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $kind:ty,)*) => {
        /// Every text of the interface. A language that lacks one does not compile.
        #[derive(Debug)]
        pub struct Words { $($(#[$doc])* pub $name: $kind,)* }
    };
}

words! {
    /// Words of the settings of the page.
    display: display::Display,
    /// Words of tasks, tours and fixed pages.
    lesson: lesson::Lesson,
    /// Words of the reader's own passages and notes.
    notes: notes::Notes,
    /// Words of passing on.
    share: share::Share,
    /// Sign between thousands.
    thousands: &'static str,
    /// Months in full.
    months: [&'static str; 12],
    /// Months, short.
    months_short: [&'static str; 12],
    /// "ohne Titel", for a collection without a name.
    untitled: &'static str,
    /// Skip link.
    skip: &'static str,
    /// Label of the search field.
    search_label: &'static str,
    /// What stands in the empty search field.
    search_hint: &'static str,
    /// Button that empties the field.
    search_clear: &'static str,
    /// Name of the navigation.
    nav_label: &'static str,
    /// View: corpus.
    overview: &'static str,
    /// View: results.
    results: &'static str,
    /// View: names.
    names: &'static str,
    /// View: timeline.
    time: &'static str,
    /// View: about.
    about: &'static str,
    /// Link that switches the language, in the other language.
    other_language: &'static str,
    /// While something loads.
    loading: &'static str,
    /// Try again.
    retry: &'static str,
    /// Heading of an error.
    fault: &'static str,
    /// A part is missing; the loader's words follow.
    fault_missing: &'static str,
    /// A part is damaged; the reason follows.
    fault_damaged: &'static str,
    /// What a reader can do about it.
    fault_help: &'static str,
    /// Parts of the address that were not understood follow.
    address_unknown: &'static str,
    /// Hide a notice.
    dismiss: &'static str,
    /// Articles.
    articles: Count,
    /// Words.
    words: Count,
    /// Names (entities).
    entities: Count,
    /// Places (hits).
    places: Count,
    /// Minutes of reading.
    minutes: Count,
    /// Articles after "in".
    in_articles: Count,
    /// Nothing found.
    nothing: &'static str,
    /// What to try when nothing is found.
    nothing_help: &'static str,
    /// Each word by itself finds something.
    nothing_alone: &'static str,
    /// No article has all words, so that some of them had to do.
    some: &'static str,
    /// "Meinten Sie".
    did_you_mean: &'static str,
    /// Operators that could not be used.
    ignored: &'static str,
    /// "und … weitere".
    and_more: &'static str,
    /// How the results are shown: article by article, place by place, over time.
    views: [&'static str; 3],
    /// Label of the ways to show the results.
    views_label: &'static str,
    /// Orders of a concordance: by the word before, by article, by the word behind.
    line_orders: [&'static str; 3],
    /// Heads of the concordance: before, hit, behind, article.
    line_heads: [&'static str; 4],
    /// "aus den besten … von … Artikeln".
    best_of: &'static str,
    /// Heads of the trend: month, places, articles found, all articles, words, per 1,000 words.
    trend_heads: [&'static str; 6],
    /// What the drawing of the trend shows.
    trend_label: &'static str,
    /// The highest value of a drawing.
    most: &'static str,
    /// "gezeigt", before a number of lines.
    shown: &'static str,
    /// Head of a column of dates.
    column_date: &'static str,
    /// Save as a table.
    csv: &'static str,
    /// Between the columns of such a table.
    csv_sign: &'static str,
    /// Label of the strip that shows where in an article the hits are.
    strip: &'static str,
    /// Count the names in the hits, for which their table must be loaded.
    count_names: &'static str,
    /// Label of the list of suggestions.
    suggestions: &'static str,
    /// A suggested word, a suggested title.
    suggested: [&'static str; 2],
    /// Take the filters away.
    without_filters: &'static str,
    /// Label: order.
    sort: &'static str,
    /// Order: relevance.
    sort_relevance: &'static str,
    /// Order: newest.
    sort_newest: &'static str,
    /// Order: oldest.
    sort_oldest: &'static str,
    /// "gefunden als".
    found_as: &'static str,
    /// Nothing in the corpus is like it.
    found_as_nothing: &'static str,
    /// Heading of the facets.
    narrow: &'static str,
    /// Facet and label: source.
    source: &'static str,
    /// Facet: month.
    month: &'static str,
    /// No source known.
    source_unknown: &'static str,
    /// No date known.
    date_unknown: &'static str,
    /// Remove this filter; its name follows.
    remove: &'static str,
    /// From (date).
    from: &'static str,
    /// To (date).
    to: &'static str,
    /// Kinds of names, plural: PER, LOC, ORG, EVT, MISC.
    kinds: [&'static str; 5],
    /// Kinds of names, singular.
    kind_one: [&'static str; 5],
    /// Layer of times.
    times: &'static str,
    /// Heading of the legend.
    legend: &'static str,
    /// What counts in the legend: derived forms are counted apart.
    legend_derived: &'static str,
    /// Hits in the opened article.
    hits_here: &'static str,
    /// Previous.
    previous: &'static str,
    /// Next.
    next: &'static str,
    /// Of ("3 von 12").
    of: &'static str,
    /// Published.
    published: &'static str,
    /// "am" before a full date.
    on: &'static str,
    /// Before an inferred date.
    probably: &'static str,
    /// Time of day, after the clock.
    clock: &'static str,
    /// Day unknown, only the month is.
    day_unknown: &'static str,
    /// Only the year is known.
    month_unknown: &'static str,
    /// How the date is known, by origin, before the quotation.
    evidence_field: &'static str,
    /// From the saved page's markup.
    evidence_markup: &'static str,
    /// From a line of the text.
    evidence_line: &'static str,
    /// From the correction file.
    evidence_sidecar: &'static str,
    /// From shared passages; the other article's name follows.
    evidence_shared: &'static str,
    /// Words shared (after a number).
    evidence_shared_words: &'static str,
    /// That the other article's date was concluded so itself.
    evidence_chain: &'static str,
    /// No date was found anywhere.
    evidence_none: &'static str,
    /// Line.
    line: &'static str,
    /// Author.
    author: &'static str,
    /// Original.
    original: &'static str,
    /// Licence.
    licence: &'static str,
    /// What was cut off.
    furniture: &'static str,
    /// Close.
    close: &'static str,
    /// Also (other forms follow).
    also: &'static str,
    /// All places of an entity.
    all_places: &'static str,
    /// Only articles with this name.
    filter_by: &'static str,
    /// Heading of the form that corrects a name.
    wrong: &'static str,
    /// What a change is meant for.
    scope: &'static str,
    /// The choices for that.
    scopes: [&'static str; 4],
    /// The button that says so.
    no_name: &'static str,
    /// Before the fields for kind and name.
    rather: &'static str,
    /// The button that applies a change.
    change: &'static str,
    /// Heading and button of the form that adds a name.
    add_name: &'static str,
    /// Before the field for the words of a name.
    add_words: &'static str,
    /// The box for all places.
    add_all: &'static str,
    /// Where the typed words do not stand in the article.
    not_here: &'static str,
    /// Before what was changed just now.
    corrected: &'static str,
    /// The button that takes a correction back.
    undo: &'static str,
    /// The button that takes all back and deletes what was kept.
    undo_all: &'static str,
    /// What was done to a name: removed, retyped, renamed, merged, split, marked, unmarked.
    corrections: [&'static str; 7],
    /// Heading of the list of corrections.
    corrections_title: &'static str,
    /// What they are good for.
    corrections_help: &'static str,
    /// After the number of corrections that found nothing.
    corrections_stale: &'static str,
    /// The button that saves the corrections.
    export: &'static str,
    /// The button that reads corrections.
    import: &'static str,
    /// Where the browser refuses to keep them.
    not_kept: &'static str,
    /// The box that keeps the corrections.
    keep: &'static str,
    /// Where an address names somebody who is not there.
    name_unknown: &'static str,
    /// Before which of the places in this article is open.
    mention_here: &'static str,
    /// Before the first and the last date of an article that names it.
    seen: [&'static str; 2],
    /// Before the offices that the texts give to a person.
    called: &'static str,
    /// To the mention before.
    previous_mention: &'static str,
    /// To the mention after.
    next_mention: &'static str,
    /// Recognised by.
    recognised: &'static str,
    /// List, rule, memory, model, reader.
    why: [&'static str; 5],
    /// Unsure.
    unsure: &'static str,
    /// Other forms (derived, part).
    derived_forms: &'static str,
    /// Column: name.
    column_name: &'static str,
    /// Column: kind.
    column_kind: &'static str,
    /// Column: mentions.
    column_mentions: &'static str,
    /// Column: articles.
    column_articles: &'static str,
    /// Timeline of the articles with this name.
    filter_time: &'static str,
    /// First named.
    column_first: &'static str,
    /// Last named.
    column_last: &'static str,
    /// Bars over time.
    column_bars: &'static str,
    /// Ways to show the names: table, network, map.
    names_views: [&'static str; 3],
    /// Their heading.
    names_views_label: &'static str,
    /// What the bars count, per day, week, month, year.
    bars_note: [&'static str; 4],
    /// How high they are; the largest count follows.
    bars_scale: &'static str,
    /// Before the number of articles that they leave out.
    bars_without: &'static str,
    /// No bar: never named at an exact date.
    bars_none: &'static str,
    /// Named together.
    together: &'static str,
    /// Named together with the chosen name.
    together_with: &'static str,
    /// Nobody is named together.
    together_none: &'static str,
    /// That the filter does not count here.
    together_whole: &'static str,
    /// Sentences that name both.
    column_sentences: &'static str,
    /// Articles that name both.
    column_both: &'static str,
    /// What the network is, for those who don't see it.
    net_label: &'static str,
    /// Key: what the size means.
    key_size: &'static str,
    /// Key: what the thickness means; the largest count follows.
    key_line: &'static str,
    /// Key: what a dashed line means.
    key_dashed: &'static str,
    /// What the map is, for those who don't see it.
    map_label: &'static str,
    /// The whole world.
    map_world: &'static str,
    /// Where most places lie.
    map_region: &'static str,
    /// Before the number of places that are not in the window.
    map_beyond: &'static str,
    /// Before the number of places without a position.
    map_without: &'static str,
    /// Key: what the area means; the largest count follows.
    key_area: &'static str,
    /// Key: where the outline is from.
    key_land: &'static str,
    /// Save a drawing.
    svg: &'static str,
    /// All kinds.
    all_kinds: &'static str,
    /// Show more.
    more: &'static str,
    /// Filter field of the list of names.
    names_filter: &'static str,
    /// No name fits.
    names_none: &'static str,
    /// No name is chosen.
    names_choose: &'static str,
    /// Reports.
    reports: &'static str,
    /// Events.
    events: &'static str,
    /// A report, an event.
    item_kinds: [&'static str; 2],
    /// How an event is told: past, present, planned, denied, open.
    modes: [&'static str; 5],
    /// The steps of the zoom, the closest first.
    zooms: [&'static str; 7],
    /// Zoom in.
    zoom_in: &'static str,
    /// Zoom out.
    zoom_out: &'static str,
    /// Earlier.
    earlier: &'static str,
    /// Later.
    later: &'static str,
    /// Everything.
    whole: &'static str,
    /// Busiest stretch.
    busiest: &'static str,
    /// Undated.
    undated: &'static str,
    /// Heading of items that reach over a month.
    wide: &'static str,
    /// Key: a bar, a hatched bar, a number, a column.
    shapes: [&'static str; 4],
    /// Lanes.
    lanes: &'static str,
    /// Lanes by kind, article, source, name.
    lanes_by: [&'static str; 4],
    /// The lane of what has none of its own.
    lanes_rest: &'static str,
    /// Drawing, list, table.
    time_views: [&'static str; 3],
    /// Label of the ways to show the timeline.
    time_views_label: &'static str,
    /// What the drawing is, for those who don't see it.
    chart_label: &'static str,
    /// How the keys work in the drawing.
    chart_help: &'static str,
    /// Dated items.
    items: Count,
    /// Not resolved.
    unresolved: &'static str,
    /// Dates before the strip's or the window's beginning.
    before: &'static str,
    /// Dates behind its end.
    after: &'static str,
    /// The overview strip.
    context_label: &'static str,
    /// The chosen stretch of time.
    chosen: &'static str,
    /// Choose the stretch that is drawn.
    choose: &'static str,
    /// Draw the chosen stretch alone.
    choose_zoom: &'static str,
    /// Choose nothing.
    choose_none: &'static str,
    /// The ends of the chosen stretch.
    ends: [&'static str; 2],
    /// Also articles that tell of the chosen stretch.
    told: &'static str,
    /// Those who tell an item name days that exclude each other.
    disagree: &'static str,
    /// Days of the week.
    weekdays: [&'static str; 7],
    /// What a time is, from a time of day to a stretch; empty for days and months, which have names.
    grains: [&'static str; 13],
    /// Before, after and with (as a part of it) what a time is seen from.
    relations: [&'static str; 3],
    /// What a time is seen from: the publication; the same, concluded; a date named before. Its days follow.
    anchors: [&'static str; 3],
    /// The day of what a time is seen from itself, as above.
    same: [&'static str; 3],
    /// The days of the publication were concluded from shared passages.
    concluded: &'static str,
    /// How the direction is known: by tense, by a word, nearest, nothing tells, counted, running.
    cues: [&'static str; 6],
    /// Why there is nothing to be seen from: it says everything, the year is named, the weekday tells the year, vague, a length,
    /// recurs, nothing known, no such day.
    reasons: [&'static str; 8],
    /// Further articles that tell the same.
    witnesses: &'static str,
    /// The address of an item.
    item_link: &'static str,
    /// An address names an item that is not there.
    no_item: &'static str,
    /// Heads of the table: when, what, kind, article, how the date is known.
    time_heads: [&'static str; 5],
    /// Further heads of the file: last day, the words of the time, source.
    file_heads: [&'static str; 3],
    /// Save as a calendar.
    ics: &'static str,
    /// Save as a picture of pixels.
    png: &'static str,
    /// Something could not be made or loaded for a file.
    not_saved: &'static str,
    /// Back to the list.
    back: &'static str,
    /// Article not found.
    no_article: &'static str,
    /// Passage not found any more.
    no_passage: &'static str,
    /// Newest articles.
    latest: &'static str,
    /// Most named.
    most_named: &'static str,
    /// Tagline.
    tagline: &'static str,
    /// About: how the dates are known.
    about_dates: &'static str,
    /// About: version.
    about_version: &'static str,
    /// Types of TIMEX3: date, time, duration, set.
    time_kinds: [&'static str; 4],
    /// Reading list beside the article.
    reading_list: &'static str,
}
