//! A unit of work: one transaction behind every repository.

use crate::sql::Ask;
use async_trait::async_trait;
use execora_customer::CustomerRepository;
use execora_inventory::ProductRepository;
use execora_invoice::{DraftRepository, InvoiceRepository, SeriesRepository};
use execora_kernel::StoreError;
use execora_ledger::{LedgerRepository, PaymentRepository};
use execora_reminder::ReminderRepository;
use execora_usecases::ports::{
    CredentialRepository, IdempotencyRepository, SessionRepository, ShopRepository, UnitOfWork,
};
use sea_orm::{ConnectionTrait, DatabaseTransaction};
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::OwnedSemaphorePermit;

/// An open transaction. Dropping it takes everything back; the turn is given on after that, hence the order of the fields.
pub(crate) struct Unit {
    transaction: DatabaseTransaction,
    spent: AtomicBool,
    _turn: OwnedSemaphorePermit,
}

impl Unit {
    pub(crate) fn new(transaction: DatabaseTransaction, turn: OwnedSemaphorePermit) -> Self {
        Self {
            transaction,
            spent: AtomicBool::new(false),
            _turn: turn,
        }
    }
}

impl Ask for Unit {
    fn connection(&self) -> &impl ConnectionTrait {
        &self.transaction
    }

    fn failed(&self) {
        self.spent.store(true, Ordering::Relaxed);
    }
}

#[async_trait]
impl UnitOfWork for Unit {
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

    async fn commit(self: Box<Self>) -> Result<(), StoreError> {
        // PostgreSQL answers the COMMIT of a failed transaction with success, having rolled it back.
        if self.spent.load(Ordering::Relaxed) {
            return Err(StoreError::Unavailable);
        }
        let Self {
            transaction, _turn, ..
        } = *self;
        transaction
            .commit()
            .await
            .map_err(|error| crate::error::meaning(&error))
    }
}
