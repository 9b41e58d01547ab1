//! The year of every programme as one reader may see it: rounds, releases, the periods of sets,
//! reminders, and what the secretariat has added.

use crate::access::{self, Deed};
use crate::pages::links;
use crate::records::programmes::Programme;
use crate::records::releases::{self, Release};
use crate::records::rounds::{self, Round};
use crate::records::{chasing, cycle_events, programmes, recommendations};
use crate::rules::chasing::falls_on;
use crate::rules::cycle::{Audience, YearEntry, in_order};
use chrono::{DateTime, NaiveDate, Utc};
use database::Tx;
use kernel::{Actor, Fault, Message, Role};
use people::authorities::{self, Authority, Kind};

/// Every entry that the actor may see, in order. Events that were called off are among them.
pub async fn year_entries(tx: &mut Tx, actor: &Actor) -> Result<Vec<YearEntry>, Fault> {
    let programmes = programmes::all(tx).await?;
    let released = releases::all(tx).await?;
    let mut entries = Vec::new();
    for round in rounds::all(tx).await? {
        if let Some(programme) = programmes.iter().find(|one| one.id == round.programme) {
            entries.extend(of_round(programme, &round, &released));
            entries.extend(reminders(tx, programme, &round).await?);
        }
    }
    for programme in &programmes {
        for set in recommendations::sets(tx, programme.id).await? {
            let words = Message::new("cycle-set").with("title", set.title.as_str());
            let uid = format!("set-{}", set.id.0);
            let changed_at = start_of(set.from);
            let entry = entry(programme, uid, words, (set.from, set.to), (0, changed_at));
            entries.push(entry);
        }
    }
    for event in cycle_events::all(tx).await? {
        if let Some(programme) = programmes.iter().find(|one| one.id == event.programme) {
            entries.push(added(programme, &event));
        }
    }
    entries.retain(|entry| sees(actor, entry));
    Ok(in_order(entries))
}

/// Whether the actor belongs to those whom an entry concerns.
fn sees(actor: &Actor, entry: &YearEntry) -> bool {
    match entry.audience {
        Audience::Everyone => true,
        Audience::Municipalities => !actor.roles.is_empty(),
        Audience::Secretariat => {
            actor.is(Role::Operator) || actor.is_at(Role::Secretariat, &entry.recipient)
        }
    }
}

fn entry(
    programme: &Programme,
    uid: String,
    words: Message,
    (starts_on, ends_on): (NaiveDate, NaiveDate),
    (sequence, changed_at): (i64, DateTime<Utc>),
) -> YearEntry {
    YearEntry {
        uid,
        recipient: programme.recipient_key.clone(),
        words,
        starts_on,
        ends_on,
        audience: Audience::Everyone,
        link: None,
        sequence,
        changed_at,
        is_withdrawn: false,
    }
}

fn of_round(programme: &Programme, round: &Round, released: &[Release]) -> Vec<YearEntry> {
    let settings = &round.settings;
    let own = || released.iter().filter(|one| one.round == round.id);
    let page = own().next().map(|_| links::round(&round.key));
    let days = [
        (
            "reference",
            "cycle-reference",
            Some(settings.reference_date),
        ),
        ("due", "cycle-due", settings.due_on),
        ("grace", "cycle-grace", settings.grace_until),
        ("closes", "cycle-closes", settings.closes_on),
    ];
    let change = (round.change.version, round.change.at);
    let days = days.into_iter().filter_map(|(what, key, day)| {
        let words = Message::new(key).with("round", settings.title.as_str());
        let uid = format!("round-{}-{what}", round.id.0);
        let mut entry = entry(programme, uid, words, (day?, day?), change);
        entry.link = page.clone();
        Some(entry)
    });
    let releases = own().map(|release| {
        let day = release.released_at.date_naive();
        let words = Message::new("cycle-release")
            .with("round", settings.title.as_str())
            .with("number", release.number);
        let uid = format!("release-{}", release.id.0);
        let mut entry = entry(programme, uid, words, (day, day), (0, release.released_at));
        entry.link = Some(links::report(&round.key));
        entry
    });
    days.chain(releases).collect()
}

/// The days of a round's plan: for those who have signed in.
async fn reminders(
    tx: &mut Tx,
    programme: &Programme,
    round: &Round,
) -> Result<Vec<YearEntry>, Fault> {
    let plan = chasing::plan(tx, round.id).await?;
    let Some(due) = round.settings.due_on.filter(|_| plan.plan.is_on) else {
        return Ok(Vec::new());
    };
    let changed_at = plan.change.as_ref().map_or(round.change.at, |one| one.at);
    let steps = plan.plan.steps.iter().map(|step| {
        let day = falls_on(due, *step);
        let title = round.settings.title.as_str();
        let words = Message::new("cycle-reminder").with("round", title);
        let uid = format!("round-{}-reminder{step:+}", round.id.0);
        let change = (plan.version(), changed_at);
        YearEntry {
            audience: Audience::Municipalities,
            ..entry(programme, uid, words, (day, day), change)
        }
    });
    Ok(steps.collect())
}

fn added(programme: &Programme, event: &cycle_events::CycleEvent) -> YearEntry {
    let facts = &event.event;
    let words = Message::new("cycle-extra").with("title", facts.title.as_str());
    let last = facts.ends_on.unwrap_or(facts.starts_on);
    let change = (event.change.version, event.change.at);
    let uid = format!("event-{}", event.id.0);
    YearEntry {
        audience: facts.audience,
        link: (!facts.link.is_empty()).then(|| facts.link.clone()),
        is_withdrawn: event.is_withdrawn,
        ..entry(programme, uid, words, (facts.starts_on, last), change)
    }
}

fn start_of(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(chrono::NaiveTime::MIN).and_utc()
}

/// The contact councils whose year concerns an authority: itself where it is one, else those
/// that it belongs to today.
pub async fn councils_of(tx: &mut Tx, authority: &Authority) -> Result<Vec<String>, Fault> {
    if authority.kind == Kind::Kkr {
        return Ok(vec![authority.key.clone()]);
    }
    let today = tx.today();
    let councils = authorities::bodies_of(tx, &authority.key, Kind::Kkr, today).await?;
    Ok(councils.into_iter().map(|one| one.key).collect())
}

/// Whether the actor may add to a programme's year.
pub fn may_edit(actor: &Actor, programme: &Programme) -> bool {
    access::allows(actor, Deed::EditCycle, programme)
}
