//! Eight times the input costs at most ten times the steps, whatever the input is.
//!
//! Steps are instructions of the wasm, which do not depend on the machine. Each kind of input is given in three lengths, 1, 8 and 64; what
//! every input costs, however short it is, is in all three, so that the two differences compare. `cargo xtask test --only growth` runs this
//! with `ZEITLUPE_PARITY`, the path of the wasm; words on the command line select kinds by name.

mod cases;
#[path = "../wasm/mod.rs"]
mod wasm;

use cases::{Case, cases};
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use wasm::{Wasm, given};
use wasmi::{Config, Engine, Module};

/// How much longer an input is than the one before, and how much more it may cost.
const LONGER: usize = 8;
const DEARER: u64 = 10;

fn main() {
    let Some(wasm) = given("ZEITLUPE_PARITY") else {
        println!("not counted: no wasm was given; `cargo xtask test` builds one");
        return;
    };
    let engine = Engine::new(Config::default().consume_fuel(true));
    let module = Module::new(&engine, fs::read(wasm).expect("the wasm can be read")).expect("the compiler has written it");
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let cases: Vec<Case> =
        cases().into_iter().filter(|case| words.is_empty() || words.iter().any(|word| case.name.contains(word))).collect();
    let (next, failures) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    if let Err(failure) = check(&engine, &module, case) {
                        failures.lock().unwrap_or_else(PoisonError::into_inner).push(failure);
                    }
                }
            });
        }
    });
    let failures = failures.into_inner().unwrap_or_else(PoisonError::into_inner);
    assert!(failures.is_empty(), "{failures:#?}");
    println!("{} kinds of input grow in proportion", cases.len());
}

/// Counts the steps for the three lengths of an input, in a memory of its own.
fn check(engine: &Engine, module: &Module, case: &Case) -> Result<(), String> {
    let mut wasm = Wasm::start(engine, module);
    // The tables that are read once are not part of any input.
    steps(&mut wasm, case.kind, &(case.text)(1));
    let [least, less, more] = [1, LONGER, LONGER * LONGER].map(|n| steps(&mut wasm, case.kind, &(case.text)(n)));
    let (one, many) = (less.saturating_sub(least).max(1), more.saturating_sub(less));
    let times = many as f64 / one as f64;
    println!("{times:>5.1} times the steps, {:>6} million: {}", more / 1_000_000, case.name);
    if many > DEARER * one { Err(format!("{}: {LONGER} times the input costs {times:.1} times the steps", case.name)) } else { Ok(()) }
}

/// The instructions that the wasm executes for a text.
fn steps(wasm: &mut Wasm, kind: &str, text: &str) -> u64 {
    wasm.store.set_fuel(u64::MAX).expect("fuel is counted");
    wasm.give(&postcard::to_allocvec(&(kind, text)).expect("two texts can be written"));
    let before = wasm.store.get_fuel().expect("fuel is counted");
    let count = wasm.call("process_input");
    assert_ne!(count, u32::MAX as usize, "the input is a kind and a text");
    // Beside every file lies an article.
    assert!(count > 0 || ["query", "address", "notebook", "speech"].contains(&kind), "a room of {kind} cannot be opened");
    before - wasm.store.get_fuel().expect("fuel is counted")
}
