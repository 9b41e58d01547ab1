//! The journal: every deed, who did it and when, the newest first.

use super::form_page::{PartsPage, paragraph};
use super::{Desk, only_for};
use crate::access::{Deed, Subject};
use axum::Router;
use axum::extract::{Query, State};
use axum::routing::get;
use people::journal::{self, Written};
use serde::Deserialize;
use std::sync::Arc;
use web::components::{Column, DataTable, Html, Pagination};
use web::languages::Texts;
use web::{Page, PageResult, Reader};

/// How many entries a page shows.
const ON_A_PAGE: usize = 50;

/// The route of the journal.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new().route("/desk/journal", get(show))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    page: String,
}

async fn show(
    State(desk): State<Arc<Desk>>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> PageResult {
    only_for(&reader, Deed::ReadJournal, Subject::Installation)?;
    let mut tx = desk.database.read().await?;
    let length = journal::length(&mut tx).await?;
    let pages = length.div_ceil(ON_A_PAGE).max(1);
    let page = asked.page.parse().unwrap_or(1).clamp(1, pages);
    let until = u32::try_from(page * ON_A_PAGE).unwrap_or(u32::MAX);
    let newest = journal::newest(&mut tx, until).await?;
    let shown = newest.get((page - 1) * ON_A_PAGE..).unwrap_or_default();
    Ok(web::html(render(shown, length, (page, pages), &reader)))
}

fn render(
    shown: &[Written],
    length: usize,
    (page, pages): (usize, usize),
    reader: &Reader,
) -> String {
    let texts = reader.texts();
    let href = "/desk/journal?page=".to_owned();
    let pagination = Pagination {
        texts,
        page,
        pages,
        href,
    };
    let count = texts.say_with("desk_rounds-journal-count", &[("count", length.into())]);
    let list = paragraph(&count)
        .and(&Html::of(&table(shown, texts)))
        .and(&Html::of(&pagination));
    let content = PartsPage {
        said: None,
        parts: vec![(String::new(), list)],
    };
    Page::titled(texts.say("desk_rounds-journal"))
        .with_lead(texts.say("desk_rounds-journal-lead"))
        .under(texts.say("desk-secretariat"), "/desk")
        .private()
        .render(&content, reader)
}

fn table(shown: &[Written], texts: &'static Texts) -> DataTable<'static> {
    let titles = [
        "desk_rounds-number",
        "desk_rounds-when",
        "desk_rounds-who",
        "desk_rounds-deed",
        "desk_rounds-subject",
    ];
    DataTable {
        texts,
        caption: texts.say("desk_rounds-journal"),
        columns: titles.map(|title| Column::plain(texts.say(title))).into(),
        rows: shown.iter().map(|one| row(one, texts)).collect(),
    }
}

fn row(one: &Written, texts: &Texts) -> Vec<Html> {
    vec![
        Html::text(&texts.number(one.number)),
        Html::text(&texts.moment(one.at)),
        Html::text(&one.who),
        Html::text(&deed(&one.deed, texts)),
        Html::text(&one.subject),
    ]
}

/// A deed in words; a deed of another part of the house by the name that was written.
fn deed(name: &str, texts: &Texts) -> String {
    let key = match name {
        "approve_form" => "filling-did-approve-form",
        "ask_for_reopening" => "filling-did-ask-for-reopening",
        "attach_file" => "filling-did-attach-file",
        "begin_form" => "filling-did-begin-form",
        "confirm_same_answer" => "filling-did-confirm-same-answer",
        "decline_reopening" => "filling-did-decline-reopening",
        "discard_upload" => "filling-did-discard-upload",
        "grant_reopening" => "filling-did-grant-reopening",
        "keep_upload" => "filling-did-keep-upload",
        "remove_attachment" => "filling-did-remove-attachment",
        "save_answer" => "filling-did-save-answer",
        "send_back_form" => "filling-did-send-back-form",
        "send_to_approval" => "filling-did-send-to-approval",
        "switch_four_eyes" => "filling-did-switch-four-eyes",
        "take_over_upload" => "filling-did-take-over-upload",
        "accept_form" => "desk_rounds-did-accept-form",
        "confirm_entry" => "desk_rounds-did-confirm-entry",
        "correct_entry" => "desk_rounds-did-correct-entry",
        "create_programme" => "desk_rounds-did-create-programme",
        "dismiss_row" => "desk_rounds-did-dismiss-row",
        "edit_recommendation" => "desk_rounds-did-edit-recommendation",
        "edit_round" => "desk_rounds-did-edit-round",
        "explain_warning" => "desk_rounds-did-explain-warning",
        "import_form" => "desk_rounds-did-import-form",
        "import_lineage" => "desk_rounds-did-import-lineage",
        "import_template" => "desk_rounds-did-import-template",
        "open_round" => "desk_rounds-did-open-round",
        "place_row" => "desk_rounds-did-place-row",
        "register_decision" => "desk_rounds-did-register-decision",
        "register_participants" => "desk_rounds-did-register-participants",
        "release_round" => "desk_rounds-did-release-round",
        "remove_lineage" => "desk_rounds-did-remove-lineage",
        "reopen_form" => "desk_rounds-did-reopen-form",
        "return_form" => "desk_rounds-did-return-form",
        "revoke_decision" => "desk_rounds-did-revoke-decision",
        "set_lineage" => "desk_rounds-did-set-lineage",
        "set_partner_wishes" => "desk_rounds-did-set-partner-wishes",
        "submit_form" => "desk_rounds-did-submit-form",
        "withdraw_version" => "desk_rounds-did-withdraw-version",
        other => match people::accounts::deed_words(other) {
            Some(key) => key,
            None => return other.replace('_', " "),
        },
    };
    texts.say(key)
}
