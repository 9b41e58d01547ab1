//! The aggregate report as an outline: one file per section.

mod decisions;
mod entries;
mod matrix;
mod method;
mod missing;
mod partners;
mod proposals;
mod recommendations;
mod summary;

use super::voice::Voice;
use crate::rules::aggregate_report::{AggregateReport, Logo, RecommendationFacts, Section};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use chrono::{DateTime, Utc};
use documents::write::outline::{Block, Cell, Link, Paragraph, Report, Run, Style, Words};
use documents::write::picture::Picture;
use forms::RemarkParagraph;
use web::languages::Texts;

/// The report as an outline, with the sections that the round has chosen, in its order.
pub fn outline(report: &AggregateReport, texts: &Texts) -> Report {
    let view = View {
        report,
        voice: Voice { texts },
    };
    let mut blocks = view.opening();
    for section in &report.round.sections {
        blocks.extend(view.section(*section));
    }
    Report {
        title: report.round.title.clone(),
        subtitle: Some(report.programme.title.clone()).filter(|title| *title != report.round.title),
        language: texts.language(),
        author: author(report),
        dated: dated(report),
        facts: view.facts(),
        notice: notice(report, &view.voice),
        logo: report.round.logo.as_ref().and_then(picture),
        words: view.words(),
        blocks,
    }
}

/// Who issues the report: the body that it goes to, as long as no other sender is known.
pub(super) fn author(report: &AggregateReport) -> String {
    match report.programme.recipient.is_empty() {
        true => report.programme.title.clone(),
        false => report.programme.recipient.clone(),
    }
}

/// The date of the files: the release, else the newest form that counts, else the due day.
/// Never the clock: the same report gives the same bytes.
pub(super) fn dated(report: &AggregateReport) -> DateTime<Utc> {
    let forms = report
        .participants
        .iter()
        .filter_map(|participant| participant.form.as_ref());
    let newest = || forms.map(|form| form.submitted_at).max();
    let due = || {
        report
            .round
            .due_on
            .unwrap_or(report.round.set_period.0)
            .and_hms_opt(12, 0, 0)
    };
    let released = report.release.as_ref().map(|release| release.released_at);
    released
        .or_else(newest)
        .or_else(|| due().map(|time| time.and_utc()))
        .unwrap_or_default()
}

/// What every page says of an invented round.
pub(super) fn notice(report: &AggregateReport, voice: &Voice) -> Option<String> {
    report
        .programme
        .fictional
        .then(|| voice.say("report-fictional"))
}

/// A logo that cannot be read is left out: the report matters more.
fn picture(logo: &Logo) -> Option<Picture> {
    let bytes = BASE64_STANDARD.decode(&logo.base64).ok()?;
    Picture::read(&logo.media_type, bytes, logo.alternative_text.clone()).ok()
}

/// A report seen in a language.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub report: &'a AggregateReport,
    pub voice: Voice<'a>,
}

impl View<'_> {
    fn section(&self, section: Section) -> Vec<Block> {
        match section {
            Section::Summary => self.summary(),
            Section::Matrix => self.matrix(),
            Section::Recommendations => self.recommendations(),
            Section::PartnerWishes => self.partner_wishes(),
            Section::Decisions => self.decisions(),
            Section::Proposals => self.proposals(),
            Section::Missing => self.missing(),
            Section::Method => self.method(),
        }
    }

    /// What stands before the first section: the sentences for whoever reads no further, the
    /// round's introduction, the contents.
    fn opening(&self) -> Vec<Block> {
        let mut blocks = vec![Block::styled(Style::Lead, self.headline())];
        blocks.extend(self.report.round.introduction.iter().map(Block::text));
        blocks.push(Block::TableOfContents { depth: 2 });
        blocks
    }

    pub(super) fn facts(&self) -> Vec<(String, String)> {
        let (report, texts) = (self.report, self.voice.texts);
        let (from, to) = report.round.set_period;
        let period = format!("{} – {}", texts.date(from), texts.date(to));
        let edition = match &report.release {
            Some(release) => self.voice.with(
                "report-fact-edition",
                &[
                    ("number", release.number.into()),
                    ("date", release.released_at.date_naive().into()),
                ],
            ),
            None => self.voice.say("report-fact-draft"),
        };
        let mut facts = vec![(self.voice.say("report-fact-period"), period)];
        if let Some(due) = report.round.due_on {
            facts.push((self.voice.say("report-fact-due"), texts.date(due)));
        }
        if !report.programme.recipient.is_empty() {
            facts.insert(
                0,
                (
                    self.voice.say("report-fact-recipient"),
                    report.programme.recipient.clone(),
                ),
            );
        }
        facts.push((self.voice.say("report-fact-state"), edition));
        if let Some(note) = report
            .release
            .as_ref()
            .and_then(|release| release.note.clone())
        {
            facts.push((self.voice.say("report-fact-note"), note));
        }
        facts
    }

    fn words(&self) -> Words {
        Words {
            contents: self.voice.say("report-word-contents"),
            page: self.voice.say("report-word-page"),
            of: self.voice.say("report-word-of"),
            table: self.voice.say("report-word-table"),
            skip: self.voice.say("report-word-skip"),
        }
    }

    /// A heading of level 1 with the name that links use.
    fn chapter(&self, key: &str) -> Block {
        Block::heading(1, self.voice.say(key), key)
    }

    /// A recommendation's number, obligation and short title, as a link to its section.
    fn reference(&self, recommendation: &RecommendationFacts) -> Cell {
        Cell::of(vec![Paragraph::of(vec![
            self.reference_run(recommendation),
        ])])
    }

    fn reference_run(&self, recommendation: &RecommendationFacts) -> Run {
        let run = Run::plain(format!(
            "{}. {}",
            recommendation.number, recommendation.short_title
        ));
        match self
            .report
            .round
            .sections
            .contains(&Section::Recommendations)
        {
            true => run.linked(Link::Heading(anchor(recommendation.number))),
            false => run,
        }
    }

    pub(super) fn recommendation(&self, number: u32) -> Option<&RecommendationFacts> {
        self.report
            .recommendations
            .iter()
            .find(|one| one.number == number)
    }

    pub(super) fn name(&self, code: &kernel::MunicipalityCode) -> String {
        self.report
            .participant(code)
            .map_or_else(|| code.to_string(), |participant| participant.name.clone())
    }

    /// Header cells from keys.
    fn headings(&self, keys: &[&str]) -> Vec<Vec<Cell>> {
        vec![
            keys.iter()
                .map(|key| Cell::plain(self.voice.say(key)))
                .collect(),
        ]
    }
}

/// The name that links to a recommendation's section use.
fn anchor(number: u32) -> String {
    format!("recommendation-{number}")
}

/// A remark with its paragraphs, list items, bold and italic.
pub(super) fn remark(paragraphs: &[RemarkParagraph]) -> Vec<Paragraph> {
    let run = |run: &forms::RemarkRun| Run {
        bold: run.bold,
        italic: run.italic,
        ..Run::plain(run.text.clone())
    };
    paragraphs
        .iter()
        .map(|paragraph| Paragraph {
            style: if paragraph.list_item {
                Style::Item
            } else {
                Style::Body
            },
            runs: paragraph.runs.iter().map(run).collect(),
        })
        .collect()
}
