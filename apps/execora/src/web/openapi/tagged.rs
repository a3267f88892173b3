//! Results told apart by their `kind`: each kind is a schema of its own with all of its fields, as generators of clients want it.

use serde_json::{Map, Value, json};

const SCHEMAS: &str = "#/components/schemas/";
const TAGGED: &str = "Result";
const TAG: &str = "kind";

/// Gives every kind of result its own schema, and says by which word they are told apart.
pub(super) fn name_kinds(schemas: &mut Map<String, Value>) {
    let Some(Value::Array(kinds)) = schemas
        .get_mut(TAGGED)
        .and_then(|all| all.get_mut("oneOf"))
        .map(Value::take)
    else {
        return;
    };
    let (mut choices, mut mapping, mut put_together) = (Vec::new(), Map::new(), Vec::new());
    for kind in kinds {
        let whole = flat(schemas, kind, &mut put_together);
        let word = whole
            .pointer("/properties/kind/enum/0")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let name = format!("{TAGGED}{}", pascal(word));
        let target = format!("{SCHEMAS}{name}");
        choices.push(json!({ "$ref": target }));
        mapping.insert(word.to_owned(), Value::String(target));
        schemas.insert(name, whole);
    }
    if let Some(all) = schemas.get_mut(TAGGED) {
        all["oneOf"] = Value::Array(choices);
        all["discriminator"] = json!({ "propertyName": TAG, "mapping": mapping });
    }
    // What stood in nothing but a kind stands in it now.
    for name in put_together {
        let reference = format!("\"{SCHEMAS}{name}\"");
        if !schemas
            .values()
            .any(|schema| schema.to_string().contains(&reference))
        {
            schemas.remove(&name);
        }
    }
}

/// One object out of the parts of a schema.
fn flat(schemas: &Map<String, Value>, schema: Value, put_together: &mut Vec<String>) -> Value {
    let Some(parts) = schema.get("allOf").and_then(Value::as_array) else {
        return schema;
    };
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for part in parts {
        let name = part
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|r| r.strip_prefix(SCHEMAS));
        let part = match name {
            Some(name) => {
                put_together.push(name.to_owned());
                schemas.get(name).unwrap_or(part)
            }
            None => part,
        };
        let fields = part.get("properties").and_then(Value::as_object);
        properties.extend(
            fields
                .into_iter()
                .flatten()
                .map(|(name, field)| (name.clone(), field.clone())),
        );
        required.extend(
            part.get("required")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .cloned(),
        );
    }
    json!({ "type": "object", "properties": properties, "required": required })
}

fn pascal(word: &str) -> String {
    word.split('_')
        .map(|part| {
            let mut letters = part.chars();
            let first = letters.next().map(|c| c.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        })
        .collect()
}
