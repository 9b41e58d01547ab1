//! Of when, of how many, by which definitions, and which forms were counted.

use super::View;
use crate::rules::aggregate_report::ParticipantFacts;
use documents::write::outline::{Block, Cell, Column, List, Run, Table};
use forms::Status;

impl View<'_> {
    pub(super) fn method(&self) -> Vec<Block> {
        let mut blocks = vec![
            self.chapter("report-method"),
            Block::text(self.basis()),
            Block::List(List {
                numbered: false,
                items: self.rules(),
            }),
            Block::heading(2, self.voice.say("report-statuses"), "report-statuses"),
            Block::List(List {
                numbered: false,
                items: self.meanings(),
            }),
            Block::heading(2, self.voice.say("report-forms"), "report-forms"),
            Block::text(self.voice.say("report-forms-note")),
        ];
        blocks.extend(self.forms_table().map(Block::Table));
        blocks
    }

    /// The method as plain lines, for formats without lists.
    pub(in crate::documents) fn method_lines(&self) -> Vec<String> {
        let line = |runs: Vec<Run>| runs.iter().map(Run::text_with_symbol).collect::<String>();
        let lists = self.rules().into_iter().chain(self.meanings()).map(line);
        std::iter::once(self.basis()).chain(lists).collect()
    }

    fn basis(&self) -> String {
        self.voice.with(
            "report-method-basis",
            &[
                ("answered", self.report.answered().into()),
                ("asked", self.report.participants.len().into()),
                ("date", super::dated(self.report).date_naive().into()),
            ],
        )
    }

    fn rules(&self) -> Vec<Vec<Run>> {
        let mut keys = vec![
            "report-rule-counts",
            "report-rule-accepted",
            "report-rule-missing",
            "report-rule-obligation",
        ];
        if self.report.changes.is_some() {
            keys.push("report-rule-changes");
        }
        keys.into_iter()
            .map(|key| vec![Run::plain(self.voice.say(key))])
            .collect()
    }

    fn meanings(&self) -> Vec<Vec<Run>> {
        let usual = |status| {
            self.voice.say(match status {
                Status::Green => "report-meaning-green",
                Status::Yellow => "report-meaning-yellow",
                Status::Red => "report-meaning-red",
                Status::NotParticipating => "report-meaning-not-participating",
                Status::NotReported => "report-meaning-not-reported",
            })
        };
        let own = |status| {
            self.report
                .round
                .meanings
                .iter()
                .find(|(known, _)| *known == status)
        };
        let line = |status| {
            let meaning = own(status).map_or_else(|| usual(status), |(_, meaning)| meaning.clone());
            vec![
                self.voice.status_run(status),
                Run::plain(format!(": {meaning}")),
            ]
        };
        Status::ALL.map(line).to_vec()
    }

    fn forms_table(&self) -> Option<Table> {
        let rows: Vec<_> = self
            .report
            .participants
            .iter()
            .filter_map(|one| self.form_row(one))
            .collect();
        (!rows.is_empty()).then(|| Table {
            caption: self.voice.say("report-forms-caption"),
            columns: vec![
                Column::text(36.0),
                Column::number(16.0),
                Column::text(34.0),
                Column::text(52.0),
                Column::text(38.0),
            ],
            header: self.headings(&[
                "report-municipality",
                "report-version",
                "report-received",
                "report-file",
                "report-sha",
            ]),
            rows,
            row_headers: true,
            dense: false,
        })
    }

    fn form_row(&self, participant: &ParticipantFacts) -> Option<Vec<Cell>> {
        let form = participant.form.as_ref()?;
        let day = self.voice.texts.short_date(form.submitted_at.date_naive());
        let day = match form.late {
            true => format!("{day} ({})", self.voice.say("report-late")),
            false => day,
        };
        let file = form.file.as_ref();
        let sha: String = file
            .map(|file| file.sha256.chars().take(16).collect())
            .unwrap_or_default();
        let name = file.map_or_else(
            || self.voice.say("report-typed-in"),
            |file| file.name.clone(),
        );
        Some(vec![
            Cell::plain(&participant.name),
            Cell::plain(form.version.to_string()),
            Cell::plain(day),
            Cell::plain(name),
            Cell::plain(sha),
        ])
    }
}
