//! Small checks that several verbs share.

use crate::perform::Scene;
use crate::ports::UnitOfWork;
use crate::refusal::{Refusal, Subject};
use chrono::NaiveDate;
use execora_customer::{Customer, CustomerStatus};
use execora_kernel::{CustomerId, Money, ReminderId, Right};
use execora_reminder::Reminder;

/// Locks a customer that can be traded with.
pub(crate) async fn lock_customer(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    id: CustomerId,
) -> Result<Customer, Refusal> {
    let customer = unit
        .customers()
        .lock(scene.tenant(), id)
        .await?
        .ok_or(Refusal::UnknownCustomer)?;
    if customer.status == CustomerStatus::Active {
        Ok(customer)
    } else {
        Err(Refusal::UnknownCustomer)
    }
}

/// The reminder that a verb is about to change, when the caller may.
pub(crate) async fn reminder_to_change(
    unit: &mut dyn UnitOfWork,
    scene: &Scene<'_>,
    id: ReminderId,
) -> Result<Reminder, Refusal> {
    let found = unit.reminders().find(scene.tenant(), id).await?;
    let about = found.as_ref().and_then(|reminder| reminder.customer);
    scene.caller.require(Right::REMINDERS_UPDATE, about, scene.now)?;
    found.ok_or(Refusal::NotFound)
}

/// Refuses when the customer would owe more than his limit. Call it while the customer is locked.
pub(crate) fn within_credit(customer: &Customer, more: Money) -> Result<(), Refusal> {
    let Some(limit) = customer.credit_limit else {
        return Ok(());
    };
    match customer.balance.plus(more) {
        Some(owed) if owed <= limit || more <= Money::ZERO => Ok(()),
        _ => Err(Refusal::CreditLimitExceeded { limit }),
    }
}

/// The date of a bill: today unless said, and then a day of the books.
pub(crate) fn bill_date(scene: &Scene<'_>, said: Option<NaiveDate>) -> Result<NaiveDate, Refusal> {
    let today = scene.today();
    match said {
        Some(date) if !scene.shop.day_is_of_the_books(date, today) => {
            Err(Refusal::out_of_range(Subject::Date))
        }
        Some(date) => Ok(date),
        None => Ok(today),
    }
}
