//! The store: the committed state, one writer at a time, and the read ports.

use crate::{state::State, unit::Unit};
use async_trait::async_trait;
use execora_kernel::StoreError;
use execora_usecases::ports::{Books, Queries, StoreHealth, UnitOfWork};
use std::{
    fmt,
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};
use tokio::{sync::Mutex, time::timeout};

/// How long a unit waits for the one before it.
const WAIT_MAX: Duration = Duration::from_secs(5);

/// Books in memory. Clones are the same store.
#[derive(Clone, Default)]
pub struct MemoryStore {
    committed: Arc<RwLock<State>>,
    writer: Arc<Mutex<()>>,
}

impl fmt::Debug for MemoryStore {
    // What is inside are people's names, phones and debts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore").finish_non_exhaustive()
    }
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A store of its own that begins with this state.
    pub(crate) fn of(state: State) -> Self {
        let store = Self::new();
        store.publish(state);
        store
    }

    /// This store as every read port.
    #[must_use]
    pub fn queries(&self) -> Queries {
        let store = Arc::new(self.clone());
        Queries {
            shops: store.clone(),
            customers: store.clone(),
            products: store.clone(),
            invoices: store.clone(),
            ledger: store.clone(),
            reminders: store.clone(),
            reports: store.clone(),
            sessions: store.clone(),
            credentials: store.clone(),
            health: store.clone(),
            check: store,
        }
    }

    /// Everything that is committed, as JSON, so that a test can compare two moments. It holds personal data: not for logs.
    #[must_use]
    pub fn dump(&self) -> serde_json::Value {
        crate::dump::dump(&self.state())
    }

    /// The committed state; taking it copies pointers alone.
    pub(crate) fn state(&self) -> State {
        // The lock is held for one assignment only, so a poisoned one still guards a whole state.
        self.committed
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) fn publish(&self, state: State) {
        *self.committed.write().unwrap_or_else(PoisonError::into_inner) = state;
    }
}

#[async_trait]
impl Books for MemoryStore {
    async fn begin(&self) -> Result<Box<dyn UnitOfWork>, StoreError> {
        let turn = timeout(WAIT_MAX, Arc::clone(&self.writer).lock_owned())
            .await
            .map_err(|_| StoreError::Busy)?;
        Ok(Box::new(Unit::new(self.clone(), turn)))
    }
}

#[async_trait]
impl StoreHealth for MemoryStore {
    async fn ping(&self) -> Result<(), StoreError> {
        Ok(())
    }
}
