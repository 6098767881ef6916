//! Runs every input of the corpus.

use std::path::Path;
use zeitlupe_fuzz::TARGETS;

#[test]
fn no_input_of_the_corpus_panics() {
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
