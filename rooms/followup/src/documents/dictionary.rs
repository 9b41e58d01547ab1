//! What stands in the published files, column by column and field by field. The CSV writer takes
//! its columns from here, and a test holds the JSON writer against it, so that neither can say
//! something else than what is explained.

use crate::rules::aggregate_report::{Absence, Section, WishKind};
use forms::{Obligation, Status};
use serde::Serialize;

/// A column of the CSV file or a field of the JSON file.
#[derive(Debug, Clone, Copy)]
pub struct DataField {
    /// The column's name; for JSON the way to the field, `[]` for every member of a list.
    pub name: &'static str,
    /// What kind of value.
    pub kind: DataKind,
    /// The key of the text that says what it means.
    pub meaning: &'static str,
    /// Whether it may be empty.
    pub optional: bool,
}

/// A kind of value.
#[derive(Debug, Clone, Copy)]
pub enum DataKind {
    /// Text.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    YesNo,
    /// A day, `2018-02-15`.
    Day,
    /// A moment in UTC, RFC 3339.
    Moment,
    /// A municipality's code, four digits.
    Code,
    /// SHA-256 in hexadecimal.
    Sha256,
    /// One of a few words.
    Word(fn() -> Vec<String>),
    /// Paragraphs of runs: `[{"runs": [{"text": "…", "bold": true}], "list_item": true}]`.
    Paragraphs,
    /// A list of pairs: `[["green", "…"]]`.
    Pairs,
}

impl DataKind {
    /// The word for it that programs read.
    pub fn key(self) -> &'static str {
        match self {
            DataKind::Text => "text",
            DataKind::Number => "integer",
            DataKind::YesNo => "boolean",
            DataKind::Day => "date",
            DataKind::Moment => "date-time",
            DataKind::Code => "municipality-code",
            DataKind::Sha256 => "sha256",
            DataKind::Word(_) => "one-of",
            DataKind::Paragraphs => "paragraphs",
            DataKind::Pairs => "pairs",
        }
    }

    /// The key of the text that explains it.
    pub fn words(self) -> &'static str {
        match self {
            DataKind::Text => "data-kind-text",
            DataKind::Number => "data-kind-number",
            DataKind::YesNo => "data-kind-yes-no",
            DataKind::Day => "data-kind-day",
            DataKind::Moment => "data-kind-moment",
            DataKind::Code => "data-kind-code",
            DataKind::Sha256 => "data-kind-sha256",
            DataKind::Word(_) => "data-kind-word",
            DataKind::Paragraphs => "data-kind-paragraphs",
            DataKind::Pairs => "data-kind-pairs",
        }
    }

    /// The values that it may have, where they are few.
    pub fn allowed(self) -> Vec<String> {
        match self {
            DataKind::Word(words) => words(),
            DataKind::YesNo => vec!["true".to_owned(), "false".to_owned()],
            _ => Vec::new(),
        }
    }
}

fn words_of<T: Serialize>(all: &[T]) -> Vec<String> {
    let word = |one: &T| match serde_json::to_value(one) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    };
    all.iter().map(word).collect()
}

fn statuses() -> Vec<String> {
    words_of(&Status::ALL)
}

fn obligations() -> Vec<String> {
    words_of(&[Obligation::Must, Obligation::May])
}

fn sections() -> Vec<String> {
    words_of(&Section::ALL)
}

fn wishes() -> Vec<String> {
    words_of(&[WishKind::Seeks, WishKind::Offers])
}

fn absences() -> Vec<String> {
    words_of(&[
        Absence::NothingReceived,
        Absence::InProgress,
        Absence::AwaitsAcceptance,
        Absence::Returned,
    ])
}

const fn always(name: &'static str, kind: DataKind, meaning: &'static str) -> DataField {
    DataField {
        name,
        kind,
        meaning,
        optional: false,
    }
}

const fn maybe(name: &'static str, kind: DataKind, meaning: &'static str) -> DataField {
    DataField {
        name,
        kind,
        meaning,
        optional: true,
    }
}

use DataKind::{Code, Day, Moment, Number, Pairs, Paragraphs, Sha256, Text, Word, YesNo};

/// The columns of the CSV file, in order. Their names are a contract and the same in every
/// language.
pub const CSV_FIELDS: [DataField; 22] = [
    always("programme", Text, "data-programme-key"),
    always("round", Text, "data-round-key"),
    always("municipality_code", Code, "data-code"),
    always("municipality", Text, "data-municipality"),
    always("number", Number, "data-number"),
    maybe("area", Text, "data-area"),
    always("obligation", Word(obligations), "data-obligation"),
    always("recommendation", Text, "data-recommendation"),
    always("status", Word(statuses), "data-status"),
    maybe("remark", Text, "data-remark"),
    maybe("explanation", Text, "data-explanation"),
    maybe("form_version", Number, "data-form-version"),
    maybe("submitted_at", Moment, "data-submitted-at"),
    maybe("late", YesNo, "data-late"),
    maybe("file", Text, "data-file"),
    maybe("file_sha256", Sha256, "data-file-sha256"),
    maybe("page", Number, "data-page"),
    maybe("sheet", Text, "data-sheet"),
    maybe("table", Number, "data-table"),
    maybe("row", Number, "data-row"),
    maybe("column", Number, "data-column"),
    maybe("remark_formatted", Paragraphs, "data-remark-formatted"),
];

