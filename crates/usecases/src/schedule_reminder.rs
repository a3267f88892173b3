//! Making a reminder.

use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::{Refusal, Subject};
use crate::seen::lock_customer;
use async_trait::async_trait;
use execora_kernel::{ReminderId, Right};
use execora_reminder::{NewReminder, Reminder};

/// Makes a reminder.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ScheduleReminder {
    pub new: NewReminder,
}

#[async_trait]
impl Verb for ScheduleReminder {
    type Output = Reminder;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<Reminder, Refusal> {
        scene
            .caller
            .require(Right::REMINDERS_CREATE, self.new.customer, scene.now)?;
        if let Some(customer) = self.new.customer {
            lock_customer(unit, scene, customer).await?;
        }
        if self.new.amount.is_some_and(|a| !a.is_bookable()) {
            return Err(Refusal::out_of_range(Subject::Amount));
        }
        let reminder = Reminder::create(
            self.new.clone(),
            scene.id(ReminderId::new),
            scene.tenant(),
            scene.shop.zone,
            scene.now,
        )?;
        unit.reminders().insert(&reminder).await?;
        Ok(reminder)
    }
}
