use super::super::words;
use super::form_state as state;
use super::review_deeds::Posted;
use super::review_routes::{self, Asked};
use super::source_file;
use crate::records::entries::{Correction, Entry};
use crate::records::forms::FormVersion;
use crate::records::problems::{Explanation, StoredProblem};
use crate::records::proposals::{Proposal, ProposalOutcome};
use crate::rules::marked_text;
use crate::rules::progress_form::{FormDeed, FormState, deeds_from};
use crate::rules::review::by_urgency;
use crate::summary::{EntryView, FormView, PreviousAnswer, open_problems};
use askama::Template;
use forms::{DEFAULT_CONFIRM_BELOW, Level, Obligation, Source, Status, StatusEvidence};
use kernel::Refusal;
use web::components::{Alert, AlertLevel, DefinitionList, ErrorSummary, Html};
use web::languages::Texts;
use web::{Page, Reader};

/// A form as it is asked for, and what was refused of what was typed.
pub struct Shown<'page> {
    /// The form.
    pub form: &'page FormView,
    /// How it is to be shown.
    pub asked: &'page Asked,
    /// What was typed, if it was refused.
    pub posted: Option<&'page Posted>,
    /// Why.
    pub refusals: &'page [Refusal],
    /// Whether the answers are invented.
    pub fictional: bool,
}

#[derive(Template)]
#[template(path = "followup/desk/review.html")]
struct Review<'page> {
    texts: &'static Texts,
    shown: &'page Shown<'page>,
    form: &'page FormView,
    address: String,
    action: String,
    errors: Option<ErrorSummary>,
    said: Option<Alert>,
    facts: DefinitionList,
    open: Vec<&'page StoredProblem>,
    sections: Vec<Section<'page>>,
    editable: bool,
    deeds: Vec<FormDeed>,
}

/// Entries under a heading.
struct Section<'page> {
    title: String,
    entries: Vec<&'page EntryView>,
}

/// The page of a review.
pub fn render(shown: &Shown<'_>, reader: &Reader) -> String {
    let (texts, form) = (reader.texts(), shown.form);
    let address = review_routes::address(&form.round.key, &form.participant.code);
    let query = shown.asked.query();
    let content = Review {
        texts,
        shown,
        form,
        action: if query.is_empty() {
            address.clone()
        } else {
            format!("{address}?{query}")
        },
        address,
        errors: ErrorSummary::of(shown.refusals, texts),
        said: said(shown.asked, texts),
        facts: facts(form, texts),
        open: open(form),
        sections: sections(form, shown.asked, texts),
        editable: editable(form),
        deeds: deeds(form),
    };
    let name = form.participant.name.as_str();
    Page::titled(texts.say_with("desk_review-review-title", &[("municipality", name.into())]))
        .under(texts.say("desk_review-title"), "/desk")
        .under(
            form.round.settings.title.clone(),
            review_routes::round(&form.round.key),
        )
        .fictional(shown.fictional)
        .private()
        .render(&content, reader)
}

/// The recommendation to look at next, after one was dealt with: the same, if something is left
/// of it; else the next in the order that is shown.
pub fn next(form: &FormView, asked: &Asked, after: Option<u32>) -> Option<u32> {
    let waiting: Vec<u32> = by_need(form)
        .into_iter()
        .filter(|view| needs_look(view))
        .map(|view| view.recommendation.number)
        .collect();
    if let Some(same) = waiting.iter().find(|number| Some(**number) == after) {
        return Some(*same);
    }
    let later = waiting
        .iter()
        .filter(|number| asked.in_form_order() && Some(**number) > after);
    later.min().or(waiting.first()).copied()
}

fn said(asked: &Asked, texts: &Texts) -> Option<Alert> {
    let key = match asked.done.as_str() {
        "confirm" => "desk_review-done-confirm",
        "correct" => "desk_review-done-correct",
        "explain" => "desk_review-done-explain",
        "place" => "desk_review-done-place",
        "dismiss" => "desk_review-done-dismiss",
        "submit" => "desk_review-done-submit",
        "accept" => "desk_review-done-accept",
        "return" => "desk_review-done-return",
        _ => return None,
    };
    let number = asked.of.parse::<u32>().unwrap_or_default();
    let words = texts.say_with(key, &[("number", number.into())]);
    Some(Alert {
        level: AlertLevel::Success,
        heading: None,
        text: Html::text(&words),
    })
}

