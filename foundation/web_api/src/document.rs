//! The OpenAPI document: what the handlers say about themselves, and what holds for all of them.

use crate::once;
use crate::problem::{ProblemShape, RefusalShape};
use axum::http::Method;
use people::tokens::Scope;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::sync::Arc;
use utoipa::PartialSchema;
use utoipa::openapi::OpenApi;

/// Where the operations begin.
pub const BELOW: &str = "/api/v1";
/// The name of the one way to say who calls.
pub const TOKEN: &str = "token";

/// What the API can do, and which scope each operation needs.
#[derive(Debug, Clone)]
pub struct Document(Arc<Finished>);

#[derive(Debug)]
struct Finished {
    text: String,
    value: Value,
    needs: HashMap<(Method, String), Need>,
}

/// What an operation asks of a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Need {
    /// The scope of a token.
    pub(crate) scope: Scope,
    /// Whether it answers without a token too.
    pub(crate) public: bool,
}

const ABOUT: &str = "The follow-up of cooperation programmes: recommendations, rounds, progress \
forms, decisions and released reports. What has been released can be read by everybody; the rest \
needs a token with the scope that each operation names. Every rule, check and refusal is the same \
as on the pages. The page [/api](/api) tells how to get a token.";

impl Document {
    /// The rooms' own descriptions, with what holds for all operations.
    pub(crate) fn finished(rooms: &OpenApi) -> Self {
        let mut value = serde_json::to_value(rooms).unwrap_or_default();
        value["info"] = json!({
            "title": "Pejling",
            "version": env!("CARGO_PKG_VERSION"),
            "description": ABOUT,
            "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
        });
        value["servers"] = json!([{"url": "/"}]);
        value["components"]["securitySchemes"] = json!({TOKEN: {
            "type": "http",
            "scheme": "bearer",
            "description": "A token, `pej_` and 64 letters. Its scopes are read, fill, review and administer.",
        }});
        let schemas = &mut value["components"]["schemas"];
        schemas["Problem"] = json!(ProblemShape::schema());
        schemas["Refusal"] = json!(RefusalShape::schema());
        let mut needs = HashMap::new();
        for (path, method, operation) in operations(&mut value) {
            if let Some(need) = need(operation) {
                needs.insert((method.clone(), path), need);
            }
            complete(&method, operation);
        }
        let text = value.to_string();
        Self(Arc::new(Finished { text, value, needs }))
    }

    /// The document as JSON text.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// The document as a value.
    pub fn value(&self) -> &Value {
        &self.0.value
    }

    /// What an operation asks of a caller; none where there is no such operation.
    pub(crate) fn need(&self, method: &Method, path: &str) -> Option<Need> {
        let method = if method == Method::HEAD {
            Method::GET
        } else {
            method.clone()
        };
        self.0.needs.get(&(method, path.to_owned())).copied()
    }

    /// Every operation: method, path, the scope that it needs, and whether it answers everybody.
    pub fn operations(&self) -> Vec<(Method, String, Scope, bool)> {
        let needs = self.0.needs.iter();
        let mut listed: Vec<_> = needs
            .map(|((method, path), need)| (method.clone(), path.clone(), need.scope, need.public))
            .collect();
        listed.sort_by(|one, other| (&one.1, one.0.as_str()).cmp(&(&other.1, other.0.as_str())));
        listed
    }
}

/// Every operation with its path and method.
fn operations(document: &mut Value) -> Vec<(String, Method, &mut Map<String, Value>)> {
    let paths = document["paths"].as_object_mut();
    let items = paths.into_iter().flatten();
    items
        .flat_map(|(path, item)| {
            let methods = item.as_object_mut().into_iter().flatten();
            methods.filter_map(move |(name, operation)| {
                let method = Method::from_bytes(name.to_uppercase().as_bytes()).ok()?;
                Some((path.clone(), method, operation.as_object_mut()?))
            })
        })
        .collect()
}

/// What an operation says under `security`: an empty requirement is everybody.
fn need(operation: &Map<String, Value>) -> Option<Need> {
    let listed = operation.get("security")?.as_array()?;
    let scope = listed.iter().find_map(|one| {
        let scopes = one.get(TOKEN)?.as_array()?;
        Scope::from_key(scopes.first()?.as_str()?)
    })?;
    let nobody = |one: &Value| one.as_object().is_some_and(Map::is_empty);
    Some(Need {
        scope,
        public: listed.iter().any(nobody),
    })
}

/// Adds the answers that every operation of its kind may give.
fn complete(method: &Method, operation: &mut Map<String, Value>) {
    let body = operation.contains_key("requestBody");
    let reads = method == Method::GET;
    let mut answers = vec![
        (400, "The request cannot be read."),
        (401, "The token is missing, unknown, ended or taken back."),
        (403, "The token's scopes or roles do not allow it."),
        (404, "It is not there, or not for this token."),
        (422, "A rule says no; each refusal names its field."),
        (429, "Too many requests; `Retry-After` says for how long."),
        (
            500,
            "Something went wrong on our side; `reference` names it.",
        ),
        (503, "It took too long."),
    ];
    if body {
        answers.push((413, "The content is too large."));
        answers.push((415, "The content has the wrong type."));
    }
    if !reads {
        answers.push((
            409,
            "Somebody has changed it meanwhile; `current` is what stands there.",
        ));
    }
    for (status, words) in answers {
        answer(operation, status, problem(words));
    }
    if reads {
        not_modified(operation);
    }
    if method == Method::POST {
        parameter(operation, key_parameter());
    }
}

fn answer(operation: &mut Map<String, Value>, status: u16, described: Value) {
    let answers = operation.entry("responses").or_insert_with(|| json!({}));
    if let Some(answers) = answers.as_object_mut() {
        answers.entry(status.to_string()).or_insert(described);
    }
}

fn problem(words: &str) -> Value {
    json!({
        "description": words,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    })
}

fn not_modified(operation: &mut Map<String, Value>) {
    answer(
        operation,
        304,
        json!({"description": "What `If-None-Match` names is still what stands there."}),
    );
    let header = json!({
        "description": "Names this state; send it back in `If-None-Match` or `If-Match`.",
        "schema": {"type": "string"},
    });
    let shown = operation
        .get_mut("responses")
        .and_then(|all| all.get_mut("200"));
    let is_json = |shown: &Value| shown["content"].get("application/json").is_some();
    if let Some(shown) = shown.filter(|shown| is_json(shown)) {
        shown["headers"]["ETag"] = header;
    }
}

fn parameter(operation: &mut Map<String, Value>, described: Value) {
    let listed = operation.entry("parameters").or_insert_with(|| json!([]));
    if let Some(listed) = listed.as_array_mut() {
        listed.push(described);
    }
}

fn key_parameter() -> Value {
    json!({
        "name": "Idempotency-Key",
        "in": "header",
        "required": false,
        "description": "Names this request: sent again within 24 hours it is answered as the first time and carried out once.",
        "schema": {"type": "string", "minLength": 1, "maxLength": once::LONGEST, "pattern": "^[!-~]+$"},
        "example": "6f1c1d0e-3c1b-4b7e-9b1e-2f6f0d8e7a11",
    })
}
