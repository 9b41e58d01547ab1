use super::drafting::own_form;
use super::journal_entry;
use super::recheck::recheck;
use crate::access::Deed;
use crate::actions::ReceivedFile;
use crate::records::entries::{self, Entry};
use crate::records::{files, forms, uploads};
use ::forms::{EntryReading, FormReading};
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome, Refusal, Stop};
use people::journal;

/// Keeps a file that somebody of a municipality filled in elsewhere, until they have looked at
/// what it says.
pub async fn keep_upload(
    tx: &mut Tx,
    actor: &Actor,
    (round, code): (&str, &MunicipalityCode),
    file: &ReceivedFile,
) -> Outcome<()> {
    let form = own_form(tx, actor, Deed::ImportForm, (round, code)).await?;
    form.refuse_if_handed_in()?;
    let kept = files::keep(tx, &file.format, &file.bytes).await?;
    let named = (kept, file.name.as_str());
    uploads::keep(tx, form.participant.id, named, &actor.name).await?;
    let entry = journal_entry("keep_upload", format!("{round}/{code}"))
        .with("file", file.name.as_str())
        .with("sha256", files::sha256(&file.bytes));
    Ok(journal::enter(tx, actor, entry).await?)
}

/// Puts that file away without taking anything over.
pub async fn discard_upload(
    tx: &mut Tx,
    actor: &Actor,
    (round, code): (&str, &MunicipalityCode),
) -> Outcome<()> {
    let form = own_form(tx, actor, Deed::ImportForm, (round, code)).await?;
    uploads::forget(tx, form.participant.id, None).await?;
    let entry = journal_entry("discard_upload", format!("{round}/{code}"));
    Ok(journal::enter(tx, actor, entry).await?)
}

/// Takes the answers with these numbers over from what was read in the file. Each keeps the place
/// where it was read; the others stay as they are.
pub async fn take_over_upload(
    tx: &mut Tx,
    actor: &Actor,
    (round, code): (&str, &MunicipalityCode),
    reading: &FormReading,
    numbers: &[u32],
) -> Outcome<()> {
    let form = own_form(tx, actor, Deed::ImportForm, (round, code)).await?;
    let upload = uploads::of_participant(tx, form.participant.id).await?;
    let upload = upload.ok_or(Stop::NotFound)?;
    if numbers.is_empty() {
        return Err(Refusal::new("filling-refusal-nothing-chosen")
            .at("take")
            .into());
    }
    let version = form.draft(tx, actor).await?;
    let chosen = |read: &&EntryReading| numbers.contains(&read.number);
    for read in reading.entries.iter().filter(chosen) {
        let (entry, _) = entries::numbered(tx, version.id, read.number).await?;
        entries::take_over(tx, &as_read(entry, read), read, &actor.name).await?;
    }
    forms::set_file(tx, version.id, (upload.file, &upload.name)).await?;
    uploads::forget(tx, form.participant.id, Some(upload.file)).await?;
    recheck(tx, &version).await?;
    let subject = format!("{round}/{code} v{}", version.number);
    let entry = journal_entry("take_over_upload", subject)
        .with("file", upload.name)
        .with("numbers", numbers.to_vec());
    Ok(journal::enter(tx, actor, entry).await?)
}

/// The answer as the file has it; whoever took it over has looked at it.
fn as_read(entry: Entry, read: &EntryReading) -> Entry {
    Entry {
        status: read.status,
        remark: read.remark.clone(),
        source: read.source.clone(),
        is_confirmed: true,
        ..entry
    }
}
