//! Small checks that several verbs share.

use crate::perform::Scene;
use crate::ports::UnitOfWork;
use crate::refusal::{FieldCode, Refusal};
use chrono::NaiveDate;
use execora_customer::{Customer, CustomerStatus};
use execora_kernel::{CustomerId, Money};

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

/// Refuses when the customer would owe more than his limit. Call it while the customer is locked.
pub(crate) fn within_credit(customer: &Customer, more: Money) -> Result<(), Refusal> {
    let Some(limit) = customer.credit_limit else {
        return Ok(());
    };
    match customer.balance.plus(more) {
        Some(owed) if owed <= limit || more <= Money::ZERO => Ok(()),
        _ => Err(Refusal::CreditLimitExceeded),
    }
}

/// The date of a bill: today unless said, never in the future.
pub(crate) fn bill_date(scene: &Scene<'_>, said: Option<NaiveDate>) -> Result<NaiveDate, Refusal> {
    let today = scene.today();
    match said {
        None => Ok(today),
        Some(date) if date > today => Err(Refusal::field("/date", FieldCode::OutOfRange)),
        Some(date) => Ok(date),
    }
}
