//! Automatic styles of an OpenDocument file: one for each formatting that occurs.

use crate::generator::paper::{Cell, Grid, Line, Run};
use std::fmt::Write;

/// The styles collected while the content is written.
#[derive(Debug, Default)]
pub struct Styles {
    written: String,
    names: Vec<String>,
}

impl Styles {
    /// The collected styles as XML.
    pub fn xml(&self) -> &str {
        &self.written
    }

    /// The style of a cell.
    pub fn cell(&mut self, cell: &Cell) -> String {
        let fill = cell
            .fill
            .map_or("transparent".to_owned(), |fill| format!("#{}", fill.hex()));
        let name = format!("C{}", fill.trim_start_matches('#'));
        let properties = format!(
            r#"<style:table-cell-properties fo:background-color="{fill}" fo:border="0.5pt solid #000000" fo:padding="0.05cm" fo:wrap-option="wrap"/>"#
        );
        self.named(name, "table-cell", &properties)
    }

    /// The style of a run; none for plain text.
    pub fn run(&mut self, run: &Run) -> Option<String> {
        let mut properties = String::new();
        if run.bold {
            properties.push_str(r#" fo:font-weight="bold""#);
        }
        if let Some(color) = run.color {
            let _ = write!(properties, r##" fo:color="#{color}""##);
        }
        if let Some(color) = run.highlight {
            let _ = write!(properties, r##" fo:background-color="#{color}""##);
        }
        if properties.is_empty() {
            return None;
        }
        let name: String = properties
            .chars()
            .filter(|letter| letter.is_ascii_alphanumeric())
            .collect();
        let properties = format!("<style:text-properties{properties}/>");
        Some(self.named(format!("T{name}"), "text", &properties))
    }

    /// The style of a spreadsheet cell whose whole text has one formatting.
    pub fn text_cell(&mut self, cell: &Cell) -> String {
        let whole = cell.lines.first().filter(|_| cell.lines.len() == 1);
        let Some(run) = whole
            .map(|line: &Line| &line.runs)
            .filter(|runs| runs.len() == 1)
        else {
            return self.cell(cell);
        };
        let Some(color) = run[0].color else {
            return self.cell(cell);
        };
        let fill = cell
            .fill
            .map_or("transparent".to_owned(), |fill| format!("#{}", fill.hex()));
        let name = format!("CT{color}{}", fill.trim_start_matches('#'));
        let properties = format!(
            r##"<style:table-cell-properties fo:background-color="{fill}" fo:border="0.5pt solid #000000"/><style:text-properties fo:color="#{color}"/>"##
        );
        self.named(name, "table-cell", &properties)
    }

    /// The style of a column.
    pub fn column(&mut self, grid: &Grid, at: usize) -> String {
        let tenths = grid.widths[at] * 17;
        let properties = format!(
            r#"<style:table-column-properties style:column-width="{}.{}cm"/>"#,
            tenths / 100,
            tenths / 10 % 10
        );
        self.named(format!("W{}", grid.widths[at]), "table-column", &properties)
    }

    fn named(&mut self, name: String, family: &str, properties: &str) -> String {
        if !self.names.contains(&name) {
            let _ = write!(
                self.written,
                r#"<style:style style:name="{name}" style:family="{family}">{properties}</style:style>"#
            );
            self.names.push(name.clone());
        }
        name
    }
}
