//! Lets the linker keep its relocations if `cargo xtask` asks for it: they say which data which functions need (`crates/xtask/src/app/data.rs`).

fn main() {
    println!("cargo:rerun-if-env-changed=ZEITLUPE_RELOCATIONS");
    println!("cargo:rerun-if-changed=src/build.rs");
    if std::env::var_os("ZEITLUPE_RELOCATIONS").is_some() {
        println!("cargo:rustc-link-arg-bins=--emit-relocs");
    }
}
