use super::drafting::own_form;
use super::journal_entry;
use super::recheck::recheck_entry;
use crate::access::Deed;
use crate::records::entries::{self, Entry};
use crate::summary::previous_answer;
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome, Refusal, Stop};
use people::journal;

/// Says that an answer is the same as in the round before and still true: that round's status and
/// remark become the answer, and who said so is kept.
pub async fn confirm_same_answer(
    tx: &mut Tx,
    actor: &Actor,
    (round, code): (&str, &MunicipalityCode),
    number: u32,
) -> Outcome<()> {
    let form = own_form(tx, actor, Deed::FillInForm, (round, code)).await?;
    let before = previous_answer(tx, &form.round, code, number).await?;
    let nothing = || Refusal::new("filling-refusal-nothing-before").at("same");
    let before = before.ok_or_else(nothing)?;
    let version = form.draft(tx, actor).await?;
    let (entry, _) = entries::numbered(tx, version.id, number).await?;
    let same = Entry {
        status: before.status,
        remark: before.remark,
        is_confirmed: true,
        ..entry
    };
    if !entries::write_typed(tx, &same, "", &actor.name).await? {
        return Err(Stop::NotFound);
    }
    entries::confirm_same(tx, same.id, &actor.name).await?;
    recheck_entry(tx, &form.round, &version, &same).await?;
    let subject = format!("{}/{code} v{} nr. {number}", form.round.key, version.number);
    let entry = journal_entry("confirm_same_answer", subject).with("as_in", before.round_key);
    Ok(journal::enter(tx, actor, entry).await?)
}
