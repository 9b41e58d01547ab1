//! Municipality × recommendation on one sheet.

use super::{View, anchor};
use crate::documents::marks::mark;
use crate::rules::aggregate_report::Section;
use documents::write::outline::{
    Block, Cell, Column, Link, Paper, Paragraph, Run, Style, Table, Wide,
};
use forms::Status;

/// The width of the column of names and the widest and narrowest column of answers, in mm.
const NAMES: f64 = 38.0;
const WIDEST: f64 = 19.0;
const NARROWEST: f64 = 13.0;

impl View<'_> {
    pub(super) fn matrix(&self) -> Vec<Block> {
        let count = self.report.recommendations.len().max(1) as f64;
        let paper = self.paper(count);
        let room = paper.size().0 - 30.0 - NAMES;
        let width = (room / count).clamp(NARROWEST, WIDEST);
        let blocks = vec![
            self.chapter("report-matrix"),
            Block::Paragraph(self.legend()),
            Block::Table(self.matrix_table(width)),
        ];
        vec![Block::Wide(Wide { paper, blocks })]
    }

    /// A3 where A4 would make the columns too narrow for their heads.
    fn paper(&self, count: f64) -> Paper {
        let needed = NAMES + count * 16.0;
        match needed <= Paper::A4Landscape.size().0 - 30.0 {
            true => Paper::A4Landscape,
            false => Paper::A3Landscape,
        }
    }

    /// Every symbol with its word, and with the round's own meaning where it has one.
    pub(super) fn legend(&self) -> Paragraph {
        let mut runs = Vec::new();
        for status in Status::ALL {
            let letter = self.voice.letter(status);
            let word = self.voice.status(status);
            let text = if letter.is_empty() {
                word
            } else {
                format!("{letter} {word}")
            };
            let meaning = self
                .report
                .round
                .meanings
                .iter()
                .find(|(known, _)| *known == status);
            let text = match meaning {
                Some((_, meaning)) => format!("{text}: {meaning}"),
                None => text,
            };
            if !runs.is_empty() {
                runs.push(Run::plain("\u{2003}"));
            }
            runs.push(Run::marked(mark(status), text));
        }
        Paragraph {
            style: Style::Small,
            runs,
        }
    }

    fn matrix_table(&self, width: f64) -> Table {
        let report = self.report;
        let mut columns = vec![Column::text(NAMES)];
        columns.extend(
            report
                .recommendations
                .iter()
                .map(|_| Column::centered(width)),
        );
        let mut rows: Vec<Vec<Cell>> = report
            .participants
            .iter()
            .zip(&report.matrix)
            .map(|(participant, row)| {
                let cells = row.iter().map(|entry| self.voice.matrix_cell(entry.status));
                std::iter::once(Cell::plain(&participant.name))
                    .chain(cells)
                    .collect()
            })
            .collect();
        rows.extend(Status::ALL.map(|status| self.total_row(status)));
        Table {
            caption: self.voice.with(
                "report-matrix-caption",
                &[
                    ("answered", report.answered().into()),
                    ("asked", report.participants.len().into()),
                ],
            ),
            columns,
            header: vec![self.area_row(), self.recommendation_row()],
            rows,
            row_headers: true,
            dense: true,
        }
    }

    fn area_row(&self) -> Vec<Cell> {
        let mut row = vec![Cell::plain(self.voice.say("report-municipality")).down(2)];
        let mut recommendations = self.report.recommendations.iter().peekable();
        while let Some(first) = recommendations.next() {
            let mut width = 1;
            while recommendations
                .next_if(|next| next.area == first.area)
                .is_some()
            {
                width += 1;
            }
            let title = self
                .report
                .areas
                .get(first.area)
                .map(|area| area.title.clone());
            row.push(Cell::plain(title.unwrap_or_default()).across(width));
        }
        row
    }

    fn recommendation_row(&self) -> Vec<Cell> {
        let linked = self
            .report
            .round
            .sections
            .contains(&Section::Recommendations);
        let cells = self.report.recommendations.iter().map(|one| {
            let number = Run::bold(format!(
                "{} {}",
                one.number,
                self.voice.obligation(one.obligation).to_lowercase()
            ));
            let number = if linked {
                number.linked(Link::Heading(anchor(one.number)))
            } else {
                number
            };
            Cell::of(vec![
                Paragraph::of(vec![number]),
                Paragraph::styled(Style::Small, one.short_title.clone()),
            ])
        });
        cells.collect()
    }

    fn total_row(&self, status: Status) -> Vec<Cell> {
        let head = Cell::of(vec![Paragraph::of(vec![self.voice.status_run(status)])]);
        let counts = self
            .report
            .counts
            .iter()
            .map(|counts| Cell::plain(counts.of(status).to_string()));
        std::iter::once(head).chain(counts).collect()
    }
}
