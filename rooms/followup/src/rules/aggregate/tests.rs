#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use chrono::{NaiveDate, TimeZone, Utc};
use forms::Obligation;
use proptest::prelude::*;

fn recommendation(number: u32, predecessors: &[u32]) -> RecommendationFacts {
    RecommendationFacts {
        number,
        area: 0,
        obligation: if number == 1 {
            Obligation::Must
        } else {
            Obligation::May
        },
        text: format!("Anbefaling {number}"),
        short_title: format!("Nr. {number}"),
        predecessors: predecessors.to_vec(),
    }
}

fn participant(code: u32, name: &str, statuses: Option<&[Status]>) -> Participant {
    let form = |statuses: &[Status]| AcceptedForm {
        facts: FormFacts {
            version: 1,
            submitted_at: Utc.timestamp_opt(0, 0).unwrap(),
            late: false,
            file: None,
        },
        entries: (1..)
            .zip(statuses.iter().map(|status| EntryFacts {
                status: *status,
                ..EntryFacts::default()
            }))
            .collect(),
        wishes: Vec::new(),
        proposals: Vec::new(),
    };
    Participant {
        code: MunicipalityCode::parse(&format!("{code:04}")).unwrap(),
        name: name.into(),
        answer: statuses.map_or(Answer::Absent(Absence::NothingReceived), |statuses| {
            Answer::Accepted(form(statuses))
        }),
    }
}

fn input(
    recommendations: Vec<RecommendationFacts>,
    participants: Vec<Participant>,
    before: Option<AggregateReport>,
) -> AggregateInput {
    let day = NaiveDate::from_ymd_opt(2017, 1, 1).unwrap();
    AggregateInput {
        programme: ProgrammeFacts {
            key: "p".into(),
            title: "P".into(),
            recipient: "KKR".into(),
            fictional: true,
        },
        round: RoundFacts {
            key: "r".into(),
            title: "R".into(),
            introduction: Vec::new(),
            due_on: None,
            set_period: (day, day),
            meanings: Vec::new(),
            sections: Section::ALL.to_vec(),
            logo: None,
        },
        release: None,
        areas: vec![AreaFacts { title: "A".into() }],
        recommendations,
        participants,
        before,
        decisions: Vec::new(),
    }
}

fn report(
    statuses: &[Status],
    predecessors: &[&[u32]],
    before: Option<AggregateReport>,
) -> AggregateReport {
    let recommendations = (1..)
        .zip(predecessors)
        .map(|(number, before)| recommendation(number, before))
        .collect();
    aggregate(
        input(
            recommendations,
            vec![participant(101, "København", Some(statuses))],
            before,
        ),
        str::cmp,
    )
}

#[test]
fn a_municipality_without_an_accepted_form_is_not_reported_and_never_red() {
    let participants = vec![
        participant(101, "København", Some(&[Status::Red])),
        participant(151, "Ballerup", None),
    ];
    let report = aggregate(
        input(vec![recommendation(1, &[])], participants, None),
        str::cmp,
    );
    assert_eq!(
        report.counts[0],
        StatusCounts {
            red: 1,
            not_reported: 1,
            ..StatusCounts::default()
        }
    );
    assert_eq!(report.answered(), 1);
    assert_eq!(report.missing()[0].name, "Ballerup");
}

#[test]
fn participants_stand_in_the_order_that_is_asked_for() {
    let participants = vec![
        participant(101, "Aabenraa", None),
        participant(102, "Ærø", None),
        participant(103, "Vejen", None),
    ];
    // An order that puts aa last, as Danish does.
    let danish = |left: &str, right: &str| {
        (left.starts_with("Aa"), left).cmp(&(right.starts_with("Aa"), right))
    };
    let report = aggregate(input(Vec::new(), participants, None), danish);
    let names: Vec<_> = report
        .participants
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["Vejen", "Ærø", "Aabenraa"]);
}

#[test]
fn a_recommendation_with_one_predecessor_is_compared() {
    let before = report(&[Status::Yellow], &[&[]], None);
    let now = report(&[Status::Green], &[&[1]], Some(before));
    assert_eq!(now.improved().len(), 1);
    assert!(now.worsened().is_empty());
}

