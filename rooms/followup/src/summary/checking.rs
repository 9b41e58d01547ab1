//! Whether what is stored is still what was stored.

use crate::records::entries::{Correction, Entry};
use crate::records::forms::FormVersion;
use crate::records::receipts::Receipt;
use crate::records::{entries, files, forms, receipts, releases, rounds};
use crate::rules::receipt::{SubmittedAnswer, SubmittedForm};
use ::forms::{RemarkParagraph, Status};
use chrono::{DateTime, Utc};
use database::{Database, Tx};
use kernel::{Fault, Message};
use people::journal;

/// What a full check of the data found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// What is wrong; empty when all is well.
    pub findings: Vec<Message>,
    /// How many entries of the journal were followed.
    pub journal_links: usize,
    /// How many frozen reports were compared with their hashes.
    pub releases: usize,
}

/// Checks everything: the database's own structures, the journal's chain, every frozen report and
/// every received file.
pub async fn health(database: &Database) -> Result<Health, Fault> {
    let mut findings = database::check(database).await?;
    let mut tx = database.read().await?;
    findings.extend(journal::verify(&mut tx).await?);
    findings.extend(check(&mut tx).await?);
    Ok(Health {
        findings,
        journal_links: journal::length(&mut tx).await?,
        releases: releases::all(&mut tx).await?.len(),
    })
}

/// Reads every frozen report and every received file and says which are not what they were.
pub async fn check(tx: &mut Tx) -> Result<Vec<Message>, Fault> {
    let mut findings = Vec::new();
    for release in releases::all(tx).await? {
        let round = rounds::get(tx, release.round).await?;
        let snapshot = releases::snapshot(tx, release.round, Some(release.number)).await?;
        if !snapshot.is_some_and(|snapshot| snapshot.is_intact()) {
            findings.push(
                Message::new("followup-release-changed")
                    .with("round", round.key)
                    .with("number", release.number),
            );
        }
    }
    findings.extend(changed_receipts(tx).await?);
    for sha256 in files::damaged(tx).await? {
        findings.push(Message::new("followup-file-changed").with("sha256", sha256));
    }
    Ok(findings)
}

/// The receipts that are not what was submitted: another text than their fingerprint, or other
/// answers than those that stand in the form. What a person corrected since is on record and is
/// taken back first.
async fn changed_receipts(tx: &mut Tx) -> Result<Vec<Message>, Fault> {
    let mut findings = Vec::new();
    for receipt in receipts::all(tx).await? {
        let Some(version) = forms::find(tx, receipt.form_version).await? else {
            continue;
        };
        let told = |key| {
            Message::new(key)
                .with("municipality", version.name.as_str())
                .with("number", version.number)
        };
        if !receipt.is_intact() {
            findings.push(told("followup-receipt-changed"));
        } else if !gives(tx, &version, &receipt).await? {
            findings.push(told("followup-receipt-differs"));
        }
    }
    Ok(findings)
}

/// Whether the form's answers give the status and remark that the receipt says.
async fn gives(tx: &mut Tx, version: &FormVersion, receipt: &Receipt) -> Result<bool, Fault> {
    let Ok(submitted) = serde_json::from_str::<SubmittedForm>(&receipt.answers) else {
        return Ok(false);
    };
    let corrections = entries::corrections(tx, version.id).await?;
    let stored = entries::of_version(tx, version.id).await?;
    let said = &submitted.answers;
    let agrees = |(entry, answer): (&Entry, &SubmittedAnswer)| {
        let own = corrections.iter().filter(|one| one.entry == entry.id);
        let stood = standing_at(receipt.at, entry, own.collect());
        entry.number == answer.number && stood.contains(&(answer.status, &answer.remark))
    };
    Ok(stored.len() == said.len() && stored.iter().zip(said).all(agrees))
}

/// What may have stood in an entry at a moment, before and after what was corrected at that very
/// moment: a deed of many parts has one time.
fn standing_at<'e>(
    moment: DateTime<Utc>,
    entry: &'e Entry,
    corrections: Vec<&'e Correction>,
) -> [(Status, &'e Vec<RemarkParagraph>); 2] {
    let before_first = |is_since: fn(DateTime<Utc>, DateTime<Utc>) -> bool| {
        let mut since = corrections.iter().filter(|one| is_since(one.at, moment));
        match since.next() {
            Some(first) => (first.status_before, &first.remark_before),
            None => (entry.status, &entry.remark),
        }
    };
    [
        before_first(|at, moment| at >= moment),
        before_first(|at, moment| at > moment),
    ]
}
