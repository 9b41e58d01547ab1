//! The aggregate report of a round: frozen, or counted now.

use crate::access::{self, Deed};
use crate::records::decisions::{self, Decision};
use crate::records::entries::{self, Entry, Wish};
use crate::records::forms::{self, FormVersion};
use crate::records::problems::{self, StoredProblem};
use crate::records::proposals::{self, Proposal};
use crate::records::releases::{self, Release, Snapshot};
use crate::records::rounds::{self, Round};
use crate::records::{lineage, programmes, recommendations};
use crate::rules::aggregate::{AcceptedForm, AggregateInput, Answer, Participant, aggregate};
use crate::rules::aggregate_report::*;
use crate::rules::progress_form::FormState;
use database::Tx;
use kernel::{Actor, Fault, Outcome, Stop};

/// A report and the release that it is, if it is one.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownReport {
    /// The report.
    pub report: AggregateReport,
    /// None: counted now from what is accepted.
    pub release: Option<Release>,
}

/// Which report of a round is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The newest release; where there is none, what is accepted now.
    Newest,
    /// What is accepted now, for those who may see it.
    Live,
    /// One release by its number.
    Release(u32),
}

/// A round's report. A stranger is never shown one that is not released.
pub async fn report(tx: &mut Tx, actor: &Actor, round: &str, which: Which) -> Outcome<ShownReport> {
    let round = rounds::named(tx, round).await?;
    let released = match which {
        Which::Newest => releases::snapshot(tx, round.id, None).await?,
        Which::Release(number) => {
            let found = releases::snapshot(tx, round.id, Some(number)).await?;
            Some(found.ok_or(Stop::NotFound)?)
        }
        Which::Live => None,
    };
    if let Some(snapshot) = released {
        return Ok(shown(snapshot)?);
    }
    access::may(actor, Deed::ReadUnreleased, &round)?;
    Ok(ShownReport {
        report: aggregated(tx, &round, None).await?,
        release: None,
    })
}

fn shown(snapshot: Snapshot) -> Result<ShownReport, Fault> {
    Ok(ShownReport {
        report: snapshot.report()?,
        release: Some(snapshot.release),
    })
}

/// The newest release of the newest round that has one: the front page.
pub async fn newest_released(tx: &mut Tx) -> Outcome<Option<ShownReport>> {
    let released = releases::all(tx).await?;
    for round in rounds::all(tx).await? {
        if released.iter().any(|release| release.round == round.id) {
            let snapshot = releases::snapshot(tx, round.id, None).await?;
            return Ok(snapshot.map(shown).transpose()?);
        }
    }
    Ok(None)
}

/// The frozen bytes of a release: the same ones every time. The newest where no number is given.
pub async fn snapshot(tx: &mut Tx, round: &str, number: Option<u32>) -> Outcome<Snapshot> {
    let round = rounds::named(tx, round).await?;
    let found = releases::snapshot(tx, round.id, number).await?;
    found.ok_or(Stop::NotFound)
}

/// Counts a round's report from what is accepted. The round before is taken as it was released,
/// or counted where it was not.
pub async fn aggregated(
    tx: &mut Tx,
    round: &Round,
    release: Option<ReleaseFacts>,
) -> Outcome<AggregateReport> {
    let before = match rounds::before(tx, round).await? {
        Some(earlier) => Some((report_before(tx, &earlier).await?, earlier)),
        None => None,
    };
    let (before, earlier) = before.unzip();
    let mut input = gathered(tx, round, earlier.as_ref()).await?;
    input.release = release;
    input.before = before;
    Ok(aggregate(input, people::danish_order))
}

async fn report_before(tx: &mut Tx, earlier: &Round) -> Outcome<AggregateReport> {
    if let Some(snapshot) = releases::snapshot(tx, earlier.id, None).await? {
        return Ok(snapshot.report()?);
    }
    let input = gathered(tx, earlier, None).await?;
    Ok(aggregate(input, people::danish_order))
}

async fn gathered(tx: &mut Tx, round: &Round, earlier: Option<&Round>) -> Outcome<AggregateInput> {
    let programme = programmes::get(tx, round.programme).await?;
    Ok(AggregateInput {
        programme: ProgrammeFacts {
            key: programme.key,
            title: programme.title,
            recipient: programme.recipient,
            fictional: programme.fictional,
        },
        round: round_facts(tx, round).await?,
        release: None,
        areas: recommendations::areas(tx, round.set)
            .await?
            .into_iter()
            .map(|title| AreaFacts { title })
            .collect(),
        recommendations: recommendation_facts(tx, round, earlier).await?,
        participants: participants(tx, round).await?,
        before: None,
        decisions: decisions::of_set(tx, round.set)
            .await?
            .into_iter()
            .map(decision_facts)
            .collect(),
    })
}

