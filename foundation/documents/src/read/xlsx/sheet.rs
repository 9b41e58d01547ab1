use super::Workbook;
use super::merges::{self, Area};
use super::strings::{self, SharedString};
use super::styles::CellStyle;
use crate::read::builder::Builder;
use crate::read::format::RunFormat;
use crate::read::xml::{Element, Node, Xml};
use crate::read::{ReadError, limits};
use document_model::{Cell, ParagraphKind, ReaderRemark, Row};

/// The walk through one worksheet.
pub(super) struct Sheet<'w, 'b> {
    workbook: &'w Workbook,
    builder: &'b mut Builder,
    merges: Vec<Area>,
    column: u32,
}

impl<'w, 'b> Sheet<'w, 'b> {
    pub(super) fn new(workbook: &'w Workbook, builder: &'b mut Builder) -> Self {
        Self {
            workbook,
            builder,
            merges: Vec::new(),
            column: 0,
        }
    }

    pub(super) fn read(mut self, text: &str) -> Result<(), ReadError> {
        let mut xml = Xml::new(text);
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) => self.start(&element, &mut xml)?,
                Node::End(end) if end.name() == "row" => self.close_row()?,
                _ => {}
            }
        }
        self.finish()
    }

    fn start(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        match element.name() {
            "row" => self.open_row(element)?,
            "c" => self.cell(element, xml)?,
            "col" if element.flag("hidden") => {
                self.builder.remark(ReaderRemark::HiddenContentRead);
            }
            "mergeCell" => {
                let area = element.attr("ref").and_then(|text| merges::area(&text));
                self.merges.extend(area);
            }
            _ => {}
        }
        Ok(())
    }

    fn open_row(&mut self, element: &Element<'_>) -> Result<(), ReadError> {
        if element.flag("hidden") {
            self.builder.remark(ReaderRemark::HiddenContentRead);
        }
        self.column = 0;
        self.builder.open_row(element.number("r"))
    }

    /// A row without words says nothing, whatever its colours.
    fn close_row(&mut self) -> Result<(), ReadError> {
        let blank = |row: &mut Row| row.cells.iter().all(Cell::is_blank);
        match self.builder.row().is_some_and(blank) {
            true => self.builder.drop_row(),
            false => self.builder.close_row(),
        }
    }

    fn cell(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), ReadError> {
        if !self.builder.in_row() {
            self.builder.open_row(None)?;
        }
        let [place, style, kind] = element.attrs(["r", "s", "t"]);
        let place = place.and_then(|place| merges::place(&place));
        let column = place.map_or(self.column, |(_, column)| column);
        self.column = column.saturating_add(1).min(limits::COLUMNS);
        let style = style.and_then(|number| number.parse().ok()).unwrap_or(0);
        let style = self.workbook.styles.of(style);
        let kind = kind.unwrap_or_default();
        let content = self.content(&kind, style, xml)?;
        if content.is_empty() && style.fill.is_none() {
            return Ok(());
        }
        self.builder.fill_gap(column)?;
        self.builder.open_cell(1, 1)?;
        if let Some(cell) = self.builder.cell() {
            cell.fill = style.fill;
        }
        write(self.builder, content, style.font)?;
        self.builder.close_cell()
    }

    fn content(
        &mut self,
        kind: &str,
        style: CellStyle,
        xml: &mut Xml<'_>,
    ) -> Result<Content<'w>, ReadError> {
        let mut content = Content::Own(SharedString::new());
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) => match element.name() {
                    "v" => content = self.value(kind, style, xml.text()?),
                    "is" => {
                        let colors = &self.workbook.styles.colors;
                        content = Content::Own(strings::rich(xml, "is", colors)?);
                    }
                    "f" => {
                        self.builder.remark(ReaderRemark::FormulasNotComputed);
                        xml.skip()?;
                    }
                    _ => {}
                },
                Node::End(end) if end.name() == "c" => break,
                _ => {}
            }
        }
        Ok(content)
    }

    fn value(&self, kind: &str, style: CellStyle, raw: String) -> Content<'w> {
        let text = match kind {
            "s" => {
                let index = raw.trim().parse::<usize>().ok();
                let shared = index.and_then(|index| self.workbook.strings.get(index));
                return shared.map_or(Content::Own(SharedString::new()), Content::Shared);
            }
            "b" => if raw.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "str" | "e" | "inlineStr" | "d" => raw,
            _ => style.number.show(&raw, self.workbook.from_1904),
        };
        Content::Own(vec![(text, None)])
    }

    fn finish(self) -> Result<(), ReadError> {
        self.builder.close_row()?;
        let Some(table) = self.builder.table() else {
            return Ok(());
        };
        merges::apply(&mut table.rows, &self.merges)?;
        trim(&mut table.rows);
        Ok(())
    }
}

/// What stands in a cell.
enum Content<'w> {
    Shared(&'w SharedString),
    Own(SharedString),
}

impl Content<'_> {
    fn parts(&self) -> &SharedString {
        match self {
            Self::Shared(parts) => parts,
            Self::Own(parts) => parts,
        }
    }

    fn is_empty(&self) -> bool {
        self.parts().iter().all(|(text, _)| text.trim().is_empty())
    }
}

/// Line breaks in a cell part paragraphs.
fn write(builder: &mut Builder, content: Content<'_>, font: RunFormat) -> Result<(), ReadError> {
    builder.open_paragraph(ParagraphKind::Body)?;
    for (text, format) in content.parts() {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                builder.close_paragraph()?;
                builder.open_paragraph(ParagraphKind::Body)?;
            }
            builder.text(line.trim_end_matches('\r'), format.unwrap_or(font))?;
        }
    }
    builder.close_paragraph()
}

/// Colours to the right of all words are decoration.
fn trim(rows: &mut [Row]) {
    let cells = rows.iter().flat_map(|row| &row.cells);
    let worded = cells.filter(|cell| !cell.is_blank());
    let width = worded
        .map(|cell| cell.column + cell.column_span)
        .max()
        .unwrap_or(0);
    for row in rows {
        row.cells.retain(|cell| cell.column < width);
    }
}