fn facts(form: &FormView, texts: &Texts) -> DefinitionList {
    let Some(version) = &form.version else {
        return DefinitionList::default();
    };
    let late = version
        .is_late
        .then(|| Html::text(&texts.say("desk_review-late")));
    DefinitionList::default()
        .with(
            texts.say("desk_review-state"),
            Html::text(&state(version.state, texts)),
        )
        .with(
            texts.say("desk_review-version"),
            Html::text(&texts.number(version.number.into())),
        )
        .with(
            texts.say("desk_review-received"),
            Html::text(&texts.moment(version.begun_at)),
        )
        .with_some(texts.say("desk_review-deadline"), late)
        .with(texts.say("desk_review-file"), file(form, version, texts))
        .with_some(
            texts.say("desk_review-fingerprint"),
            version.file_sha256.as_deref().map(Html::text),
        )
}

fn file(form: &FormView, version: &FormVersion, texts: &Texts) -> Html {
    match &version.file_name {
        Some(name) => {
            let address =
                source_file::address(&form.round.key, &form.participant.code, version.number);
            Html::link(
                &address,
                &texts.say_with("desk_review-get-file", &[("file", name.as_str().into())]),
            )
        }
        None => Html::text(&texts.say("desk_review-no-file")),
    }
}

fn newest(form: &FormView) -> Option<&FormVersion> {
    form.versions
        .iter()
        .find(|one| one.state != FormState::Withdrawn)
}

/// Whether the version that is shown is the newest, which alone can be worked on.
fn is_newest(form: &FormView) -> bool {
    let shown = form.version.as_ref().map(|version| version.id);
    shown.is_some() && shown == newest(form).map(|version| version.id)
}

fn editable(form: &FormView) -> bool {
    is_newest(form)
        && form
            .version
            .as_ref()
            .is_some_and(FormVersion::waits_for_the_secretariat)
}

fn deeds(form: &FormView) -> Vec<FormDeed> {
    let version = form.version.as_ref().filter(|_| is_newest(form));
    version
        .map(|version| deeds_from(version.state))
        .unwrap_or_default()
}

fn open(form: &FormView) -> Vec<&StoredProblem> {
    let mut all = open_problems(&form.problems, &[]);
    all.extend(by_need(form).into_iter().flat_map(open_of));
    all
}

fn open_of(view: &EntryView) -> Vec<&StoredProblem> {
    open_problems(&view.problems, view.entry.as_slice())
}

/// Whether a person must look at an answer: something waits, or it was read with doubt.
fn needs_look(view: &EntryView) -> bool {
    let doubtful = |entry: &Entry| !entry.is_confirmed && entry.confidence < DEFAULT_CONFIRM_BELOW;
    !open_of(view).is_empty() || view.entry.as_ref().is_some_and(doubtful)
}

fn by_need(form: &FormView) -> Vec<&EntryView> {
    let mut entries: Vec<&EntryView> = form.entries.iter().collect();
    entries.sort_by(|one, other| by_urgency(need(one), need(other)));
    entries
}

fn need(view: &EntryView) -> (Level, f64, u32) {
    let level = open_of(view).iter().map(|one| one.problem.level).max();
    let confidence = view.entry.as_ref().map_or(1.0, |entry| {
        if entry.is_confirmed {
            1.0
        } else {
            entry.confidence
        }
    });
    (
        level.unwrap_or(Level::Notice),
        confidence,
        view.recommendation.number,
    )
}

fn sections<'page>(form: &'page FormView, asked: &Asked, texts: &Texts) -> Vec<Section<'page>> {
    let counted = |key, entries: Vec<&'page EntryView>| Section {
        title: texts.say_with(key, &[("count", entries.len().into())]),
        entries,
    };
    if asked.in_form_order() {
        return vec![counted(
            "desk_review-all-answers",
            form.entries.iter().collect(),
        )];
    }
    let (waiting, mut certain): (Vec<_>, Vec<_>) =
        by_need(form).into_iter().partition(|view| needs_look(view));
    certain.sort_by_key(|view| view.recommendation.number);
    let both = [
        ("desk_review-to-look-at", waiting),
        ("desk_review-certain", certain),
    ];
    both.into_iter()
        .filter(|(_, entries)| !entries.is_empty())
        .map(|(key, entries)| counted(key, entries))
        .collect()
}

