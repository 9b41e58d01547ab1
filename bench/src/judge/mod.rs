//! Compares what was read with what is true.

pub mod reading;
pub mod remark;
pub mod score;
pub mod table;

use crate::generator::truth::{Doubt, Form, TrueEntry, TrueProposal};
use forms::{EntryReading, FormReading, Level, Status};
use score::Score;

/// How one status was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Right, and nobody is asked.
    Right,
    /// Right, but a person must look.
    RightAsked,
    /// Wrong, and a person must look.
    WrongAsked,
    /// Wrong, and nobody would notice.
    WrongInSilence,
}

/// Something that was not read as it should be.
#[derive(Debug, Clone)]
pub struct Finding {
    /// How grave: the suite fails over some and counts others.
    pub kind: &'static str,
    /// What was expected and what came.
    pub text: String,
}

/// Adds a form to the score and says what was wrong with it.
pub fn judge(form: &Form, reading: &FormReading, score: &mut Score) -> Vec<Finding> {
    let mut findings = Vec::new();
    score.forms += 1;
    if reading.entries.len() != form.truth.entries.len() {
        findings.push(finding(
            "entries",
            format!("{} entries", reading.entries.len()),
        ));
    }
    for (at, truth) in form.truth.entries.iter().enumerate() {
        match reading.entries.get(at) {
            Some(entry) => judge_entry(truth, entry, reading, score, &mut findings),
            None => score.silent += 1,
        }
    }
    judge_municipality(form, reading, score, &mut findings);
    for proposal in &form.truth.proposals {
        judge_proposal(proposal, reading, score, &mut findings);
    }
    let beyond = reading
        .unmatched
        .len()
        .saturating_sub(form.truth.proposals.len());
    score.rows_too_many += beyond;
    if beyond > 0 {
        let texts: Vec<_> = reading
            .unmatched
            .iter()
            .map(|row| short(&row.text))
            .collect();
        findings.push(finding("rows too many", format!("{texts:?}")));
    }
    findings
}

fn finding(kind: &'static str, text: String) -> Finding {
    Finding { kind, text }
}

/// Whether a person is asked about an entry.
pub fn asked(entry: &EntryReading, reading: &FormReading) -> bool {
    let problems = reading.problems.iter();
    let mut own = problems.filter(|problem| problem.number == Some(entry.number));
    own.any(|problem| problem.level >= Level::Warning)
        || entry.confidence < forms::DEFAULT_CONFIRM_BELOW && entry.status != Status::NotReported
}

fn verdict(truth: &TrueEntry, read: Status, asked: bool) -> Verdict {
    let right = match truth.doubt {
        Some(Doubt::Contradiction(other)) => {
            [truth.status, other, Status::NotReported].contains(&read)
        }
        _ => read == truth.status,
    };
    let must_ask = matches!(
        truth.doubt,
        Some(Doubt::Contradiction(_) | Doubt::UnknownWord)
    );
    match (right && (asked || !must_ask), asked) {
        (true, false) => Verdict::Right,
        (true, true) => Verdict::RightAsked,
        (false, true) => Verdict::WrongAsked,
        (false, false) => Verdict::WrongInSilence,
    }
}

fn judge_entry(
    truth: &TrueEntry,
    entry: &EntryReading,
    reading: &FormReading,
    score: &mut Score,
    findings: &mut Vec<Finding>,
) {
    let asked = asked(entry, reading);
    let verdict = verdict(truth, entry.status, asked);
    score.add(truth, entry.status, verdict);
    let kind = match (verdict, truth.doubt) {
        (Verdict::WrongInSilence, _) => Some("WRONG IN SILENCE"),
        (Verdict::WrongAsked, _) => Some("wrong, asked"),
        (Verdict::RightAsked, None) => Some("right, but asked"),
        _ => None,
    };
    if let Some(kind) = kind {
        findings.push(finding(kind, described(truth, entry, reading)));
    }
    judge_remark(truth, entry, score, findings);
}

fn judge_remark(
    truth: &TrueEntry,
    entry: &EntryReading,
    score: &mut Score,
    findings: &mut Vec<Finding>,
) {
    let outcome = remark::compare(&truth.remark, &entry.remark);
    score.remarks.add(&outcome);
    if !outcome.whole || !outcome.nothing_else {
        let read = forms::plain_remark(&entry.remark);
        let expected: Vec<_> = truth.remark.iter().map(|line| line.text()).collect();
        let text = format!(
            "number {}: expected {:?}, read {:?}",
            entry.number,
            expected.join("\n"),
            read
        );
        let kind = if outcome.whole {
            "remark with more"
        } else {
            "REMARK NOT WHOLE"
        };
        findings.push(finding(kind, text));
    }
}

fn described(truth: &TrueEntry, entry: &EntryReading, reading: &FormReading) -> String {
    let problems: Vec<_> = reading
        .problems
        .iter()
        .filter(|problem| problem.number == Some(entry.number))
        .map(|problem| problem.message.key.to_string())
        .collect();
    format!(
        "number {}: true {}{}, read {} by {:?}, confidence {:.2}, problems {problems:?}, {:?}, text {:?}",
        entry.number,
        truth.status.key(),
        truth
            .doubt
            .map(|doubt| format!(" ({doubt:?})"))
            .unwrap_or_default(),
        entry.status.key(),
        entry.evidence,
        entry.confidence,
        entry.source,
        short(&entry.read_text),
    )
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

fn judge_municipality(
    form: &Form,
    reading: &FormReading,
    score: &mut Score,
    findings: &mut Vec<Finding>,
) {
    let truth = form.truth.sender.as_ref().map(|sender| sender.code);
    let read = reading
        .municipality
        .as_ref()
        .map(|found| found.code.as_str());
    score.municipalities.add(truth == read);
    if truth != read {
        let kind = if read.is_some() {
            "MUNICIPALITY WRONG"
        } else {
            "municipality not found"
        };
        score.municipalities_wrong += usize::from(read.is_some());
        findings.push(finding(kind, format!("true {truth:?}, read {read:?}")));
    }
}

fn judge_proposal(
    truth: &TrueProposal,
    reading: &FormReading,
    score: &mut Score,
    findings: &mut Vec<Finding>,
) {
    let text = remark::letters(&truth.text);
    let kept = reading
        .unmatched
        .iter()
        .any(|row| row.status == truth.status && remark::letters(&row.text).contains(&text));
    score.proposals.add(kept);
    if !kept {
        findings.push(finding(
            "PROPOSAL LOST",
            format!("{} {:?}", truth.status.key(), truth.text),
        ));
    }
}
