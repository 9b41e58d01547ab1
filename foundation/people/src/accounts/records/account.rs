use crate::accounts::rules::mail_address::MailAddress;
use crate::accounts::rules::password::HashedPassword;
use crate::accounts::rules::person_name::PersonName;
use chrono::{DateTime, Utc};
use database::{FromRow, Row, Tx, id_type, params};
use kernel::{Actor, Fault, Language, Outcome, Stop};

id_type! {
    /// An account.
    AccountId
}

/// A person's account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The number.
    pub id: AccountId,
    /// The person's name.
    pub name: String,
    /// Their mail address, as it was written.
    pub mail: String,
    /// The language of letters to them.
    pub language: Language,
    /// Whether the person is invented, for the demonstration.
    pub fictional: bool,
    /// Whether a password was chosen: the invitation was taken.
    pub has_password: bool,
    /// When it was made, and by whom.
    pub created: (DateTime<Utc>, String),
    /// When it was disabled, and by whom.
    pub disabled: Option<(DateTime<Utc>, String)>,
    /// Rises with every change.
    pub version: i64,
}

impl FromRow for Account {
    fn from_row(row: &Row) -> Result<Self, Fault> {
        let disabled_at: Option<DateTime<Utc>> = row.get("disabled_at")?;
        let disabled_by: Option<String> = row.get("disabled_by")?;
        Ok(Self {
            id: AccountId(row.get("id")?),
            name: row.get("name")?,
            mail: row.get("mail")?,
            language: row.word("language", Language::from_tag)?,
            fictional: row.get("fictional")?,
            has_password: row
                .get::<Option<DateTime<Utc>>>("password_set_at")?
                .is_some(),
            created: (row.get("created_at")?, row.get("created_by")?),
            disabled: disabled_at.zip(disabled_by),
            version: row.get("version")?,
        })
    }
}

impl Account {
    /// The name, checked when it was taken in.
    pub fn checked_name(&self) -> Result<PersonName, Fault> {
        PersonName::read(&self.name).map_err(|_| Fault::new("a stored name breaks its rule"))
    }

    /// The mail address, checked when it was taken in.
    pub fn checked_mail(&self) -> Result<MailAddress, Fault> {
        MailAddress::read(&self.mail)
            .map_err(|_| Fault::new("a stored mail address breaks its rule"))
    }
}

/// A new account.
pub(crate) struct NewAccount<'new> {
    pub name: &'new PersonName,
    pub mail: &'new MailAddress,
    pub language: Language,
    pub fictional: bool,
}

/// Adds an account without a password.
pub(crate) async fn insert(
    tx: &mut Tx,
    actor: &Actor,
    new: NewAccount<'_>,
) -> Result<AccountId, Fault> {
    let now = tx.now();
    let id: i64 = tx
        .one(
            "INSERT INTO accounts (name, mail, folded_mail, language, fictional, created_at,
                                   created_by, version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, 1) RETURNING id",
            params![
                new.name.as_str(),
                new.mail.as_str(),
                new.mail.folded(),
                new.language.tag(),
                new.fictional,
                now,
                actor.name.as_str()
            ],
        )
        .await?;
    Ok(AccountId(id))
}

/// The account with a number.
pub(crate) async fn get(tx: &mut Tx, id: AccountId) -> Outcome<Account> {
    let found = tx
        .optional(
            "SELECT id, name, mail, language, fictional, password_set_at, created_at, created_by,
                    disabled_at, disabled_by, version
             FROM accounts WHERE id = $1",
            params![id],
        )
        .await?;
    found.ok_or(Stop::NotFound)
}

/// The account with a folded mail address.
pub(crate) async fn with_folded_mail(tx: &mut Tx, folded: &str) -> Result<Option<Account>, Fault> {
    tx.optional(
        "SELECT id, name, mail, language, fictional, password_set_at, created_at, created_by,
                disabled_at, disabled_by, version
         FROM accounts WHERE folded_mail = $1",
        params![folded],
    )
    .await
}

/// All accounts, by their folded mail address.
pub(crate) async fn all(tx: &mut Tx) -> Result<Vec<Account>, Fault> {
    tx.all(
        "SELECT id, name, mail, language, fictional, password_set_at, created_at, created_by,
                disabled_at, disabled_by, version
         FROM accounts ORDER BY folded_mail",
        [],
    )
    .await
}

/// What is kept of an account's password.
pub(crate) async fn password_hash(tx: &mut Tx, id: AccountId) -> Result<Option<String>, Fault> {
    struct Kept(Option<String>);
    impl FromRow for Kept {
        fn from_row(row: &Row) -> Result<Self, Fault> {
            Ok(Self(row.get("password_hash")?))
        }
    }
    let kept: Option<Kept> = tx
        .optional(
            "SELECT password_hash FROM accounts WHERE id = $1",
            params![id],
        )
        .await?;
    Ok(kept.and_then(|kept| kept.0))
}

/// Keeps a new password.
pub(crate) async fn set_password(
    tx: &mut Tx,
    id: AccountId,
    password: &HashedPassword,
) -> Result<(), Fault> {
    let now = tx.now();
    tx.execute(
        "UPDATE accounts SET password_hash = $2, password_set_at = $3, version = version + 1
         WHERE id = $1",
        params![id, password.as_str(), now],
    )
    .await?;
    Ok(())
}

/// Changes name and language, if nobody changed the account since `version`.
pub(crate) async fn edit(
    tx: &mut Tx,
    id: AccountId,
    version: i64,
    (name, language): (&PersonName, Language),
) -> Result<bool, Fault> {
    let changed = tx
        .execute(
            "UPDATE accounts SET name = $3, language = $4, version = version + 1
             WHERE id = $1 AND version = $2",
            params![id, version, name.as_str(), language.tag()],
        )
        .await?;
    Ok(changed > 0)
}

/// Disables an account, or lifts that; whether it was otherwise before.
pub(crate) async fn set_disabled(
    tx: &mut Tx,
    id: AccountId,
    by: Option<&Actor>,
) -> Result<bool, Fault> {
    let at = by.map(|_| tx.now());
    let by = by.map(|actor| actor.name.as_str());
    let changed = tx
        .execute(
            "UPDATE accounts SET disabled_at = $2, disabled_by = $3, version = version + 1
             WHERE id = $1 AND (disabled_at IS NULL) = ($4 = true)",
            params![id, at, by, at.is_some()],
        )
        .await?;
    Ok(changed > 0)
}
