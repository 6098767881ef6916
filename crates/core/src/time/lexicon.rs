//! The words of German dates, with their meanings.
//!
//! ```
//! use zeitlupe_core::time::lexicon::{DayPart, Ref};
//! assert_eq!((DayPart::Evening.code(), Ref::Past.value()), ("EV", "PAST_REF"));
//! ```

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A unit of the calendar or the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week, from Monday.
    Week,
    /// A Saturday and the Sunday after it.
    Weekend,
    /// A month.
    Month,
    /// Three months, from January, April, July or October.
    Quarter,
    /// A year.
    Year,
    /// Ten years, from one that ends in 0.
    Decade,
    /// A hundred years, numbered like HeidelTime: `19` is the twentieth.
    Century,
    /// A thousand years.
    Millennium,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    /// Until noon.
    Morning,
    /// Around noon.
    Midday,
    /// After noon.
    Afternoon,
    /// After work.
    Evening,
    /// When it is dark.
    Night,
}

impl DayPart {
    /// Its TIMEX3 code: `MO`, `MI`, `AF`, `EV`, `NI`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }
}

/// A season of the northern hemisphere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

/// A holiday or other named day of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// The same month and day every year.
    Fixed(u8, u8),
    /// This number of days after Easter Sunday.
    Easter(i8),
    /// The Sunday of Advent with this number; 0 is the Sunday before the first.
    Advent(u8),
    /// The Wednesday before the last Sunday of the church year: `Buß- und Bettag`.
    Penance,
}

/// A part of a longer period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The first third.
    Start,
    /// The second third.
    Middle,
    /// The last third.
    End,
}

/// A vague reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ref {
    /// In the past.
    Past,
    /// About now.
    Present,
    /// In the future.
    Future,
}

impl Ref {
    /// Its TIMEX3 value.
    pub fn value(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}

/// The meaning of a word in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Nothing.
    Plain,
    /// A whole number, in digits or words.
    Number(u32),
    /// A number of half units: `eineinhalb` is 3.
    Halves(u32),
    /// The word `halb` in its forms.
    Half,
    /// An ordinal: `15.`, `dritten`.
    Ordinal(u32),
    /// A day and month in digits: `4.2.`.
    DayMonth(u8, u8),
    /// Year, month and day in digits: `04.02.2022`.
    FullDate(i32, u8, u8),
    /// Hour and minute with a dot: `14.30`.
    Clock(u8, u8),
    /// Hour and minute with a colon: `14:30`.
    Colon(u8, u8),
    /// Hour, minute and second: `7:56:30`.
    Exact(u8, u8, u8),
    /// Day and month with a dot between them only, which cannot be a time: `31.12`.
    ShortDate(u8, u8),
    /// A month, from 1.
    Month(u8),
    /// A day of the week, Monday is 0.
    Weekday(u8),
    /// A day of the week with a part of the day: `Dienstagabend`.
    WeekdayPart(u8, DayPart),
    /// A day of the week that recurs: `montags`.
    OnWeekdays(u8),
    /// A unit; `true` if the form is only plural.
    Unit(Unit, bool),
    /// A number and a unit in one word: `35-Stunden-Woche`, `zweitägig`.
    Length(Unit, u32),
    /// A vague duration in one word: `jahrelang`.
    Long(Unit),
    /// A frequency in one word: `täglich`.
    Often(Unit),
    /// A year relative to the publication: `Vorjahr`, `heuer`.
    YearShift(i8),
    /// A decade as written: 80 for `80er`, 1990 for `1990er`.
    Decade(i32),
    /// A season.
    Season(Season),
    /// A part of the day.
    Part(DayPart),
    /// A part of the day that recurs: `nachts`.
    OnParts(DayPart),
    /// A holiday.
    Holiday(Holiday),
    /// A day relative to the publication: `gestern` is -1.
    Days(i8),
    /// A day relative to the date in focus: `Vortag` is -1.
    FocusDays(i8),
    /// `vorletzt` (-2), `vergangen` (-1), `dies` and `laufend` (0), `kommend` (1), `übernächst` (2).
    Turn(i8),
    /// The article, in any form.
    Article,
    /// `rund`, `etwa`, `knapp`, `mehr als` in its first word.
    Approx,
    /// `einige`, `mehrere`, `viele`.
    Several,
    /// `jeder`.
    Every,
    /// `Anfang`, `Mitte`, `Ende`.
    Edge(Edge),
    /// A vague reference in one word.
    Vague(Ref),
}

