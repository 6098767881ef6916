//! Texts of sharing and citing.

/// Texts of sharing and citing.
#[derive(Debug)]
pub struct Share {
    /// Button that opens the dialog, and its heading.
    pub title: &'static str,
    /// What is shared: an article, or a passage in one (its title follows).
    pub article: [&'static str; 2],
    /// Label of the link.
    pub link: &'static str,
    /// Button: copy the link.
    pub copy_link: &'static str,
    /// Button: share with the system's dialog.
    pub device: &'static str,
    /// Limits of the link: works on this device; works on this device with this file.
    pub reach: [&'static str; 2],
    /// Something was copied.
    pub copied: &'static str,
    /// It could not be copied.
    pub not_copied: &'static str,
    /// Heading of the QR code.
    pub code: &'static str,
    /// Description of the QR code.
    pub code_label: &'static str,
    /// Button: enlarge the QR code.
    pub enlarge: &'static str,
    /// The link is too long for a QR code.
    pub too_long: &'static str,
    /// Heading of the quotation.
    pub quotation: &'static str,
    /// Button: copy the quotation.
    pub copy_quotation: &'static str,
    /// Heading of the reference.
    pub reference: &'static str,
    /// Button: copy the reference.
    pub copy_reference: &'static str,
    /// Before the files for reference managers.
    pub files: &'static str,
    /// A newer version of the site is ready.
    pub update_ready: &'static str,
    /// Button: load the newer version.
    pub reload: &'static str,
    /// The article is an excerpt; before the number of words of the whole.
    pub excerpt: &'static str,
    /// Before the names that the whole article names most.
    pub excerpt_names: &'static str,
}

pub(super) const DE: Share = Share {
    title: "Teilen",
    article: ["Artikel", "Stelle in"],
    link: "Link",
    copy_link: "Link kopieren",
    device: "Weitergeben …",
    reach: [
        "Diese Adresse gilt nur auf diesem Gerät.",
        "Dieser Link führt nur mit dieser Datei auf diesem Gerät zum Ziel. Anderen geben Sie die Datei selbst.",
    ],
    copied: "Kopiert.",
    not_copied: "Der Browser hat das Kopieren nicht erlaubt. Bitte markieren und kopieren Sie den Text von Hand.",
    code: "QR-Code",
    code_label: "QR-Code mit dem Link",
    enlarge: "Groß zeigen",
    too_long: "Für einen QR-Code ist dieser Link zu lang.",
    quotation: "Zitat mit Quelle",
    copy_quotation: "Zitat kopieren",
    reference: "Quellenangabe",
    copy_reference: "Quellenangabe kopieren",
    files: "Für Literaturprogramme:",
    update_ready: "Eine neue Fassung ist da.",
    reload: "Neu laden",
    excerpt: "Nur ein Auszug; der ganze Artikel hat",
    excerpt_names: "Darin vor allem genannt",
};

pub(super) const EN: Share = Share {
    title: "Share",
    article: ["Article", "Passage in"],
    link: "Link",
    copy_link: "Copy link",
    device: "Pass on …",
    reach: [
        "This address works on this device only.",
        "This link only works with this file on this device. To pass it on, give away the file itself.",
    ],
    copied: "Copied.",
    not_copied: "The browser did not allow copying. Please select and copy the text by hand.",
    code: "QR code",
    code_label: "QR code of the link",
    enlarge: "Show large",
    too_long: "This link is too long for a QR code.",
    quotation: "Quotation with source",
    copy_quotation: "Copy quotation",
    reference: "Reference",
    copy_reference: "Copy reference",
    files: "For reference managers:",
    update_ready: "There is a new version.",
    reload: "Reload",
    excerpt: "An excerpt only; the whole article has",
    excerpt_names: "Named most in it",
};
