use super::form_versions::visible;
use super::office::{House, Routes, number, place};
use super::remarks::SourceShape;
use super::sent::{SENT_SIZE, Sent};
use super::words::{FormStateWord, LevelWord};
use crate::actions::{ImportedForm, Purpose, ReceivedFile, ReceivedForm, import_form};
use crate::intake;
use crate::pages::links::segment;
use crate::records::VersionId;
use crate::summary;
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use forms::Problem;
use kernel::{MunicipalityCode, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::UtoipaMethodRouterExt;
use utoipa_axum::routes;
use web::languages::Texts;
use web_api::{ApiError, ApiResult, Caller, Made};

pub fn routes() -> Routes {
    Routes::default()
        .routes(routes!(import).layer(DefaultBodyLimit::max(SENT_SIZE)))
        .routes(routes!(source))
}

/// A form with a file.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // describes what `Sent` reads
pub struct FileWanted {
    /// The filled-in form: Word, Excel, OpenDocument, PDF, HTML, CSV or text, at most 10 MB.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// The municipality's code, where the file does not tell.
    municipality: Option<String>,
    /// `submit`: refused with every error, and nothing is stored; `review` (the usual): kept as a
    /// draft where there are errors.
    purpose: Option<PurposeWord>,
}

/// What becomes of a form with errors.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(dead_code)] // the words that `purpose` reads
pub enum PurposeWord {
    /// It is refused with every one of them.
    Submit,
    /// It is kept as a draft.
    Review,
}

/// What was stored of a file.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "code": "0101", "name": "København", "id": 17, "number": 1, "state": "submitted",
    "findings": []
}))]
pub struct ImportedShown {
    /// The municipality's code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The version's number in the installation.
    pub id: i64,
    /// The version's number in its form.
    pub number: u32,
    /// Submitted, or in progress where errors wait for a person.
    pub state: FormStateWord,
    /// Everything that a person should know.
    pub findings: Vec<ReadFinding>,
}

/// Something that was found while a file was read.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReadFinding {
    /// How serious.
    pub level: LevelWord,
    /// The check.
    pub code: String,
    /// What happened, why, and what to do.
    pub message: String,
    /// The recommendation's number, where it belongs to one.
    pub number: Option<u32>,
    /// Where in the file.
    pub source: SourceShape,
}

impl ReadFinding {
    fn of(one: Problem, texts: &Texts) -> Self {
        Self {
            level: one.level.into(),
            message: texts.message(&one.message),
            code: one.message.key.into_owned(),
            number: one.number,
            source: (&one.source).into(),
        }
    }
}

impl ImportedShown {
    fn of(stored: ImportedForm, texts: &Texts) -> Self {
        let finding = |one| ReadFinding::of(one, texts);
        Self {
            code: stored.code.to_string(),
            name: stored.name,
            id: stored.version_id.0,
            number: stored.version_number,
            state: stored.state.into(),
            findings: stored.problems.into_iter().map(finding).collect(),
        }
    }
}

/// Hands a filled-in form in. It is read by a process of its own and checked as on every way in.
#[utoipa::path(
    post, path = "/rounds/{round}/progress-forms", tag = "progress forms",
    operation_id = "import_form",
    params(("round" = String, Path, description = "The round's key.")),
    security(("token" = ["fill"])),
    request_body(content = FileWanted, content_type = "multipart/form-data"),
    responses((status = 201, description = "What was stored.", body = ImportedShown)),
)]
async fn import(
    State(office): House,
    caller: Caller,
    Path(key): Path<String>,
    sent: Sent,
) -> ApiResult<Made<ImportedShown>> {
    sent.refuse_others(&["municipality", "purpose"])?;
    let municipality = sent.text("municipality").map(code).transpose()?;
    let purpose = sent.text("purpose").map_or(Ok(Purpose::Review), purpose)?;
    let file = sent.file()?;
    let mut tx = office.database.read().await?;
    let round = summary::round(&mut tx, &caller.actor, &key).await?;
    let template = summary::template(&mut tx, &caller.actor, &key).await?;
    drop(tx);
    let words = round.settings.status_words;
    let read = move |readers| intake::read_forms(&readers, vec![file], &template, &words, &|_| {});
    let read = office.reading(read).await?.into_iter().next();
    let intake = read.ok_or(ApiError::NotFound)?;
    let reading = intake.outcome.map_err(|error| Refusal {
        message: error.message(),
        field: Some("file".to_owned()),
    })?;
    let received = ReceivedForm {
        municipality,
        file: Some(ReceivedFile::from(intake.file)),
        reading,
        purpose,
    };
    let mut tx = office.database.write().await?;
    let stored = import_form(&mut tx, &caller.actor, &key, received).await?;
    tx.commit().await?;
    let address = format!("/rounds/{}/progress-forms/{}", segment(&key), stored.code);
    Ok(Made(
        place(&address),
        ImportedShown::of(stored, caller.texts()),
    ))
}

fn code(text: &str) -> Result<MunicipalityCode, Refusal> {
    let unknown = Refusal::new("followup-refusal-not-a-municipality").with("code", text);
    MunicipalityCode::parse(text).ok_or_else(|| unknown.at("municipality"))
}

fn purpose(text: &str) -> Result<Purpose, Refusal> {
    match text {
        "submit" => Ok(Purpose::Submit),
        "review" => Ok(Purpose::Review),
        other => {
            let refusal = Refusal::new("api-refusal-body").with("reason", other);
            Err(refusal.at("purpose"))
        }
    }
}

/// The file that a version was read from, byte by byte.
#[utoipa::path(
    get, path = "/form-versions/{id}/file", tag = "progress forms",
    operation_id = "download_source_file",
    params(("id" = i64, Path, description = "The version's number in the installation.")),
    security(("token" = ["read"])),
    responses((status = 200, description = "The file.", content_type = "application/octet-stream", body = [u8])),
)]
async fn source(State(office): House, caller: Caller, Path(id): Path<String>) -> ApiResult {
    let mut tx = office.database.read().await?;
    let version = visible(&mut tx, &caller, VersionId(number(&id)?)).await?;
    let file = summary::source_file(&mut tx, &caller.actor, version.id).await?;
    let name = format!("attachment; filename*=UTF-8''{}", segment(&file.name));
    let mut answer: Response = file.bytes.into_response();
    let headers = answer.headers_mut();
    let bytes = HeaderValue::from_static("application/octet-stream");
    headers.insert(CONTENT_TYPE, bytes);
    if let Ok(name) = HeaderValue::try_from(name) {
        headers.insert(CONTENT_DISPOSITION, name);
    }
    Ok(answer)
}
