//! The connections of a database: opened with what both dialects need, taken one by one, and given up on soon when it is away.

use crate::away::Away;
use crate::connection::{Connection, Driver};
use crate::error::{meaning, no_connection};
use crate::transaction::Transaction;
use execora_kernel::StoreError;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseConnection, DbBackend, DbErr};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// How long a unit may wait for another one, for its turn and a lock alike.
pub(crate) const WAIT: Duration = Duration::from_secs(5);
/// How long one statement may run.
const STATEMENT: Duration = Duration::from_secs(10);
/// How long a database may take to let somebody in before it counts as away.
pub(crate) const ANSWER: Duration = Duration::from_millis(1_500);

/// A connection and the turn it was taken with: the turn is given on after the connection is let go.
pub(crate) struct Taken {
    pub(crate) connection: Connection,
    _turn: OwnedSemaphorePermit,
}

/// The connections of a database, for one purpose.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    pub(crate) db: DatabaseConnection,
    turns: Arc<Semaphore>,
    size: u32,
    pub(crate) away: Arc<Away>,
}

impl Pool {
    pub(crate) async fn connect(url: &str, size: u32, read_only: bool) -> Result<Self, DbErr> {
        let db = Database::connect(options(url, size, read_only)).await?;
        Ok(Self {
            turns: Arc::new(Semaphore::new(usize::try_from(size).unwrap_or(1))),
            size,
            away: Arc::new(Away::new(&db)),
            db,
        })
    }

    pub(crate) fn backend(&self) -> DbBackend {
        self.db.get_database_backend()
    }

    /// The most connections it holds.
    pub(crate) fn size(&self) -> u32 {
        self.size
    }

    /// A connection, after waiting for a turn.
    pub(crate) async fn take(&self) -> Result<Taken, StoreError> {
        let turn = self.turn().await?;
        let connection = timeout(ANSWER, self.connection()).await;
        let connection = connection.unwrap_or(Err(StoreError::Unavailable));
        self.away.note(connection.is_err());
        Ok(Taken {
            connection: connection?,
            _turn: turn,
        })
    }

    /// A transaction of its own.
    pub(crate) async fn begin(&self) -> Result<Transaction, StoreError> {
        let turn = self.turn().await?;
        let begun = match self.backend() {
            // Its BEGIN waits for nobody.
            DbBackend::Postgres => {
                let begun = timeout(ANSWER, self.begun()).await;
                let begun = begun.unwrap_or(Err(StoreError::Unavailable));
                self.away.note(begun.is_err());
                begun
            }
            // Another program may be writing.
            _ => timeout(WAIT, self.begun()).await.unwrap_or(Err(StoreError::Busy)),
        };
        Ok(Transaction::new(self.clone(), begun?, turn))
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit, StoreError> {
        self.away.refuse()?;
        let turn = timeout(WAIT, self.turns.clone().acquire_owned()).await;
        let turn = turn.map_err(|_| StoreError::Busy)?;
        // Whoever waited may find that the one before it got no answer.
        self.away.refuse()?;
        turn.map_err(|_| StoreError::Unavailable)
    }

    async fn connection(&self) -> Result<Connection, StoreError> {
        let driver = match self.backend() {
            DbBackend::Sqlite => self
                .db
                .get_sqlite_connection_pool()
                .acquire()
                .await
                .map(Driver::Sqlite),
            _ => self
                .db
                .get_postgres_connection_pool()
                .acquire()
                .await
                .map(Driver::Postgres),
        };
        driver.map(Connection::new).map_err(|error| no_connection(&error))
    }

    /// Connections that broke while they lay in the pool are passed over: there cannot be more of them than the pool holds.
    async fn begun(&self) -> Result<(Connection, Option<String>), StoreError> {
        for _ in 0..=self.size {
            let connection = self.connection().await?;
            match connection.begin().await.map_err(|error| meaning(&error)) {
                Ok(number) => return Ok((connection, number)),
                Err(StoreError::Unavailable) => {}
                Err(other) => return Err(other),
            }
        }
        Err(StoreError::Unavailable)
    }

    /// Waits until nobody is at work, five seconds at most, and lets nobody begin after that.
    pub(crate) async fn rest(&self) {
        // Whoever has not finished by then is taken back, as after a crash.
        let _ = timeout(WAIT, self.turns.acquire_many(self.size)).await;
        self.turns.close();
    }
}

fn options(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(0)
        .connect_timeout(ANSWER)
        .acquire_timeout(ANSWER)
        .idle_timeout(Duration::from_secs(300))
        .max_lifetime(Duration::from_secs(1_800))
        .sqlx_logging(false)
        .test_before_acquire_if_idle_for(Duration::from_secs(30));
    options.map_sqlx_sqlite_opts(move |sqlite| {
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
