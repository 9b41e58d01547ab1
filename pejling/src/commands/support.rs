//! What several commands share: opening files and the database, reading forms, progress.

use crate::cli::Store;
use crate::exit::{Ended, Ending, Failure};
use chrono::{NaiveDate, TimeDelta};
use database::{Database, OpenError};
use documents::read::ReadError;
use documents::reader_process;
use followup::intake::{self, Intake, Readers, Received};
use forms::{
    DEFAULT_CONFIRM_BELOW, EntryReading, FormReading, Level, Problem, Status, StatusWords,
    Template, checks,
};
use indicatif::{ProgressBar, ProgressStyle};
use kernel::{Actor, Fault, Message, MunicipalityCode};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use tokio::runtime::Runtime;
use web::languages::Texts;

/// Long work shows how far it is, where a person is watching.
pub struct Progress(ProgressBar);

impl Progress {
    /// A bar for `total` steps.
    pub fn new(total: usize, key: &str, texts: &Texts) -> Self {
        let worth_showing = total > 3 && std::io::stderr().is_terminal();
        let bar = match worth_showing {
            true => ProgressBar::new(total as u64),
            false => ProgressBar::hidden(),
        };
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            bar.set_style(style);
        }
        bar.set_message(texts.say(key));
        Self(bar)
    }

    /// So many are done.
    pub fn at(&self, done: usize) {
        self.0.set_position(done as u64);
    }

    /// All are done.
    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}

/// Prints a text; a reader that has gone away is no fault of ours.
pub fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// Who acts at the command line.
pub fn operator() -> Actor {
    let name = std::env::var("USER").unwrap_or_else(|_| "operator".to_owned());
    Actor::operator(name)
}

/// A runtime for a command's own database work.
pub fn runtime() -> Result<Runtime, Fault> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Fault::caused_by("starting the runtime", error))
}

/// Opens the database that the command line names.
pub async fn open(store: &Store) -> Result<Database, Failure> {
    let location = match (&store.data, &store.database) {
        (Some(folder), _) => folder.display().to_string(),
        (None, Some(url)) => url.clone(),
        (None, None) => return Err(Failure::Usage(Message::new("cli-no-store"))),
    };
    let database = Database::open(&location, &followup::schemas())
        .await
        .map_err(|error| Failure::Unreadable(cannot_open(&error)))?;
    people::prepare(&database).await?;
    Ok(database)
}

fn cannot_open(error: &OpenError) -> Message {
    let key = match error {
        OpenError::Newer { .. } => "cli-store-newer",
        OpenError::Changed { .. } => "cli-store-changed",
        _ => "cli-store-unreachable",
    };
    Message::new(key).with("reason", error.to_string())
}

/// Child processes of this same binary, for files from outside.
pub fn readers() -> Result<Readers, Fault> {
    let program = this_program()?;
    Ok(Readers::new(move || child(&program, "read-documents")))
}

fn this_program() -> Result<PathBuf, Fault> {
    std::env::current_exe().map_err(|error| Fault::caused_by("finding this program", error))
}

/// The child inherits nothing but a bound on what the PDF library may unpack, in megabytes.
fn child(program: &Path, task: &str) -> Command {
    let mut command = Command::new(program);
    command
        .arg(task)
        .env_clear()
        .env("PDF_OXIDE_MAX_DECOMPRESS_MB", "32");
    command
}

/// The child's side of reading documents.
pub fn answer_reader_requests() -> Ended {
    reader_process::serve(std::io::stdin().lock(), std::io::stdout().lock())
        .map_err(|error| Fault::caused_by("answering reader requests", error))?;
    Ok(Ending::Done)
}

/// Reads a file from disk.
pub fn receive(path: &Path) -> Result<Received, Failure> {
    let bytes = std::fs::read(path).map_err(|error| {
        Failure::Unreadable(
            Message::new("cli-file-unreadable")
                .with("file", path.display().to_string())
                .with("reason", error.to_string()),
        )
    })?;
    Ok(Received {
        name: path.display().to_string(),
        bytes,
    })
}

/// Writes a file to disk.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|error| {
        Failure::Unreadable(
            Message::new("cli-file-unwritable")
                .with("file", path.display().to_string())
                .with("reason", error.to_string()),
        )
    })
}

/// Reads a blank form.
pub fn read_template(path: &Path, texts: &Texts) -> Result<Template, Failure> {
    let file = receive(path)?;
    let unreadable = |reason: String| {
        Failure::Unreadable(
            Message::new("cli-template-unreadable")
                .with("file", path.display().to_string())
                .with("reason", reason),
        )
    };
    let document = readers()?
        .read(&file)
        .map_err(|error| unreadable(texts.message(&error.message())))?;
    forms::read_template(&document).map_err(|problems| {
        let reasons = problems
            .iter()
            .map(|problem| texts.message(&problem.message));
        unreadable(reasons.collect::<Vec<_>>().join(" "))
    })
}

