//! Reminders on the wire.

use super::{CURRENCY, instant};
use execora_reminder::{Channel, Reminder, ReminderStatus, Schedule};
use serde::Serialize;
use utoipa::ToSchema;

/// A reminder.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reminder)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ReminderView {
    pub id: String,
    pub customer_id: Option<String>,
    pub amount_paise: Option<i64>,
    pub currency: &'static str,
    pub send_at: Option<String>,
    pub recurrence: Option<String>,
    pub channel: &'static str,
    pub message: Option<String>,
    pub stop_when_paid: bool,
    pub status: &'static str,
    pub next_send_at: Option<String>,
    pub attempts: u32,
    pub last_error_code: Option<String>,
    pub created_at: String,
    pub updated_at: String,
    pub version: i64,
}

impl From<&Reminder> for ReminderView {
    fn from(r: &Reminder) -> Self {
        let (send_at, recurrence) = match &r.schedule {
            Schedule::At(at) => (Some(instant(*at)), None),
            Schedule::Every(rule) => (None, Some(rule.as_str().to_owned())),
        };
        Self {
            id: r.id.to_string(),
            customer_id: r.customer.map(|id| id.to_string()),
            amount_paise: r.amount.map(|m| m.paise()),
            currency: CURRENCY,
            send_at,
            recurrence,
            channel: match r.channel {
                Channel::Whatsapp => "whatsapp",
                Channel::Email => "email",
                Channel::Sms => "sms",
            },
            message: r.message.as_ref().map(ToString::to_string),
            stop_when_paid: r.stop_when_paid,
            status: match r.status {
                ReminderStatus::Scheduled => "scheduled",
                ReminderStatus::Sent => "sent",
                ReminderStatus::Delivered => "delivered",
                ReminderStatus::Failed => "failed",
                ReminderStatus::Cancelled => "cancelled",
                ReminderStatus::Done => "done",
            },
            next_send_at: r.next_send_at.map(instant),
            attempts: r.attempts,
            last_error_code: r.last_error_code.clone(),
            created_at: instant(r.created_at),
            updated_at: instant(r.updated_at),
            version: r.version,
        }
    }
}
