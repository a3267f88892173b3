//! What a check asks of a store: one view of everything that is committed, read in pages.

use super::facts::{
    AllocationFacts, AnswerFacts, AnswerKey, BillMovement, CustomerFacts, DraftFacts, EntryFacts,
    InvoiceFacts, InvoiceStub, MovementFacts, PaymentFacts, PaymentStub, ProductFacts, SeriesFacts,
    ShopFacts, Strays, Thing,
};
use async_trait::async_trait;
use execora_kernel::{DraftId, EntryId, InvoiceId, PaymentId, StoreError, TenantId};
use uuid::Uuid;

/// A part of a table in the order of its ids: the first rows after `after`, at most `limit`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Part {
    pub after: Uuid,
    pub limit: u32,
}

/// Ids above `after`, up to and with `upto`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Span {
    pub after: Uuid,
    pub upto: Uuid,
}

/// Opens views of the books.
#[async_trait]
pub trait CheckQueries: Send + Sync {
    /// Opens a view. All its answers MUST be of one moment, whatever others commit meanwhile, and it MUST NOT keep writers
    /// waiting.
    async fn view(&self) -> Result<Box<dyn BooksView>, StoreError>;
}

/// The books at one moment. Every list MUST come in the order of its ids.
pub trait BooksView: DeskView + LedgerView + BillsView + ShelfView {}

impl<V: DeskView + LedgerView + BillsView + ShelfView> BooksView for V {}

/// Shops, answered requests, and whether things exist.
#[async_trait]
pub trait DeskView: Send {
    /// Shops of the store.
    async fn shops(&mut self, part: Part) -> Result<Vec<ShopFacts>, StoreError>;
    /// Requests in the order of their names, the first `limit` after `after`.
    async fn answers(
        &mut self,
        tenant: TenantId,
        after: Option<&AnswerKey>,
        limit: u32,
    ) -> Result<Vec<AnswerFacts>, StoreError>;
    /// Which of these the shop does not have.
    async fn missing(&mut self, tenant: TenantId, things: &[Thing]) -> Result<Vec<Thing>, StoreError>;
}

/// Customers, entries and payments.
#[async_trait]
pub trait LedgerView: Send {
    /// Customers, the erased ones among them.
    async fn customers(&mut self, tenant: TenantId, part: Part) -> Result<Vec<CustomerFacts>, StoreError>;
    /// Entries with their postings.
    async fn entries(&mut self, tenant: TenantId, part: Part) -> Result<Vec<EntryFacts>, StoreError>;
    /// Those of these entries that exist.
    async fn entries_named(
        &mut self,
        tenant: TenantId,
        ids: &[EntryId],
    ) -> Result<Vec<EntryFacts>, StoreError>;
    /// Those of these entries that another one reverses.
    async fn reversed_of(&mut self, tenant: TenantId, ids: &[EntryId]) -> Result<Vec<EntryId>, StoreError>;
    /// Payments with what they settle.
    async fn payments(&mut self, tenant: TenantId, part: Part) -> Result<Vec<PaymentFacts>, StoreError>;
    /// Those of these payments that exist.
    async fn payments_named(
        &mut self,
        tenant: TenantId,
        ids: &[PaymentId],
    ) -> Result<Vec<PaymentStub>, StoreError>;
    /// Parts whose whole is missing, at most some hundred of each kind.
    async fn strays(&mut self, tenant: TenantId) -> Result<Strays, StoreError>;
}

/// Bills, drafts and number series.
#[async_trait]
pub trait BillsView: Send {
    /// Bills with their lines.
    async fn invoices(&mut self, tenant: TenantId, part: Part) -> Result<Vec<InvoiceFacts>, StoreError>;
    /// Those of these bills that exist.
    async fn invoices_named(
        &mut self,
        tenant: TenantId,
        ids: &[InvoiceId],
    ) -> Result<Vec<InvoiceStub>, StoreError>;
    /// What payments that stand have put on the bills of the span.
    async fn settled(&mut self, tenant: TenantId, bills: Span) -> Result<Vec<AllocationFacts>, StoreError>;
    /// Drafts.
    async fn drafts(&mut self, tenant: TenantId, part: Part) -> Result<Vec<DraftFacts>, StoreError>;
    /// Those of these drafts that exist.
    async fn drafts_named(
        &mut self,
        tenant: TenantId,
        ids: &[DraftId],
    ) -> Result<Vec<DraftFacts>, StoreError>;
    /// The counters of the shop's series.
    async fn series(&mut self, tenant: TenantId) -> Result<Vec<SeriesFacts>, StoreError>;
}

/// Products and what moved them.
#[async_trait]
pub trait ShelfView: Send {
    /// Products.
    async fn products(&mut self, tenant: TenantId, part: Part) -> Result<Vec<ProductFacts>, StoreError>;
    /// Movements.
    async fn movements(&mut self, tenant: TenantId, part: Part) -> Result<Vec<MovementFacts>, StoreError>;
    /// What the movements of the bills in the span come to, by bill and product.
    async fn moved_by_bills(
        &mut self,
        tenant: TenantId,
        bills: Span,
    ) -> Result<Vec<BillMovement>, StoreError>;
}
