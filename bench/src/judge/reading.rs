//! Our readers and engine, by their public names.

use crate::generator::stock::Which;
use crate::generator::{blank_form, shape};
use crate::suite::Made;
use documents::read::ReadError;
use forms::{FormReading, MunicipalityName, Problem, ReadOptions, StatusWords, Template};
use kernel::MunicipalityCode;
use std::collections::HashMap;

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    /// The reader says so.
    #[error("{0}")]
    File(#[from] ReadError),
    /// No blank form was found in it.
    #[error("no blank form: {0:?}")]
    NoTemplate(Vec<Problem>),
}

/// What every form is read with.
pub struct Desk {
    templates: HashMap<Which, Template>,
    municipalities: Vec<MunicipalityName>,
}

impl Desk {
    /// Reads the blank forms, as Word files.
    ///
    /// # Errors
    /// Where a blank form cannot be read at all.
    pub fn new() -> Result<Self, Unread> {
        let mut templates = HashMap::new();
        for which in Which::ALL {
            templates.insert(
                which,
                template(which, shape::Format::Docx, shape::Layout::OneTable)?,
            );
        }
        Ok(Self {
            templates,
            municipalities: municipalities(),
        })
    }

    /// Reads a filled-in form.
    ///
    /// # Errors
    /// Where the file cannot be read at all.
    pub fn read(&self, made: &Made) -> Result<FormReading, ReadError> {
        let document = documents::read::read(&made.form.file_name, &made.bytes)?;
        Ok(self.understand(made, &document))
    }

    /// Reads a filled-in form that is a document already.
    pub fn understand(&self, made: &Made, document: &document_model::Document) -> FormReading {
        let mut words = StatusWords::usual();
        let own = made.form.truth.words.iter();
        words
            .words
            .extend(own.map(|(word, status)| ((*word).to_owned(), *status)));
        let options = ReadOptions {
            words,
            municipalities: &self.municipalities,
            file_name: Some(&made.form.file_name),
            ..ReadOptions::default()
        };
        forms::read_form(document, &self.templates[&made.form.truth.which], &options)
    }
}

/// Reads one of our blank forms.
///
/// # Errors
/// Where the file cannot be read at all.
pub fn template(
    which: Which,
    format: shape::Format,
    layout: shape::Layout,
) -> Result<Template, Unread> {
    let bytes = blank_form(which, format, layout);
    let name = format!("blank.{}", format.ending());
    forms::read_template(&documents::read::read(&name, &bytes)?).map_err(Unread::NoTemplate)
}

/// All 98 municipalities, from the register's own list.
fn municipalities() -> Vec<MunicipalityName> {
    let lines = include_str!("../../../foundation/people/data/municipalities.csv").lines();
    lines.skip(1).filter_map(municipality).collect()
}

fn municipality(line: &str) -> Option<MunicipalityName> {
    let (code, name) = line.split_once(',')?;
    Some(MunicipalityName {
        code: MunicipalityCode::parse(code)?,
        name: name.trim().to_owned(),
        aliases: Vec::new(),
    })
}
