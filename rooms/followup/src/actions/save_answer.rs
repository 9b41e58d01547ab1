use super::drafting::{OwnForm, own_form};
use super::journal_entry;
use super::recheck::recheck_entry;
use crate::access::Deed;
use crate::records::entries::{self, Entry};
use crate::records::forms::FormVersion;
use crate::rules::aggregate_report::WishKind;
use crate::rules::marked_text;
use crate::rules::merging::{Answer, AnswerField, merge};
use crate::summary::as_typed;
use chrono::{DateTime, Utc};
use database::Tx;
use kernel::{Actor, MunicipalityCode, Outcome, Stop};
use people::journal;

/// An answer as somebody typed it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedAnswer {
    /// What the page showed when they began to type.
    pub base: Answer,
    /// What stands in its fields now.
    pub mine: Answer,
    /// The page that it was typed on: the same page may save over what it saved before.
    pub page: String,
}

/// What became of an answer that somebody typed.
#[derive(Debug, Clone, PartialEq)]
pub enum SavedAnswer {
    /// It stands.
    Saved(StoredAnswer),
    /// Another person changed the same; nothing was stored.
    Conflict(AnswerConflict),
}

/// An answer as it is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredAnswer {
    /// The answer.
    pub answer: Answer,
    /// Whose change it was joined with, if there was one in the meantime.
    pub joined_with: Option<String>,
    /// When it was stored.
    pub at: DateTime<Utc>,
}

/// Two answers of which a person must choose.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerConflict {
    /// What stands there.
    pub theirs: Answer,
    /// What was typed, joined with what stands there as far as it goes.
    pub mine: Answer,
    /// Where the two contradict each other.
    pub fields: Vec<AnswerField>,
    /// Who wrote what stands there.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Saves an answer that is filled in. Changes of another person since the page was shown are kept
/// field by field; where both changed the same, nothing is stored and both are shown.
pub async fn save_answer(
    tx: &mut Tx,
    actor: &Actor,
    (round, code): (&str, &MunicipalityCode),
    number: u32,
    typed: TypedAnswer,
) -> Outcome<SavedAnswer> {
    let form = own_form(tx, actor, Deed::FillInForm, (round, code)).await?;
    form.refuse_if_handed_in()?;
    let standing = Standing::of(tx, &form, number).await?;
    let (mine, base) = (typed.mine.tidy(), typed.base.tidy());
    let theirs = standing.answer.clone().tidy();
    let base = if standing.was_saved_from(&typed.page, actor) {
        theirs.clone()
    } else {
        base
    };
    let merged = merge(&base, &theirs, &mine);
    if !merged.conflicts.is_empty() {
        return Ok(SavedAnswer::Conflict(standing.conflict(
            tx,
            &mine,
            &merged.answer,
            merged.conflicts,
        )));
    }
    if merged.answer != theirs {
        let version = form.draft(tx, actor).await?;
        // What was joined with another's change is no longer this page's alone.
        let page = if merged.answer == mine {
            typed.page.as_str()
        } else {
            ""
        };
        write(
            tx,
            actor,
            &form,
            &version,
            number,
            (&theirs, &merged.answer),
            page,
        )
        .await?;
    }
    Ok(SavedAnswer::Saved(StoredAnswer {
        joined_with: (merged.answer != mine).then_some(standing.by()).flatten(),
        answer: merged.answer,
        at: tx.now(),
    }))
}

/// What stands in the newest version.
struct Standing {
    entry: Option<Entry>,
    saved_from: String,
    answer: Answer,
}

impl Standing {
    async fn of(tx: &mut Tx, form: &OwnForm, number: u32) -> Outcome<Self> {
        let Some(newest) = &form.newest else {
            return Ok(Self {
                entry: None,
                saved_from: String::new(),
                answer: Answer::default(),
            });
        };
        let (entry, saved_from) = entries::numbered(tx, newest.id, number).await?;
        let wishes = entries::wishes_of(tx, entry.id).await?;
        Ok(Self {
            answer: as_typed(&entry, &wishes),
            entry: Some(entry),
            saved_from,
        })
    }

    fn was_saved_from(&self, page: &str, actor: &Actor) -> bool {
        !page.is_empty() && self.saved_from == page && self.by().as_ref() == Some(&actor.name)
    }

    fn by(&self) -> Option<String> {
        self.entry.as_ref().map(|entry| entry.change.by.clone())
    }

    fn conflict(
        self,
        tx: &Tx,
        mine: &Answer,
        joined: &Answer,
        fields: Vec<AnswerField>,
    ) -> AnswerConflict {
        let own = |answer: Answer, field: &AnswerField| answer.with(*field, mine.text(*field));
        AnswerConflict {
            mine: fields.iter().fold(joined.clone(), own),
            by: self.by().unwrap_or_default(),
            at: self.entry.map_or(tx.now(), |entry| entry.change.at),
            theirs: self.answer,
            fields,
        }
    }
}

async fn write(
    tx: &mut Tx,
    actor: &Actor,
    form: &OwnForm,
    version: &FormVersion,
    number: u32,
    (before, after): (&Answer, &Answer),
    page: &str,
) -> Outcome<()> {
    let (entry, _) = entries::numbered(tx, version.id, number).await?;
    let edited = Entry {
        status: after.status,
        remark: marked_text::read(&after.remark, &entry.remark),
        is_confirmed: true,
        ..entry
    };
    if !entries::write_typed(tx, &edited, page, &actor.name).await? {
        return Err(Stop::NotFound);
    }
    if (&before.seeks, &before.offers) != (&after.seeks, &after.offers) {
        entries::replace_wishes(tx, edited.id, &wishes(after)).await?;
    }
    if (before.status, &before.remark) != (after.status, &after.remark) {
        entries::forget_same(tx, edited.id).await?;
    }
    recheck_entry(tx, &form.round, version, &edited).await?;
    let subject = format!(
        "{}/{} v{} nr. {number}",
        form.round.key, version.code, version.number
    );
    let changed = AnswerField::ALL
        .into_iter()
        .filter(|field| before.text(*field) != after.text(*field));
    let fields: Vec<&str> = changed.map(AnswerField::key).collect();
    let entry = journal_entry("save_answer", subject).with("fields", fields);
    Ok(journal::enter(tx, actor, entry).await?)
}

fn wishes(answer: &Answer) -> Vec<(WishKind, String)> {
    let lines = |text: &str, kind: WishKind| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines
            .map(|line| (kind, line.to_owned()))
            .collect::<Vec<_>>()
    };
    let mut all = lines(&answer.seeks, WishKind::Seeks);
    all.extend(lines(&answer.offers, WishKind::Offers));
    all
}
