//! A unit of work: one transaction behind every repository.

use crate::away::Away;
use crate::health::Health;
use crate::reader::Reader;
use crate::sql::Ask;
use crate::transaction::Transaction;
use async_trait::async_trait;
use execora_customer::CustomerRepository;
use execora_inventory::ProductRepository;
use execora_invoice::{DraftRepository, InvoiceRepository, SeriesRepository};
use execora_kernel::StoreError;
use execora_ledger::{LedgerRepository, PaymentRepository};
use execora_reminder::ReminderRepository;
use execora_usecases::ports::{
    CredentialRepository, IdempotencyRepository, Queries, RetentionRepository, SessionRepository,
    ShopRepository, UnitOfWork,
};
use sea_orm::ConnectionTrait;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// An open transaction. Dropping it takes everything back.
pub(crate) struct Unit {
    transaction: Transaction,
    health: Arc<Health>,
    /// A statement failed. Shared with the read ports that see from inside.
    spent: Arc<AtomicBool>,
    savepoints: u32,
}

impl Unit {
    pub(crate) fn new(transaction: Transaction, health: Arc<Health>) -> Self {
        Self {
            transaction,
            health,
            spent: Arc::default(),
            savepoints: 0,
        }
    }

    /// Something about the last savepoint, in words that both databases know.
    async fn about_savepoint(&self, words: &str, number: u32) -> Result<(), StoreError> {
        let sql = format!("{words} verb_{number}");
        let done = self.connection().execute_unprepared(&sql);
        self.checked(self.away().watch(done).await).map(|_| ())
    }

    /// The number of the savepoint that was set last.
    fn last_savepoint(&mut self) -> Result<u32, StoreError> {
        let last = self.savepoints;
        self.savepoints = last.checked_sub(1).ok_or(StoreError::Corrupt {
            what: "a savepoint that was not set",
        })?;
        Ok(last)
    }
}

impl Ask for Unit {
    fn connection(&self) -> &impl ConnectionTrait {
        self.transaction.connection().as_ref()
    }

    fn away(&self) -> &Away {
        self.transaction.away()
    }

    fn failed(&self) {
        self.spent.store(true, Ordering::Relaxed);
        if self.transaction.connection().is_doubtful() {
            self.health.doubted();
        }
    }
}

#[async_trait]
impl UnitOfWork for Unit {
    async fn savepoint(&mut self) -> Result<(), StoreError> {
        self.about_savepoint("SAVEPOINT", self.savepoints + 1).await?;
        self.savepoints += 1;
        Ok(())
    }
    async fn release_savepoint(&mut self) -> Result<(), StoreError> {
        let last = self.last_savepoint()?;
        self.about_savepoint("RELEASE SAVEPOINT", last).await
    }
    async fn rollback_to_savepoint(&mut self) -> Result<(), StoreError> {
        let last = self.last_savepoint()?;
        // SQLite takes the whole transaction back by itself when its disk is full or fails: then this finds no savepoint.
        self.about_savepoint("ROLLBACK TO SAVEPOINT", last).await?;
        self.about_savepoint("RELEASE SAVEPOINT", last).await?;
        self.spent.store(false, Ordering::Relaxed);
        Ok(())
    }
    fn queries(&mut self) -> Queries {
        Arc::new(Reader {
            db: Arc::clone(self.transaction.connection()),
            spent: Some(Arc::clone(&self.spent)),
            away: Arc::clone(self.transaction.away()),
        })
        .queries()
    }
    fn shops(&mut self) -> &mut dyn ShopRepository {
        self
    }
    fn customers(&mut self) -> &mut dyn CustomerRepository {
        self
    }
    fn products(&mut self) -> &mut dyn ProductRepository {
        self
    }
    fn drafts(&mut self) -> &mut dyn DraftRepository {
        self
    }
    fn invoices(&mut self) -> &mut dyn InvoiceRepository {
        self
    }
    fn series(&mut self) -> &mut dyn SeriesRepository {
        self
    }
    fn ledger(&mut self) -> &mut dyn LedgerRepository {
        self
    }
    fn payments(&mut self) -> &mut dyn PaymentRepository {
        self
    }
    fn reminders(&mut self) -> &mut dyn ReminderRepository {
        self
    }
    fn sessions(&mut self) -> &mut dyn SessionRepository {
        self
    }
    fn idempotency(&mut self) -> &mut dyn IdempotencyRepository {
        self
    }
    fn credentials(&mut self) -> &mut dyn CredentialRepository {
        self
    }
    fn retention(&mut self) -> &mut dyn RetentionRepository {
        self
    }

    async fn commit(self: Box<Self>) -> Result<(), StoreError> {
        // PostgreSQL answers the COMMIT of a failed transaction with success, having rolled it back.
        if self.spent.load(Ordering::Relaxed) {
            return Err(StoreError::Unavailable);
        }
        let Self {
            transaction, health, ..
        } = *self;
        if Arc::strong_count(transaction.connection()) > 1 {
            return Err(StoreError::Corrupt {
                what: "a unit that is still being read from",
            });
        }
        let committed = transaction.commit().await;
        match &committed {
            Ok(()) => health.committed(),
            Err(_) => health.doubted(),
        }
        committed
    }
}
