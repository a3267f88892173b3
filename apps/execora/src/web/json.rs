//! Reading a JSON body strictly: once parsed, every field is known, of the right type, and named once.

use crate::problem::{Code, FieldProblem, Place, Problem};
use serde::de::value::MapAccessDeserializer;
use serde::de::{
    Deserialize, DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor,
};
use serde_json::{Map, Value};
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

/// Parses a body in which no object names a key twice.
///
/// # Errors
/// `malformed_json`.
pub fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    let malformed = |_| Problem::new(Code::MalformedJson);
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = Once.deserialize(&mut reader).map_err(malformed)?;
    reader.end().map_err(malformed)?;
    Ok(value)
}

/// Turns a parsed body into what the route takes.
///
/// # Errors
/// `unknown_field`, `wrong_type`, or `validation_failed` for what is missing or not of the right form.
pub fn take<T: DeserializeOwned>(value: &Value) -> Result<T, Problem> {
    // serde would read a list as the fields of a struct in their order.
    if !value.is_object() {
        return Err(Problem::new(Code::WrongType).at(""));
    }
    serde_path_to_error::deserialize(value).map_err(|error| placed(&error))
}

/// Reads the parameters of a query.
///
/// # Errors
/// `unknown_field` for a parameter that the route does not know, `validation_failed` for one that is missing, stands twice, or is
/// not of the right form.
pub fn query<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(text.as_bytes()));
    serde_path_to_error::deserialize(pairs).map_err(|error| placed(&error).in_query())
}

fn placed<E: fmt::Display>(error: &serde_path_to_error::Error<E>) -> Problem {
    let mut pointer = String::new();
    for segment in error.path() {
        use serde_path_to_error::Segment;
        match segment {
            Segment::Seq { index } => pointer.push_str(&format!("/{index}")),
            Segment::Map { key } => pointer.push_str(&format!("/{}", escaped(key))),
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    classify(&error.inner().to_string(), pointer)
}

/// A struct inside a body: an object and nothing else, as serde would read a list as its fields in their order.
#[derive(Debug, Clone)]
pub struct Object<T>(pub T);

impl<T> Deref for Object<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Object<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = T;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<T, A::Error> {
                T::deserialize(MapAccessDeserializer::new(entries))
            }
        }
        d.deserialize_map(Entries(PhantomData)).map(Self)
    }
}

/// serde tells what is wrong in words only; its words for these cases are part of its interface in practice, and a test below
/// notices when they change. The words themselves are not passed on: they may repeat what a person wrote.
fn classify(words: &str, pointer: String) -> Problem {
    let quoted = |s: &str| s.split('`').nth(1).unwrap_or_default().to_owned();
    if words.starts_with("unknown field") {
        let name = quoted(words);
        let pointer = if pointer.ends_with(&format!("/{name}")) {
            pointer
        } else {
            format!("{pointer}/{name}")
        };
        return Problem::new(Code::UnknownField).at(pointer);
    }
    let refused = |pointer, code: &str, message: &str| {
        let mut problem = Problem::new(Code::ValidationFailed);
        problem.errors.push(FieldProblem {
            place: Place::Body,
            pointer,
            code: code.to_owned(),
            message: message.to_owned(),
        });
        problem
    };
    if words.starts_with("missing field") {
        return refused(format!("{pointer}/{}", quoted(words)), "required", "is needed");
    }
    if words.starts_with("duplicate field") {
        return refused(format!("/{}", quoted(words)), "invalid_format", "stands twice");
    }
    if words.starts_with("number too") {
        return refused(pointer, "out_of_range", "is outside what is allowed");
    }
    if words.starts_with("invalid type") {
        return Problem::new(Code::WrongType).at(pointer);
    }
    refused(pointer, "invalid_format", "is not of the right form")
}

fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// What a body says, without regard to order and white space: for telling one request from another.
#[must_use]
pub fn fingerprint(value: &Value) -> String {
    let mut text = String::new();
    canonical(value, &mut text);
    hex::encode(ring::digest::digest(&ring::digest::SHA256, text.as_bytes()))
}

fn canonical(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort();
            out.push('{');
            for key in keys {
                out.push_str(&Value::from(key.as_str()).to_string());
                out.push(':');
                if let Some(value) = map.get(key) {
                    canonical(value, out);
                }
                out.push(',');
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for item in items {
                canonical(item, out);
                out.push(',');
            }
            out.push(']');
        }
        other => out.push_str(&other.to_string()),
    }
}

/// Builds a value and refuses an object that names a key twice.
struct Once;

