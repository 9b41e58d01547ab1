use super::Choice;
use crate::languages::Texts;
use askama::Template;
use askama::filters::HtmlSafe;
use kernel::Refusal;

/// One field of a form, with its error beside it.
#[derive(Template)]
#[template(path = "components/field.html")]
pub struct Field {
    /// The name that is posted; also what a [`Refusal`] names.
    pub name: String,
    /// The label.
    pub label: String,
    /// How to fill it in.
    pub hint: Option<String>,
    /// What is wrong with what was typed.
    pub error: Option<String>,
    /// What kind of field.
    pub kind: FieldKind,
    /// Whether it may not be left empty.
    pub required: bool,
}

impl HtmlSafe for Field {}

/// The kinds of field.
pub enum FieldKind {
    /// One line.
    Text {
        /// What was typed.
        value: String,
    },
    /// A mail address; programs that keep passwords take it for the name of the account.
    Mail {
        /// What was typed.
        value: String,
    },
    /// A mail address that is known and cannot be changed here; programs that keep passwords see
    /// whose it is.
    Known {
        /// The address.
        value: String,
    },
    /// A password: never shown again.
    Password,
    /// A password that is chosen now.
    NewPassword,
    /// Several lines.
    Area {
        /// What was typed.
        value: String,
        /// How many lines to show.
        rows: u8,
    },
    /// A day.
    Date {
        /// The day as `2018-02-15`.
        value: String,
    },
    /// One of several, in a list.
    Select {
        /// The choices.
        choices: Vec<Choice>,
    },
    /// One of several, all in view.
    Radio {
        /// The choices.
        choices: Vec<Choice>,
    },
    /// Any number of several, all in view.
    Checkboxes {
        /// The choices.
        choices: Vec<Choice>,
    },
    /// Files to send.
    File {
        /// The endings that can be read, as `accept` names them.
        accept: String,
        /// Whether several can be sent at once.
        multiple: bool,
    },
}

impl Field {
    /// A field of one line.
    pub fn text(name: &str, label: String, value: &str) -> Self {
        Self::of(
            name,
            label,
            FieldKind::Text {
                value: value.to_owned(),
            },
        )
    }

    /// A field of a kind.
    pub fn of(name: &str, label: String, kind: FieldKind) -> Self {
        Self {
            name: name.to_owned(),
            label,
            hint: None,
            error: None,
            kind,
            required: false,
        }
    }

    /// The same field with a hint.
    pub fn with_hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }

    /// The same field, not to be left empty.
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same field with what the refusals say about it.
    pub fn with_refusals(mut self, refusals: &[Refusal], texts: &Texts) -> Self {
        self.error = refusals
            .iter()
            .find(|refusal| refusal.field.as_deref() == Some(self.name.as_str()))
            .map(|refusal| texts.message(&refusal.message));
        self
    }

    fn described_by(&self) -> String {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.name));
        [hint, error]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The choices with an id each; the first has the field's own name, where the error
    /// summary leads.
    fn radios<'field>(&self, choices: &'field [Choice]) -> Vec<(String, &'field Choice)> {
        let ids = (0..).map(|index| match index {
            0 => self.name.clone(),
            _ => format!("{}-{index}", self.name),
        });
        ids.zip(choices).collect()
    }

    fn grouped(&self) -> bool {
        matches!(
            self.kind,
            FieldKind::Radio { .. } | FieldKind::Checkboxes { .. }
        )
    }

    /// What assistive technology calls a group: only one of a radio group is chosen.
    fn role(&self) -> &'static str {
        match self.kind {
            FieldKind::Radio { .. } => "radiogroup",
            _ => "group",
        }
    }
}

/// All that is wrong with a form, at its top, each with a link to its field.
#[derive(Template)]
#[template(path = "components/error_summary.html")]
pub struct ErrorSummary {
    heading: String,
    errors: Vec<(Option<String>, String)>,
}

impl HtmlSafe for ErrorSummary {}

impl ErrorSummary {
    /// The summary of these refusals; nothing without any.
    pub fn of(refusals: &[Refusal], texts: &Texts) -> Option<Self> {
        let errors: Vec<_> = refusals
            .iter()
            .map(|refusal| (refusal.field.clone(), texts.message(&refusal.message)))
            .collect();
        (!errors.is_empty()).then(|| Self {
            heading: texts.say("web-error-summary"),
            errors,
        })
    }
}
