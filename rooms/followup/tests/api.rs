//! The JSON API asked through its gate: what it shows, what it changes, and how it refuses. Every
//! answer is held against the OpenAPI document on its way.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod support;

use axum::body::Body;
use axum::http::{Method, Request};
use database::Database;
use followup::actions::{ImportedForm, Purpose, release_round};
use forms::Status;
use kernel::Role;
use people::tokens::Scope;
use serde_json::{Value, json};
use support::api::{Api, a_token, request, secretariats_token};
use support::schema::misfits;
use support::*;

/// A round with København's form, accepted and released.
async fn released(database: &Database) -> ImportedForm {
    with_round(database).await;
    let imported = import(database, good_form()).await;
    accept(database, &imported).await;
    let mut tx = database.write().await.unwrap();
    release_round(&mut tx, &ditte(), "2017", None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    imported
}

#[test]
fn what_has_been_released_is_read_without_a_token_and_the_rest_is_not_there() {
    in_a_house(async |database| {
        with_round(&database).await;
        let api = Api::over(&database);
        assert_eq!(api.get("/rounds", None).await.with(200)["items"], json!([]));
        api.get("/rounds/2017", None).await.with(404);
        api.get("/rounds/2017/report", None).await.with(404);
        released_now(&database).await;
        let listed = api.get("/rounds", None).await.with(200);
        assert_eq!(listed["items"][0]["key"], "2017");
        assert_eq!(listed["items"][0]["accepted"], 1);
        api.get("/rounds/2017", None).await.with(200);
        api.get("/rounds/2017/participants", None).await.with(200);
        api.get("/programmes", None).await.with(200);
        api.get("/programmes/kkr", None).await.with(200);
        let sets = api
            .get("/programmes/kkr/recommendation-sets", None)
            .await
            .with(200);
        let id = &sets["items"][0]["recommendations"][0]["id"];
        api.get(&format!("/recommendations/{id}"), None)
            .await
            .with(200);
        api.get("/programmes/kkr/lineage", None).await.with(200);
        let found = api.get("/search?q=rekruttering", None).await.with(200);
        assert_eq!(found["items"][0]["name"], "København");
    });
}

async fn released_now(database: &Database) {
    let imported = import(database, good_form()).await;
    accept(database, &imported).await;
    let mut tx = database.write().await.unwrap();
    release_round(&mut tx, &ditte(), "2017", None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn a_release_is_read_byte_by_byte_as_it_was_frozen() {
    in_a_house(async |database| {
        released(&database).await;
        let api = Api::over(&database);
        let releases = api.get("/rounds/2017/releases", None).await.with(200);
        let frozen = api.get("/rounds/2017/releases/1", None).await;
        frozen.with(200);
        let hash = followup::records::files::sha256(&frozen.bytes);
        assert_eq!(releases["items"][0]["sha256"], hash);
        assert_eq!(
            frozen.header("last-modified"),
            "Mon, 15 Jan 2018 09:30:00 GMT"
        );
        let csv = api.get("/rounds/2017/releases/1/files/csv", None).await;
        assert_eq!(csv.status.as_u16(), 200);
        assert!(String::from_utf8_lossy(&csv.bytes).contains("municipality_code"));
        api.get("/rounds/2017/releases/9", None).await.with(404);
        api.get("/rounds/2017/releases/nine", None).await.with(404);
        api.get("/rounds/2017/releases/1/files/exe", None)
            .await
            .with(404);
    });
}

#[test]
fn what_needs_a_token_says_so_in_the_callers_language() {
    in_a_house(async |database| {
        with_round(&database).await;
        let api = Api::over(&database);
        let refused = api.get("/rounds/2017/progress-forms", None).await;
        let problem = refused.with(401);
        assert_eq!(refused.header("content-type"), "application/problem+json");
        assert!(refused.header("www-authenticate").starts_with("Bearer"));
        assert_eq!(problem["type"], "/api#unauthorized");
        assert_eq!(problem["instance"], "/api/v1/rounds/2017/progress-forms");
        let english = Request::get("/api/v1/journal").header("accept-language", "en");
        let english = api
            .send(english.body(Body::empty()).unwrap())
            .await
            .with(401);
        assert_eq!(english["title"], "A token is missing");
        let unknown = api
            .get("/me", Some(&format!("pej_{}", "0".repeat(64))))
            .await;
        assert_eq!(
            unknown.with(401)["errors"][0]["code"],
            "api-refusal-unknown-token"
        );
        let basic = request(
            Method::GET,
            "/rounds",
            None,
            None,
            &[("authorization", "Basic x")],
        );
        api.send(basic).await.with(401);
    });
}

#[test]
fn a_cookie_opens_nothing() {
    in_a_house(async |database| {
        with_round(&database).await;
        let api = Api::over(&database);
        let cookies = [("cookie", "pejling_desk=1; pejling_session=1")];
        let asked = request(Method::GET, "/journal", None, None, &cookies);
        api.send(asked).await.with(401);
    });
}

#[test]
fn a_token_may_only_be_used_for_its_scopes() {
    in_a_house(async |database| {
        let imported = import_submitted(&database).await;
        let api = Api::over(&database);
        let reads = a_token(
            &database,
            "kkr-hovedstaden",
            Role::Secretariat,
            &[Scope::Read],
        )
        .await;
        api.get("/rounds/2017/progress-forms", Some(&reads))
            .await
            .with(200);
        let step = format!("/form-versions/{}/acceptance", imported.version_id.0);
        let refused = api
            .post(&step, &reads, json!({"version": 2}))
            .await
            .with(403);
        assert_eq!(refused["errors"][0]["code"], "api-refusal-scope");
    });
}

async fn import_submitted(database: &Database) -> ImportedForm {
    with_round(database).await;
    import(database, good_form()).await
}

#[test]
fn a_token_that_was_taken_back_or_has_ended_says_so() {
    in_a_house(async |database| {
        with_round(&database).await;
        let api = Api::over(&database);
        let token = secretariats_token(&database).await;
        let me = api.get("/me", Some(&token)).await.with(200);
        assert_eq!(me["authority"], "kkr-hovedstaden");
        assert_eq!(me["roles"], json!(["secretariat@kkr-hovedstaden"]));
        let mut tx = database.write().await.unwrap();
        let operator = kernel::Actor::operator("drift");
        let all = people::tokens::visible_to(&mut tx, &operator)
            .await
            .unwrap();
        people::tokens::revoke(&mut tx, &operator, all[0].id, "Tabt")
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let refused = api.get("/me", Some(&token)).await.with(401);
        assert_eq!(refused["errors"][0]["code"], "api-refusal-revoked-token");
        let later = database.fixed_at("2019-01-01T00:00:00Z".parse().unwrap());
        let other = secretariats_token(&database).await;
        let refused = Api::over(&later).get("/me", Some(&other)).await.with(401);
        assert_eq!(refused["errors"][0]["code"], "api-refusal-expired-token");
    });
}

#[test]
fn a_form_shows_its_entries_findings_provenance_and_versions() {
    in_a_house(async |database| {
        import_submitted(&database).await;
        let api = Api::over(&database);
        let token = secretariats_token(&database).await;
        let form = api
            .get("/rounds/2017/progress-forms/0101", Some(&token))
            .await
            .with(200);
        assert_eq!(form["state"], "submitted");
        assert_eq!(form["entries"][0]["entry"]["source"]["row"], 2);
        assert_eq!(form["entries"][1]["entry"]["status"], "yellow");
        assert_eq!(
            form["versions"][0]["file"]["name"],
            "2017-0101-koebenhavn.docx"
        );
        assert_eq!(form["events"].as_array().unwrap().len(), 2);
        let id = &form["versions"][0]["id"];
        let file = api
            .get(&format!("/form-versions/{id}/file"), Some(&token))
            .await;
        assert_eq!(file.bytes, b"et skema");
        api.get("/rounds/2017/progress-forms/0461", Some(&token))
            .await
            .with(404);
        api.get("/rounds/2017/progress-forms/0101?version=9", Some(&token))
            .await
            .with(404);
        api.get("/rounds/2017/progress-forms/0101?version=x", Some(&token))
            .await
            .with(400);
        api.get("/rounds/2017/reviews", Some(&token))
            .await
            .with(200);
    });
}

#[test]
fn a_form_is_returned_with_a_reason_and_reopened_withdrawn_and_compared() {
    in_a_house(async |database| {
        let first = import_submitted(&database).await;
        let api = Api::over(&database);
        let token = secretariats_token(&database).await;
        let step = |deed: &str| format!("/form-versions/{}/{deed}", first.version_id.0);
        let silent = api
            .post(
                &step("return"),
                &token,
                json!({"version": 2, "reason": " "}),
            )
            .await;
        assert_eq!(silent.with(422)["errors"][0]["field"], "reason");
        let missing = api
            .post(&step("return"), &token, json!({"version": 2}))
            .await;
        assert_eq!(missing.with(422)["errors"][0]["field"], "reason");
        let why = json!({"version": 2, "reason": "Nummer 3 mangler."});
        let returned = api.post(&step("return"), &token, why).await.with(200);
        assert_eq!(returned["state"], "returned");
        let why = json!({"version": 3, "reason": "Det var en fejl."});
        assert_eq!(
            api.post(&step("reopening"), &token, why).await.with(200)["state"],
            "submitted"
        );
        let mut again = good_form();
        again.file = None;
        again.reading.entries[0] = entry(1, Status::Yellow, "Går langsommere.");
        import(&database, again).await;
        let differ = "/rounds/2017/progress-forms/0101/differences?earlier=1&later=2";
        let differ = api.get(differ, Some(&token)).await.with(200);
        assert_eq!(differ["items"][0]["after"]["status"], "yellow");
        let why = json!({"version": 4, "reason": "Dobbelt."});
        let refused = api.post(&step("withdrawal"), &token, why).await.with(422);
        assert_eq!(
            refused["errors"][0]["code"],
            "followup-refusal-newer-version"
        );
    });
}

#[test]
fn whoever_has_seen_an_older_version_is_told_what_stands_there_now() {
    in_a_house(async |database| {
        let imported = import_submitted(&database).await;
        let api = Api::over(&database);
        let token = secretariats_token(&database).await;
        let step = format!("/form-versions/{}/acceptance", imported.version_id.0);
        let stale = api
            .post(&step, &token, json!({"version": 1}))
            .await
            .with(409);
        assert_eq!(stale["current"]["version"], 2);
        assert_eq!(stale["current"]["state"], "submitted");
        let form = api
            .get("/rounds/2017/progress-forms/0101", Some(&token))
            .await
            .with(200);
        let entry = format!("/entries/{}", form["entries"][0]["entry"]["id"]);
        let edit = json!({"version": 1, "status": "red", "remark": "Vi mangler partnere."});
        let edited = api
            .ask(Method::PATCH, &entry, Some(&token), Some(edit.clone()))
            .await;
        assert_eq!(edited.with(200)["remark"], "Vi mangler partnere.");
        let stale = api
            .ask(Method::PATCH, &entry, Some(&token), Some(edit))
            .await
            .with(409);
        assert_eq!(stale["current"]["status"], "red");
        let form = api
            .get("/rounds/2017/progress-forms/0101", Some(&token))
            .await
            .with(200);
        assert_eq!(
            form["entries"][0]["corrections"][0]["before"]["status"],
            "green"
        );
    });
}

#[test]
fn if_match_refuses_what_looks_different_now_and_if_none_match_saves_the_way() {
    in_a_house(async |database| {
        import_submitted(&database).await;
        let api = Api::over(&database);
        let token = secretariats_token(&database).await;
        let seen = api.get("/rounds/2017", Some(&token)).await;
        let (tag, round) = (seen.header("etag").to_owned(), seen.with(200));
        assert!(tag.starts_with('"'));
        let same = request(
            Method::GET,
            "/rounds/2017",
            Some(&token),
            None,
            &[("if-none-match", &tag)],
        );
        let same = api.send(same).await;
        assert_eq!((same.status.as_u16(), same.bytes.len()), (304, 0));
        let mut wanted = round.clone();
        wanted["title"] = json!("Status for 2017");
        for name in ["key", "programme", "set"] {
            wanted.as_object_mut().unwrap().remove(name);
        }
        let edit = |tag: &str| {
            let headers = [("if-match", tag)];
            request(
                Method::PUT,
                "/rounds/2017",
                Some(&token),
                Some(wanted.clone()),
                &headers,
            )
        };
        api.send(edit("\"other\"")).await.with(412);
        assert_eq!(
            api.send(edit(&tag)).await.with(200)["title"],
            "Status for 2017"
        );
        api.send(edit(&tag)).await.with(412);
    });
}

#[test]
fn the_same_request_sent_again_is_carried_out_once() {
    in_a_house(async |database| {
        with_round(&database).await;
        let api = Api::over(&database);
        let token = secretariats_token(&database).await;
        let programme = json!({"key": "ny", "title": "Ny", "recipient": "kkr-hovedstaden"});
        let send = |body: &Value, key: &str| {
            let headers = [("idempotency-key", key)];
            request(
                Method::POST,
                "/programmes",
                Some(&token),
                Some(body.clone()),
                &headers,
            )
        };
        let first = api.send(send(&programme, "a-1")).await;
        first.with(201);
        let second = api.send(send(&programme, "a-1")).await;
        assert_eq!(second.with(201), first.json());
        assert_eq!(second.header("location"), "/api/v1/programmes/ny");
        assert_eq!(second.header("idempotent-replayed"), "true");
        let other = json!({"key": "anden", "title": "Ny", "recipient": "kkr-hovedstaden"});
        api.send(send(&other, "a-1")).await.with(422);
        api.send(send(&programme, "a-2")).await.with(422);
        api.send(send(&programme, "a 3")).await.with(400);
        // What was refused may be sent again under the same key, put right.
        let corrected = json!({"key": "tredje", "title": "Ny", "recipient": "kkr-hovedstaden"});
        api.send(send(&corrected, "a-2")).await.with(201);
        let later = database.fixed_at("2018-01-17T00:00:00Z".parse().unwrap());
        let forgotten = Api::over(&later).send(send(&programme, "a-1")).await;
        assert_eq!(forgotten.with(422)["errors"][0]["field"], "key");
    });
}

#[test]
fn two_at_once_under_one_key_are_one_and_a_conflict() {
    in_a_house(async |database| {
        with_round(&database).await;
        let token = secretariats_token(&database).await;
        let mut tx = database.write().await.unwrap();
        let operator = kernel::Actor::operator("drift");
        let id = people::tokens::visible_to(&mut tx, &operator)
            .await
            .unwrap()[0]
            .id;
        let (one, print) = ("k", "p");
        use people::idempotency::{Claim, claim};
        assert_eq!(claim(&mut tx, id, one, print).await.unwrap(), Claim::New);
        assert_eq!(
            claim(&mut tx, id, one, print).await.unwrap(),
            Claim::Running
        );
        assert_eq!(claim(&mut tx, id, one, "q").await.unwrap(), Claim::Other);
        tx.go_to(tx.now() + chrono::TimeDelta::minutes(3));
        assert_eq!(claim(&mut tx, id, one, print).await.unwrap(), Claim::New);
        drop(tx);
        assert!(token.starts_with("pej_"));
    });
}

#[test]
fn who_asks_too_often_is_told_when_to_come_again() {
    in_a_house(async |database| {
        with_round(&database).await;
        let rate = web_api::Rate {
            per_minute: 6,
            burst: 2,
        };
        let settings = web_api::Settings {
            rates: web_api::Rates {
                address: rate,
                token: rate,
            },
            behind_proxy: true,
        };
        let api = Api::with_settings(&database, settings);
        let from = |address: &str| {
            let headers = [("x-forwarded-for", address)];
            request(Method::GET, "/rounds", None, None, &headers)
        };
        api.send(from("10.0.0.1")).await.with(200);
        api.send(from("10.0.0.1")).await.with(200);
        let refused = api.send(from("6.6.6.6, 10.0.0.1")).await;
        refused.with(429);
        assert_eq!(refused.header("retry-after"), "10");
        api.send(from("10.0.0.2")).await.with(200);
        let token = secretariats_token(&database).await;
        api.get("/rounds", Some(&token)).await.with(200);
    });
}

#[test]
fn what_cannot_be_read_is_refused_by_its_kind() {
    in_a_house(async |database| {
        with_round(&database).await;
        let api = Api::over(&database);
        let token = secretariats_token(&database).await;
        let send = |kind: &str, body: &str| {
            Request::post("/api/v1/programmes")
                .header("authorization", format!("Bearer {token}"))
                .header("content-type", kind)
                .body(Body::from(body.to_owned()))
                .unwrap()
        };
        api.send(send("application/json", "{")).await.with(400);
        api.send(send("text/plain", "{}")).await.with(415);
        let missing = api.send(send("application/json", "{}")).await.with(422);
        assert_eq!(missing["errors"][0]["field"], "key");
        let unknown = r#"{"key":"a","title":"b","recipient":"c","colour":"red"}"#;
        let unknown = api.send(send("application/json", unknown)).await.with(422);
        assert_eq!(unknown["errors"][0]["field"], "colour");
        let large = format!("\"{}\"", "x".repeat(3 * 1024 * 1024));
        api.send(send("application/json", &large)).await.with(413);
        let odd = request(
            Method::POST,
            "/rounds/2017/progress-forms",
            Some(&token),
            Some(json!({})),
            &[],
        );
        api.send(odd).await.with(415);
        let nowhere = api.get("/nowhere", None).await;
        assert_eq!(nowhere.with(404)["type"], "/api#not-found");
        let method = api.ask(Method::DELETE, "/rounds", Some(&token), None).await;
        assert_eq!(method.with(405)["type"], "/api#method-not-allowed");
        assert_eq!(method.header("allow"), "GET,HEAD,POST");
    });
}

#[test]
fn a_file_that_cannot_be_read_is_refused_at_its_field_and_one_too_large_is_413() {
    in_a_house(async |database| {
        with_round(&database).await;
        let api = Api::over(&database);
        let token = secretariats_token(&database).await;
        let send = |content: &str| {
            let body = format!(
                "--x\r\nContent-Disposition: form-data; name=\"municipality\"\r\n\r\n0101\r\n\
                 --x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.docx\"\r\n\r\n\
                 {content}\r\n--x--\r\n"
            );
            Request::post("/api/v1/rounds/2017/progress-forms")
                .header("authorization", format!("Bearer {token}"))
                .header("content-type", "multipart/form-data; boundary=x")
                .body(Body::from(body))
                .unwrap()
        };
        let unread = api.send(send("ingenting")).await.with(422);
        assert_eq!(unread["errors"][0]["field"], "file");
        api.send(send(&"x".repeat(10 * 1024 * 1024 + 1)))
            .await
            .with(413);
    });
}

#[test]
fn rounds_and_decisions_are_set_up_and_released() {
    in_a_house(async |database| {
        with_round(&database).await;
        let api = Api::over(&database);
        let token = secretariats_token(&database).await;
        let drift = a_token(
            &database,
            "installation",
            Role::Operator,
            &[Scope::Administer],
        )
        .await;
        let sets = api
            .get("/programmes/kkr/recommendation-sets", Some(&token))
            .await
            .with(200);
        let set = sets["items"][0]["id"].as_i64().unwrap();
        let round = json!({"key": "2018", "set": set, "title": "Status 2018", "due_on": "2019-01-31",
            "grace_until": null, "closes_on": null, "reference_date": "2018-12-01"});
        let opened = api.post("/rounds", &token, round.clone()).await;
        assert_eq!(opened.with(201)["sections"].as_array().unwrap().len(), 8);
        assert_eq!(opened.header("location"), "/api/v1/rounds/2018");
        assert_eq!(
            api.post("/rounds", &token, round).await.with(422)["errors"][0]["field"],
            "key"
        );
        let change = json!({"add": ["0265"], "note": "Roskilde er med."});
        let asked = api
            .post("/rounds/2018/participants", &token, change)
            .await
            .with(200);
        assert_eq!(asked["items"].as_array().unwrap().len(), 30);
        let none = api
            .post("/rounds/2018/releases", &token, json!({}))
            .await
            .with(422);
        assert_eq!(
            none["errors"][0]["code"],
            "followup-refusal-nothing-accepted"
        );
        let decision = json!({"set": set, "municipality": "0101", "numbers": [1], "body": "Borgerrepræsentationen",
            "decided_on": "2018-01-10", "text": "Tiltrådt."});
        let made = api.post("/decisions", &token, decision).await.with(201);
        let listed = format!("/recommendation-sets/{set}/decisions");
        let known = api.get(&listed, Some(&token)).await.with(200);
        assert_eq!(known["items"][0], made);
        let back = format!("/decisions/{}/revocation", made["id"]);
        api.post(&back, &token, json!({"reason": "Forkert kommune."}))
            .await
            .with(204);
        assert_eq!(
            api.get(&listed, Some(&token)).await.with(200)["items"],
            json!([])
        );
        api.get("/journal", Some(&token)).await.with(404);
        let journal = api.get("/journal?limit=2", Some(&drift)).await.with(200);
        assert_eq!(journal["items"][0]["deed"], "revoke_decision");
        let next = format!(
            "/journal?limit=2&after={}",
            journal["next"].as_str().unwrap()
        );
        let next = api.get(&next, Some(&drift)).await.with(200);
        let number = |page: &Value, index: usize| page["items"][index]["number"].as_i64().unwrap();
        assert_eq!(number(&next, 0), number(&journal, 1) - 1);
    });
}

#[test]
fn a_draft_is_corrected_explained_and_submitted() {
    in_a_house(async |database| {
        with_round(&database).await;
        let mut form = good_form();
        form.purpose = Purpose::Review;
        form.reading.entries[0] = entry(1, Status::Red, "");
        let draft = import(&database, form).await;
        let api = Api::over(&database);
        let token = secretariats_token(&database).await;
        let step = format!("/form-versions/{}/submission", draft.version_id.0);
        let refused = api
            .post(&step, &token, json!({"version": 1}))
            .await
            .with(422);
        assert_eq!(refused["errors"][0]["field"], "entry-1");
        let form = api
            .get("/rounds/2017/progress-forms/0101", Some(&token))
            .await
            .with(200);
        let entry = form["entries"][0]["entry"]["id"].as_i64().unwrap();
        let wish = json!({"version": 1, "wishes": [{"kind": "seeks", "text": "En partner."}]});
        let path = format!("/entries/{entry}/wishes");
        api.ask(Method::PUT, &path, Some(&token), Some(wish))
            .await
            .with(200);
        let edit = json!({"version": 2, "status": "not_participating",
            "paragraphs": [{"list_item": true, "runs": [{"text": "Vi er ", "bold": true}, {"text": "ikke med."}]}]});
        let path = format!("/entries/{entry}");
        let edited = api
            .ask(Method::PATCH, &path, Some(&token), Some(edit))
            .await
            .with(200);
        assert_eq!(edited["remark"], "Vi er ikke med.");
        let confirmed = format!("/entries/{entry}/confirmation");
        api.post(&confirmed, &token, json!({"version": 3}))
            .await
            .with(200);
        let form = api
            .get("/rounds/2017/progress-forms/0101", Some(&token))
            .await
            .with(200);
        let findings = form["entries"][0]["findings"].as_array().unwrap();
        let warning = findings
            .iter()
            .find(|one| one["level"] == "warning")
            .unwrap();
        let path = format!("/findings/{}/explanation", warning["id"]);
        let why = json!({"explanation": "Rådet har sagt nej."});
        api.post(&path, &token, why).await.with(200);
        assert_eq!(
            api.post(&step, &token, json!({"version": 1}))
                .await
                .with(200)["state"],
            "submitted"
        );
    });
}

#[test]
fn every_route_stands_in_the_document_and_names_its_scope() {
    in_a_house(async |database| {
        let api = Api::over(&database);
        let document = api.document.value();
        let described = document["paths"].as_object().unwrap();
        let count: usize = described
            .values()
            .map(|item| item.as_object().unwrap().len())
            .sum();
        assert_eq!(
            count,
            api.document.operations().len(),
            "an operation names no scope"
        );
        for (method, path, ..) in api.document.operations() {
            let operation = &document["paths"][&path][method.as_str().to_lowercase()];
            assert!(
                operation["operationId"].is_string(),
                "{method} {path} has no name"
            );
            assert!(
                operation["summary"].is_string(),
                "{method} {path} has no summary"
            );
            assert!(operation["tags"].is_array(), "{method} {path} has no tag");
        }
        assert_eq!(document["openapi"], "3.1.0");
        assert_eq!(document["info"]["title"], "Pejling");
    });
}

#[test]
fn every_example_in_the_document_has_the_shape_that_it_is_an_example_of() {
    in_a_house(async |database| {
        let api = Api::over(&database);
        let document = api.document.value();
        let schemas = document["components"]["schemas"].as_object().unwrap();
        let mut seen = 0;
        for (name, schema) in schemas {
            if let Some(example) = schema.get("example") {
                let found = misfits(example, schema, document);
                assert!(found.is_empty(), "{name}: {found:#?}");
                seen += 1;
            }
        }
        assert!(seen > 15, "only {seen} examples");
    });
}

#[test]
fn the_character_nul_is_refused_before_a_database_sees_it() {
    in_a_house(async |database| {
        with_round(&database).await;
        let api = Api::over(&database);
        let token = secretariats_token(&database).await;
        api.get("/rounds/20%0017", None).await.with(422);
        api.get("/search?q=a%00b", None).await.with(422);
        let programme = json!({"key": "a\u{0}", "title": "Ny", "recipient": "kkr-hovedstaden"});
        let refused = api.post("/programmes", &token, programme).await.with(422);
        assert_eq!(refused["errors"][0]["code"], "api-refusal-nul");
    });
}

#[test]
fn a_coordinator_fills_in_and_two_who_change_the_same_are_told() {
    in_a_house(async |database| {
        with_round(&database).await;
        let api = Api::over(&database);
        let scopes = [Scope::Read, Scope::Fill];
        let pia = a_token(&database, "0101", Role::Coordinator, &scopes).await;
        let own = "/rounds/2017/progress-forms/0101";
        let put = async |path: &str, base: &str, answer: Value| {
            let body = json!({"base": {"status": base}, "answer": answer});
            let path = format!("{path}/answers/1");
            api.ask(Method::PUT, &path, Some(&pia), Some(body)).await
        };
        let yellow = json!({"status": "yellow", "remark": "To partnere er fundet."});
        let saved = put(own, "not_reported", yellow).await.with(200);
        assert_eq!(saved["answer"]["status"], "yellow");
        let green = json!({"status": "green", "remark": "Alt er i gang."});
        let told = put(own, "not_reported", green.clone()).await.with(409);
        assert_eq!(told["current"]["theirs"]["status"], "yellow");
        let other = "/rounds/2017/progress-forms/0147";
        put(other, "not_reported", green).await.with(404);
        let form = api.get(own, Some(&pia)).await.with(200);
        assert_eq!(form["state"], "in_progress");
        api.get(other, Some(&pia)).await.with(404);
        let seen = form["version"]["version"].as_i64().unwrap();
        let id = &form["version"]["id"];
        let accept = format!("/form-versions/{id}/acceptance");
        api.post(&accept, &pia, json!({"version": seen}))
            .await
            .with(403);
        let ask = format!("{own}/reopening-request");
        let early = api.post(&ask, &pia, json!({"reason": "Glemt noget"})).await;
        assert_eq!(
            early.with(422)["errors"][0]["code"],
            "filling-refusal-not-handed-in"
        );
    });
}

#[test]
fn an_event_is_left_for_the_systems_of_those_concerned() {
    in_a_house(async |database| {
        with_round(&database).await;
        let hook = webhooks::NewWebhook {
            authority: "0101".to_owned(),
            address: "https://esdh.kommune.dk/pejling".to_owned(),
            events: followup::actions::EVENTS.map(str::to_owned).to_vec(),
        };
        let mut tx = database.write().await.unwrap();
        let known = &followup::actions::EVENTS[..];
        let allowed = (known, webhooks::Targets::Public);
        let operator = kernel::Actor::operator("drift");
        let hook = webhooks::subscribe(&mut tx, &operator, hook, allowed)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        released_now(&database).await;
        let other = import(&database, good_form_of("0147")).await;
        accept(&database, &other).await;
        let mut tx = database.read().await.unwrap();
        let left = webhooks::deliveries(&mut tx, hook.id, None, 9)
            .await
            .unwrap();
        let events: Vec<&str> = left.iter().map(|one| one.event.as_str()).collect();
        assert_eq!(
            events,
            ["round.released", "form.accepted", "form.submitted"]
        );
        assert!(!left[1].body.contains("Ditte"));
    });
}
