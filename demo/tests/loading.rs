//! After loading, the database holds what the README promises.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use database::Database;
use followup::actions;
use followup::records::lineage::Lineage;
use followup::rules::aggregate_report::{Absence, AggregateReport};
use followup::rules::lineage::Relation;
use followup::rules::progress_form::FormState;
use followup::summary::{self, Which};
use forms::{Obligation, Status};
use kernel::Actor;
use std::collections::{BTreeMap, BTreeSet};
use tempfile::TempDir;

struct Loaded {
    database: Database,
    _folder: TempDir,
}

async fn loaded() -> Loaded {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demonstration.sqlite");
    let database = Database::open(path.to_str().unwrap(), &followup::schemas())
        .await
        .unwrap();
    demo::load(&database).await.unwrap();
    Loaded {
        database,
        _folder: folder,
    }
}

fn secretariat() -> Actor {
    Actor::secretariat("Prøve")
}

impl Loaded {
    async fn report(&self, round: &str, which: Which) -> AggregateReport {
        let mut tx = self.database.read().await.unwrap();
        summary::report(&mut tx, &secretariat(), round, which)
            .await
            .unwrap()
            .report
    }
}

fn absent(report: &AggregateReport, absence: Absence) -> Vec<&str> {
    let participants = report.participants.iter();
    participants
        .filter(|one| one.absence == Some(absence))
        .map(|one| one.name.as_str())
        .collect()
}

fn status(report: &AggregateReport, name: &str, number: usize) -> Status {
    let place = report
        .participants
        .iter()
        .position(|one| one.name == name)
        .unwrap();
    report.matrix[place][number - 1].status
}

/// Everything that one look at one loaded database can tell: loading is not repeated per claim.
#[tokio::test]
async fn the_demonstration_holds_what_its_readme_promises() {
    let loaded = loaded().await;
    rounds_are_released_except_the_open_one(&loaded).await;
    the_round_of_2023(&loaded).await;
    the_round_of_2024(&loaded).await;
    the_round_of_2025(&loaded).await;
    the_open_round(&loaded).await;
    lineage_has_every_relation(&loaded).await;
    nothing_is_damaged(&loaded).await;
    loading_again_changes_nothing(&loaded).await;
}

async fn rounds_are_released_except_the_open_one(loaded: &Loaded) {
    let mut tx = loaded.database.read().await.unwrap();
    let everyone = summary::rounds(&mut tx, &Actor::stranger()).await.unwrap();
    let keys: Vec<_> = everyone.iter().map(|one| one.round.key.as_str()).collect();
    assert_eq!(keys, ["2025", "2024", "2023"]);
    assert!(
        everyone
            .iter()
            .all(|one| one.participants == 29 && one.programme.fictional)
    );
    let inside = summary::rounds(&mut tx, &secretariat()).await.unwrap();
    assert_eq!(inside.len(), 4);
}

async fn the_round_of_2023(loaded: &Loaded) {
    let report = loaded.report("2023", Which::Newest).await;
    assert!(
        report
            .round
            .introduction
            .iter()
            .any(|text| text.contains("49 kommuner"))
    );
    assert_eq!(absent(&report, Absence::NothingReceived), ["Hørsholm"]);
    assert_eq!(absent(&report, Absence::Returned), ["Egedal"]);
    let late = report
        .participants
        .iter()
        .filter(|one| one.form.as_ref().is_some_and(|form| form.late));
    assert_eq!(
        late.map(|one| one.name.as_str()).collect::<Vec<_>>(),
        ["Herlev"]
    );
    assert_eq!(report.proposals.len(), 1);
    assert_eq!(report.recommendations.len(), 13);
}

async fn the_round_of_2024(loaded: &Loaded) {
    let first = loaded.report("2024", Which::Release(1)).await;
    let second = loaded.report("2024", Which::Release(2)).await;
    assert_eq!(status(&first, "Rudersdal", 10), Status::Yellow);
    assert_eq!(status(&second, "Rudersdal", 10), Status::Green);
    assert_eq!(absent(&second, Absence::NothingReceived), ["Albertslund"]);
    assert_eq!(status(&second, "Furesø", 9), Status::NotReported);
    assert_eq!(status(&second, "Furesø", 11), Status::NotReported);
    assert_eq!(status(&second, "Dragør", 2), Status::NotParticipating);
    assert_eq!(second.recommendations[1].obligation, Obligation::Must);
    assert_eq!(second.recommendations[8].obligation, Obligation::May);
    assert!(second.recommendations[8].text.contains("skal"));
    let decided: BTreeSet<_> = second
        .decisions
        .iter()
        .map(|one| one.code.as_str())
        .collect();
    assert_eq!(decided.len(), 28);
    assert!(!decided.contains("0223"));
}

