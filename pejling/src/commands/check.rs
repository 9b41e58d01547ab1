use super::support;
use crate::cli::Check;
use crate::exit::{Ended, Ending};
use kernel::Message;
use web::languages::Texts;

/// Checks the database, the chain of the journal and the frozen reports.
pub fn run(check: &Check, texts: &Texts) -> Ended {
    support::runtime()?.block_on(async {
        let database = support::open(&check.store).await?;
        let health = followup::check(&database).await?;
        for finding in &health.findings {
            support::say(&texts.message(finding));
        }
        if !health.findings.is_empty() {
            return Ok(Ending::ProblemsFound);
        }
        let clean = Message::new("cli-check-clean")
            .with("checked", health.journal_links)
            .with("releases", health.releases);
        support::say(&texts.message(&clean));
        Ok(Ending::Done)
    })
}
