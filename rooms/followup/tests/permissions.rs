//! Who × what × whose: the printed table, and every action with another authority's ids.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use database::{Database, Tx};
use followup::access::{Deed, Subject, allows};
use followup::actions::*;
use followup::records::rounds::Round;
use followup::records::{
    AttachmentId, DecisionId, EntryId, LineageId, ProblemId, RecommendationId, ReopeningId,
    VersionId,
};
use followup::records::{entries, lineage, problems, recommendations};
use followup::rules::lineage::Relation;
use followup::summary::{self, Which};
use forms::{Obligation, Status};
use kernel::{Actor, Held, Outcome, Role, Stop};
use std::fmt::{Debug, Write as _};
use std::path::Path;
use support::*;

fn holding(role: Role, authority: &str) -> Actor {
    Actor::with_roles(format!("{role:?} {authority}"), [Held::at(role, authority)])
}

/// The people of the table, seen from a form of København in a round of KKR Hovedstaden.
fn who() -> Vec<(&'static str, Actor)> {
    let own = |role| holding(role, "0101");
    vec![
        ("stranger", Actor::stranger()),
        ("secretar.", holding(Role::Secretariat, "kkr-hovedstaden")),
        ("operator", Actor::operator("")),
        ("coordin.", own(Role::Coordinator)),
        ("approver", own(Role::Approver)),
        ("clerk", own(Role::Clerk)),
        ("reader", own(Role::Reader)),
        ("administr.", own(Role::Administrator)),
        ("KKR reader", holding(Role::Reader, "kkr-hovedstaden")),
        ("other KKR", holding(Role::Secretariat, "kkr-syddanmark")),
        ("other mun.", everybody_of("0147")),
    ]
}

/// Somebody with every role of one authority.
fn everybody_of(authority: &str) -> Actor {
    let roles = Role::ALL.map(|role| Held::at(role, authority));
    Actor::with_roles(format!("Alle i {authority}"), roles)
}

/// What a deed is done to in the table.
fn subject(deed: Deed) -> Subject<'static> {
    static CODE: std::sync::LazyLock<kernel::MunicipalityCode> =
        std::sync::LazyLock::new(|| code("0101"));
    const KKR: &str = "kkr-hovedstaden";
    match deed {
        Deed::ReadReleased | Deed::ReadJournal => Subject::Installation,
        Deed::CreateProgramme
        | Deed::ImportTemplate
        | Deed::EditRecommendation
        | Deed::SetLineage
        | Deed::OpenRound
        | Deed::ReadLetters
        | Deed::PostLetterAgain
        | Deed::SendDigest
        | Deed::EditCycle => Subject::Programme(KKR),
        Deed::ReadUnreleased
        | Deed::EditRound
        | Deed::RegisterParticipants
        | Deed::ReleaseRound
        | Deed::Remind
        | Deed::NoteContact => Subject::Round(KKR),
        Deed::SwitchFourEyes => Subject::Municipality(&CODE),
        Deed::ReadForm
        | Deed::OpenSourceFile
        | Deed::ImportForm
        | Deed::ReviewEntry
        | Deed::FillInForm
        | Deed::SetPartnerWishes
        | Deed::ExplainWarning
        | Deed::SubmitForm
        | Deed::SendToApproval
        | Deed::ApproveForm
        | Deed::AskForReopening
        | Deed::AnswerReopening
        | Deed::AcceptForm
        | Deed::ReturnForm
        | Deed::ReopenForm
        | Deed::WithdrawVersion
        | Deed::RegisterDecision => Subject::Form(KKR, &CODE),
    }
}

