//! What the file says about itself, and its settings.

use crate::write::outline::Report;
use crate::write::xml::Xml;
use chrono::SecondsFormat;
use kernel::Language;

/// The language as Word names it.
pub(super) fn language_tag(language: Language) -> &'static str {
    match language {
        Language::Da => "da-DK",
        Language::En => "en-GB",
    }
}

/// Title, author, dates and language.
pub(super) fn core(report: &Report) -> String {
    let dated = report.dated.to_rfc3339_opts(SecondsFormat::Secs, true);
    let mut xml = Xml::document();
    xml.open(
        "cp:coreProperties",
        &[
            (
                "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            ),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    xml.leaf("dc:title", &[], &report.title);
    xml.leaf(
        "dc:subject",
        &[],
        report.subtitle.as_deref().unwrap_or_default(),
    );
    xml.leaf("dc:creator", &[], &report.author);
    xml.leaf(
        "dc:description",
        &[],
        report.notice.as_deref().unwrap_or_default(),
    );
    xml.leaf("cp:lastModifiedBy", &[], &report.author);
    xml.leaf("cp:revision", &[], "1");
    for element in ["dcterms:created", "dcterms:modified"] {
        xml.leaf(element, &[("xsi:type", "dcterms:W3CDTF")], &dated);
    }
    xml.leaf("dc:language", &[], language_tag(report.language));
    xml.finish()
}

/// The program that wrote the file.
pub(super) fn app() -> String {
    let mut xml = Xml::document();
    xml.open(
        "Properties",
        &[(
            "xmlns",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        )],
    );
    xml.leaf("Application", &[], "Pejling");
    xml.finish()
}

/// How Word treats the document.
pub(super) fn settings(report: &Report) -> String {
    let mut xml = Xml::document();
    xml.open("w:settings", &[("xmlns:w", super::body::WORD)]);
    xml.empty("w:zoom", &[("w:percent", "100")]);
    xml.empty("w:defaultTabStop", &[("w:val", "720")])
        .empty("w:autoHyphenation", &[("w:val", "1")]);
    xml.empty("w:characterSpacingControl", &[("w:val", "doNotCompress")]);
    xml.open("w:compat", &[]);
    // 15 is Word 2013 and later; without it the file opens in compatibility mode.
    xml.empty(
        "w:compatSetting",
        &[
            ("w:name", "compatibilityMode"),
            ("w:uri", "http://schemas.microsoft.com/office/word"),
            ("w:val", "15"),
        ],
    );
    xml.close();
    xml.empty(
        "w:themeFontLang",
        &[("w:val", language_tag(report.language))],
    );
    xml.empty(
        "w:decimalSymbol",
        &[(
            "w:val",
            if report.language == Language::Da {
                ","
            } else {
                "."
            },
        )],
    );
    xml.empty(
        "w:listSeparator",
        &[(
            "w:val",
            if report.language == Language::Da {
                ";"
            } else {
                ","
            },
        )],
    );
    xml.finish()
}
