//! One municipality's form: entries with their problems and past, versions, events.

use crate::access::{self, Deed};
use crate::records::entries::{self, Correction, Entry, Wish};
use crate::records::files::{self, SourceFile};
use crate::records::forms::{self, FormEvent, FormVersion};
use crate::records::problems::{self, StoredProblem};
use crate::records::proposals::{self, Proposal};
use crate::records::recommendations::{self, Recommendation};
use crate::records::rounds::{self, Participant, Round};
use crate::records::{VersionId, lineage};
use crate::rules::progress_form::FormState;
use ::forms::{RemarkParagraph, Status};
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome, Stop};

/// One municipality's form in a round, at one of its versions.
#[derive(Debug, Clone, PartialEq)]
pub struct FormView {
    /// The round.
    pub round: Round,
    /// Whose form.
    pub participant: Participant,
    /// The version that is shown; None where nothing was received.
    pub version: Option<FormVersion>,
    /// All versions, the newest first.
    pub versions: Vec<FormVersion>,
    /// The titles of the focus areas.
    pub areas: Vec<String>,
    /// One for each recommendation, in order.
    pub entries: Vec<EntryView>,
    /// Problems of the form as a whole.
    pub problems: Vec<StoredProblem>,
    /// Rows that answer no recommendation.
    pub proposals: Vec<Proposal>,
    /// What happened to the form, the newest first.
    pub events: Vec<FormEvent>,
}

/// A recommendation with what was answered now and before.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryView {
    /// The recommendation.
    pub recommendation: Recommendation,
    /// The answer; None where nothing was received.
    pub entry: Option<Entry>,
    /// Its problems, open and settled.
    pub problems: Vec<StoredProblem>,
    /// Its wishes for partners.
    pub wishes: Vec<Wish>,
    /// What stood there before corrections.
    pub corrections: Vec<Correction>,
    /// What was answered in the round before to what this continues.
    pub previous: Vec<PreviousAnswer>,
}

/// An answer of the round before.
#[derive(Debug, Clone, PartialEq)]
pub struct PreviousAnswer {
    /// That round's key.
    pub round_key: String,
    /// That round's title.
    pub round_title: String,
    /// The number there.
    pub number: u32,
    /// The status there.
    pub status: Status,
    /// The remark there.
    pub remark: Vec<RemarkParagraph>,
}

/// A municipality's form; the newest version that is not withdrawn where none is named.
pub async fn form(
    tx: &mut Tx,
    actor: &Actor,
    round: &str,
    code: &MunicipalityCode,
    number: Option<u32>,
) -> Outcome<FormView> {
    let round = rounds::named(tx, round).await?;
    access::may(actor, Deed::ReadForm, (&round, code))?;
    let participant = rounds::participant(tx, round.id, code)
        .await?
        .ok_or(Stop::NotFound)?;
    let versions = forms::of_participant(tx, participant.id).await?;
    let version = chosen(&versions, number)?;
    let previous = previous_answers(tx, &round, code).await?;
    let parts = Parts::of(tx, version.as_ref().map(|version| version.id)).await?;
    let recommendations = recommendations::of_set(tx, round.set).await?;
    Ok(FormView {
        areas: recommendations::areas(tx, round.set).await?,
        events: forms::events(tx, participant.id).await?,
        entries: recommendations
            .into_iter()
            .map(|recommendation| parts.view(recommendation, &previous))
            .collect(),
        problems: parts
            .problems
            .iter()
            .filter(|one| one.problem.number.is_none())
            .cloned()
            .collect(),
        proposals: parts.proposals,
        round,
        participant,
        version,
        versions,
    })
}

fn chosen(versions: &[FormVersion], number: Option<u32>) -> Outcome<Option<FormVersion>> {
    match number {
        Some(number) => {
            let found = versions.iter().find(|one| one.number == number);
            Ok(Some(found.cloned().ok_or(Stop::NotFound)?))
        }
        None => Ok(versions
            .iter()
            .find(|one| one.state != FormState::Withdrawn)
            .cloned()),
    }
}

#[derive(Default)]
struct Parts {
    entries: Vec<Entry>,
    problems: Vec<StoredProblem>,
    proposals: Vec<Proposal>,
    wishes: Vec<Wish>,
    corrections: Vec<Correction>,
}

