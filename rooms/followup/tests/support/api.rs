//! The API behind its gate, and how a program asks it.
#![allow(dead_code, clippy::unwrap_used)]

use super::schema::misfits;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use database::Database;
use followup::intake::Readers;
use kernel::{Actor, Role};
use people::tokens::{NewToken, Scope, create};
use serde_json::Value;
use std::process::Command;
use std::sync::Arc;
use tower::ServiceExt;
use web_api::{Document, Settings, mount};

/// The API over a database, surrounded as the server surrounds it.
pub struct Api {
    routes: Router,
    pub document: Document,
}

/// What was answered.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        let text = String::from_utf8_lossy(&self.bytes);
        serde_json::from_str(&text).unwrap_or_else(|_| panic!("{} {text}", self.status))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The JSON of an answer with this status; with another one the test fails and shows it.
    pub fn with(&self, status: u16) -> Value {
        let text = String::from_utf8_lossy(&self.bytes);
        assert_eq!(self.status.as_u16(), status, "{text}");
        if self.bytes.is_empty() {
            return Value::Null;
        }
        self.json()
    }
}

impl Api {
    pub fn over(database: &Database) -> Self {
        Self::with_settings(database, Settings::default())
    }

    pub fn with_settings(database: &Database, settings: Settings) -> Self {
        let typeset = Arc::new(|_: &documents::write::outline::Report| Ok(b"%PDF-".to_vec()));
        let readers = Readers::new(|| Command::new("/nonexistent"));
        let room = followup::room(database.clone(), readers, typeset);
        let mounted = mount(database.clone(), room.api, settings);
        let site = web::Site::default();
        Self {
            routes: web::surround(mounted.routes, site, web::Limits::default()),
            document: mounted.document,
        }
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let (method, path) = (request.method().clone(), request.uri().path().to_owned());
        let answer = self.routes.clone().oneshot(request).await.unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let bytes = to_bytes(answer.into_body(), usize::MAX)
            .await
            .unwrap()
            .to_vec();
        let answer = Answer {
            status,
            headers,
            bytes,
        };
        self.assert_documented(&method, &path, &answer);
        answer
    }

    pub async fn ask(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<Value>,
    ) -> Answer {
        self.send(request(method, path, token, body, &[])).await
    }

    pub async fn get(&self, path: &str, token: Option<&str>) -> Answer {
        self.ask(Method::GET, path, token, None).await
    }

    pub async fn post(&self, path: &str, token: &str, body: Value) -> Answer {
        self.ask(Method::POST, path, Some(token), Some(body)).await
    }

    /// Every answer of every test has a status and a shape that the document tells.
    fn assert_documented(&self, method: &Method, path: &str, answer: &Answer) {
        let document = self.document.value();
        let Some(operation) = operation(document, method, path) else {
            return;
        };
        if answer.status == StatusCode::METHOD_NOT_ALLOWED {
            return;
        }
        let described = &operation["responses"][answer.status.as_str()];
        assert!(
            !described.is_null(),
            "{method} {path} answers {}",
            answer.status
        );
        let kind = answer
            .header("content-type")
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        if answer.bytes.is_empty() {
            return;
        }
        let content = &described["content"][&kind];
        assert!(
            !content.is_null(),
            "{method} {path} answers {} as {kind}",
            answer.status
        );
        if kind.ends_with("json") {
            let found = misfits(&answer.json(), &content["schema"], document);
            assert!(
                found.is_empty(),
                "{method} {path} {}: {found:#?}",
                answer.status
            );
        }
    }
}

fn operation<'a>(document: &'a Value, method: &Method, path: &str) -> Option<&'a Value> {
    let asked: Vec<&str> = path.split('/').collect();
    let fits = |template: &str| {
        let parts: Vec<&str> = template.split('/').collect();
        let same = |(one, other): (&&str, &&str)| one.starts_with('{') || one == other;
        parts.len() == asked.len() && parts.iter().zip(&asked).all(same)
    };
    let paths = document["paths"].as_object().unwrap();
    let item = paths.iter().find(|(template, _)| fits(template))?.1;
    item.get(method.as_str().to_lowercase())
}

pub fn request(
    method: Method,
    path: &str,
    token: Option<&str>,
    body: Option<Value>,
    headers: &[(&str, &str)],
) -> Request<Body> {
    let mut request = Request::builder()
        .method(method)
        .uri(format!("/api/v1{path}"))
        .header("accept-language", "da");
    if let Some(token) = token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    match body {
        Some(body) => request
            .header("content-type", "application/json")
            .body(Body::from(body.to_string()))
            .unwrap(),
        None => request.body(Body::empty()).unwrap(),
    }
}

/// A token that works all year, made by the operator.
pub async fn a_token(database: &Database, authority: &str, role: Role, scopes: &[Scope]) -> String {
    let new = NewToken {
        name: "ESDH".to_owned(),
        authority: authority.to_owned(),
        roles: vec![role],
        scopes: scopes.to_vec(),
        expires_on: super::day("2018-12-31"),
    };
    let mut tx = database.write().await.unwrap();
    let (_, secret) = create(&mut tx, &Actor::operator("drift"), new)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    secret.reveal().to_owned()
}

/// A token of the secretariat with every scope.
pub async fn secretariats_token(database: &Database) -> String {
    a_token(database, "kkr-hovedstaden", Role::Secretariat, &Scope::ALL).await
}
