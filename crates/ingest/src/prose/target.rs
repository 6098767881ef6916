//! Where a link may lead.

/// What may become a link: a state of the room (`#/…`), and of an address on the web that holds one only that state, as it may have been
/// copied from another place where the room lies; other addresses of the web; addresses of mail. `None` for anything else.
pub(crate) fn target(written: &str) -> Option<String> {
    let written = written.split_whitespace().next()?;
    let begins = |scheme: &str| written.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let on_the_web = begins("https://") || begins("http://");
    match written.find("#/") {
        Some(at) if at == 0 || on_the_web => Some(written[at..].to_owned()),
        _ => (on_the_web || begins("mailto:")).then(|| written.to_owned()),
    }
}
