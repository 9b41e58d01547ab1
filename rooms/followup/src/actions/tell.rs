//! Tells the systems of the authorities concerned what has happened, with keys and numbers only.

use crate::records::forms::FormVersion;
use crate::records::programmes;
use crate::records::rounds::{self, Round};
use crate::rules::progress_form::FormDeed;
use database::Tx;
use kernel::Fault;
use serde_json::json;
use webhooks::{Event, announce};

/// Of what other systems can be told.
pub const EVENTS: [&str; 4] = [
    "form.submitted",
    "form.accepted",
    "form.returned",
    "round.released",
];

fn event_of(deed: FormDeed) -> Option<&'static str> {
    match deed {
        // Told when it is handed in, whichever way that was: see `hand_in`.
        FormDeed::Accept => Some("form.accepted"),
        FormDeed::Return => Some("form.returned"),
        _ => None,
    }
}

/// Tells the municipality and the recipient of a step of a form.
pub(super) async fn tell_of_step(
    tx: &mut Tx,
    round: &Round,
    version: &FormVersion,
    deed: FormDeed,
) -> Result<(), Fault> {
    match event_of(deed) {
        Some(kind) => tell_of_form(tx, round, version, kind).await,
        None => Ok(()),
    }
}

/// Tells the municipality and the recipient that a form was handed in.
pub(super) async fn tell_of_submission(
    tx: &mut Tx,
    round: &Round,
    version: &FormVersion,
) -> Result<(), Fault> {
    tell_of_form(tx, round, version, "form.submitted").await
}

async fn tell_of_form(
    tx: &mut Tx,
    round: &Round,
    version: &FormVersion,
    kind: &'static str,
) -> Result<(), Fault> {
    let recipient = programmes::get(tx, round.programme).await?.recipient_key;
    let event = Event {
        kind,
        authorities: vec![version.code.to_string(), recipient],
        about: json!({
            "round": round.key,
            "municipality": version.code.as_str(),
            "form_version": version.id.0,
            "number": version.number,
        }),
    };
    announce(tx, event).await
}

/// Tells the recipient and everybody who was asked that a report was released.
pub(super) async fn tell_of_release(tx: &mut Tx, round: &Round, number: u32) -> Result<(), Fault> {
    let recipient = programmes::get(tx, round.programme).await?.recipient_key;
    let asked = rounds::participants(tx, round.id).await?;
    let mut authorities: Vec<String> = asked.iter().map(|one| one.code.to_string()).collect();
    authorities.push(recipient);
    let event = Event {
        kind: "round.released",
        authorities,
        about: json!({"round": round.key, "release": number}),
    };
    announce(tx, event).await
}
