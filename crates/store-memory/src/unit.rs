//! A unit of work: a private copy of the state that is published whole, or dropped.

use crate::{state::State, store::MemoryStore};
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
use tokio::sync::OwnedMutexGuard;

/// What a unit answers that was used after an error: such a caller would lose everything on a database.
const SPENT: StoreError = StoreError::Corrupt {
    what: "a unit of work was used after an error",
};

pub(crate) struct Unit {
    store: MemoryStore,
    state: State,
    spent: bool,
    /// The state at each savepoint, the latest last.
    savepoints: Vec<State>,
    /// Held to the end: units follow one another, so every row is as good as locked.
    _turn: OwnedMutexGuard<()>,
}

impl Unit {
    pub(crate) fn new(store: MemoryStore, turn: OwnedMutexGuard<()>) -> Self {
        Self {
            state: store.state(),
            store,
            spent: false,
            savepoints: Vec::new(),
            _turn: turn,
        }
    }

    /// Does one step on the copy; an error ends the unit.
    pub(crate) fn act<T>(
        &mut self,
        step: impl FnOnce(&mut State) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if self.spent {
            return Err(SPENT);
        }
        let done = step(&mut self.state);
        self.spent = done.is_err();
        done
    }
}

/// What a unit answers that is asked for a savepoint which was never set.
const NO_SAVEPOINT: StoreError = StoreError::Corrupt {
    what: "a savepoint that was not set",
};

/// Lets a row be replaced only by one that knows its version.
pub(crate) fn require_version(stored: i64, was: i64) -> Result<(), StoreError> {
    if stored == was {
        Ok(())
    } else {
        Err(StoreError::Stale)
    }
}

#[async_trait]
impl UnitOfWork for Unit {
    async fn savepoint(&mut self) -> Result<(), StoreError> {
        let state = self.act(|state| Ok(state.clone()))?;
        self.savepoints.push(state);
        Ok(())
    }
    async fn release_savepoint(&mut self) -> Result<(), StoreError> {
        self.act(|_| Ok(()))?;
        self.savepoints.pop().map(|_| ()).ok_or(NO_SAVEPOINT)
    }
    async fn rollback_to_savepoint(&mut self) -> Result<(), StoreError> {
        self.state = self.savepoints.pop().ok_or(NO_SAVEPOINT)?;
        self.spent = false;
        Ok(())
    }
    fn queries(&mut self) -> Queries {
        MemoryStore::of(self.state.clone()).queries()
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
        if self.spent {
            return Err(SPENT);
        }
        self.store.publish(self.state);
        Ok(())
    }
}
