//! Every verb on the store in memory: whole or not at all, once, and only for those who may.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test says what must not fail")]

mod books;
mod clean_up;
mod customers;
mod days;
mod drafts;
mod invoices;
mod ledger;
mod manners;
mod models;
mod own_unit;
mod products;
mod properties;
mod reads;
mod refused_bills;
mod reminders;
mod reports;
mod shop;
mod sign_in;
mod turns;
mod voice_changes;
mod world;
