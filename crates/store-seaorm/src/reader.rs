//! The read ports: outside units of work on connections of their own, which cannot write, and inside them on theirs.

use crate::away::Away;
use crate::sql::Ask;
use async_trait::async_trait;
use execora_kernel::StoreError;
use execora_usecases::check::CheckQueries;
use execora_usecases::ports::{Queries, StoreHealth};
use sea_orm::ConnectionTrait;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What a reader asks: the pool, or the transaction of a unit.
pub(crate) trait Connection: ConnectionTrait + Send + Sync + 'static {}

impl<C: ConnectionTrait + Send + Sync + 'static> Connection for C {}

/// Answers every read port: over connections of its own, or from inside a unit of work.
#[derive(Debug)]
pub(crate) struct Reader<C> {
    pub(crate) db: Arc<C>,
    /// Told of a failed statement, which on some databases ends the transaction that it was put to.
    pub(crate) spent: Option<Arc<AtomicBool>>,
    /// What is known of the server.
    pub(crate) away: Arc<Away>,
}

impl<C: Connection> Ask for Reader<C> {
    fn connection(&self) -> &impl ConnectionTrait {
        self.db.as_ref()
    }

    fn away(&self) -> &Away {
        &self.away
    }

    fn failed(&self) {
        if let Some(spent) = &self.spent {
            spent.store(true, Ordering::Relaxed);
        }
    }
}

impl<C: Connection> Reader<C> {
    /// Every read port.
    pub(crate) fn queries(self: Arc<Self>) -> Queries
    where
        Self: CheckQueries,
    {
        Queries {
            shops: self.clone(),
            customers: self.clone(),
            products: self.clone(),
            invoices: self.clone(),
            ledger: self.clone(),
            reminders: self.clone(),
            reports: self.clone(),
            sessions: self.clone(),
            credentials: self.clone(),
            health: self.clone(),
            check: self,
        }
    }
}

#[async_trait]
impl<C: Connection> StoreHealth for Reader<C> {
    async fn ping(&self) -> Result<(), StoreError> {
        self.rows("SELECT 1", Vec::new()).await.map(|_| ())
    }
}
