//! Lists: programmes, sets, rounds, and the forms of a round.

use super::review::open_problems;
use crate::access::{self, Deed, allows};
use crate::records::entries;
use crate::records::forms::{self as form_records, FormVersion};
use crate::records::lineage::Lineage;
use crate::records::problems;
use crate::records::programmes::Programme;
use crate::records::recommendations::{self, Recommendation, RecommendationSet};
use crate::records::releases::{self, Release};
use crate::records::rounds::{self as round_records, Round};
use crate::records::{self, RoundId, VersionId};
use crate::rules::progress_form::FormState;
use ::forms::Template;
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx};
use kernel::{Actor, Fault, MunicipalityCode, Outcome, Stop};
use std::collections::HashMap;

/// Whether nothing has been set up yet.
pub async fn is_empty(tx: &mut Tx) -> Result<bool, Fault> {
    Ok(records::programmes::all(tx).await?.is_empty())
}

/// Every programme.
pub async fn programmes(tx: &mut Tx) -> Result<Vec<Programme>, Fault> {
    records::programmes::all(tx).await
}

/// A recommendation set with its areas and recommendations.
#[derive(Debug, Clone, PartialEq)]
pub struct SetView {
    /// The set.
    pub set: RecommendationSet,
    /// The titles of its focus areas.
    pub areas: Vec<String>,
    /// Its recommendations.
    pub recommendations: Vec<Recommendation>,
}

/// A programme's sets, the oldest first. What is recommended is public.
pub async fn recommendation_sets(tx: &mut Tx, programme: &str) -> Outcome<Vec<SetView>> {
    let programme = records::programmes::named(tx, programme).await?;
    let mut views = Vec::new();
    for set in recommendations::sets(tx, programme.id).await? {
        views.push(SetView {
            areas: recommendations::areas(tx, set.id).await?,
            recommendations: recommendations::of_set(tx, set.id).await?,
            set,
        });
    }
    Ok(views)
}

/// A programme's lineage.
pub async fn lineage(tx: &mut Tx, programme: &str) -> Outcome<Vec<Lineage>> {
    let programme = records::programmes::named(tx, programme).await?;
    Ok(records::lineage::of_programme(tx, programme.id).await?)
}

/// The blank form of a round, for readers of its forms.
pub async fn template(tx: &mut Tx, actor: &Actor, round_key: &str) -> Outcome<Template> {
    let round = round(tx, actor, round_key).await?;
    recommendations::template(tx, round.set).await
}

/// One round; those who are asked see it while it is open, a stranger once something of it is
/// released.
pub async fn round(tx: &mut Tx, actor: &Actor, key: &str) -> Outcome<Round> {
    let round = round_records::named(tx, key).await?;
    if allows(actor, Deed::ReadUnreleased, &round)
        || is_asked(tx, actor, &round).await?
        || !releases::of_round(tx, round.id).await?.is_empty()
    {
        return Ok(round);
    }
    Err(Stop::NotFound)
}

/// Whether the actor works for a municipality that is asked in a round.
async fn is_asked(tx: &mut Tx, actor: &Actor, round: &Round) -> Outcome<bool> {
    if !access::is_of_a_municipality(actor) {
        return Ok(false);
    }
    let asked = round_records::participants(tx, round.id).await?;
    let mut codes = asked.iter().map(|one| &one.code);
    Ok(codes.any(|code| allows(actor, Deed::ReadForm, (round, code))))
}

/// A round in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundListing {
    /// The round.
    pub round: Round,
    /// Its programme.
    pub programme: Programme,
    /// How many are asked.
    pub participants: u32,
    /// How many have a version that is not withdrawn.
    pub received: u32,
    /// How many have a version that counts.
    pub accepted: u32,
    /// The newest release.
    pub release: Option<Release>,
}

struct Counts {
    round: RoundId,
    participants: u32,
    received: u32,
    accepted: u32,
}

impl FromRow for Counts {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            round: RoundId(row.get("round_id")?),
            participants: row.count("participants")?,
            received: row.count("received")?,
            accepted: row.count("accepted")?,
        })
    }
}

/// The rounds that the actor may see, the newest first.
pub async fn rounds(tx: &mut Tx, actor: &Actor) -> Outcome<Vec<RoundListing>> {
    let programmes = records::programmes::all(tx).await?;
    let releases = releases::all(tx).await?;
    let counts = counts(tx).await?;
    let rounds = round_records::all(tx).await?;
    let listed = rounds.into_iter().filter_map(|round| {
        let programme = programmes
            .iter()
            .find(|one| one.id == round.programme)?
            .clone();
        let count = counts.get(&round.id);
        let release = releases.iter().find(|one| one.round == round.id).cloned();
        Some(RoundListing {
            participants: count.map_or(0, |count| count.participants),
            received: count.map_or(0, |count| count.received),
            accepted: count.map_or(0, |count| count.accepted),
            programme,
            release,
            round,
        })
    });
    Ok(listed
        .filter(|one| one.release.is_some() || allows(actor, Deed::ReadUnreleased, &one.round))
        .collect())
}

