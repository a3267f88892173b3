//! Letting a reminder come at another time.

use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::seen::reminder_to_change;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_kernel::ReminderId;
use execora_reminder::Reminder;
use serde::{Deserialize, Serialize};

/// Lets a reminder that comes once come at another time.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PutOffReminder {
    pub reminder: ReminderId,
    pub at: DateTime<Utc>,
}

/// The reminder as it is now, and when it would have come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct PutOff {
    pub reminder: Reminder,
    pub was: DateTime<Utc>,
}

#[async_trait]
impl Verb for PutOffReminder {
    type Output = PutOff;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<PutOff, Refusal> {
        let mut reminder = reminder_to_change(unit, scene, self.reminder).await?;
        let version = reminder.version;
        let was = reminder.next_send_at.unwrap_or(self.at);
        reminder.put_off(self.at, scene.shop.zone, scene.now)?;
        unit.reminders().update(&reminder, version).await?;
        Ok(PutOff { reminder, was })
    }
}
