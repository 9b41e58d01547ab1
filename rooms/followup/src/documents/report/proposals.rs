//! What municipalities propose for the next period.

use super::{View, remark};
use documents::write::outline::{Block, Cell, Column, Table};

impl View<'_> {
    pub(super) fn proposals(&self) -> Vec<Block> {
        let mut blocks = vec![self.chapter("report-proposals")];
        if self.report.proposals.is_empty() {
            blocks.push(Block::text(self.voice.say("report-proposals-none")));
            return blocks;
        }
        let rows = self.report.proposals.iter().map(|proposal| {
            vec![
                Cell::plain(self.name(&proposal.code)),
                Cell::plain(&proposal.text),
                Cell::of(remark(&proposal.remark)),
            ]
        });
        blocks.push(Block::Table(Table {
            caption: self.voice.say("report-proposals-caption"),
            columns: vec![Column::text(32.0), Column::text(72.0), Column::text(72.0)],
            header: self.headings(&["report-municipality", "report-proposal", "report-remark"]),
            rows: rows.collect(),
            row_headers: true,
            dense: false,
        }));
        blocks
    }
}
