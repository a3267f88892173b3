//! Scheduling a cancelled reminder again.

use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::seen::reminder_to_change;
use async_trait::async_trait;
use execora_kernel::ReminderId;
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
        let mut reminder = reminder_to_change(unit, scene, self.reminder).await?;
        let was = reminder.version;
        reminder.restore(scene.shop.zone, scene.now)?;
        unit.reminders().update(&reminder, was).await?;
        Ok(reminder)
    }
}
