//! What every store and gateway must keep: one function for each MUST of the ports, named after the sentence it proves.
//!
//! A store's tests call [`contract_tests!`](crate::contract_tests) with a [`Harness`], and list every sentence by name. After an
//! error a unit is dropped: on some databases it could do nothing more.

#![expect(
    clippy::expect_used,
    reason = "a contract is an assertion: what must not fail stops the test when it does"
)]

pub mod catalog;
pub mod check;
pub mod credentials;
pub mod customer_lists;
pub mod customers;
pub mod directory;
pub mod drafts;
pub mod gateways;
pub mod idempotency;
pub mod invoices;
pub mod ledger;
mod listing;
mod papers;
pub mod payments;
pub mod products;
pub mod reminders;
pub mod reports;
pub mod retention;
pub mod revocations;
pub mod series;
pub mod sessions;
pub mod shops;
pub mod sign_ins;
pub mod stock;
pub mod turns;
pub mod units;
mod world;

use async_trait::async_trait;
use execora_usecases::ports::{Books, Queries};
use std::sync::Arc;

pub use world::World;

/// Makes stores for the contract.
#[async_trait]
pub trait Harness: Send + Sync {
    /// An empty store that nobody else uses, and its read ports. What it lives in MUST stay as long as the harness does.
    async fn fresh(&self) -> (Arc<dyn Books>, Queries);
}
