//! Invitations, roles, contacts, and what happens when people leave.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use chrono::TimeDelta;
use kernel::{Actor, Held, Role};
use people::accounts;
use support::*;

#[test]
fn an_invitation_is_a_letter_whose_link_works_once() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let (id, path) = invite(&mut tx, "0101", "Pia@Kommune.dk", &[Role::Coordinator]).await;
        let path = path.unwrap();
        let sent = letters(&mut tx).await;
        assert_eq!(sent.len(), 1);
        assert_eq!(sent[0].to, "Pia@Kommune.dk");
        assert_eq!(
            sent[0].link.as_deref(),
            Some(format!("https://pejling.dk{path}").as_str())
        );
        assert!(
            sent[0].text.starts_with("da account-letter-invitation "),
            "{}",
            sent[0].text
        );
        assert!(!sent[0].text.contains(words(&path)));

        let invited = accounts::invited(&mut tx, words(&path)).await.unwrap();
        assert_eq!((invited.id, invited.has_password), (id, false));
        let (kept, visit) = (password(PASSWORD), visit());
        let secret = accounts::accept_invitation(&mut tx, words(&path), &kept, &visit).await;
        let secret = secret.unwrap();
        let who = signed_in(&mut tx, &secret).await.unwrap();
        assert_eq!(who.actor.account, Some(id.0));
        assert_eq!(who.actor.roles, [Held::at(Role::Coordinator, "0101")]);

        let again = accounts::accept_invitation(&mut tx, words(&path), &kept, &visit).await;
        assert_eq!(refused(again), "not found");
        assert_eq!(
            refused(accounts::invited(&mut tx, words(&path)).await),
            "not found"
        );
        assert_eq!(deeds(&mut tx).await, ["invite_person", "accept_invitation"]);
    });
}

#[test]
fn an_invitation_ends_and_a_newer_one_replaces_it() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let (id, first) = invite(&mut tx, "0101", "pia@kommune.dk", &[Role::Coordinator]).await;
        let again = accounts::invite_again(&mut tx, &operator(), &post(), "0101", id).await;
        let second = again.unwrap().path.unwrap();
        let first = first.unwrap();
        assert_eq!(
            refused(accounts::invited(&mut tx, words(&first)).await),
            "not found"
        );
        assert!(accounts::invited(&mut tx, words(&second)).await.is_ok());
        let later = tx.now() + TimeDelta::days(14);
        tx.go_to(later);
        assert_eq!(
            refused(accounts::invited(&mut tx, words(&second)).await),
            "not found"
        );
        let taken =
            accounts::accept_invitation(&mut tx, words(&second), &password(PASSWORD), &visit())
                .await;
        assert_eq!(refused(taken), "not found");
    });
}

#[test]
fn who_has_an_account_already_is_given_the_role_and_told() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let (id, _) = a_person(&mut tx, "0101", "pia@kommune.dk", &[Role::Coordinator]).await;
        let (same, path) = invite(&mut tx, "0147", "PIA@kommune.dk", &[Role::Approver]).await;
        assert_eq!((same, path), (id, None));
        let sent = letters(&mut tx).await;
        assert!(sent[1].text.contains("account-letter-roles") && sent[1].link.is_none());
        let (_, person) = accounts::person_at(&mut tx, &operator(), "0147", id)
            .await
            .unwrap();
        assert_eq!(person.account.name, "Pia Sørensen");
        assert_eq!(
            person.held(),
            [
                Held::at(Role::Coordinator, "0101"),
                Held::at(Role::Approver, "0147")
            ]
        );
    });
}

#[test]
fn names_and_addresses_with_lines_of_their_own_are_refused_beside_their_fields() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let mut wanted = invitation("pia@kommune.dk\r\nBcc: alle@kommune.dk", &[]);
        wanted.name = "Pia\nsign_in operator".to_owned();
        let stop =
            accounts::invite_person(&mut tx, &operator(), &post(), Some("0101"), wanted).await;
        let kernel::Stop::Refused(refusals) = stop.unwrap_err() else {
            panic!("not refused");
        };
        let fields: Vec<_> = refusals
            .iter()
            .filter_map(|one| one.field.as_deref())
            .collect();
        assert_eq!(fields, ["name", "mail", "roles"]);
        assert!(letters(&mut tx).await.is_empty() && deeds(&mut tx).await.is_empty());
    });
}

