//! Tokens: who makes one for whom, what it may do today, and that it is kept as a hash only.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use chrono::{NaiveDate, TimeDelta};
use database::{Database, Tx};
use kernel::{Actor, Held, Role, Stop};
use people::accounts::revoke_role;
use people::tokens::{self, NewToken, Presented, Scope, Secret, Token, create, recognise, revoke};
use support::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn wanted(authority: &str, role: Role) -> NewToken {
    NewToken {
        name: "Fagsystemet".to_owned(),
        authority: authority.to_owned(),
        roles: vec![role],
        scopes: vec![Scope::Read, Scope::Fill],
        expires_on: day("2018-12-31"),
    }
}

async fn made(tx: &mut Tx, actor: &Actor, new: NewToken) -> (Token, Secret) {
    create(tx, actor, new).await.unwrap()
}

async fn acts(tx: &mut Tx, secret: &Secret) -> Vec<String> {
    match recognise(tx, secret.reveal()).await.unwrap() {
        Presented::Known(_, actor) => actor.roles.iter().map(Held::to_string).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_token_is_shown_once_and_only_its_hash_is_kept() {
    in_a_house(async |database: Database| {
        let mut tx = database.write().await.unwrap();
        let (token, secret) = made(&mut tx, &operator(), wanted("0101", Role::Coordinator)).await;
        assert!(secret.reveal().starts_with(&token.start));
        let kept: Vec<String> = tx
            .all(
                "SELECT hash || name || start || roles || scopes FROM api_tokens",
                [],
            )
            .await
            .unwrap();
        assert!(!kept[0].contains(secret.reveal()));
        assert_eq!(acts(&mut tx, &secret).await, ["coordinator@0101"]);
        assert_eq!(deeds(&mut tx).await, ["create_token"]);
        let other = format!("pej_{}", "0".repeat(64));
        assert_eq!(
            recognise(&mut tx, &other).await.unwrap(),
            Presented::Unknown
        );
    });
}

#[test]
fn nobody_makes_a_token_that_may_more_than_they_may_themselves() {
    in_a_house(async |database: Database| {
        let mut tx = database.write().await.unwrap();
        let pia = somebody(Role::Coordinator, "0101");
        for (authority, role) in [
            ("0101", Role::Approver),
            ("0147", Role::Coordinator),
            ("kkr-hovedstaden", Role::Secretariat),
        ] {
            let refused = refused(create(&mut tx, &pia, wanted(authority, role)).await);
            assert_eq!(refused, "token-refusal-roles", "{authority} {role:?}");
        }
        // A contact council has no coordinator, not even for the operator.
        let odd = create(
            &mut tx,
            &operator(),
            wanted("kkr-hovedstaden", Role::Coordinator),
        )
        .await;
        assert_eq!(refused(odd), "token-refusal-roles");
        let stranger = create(&mut tx, &Actor::stranger(), wanted("0101", Role::Reader)).await;
        assert!(matches!(stranger, Err(Stop::NotFound)));
        let nowhere = create(&mut tx, &operator(), wanted("9999", Role::Reader)).await;
        assert_eq!(refused(nowhere), "people-refusal-unknown-authority");
    });
}

#[test]
fn a_token_has_a_name_a_scope_and_an_end_within_a_year() {
    in_a_house(async |database: Database| {
        let mut tx = database.write().await.unwrap();
        let base = || wanted("0101", Role::Coordinator);
        let cases = [
            (
                NewToken {
                    name: " ".to_owned(),
                    ..base()
                },
                "token-refusal-name",
            ),
            (
                NewToken {
                    name: "x".repeat(101),
                    ..base()
                },
                "token-refusal-name",
            ),
            (
                NewToken {
                    scopes: vec![],
                    ..base()
                },
                "token-refusal-no-scope",
            ),
            (
                NewToken {
                    roles: vec![],
                    ..base()
                },
                "token-refusal-roles",
            ),
            (
                NewToken {
                    expires_on: day("2018-01-14"),
                    ..base()
                },
                "token-refusal-end",
            ),
            (
                NewToken {
                    expires_on: day("2019-01-17"),
                    ..base()
                },
                "token-refusal-end",
            ),
        ];
        for (new, key) in cases {
            assert_eq!(refused(create(&mut tx, &operator(), new).await), key);
        }
    });
}

#[test]
fn a_token_loses_a_role_with_its_maker() {
    in_a_house(async |database: Database| {
        let mut tx = database.write().await.unwrap();
        let roles = [Role::Coordinator, Role::Reader];
        let (id, session) = a_person(&mut tx, "0101", "pia@kk.dk", &roles).await;
        let pia = signed_in(&mut tx, &session).await.unwrap().actor;
        let mut new = wanted("0101", Role::Coordinator);
        new.roles = roles.to_vec();
        let (_, secret) = made(&mut tx, &pia, new).await;
        assert_eq!(acts(&mut tx, &secret).await.len(), 2);
        revoke_role(&mut tx, &operator(), Some("0101"), id, Role::Coordinator)
            .await
            .unwrap();
        assert_eq!(acts(&mut tx, &secret).await, ["reader@0101"]);
    });
}

#[test]
fn a_token_ends_with_its_last_day_or_when_it_is_taken_back() {
    in_a_house(async |database: Database| {
        let mut tx = database.write().await.unwrap();
        let (token, secret) = made(&mut tx, &operator(), wanted("0101", Role::Coordinator)).await;
        tx.go_to("2018-12-31T22:59:00Z".parse().unwrap());
        assert_eq!(acts(&mut tx, &secret).await.len(), 1);
        tx.go_to("2018-12-31T23:00:00Z".parse().unwrap());
        let ended = recognise(&mut tx, secret.reveal()).await.unwrap();
        assert_eq!(ended, Presented::Expired(day("2018-12-31")));
        tx.go_to("2018-06-01T08:00:00Z".parse().unwrap());
        assert_eq!(
            refused(revoke(&mut tx, &operator(), token.id, " ").await),
            "token-refusal-reason"
        );
        let other = revoke(&mut tx, &somebody(Role::Coordinator, "0147"), token.id, "x").await;
        assert_eq!(refused(other), "not found");
        let back = revoke(&mut tx, &operator(), token.id, "Mistet")
            .await
            .unwrap();
        assert_eq!(back.revocation.unwrap().reason, "Mistet");
        let revoked = recognise(&mut tx, secret.reveal()).await.unwrap();
        assert!(matches!(revoked, Presented::Revoked(_)));
        let again = revoke(&mut tx, &operator(), token.id, "Igen").await;
        assert_eq!(refused(again), "token-refusal-revoked");
        assert_eq!(deeds(&mut tx).await, ["create_token", "revoke_token"]);
    });
}

#[test]
fn a_token_is_seen_by_its_maker_and_by_the_authoritys_administrator() {
    in_a_house(async |database: Database| {
        let mut tx = database.write().await.unwrap();
        let (_, session) = a_person(&mut tx, "0101", "pia@kk.dk", &[Role::Coordinator]).await;
        let pia = signed_in(&mut tx, &session).await.unwrap().actor;
        made(&mut tx, &pia, wanted("0101", Role::Coordinator)).await;
        let sees = [
            (pia, 1),
            (somebody(Role::Administrator, "0101"), 1),
            (somebody(Role::Administrator, "0147"), 0),
            (somebody(Role::Coordinator, "0101"), 0),
            (operator(), 1),
            (Actor::stranger(), 0),
        ];
        for (actor, count) in sees {
            let seen = tokens::visible_to(&mut tx, &actor).await.unwrap();
            assert_eq!(seen.len(), count, "{actor:?}");
        }
    });
}

#[test]
fn the_last_use_is_kept_to_the_hour() {
    in_a_house(async |database: Database| {
        let mut tx = database.write().await.unwrap();
        let (token, _) = made(&mut tx, &operator(), wanted("0101", Role::Coordinator)).await;
        let now = tx.now();
        assert!(tokens::is_worth_noting(&token, now));
        tokens::was_used(&mut tx, token.id).await.unwrap();
        let token = tokens::get(&mut tx, token.id).await.unwrap();
        assert_eq!(token.last_used_at, Some(now));
        assert!(!tokens::is_worth_noting(
            &token,
            now + TimeDelta::minutes(59)
        ));
        assert!(tokens::is_worth_noting(
            &token,
            now + TimeDelta::minutes(60)
        ));
    });
}
