//! Reminders.

use crate::{
    store::MemoryStore,
    unit::{Unit, require_version},
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::{CustomerId, Page, PageRequest, ReminderId, StoreError, TenantId};
use execora_reminder::{Reminder, ReminderQueries, ReminderRepository, ReminderStatus};
use serde::Serialize;

/// A reminder with the last time that was known of it, so that a list goes on after one that is over meanwhile.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Placed {
    sort_at: Option<DateTime<Utc>>,
    row: Reminder,
}

impl Placed {
    fn place(&self) -> (Option<DateTime<Utc>>, ReminderId) {
        (self.sort_at, self.row.id)
    }
}

#[async_trait]
impl ReminderRepository for Unit {
    async fn find(&mut self, tenant: TenantId, id: ReminderId) -> Result<Option<Reminder>, StoreError> {
        self.act(|state| {
            let placed = state.reminders.get(tenant, &id);
            Ok(placed.map(|placed| placed.row.clone()))
        })
    }

    async fn insert(&mut self, reminder: &Reminder) -> Result<(), StoreError> {
        self.act(|state| {
            let placed = Placed {
                sort_at: reminder.next_send_at,
                row: reminder.clone(),
            };
            state.reminders.insert(reminder.tenant, reminder.id, placed)
        })
    }

    async fn update(&mut self, reminder: &Reminder, was: i64) -> Result<(), StoreError> {
        self.act(|state| {
            let stored = state.reminders.get_mut(reminder.tenant, &reminder.id);
            let stored = stored.ok_or(StoreError::Stale)?;
            require_version(stored.row.version, was)?;
            stored.sort_at = reminder.next_send_at.or(stored.sort_at);
            stored.row = reminder.clone();
            Ok(())
        })
    }
}

#[async_trait]
impl ReminderQueries for MemoryStore {
    async fn scheduled(
        &self,
        tenant: TenantId,
        customer: Option<CustomerId>,
        page: PageRequest,
    ) -> Result<Page<Reminder>, StoreError> {
        let state = self.state();
        let after = page
            .after
            .and_then(|id| state.reminders.get(tenant, &ReminderId::new(id)))
            .map(Placed::place);
        let mut rows: Vec<&Placed> = state
            .reminders
            .of(tenant)
            .filter(|placed| placed.row.status == ReminderStatus::Scheduled)
            .filter(|placed| customer.is_none_or(|customer| placed.row.customer == Some(customer)))
            .filter(|placed| after.is_none_or(|after| placed.place() > after))
            .collect();
        rows.sort_by_key(|placed| placed.place());
        rows.truncate(usize::from(page.limit).saturating_add(1));
        let rows = rows.into_iter().map(|placed| placed.row.clone()).collect();
        Ok(Page::from_rows(rows, page.limit, |r: &Reminder| r.id.uuid()))
    }
}
