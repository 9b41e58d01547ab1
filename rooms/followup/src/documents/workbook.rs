//! The aggregate report as a workbook: a sheet per view.

use super::marks::mark;
use super::report::{View, author, dated, notice};
use super::voice::Voice;
use crate::rules::aggregate_report::{
    AggregateReport, EntryFacts, ParticipantFacts, RecommendationFacts, StatusStep,
};
use documents::write::workbook::{Sheet, SheetCell, SheetColumn, Workbook};
use forms::{Status, plain_remark};
use web::languages::Texts;

/// The report as a workbook.
pub fn workbook(report: &AggregateReport, texts: &Texts) -> Workbook {
    let view = View {
        report,
        voice: Voice { texts },
    };
    Workbook {
        title: report.round.title.clone(),
        subject: report.programme.title.clone(),
        author: author(report),
        language: texts.language(),
        dated: dated(report),
        notice: notice(report, &view.voice),
        page: view.voice.say("report-word-page"),
        of: view.voice.say("report-word-of"),
        sheets: vec![
            view.overview_sheet(),
            view.matrix_sheet(),
            view.entries_sheet(),
            view.distribution_sheet(),
            view.changes_sheet(),
            view.partners_sheet(),
            view.proposals_sheet(),
            view.missing_sheet(),
            view.method_sheet(),
        ],
    }
}

fn text(text: impl Into<String>) -> SheetCell {
    SheetCell::text(text)
}

fn place(number: Option<u32>) -> SheetCell {
    number.map(SheetCell::count).unwrap_or_default()
}

