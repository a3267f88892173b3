//! Which paths exist at all, so that a wrong method on one of them is told from a path that does not exist.

/// The paths of the API; `{}` stands for one segment. A test holds the list to the OpenAPI document.
const PATHS: &[&str] = &[
    "/health",
    "/livez",
    "/readyz",
    "/ws",
    "/api/v1/ws",
    "/api/v1/auth/exchange",
    "/api/v1/auth/refresh",
    "/api/v1/auth/logout",
    "/api/v1/auth/me",
    "/api/v1/auth/public-key",
    "/api/v1/ws-tickets",
    "/api/v1/commands",
    "/api/v1/customers",
    "/api/v1/customers/search",
    "/api/v1/customers/{}",
    "/api/v1/customers/{}/balance",
    "/api/v1/products",
    "/api/v1/products/{}",
    "/api/v1/products/{}/stock",
    "/api/v1/drafts",
    "/api/v1/drafts/{}",
    "/api/v1/drafts/{}/confirm",
    "/api/v1/invoices",
    "/api/v1/invoices/{}",
    "/api/v1/invoices/{}/cancel",
    "/api/v1/ledger/payment",
    "/api/v1/ledger/credit",
    "/api/v1/ledger/{}",
    "/api/v1/ledger/entries/{}/reverse",
    "/api/v1/payments",
    "/api/v1/sessions",
    "/api/v1/sessions/{}",
    "/api/openapi.json",
    "/docs",
    "/",
];

/// Whether some method is known on this path.
#[must_use]
pub fn known(path: &str) -> bool {
    PATHS.iter().any(|pattern| {
        let mut said = path.split('/');
        let mut want = pattern.split('/');
        loop {
            match (want.next(), said.next()) {
                (None, None) => return true,
                (Some("{}"), Some(segment)) if !segment.is_empty() => {}
                (Some(w), Some(s)) if w == s => {}
                _ => return false,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_of_the_document_is_known() {
        let document: serde_json::Value =
            serde_json::from_str(crate::web::openapi::text()).unwrap_or_default();
        let paths = document
            .get("paths")
            .and_then(|p| p.as_object())
            .map(|p| p.keys().cloned().collect::<Vec<_>>());
        let paths = paths.unwrap_or_default();
        assert!(paths.len() > 20, "the document has paths");
        for path in paths {
            let concrete = path.replace("{id}", "x").replace("{customer_id}", "x");
            assert!(known(&concrete), "{path}");
        }
        assert!(!known("/api/v1/nowhere") && !known("/api/v1/customers/"));
    }
}
