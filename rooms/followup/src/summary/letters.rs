//! The letters that somebody may read: a secretariat those about its own rounds, whoever answers
//! for the whole installation all of them.

use crate::access::{self, Deed, Subject};
use crate::records::{programmes, rounds};
use database::Tx;
use kernel::{Actor, Fault, Outcome, Stop};
use mail::{LetterId, LetterState, Posted};
use std::collections::HashMap;

/// More than anybody looks through; older ones are found by narrowing.
const MOST: u32 = 2000;

/// The letters that the actor may read, the newest first.
pub async fn visible(
    tx: &mut Tx,
    actor: &Actor,
    kind: Option<&str>,
    state: Option<LetterState>,
) -> Outcome<Vec<Posted>> {
    if !access::is_of_a_secretariat(actor) {
        return Err(Stop::NotFound);
    }
    let whose = Whose::read(tx).await?;
    let mut letters = mail::listed(tx, kind, state, MOST).await?;
    letters.retain(|letter| access::allows(actor, Deed::ReadLetters, whose.subject(letter)));
    Ok(letters)
}

/// One letter, if the actor may do this to it.
pub async fn one(tx: &mut Tx, actor: &Actor, id: LetterId, deed: Deed) -> Outcome<Posted> {
    let letter = mail::of_number(tx, id).await?;
    let whose = Whose::read(tx).await?;
    access::may(actor, deed, whose.subject(&letter))?;
    Ok(letter)
}

/// The recipient of each round's and each programme's reports, by the name a letter is about.
struct Whose(HashMap<String, String>);

impl Whose {
    async fn read(tx: &mut Tx) -> Result<Self, Fault> {
        let programmes = programmes::all(tx).await?;
        let recipient = |id| programmes.iter().find(|one| one.id == id);
        let mut whose = HashMap::new();
        for round in rounds::all(tx).await? {
            if let Some(programme) = recipient(round.programme) {
                whose.insert(round.key, programme.recipient_key.clone());
            }
        }
        for programme in programmes {
            whose.insert(programme.key, programme.recipient_key);
        }
        Ok(Self(whose))
    }

    /// A letter is about `2026/0101`, `2026` or a programme; other letters are the installation's.
    fn subject(&self, letter: &Posted) -> Subject<'_> {
        let about = letter.about.split('/').next().unwrap_or_default();
        match self.0.get(about) {
            Some(recipient) => Subject::Programme(recipient),
            None => Subject::Installation,
        }
    }
}