async fn the_round_of_2025(loaded: &Loaded) {
    let report = loaded.report("2025", Which::Newest).await;
    assert!(report.participants.iter().all(|one| one.form.is_some()));
    let second_versions = report
        .participants
        .iter()
        .filter(|one| one.form.as_ref().unwrap().version == 2);
    assert_eq!(
        second_versions
            .map(|one| one.name.as_str())
            .collect::<Vec<_>>(),
        ["Brøndby"]
    );
    let steps = report.changes.as_ref().unwrap().steps.iter();
    let fell: BTreeMap<_, _> = steps
        .filter(|step| (step.from, step.to) == (Status::Green, Status::Red))
        .map(|step| (step.code.to_string(), step.number))
        .collect();
    for (code, number) in [("0169", 7), ("0270", 5), ("0240", 12)] {
        assert_eq!(fell.get(code), Some(&number), "{fell:?}");
    }
    assert_eq!(status(&report, "Rødovre", 9), Status::Green);
    assert_eq!(report.proposals.len(), 1);
    assert_eq!(report.partner_wishes.len(), 13);
    assert!(explanation(&report, "Rødovre", 9) && explanation(&report, "Dragør", 2));
}

fn explanation(report: &AggregateReport, name: &str, number: usize) -> bool {
    let place = report
        .participants
        .iter()
        .position(|one| one.name == name)
        .unwrap();
    report.matrix[place][number - 1].explanation.is_some()
}

async fn the_open_round(loaded: &Loaded) {
    let mut tx = loaded.database.read().await.unwrap();
    let forms = summary::forms(&mut tx, &secretariat(), "2026")
        .await
        .unwrap();
    let mut states: BTreeMap<String, usize> = BTreeMap::new();
    for form in &forms {
        *states.entry(form.state.key().to_owned()).or_default() += 1;
    }
    let counted = |state: FormState| states.get(state.key()).copied().unwrap_or_default();
    assert_eq!(counted(FormState::Accepted), 7, "{states:?}");
    assert_eq!(counted(FormState::Submitted), 8, "{states:?}");
    assert_eq!(counted(FormState::Returned), 1, "{states:?}");
    assert_eq!(counted(FormState::InProgress), 2, "{states:?}");
    assert_eq!(counted(FormState::NotStarted), 11, "{states:?}");
    let queue = summary::review_queue(&mut tx, &secretariat(), "2026")
        .await
        .unwrap();
    let waiting: BTreeSet<_> = queue.iter().map(|item| item.name.as_str()).collect();
    for name in ["Frederikssund", "Glostrup", "Herlev"] {
        assert!(waiting.contains(name), "{waiting:?}");
    }
}

async fn lineage_has_every_relation(loaded: &Loaded) {
    let mut tx = loaded.database.read().await.unwrap();
    let rows: Vec<Lineage> = summary::lineage(&mut tx, "faelles-om-job").await.unwrap();
    for relation in Relation::ALL {
        assert!(
            rows.iter().any(|row| row.relation == relation),
            "{relation:?}"
        );
    }
}

async fn nothing_is_damaged(loaded: &Loaded) {
    let mut tx = loaded.database.read().await.unwrap();
    assert_eq!(summary::check(&mut tx).await.unwrap(), []);
    assert_eq!(people::journal::verify(&mut tx).await.unwrap(), []);
}

async fn loading_again_changes_nothing(loaded: &Loaded) {
    let before = loaded.database.generation();
    demo::load(&loaded.database).await.unwrap();
    assert_eq!(loaded.database.generation(), before);
    let mut tx = loaded.database.write().await.unwrap();
    let taken = actions::release_round(&mut tx, &secretariat(), "2026", None).await;
    assert!(
        taken.is_ok(),
        "the open round can be released by whoever tries the demonstration"
    );
}
