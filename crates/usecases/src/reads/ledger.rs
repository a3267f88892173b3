//! The book of a customer, and payments.

use super::{Guarded, Read, ReadScene};
use crate::refusal::Refusal;
use async_trait::async_trait;
use chrono::NaiveDate;
use execora_kernel::{CustomerId, Page, PageRequest, Right};
use execora_ledger::{Entry, EntryFilter, Payment};

/// A page of a customer's entries, newest first.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ListEntries {
    pub customer: CustomerId,
    /// The first day, included.
    pub from: Option<NaiveDate>,
    /// The last day, included.
    pub to: Option<NaiveDate>,
    pub page: PageRequest,
}

impl Guarded for ListEntries {
    const RIGHT: Right = Right::LEDGER_READ;
}

#[async_trait]
impl Read for ListEntries {
    type Output = Page<Entry>;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, Some(self.customer))?;
        let (tenant, queries) = (scene.tenant(), scene.queries());
        let known = queries.customers.find(tenant, self.customer).await?;
        known.ok_or(Refusal::NotFound)?;
        let filter = EntryFilter {
            customer: Some(self.customer),
            from: self.from,
            to: self.to,
        };
        Ok(queries.ledger.entries(tenant, &filter, self.page).await?)
    }
}

/// A page of payments, of one customer or of all, newest first.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ListPayments {
    pub customer: Option<CustomerId>,
    pub page: PageRequest,
}

impl Guarded for ListPayments {
    const RIGHT: Right = Right::LEDGER_READ;
}

#[async_trait]
impl Read for ListPayments {
    type Output = Page<Payment>;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, self.customer)?;
        let ledger = &scene.queries().ledger;
        Ok(ledger.payments(scene.tenant(), self.customer, self.page).await?)
    }
}
