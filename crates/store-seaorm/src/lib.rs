//! Every storage port on SQLite and PostgreSQL: one code, two dialects.
//!
//! [`Store::connect`] opens a database whose schema `execora-migration` has made. Units of work take turns: on SQLite one writer
//! at a time in fair order, on PostgreSQL as many as there are connections. Reads outside units never wait for a writer.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
//! use execora_store_seaorm::Store;
//! use execora_usecases::ports::Books;
//! let folder = tempfile::tempdir().unwrap();
//! let url = format!("sqlite://{}?mode=rwc", folder.path().join("shop.db").display());
//! let store = Store::connect(&url).await.unwrap();
//! execora_migration::up(store.database()).await.unwrap();
//! let unit = store.begin().await.unwrap();
//! // … customers, invoices, entries …
//! unit.commit().await.unwrap();
//! store.close().await.unwrap();
//! # });
//! ```

mod away;
mod check;
mod config;
mod connection;
mod credential;
mod customer;
mod draft;
mod error;
mod health;
mod idempotency;
mod invoice;
mod invoice_queries;
mod ledger;
mod payment;
mod pool;
mod product;
mod reader;
mod reads;
mod reminder;
mod reports;
mod retention;
mod row;
mod series;
mod session;
mod shop;
mod sql;
mod store;
mod transaction;
mod unit;
mod values;

pub use config::StoreConfig;
pub use error::ConnectError;
pub use store::Store;
