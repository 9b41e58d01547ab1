//! Pictures and drawn bars, with their text alternatives.

use super::body::{Body, Media};
use super::paragraphs::open_paragraph;
use super::sections;
use crate::write::outline::{Drawing, Figure};
use crate::write::picture::{Picture, PictureKind};
use crate::write::{WriteFault, bar};

/// English Metric Units in a millimetre.
const EMU: f64 = 36_000.0;

/// Writes a figure.
pub(super) fn figure(body: &mut Body, figure: &Figure) -> Result<(), WriteFault> {
    match &figure.drawing {
        Drawing::Bar(segments) => {
            let bytes = bar::png(segments)?;
            let width = sections::text_width(body.paper);
            place(
                body,
                "png",
                bytes,
                None,
                (width, width / bar::ASPECT),
                &figure.alternative_text,
            );
        }
        Drawing::Picture(picture, width) => picture_paragraph(body, picture, *width)?,
    }
    Ok(())
}

/// Writes a picture in a paragraph of its own, this many millimetres wide.
pub(super) fn picture_paragraph(
    body: &mut Body,
    picture: &Picture,
    width: f64,
) -> Result<(), WriteFault> {
    let size = (width, width / picture.aspect);
    let bytes = picture.bytes.clone();
    match picture.kind {
        PictureKind::Png => place(body, "png", bytes, None, size, &picture.alternative_text),
        // Word wants a picture of points beside an SVG; programs that know SVG never show it.
        PictureKind::Svg => place(
            body,
            "png",
            bar::png(&[])?,
            Some(bytes),
            size,
            &picture.alternative_text,
        ),
    }
    Ok(())
}

fn place(
    body: &mut Body,
    extension: &str,
    bytes: Vec<u8>,
    vector: Option<Vec<u8>>,
    (width, height): (f64, f64),
    alternative: &str,
) {
    body.drawings += 1;
    let number = body.drawings.to_string();
    let id = body.keep(extension, bytes);
    let vector = vector.map(|bytes| body.keep("svg", bytes));
    let size = [("cx", emu(width)), ("cy", emu(height))];
    let size: Vec<(&str, &str)> = size
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let name = format!("Figure {number}");
    let named = [
        ("id", number.as_str()),
        ("name", name.as_str()),
        ("descr", alternative),
    ];
    open_paragraph(&mut body.xml, "Normal");
    let xml = &mut body.xml;
    xml.open("w:r", &[]).open("w:drawing", &[]);
    xml.open(
        "wp:inline",
        &[
            ("distT", "0"),
            ("distB", "0"),
            ("distL", "0"),
            ("distR", "0"),
        ],
    );
    xml.empty("wp:extent", &size).empty("wp:docPr", &named);
    xml.open("a:graphic", &[]);
    xml.open(
        "a:graphicData",
        &[(
            "uri",
            "http://schemas.openxmlformats.org/drawingml/2006/picture",
        )],
    );
    xml.open("pic:pic", &[]);
    xml.open("pic:nvPicPr", &[])
        .empty("pic:cNvPr", &named)
        .empty("pic:cNvPicPr", &[])
        .close();
    xml.open("pic:blipFill", &[])
        .open("a:blip", &[("r:embed", &id)]);
    if let Some(vector) = vector {
        vector_extension(xml, &vector);
    }
    xml.close()
        .open("a:stretch", &[])
        .empty("a:fillRect", &[])
        .close()
        .close();
    xml.open("pic:spPr", &[]);
    xml.open("a:xfrm", &[])
        .empty("a:off", &[("x", "0"), ("y", "0")])
        .empty("a:ext", &size)
        .close();
    xml.open("a:prstGeom", &[("prst", "rect")])
        .empty("a:avLst", &[])
        .close();
    // spPr, pic, graphicData, graphic, inline, drawing, r, p
    for _ in 0..8 {
        xml.close();
    }
}

fn vector_extension(xml: &mut crate::write::xml::Xml, id: &str) {
    xml.open("a:extLst", &[]).open(
        "a:ext",
        &[("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}")],
    );
    xml.empty(
        "asvg:svgBlip",
        &[
            (
                "xmlns:asvg",
                "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
            ),
            ("r:embed", id),
        ],
    );
    xml.close().close();
}

fn emu(millimetres: f64) -> String {
    ((millimetres * EMU).round() as i64).to_string()
}

impl Body<'_> {
    fn keep(&mut self, extension: &str, bytes: Vec<u8>) -> String {
        let number = self.pictures.len() + 1;
        let id = format!("rIdPicture{number}");
        self.pictures.push(Media {
            id: id.clone(),
            name: format!("picture{number}.{extension}"),
            bytes,
        });
        id
    }
}
