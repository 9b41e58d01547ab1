//! Filled forms as Word and Excel files, written at load time so that some answers come in as
//! real files. The same material gives the same bytes.

mod sheet;
mod word;

use crate::material::{FormFile, Made, SetText, SourceFile};
use documents::write::{WriteFault, docx, xlsx};
use forms::Status;

/// The line that every made file carries.
const NOTICE: &str = "Opdigtet materiale til demonstration. Svarene er ikke kommunens.";
/// Who is named as the author.
const AUTHOR: &str = "Pejlings demonstration";

/// The form as a file, if the material says that it came as one that we write.
///
/// # Errors
/// [`WriteFault`] where the file cannot be put together.
pub fn file(form: &FormFile, name: &str, set: &SetText) -> Option<Result<SourceFile, WriteFault>> {
    let filled = Filled { form, name, set };
    let made = form.made_as?;
    let bytes = match made {
        Made::Docx => docx::write(&word::report(&filled)),
        Made::Xlsx => xlsx::write(&sheet::workbook(&filled)),
    };
    Some(bytes.map(|bytes| SourceFile {
        name: filled.file_name(made),
        bytes,
    }))
}

/// A form with what a file of it needs.
struct Filled<'a> {
    form: &'a FormFile,
    name: &'a str,
    set: &'a SetText,
}

impl Filled<'_> {
    fn title(&self) -> String {
        format!("{}: {}", full_name(self.name), self.set.title)
    }

    fn file_name(&self, made: Made) -> String {
        let ending = match made {
            Made::Docx => "docx",
            Made::Xlsx => "xlsx",
        };
        let year = self.form.received.format("%Y");
        let code = &self.form.municipality;
        format!("{year}-{code} {} fremdriftsskema.{ending}", self.name)
    }

    /// Status and remark of a recommendation; nothing where it has no entry.
    fn answer(&self, number: u32) -> (&'static str, &str) {
        let entry = self.form.entry_of(number);
        let status = entry.map(|entry| entry.status).unwrap_or_default();
        (word_of(status), entry.map_or("", |entry| &entry.remark))
    }
}

/// "Ballerup Kommune"; two municipalities call themselves otherwise.
fn full_name(name: &str) -> String {
    match name {
        "København" => "Københavns Kommune".to_owned(),
        "Bornholm" => "Bornholms Regionskommune".to_owned(),
        _ => format!("{name} Kommune"),
    }
}

fn word_of(status: Status) -> &'static str {
    match status {
        Status::Green => "Grøn",
        Status::Yellow => "Gul",
        Status::Red => "Rød",
        Status::NotParticipating => "-",
        Status::NotReported => "",
    }
}
