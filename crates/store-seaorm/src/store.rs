//! Opening and closing the database, and beginning units of work.

use crate::reader::Reader;
use crate::unit::Unit;
use crate::{ConnectError, StoreConfig, error};
use async_trait::async_trait;
use execora_kernel::StoreError;
use execora_usecases::ports::{Books, Queries, UnitOfWork};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// How long a unit may wait for another one, for its turn, a connection and a lock alike.
const WAIT: Duration = Duration::from_secs(5);
/// How long one statement may run.
const STATEMENT: Duration = Duration::from_secs(10);

/// An open database.
#[derive(Clone, Debug)]
pub struct Store {
    writer: DatabaseConnection,
    reader: Arc<Reader<DatabaseConnection>>,
    turns: Arc<Semaphore>,
    writers: u32,
}

impl Store {
    /// Opens a database with the usual number of connections.
    ///
    /// # Errors
    /// When the address is not understood or nothing answers there.
    pub async fn connect(url: &str) -> Result<Self, ConnectError> {
        Self::connect_with(&StoreConfig::new(url)).await
    }

    /// Opens a database.
    ///
    /// # Errors
    /// As [`Store::connect`].
    pub async fn connect_with(config: &StoreConfig) -> Result<Self, ConnectError> {
        let sqlite = config.url.starts_with("sqlite:");
        let postgres = config.url.starts_with("postgres:") || config.url.starts_with("postgresql:");
        let in_memory = config.url.contains(":memory:") || config.url.contains("mode=memory");
        if !(postgres || sqlite && !in_memory) {
            return Err(ConnectError::UnknownAddress);
        }
        // SQLite lets one connection write at a time; a second one could only wait for the first.
        let writers = if sqlite {
            1
        } else {
            config.write_connections_max.max(1)
        };
        let readers = config.read_connections_max.max(1);
        let refused = |error: DbErr| {
            error::meaning(&error);
            ConnectError::Unreachable
        };
        let writer = Database::connect(options(&config.url, writers, false))
            .await
            .map_err(refused)?;
        let db = Database::connect(options(&config.url, readers, true))
            .await
            .map_err(refused)?;
        Ok(Self {
            writer,
            reader: Arc::new(Reader {
                db: Arc::new(db),
                spent: None,
            }),
            turns: Arc::new(Semaphore::new(usize::try_from(writers).unwrap_or(1))),
            writers,
        })
    }

    /// Every read port.
    #[must_use]
    pub fn queries(&self) -> Queries {
        Arc::clone(&self.reader).queries()
    }

    /// The connections that may write, for the steps of the schema.
    #[must_use]
    pub fn database(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// The connections that only read, for asking where the schema stands.
    #[must_use]
    pub fn read_database(&self) -> &DatabaseConnection {
        &self.reader.db
    }

    /// Waits until no unit is open (five seconds at most), writes everything into the database's own file and closes it.
    ///
    /// # Errors
    /// When the last write fails; nothing that was committed is lost by that.
    pub async fn close(self) -> Result<(), StoreError> {
        // Whoever has not finished by then is taken back, as after a crash.
        let _ = timeout(WAIT, self.turns.acquire_many(self.writers)).await;
        self.turns.close();
        let closed = |done: Result<(), DbErr>| done.map_err(|error| error::meaning(&error));
        closed(DatabaseConnection::clone(&self.reader.db).close().await)?;
        if self.writer.get_database_backend() == sea_orm::DbBackend::Sqlite {
            let checkpoint = Statement::from_string(
                sea_orm::DbBackend::Sqlite,
                "PRAGMA wal_checkpoint(TRUNCATE)".to_owned(),
            );
            self.writer
                .query_all_raw(checkpoint)
                .await
                .map_err(|error| error::meaning(&error))?;
        }
        closed(self.writer.close().await)
    }
}

#[async_trait]
impl Books for Store {
    async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        let begun = async {
            let turn = self.turns.clone().acquire_owned().await;
            let turn = turn.map_err(|_| StoreError::Unavailable)?;
            let transaction = self
                .writer
                .begin_with_options(TransactionOptions {
                    // A deferred transaction that reads first may find at its first write that it is too late.
                    sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                    ..Default::default()
                })
                .await
                .map_err(|error| error::meaning(&error))?;
            Ok(Box::new(Unit::new(transaction, turn)) as Box<dyn UnitOfWork>)
        };
        timeout(WAIT, begun).await.unwrap_or(Err(StoreError::Busy))
    }
}

fn options(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .connect_timeout(WAIT)
        .acquire_timeout(WAIT)
        .idle_timeout(Duration::from_secs(300))
        .max_lifetime(Duration::from_secs(1_800))
        .sqlx_logging(false)
        .test_before_acquire_if_idle_for(Duration::from_secs(30));
    options.map_sqlx_sqlite_opts(move |sqlite| {
        use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
        let sqlite = sqlite
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(WAIT)
            .foreign_keys(true);
        if read_only {
            sqlite.pragma("query_only", "ON")
        } else {
            sqlite
        }
    });
    options.map_sqlx_postgres_opts(move |postgres| {
        let millis = |time: Duration| time.as_millis().to_string();
        postgres.application_name("execora").options([
            ("lock_timeout", millis(WAIT)),
            ("statement_timeout", millis(STATEMENT)),
            ("idle_in_transaction_session_timeout", millis(STATEMENT * 3)),
            (
                "default_transaction_read_only",
                if read_only { "on" } else { "off" }.to_owned(),
            ),
        ])
    });
    options
}
