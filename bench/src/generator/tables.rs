//! Rows laid out as tables.

use super::dice::Dice;
use super::paper::{Cell, Fill, Grid, Line, Piece, Run};
use super::rows::Row;
use super::shape::{Column, Layout, Remarks, Shape, Sign};
use super::signs::{status_cells, status_columns};
use super::stock::Blank;
use super::truth::TrueEntry;
use forms::Obligation;

/// A form's pages under construction.
pub struct Layouter<'a> {
    /// How the form looks.
    pub shape: &'a Shape,
    /// What it asks.
    pub blank: &'a Blank,
    /// Decides the rest.
    pub dice: &'a mut Dice,
}

impl Layouter<'_> {
    /// The rows as the shape's layout shows them.
    pub fn lay_out(&mut self, rows: &[Row]) -> Vec<Piece> {
        match self.shape.layout {
            Layout::MergedAreas => vec![Piece::Grid(self.merged_areas(rows))],
            Layout::Cards => self.cards(rows),
            Layout::AreaTables | Layout::Sheets => self.area_tables(rows),
            Layout::TablesUnderHeadings => self.tables_under_headings(rows),
            _ => vec![Piece::Grid(self.one_table(rows))],
        }
    }

    fn one_table(&mut self, rows: &[Row]) -> Grid {
        let mut grid = self.empty_grid();
        grid.heading_rows = usize::from(!self.shape.repeated_heads);
        for (area, rows) in by(rows, |row| row.area) {
            let title = self.blank.areas[area].clone();
            grid.rows.push(self.head(&title));
            self.fill_area(&mut grid, &rows);
        }
        grid
    }

    fn area_tables(&mut self, rows: &[Row]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (area, rows) in by(rows, |row| row.area) {
            let title = self.blank.areas[area].clone();
            pieces.push(match self.shape.layout {
                Layout::Sheets => Piece::Sheet(title),
                _ => Piece::Heading(2, title),
            });
            let mut grid = self.headed_grid();
            self.fill_area(&mut grid, &rows);
            pieces.push(Piece::Grid(grid));
        }
        pieces
    }

    fn tables_under_headings(&mut self, rows: &[Row]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (area, rows) in by(rows, |row| row.area) {
            pieces.push(Piece::Heading(2, self.blank.areas[area].clone()));
            for (obligation, rows) in by(&rows, |row| row.obligation) {
                pieces.push(Piece::Heading(3, self.obligation_heading(obligation)));
                let mut grid = self.headed_grid();
                for row in &rows {
                    self.push_entry(&mut grid, row);
                }
                pieces.push(Piece::Grid(grid));
            }
        }
        pieces
    }

    fn fill_area(&mut self, grid: &mut Grid, rows: &[Row]) {
        for (obligation, rows) in by(rows, |row| row.obligation) {
            grid.rows.push(self.obligation_row(obligation));
            for (at, row) in rows.iter().enumerate() {
                if at == 1 && self.shape.repeated_heads {
                    let words = self.head_words();
                    grid.rows.push(self.head(words[0]));
                }
                self.push_entry(grid, row);
            }
        }
    }

    fn merged_areas(&mut self, rows: &[Row]) -> Grid {
        let mut grid = self.headed_grid();
        let [area, kind] = match self.blank.english {
            true => ["Area", "Must/may"],
            false => ["Indsatsområde", "Skal/kan"],
        };
        grid.widths.splice(0..0, [14, 8]);
        grid.rows[0].splice(0..0, [Cell::bold(area), Cell::bold(kind)]);
        for (area, rows) in by(rows, |row| row.area) {
            let first = grid.rows.len();
            for row in &rows {
                let before = grid.rows.len();
                self.push_entry(&mut grid, row);
                self.lead(&mut grid.rows[before..], row.obligation);
            }
            let height = grid.rows.len() - first;
            grid.rows[first][0] = Cell {
                down: height,
                ..Cell::plain(self.blank.areas[area].clone())
            };
        }
        grid
    }

    /// Puts area and obligation before the rows of an entry; the area is merged downwards.
    fn lead(&self, rows: &mut [Vec<Cell>], obligation: Obligation) {
        for (at, cells) in rows.iter_mut().enumerate() {
            let covered = Cell {
                down: 0,
                ..Cell::blank()
            };
            let kind = match at {
                0 => Cell::plain(self.kind(obligation)),
                _ => Cell::blank(),
            };
            cells.splice(0..0, [covered, kind]);
        }
    }

    fn kind(&self, obligation: Obligation) -> &'static str {
        match (self.blank.english, obligation) {
            (true, Obligation::Must) => "Must",
            (true, Obligation::May) => "May",
            (false, Obligation::Must) => "Skal",
            (false, Obligation::May) => "Kan",
        }
    }

    fn cards(&mut self, rows: &[Row]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for (area, rows) in by(rows, |row| row.area) {
            pieces.push(Piece::Heading(2, self.blank.areas[area].clone()));
            for (obligation, rows) in by(&rows, |row| row.obligation) {
                pieces.push(Piece::Heading(3, self.obligation_heading(obligation)));
                for row in &rows {
                    pieces.push(Piece::Grid(self.card(row)));
                    pieces.push(Piece::Text(Line::default()));
                }
            }
        }
        pieces
    }

    fn card(&mut self, row: &Row) -> Grid {
        let names = match self.blank.english {
            true => ["Recommendation", "Status", "Remarks"],
            false => ["Anbefaling", "Status", "Bemærkninger"],
        };
        let status = status_cells(self.shape, self.blank.english, &row.answer, self.dice);
        let values = [
            Cell::plain(row.text.clone()),
            status.into_iter().next().unwrap_or_else(Cell::blank),
            Cell::of(row.answer.remark.clone()),
        ];
        let rows = names.into_iter().zip(values);
        Grid {
            widths: vec![24, 76],
            rows: rows
                .map(|(name, value)| vec![Cell::bold(name), value])
                .collect(),
            ..Grid::default()
        }
    }

    fn push_entry(&mut self, grid: &mut Grid, row: &Row) {
        let english = self.blank.english;
        let mut status = status_cells(self.shape, english, &row.answer, self.dice);
        let mut remark = row.answer.remark.clone();
        if self.shape.remarks == Remarks::StatusCell {
            append(&mut status[0], &remark);
            remark.clear();
        }
        let later = match self.shape.remarks {
            Remarks::SeveralRows if remark.len() > 1 => remark.split_off(1),
            _ => Vec::new(),
        };
        grid.rows.push(self.cells(row, status, remark));
        for line in later {
            grid.rows.push(self.continuation(line));
        }
    }

    fn cells(&mut self, row: &Row, status: Vec<Cell>, remark: Vec<Line>) -> Vec<Cell> {
        let mut cells = Vec::new();
        for column in &self.shape.columns {
            match column {
                Column::Number => cells.push(Cell::plain(row.number.clone())),
                Column::Text => cells.push(Cell::plain(row.text.clone())),
                Column::Status => cells.extend(status.iter().cloned()),
                Column::Remark => cells.push(Cell::of(remark.clone())),
                other => cells.push(self.aside(*other)),
            }
        }
        cells
    }

    fn aside(&mut self, column: Column) -> Cell {
        Cell::plain(*match column {
            Column::Owner => self
                .dice
                .pick(&["Jobcenter", "Virksomhedsteam", "Stab", ""]),
            Column::Deadline => self
                .dice
                .pick(&["2. kvt. 2026", "31.12.2025", "løbende", ""]),
            _ if self.blank.english => self.dice.pick(&["Yellow", "Green", "Red", "-"]),
            _ => self.dice.pick(&["Gul", "Grøn", "Rød", "-"]),
        })
    }

    fn continuation(&self, line: Line) -> Vec<Cell> {
        let mut cells = Vec::new();
        for column in &self.shape.columns {
            match column {
                Column::Remark => cells.push(Cell::of(vec![line.clone()])),
                Column::Status => {
                    cells.extend(vec![Cell::blank(); status_columns(self.shape.sign)])
                }
                _ => cells.push(Cell::blank()),
            }
        }
        cells
    }

    fn obligation_heading(&self, obligation: Obligation) -> String {
        match obligation {
            Obligation::Must => self.blank.must.clone(),
            Obligation::May => self.blank.may.clone(),
        }
    }

    /// The heading as a row over all columns; some forms leave the other cells empty instead.
    fn obligation_row(&self, obligation: Obligation) -> Vec<Cell> {
        let mut cell = Cell::bold(self.obligation_heading(obligation));
        let note = self.blank.may_note.as_ref();
        if let (Obligation::May, Some(note)) = (obligation, note) {
            cell.lines.push(Line::plain(note.clone()));
        }
        let width = self.width();
        let text_first = self.shape.columns[0] == Column::Text;
        match self.shape.layout == Layout::OneTable && text_first {
            true => [vec![cell], vec![Cell::blank(); width - 1]].concat(),
            false => vec![cell.across(width)],
        }
    }

    fn width(&self) -> usize {
        self.shape.columns.len() - 1 + status_columns(self.shape.sign)
    }

    fn empty_grid(&self) -> Grid {
        let mut widths = Vec::new();
        for column in &self.shape.columns {
            match column {
                Column::Number => widths.push(7),
                Column::Text => widths.push(30),
                Column::Remark => widths.push(38),
                Column::Status if status_columns(self.shape.sign) == 1 => widths.push(16),
                Column::Status => widths.extend(vec![8; status_columns(self.shape.sign)]),
                _ => widths.push(12),
            }
        }
        Grid {
            widths,
            rows: Vec::new(),
            heading_rows: 1,
            banded: self.shape.banded,
        }
    }

    fn headed_grid(&self) -> Grid {
        let mut grid = self.empty_grid();
        grid.rows.push(self.head(self.head_words()[0]));
        grid
    }

    /// The head row; `first` stands over the recommendations.
    fn head(&self, first: &str) -> Vec<Cell> {
        let [_, status, remarks, number, owner, deadline, last_year] = self.head_words();
        let mut cells = Vec::new();
        for column in &self.shape.columns {
            match column {
                Column::Text => cells.push(Cell::bold(first)),
                Column::Status => cells.extend(self.status_heads(status)),
                Column::Remark => cells.push(Cell::bold(remarks)),
                Column::Number => cells.push(Cell::bold(number)),
                Column::Owner => cells.push(Cell::bold(owner)),
                Column::Deadline => cells.push(Cell::bold(deadline)),
                Column::LastYear => cells.push(Cell::bold(last_year)),
            }
        }
        let gray = Fill::Hex("D9D9D9");
        cells.into_iter().map(|cell| cell.filled(gray)).collect()
    }

    fn status_heads(&self, status: &str) -> Vec<Cell> {
        let names = match self.blank.english {
            true => ["Green", "Yellow", "Red", "Not participating"],
            false => ["Grøn", "Gul", "Rød", "Deltager ikke"],
        };
        match status_columns(self.shape.sign) {
            1 => vec![Cell::bold(status)],
            several => names[..several]
                .iter()
                .map(|name| Cell::bold(*name))
                .collect(),
        }
    }

    fn head_words(&self) -> [&'static str; 7] {
        let status = match (self.blank.english, self.shape.sign) {
            (true, _) => "Status (green/yellow/red)",
            (false, Sign::RoundWords) => "Status",
            (false, _) => "Grøn/gul/rød",
        };
        match self.blank.english {
            true => [
                "Recommendation",
                status,
                "Remarks",
                "No.",
                "Owner",
                "Deadline",
                "Status 2024",
            ],
            false => [
                "Anbefaling",
                status,
                "Bemærkninger",
                "Nr.",
                "Ansvarlig",
                "Frist",
                "Status 2024",
            ],
        }
    }
}

/// "Grøn. Vi er fuldt med …": the remark goes on where the status ends.
fn append(cell: &mut Cell, remark: &[Line]) {
    let Some((first, rest)) = remark.split_first() else {
        return;
    };
    match cell.lines.first_mut() {
        Some(line) => {
            line.runs.push(Run::plain(". "));
            line.runs.extend(first.runs.iter().cloned());
        }
        None => cell.lines.push(first.clone()),
    }
    cell.lines.extend(rest.iter().cloned());
}

/// Runs of neighbours that share a property.
pub fn by<K: PartialEq>(rows: &[Row], key: impl Fn(&Row) -> K) -> Vec<(K, Vec<Row>)> {
    let groups = rows.chunk_by(|one, other| key(one) == key(other));
    groups
        .map(|group| (key(&group[0]), group.to_vec()))
        .collect()
}

/// An answer that nothing was said about.
pub fn unanswered() -> TrueEntry {
    TrueEntry {
        status: forms::Status::NotReported,
        remark: Vec::new(),
        doubt: None,
    }
}