#[test]
fn letters_of_a_role_reach_those_who_hold_it_today() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let (pia, _) = a_person(&mut tx, "0101", "pia@kommune.dk", &[Role::Coordinator]).await;
        let (bo, _) = invite(&mut tx, "0101", "bo@kommune.dk", &[Role::Coordinator]).await;
        invite(&mut tx, "0101", "eva@kommune.dk", &[Role::Approver]).await;
        invite(&mut tx, "0147", "ida@kommune.dk", &[Role::Coordinator]).await;
        let mails = async |tx: &mut database::Tx| {
            let found = accounts::with_role(tx, Role::Coordinator, "0101")
                .await
                .unwrap();
            found.into_iter().map(|one| one.mail).collect::<Vec<_>>()
        };
        assert_eq!(mails(&mut tx).await, ["pia@kommune.dk", "bo@kommune.dk"]);
        accounts::disable_account(&mut tx, &operator(), Some("0101"), bo)
            .await
            .unwrap();
        assert_eq!(mails(&mut tx).await, ["pia@kommune.dk"]);
        let role = Role::Coordinator;
        accounts::revoke_role(&mut tx, &operator(), Some("0101"), pia, role)
            .await
            .unwrap();
        assert!(mails(&mut tx).await.is_empty());
        accounts::enable_account(&mut tx, &operator(), Some("0101"), bo)
            .await
            .unwrap();
        assert_eq!(mails(&mut tx).await, ["bo@kommune.dk"]);
    });
}

#[test]
fn a_role_for_the_whole_installation_counts_for_each_council() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let wanted = invitation("ditte@kkr.dk", &[Role::Secretariat]);
        accounts::invite_person(&mut tx, &operator(), &post(), None, wanted)
            .await
            .unwrap();
        for council in ["kkr-hovedstaden", "kkr-sjaelland"] {
            let found = accounts::with_role(&mut tx, Role::Secretariat, council)
                .await
                .unwrap();
            assert_eq!(found.len(), 1, "{council}");
        }
    });
}

#[test]
fn a_role_that_was_taken_stays_on_record_and_may_be_given_again() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let roles = [Role::Coordinator, Role::Approver];
        let (pia, _) = invite(&mut tx, "0101", "pia@kommune.dk", &roles).await;
        let (at, role) = (Some("0101"), Role::Approver);
        let who = operator();
        accounts::revoke_role(&mut tx, &who, at, pia, role)
            .await
            .unwrap();
        let twice = accounts::revoke_role(&mut tx, &who, at, pia, role).await;
        assert_eq!(refused(twice), "account-refusal-role-not-held");
        accounts::grant_role(&mut tx, &who, at, pia, role)
            .await
            .unwrap();
        let twice = accounts::grant_role(&mut tx, &who, at, pia, role).await;
        assert_eq!(refused(twice), "account-refusal-role-held");
        let kept: i64 = tx
            .one(
                "SELECT count(*) FROM account_roles
                 WHERE role = 'approver' AND granted_by = 'drift'",
                [],
            )
            .await
            .unwrap();
        assert_eq!(kept, 2);
        assert_eq!(
            deeds(&mut tx).await,
            ["invite_person", "revoke_role", "grant_role"]
        );
    });
}

#[test]
fn whoever_leaves_hands_everything_over_and_the_account_is_closed() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let roles = [Role::Coordinator, Role::Approver];
        let (pia, secret) = a_person(&mut tx, "0101", "pia@kommune.dk", &roles).await;
        let (bo, _) = invite(&mut tx, "0101", "bo@kommune.dk", &[Role::Reader]).await;
        let admin = somebody(Role::Administrator, "0101");
        let to_oneself = accounts::hand_over(&mut tx, &admin, "0101", pia, pia).await;
        assert_eq!(refused(to_oneself), "account-refusal-hand-over-to");
        let stranger =
            accounts::hand_over(&mut tx, &admin, "0101", pia, accounts::AccountId(99)).await;
        assert_eq!(refused(stranger), "not found");
        accounts::disable_account(&mut tx, &admin, Some("0101"), pia)
            .await
            .unwrap();
        assert!(signed_in(&mut tx, &secret).await.is_none());
        accounts::hand_over(&mut tx, &admin, "0101", pia, bo)
            .await
            .unwrap();
        let (_, taken) = accounts::person_at(&mut tx, &admin, "0101", bo)
            .await
            .unwrap();
        assert_eq!(
            taken.roles_at("0101"),
            [Role::Reader, Role::Coordinator, Role::Approver]
        );
        let gone = accounts::person_at(&mut tx, &admin, "0101", pia).await;
        assert_eq!(refused(gone), "not found");
    });
}

