//! Customers: lists, one of them, what was heard, what is owed.

use super::{Guarded, Read, ReadScene};
use crate::refusal::Refusal;
use async_trait::async_trait;
use execora_customer::{Customer, CustomerFilter, Match, Query};
use execora_kernel::{CustomerId, Page, PageRequest, Right};

/// A page of customers, newest first.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ListCustomers {
    pub filter: CustomerFilter,
    pub page: PageRequest,
}

impl Guarded for ListCustomers {
    const RIGHT: Right = Right::CUSTOMERS_READ;
}

#[async_trait]
impl Read for ListCustomers {
    type Output = Page<Customer>;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, None)?;
        let customers = &scene.queries().customers;
        Ok(customers.list(scene.tenant(), &self.filter, self.page).await?)
    }
}

/// One customer, whatever its status.
#[derive(Debug, Clone, Copy)]
pub struct FindCustomer(pub CustomerId);

impl Guarded for FindCustomer {
    const RIGHT: Right = Right::CUSTOMERS_READ;
}

#[async_trait]
impl Read for FindCustomer {
    type Output = Customer;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, Some(self.0))?;
        let found = scene.queries().customers.find(scene.tenant(), self.0).await?;
        found.ok_or(Refusal::NotFound)
    }
}

/// A customer with what he owes now; the right is that of the book.
#[derive(Debug, Clone, Copy)]
pub struct ReadBalance(pub CustomerId);

impl Guarded for ReadBalance {
    const RIGHT: Right = Right::LEDGER_READ;
}

#[async_trait]
impl Read for ReadBalance {
    type Output = Customer;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, Some(self.0))?;
        let found = scene.queries().customers.find(scene.tenant(), self.0).await?;
        found.ok_or(Refusal::NotFound)
    }
}

/// Who may be meant by what was heard, best first, with how well each fits.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct SearchCustomers {
    pub heard: String,
    /// How many at the most.
    pub limit: usize,
}

impl Guarded for SearchCustomers {
    const RIGHT: Right = Right::CUSTOMERS_READ;
}

#[async_trait]
impl Read for SearchCustomers {
    type Output = Vec<(Match, Customer)>;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, None)?;
        let tenant = scene.tenant();
        let directory = scene.cases.directory(tenant).await?;
        let matches = directory.read(|d| d.search(&Query::named(self.heard.as_str()), self.limit));
        let mut found = Vec::with_capacity(matches.len());
        for fit in matches.into_iter().take(self.limit) {
            let customer = scene.queries().customers.find(tenant, fit.customer).await?;
            found.extend(customer.map(|customer| (fit, customer)));
        }
        Ok(found)
    }
}
