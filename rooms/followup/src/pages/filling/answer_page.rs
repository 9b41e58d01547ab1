//! One recommendation: what is asked, what was answered last time, what the council decided, and
//! the fields of the answer.

use super::super::desk::{Desk, Said, Typed, refusals};
use super::super::words;
use super::conflict::Conflict;
use super::place::{self, NumberedPlace, SCRIPT, municipality, numbered, view};
use super::problems::ProblemList;
use super::save;
use crate::actions::{ATTACHMENT_SIZE, ATTACHMENTS, confirm_same_answer, explain_warning};
use crate::records::ProblemId;
use crate::records::attachments::Attachment;
use crate::records::decisions::Decision;
use crate::rules::filling::AnswerProgress;
use crate::rules::marked_text;
use crate::rules::merging::Answer;
use crate::summary::{EntryView, FillingView, PreviousAnswer};
use askama::Template;
use axum::Router;
use axum::extract::{Extension, Form, Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use forms::{Obligation, RemarkParagraph, Status};
use kernel::Refusal;
use std::sync::Arc;
use web::components::{Alert, ErrorSummary, Field, FieldKind, Html, StatusMark};
use web::languages::Texts;
use web::{PageError, PageResult, Reader, RequestId};

/// The routes of one recommendation.
pub fn routes() -> Router<Arc<Desk>> {
    let address = "/rounds/{key}/progress-forms/{code}/fill/{number}";
    Router::new()
        .route(address, get(show).post(save::save))
        .route(
            "/rounds/{key}/progress-forms/{code}/fill/{number}/same",
            post(same),
        )
        .route(
            "/rounds/{key}/progress-forms/{code}/fill/{number}/explain",
            post(explain),
        )
}

const SAID: [(&str, &str); 5] = [
    ("saved", "filling-said-saved"),
    ("same", "filling-said-same"),
    ("explained", "filling-said-explained"),
    ("attached", "filling-said-attached"),
    ("removed", "filling-said-removed"),
];

async fn show(
    State(desk): State<Arc<Desk>>,
    Path((key, code, number)): NumberedPlace,
    Query(said): Query<Said>,
    Extension(request): Extension<RequestId>,
    reader: Reader,
) -> PageResult {
    let mut tx = desk.database.read().await?;
    let view = view(&mut tx, &reader, &key, &code).await?;
    let shown = Shown {
        number: numbered(&number)?,
        said: said.alert(&SAID, reader.texts()),
        page: request.as_str(),
        ..Shown::default()
    };
    Ok(web::html(render(&view, &shown, &reader)?))
}

/// What a page shows beside what is stored.
#[derive(Default)]
pub struct Shown<'page> {
    /// The recommendation's number.
    pub number: u32,
    /// What was just done.
    pub said: Option<Alert>,
    /// What was typed and is not stored.
    pub typed: Option<Answer>,
    /// Whether what was typed is shown as it will look.
    pub preview: bool,
    /// What is refused.
    pub refused: &'page [Refusal],
    /// What another person wrote meanwhile.
    pub conflict: Option<Conflict>,
    /// The name of this page, under which it saves.
    pub page: &'page str,
}

/// The page of one recommendation.
#[derive(Template)]
#[template(path = "followup/filling/answer.html")]
struct AnswerPage<'page> {
    texts: &'static Texts,
    view: &'page FillingView,
    one: &'page EntryView,
    area: &'page str,
    said: Option<Alert>,
    errors: Option<ErrorSummary>,
    conflict: Option<String>,
    fields: Option<AnswerFields>,
    preview: Option<Html>,
    problems: Html,
    decisions: Vec<&'page Decision>,
    attachments: Vec<&'page Attachment>,
    attachment: Field,
    is_same: Option<String>,
    can_say_same: bool,
    before: Option<(u32, String)>,
    after: Option<(u32, String)>,
    position: String,
    address: String,
}

/// The fields of an answer as they are typed in.
#[derive(Template)]
#[template(path = "followup/filling/fields.html")]
pub struct AnswerFields {
    texts: &'static Texts,
    /// Goes before the names of ids, where several answers stand on a page.
    id: String,
    action: String,
    who: String,
    page: String,
    base: Answer,
    typed: Answer,
    statuses: Vec<(Status, bool, Html, Option<String>)>,
    saved: String,
    problems: Html,
    alone: bool,
}

impl askama::filters::HtmlSafe for AnswerFields {}

