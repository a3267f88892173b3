//! Reminders on the wire.

use super::words::{ChannelWord, ReminderStatusWord};
use super::{CURRENCY, instant};
use crate::web::openapi::scalars as doc;
use execora_reminder::{Reminder, Schedule};
use serde::Serialize;
use utoipa::ToSchema;

/// A reminder.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reminder)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ReminderView {
    #[schema(value_type = doc::ReminderRef)]
    pub id: String,
    #[schema(value_type = Option<doc::CustomerRef>)]
    pub customer_id: Option<String>,
    #[schema(value_type = Option<doc::Amount>)]
    pub amount_paise: Option<i64>,
    #[schema(value_type = doc::Currency)]
    pub currency: &'static str,
    #[schema(value_type = Option<doc::Instant>)]
    pub send_at: Option<String>,
    pub recurrence: Option<String>,
    pub channel: ChannelWord,
    #[schema(value_type = Option<doc::NoteText>)]
    pub message: Option<String>,
    pub stop_when_paid: bool,
    pub status: ReminderStatusWord,
    #[schema(value_type = Option<doc::Instant>)]
    pub next_send_at: Option<String>,
    pub attempts: u32,
    pub last_error_code: Option<String>,
    #[schema(value_type = doc::Instant)]
    pub created_at: String,
    #[schema(value_type = doc::Instant)]
    pub updated_at: String,
    #[schema(value_type = doc::Version)]
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
            channel: r.channel.into(),
            message: r.message.as_ref().map(ToString::to_string),
            stop_when_paid: r.stop_when_paid,
            status: r.status.into(),
            next_send_at: r.next_send_at.map(instant),
            attempts: r.attempts,
            last_error_code: r.last_error_code.clone(),
            created_at: instant(r.created_at),
            updated_at: instant(r.updated_at),
            version: r.version,
        }
    }
}
