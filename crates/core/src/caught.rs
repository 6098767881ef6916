//! Panics over one article or file, which must not cost the others.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    static CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// Does `work`; a panic becomes its message. What `work` was changing when it panicked must not be used any more.
///
/// In the browser nothing is caught: there, a panic ends the program.
///
/// ```
/// use zeitlupe_core::caught::caught;
/// assert_eq!(caught(|| 1 + 1), Ok(2));
/// assert_eq!(caught(|| -> u8 { panic!("no {}", "number") }), Err("no number".to_owned()));
/// ```
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let outer = CAUGHT.replace(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    CAUGHT.set(outer);
    outcome.map_err(|payload| {
        let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
        text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "a panic without words".to_owned())
    })
}

/// Whether a panic on this thread would be caught, so that a program need not show it.
pub fn is_caught() -> bool {
    CAUGHT.get()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_caught_counts_as_caught() {
        assert!(!is_caught());
        let inner = caught(|| {
            assert_eq!(caught(|| -> bool { panic!("inner") }), Err("inner".into()));
            is_caught()
        });
        assert_eq!((inner, is_caught()), (Ok(true), false));
        assert!(caught(|| std::panic::resume_unwind(Box::new(7))).is_err_and(|words| words.contains("without words")));
    }
}
