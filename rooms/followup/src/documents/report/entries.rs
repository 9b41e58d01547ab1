//! The municipalities behind a recommendation's figures, by status, with their remarks.

use super::{View, remark};
use crate::rules::aggregate_report::{EntryFacts, ParticipantFacts};
use documents::write::outline::{Block, Cell, Column, Paragraph, Run, Style, Table};
use forms::Status;

/// What asks for attention comes first.
const ORDER: [Status; 4] = [
    Status::Red,
    Status::Yellow,
    Status::Green,
    Status::NotParticipating,
];

impl View<'_> {
    /// A table of those who wrote something, and a line for each status of those who did not.
    pub(super) fn entries(&self, index: usize) -> Vec<Block> {
        let answers: Vec<_> = self.report.column(index).collect();
        let mut rows = Vec::new();
        let mut silent = Vec::new();
        for status in ORDER {
            let of_status = answers.iter().filter(|(_, entry)| entry.status == status);
            let (speaking, quiet): (Vec<_>, Vec<_>) =
                of_status.partition(|(_, entry)| says_something(entry));
            rows.extend(
                speaking
                    .into_iter()
                    .map(|(participant, entry)| self.entry_row(participant, entry)),
            );
            silent.extend(
                self.names_line(
                    status,
                    quiet
                        .into_iter()
                        .map(|(participant, _)| participant.name.as_str()),
                ),
            );
        }
        let missing = answers
            .iter()
            .filter(|(_, entry)| entry.status == Status::NotReported);
        let missing = self.names_line(
            Status::NotReported,
            missing.map(|(participant, _)| participant.name.as_str()),
        );
        let mut blocks = Vec::new();
        if !rows.is_empty() {
            blocks.push(Block::Table(self.entry_table(index, rows)));
        }
        if !silent.is_empty() {
            blocks.push(Block::styled(
                Style::Small,
                self.voice.say("report-without-remark"),
            ));
        }
        blocks.extend(silent.into_iter().chain(missing).map(Block::Paragraph));
        blocks
    }

    fn entry_table(&self, index: usize, rows: Vec<Vec<Cell>>) -> Table {
        let number = self.report.recommendations[index].number;
        Table {
            caption: self
                .voice
                .with("report-remarks-caption", &[("number", number.into())]),
            columns: vec![Column::text(32.0), Column::text(27.0), Column::text(116.0)],
            header: self.headings(&["report-municipality", "report-status", "report-remark"]),
            rows,
            row_headers: true,
            dense: false,
        }
    }

    fn entry_row(&self, participant: &ParticipantFacts, entry: &EntryFacts) -> Vec<Cell> {
        let mut paragraphs = remark(&entry.remark);
        if let Some(explanation) = &entry.explanation {
            paragraphs.push(Paragraph::of(vec![
                Run {
                    italic: true,
                    ..Run::plain(format!("{} ", self.voice.say("report-explanation")))
                },
                Run::plain(explanation.clone()),
            ]));
        }
        vec![
            Cell::plain(&participant.name),
            self.voice.status_cell(entry.status),
            Cell::of(paragraphs),
        ]
    }

    fn names_line<'a>(
        &self,
        status: Status,
        names: impl Iterator<Item = &'a str>,
    ) -> Option<Paragraph> {
        let names: Vec<&str> = names.collect();
        (!names.is_empty()).then(|| Paragraph {
            style: Style::Small,
            runs: vec![
                self.voice.status_run(status),
                Run::plain(format!(" ({}): {}.", names.len(), names.join(", "))),
            ],
        })
    }
}

fn says_something(entry: &EntryFacts) -> bool {
    entry.explanation.is_some()
        || entry
            .remark
            .iter()
            .any(|paragraph| !paragraph.text().trim().is_empty())
}
