//! Every storage port in memory: atomic units of work, readers that see committed state alone.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(async {
//! use execora_store_memory::MemoryStore;
//! use execora_usecases::ports::Books;
//! let store = MemoryStore::new();
//! let unit = store.begin().await.unwrap();
//! // … customers, invoices, entries …
//! unit.commit().await.unwrap();
//! assert_eq!(store.queries().shops.first(1).await, Ok(vec![]));
//! # });
//! ```

mod check;
mod credentials;
mod customers;
mod drafts;
mod dump;
mod idempotency;
mod invoices;
mod ledger;
mod payments;
mod products;
mod reminders;
mod reports;
mod retention;
mod series;
mod sessions;
mod shops;
mod state;
mod store;
mod table;
mod unit;

pub use store::MemoryStore;
