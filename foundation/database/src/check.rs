use crate::{Database, dialect};
use kernel::{Fault, Message};

/// What is wrong with the database's own structures: damaged pages and indexes, rows that point
/// to nothing. Empty when all is well.
pub async fn check(database: &Database) -> Result<Vec<Message>, Fault> {
    let mut tx = database.read().await?;
    let mut findings = Vec::new();
    for question in dialect::integrity_questions(&tx) {
        let found: Vec<String> = tx.all(question, []).await?;
        findings.extend(
            found
                .into_iter()
                .map(|finding| Message::new("database-damaged").with("finding", finding)),
        );
    }
    Ok(findings)
}
