//! Running the steps, one runner at a time, and asking where the schema stands.

use crate::Migrator;
use sea_orm_migration::MigrationStatus;
use sea_orm_migration::prelude::MigratorTrait;
use sea_orm_migration::sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};

/// Names the lock that runners of the schema share; any number that nothing else locks.
const RUNNER_LOCK: i64 = 0x4578_6563_6f72_6101;

/// A step and whether the database has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name, which sorts by age.
    pub name: String,
    /// Whether it was run.
    pub applied: bool,
}

/// Runs every pending step, all or nothing. A second runner waits for the first (PostgreSQL: a minute; SQLite: the
/// connection's busy timeout) and then finds nothing left to do.
///
/// # Errors
/// When a step fails, or the wait was too long.
pub async fn up(db: &DatabaseConnection) -> Result<(), DbErr> {
    let alone = db
        .begin_with_options(TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..Default::default()
        })
        .await?;
    if alone.get_database_backend() == DbBackend::Postgres {
        // Building an index may take longer than a request is allowed to.
        alone
            .execute_unprepared("SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = '30min'")
            .await?;
        alone
            .execute_unprepared(&format!("SELECT pg_advisory_xact_lock({RUNNER_LOCK})"))
            .await?;
    }
    Migrator::up(&alone, None).await?;
    alone.commit().await
}

/// Every step with its state, oldest first; changes nothing.
///
/// # Errors
/// When the database cannot be read, or has a step that this program does not know.
pub async fn status(db: &DatabaseConnection) -> Result<Vec<Step>, DbErr> {
    let steps = Migrator::get_migration_with_status_read_only(db).await?;
    Ok(steps
        .iter()
        .map(|step| Step {
            name: step.name().to_owned(),
            applied: step.status() == MigrationStatus::Applied,
        })
        .collect())
}

/// Whether every step was run; changes nothing and needs no right to change the schema.
///
/// # Errors
/// As [`status`].
pub async fn is_current(db: &DatabaseConnection) -> Result<bool, DbErr> {
    Ok(status(db).await?.iter().all(|step| step.applied))
}
