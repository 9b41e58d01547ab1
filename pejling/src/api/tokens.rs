//! One's tokens: make one, see which there are, take one back.

use super::token_form::{self, Typed};
use axum::Router;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use database::Database;
use kernel::{Refusal, Stop};
use people::tokens::{self, Secret, TokenId};
use web::{PageError, PageResult, Reader};

/// The routes of one's tokens.
pub fn routes(database: Database) -> Router {
    Router::new()
        .route("/account/tokens", get(list).post(create))
        .route("/account/tokens/{id}/revocation", post(revoke))
        .with_state(database)
}

async fn list(State(database): State<Database>, reader: Reader) -> PageResult {
    if !reader.is_signed_in() {
        return Err(PageError::Forbidden);
    }
    page(&database, &reader, &Typed::default(), &[], None).await
}

async fn create(
    State(database): State<Database>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    if !reader.is_signed_in() {
        return Err(PageError::Forbidden);
    }
    let new = match typed.wanted() {
        Ok(new) => new,
        Err(refusals) => return page(&database, &reader, &typed, &refusals, None).await,
    };
    let mut tx = database.write().await?;
    match tokens::create(&mut tx, &reader.actor, new).await {
        Ok((_, secret)) => {
            tx.commit().await?;
            page(&database, &reader, &Typed::default(), &[], Some(secret)).await
        }
        Err(Stop::Refused(refusals)) => {
            drop(tx);
            page(&database, &reader, &typed, &refusals, None).await
        }
        Err(stop) => Err(stop.into()),
    }
}

async fn revoke(
    State(database): State<Database>,
    reader: Reader,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> PageResult {
    if !reader.is_signed_in() {
        return Err(PageError::Forbidden);
    }
    let id = TokenId(id.parse().map_err(|_| PageError::NotFound)?);
    let mut tx = database.write().await?;
    match tokens::revoke(
        &mut tx,
        &reader.actor,
        id,
        typed.text(&format!("reason-{}", id.0)),
    )
    .await
    {
        Ok(_) => {
            tx.commit().await?;
            Ok(Redirect::to("/account/tokens").into_response())
        }
        Err(Stop::Refused(refusals)) => {
            drop(tx);
            let at = |one: Refusal| one.at(format!("reason-{}", id.0));
            let refusals: Vec<Refusal> = refusals.into_iter().map(at).collect();
            page(&database, &reader, &Typed::default(), &refusals, None).await
        }
        Err(stop) => Err(stop.into()),
    }
}

async fn page(
    database: &Database,
    reader: &Reader,
    typed: &Typed,
    refusals: &[Refusal],
    secret: Option<Secret>,
) -> PageResult<Response> {
    let mut tx = database.read().await?;
    let places = token_form::places(&mut tx, &reader.actor).await?;
    let known = tokens::visible_to(&mut tx, &reader.actor).await?;
    let today = tx.today();
    let html = token_form::render(token_form::Shown {
        places,
        known,
        today,
        typed,
        refusals,
        secret,
        reader,
    });
    Ok(match refusals {
        [] => web::html(html),
        _ => web::unprocessable(html),
    })
}
