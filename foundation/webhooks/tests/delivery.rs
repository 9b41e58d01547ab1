//! Messages to other systems: who is told, how they are signed, tried again and given up.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use database::{Database, Tx};
use kernel::{Actor, Held, Outcome, Role, Stop};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use webhooks::*;

const KNOWN: [&str; 2] = ["form.accepted", "round.released"];

fn in_a_house(test: impl AsyncFn(Database)) {
    let schemas = [mail::SCHEMA, people::SCHEMA, webhooks::SCHEMA];
    testkit::on_both(&schemas, |database| async {
        people::prepare(&database).await.unwrap();
        test(database).await;
    });
}

fn pia() -> Actor {
    Actor::with_roles("Pia", [Held::at(Role::Coordinator, "0101")])
}

fn wanted(address: &str) -> NewWebhook {
    NewWebhook {
        authority: "0101".to_owned(),
        address: address.to_owned(),
        events: vec!["form.accepted".to_owned()],
    }
}

fn refused<T>(outcome: Outcome<T>) -> String {
    match outcome {
        Err(Stop::Refused(refusals)) => refusals[0].message.key.to_string(),
        Err(Stop::NotFound) => "not found".to_owned(),
        Err(Stop::Failed(fault)) => panic!("{fault}"),
        Ok(_) => "done".to_owned(),
    }
}

/// A system that answers every message with a status, and keeps what it was sent.
async fn a_system(status: &'static str) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}/pejling?x=1", listener.local_addr().unwrap());
    let heard = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&heard);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = Vec::new();
            let mut buffer = [0u8; 4096];
            // Headers and body: the body ends with the brace that closes the JSON.
            while !request.ends_with(b"}") {
                match stream.read(&mut buffer).await.unwrap() {
                    0 => break,
                    count => request.extend_from_slice(&buffer[..count]),
                }
            }
            kept.lock()
                .unwrap()
                .push(String::from_utf8(request).unwrap());
            let answer = format!("HTTP/1.1 {status}\r\nLocation: http://127.0.0.1:1/\r\n\r\n");
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    (address, heard)
}

async fn accepted(tx: &mut Tx, municipality: &str) {
    let event = Event {
        kind: "form.accepted",
        authorities: vec![municipality.to_owned(), "kkr-hovedstaden".to_owned()],
        about: json!({"round": "2017", "municipality": municipality, "number": 2}),
    };
    announce(tx, event).await.unwrap();
}

async fn subscribed(database: &Database, address: &str) -> Webhook {
    let mut tx = database.write().await.unwrap();
    let hook = subscribe(&mut tx, &pia(), wanted(address), (&KNOWN, Targets::Any)).await;
    tx.commit().await.unwrap();
    hook.unwrap()
}

async fn sent(database: &Database) -> usize {
    let sender = Sender::new(database.clone(), Targets::Any);
    sender.send_due().await.unwrap()
}

async fn newest(database: &Database, hook: &Webhook) -> Delivery {
    let mut tx = database.read().await.unwrap();
    deliveries(&mut tx, hook.id, None, 1)
        .await
        .unwrap()
        .remove(0)
}

#[test]
fn a_message_is_signed_arrives_once_and_holds_no_person() {
    in_a_house(async |database| {
        let (address, heard) = a_system("204 No Content").await;
        let hook = subscribed(&database, &address).await;
        let mut tx = database.write().await.unwrap();
        accepted(&mut tx, "0101").await;
        accepted(&mut tx, "0147").await;
        tx.commit().await.unwrap();
        assert_eq!(sent(&database).await, 1);
        assert_eq!(sent(&database).await, 0);
        let heard = heard.lock().unwrap().clone();
        let (head, body) = heard[0].split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("POST /pejling?x=1 HTTP/1.1\r\n"));
        let signed = signature(&hook.secret, testkit::a_morning().timestamp(), body);
        assert!(head.contains(&format!("{SIGNATURE}: {signed}")), "{head}");
        let body: Value = serde_json::from_str(body).unwrap();
        assert_eq!(
            body["about"],
            json!({"round": "2017", "municipality": "0101", "number": 2})
        );
        assert_eq!(body["event"], "form.accepted");
        let delivery = newest(&database, &hook).await;
        assert_eq!(
            (delivery.state, delivery.last_status),
            (DeliveryState::Delivered, Some(204))
        );
    });
}

#[test]
fn nothing_is_told_of_a_deed_that_was_taken_back() {
    in_a_house(async |database| {
        let (address, heard) = a_system("204 No Content").await;
        subscribed(&database, &address).await;
        let mut tx = database.write().await.unwrap();
        accepted(&mut tx, "0101").await;
        drop(tx);
        assert_eq!(sent(&database).await, 0);
        assert!(heard.lock().unwrap().is_empty());
    });
}

