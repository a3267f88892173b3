//! Taking back a customer that was made by mistake.

use crate::issuing::stamp;
use crate::perform::{Scene, Verb};
use crate::ports::UnitOfWork;
use crate::refusal::Refusal;
use crate::seen::lock_customer;
use async_trait::async_trait;
use execora_customer::Customer;
use execora_kernel::{CustomerId, EntryId, PageRequest, Right};
use execora_ledger::{EntryFilter, EntryKind};

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
                .filter(|entry| entry.kind == EntryKind::Opening && entry.customer == Some(self.customer))
                .ok_or(Refusal::NotFound)?;
            let reversal = entry.reversal(stamp(scene, scene.today()))?;
            unit.ledger().append(&reversal).await?;
        }
        if self.is_in_the_books(scene).await? {
            return Err(Refusal::AlreadyIssued);
        }
        // The entries moved the balance.
        let mut customer = lock_customer(unit, scene, self.customer).await?;
        let was = customer.version;
        customer.erase(scene.now)?;
        unit.customers().update(&customer, was).await?;
        Ok(customer)
    }
}

impl RemoveCustomer {
    /// Whether anything but the opening balance was booked. While the customer is locked nobody books more, so what is
    /// committed is all there is.
    async fn is_in_the_books(&self, scene: &Scene<'_>) -> Result<bool, Refusal> {
        let filter = EntryFilter {
            customer: Some(self.customer),
            ..EntryFilter::default()
        };
        let page = PageRequest::first(2);
        let booked = scene
            .queries
            .ledger
            .entries(scene.tenant(), &filter, page)
            .await?;
        Ok(booked.items.iter().any(|entry| Some(entry.id) != self.opening))
    }
}
