//! A workbook as an Excel file: real tables with filters, frozen headings, text that is never
//! taken for a formula, and the same bytes for the same input.

use super::WriteFault;
use super::outline::Paint;
use super::workbook::{Sheet, SheetCell, SheetValue, Workbook};
use chrono::{DateTime, Datelike, Timelike, Utc};
use document_model::Rgb;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatPattern, Table,
    TableColumn, TableStyle, Worksheet, XlsxError,
};
use std::collections::HashMap;

/// The most characters that Excel holds in a cell, and in a sheet's name.
const CELL_LIMIT: usize = 32_767;
const NAME_LIMIT: usize = 31;

/// Writes a workbook.
///
/// # Errors
/// [`WriteFault::Workbook`] where the file cannot be put together.
pub fn write(workbook: &Workbook) -> Result<Vec<u8>, WriteFault> {
    let mut file = rust_xlsxwriter::Workbook::new();
    file.set_properties(&properties(workbook)?);
    let mut formats = Formats::default();
    let mut names = Vec::new();
    for (index, sheet) in workbook.sheets.iter().enumerate() {
        let name = free_name(&sheet_name(&sheet.name), &names);
        let page = file.add_worksheet();
        page.set_name(&name)?;
        names.push(name);
        Writer {
            workbook,
            sheet,
            page,
            formats: &mut formats,
        }
        .write(index)?;
    }
    Ok(file.save_to_buffer()?)
}

fn properties(workbook: &Workbook) -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new()
        .set_title(&workbook.title)
        .set_subject(&workbook.subject)
        .set_author(&workbook.author)
        .set_comment(workbook.notice.as_deref().unwrap_or_default())
        .set_creation_datetime(&excel_time(workbook.dated)?))
}

fn excel_time(moment: DateTime<Utc>) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(moment.year()).unwrap_or_default();
    ExcelDateTime::from_ymd(year, moment.month() as u8, moment.day() as u8)?.and_hms(
        moment.hour() as u16,
        moment.minute() as u8,
        f64::from(moment.second()),
    )
}

/// The name without what Excel does not allow, cut to its length.
fn sheet_name(name: &str) -> String {
    let allowed = name.chars().filter(|letter| !"[]:*?/\\'".contains(*letter));
    allowed.take(NAME_LIMIT).collect()
}

fn free_name(name: &str, taken: &[String]) -> String {
    let is_free = |name: &str| {
        !taken
            .iter()
            .any(|known| known.to_lowercase() == name.to_lowercase())
    };
    let numbered = (2..).map(|number| {
        let ending = format!(" {number}");
        let start: String = name.chars().take(NAME_LIMIT - ending.len()).collect();
        start + &ending
    });
    let mut candidates = std::iter::once(name.to_owned()).chain(numbered);
    candidates.find(|name| is_free(name)).unwrap_or_default()
}

struct Writer<'a> {
    workbook: &'a Workbook,
    sheet: &'a Sheet,
    page: &'a mut Worksheet,
    formats: &'a mut Formats,
}

