//! What the councils have decided, as far as it is registered.

use super::View;
use crate::rules::aggregate_report::DecisionFacts;
use documents::write::outline::{Block, Cell, Column, Paragraph, Style, Table};
use std::collections::HashSet;

impl View<'_> {
    pub(super) fn decisions(&self) -> Vec<Block> {
        let decisions = &self.report.decisions;
        let deciding: HashSet<_> = decisions.iter().map(|decision| &decision.code).collect();
        let mut blocks = vec![self.chapter("report-decisions")];
        blocks.push(Block::text(self.voice.with(
            "report-decisions-count",
            &[
                ("deciding", deciding.len().into()),
                ("asked", self.report.participants.len().into()),
            ],
        )));
        if !decisions.is_empty() {
            blocks.push(Block::Table(Table {
                caption: self.voice.say("report-decisions-caption"),
                columns: vec![
                    Column::text(32.0),
                    Column::text(32.0),
                    Column::text(24.0),
                    Column::text(88.0),
                ],
                header: self.headings(&[
                    "report-municipality",
                    "report-body",
                    "report-day",
                    "report-decision",
                ]),
                rows: decisions
                    .iter()
                    .map(|decision| self.decision_row(decision))
                    .collect(),
                row_headers: true,
                dense: false,
            }));
        }
        blocks
    }

    fn decision_row(&self, decision: &DecisionFacts) -> Vec<Cell> {
        let numbers: Vec<String> = decision.numbers.iter().map(u32::to_string).collect();
        let covers = self.voice.with(
            "report-decision-covers",
            &[
                ("count", numbers.len().into()),
                ("numbers", numbers.join(", ").into()),
            ],
        );
        let mut paragraphs: Vec<Paragraph> = decision.text.lines().map(Paragraph::plain).collect();
        if !numbers.is_empty() {
            paragraphs.push(Paragraph::styled(Style::Small, covers));
        }
        vec![
            Cell::plain(self.name(&decision.code)),
            Cell::plain(&decision.body),
            Cell::plain(self.voice.texts.short_date(decision.decided_on)),
            Cell::of(paragraphs),
        ]
    }
}
