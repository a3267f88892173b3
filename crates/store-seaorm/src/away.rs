//! Whether a server still answers: a statement that takes long is given up when it does not, and nobody waits for the same twice.

use execora_kernel::StoreError;
use sea_orm::sqlx::postgres::PgPool;
use sea_orm::sqlx::{self, Connection as _, PgConnection};
use sea_orm::{ConnAcquireErr, DatabaseConnection, DbBackend, DbErr};
use std::future::Future;
use std::pin::pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::Mutex;
use tokio::time::timeout;

/// How long a server that was away is not asked again.
const AWAY: Duration = Duration::from_millis(500);
/// How long a statement may take before it is asked whether the server is there at all.
const PATIENCE: Duration = Duration::from_millis(1_000);
/// How long a server may take to greet whoever asks that.
const GREETING: Duration = Duration::from_millis(700);

/// What is known of a server.
#[derive(Debug)]
pub(crate) struct Away {
    /// The server; none for a file.
    server: Option<PgPool>,
    opened: Instant,
    /// Milliseconds after `opened` at which it was found away, plus one; nought while it answers.
    found: AtomicU64,
    /// When it was last asked for a greeting, and whether it gave one.
    greeted: Mutex<Option<(Instant, bool)>>,
}

impl Away {
    pub(crate) fn new(db: &DatabaseConnection) -> Self {
        Self {
            server: match db.get_database_backend() {
                DbBackend::Postgres => Some(db.get_postgres_connection_pool().clone()),
                _ => None,
            },
            opened: Instant::now(),
            found: AtomicU64::new(0),
            greeted: Mutex::new(None),
        }
    }

    /// Refuses while the server is known to be away.
    pub(crate) fn refuse(&self) -> Result<(), StoreError> {
        let found = self.found.load(Ordering::Relaxed);
        if found > 0 && self.now() < found.saturating_add(millis(AWAY)) {
            return Err(StoreError::Unavailable);
        }
        Ok(())
    }

    /// Notes whether it let somebody in.
    pub(crate) fn note(&self, away: bool) {
        let found = if away && self.server.is_some() {
            self.now().saturating_add(1)
        } else {
            0
        };
        self.found.store(found, Ordering::Relaxed);
    }

    /// Waits for an answer as long as it takes, unless the server is away.
    pub(crate) async fn watch<T>(&self, answer: impl Future<Output = Result<T, DbErr>>) -> Result<T, DbErr> {
        let Some(server) = &self.server else {
            return answer.await;
        };
        let mut answer = pin!(answer);
        loop {
            if let Ok(answered) = timeout(PATIENCE, &mut answer).await {
                return answered;
            }
            if !self.greets(server).await {
                self.note(true);
                return Err(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout));
            }
        }
    }

    /// Whether the server greets a newcomer; those who ask at the same time ask once.
    async fn greets(&self, server: &PgPool) -> bool {
        let mut greeted = self.greeted.lock().await;
        if let Some((at, answer)) = *greeted
            && at.elapsed() < AWAY
        {
            return answer;
        }
        let address = server.connect_options();
        let newcomer = PgConnection::connect_with(&address);
        let answer = match timeout(GREETING, newcomer).await {
            Ok(Ok(connection)) => {
                // It was asked for its greeting alone.
                drop(connection);
                true
            }
            // Whoever refuses is there.
            Ok(Err(sqlx::Error::Database(_))) => true,
            Ok(Err(_)) | Err(_) => false,
        };
        *greeted = Some((Instant::now(), answer));
        answer
    }

    fn now(&self) -> u64 {
        millis(self.opened.elapsed())
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
