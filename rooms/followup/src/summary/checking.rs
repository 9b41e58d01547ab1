//! Whether what is stored is still what was stored.

use crate::records::{files, releases, rounds};
use database::Tx;
use kernel::{Fault, Message};

/// Reads every frozen report and every received file and says which are not what they were. For
/// the database itself and the journal see `database::check` and `people::journal::verify`.
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
