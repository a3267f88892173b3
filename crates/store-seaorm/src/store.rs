//! Opening and closing the database, and beginning units of work.

use crate::health::Health;
use crate::pool::Pool;
use crate::reader::Reader;
use crate::unit::Unit;
use crate::{ConnectError, StoreConfig, error};
use async_trait::async_trait;
use execora_kernel::StoreError;
use execora_usecases::ports::{Books, Queries, UnitOfWork};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};
use std::sync::Arc;

/// An open database.
#[derive(Clone, Debug)]
pub struct Store {
    writer: Pool,
    reader: Pool,
    health: Arc<Health>,
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
        let writer = Pool::connect(&config.url, writers, false)
            .await
            .map_err(refused)?;
        let reader = Pool::connect(&config.url, readers, true).await.map_err(refused)?;
        Ok(Self {
            health: Arc::new(Health::new(writer.clone(), reader.clone())),
            writer,
            reader,
        })
    }

    /// Every read port.
    #[must_use]
    pub fn queries(&self) -> Queries {
        let reader = Reader {
            db: Arc::new(self.reader.clone()),
            spent: None,
            away: self.reader.away.clone(),
        };
        Queries {
            health: self.health.clone(),
            ..Arc::new(reader).queries()
        }
    }

    /// The connections that may write, for the steps of the schema.
    #[must_use]
    pub fn database(&self) -> &DatabaseConnection {
        &self.writer.db
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
        self.writer.rest().await;
        let closed = |done: Result<(), DbErr>| done.map_err(|error| error::meaning(&error));
        closed(self.reader.db.clone().close().await)?;
        if self.writer.backend() == DbBackend::Sqlite {
            let checkpoint = Statement::from_string(DbBackend::Sqlite, "PRAGMA wal_checkpoint(TRUNCATE)");
            let done = self.writer.db.query_all_raw(checkpoint).await;
            done.map_err(|error| error::meaning(&error))?;
        }
        closed(self.writer.db.close().await)
    }
}

#[async_trait]
impl Books for Store {
    async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        let transaction = self.writer.begin().await?;
        Ok(Box::new(Unit::new(transaction, self.health.clone())))
    }
}
