//! Prepositions, conjunctions and pronouns, in lower case.

use super::list::{Words, words};
use std::sync::LazyLock;

/// Prepositions, whose noun is not a subject.
pub static PREPOSITIONS: Words = LazyLock::new(|| {
    words(
        "in im ins an am ans auf aus bei beim mit nach von vom vor zu zum zur für gegen über unter durch um ohne seit bis zwischen \
         während wegen trotz laut neben hinter innerhalb außerhalb gegenüber angesichts infolge aufgrund rund ab statt mithilfe \
         entlang binnen anlässlich mittels dank gemäß samt per pro kurz",
    )
});

/// Words that always begin a subordinate clause.
pub static SUBORDINATORS: Words = LazyLock::new(|| {
    words(
        "dass weil wenn nachdem bevor ehe obwohl obgleich ob sobald solange falls indem sodass wobei wodurch womit woraufhin wonach \
         weshalb seitdem sofern soweit wohingegen worauf woran wofür wogegen wozu worin wovon worüber weswegen",
    )
});

/// Words that begin a subordinate clause if its verb is at the end.
pub const MAYBE_SUBORDINATORS: &str = "als da während damit wie wo was wer bis seit je wann warum wohin woher indes";

/// Relative pronouns.
pub const RELATIVES: &str = "der die das den dem deren dessen denen welcher welche welches welchen welchem";

/// Conjunctions between main clauses.
pub const CONJUNCTIONS: &str = "und aber oder sondern doch denn sowie jedoch also";

/// Pronouns that can be a subject.
pub static SUBJECTS: Words = LazyLock::new(|| {
    words(
        "er sie es wir ich man wer niemand jemand alle beide viele einige mehrere andere das dies diese dieser keiner jeder der die \
         alles nichts letztere mehr etwas was welche",
    )
});

/// Forms that are only used for an object or attribute, not for a subject.
pub static OBLIQUE: Words =
    LazyLock::new(|| words("dem des einem einer eines seinem seiner seines ihrem ihres diesem dieses keinem keines jedem unserem zufolge"));