use Class::*;

/// Words by meaning; `~` after a word allows the endings of an adjective.
const WORDS: &[(Class, &str)] = &[
    (Month(1), "januar jänner jan jän jänn januars jänners"),
    (Month(2), "februar feber feb febr februars"),
    (Month(3), "märz maerz mrz mär"),
    (Month(4), "april apr aprils"),
    (Month(5), "mai"),
    (Month(6), "juni juno jun junis"),
    (Month(7), "juli jul julis"),
    (Month(8), "august aug augusts"),
    (Month(9), "september sept sep septembers"),
    (Month(10), "oktober okt oktobers"),
    (Month(11), "november nov novembers"),
    (Month(12), "dezember dez dezembers"),
    (Weekday(0), "montag"),
    (Weekday(1), "dienstag"),
    (Weekday(2), "mittwoch"),
    (Weekday(3), "donnerstag"),
    (Weekday(4), "freitag"),
    (Weekday(5), "samstag sonnabend"),
    (Weekday(6), "sonntag"),
    (OnWeekdays(0), "montags montagen"),
    (OnWeekdays(1), "dienstags dienstagen"),
    (OnWeekdays(2), "mittwochs mittwochen"),
    (OnWeekdays(3), "donnerstags donnerstagen"),
    (OnWeekdays(4), "freitags freitagen"),
    (OnWeekdays(5), "samstags sonnabends samstagen sonnabenden"),
    (OnWeekdays(6), "sonntags sonntagen"),
    (Unit(Unit::Second, false), "sekunde"),
    (Unit(Unit::Second, true), "sekunden"),
    (Unit(Unit::Minute, false), "minute"),
    (Unit(Unit::Minute, true), "minuten"),
    (Unit(Unit::Hour, false), "stunde"),
    (Unit(Unit::Hour, true), "stunden arbeitsstunden"),
    (Unit(Unit::Day, false), "tag tages tags"),
    (Unit(Unit::Day, true), "tage tagen arbeitstage arbeitstagen werktage werktagen kalendertage kalendertagen"),
    (Unit(Unit::Week, false), "woche"),
    (Unit(Unit::Week, true), "wochen"),
    (Unit(Unit::Weekend, false), "wochenende wochenendes"),
    (Unit(Unit::Weekend, true), "wochenenden"),
    (Unit(Unit::Month, false), "monat monats"),
    (Unit(Unit::Month, true), "monate monaten"),
    (Unit(Unit::Quarter, false), "quartal quartals trimester trimesters"),
    (Unit(Unit::Quarter, true), "quartale quartalen trimestern"),
    (Unit(Unit::Year, false), "jahr jahres jahrs geschäftsjahr geschäftsjahres kalenderjahr kalenderjahres"),
    (Unit(Unit::Year, true), "jahre jahren"),
    (Unit(Unit::Decade, false), "jahrzehnt jahrzehnts jahrzehntes dekade"),
    (Unit(Unit::Decade, true), "jahrzehnte jahrzehnten dekaden"),
    (Unit(Unit::Century, false), "jahrhundert jahrhunderts jh jhdt"),
    (Unit(Unit::Century, true), "jahrhunderte jahrhunderten"),
    (Unit(Unit::Millennium, false), "jahrtausend jahrtausends"),
    (Unit(Unit::Millennium, true), "jahrtausende jahrtausenden"),
    (Length(Unit::Month, 6), "halbjahr halbjahres"),
    (Length(Unit::Month, 9), "dreivierteljahr"),
    (Length(Unit::Year, 1), "jahresfrist"),
    (Length(Unit::Month, 1), "monatsfrist"),
    (Length(Unit::Week, 1), "wochenfrist"),
    (Length(Unit::Month, 3), "vierteljahr"),
    (Length(Unit::Minute, 15), "viertelstunde"),
    (Length(Unit::Minute, 45), "dreiviertelstunde"),
    (Length(Unit::Year, 25), "vierteljahrhundert"),
    (Length(Unit::Year, 50), "halbjahrhundert"),
    (Long(Unit::Minute), "minutenlang minutenlang~"),
    (Long(Unit::Hour), "stundenlang stundenlang~"),
    (Long(Unit::Day), "tagelang tagelang~"),
    (Long(Unit::Week), "wochenlang wochenlang~"),
    (Long(Unit::Month), "monatelang monatelang~"),
    (Long(Unit::Year), "jahrelang jahrelang~"),
    (Long(Unit::Decade), "jahrzehntelang jahrzehntelang~"),
    (Long(Unit::Century), "jahrhundertelang jahrhundertelang~"),
    (Long(Unit::Millennium), "jahrtausendelang jahrtausendelang~"),
    (Often(Unit::Hour), "stündlich stündlich~"),
    (Often(Unit::Day), "täglich täglich~ tagtäglich tagtäglich~"),
    (Often(Unit::Week), "wöchentlich wöchentlich~ allwöchentlich allwöchentlich~"),
    (Often(Unit::Month), "monatlich monatlich~ allmonatlich allmonatlich~"),
    (Often(Unit::Quarter), "vierteljährlich vierteljährlich~"),
    (Often(Unit::Year), "jährlich jährlich~ alljährlich alljährlich~"),
    (YearShift(-1), "vorjahr vorjahres vorjahrs"),
    (YearShift(0), "heuer"),
    (Season(Season::Spring), "frühling frühlings frühjahr frühjahrs frühjahres"),
    (Season(Season::Summer), "sommer sommers hochsommer spätsommer frühsommer"),
    (Season(Season::Autumn), "herbst herbstes herbsts spätherbst frühherbst"),
    (Season(Season::Winter), "winter winters spätwinter hochwinter"),
    (Part(DayPart::Morning), "vormittag vormittags morgens frühmorgens morgenstunde morgenstunden vormittagsstunden"),
    (Part(DayPart::Midday), "mittag mittags mittagsstunden mittagszeit mittagsstunde"),
    (Part(DayPart::Afternoon), "nachmittag nachmittags spätnachmittag nachmittagsstunden"),
    (Part(DayPart::Evening), "abend spätabend vorabend abends spätabends frühabends abendstunde abendstunden abendzeit"),
    (Part(DayPart::Night), "nacht spätnachts nachtstunden nachtzeit"),
    (OnParts(DayPart::Night), "nachts"),
    (Holiday(Holiday::Fixed(1, 1)), "neujahr neujahrstag jahreswechsel jahreswende"),
    (Holiday(Holiday::Fixed(1, 6)), "dreikönigstag dreikönig"),
    (Holiday(Holiday::Fixed(2, 2)), "lichtmess"),
    (Holiday(Holiday::Fixed(3, 8)), "weltfrauentag frauentag"),
    (Holiday(Holiday::Fixed(5, 1)), "maifeiertag"),
    (Holiday(Holiday::Fixed(2, 14)), "valentinstag"),
    (Holiday(Holiday::Fixed(10, 31)), "reformationstag reformationsfest halloween"),
    (Holiday(Holiday::Fixed(11, 1)), "allerheiligen"),
    (Holiday(Holiday::Fixed(11, 2)), "allerseelen"),
    (Holiday(Holiday::Fixed(11, 11)), "martinstag"),
    (Holiday(Holiday::Fixed(12, 6)), "nikolaustag"),
    (Holiday(Holiday::Fixed(12, 24)), "weihnachten weihnacht heiligabend weihnachtsabend"),
    (Holiday(Holiday::Fixed(12, 25)), "christtag weihnachtstag"),
    (Holiday(Holiday::Fixed(12, 26)), "stefanitag stephanstag stephanitag"),
    (Holiday(Holiday::Fixed(1, 2)), "berchtoldstag"),
    (Holiday(Holiday::Fixed(8, 1)), "bundesfeiertag"),
    (Holiday(Holiday::Fixed(12, 31)), "silvester silvesterabend"),
    (Holiday(Holiday::Easter(-52)), "weiberfastnacht altweiberfastnacht"),
    (Holiday(Holiday::Easter(-48)), "rosenmontag"),
    (Holiday(Holiday::Easter(-47)), "faschingsdienstag fastnachtsdienstag veilchendienstag"),
    (Holiday(Holiday::Easter(-46)), "aschermittwoch"),
    (Holiday(Holiday::Easter(-7)), "palmsonntag"),
    (Holiday(Holiday::Easter(-3)), "gründonnerstag"),
    (Holiday(Holiday::Easter(-2)), "karfreitag"),
    (Holiday(Holiday::Easter(-1)), "karsamstag ostersamstag"),
    (Holiday(Holiday::Easter(0)), "ostern ostersonntag"),
    (Holiday(Holiday::Easter(1)), "ostermontag"),
    (Holiday(Holiday::Easter(39)), "himmelfahrtstag vatertag"),
    (Holiday(Holiday::Easter(49)), "pfingsten pfingstsonntag"),
    (Holiday(Holiday::Easter(50)), "pfingstmontag"),
    (Holiday(Holiday::Easter(60)), "fronleichnam"),
    (Holiday(Holiday::Advent(0)), "totensonntag ewigkeitssonntag"),
    (Days(-2), "vorgestern"),
    (Days(-1), "gestern"),
    (Days(0), "heute"),
    (Days(1), "morgen"),
    (Days(2), "übermorgen"),
    (FocusDays(-1), "vortag vortages vortags"),
    (FocusDays(1), "folgetag"),
    (Turn(-1), "vergangen~ letzt~ vorig~ verflossen~ verwichen~ zurückliegend~ vorangegangen~ abgelaufen~"),
    (Turn(-2), "vorletzt~ vorvergangen~ vorvorig~"),
    (Turn(2), "übernächst~"),
    (Turn(0), "dies~ laufend~ heurig~"),
    (Turn(1), "kommend~ nächst~"),
    (Article, "der die das den dem des"),
    (Approx, "rund etwa circa ca knapp gut fast ungefähr annähernd gerade genau exakt nahezu mindestens höchstens maximal"),
    (Several, "einig~ mehrer~ viel~ wenig~ zahlreich~ etlich~ manch~ zig vielen lange langen"),
    (Every, "jed~"),
    (Edge(Edge::Start), "anfang beginn"),
    (Edge(Edge::Middle), "mitte"),
    (Edge(Edge::End), "ende"),
    (Half, "halb~ halb"),
    (Halves(3), "eineinhalb anderthalb einundeinhalb"),
    (Halves(5), "zweieinhalb"),
    (Halves(7), "dreieinhalb"),
    (Halves(9), "viereinhalb"),
    (Halves(11), "fünfeinhalb"),
    (Halves(13), "sechseinhalb"),
    (Number(1), "ein eine einem einen einer eines"),
    (Number(2), "zwei zweier beiden"),
    (Number(3), "drei dreier"),
    (Number(4), "vier"),
    (Number(5), "fünf"),
    (Number(6), "sechs"),
    (Number(7), "sieben"),
    (Number(8), "acht"),
    (Number(9), "neun"),
    (Number(10), "zehn"),
    (Number(11), "elf"),
    (Number(12), "zwölf"),
    (Number(13), "dreizehn"),
    (Number(14), "vierzehn"),
    (Number(15), "fünfzehn"),
    (Number(16), "sechzehn"),
    (Number(17), "siebzehn"),
    (Number(18), "achtzehn"),
    (Number(19), "neunzehn"),
    (Number(20), "zwanzig"),
    (Number(30), "dreißig dreissig"),
    (Number(40), "vierzig"),
    (Number(50), "fünfzig"),
    (Number(60), "sechzig"),
    (Number(70), "siebzig"),
    (Number(80), "achtzig"),
    (Number(90), "neunzig"),
    (Number(100), "hundert einhundert"),
    (Number(200), "zweihundert"),
    (Number(500), "fünfhundert"),
    (Number(1000), "tausend eintausend"),
    (Decade(2000), "nullerjahre nullerjahren nuller"),
    (Decade(2010), "zehnerjahre zehnerjahren"),
    (Decade(20), "zwanziger zwanzigern zwanzigerjahre zwanzigerjahren"),
    (Decade(30), "dreißiger dreissiger dreißigern dreissigern dreißigerjahre dreissigerjahre dreißigerjahren dreissigerjahren"),
    (Decade(40), "vierziger vierzigern vierzigerjahre vierzigerjahren"),
    (Decade(50), "fünfziger fünfzigern fünfzigerjahre fünfzigerjahren"),
    (Decade(60), "sechziger sechzigern sechzigerjahre sechzigerjahren"),
    (Decade(70), "siebziger siebzigern siebzigerjahre siebzigerjahren"),
    (Decade(80), "achtziger achtzigern achtzigerjahre achtzigerjahren"),
    (Decade(90), "neunziger neunzigern neunzigerjahre neunzigerjahren"),
    (Ordinal(1), "erst~"),
    (Ordinal(2), "zweit~"),
    (Ordinal(3), "dritt~"),
    (Ordinal(4), "viert~"),
    (Ordinal(5), "fünft~"),
    (Ordinal(6), "sechst~"),
    (Ordinal(7), "siebt~ siebent~"),
    (Ordinal(8), "acht~"),
    (Ordinal(9), "neunt~"),
    (Ordinal(10), "zehnt~"),
    (Ordinal(11), "elft~"),
    (Ordinal(12), "zwölft~"),
    (Ordinal(13), "dreizehnt~"),
    (Ordinal(14), "vierzehnt~"),
    (Ordinal(15), "fünfzehnt~"),
    (Ordinal(16), "sechzehnt~"),
    (Ordinal(17), "siebzehnt~"),
    (Ordinal(18), "achtzehnt~"),
    (Ordinal(19), "neunzehnt~"),
    (Ordinal(20), "zwanzigst~"),
    (Ordinal(30), "dreißigst~ dreissigst~"),
    (Vague(Ref::Present), "jetzt derzeit derzeitig~ momentan zurzeit gegenwärtig heutzutage heutig~"),
    (Vague(Ref::Past), "damals früher einst ehemals kürzlich neulich unlängst jüngst seinerzeit"),
    (Vague(Ref::Future), "demnächst zukünftig zukünftig~ bald"),
];

/// The endings of adjectives.
pub(super) const ENDINGS: [&str; 5] = ["e", "en", "er", "es", "em"];

/// Every form of [`WORDS`] and its row; for a word in several rows the first one.
static INDEX: LazyLock<FxHashMap<String, u32>> = LazyLock::new(|| {
    let mut index = FxHashMap::default();
    for (form, row) in forms() {
        index.entry(form).or_insert(row);
    }
    index
});

/// All forms of [`WORDS`], some of them twice, each with its row.
pub(super) fn forms() -> Vec<(String, u32)> {
    let mut all = Vec::new();
    for (row, (_, words)) in (0..).zip(WORDS) {
        for word in words.split(' ') {
            match word.strip_suffix('~') {
                Some(stem) => all.extend(ENDINGS.iter().map(|ending| (format!("{stem}{ending}"), row))),
                None => all.push((word.to_owned(), row)),
            }
        }
    }
    all
}

/// The meaning of a listed word, which must be in lower case.
pub(super) fn listed(word: &str) -> Option<Class> {
    Some(WORDS[*INDEX.get(word)? as usize].0)
}
