//! Small PDFs with plain content streams, so that changes reach letters, rules and fills.

use crate::seeds::{Parts, Seed};
use std::fmt::Write;

const ROWS: [(&str, &str, &str); 4] = [
    ("Anbefaling", "Gr\u{f8}n/gul/r\u{f8}d", "Bem\u{e6}rkninger"),
    (
        "Alle kommuner skal indg\u{e5} i den f\u{e6}lles rekrutteringsservice",
        "Gul",
        "Delt 42 jobordrer",
    ),
    (
        "Alle kommuner skal have en indgang for virksomheder",
        "R\u{f8}d",
        "Ingen",
    ),
    (
        "F\u{e6}lles overblik over ledige praktikpladser",
        "-",
        "Deltager ikke",
    ),
];

/// A ruled table, a filled one, and one over two pages.
pub fn seeds() -> Vec<Seed> {
    let pdfs = [
        vec![ruled("")],
        vec![ruled("0 1 0 rg ")],
        vec![ruled(""), ruled("1 0 0 rg ")],
    ];
    let pdfs = pdfs.into_iter();
    pdfs.map(|pages| Seed {
        name: "form.pdf".to_owned(),
        parts: Parts::Pdf(objects(&pages)),
    })
    .collect()
}

/// A page's content: rules, fills and text of a table with three columns.
fn ruled(fill: &str) -> String {
    let mut content = String::new();
    for (at, (text, status, remark)) in ROWS.iter().enumerate() {
        let bottom = 740 - at * 40;
        if !fill.is_empty() {
            let _ = writeln!(content, "q {fill}250 {bottom} 80 40 re f Q");
        }
        let _ = writeln!(
            content,
            "50 {bottom} 200 40 re 250 {bottom} 80 40 re 330 {bottom} 200 40 re S"
        );
        for (left, words) in [(55, text), (255, status), (335, remark)] {
            let baseline = bottom + 25;
            let _ = writeln!(
                content,
                "BT /F1 9 Tf 1 0 0 1 {left} {baseline} Tm ({words}) Tj ET"
            );
        }
    }
    content
}

fn objects(pages: &[String]) -> Vec<Vec<u8>> {
    let kids: String = (0..pages.len())
        .map(|at| format!("{} 0 R ", 4 + 2 * at))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    for (at, content) in pages.iter().enumerate() {
        let stream = 5 + 2 * at;
        objects.push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {stream} 0 R >>"));
        objects.push(format!("stream\n{content}\nendstream"));
    }
    objects.iter().map(|object| latin1(object)).collect()
}

fn latin1(text: &str) -> Vec<u8> {
    text.chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?'))
        .collect()
}

/// Objects as a file, with a right table of objects and right lengths of streams.
pub fn put_together(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", at + 1).into_bytes());
        if object.starts_with(b"stream\n") {
            let length = object.len().saturating_sub(b"stream\n\nendstream".len());
            file.extend(format!("<< /Length {length} >>\n").into_bytes());
        }
        file.extend_from_slice(object);
        file.extend_from_slice(b"\nendobj\n");
    }
    file.extend(table_of_objects(&places, file.len()).into_bytes());
    file
}

fn table_of_objects(places: &[usize], start: usize) -> String {
    let count = places.len() + 1;
    let mut table = format!("xref\n0 {count}\n0000000000 65535 f \n");
    for place in places {
        let _ = writeln!(table, "{place:010} 00000 n ");
    }
    let _ = write!(
        table,
        "trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    table
}
