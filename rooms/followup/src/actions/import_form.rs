use super::approve_form::needs_approval;
use super::handing_in::hand_in;
use super::journal_entry;
use super::recheck::make_only_this_findable;
use crate::access::{self, Deed};
use crate::intake::Received;
use crate::records::forms::{self, FormVersion, Holder};
use crate::records::rounds::{self, Participant, Round};
use crate::records::{VersionId, entries, files, problems, proposals, recommendations};
use crate::rules::deadline::refuse_if_closed;
use crate::rules::progress_form::{FormDeed, FormState};
use crate::rules::review::Origin;
use crate::summary::previous_statuses;
use ::forms::checks::problems_of;
use ::forms::{DEFAULT_CONFIRM_BELOW, EntryReading, FormReading, Level, Problem, Source};
use database::Tx;
use kernel::{Actor, Message, MunicipalityCode, Outcome, Refusal, Role, Stop};
use people::journal;

/// A form that was received and read.
#[derive(Debug, Clone)]
pub struct ReceivedForm {
    /// Whose it is, where a person has said so; else what the file says.
    pub municipality: Option<MunicipalityCode>,
    /// The file; none where the answers were pasted or typed.
    pub file: Option<ReceivedFile>,
    /// What was read.
    pub reading: FormReading,
    /// What it was sent in for.
    pub purpose: Purpose,
}

/// A file as it was received.
#[derive(Debug, Clone)]
pub struct ReceivedFile {
    /// The name under which it was sent.
    pub name: String,
    /// `docx`, `pdf` …
    pub format: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl From<Received> for ReceivedFile {
    fn from(file: Received) -> Self {
        let name = file.file_name().to_owned();
        let format = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        Self {
            format: format.to_lowercase(),
            name,
            bytes: file.bytes,
        }
    }
}

/// What becomes of a form with problems of level error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// It is refused with every one of them, and nothing is stored.
    Submit,
    /// It is kept as a draft, for a person to correct and submit.
    Review,
}

/// What was stored.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedForm {
    /// Whose form it is.
    pub code: MunicipalityCode,
    /// The municipality's name.
    pub name: String,
    /// The version in the database.
    pub version_id: VersionId,
    /// From 1.
    pub version_number: u32,
    /// Submitted, or in progress where errors wait for a person.
    pub state: FormState,
    /// Everything that a person should know.
    pub problems: Vec<Problem>,
}

/// Stores a received form as a new version with its problems, after the same checks as on every
/// way in.
pub async fn import_form(
    tx: &mut Tx,
    actor: &Actor,
    round: &str,
    received: ReceivedForm,
) -> Outcome<ImportedForm> {
    let round = rounds::named(tx, round).await?;
    let participant = whose(tx, actor, &round, &received).await?;
    refuse_if_closed(tx.today(), round.settings.closes_on)?;
    refuse_if_received(tx, &participant, received.file.as_ref()).await?;
    let (read, checked) = found_problems(tx, &round, &participant, &received).await?;
    let errors = errors_among(&read, &checked);
    if received.purpose == Purpose::Submit && !errors.is_empty() {
        return Err(Stop::Refused(errors));
    }
    let own = access::allows(actor, Deed::ReviewEntry, (&round, &participant.code));
    let holder = if own {
        Holder::Secretariat
    } else {
        Holder::Municipality
    };
    let version = begin(tx, actor, &participant, (received.file.as_ref(), holder)).await?;
    store_entries(tx, actor, &round, &version, &received.reading).await?;
    problems::insert_all(tx, version.id, Origin::Reading, &read).await?;
    problems::insert_all(tx, version.id, Origin::Check, &checked).await?;
    let holder = version.holder;
    let alone = holder == Holder::Secretariat || !needs_approval(tx, &version.code).await?;
    let version = match errors.is_empty() && alone {
        true => submit(tx, actor, &round, &version).await?,
        false => version,
    };
    if version.waits_for_the_secretariat() {
        make_only_this_findable(tx, &version).await?;
    }
    let subject = format!("{}/{} v{}", round.key, version.code, version.number);
    let entry = journal_entry("import_form", subject)
        .with("file", version.file_name.clone())
        .with("sha256", version.file_sha256.clone());
    journal::enter(tx, actor, entry).await?;
    Ok(imported(version, read, checked))
}

fn imported(version: FormVersion, read: Vec<Problem>, checked: Vec<Problem>) -> ImportedForm {
    ImportedForm {
        code: version.code,
        name: version.name,
        version_id: version.id,
        version_number: version.number,
        state: version.state,
        problems: read.into_iter().chain(checked).collect(),
    }
}

/// The participant that a person named, or that the file names.
async fn whose(
    tx: &mut Tx,
    actor: &Actor,
    round: &Round,
    received: &ReceivedForm,
) -> Outcome<Participant> {
    let read = received
        .reading
        .municipality
        .as_ref()
        .map(|read| &read.code);
    let Some(code) = received.municipality.as_ref().or(read) else {
        if !actor.is(Role::Coordinator) {
            access::may(actor, Deed::ImportForm, round)?;
        }
        let unknown = Refusal::new("followup-refusal-municipality-unknown");
        return Err(unknown.at("municipality").into());
    };
    // Who is asked in a round is told only to those who may hand in for the municipality.
    access::may(actor, Deed::ImportForm, (round, code))?;
    let found = rounds::participant(tx, round.id, code).await?;
    let not_asked = || {
        let refusal = Refusal::new("followup-refusal-not-asked").at("municipality");
        refusal
            .with("municipality", name_of(code))
            .with("round", round.key.as_str())
    };
    Ok(found.ok_or_else(not_asked)?)
}

