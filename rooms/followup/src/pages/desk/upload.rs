//! Files in: each is read by a child process and stored by itself, so that one that is refused
//! keeps none of the others out.

use super::super::links::segment;
use super::upload_page::{self, Taken, UploadForm};
use super::uploaded::{FILE_SIZE, FILES, SentFile, UPLOAD_SIZE, Uploaded};
use super::{Desk, only_for};
use crate::access::Deed;
use crate::actions::{self, ImportedForm, Purpose, ReceivedFile, ReceivedForm};
use crate::intake::{self, Intake, Received};
use crate::records::rounds::Round;
use crate::summary;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Multipart, Path, State};
use axum::routing::get;
use kernel::{Fault, MunicipalityCode, Outcome, Refusal, Stop};
use std::sync::Arc;
use web::{PageResult, Reader};

/// The way in for files.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new()
        .route("/desk/rounds/{key}/upload", get(show).post(receive))
        .layer(DefaultBodyLimit::max(UPLOAD_SIZE))
}

/// The upload page of a round.
pub fn address(key: &str) -> String {
    format!("/desk/rounds/{}/upload", segment(key))
}

async fn show(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
) -> PageResult {
    let page = desk.upload_page(&key, &reader).await?;
    Ok(web::html(page.render(&UploadForm::default(), &reader)))
}

async fn receive(
    State(desk): State<Arc<Desk>>,
    Path(key): Path<String>,
    reader: Reader,
    parts: Multipart,
) -> PageResult {
    // Asked before the files are read: a round that is not there takes none.
    let page = desk.upload_page(&key, &reader).await?;
    let mut form = UploadForm::default();
    match Uploaded::read(parts)
        .await
        .and_then(|sent| sent.checked(&mut form))
    {
        Err(refusal) => form.refusals.push(refusal),
        Ok((sent, chosen)) => {
            form.taken = desk.take_all(&page.round, sent, chosen, &reader).await?
        }
    }
    form.keep_what_waits();
    let stored = form.taken.iter().any(|one| one.outcome.is_ok());
    let html = page.render(&form, &reader);
    Ok(if stored {
        web::html(html)
    } else {
        web::unprocessable(html)
    })
}

impl Uploaded {
    /// What can be read, and whose it is; the form keeps what was typed.
    fn checked(
        self,
        form: &mut UploadForm,
    ) -> Result<(Vec<SentFile>, Option<MunicipalityCode>), Refusal> {
        form.municipality.clone_from(&self.municipality);
        form.pasted.clone_from(&self.pasted);
        let mut sent = self.files;
        if sent.len() > FILES {
            return Err(Refusal::new("desk_review-refusal-too-many")
                .with("files", FILES)
                .at("files"));
        }
        let pasted = self.pasted.trim();
        sent.extend((!pasted.is_empty()).then(|| SentFile {
            file: pasted_file(pasted),
            too_large: false,
        }));
        let chosen = MunicipalityCode::parse(&self.municipality);
        match sent.len() {
            0 => Err(Refusal::new("desk_review-refusal-nothing-sent").at("files")),
            1 => Ok((sent, chosen)),
            _ if chosen.is_some() => {
                Err(Refusal::new("desk_review-refusal-one-municipality").at("municipality"))
            }
            _ => Ok((sent, None)),
        }
    }
}

/// The name under which a pasted text is kept.
pub const PASTED: &str = "indsat-tekst.txt";

fn pasted_file(text: &str) -> Received {
    Received {
        name: PASTED.to_owned(),
        bytes: text.as_bytes().to_vec(),
    }
}

impl Desk {
    async fn upload_page(&self, key: &str, reader: &Reader) -> PageResult<upload_page::UploadPage> {
        let mut tx = self.database.read().await?;
        let round = summary::round(&mut tx, &reader.actor, key).await?;
        only_for(reader, Deed::ImportForm, &round)?;
        let forms = summary::forms(&mut tx, &reader.actor, key).await?;
        let asked = forms
            .into_iter()
            .map(|form| (form.code, form.name))
            .collect();
        let fictional = super::review_routes::fictional(&mut tx, &round).await?;
        Ok(upload_page::UploadPage {
            round,
            asked,
            fictional,
        })
    }

    async fn take_all(
        &self,
        round: &Round,
        sent: Vec<SentFile>,
        chosen: Option<MunicipalityCode>,
        reader: &Reader,
    ) -> PageResult<Vec<Taken>> {
        let (fit, too_large): (Vec<_>, Vec<_>) = sent.into_iter().partition(|one| !one.too_large);
        let files = fit.into_iter().map(|one| one.file).collect();
        let mut taken: Vec<Taken> = too_large
            .into_iter()
            .map(|one| refused_as_too_large(&one.file))
            .collect();
        for intake in self.read(round, files, reader).await? {
            taken.push(self.take(round, intake, chosen.clone(), reader).await?);
        }
        Ok(taken)
    }

    /// Reads files in child processes, off the threads that answer requests.
    async fn read(
        &self,
        round: &Round,
        files: Vec<Received>,
        reader: &Reader,
    ) -> Outcome<Vec<Intake>> {
        let mut tx = self.database.read().await?;
        let template = summary::template(&mut tx, &reader.actor, &round.key).await?;
        drop(tx);
        let words = round.settings.status_words.clone();
        let readers = self.readers.clone();
        let reading = tokio::task::spawn_blocking(move || {
            intake::read_forms(&readers, files, &template, &words, &|_| {})
        });
        reading
            .await
            .map_err(|error| Fault::caused_by("reading an upload", error).into())
    }

    async fn take(
        &self,
        round: &Round,
        intake: Intake,
        chosen: Option<MunicipalityCode>,
        reader: &Reader,
    ) -> Outcome<Taken> {
        let name = intake.file.file_name().to_owned();
        let outcome = match self.store(round, intake, chosen, reader).await {
            Ok(stored) => Ok(stored),
            Err(Stop::Refused(refusals)) => Err(refusals),
            Err(stop) => return Err(stop),
        };
        Ok(Taken { name, outcome })
    }

    async fn store(
        &self,
        round: &Round,
        intake: Intake,
        chosen: Option<MunicipalityCode>,
        reader: &Reader,
    ) -> Outcome<ImportedForm> {
        let reading = intake.outcome.map_err(|error| Refusal {
            message: error.message(),
            field: None,
        })?;
        let received = ReceivedForm {
            municipality: chosen,
            file: Some(ReceivedFile::from(intake.file)),
            reading,
            purpose: Purpose::Review,
        };
        let mut tx = self.database.write().await?;
        let stored = actions::import_form(&mut tx, &reader.actor, &round.key, received).await?;
        tx.commit().await?;
        Ok(stored)
    }
}

fn refused_as_too_large(file: &Received) -> Taken {
    let refusal = Refusal::new("desk_review-refusal-file-too-large")
        .with("megabytes", FILE_SIZE / 1024 / 1024);
    Taken {
        name: file.file_name().to_owned(),
        outcome: Err(vec![refusal]),
    }
}
