//! What every route answers beside its own success: problems by status with their codes, and headers.
//!
//! A handler names its success, its rights and the codes of its own; the rest follows from its shape (a body, a key, a version,
//! a page) and is written here once.

use super::{said, tagged};
use crate::problem::Code;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What the shape of a route tells about it.
struct Shape {
    path: String,
    open: bool,
    body: bool,
    query: bool,
    cursor: bool,
    named_in_path: bool,
    key: Option<bool>,
    if_match: bool,
    if_none_match: bool,
    own: Vec<Code>,
}

/// Completes every operation of the document.
pub(super) fn complete(document: &mut Value) {
    if let Some(schemas) = document
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut)
    {
        said::declare(schemas);
        tagged::name_kinds(schemas);
    }
    let versioned = versioned(document);
    let mut shared = Map::new();
    if let Some(paths) = document.get_mut("paths").and_then(Value::as_object_mut) {
        for (path, item) in paths {
            for operation in item
                .as_object_mut()
                .into_iter()
                .flat_map(|item| item.values_mut())
            {
                complete_one(path, operation, &versioned, &mut shared);
            }
        }
    }
    let components = &mut document["components"];
    let more = components
        .pointer_mut("/schemas/Problem/properties")
        .and_then(Value::as_object_mut);
    more.into_iter()
        .for_each(|properties| properties.append(&mut extensions()));
    components["responses"] = Value::Object(shared);
    components["headers"] = headers();
    components["securitySchemes"] = json!({ "bearer": {
        "type": "http", "scheme": "bearer", "bearerFormat": "biscuit",
        "description": "A token of the shop. What it may do is in its rights; each route names the right it needs in `x-rights`."
    }});
}

/// What some problems say beside the fields that all have.
fn extensions() -> Map<String, Value> {
    let of = |schema: &str| json!({ "$ref": format!("#/components/schemas/{schema}") });
    let mut extensions = Map::new();
    extensions.insert("customer_id".to_owned(), of("CustomerId"));
    extensions.insert("product_id".to_owned(), of("ProductId"));
    extensions.insert("left".to_owned(), of("Quantity"));
    extensions.insert(
        "tries_left".to_owned(),
        json!({ "type": "integer", "minimum": 0 }),
    );
    extensions
}

