//! The whole form on one page: for whoever sits at a desk and goes through it from end to end.

use super::super::desk::Desk;
use super::super::words;
use super::answer_page::AnswerFields;
use super::place::{self, Place, SCRIPT, shown};
use crate::summary::{EntryView, FillingView};
use askama::Template;
use axum::Router;
use axum::extract::{Extension, Path, State};
use axum::routing::get;
use forms::Obligation;
use std::sync::Arc;
use web::components::Html;
use web::languages::Texts;
use web::{PageResult, Reader, RequestId};

/// The route of the whole form.
pub fn routes() -> Router<Arc<Desk>> {
    Router::new().route("/rounds/{key}/progress-forms/{code}/fill/whole", get(show))
}

/// What is asked in an area, each with the fields of its answer where one may type.
type Answers<'page> = Vec<(&'page EntryView, Option<AnswerFields>)>;

/// The whole form.
#[derive(Template)]
#[template(path = "followup/filling/whole_form.html")]
struct WholeForm<'page> {
    texts: &'static Texts,
    view: &'page FillingView,
    areas: Vec<(&'page str, Answers<'page>)>,
    open: bool,
}

async fn show(
    State(desk): State<Arc<Desk>>,
    Path((key, code)): Place,
    Extension(request): Extension<RequestId>,
    reader: Reader,
) -> PageResult {
    let view = shown(&desk, &reader, &key, &code).await?;
    let texts = reader.texts();
    let open = view.can_be_filled_in(&reader.actor);
    let fields = |one: &EntryView| {
        open.then(|| AnswerFields::of(&view, one, None, (request.as_str(), false), &reader))
    };
    let of_area = |index: usize| {
        let all = view.form.entries.iter();
        let own = all.filter(|one| one.recommendation.area == index);
        own.map(|one| (one, fields(one))).collect()
    };
    let titles = view.form.areas.iter().enumerate();
    let content = WholeForm {
        texts,
        view: &view,
        areas: titles
            .map(|(index, title)| (title.as_str(), of_area(index)))
            .collect(),
        open,
    };
    let page = view
        .page(texts.say("filling-whole-form"), texts)
        .with_lead(texts.say("filling-whole-form-lead"))
        .with_script(SCRIPT);
    Ok(web::html(page.render(&content, &reader)))
}

impl WholeForm<'_> {
    fn answer_address(&self, one: &EntryView) -> String {
        place::answer(self.view.key(), self.view.code(), one.recommendation.number)
    }

    fn stored(&self, one: &EntryView) -> Html {
        match &one.entry {
            Some(entry) => {
                words::status(entry.status, self.texts).and(&words::remark(&entry.remark))
            }
            None => Html::text(&self.texts.say("filling-progress-not-begun")),
        }
    }
}
