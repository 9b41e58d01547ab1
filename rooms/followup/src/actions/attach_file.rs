use super::drafting::own_form;
use super::journal_entry;
use crate::access::{self, Deed};
use crate::records::{AttachmentId, attachments, entries, files, forms};
use crate::rules::progress_form::FormState;
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome, Refusal};
use people::journal;

/// So many files may lie beside one answer.
pub const ATTACHMENTS: usize = 5;
/// The largest of them, in bytes.
pub const ATTACHMENT_SIZE: usize = 5 * 1024 * 1024;

/// A file to be put beside an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAttachment {
    /// The name under which it was sent.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Puts a file beside an answer. It is kept as it came, and only ever handed out to be saved.
pub async fn attach_file(
    tx: &mut Tx,
    actor: &Actor,
    (round, code): (&str, &MunicipalityCode),
    number: u32,
    file: NewAttachment,
) -> Outcome<()> {
    let form = own_form(tx, actor, Deed::FillInForm, (round, code)).await?;
    check(&file)?;
    let version = form.draft(tx, actor).await?;
    let (entry, _) = entries::numbered(tx, version.id, number).await?;
    let there = attachments::of_version(tx, version.id).await?;
    if there.iter().filter(|one| one.entry == entry.id).count() >= ATTACHMENTS {
        let refusal = Refusal::new("filling-refusal-too-many-attachments");
        return Err(refusal.with("most", ATTACHMENTS).at("attachment").into());
    }
    let kept = files::keep(tx, &ending(&file.name), &file.bytes).await?;
    if !attachments::insert(tx, entry.id, kept, &file.name, &actor.name).await? {
        let refusal = Refusal::new("filling-refusal-attached-already");
        return Err(refusal.at("attachment").into());
    }
    let subject = format!("{}/{code} v{} nr. {number}", form.round.key, version.number);
    let entry = journal_entry("attach_file", subject)
        .with("file", file.name)
        .with("sha256", files::sha256(&file.bytes));
    Ok(journal::enter(tx, actor, entry).await?)
}

fn check(file: &NewAttachment) -> Result<(), Refusal> {
    let key = match file.bytes.len() {
        0 => "filling-refusal-empty-attachment",
        size if size > ATTACHMENT_SIZE => "filling-refusal-large-attachment",
        _ => return Ok(()),
    };
    Err(Refusal::new(key)
        .with("megabytes", ATTACHMENT_SIZE / 1024 / 1024)
        .at("attachment"))
}

fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.chars().take(10).collect::<String>().to_lowercase()
}

/// Takes a file away from an answer that is being filled in.
pub async fn remove_attachment(tx: &mut Tx, actor: &Actor, id: AttachmentId) -> Outcome<()> {
    let attached = attachments::get(tx, id).await?;
    let version = forms::get(tx, attached.form_version).await?;
    access::may(actor, Deed::FillInForm, &version)?;
    if version.state != FormState::InProgress {
        return Err(Refusal::new("filling-refusal-handed-in").into());
    }
    attachments::delete(tx, id).await?;
    let subject = format!(
        "{} v{} nr. {}",
        version.code, version.number, attached.number
    );
    let entry = journal_entry("remove_attachment", subject).with("file", attached.name);
    Ok(journal::enter(tx, actor, entry).await?)
}
