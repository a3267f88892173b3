//! What reminders ask of a store.

use crate::Reminder;
use async_trait::async_trait;
use execora_kernel::{CustomerId, Page, PageRequest, ReminderId, StoreError, TenantId};

/// Reminders inside a unit of work.
#[async_trait]
pub trait ReminderRepository: Send {
    /// The reminder of this tenant, or `None`.
    async fn find(&mut self, tenant: TenantId, id: ReminderId) -> Result<Option<Reminder>, StoreError>;
    /// Adds a reminder.
    async fn insert(&mut self, reminder: &Reminder) -> Result<(), StoreError>;
    /// Writes it if the stored version is `was`; else `Stale`.
    async fn update(&mut self, reminder: &Reminder, was: i64) -> Result<(), StoreError>;
}

/// Reminders outside a unit of work.
#[async_trait]
pub trait ReminderQueries: Send + Sync {
    /// Reminders that are still scheduled, of one customer or of all, next first.
    async fn scheduled(
        &self,
        tenant: TenantId,
        customer: Option<CustomerId>,
        page: PageRequest,
    ) -> Result<Page<Reminder>, StoreError>;
}
