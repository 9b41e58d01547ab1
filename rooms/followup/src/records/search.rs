use super::{EntryId, RecommendationId, ReleaseId, RoundId, VersionId};
use database::dialect::{self, SearchWord, match_expression};
use database::{FromRow, Row, Tx, params, searching};
use forms::Status;
use kernel::{Fault, MunicipalityCode};

/// A remark in which the words of a query stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundRemark {
    /// The round.
    pub round: RoundId,
    /// The round's key.
    pub round_key: String,
    /// The round's title.
    pub round_title: String,
    /// The municipality.
    pub code: MunicipalityCode,
    /// Its name in that round.
    pub name: String,
    /// The recommendation's number.
    pub number: u32,
    /// Its short title.
    pub short_title: String,
    /// The status.
    pub status: Status,
    /// The remark as plain text.
    pub remark_text: String,
}

impl FromRow for FoundRemark {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            round: RoundId(row.get("round_id")?),
            round_key: row.get("key")?,
            round_title: row.get("title")?,
            code: row.word("code", MunicipalityCode::parse)?,
            name: row.get("name")?,
            number: row.count("number")?,
            short_title: row.get("short_title")?,
            status: row.word("status", Status::from_key)?,
            remark_text: row.get("remark_text")?,
        })
    }
}

/// A remark to be found.
pub(crate) struct Remark<'a> {
    pub round: RoundId,
    pub code: &'a MunicipalityCode,
    pub recommendation: RecommendationId,
    pub place: Place,
    pub status: Status,
    pub text: &'a str,
}

/// Who may find a remark: those who work with an entry, or everyone once it is released.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    Entry(EntryId),
    Release(ReleaseId),
}

/// Stems and trigrams stand side by side, told apart by their first letter.
fn terms_of(text: &str) -> Vec<String> {
    let terms = linking::search_terms(text);
    let stems = terms.stems.iter().map(|stem| format!("s{stem}"));
    let trigrams = terms.trigrams.iter().map(|three| format!("t{three}"));
    stems.chain(trigrams).collect()
}

/// A word is found by its stem, or by all its trigrams as a part of a compound.
fn words_of(query: &str) -> Vec<SearchWord> {
    let word = |term: linking::QueryTerm| {
        let trigrams: Vec<String> = term
            .trigrams
            .iter()
            .map(|three| format!("t{three}"))
            .collect();
        vec![vec![format!("s{}", term.stem)], trigrams]
    };
    linking::query_terms(query).into_iter().map(word).collect()
}

/// Makes a remark findable; an empty one is not stored.
pub(crate) async fn add(tx: &mut Tx, remark: Remark<'_>) -> Result<(), Fault> {
    if remark.text.trim().is_empty() {
        return Ok(());
    }
    let (entry, release) = match remark.place {
        Place::Entry(entry) => (Some(entry), None),
        Place::Release(release) => (None, Some(release)),
    };
    let number = dialect::index_terms(tx, &terms_of(remark.text)).await?;
    tx.execute(
        "INSERT INTO remark_search (search_number, round_id, code, recommendation_id, entry_id,
                                    release_id, status, remark_text)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            number,
            remark.round,
            remark.code.as_str(),
            remark.recommendation,
            entry,
            release,
            remark.status.key(),
            remark.text
        ],
    )
    .await?;
    Ok(())
}

/// Takes the remarks of one version out of the search.
pub(crate) async fn forget_version(tx: &mut Tx, version: VersionId) -> Result<(), Fault> {
    let numbers: Vec<i64> = tx
        .all(
            "DELETE FROM remark_search WHERE entry_id IN (SELECT id FROM entries WHERE version_id = $1)
             RETURNING search_number",
            params![version],
        )
        .await?;
    forget(tx, numbers).await
}

/// Takes one entry's remark out of the search.
pub(crate) async fn forget_entry(tx: &mut Tx, entry: EntryId) -> Result<(), Fault> {
    let numbers: Vec<i64> = tx
        .all(
            "DELETE FROM remark_search WHERE entry_id = $1 RETURNING search_number",
            params![entry],
        )
        .await?;
    forget(tx, numbers).await
}

/// Takes the earlier releases of a round out of the search.
pub(crate) async fn forget_releases(tx: &mut Tx, round: RoundId) -> Result<(), Fault> {
    let numbers: Vec<i64> = tx
        .all(
            "DELETE FROM remark_search WHERE round_id = $1 AND release_id IS NOT NULL
             RETURNING search_number",
            params![round],
        )
        .await?;
    forget(tx, numbers).await
}

async fn forget(tx: &mut Tx, numbers: Vec<i64>) -> Result<(), Fault> {
    for number in numbers {
        dialect::forget_terms(tx, number).await?;
    }
    Ok(())
}

/// Whose newest versions somebody may search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// Everybody's.
    pub everything: bool,
    /// In the programmes of these recipients.
    pub recipients: Vec<String>,
    /// Of these municipalities.
    pub municipalities: Vec<MunicipalityCode>,
}

/// Keys as one text, each between bars of its own, for the statement to look for.
fn fenced(keys: &[impl ToString]) -> String {
    keys.iter()
        .map(|key| format!("|{}|", key.to_string()))
        .collect()
}

/// The remarks in which every word of a query stands, inflected or inside a compound; the newest
/// rounds first, then by municipality and number. Within reach the newest versions are searched,
/// else what everyone may read.
pub async fn find(
    tx: &mut Tx,
    query: &str,
    reach: &Reach,
    limit: u32,
) -> Result<Vec<FoundRemark>, Fault> {
    let Some(expression) = match_expression(tx, &words_of(query)) else {
        return Ok(Vec::new());
    };
    let sql = searching!(
        tx,
        "SELECT m.round_id, o.key, o.title, m.code, p.name, r.number, r.short_title, m.status,
                m.remark_text
         FROM remark_search m
         JOIN rounds o ON o.id = m.round_id
         JOIN programmes g ON g.id = o.programme_id
         JOIN recommendations r ON r.id = m.recommendation_id
         JOIN participants p ON p.round_id = m.round_id AND p.code = m.code
         WHERE (m.entry_id IS NOT NULL) = (
                   $2 = true
                   OR replace($3, '|' || g.recipient_key || '|', '') <> $3
                   OR replace($4, '|' || m.code || '|', '') <> $4)
           AND m.search_number IN ",
        " ORDER BY o.reference_date DESC, o.id DESC, m.code, r.number LIMIT $5"
    );
    // The terms find candidates; whether the words really stand there is asked of the text.
    let mut found: Vec<FoundRemark> = tx
        .all(
            sql,
            params![
                expression,
                reach.everything,
                fenced(&reach.recipients),
                fenced(&reach.municipalities),
                limit
            ],
        )
        .await?;
    found.retain(|one| !linking::find(&one.remark_text, query).is_empty());
    Ok(found)
}
