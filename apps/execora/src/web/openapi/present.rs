//! What stands in every answer: a field that may be null is there all the same.

use super::said;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

const SCHEMAS: &str = "#/components/schemas/";

/// What may be absent and, where it is there, null: a price that was changed may have been none.
const MAY_BE_ABSENT: &[(&str, &str)] = &[("ResultProduct", "old_price_paise")];

/// Marks every nullable field of an answer as present. A field that may be absent is declared as never null.
pub(super) fn mark(document: &mut Value) {
    let asked = asked(document);
    let schemas = document
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut);
    for (name, schema) in schemas.into_iter().flatten() {
        // What was not said is absent, and never null.
        if !asked.contains(name.as_str()) && !said::declares(name) {
            mark_one(name, schema);
        }
    }
}

fn mark_one(name: &str, schema: &mut Value) {
    // Parts of a schema that is put together of several.
    for part in schema
        .get_mut("allOf")
        .and_then(Value::as_array_mut)
        .into_iter()
        .flatten()
    {
        mark_one(name, part);
    }
    let properties = schema.get("properties").and_then(Value::as_object);
    let always: Vec<String> = properties
        .into_iter()
        .flatten()
        .filter(|(field, property)| nullable(property) && !MAY_BE_ABSENT.contains(&(name, field.as_str())))
        .map(|(field, _)| field.clone())
        .collect();
    if always.is_empty() {
        return;
    }
    let mut required: BTreeSet<String> = schema
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|name| name.as_str().map(str::to_owned))
        .collect();
    required.extend(always);
    schema["required"] = json!(required);
}

fn nullable(property: &Value) -> bool {
    let is_null = |kind: &Value| kind == "null" || kind.get("type").is_some_and(|t| t == "null");
    ["type", "oneOf"]
        .iter()
        .filter_map(|key| property.get(key)?.as_array())
        .any(|kinds| kinds.iter().any(is_null))
}

/// The schemas that requests are made of.
fn asked(document: &Value) -> BTreeSet<String> {
    let empty = Map::new();
    let schemas = document
        .pointer("/components/schemas")
        .and_then(Value::as_object)
        .unwrap_or(&empty);
    let mut found = BTreeSet::new();
    let mut open: Vec<String> = Vec::new();
    for item in document
        .get("paths")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        for operation in item.1.as_object().into_iter().flatten() {
            names(operation.1.get("requestBody").unwrap_or(&Value::Null), &mut open);
        }
    }
    while let Some(name) = open.pop() {
        if let Some(schema) = schemas.get(&name)
            && found.insert(name)
        {
            names(schema, &mut open);
        }
    }
    found
}

fn names(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            let target = map.get("$ref").and_then(Value::as_str);
            found.extend(target.and_then(|t| t.strip_prefix(SCHEMAS)).map(str::to_owned));
            map.values().for_each(|inner| names(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| names(inner, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
