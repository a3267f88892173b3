//! Whether the store keeps what it is given: a row is written, committed and read back.

use crate::error::{meaning, no_such_table};
use crate::pool::Pool;
use async_trait::async_trait;
use execora_kernel::StoreError;
use execora_usecases::ports::StoreHealth;
use sea_orm::{ConnectionTrait, DbBackend, DbErr, Statement};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::Mutex;
use tokio::time::timeout;

/// How long an answer is given again: however often it is asked for, the store is written to once in this time.
const KNOWN: Duration = Duration::from_secs(1);
/// How long the question may take.
const ASKED: Duration = Duration::from_secs(2);
/// How long a unit that found no room, or a disk that fails, is remembered: a smaller one may still have found some.
const REMEMBERED: Duration = Duration::from_secs(5);
/// About what a unit writes, so that a beat finds no room where a unit would find none.
const PAD_BYTES: usize = 16 * 1_024;

/// Asks the store for a sign of life.
#[derive(Debug)]
pub(crate) struct Health {
    writer: Pool,
    reader: Pool,
    opened: Instant,
    known: Mutex<Option<(Instant, Result<(), StoreError>)>>,
    /// How many units were committed.
    commits: AtomicU64,
    /// Milliseconds after `opened` at which a unit left its connection in doubt; nought when none did.
    failed: AtomicU64,
}

impl Health {
    pub(crate) fn new(writer: Pool, reader: Pool) -> Self {
        Self {
            writer,
            reader,
            opened: Instant::now(),
            known: Mutex::new(None),
            commits: AtomicU64::new(0),
            failed: AtomicU64::new(0),
        }
    }

    /// Notes that a unit was committed.
    pub(crate) fn committed(&self) {
        self.commits.fetch_add(1, Ordering::Relaxed);
    }

    /// Notes that a unit left its connection in doubt. On PostgreSQL that is a matter of this one connection.
    pub(crate) fn doubted(&self) {
        if self.writer.backend() == DbBackend::Sqlite {
            self.failed.store(self.now().max(1), Ordering::Relaxed);
        }
    }

    fn now(&self) -> u64 {
        u64::try_from(self.opened.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn failed_lately(&self) -> bool {
        let failed = self.failed.load(Ordering::Relaxed);
        let remembered = u64::try_from(REMEMBERED.as_millis()).unwrap_or(u64::MAX);
        failed > 0 && self.now() < failed.saturating_add(remembered)
    }

    async fn ask(&self) -> Result<(), StoreError> {
        let commits = self.commits.load(Ordering::Relaxed);
        match timeout(ASKED, self.beat()).await {
            Ok(Ok(())) if self.failed_lately() => Err(StoreError::Unavailable),
            Ok(beaten) => beaten,
            // Others were before it, and what they gave was kept.
            Err(_) if self.commits.load(Ordering::Relaxed) > commits => Ok(()),
            Err(_) => Err(StoreError::Unavailable),
        }
    }

    async fn beat(&self) -> Result<(), StoreError> {
        let transaction = self.writer.begin().await?;
        let written = match write(transaction.connection().as_ref()).await {
            Ok(written) => written,
            // Whether the schema is there is another question.
            Err(error) if no_such_table(&error) => return Ok(()),
            Err(error) => return Err(meaning(&error)),
        };
        transaction.commit().await?;
        let sql = "SELECT COALESCE(MAX(beat), 0) AS beat FROM heartbeat";
        let ask = Statement::from_string(self.writer.backend(), sql);
        let row = self.reader.query_one_raw(ask).await;
        let row = row.map_err(|error| meaning(&error))?.ok_or(LOST)?;
        let read: i64 = row.try_get("", "beat").map_err(|_| LOST)?;
        if read >= written { Ok(()) } else { Err(LOST) }
    }
}

const LOST: StoreError = StoreError::Corrupt { what: "heartbeat" };

/// Writes the next beat and takes the ones before it away; answers its number. When another program beats at the same moment,
/// its beat is as good.
async fn write(connection: &impl ConnectionTrait) -> Result<i64, DbErr> {
    let backend = connection.get_database_backend();
    let sql = "INSERT INTO heartbeat (beat, pad) SELECT COALESCE(MAX(beat), 0) + 1, $1 FROM heartbeat \
         WHERE TRUE ON CONFLICT (beat) DO NOTHING RETURNING beat";
    let next = Statement::from_sql_and_values(backend, sql, [vec![0_u8; PAD_BYTES].into()]);
    let Some(row) = connection.query_one_raw(next).await? else {
        return Ok(0);
    };
    let beat: i64 = row.try_get("", "beat")?;
    let older = "DELETE FROM heartbeat WHERE beat < $1";
    let older = Statement::from_sql_and_values(backend, older, [beat.into()]);
    connection.execute_raw(older).await?;
    Ok(beat)
}

#[async_trait]
impl StoreHealth for Health {
    async fn ping(&self) -> Result<(), StoreError> {
        // Whoever comes while the question is asked waits for its answer.
        let mut known = self.known.lock().await;
        if let Some((at, answer)) = &*known
            && at.elapsed() < KNOWN
            // A unit that found no room since then knows better.
            && (answer.is_err() || !self.failed_lately())
        {
            return answer.clone();
        }
        let answer = self.ask().await;
        *known = Some((Instant::now(), answer.clone()));
        answer
    }
}
