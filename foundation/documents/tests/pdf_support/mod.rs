//! The smallest writer of PDFs that tests need: text, rules, fills, fields.

use std::fmt::Write;

/// A file of some pages.
pub struct Pdf {
    sheets: Vec<Sheet>,
}

/// One A4 page.
#[derive(Default)]
pub struct Sheet {
    content: String,
    fields: Vec<String>,
    turned: bool,
}

impl Sheet {
    /// A page whose content is drawn sideways and shown turned back.
    pub fn turned() -> Self {
        let content = "0 1 -1 0 842 0 cm\n".to_string();
        Self {
            content,
            turned: true,
            ..Self::default()
        }
    }

    pub fn raw(&mut self, operators: &str) {
        self.content.push_str(operators);
    }

    pub fn text(&mut self, x: f32, y: f32, text: &str) {
        self.styled(x, y, "F1", "0 g", text);
    }

    pub fn styled(&mut self, x: f32, y: f32, font: &str, paint: &str, text: &str) {
        let text = literal(text);
        writeln!(
            self.content,
            "BT {paint} /{font} 10 Tf {x} {y} Td ({text}) Tj ET"
        )
        .unwrap();
    }

    pub fn line(&mut self, x0: f32, y0: f32, x1: f32, y1: f32) {
        writeln!(self.content, "0.5 w {x0} {y0} m {x1} {y1} l S").unwrap();
    }

    pub fn grid(&mut self, xs: &[f32], ys: &[f32]) {
        let (left, right) = (xs[0], xs[xs.len() - 1]);
        let (top, bottom) = (ys[0], ys[ys.len() - 1]);
        for y in ys {
            self.line(left, *y, right, *y);
        }
        for x in xs {
            self.line(*x, bottom, *x, top);
        }
    }

    /// The four sides of a cell as filled rectangles.
    pub fn thin_box(&mut self, left: f32, bottom: f32, right: f32, top: f32) {
        let (width, height) = (right - left, top - bottom);
        for (x, y, w, h) in [
            (left, bottom, width, 0.5),
            (left, top, width, 0.5),
            (left, bottom, 0.5, height),
            (right, bottom, 0.5, height),
        ] {
            writeln!(self.content, "0 g {x} {y} {w} {h} re f").unwrap();
        }
    }

    pub fn fill(&mut self, paint: &str, x: f32, y: f32, width: f32, height: f32) {
        writeln!(self.content, "q {paint} {x} {y} {width} {height} re f Q").unwrap();
    }

    pub fn field(&mut self, entries: &str, area: [f32; 4]) {
        let [x0, y0, x1, y1] = area;
        self.fields.push(format!(
            "<< /Type /Annot /Subtype /Widget /Rect [{x0} {y0} {x1} {y1}] {entries} >>"
        ));
    }
}

/// WinAnsi, which holds Danish and the bullet.
fn literal(text: &str) -> String {
    let escape = |letter: char| match letter {
        '\u{2022}' => "\\225".to_string(),
        '(' | ')' | '\\' => format!("\\{letter}"),
        letter if letter.is_ascii() => letter.to_string(),
        letter => format!("\\{:03o}", letter as u32),
    };
    text.chars().map(escape).collect()
}

impl Pdf {
    pub fn of(sheets: impl IntoIterator<Item = Sheet>) -> Self {
        Self {
            sheets: sheets.into_iter().collect(),
        }
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_string(),
            String::new(),
            font("Helvetica"),
            font("Helvetica-Bold"),
            stream("/N 3", ""),
            stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Loop 6 0 R >> >>",
                "/Loop Do",
            ),
        ];
        let mut pages = Vec::new();
        for sheet in &self.sheets {
            objects.push(stream("", &sheet.content));
            let content = objects.len();
            objects.push(page(sheet, content));
            pages.push(format!("{} 0 R", objects.len()));
        }
        objects[1] = format!(
            "<< /Type /Pages /Count {} /Kids [{}] >>",
            pages.len(),
            pages.join(" ")
        );
        file(&objects)
    }
}

fn page(sheet: &Sheet, content: usize) -> String {
    let frame = if sheet.turned {
        "/MediaBox [0 0 842 595] /Rotate 90"
    } else {
        "/MediaBox [0 0 595 842]"
    };
    format!(
        "<< /Type /Page /Parent 2 0 R {frame} /Contents {content} 0 R /Annots [{}] /Resources << \
         /Font << /F1 3 0 R /F2 4 0 R >> /ColorSpace << /Profile [/ICCBased 5 0 R] >> /XObject << /Loop 6 0 R >> >> >>",
        sheet.fields.join(" ")
    )
}

fn font(name: &str) -> String {
    format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>")
}

fn stream(entries: &str, content: &str) -> String {
    format!(
        "<< {entries} /Length {} >>\nstream\n{content}\nendstream",
        content.len()
    )
}

fn file(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.7\n".to_string();
    let mut places = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        places.push(file.len());
        write!(file, "{} 0 obj\n{object}\nendobj\n", index + 1).unwrap();
    }
    let start = file.len();
    writeln!(file, "xref\n0 {}\n0000000000 65535 f ", objects.len() + 1).unwrap();
    for place in places {
        writeln!(file, "{place:010} 00000 n ").unwrap();
    }
    writeln!(
        file,
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF",
        objects.len() + 1
    )
    .unwrap();
    file.into_bytes()
}
