use super::support::{self, Progress};
use crate::cli::FormRead;
use crate::exit::{Ended, Ending};
use crate::printing;
use followup::intake::Intake;
use forms::{FormReading, Template};
use web::languages::Texts;

/// Shows what is in forms; stores nothing.
pub fn run(read: &FormRead, texts: &Texts) -> Ended {
    let words = support::status_words(&read.words)?;
    let template = support::read_template(&read.template, texts)?;
    let progress = Progress::new(read.files.len(), "cli-progress-reading", texts);
    let intakes = support::read_forms(&read.files, &template, &words, &progress)?;
    progress.finish();
    let readings: Vec<(&Intake, FormReading)> = intakes
        .iter()
        .map(|intake| (intake, support::reading_of(intake, &template)))
        .collect();
    for (intake, reading) in &readings {
        print(read.json, &intake.file.name, reading, &template, texts);
    }
    if !read.json {
        support::summarise(readings.iter().map(|(_, reading)| reading), texts);
    }
    Ok(ending(&readings))
}

fn print(json: bool, file: &str, reading: &FormReading, template: &Template, texts: &Texts) {
    let text = match json {
        true => printing::json_line(file, reading, template, texts),
        false => printing::table(file, reading, template, texts) + "\n",
    };
    support::say(&text);
}

/// A file that cannot be read outweighs errors in those that can.
fn ending(readings: &[(&Intake, FormReading)]) -> Ending {
    if readings.iter().any(|(intake, _)| intake.outcome.is_err()) {
        Ending::CannotReadOrWrite
    } else if readings
        .iter()
        .any(|(_, reading)| printing::has_errors(reading))
    {
        Ending::ProblemsFound
    } else {
        Ending::Done
    }
}