#[test]
fn merged_and_split_recommendations_are_not_compared() {
    let before = || report(&[Status::Green, Status::Green], &[&[], &[]], None);
    let merged = report(&[Status::Red], &[&[1, 2]], Some(before()));
    let split = report(&[Status::Red, Status::Red], &[&[1], &[1]], Some(before()));
    assert!(merged.changes.unwrap().steps.is_empty());
    assert!(split.changes.unwrap().steps.is_empty());
}

#[test]
fn from_not_reported_to_green_is_a_change_but_no_improvement() {
    let before = report(&[Status::NotReported], &[&[]], None);
    let now = report(&[Status::Green], &[&[1]], Some(before));
    assert_eq!(now.changes.as_ref().unwrap().steps.len(), 1);
    assert!(now.improved().is_empty() && now.worsened().is_empty());
}

#[test]
fn a_must_that_is_red_is_named_with_its_municipalities() {
    let report = report(&[Status::Red, Status::Red], &[&[], &[]], None);
    let red = report.must_red();
    assert_eq!(red.len(), 1);
    assert_eq!(red[0].recommendation.number, 1);
    assert_eq!(report.headline().municipalities_with_red_must, 1);
}

#[test]
fn one_that_seeks_meets_one_that_offers_and_two_that_seek_meet_once() {
    let wish = |code: u32, kind| {
        let mut one = participant(code, &code.to_string(), Some(&[Status::Green]));
        if let Answer::Accepted(form) = &mut one.answer {
            form.wishes.push((1, kind, "…".into()));
        }
        one
    };
    let participants = vec![
        wish(101, WishKind::Seeks),
        wish(102, WishKind::Seeks),
        wish(103, WishKind::Offers),
    ];
    let report = aggregate(
        input(vec![recommendation(1, &[])], participants, None),
        str::cmp,
    );
    let pairs: Vec<_> = report
        .possible_pairs()
        .iter()
        .map(|pair| (pair.seeks.code.to_string(), pair.other.code.to_string()))
        .collect();
    let expected = [("0101", "0102"), ("0101", "0103"), ("0102", "0103")];
    assert_eq!(
        pairs,
        expected.map(|(left, right)| (left.to_owned(), right.to_owned()))
    );
}

fn answers() -> impl Strategy<Value = Vec<Option<Vec<Status>>>> {
    let status = (0_usize..5).prop_map(|index| Status::ALL[index]);
    let form = prop::collection::vec(status, 4);
    prop::collection::vec(prop::option::of(form), 0..20)
}

fn round(answers: &[Option<Vec<Status>>], before: Option<AggregateReport>) -> AggregateReport {
    let participants = (101..)
        .zip(answers)
        .map(|(code, answer)| participant(code, &format!("K{code}"), answer.as_deref()))
        .collect();
    let predecessors: &[u32] = if before.is_some() { &[1] } else { &[] };
    let recommendations = (1..=4)
        .map(|number| recommendation(number, if number == 1 { predecessors } else { &[] }))
        .collect();
    aggregate(input(recommendations, participants, before), str::cmp)
}

proptest! {
    #[test]
    fn counts_add_up_to_everyone_who_was_asked(answers in answers()) {
        let report = round(&answers, None);
        for counts in &report.counts {
            prop_assert_eq!(counts.total() as usize, answers.len());
        }
        let answered = answers.iter().flatten().count() as u32;
        prop_assert_eq!(report.answered(), answered);
        prop_assert!(report.counts.iter().all(|counts| counts.reported() <= answered));
    }

    #[test]
    fn the_order_in_which_forms_arrive_changes_nothing(answers in answers(), turn in 0_usize..20) {
        let forward = round(&answers, None);
        let mut participants: Vec<_> = (101..).zip(&answers).map(|(code, answer)| participant(code, &format!("K{code}"), answer.as_deref())).collect();
        let turn = turn.min(participants.len());
        participants.rotate_left(turn);
        let recommendations = (1..=4).map(|number| recommendation(number, &[])).collect();
        prop_assert_eq!(aggregate(input(recommendations, participants, None), str::cmp), forward);
    }

    #[test]
    fn turning_two_rounds_around_turns_better_into_worse(first in answers(), second in answers()) {
        let forth = round(&second, Some(round(&first, None)));
        let back = round(&first, Some(round(&second, None)));
        prop_assert_eq!(forth.improved().len(), back.worsened().len());
        prop_assert_eq!(forth.worsened().len(), back.improved().len());
    }
}