fn whose(subject: Subject<'_>) -> &'static str {
    match subject {
        Subject::Installation => "installation",
        Subject::Programme(_) => "programme",
        Subject::Round(_) => "round",
        Subject::Form(..) => "form",
        Subject::Municipality(_) => "municipality",
    }
}

fn table() -> String {
    let who = who();
    let mut table = format!("{:<21}{:<14}", "followup", "whose");
    for (name, _) in &who {
        let _ = write!(table, "{name:<11}");
    }
    table = table.trim_end().to_owned() + "\n";
    for deed in Deed::ALL {
        let mut row = format!("{:<21}{:<14}", format!("{deed:?}"), whose(subject(deed)));
        for (_, actor) in &who {
            let may = allows(actor, deed, subject(deed));
            let _ = write!(row, "{:<11}", if may { "yes" } else { "-" });
        }
        table.push_str(row.trim_end());
        table.push('\n');
    }
    table
}

/// Reviewed like code: `UPDATE_PERMISSIONS=1` writes the rooms' own section anew. Sections are
/// parted by an empty line.
#[test]
fn the_table_of_permissions_is_the_one_in_docs() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/permissions.txt");
    let written = std::fs::read_to_string(&path).unwrap();
    let sections: Vec<&str> = written.trim_end().split("\n\n").collect();
    let own = sections.iter().position(|one| one.starts_with("followup"));
    let own = own.expect("docs/permissions.txt has a section that begins with 'followup'");
    let table = table();
    if std::env::var_os("UPDATE_PERMISSIONS").is_some() {
        let mut sections = sections.clone();
        sections[own] = table.trim_end();
        std::fs::write(&path, sections.join("\n\n") + "\n").unwrap();
        return;
    }
    assert_eq!(
        sections[own],
        table.trim_end(),
        "run with UPDATE_PERMISSIONS=1 and look at the difference"
    );
}

/// Somebody without the right is told no, or that there is nothing.
#[track_caller]
fn kept_out<T: Debug>(actor: &Actor, outcome: Outcome<T>) {
    match outcome {
        Err(Stop::NotFound) => {}
        Err(Stop::Refused(refusals)) => assert_eq!(
            refusals[0].message.key, "followup-refusal-not-allowed",
            "{}",
            actor.name
        ),
        other => panic!("{} was not kept out: {other:?}", actor.name),
    }
}

/// What is there to be reached for: everything that has an id.
struct House {
    round: Round,
    version: VersionId,
    seen: i64,
    entry: EntryId,
    recommendation: RecommendationId,
    warning: ProblemId,
    lineage: LineageId,
    decision: DecisionId,
    attachment: AttachmentId,
    request: ReopeningId,
}

async fn house(database: &Database) -> House {
    let round = with_round(database).await;
    let imported = import(database, good_form()).await;
    let mut tx = database.write().await.unwrap();
    let later = a_set(
        &mut tx,
        ("2018-01-01", "2019-12-31"),
        &three_recommendations(),
    )
    .await;
    let before = recommendations::of_set(&mut tx, round.set).await.unwrap();
    let after = recommendations::of_set(&mut tx, later).await.unwrap();
    let new = NewLineage {
        predecessor: Some(before[0].id),
        successor: Some(after[0].id),
        relation: Relation::Same,
        note: String::new(),
        version: None,
    };
    set_lineage(&mut tx, &ditte(), "kkr", new).await.unwrap();
    let decision = register_decision(&mut tx, &ditte(), decision(&round))
        .await
        .unwrap();
    let version = followup::records::forms::get(&mut tx, imported.version_id)
        .await
        .unwrap();
    let entries = entries::of_version(&mut tx, version.id).await.unwrap();
    let problems = problems::of_version(&mut tx, version.id).await.unwrap();
    let lineage = lineage::of_programme(&mut tx, round.programme)
        .await
        .unwrap();
    let pia = holding(Role::Coordinator, "0101");
    let request = ask_for_reopening(&mut tx, &pia, ("2017", &code("0101")), "Fejl").await;
    let bo = holding(Role::Coordinator, "0151");
    let file = NewAttachment {
        name: "aftale.pdf".to_owned(),
        bytes: b"aftale".to_vec(),
    };
    attach_file(&mut tx, &bo, ("2017", &code("0151")), 1, file)
        .await
        .unwrap();
    let ballerup = summary::filling(&mut tx, &bo, "2017", &code("0151"))
        .await
        .unwrap();
    let house = House {
        attachment: ballerup.attachments[0].id,
        request: request.unwrap(),
        version: version.id,
        seen: version.change.version,
        entry: entries[0].id,
        recommendation: before[0].id,
        warning: problems.first().map_or(ProblemId(0), |one| one.id),
        lineage: lineage[0].id,
        decision,
        round,
    };
    tx.commit().await.unwrap();
    house
}

fn decision(round: &Round) -> NewDecision {
    NewDecision {
        code: code("0101"),
        set: round.set,
        numbers: vec![1],
        body: "Borgerrepræsentationen".to_owned(),
        decided_on: day("2018-01-10"),
        text: "Tiltrådt.".to_owned(),
    }
}

