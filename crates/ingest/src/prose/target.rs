//! Which link targets are allowed.

/// The target of a link: a view of the room (`#/…`), a web address or an e-mail address; `None` for anything else.
///
/// Of a web address that contains a view only the view is kept, because it may have been copied from another copy of the site.
pub(crate) fn target(written: &str) -> Option<String> {
    let written = written.split_whitespace().next()?;
    let begins = |scheme: &str| written.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let on_the_web = begins("https://") || begins("http://");
    match written.find("#/") {
        Some(at) if at == 0 || on_the_web => Some(written[at..].to_owned()),
        _ => (on_the_web || begins("mailto:")).then(|| written.to_owned()),
    }
}
