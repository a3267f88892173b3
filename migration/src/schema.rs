//! The schema of one database: a connection of its own, which nobody else sees.

use crate::run::{Step, is_current, status, up};
use anyhow::{Context, Result};
use sea_orm_migration::sea_orm::{ConnectOptions, Database, DatabaseConnection};
use std::time::Duration;

/// How long the database may take to let the one in who asks how it stands.
const ANSWER: Duration = Duration::from_millis(1_500);
/// How long a second runner waits for the first on SQLite.
const RUNNER_WAIT: Duration = Duration::from_secs(60);

/// Where the schema of a database stands, and bringing it up to date.
#[derive(Debug, Clone)]
pub struct Schema {
    db: DatabaseConnection,
}

impl Schema {
    /// Opens a database by the address that its store is opened by; a file that is not there is made when the address says so.
    ///
    /// # Errors
    /// When nothing answers there.
    pub async fn connect(url: &str) -> Result<Self> {
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(1)
            .min_connections(0)
            .connect_timeout(ANSWER)
            .acquire_timeout(ANSWER)
            .idle_timeout(Duration::from_secs(300))
            .sqlx_logging(false)
            .map_sqlx_sqlite_opts(|sqlite| sqlite.busy_timeout(RUNNER_WAIT).foreign_keys(true));
        let db = Database::connect(options).await.context("database")?;
        Ok(Self { db })
    }

    /// Runs every pending step, all or nothing, one runner at a time.
    ///
    /// # Errors
    /// When a step fails, or the wait for another runner was too long.
    pub async fn up(&self) -> Result<()> {
        up(&self.db).await.context("schema")
    }

    /// Every step with its state, oldest first; changes nothing.
    ///
    /// # Errors
    /// When the database cannot be read, or has a step that this program does not know.
    pub async fn status(&self) -> Result<Vec<Step>> {
        status(&self.db).await.context("schema")
    }

    /// Whether every step was run; changes nothing and needs no right to change the schema.
    ///
    /// # Errors
    /// As [`Schema::status`].
    pub async fn is_current(&self) -> Result<bool> {
        is_current(&self.db).await.context("schema")
    }

    /// Lets go of the database.
    ///
    /// # Errors
    /// When it cannot be closed cleanly; nothing is lost by that.
    pub async fn close(self) -> Result<()> {
        self.db.close().await.context("database")
    }
}
