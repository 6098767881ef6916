//! The site of the seeds, built natively and as wasm, is identical in all parts of the bundle and all files.
//!
//! `cargo xtask test --only parity` runs this with `ZEITLUPE_PARITY`, the path of the wasm, and `ZEITLUPE_SHELL`, the folder of the compiled
//! app.

mod wasm;

use std::fs;
use std::path::{Path, PathBuf};
use wasm::{Wasm, given};
use wasmi::{Engine, Module};
use zeitlupe_parity::{File, Input, build};

/// 4 February 2022.
const DAY: i32 = 19_027;

fn main() {
    let (Some(shell), Some(wasm)) = (given("ZEITLUPE_SHELL"), given("ZEITLUPE_PARITY")) else {
        println!("not compared: no wasm was given; `cargo xtask test` builds one");
        return;
    };
    let app = files(&shell);
    let articles = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds"));
    let module = fs::read(wasm).expect("the wasm can be read");
    let in_wasm = in_wasm(&module, &postcard::to_allocvec(&(&app, &articles, DAY)).expect("names and bytes can be written"));
    let natively = build(Input { app, articles, day: DAY }).expect("the seeds are a site");
    if let Some(difference) = difference(&natively, &in_wasm) {
        panic!("built in wasm, the site is another one: {difference}");
    }
    let bytes: usize = natively.iter().map(|(_, bytes)| bytes.len()).sum();
    println!("{} parts and files, {} kB, are the same natively and in wasm", natively.len(), bytes.div_ceil(1000));
}

/// The files of a folder, sorted by name.
fn files(folder: &Path) -> Vec<File> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("cannot read {}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
    paths.sort();
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    paths.iter().map(|path| (name(path), fs::read(path).expect("the file can be read"))).collect()
}

/// The site built by the wasm.
fn in_wasm(module: &[u8], input: &[u8]) -> Vec<File> {
    let engine = Engine::default();
    let mut wasm = Wasm::start(&engine, &Module::new(&engine, module).expect("the compiler has written it"));
    wasm.give(input);
    let length = wasm.call("build_site");
    let place = wasm.call("output");
    let memory = wasm.instance.get_memory(&wasm.store, "memory").expect("it has a memory");
    let mut output = vec![0; length];
    memory.read(&wasm.store, place, &mut output).expect("the output lies there");
    let built: Result<Vec<File>, String> = postcard::from_bytes(&output).expect("postcard has written it");
    built.expect("the seeds are a site")
}

/// The first difference: a file that one of the two lacks, or the first differing byte.
fn difference(natively: &[File], in_wasm: &[File]) -> Option<String> {
    for ((name, bytes), (other, others)) in natively.iter().zip(in_wasm) {
        if name != other {
            return Some(format!("expected {name}, found {other}"));
        }
        if bytes != others {
            let at = bytes.iter().zip(others).take_while(|(byte, other)| byte == other).count();
            return Some(format!("{name} differs at byte {at} ({} bytes natively, {} in wasm)", bytes.len(), others.len()));
        }
    }
    (natively.len() != in_wasm.len()).then(|| format!("{} files natively, {} in wasm", natively.len(), in_wasm.len()))
}