#[test]
fn nobody_gives_what_they_may_not_give() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let (pia, _) = invite(&mut tx, "0101", "pia@kommune.dk", &[Role::Administrator]).await;
        let pia_acts = Actor {
            account: Some(pia.0),
            ..somebody(Role::Administrator, "0101")
        };
        for role in [Role::Operator, Role::Secretariat] {
            let escalated = accounts::grant_role(&mut tx, &pia_acts, Some("0101"), pia, role).await;
            assert_eq!(
                refused(escalated),
                "account-refusal-not-allowed",
                "{role:?}"
            );
            let everywhere = accounts::grant_role(&mut tx, &pia_acts, None, pia, role).await;
            assert_eq!(refused(everywhere), "not found", "{role:?}");
        }
        let ditte = somebody(Role::Secretariat, "kkr-hovedstaden");
        for (key, role, outcome) in [
            (Some("kkr-hovedstaden"), Role::Secretariat, "done"),
            (Some("0101"), Role::Administrator, "done"),
            (Some("0101"), Role::Operator, "account-refusal-not-allowed"),
            (Some("0259"), Role::Coordinator, "not found"),
            (Some("kkr-sjaelland"), Role::Secretariat, "not found"),
            (None, Role::Secretariat, "not found"),
            (None, Role::Operator, "not found"),
            (Some("9999"), Role::Reader, "not found"),
        ] {
            let wanted = invitation("ny@kommune.dk", &[role]);
            let invited = accounts::invite_person(&mut tx, &ditte, &post(), key, wanted).await;
            assert_eq!(refused(invited), outcome, "{key:?} {role:?}");
        }
        for role in [Role::Coordinator, Role::Approver, Role::Clerk, Role::Reader] {
            let other = somebody(role, "0101");
            let invited = accounts::invite_person(
                &mut tx,
                &other,
                &post(),
                Some("0101"),
                invitation("x@y.dk", &[Role::Reader]),
            )
            .await;
            assert_eq!(refused(invited), "not found", "{role:?}");
        }
    });
}

#[test]
fn the_people_of_another_authority_are_not_there() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let (pia, _) = invite(&mut tx, "0101", "pia@kommune.dk", &[Role::Coordinator]).await;
        let (ida, _) = invite(&mut tx, "0147", "ida@kommune.dk", &[Role::Coordinator]).await;
        let admin = somebody(Role::Administrator, "0147");
        let key = Some("0147");
        assert_eq!(
            refused(accounts::people_of(&mut tx, &admin, "0101").await),
            "not found"
        );
        assert_eq!(
            refused(accounts::person_at(&mut tx, &admin, "0147", pia).await),
            "not found"
        );
        let granted = accounts::grant_role(&mut tx, &admin, key, pia, Role::Reader).await;
        assert_eq!(refused(granted), "not found");
        let revoked = accounts::revoke_role(&mut tx, &admin, key, pia, Role::Coordinator).await;
        assert_eq!(refused(revoked), "not found");
        let disabled = accounts::disable_account(&mut tx, &admin, key, pia).await;
        assert_eq!(refused(disabled), "not found");
        let handed = accounts::hand_over(&mut tx, &admin, "0147", ida, pia).await;
        assert_eq!(refused(handed), "not found");
        let again = accounts::invite_again(&mut tx, &admin, &post(), "0147", pia).await;
        assert_eq!(refused(again), "not found");
        assert_eq!(
            refused(accounts::everybody(&mut tx, &admin).await),
            "not found"
        );
    });
}

