//! An answer of the material as the follow-up room receives it: typed in, or read from a file.

use super::set_up::words;
use crate::material::{FormFile, RoundText, SetText, SourceFile, source_file};
use crate::{markup, written};
use document_model::Format;
use documents::read;
use followup::actions::ReceivedFile;
use followup::intake::municipality_names;
use forms::{EntryReading, FormReading, ReadOptions, Source, UnmatchedRow, read_form};
use kernel::{Fault, Outcome};

/// What is received: the file, if it came as one, and what is in it.
pub struct Received {
    /// The file.
    pub file: Option<ReceivedFile>,
    /// What was read from it, or typed in.
    pub reading: FormReading,
}

/// Prepares an answer for the follow-up room.
pub fn received(form: &FormFile, round: &RoundText, set: &SetText) -> Outcome<Received> {
    match sent_file(form, set)? {
        Some(file) => Ok(read_in(file, round, set)?),
        None => Ok(Received {
            file: None,
            reading: typed_in(form, set),
        }),
    }
}

fn sent_file(form: &FormFile, set: &SetText) -> Result<Option<SourceFile>, Fault> {
    if let Some(name) = &form.file {
        return source_file(name).map(Some);
    }
    let name = people::register().municipality(&form.municipality);
    let name = name.map_or("", |known| known.name.as_str());
    let made = written::file(form, name, set).transpose();
    made.map_err(|error| Fault::caused_by("writing a form of the demonstration", error))
}

/// Our own files are read in this process: nobody else has written them.
fn read_in(file: SourceFile, round: &RoundText, set: &SetText) -> Result<Received, Fault> {
    let context = format!("reading {} of the demonstration", file.name);
    let document = read::read(&file.name, &file.bytes);
    let document = document.map_err(|error| Fault::caused_by(context, error))?;
    let options = ReadOptions {
        words: words(round),
        municipalities: municipality_names(),
        file_name: Some(&file.name),
        ..ReadOptions::default()
    };
    let reading = read_form(&document, &set.template(), &options);
    Ok(Received {
        reading,
        file: Some(ReceivedFile {
            format: format_word(document.format).to_owned(),
            name: file.name,
            bytes: file.bytes,
        }),
    })
}

fn format_word(format: Format) -> &'static str {
    match format {
        Format::Docx => "docx",
        Format::Xlsx => "xlsx",
        Format::Odt => "odt",
        Format::Ods => "ods",
        Format::Html => "html",
        Format::Pdf => "pdf",
        Format::Csv => "csv",
        Format::Text => "text",
    }
}

fn typed_in(form: &FormFile, set: &SetText) -> FormReading {
    let answered = set.recommendation.iter().map(|one| {
        let entry = form.entry_of(one.number);
        EntryReading {
            number: one.number,
            status: entry.map(|entry| entry.status).unwrap_or_default(),
            evidence: Vec::new(),
            remark: entry.map_or_else(Vec::new, |entry| markup::remark(&entry.remark)),
            read_text: one.text.clone(),
            confidence: 1.0,
            source: Source::default(),
        }
    });
    let own = form.own.iter().map(|row| UnmatchedRow {
        text: row.text.clone(),
        status: row.status,
        remark: markup::remark(&row.remark),
        source: Source::default(),
    });
    FormReading {
        municipality: None,
        entries: answered.collect(),
        unmatched: own.collect(),
        problems: Vec::new(),
    }
}
