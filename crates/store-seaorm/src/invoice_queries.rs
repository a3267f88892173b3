//! Lists of drafts and invoices.

use crate::invoice::with_lines;
use crate::reader::{Connection, Reader};
use crate::sql::{Ask, Filter};
use crate::values::{date, id, text, word};
use crate::{draft, invoice};
use async_trait::async_trait;
use execora_invoice::{Draft, DraftStatus, Invoice, InvoiceFilter, InvoiceQueries};
use execora_kernel::{CustomerId, DraftId, InvoiceId, Page, PageRequest, StoreError, TenantId};

fn select_invoices() -> String {
    format!("SELECT {} FROM invoice", invoice::COLUMNS)
}

impl<C: Connection> Reader<C> {
    async fn invoices_where(
        &self,
        tenant: TenantId,
        filter: Filter,
        sql: String,
    ) -> Result<Vec<Invoice>, StoreError> {
        let found = self.all(&invoice::SHAPE, sql, filter.values).await?;
        with_lines(self, tenant, found).await
    }
}

#[async_trait]
impl<C: Connection> InvoiceQueries for Reader<C> {
    async fn draft(&self, tenant: TenantId, id: DraftId) -> Result<Option<Draft>, StoreError> {
        draft::find(self, tenant, id, "").await
    }

    async fn drafts(
        &self,
        tenant: TenantId,
        status: Option<DraftStatus>,
        page: PageRequest,
    ) -> Result<Page<Draft>, StoreError> {
        let mut filter = Filter::new("tenant_id", id(tenant.uuid()));
        filter.and_if("status = ?", status.as_ref().map(word).transpose()?);
        filter.and_if("id < ?", page.after.map(id));
        let sql = filter.newest(&format!("SELECT {} FROM draft", draft::COLUMNS), page);
        let rows = self.all(&draft::SHAPE, sql, filter.values).await?;
        Ok(Page::from_rows(rows, page.limit, |d| d.id.uuid()))
    }

    async fn invoice(&self, tenant: TenantId, invoice: InvoiceId) -> Result<Option<Invoice>, StoreError> {
        let mut filter = Filter::new("tenant_id", id(tenant.uuid()));
        filter.and("id = ?", id(invoice.uuid()));
        let sql = format!("{} WHERE {}", select_invoices(), filter.sql());
        Ok(self.invoices_where(tenant, filter, sql).await?.pop())
    }

    async fn invoice_by_number(&self, tenant: TenantId, number: &str) -> Result<Option<Invoice>, StoreError> {
        let mut filter = Filter::new("tenant_id", id(tenant.uuid()));
        filter.and("number = ?", text(number));
        let sql = format!("{} WHERE {}", select_invoices(), filter.sql());
        Ok(self.invoices_where(tenant, filter, sql).await?.pop())
    }

    async fn invoices(
        &self,
        tenant: TenantId,
        wanted: &InvoiceFilter,
        page: PageRequest,
    ) -> Result<Page<Invoice>, StoreError> {
        let mut filter = Filter::new("tenant_id", id(tenant.uuid()));
        filter.and_if("customer_id = ?", wanted.customer.map(CustomerId::uuid).map(id));
        filter.and_if("status = ?", wanted.status.as_ref().map(word).transpose()?);
        filter.and_if("bill_date >= ?", wanted.from.map(date));
        filter.and_if("bill_date <= ?", wanted.to.map(date));
        filter.and_if("id < ?", page.after.map(id));
        let sql = filter.newest(&select_invoices(), page);
        let rows = self.invoices_where(tenant, filter, sql).await?;
        Ok(Page::from_rows(rows, page.limit, |i| i.id.uuid()))
    }
}