impl View<'_> {
    fn columns(&self, columns: &[(&str, f64)]) -> Vec<SheetColumn> {
        columns
            .iter()
            .map(|(key, width)| SheetColumn::new(self.voice.say(key), *width))
            .collect()
    }

    /// A status with its symbol, word and colours.
    fn status_value(&self, status: Status) -> SheetCell {
        let mark = mark(status);
        text(format!(
            "{} {}",
            mark.shape.character(),
            self.voice.status(status)
        ))
        .painted(mark.paint)
    }

    fn overview_sheet(&self) -> Sheet {
        let mut rows: Vec<Vec<SheetCell>> = vec![vec![
            text(self.voice.say("report-fact-answered")),
            text(self.voice.with(
                "report-answered-of",
                &[
                    ("answered", self.report.answered().into()),
                    ("asked", self.report.participants.len().into()),
                ],
            )),
        ]];
        rows.extend(
            self.facts()
                .into_iter()
                .map(|(name, value)| vec![text(name), text(value)]),
        );
        Sheet {
            name: self.voice.say("report-sheet-overview"),
            title: self.report.round.title.clone(),
            notes: vec![self.report.programme.title.clone(), self.headline()],
            columns: self.columns(&[("report-column-fact", 34.0), ("report-column-value", 60.0)]),
            rows,
            ..Sheet::default()
        }
    }

    fn matrix_sheet(&self) -> Sheet {
        let mut columns =
            self.columns(&[("report-column-code", 8.0), ("report-municipality", 22.0)]);
        columns.extend(self.report.recommendations.iter().map(|one| {
            let obligation = self.voice.obligation(one.obligation).to_lowercase();
            SheetColumn::new(
                format!("{} {obligation}\n{}", one.number, one.short_title),
                15.0,
            )
        }));
        let rows = self
            .report
            .participants
            .iter()
            .zip(&self.report.matrix)
            .map(|(participant, row)| {
                let cells = row.iter().map(|entry| self.status_value(entry.status));
                [text(participant.code.as_str()), text(&participant.name)]
                    .into_iter()
                    .chain(cells)
                    .collect()
            });
        Sheet {
            name: self.voice.say("report-sheet-matrix"),
            title: self.voice.say("report-matrix"),
            notes: vec![self.headline()],
            columns,
            rows: rows.collect(),
            frozen_columns: 2,
            filter: true,
            wide: true,
        }
    }

    fn entries_sheet(&self) -> Sheet {
        let columns = self.columns(&[
            ("report-column-code", 8.0),
            ("report-municipality", 20.0),
            ("report-column-number", 6.0),
            ("report-column-area", 24.0),
            ("report-recommendation", 32.0),
            ("report-obligation", 10.0),
            ("report-status", 17.0),
            ("report-remark", 70.0),
            ("report-column-explanation", 40.0),
            ("report-version", 9.0),
            ("report-received", 12.0),
            ("report-file", 32.0),
            ("report-column-page", 7.0),
            ("report-column-sheet", 12.0),
            ("report-column-table", 8.0),
            ("report-column-row", 8.0),
            ("report-column-column", 9.0),
            ("report-column-sha", 68.0),
        ]);
        let mut rows = Vec::new();
        for (participant, row) in self.report.participants.iter().zip(&self.report.matrix) {
            for (recommendation, entry) in self.report.recommendations.iter().zip(row) {
                rows.push(self.entry_line(participant, recommendation, entry));
            }
        }
        Sheet {
            name: self.voice.say("report-sheet-entries"),
            title: self.voice.say("report-sheet-entries-title"),
            columns,
            rows,
            frozen_columns: 3,
            filter: true,
            wide: true,
            ..Sheet::default()
        }
    }

    fn entry_line(
        &self,
        participant: &ParticipantFacts,
        recommendation: &RecommendationFacts,
        entry: &EntryFacts,
    ) -> Vec<SheetCell> {
        let form = participant.form.as_ref();
        let file = form.and_then(|form| form.file.as_ref());
        let source = entry.source.clone().unwrap_or_default();
        let area = self
            .report
            .areas
            .get(recommendation.area)
            .map(|area| area.title.clone());
        vec![
            text(participant.code.as_str()),
            text(&participant.name),
            SheetCell::count(recommendation.number),
            text(area.unwrap_or_default()),
            text(&recommendation.short_title),
            text(self.voice.obligation(recommendation.obligation)),
            self.status_value(entry.status),
            text(plain_remark(&entry.remark)),
            text(entry.explanation.clone().unwrap_or_default()),
            place(form.map(|form| form.version)),
            SheetCell::date(form.map(|form| form.submitted_at.date_naive())),
            text(file.map(|file| file.name.clone()).unwrap_or_default()),
            place(source.page),
            text(source.sheet.unwrap_or_default()),
            place(source.table),
            place(source.row),
            place(source.column),
            text(file.map(|file| file.sha256.clone()).unwrap_or_default()),
        ]
    }

    fn distribution_sheet(&self) -> Sheet {
        let mut columns = self.columns(&[
            ("report-column-number", 6.0),
            ("report-column-area", 26.0),
            ("report-recommendation", 34.0),
            ("report-obligation", 10.0),
        ]);
        columns.extend(Status::ALL.map(|status| SheetColumn::new(self.voice.status(status), 14.0)));
        columns.push(SheetColumn::new(
            self.voice.say("report-column-answered"),
            14.0,
        ));
        columns.push(SheetColumn::new(self.voice.say("report-column-text"), 90.0));
        let rows = self
            .report
            .recommendations
            .iter()
            .zip(&self.report.counts)
            .map(|(one, counts)| {
                let area = self
                    .report
                    .areas
                    .get(one.area)
                    .map(|area| area.title.clone());
                let mut row = vec![
                    SheetCell::count(one.number),
                    text(area.unwrap_or_default()),
                    text(&one.short_title),
                    text(self.voice.obligation(one.obligation)),
                ];
                row.extend(Status::ALL.map(|status| SheetCell::count(counts.of(status))));
                row.extend([SheetCell::count(counts.reported()), text(&one.text)]);
                row
            });
        Sheet {
            name: self.voice.say("report-sheet-distribution"),
            title: self.voice.say("report-sheet-distribution-title"),
            columns,
            rows: rows.collect(),
            frozen_columns: 3,
            filter: true,
            ..Sheet::default()
        }
    }

    fn changes_sheet(&self) -> Sheet {
        let columns = self.columns(&[
            ("report-column-code", 8.0),
            ("report-municipality", 22.0),
            ("report-recommendation", 40.0),
            ("report-column-from", 18.0),
            ("report-column-to", 18.0),
            ("report-column-direction", 16.0),
        ]);
        let title = match &self.report.changes {
            Some(changes) => self.voice.with(
                "report-sheet-changes-title",
                &[("since", changes.since_title.as_str().into())],
            ),
            None => self.voice.say("report-sheet-changes-none"),
        };
        let steps = self
            .report
            .changes
            .iter()
            .flat_map(|changes| &changes.steps);
        Sheet {
            name: self.voice.say("report-sheet-changes"),
            title,
            columns,
            rows: steps.map(|step| self.step_line(step)).collect(),
            frozen_columns: 2,
            filter: true,
            ..Sheet::default()
        }
    }

    fn step_line(&self, step: &StatusStep) -> Vec<SheetCell> {
        let direction = match (step.is_better(), step.is_worse()) {
            (true, _) => "report-better",
            (_, true) => "report-worse",
            _ => "report-direction-other",
        };
        vec![
            text(step.code.as_str()),
            text(self.name(&step.code)),
            text(self.numbered(step.number)),
            self.status_value(step.from),
            self.status_value(step.to),
            text(self.voice.say(direction)),
        ]
    }

    fn numbered(&self, number: u32) -> String {
        let title = self
            .recommendation(number)
            .map(|one| one.short_title.as_str());
        format!("{number}. {}", title.unwrap_or_default())
    }

    fn partners_sheet(&self) -> Sheet {
        let mut rows: Vec<Vec<SheetCell>> = Vec::new();
        for wish in &self.report.partner_wishes {
            rows.push(vec![
                text(self.wish_kind(wish.kind)),
                text(self.numbered(wish.number)),
                text(self.name(&wish.code)),
                SheetCell::default(),
                text(&wish.text),
            ]);
        }
        for pair in self.report.possible_pairs() {
            rows.push(vec![
                text(self.voice.say("report-pairs")),
                text(self.numbered(pair.number)),
                text(self.name(&pair.seeks.code)),
                text(self.name(&pair.other.code)),
                SheetCell::default(),
            ]);
        }
        Sheet {
            name: self.voice.say("report-sheet-partners"),
            title: self.voice.say("report-partners"),
            columns: self.columns(&[
                ("report-column-kind", 14.0),
                ("report-recommendation", 40.0),
                ("report-municipality", 22.0),
                ("report-column-other", 22.0),
                ("report-remark", 70.0),
            ]),
            rows,
            filter: true,
            ..Sheet::default()
        }
    }

    fn proposals_sheet(&self) -> Sheet {
        let rows = self.report.proposals.iter().map(|proposal| {
            vec![
                text(self.name(&proposal.code)),
                text(&proposal.text),
                text(plain_remark(&proposal.remark)),
            ]
        });
        Sheet {
            name: self.voice.say("report-sheet-proposals"),
            title: self.voice.say("report-proposals"),
            columns: self.columns(&[
                ("report-municipality", 22.0),
                ("report-proposal", 60.0),
                ("report-remark", 70.0),
            ]),
            rows: rows.collect(),
            filter: true,
            ..Sheet::default()
        }
    }

    fn missing_sheet(&self) -> Sheet {
        let rows = self.report.missing().into_iter().map(|one| {
            vec![
                text(one.code.as_str()),
                text(&one.name),
                text(self.voice.absence(one.absence)),
            ]
        });
        Sheet {
            name: self.voice.say("report-sheet-missing"),
            title: self.voice.say("report-missing"),
            columns: self.columns(&[
                ("report-column-code", 8.0),
                ("report-municipality", 22.0),
                ("report-why", 40.0),
            ]),
            rows: rows.collect(),
            filter: true,
            ..Sheet::default()
        }
    }

    fn method_sheet(&self) -> Sheet {
        let lines = self.method_lines().into_iter().map(|line| vec![text(line)]);
        Sheet {
            name: self.voice.say("report-sheet-method"),
            title: self.voice.say("report-method"),
            columns: self.columns(&[("report-column-text", 120.0)]),
            rows: lines.collect(),
            ..Sheet::default()
        }
    }
}