fn name_of(code: &MunicipalityCode) -> String {
    let known = people::register().municipality(code);
    known.map_or_else(|| code.to_string(), |known| known.name.clone())
}

/// The same file twice is a slip, unless the version that it made was returned or withdrawn.
async fn refuse_if_received(
    tx: &mut Tx,
    participant: &Participant,
    file: Option<&ReceivedFile>,
) -> Outcome<()> {
    let Some(file) = file else { return Ok(()) };
    let hash = files::sha256(&file.bytes);
    let versions = forms::of_participant(tx, participant.id).await?;
    let newest = versions
        .iter()
        .find(|one| one.state != FormState::Withdrawn);
    let is_same = |one: &&FormVersion| {
        one.file_sha256.as_ref() == Some(&hash) && one.state != FormState::Returned
    };
    match newest.filter(is_same) {
        Some(same) => Err(Refusal::new("followup-refusal-same-file")
            .with("municipality", participant.name.as_str())
            .with("number", same.number)
            .into()),
        None => Ok(()),
    }
}

/// What the reader said, and what the checks say beyond it.
async fn found_problems(
    tx: &mut Tx,
    round: &Round,
    participant: &Participant,
    received: &ReceivedForm,
) -> Outcome<(Vec<Problem>, Vec<Problem>)> {
    let template = recommendations::template(tx, round.set).await?;
    let previous = previous_statuses(tx, round, &participant.code).await?;
    let reading = &received.reading;
    let mut read = problems_of(reading, &template, &previous, &[], DEFAULT_CONFIRM_BELOW);
    let checked = read.split_off(reading.problems.len().min(read.len()));
    read.extend(other_municipality(participant, received));
    Ok((read, checked))
}

/// The file names another municipality than the person who sent it in.
fn other_municipality(participant: &Participant, received: &ReceivedForm) -> Option<Problem> {
    let read = received.reading.municipality.as_ref()?;
    (read.code != participant.code).then(|| Problem {
        level: Level::Warning,
        message: Message::new("followup-problem-other-municipality")
            .with("read", read.name.as_str())
            .with("chosen", participant.name.as_str()),
        number: None,
        source: Source::default(),
    })
}

fn errors_among(read: &[Problem], checked: &[Problem]) -> Vec<Refusal> {
    let errors = read
        .iter()
        .chain(checked)
        .filter(|problem| problem.level == Level::Error);
    errors
        .map(|problem| Refusal {
            message: problem.message.clone(),
            field: problem.number.map(|number| format!("entry-{number}")),
        })
        .collect()
}

async fn begin(
    tx: &mut Tx,
    actor: &Actor,
    participant: &Participant,
    (file, holder): (Option<&ReceivedFile>, Holder),
) -> Outcome<FormVersion> {
    let file = match file {
        Some(file) => {
            let id = files::keep(tx, &file.format, &file.bytes).await?;
            Some((id, file.name.as_str()))
        }
        None => None,
    };
    let id = forms::insert(tx, participant.id, file, holder, &actor.name).await?;
    let step = (FormState::NotStarted, FormState::InProgress);
    forms::record_event(tx, id, FormDeed::Begin, step, "", &actor.name).await?;
    forms::get(tx, id).await
}

/// Exactly one entry for each recommendation; what the form leaves out is `not_reported`.
pub(super) async fn store_entries(
    tx: &mut Tx,
    actor: &Actor,
    round: &Round,
    version: &FormVersion,
    reading: &FormReading,
) -> Outcome<()> {
    for recommendation in recommendations::of_set(tx, round.set).await? {
        let number = recommendation.number;
        let read = reading.entries.iter().find(|entry| entry.number == number);
        let silent = silence(number);
        let entry = read.unwrap_or(&silent);
        entries::insert(tx, version.id, recommendation.id, entry, &actor.name).await?;
    }
    Ok(proposals::insert_all(tx, version.id, &reading.unmatched).await?)
}

fn silence(number: u32) -> EntryReading {
    EntryReading {
        number,
        status: ::forms::Status::NotReported,
        evidence: Vec::new(),
        remark: Vec::new(),
        read_text: String::new(),
        confidence: 1.0,
        source: Source::default(),
    }
}

async fn submit(
    tx: &mut Tx,
    actor: &Actor,
    round: &Round,
    version: &FormVersion,
) -> Outcome<FormVersion> {
    forms::move_to(tx, version, FormState::Submitted, &actor.name).await?;
    let step = (FormState::InProgress, FormState::Submitted);
    forms::record_event(tx, version.id, FormDeed::Submit, step, "", &actor.name).await?;
    hand_in(tx, actor, round, version).await
}