/// The fields of the JSON file.
pub const JSON_FIELDS: [DataField; 64] = [
    always("version", Number, "data-json-version"),
    always("programme.key", Text, "data-programme-key"),
    always("programme.title", Text, "data-programme-title"),
    always("programme.recipient", Text, "data-recipient"),
    always("programme.fictional", YesNo, "data-fictional"),
    always("round.key", Text, "data-round-key"),
    always("round.title", Text, "data-round-title"),
    always("round.introduction[]", Text, "data-introduction"),
    maybe("round.due_on", Day, "data-due-on"),
    always("round.set_period[]", Day, "data-set-period"),
    maybe("round.meanings", Pairs, "data-meanings"),
    always("round.sections[]", Word(sections), "data-sections"),
    maybe("round.logo.media_type", Text, "data-logo-media-type"),
    maybe("round.logo.base64", Text, "data-logo-base64"),
    maybe("round.logo.alternative_text", Text, "data-logo-text"),
    always("release.number", Number, "data-release-number"),
    always("release.released_at", Moment, "data-released-at"),
    maybe("release.note", Text, "data-release-note"),
    always("areas[].title", Text, "data-area"),
    always("recommendations[].number", Number, "data-number"),
    always("recommendations[].area", Number, "data-area-place"),
    always(
        "recommendations[].obligation",
        Word(obligations),
        "data-obligation",
    ),
    always("recommendations[].text", Text, "data-recommendation"),
    always("recommendations[].short_title", Text, "data-short-title"),
    maybe(
        "recommendations[].predecessors[]",
        Number,
        "data-predecessors",
    ),
    always("participants[].code", Code, "data-code"),
    always("participants[].name", Text, "data-municipality"),
    maybe("participants[].form.version", Number, "data-form-version"),
    maybe(
        "participants[].form.submitted_at",
        Moment,
        "data-submitted-at",
    ),
    maybe("participants[].form.late", YesNo, "data-late"),
    maybe("participants[].form.file.name", Text, "data-file"),
    maybe(
        "participants[].form.file.sha256",
        Sha256,
        "data-file-sha256",
    ),
    maybe("participants[].absence", Word(absences), "data-absence"),
    always("matrix[][].status", Word(statuses), "data-matrix-status"),
    maybe("matrix[][].remark", Paragraphs, "data-remark"),
    maybe("matrix[][].source.page", Number, "data-page"),
    maybe("matrix[][].source.sheet", Text, "data-sheet"),
    maybe("matrix[][].source.table", Number, "data-table"),
    maybe("matrix[][].source.row", Number, "data-row"),
    maybe("matrix[][].source.column", Number, "data-column"),
    maybe("matrix[][].explanation", Text, "data-explanation"),
    always("counts[].green", Number, "data-counts"),
    always("counts[].yellow", Number, "data-counts"),
    always("counts[].red", Number, "data-counts"),
    always("counts[].not_participating", Number, "data-counts"),
    always("counts[].not_reported", Number, "data-counts"),
    maybe("changes.since_key", Text, "data-since-key"),
    maybe("changes.since_title", Text, "data-since-title"),
    maybe("changes.counts_before", Pairs, "data-counts-before"),
    maybe("changes.steps[].code", Code, "data-code"),
    maybe("changes.steps[].number", Number, "data-number"),
    maybe(
        "changes.steps[].number_before",
        Number,
        "data-number-before",
    ),
    maybe("changes.steps[].from", Word(statuses), "data-step-from"),
    maybe("changes.steps[].to", Word(statuses), "data-step-to"),
    maybe("partner_wishes[].code", Code, "data-code"),
    maybe("partner_wishes[].number", Number, "data-number"),
    maybe("partner_wishes[].kind", Word(wishes), "data-wish-kind"),
    maybe("partner_wishes[].text", Text, "data-wish-text"),
    maybe("decisions[].code", Code, "data-code"),
    maybe("decisions[].numbers[]", Number, "data-decision-numbers"),
    maybe("decisions[].body", Text, "data-decision-body"),
    maybe("decisions[].decided_on", Day, "data-decided-on"),
    maybe("decisions[].text", Text, "data-decision-text"),
    maybe("proposals[]", Text, "data-proposals"),
];
