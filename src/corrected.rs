//! A correction of names in words.
//!
//! ```
//! use zeitlupe::corrected::describe;
//! use zeitlupe_core::entity::{Correction, EntityKind, EntityName};
//! use zeitlupe_words::Lang;
//!
//! let name = EntityName { kind: EntityKind::Per, name: "Mai".into() };
//! assert_eq!(describe(&Correction::Remove { name }, Lang::De.words()), "Person „Mai“ ist kein Name");
//! ```

use zeitlupe_core::entity::{Correction, EntityName};
use zeitlupe_words::Words;

/// A correction as a line of text.
pub fn describe(correction: &Correction, words: &Words) -> String {
    let [remove, retype, rename, merge, split, mark, unmark] = words.corrections.done;
    let named = |name: &EntityName| format!("{} „{}“", words.names.kind[name.kind as usize], name.name);
    match correction {
        Correction::Remove { name } => format!("{} {remove}", named(name)),
        Correction::Retype { name, to } => format!("{} {retype} {}", named(name), words.names.kind[*to as usize]),
        Correction::Rename { name, to } => format!("{} {rename} „{to}“", named(name)),
        Correction::Merge { name, into } => format!("{} {merge} {}", named(name), named(into)),
        Correction::Split { name, forms, articles, to } => {
            let which: Vec<String> = forms.iter().chain(articles).map(|part| format!("„{part}“")).collect();
            format!("{} ({}) {split} {}", named(name), which.join(", "), named(to))
        }
        Correction::Mark { place, name, .. } => format!("„{}“ {mark} {}", place.quote, named(name)),
        Correction::Unmark { place } => format!("„{}“ {unmark}", place.quote),
    }
}
