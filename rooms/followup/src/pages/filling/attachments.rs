//! Files beside an answer: put there, handed out to be saved, taken away.

use super::super::desk::{Desk, handed_out, refusals, sent_file};
use super::answer_page::refused_page;
use super::place::{self, NumberedPlace, municipality, numbered, shown};
use crate::actions::{ATTACHMENT_SIZE, NewAttachment, attach_file, remove_attachment};
use crate::records::AttachmentId;
use crate::records::attachments::Attachment;
use crate::summary::{self, FillingView};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Extension, Multipart, Path, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use kernel::Refusal;
use std::sync::Arc;
use web::{PageError, PageResult, Reader, RequestId};

/// Room for what stands around a file in a request.
const AROUND: usize = 64 * 1024;

/// The routes of attachments.
pub fn routes() -> Router<Arc<Desk>> {
    let beside = "/rounds/{key}/progress-forms/{code}/fill/{number}/attachments";
    let one = "/rounds/{key}/progress-forms/{code}/fill/attachments/{number}";
    let remove = "/rounds/{key}/progress-forms/{code}/fill/attachments/{number}/remove";
    Router::new()
        .route(beside, post(attach))
        .layer(DefaultBodyLimit::max(ATTACHMENT_SIZE + AROUND))
        .route(one, get(open))
        .route(remove, post(take_away))
}

async fn attach(
    State(desk): State<Arc<Desk>>,
    Path((key, code, number)): NumberedPlace,
    Extension(request): Extension<RequestId>,
    reader: Reader,
    parts: Multipart,
) -> PageResult {
    let (code, number) = (municipality(&code)?, numbered(&number)?);
    // Asked before the file is read: what is not there takes none.
    shown(&desk, &reader, &key, code.as_str()).await?;
    let refused = match sent_file(parts, "attachment", ATTACHMENT_SIZE).await {
        Ok(Some((name, bytes))) => {
            let file = NewAttachment { name, bytes };
            let mut tx = desk.database.write().await?;
            match attach_file(&mut tx, &reader.actor, (&key, &code), number, file).await {
                Ok(()) => {
                    tx.commit().await?;
                    let href = place::answer(&key, &code, number);
                    let href = format!("{href}?done=attached#attachments");
                    return Ok(Redirect::to(&href).into_response());
                }
                Err(stop) => refusals(stop)?,
            }
        }
        Ok(None) => vec![Refusal::new("filling-refusal-no-attachment").at("attachment")],
        Err(refusal) => vec![refusal],
    };
    refused_page(
        &desk,
        &reader,
        (&key, code.as_str(), number),
        &refused,
        &request,
    )
    .await
}

/// The attachment, if it lies in this form.
fn find<'view>(view: &'view FillingView, number: &str) -> PageResult<&'view Attachment> {
    let id = AttachmentId(numbered(number)?.into());
    let mut all = view.attachments.iter();
    all.find(|one| one.id == id).ok_or(PageError::NotFound)
}

async fn open(
    State(desk): State<Arc<Desk>>,
    Path((key, code, number)): NumberedPlace,
    reader: Reader,
) -> PageResult {
    let view = shown(&desk, &reader, &key, &code).await?;
    let id = find(&view, &number)?.id;
    let mut tx = desk.database.read().await?;
    let file = summary::attachment(&mut tx, &reader.actor, id).await?;
    Ok(handed_out(file))
}

async fn take_away(
    State(desk): State<Arc<Desk>>,
    Path((key, code, number)): NumberedPlace,
    reader: Reader,
) -> PageResult {
    let view = shown(&desk, &reader, &key, &code).await?;
    let attached = find(&view, &number)?;
    let mut tx = desk.database.write().await?;
    remove_attachment(&mut tx, &reader.actor, attached.id).await?;
    tx.commit().await?;
    let href = place::answer(view.key(), view.code(), attached.number);
    Ok(Redirect::to(&format!("{href}?done=removed#attachments")).into_response())
}
