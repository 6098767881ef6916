//! The hand-written scripts, shipped without comments.

/// The loader, which starts the app in the page and in its worker.
pub const LOADER: &str = include_str!("boot.js");
/// The service worker, with placeholders VERSION and FILES.
pub const WORKER: &str = include_str!("sw.js");

/// Removes comment lines, empty lines and indentation; the script must not contain multi-line strings.
pub fn minified(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_are_left_out() {
        assert_eq!(minified("// why\n\nif (a) {\n  b(); // stays\n}\n"), "if (a) {\nb(); // stays\n}");
    }
}
