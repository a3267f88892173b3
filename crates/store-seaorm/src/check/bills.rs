//! Bills, drafts and number series as they are stored.

use super::View;
use super::ledger::ALLOCATION_SHAPE;
use crate::row::{Row, Shape, Unreadable};
use crate::sql::Ask;
use crate::values::id;
use async_trait::async_trait;
use execora_invoice::{Line, Totals};
use execora_kernel::{CustomerId, DraftId, EntryId, InvoiceId, StoreError, TenantId};
use execora_usecases::check::{
    AllocationFacts, BillsView, DraftFacts, InvoiceFacts, InvoiceStub, Part, SeriesFacts, Span,
};
use std::collections::BTreeMap;
use uuid::Uuid;

const INVOICE: &str = "SELECT id, customer_id, draft_id, number, series, financial_year, status, bill_date, with_gst, \
    interstate, discount, subtotal, discounted, taxable, cgst, sgst, igst, cess, round_off, total, paid, credited, \
    entry_id, issued_at FROM invoice";

const DRAFT: &str = "SELECT id, status, invoice_id, with_gst, interstate, discount, lines, totals FROM draft";

const INVOICE_SHAPE: Shape<InvoiceFacts> = Shape {
    what: "invoice",
    read: invoice,
};

const STUB: Shape<InvoiceStub> = Shape {
    what: "invoice",
    read: |row| {
        Ok(InvoiceStub {
            id: row.id("id", InvoiceId::new)?,
            customer: row.id_opt("customer_id", CustomerId::new)?,
            draft: row.id_opt("draft_id", DraftId::new)?,
            cancelled: row.get::<String>("status")? == "cancelled",
            entry: row.id("entry_id", EntryId::new)?,
        })
    },
};

/// A line that cannot be read is `None`, with the bill that it belongs to.
const LINE: Shape<(Uuid, Option<Line>)> = Shape {
    what: "invoice line",
    read: |row| match crate::invoice::line(row) {
        Ok((owner, line)) => Ok((owner, Some(line))),
        Err(_) => Ok((row.get("invoice_id")?, None)),
    },
};

const DRAFT_SHAPE: Shape<DraftFacts> = Shape {
    what: "draft",
    read: |row| {
        Ok(DraftFacts {
            id: row.id("id", DraftId::new)?,
            confirmed: row.get::<String>("status")? == "confirmed",
            invoice: row.id_opt("invoice_id", InvoiceId::new)?,
            with_gst: row.get("with_gst")?,
            interstate: row.get("interstate")?,
            discount: row.json("discount").ok(),
            lines: row.json("lines").ok(),
            totals: row.json("totals").ok(),
        })
    },
};

const SERIES: Shape<SeriesFacts> = Shape {
    what: "number series",
    read: |row| {
        Ok(SeriesFacts {
            series: row.get("series")?,
            year: row.get("financial_year")?,
            first: row.get("first")?,
            last: row.get("last")?,
        })
    },
};

fn invoice(row: &Row) -> Result<InvoiceFacts, Unreadable> {
    Ok(InvoiceFacts {
        id: row.id("id", InvoiceId::new)?,
        customer: row.id_opt("customer_id", CustomerId::new)?,
        draft: row.id_opt("draft_id", DraftId::new)?,
        number: row.get("number")?,
        series: row.get("series")?,
        year: row.get("financial_year")?,
        cancelled: row.get::<String>("status")? == "cancelled",
        date: row.get("bill_date").ok(),
        with_gst: row.get("with_gst")?,
        interstate: row.get("interstate")?,
        discount: row.json("discount").ok(),
        lines: None,
        totals: Totals {
            subtotal: row.money("subtotal")?,
            discount: row.money("discounted")?,
            taxable: row.money("taxable")?,
            cgst: row.money("cgst")?,
            sgst: row.money("sgst")?,
            igst: row.money("igst")?,
            cess: row.money("cess")?,
            round_off: row.money("round_off")?,
            total: row.money("total")?,
        },
        paid: row.money("paid")?,
        credited: row.money("credited")?,
        entry: row.id("entry_id", EntryId::new)?,
        issued_at: row.instant("issued_at").ok(),
    })
}

#[async_trait]
impl BillsView for View {
    async fn invoices(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<InvoiceFacts>, StoreError> {
        let mut invoices = self.part(&INVOICE_SHAPE, INVOICE, "id", (tenant, wanted)).await?;
        let Some(last) = invoices.last().map(|invoice| invoice.id.uuid()) else {
            return Ok(invoices);
        };
        let sql = format!(
            "SELECT {} FROM invoice_line WHERE tenant_id = $1 AND invoice_id > $2 AND invoice_id <= $3 \
             ORDER BY invoice_id, position",
            crate::invoice::LINE
        );
        let values = vec![id(tenant.uuid()), id(wanted.after), id(last)];
        let mut by_invoice: BTreeMap<Uuid, Option<Vec<Line>>> = BTreeMap::new();
        for (owner, line) in self.all(&LINE, sql, values).await? {
            let lines = by_invoice.entry(owner).or_insert_with(|| Some(Vec::new()));
            match (lines.as_mut(), line) {
                (Some(lines), Some(line)) => lines.push(line),
                _ => *lines = None,
            }
        }
        for invoice in &mut invoices {
            invoice.lines = by_invoice
                .remove(&invoice.id.uuid())
                .unwrap_or_else(|| Some(Vec::new()));
        }
        Ok(invoices)
    }

    async fn invoices_named(
        &mut self,
        tenant: TenantId,
        ids: &[InvoiceId],
    ) -> Result<Vec<InvoiceStub>, StoreError> {
        let select = "SELECT id, customer_id, draft_id, status, entry_id FROM invoice";
        let ids = ids.iter().map(|id| id.uuid());
        self.named(&STUB, (select, "id"), tenant, ids).await
    }

    async fn settled(&mut self, tenant: TenantId, bills: Span) -> Result<Vec<AllocationFacts>, StoreError> {
        let sql = "SELECT a.payment_id, a.invoice_id, a.amount FROM payment_allocation a \
             JOIN payment p ON p.tenant_id = a.tenant_id AND p.id = a.payment_id AND p.status = 'recorded' \
             WHERE a.tenant_id = $1 AND a.invoice_id > $2 AND a.invoice_id <= $3";
        let values = vec![id(tenant.uuid()), id(bills.after), id(bills.upto)];
        self.all(&ALLOCATION_SHAPE, sql, values).await
    }

    async fn drafts(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<DraftFacts>, StoreError> {
        self.part(&DRAFT_SHAPE, DRAFT, "id", (tenant, wanted)).await
    }

    async fn drafts_named(
        &mut self,
        tenant: TenantId,
        ids: &[DraftId],
    ) -> Result<Vec<DraftFacts>, StoreError> {
        let ids = ids.iter().map(|id| id.uuid());
        self.named(&DRAFT_SHAPE, (DRAFT, "id"), tenant, ids).await
    }

    async fn series(&mut self, tenant: TenantId) -> Result<Vec<SeriesFacts>, StoreError> {
        let sql = "SELECT series, financial_year, first, last FROM number_series WHERE tenant_id = $1";
        self.all(&SERIES, sql, vec![id(tenant.uuid())]).await
    }
}