impl AnswerFields {
    /// The fields of one answer.
    pub fn of(
        view: &FillingView,
        one: &EntryView,
        typed: Option<Answer>,
        (page, alone): (&str, bool),
        reader: &Reader,
    ) -> Self {
        let texts = reader.texts();
        let number = one.recommendation.number;
        let base = view.answer(number);
        let typed = typed.unwrap_or_else(|| base.clone());
        Self {
            texts,
            id: if alone {
                String::new()
            } else {
                format!("{number}-")
            },
            action: place::answer(view.key(), view.code(), number),
            who: reader.actor.account.unwrap_or_default().to_string(),
            page: page.to_owned(),
            statuses: statuses(view, typed.status, texts),
            saved: saved(one, texts),
            problems: Html::of(&ProblemList::of(view, one, &[], reader)),
            base,
            typed,
            alone,
        }
    }
}

/// The statuses in the words of the round, with what each means there.
fn statuses(
    view: &FillingView,
    chosen: Status,
    texts: &Texts,
) -> Vec<(Status, bool, Html, Option<String>)> {
    let meaning = |status: Status| {
        let meanings = &view.form.round.settings.meanings;
        let found = meanings.iter().find(|(of, _)| *of == status);
        found.map(|(_, text)| text.clone())
    };
    let all = Status::ALL.into_iter();
    all.map(|status| {
        let mark = words::mark(status);
        let shown = match status {
            Status::NotReported => {
                StatusMark::with_word(mark, texts.say("filling-no-status-yet"), texts)
            }
            _ => StatusMark::new(mark, texts),
        };
        (status, status == chosen, Html::of(&shown), meaning(status))
    })
    .collect()
}

fn saved(one: &EntryView, texts: &Texts) -> String {
    match &one.entry {
        Some(entry) if entry.change.version > 1 => texts.say_with(
            "filling-last-saved",
            &[
                ("who", entry.change.by.as_str().into()),
                ("when", texts.moment(entry.change.at).into()),
            ],
        ),
        _ => texts.say("filling-not-saved-yet"),
    }
}

/// The page, for what is stored and what was typed.
pub fn render(view: &FillingView, shown: &Shown<'_>, reader: &Reader) -> PageResult<String> {
    let texts = reader.texts();
    let entries = &view.form.entries;
    let index = entries
        .iter()
        .position(|one| one.recommendation.number == shown.number)
        .ok_or(PageError::NotFound)?;
    let one = &entries[index];
    let open = view.can_be_filled_in(&reader.actor);
    let way = |index: Option<usize>| {
        let found = entries.get(index?)?;
        let number = found.recommendation.number;
        Some((number, place::answer(view.key(), view.code(), number)))
    };
    let typed = shown.typed.clone();
    let content = AnswerPage {
        texts,
        view,
        one,
        area: view
            .form
            .areas
            .get(one.recommendation.area)
            .map_or("", String::as_str),
        said: None,
        errors: ErrorSummary::of(shown.refused, texts),
        conflict: shown
            .conflict
            .as_ref()
            .map(|conflict| conflict.render(view, shown, texts)),
        fields: open
            .then(|| AnswerFields::of(view, one, typed.clone(), (shown.page, true), reader)),
        preview: shown.preview.then(|| preview(&typed.unwrap_or_default())),
        problems: Html::of(&ProblemList::of(view, one, shown.refused, reader)),
        decisions: decisions(view, shown.number),
        attachments: attached(view, one),
        attachment: attachment_field(shown.refused, texts),
        is_same: is_same(view, one, texts),
        can_say_same: open && one.previous.len() == 1,
        before: way(index.checked_sub(1)),
        after: way(Some(index + 1)),
        position: texts.say_with(
            "filling-position",
            &[("number", (index + 1).into()), ("of", entries.len().into())],
        ),
        address: place::answer(view.key(), view.code(), shown.number),
    };
    let content = AnswerPage {
        said: shown.said.as_ref().map(again),
        ..content
    };
    let title = format!("{}. {}", shown.number, one.recommendation.short_title);
    Ok(view
        .page(title, texts)
        .with_script(SCRIPT)
        .render(&content, reader))
}

fn again(said: &Alert) -> Alert {
    Alert {
        level: said.level,
        heading: said.heading.clone(),
        text: said.text.clone(),
    }
}

/// A remark as it will look.
fn preview(typed: &Answer) -> Html {
    words::remark(&marked_text::read(&typed.remark, &[]))
}

fn decisions(view: &FillingView, number: u32) -> Vec<&Decision> {
    let all = view.decisions.iter();
    all.filter(|one| one.numbers.contains(&number)).collect()
}

fn attached<'page>(view: &'page FillingView, one: &EntryView) -> Vec<&'page Attachment> {
    let number = one.recommendation.number;
    let all = view.attachments.iter();
    all.filter(|attached| attached.number == number).collect()
}

fn attachment_field(refused: &[Refusal], texts: &Texts) -> Field {
    let kind = FieldKind::File {
        accept: String::new(),
        multiple: false,
    };
    let limits = [
        ("most", ATTACHMENTS.into()),
        ("megabytes", (ATTACHMENT_SIZE / 1024 / 1024).into()),
    ];
    Field::of("attachment", texts.say("filling-attachment"), kind)
        .with_hint(texts.say_with("filling-attachment-hint", &limits))
        .with_refusals(refused, texts)
}

