//! The OpenAPI 3.1 document, made from the routes and their handlers.

mod answers;
pub mod headers;
mod present;
pub mod problems;
mod said;
pub mod scalars;
mod tagged;

use super::routes;
use crate::problem::{Code, ProblemView};
use actix_web::App;
use execora_kernel::Right;
use serde_json::{Map, Value};
use std::sync::LazyLock;
use utoipa::OpenApi;
use utoipa_actix_web::AppExt;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Execora",
        description = "A shop's books by talking. Money is integer paise, quantities are decimal strings."
    ),
    servers((url = "/", description = "The shop's own server.")),
    security(("bearer" = [])),
    components(schemas(ProblemView))
)]
struct Document;

/// The rights that a route needs, for its `x-rights`.
#[must_use]
pub fn rights(rights: &[Right]) -> Vec<String> {
    rights.iter().map(Right::to_string).collect()
}

/// The codes of a route beside those that its shape brings along, for its `x-codes`.
#[must_use]
pub fn codes(codes: &[Code]) -> Vec<&'static str> {
    codes.iter().map(|code| code.as_str()).collect()
}

static TEXT: LazyLock<String> = LazyLock::new(|| {
    let (_, document) = App::new()
        .into_utoipa_app()
        .openapi(Document::openapi())
        .configure(routes::described)
        .split_for_parts();
    // A document of plain data always has a JSON form; if it ever had none, the drift check would show an empty one.
    let mut document = serde_json::to_value(&document).unwrap_or_default();
    answers::complete(&mut document);
    present::mark(&mut document);
    serde_json::to_string_pretty(&sorted(document)).unwrap_or_default() + "\n"
});

/// The document as JSON, the same bytes every time.
#[must_use]
pub fn text() -> &'static str {
    &TEXT
}

/// The same value with the keys of every object in order, whatever order it was made in.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let mut entries: Vec<(String, Value)> = map.into_iter().map(|(k, v)| (k, sorted(v))).collect();
            entries.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(entries.into_iter().collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(sorted).collect()),
        plain @ (Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => plain,
    }
}
