use super::write_about_form::{FormLetter, NewContact};
use super::{journal_entry, required};
use crate::access::{self, Deed};
use crate::letters;
use crate::recipients::Recipients;
use crate::records::chasing::ContactKind;
use crate::summary::chase::{Chase, ChaseRow, chase};
use database::Tx;
use kernel::{Actor, Fault, MunicipalityCode, Outcome, Refusal};
use people::journal;

/// A reminder that somebody sends.
#[derive(Debug, Clone)]
pub struct ReminderByHand {
    /// To which municipalities.
    pub codes: Vec<MunicipalityCode>,
    /// In which words; the greeting, the link to the form and the signature come of themselves.
    pub words: String,
    /// Names this sending, so that a page that is sent twice writes once.
    pub occasion: String,
}

/// Writes a reminder to the coordinators of the chosen municipalities; how many were written to.
/// Whoever has nobody to write to is named in a refusal, and nothing is sent.
pub async fn remind_now(
    tx: &mut Tx,
    actor: &Actor,
    round: &str,
    reminder: ReminderByHand,
) -> Outcome<usize> {
    let chase = chase(tx, actor, round).await?;
    access::may(actor, Deed::Remind, &chase.round)?;
    let words = required(&reminder.words, "words")?;
    let rows = chosen(&chase, &reminder.codes)?;
    let recipients = Recipients::read(tx).await?;
    let mut written = Vec::new();
    for row in rows {
        let occasion = (&*words, &*reminder.occasion);
        if write(tx, actor, (&chase, &recipients), row, occasion).await? {
            written.push(row.code.to_string());
        }
    }
    let count = written.len();
    if count > 0 {
        let entry = journal_entry("remind_now", round)
            .with("municipalities", written)
            .with("words", words);
        journal::enter(tx, actor, entry).await?;
    }
    Ok(count)
}

fn chosen<'chase>(
    chase: &'chase Chase,
    codes: &[MunicipalityCode],
) -> Result<Vec<&'chase ChaseRow>, Refusal> {
    let rows: Vec<&ChaseRow> = codes.iter().filter_map(|code| chase.row(code)).collect();
    if rows.is_empty() {
        return Err(Refusal::new("desk_chase-refusal-nobody").at("codes"));
    }
    let named = |wanted: &dyn Fn(&ChaseRow) -> bool| {
        let found = rows.iter().filter(|row| wanted(row));
        found
            .map(|row| row.name.as_str())
            .collect::<Vec<_>>()
            .join(", ")
    };
    for (names, key) in [
        (
            named(&|row| row.has_no_contact()),
            "desk_chase-refusal-no-contact",
        ),
        (
            named(&|row| !row.is_awaited()),
            "desk_chase-refusal-handed-in",
        ),
    ] {
        if !names.is_empty() {
            return Err(Refusal::new(key).with("names", names).at("codes"));
        }
    }
    Ok(rows)
}

async fn write(
    tx: &mut Tx,
    actor: &Actor,
    (chase, recipients): (&Chase, &Recipients),
    row: &ChaseRow,
    (words, occasion): (&str, &str),
) -> Result<bool, Fault> {
    let letter = FormLetter {
        round: &chase.round,
        programme: &chase.programme,
        code: &row.code,
        municipality: &row.name,
        occasion: occasion.to_owned(),
        contact: NewContact {
            kind: ContactKind::ByHand,
            step: None,
            is_escalated: false,
            note: words,
            by: &actor.name,
        },
    };
    let people = recipients.of_reminder(row.code.as_str(), false);
    letter
        .write(tx, &people, |about, person, _, texts| {
            letters::by_hand(about, &person.name, words, texts)
        })
        .await
}