#[test]
fn a_redirect_is_not_followed_and_the_message_is_tried_again_later() {
    in_a_house(async |database| {
        let (address, heard) = a_system("302 Found").await;
        let hook = subscribed(&database, &address).await;
        let mut tx = database.write().await.unwrap();
        accepted(&mut tx, "0101").await;
        tx.commit().await.unwrap();
        assert_eq!(sent(&database).await, 1);
        assert_eq!(sent(&database).await, 0);
        assert_eq!(heard.lock().unwrap().len(), 1);
        let delivery = newest(&database, &hook).await;
        assert_eq!(
            (delivery.state, delivery.last_status),
            (DeliveryState::Waiting, Some(302))
        );
        let later = database.fixed_at(testkit::a_morning() + chrono::TimeDelta::seconds(10));
        assert_eq!(sent(&later).await, 1);
        assert_eq!(newest(&database, &hook).await.tries, 2);
    });
}

#[test]
fn a_system_that_never_answers_is_given_up_and_somebody_is_written_to() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        let operator = Actor::operator("drift");
        let invitation = people::accounts::Invitation {
            name: "Pia Sørensen".to_owned(),
            mail: "pia@kk.dk".to_owned(),
            language: kernel::Language::Da,
            roles: vec![Role::Coordinator],
        };
        let post = people::accounts::Post {
            say: |_, message| message.key.to_string(),
            address: "https://pejling.dk".to_owned(),
        };
        people::accounts::invite_person(&mut tx, &operator, &post, Some("0101"), invitation)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let (address, _) = a_system("500 Internal Server Error").await;
        let hook = subscribed(&database, &address).await;
        let mut tx = database.write().await.unwrap();
        accepted(&mut tx, "0101").await;
        tx.commit().await.unwrap();
        let mut now = testkit::a_morning();
        for _ in 0..8 {
            assert_eq!(sent(&database.fixed_at(now)).await, 1);
            now += chrono::TimeDelta::hours(13);
        }
        assert_eq!(newest(&database, &hook).await.state, DeliveryState::GivenUp);
        let mut tx = database.write().await.unwrap();
        let hooks = of_authority(&mut tx, "0101").await.unwrap();
        assert_eq!(hooks[0].disabled.as_ref().unwrap().1, "HTTP 500");
        let letters: Vec<String> = tx
            .all("SELECT to_address FROM letters WHERE kind = 'webhook'", [])
            .await
            .unwrap();
        assert_eq!(letters, ["pia@kk.dk"]);
        accepted(&mut tx, "0101").await;
        assert_eq!(
            deliveries(&mut tx, hook.id, None, 9).await.unwrap().len(),
            1
        );
        enable(&mut tx, &pia(), hook.id).await.unwrap();
        accepted(&mut tx, "0101").await;
        assert_eq!(
            deliveries(&mut tx, hook.id, None, 9).await.unwrap().len(),
            2
        );
    });
}

#[test]
fn an_address_inside_the_house_is_refused_when_made_and_when_sent() {
    in_a_house(async |database| {
        let mut tx = database.write().await.unwrap();
        for (address, key) in [
            ("https://10.0.0.1/x", "webhook-refusal-private"),
            ("https://localhost/x", "webhook-refusal-private"),
            ("http://kommune.dk/x", "webhook-refusal-https"),
            ("kommune", "webhook-refusal-address"),
        ] {
            let public = (&KNOWN[..], Targets::Public);
            let made = subscribe(&mut tx, &pia(), wanted(address), public).await;
            assert_eq!(refused(made), key, "{address}");
        }
        let mut odd = wanted("https://esdh.kommune.dk/x");
        odd.events = vec!["form.eaten".to_owned()];
        let made = subscribe(&mut tx, &pia(), odd, (&KNOWN, Targets::Public)).await;
        assert_eq!(refused(made), "webhook-refusal-events");
        drop(tx);
        // Made while it was allowed, sent when it is not any more.
        let (address, heard) = a_system("204 No Content").await;
        let hook = subscribed(&database, &address).await;
        let mut tx = database.write().await.unwrap();
        accepted(&mut tx, "0101").await;
        tx.commit().await.unwrap();
        let sender = Sender::new(database.clone(), Targets::Public);
        assert_eq!(sender.send_due().await.unwrap(), 1);
        assert!(heard.lock().unwrap().is_empty());
        assert!(newest(&database, &hook).await.last_error.is_some());
    });
}

#[test]
fn another_authority_neither_sees_nor_removes_a_subscription() {
    in_a_house(async |database| {
        let (address, _) = a_system("204 No Content").await;
        let hook = subscribed(&database, &address).await;
        let mut tx = database.write().await.unwrap();
        let other = Actor::with_roles("Bo", [Held::at(Role::Coordinator, "0147")]);
        assert_eq!(refused(remove(&mut tx, &other, hook.id).await), "not found");
        assert_eq!(refused(enable(&mut tx, &other, hook.id).await), "not found");
        let made = subscribe(&mut tx, &other, wanted(&address), (&KNOWN, Targets::Any)).await;
        assert_eq!(refused(made), "not found");
        remove(&mut tx, &pia(), hook.id).await.unwrap();
        assert!(of_authority(&mut tx, "0101").await.unwrap().is_empty());
        let deeds: Vec<String> = people::journal::newest(&mut tx, 9)
            .await
            .unwrap()
            .into_iter()
            .map(|one| one.deed)
            .collect();
        assert_eq!(deeds, ["remove_webhook", "subscribe"]);
    });
}
