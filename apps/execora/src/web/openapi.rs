//! The OpenAPI 3.1 document, made from the handlers.

use super::{auth, commands, customers, drafts, health, invoices, ledger, products, sessions, tenant};
use crate::views::report::{StatementView, SummaryView};
use std::sync::LazyLock;
use utoipa::openapi::security::{Http, HttpAuthScheme, SecurityScheme};
use utoipa::{Modify, OpenApi};

/// Adds what the macros cannot say.
struct Bearer;

impl Modify for Bearer {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        let components = api.components.get_or_insert_with(Default::default);
        let mut bearer = Http::new(HttpAuthScheme::Bearer);
        bearer.bearer_format = Some("biscuit".to_owned());
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
    }
}

#[derive(OpenApi)]
#[openapi(
    info(title = "Execora", description = "A shop's books by talking. Money is integer paise, quantities are decimal strings."),
    modifiers(&Bearer),
    security(("bearer" = [])),
    components(schemas(SummaryView, StatementView)),
    paths(
        auth::exchange, auth::refresh, auth::logout, auth::me, auth::public_key, auth::ticket,
        customers::create, customers::list, customers::search, customers::read, customers::update, customers::balance,
        products::create, products::list, products::read, products::update, products::move_stock,
        drafts::create, drafts::list, drafts::read, drafts::update, drafts::discard, drafts::confirm,
        invoices::create, invoices::list, invoices::read, invoices::cancel,
        ledger::payment, ledger::credit, ledger::entries, ledger::reverse, ledger::payments,
        commands::take, sessions::list, sessions::read, tenant::read, tenant::update,
        health::health, health::livez, health::readyz,
    )
)]
struct Document;

static TEXT: LazyLock<String> = LazyLock::new(|| {
    // A document of plain data always has a JSON form; if it ever had none, the drift check would show an empty one.
    Document::openapi()
        .to_pretty_json()
        .map(|json| json + "\n")
        .unwrap_or_default()
});

/// The document as JSON, the same bytes every time.
#[must_use]
pub fn text() -> &'static str {
    &TEXT
}
