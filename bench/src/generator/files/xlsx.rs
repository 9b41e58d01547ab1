//! Workbooks.

use super::text::control_text;
use crate::generator::paper::{Cell, Control, Fill, Grid, Line, Paper, Piece};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

/// The bytes of a workbook.
pub fn write(paper: &Paper) -> Vec<u8> {
    // What the stock of texts holds always fits a sheet.
    workbook(paper).unwrap_or_default()
}

fn workbook(paper: &Paper) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut properties = DocProperties::new().set_title(paper.title.clone().unwrap_or_default());
    if let Some(company) = &paper.company {
        properties = properties.set_company(company);
    }
    book.set_properties(&properties);
    for (name, pieces) in sheets(&paper.pieces) {
        let sheet = book.add_worksheet();
        sheet
            .set_name(name)?
            .set_landscape()
            .set_print_fit_to_pages(1, 0);
        if let Some(header) = &paper.page_header {
            sheet.set_header(header);
        }
        fill_sheet(sheet, &pieces)?;
    }
    book.save_to_buffer()
}

/// Sheets by name. What stands before the first area's sheet has a sheet of its own.
fn sheets(pieces: &[Piece]) -> Vec<(String, Vec<&Piece>)> {
    let mut sheets: Vec<(String, Vec<&Piece>)> = vec![("Ark1".to_owned(), Vec::new())];
    for piece in pieces {
        match (piece, sheets.last_mut()) {
            (Piece::Sheet(name), _) => sheets.push((name.chars().take(30).collect(), Vec::new())),
            (piece, Some(sheet)) => sheet.1.push(piece),
            (_, None) => {}
        }
    }
    sheets
}

fn fill_sheet(sheet: &mut Worksheet, pieces: &[&Piece]) -> Result<(), XlsxError> {
    let mut row = 0;
    for piece in pieces {
        match piece {
            Piece::Heading(_, text) | Piece::Sheet(text) => {
                sheet.write_string_with_format(row, 0, text, &Format::new().set_bold())?;
                row += 1;
            }
            Piece::Text(line) => {
                sheet.write_string(row, 0, line.text())?;
                row += 1;
            }
            Piece::Grid(grid) => row = fill_grid(sheet, row, grid)?,
        }
    }
    Ok(())
}

fn fill_grid(sheet: &mut Worksheet, first: u32, grid: &Grid) -> Result<u32, XlsxError> {
    for (at, width) in (0u16..).zip(&grid.widths) {
        sheet.set_column_width(at, f64::from(*width))?;
    }
    let mut row = first;
    for (at, cells) in grid.rows.iter().enumerate() {
        let mut column = 0;
        for cell in cells {
            let banded = grid.banded && at % 2 == 0;
            write_cell(sheet, row, column, cell, banded)?;
            column += width_of(cell);
        }
        sheet.set_row_height(row, 15 * text_lines(grid, cells))?;
        row += 1;
    }
    Ok(row)
}

/// How many lines the fullest cell of a row takes: the library leaves heights to Excel, but a
/// printed sheet needs them.
fn text_lines(grid: &Grid, cells: &[Cell]) -> u32 {
    let mut column = 0;
    let mut most = 1;
    for cell in cells {
        let width = grid.widths[column..column + cell.across]
            .iter()
            .sum::<u32>()
            .max(1);
        let letters = |line: &Line| u32::try_from(line.text().chars().count()).unwrap_or(0);
        let lines = cell
            .lines
            .iter()
            .map(|line| 1 + letters(line) * 5 / (width * 4))
            .sum();
        most = most.max(lines);
        column += cell.across;
    }
    most
}

fn width_of(cell: &Cell) -> u16 {
    u16::try_from(cell.across).unwrap_or(1)
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    banded: bool,
) -> Result<(), XlsxError> {
    if cell.down == 0 {
        return Ok(());
    }
    let format = format_of(cell, banded);
    let last_row = row + u32::try_from(cell.down).unwrap_or(1) - 1;
    let last_column = column + width_of(cell) - 1;
    if (last_row, last_column) != (row, column) {
        sheet.merge_range(row, column, last_row, last_column, "", &format)?;
    }
    if let Some(Control::DropDown { options, .. }) = &cell.control {
        let list = DataValidation::new().allow_list_strings(options)?;
        sheet.add_data_validation(row, column, row, column, &list)?;
    }
    write_content(sheet, row, column, cell, &format)
}

fn write_content(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    let text = text_of(cell);
    let bold_parts = cell
        .lines
        .iter()
        .flat_map(|line| &line.runs)
        .filter(|run| run.bold)
        .count();
    let runs = cell.lines.iter().map(|line| line.runs.len()).sum::<usize>();
    if text.is_empty() {
        sheet.write_blank(row, column, format)?;
    } else if bold_parts > 0 && runs > 1 {
        write_rich(sheet, row, column, cell, format)?;
    } else {
        sheet.write_string_with_format(row, column, text, format)?;
    }
    Ok(())
}

fn text_of(cell: &Cell) -> String {
    let lines: Vec<_> = cell.lines.iter().map(line_text).collect();
    lines.join("\n") + &cell.control.as_ref().map(control_text).unwrap_or_default()
}

fn line_text(line: &Line) -> String {
    let bullet = if line.bullet { "- " } else { "" };
    format!("{bullet}{}", line.text())
}

fn write_rich(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    let (plain, bold) = (Format::new(), Format::new().set_bold());
    let mut parts: Vec<(&Format, String)> = Vec::new();
    for (at, line) in cell.lines.iter().enumerate() {
        for (place, run) in line.runs.iter().enumerate() {
            let start = if at > 0 && place == 0 { "\n" } else { "" };
            let bullet = if line.bullet && place == 0 { "- " } else { "" };
            let style = if run.bold { &bold } else { &plain };
            parts.push((style, format!("{start}{bullet}{}", run.text)));
        }
    }
    let parts: Vec<_> = parts
        .iter()
        .map(|(style, text)| (*style, text.as_str()))
        .collect();
    sheet.write_rich_string_with_format(row, column, &parts, format)?;
    Ok(())
}

fn format_of(cell: &Cell, banded: bool) -> Format {
    let mut format = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin);
    if let Some(fill) = cell.fill {
        format = format.set_background_color(color(fill));
    } else if banded {
        format = format.set_background_color(Color::RGB(0x00E2_EFD9));
    }
    let runs: Vec<_> = cell.lines.iter().flat_map(|line| &line.runs).collect();
    if let [run] = runs[..] {
        if run.bold {
            format = format.set_bold();
        }
        if let Some(digits) = run.color {
            format = format.set_font_color(digits);
        }
    }
    format
}

/// The library writes the theme of Office 2007, whose green is accent 3 and which has no yellow.
fn color(fill: Fill) -> Color {
    match fill {
        Fill::Accent(6, 0) => Color::Theme(6, 0),
        Fill::Accent(6, 40) => Color::Theme(6, 3),
        Fill::Accent(6, _) => Color::Theme(6, 2),
        other => Color::from(other.hex().as_str()),
    }
}
