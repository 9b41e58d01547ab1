//! Whether a value has the shape that the OpenAPI document gives: the words of JSON Schema that
//! our document uses.
#![allow(dead_code, clippy::unwrap_used)]

use serde_json::{Map, Value};

/// What is wrong with a value, each with its place; empty when it fits.
pub fn misfits(value: &Value, schema: &Value, document: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(value, schema, document, "$", &mut found);
    found
}

fn check(value: &Value, schema: &Value, document: &Value, at: &str, found: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let target = document.pointer(name.trim_start_matches('#'));
        let target = target.unwrap_or_else(|| panic!("{name} is not in the document"));
        return check(value, target, document, at, found);
    }
    if let Some(all) = schema["allOf"].as_array() {
        all.iter()
            .for_each(|one| check(value, one, document, at, found));
    }
    for word in ["oneOf", "anyOf"] {
        let some = schema[word].as_array();
        let fits = |one: &Value| misfits(value, one, document).is_empty();
        if some.is_some_and(|some| !some.iter().any(fits)) {
            found.push(format!("{at}: {value} fits none of {word}"));
        }
    }
    check_type(value, &schema["type"], at, found);
    let words = schema["enum"].as_array();
    if words.is_some_and(|words| !words.contains(value)) {
        found.push(format!("{at}: {value} is none of {words:?}"));
    }
    match value {
        Value::Object(members) => check_members(members, schema, document, at, found),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                check(
                    item,
                    &schema["items"],
                    document,
                    &format!("{at}[{index}]"),
                    found,
                );
            }
        }
        _ => {}
    }
}

fn check_type(value: &Value, types: &Value, at: &str, found: &mut Vec<String>) {
    let is = |name: &str| match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other} is no type"),
    };
    let fits = match types {
        Value::Null => true,
        Value::String(name) => is(name),
        Value::Array(names) => names.iter().any(|name| is(name.as_str().unwrap())),
        other => panic!("{other} is no type"),
    };
    if !fits {
        found.push(format!("{at}: {value} is not {types}"));
    }
}

fn check_members(
    members: &Map<String, Value>,
    schema: &Value,
    document: &Value,
    at: &str,
    found: &mut Vec<String>,
) {
    for name in schema["required"].as_array().into_iter().flatten() {
        let name = name.as_str().unwrap();
        if !members.contains_key(name) {
            found.push(format!("{at}: {name} is missing"));
        }
    }
    for (name, member) in members {
        let known = &schema["properties"][name];
        if known.is_null() && schema["additionalProperties"] == Value::Bool(false) {
            found.push(format!("{at}: {name} is not in the document"));
        }
        check(member, known, document, &format!("{at}.{name}"), found);
    }
}
