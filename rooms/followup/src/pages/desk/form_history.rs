//! The history of one municipality's form: versions, what happened to it, and what differs.

use super::{Desk, form_history_page};
use crate::records::programmes;
use crate::summary::{self, EntryDifference, FormView};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::routing::get;
use kernel::MunicipalityCode;
use serde::Deserialize;
use std::sync::Arc;
use web::{PageError, PageResult, Reader};

/// The routes of a form's history.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new().route("/desk/rounds/{key}/forms/{code}", get(history))
}

/// Which versions are compared, and what was just done.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The earlier version's number.
    pub a: String,
    /// The later version's number.
    pub b: String,
    /// What was just done.
    pub done: Option<String>,
}

/// Two versions and what differs between them.
pub struct Compared {
    /// The numbers of the earlier and the later one.
    pub versions: (u32, u32),
    /// The entries that differ.
    pub differences: Vec<EntryDifference>,
}

/// Everything on the page.
pub struct History {
    /// The form at its newest version.
    pub form: FormView,
    /// Whether the answers are invented.
    pub fictional: bool,
    /// The comparison, where there are two versions.
    pub compared: Option<Compared>,
}

/// A code in an address; what is none is not found.
pub fn municipality(code: &str) -> PageResult<MunicipalityCode> {
    MunicipalityCode::parse(code).ok_or(PageError::NotFound)
}

async fn history(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> PageResult {
    let code = municipality(&code)?;
    let mut tx = desk.database.read().await?;
    let form = summary::form(&mut tx, &reader.actor, &key, &code, None).await?;
    let compared = match chosen(&form, &asked) {
        Some(versions) => Some(Compared {
            versions,
            differences: summary::compare_versions(&mut tx, &reader.actor, &key, &code, versions)
                .await?,
        }),
        None => None,
    };
    let programme = programmes::get(&mut tx, form.round.programme).await?;
    let history = History {
        form,
        fictional: programme.fictional,
        compared,
    };
    Ok(web::html(form_history_page::render(
        &history, &asked, &reader,
    )))
}

/// The versions asked for; the newest two where none are.
fn chosen(form: &FormView, asked: &Asked) -> Option<(u32, u32)> {
    let known = |text: &str| {
        let number: u32 = text.parse().ok()?;
        form.versions
            .iter()
            .any(|one| one.number == number)
            .then_some(number)
    };
    match (known(&asked.a), known(&asked.b)) {
        (Some(one), Some(other)) if one != other => Some((one.min(other), one.max(other))),
        _ => match form.versions.as_slice() {
            [newest, before, ..] => Some((before.number, newest.number)),
            _ => None,
        },
    }
}