/// The schemas that have a version, which is their `ETag`.
fn versioned(document: &Value) -> Vec<String> {
    let schemas = document.pointer("/components/schemas").and_then(Value::as_object);
    let has = |schema: &Value| schema.to_string().contains(r##""version":{"##);
    schemas
        .into_iter()
        .flatten()
        .filter(|(name, schema)| has(schema) && !name.starts_with("ListView"))
        .map(|(name, _)| format!("#/components/schemas/{name}"))
        .collect()
}

fn complete_one(path: &str, operation: &mut Value, versioned: &[String], shared: &mut Map<String, Value>) {
    let Some(operation) = operation.as_object_mut() else {
        return;
    };
    let shape = Shape::of(path, operation);
    for parameter in parameters(operation) {
        plain(parameter);
    }
    operation.remove("x-codes");
    let Some(responses) = operation.get_mut("responses").and_then(Value::as_object_mut) else {
        return;
    };
    for (status, response) in responses.iter_mut() {
        let seen = success_headers(&shape, status, response, versioned);
        response["headers"] = seen;
    }
    if shape.if_none_match {
        let headers = json!({ "ETag": header("ETag") });
        responses.insert(
            "304".to_owned(),
            json!({ "description": "The reader has this version.", "headers": headers }),
        );
    }
    for (status, codes) in shape.problems() {
        let response = problem(&shape, status, &codes);
        let response = match codes.as_slice() {
            [only] => {
                shared.insert(only.as_str().to_owned(), response);
                json!({ "$ref": format!("#/components/responses/{}", only.as_str()) })
            }
            _ => response,
        };
        responses.insert(status.to_string(), response);
    }
}

fn parameters(operation: &mut Map<String, Value>) -> impl Iterator<Item = &mut Value> {
    let list = operation.get_mut("parameters").and_then(Value::as_array_mut);
    list.into_iter().flatten()
}

/// A parameter is there or not; it is never null, and lists are told by what they hold.
fn plain(parameter: &mut Value) {
    let Some(schema) = parameter.get_mut("schema") else {
        return;
    };
    if let Some(kinds) = schema.get_mut("type").filter(|kind| kind.is_array()) {
        let one = kinds
            .as_array()
            .into_iter()
            .flatten()
            .find(|kind| *kind != "null")
            .cloned();
        *kinds = one.unwrap_or_default();
    }
    if let Some(choices) = schema.get("oneOf").and_then(Value::as_array) {
        let one = choices
            .iter()
            .find(|choice| choice.get("$ref").is_some())
            .cloned();
        *schema = one.unwrap_or_default();
    }
}

impl Shape {
    fn of(path: &str, operation: &Map<String, Value>) -> Self {
        let parameters = operation.get("parameters").and_then(Value::as_array);
        let all: Vec<(&str, &str, bool)> = parameters
            .into_iter()
            .flatten()
            .filter_map(|p| {
                Some((
                    p.get("in")?.as_str()?,
                    p.get("name")?.as_str()?,
                    p.get("required") == Some(&json!(true)),
                ))
            })
            .collect();
        let find = |name: &str| all.iter().find(|(_, known, _)| *known == name);
        let words = operation.get("x-codes").and_then(Value::as_array);
        let own = words
            .into_iter()
            .flatten()
            .filter_map(|word| Code::ALL.iter().copied().find(|code| *word == code.as_str()))
            .collect();
        Self {
            path: path.to_owned(),
            open: operation.get("security").is_some(),
            body: operation.contains_key("requestBody"),
            query: all.iter().any(|(place, _, _)| *place == "query"),
            cursor: find("cursor").is_some(),
            named_in_path: all.iter().any(|(place, _, _)| *place == "path"),
            key: find("Idempotency-Key").map(|(_, _, required)| *required),
            if_match: find("If-Match").is_some(),
            if_none_match: find("If-None-Match").is_some(),
            own,
        }
    }

    /// Every problem that it may answer, by status.
    fn problems(&self) -> BTreeMap<u16, Vec<Code>> {
        let mut codes = self.own.clone();
        let mut add = |when: bool, more: &[Code]| {
            if when {
                codes.extend_from_slice(more);
            }
        };
        let api = self.path.starts_with("/api/v1/");
        add(
            self.body,
            &[Code::MalformedJson, Code::UnknownField, Code::WrongType],
        );
        add(
            self.body,
            &[
                Code::RequestTimeout,
                Code::BodyTooLarge,
                Code::UnsupportedMediaType,
                Code::ValidationFailed,
            ],
        );
        add(self.query, &[Code::UnknownField, Code::ValidationFailed]);
        add(self.cursor, &[Code::InvalidCursor]);
        add(self.key == Some(true), &[Code::IdempotencyKeyRequired]);
        add(
            self.key.is_some(),
            &[
                Code::IdempotencyKeyInvalid,
                Code::IdempotencyInProgress,
                Code::IdempotencyKeyReused,
            ],
        );
        add(
            self.if_match,
            &[Code::VersionStale, Code::IfMatchRequired, Code::ValidationFailed],
        );
        add(self.named_in_path, &[Code::NotFound]);
        add(!self.open, &[Code::Unauthenticated]);
        add(
            api,
            &[
                Code::Forbidden,
                Code::NotAcceptable,
                Code::RateLimited,
                Code::Internal,
                Code::Unavailable,
            ],
        );
        let mut by_status: BTreeMap<u16, Vec<Code>> = BTreeMap::new();
        for code in Code::ALL.iter().filter(|code| codes.contains(code)) {
            by_status.entry(code.status()).or_default().push(*code);
        }
        by_status
    }
}

fn problem(shape: &Shape, status: u16, codes: &[Code]) -> Value {
    let told: Vec<String> = codes
        .iter()
        .map(|code| format!("`{}`: {}.", code.as_str(), code.title()))
        .collect();
    let mut headers = common_headers(shape);
    match status {
        401 => headers.insert("WWW-Authenticate".to_owned(), header("WWW-Authenticate")),
        429 | 503 => headers.insert("Retry-After".to_owned(), header("Retry-After")),
        _ => None,
    };
    json!({
        "description": told.join(" "),
        "headers": headers,
        "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
        "x-codes": codes.iter().map(|code| code.as_str()).collect::<Vec<_>>(),
    })
}

fn header(name: &str) -> Value {
    json!({ "$ref": format!("#/components/headers/{name}") })
}

fn common_headers(_: &Shape) -> Map<String, Value> {
    let mut headers = Map::new();
    for name in ["X-Correlation-ID", "RateLimit", "RateLimit-Policy"] {
        headers.insert(name.to_owned(), header(name));
    }
    headers
}

fn success_headers(shape: &Shape, status: &str, response: &Value, versioned: &[String]) -> Value {
    let body = response
        .pointer("/content/application~1json/schema/$ref")
        .and_then(Value::as_str);
    let has_version = body.is_some_and(|body| versioned.iter().any(|known| known == body));
    let mut headers = common_headers(shape);
    let mut add = |when: bool, name: &str| {
        if when {
            headers.insert(name.to_owned(), header(name));
        }
    };
    add(has_version, "ETag");
    add(has_version && status == "201", "Location");
    add(shape.cursor, "Link");
    add(shape.key.is_some(), "Idempotency-Replayed");
    Value::Object(headers)
}

/// Every header that some answer has.
fn headers() -> Value {
    let text = |description: &str, example: &str| json!({ "description": description, "schema": { "type": "string" }, "example": example });
    let seconds = json!({ "type": "integer", "minimum": 0 });
    json!({
        "ETag": text(
            "The version, strong; what the books move by themselves (a balance, a stock, what is paid) follows a dot.",
            "\"7.3f2a91c4\""
        ),
        "Location": text("Where the resource is.", "/api/v1/customers/cus_0193a5b0-7c1e-7d42-9f3a-2b6c8e1d4f70"),
        "Link": text("The next page, when there is one.", "</api/v1/customers?cursor=…>; rel=\"next\""),
        "Idempotency-Replayed": json!({
            "description": "There when the request had come before: this is the answer it got then.",
            "schema": { "type": "string", "enum": ["true"] }
        }),
        "X-Correlation-ID": text("The request's name in our log, as it was sent or made here.", "order-2217"),
        "RateLimit": text("What is left of the limit, and the seconds until it is whole again.", "\"hour\";r=998"),
        "RateLimit-Policy": text("The limit: how many requests in how many seconds.", "\"hour\";q=1000;w=3600"),
        "Retry-After": json!({ "description": "Seconds after which it goes on.", "schema": seconds }),
        "WWW-Authenticate": text("How to sign in.", "Bearer"),
    })
}
