//! Zip packages and escaped XML.

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip file of members in order; the first one stays uncompressed where its name is `mimetype`.
pub fn zipped(members: &[(&str, String)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        let method = match *name {
            "mimetype" => zip::CompressionMethod::Stored,
            _ => zip::CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default().compression_method(method);
        // A zip in memory cannot fail to be written.
        let _ = writer.start_file(*name, options);
        let _ = writer.write_all(content.as_bytes());
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// Text as XML and HTML carry it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Dublin Core properties, as both office families write them.
pub fn core_properties(title: &str) -> String {
    format!(
        "<dc:title>{}</dc:title><dc:creator>hlh</dc:creator>",
        escaped(title)
    )
}
