//! A transaction: committed, or taken back when it is dropped; a lost answer to its COMMIT is asked for.

use crate::away::Away;
use crate::connection::Connection;
use crate::error::{meaning, refused_commit};
use crate::pool::Pool;
use execora_kernel::StoreError;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Handle;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{Instant, sleep, timeout_at};

/// How long a commit may take together with finding out how it ended, when its answer is lost.
const OUTCOME: Duration = Duration::from_millis(1_900);
/// How long to wait before asking again how a transaction ended.
const ASK_AGAIN: Duration = Duration::from_millis(50);

/// An open transaction on a connection of its own.
pub(crate) struct Transaction {
    pool: Pool,
    /// By which PostgreSQL tells how it ended.
    number: Option<String>,
    connection: Arc<Connection>,
    turn: Option<OwnedSemaphorePermit>,
    ended: bool,
}

impl Transaction {
    pub(crate) fn new(
        pool: Pool,
        (connection, number): (Connection, Option<String>),
        turn: OwnedSemaphorePermit,
    ) -> Self {
        Self {
            pool,
            number,
            connection: Arc::new(connection),
            turn: Some(turn),
            ended: false,
        }
    }

    pub(crate) fn connection(&self) -> &Arc<Connection> {
        &self.connection
    }

    pub(crate) fn away(&self) -> &Arc<Away> {
        &self.pool.away
    }

    /// Makes its work lasting.
    ///
    /// # Errors
    /// [`StoreError::OutcomeUnknown`] when the answer was lost and nobody tells how it ended; after any other error nothing of
    /// it stays.
    pub(crate) async fn commit(mut self) -> Result<(), StoreError> {
        let deadline = Instant::now() + OUTCOME;
        match self.pool.away.watch(self.connection.commit()).await {
            Ok(()) => {
                self.ended = true;
                Ok(())
            }
            Err(error) if refused_commit(&error) => Err(meaning(&error)),
            Err(error) => {
                meaning(&error);
                let (pool, number) = (self.pool.clone(), self.number.take());
                // Its connection is of no use any more, and may be the only one there can be.
                drop(self);
                let Some(number) = number else {
                    return Err(StoreError::OutcomeUnknown);
                };
                let outcome = timeout_at(deadline, outcome(&pool, &number)).await;
                outcome.unwrap_or(Err(StoreError::OutcomeUnknown))
            }
        }
    }
}

/// How a transaction ended whose answer was lost, as the database knows it.
async fn outcome(pool: &Pool, number: &str) -> Result<(), StoreError> {
    loop {
        match status(pool, number).await.as_deref() {
            Ok("committed") => return Ok(()),
            Ok("aborted") => return Err(StoreError::Unavailable),
            // Its server process has not noticed the loss yet, or is not to be reached.
            Ok(_) | Err(_) => sleep(ASK_AGAIN).await,
        }
    }
}

async fn status(pool: &Pool, number: &str) -> Result<String, DbErr> {
    let unreachable = |_| DbErr::RecordNotFound("a connection".to_owned());
    let taken = pool.take().await.map_err(unreachable)?;
    let ask = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "SELECT pg_xact_status(CAST($1 AS xid8)) AS ended",
        [number.into()],
    );
    match taken.connection.query_one_raw(ask).await? {
        Some(row) => row.try_get("", "ended"),
        None => Err(DbErr::RecordNotFound("a transaction".to_owned())),
    }
}

/// Whoever lets it go before its end takes its work back. The turn is given on after that.
impl Drop for Transaction {
    fn drop(&mut self) {
        if self.ended || self.connection.is_doubtful() {
            return;
        }
        let Ok(runtime) = Handle::try_current() else {
            // Nobody is left who could wait for an answer: the connection is closed, which takes everything back as well.
            return self.connection.doubt();
        };
        let (connection, turn) = (Arc::clone(&self.connection), self.turn.take());
        runtime.spawn(async move {
            // After an error the connection is closed, which takes everything back as well.
            let _ = connection.rollback().await;
            drop(connection);
            drop(turn);
        });
    }
}
