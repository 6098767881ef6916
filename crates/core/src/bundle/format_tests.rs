//! The stored bytes of the seeds, by one number.

use super::build;
use crate::room::fixture::seeds;

/// The hash of the bundle of the seeds, over the version of the format and the bytes of every part.
const SEEDS: u64 = 0x6e36_de6c_0adb_72a9;

#[test]
fn stored_bytes_change_only_with_the_version_of_the_format() {
    let hash = build(&seeds(), &mut |_| ()).corpus;
    assert_eq!(
        hash, SEEDS,
        "the bundle of the seeds has the hash {hash:#018x}: where a stored form has changed, raise VERSION in part/frame.rs; \
         then, or where only the analysis finds more, put the hash here"
    );
}
