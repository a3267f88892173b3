//! Taking back a customer that was made by mistake.

use crate::issuing::stamp;
use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::seen::lock_customer;
use async_trait::async_trait;
use execora_customer::Customer;
use execora_kernel::{CustomerId, EntryId, Money, Right};

/// Removes a customer that has no bills, payments or debts beside its opening balance, which is reversed.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub struct RemoveCustomer {
    pub customer: CustomerId,
    /// The entry of the opening balance, when there was one.
    pub opening: Option<EntryId>,
}

#[async_trait]
impl Verb for RemoveCustomer {
    type Output = Customer;

    async fn run(&self, unit: &mut dyn UnitOfWork, scene: &Scene<'_>) -> Result<Customer, Refusal> {
        scene
            .caller
            .require(Right::CUSTOMERS_CREATE, Some(self.customer), scene.now)?;
        lock_customer(unit, scene, self.customer).await?;
        if let Some(opening) = self.opening {
            let entry = unit
                .ledger()
                .find(scene.tenant(), opening)
                .await?
                .ok_or(Refusal::NotFound)?;
            let reversal = entry.reversal(stamp(scene, scene.today()))?;
            unit.ledger().append(&reversal).await?;
        }
        // The entries moved the version and the balance.
        let mut customer = lock_customer(unit, scene, self.customer).await?;
        let open = unit.invoices().open_of(scene.tenant(), customer.id, 1).await?;
        if customer.balance != Money::ZERO || !open.is_empty() {
            return Err(Refusal::AlreadyIssued);
        }
        let was = customer.version;
        customer.erase(scene.now)?;
        unit.customers().update(&customer, was).await?;
        Ok(customer)
    }
}
