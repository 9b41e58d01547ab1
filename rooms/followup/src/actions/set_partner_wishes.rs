use super::confirm_entry::refuse_if_settled;
use super::journal_entry;
use crate::access::{self, Deed};
use crate::records::entries::{self, Entry};
use crate::records::{EntryId, forms, refuse_if_stale};
use crate::rules::aggregate_report::WishKind;
use database::Tx;
use kernel::{Actor, Outcome};
use people::journal;

/// Says which partners a municipality seeks and which places or experience it offers.
pub async fn set_partner_wishes(
    tx: &mut Tx,
    actor: &Actor,
    id: EntryId,
    seen: i64,
    wishes: Vec<(WishKind, String)>,
) -> Outcome<Entry> {
    let entry = entries::get(tx, id).await?;
    let version = forms::get(tx, entry.form_version).await?;
    access::may(actor, Deed::SetPartnerWishes, &version)?;
    let version = refuse_if_settled(version)?;
    refuse_if_stale(&entry.change, seen, entry.status.key())?;
    let said = |(kind, text): (WishKind, String)| (kind, text.trim().to_owned());
    let mut wishes: Vec<(WishKind, String)> = wishes.into_iter().map(said).collect();
    wishes.retain(|(_, text)| !text.is_empty());
    entries::replace_wishes(tx, id, &wishes).await?;
    entries::update(tx, &entry, &actor.name).await?;
    let subject = format!("{} v{} nr. {}", version.code, version.number, entry.number);
    let entry = journal_entry("set_partner_wishes", subject).with("wishes", wishes.len());
    journal::enter(tx, actor, entry).await?;
    entries::get(tx, id).await
}
