//! Runs every input of the corpus.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use zeitlupe_fuzz::TARGETS;

/// The build and the room catch panics and go on; libFuzzer ends at the panic itself, so this test counts them.
#[test]
fn no_input_of_the_corpus_panics() {
    static PANICS: AtomicUsize = AtomicUsize::new(0);
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        PANICS.fetch_add(1, Ordering::Relaxed);
        hook(info);
    }));
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for target in TARGETS {
        let folder = corpus.join(target.name);
        let files = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        let mut files: Vec<_> = files.map(|entry| entry.expect("it can be listed").path()).collect();
        files.sort();
        assert!(!files.is_empty(), "{} has no input", target.name);
        for file in files {
            println!("{}", file.display());
            (target.run)(&std::fs::read(&file).expect("it can be read"));
            assert_eq!(PANICS.load(Ordering::Relaxed), 0, "{} panicked", file.display());
        }
    }
}

#[test]
fn every_folder_of_the_corpus_belongs_to_a_target() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for entry in std::fs::read_dir(corpus).expect("the corpus").flatten() {
        let name = entry.file_name().into_string().expect("a plain name");
        assert!(zeitlupe_fuzz::target(&name).is_some(), "{name}");
    }
}
