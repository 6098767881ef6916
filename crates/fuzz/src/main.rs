//! The fuzzer: libFuzzer on the target named by `ZEITLUPE_FUZZ`. Started by `cargo xtask fuzz`.
#![no_main]

use std::sync::OnceLock;
use zeitlupe_fuzz::Target;

static TARGET: OnceLock<Target> = OnceLock::new();

fn named() -> Target {
    let name = std::env::var("ZEITLUPE_FUZZ").unwrap_or_default();
    zeitlupe_fuzz::target(&name).unwrap_or_else(|| panic!("ZEITLUPE_FUZZ: expected a target, found {name:?}"))
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| (TARGET.get_or_init(named).run)(bytes));
