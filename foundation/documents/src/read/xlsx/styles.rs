use super::colors::Colors;
use super::numbers::NumberFormat;
use crate::read::ReadError;
use crate::read::color;
use crate::read::format::RunFormat;
use crate::read::office::Theme;
use crate::read::xml::{Element, Node, Xml};
use document_model::Rgb;
use std::collections::HashMap;

/// The looks that cells refer to by number.
#[derive(Default)]
pub(super) struct CellStyles {
    pub(super) colors: Colors,
    fonts: Vec<RunFormat>,
    fills: Vec<Option<Rgb>>,
    formats: HashMap<u32, NumberFormat>,
    cells: Vec<CellStyle>,
}

/// The look of a cell.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CellStyle {
    pub(super) font: RunFormat,
    pub(super) fill: Option<Rgb>,
    pub(super) number: NumberFormat,
}

impl CellStyles {
    pub(super) fn read(text: &str, theme: Theme) -> Result<Self, ReadError> {
        let mut styles = Self::default();
        styles.colors.theme = theme;
        styles.colors.palette = palette(text)?;
        let mut xml = Xml::new(text);
        while let Some(node) = xml.next()? {
            let Node::Start(element) = node else { continue };
            match element.name() {
                "fonts" => styles.fonts = fonts(&mut xml, &styles.colors)?,
                "fills" => styles.fills = fills(&mut xml, &styles.colors)?,
                "numFmt" => styles.add_format(&element),
                "cellXfs" => styles.read_cells(&mut xml)?,
                "dxfs" | "cellStyleXfs" => xml.skip()?,
                _ => {}
            }
        }
        Ok(styles)
    }

    pub(super) fn of(&self, number: u32) -> CellStyle {
        self.cells.get(number as usize).copied().unwrap_or_default()
    }

    fn add_format(&mut self, element: &Element<'_>) {
        if let (Some(id), Some(code)) = (element.number("numFmtId"), element.attr("formatCode")) {
            self.formats.insert(id, NumberFormat::of_code(&code));
        }
    }

    fn read_cells(&mut self, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) if element.name() == "xf" => {
                    let style = self.cell_style(&element);
                    self.cells.push(style);
                }
                Node::End(end) if end.name() == "cellXfs" => break,
                _ => {}
            }
        }
        Ok(())
    }

    fn cell_style(&self, element: &Element<'_>) -> CellStyle {
        let number = |name| element.number(name).unwrap_or(0);
        let format = number("numFmtId");
        CellStyle {
            font: copied(&self.fonts, number("fontId")),
            fill: copied(&self.fills, number("fillId")),
            number: match self.formats.get(&format) {
                Some(own) => *own,
                None => NumberFormat::built_in(format),
            },
        }
    }
}

fn copied<T: Copy + Default>(list: &[T], index: u32) -> T {
    list.get(index as usize).copied().unwrap_or_default()
}

/// The palette stands at the end of the part, after everything that uses it.
fn palette(text: &str) -> Result<Vec<Rgb>, ReadError> {
    let mut palette = Vec::new();
    if !text.contains("indexedColors") {
        return Ok(palette);
    }
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next()? {
        if let Node::Start(element) = node
            && element.name() == "rgbColor"
        {
            let rgb = element.attr("rgb").unwrap_or_default();
            palette.push(color::hex(&rgb).unwrap_or(Rgb(0, 0, 0)));
        }
    }
    Ok(palette)
}

fn fonts(xml: &mut Xml<'_>, colors: &Colors) -> Result<Vec<RunFormat>, ReadError> {
    let mut fonts = Vec::new();
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(element) if element.name() == "font" => fonts.push(RunFormat::default()),
            Node::Start(element) => {
                if let Some(font) = fonts.last_mut() {
                    font_property(&element, colors, font);
                }
            }
            Node::End(end) if end.name() == "fonts" => break,
            _ => {}
        }
    }
    Ok(fonts)
}

/// One property of a font, of a cell or of a part of its text.
pub(super) fn font_property(element: &Element<'_>, colors: &Colors, font: &mut RunFormat) {
    match element.name() {
        "b" => font.bold = element.on("val"),
        "i" => font.italic = element.on("val"),
        // Black is the ink of every ordinary cell.
        "color" => font.color = colors.of(element).filter(|color| *color != Rgb(0, 0, 0)),
        _ => {}
    }
}

fn fills(xml: &mut Xml<'_>, colors: &Colors) -> Result<Vec<Option<Rgb>>, ReadError> {
    let mut fills = Vec::new();
    let mut pattern = String::new();
    while let Some(node) = xml.next()? {
        match node {
            Node::Start(element) => match element.name() {
                "fill" => fills.push(None),
                "patternFill" => {
                    pattern = element.attr("patternType").unwrap_or_default().into_owned();
                }
                "gradientFill" => "solid".clone_into(&mut pattern),
                "fgColor" | "bgColor" | "color" if !matches!(&*pattern, "" | "none") => {
                    if let Some(fill @ None) = fills.last_mut() {
                        *fill = colors.of(&element);
                    }
                }
                _ => {}
            },
            Node::End(end) if end.name() == "fills" => break,
            _ => {}
        }
    }
    Ok(fills)
}
