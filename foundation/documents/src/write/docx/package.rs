//! The container: which parts a Word file has and how they refer to each other.

use super::body::DocumentPart;
use super::{properties, sections, styles};
use crate::write::WriteFault;
use crate::write::outline::Report;
use crate::write::xml::Xml;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// Puts the parts together.
pub(super) fn pack(report: &Report, document: &DocumentPart) -> Result<Vec<u8>, WriteFault> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| -> Result<(), WriteFault> {
        // A fixed time: the same report gives the same bytes.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
        Ok(())
    };
    put("[Content_Types].xml", content_types().as_bytes())?;
    put("_rels/.rels", package_relations().as_bytes())?;
    put("docProps/core.xml", properties::core(report).as_bytes())?;
    put("docProps/app.xml", properties::app().as_bytes())?;
    put("word/document.xml", document.xml.as_bytes())?;
    put(
        "word/styles.xml",
        styles::styles(report.language).as_bytes(),
    )?;
    put(
        "word/numbering.xml",
        styles::numbering(document.numbered_lists).as_bytes(),
    )?;
    put("word/settings.xml", properties::settings(report).as_bytes())?;
    put("word/header1.xml", sections::header(report).as_bytes())?;
    for (paper, _, name) in sections::PAPERS {
        put(
            &format!("word/{name}"),
            sections::footer(report, paper).as_bytes(),
        )?;
    }
    put(
        "word/_rels/document.xml.rels",
        document_relations(document).as_bytes(),
    )?;
    for picture in &document.pictures {
        put(&format!("word/media/{}", picture.name), &picture.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn content_types() -> String {
    let mut xml = Xml::document();
    xml.open(
        "Types",
        &[(
            "xmlns",
            "http://schemas.openxmlformats.org/package/2006/content-types",
        )],
    );
    for (extension, kind) in [
        (
            "rels",
            "application/vnd.openxmlformats-package.relationships+xml",
        ),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("svg", "image/svg+xml"),
    ] {
        xml.empty(
            "Default",
            &[("Extension", extension), ("ContentType", kind)],
        );
    }
    let word = |part: &str| format!("{WORD_TYPE}.{part}+xml");
    for (name, kind) in [
        ("/word/document.xml", word("document.main")),
        ("/word/styles.xml", word("styles")),
        ("/word/numbering.xml", word("numbering")),
        ("/word/settings.xml", word("settings")),
        ("/word/header1.xml", word("header")),
        ("/word/footer1.xml", word("footer")),
        ("/word/footer2.xml", word("footer")),
        ("/word/footer3.xml", word("footer")),
        (
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ),
        (
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned(),
        ),
    ] {
        xml.empty("Override", &[("PartName", name), ("ContentType", &kind)]);
    }
    xml.finish()
}

fn package_relations() -> String {
    let core =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    let mut xml = Xml::document();
    xml.open("Relationships", &[("xmlns", RELATIONS)]);
    relation(
        &mut xml,
        "rId1",
        &format!("{OFFICE}/officeDocument"),
        "word/document.xml",
        false,
    );
    relation(&mut xml, "rId2", core, "docProps/core.xml", false);
    relation(
        &mut xml,
        "rId3",
        &format!("{OFFICE}/extended-properties"),
        "docProps/app.xml",
        false,
    );
    xml.finish()
}

fn document_relations(document: &DocumentPart) -> String {
    let mut xml = Xml::document();
    xml.open("Relationships", &[("xmlns", RELATIONS)]);
    for (id, kind, target) in [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdNumbering", "numbering", "numbering.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdHeader", "header", "header1.xml"),
    ] {
        relation(&mut xml, id, &format!("{OFFICE}/{kind}"), target, false);
    }
    for (_, id, name) in sections::PAPERS {
        relation(&mut xml, id, &format!("{OFFICE}/footer"), name, false);
    }
    for picture in &document.pictures {
        relation(
            &mut xml,
            &picture.id,
            &format!("{OFFICE}/image"),
            &format!("media/{}", picture.name),
            false,
        );
    }
    for (id, address) in &document.links {
        relation(&mut xml, id, &format!("{OFFICE}/hyperlink"), address, true);
    }
    xml.finish()
}

fn relation(xml: &mut Xml, id: &str, kind: &str, target: &str, external: bool) {
    let mut attributes = vec![("Id", id), ("Type", kind), ("Target", target)];
    if external {
        attributes.push(("TargetMode", "External"));
    }
    xml.empty("Relationship", &attributes);
}
