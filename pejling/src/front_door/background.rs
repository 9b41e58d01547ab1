//! What goes on beside the answers to requests: what is due by the calendar is done, and letters
//! leave.

use database::Database;
use kernel::Fault;
use mail::PostOffice;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How often it is looked for letters that are due.
const LOOK_AGAIN: Duration = Duration::from_secs(2);

/// After so many looks for letters it is asked what is due by the calendar: every ten minutes.
const LOOKS_BETWEEN_DUTIES: u32 = 300;

/// How long a letter in hand is waited for when the server stops. One that is cut off is tried
/// again when its lease has ended.
const PATIENCE: Duration = Duration::from_secs(10);

/// The work in the background of one server; several servers may share one database.
pub struct Background {
    stop: watch::Sender<bool>,
    work: JoinHandle<()>,
}

impl Background {
    /// Begins. Without a post office letters wait.
    pub fn start(database: Database, office: Option<PostOffice>) -> Self {
        let (stop, stopped) = watch::channel(false);
        let work = tokio::spawn(work(database, office, stopped));
        Self { stop, work }
    }

    /// Ends after the letter in hand.
    pub async fn end(self) {
        let _ = self.stop.send(true);
        if tokio::time::timeout(PATIENCE, self.work).await.is_err() {
            tracing::warn!("a letter was in hand when the server stopped; it is tried again");
        }
    }
}

async fn work(database: Database, office: Option<PostOffice>, mut stopped: watch::Receiver<bool>) {
    let mut clock = tokio::time::interval(LOOK_AGAIN);
    let mut looks = 0;
    loop {
        tokio::select! {
            _ = clock.tick() => {}
            _ = stopped.changed() => return,
        }
        if looks % LOOKS_BETWEEN_DUTIES == 0 {
            warn_of(followup::duties::run(&database).await);
        }
        looks = looks.wrapping_add(1);
        if let Some(office) = &office {
            let goes_on = || !*stopped.borrow();
            warn_of(mail::deliver_due(&database, office, goes_on).await);
        }
    }
}

/// What fails now is tried again at the next look.
fn warn_of<T>(done: Result<T, Fault>) {
    if let Err(fault) = done {
        tracing::warn!(%fault, "the work in the background was interrupted");
    }
}
