//! Reminders.

use crate::{
    store::MemoryStore,
    unit::{Unit, require_version},
};
use async_trait::async_trait;
use execora_kernel::{CustomerId, Page, PageRequest, ReminderId, StoreError, TenantId};
use execora_reminder::{Reminder, ReminderQueries, ReminderRepository, ReminderStatus};

#[async_trait]
impl ReminderRepository for Unit {
    async fn find(&mut self, tenant: TenantId, id: ReminderId) -> Result<Option<Reminder>, StoreError> {
        self.act(|state| Ok(state.reminders.get(tenant, &id).cloned()))
    }

    async fn insert(&mut self, reminder: &Reminder) -> Result<(), StoreError> {
        self.act(|state| {
            state
                .reminders
                .insert(reminder.tenant, reminder.id, reminder.clone())
        })
    }

    async fn update(&mut self, reminder: &Reminder, was: i64) -> Result<(), StoreError> {
        self.act(|state| {
            let stored = state.reminders.get_mut(reminder.tenant, &reminder.id);
            let stored = stored.ok_or(StoreError::Stale)?;
            require_version(stored.version, was)?;
            *stored = reminder.clone();
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
        let place = |reminder: &Reminder| (reminder.next_send_at, reminder.id);
        let after = page
            .after
            .and_then(|id| state.reminders.get(tenant, &ReminderId::new(id)))
            .map(place);
        let mut rows: Vec<&Reminder> = state
            .reminders
            .of(tenant)
            .filter(|r| r.status == ReminderStatus::Scheduled)
            .filter(|r| customer.is_none_or(|customer| r.customer == Some(customer)))
            .filter(|r| after.is_none_or(|after| place(r) > after))
            .collect();
        rows.sort_by_key(|reminder| place(reminder));
        rows.truncate(usize::from(page.limit).saturating_add(1));
        let rows = rows.into_iter().cloned().collect();
        Ok(Page::from_rows(rows, page.limit, |r: &Reminder| r.id.uuid()))
    }
}
