//! What Trunk makes of the app: a script, a wasm, style sheets. The page around them is written here, not there.

use super::pack;
use super::recogniser::{self, Recogniser};
use crate::errors::{Context, Failure};
use dom_query::Document;
use std::path::Path;

/// The app, compiled, without any article.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Shell {
    /// The script that wasm-bindgen writes (target `no-modules`, so that it runs in a page, in a worker and inside one file).
    pub glue: String,
    /// The wasm.
    pub wasm: Vec<u8>,
    /// The recognisers, which are loaded only when they are asked; none while somebody works on the app: their build takes half a minute.
    pub recognisers: Vec<Recogniser>,
    /// All style sheets in the order in which `index.html` names them.
    pub css: String,
    /// The script by which Trunk's server reloads the page; `None` in a release.
    pub reload: Option<String>,
}

impl Shell {
    /// The wasm as it ships: small for readers, quick for a developer who waits for a reload.
    pub fn packed_wasm(&self) -> Result<Vec<u8>, Failure> {
        if self.reload.is_some() { pack::gzip(&self.wasm) } else { pack::lzma(&self.wasm) }
    }
}

/// Reads what Trunk left in `folder`.
pub fn read(folder: &Path) -> Result<Shell, Failure> {
    let text = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path).context(|| format!("cannot read {}", path.display()))
    };
    let page = text("index.html")?;
    let css = style_sheets(&page).iter().map(|name| text(name)).collect::<Result<Vec<_>, _>>()?.concat();
    let wasm_path = folder.join("zeitlupe_bg.wasm");
    let wasm = std::fs::read(&wasm_path).context(|| format!("cannot read {}", wasm_path.display()))?;
    Ok(Shell { glue: text("zeitlupe.js")?, wasm, recognisers: recogniser::read(folder)?, css, reload: reload_script(&page) })
}

/// Removes from `folder` what [`read`] has read and the assembled site replaces.
pub fn remove(folder: &Path) -> Result<(), Failure> {
    let page_path = folder.join("index.html");
    let page = std::fs::read_to_string(&page_path).context(|| format!("cannot read {}", page_path.display()))?;
    let sheets = style_sheets(&page);
    for name in ["index.html", "zeitlupe.js", "zeitlupe_bg.wasm"].into_iter().chain(sheets.iter().map(String::as_str)) {
        let path = folder.join(name);
        std::fs::remove_file(&path).context(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}

/// The files of the style sheets that Trunk's page links, in order, without the public address before them.
fn style_sheets(page: &str) -> Vec<String> {
    let page = Document::from(page);
    let links = page.select("link[rel=stylesheet]");
    let addresses = links.nodes().iter().filter_map(|link| link.attr("href"));
    addresses.map(|address| address.rsplit('/').next().unwrap_or_default().to_owned()).collect()
}

/// The script that Trunk adds to reload the page, known by the marks that its server fills in.
fn reload_script(page: &str) -> Option<String> {
    page.split("<script").skip(1).find(|tag| tag.contains("__TRUNK_ADDRESS__")).and_then(|tag| {
        let end = tag.find("</script>")?;
        Some(format!("<script{}</script>\n", &tag[..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_sheets_keep_their_order() {
        let page =
            r#"<link rel="stylesheet" href="/tokens.css"/><link rel="preload" href="/x.wasm"><link rel="stylesheet" href="./base.css"/>"#;
        assert_eq!(style_sheets(page), ["tokens.css", "base.css"]);
        assert_eq!(
            style_sheets("<link href=./tokens.css rel=stylesheet><link href=./base.css rel=stylesheet>"),
            ["tokens.css", "base.css"]
        );
        assert!(style_sheets("<p>no sheet</p>").is_empty());
    }

    #[test]
    fn only_the_reloading_script_is_kept() {
        let page = "<script type=\"module\">init()</script><script>const a = '{{__TRUNK_ADDRESS__}}';</script>";
        assert_eq!(reload_script(page).as_deref(), Some("<script>const a = '{{__TRUNK_ADDRESS__}}';</script>\n"));
        assert_eq!(reload_script("<script>init()</script>"), None);
    }
}
