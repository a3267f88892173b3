//! Changing what is known of a customer.

use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::request::Expected;
use async_trait::async_trait;
use execora_customer::{Customer, CustomerChanges};
use execora_kernel::{CustomerId, Right};
use serde::{Deserialize, Serialize};

/// Changes a customer.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UpdateCustomer {
    pub customer: CustomerId,
    pub expected: Expected,
    pub changes: CustomerChanges,
}

/// A customer, and as it was before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct UpdatedCustomer {
    pub customer: Customer,
    pub before: Customer,
}

#[async_trait]
impl Verb for UpdateCustomer {
    type Output = UpdatedCustomer;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<UpdatedCustomer, Refusal> {
        scene
            .caller
            .require(Right::CUSTOMERS_UPDATE, Some(self.customer), scene.now)?;
        let mut customer = unit
            .customers()
            .lock(scene.tenant(), self.customer)
            .await?
            .ok_or(Refusal::NotFound)?;
        self.expected.check(customer.version)?;
        if let Some(Some(phone)) = &self.changes.phone
            && let Some(other) = unit.customers().find_by_phone(scene.tenant(), phone).await?
            && other.id != customer.id
        {
            return Err(Refusal::PhoneTaken { customer: other.id });
        }
        let before = customer.clone();
        customer.apply(self.changes.clone(), scene.now)?;
        unit.customers().update(&customer, before.version).await?;
        Ok(UpdatedCustomer { customer, before })
    }
}
