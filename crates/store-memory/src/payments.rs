//! Payments.

use crate::unit::{Unit, require_version};
use async_trait::async_trait;
use execora_kernel::{EntryId, InvoiceId, PaymentId, StoreError, TenantId};
use execora_ledger::{Payment, PaymentRepository};

#[async_trait]
impl PaymentRepository for Unit {
    async fn find(&mut self, tenant: TenantId, id: PaymentId) -> Result<Option<Payment>, StoreError> {
        self.act(|state| Ok(state.payments.get(tenant, &id).cloned()))
    }

    async fn find_by_entry(
        &mut self,
        tenant: TenantId,
        entry: EntryId,
    ) -> Result<Option<Payment>, StoreError> {
        self.act(|state| {
            let mut payments = state.payments.of(tenant);
            Ok(payments.find(|payment| payment.entry == entry).cloned())
        })
    }

    async fn settling(&mut self, tenant: TenantId, invoice: InvoiceId) -> Result<Vec<Payment>, StoreError> {
        self.act(|state| {
            let settles = |payment: &&Payment| payment.allocations.iter().any(|a| a.invoice == invoice);
            Ok(state.payments.of(tenant).filter(settles).cloned().collect())
        })
    }

    async fn insert(&mut self, payment: &Payment) -> Result<(), StoreError> {
        self.act(|state| state.payments.insert(payment.tenant, payment.id, payment.clone()))
    }

    async fn update(&mut self, payment: &Payment, was: i64) -> Result<(), StoreError> {
        self.act(|state| {
            let stored = state.payments.get_mut(payment.tenant, &payment.id);
            let stored = stored.ok_or(StoreError::Stale)?;
            require_version(stored.version, was)?;
            stored.status = payment.status;
            stored.allocations.clone_from(&payment.allocations);
            stored.updated_at = payment.updated_at;
            stored.version = payment.version;
            Ok(())
        })
    }
}
