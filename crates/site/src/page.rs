//! The frame of every page: policy, head, body.

use super::pack::csp_hash;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use std::borrow::Cow;

/// Where scripts, styles and data may come from; becomes the Content-Security-Policy.
pub enum Policy<'a> {
    /// A page of a folder: everything from its own origin.
    Folder,
    /// A page without any script.
    Still,
    /// A single page: only these inline scripts and this style, and no requests.
    Single {
        /// The inline scripts, byte for byte.
        scripts: &'a [&'a str],
        /// The inline style, byte for byte.
        style: &'a str,
    },
    /// A page of the development server, which adds a script that reloads it.
    Development,
}

impl Policy<'_> {
    fn render(&self) -> String {
        let (script, worker, style, connect) = match self {
            Self::Folder => ("'self' 'wasm-unsafe-eval'".to_owned(), "'self' blob:", "'self'".to_owned(), "'self'"),
            Self::Still => ("'none'".to_owned(), "'none'", "'self'".to_owned(), "'none'"),
            Self::Single { scripts, style } => {
                let hashes: Vec<String> = scripts.iter().map(|script| csp_hash(script)).collect();
                // WebKit also checks `script-src` for the worker's blob.
                (format!("{} 'wasm-unsafe-eval' blob:", hashes.join(" ")), "blob:", csp_hash(style), "'none'")
            }
            Self::Development => {
                ("'self' 'unsafe-inline' 'wasm-unsafe-eval'".to_owned(), "'self' blob:", "'self'".to_owned(), "'self' ws: wss:")
            }
        };
        let manifest = if matches!(self, Self::Single { .. }) { "'none'" } else { "'self'" };
        format!(
            "default-src 'none'; script-src {script}; worker-src {worker}; style-src {style}; connect-src {connect}; \
             img-src 'self' data:; manifest-src {manifest}; base-uri 'none'; form-action 'none'"
        )
    }
}

/// A page.
pub struct Page<'a> {
    /// The title, as plain text.
    pub title: &'a str,
    /// A description of one sentence, as plain text.
    pub description: &'a str,
    /// What the page may load.
    pub policy: Policy<'a>,
    /// Links to styles and icons, preload hints, metadata for link previews.
    pub head: Markup,
    /// The static content, shown before the app starts.
    pub body: Markup,
    /// The inline style sheet, byte for byte as in the policy.
    pub style: Option<&'a str>,
    /// Script elements, byte for byte as in the policy.
    pub scripts: Markup,
}

impl Page<'_> {
    /// The page as a file.
    pub fn render(&self) -> String {
        // The policy must come first: it only applies to what follows.
        let page = html! {
            (DOCTYPE)
            html lang="de" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(self.policy.render());
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="referrer" content="no-referrer";
                    meta name="color-scheme" content="light dark";
                    meta name="description" content=(printable(self.description));
                    title { (printable(self.title)) }
                    (PreEscaped(printable(&self.head.0)))
                    @if let Some(style) = self.style { style { (PreEscaped(style)) } }
                }
                body { (PreEscaped(printable(&self.body.0))) (self.scripts) }
            }
        };
        page.into_string()
    }
}

/// Replaces control characters other than line ends and tabs by U+FFFD: HTML does not allow them, not even as references.
fn printable(text: &str) -> Cow<'_, str> {
    let is_bad = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if text.contains(is_bad) { text.replace(is_bad, "\u{fffd}").into() } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn render(policy: Policy) -> String {
        Page {
            title: "A & B",
            description: "\"Lesesaal\"",
            policy,
            head: html! { link rel="icon" href="data:,"; },
            body: html! { p { "x\u{0}" } },
            style: None,
            scripts: html! {},
        }
        .render()
    }

    #[test]
    fn the_policy_comes_first_in_the_head() {
        let page = render(Policy::Folder);
        let policy = page.find("Content-Security-Policy").expect("every page has one");
        for later in ["<title>", "<link", "<body>"] {
            assert!(policy < page.find(later).expect(later), "{later}");
        }
        assert!(page.contains("<title>A &amp; B</title>") && page.contains("content=\"&quot;Lesesaal&quot;\""));
        assert!(page.ends_with("<body><p>x\u{fffd}</p></body></html>"), "{page}");
    }

    #[test]
    fn a_single_page_may_run_its_own_scripts_and_request_nothing() {
        let policy = Policy::Single { scripts: &["start()", "boot()"], style: "p{}" }.render();
        assert!(
            policy.contains(&format!("script-src {} {} 'wasm-unsafe-eval' blob:;", csp_hash("start()"), csp_hash("boot()"))),
            "{policy}"
        );
        assert!(policy.contains(&format!("style-src {};", csp_hash("p{}"))) && policy.contains("connect-src 'none';"), "{policy}");
    }

    #[test]
    fn no_policy_allows_foreign_or_unsafe_sources() {
        for policy in [Policy::Folder, Policy::Still, Policy::Single { scripts: &["a"], style: "b" }] {
            let policy = policy.render();
            for bad in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
                assert!(!policy.contains(bad), "{bad} in {policy}");
            }
            assert!(policy.starts_with("default-src 'none'"));
        }
    }
}
