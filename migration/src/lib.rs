//! The schema, step by step, one text for SQLite and PostgreSQL.
//!
//! Steps only ever add: a release expands the schema first, and a later one drops what nobody reads any more. `up` runs all
//! pending steps in one transaction and holds a lock, so two that start together run one after the other.

mod ddl;
mod m20261123_000001_shops;
mod m20261123_000002_customers;
mod m20261123_000003_products;
mod m20261123_000004_bills;
mod m20261123_000005_ledger;
mod m20261123_000006_reminders;
mod m20261123_000007_conversations;
mod m20261123_000008_credentials;
mod m20261130_000101_heartbeat;
mod m20261130_000401_revocations;
mod m20261130_000402_ages;
mod m20261130_000601_days_of_books;
mod m20261130_000801_series_first;
mod run;
mod schema;

pub use run::{Step, is_current, status, up};
pub use schema::Schema;

use sea_orm_migration::prelude::{MigrationTrait, MigratorTrait};

/// Every step, oldest first.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_shops::Step),
            Box::new(m20261123_000002_customers::Step),
            Box::new(m20261123_000003_products::Step),
            Box::new(m20261123_000004_bills::Step),
            Box::new(m20261123_000005_ledger::Step),
            Box::new(m20261123_000006_reminders::Step),
            Box::new(m20261123_000007_conversations::Step),
            Box::new(m20261123_000008_credentials::Step),
            Box::new(m20261130_000101_heartbeat::Step),
            Box::new(m20261130_000601_days_of_books::Step),
            Box::new(m20261130_000401_revocations::Step),
            Box::new(m20261130_000402_ages::Step),
            Box::new(m20261130_000801_series_first::Step),
        ]
    }
}
