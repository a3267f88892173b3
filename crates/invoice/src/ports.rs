//! What bills ask of a store.

use crate::{Draft, DraftStatus, Invoice, InvoiceStatus, Series};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use execora_kernel::{
    CustomerId, DraftId, InvoiceId, Money, Page, PageRequest, StoreError, TenantId, zone::FinancialYear,
};

/// Drafts inside a unit of work.
#[async_trait]
pub trait DraftRepository: Send {
    /// The draft of this tenant, or `None`; the row MUST stay locked to the end of the unit.
    async fn lock(&mut self, tenant: TenantId, id: DraftId) -> Result<Option<Draft>, StoreError>;
    /// Adds a draft.
    async fn insert(&mut self, draft: &Draft) -> Result<(), StoreError>;
    /// Writes it if the stored version is `was`; else `Stale`.
    async fn update(&mut self, draft: &Draft, was: i64) -> Result<(), StoreError>;
}

/// An invoice with something left to pay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct OpenInvoiceRow {
    pub id: InvoiceId,
    pub open: Money,
}

/// Invoices inside a unit of work.
#[async_trait]
pub trait InvoiceRepository: Send {
    /// The invoice of this tenant with its lines, or `None`; the row MUST stay locked to the end of the unit.
    async fn lock(&mut self, tenant: TenantId, id: InvoiceId) -> Result<Option<Invoice>, StoreError>;
    /// Adds an invoice with its lines. MUST answer `Duplicate` when the tenant has that number already.
    async fn insert(&mut self, invoice: &Invoice) -> Result<(), StoreError>;
    /// Writes status, cancellation and what was paid, if the stored version is `was`; else `Stale`. Lines and totals never change.
    async fn update(&mut self, invoice: &Invoice, was: i64) -> Result<(), StoreError>;
    /// Issued invoices of a customer with something left to pay, oldest first, at most `limit`.
    async fn open_of(
        &mut self,
        tenant: TenantId,
        customer: CustomerId,
        limit: u32,
    ) -> Result<Vec<OpenInvoiceRow>, StoreError>;
    /// Adds `paid` (negative to take it back) to what was paid on an invoice. MUST NOT move its version.
    async fn add_paid(
        &mut self,
        tenant: TenantId,
        id: InvoiceId,
        paid: Money,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError>;
}

/// A number that was taken from a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberTaken {
    /// The number.
    pub n: u32,
    /// The latest day that a number of this series and year was taken for, this one among them.
    pub latest: NaiveDate,
}

/// The counters of invoice numbers: each shop and series has one for every financial year.
#[async_trait]
pub trait SeriesRepository: Send {
    /// The next number of a series in the financial year of `date`, from 1. MUST hold the counter locked to the end of the unit,
    /// and a unit that is dropped MUST give the number back: no gaps, no repeats.
    async fn take_next(
        &mut self,
        tenant: TenantId,
        series: &Series,
        date: NaiveDate,
    ) -> Result<NumberTaken, StoreError>;
    /// Lets a series begin at `first` in a year. MUST change nothing once a number was taken. Answers the number that comes next.
    async fn begin_at(
        &mut self,
        tenant: TenantId,
        series: &Series,
        year: FinancialYear,
        first: u32,
    ) -> Result<u32, StoreError>;
}

/// Which invoices to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct InvoiceFilter {
    pub customer: Option<CustomerId>,
    pub status: Option<InvoiceStatus>,
    /// First date of the bill, included.
    pub from: Option<NaiveDate>,
    /// Last date of the bill, included.
    pub to: Option<NaiveDate>,
}

/// Bills outside a unit of work.
#[async_trait]
pub trait InvoiceQueries: Send + Sync {
    /// The draft of this tenant, or `None`.
    async fn draft(&self, tenant: TenantId, id: DraftId) -> Result<Option<Draft>, StoreError>;
    /// A page of drafts, newest first, all or those of one status.
    async fn drafts(
        &self,
        tenant: TenantId,
        status: Option<DraftStatus>,
        page: PageRequest,
    ) -> Result<Page<Draft>, StoreError>;
    /// The invoice of this tenant with its lines, or `None`.
    async fn invoice(&self, tenant: TenantId, id: InvoiceId) -> Result<Option<Invoice>, StoreError>;
    /// The invoice of this tenant with that number, or `None`.
    async fn invoice_by_number(&self, tenant: TenantId, number: &str) -> Result<Option<Invoice>, StoreError>;
    /// A page of invoices with their lines, newest first.
    async fn invoices(
        &self,
        tenant: TenantId,
        filter: &InvoiceFilter,
        page: PageRequest,
    ) -> Result<Page<Invoice>, StoreError>;
}
