use super::office::{House, Routes, place};
use super::recommendation_sets::SetShown;
use super::sent::{SENT_SIZE, Sent};
use crate::actions::{NewSet, import_template};
use crate::pages::links::segment;
use crate::summary;
use axum::extract::{DefaultBodyLimit, Path, State};
use chrono::NaiveDate;
use forms::read_template;
use kernel::{Message, Refusal};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::UtoipaMethodRouterExt;
use utoipa_axum::routes;
use web_api::{ApiError, ApiResult, Caller, Made};

pub fn routes() -> Routes {
    Routes::default().routes(routes!(import).layer(DefaultBodyLimit::max(SENT_SIZE)))
}

/// A blank form with the days of its period.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code)] // describes what `Sent` reads
pub struct BlankWanted {
    /// The blank form, at most 10 MB.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
    /// The first day of the period.
    from: NaiveDate,
    /// The last day of the period.
    to: NaiveDate,
    /// What there is to say about the set.
    note: Option<String>,
}

/// Makes a recommendation set from a blank form. The same form for the same period again is the
/// same set.
#[utoipa::path(
    post, path = "/programmes/{programme}/recommendation-sets", tag = "recommendations",
    operation_id = "import_template",
    params(("programme" = String, Path, description = "The programme's key.")),
    security(("token" = ["administer"])),
    request_body(content = BlankWanted, content_type = "multipart/form-data"),
    responses((status = 201, description = "The set.", body = SetShown)),
)]
async fn import(
    State(office): House,
    caller: Caller,
    Path(key): Path<String>,
    sent: Sent,
) -> ApiResult<Made<SetShown>> {
    sent.refuse_others(&["from", "to", "note"])?;
    let new = NewSet {
        period: (day(&sent, "from")?, day(&sent, "to")?),
        note: sent.text("note").unwrap_or_default().to_owned(),
    };
    let file = sent.file()?;
    let read = office.reading(move |readers| readers.read(&file)).await?;
    let document = read.map_err(|error| at_file(error.message()))?;
    let template = read_template(&document).map_err(|problems| {
        let refusals = problems.into_iter().map(|one| at_file(one.message));
        ApiError::Refused(refusals.collect())
    })?;
    let mut tx = office.database.write().await?;
    let id = import_template(&mut tx, &caller.actor, &key, new, &template).await?;
    let sets = summary::recommendation_sets(&mut tx, &key).await?;
    tx.commit().await?;
    let made = sets.into_iter().find(|one| one.set.id == id);
    let address = place(&format!(
        "/programmes/{}/recommendation-sets",
        segment(&key)
    ));
    Ok(Made(address, made.ok_or(ApiError::NotFound)?.into()))
}

fn at_file(message: Message) -> Refusal {
    Refusal {
        message,
        field: Some("file".to_owned()),
    }
}

fn day(sent: &Sent, name: &'static str) -> Result<NaiveDate, Refusal> {
    let empty = || Refusal::new("followup-refusal-empty").at(name);
    let day = sent.text(name).ok_or_else(empty)?;
    day.parse()
        .map_err(|_| Refusal::new("desk_rounds-refusal-day").at(name))
}
