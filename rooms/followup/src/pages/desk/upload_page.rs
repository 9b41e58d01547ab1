use super::upload::{self, PASTED};
use super::uploaded::{FILE_SIZE, FILES};
use crate::actions::ImportedForm;
use crate::records::rounds::Round;
use crate::rules::progress_form::FormState;
use askama::Template;
use forms::Level;
use kernel::{MunicipalityCode, Refusal};
use web::components::{Choice, ErrorSummary, Field, FieldKind};
use web::languages::Texts;
use web::{Page, Reader};

/// The kinds of file that can be read, as a file field names them.
const READABLE: &str = ".docx,.pdf,.xlsx,.odt,.ods,.html,.htm,.csv,.txt";

/// What the upload page is about.
pub struct UploadPage {
    /// The round.
    pub round: Round,
    /// Who is asked.
    pub asked: Vec<(MunicipalityCode, String)>,
    /// Whether its answers are invented.
    pub fictional: bool,
}

/// The form as it was typed, and what became of what was sent.
#[derive(Default)]
pub struct UploadForm {
    /// The municipality that was chosen.
    pub municipality: String,
    /// The text that was pasted.
    pub pasted: String,
    /// What is refused of the form as a whole.
    pub refusals: Vec<Refusal>,
    /// What became of each file.
    pub taken: Vec<Taken>,
}

/// One file and what became of it.
pub struct Taken {
    /// Its name.
    pub name: String,
    /// What was stored, or why nothing was.
    pub outcome: Result<ImportedForm, Vec<Refusal>>,
}

#[derive(Template)]
#[template(path = "followup/desk/upload.html")]
struct Upload<'page> {
    texts: &'static Texts,
    key: &'page str,
    action: String,
    errors: Option<ErrorSummary>,
    taken: &'page [Taken],
    stored: usize,
    unknown: Vec<&'page str>,
    fields: [Field; 3],
}

impl UploadForm {
    /// Keeps in the form only what must be sent again.
    pub fn keep_what_waits(&mut self) {
        if self.taken.iter().any(|one| one.outcome.is_ok()) {
            self.municipality.clear();
        }
        if self
            .taken
            .iter()
            .any(|one| one.name == PASTED && one.outcome.is_ok())
        {
            self.pasted.clear();
        }
    }
}

impl Taken {
    /// Whether nothing is missing but the municipality.
    fn lacks_municipality(&self) -> bool {
        let about = |refusal: &Refusal| refusal.field.as_deref() == Some("municipality");
        matches!(&self.outcome, Err(refusals) if refusals.iter().any(about))
    }

    fn shown_name(&self, texts: &Texts) -> String {
        match self.name.as_str() {
            PASTED => texts.say("desk_review-pasted-name"),
            name => name.to_owned(),
        }
    }
}

impl UploadPage {
    /// The page.
    pub fn render(&self, form: &UploadForm, reader: &Reader) -> String {
        let texts = reader.texts();
        let content = Upload {
            texts,
            key: &self.round.key,
            action: upload::address(&self.round.key),
            errors: ErrorSummary::of(&form.refusals, texts),
            taken: &form.taken,
            stored: form.taken.iter().filter(|one| one.outcome.is_ok()).count(),
            unknown: form.unknown(),
            fields: self.fields(form, texts),
        };
        Page::titled(texts.say("desk_review-upload-title"))
            .with_lead(self.round.settings.title.clone())
            .under(texts.say("desk_review-title"), "/desk")
            .under(
                self.round.settings.title.clone(),
                super::review_routes::round(&self.round.key),
            )
            .fictional(self.fictional)
            .private()
            .render(&content, reader)
    }

    fn fields(&self, form: &UploadForm, texts: &Texts) -> [Field; 3] {
        let limits = [
            ("files", FILES.into()),
            ("megabytes", (FILE_SIZE / 1024 / 1024).into()),
        ];
        let file = FieldKind::File {
            accept: READABLE.to_owned(),
            multiple: true,
        };
        let choices = FieldKind::Select {
            choices: self.choices(form, texts),
        };
        let pasted = FieldKind::Area {
            value: form.pasted.clone(),
            rows: 6,
        };
        [
            Field::of("files", texts.say("desk_review-files"), file)
                .with_hint(texts.say_with("desk_review-files-hint", &limits))
                .with_refusals(&form.refusals, texts),
            Field::of(
                "municipality",
                texts.say("desk_review-municipality"),
                choices,
            )
            .with_hint(texts.say("desk_review-municipality-hint"))
            .with_refusals(&form.refusals, texts),
            Field::of("pasted", texts.say("desk_review-pasted"), pasted)
                .with_hint(texts.say("desk_review-pasted-hint"))
                .with_refusals(&form.refusals, texts),
        ]
    }

    fn choices(&self, form: &UploadForm, texts: &Texts) -> Vec<Choice> {
        let choice = |value: &str, label: String| Choice {
            chosen: value == form.municipality,
            value: value.to_owned(),
            label,
        };
        let told = choice("", texts.say("desk_review-municipality-from-file"));
        let asked = self
            .asked
            .iter()
            .map(|(code, name)| choice(code.as_str(), name.clone()));
        std::iter::once(told).chain(asked).collect()
    }
}

impl UploadForm {
    fn unknown(&self) -> Vec<&str> {
        let lacking = self.taken.iter().filter(|one| one.lacks_municipality());
        lacking.map(|one| one.name.as_str()).collect()
    }
}

impl Upload<'_> {
    fn result(&self, form: &ImportedForm) -> String {
        let open = form
            .problems
            .iter()
            .filter(|problem| problem.level > Level::Notice)
            .count();
        let key = match form.state {
            FormState::InProgress => "desk_review-stored-draft",
            _ => "desk_review-stored-submitted",
        };
        self.texts.say_with(
            key,
            &[
                ("municipality", form.name.as_str().into()),
                ("version", form.version_number.into()),
                ("open", open.into()),
            ],
        )
    }

    fn heading(&self) -> String {
        let counts = [
            ("stored", self.stored.into()),
            ("sent", self.taken.len().into()),
        ];
        self.texts.say_with("desk_review-result", &counts)
    }

    fn review(&self, code: &MunicipalityCode) -> String {
        super::review_routes::address(self.key, code)
    }

    /// Which files must be sent again with a municipality.
    fn ask_again(&self) -> String {
        let names: Vec<String> = self
            .unknown
            .iter()
            .map(|name| format!("»{name}«"))
            .collect();
        self.texts.say_with(
            "desk_review-choose-municipality",
            &[("files", names.join(", ").into())],
        )
    }
}
