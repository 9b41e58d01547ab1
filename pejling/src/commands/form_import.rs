use super::support::{self, Progress};
use crate::cli::FormImport;
use crate::exit::{Ended, Ending, Failure};
use crate::printing;
use database::Database;
use followup::actions::{self, ImportedForm, Purpose, ReceivedFile, ReceivedForm};
use followup::documents::UnreadableData;
use followup::intake::{Intake, Received};
use followup::open_data;
use followup::rules::progress_form::FormState;
use followup::summary;
use forms::{FormReading, Template};
use kernel::{Actor, Message, MunicipalityCode, Stop};
use std::path::PathBuf;
use web::languages::Texts;

/// Stores forms in a round: each whole, or not at all.
pub fn run(import: &FormImport, texts: &'static Texts) -> Ended {
    let municipality = import
        .municipality
        .as_deref()
        .map(support::municipality)
        .transpose()?;
    support::runtime()?.block_on(async {
        let database = support::open(&import.store).await?;
        let actor = support::operator();
        let mut tx = database.read().await?;
        let template = summary::template(&mut tx, &actor, &import.round).await?;
        let words = summary::round(&mut tx, &actor, &import.round)
            .await?
            .settings
            .status_words;
        drop(tx);
        let (own, foreign) = sorted(&import.files)?;
        let desk = Desk {
            import,
            database: &database,
            actor: &actor,
            template: &template,
            texts,
        };
        let mut ending = desk.receive_open_data(own, municipality.as_ref()).await?;
        let progress = Progress::new(foreign.len(), "cli-progress-reading", texts);
        let intakes = support::read_forms(&foreign, &template, &words, &progress)?;
        progress.finish();
        for intake in intakes {
            ending = worse(ending, desk.receive(intake, municipality.clone()).await?);
        }
        Ok::<_, Failure>(ending)
    })
}

/// A file of open data with the forms in it, or what is wrong with it.
type OpenData = (Received, Result<Vec<FormReading>, UnreadableData>);

/// The files that Pejling wrote itself, and those that must be read.
fn sorted(paths: &[PathBuf]) -> Result<(Vec<OpenData>, Vec<PathBuf>), Failure> {
    let (mut own, mut foreign) = (Vec::new(), Vec::new());
    for path in paths {
        let file = support::receive(path)?;
        match open_data::forms_in(&file) {
            Some(forms) => own.push((file, forms)),
            None => foreign.push(path.clone()),
        }
    }
    Ok((own, foreign))
}

/// What every file of one command meets.
struct Desk<'call> {
    import: &'call FormImport,
    database: &'call Database,
    actor: &'call Actor,
    template: &'call Template,
    texts: &'static Texts,
}

impl Desk<'_> {
    /// Every municipality's answers in files of open data; of one municipality, if one is named.
    async fn receive_open_data(
        &self,
        files: Vec<OpenData>,
        only: Option<&MunicipalityCode>,
    ) -> Result<Ending, Failure> {
        let mut ending = Ending::Done;
        for (file, forms) in files {
            let forms = forms.map_err(|wrong| Failure::Unreadable(wrong.message))?;
            for reading in forms.into_iter().filter(|reading| is_from(reading, only)) {
                let intake = Intake {
                    file: file.clone(),
                    outcome: Ok(reading),
                };
                ending = worse(ending, self.receive(intake, None).await?);
            }
        }
        Ok(ending)
    }

    async fn receive(
        &self,
        intake: Intake,
        municipality: Option<MunicipalityCode>,
    ) -> Result<Ending, Failure> {
        self.show(&intake);
        let Ok(reading) = &intake.outcome else {
            self.refused(&intake);
            return Ok(Ending::CannotReadOrWrite);
        };
        match self.store(&intake, reading.clone(), municipality).await {
            Ok(stored) => {
                self.stored(&intake, &stored);
                Ok(Ending::Done)
            }
            Err(Stop::Refused(refusals)) => {
                for refusal in refusals {
                    eprintln!("  {}", self.texts.message(&refusal.message));
                }
                self.refused(&intake);
                Ok(Ending::ProblemsFound)
            }
            Err(stop) => Err(stop.into()),
        }
    }

    async fn store(
        &self,
        intake: &Intake,
        reading: FormReading,
        municipality: Option<MunicipalityCode>,
    ) -> Result<ImportedForm, Stop> {
        let mut tx = self.database.write().await?;
        let received = ReceivedForm {
            municipality: municipality.or_else(|| {
                reading
                    .municipality
                    .as_ref()
                    .map(|found| found.code.clone())
            }),
            file: Some(file(intake)),
            reading,
            purpose: match self.import.draft {
                true => Purpose::Review,
                false => Purpose::Submit,
            },
        };
        let stored =
            actions::import_form(&mut tx, self.actor, &self.import.round, received).await?;
        tx.commit().await?;
        Ok(stored)
    }

    fn show(&self, intake: &Intake) {
        let reading = support::reading_of(intake, self.template);
        if self.import.json {
            support::say(&printing::json_line(
                &intake.file.name,
                &reading,
                self.template,
                self.texts,
            ));
        } else if intake.outcome.is_err() {
            for problem in &reading.problems {
                eprintln!("{}", printing::problem_line(problem, self.texts));
            }
        }
    }

    fn stored(&self, intake: &Intake, stored: &ImportedForm) {
        let state = match stored.state {
            FormState::Submitted => "cli-form-state-submitted",
            _ => "cli-form-state-draft",
        };
        let message = Message::new("cli-form-stored")
            .with("file", intake.file.name.as_str())
            .with("municipality", stored.name.as_str())
            .with("version", stored.version_number)
            .with("state", self.texts.say(state));
        eprintln!("{}", self.texts.message(&message));
        for problem in &stored.problems {
            eprintln!("{}", printing::problem_line(problem, self.texts));
        }
    }

    fn refused(&self, intake: &Intake) {
        let message = Message::new("cli-form-refused").with("file", intake.file.name.as_str());
        eprintln!("{}", self.texts.message(&message));
    }
}

fn is_from(reading: &FormReading, only: Option<&MunicipalityCode>) -> bool {
    only.is_none_or(|code| {
        reading
            .municipality
            .as_ref()
            .is_some_and(|found| found.code == *code)
    })
}

fn file(intake: &Intake) -> ReceivedFile {
    let name = intake.file.file_name();
    let format = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ReceivedFile {
        name: name.to_owned(),
        format: format.to_lowercase(),
        bytes: intake.file.bytes.clone(),
    }
}

/// What cannot be read outweighs what is refused, and that what is stored.
fn worse(one: Ending, other: Ending) -> Ending {
    let weight = |ending| match ending {
        Ending::Done => 0,
        Ending::ProblemsFound => 1,
        Ending::CannotReadOrWrite => 2,
    };
    if weight(other) > weight(one) {
        other
    } else {
        one
    }
}