async fn round_facts(tx: &mut Tx, round: &Round) -> Outcome<RoundFacts> {
    let set = recommendations::set(tx, round.set).await?;
    let settings = round.settings.clone();
    Ok(RoundFacts {
        key: round.key.clone(),
        title: settings.title,
        introduction: settings.introduction,
        due_on: settings.due_on,
        set_period: (set.from, set.to),
        meanings: settings.meanings,
        sections: settings.sections,
        logo: settings.logo,
    })
}

async fn recommendation_facts(
    tx: &mut Tx,
    round: &Round,
    earlier: Option<&Round>,
) -> Outcome<Vec<RecommendationFacts>> {
    let continued = match earlier {
        Some(earlier) => lineage::continued(tx, round.set, earlier.set).await?,
        None => Vec::new(),
    };
    let before = |number: u32| {
        let rows = continued.iter().filter(|row| row.number == number);
        rows.map(|row| row.before).collect()
    };
    let recommendations = recommendations::of_set(tx, round.set).await?;
    Ok(recommendations
        .into_iter()
        .map(|one| RecommendationFacts {
            number: one.number,
            area: one.area,
            obligation: one.obligation,
            text: one.text,
            short_title: one.short_title,
            predecessors: before(one.number),
        })
        .collect())
}

fn decision_facts(decision: Decision) -> DecisionFacts {
    DecisionFacts {
        code: decision.code,
        numbers: decision.numbers,
        body: decision.body,
        decided_on: decision.decided_on,
        text: decision.text,
    }
}

/// What the counting versions of a round hold, by version.
struct Answers {
    entries: Vec<Entry>,
    wishes: Vec<Wish>,
    problems: Vec<StoredProblem>,
    proposals: Vec<Proposal>,
}

async fn participants(tx: &mut Tx, round: &Round) -> Outcome<Vec<Participant>> {
    let versions = forms::of_round(tx, round.id).await?;
    let answers = Answers {
        entries: entries::counting(tx, round.id).await?,
        wishes: entries::counting_wishes(tx, round.id).await?,
        problems: problems::of_round(tx, round.id).await?,
        proposals: proposals::counting(tx, round.id).await?,
    };
    let asked = rounds::participants(tx, round.id).await?;
    Ok(asked
        .into_iter()
        .map(|one| {
            let mut own = versions
                .iter()
                .filter(|version| version.participant == one.id);
            let counting = own.clone().find(|version| version.is_counting);
            Participant {
                code: one.code,
                name: one.name,
                answer: match counting {
                    Some(version) => Answer::Accepted(answers.of(version)),
                    None => Answer::Absent(absence(
                        own.find(|version| version.state != FormState::Withdrawn),
                    )),
                },
            }
        })
        .collect())
}

fn absence(newest: Option<&FormVersion>) -> Absence {
    match newest.map(|version| version.state) {
        Some(FormState::InProgress | FormState::AwaitingApproval) => Absence::InProgress,
        Some(FormState::Submitted | FormState::Accepted) => Absence::AwaitsAcceptance,
        Some(FormState::Returned) => Absence::Returned,
        Some(FormState::NotStarted | FormState::Withdrawn) | None => Absence::NothingReceived,
    }
}

impl Answers {
    fn of(&self, version: &FormVersion) -> AcceptedForm {
        let entries = self
            .entries
            .iter()
            .filter(|entry| entry.form_version == version.id);
        let wishes = entries.clone().flat_map(|entry| {
            let own = self.wishes.iter().filter(|wish| wish.entry == entry.id);
            own.map(|wish| (entry.number, wish.kind, wish.text.clone()))
        });
        let proposals = self
            .proposals
            .iter()
            .filter(|one| one.form_version == version.id);
        AcceptedForm {
            facts: form_facts(version),
            wishes: wishes.collect(),
            entries: entries
                .map(|entry| (entry.number, self.facts(version, entry)))
                .collect(),
            proposals: proposals
                .map(|one| (one.row.text.clone(), one.row.remark.clone()))
                .collect(),
        }
    }

    fn facts(&self, version: &FormVersion, entry: &Entry) -> EntryFacts {
        let explained = self
            .problems
            .iter()
            .filter(|one| one.form_version == version.id)
            .filter(|one| one.problem.number == Some(entry.number))
            .filter_map(|one| one.explanation.as_ref());
        let mut explanations: Vec<&str> = explained.map(|one| one.text.as_str()).collect();
        explanations.dedup();
        EntryFacts {
            status: entry.status,
            remark: entry.remark.clone(),
            source: version.file_name.is_some().then(|| entry.source.clone()),
            explanation: (!explanations.is_empty()).then(|| explanations.join("\n")),
        }
    }
}

fn form_facts(version: &FormVersion) -> FormFacts {
    let file = version.file_name.clone().zip(version.file_sha256.clone());
    FormFacts {
        version: version.number,
        submitted_at: version.submitted_at.unwrap_or(version.begun_at),
        late: version.is_late,
        file: file.map(|(name, sha256)| FileFacts { name, sha256 }),
    }
}
