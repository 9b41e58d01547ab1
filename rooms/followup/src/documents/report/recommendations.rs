//! Each recommendation: its text, its distribution, what changed, and who said what.

use super::{View, anchor};
use crate::documents::marks::mark;
use documents::write::outline::{Block, Drawing, Figure, Paragraph, Run, Segment, Style};
use forms::Status;

impl View<'_> {
    pub(super) fn recommendations(&self) -> Vec<Block> {
        let mut blocks = vec![Block::PageBreak, self.chapter("report-recommendations")];
        let mut area = None;
        for (index, recommendation) in self.report.recommendations.iter().enumerate() {
            if area != Some(recommendation.area) {
                area = Some(recommendation.area);
                let title = self
                    .report
                    .areas
                    .get(recommendation.area)
                    .map(|area| area.title.clone());
                blocks.push(Block::heading(
                    2,
                    title.unwrap_or_default(),
                    format!("area-{index}"),
                ));
            }
            blocks.extend(self.one_recommendation(index));
        }
        blocks
    }

    fn one_recommendation(&self, index: usize) -> Vec<Block> {
        let one = &self.report.recommendations[index];
        let heading = format!("{}. {}", one.number, one.short_title);
        let text = vec![
            Run::bold(format!("{}: ", self.voice.obligation(one.obligation))),
            Run::plain(one.text.clone()),
        ];
        let mut blocks = vec![
            Block::heading(3, heading, anchor(one.number)),
            Block::Paragraph(Paragraph::of(text)),
            Block::Figure(self.bar(index)),
            Block::Paragraph(self.distribution(index)),
        ];
        blocks.extend(self.since(one.number));
        blocks.extend(self.entries(index));
        blocks
    }

    fn bar(&self, index: usize) -> Figure {
        let counts = self.report.counts[index];
        let segments = Status::ALL.map(|status| Segment {
            count: counts.of(status),
            mark: mark(status),
        });
        let parts = Status::ALL
            .map(|status| format!("{} {}", self.voice.status(status), counts.of(status)));
        Figure {
            drawing: Drawing::Bar(segments.to_vec()),
            alternative_text: self.voice.with(
                "report-bar-alternative",
                &[
                    ("number", self.report.recommendations[index].number.into()),
                    ("parts", parts.join(", ").into()),
                    ("asked", counts.total().into()),
                ],
            ),
        }
    }

    /// The numbers behind the bar.
    fn distribution(&self, index: usize) -> Paragraph {
        let counts = self.report.counts[index];
        let mut runs = Vec::new();
        for status in Status::ALL {
            if !runs.is_empty() {
                runs.push(Run::plain("\u{2003}"));
            }
            runs.push(Run::marked(
                mark(status),
                format!("{} ", self.voice.status(status)),
            ));
            runs.push(Run::bold(counts.of(status).to_string()));
        }
        Paragraph::of(runs)
    }

    /// What changed, or why that cannot be said.
    fn since(&self, number: u32) -> Option<Block> {
        let changes = self.report.changes.as_ref()?;
        let count = |steps: Vec<&crate::rules::aggregate_report::StatusStep>| {
            steps.iter().filter(|step| step.number == number).count()
        };
        let since = changes.since_title.as_str();
        let text = match self.is_comparable(number) {
            true => self.voice.with(
                "report-since",
                &[
                    ("since", since.into()),
                    ("better", count(self.report.improved()).into()),
                    ("worse", count(self.report.worsened()).into()),
                ],
            ),
            false => self
                .voice
                .with("report-since-not-comparable", &[("since", since.into())]),
        };
        Some(Block::styled(Style::Small, text))
    }
}
