//! Invoices, and the read port of bills.

use crate::{
    state::State,
    store::MemoryStore,
    unit::{Unit, require_version},
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_invoice::{
    Draft, DraftStatus, Invoice, InvoiceFilter, InvoiceQueries, InvoiceRepository, OpenInvoiceRow,
};
use execora_kernel::{CustomerId, DraftId, InvoiceId, Money, Page, PageRequest, StoreError, TenantId};

impl State {
    fn open_invoices(&self, tenant: TenantId, customer: CustomerId) -> Vec<OpenInvoiceRow> {
        let mut open: Vec<&Invoice> = self
            .invoices
            .of(tenant)
            .filter(|invoice| invoice.customer == customer && invoice.open() > Money::ZERO)
            .collect();
        open.sort_by_key(|invoice| (invoice.date, invoice.id));
        open.into_iter()
            .map(|invoice| OpenInvoiceRow {
                id: invoice.id,
                open: invoice.open(),
            })
            .collect()
    }
}

#[async_trait]
impl InvoiceRepository for Unit {
    async fn lock(&mut self, tenant: TenantId, id: InvoiceId) -> Result<Option<Invoice>, StoreError> {
        self.act(|state| Ok(state.invoices.get(tenant, &id).cloned()))
    }

    async fn insert(&mut self, invoice: &Invoice) -> Result<(), StoreError> {
        self.act(|state| {
            let number = invoice.number.as_str().to_owned();
            state.invoice_numbers.insert(invoice.tenant, number, invoice.id)?;
            state.invoices.insert(invoice.tenant, invoice.id, invoice.clone())
        })
    }

    async fn update(&mut self, invoice: &Invoice, was: i64) -> Result<(), StoreError> {
        self.act(|state| {
            let stored = state.invoices.get_mut(invoice.tenant, &invoice.id);
            let stored = stored.ok_or(StoreError::Stale)?;
            require_version(stored.version, was)?;
            stored.status = invoice.status;
            stored.cancelled_at = invoice.cancelled_at;
            stored.cancel_reason.clone_from(&invoice.cancel_reason);
            stored.paid = invoice.paid;
            stored.updated_at = invoice.updated_at;
            stored.version = invoice.version;
            Ok(())
        })
    }

    async fn open_of(
        &mut self,
        tenant: TenantId,
        customer: CustomerId,
        limit: u32,
    ) -> Result<Vec<OpenInvoiceRow>, StoreError> {
        self.act(|state| {
            let mut open = state.open_invoices(tenant, customer);
            open.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
            Ok(open)
        })
    }

    async fn add_paid(
        &mut self,
        tenant: TenantId,
        id: InvoiceId,
        paid: Money,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.act(|state| {
            let stored = state.invoices.get_mut(tenant, &id).ok_or(StoreError::Corrupt {
                what: "a payment on an invoice that does not exist",
            })?;
            let paid = stored.paid.plus(paid);
            let fits = |paid: &Money| (Money::ZERO..=stored.totals.total).contains(paid);
            stored.paid = paid.filter(fits).ok_or(StoreError::Corrupt {
                what: "an invoice paid below nothing or beyond its total",
            })?;
            stored.updated_at = at;
            Ok(())
        })
    }
}

#[async_trait]
impl InvoiceQueries for MemoryStore {
    async fn draft(&self, tenant: TenantId, id: DraftId) -> Result<Option<Draft>, StoreError> {
        Ok(self.state().drafts.get(tenant, &id).cloned())
    }

    async fn drafts(
        &self,
        tenant: TenantId,
        status: Option<DraftStatus>,
        page: PageRequest,
    ) -> Result<Page<Draft>, StoreError> {
        let wanted = |draft: &Draft| {
            status
                .is_none_or(|status| draft.status == status)
                .then(|| draft.clone())
        };
        let drafts = self.state().drafts;
        Ok(drafts.page(tenant, page, DraftId::new, wanted, |d| d.id.uuid()))
    }

    async fn invoice(&self, tenant: TenantId, id: InvoiceId) -> Result<Option<Invoice>, StoreError> {
        Ok(self.state().invoices.get(tenant, &id).cloned())
    }

    async fn invoice_by_number(&self, tenant: TenantId, number: &str) -> Result<Option<Invoice>, StoreError> {
        let state = self.state();
        let id = state.invoice_numbers.get(tenant, &number.to_owned());
        Ok(id.and_then(|id| state.invoices.get(tenant, id)).cloned())
    }

    async fn invoices(
        &self,
        tenant: TenantId,
        filter: &InvoiceFilter,
        page: PageRequest,
    ) -> Result<Page<Invoice>, StoreError> {
        let wanted = |invoice: &Invoice| fits(filter, invoice).then(|| invoice.clone());
        let invoices = self.state().invoices;
        Ok(invoices.page(tenant, page, InvoiceId::new, wanted, |i| i.id.uuid()))
    }
}

fn fits(filter: &InvoiceFilter, invoice: &Invoice) -> bool {
    filter
        .customer
        .is_none_or(|customer| invoice.customer == customer)
        && filter.status.is_none_or(|status| invoice.status == status)
        && filter.from.is_none_or(|from| invoice.date >= from)
        && filter.to.is_none_or(|to| invoice.date <= to)
}
