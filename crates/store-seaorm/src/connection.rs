//! One connection, taken out of its pool, that knows whether it may be handed back.
//!
//! It may when everything that was put to it was answered and nothing it answered leaves its state in doubt. After a full disk, a
//! failed read or write, damage or want of memory SQLite takes the transaction back by itself, and after a lost answer nobody
//! knows what the server did: such a connection takes no other statement and is closed when it is dropped.

use crate::error::leaves_in_doubt;
use async_trait::async_trait;
use sea_orm::sqlx::pool::PoolConnection;
use sea_orm::sqlx::{self, AssertSqlSafe, Connection as _, Executor, Postgres, Sqlite};
use sea_orm::{ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, Statement};
use sea_query_sqlx::SqlxValues;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Mutex;

/// A connection of one of the two drivers.
pub(crate) enum Driver {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// A connection that is out of its pool.
pub(crate) struct Connection {
    backend: DbBackend,
    driver: Mutex<Driver>,
    /// Set while a statement runs, and for good once one left the state in doubt.
    doubtful: AtomicBool,
}

/// Puts one question to the driver. Whoever drops it half way leaves the connection doubtful.
macro_rules! ask {
    ($connection:expr, $wrap:path, $driver:ident => $question:expr) => {{
        let mut driver = $connection.driver.lock().await;
        if $connection.doubtful.swap(true, Ordering::AcqRel) {
            return Err(in_doubt());
        }
        let answer = match &mut *driver {
            Driver::Sqlite($driver) => $question,
            Driver::Postgres($driver) => $question,
        };
        let doubtful = answer.as_ref().is_err_and(leaves_in_doubt);
        $connection.doubtful.store(doubtful, Ordering::Release);
        answer.map_err(|error| $wrap(RuntimeErr::SqlxError(Arc::new(error))))
    }};
}

/// What a connection in doubt answers to everything.
fn in_doubt() -> DbErr {
    DbErr::Conn(RuntimeErr::Internal("the connection is in doubt".to_owned()))
}

fn values(statement: &Statement) -> SqlxValues {
    SqlxValues(
        statement
            .values
            .clone()
            .unwrap_or_else(|| sea_orm::sea_query::Values(Vec::new())),
    )
}

impl Connection {
    pub(crate) fn new(driver: Driver) -> Self {
        Self {
            backend: match driver {
                Driver::Sqlite(_) => DbBackend::Sqlite,
                Driver::Postgres(_) => DbBackend::Postgres,
            },
            driver: Mutex::new(driver),
            doubtful: AtomicBool::new(false),
        }
    }

    /// Whether it will be closed rather than handed back.
    pub(crate) fn is_doubtful(&self) -> bool {
        self.doubtful.load(Ordering::Acquire)
    }

    /// Lets nobody use it any more.
    pub(crate) fn doubt(&self) {
        self.doubtful.store(true, Ordering::Release);
    }

    /// Begins a transaction of its own, never a part of another one. On PostgreSQL answers the transaction's number, by which
    /// its end can be asked for when the answer to its COMMIT is lost.
    pub(crate) async fn begin(&self) -> Result<Option<String>, DbErr> {
        let begun = match self.backend {
            DbBackend::Postgres => self.begin_postgres().await,
            _ => self.begin_sqlite().await.map(|()| None),
        };
        // Nothing is known of a connection on which no transaction would begin.
        if begun.is_err() {
            self.doubt();
        }
        begun
    }

    async fn begin_sqlite(&self) -> Result<(), DbErr> {
        // The driver's own count may say more than SQLite knows, and then its next BEGIN would be a savepoint.
        let counted = match &*self.driver.lock().await {
            Driver::Sqlite(sqlite) => sqlite.is_in_transaction(),
            Driver::Postgres(postgres) => postgres.is_in_transaction(),
        };
        if counted {
            return Err(in_doubt());
        }
        // SQLite refuses this inside a transaction. A deferred transaction that reads first may find at its first write that it
        // is too late.
        self.execute_unprepared("BEGIN IMMEDIATE").await.map(|_| ())
    }

    async fn begin_postgres(&self) -> Result<Option<String>, DbErr> {
        // A BEGIN inside a transaction is only warned of; but then the transaction is older than this message.
        const BEGIN: &str =
            "BEGIN; SELECT now() = statement_timestamp() AS fresh, pg_current_xact_id()::text AS number";
        let row = self.message(BEGIN).await?;
        if row.try_get::<bool>("", "fresh")? {
            row.try_get("", "number").map(Some)
        } else {
            Err(in_doubt())
        }
    }

    /// The row that a message of several plain statements answers.
    async fn message(&self, statements: &'static str) -> Result<QueryResult, DbErr> {
        ask!(self, DbErr::Query, driver => {
            driver.fetch_one(sqlx::raw_sql(statements)).await.map(QueryResult::from)
        })
    }

    /// The rows that a statement answers.
    pub(crate) async fn rows(&self, statement: &Statement) -> Result<Vec<QueryResult>, DbErr> {
        let values = values(statement);
        ask!(self, DbErr::Query, driver => {
            let query = sqlx::query_with(AssertSqlSafe(statement.sql.as_str()), values);
            let rows = query.fetch_all(&mut **driver).await;
            rows.map(|rows| rows.into_iter().map(QueryResult::from).collect())
        })
    }

    /// Makes the transaction's work lasting. After an error the connection is closed, whatever the error.
    pub(crate) async fn commit(&self) -> Result<(), DbErr> {
        self.end("COMMIT").await
    }

    /// Takes the transaction's work back.
    pub(crate) async fn rollback(&self) -> Result<(), DbErr> {
        self.end("ROLLBACK").await
    }

    async fn end(&self, statement: &str) -> Result<(), DbErr> {
        let ended = self.execute_unprepared(statement).await;
        if ended.is_err() {
            self.doubt();
        }
        ended.map(|_| ())
    }
}

/// Lets it go: back into its pool, or closed when it is in doubt.
impl Drop for Connection {
    fn drop(&mut self) {
        if self.is_doubtful() {
            match self.driver.get_mut() {
                Driver::Sqlite(sqlite) => sqlite.close_on_drop(),
                Driver::Postgres(postgres) => postgres.close_on_drop(),
            }
        }
    }
}

#[async_trait]
impl ConnectionTrait for Connection {
    fn get_database_backend(&self) -> DbBackend {
        self.backend
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        let values = values(&statement);
        ask!(self, DbErr::Exec, driver => {
            let query = sqlx::query_with(AssertSqlSafe(statement.sql.as_str()), values);
            query.execute(&mut **driver).await.map(ExecResult::from)
        })
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        ask!(self, DbErr::Exec, driver => {
            driver.execute(AssertSqlSafe(sql.to_owned())).await.map(ExecResult::from)
        })
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let values = values(&statement);
        ask!(self, DbErr::Query, driver => {
            let query = sqlx::query_with(AssertSqlSafe(statement.sql.as_str()), values);
            query.fetch_optional(&mut **driver).await.map(|row| row.map(QueryResult::from))
        })
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.rows(&statement).await
    }
}
