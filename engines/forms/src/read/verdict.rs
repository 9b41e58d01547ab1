//! One status from all the signs of a row.

use crate::read::signs::{Doubt, Sign, Signs};
use crate::read::tint::Tint;
use crate::{Status, StatusEvidence};

/// The status that a row says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Verdict {
    pub status: Status,
    pub evidence: Vec<StatusEvidence>,
    /// 0 to 1; 1 where nothing was said, since that is certain.
    pub sure: f64,
    /// What a person must look at.
    pub concern: Option<Concern>,
}

/// What is wrong with a row's status.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Concern {
    /// One cell, and it does not decide.
    Doubt(Doubt),
    /// Two kinds of signs that disagree: what won and what lost.
    Contradiction((StatusEvidence, Status), (StatusEvidence, Status)),
    /// Text that is no status, beside a colour that is one.
    UnknownBesideColour(String),
    /// A colour that is none of the three.
    UnknownColour,
}

/// Judges the signs. Words win over colours; a colour wins over nothing.
pub(crate) fn judge(signs: &Signs) -> Verdict {
    let colours = colour_signs(signs);
    match (&signs.doubt, signs.said.first()) {
        (Some(Doubt::Unknown(text)), None) => beside_colour(&colours, text),
        (Some(doubt @ (Doubt::SeveralWords(_) | Doubt::SeveralMarks | Doubt::Negated(_))), _) => {
            undecided(signs, doubt)
        }
        (doubt, Some(first)) => {
            let mut verdict = said(first, &signs.said[1..], &colours);
            if doubt.as_ref() == Some(&Doubt::TwoColumns) {
                verdict.sure = verdict.sure.min(0.6);
            }
            verdict.concern = verdict
                .concern
                .or_else(|| doubt.clone().map(Concern::Doubt));
            verdict
        }
        (doubt, None) => {
            let mut verdict = by_colour(signs, &colours);
            verdict.concern = verdict
                .concern
                .or_else(|| doubt.clone().map(Concern::Doubt));
            verdict
        }
    }
}

fn colour_signs(signs: &Signs) -> Vec<Sign> {
    let sign = |tint: Option<Tint>, evidence| {
        let (status, sure) = tint?.status()?;
        Some(Sign {
            status,
            evidence,
            sure,
        })
    };
    [
        sign(signs.fill, StatusEvidence::Fill),
        sign(signs.ink, StatusEvidence::TextColor),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn undecided(signs: &Signs, doubt: &Doubt) -> Verdict {
    let evidence = signs
        .said
        .iter()
        .map(|sign| sign.evidence.clone())
        .collect();
    Verdict {
        status: Status::NotReported,
        evidence,
        sure: 0.0,
        concern: Some(Concern::Doubt(doubt.clone())),
    }
}

fn said(first: &Sign, others: &[Sign], colours: &[Sign]) -> Verdict {
    let mut verdict = Verdict {
        status: first.status,
        evidence: vec![first.evidence.clone()],
        sure: first.sure,
        concern: None,
    };
    for other in others.iter().chain(colours) {
        // A dash or "deltager ikke" on a coloured cell contradicts it like any other word.
        if other.status != first.status {
            verdict.sure = verdict.sure.min(0.6);
            verdict.concern.get_or_insert(Concern::Contradiction(
                (first.evidence.clone(), first.status),
                (other.evidence.clone(), other.status),
            ));
        } else if !verdict.evidence.contains(&other.evidence) {
            // A second sign that agrees makes a doubtful first one surer.
            verdict.sure = verdict
                .sure
                .max(1.0 - (1.0 - verdict.sure) * (1.0 - other.sure));
        }
        verdict.evidence.push(other.evidence.clone());
    }
    verdict.evidence.dedup();
    verdict
}

fn by_colour(signs: &Signs, colours: &[Sign]) -> Verdict {
    match colours.split_first() {
        Some((first, others)) => said(first, others, &[]),
        None if signs.fill == Some(Tint::Other) => Verdict {
            sure: 0.0,
            concern: Some(Concern::UnknownColour),
            ..Verdict::default()
        },
        None => Verdict {
            sure: 1.0,
            ..Verdict::default()
        },
    }
}

fn beside_colour(colours: &[Sign], text: &str) -> Verdict {
    match colours.split_first() {
        Some((first, others)) => {
            let mut verdict = said(first, others, &[]);
            verdict.sure = verdict.sure.min(0.7);
            verdict
                .concern
                .get_or_insert(Concern::UnknownBesideColour(text.to_owned()));
            verdict
        }
        None => Verdict {
            sure: 0.0,
            concern: Some(Concern::Doubt(Doubt::Unknown(text.to_owned()))),
            ..Verdict::default()
        },
    }
}