/// Every reading and every deed of the room, by somebody who may do none of them to these.
async fn reach_for_everything(tx: &mut Tx, actor: &Actor, house: &House) {
    reach_for_the_form(tx, actor, house).await;
    reach_for_the_rounds(tx, actor, house).await;
    reach_for_the_sets(tx, actor, house).await;
}

async fn reach_for_the_form(tx: &mut Tx, actor: &Actor, house: &House) {
    let (id, seen, own) = (house.version, house.seen, code("0101"));
    kept_out(actor, summary::form(tx, actor, "2017", &own, None).await);
    kept_out(
        actor,
        summary::compare_versions(tx, actor, "2017", &own, (1, 1)).await,
    );
    kept_out(actor, summary::source_file(tx, actor, id).await);
    kept_out(actor, summary::filling(tx, actor, "2017", &own).await);
    kept_out(actor, summary::receipt(tx, actor, "2017", &own, 1).await);
    kept_out(
        actor,
        summary::attachment(tx, actor, house.attachment).await,
    );
    kept_out(actor, summary::open_requests(tx, actor, &house.round).await);
    kept_out(actor, import_form(tx, actor, "2017", good_form()).await);
    reach_for_filling_in(tx, actor, house).await;
    kept_out(actor, confirm_entry(tx, actor, house.entry, 1).await);
    let correction = EntryCorrection {
        version: 1,
        status: Status::Red,
        remark: Vec::new(),
        reason: String::new(),
    };
    kept_out(
        actor,
        correct_entry(tx, actor, house.entry, correction).await,
    );
    kept_out(
        actor,
        set_partner_wishes(tx, actor, house.entry, 1, Vec::new()).await,
    );
    kept_out(
        actor,
        explain_warning(tx, actor, house.warning, "Aftalt").await,
    );
    kept_out(actor, submit_form(tx, actor, id, seen).await);
    kept_out(actor, accept_form(tx, actor, id, seen).await);
    kept_out(actor, return_form(tx, actor, id, seen, "fordi").await);
    kept_out(actor, reopen_form(tx, actor, id, seen, "fordi").await);
    kept_out(actor, withdraw_version(tx, actor, id, seen, "fordi").await);
    kept_out(
        actor,
        register_decision(tx, actor, decision(&house.round)).await,
    );
    kept_out(
        actor,
        revoke_decision(tx, actor, house.decision, "fordi").await,
    );
}

async fn reach_for_filling_in(tx: &mut Tx, actor: &Actor, house: &House) {
    let (id, seen, own) = (house.version, house.seen, code("0101"));
    let place = ("2017", &own);
    kept_out(
        actor,
        save_answer(tx, actor, place, 1, TypedAnswer::default()).await,
    );
    kept_out(actor, confirm_same_answer(tx, actor, place, 1).await);
    let file = NewAttachment {
        name: "a.pdf".to_owned(),
        bytes: b"a".to_vec(),
    };
    kept_out(actor, attach_file(tx, actor, place, 1, file).await);
    kept_out(actor, remove_attachment(tx, actor, house.attachment).await);
    kept_out(actor, send_to_approval(tx, actor, id, seen).await);
    kept_out(actor, approve_form(tx, actor, id, seen).await);
    kept_out(actor, send_back_form(tx, actor, id, seen, "fordi").await);
    kept_out(actor, switch_four_eyes(tx, actor, &own, true).await);
    kept_out(actor, ask_for_reopening(tx, actor, place, "fordi").await);
    kept_out(
        actor,
        answer_reopening(tx, actor, house.request, true, "").await,
    );
    let file = ReceivedFile {
        name: "a.docx".to_owned(),
        format: "docx".to_owned(),
        bytes: b"a".to_vec(),
    };
    kept_out(actor, keep_upload(tx, actor, place, &file).await);
    kept_out(actor, discard_upload(tx, actor, place).await);
    let reading = forms::FormReading::default();
    kept_out(
        actor,
        take_over_upload(tx, actor, place, &reading, &[1]).await,
    );
}

