//! Whether what is stored is still what was stored.

use crate::records::{files, releases, rounds};
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
    for sha256 in files::damaged(tx).await? {
        findings.push(Message::new("followup-file-changed").with("sha256", sha256));
    }
    Ok(findings)
}
