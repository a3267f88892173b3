//! The committed OpenAPI document: what a partner's generator needs of it, checked without a network.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot read the document must fail"
)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn read(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The document that the program serves: a test of the program holds the two to each other.
fn document() -> Value {
    read("../../docs/api/openapi.json")
}

/// Every operation as (method, path, operation).
fn operations(document: &Value) -> Vec<(String, String, Value)> {
    let paths = document["paths"].as_object().unwrap();
    let of_path = |(path, item): (&String, &Value)| {
        let item = item.as_object().unwrap().clone();
        let path = path.clone();
        item.into_iter()
            .map(move |(method, operation)| (method, path.clone(), operation))
    };
    paths.iter().flat_map(of_path).collect()
}

/// Calls `look` with every value below and its place.
fn walk(value: &Value, place: &str, look: &mut impl FnMut(&str, &Value)) {
    look(place, value);
    match value {
        Value::Object(map) => map
            .iter()
            .for_each(|(k, v)| walk(v, &format!("{place}/{k}"), look)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(i, v)| walk(v, &format!("{place}/{i}"), look)),
        _ => {}
    }
}

#[test]
fn every_operation_has_an_id_of_its_own_and_a_summary() {
    let mut seen = BTreeSet::new();
    for (method, path, operation) in operations(&document()) {
        let id = operation["operationId"].as_str().unwrap_or_default().to_owned();
        assert!(
            id.contains('_'),
            "{method} {path}: {id:?} says what is done to what"
        );
        assert!(seen.insert(id.clone()), "{id} stands twice");
        assert!(operation["summary"].is_string(), "{id}");
    }
}

#[test]
fn every_reference_resolves_and_every_component_is_used() {
    let document = document();
    let mut used = BTreeSet::new();
    walk(&document, "", &mut |place, value| {
        if let Some(target) = value.get("$ref").and_then(Value::as_str) {
            let pointer = target.strip_prefix('#').unwrap();
            assert!(document.pointer(pointer).is_some(), "{place} refers to {target}");
            used.insert(pointer.to_owned());
        }
    });
    for kind in ["schemas", "responses", "headers"] {
        for name in document["components"][kind].as_object().unwrap().keys() {
            assert!(
                used.contains(&format!("/components/{kind}/{name}")),
                "{kind}/{name}"
            );
        }
    }
}

#[test]
fn parameters_are_declared_where_they_are() {
    for (method, path, operation) in operations(&document()) {
        let named: BTreeSet<String> = path
            .split('/')
            .filter_map(|s| s.strip_prefix('{')?.strip_suffix('}'))
            .map(str::to_owned)
            .collect();
        let mut declared = BTreeSet::new();
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            let (place, name) = (
                parameter["in"].as_str().unwrap(),
                parameter["name"].as_str().unwrap(),
            );
            let schema = &parameter["schema"];
            assert!(
                schema["type"].is_string() || schema["$ref"].is_string(),
                "{method} {path} {name}: {schema}"
            );
            match place {
                "path" => assert!(declared.insert(name.to_owned()) && parameter["required"] == true),
                "query" => assert!(["get", "post"].contains(&method.as_str())),
                "header" => assert!(
                    ["Idempotency-Key", "If-Match", "If-None-Match"].contains(&name),
                    "{name}"
                ),
                other => panic!("{method} {path}: {other}"),
            }
        }
        assert_eq!(declared, named, "{method} {path}");
    }
}

#[test]
fn every_route_names_its_right_and_what_it_may_answer() {
    for (method, path, operation) in operations(&document()) {
        let at = format!("{method} {path}");
        let responses = operation["responses"].as_object().unwrap();
        assert!(responses.keys().any(|status| status.starts_with('2')), "{at}");
        assert!(
            !responses.contains_key("default"),
            "{at}: a status that is not said"
        );
        if !path.starts_with("/api/v1/") {
            continue;
        }
        let open = operation["security"] == serde_json::json!([{}]);
        let own = ["/api/v1/auth/me", "/api/v1/auth/logout"].contains(&path.as_str());
        assert_eq!(operation["x-rights"].is_array(), !open && !own, "{at}");
        assert!(open || responses.contains_key("401"), "{at}");
        for status in ["403", "406", "429", "500", "503"] {
            assert!(responses.contains_key(status), "{at} {status}");
        }
        if method == "patch" || method == "delete" {
            assert!(["412", "428"].iter().all(|s| responses.contains_key(*s)), "{at}");
        }
        if path.contains('{') {
            assert!(responses.contains_key("404"), "{at}");
        }
    }
}

#[test]
fn words_are_closed_and_sums_dates_and_ids_have_their_form() {
    let document = document();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for (name, schema) in schemas {
        for (field, value) in schema["properties"].as_object().into_iter().flatten() {
            let text = value.to_string();
            let referred = text.contains("$ref");
            let at = format!("{name}.{field}: {text}");
            let closed = [
                "mode", "status", "unit", "channel", "state", "account", "category",
            ];
            if closed.contains(&field.as_str()) && !matches!(name.as_str(), "Problem" | "Turn") {
                assert!(referred || text.contains("enum"), "{at}");
                *kinds.entry("word").or_default() += 1;
            }
            if field.ends_with("_paise") || field == "id" || (field.ends_with("_id") && field != "request_id")
            {
                assert!(
                    referred || ["document_id", "Credential"].iter().any(|k| at.contains(k)),
                    "{at}"
                );
                *kinds.entry("formed").or_default() += 1;
            }
            if ["created_at", "updated_at", "from", "to", "date"].contains(&field.as_str()) {
                assert!(referred, "{at}");
                *kinds.entry("time").or_default() += 1;
            }
        }
    }
    assert!(
        kinds.values().all(|many| *many > 10) && kinds.len() == 3,
        "{kinds:?}"
    );
}
