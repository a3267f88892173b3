//! Scheduling a cancelled reminder again.

use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use async_trait::async_trait;
use execora_kernel::{ReminderId, Right};
use execora_reminder::Reminder;

/// Schedules a cancelled reminder again, if its time still lies ahead.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub struct RestoreReminder {
    pub reminder: ReminderId,
}

#[async_trait]
impl Verb for RestoreReminder {
    type Output = Reminder;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<Reminder, Refusal> {
        let found = unit.reminders().find(scene.tenant(), self.reminder).await?;
        scene.caller.require(
            Right::REMINDERS_UPDATE,
            found.as_ref().and_then(|r| r.customer),
            scene.now,
        )?;
        let mut reminder = found.ok_or(Refusal::NotFound)?;
        let was = reminder.version;
        reminder.restore(scene.shop.zone, scene.now)?;
        unit.reminders().update(&reminder, was).await?;
        Ok(reminder)
    }
}
