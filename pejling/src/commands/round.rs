use super::support;
use crate::cli::{RoundList, RoundOpen, RoundRelease};
use crate::exit::{Ended, Ending, Failure};
use database::Tx;
use followup::actions::{self, Invited, NewRound};
use followup::records::rounds::RoundSettings;
use followup::rules::aggregate_report::Section;
use followup::summary::{self, RoundListing, SetView};
use kernel::{Message, Refusal};
use serde_json::json;
use web::languages::Texts;

/// Opens a round for the members of the programme's contact council on the due day.
pub fn open(open: &RoundOpen, texts: &Texts) -> Ended {
    let words = support::status_words(&open.words)?;
    support::runtime()?.block_on(async {
        let database = support::open(&open.store).await?;
        let mut tx = database.write().await?;
        let set = chosen_set(&mut tx, open).await?;
        let settings = RoundSettings {
            title: open.title.clone().unwrap_or_else(|| set.set.title.clone()),
            introduction: Vec::new(),
            due_on: Some(open.due),
            grace_until: None,
            closes_on: None,
            reference_date: open.due,
            meanings: Vec::new(),
            status_words: words,
            sections: Section::ALL.to_vec(),
            logo: None,
        };
        let round = NewRound {
            set: set.set.id,
            key: open.round.clone(),
            settings,
            invited: Invited::Members,
        };
        let actor = support::operator();
        actions::open_round(&mut tx, &actor, round).await?;
        let asked = summary::forms(&mut tx, &actor, &open.round).await?.len();
        tx.commit().await?;
        let opened = Message::new("cli-round-opened")
            .with("round", open.round.as_str())
            .with("participants", asked)
            .with("due", open.due);
        support::say(&texts.message(&opened));
        Ok::<_, Failure>(Ending::Done)
    })
}

/// The set of the period that was named, else the newest.
async fn chosen_set(tx: &mut Tx, open: &RoundOpen) -> Result<SetView, Failure> {
    let sets = summary::recommendation_sets(tx, &open.programme).await?;
    let wanted = open.period.as_deref().map(support::period).transpose()?;
    sets.into_iter()
        .filter(|found| wanted.is_none_or(|period| (found.set.from, found.set.to) == period))
        .max_by_key(|found| (found.set.from, found.set.to))
        .ok_or_else(|| Failure::Refused(vec![Refusal::new("cli-not-found")]))
}

/// Lists the rounds, newest first.
pub fn list(list: &RoundList, texts: &Texts) -> Ended {
    support::runtime()?.block_on(async {
        let database = support::open(&list.store).await?;
        let mut tx = database.read().await?;
        let rounds = summary::rounds(&mut tx, &support::operator()).await?;
        for round in &rounds {
            support::say(&match list.json {
                true => line_json(round),
                false => texts.message(&line(round, texts)),
            });
        }
        if rounds.is_empty() && !list.json {
            support::say(&texts.say("cli-no-rounds"));
        }
        Ok::<_, Failure>(Ending::Done)
    })
}

fn line_json(round: &RoundListing) -> String {
    json!({
        "round": round.round.key,
        "title": round.round.settings.title,
        "programme": round.programme.key,
        "due_on": round.round.settings.due_on,
        "participants": round.participants,
        "received": round.received,
        "accepted": round.accepted,
        "released": round.release.is_some(),
    })
    .to_string()
}

fn line(round: &RoundListing, texts: &Texts) -> Message {
    let state = match round.release {
        Some(_) => "cli-round-state-released",
        None => "cli-round-state-open",
    };
    Message::new("cli-round-line")
        .with("round", round.round.key.as_str())
        .with("title", round.round.settings.title.as_str())
        .with("answered", i64::from(round.accepted))
        .with("participants", i64::from(round.participants))
        .with("state", texts.say(state))
}

/// Freezes and publishes the report of a round.
pub fn release(release: &RoundRelease, texts: &Texts) -> Ended {
    support::runtime()?.block_on(async {
        let database = support::open(&release.store).await?;
        let mut tx = database.write().await?;
        let note = release.note.as_deref();
        let actor = support::operator();
        let made = actions::release_round(&mut tx, &actor, &release.round, note).await?;
        tx.commit().await?;
        let released = Message::new("cli-round-released")
            .with("round", release.round.as_str())
            .with("number", made.number)
            .with("sha256", made.sha256);
        support::say(&texts.message(&released));
        Ok::<_, Failure>(Ending::Done)
    })
}
