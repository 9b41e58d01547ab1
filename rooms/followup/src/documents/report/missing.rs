//! Who has not answered, and why.

use super::View;
use documents::write::outline::{Block, Cell, Column, Table};

impl View<'_> {
    pub(super) fn missing(&self) -> Vec<Block> {
        let missing = self.report.missing();
        let mut blocks = vec![self.chapter("report-missing")];
        if missing.is_empty() {
            blocks.push(Block::text(self.voice.say("report-missing-none")));
            return blocks;
        }
        blocks.push(Block::text(
            self.voice
                .with("report-missing-note", &[("missing", missing.len().into())]),
        ));
        let rows = missing.iter().map(|participant| {
            vec![
                Cell::plain(&participant.name),
                Cell::plain(self.voice.absence(participant.absence)),
            ]
        });
        blocks.push(Block::Table(Table {
            caption: self.voice.say("report-missing-caption"),
            columns: vec![Column::text(60.0), Column::text(116.0)],
            header: self.headings(&["report-municipality", "report-why"]),
            rows: rows.collect(),
            row_headers: true,
            dense: false,
        }));
        blocks
    }
}