/// Reads forms against a blank form.
pub fn read_forms(
    paths: &[PathBuf],
    template: &Template,
    words: &StatusWords,
    progress: &Progress,
) -> Result<Vec<Intake>, Failure> {
    let files = paths
        .iter()
        .map(|path| receive(path))
        .collect::<Result<Vec<_>, _>>()?;
    let readers = readers()?;
    Ok(intake::read_forms(
        &readers,
        files,
        template,
        words,
        &|done| progress.at(done),
    ))
}

/// What a file says; of a file that cannot be read, that nothing is known of any recommendation.
pub fn reading_of(intake: &Intake, template: &Template) -> FormReading {
    match &intake.outcome {
        Ok(reading) => FormReading {
            problems: checks::problems_of(reading, template, &[], &[], DEFAULT_CONFIRM_BELOW),
            ..reading.clone()
        },
        Err(error) => unread(error, template),
    }
}

fn unread(error: &ReadError, template: &Template) -> FormReading {
    let nothing = |number| EntryReading {
        number,
        status: Status::NotReported,
        evidence: Vec::new(),
        remark: Vec::new(),
        read_text: String::new(),
        confidence: 0.0,
        source: forms::Source::default(),
    };
    let numbers = template.recommendations.iter().map(|asked| asked.number);
    FormReading {
        entries: numbers.map(nothing).collect(),
        problems: vec![Problem {
            level: Level::Error,
            message: error.message(),
            number: None,
            source: forms::Source::default(),
        }],
        ..FormReading::default()
    }
}

/// How many forms were read and how many errors are in them, on standard error.
pub fn summarise<'readings>(readings: impl Iterator<Item = &'readings FormReading>, texts: &Texts) {
    let (mut forms, mut errors) = (0usize, 0usize);
    for reading in readings {
        forms += 1;
        errors += reading
            .problems
            .iter()
            .filter(|problem| problem.level == Level::Error)
            .count();
    }
    let values = [("forms", forms.into()), ("problems", errors.into())];
    eprintln!("{}", texts.say_with("cli-summary-forms", &values));
}

/// `i proces=yellow` and the like.
pub fn status_words(given: &[String]) -> Result<StatusWords, Failure> {
    let words = given.iter().map(|word| {
        word.rsplit_once('=')
            .and_then(|(phrase, status)| {
                Some((phrase.trim().to_owned(), Status::from_key(status.trim())?))
            })
            .filter(|(phrase, _)| !phrase.is_empty())
            .ok_or_else(|| Failure::Usage(Message::new("cli-bad-word").with("word", word.as_str())))
    });
    Ok(StatusWords {
        words: words.collect::<Result<_, _>>()?,
    })
}

/// `2016-2017`, `2016` or `2016-01-01-2017-12-31` as first and last day.
pub fn period(given: &str) -> Result<(NaiveDate, NaiveDate), Failure> {
    parsed_period(given.trim())
        .filter(|(from, to)| from <= to)
        .ok_or_else(|| Failure::Usage(Message::new("cli-bad-period").with("period", given)))
}

fn parsed_period(given: &str) -> Option<(NaiveDate, NaiveDate)> {
    match given.len() {
        4 => Some((first_of(given)?, last_of(given)?)),
        9 => Some((first_of(given.get(..4)?)?, last_of(given.get(5..)?)?)),
        21 => Some((
            given.get(..10)?.parse().ok()?,
            given.get(11..)?.parse().ok()?,
        )),
        _ => None,
    }
}

fn first_of(year: &str) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.parse().ok()?, 1, 1)
}

fn last_of(year: &str) -> Option<NaiveDate> {
    let next: i32 = year.parse::<i32>().ok()?.checked_add(1)?;
    NaiveDate::from_ymd_opt(next, 1, 1)?.checked_sub_signed(TimeDelta::days(1))
}

/// A municipality code from the command line.
pub fn municipality(given: &str) -> Result<MunicipalityCode, Failure> {
    MunicipalityCode::parse(given)
        .filter(|code| people::register().municipality(code).is_some())
        .ok_or_else(|| Failure::Usage(Message::new("cli-bad-municipality").with("code", given)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_period_is_years_or_days() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(
            period("2016-2017").unwrap(),
            (day("2016-01-01"), day("2017-12-31"))
        );
        assert_eq!(
            period("2015").unwrap(),
            (day("2015-01-01"), day("2015-12-31"))
        );
        assert_eq!(
            period("2016-02-01-2017-01-31").unwrap(),
            (day("2016-02-01"), day("2017-01-31"))
        );
        for wrong in [
            "",
            "2017-2016",
            "20162017",
            "2016–2017",
            "næste år",
            "2016-02-30-2017-01-01",
        ] {
            assert!(period(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_status_word_may_hold_an_equals_sign() {
        let words = status_words(&["a=b=green".to_owned()]).unwrap();
        assert_eq!(words.words, [("a=b".to_owned(), Status::Green)]);
        assert!(status_words(&["i proces".to_owned()]).is_err());
        assert!(status_words(&["i proces=lilla".to_owned()]).is_err());
    }
}