/// A release of some round, for those who follow all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseListing {
    /// The round's key.
    pub round_key: String,
    /// Its title.
    pub round_title: String,
    /// Its programme.
    pub programme: Programme,
    /// The release.
    pub release: Release,
}

/// Every release, the newest first: they are public.
pub async fn all_releases(tx: &mut Tx) -> Result<Vec<ReleaseListing>, Fault> {
    let programmes = records::programmes::all(tx).await?;
    let rounds = round_records::all(tx).await?;
    let listed = releases::all(tx).await?.into_iter().filter_map(|release| {
        let round = rounds.iter().find(|one| one.id == release.round)?;
        let programme = programmes.iter().find(|one| one.id == round.programme)?;
        Some(ReleaseListing {
            round_key: round.key.clone(),
            round_title: round.settings.title.clone(),
            programme: programme.clone(),
            release,
        })
    });
    let mut listed: Vec<_> = listed.collect();
    listed.sort_by_key(|one| std::cmp::Reverse((one.release.released_at, one.release.id)));
    Ok(listed)
}

async fn counts(tx: &mut Tx) -> Result<HashMap<RoundId, Counts>, Fault> {
    let counts: Vec<Counts> = tx
        .all(
            "SELECT p.round_id, count(*) AS participants,
                    CAST(sum(CASE WHEN EXISTS (SELECT 1 FROM form_versions v
                        WHERE v.participant_id = p.id AND v.state <> 'withdrawn')
                        THEN 1 ELSE 0 END) AS BIGINT) AS received,
                    CAST(sum(CASE WHEN EXISTS (SELECT 1 FROM form_versions v
                        WHERE v.participant_id = p.id AND v.is_counting)
                        THEN 1 ELSE 0 END) AS BIGINT) AS accepted
             FROM participants p GROUP BY p.round_id",
            [],
        )
        .await?;
    Ok(counts
        .into_iter()
        .map(|count| (count.round, count))
        .collect())
}

/// How far one participant is.
#[derive(Debug, Clone, PartialEq)]
pub struct FormListing {
    /// The municipality.
    pub code: MunicipalityCode,
    /// Its name.
    pub name: String,
    /// Where its form stands.
    pub state: FormState,
    /// The newest version that is not withdrawn.
    pub version: Option<FormVersion>,
    /// The number of the version that counts.
    pub counting: Option<u32>,
    /// How many problems wait for somebody.
    pub open_problems: usize,
    /// When the newest version came.
    pub received_at: Option<DateTime<Utc>>,
}

/// The forms of a round, one for each participant, in Danish order.
pub async fn forms(tx: &mut Tx, actor: &Actor, round: &str) -> Outcome<Vec<FormListing>> {
    let round = round_records::named(tx, round).await?;
    access::may(actor, Deed::ReadUnreleased, &round)?;
    let versions = form_records::of_round(tx, round.id).await?;
    let problems = problems::of_round(tx, round.id).await?;
    let entries = entries::newest_of_round(tx, round.id).await?;
    let waiting = |id: VersionId| {
        let own: Vec<_> = problems
            .iter()
            .filter(|one| one.form_version == id)
            .cloned()
            .collect();
        let answers: Vec<_> = entries
            .iter()
            .filter(|one| one.form_version == id)
            .cloned()
            .collect();
        open_problems(&own, &answers).len()
    };
    let mut listed: Vec<FormListing> = round_records::participants(tx, round.id)
        .await?
        .into_iter()
        .map(|one| {
            let own = || {
                versions
                    .iter()
                    .filter(|version| version.participant == one.id)
            };
            let newest = own()
                .find(|version| version.state != FormState::Withdrawn)
                .cloned();
            FormListing {
                state: newest
                    .as_ref()
                    .map_or(FormState::NotStarted, |newest| newest.state),
                counting: own()
                    .find(|version| version.is_counting)
                    .map(|one| one.number),
                open_problems: newest.as_ref().map_or(0, |newest| waiting(newest.id)),
                received_at: newest.as_ref().map(|newest| newest.begun_at),
                version: newest,
                code: one.code,
                name: one.name,
            }
        })
        .collect();
    listed.sort_by(|left, right| people::danish_order(&left.name, &right.name));
    Ok(listed)
}
