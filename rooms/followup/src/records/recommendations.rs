use super::{Change, ProgrammeId, RecommendationId, SetId};
use chrono::NaiveDate;
use database::{FromRow, Row, Tx, params};
use forms::{FocusArea, Obligation, Template, TemplateRecommendation};
use kernel::{Fault, Outcome, Stop};

/// The recommendations of one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecommendationSet {
    /// The number.
    pub id: SetId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The form's title.
    pub title: String,
    /// The first day of the period.
    pub from: NaiveDate,
    /// The last day of the period.
    pub to: NaiveDate,
    /// What there is to say about the set.
    pub note: String,
    /// The fingerprint of the blank form that it was made from.
    pub template_sha256: String,
}

impl FromRow for RecommendationSet {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: SetId(row.get("id")?),
            programme: ProgrammeId(row.get("programme_id")?),
            title: row.get("title")?,
            from: row.get("valid_from")?,
            to: row.get("valid_to")?,
            note: row.get("note")?,
            template_sha256: row.get("template_sha256")?,
        })
    }
}

/// A recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recommendation {
    /// The number in the database.
    pub id: RecommendationId,
    /// Its set.
    pub set: SetId,
    /// The index of its focus area, from 0.
    pub area: usize,
    /// From 1, in the form's order.
    pub number: u32,
    /// From the heading it stands under.
    pub obligation: Obligation,
    /// The full text.
    pub text: String,
    /// A few words for lists and column heads.
    pub short_title: String,
    /// The last edit.
    pub change: Change,
}

impl FromRow for Recommendation {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            id: RecommendationId(row.get("id")?),
            set: SetId(row.get("set_id")?),
            area: row.count("area")? as usize,
            number: row.count("number")?,
            obligation: row.word("obligation", Obligation::from_key)?,
            text: row.get("text")?,
            short_title: row.get("short_title")?,
            change: Change::from_row(row)?,
        })
    }
}

/// A programme's sets, the oldest first.
pub async fn sets(tx: &mut Tx, programme: ProgrammeId) -> Result<Vec<RecommendationSet>, Fault> {
    tx.all(
        "SELECT id, programme_id, title, valid_from, valid_to, note, template_sha256
         FROM recommendation_sets WHERE programme_id = $1 ORDER BY valid_from",
        params![programme],
    )
    .await
}

/// The set with a number.
pub async fn set(tx: &mut Tx, id: SetId) -> Outcome<RecommendationSet> {
    let found = tx
        .optional(
            "SELECT id, programme_id, title, valid_from, valid_to, note, template_sha256
             FROM recommendation_sets WHERE id = $1",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

pub(crate) async fn insert_set(tx: &mut Tx, new: &RecommendationSet) -> Result<SetId, Fault> {
    let id: i64 = tx
        .one(
            "INSERT INTO recommendation_sets
                 (programme_id, title, valid_from, valid_to, note, template_sha256)
             VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
            params![
                new.programme,
                &new.title,
                new.from,
                new.to,
                &new.note,
                &new.template_sha256
            ],
        )
        .await?;
    Ok(SetId(id))
}

pub(crate) async fn insert_area(
    tx: &mut Tx,
    set: SetId,
    position: usize,
    title: &str,
) -> Result<i64, Fault> {
    let position = i64::try_from(position).unwrap_or(i64::MAX);
    tx.one(
        "INSERT INTO focus_areas (set_id, position, title) VALUES ($1, $2, $3) RETURNING id",
        params![set, position, title],
    )
    .await
}

/// Stores a recommendation of a set; `area` is the number of its focus area in the database.
pub(crate) async fn insert(
    tx: &mut Tx,
    set: SetId,
    area: i64,
    new: &TemplateRecommendation,
    short_title: &str,
    by: &str,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "INSERT INTO recommendations (set_id, focus_area_id, number, obligation, text, short_title,
                                      changed_by, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        params![
            set,
            area,
            new.number,
            new.obligation.key(),
            &new.text,
            short_title,
            by,
            now
        ],
    )
    .await?;
    Ok(())
}

/// The titles of a set's focus areas in order.
pub async fn areas(tx: &mut Tx, set: SetId) -> Result<Vec<String>, Fault> {
    tx.all(
        "SELECT title FROM focus_areas WHERE set_id = $1 ORDER BY position",
        params![set],
    )
    .await
}

/// The recommendations of a set in order.
pub async fn of_set(tx: &mut Tx, set: SetId) -> Result<Vec<Recommendation>, Fault> {
    tx.all(
        "SELECT r.id, r.set_id, a.position AS area, r.number, r.obligation, r.text, r.short_title,
                r.version, r.changed_by, r.changed_at
         FROM recommendations r JOIN focus_areas a ON a.id = r.focus_area_id
         WHERE r.set_id = $1 ORDER BY r.number",
        params![set],
    )
    .await
}

/// One recommendation.
pub async fn get(tx: &mut Tx, id: RecommendationId) -> Outcome<Recommendation> {
    let found = tx
        .optional(
            "SELECT r.id, r.set_id, a.position AS area, r.number, r.obligation, r.text,
                    r.short_title, r.version, r.changed_by, r.changed_at
             FROM recommendations r JOIN focus_areas a ON a.id = r.focus_area_id
             WHERE r.id = $1",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

/// Writes an edit over the version that was seen; whether it was still that version.
pub(crate) async fn update(tx: &mut Tx, edited: &Recommendation, by: &str) -> Result<bool, Fault> {
    let now = tx.now();
    let touched = tx
        .execute(
            "UPDATE recommendations
             SET obligation = $3, text = $4, short_title = $5, version = version + 1,
                 changed_by = $6, changed_at = $7
             WHERE id = $1 AND version = $2",
            params![
                edited.id,
                edited.change.version,
                edited.obligation.key(),
                &edited.text,
                &edited.short_title,
                by,
                now
            ],
        )
        .await?;
    Ok(touched == 1)
}

/// A set as the blank form that readers of forms match against.
pub async fn template(tx: &mut Tx, id: SetId) -> Outcome<Template> {
    use chrono::Datelike;
    let set = set(tx, id).await?;
    let areas = areas(tx, id).await?;
    let recommendations = of_set(tx, id).await?;
    Ok(Template {
        title: set.title,
        years: Some((set.from.year(), set.to.year())),
        areas: areas.into_iter().map(|title| FocusArea { title }).collect(),
        recommendations: recommendations
            .into_iter()
            .map(|one| TemplateRecommendation {
                number: one.number,
                area: one.area,
                obligation: one.obligation,
                text: one.text,
            })
            .collect(),
    })
}
