//! The aggregate report: everything that the report, the public pages and the open data of one
//! round show, as one plain value. Frozen at release, it is the release.
//!
//! Aggregation counts; it never averages. `NotReported` is never counted as red, and only
//! accepted forms count.

use chrono::{DateTime, NaiveDate, Utc};
use forms::{Obligation, RemarkParagraph, Source, Status};
use kernel::MunicipalityCode;
use serde::{Deserialize, Serialize};

/// One round of one programme, aggregated.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AggregateReport {
    /// The shape of this value; raised when a field changes its meaning.
    pub version: u32,
    /// The programme's key and title.
    pub programme: ProgrammeFacts,
    /// The round.
    pub round: RoundFacts,
    /// The release, once it is one.
    pub release: Option<ReleaseFacts>,
    /// Focus areas in order.
    pub areas: Vec<AreaFacts>,
    /// Recommendations in the set's order.
    pub recommendations: Vec<RecommendationFacts>,
    /// Everyone who was asked, in Danish order of names.
    pub participants: Vec<ParticipantFacts>,
    /// One row for each participant, in the same order: one cell for each recommendation.
    pub matrix: Vec<Vec<EntryFacts>>,
    /// One for each recommendation.
    pub counts: Vec<StatusCounts>,
    /// The round before, if there is one: what got better and worse since.
    pub changes: Option<Changes>,
    /// Possible pairs: who seeks partners and who offers places or experience.
    pub partner_wishes: Vec<PartnerWish>,
    /// What the councils have decided on the recommendations, as far as it is registered.
    pub decisions: Vec<DecisionFacts>,
    /// Recommendations that municipalities propose.
    pub proposals: Vec<ProposalFacts>,
}

/// The programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeFacts {
    /// The key used in addresses and on the command line.
    pub key: String,
    /// The title.
    pub title: String,
    /// The body that the report goes to, for example a contact council.
    pub recipient: String,
    /// Whether all answers are invented; every page and export then says so.
    pub fictional: bool,
}

/// The round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundFacts {
    /// The key used in addresses and on the command line.
    pub key: String,
    /// The report's title.
    pub title: String,
    /// The introduction's paragraphs.
    pub introduction: Vec<String>,
    /// The day by which answers were due.
    pub due_on: Option<NaiveDate>,
    /// The period of the recommendations.
    pub set_period: (NaiveDate, NaiveDate),
    /// What each status means in this round, in the round's own words.
    pub meanings: Vec<(Status, String)>,
    /// The report's sections in order.
    pub sections: Vec<Section>,
    /// A logo for the title page: PNG or SVG.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
}

/// A picture of the round's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// `image/png` or `image/svg+xml`.
    pub media_type: String,
    /// The file, base64.
    pub base64: String,
    /// What it shows, for those who cannot see it.
    pub alternative_text: String,
}

/// A section of the report that a round may leave out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// How many answered, the picture, what changed, where `must` is red.
    Summary,
    /// Municipality × recommendation.
    Matrix,
    /// Each recommendation with its distribution and remarks.
    Recommendations,
    /// Partner wishes.
    PartnerWishes,
    /// Decisions so far.
    Decisions,
    /// Proposals for new recommendations.
    Proposals,
    /// Who has not answered.
    Missing,
    /// Method and definitions.
    Method,
}

impl Section {
    /// All sections in their usual order.
    pub const ALL: [Section; 8] = [
        Section::Summary,
        Section::Matrix,
        Section::Recommendations,
        Section::PartnerWishes,
        Section::Decisions,
        Section::Proposals,
        Section::Missing,
        Section::Method,
    ];
}

/// A release of a round's report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseFacts {
    /// From 1; a correction is the next number.
    pub number: u32,
    /// When it was released.
    pub released_at: DateTime<Utc>,
    /// What a correction corrects.
    pub note: Option<String>,
}

/// A focus area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AreaFacts {
    /// The title.
    pub title: String,
}

/// A recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecommendationFacts {
    /// From 1.
    pub number: u32,
    /// The index of its area.
    pub area: usize,
    /// `must` or `may`.
    pub obligation: Obligation,
    /// The full text.
    pub text: String,
    /// A few words for column heads and lists.
    pub short_title: String,
    /// The numbers of the recommendations of the round before that it continues.
    pub predecessors: Vec<u32>,
}

/// A municipality that was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParticipantFacts {
    /// The code.
    pub code: MunicipalityCode,
    /// The name.
    pub name: String,
    /// The accepted form that counts, if there is one.
    pub form: Option<FormFacts>,
    /// Why there is none: nothing came, or what came is not accepted yet.
    pub absence: Option<Absence>,
}

/// Why a participant has no accepted form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// Nothing was received.
    NothingReceived,
    /// Begun, not submitted.
    InProgress,
    /// Submitted, not yet accepted.
    AwaitsAcceptance,
    /// Returned with a reason.
    Returned,
}

/// An accepted form version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormFacts {
    /// The version's number.
    pub version: u32,
    /// When it was submitted.
    pub submitted_at: DateTime<Utc>,
    /// Whether it came after the due day.
    pub late: bool,
    /// The file it was read from, if it was.
    pub file: Option<FileFacts>,
}

/// A received file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFacts {
    /// The name under which it was sent.
    pub name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// One cell of the matrix.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EntryFacts {
    /// The status.
    pub status: Status,
    /// The remark.
    pub remark: Vec<RemarkParagraph>,
    /// Where in the file it was read, if it was.
    pub source: Option<Source>,
    /// The municipality's explanation of a warning, if one was given.
    pub explanation: Option<String>,
}

/// How many municipalities have each status, over all participants.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusCounts {
    /// Green.
    pub green: u32,
    /// Yellow.
    pub yellow: u32,
    /// Red.
    pub red: u32,
    /// Not participating.
    pub not_participating: u32,
    /// Not reported, including those without an accepted form.
    pub not_reported: u32,
}

/// What changed since the round before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// The round before.
    pub since_key: String,
    /// Its title.
    pub since_title: String,
    /// Its counts, per recommendation of that round.
    pub counts_before: Vec<(u32, StatusCounts)>,
    /// Every change that can be compared: same municipality, and a recommendation with exactly
    /// one predecessor of which it is the only successor.
    pub steps: Vec<StatusStep>,
}

/// A status that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusStep {
    /// The municipality.
    pub code: MunicipalityCode,
    /// The recommendation in this round.
    pub number: u32,
    /// Its predecessor in the round before.
    pub number_before: u32,
    /// The status before.
    pub from: Status,
    /// The status now.
    pub to: Status,
}

/// A municipality that seeks partners, or offers places or experience.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerWish {
    /// The municipality.
    pub code: MunicipalityCode,
    /// The recommendation.
    pub number: u32,
    /// Seeks or offers.
    pub kind: WishKind,
    /// In its own words.
    pub text: String,
}

/// The two kinds of partner wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WishKind {
    /// Seeks partners.
    Seeks,
    /// Offers places or experience.
    Offers,
}

/// A council's decision on a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionFacts {
    /// The municipality.
    pub code: MunicipalityCode,
    /// The recommendations it covers.
    pub numbers: Vec<u32>,
    /// The deciding body.
    pub body: String,
    /// The day.
    pub decided_on: NaiveDate,
    /// The exact decision.
    pub text: String,
}

/// A recommendation that a municipality proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalFacts {
    /// The municipality.
    pub code: MunicipalityCode,
    /// The proposed text.
    pub text: String,
    /// What it says about it.
    pub remark: Vec<RemarkParagraph>,
}