fn is_same(view: &FillingView, one: &EntryView, texts: &Texts) -> Option<String> {
    let id = one.entry.as_ref()?.id;
    let same = view.same.iter().find(|same| same.entry == id)?;
    Some(texts.say_with(
        "filling-is-same",
        &[
            ("who", same.by.as_str().into()),
            ("when", texts.moment(same.at).into()),
        ],
    ))
}

impl AnswerPage<'_> {
    fn heading_of(&self, before: &PreviousAnswer) -> String {
        self.texts.say_with(
            "filling-before-heading",
            &[
                ("round", before.round_title.as_str().into()),
                ("number", before.number.into()),
            ],
        )
    }

    fn decided(&self, decision: &Decision) -> String {
        let day = self.texts.date(decision.decided_on);
        format!("{}, {day}", decision.body)
    }

    fn size(&self, bytes: u64) -> String {
        let kilobytes = i64::try_from(bytes.div_ceil(1024)).unwrap_or(i64::MAX);
        self.texts
            .say_with("filling-kilobytes", &[("size", kilobytes.into())])
    }

    fn attachment_address(&self, attached: &Attachment) -> String {
        self.view.below(&format!("attachments/{}", attached.id.0))
    }

    fn remark(&self) -> &[RemarkParagraph] {
        let entry = self.one.entry.as_ref();
        entry.map_or(&[], |entry| entry.remark.as_slice())
    }

    fn progress(&self) -> String {
        let all = self.view.progress();
        let number = self.one.recommendation.number;
        let entries = self.view.form.entries.iter();
        let mut own = entries
            .zip(all)
            .filter(|(one, _)| one.recommendation.number == number);
        let found = own
            .next()
            .map_or(AnswerProgress::NotBegun, |(_, found)| found);
        super::task_list::progress_word(found, self.texts)
    }
}

/// Says that last time's answer still holds.
async fn same(
    State(desk): State<Arc<Desk>>,
    Path((key, code, number)): NumberedPlace,
    Extension(request): Extension<RequestId>,
    reader: Reader,
) -> PageResult {
    let (code, number) = (municipality(&code)?, numbered(&number)?);
    let mut tx = desk.database.write().await?;
    let done = confirm_same_answer(&mut tx, &reader.actor, (&key, &code), number).await;
    let refused = match done {
        Ok(()) => {
            tx.commit().await?;
            let href = place::answer(&key, &code, number);
            return Ok(Redirect::to(&format!("{href}?done=same")).into_response());
        }
        Err(stop) => refusals(stop)?,
    };
    drop(tx);
    refused_page(
        &desk,
        &reader,
        (&key, code.as_str(), number),
        &refused,
        &request,
    )
    .await
}

/// Says why something that raised a warning is as it should be.
async fn explain(
    State(desk): State<Arc<Desk>>,
    Path((key, code, number)): NumberedPlace,
    Extension(request): Extension<RequestId>,
    reader: Reader,
    Form(typed): Form<Typed>,
) -> PageResult {
    let (code, number) = (municipality(&code)?, numbered(&number)?);
    let id = ProblemId(typed.number("id")?);
    let mut tx = desk.database.write().await?;
    let view = view(&mut tx, &reader, &key, code.as_str()).await?;
    let about = |one: &EntryView| one.problems.iter().any(|problem| problem.id == id);
    let whole = view.form.problems.iter().any(|problem| problem.id == id);
    if !whole && !view.form.entries.iter().any(about) {
        return Err(PageError::NotFound);
    }
    let refused = match explain_warning(&mut tx, &reader.actor, id, typed.text("reason")).await {
        Ok(_) => {
            tx.commit().await?;
            let href = match typed.text("back") {
                "submit" => view.below("submit"),
                _ => place::answer(&key, &code, number),
            };
            return Ok(Redirect::to(&format!("{href}?done=explained")).into_response());
        }
        Err(stop) => refusals(stop)?,
    };
    drop(tx);
    let at = |refusal: Refusal| refusal.at(format!("explanation-{}", id.0));
    let refused: Vec<Refusal> = refused.into_iter().map(at).collect();
    refused_page(
        &desk,
        &reader,
        (&key, code.as_str(), number),
        &refused,
        &request,
    )
    .await
}

/// The page as it stands, with what is refused.
pub async fn refused_page(
    desk: &Desk,
    reader: &Reader,
    (key, code, number): (&str, &str, u32),
    refused: &[Refusal],
    request: &RequestId,
) -> PageResult {
    let view = place::shown(desk, reader, key, code).await?;
    let shown = Shown {
        number,
        refused,
        page: request.as_str(),
        ..Shown::default()
    };
    Ok(web::unprocessable(render(&view, &shown, reader)?))
}