impl<'page> Review<'page> {
    fn posted(&self, deed: &str) -> Option<&'page Posted> {
        self.shown.posted.filter(|posted| posted.deed == deed)
    }

    /// What was typed as the correction of a recommendation and refused.
    fn typed(&self, number: &u32) -> Option<&'page Posted> {
        self.posted("correct")
            .filter(|posted| posted.recommendation() == Some(*number))
    }

    fn explained(&self, problem: &StoredProblem) -> Option<&'page Posted> {
        self.posted("explain")
            .filter(|posted| posted.id() == Some(problem.id.0))
    }

    fn refused_at(&self, place: &str) -> Vec<String> {
        let here = self
            .shown
            .refusals
            .iter()
            .filter(|one| one.field.as_deref() == Some(place));
        here.map(|one| self.texts.message(&one.message)).collect()
    }

    fn at_entry(&self, number: &u32) -> Vec<String> {
        match self.shown.posted.is_some_and(Posted::is_about_a_part) {
            true => self.refused_at(&format!("entry-{number}")),
            false => Vec::new(),
        }
    }

    fn said_at(&self, number: &u32) -> Option<&Alert> {
        self.said
            .as_ref()
            .filter(|_| self.shown.asked.next.parse() == Ok(*number))
    }

    fn said_above(&self) -> Option<&Alert> {
        self.said
            .as_ref()
            .filter(|_| self.shown.asked.next.is_empty())
    }

    fn needs_look(&self, view: &EntryView) -> bool {
        needs_look(view)
    }

    fn opens(&self, view: &EntryView) -> bool {
        let error = open_of(view)
            .iter()
            .any(|one| one.problem.level == Level::Error);
        error || self.typed(&view.recommendation.number).is_some()
    }

    fn is_open(&self, problem: &StoredProblem) -> bool {
        self.open.iter().any(|one| one.id == problem.id)
    }

    /// Notices and settled doubts need no space of their own.
    fn shown_problems<'view>(&self, view: &'view EntryView) -> Vec<&'view StoredProblem> {
        let told = |one: &&StoredProblem| {
            one.explanation.is_some() || one.problem.level == Level::Notice || self.is_open(one)
        };
        view.problems.iter().filter(told).collect()
    }

    fn can_explain(&self, problem: &StoredProblem) -> bool {
        self.editable && problem.problem.level == Level::Warning && self.is_open(problem)
    }

    fn level(&self, level: &Level) -> String {
        self.texts.say(match level {
            Level::Error => "common-level-error",
            Level::Warning => "common-level-warning",
            Level::Notice => "common-level-notice",
        })
    }

    fn alert_class(&self, level: &Level) -> &'static str {
        match level {
            Level::Error => "level-error",
            Level::Warning => "level-warning",
            Level::Notice => "level-notice",
        }
    }

    /// Where a problem is dealt with.
    fn place_of(&self, problem: &StoredProblem) -> String {
        match problem.problem.number {
            Some(number) => format!("entry-{number}"),
            None => format!("problem-{}", problem.id.0),
        }
    }

    fn statuses(&self, entry: &Entry) -> Vec<(Status, bool)> {
        let typed = self
            .typed(&entry.number)
            .and_then(|posted| Status::from_key(&posted.status));
        let chosen = typed.unwrap_or(entry.status);
        Status::ALL
            .into_iter()
            .map(|status| (status, status == chosen))
            .collect()
    }

    fn remark_typed(&self, entry: &Entry) -> String {
        self.typed(&entry.number).map_or_else(
            || marked_text::write(&entry.remark),
            |posted| posted.remark.clone(),
        )
    }

    fn rows(&self, entry: &Entry) -> usize {
        let lines = self
            .remark_typed(entry)
            .lines()
            .map(|line| 1 + line.chars().count() / 70)
            .sum::<usize>();
        lines.clamp(3, 14)
    }

    fn reason_typed(&self, entry: &Entry) -> &str {
        self.typed(&entry.number)
            .map_or("", |posted| posted.reason.as_str())
    }

    /// Where in the file an answer was read, in full.
    fn origin(&self, entry: &Entry) -> DefinitionList {
        let file = self
            .form
            .version
            .as_ref()
            .and_then(|version| version.file_name.as_deref());
        let said =
            (!entry.evidence.is_empty()).then(|| Html::text(&self.evidence(&entry.evidence)));
        let text = entry.read_text.trim();
        DefinitionList::default()
            .with_some(self.texts.say("desk_review-file"), file.map(Html::text))
            .with_some(
                self.texts.say("desk_review-place"),
                file.map(|_| Html::text(&self.place(&entry.source))),
            )
            .with_some(
                self.texts.say("desk_review-text-in-file"),
                (!text.is_empty()).then(|| Html::text(&format!("»{text}«"))),
            )
            .with_some(self.texts.say("desk_review-status-read"), said)
            .with(
                self.texts.say("desk_review-certainty"),
                Html::text(&self.certainty(entry)),
            )
    }

    fn place(&self, source: &Source) -> String {
        words::place(source, self.texts).unwrap_or_else(|| self.texts.say("desk_review-no-place"))
    }

    fn certainty(&self, entry: &Entry) -> String {
        let share = self.texts.percent(entry.confidence);
        let key = match (entry.is_confirmed, entry.confidence < DEFAULT_CONFIRM_BELOW) {
            (true, _) => "desk_review-certainty-confirmed",
            (false, true) => "desk_review-certainty-low",
            (false, false) => "desk_review-certainty-high",
        };
        self.texts.say_with(
            key,
            &[
                ("share", share.into()),
                ("who", entry.change.by.as_str().into()),
            ],
        )
    }

    fn evidence(&self, evidence: &[StatusEvidence]) -> String {
        let signs = evidence.iter().map(|sign| match sign {
            StatusEvidence::Word(text) => self.sign("desk_review-evidence-word", text),
            StatusEvidence::Fill => self.texts.say("desk_review-evidence-fill"),
            StatusEvidence::TextColor => self.texts.say("desk_review-evidence-text-color"),
            StatusEvidence::Symbol(text) => self.sign("desk_review-evidence-symbol", text),
            StatusEvidence::MarkedColumn(text) => {
                self.sign("desk_review-evidence-marked-column", text)
            }
            StatusEvidence::Control(text) => self.sign("desk_review-evidence-control", text),
            StatusEvidence::Group(text) => self.sign("desk_review-evidence-group", text),
        });
        signs.collect::<Vec<_>>().join(", ")
    }

    fn sign(&self, key: &str, text: &str) -> String {
        self.texts.say_with(key, &[("text", text.into())])
    }

    fn corrected(&self, one: &Correction) -> String {
        let status = words::mark(one.status_before).word(self.texts);
        let moment = self.texts.moment(one.at);
        let values = [
            ("status", status.into()),
            ("who", one.by.as_str().into()),
            ("when", moment.into()),
            ("reason", one.reason.as_str().into()),
        ];
        match one.reason.is_empty() {
            true => self.texts.say_with("desk_review-was", &values[..3]),
            false => self.texts.say_with("desk_review-was-because", &values),
        }
    }

    fn explanation(&self, explanation: &Explanation) -> String {
        let values = [
            ("text", explanation.text.as_str().into()),
            ("who", explanation.by.as_str().into()),
            ("when", self.texts.moment(explanation.at).into()),
        ];
        self.texts.say_with("desk_review-explained", &values)
    }

    /// The recommendation that a problem is about, before the problem itself.
    fn numbered(&self, problem: &StoredProblem) -> String {
        let words = |number: u32| {
            self.texts
                .say_with("desk_review-number", &[("number", number.into())])
        };
        problem.problem.number.map(words).unwrap_or_default()
    }

    fn with_number(&self, key: &str, number: &u32) -> String {
        self.texts.say_with(key, &[("number", (*number).into())])
    }

    fn before(&self, before: &PreviousAnswer) -> String {
        let values = [
            ("round", before.round_title.as_str().into()),
            ("number", before.number.into()),
        ];
        self.texts.say_with("desk_review-before-in", &values)
    }

    fn row_outcome(&self, row: &Proposal) -> String {
        self.texts.say(match row.outcome {
            ProposalOutcome::Kept => "desk_review-row-kept",
            ProposalOutcome::Placed => "desk_review-row-placed",
            ProposalOutcome::Dismissed => "desk_review-row-dismissed",
        })
    }

    fn is_kept(&self, row: &Proposal) -> bool {
        row.outcome == ProposalOutcome::Kept
    }

    fn may(&self, deed: FormDeed) -> bool {
        self.deeds.contains(&deed)
    }

    fn seen(&self) -> i64 {
        self.form
            .version
            .as_ref()
            .map_or(0, |version| version.change.version)
    }

    fn reason_of_return(&self) -> &str {
        self.posted("return")
            .map_or("", |posted| posted.reason.as_str())
    }

    fn newer(&self) -> Option<u32> {
        let newest = newest(self.form)?.number;
        let shown = self.form.version.as_ref()?.number;
        (newest != shown).then_some(newest)
    }

    fn other_order(&self) -> (String, String) {
        let version = match self.shown.asked.version.as_str() {
            "" => String::new(),
            number => format!("version={}&", super::super::links::segment(number)),
        };
        match self.shown.asked.in_form_order() {
            true => (
                format!("{}?{version}order=urgency", self.address),
                self.texts.say("desk_review-order-urgency"),
            ),
            false => (
                format!("{}?{version}order=form", self.address),
                self.texts.say("desk_review-order-form"),
            ),
        }
    }
}
