//! Files built in the test: small honest ones, and such as no honest program makes.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub const DOCX_TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const XLSX_TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const RELS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A packed file of the given parts.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A Word file with this body, and parts besides.
pub fn docx_with(body: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    let document =
        format!(r#"<w:document xmlns:w="w" xmlns:w14="w14"><w:body>{body}</w:body></w:document>"#);
    let mut parts = vec![
        ("[Content_Types].xml", DOCX_TYPES.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ];
    parts.extend_from_slice(more);
    packed(&parts)
}

pub fn docx(body: &str) -> Vec<u8> {
    docx_with(body, &[])
}

/// An Excel file with this sheet.
pub fn xlsx(sheet: &str) -> Vec<u8> {
    let workbook = r#"<workbook xmlns:r="r"><sheets><sheet name="Ark" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let links = format!(
        r#"<Relationships><Relationship Id="rId1" Type="{RELS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let sheet = format!("<worksheet>{sheet}</worksheet>");
    packed(&[
        ("[Content_Types].xml", XLSX_TYPES.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// An OpenDocument file of this kind (`text`, `spreadsheet`) with this body.
pub fn opendocument(kind: &str, body: &str) -> Vec<u8> {
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    let content = format!(
        r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"#
    );
    packed(&[
        ("mimetype", mimetype.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

/// An OLE file whose directory names one stream.
pub fn ole(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.resize(1024, 0);
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4096, 0);
    bytes
}

/// A small honest table in Word.
pub fn small_docx() -> Vec<u8> {
    let row = "<w:tr><w:tc><w:p><w:r><w:t>Alle kommuner skal</w:t></w:r></w:p></w:tc>\
               <w:tc><w:p><w:r><w:t>Grøn</w:t></w:r></w:p></w:tc></w:tr>";
    docx(&format!("<w:tbl>{}</w:tbl>", row.repeat(12)))
}

/// A small honest sheet in Excel.
pub fn small_xlsx() -> Vec<u8> {
    let row = |number: u32| {
        format!(
            r#"<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>Skal</t></is></c><c r="B{number}"><v>{number}</v></c></row>"#
        )
    };
    let rows: String = (1..=12).map(row).collect();
    xlsx(&format!("<sheetData>{rows}</sheetData>"))
}

/// Numbers that look random and are the same in every run (xorshift).
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}
