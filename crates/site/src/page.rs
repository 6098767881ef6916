//! The frame of every page that is written: its policy, its head, its body.

use super::html::escape;
use super::pack::csp_hash;

/// Where a page's scripts, styles and data come from; becomes its Content-Security-Policy.
pub enum Policy<'a> {
    /// A page of a folder: everything from its own origin.
    Folder,
    /// A page without any script.
    Still,
    /// A page that holds everything itself: these inline scripts and this style, and no request at all.
    Single {
        /// The inline scripts, byte for byte.
        scripts: &'a [&'a str],
        /// The inline style, byte for byte.
        style: &'a str,
    },
    /// A page of the development server, which adds a reloading script of its own.
    Development,
}

impl Policy<'_> {
    fn render(&self) -> String {
        let (script, worker, style, connect) = match self {
            Self::Folder => ("'self' 'wasm-unsafe-eval'".to_owned(), "'self' blob:", "'self'".to_owned(), "'self'"),
            Self::Still => ("'none'".to_owned(), "'none'", "'self'".to_owned(), "'none'"),
            Self::Single { scripts, style } => {
                let hashes: Vec<String> = scripts.iter().map(|script| csp_hash(script)).collect();
                // WebKit asks `script-src` for the worker's Blob, too.
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

/// A page. All fields but `title` and `description` are HTML already.
pub struct Page<'a> {
    /// As text.
    pub title: &'a str,
    /// One sentence on what the page holds, as text.
    pub description: &'a str,
    /// What the page may load.
    pub policy: Policy<'a>,
    /// Links to styles and icons, hints on what to load early, what the page says of itself to others.
    pub head: String,
    /// Everything inside `<body>`.
    pub body: String,
}

impl Page<'_> {
    /// The page as a file.
    pub fn render(&self) -> String {
        // The policy comes first: it only holds for what stands after it.
        format!(
            "<!doctype html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <meta name=\"description\" content=\"{description}\">\n\
             <title>{title}</title>\n{head}</head>\n<body>\n{body}</body>\n</html>\n",
            policy = self.policy.render(),
            description = escape(self.description),
            title = escape(self.title),
            head = self.head,
            body = self.body,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn render(policy: Policy) -> String {
        Page {
            title: "A & B",
            description: "\"Lesesaal\"",
            policy,
            head: "<link rel=\"icon\" href=\"data:,\">\n".into(),
            body: "<p>x</p>\n".into(),
        }
        .render()
    }

    #[test]
    fn the_policy_stands_before_everything_that_it_rules() {
        let page = render(Policy::Folder);
        let policy = page.find("Content-Security-Policy").expect("every page has one");
        for later in ["<title>", "<link", "<body>"] {
            assert!(policy < page.find(later).expect(later), "{later}");
        }
        assert!(page.contains("<title>A &amp; B</title>") && page.contains("content=\"&quot;Lesesaal&quot;\""));
    }

    #[test]
    fn a_single_page_may_run_its_own_scripts_and_ask_for_nothing() {
        let policy = Policy::Single { scripts: &["start()", "boot()"], style: "p{}" }.render();
        assert!(
            policy.contains(&format!("script-src {} {} 'wasm-unsafe-eval' blob:;", csp_hash("start()"), csp_hash("boot()"))),
            "{policy}"
        );
        assert!(policy.contains(&format!("style-src {};", csp_hash("p{}"))) && policy.contains("connect-src 'none';"), "{policy}");
    }

    #[test]
    fn no_shipped_policy_allows_foreign_or_unsafe_sources() {
        for policy in [Policy::Folder, Policy::Still, Policy::Single { scripts: &["a"], style: "b" }] {
            let policy = policy.render();
            for bad in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "*"] {
                assert!(!policy.contains(bad), "{bad} in {policy}");
            }
            assert!(policy.starts_with("default-src 'none'"));
        }
    }
}