impl Parts {
    async fn of(tx: &mut Tx, version: Option<VersionId>) -> Outcome<Self> {
        let Some(id) = version else {
            return Ok(Self::default());
        };
        Ok(Self {
            entries: entries::of_version(tx, id).await?,
            problems: problems::of_version(tx, id).await?,
            proposals: proposals::of_version(tx, id).await?,
            wishes: entries::wishes(tx, id).await?,
            corrections: entries::corrections(tx, id).await?,
        })
    }

    fn view(&self, recommendation: Recommendation, before: &[(u32, PreviousAnswer)]) -> EntryView {
        let number = recommendation.number;
        let entry = self.entries.iter().find(|entry| entry.number == number);
        let id = entry.map(|entry| entry.id);
        let problems = self
            .problems
            .iter()
            .filter(|one| one.problem.number == Some(number));
        let previous = before.iter().filter(|(continues, _)| *continues == number);
        EntryView {
            problems: problems.cloned().collect(),
            wishes: self
                .wishes
                .iter()
                .filter(|one| Some(one.entry) == id)
                .cloned()
                .collect(),
            corrections: self
                .corrections
                .iter()
                .filter(|one| Some(one.entry) == id)
                .cloned()
                .collect(),
            previous: previous.map(|(_, answer)| answer.clone()).collect(),
            entry: entry.cloned(),
            recommendation,
        }
    }
}

/// The answers of the round before, with the number here that each belongs to.
pub(super) async fn previous_answers(
    tx: &mut Tx,
    round: &Round,
    code: &MunicipalityCode,
) -> Outcome<Vec<(u32, PreviousAnswer)>> {
    let Some(earlier) = rounds::before(tx, round).await? else {
        return Ok(Vec::new());
    };
    let answers = entries::counting_for(tx, earlier.id, code).await?;
    let continued = lineage::continued(tx, round.set, earlier.set).await?;
    let previous = continued.iter().filter_map(|row| {
        let entry = answers.iter().find(|entry| entry.number == row.before)?;
        let answer = PreviousAnswer {
            round_key: earlier.key.clone(),
            round_title: earlier.settings.title.clone(),
            number: row.before,
            status: entry.status,
            remark: entry.remark.clone(),
        };
        Some((row.number, answer))
    });
    Ok(previous.collect())
}

/// What differs in one entry between two versions.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryDifference {
    /// The recommendation's number.
    pub number: u32,
    /// The status in the earlier and the later one.
    pub status: (Status, Status),
    /// The remark in the earlier and the later one.
    pub remark: (Vec<RemarkParagraph>, Vec<RemarkParagraph>),
}

/// What differs between two versions of a municipality's form.
pub async fn compare_versions(
    tx: &mut Tx,
    actor: &Actor,
    round: &str,
    code: &MunicipalityCode,
    (earlier, later): (u32, u32),
) -> Outcome<Vec<EntryDifference>> {
    let round = rounds::named(tx, round).await?;
    access::may(actor, Deed::ReadForm, (&round, code))?;
    let participant = rounds::participant(tx, round.id, code)
        .await?
        .ok_or(Stop::NotFound)?;
    let versions = forms::of_participant(tx, participant.id).await?;
    let id = |number| {
        let found = versions.iter().find(|one| one.number == number);
        found.map(|one| one.id).ok_or(Stop::NotFound)
    };
    let before = entries::of_version(tx, id(earlier)?).await?;
    let after = entries::of_version(tx, id(later)?).await?;
    let pairs = before.into_iter().zip(after);
    Ok(pairs
        .filter(|(one, other)| (one.status, &one.remark) != (other.status, &other.remark))
        .map(|(one, other)| EntryDifference {
            number: one.number,
            status: (one.status, other.status),
            remark: (one.remark, other.remark),
        })
        .collect())
}

/// The file that a version was read from, byte by byte.
pub async fn source_file(tx: &mut Tx, actor: &Actor, version: VersionId) -> Outcome<SourceFile> {
    let found = forms::get(tx, version).await?;
    access::may(actor, Deed::OpenSourceFile, &found)?;
    files::of_version(tx, version).await?.ok_or(Stop::NotFound)
}
