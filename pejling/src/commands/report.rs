use super::support::{self, Progress};
use crate::cli::Report;
use crate::exit::{Ended, Ending, Failure};
use crate::{printing, typesetting};
use chrono::Utc;
use followup::documents::{ReportFormat, render};
use followup::intake::Intake;
use followup::rules::aggregate::aggregate;
use followup::rules::aggregate_report::{AggregateReport, FileFacts};
use followup::rules::gathered::{self, Gathered, GatheredForm};
use followup::summary::{self, Which};
use forms::{FormReading, Template};
use kernel::{Message, MunicipalityCode, Refusal};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;
use web::languages::Texts;

/// Writes the aggregate report of a round, or of a folder of forms.
pub fn run(report: &Report, texts: &'static Texts) -> Ended {
    let format = format_of(&report.output)?;
    let (made, ending) = match (&report.round, &report.template) {
        (Some(round), _) => (of_round(report, round)?, Ending::Done),
        (None, Some(blank)) => of_files(report, blank, texts)?,
        (None, None) => return Err(Failure::Usage(Message::new("cli-not-found"))),
    };
    let typeset = typesetting::typesetter()?;
    let bytes = render(&made, format, texts, typeset.as_ref())?;
    support::write(&report.output, &bytes)?;
    let written = Message::new("cli-report-written")
        .with("file", report.output.display().to_string())
        .with("answered", made.answered())
        .with("participants", made.participants.len());
    eprintln!("{}", texts.message(&written));
    Ok(ending)
}

fn format_of(path: &Path) -> Result<ReportFormat, Failure> {
    let ending = path
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default();
    ReportFormat::from_extension(ending).ok_or_else(|| {
        Failure::Usage(Message::new("cli-bad-ending").with("file", path.display().to_string()))
    })
}

fn of_round(report: &Report, round: &str) -> Result<AggregateReport, Failure> {
    support::runtime()?.block_on(async {
        let database = support::open(&report.store).await?;
        let mut tx = database.read().await?;
        let shown = summary::report(&mut tx, &support::operator(), round, Which::Newest).await?;
        Ok(shown.report)
    })
}

/// The report of a folder: what is wrong with a form is said, and counts as a problem, but does
/// not keep the others from their report.
fn of_files(
    report: &Report,
    blank: &Path,
    texts: &Texts,
) -> Result<(AggregateReport, Ending), Failure> {
    let words = support::status_words(&report.words)?;
    let template = support::read_template(blank, texts)?;
    let progress = Progress::new(report.files.len(), "cli-progress-reading", texts);
    let intakes = support::read_forms(&report.files, &template, &words, &progress)?;
    progress.finish();
    let ending = tell(&intakes, &template, texts);
    let forms = gather(&intakes)?;
    let gathered = Gathered {
        title: report
            .title
            .clone()
            .unwrap_or_else(|| template.title.clone()),
        recipient: String::new(),
        asked: asked(forms.keys()),
        forms: forms.into_values().collect(),
        template,
        gathered_at: Utc::now(),
    };
    let made = aggregate(gathered::input(gathered), people::danish_order);
    Ok((made, ending))
}

/// Says what is wrong with the forms, on standard error.
fn tell(intakes: &[Intake], template: &Template, texts: &Texts) -> Ending {
    let mut ending = Ending::Done;
    for intake in intakes {
        let reading = support::reading_of(intake, template);
        for problem in &reading.problems {
            eprintln!(
                "{}:{}",
                intake.file.name,
                printing::problem_line(problem, texts)
            );
        }
        match (&intake.outcome, printing::has_errors(&reading)) {
            (Err(_), _) => ending = Ending::CannotReadOrWrite,
            (Ok(_), true) if ending == Ending::Done => ending = Ending::ProblemsFound,
            _ => {}
        }
    }
    ending
}

/// The forms by municipality: each must tell whose it is, and none may come twice.
fn gather(intakes: &[Intake]) -> Result<BTreeMap<MunicipalityCode, GatheredForm>, Failure> {
    let mut forms: BTreeMap<MunicipalityCode, GatheredForm> = BTreeMap::new();
    let mut refusals = Vec::new();
    for intake in intakes {
        let Ok(reading) = &intake.outcome else {
            continue;
        };
        let Some(municipality) = &reading.municipality else {
            refusals.push(
                Refusal::new("cli-municipality-missing").with("file", intake.file.name.as_str()),
            );
            continue;
        };
        let form = gathered_form(intake, reading, municipality.code.clone());
        if let Some(first) = forms.insert(municipality.code.clone(), form) {
            refusals.push(
                Refusal::new("cli-two-forms")
                    .with("first", first.file.name)
                    .with("second", intake.file.name.as_str())
                    .with("municipality", municipality.name.as_str()),
            );
        }
    }
    match refusals.is_empty() {
        true => Ok(forms),
        false => Err(Failure::Refused(refusals)),
    }
}

fn gathered_form(intake: &Intake, reading: &FormReading, code: MunicipalityCode) -> GatheredForm {
    let digest = Sha256::digest(&intake.file.bytes);
    GatheredForm {
        code,
        file: FileFacts {
            name: intake.file.file_name().to_owned(),
            sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        },
        reading: reading.clone(),
    }
}

/// Everyone who should be in the report: the members today of every contact council that one of
/// those who answered belongs to. So the report says who is missing.
fn asked<'codes>(
    answered: impl Iterator<Item = &'codes MunicipalityCode>,
) -> Vec<(MunicipalityCode, String)> {
    let register = people::register();
    let today = Utc::now().date_naive();
    let councils: Vec<&str> = answered
        .filter_map(|code| register.council_of(code, today))
        .collect();
    register
        .municipalities()
        .iter()
        .filter(|municipality| {
            register
                .council_of(&municipality.code, today)
                .is_some_and(|council| councils.contains(&council))
        })
        .map(|municipality| (municipality.code.clone(), municipality.name.clone()))
        .collect()
}
