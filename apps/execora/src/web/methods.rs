//! Which methods a path knows, so that a wrong one on it is told from a path that does not exist.

use actix_web::{HttpRequest, HttpResponse};
use std::sync::LazyLock;

/// Paths that are not part of the documented interface; all are read with GET.
const UNDOCUMENTED: &[&str] = &["/ws", "/api/v1/ws", "/api/openapi.json", "/docs", "/"];

/// The methods of an OpenAPI document, in the order in which they are answered.
const METHODS: &[&str] = &["get", "post", "put", "patch", "delete"];

struct Path {
    pattern: String,
    /// As `Allow` says it.
    allowed: String,
}

static PATHS: LazyLock<Vec<Path>> = LazyLock::new(|| {
    let document: serde_json::Value = serde_json::from_str(super::openapi::text()).unwrap_or_default();
    let documented = document.get("paths").and_then(|paths| paths.as_object());
    let documented = documented.into_iter().flatten().map(|(pattern, operations)| {
        let known = METHODS
            .iter()
            .copied()
            .filter(|method| operations.get(method).is_some());
        (pattern.clone(), known.collect::<Vec<_>>())
    });
    let others = UNDOCUMENTED.iter().map(|path| ((*path).to_owned(), vec!["get"]));
    documented
        .chain(others)
        .map(|(pattern, methods)| Path {
            pattern,
            allowed: allow(&methods),
        })
        .collect()
});

fn allow(methods: &[&str]) -> String {
    let mut named: Vec<String> = methods.iter().map(|method| method.to_ascii_uppercase()).collect();
    if let Some(at) = named.iter().position(|method| method == "GET") {
        // What can be read can be asked for without its body.
        named.insert(at + 1, "HEAD".to_owned());
    }
    named.join(", ")
}

/// The methods of a path as `Allow` says them; `None` for a path that does not exist.
#[must_use]
pub fn allowed(path: &str) -> Option<&'static str> {
    // A path without variable parts is meant before one with them.
    let mut best: Option<&Path> = None;
    for known in PATHS.iter().filter(|known| fits(&known.pattern, path)) {
        if best.is_none_or(|best| best.pattern.contains('{') && !known.pattern.contains('{')) {
            best = Some(known);
        }
    }
    best.map(|path| path.allowed.as_str())
}

/// The answer when no route took a request. A path that some route knows, under another method, is 405. Any other is 404, and so is
/// one whose id is none: its method would have been right.
#[must_use]
pub fn unmatched(request: &HttpRequest) -> HttpResponse {
    let right = |allowed: &str| {
        allowed
            .split(", ")
            .any(|method| method == request.method().as_str())
    };
    if allowed(request.path()).is_some_and(|allowed| !right(allowed)) {
        HttpResponse::MethodNotAllowed().finish()
    } else {
        HttpResponse::NotFound().finish()
    }
}

fn fits(pattern: &str, path: &str) -> bool {
    let (mut said, mut want) = (path.split('/'), pattern.split('/'));
    loop {
        match (want.next(), said.next()) {
            (None, None) => return true,
            (Some(w), Some(segment)) if w.starts_with('{') && !segment.is_empty() => {}
            (Some(w), Some(s)) if w == s => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_its_methods() {
        for (path, methods) in [
            ("/api/v1/customers", Some("GET, HEAD, POST")),
            ("/api/v1/customers/x", Some("GET, HEAD, PATCH")),
            ("/api/v1/customers/search", Some("GET, HEAD")),
            ("/api/v1/invoices/x/cancel", Some("POST")),
            ("/health", Some("GET, HEAD")),
            ("/ws", Some("GET, HEAD")),
            ("/", Some("GET, HEAD")),
            ("/api/v1/nowhere", None),
            ("/api/v1/customers/", None),
        ] {
            assert_eq!(allowed(path), methods, "{path}");
        }
    }
}