#[test]
fn an_account_that_serves_others_too_is_not_closed_by_one_of_them() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let (pia, _) = invite(&mut tx, "0101", "pia@kommune.dk", &[Role::Coordinator]).await;
        invite(&mut tx, "0147", "pia@kommune.dk", &[Role::Reader]).await;
        let one = somebody(Role::Administrator, "0147");
        let closed = accounts::disable_account(&mut tx, &one, Some("0147"), pia).await;
        assert_eq!(refused(closed), "account-refusal-serves-others");
        let both = somebody(Role::Secretariat, "kkr-hovedstaden");
        accounts::disable_account(&mut tx, &both, Some("0147"), pia)
            .await
            .unwrap();
        let invited = invitation("pia@kommune.dk", &[Role::Clerk]);
        let invited = accounts::invite_person(&mut tx, &one, &post(), Some("0147"), invited).await;
        assert_eq!(refused(invited), "account-refusal-disabled");
        let oneself = Actor {
            account: Some(pia.0),
            ..both
        };
        accounts::enable_account(&mut tx, &oneself, Some("0147"), pia)
            .await
            .unwrap();
        let closed = accounts::disable_account(&mut tx, &oneself, Some("0147"), pia).await;
        assert_eq!(refused(closed), "account-refusal-disable-oneself");
    });
}

#[test]
fn one_looks_after_the_members_of_the_day() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let keys = async |tx: &mut database::Tx, actor: &Actor| {
            let managed = accounts::managed_authorities(tx, actor).await.unwrap();
            managed.into_iter().map(|one| one.key).collect::<Vec<_>>()
        };
        let ditte = somebody(Role::Secretariat, "kkr-hovedstaden");
        let managed = keys(&mut tx, &ditte).await;
        assert_eq!(managed.len(), 30);
        assert_eq!(managed[0], "kkr-hovedstaden");
        let admin = somebody(Role::Administrator, "0190");
        assert_eq!(keys(&mut tx, &admin).await, ["0190"]);
        assert!(
            keys(&mut tx, &somebody(Role::Coordinator, "0190"))
                .await
                .is_empty()
        );
        assert!(keys(&mut tx, &Actor::stranger()).await.is_empty());
        assert_eq!(keys(&mut tx, &operator()).await.len(), 98 + 5 + 5);
    });
}

#[test]
fn invented_people_get_no_letters_and_are_nobodys_first_account() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let invented = accounts::InventedPerson {
            name: "Ditte Demo".to_owned(),
            mail: "ditte@example.org".to_owned(),
            roles: vec![Held::at(Role::Secretariat, "kkr-hovedstaden")],
        };
        let id = accounts::invent_person(&mut tx, &operator(), invented)
            .await
            .unwrap();
        assert!(accounts::is_empty(&mut tx).await.unwrap());
        accounts::request_reset(&mut tx, &post(), "ditte@example.org", &visit())
            .await
            .unwrap();
        assert!(letters(&mut tx).await.is_empty());
        let begun = accounts::sign_in_as(&mut tx, id, &visit(), None)
            .await
            .unwrap();
        assert!(signed_in(&mut tx, &begun.secret).await.is_some());
        let (pia, _) = a_person(&mut tx, "0101", "pia@kommune.dk", &[Role::Reader]).await;
        let as_pia = accounts::sign_in_as(&mut tx, pia, &visit(), None).await;
        assert_eq!(refused(as_pia.map(|_| ())), "not found");
    });
}

#[test]
fn the_first_account_is_made_once() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let earlier = accounts::make_first_link(&mut tx, &operator())
            .await
            .unwrap()
            .unwrap();
        let path = accounts::make_first_link(&mut tx, &operator())
            .await
            .unwrap()
            .unwrap();
        let awaited = accounts::first_account_awaited(&mut tx, words(&earlier)).await;
        assert_eq!(refused(awaited), "not found");
        let first = || accounts::FirstAccount {
            name: accounts::PersonName::read("Ditte Holm").unwrap(),
            mail: accounts::MailAddress::read("ditte@kkr.dk").unwrap(),
            language: kernel::Language::Da,
        };
        let (kept, visit) = (password(PASSWORD), visit());
        let secret =
            accounts::take_first_account(&mut tx, words(&path), first(), &kept, &visit).await;
        let who = signed_in(&mut tx, &secret.unwrap()).await.unwrap();
        assert!(who.actor.is_at(Role::Secretariat, "kkr-sjaelland"));
        assert!(!who.actor.is(Role::Operator));
        let again =
            accounts::take_first_account(&mut tx, words(&path), first(), &kept, &visit).await;
        assert_eq!(refused(again.map(|_| ())), "not found");
        assert_eq!(
            accounts::make_first_link(&mut tx, &operator())
                .await
                .unwrap(),
            None
        );
    });
}
