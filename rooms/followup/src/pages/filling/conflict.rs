//! Two people wrote the same field: both are shown, and one chooses or joins.

use super::super::words;
use super::answer_page::Shown;
use super::place;
use crate::actions::AnswerConflict;
use crate::rules::merging::{Answer, AnswerField};
use crate::summary::FillingView;
use askama::Template;
use forms::Status;
use web::components::Html;
use web::languages::Texts;

/// What another person wrote meanwhile, and what was typed here.
pub struct Conflict(pub AnswerConflict);

#[derive(Template)]
#[template(path = "followup/filling/conflict.html")]
struct ConflictForm<'page> {
    texts: &'static Texts,
    heading: String,
    action: String,
    page: &'page str,
    theirs: &'page Answer,
    mine: &'page Answer,
    fields: Vec<ConflictField>,
}

/// A field that both changed.
struct ConflictField {
    field: AnswerField,
    label: String,
    theirs: Html,
    mine: Html,
    joined: String,
}

impl Conflict {
    /// The form in which one chooses, as it stands on a page or is put into one by the script.
    pub fn render(&self, view: &FillingView, shown: &Shown<'_>, texts: &'static Texts) -> String {
        let conflict = &self.0;
        let form = ConflictForm {
            texts,
            heading: texts.say_with(
                "filling-conflict",
                &[
                    ("who", conflict.by.as_str().into()),
                    ("when", texts.moment(conflict.at).into()),
                ],
            ),
            action: place::answer(view.key(), view.code(), shown.number),
            page: shown.page,
            theirs: &conflict.theirs,
            mine: &conflict.mine,
            fields: conflict
                .fields
                .iter()
                .map(|field| self.field(*field, texts))
                .collect(),
        };
        Html::of(&form).into_string()
    }

    fn field(&self, field: AnswerField, texts: &Texts) -> ConflictField {
        let (theirs, mine) = (self.0.theirs.text(field), self.0.mine.text(field));
        let shown = |text: &str| match Status::from_key(text) {
            Some(status) if field == AnswerField::Status => words::status(status, texts),
            _ => Html::trusted(Html::text(text).as_str().replace('\n', "<br>")),
        };
        ConflictField {
            label: texts.say(label(field)),
            theirs: shown(theirs),
            mine: shown(mine),
            // Everything that both wrote, for whoever wants to join the two by hand.
            joined: format!("{mine}\n{theirs}"),
            field,
        }
    }
}

/// A field's label.
pub fn label(field: AnswerField) -> &'static str {
    match field {
        AnswerField::Status => "filling-status",
        AnswerField::Remark => "filling-remark",
        AnswerField::Seeks => "filling-seeks",
        AnswerField::Offers => "filling-offers",
    }
}
