//! A municipality's form as a Word or Excel file with what is answered so far, to be filled in
//! elsewhere and read again. The columns are those of the blank form, so that the same reader
//! understands it.

use crate::rules::marked_text;
use chrono::{DateTime, Utc};
use document_model::Control;
use documents::write::WriteFault;
use documents::write::outline::{Block, Cell, Column, Report, Table, Words};
use documents::write::workbook::{Sheet, SheetCell, SheetColumn, Workbook};
use documents::write::{docx, xlsx};
use forms::{Obligation, RemarkParagraph, Status};
use web::languages::Texts;

/// A form to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct PrefilledForm<'a> {
    /// The round's title.
    pub title: &'a str,
    /// The municipality's name.
    pub municipality: &'a str,
    /// Who asks.
    pub recipient: &'a str,
    /// The moment that the file carries as its making.
    pub dated: DateTime<Utc>,
    /// Whether the answers are invented.
    pub fictional: bool,
    /// The areas with what is asked in each.
    pub areas: Vec<(&'a str, Vec<PrefilledAnswer<'a>>)>,
}

/// What is asked, with the answer so far.
#[derive(Debug, Clone, PartialEq)]
pub struct PrefilledAnswer<'a> {
    /// Must or may.
    pub obligation: Obligation,
    /// The recommendation.
    pub text: &'a str,
    /// The status.
    pub status: Status,
    /// The remark.
    pub remark: &'a [RemarkParagraph],
}

impl PrefilledForm<'_> {
    /// The form as a Word file.
    pub fn word(&self, texts: &Texts) -> Result<Vec<u8>, WriteFault> {
        let mut blocks = vec![Block::text(texts.say("filling-file-lead"))];
        for (index, (title, answers)) in self.areas.iter().enumerate() {
            blocks.push(Block::heading(1, *title, format!("area-{index}")));
            for obligation in [Obligation::Must, Obligation::May] {
                let own = answers.iter().filter(|one| one.obligation == obligation);
                let own: Vec<&PrefilledAnswer<'_>> = own.collect();
                if own.is_empty() {
                    continue;
                }
                let key = format!("area-{index}-{}", obligation.key());
                blocks.push(Block::heading(2, heading(obligation, texts), key));
                blocks.push(Block::Table(table(title, &own, texts)));
            }
        }
        docx::write(&self.report(blocks, texts))
    }

    fn report(&self, blocks: Vec<Block>, texts: &Texts) -> Report {
        Report {
            title: self.title.to_owned(),
            subtitle: Some(self.municipality.to_owned()),
            language: texts.language(),
            author: self.recipient.to_owned(),
            dated: self.dated,
            facts: vec![(
                texts.say("filling-municipality"),
                self.municipality.to_owned(),
            )],
            notice: self.fictional.then(|| texts.say("report-fictional")),
            logo: None,
            words: Words {
                contents: texts.say("report-word-contents"),
                page: texts.say("report-word-page"),
                of: texts.say("report-word-of"),
                table: texts.say("report-word-table"),
                skip: texts.say("report-word-skip"),
            },
            blocks,
        }
    }

    /// The form as a workbook: one sheet for each area. Remarks carry the marks of the page.
    pub fn workbook(&self, texts: &Texts) -> Result<Vec<u8>, WriteFault> {
        let sheets = self.areas.iter().map(|(title, answers)| Sheet {
            name: (*title).to_owned(),
            title: (*title).to_owned(),
            notes: vec![self.municipality.to_owned()],
            columns: [
                ("filling-column-obligation", 8.0),
                ("filling-column-recommendation", 70.0),
                ("filling-column-status", 18.0),
                ("filling-column-remark", 90.0),
            ]
            .map(|(key, width)| SheetColumn::new(texts.say(key), width))
            .into(),
            rows: answers.iter().map(|one| row(one, texts)).collect(),
            ..Sheet::default()
        });
        xlsx::write(&Workbook {
            title: self.title.to_owned(),
            subject: self.municipality.to_owned(),
            author: self.recipient.to_owned(),
            language: texts.language(),
            dated: self.dated,
            notice: self.fictional.then(|| texts.say("report-fictional")),
            page: texts.say("report-word-page"),
            of: texts.say("report-word-of"),
            sheets: sheets.collect(),
        })
    }
}

fn heading(obligation: Obligation, texts: &Texts) -> String {
    texts.say(match obligation {
        Obligation::Must => "common-obligation-must",
        Obligation::May => "common-obligation-may",
    })
}

fn table(caption: &str, answers: &[&PrefilledAnswer<'_>], texts: &Texts) -> Table {
    let columns = [
        ("filling-column-recommendation", 75.0),
        ("filling-column-status", 30.0),
        ("filling-column-remark", 75.0),
    ];
    Table {
        caption: caption.to_owned(),
        columns: columns
            .iter()
            .map(|(_, width)| Column::text(*width))
            .collect(),
        header: vec![
            columns
                .iter()
                .map(|(key, _)| Cell::plain(texts.say(key)))
                .collect(),
        ],
        rows: answers
            .iter()
            .map(|one| {
                vec![
                    Cell::plain(one.text),
                    status_cell(one.status, texts),
                    Cell::of(super::report::remark(one.remark)),
                ]
            })
            .collect(),
        ..Table::default()
    }
}

/// A list to choose from: what a person would type, and the reader knows.
fn status_cell(status: Status, texts: &Texts) -> Cell {
    let chosen = [
        Status::Green,
        Status::Yellow,
        Status::Red,
        Status::NotParticipating,
    ];
    Cell {
        controls: vec![Control::Choice {
            selected: (status != Status::NotReported).then(|| word(status, texts)),
            options: chosen.map(|status| word(status, texts)).into(),
        }],
        ..Cell::default()
    }
}

fn word(status: Status, texts: &Texts) -> String {
    texts.say(match status {
        Status::Green => "common-status-green",
        Status::Yellow => "common-status-yellow",
        Status::Red => "common-status-red",
        Status::NotParticipating => "common-status-not-participating",
        Status::NotReported => "common-status-not-reported",
    })
}

fn row(answer: &PrefilledAnswer<'_>, texts: &Texts) -> Vec<SheetCell> {
    let status = match answer.status {
        Status::NotReported => String::new(),
        status => word(status, texts),
    };
    vec![
        SheetCell::text(heading(answer.obligation, texts)),
        SheetCell::text(answer.text),
        SheetCell::text(status),
        SheetCell::text(marked_text::write(answer.remark)),
    ]
}
