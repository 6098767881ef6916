//! The hand-written scripts, shipped without comments.

use super::pack;

/// The parts of the loader, in order: each uses those before it.
const LOADER: [&str; 5] =
    [include_str!("unpack.js"), include_str!("room.js"), include_str!("service.js"), include_str!("api.js"), include_str!("boot.js")];
/// The service worker, with placeholders VERSION and FILES.
pub const WORKER: &str = include_str!("sw.js");

/// The loader, which starts the room and the app; readable, so that it can be minified. `unpack` is the wasm of the crate `zeitlupe-unpack`; a page
/// without packed files needs none.
pub fn loader(unpack: &[u8]) -> String {
    let code = LOADER.concat().replacen("\"WASM\"", &format!("\"{}\"", pack::base64(unpack)), 1);
    format!("(() => {{\n\"use strict\";\n{code}}})();\n")
}

/// Removes comment lines, empty lines, indentation, and line ends after which a statement cannot end (unless the line may have a comment);
/// the script must not contain multi-line strings.
pub fn minified(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//")) {
        out.push_str(line);
        if line.contains("//") || !line.ends_with(['{', ';', ',', '(']) {
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_are_left_out() {
        assert_eq!(minified("// why\n\nif (a) {\n  b(); // stays;\n  c();\n}\nd()\n"), "if (a) {b(); // stays;\nc();}\nd()\n");
    }
}
