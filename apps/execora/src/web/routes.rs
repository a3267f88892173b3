//! Where each handler stands. A route is named here and nowhere else: the server and the document are both made of it.

use super::{auth, commands, customers, drafts, health, invoices, ledger, products, sessions, tenant};
use utoipa_actix_web::service_config::ServiceConfig;

/// Every route that the document describes.
pub fn described(config: &mut ServiceConfig<'_>) {
    config.configure(open).configure(books).configure(talk);
}

fn open(config: &mut ServiceConfig<'_>) {
    config
        .service(health::health)
        .service(health::livez)
        .service(health::readyz)
        .service(auth::exchange)
        .service(auth::refresh)
        .service(auth::logout)
        .service(auth::me)
        .service(auth::public_key)
        .service(auth::ticket);
}

fn books(config: &mut ServiceConfig<'_>) {
    // A fixed word stands before the id that would take it for one.
    config
        .service(customers::search)
        .service(customers::balance)
        .service(customers::create)
        .service(customers::list)
        .service(customers::read)
        .service(customers::update)
        .service(products::create)
        .service(products::list)
        .service(products::read)
        .service(products::update)
        .service(products::move_stock)
        .service(drafts::create)
        .service(drafts::list)
        .service(drafts::read)
        .service(drafts::update)
        .service(drafts::discard)
        .service(drafts::confirm)
        .service(invoices::create)
        .service(invoices::list)
        .service(invoices::read)
        .service(invoices::cancel)
        .service(ledger::payments)
        .service(ledger::payment)
        .service(ledger::credit)
        .service(ledger::reverse)
        .service(ledger::entries);
}

fn talk(config: &mut ServiceConfig<'_>) {
    config
        .service(commands::take)
        .service(sessions::list)
        .service(sessions::read)
        .service(tenant::read)
        .service(tenant::update);
}