async fn reach_for_the_rounds(tx: &mut Tx, actor: &Actor, house: &House) {
    kept_out(
        actor,
        summary::report(tx, actor, "2017", Which::Newest).await,
    );
    kept_out(actor, summary::report(tx, actor, "2017", Which::Live).await);
    kept_out(actor, summary::forms(tx, actor, "2017").await);
    kept_out(actor, summary::review_queue(tx, actor, "2017").await);
    assert_eq!(summary::rounds(tx, actor).await.unwrap(), []);
    assert_eq!(
        summary::search(tx, actor, "kontaktperson", 9)
            .await
            .unwrap(),
        []
    );
    kept_out(actor, edit_round(tx, actor, "2017", 1, settings()).await);
    let change = ParticipantChange {
        add: vec![code("0751")],
        remove: Vec::new(),
        note: "fordi".to_owned(),
    };
    kept_out(
        actor,
        register_participants(tx, actor, "2017", change).await,
    );
    kept_out(actor, release_round(tx, actor, "2017", None).await);
    let new = NewRound {
        set: house.round.set,
        key: "ny".to_owned(),
        settings: settings(),
        invited: Invited::Members,
    };
    kept_out(actor, open_round(tx, actor, new).await);
}

async fn reach_for_the_sets(tx: &mut Tx, actor: &Actor, house: &House) {
    let programme = NewProgramme {
        key: "ny".to_owned(),
        title: "Ny".to_owned(),
        recipient: "kkr-hovedstaden".to_owned(),
        fictional: false,
        guiding_goals: Vec::new(),
    };
    kept_out(actor, create_programme(tx, actor, programme).await);
    let set = NewSet {
        period: (day("2020-01-01"), day("2021-12-31")),
        note: String::new(),
    };
    kept_out(
        actor,
        import_template(tx, actor, "kkr", set, &three_recommendations()).await,
    );
    let edit = RecommendationEdit {
        version: 1,
        obligation: Obligation::May,
        text: "Andet".to_owned(),
        short_title: "Andet".to_owned(),
    };
    kept_out(
        actor,
        edit_recommendation(tx, actor, house.recommendation, edit).await,
    );
    let row = NewLineage {
        predecessor: Some(house.recommendation),
        successor: None,
        relation: Relation::Retired,
        note: String::new(),
        version: None,
    };
    kept_out(actor, set_lineage(tx, actor, "kkr", row).await);
    kept_out(actor, remove_lineage(tx, actor, house.lineage, 1).await);
    kept_out(
        actor,
        suggest_lineage(tx, actor, house.round.set, house.round.set).await,
    );
    kept_out(actor, import_lineage(tx, actor, "kkr", "").await);
}

#[test]
fn nobody_of_another_authority_reads_or_does_anything_with_anothers_ids() {
    in_a_house(async |database| {
        let house = house(&database).await;
        for actor in [
            Actor::stranger(),
            everybody_of("0147"),
            everybody_of("kkr-syddanmark"),
            everybody_of("101"),
            everybody_of(""),
        ] {
            let mut tx = database.write().await.unwrap();
            reach_for_everything(&mut tx, &actor, &house).await;
        }
    });
}

#[test]
fn a_coordinator_reads_the_own_form_and_finds_the_own_remarks_and_no_others() {
    in_a_house(async |database| {
        with_round(&database).await;
        import(&database, good_form()).await;
        import(&database, good_form_of("0147")).await;
        let pia = holding(Role::Coordinator, "0101");
        let mut tx = database.read().await.unwrap();
        let own = summary::form(&mut tx, &pia, "2017", &code("0101"), None)
            .await
            .unwrap();
        assert!(
            summary::source_file(&mut tx, &pia, own.version.unwrap().id)
                .await
                .is_ok()
        );
        kept_out(
            &pia,
            summary::form(&mut tx, &pia, "2017", &code("0147"), None).await,
        );
        kept_out(&pia, summary::forms(&mut tx, &pia, "2017").await);
        assert!(summary::template(&mut tx, &pia, "2017").await.is_ok());
        let found = summary::search(&mut tx, &pia, "kontaktperson", 9)
            .await
            .unwrap();
        let codes: Vec<String> = found.iter().map(|hit| hit.found.code.to_string()).collect();
        assert_eq!(codes, ["0101"]);
    });
}

#[test]
fn a_secretariat_works_for_its_own_contact_council_alone() {
    in_a_house(async |database| {
        with_round(&database).await;
        import(&database, good_form()).await;
        let mut tx = database.read().await.unwrap();
        let ours = holding(Role::Secretariat, "kkr-hovedstaden");
        assert_eq!(summary::rounds(&mut tx, &ours).await.unwrap().len(), 1);
        assert_eq!(
            summary::forms(&mut tx, &ours, "2017").await.unwrap().len(),
            29
        );
        assert_eq!(
            summary::search(&mut tx, &ours, "kontaktperson", 9)
                .await
                .unwrap()
                .len(),
            1
        );
    });
}
