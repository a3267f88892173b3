//! Reminders, in the order in which they fall due.

use crate::reader::{Connection, Reader};
use crate::row::{Row, Shape, Unreadable};
use crate::sql::{Ask, Filter, insert};
use crate::unit::Unit;
use crate::values::{id, id_opt, instant, instant_opt, int, money_opt, text_opt, truth, word};
use async_trait::async_trait;
use execora_kernel::{CustomerId, Page, PageRequest, ReminderId, StoreError, TenantId};
use execora_reminder::{Recurrence, Reminder, ReminderQueries, ReminderRepository, Schedule};
use sea_orm::Value;

const COLUMNS: &str = "tenant_id, id, customer_id, amount, send_at, recurrence, channel, message, stop_when_paid, status, \
    next_send_at, attempts, last_error_code, created_at, updated_at, version, sort_at";

const SHAPE: Shape<Reminder> = Shape {
    what: "reminder",
    read: reminder,
};

fn reminder(row: &Row) -> Result<Reminder, Unreadable> {
    let once = row.instant_opt("send_at")?;
    let again: Option<Recurrence> = row.text_opt("recurrence")?;
    let schedule = match (once, again) {
        (Some(at), None) => Schedule::At(at),
        (None, Some(rule)) => Schedule::Every(rule),
        _ => return Err(Unreadable),
    };
    Ok(Reminder {
        id: row.id("id", ReminderId::new)?,
        tenant: row.id("tenant_id", TenantId::new)?,
        customer: row.id_opt("customer_id", CustomerId::new)?,
        amount: row.money_opt("amount")?,
        schedule,
        channel: row.text("channel")?,
        message: row.text_opt("message")?,
        stop_when_paid: row.get("stop_when_paid")?,
        status: row.text("status")?,
        next_send_at: row.instant_opt("next_send_at")?,
        attempts: row.small("attempts")?,
        last_error_code: row.get("last_error_code")?,
        created_at: row.instant("created_at")?,
        updated_at: row.instant("updated_at")?,
        version: row.get("version")?,
    })
}

/// The values of [`COLUMNS`] without `sort_at`.
fn values(reminder: &Reminder) -> Result<Vec<Value>, StoreError> {
    let (once, again) = match &reminder.schedule {
        Schedule::At(at) => (Some(*at), None),
        Schedule::Every(rule) => (None, Some(rule.as_str())),
    };
    Ok(vec![
        id(reminder.tenant.uuid()),
        id(reminder.id.uuid()),
        id_opt(reminder.customer.map(CustomerId::uuid)),
        money_opt(reminder.amount),
        instant_opt(once),
        text_opt(again),
        word(&reminder.channel)?,
        text_opt(reminder.message.as_ref()),
        truth(reminder.stop_when_paid),
        word(&reminder.status)?,
        instant_opt(reminder.next_send_at),
        int(reminder.attempts.into()),
        text_opt(reminder.last_error_code.as_ref()),
        instant(reminder.created_at),
        instant(reminder.updated_at),
        int(reminder.version),
    ])
}

#[async_trait]
impl ReminderRepository for Unit {
    async fn find(&mut self, tenant: TenantId, reminder: ReminderId) -> Result<Option<Reminder>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM reminder WHERE tenant_id = $1 AND id = $2");
        self.one(&SHAPE, sql, vec![id(tenant.uuid()), id(reminder.uuid())])
            .await
    }

    async fn insert(&mut self, reminder: &Reminder) -> Result<(), StoreError> {
        let mut values = values(reminder)?;
        values.push(instant(reminder.next_send_at.unwrap_or(reminder.updated_at)));
        self.run(insert("reminder", COLUMNS), values).await.map(|_| ())
    }

    async fn update(&mut self, reminder: &Reminder, was: i64) -> Result<(), StoreError> {
        let mut values = values(reminder)?;
        values.push(int(was));
        let sql = "UPDATE reminder SET customer_id = $3, amount = $4, send_at = $5, recurrence = $6, channel = $7, \
             message = $8, stop_when_paid = $9, status = $10, next_send_at = $11, \
             sort_at = COALESCE($11, sort_at), attempts = $12, last_error_code = $13, created_at = $14, \
             updated_at = $15, version = $16 WHERE tenant_id = $1 AND id = $2 AND version = $17";
        self.run_if_unchanged(sql, values).await
    }
}

#[async_trait]
impl<C: Connection> ReminderQueries for Reader<C> {
    async fn scheduled(
        &self,
        tenant: TenantId,
        customer: Option<CustomerId>,
        page: PageRequest,
    ) -> Result<Page<Reminder>, StoreError> {
        let mut filter = Filter::new("tenant_id", id(tenant.uuid()));
        filter.and_plain("status = 'scheduled'");
        filter.and_if("customer_id = ?", customer.map(CustomerId::uuid).map(id));
        filter.and_if(
            "(sort_at, id) > (SELECT sort_at, id FROM reminder WHERE tenant_id = $1 AND id = ?)",
            page.after.map(id),
        );
        let sql = format!(
            "SELECT {COLUMNS} FROM reminder WHERE {} ORDER BY sort_at, id LIMIT {}",
            filter.sql(),
            u32::from(page.limit) + 1
        );
        let rows = self.all(&SHAPE, sql, filter.values).await?;
        Ok(Page::from_rows(rows, page.limit, |r| r.id.uuid()))
    }
}
