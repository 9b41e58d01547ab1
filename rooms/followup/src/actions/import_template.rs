use super::journal_entry;
use crate::access::{self, Deed};
use crate::records::files::sha256;
use crate::records::recommendations::{self, RecommendationSet};
use crate::records::{SetId, as_json, programmes};
use crate::rules::recommendation::short_title;
use chrono::NaiveDate;
use database::Tx;
use forms::Template;
use kernel::{Actor, Outcome, Refusal};
use people::journal;

/// What a blank form does not say itself about its set.
#[derive(Debug, Clone)]
pub struct NewSet {
    /// The first and last day of the period.
    pub period: (NaiveDate, NaiveDate),
    /// What there is to say about the set.
    pub note: String,
}

/// Makes a recommendation set from a blank form. The same form for the same period again is the
/// same set; another form for a period that has one is refused.
pub async fn import_template(
    tx: &mut Tx,
    actor: &Actor,
    programme: &str,
    new: NewSet,
    template: &Template,
) -> Outcome<SetId> {
    let programme = programmes::named(tx, programme).await?;
    access::may(actor, Deed::ImportTemplate, &programme)?;
    check(template, &new)?;
    let fingerprint = sha256(as_json(template)?.as_bytes());
    let sets = recommendations::sets(tx, programme.id).await?;
    if let Some(there) = sets.iter().find(|set| set.from == new.period.0) {
        return same_or_refused(there, &fingerprint);
    }
    let set = RecommendationSet {
        id: SetId(0),
        programme: programme.id,
        title: template.title.clone(),
        from: new.period.0,
        to: new.period.1,
        note: new.note,
        template_sha256: fingerprint,
    };
    let id = recommendations::insert_set(tx, &set).await?;
    store(tx, id, template, &actor.name).await?;
    let subject = format!("{} {}", programme.key, set.from);
    journal::enter(tx, actor, journal_entry("import_template", subject)).await?;
    Ok(id)
}

fn check(template: &Template, new: &NewSet) -> Result<(), Refusal> {
    if template.recommendations.is_empty() {
        return Err(Refusal::new("followup-refusal-template-empty"));
    }
    if new.period.0 > new.period.1 {
        return Err(Refusal::new("followup-refusal-days-out-of-order").at("period"));
    }
    Ok(())
}

fn same_or_refused(there: &RecommendationSet, fingerprint: &str) -> Outcome<SetId> {
    if there.template_sha256 == fingerprint {
        return Ok(there.id);
    }
    Err(Refusal::new("followup-refusal-set-exists")
        .with("from", there.from)
        .into())
}

async fn store(tx: &mut Tx, set: SetId, template: &Template, by: &str) -> Outcome<()> {
    let mut areas = Vec::new();
    for (position, area) in template.areas.iter().enumerate() {
        areas.push(recommendations::insert_area(tx, set, position, &area.title).await?);
    }
    for one in &template.recommendations {
        let nowhere = || Refusal::new("followup-refusal-template-area").with("number", one.number);
        let area = areas.get(one.area).copied().ok_or_else(nowhere)?;
        recommendations::insert(tx, set, area, one, &short_title(&one.text), by).await?;
    }
    Ok(())
}
