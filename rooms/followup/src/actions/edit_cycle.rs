use super::{journal_entry, required};
use crate::access::{self, Deed};
use crate::records::cycle_events::{self, CycleEvent, EventFacts};
use crate::records::{CycleEventId, programmes, refuse_if_stale};
use crate::rules::cycle::check_event;
use database::Tx;
use kernel::{Actor, Outcome, Stop};
use people::journal;

/// Adds an event to a programme's year.
pub async fn add_cycle_event(
    tx: &mut Tx,
    actor: &Actor,
    programme: &str,
    event: EventFacts,
) -> Outcome<CycleEventId> {
    let programme = programmes::named(tx, programme).await?;
    access::may(actor, Deed::EditCycle, &programme)?;
    let event = checked(event)?;
    let id = cycle_events::insert(tx, programme.id, &event, &actor.name).await?;
    let entry = journal_entry("add_cycle_event", &programme.key).with("title", event.title);
    journal::enter(tx, actor, entry).await?;
    Ok(id)
}

/// Edits an event over the version that was shown.
pub async fn edit_cycle_event(
    tx: &mut Tx,
    actor: &Actor,
    id: CycleEventId,
    seen: i64,
    event: EventFacts,
) -> Outcome<()> {
    let before = cycle_events::get(tx, id).await?;
    let edited = CycleEvent {
        event: checked(event)?,
        ..before.clone()
    };
    write(tx, actor, &before, seen, edited, "edit_cycle_event").await
}

/// Calls an event off: it stays known, so that calendars take it out.
pub async fn withdraw_cycle_event(
    tx: &mut Tx,
    actor: &Actor,
    id: CycleEventId,
    seen: i64,
) -> Outcome<()> {
    let before = cycle_events::get(tx, id).await?;
    let edited = CycleEvent {
        is_withdrawn: true,
        ..before.clone()
    };
    write(tx, actor, &before, seen, edited, "withdraw_cycle_event").await
}

async fn write(
    tx: &mut Tx,
    actor: &Actor,
    before: &CycleEvent,
    seen: i64,
    edited: CycleEvent,
    deed: &'static str,
) -> Outcome<()> {
    let programme = programmes::get(tx, before.programme).await?;
    access::may(actor, Deed::EditCycle, &programme)?;
    refuse_if_stale(&before.change, seen, &before.event.title)?;
    cycle_events::update(tx, &edited, &actor.name).await?;
    let entry = journal_entry(deed, &programme.key)
        .with("title", edited.event.title)
        .with("title_before", before.event.title.as_str());
    Ok(journal::enter(tx, actor, entry).await?)
}

fn checked(event: EventFacts) -> Outcome<EventFacts> {
    let title = required(&event.title, "title")?;
    check_event(event.starts_on, event.ends_on, &event.link).map_err(Stop::Refused)?;
    Ok(EventFacts { title, ..event })
}
