use super::journal_entry;
use crate::access::{self, Deed};
use crate::letters::{self, Digest, RoundNews};
use crate::recipients::{self, Recipients};
use crate::records::chasing::{self, ContactKind};
use crate::records::programmes::Programme;
use crate::records::rounds::{self, Round};
use crate::records::{forms, programmes};
use crate::rules::chasing::is_awaited;
use crate::rules::progress_form::FormDeed;
use crate::summary::chase;
use chrono::{DateTime, TimeDelta, Utc};
use database::Tx;
use kernel::{Actor, Fault, MunicipalityCode, Outcome};
use mail::{Letter, Posted};
use people::journal;
use web::languages::Texts;

/// A programme without a digest yet is told of the last week.
const AT_MOST: TimeDelta = TimeDelta::days(7);

/// Writes to a programme's secretariat what has happened since it heard last: once a day at most,
/// and only where there is something to say. Whether it wrote.
pub async fn send_digest(tx: &mut Tx, actor: &Actor, programme: &str) -> Outcome<bool> {
    let programme = programmes::named(tx, programme).await?;
    access::may(actor, Deed::SendDigest, &programme)?;
    let people = recipients::secretariat_of(tx, &programme.recipient_key).await?;
    let since = chasing::last_digest(tx, programme.id).await?;
    let since = since.unwrap_or(tx.now() - AT_MOST);
    let news = news(tx, &programme, since).await?;
    if people.is_empty() || news.rounds.is_empty() {
        return Ok(false);
    }
    if !chasing::take_digest(tx, programme.id).await? {
        return Ok(false);
    }
    for person in &people {
        let texts = Texts::of(person.language);
        let words = letters::digest(&news, &programme.recipient, &person.name, texts);
        let letter = Letter {
            key: format!("digest {} {} {}", programme.key, tx.today(), person.account),
            kind: "digest",
            about: programme.key.clone(),
            to_address: person.mail.clone(),
            to_name: person.name.clone(),
            subject: words.subject,
            text: words.text,
            secret_link: None,
        };
        mail::post(tx, letter).await?;
    }
    let entry = journal_entry("send_digest", &programme.key);
    journal::enter(tx, actor, entry).await?;
    Ok(true)
}

async fn news(tx: &mut Tx, programme: &Programme, since: DateTime<Utc>) -> Result<Digest, Fault> {
    let recipients = Recipients::read(tx).await?;
    let lost = mail::all_given_up(tx).await?;
    let mut digest = Digest::default();
    for round in rounds::all(tx).await? {
        if round.programme == programme.id {
            let news = about(tx, &round, since, (&recipients, &lost)).await?;
            digest.rounds.extend((!news.is_empty()).then_some(news));
        }
    }
    Ok(digest)
}

async fn about(
    tx: &mut Tx,
    round: &Round,
    since: DateTime<Utc>,
    (recipients, lost): (&Recipients, &[Posted]),
) -> Result<RoundNews, Fault> {
    let participants = rounds::participants(tx, round.id).await?;
    let contacts = chasing::contacts(tx, round.id).await?;
    let submitted = forms::events_since(tx, round.id, FormDeed::Submit, since).await?;
    let awaited = awaited(tx, round).await?;
    let names = |wanted: &dyn Fn(&MunicipalityCode) -> bool| {
        let found = participants.iter().filter(|one| wanted(&one.code));
        found.map(|one| one.name.clone()).collect::<Vec<_>>()
    };
    let reminded = |code: &MunicipalityCode| {
        let own = |one: &&chasing::FormContact| one.code == *code && one.at > since;
        let mut own = contacts.iter().filter(own);
        own.any(|one| one.kind == ContactKind::Reminder)
    };
    let any_reminded = contacts
        .iter()
        .any(|one| one.kind == ContactKind::Reminder && one.at > since);
    Ok(RoundNews {
        key: round.key.clone(),
        title: round.settings.title.clone(),
        submitted: names(&|code| submitted.contains(code)),
        reminded: names(&reminded),
        unreached: names(&|code| {
            let about = chase::about(round, code);
            let is_new = |letter: &&Posted| letter.next_try_at > since;
            lost.iter()
                .filter(is_new)
                .any(|letter| letter.about == about)
        }),
        // Said on the days on which others are reminded: they would have been, too.
        without_contact: names(&|code| {
            any_reminded
                && awaited.contains(code)
                && recipients.of_reminder(code.as_str(), false).is_empty()
        }),
    })
}

async fn awaited(tx: &mut Tx, round: &Round) -> Result<Vec<MunicipalityCode>, Fault> {
    let rows = chase::states_of(tx, round).await?;
    let awaited = rows.into_iter().filter(|(_, state)| is_awaited(*state));
    Ok(awaited.map(|(code, _)| code).collect())
}