impl Writer<'_> {
    fn write(mut self, index: usize) -> Result<(), XlsxError> {
        let first = self.heading()?;
        for (column, wanted) in self.sheet.columns.iter().enumerate() {
            self.page.set_column_width(column as u16, wanted.width)?;
        }
        for (row, cells) in self.sheet.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                self.cell(first + 1 + row as u32, column as u16, cell)?;
            }
        }
        self.table(first, index)?;
        self.page
            .set_freeze_panes(first + 1, self.sheet.frozen_columns)?;
        self.page.set_repeat_rows(first, first)?;
        self.paper();
        Ok(())
    }

    /// The lines above the table; gives the row of the column headings.
    fn heading(&mut self) -> Result<u32, XlsxError> {
        let title = Format::new()
            .set_bold()
            .set_font_size(15)
            .set_font_color(Color::RGB(0x0B3A5B));
        self.page
            .write_string_with_format(0, 0, &self.sheet.title, &title)?;
        let mut row = 1;
        if let Some(notice) = &self.workbook.notice {
            let format = Format::new()
                .set_bold()
                .set_font_color(Color::RGB(0x8A4B00));
            self.page
                .write_string_with_format(row, 0, notice, &format)?;
            row += 1;
        }
        let format = Format::new().set_font_color(Color::RGB(0x55606A));
        for note in &self.sheet.notes {
            self.page.write_string_with_format(row, 0, note, &format)?;
            row += 1;
        }
        Ok(row + 1)
    }

    fn cell(&mut self, row: u32, column: u16, cell: &SheetCell) -> Result<(), XlsxError> {
        let date = matches!(cell.value, SheetValue::Date(_));
        let format = self.formats.of(cell.paint, cell.bold, date);
        match &cell.value {
            SheetValue::Empty => self.page.write_blank(row, column, format)?,
            SheetValue::Text(text) => {
                let text: String = text.chars().take(CELL_LIMIT).collect();
                self.page
                    .write_string_with_format(row, column, text, format)?
            }
            SheetValue::Number(number) => self
                .page
                .write_number_with_format(row, column, *number, format)?,
            SheetValue::Date(day) => {
                let year = u16::try_from(day.year()).unwrap_or_default();
                let day = ExcelDateTime::from_ymd(year, day.month() as u8, day.day() as u8)?;
                self.page
                    .write_datetime_with_format(row, column, &day, format)?
            }
        };
        Ok(())
    }

    fn table(&mut self, first: u32, index: usize) -> Result<(), XlsxError> {
        let header = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Bottom)
            .set_background_color(Color::RGB(0xEEF2F5))
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(Color::RGB(0x8A949E));
        let mut headings: Vec<String> = Vec::new();
        for column in &self.sheet.columns {
            headings.push(free_name_of_column(&column.heading, &headings));
        }
        let columns: Vec<TableColumn> = headings
            .iter()
            .map(|heading| {
                TableColumn::new()
                    .set_header(heading)
                    .set_header_format(&header)
            })
            .collect();
        let table = Table::new()
            .set_name(format!("Table_{}", index + 1))
            .set_style(TableStyle::None)
            .set_autofilter(self.sheet.filter)
            .set_columns(&columns);
        // A table without rows is not allowed: an empty sheet keeps one empty row.
        let last = first + self.sheet.rows.len().max(1) as u32;
        let right = self.sheet.columns.len().max(1) as u16 - 1;
        self.page.add_table(first, 0, last, right, &table)?;
        Ok(())
    }

    fn paper(&mut self) {
        let (page, of) = (&self.workbook.page, &self.workbook.of);
        self.page.set_landscape();
        // Excel's numbers for papers: 8 is A3, 9 is A4.
        self.page
            .set_paper_size(if self.sheet.wide { 8 } else { 9 });
        self.page.set_print_fit_to_pages(1, 0);
        self.page.set_footer(format!(
            "&L{}&R{page} &P {of} &N",
            self.workbook.title.replace('&', "&&")
        ));
        if let Some(notice) = &self.workbook.notice {
            self.page
                .set_header(format!("&L{}", notice.replace('&', "&&")));
        }
    }
}

fn free_name_of_column(heading: &str, taken: &[String]) -> String {
    let is_free = |name: &str| {
        !taken
            .iter()
            .any(|known| known.to_lowercase() == name.to_lowercase())
    };
    let heading = if heading.is_empty() { "–" } else { heading };
    let numbered = (2..).map(|number| format!("{heading} ({number})"));
    let mut candidates = std::iter::once(heading.to_owned()).chain(numbered);
    candidates.find(|name| is_free(name)).unwrap_or_default()
}

/// The formats in use, made once each.
#[derive(Default)]
struct Formats {
    known: HashMap<(Option<Paint>, bool, bool), Format>,
}

impl Formats {
    fn of(&mut self, paint: Option<Paint>, bold: bool, date: bool) -> &Format {
        self.known
            .entry((paint, bold, date))
            .or_insert_with(|| format(paint, bold, date))
    }
}

fn format(paint: Option<Paint>, bold: bool, date: bool) -> Format {
    let line = Color::RGB(0xC5CBD1);
    let mut format = Format::new()
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(line);
    if bold {
        format = format.set_bold();
    }
    if date {
        format = format
            .set_num_format("yyyy-mm-dd")
            .set_align(FormatAlign::Left);
    }
    match paint {
        None => format,
        Some(paint) if paint.hatched => format
            .set_pattern(FormatPattern::LightUp)
            .set_background_color(color(paint.fill))
            .set_foreground_color(Color::RGB(0xB5BCC4))
            .set_font_color(color(paint.ink)),
        Some(paint) => format
            .set_background_color(color(paint.fill))
            .set_font_color(color(paint.ink)),
    }
}

fn color(Rgb(red, green, blue): Rgb) -> Color {
    Color::RGB(u32::from_be_bytes([0, red, green, blue]))
}
