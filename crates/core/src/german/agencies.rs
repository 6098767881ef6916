//! News agencies.

/// Their names and abbreviations, in lower case.
const AGENCIES: &str = "dpa dpa-infocom afp ap reuters apa epd kna sid ansa tass interfax dts dapd ddp rtr efe keystone-sda keystone sda bloomberg \
    ots xinhua ukrinform belga pap ritzau";

/// Whether the word is the name of a news agency.
///
/// ```
/// use zeitlupe_core::german::is_agency;
/// assert!(is_agency("dpa") && is_agency("AFP") && !is_agency("Der Bote"));
/// ```
pub fn is_agency(word: &str) -> bool {
    AGENCIES.split(' ').any(|agency| agency.eq_ignore_ascii_case(word))
}
