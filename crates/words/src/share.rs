//! Words of passing on.

/// Words of passing on.
#[derive(Debug)]
pub struct Share {
    /// What opens the sheet.
    pub title: &'static str,
    /// An article; a passage in one (the article's name follows).
    pub article: [&'static str; 2],
    /// The address.
    pub link: &'static str,
    /// Copies it.
    pub copy_link: &'static str,
    /// Hands it to the device's own way of passing on.
    pub device: &'static str,
    /// Who can open it only: this device; this device with this file.
    pub reach: [&'static str; 2],
    /// Something was copied.
    pub copied: &'static str,
    /// It could not be copied.
    pub not_copied: &'static str,
    /// The QR code.
    pub code: &'static str,
    /// What the drawing is.
    pub code_label: &'static str,
    /// Shows it large.
    pub enlarge: &'static str,
    /// The link has no code.
    pub too_long: &'static str,
    /// The quotation of the passage.
    pub quotation: &'static str,
    /// Copies it.
    pub copy_quotation: &'static str,
    /// How the article is cited.
    pub reference: &'static str,
    /// Copies that.
    pub copy_reference: &'static str,
    /// Files for reference managers (their names follow).
    pub files: &'static str,
    /// A newer version of the room lies ready.
    pub renewed: &'static str,
    /// Go over to it.
    pub reload: &'static str,
    /// Only the beginning of the article is here; before its words of the whole.
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
    renewed: "Eine neue Fassung ist da.",
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
    renewed: "There is a new version.",
    reload: "Reload",
    excerpt: "An excerpt only; the whole article has",
    excerpt_names: "Named most in it",
};
