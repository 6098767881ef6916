//! The hand-written scripts, shipped without comments.

/// The parts of the loader, in order: each uses those before it.
const LOADER: [&str; 5] =
    [include_str!("unpack.js"), include_str!("room.js"), include_str!("service.js"), include_str!("api.js"), include_str!("boot.js")];
/// The service worker, with placeholders VERSION and FILES.
pub const WORKER: &str = include_str!("sw.js");

/// The loader, which starts the room and the app; readable, so that it can be minified. `unpack` is the wasm of the crate `zeitlupe-unpack`; a page
/// without packed files needs none.
pub fn loader(unpack: &[u8]) -> String {
    let code = LOADER.concat().replacen("\"WASM\"", &format!("\"{}\"", quotable(unpack)), 1);
    format!("(() => {{\n\"use strict\";\n{code}}})();\n")
}

/// Bytes as a JavaScript string without quotation mark, backslash, control characters and `<`: a character for each byte, so that gzip still sees
/// what is alike, which base64 hides from it. Bytes below [`ASCII`] become ASCII characters, others Latin letters from U+00FD on.
fn quotable(bytes: &[u8]) -> String {
    let character = |byte: &u8| {
        let code = u32::from(*byte);
        let code = if code < ASCII { code + 35 } else { code + 161 };
        char::from_u32(code + u32::from(code >= 60) + u32::from(code >= 91)).unwrap_or_default()
    };
    bytes.iter().map(character).collect()
}

/// Number of bytes that become ASCII characters.
const ASCII: u32 = 90;

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
    fn any_bytes_can_stand_in_a_string() {
        let bytes: Vec<u8> = (0..=255).collect();
        let text = quotable(&bytes);
        assert!(text.chars().all(|c| !c.is_control() && !['"', '\\', '<'].contains(&c)), "{text}");
        // As unpack.js reads it.
        let byte = |c: char| {
            let code = c as u32;
            if code > 127 { code - 163 } else { code - 35 - u32::from(code > 60) - u32::from(code > 92) }
        };
        assert!(text.chars().map(byte).eq(0..=255));
    }

    #[test]
    fn comments_and_indentation_are_left_out() {
        assert_eq!(minified("// why\n\nif (a) {\n  b(); // stays;\n  c();\n}\nd()\n"), "if (a) {b(); // stays;\nc();}\nd()\n");
    }
}
