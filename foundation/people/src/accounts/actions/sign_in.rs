//! Signing in takes three steps, so that no transaction is open while a password is compared:
//! the attempt is counted, the password compared, the session begun.

use super::entry;
use crate::accounts::records::account::{self, Account, AccountId};
use crate::accounts::records::failures::{self, Subject};
use crate::accounts::records::roles;
use crate::accounts::records::sessions::{self, SessionId, Visit};
use crate::accounts::rules::mail_address::folded;
use crate::accounts::rules::password;
use crate::accounts::secret::Secret;
use crate::accounts::summary::Person;
use crate::journal;
use chrono::{DateTime, Utc};
use database::Tx;
use kernel::{Actor, Fault, Outcome, Refusal};

/// An attempt that was counted: what has to be compared.
pub struct Challenge {
    folded_mail: String,
    address: String,
    account: Option<Account>,
    kept: Option<String>,
    failures: i64,
}

/// An attempt whose password was compared.
pub struct Checked {
    challenge: Challenge,
    right: bool,
}

/// A session that has begun.
pub struct Begun {
    /// Whose.
    pub account: AccountId,
    /// What the cookie holds.
    pub secret: Secret,
}

/// Counts an attempt. The same is done, and the same refused, whether there is such an account or
/// not.
///
/// # Errors
/// A refusal that says how long to wait, after too many attempts.
pub async fn begin_sign_in(tx: &mut Tx, mail: &str, visit: &Visit) -> Outcome<Challenge> {
    let folded_mail = folded(mail);
    let subjects = [
        Subject::mail(&folded_mail),
        Subject::address(&visit.address),
    ];
    for subject in &subjects {
        if let Some(until) = failures::waits_until(tx, subject).await? {
            return Err(wait(tx.now(), until).into());
        }
    }
    let [mail, address] = subjects;
    // Counted before the password is compared: many attempts at once count as many.
    let failures = failures::count(tx, &mail).await?;
    failures::count(tx, &address).await?;
    let account = account::with_folded_mail(tx, &folded_mail).await?;
    let id = account.as_ref().map_or(AccountId(0), |account| account.id);
    let kept = account::password_hash(tx, id).await?;
    Ok(Challenge {
        folded_mail,
        address: visit.address.clone(),
        account,
        kept,
        failures,
    })
}

fn wait(now: DateTime<Utc>, until: DateTime<Utc>) -> Refusal {
    let seconds = (until - now).num_seconds().max(1);
    match seconds {
        ..=60 => Refusal::new("account-refusal-wait-seconds").with("seconds", seconds),
        _ => Refusal::new("account-refusal-wait-minutes").with("minutes", (seconds + 59) / 60),
    }
}

impl Challenge {
    /// Compares a password: tens of milliseconds of work, not for the threads that answer
    /// requests.
    pub fn check(self, words: &str) -> Result<Checked, Fault> {
        let right = password::verify(words, self.kept.as_deref())?;
        Ok(Checked {
            challenge: self,
            right,
        })
    }
}

impl Checked {
    /// The account, if the password was right and it may be used.
    pub(crate) fn account(&self) -> Option<&Account> {
        let account = self.challenge.account.as_ref();
        account.filter(|account| self.right && account.disabled.is_none())
    }

    /// A right password forgets the failures before it.
    pub(crate) async fn forget_failures(&self, tx: &mut Tx) -> Result<(), Fault> {
        failures::forget(tx, &Subject::mail(&self.challenge.folded_mail)).await?;
        failures::take_back(tx, &Subject::address(&self.challenge.address)).await
    }
}

/// Begins a session after a right password; nothing after a wrong one. What is written stays in
/// either case. The session that the browser had before ends: nobody can have planted it.
pub async fn finish_sign_in(
    tx: &mut Tx,
    checked: Checked,
    visit: &Visit,
    earlier: Option<(AccountId, SessionId)>,
) -> Outcome<Option<Begun>> {
    let Some(account) = checked.account().cloned() else {
        note_refused(tx, &checked.challenge).await?;
        return Ok(None);
    };
    checked.forget_failures(tx).await?;
    let begun = begin(tx, account, visit, earlier, "sign_in").await?;
    Ok(Some(begun))
}

/// Begins a session and says so in the journal.
pub(super) async fn begin(
    tx: &mut Tx,
    account: Account,
    visit: &Visit,
    earlier: Option<(AccountId, SessionId)>,
    deed: &'static str,
) -> Outcome<Begun> {
    if let Some((owner, session)) = earlier {
        sessions::end(tx, owner, session).await?;
    }
    let id = account.id;
    let (_, secret) = sessions::begin(tx, id, visit).await?;
    let entry = entry(deed, &account.mail)
        .with("address", visit.address.as_str())
        .with("program", visit.program.as_str());
    let held = roles::of_account(tx, id).await?;
    let roles = held
        .into_iter()
        .filter(|role| role.revoked.is_none())
        .collect();
    let actor = Person { account, roles }.actor();
    journal::enter(tx, &actor, entry).await?;
    Ok(Begun {
        account: id,
        secret,
    })
}

/// The journal says when somebody has to wait for an account that exists, once for each wait.
async fn note_refused(tx: &mut Tx, challenge: &Challenge) -> Result<(), Fault> {
    let waits = failures::waits_until(tx, &Subject::mail(&challenge.folded_mail)).await?;
    let (Some(account), Some(_)) = (&challenge.account, waits) else {
        return Ok(());
    };
    let entry = entry("sign_in_refused", &account.mail)
        .with("address", challenge.address.as_str())
        .with("failures", challenge.failures);
    journal::enter(tx, &Actor::stranger(), entry).await
}
