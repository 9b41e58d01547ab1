use database::id_type;

id_type! {
    /// A programme.
    ProgrammeId,
    /// A recommendation set.
    SetId,
    /// A recommendation of one set.
    RecommendationId,
    /// A row of the lineage.
    LineageId,
    /// A round.
    RoundId,
    /// A municipality asked in one round.
    ParticipantId,
    /// A version of a progress form.
    VersionId,
    /// An entry of one version.
    EntryId,
    /// A problem of one version.
    ProblemId,
    /// A row of a form that answers no recommendation.
    ProposalId,
    /// A received file.
    FileId,
    /// A file beside an answer.
    AttachmentId,
    /// A request to open a form again.
    ReopeningId,
    /// A registered decision.
    DecisionId,
    /// A release.
    ReleaseId,
    /// An event of a programme's year.
    CycleEventId,
}