impl<'de> DeserializeSeed<'de> for Once {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<Value, D::Error> {
        d.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Once {
    type Value = Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_bool<E>(self, v: bool) -> Result<Value, E> {
        Ok(v.into())
    }
    fn visit_i64<E>(self, v: i64) -> Result<Value, E> {
        Ok(v.into())
    }
    fn visit_u64<E>(self, v: u64) -> Result<Value, E> {
        Ok(v.into())
    }
    fn visit_f64<E>(self, v: f64) -> Result<Value, E> {
        Ok(v.into())
    }
    fn visit_str<E>(self, v: &str) -> Result<Value, E> {
        Ok(v.into())
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(Once)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            let value = entries.next_value_seed(Once)?;
            if map.insert(key, value).is_some() {
                return Err(serde::de::Error::custom("a key stands twice"));
            }
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its reading is tested")]
    struct Inner {
        n: i64,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its reading is tested")]
    struct Outer {
        name: String,
        items: Vec<Object<Inner>>,
        id: Option<execora_kernel::CustomerId>,
    }

    fn refusal(body: &str) -> (&'static str, String, String) {
        let problem = match parse(body.as_bytes()).and_then(|v| take::<Outer>(&v)) {
            Ok(_) => return ("", String::new(), String::new()),
            Err(problem) => problem,
        };
        let first = problem.errors.first().cloned();
        let (pointer, code) = first.map(|f| (f.pointer, f.code)).unwrap_or_default();
        (problem.code.as_str(), pointer, code)
    }

    #[test]
    fn every_fault_has_its_code_and_its_place() {
        for (body, code, pointer, field) in [
            (r#"{"name":"a","items":[]}"#, "", "", ""),
            (r#"{"name":"a","items":[],"#, "malformed_json", "", ""),
            (r#"{"name":"a","name":"b","items":[]}"#, "malformed_json", "", ""),
            (r#"{"name":"a","items":[]} x"#, "malformed_json", "", ""),
            (
                r#"{"name":"a","items":[],"x":1}"#,
                "unknown_field",
                "/x",
                "unknown_field",
            ),
            (
                r#"{"name":"a","items":[{"n":1,"m":2}]}"#,
                "unknown_field",
                "/items/0/m",
                "unknown_field",
            ),
            (r#"{"name":7,"items":[]}"#, "wrong_type", "/name", "wrong_type"),
            (
                r#"{"name":"a","items":[{"n":1.5}]}"#,
                "wrong_type",
                "/items/0/n",
                "wrong_type",
            ),
            (
                r#"{"name":"a","items":[[1]]}"#,
                "wrong_type",
                "/items/0",
                "wrong_type",
            ),
            (r#"{"items":[]}"#, "validation_failed", "/name", "required"),
            (
                r#"{"name":"a","items":[{}]}"#,
                "validation_failed",
                "/items/0/n",
                "required",
            ),
            (
                r#"{"name":"a","items":[],"id":"x"}"#,
                "validation_failed",
                "/id",
                "invalid_format",
            ),
            ("[1]", "wrong_type", "", "wrong_type"),
        ] {
            assert_eq!(
                refusal(body),
                (code, pointer.to_owned(), field.to_owned()),
                "{body}"
            );
        }
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only its reading is tested")]
    struct Parameters {
        q: String,
        limit: Option<u16>,
    }

    #[test]
    fn a_refused_parameter_is_named_and_called_a_parameter() {
        for (text, code, pointer, field) in [
            ("q=a&limit=5", "", "", ""),
            ("q=a&limit=x", "validation_failed", "/limit", "invalid_format"),
            ("q=a&limit=-1", "validation_failed", "/limit", "invalid_format"),
            ("q=a&limit=70000", "validation_failed", "/limit", "out_of_range"),
            ("limit=5", "validation_failed", "/q", "required"),
            ("q=a&q=b", "validation_failed", "/q", "invalid_format"),
            ("q=a&colour=red", "unknown_field", "/colour", "unknown_field"),
        ] {
            let problem = query::<Parameters>(text).err();
            let seen = problem.as_ref().map_or(("", "", ""), |problem| {
                let first = problem.errors.first();
                assert!(first.is_some_and(|e| e.place == Place::Query), "{text}");
                let at = first.map_or(("", ""), |e| (e.pointer.as_str(), e.code.as_str()));
                (problem.code.as_str(), at.0, at.1)
            });
            assert_eq!(seen, (code, pointer, field), "{text}");
        }
    }

    #[test]
    fn order_and_white_space_do_not_make_another_request() {
        let print = |s: &str| parse(s.as_bytes()).map(|v| fingerprint(&v)).unwrap_or_default();
        assert_eq!(
            print(r#"{"a":1,"b":{"c":2,"d":3}}"#),
            print(r#" { "b":{"d":3,"c":2}, "a":1 }"#)
        );
        assert_ne!(print(r#"{"a":1}"#), print(r#"{"a":"1"}"#));
        assert_ne!(print(r#"[1,2]"#), print(r#"[2,1]"#));
    }
}
