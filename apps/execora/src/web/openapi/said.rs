//! Schemas of what was said, as the reader of commands declares them: the intents and their slots.

use execora_voice_intent::understanding::{Intent, Slots};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// Where the reader's own schemas stand among the others; its words for units and modes are its own.
const PREFIX: &str = "Said";

/// Puts the schemas where the handlers refer to them.
pub(super) fn declare(schemas: &mut Map<String, Value>) {
    for (name, schema) in [("Slots", of::<Slots>()), ("Intent", of::<Intent>())] {
        let (schema, parts) = schema;
        schemas.insert(name.to_owned(), schema);
        for (part, schema) in parts {
            schemas.insert(format!("{PREFIX}{part}"), schema);
        }
    }
}

/// Whether a schema is one of these.
pub(super) fn declares(name: &str) -> bool {
    name == "Slots" || name.starts_with(PREFIX)
}

fn of<T: JsonSchema>() -> (Value, Map<String, Value>) {
    let mut schema = json!(SchemaGenerator::default().into_root_schema_for::<T>());
    let mut parts = Map::new();
    if let Some(schema) = schema.as_object_mut() {
        schema.remove("$schema");
        if let Some(Value::Object(declared)) = schema.remove("$defs") {
            parts = declared;
        }
    }
    moved(&mut schema);
    parts.values_mut().for_each(moved);
    (schema, parts)
}

/// Lets references follow what they name to its new place.
fn moved(value: &mut Value) {
    match value {
        Value::Object(map) => {
            if let Some(Value::String(target)) = map.get_mut("$ref")
                && let Some(part) = target.strip_prefix("#/$defs/")
            {
                *target = format!("#/components/schemas/{PREFIX}{part}");
            }
            map.values_mut().for_each(moved);
        }
        Value::Array(items) => items.iter_mut().for_each(moved),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
