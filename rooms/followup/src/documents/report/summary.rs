//! What a busy politician needs.

use super::View;
use crate::documents::marks::mark;
use crate::rules::aggregate_report::StatusStep;
use documents::write::outline::{Block, Cell, Column, Paragraph, Run, Style, Table};
use forms::Status;

impl View<'_> {
    /// The sentences that open the report.
    pub(in crate::documents) fn headline(&self) -> String {
        let figures = self.report.headline();
        let mut sentences = vec![
            self.voice.with(
                "report-headline-answered",
                &[
                    ("answered", figures.answered.into()),
                    ("asked", figures.asked.into()),
                ],
            ),
            self.voice.with(
                "report-headline-green",
                &[
                    ("green", figures.mostly_green.into()),
                    ("all", figures.recommendations.into()),
                ],
            ),
            self.voice.with(
                "report-headline-red-must",
                &[
                    ("recommendations", figures.red_musts.into()),
                    (
                        "municipalities",
                        figures.municipalities_with_red_must.into(),
                    ),
                ],
            ),
        ];
        if let Some(changes) = &self.report.changes {
            sentences.push(self.voice.with(
                "report-headline-changes",
                &[
                    ("since", changes.since_title.as_str().into()),
                    ("better", figures.better.into()),
                    ("worse", figures.worse.into()),
                ],
            ));
        }
        sentences.join(" ")
    }

    pub(super) fn summary(&self) -> Vec<Block> {
        let mut blocks = vec![
            Block::PageBreak,
            self.chapter("report-summary"),
            Block::heading(2, self.voice.say("report-picture"), "report-picture"),
            Block::Table(self.picture_table()),
            Block::heading(2, self.voice.say("report-red-must"), "report-red-must"),
        ];
        blocks.extend(self.red_musts());
        blocks.extend(self.changes());
        blocks
    }

    /// Each recommendation with its counts and what changed.
    fn picture_table(&self) -> Table {
        let compared = self.report.changes.is_some();
        // As wide as the longest word of each head.
        let mut columns = vec![Column::text(56.0), Column::text(14.0)];
        columns.extend([15.0, 14.0, 14.0, 20.0, 25.0].map(Column::number));
        let mut header = vec![
            Cell::plain(self.voice.say("report-recommendation")),
            Cell::plain(self.voice.say("report-obligation")),
        ];
        header.extend(
            Status::ALL
                .map(|status| Cell::of(vec![Paragraph::of(vec![self.voice.status_run(status)])])),
        );
        if compared {
            columns.extend([Column::number(15.0), Column::number(20.0)]);
            header.extend([
                Cell::plain(self.voice.say("report-better")),
                Cell::plain(self.voice.say("report-worse")),
            ]);
        }
        Table {
            caption: self.voice.with(
                "report-picture-caption",
                &[("asked", self.report.participants.len().into())],
            ),
            columns,
            header: vec![header],
            rows: (0..self.report.recommendations.len())
                .map(|index| self.picture_row(index, compared))
                .collect(),
            row_headers: true,
            dense: false,
        }
    }

    fn picture_row(&self, index: usize, compared: bool) -> Vec<Cell> {
        let recommendation = &self.report.recommendations[index];
        let counts = self.report.counts[index];
        let mut row = vec![
            self.reference(recommendation),
            Cell::plain(self.voice.obligation(recommendation.obligation)),
        ];
        row.extend(Status::ALL.map(|status| Cell::plain(counts.of(status).to_string())));
        if compared {
            let number = |steps: Vec<&StatusStep>| {
                steps
                    .iter()
                    .filter(|step| step.number == recommendation.number)
                    .count()
            };
            let comparable = self.is_comparable(recommendation.number);
            for steps in [self.report.improved(), self.report.worsened()] {
                row.push(Cell::plain(if comparable {
                    number(steps).to_string()
                } else {
                    "–".to_owned()
                }));
            }
        }
        row
    }

    fn red_musts(&self) -> Vec<Block> {
        let red = self.report.must_red();
        if red.is_empty() {
            return vec![Block::text(self.voice.say("report-red-must-none"))];
        }
        let rows = red.iter().map(|red| {
            let names: Vec<&str> = red
                .municipalities
                .iter()
                .map(|one| one.name.as_str())
                .collect();
            vec![
                self.reference(red.recommendation),
                Cell::plain(names.len().to_string()),
                Cell::plain(names.join(", ")),
            ]
        });
        vec![Block::Table(Table {
            caption: self.voice.say("report-red-must-caption"),
            columns: vec![Column::text(72.0), Column::number(14.0), Column::text(90.0)],
            header: self.headings(&[
                "report-recommendation",
                "report-number-of",
                "report-municipalities",
            ]),
            rows: rows.collect(),
            row_headers: true,
            dense: false,
        })]
    }

    fn changes(&self) -> Vec<Block> {
        let Some(changes) = &self.report.changes else {
            return Vec::new();
        };
        let title = self.voice.with(
            "report-changes",
            &[("since", changes.since_title.as_str().into())],
        );
        let mut blocks = vec![Block::heading(2, title, "report-changes")];
        let rows: Vec<_> = self
            .report
            .recommendations
            .iter()
            .filter_map(|one| self.change_row(one))
            .collect();
        match rows.is_empty() {
            true => blocks.push(Block::text(self.voice.say("report-changes-none"))),
            false => blocks.push(Block::Table(Table {
                caption: self.voice.with(
                    "report-changes-caption",
                    &[("since", changes.since_title.as_str().into())],
                ),
                columns: vec![Column::text(50.0), Column::text(62.0), Column::text(62.0)],
                header: self.headings(&["report-recommendation", "report-worse", "report-better"]),
                rows,
                row_headers: true,
                dense: false,
            })),
        }
        let note = self.voice.with(
            "report-changes-note",
            &[
                ("comparable", self.comparable_count().into()),
                ("all", self.report.recommendations.len().into()),
            ],
        );
        blocks.push(Block::styled(Style::Small, note));
        blocks
    }

    fn change_row(
        &self,
        recommendation: &crate::rules::aggregate_report::RecommendationFacts,
    ) -> Option<Vec<Cell>> {
        let mine = |steps: Vec<&StatusStep>| -> Vec<Paragraph> {
            steps
                .into_iter()
                .filter(|step| step.number == recommendation.number)
                .map(|step| self.step(step))
                .collect()
        };
        let (worse, better) = (mine(self.report.worsened()), mine(self.report.improved()));
        (!worse.is_empty() || !better.is_empty()).then(|| {
            vec![
                self.reference(recommendation),
                Cell::of(worse),
                Cell::of(better),
            ]
        })
    }

    /// "Allerød: ▲ Gul → ● Grøn".
    pub(super) fn step(&self, step: &StatusStep) -> Paragraph {
        Paragraph::of(vec![
            Run::plain(format!("{}: ", self.name(&step.code))),
            Run::marked(mark(step.from), self.voice.status(step.from)),
            Run::plain(" → "),
            Run::marked(mark(step.to), self.voice.status(step.to)),
        ])
    }

    /// Whether the round before asked the same: one predecessor, of which it is the only
    /// successor.
    pub(super) fn is_comparable(&self, number: u32) -> bool {
        let all = &self.report.recommendations;
        let Some([only]) = self.recommendation(number).map(|one| &one.predecessors[..]) else {
            return false;
        };
        all.iter()
            .filter(|one| one.predecessors.contains(only))
            .count()
            == 1
    }

    fn comparable_count(&self) -> usize {
        self.report
            .recommendations
            .iter()
            .filter(|one| self.is_comparable(one.number))
            .count()
    }
}
