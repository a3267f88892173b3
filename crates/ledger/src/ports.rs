//! What the ledger asks of a store.

use crate::{Entry, Payment};
use async_trait::async_trait;
use chrono::NaiveDate;
use execora_kernel::{
    CustomerId, EntryId, InvoiceId, Money, Page, PageRequest, PaymentId, StoreError, TenantId,
};

/// Journal entries inside a unit of work. There is no way to change or delete one.
#[async_trait]
pub trait LedgerRepository: Send {
    /// The entry of this tenant, or `None`.
    async fn find(&mut self, tenant: TenantId, id: EntryId) -> Result<Option<Entry>, StoreError>;
    /// Adds an entry with its postings and, in the same unit, adds every customer posting to that customer's balance. MUST NOT
    /// move the customer's version: a bill makes nobody's change stale. When `entry.reverses` is set, MUST mark that entry as reversed by this one, and answer
    /// `Duplicate` when it was reversed before. Answers the balance of `entry.customer` after it.
    async fn append(&mut self, entry: &Entry) -> Result<Option<Money>, StoreError>;
}

/// Payments inside a unit of work.
#[async_trait]
pub trait PaymentRepository: Send {
    /// The payment of this tenant, or `None`.
    async fn find(&mut self, tenant: TenantId, id: PaymentId) -> Result<Option<Payment>, StoreError>;
    /// The payment that an entry recorded, or `None`.
    async fn find_by_entry(
        &mut self,
        tenant: TenantId,
        entry: EntryId,
    ) -> Result<Option<Payment>, StoreError>;
    /// Payments that settle part of an invoice.
    async fn settling(&mut self, tenant: TenantId, invoice: InvoiceId) -> Result<Vec<Payment>, StoreError>;
    /// Adds a payment and its allocations.
    async fn insert(&mut self, payment: &Payment) -> Result<(), StoreError>;
    /// Writes status and allocations if the stored version is `was`; else `Stale`.
    async fn update(&mut self, payment: &Payment, was: i64) -> Result<(), StoreError>;
}

/// Which entries to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct EntryFilter {
    pub customer: Option<CustomerId>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

/// One customer's standing in the khata.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct KhataRow {
    pub customer: CustomerId,
    pub name: String,
    pub balance: Money,
}

/// The book outside a unit of work.
#[async_trait]
pub trait LedgerQueries: Send + Sync {
    /// A page of entries with their postings, newest first.
    async fn entries(
        &self,
        tenant: TenantId,
        filter: &EntryFilter,
        page: PageRequest,
    ) -> Result<Page<Entry>, StoreError>;
    /// A page of payments, of one customer or of all, newest first.
    async fn payments(
        &self,
        tenant: TenantId,
        customer: Option<CustomerId>,
        page: PageRequest,
    ) -> Result<Page<Payment>, StoreError>;
    /// The customers who owe most, largest first, at most `limit`.
    async fn debtors(&self, tenant: TenantId, limit: u16) -> Result<Vec<KhataRow>, StoreError>;
    /// Σ of all positive balances and how many customers have one.
    async fn total_pending(&self, tenant: TenantId) -> Result<(Money, u64), StoreError>;
    /// Σ of all postings of the tenant: zero in a sound book.
    async fn postings_sum(&self, tenant: TenantId) -> Result<Money, StoreError>;
}
