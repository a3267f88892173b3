//! The right that a request with a body needs, looked at before its body is read: work for somebody who may not have it done
//! is not begun. The use case decides again, with the customer it is about.

use execora_kernel::Right;

/// What each route with a body needs.
const NEEDED: &[(&str, &str, Right)] = &[
    ("POST", "/api/v1/commands", Right::VOICE_USE),
    ("POST", "/api/v1/customers", Right::CUSTOMERS_CREATE),
    ("PATCH", "/api/v1/customers/{id}", Right::CUSTOMERS_UPDATE),
    ("POST", "/api/v1/products", Right::PRODUCTS_CREATE),
    ("PATCH", "/api/v1/products/{id}", Right::PRODUCTS_UPDATE),
    ("POST", "/api/v1/products/{id}/stock", Right::PRODUCTS_UPDATE),
    ("POST", "/api/v1/drafts", Right::INVOICES_CREATE),
    ("PATCH", "/api/v1/drafts/{id}", Right::INVOICES_CREATE),
    ("POST", "/api/v1/invoices", Right::INVOICES_CREATE),
    ("POST", "/api/v1/invoices/{id}/cancel", Right::INVOICES_CANCEL),
    ("POST", "/api/v1/ledger/payment", Right::PAYMENTS_CREATE),
    ("POST", "/api/v1/ledger/credit", Right::PAYMENTS_CREATE),
    (
        "POST",
        "/api/v1/ledger/entries/{id}/reverse",
        Right::PAYMENTS_REVERSE,
    ),
    ("PATCH", "/api/v1/tenant", Right::SETTINGS_UPDATE),
];

/// The right that a route needs; `None` for a route that nobody has to sign in for.
#[must_use]
pub fn needed(method: &str, pattern: &str) -> Option<Right> {
    NEEDED
        .iter()
        .find(|(of, path, _)| *of == method && *path == pattern)
        .map(|(_, _, right)| *right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_documented_route_with_a_body_needs_a_right_or_is_a_way_in() {
        let document: serde_json::Value =
            serde_json::from_str(crate::web::openapi::text()).unwrap_or_default();
        let paths = document.get("paths").and_then(|paths| paths.as_object());
        let mut seen = 0;
        for (path, operations) in paths.into_iter().flatten() {
            for (method, operation) in operations.as_object().into_iter().flatten() {
                if operation.get("requestBody").is_none() || path.starts_with("/api/v1/auth/") {
                    continue;
                }
                seen += 1;
                assert!(
                    needed(&method.to_ascii_uppercase(), path).is_some(),
                    "{method} {path} reads a body before it knows whether it may"
                );
            }
        }
        assert_eq!(seen, NEEDED.len());
    }
}
