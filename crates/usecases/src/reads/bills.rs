//! Drafts and invoices: lists and one of them.

use super::{Guarded, Read, ReadScene};
use crate::refusal::Refusal;
use async_trait::async_trait;
use execora_invoice::{Draft, DraftStatus, Invoice, InvoiceFilter};
use execora_kernel::{DraftId, InvoiceId, Page, PageRequest, Right};

/// A page of drafts, newest first. They belong to who makes bills.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ListDrafts {
    pub status: Option<DraftStatus>,
    pub page: PageRequest,
}

impl Guarded for ListDrafts {
    const RIGHT: Right = Right::INVOICES_CREATE;
}

#[async_trait]
impl Read for ListDrafts {
    type Output = Page<Draft>;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, None)?;
        let bills = &scene.queries().invoices;
        Ok(bills.drafts(scene.tenant(), self.status, self.page).await?)
    }
}

/// The open drafts that the caller may see, newest first: those of a narrowed caller's customers alone.
#[derive(Debug, Clone, Copy)]
pub struct SeeOpenDrafts {
    /// How many are looked at.
    pub limit: u16,
}

impl Guarded for SeeOpenDrafts {
    const RIGHT: Right = Right::INVOICES_CREATE;
}

#[async_trait]
impl Read for SeeOpenDrafts {
    type Output = Vec<Draft>;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        let bills = &scene.queries().invoices;
        let page = PageRequest::first(self.limit);
        let open = bills
            .drafts(scene.tenant(), Some(DraftStatus::Open), page)
            .await?;
        let mut seen = open.items;
        seen.retain(|draft| scene.require(Self::RIGHT, draft.customer).is_ok());
        Ok(seen)
    }
}

/// One draft.
#[derive(Debug, Clone, Copy)]
pub struct FindDraft(pub DraftId);

impl Guarded for FindDraft {
    const RIGHT: Right = Right::INVOICES_CREATE;
}

#[async_trait]
impl Read for FindDraft {
    type Output = Draft;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        let found = scene.queries().invoices.draft(scene.tenant(), self.0).await?;
        scene.require(Self::RIGHT, found.as_ref().and_then(|draft| draft.customer))?;
        found.ok_or(Refusal::NotFound)
    }
}

/// A page of invoices, newest first.
#[derive(Debug, Clone)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ListInvoices {
    pub filter: InvoiceFilter,
    pub page: PageRequest,
}

impl Guarded for ListInvoices {
    const RIGHT: Right = Right::INVOICES_READ;
}

#[async_trait]
impl Read for ListInvoices {
    type Output = Page<Invoice>;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        scene.require(Self::RIGHT, self.filter.customer)?;
        let bills = &scene.queries().invoices;
        Ok(bills.invoices(scene.tenant(), &self.filter, self.page).await?)
    }
}

/// One invoice.
#[derive(Debug, Clone, Copy)]
pub struct FindInvoice(pub InvoiceId);

impl Guarded for FindInvoice {
    const RIGHT: Right = Right::INVOICES_READ;
}

#[async_trait]
impl Read for FindInvoice {
    type Output = Invoice;

    async fn run(&self, scene: &ReadScene<'_>) -> Result<Self::Output, Refusal> {
        let found = scene.queries().invoices.invoice(scene.tenant(), self.0).await?;
        scene.require(Self::RIGHT, found.as_ref().map(|invoice| invoice.customer))?;
        found.ok_or(Refusal::NotFound)
    }
}
