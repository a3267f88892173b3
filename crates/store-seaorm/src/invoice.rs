//! Issued bills with their lines.

use crate::row::{Row, Shape, Unreadable};
use crate::sql::{Ask, insert, insert_many, places};
use crate::unit::Unit;
use crate::values::{
    date, id, id_opt, instant, instant_opt, int, json, money, money_opt, quantity, text, text_opt, truth,
    word,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use execora_invoice::{
    Amounts, Buyer, Invoice, InvoiceRepository, Line, OpenInvoiceRow, PlaceOfSupply, Totals,
};
use execora_kernel::zone::FinancialYear;
use execora_kernel::{CustomerId, DraftId, EntryId, InvoiceId, Money, ProductId, StoreError, TenantId};
use sea_orm::Value;
use uuid::Uuid;

pub(crate) const COLUMNS: &str = "tenant_id, id, customer_id, draft_id, number, series, financial_year, status, \
    bill_date, with_gst, discount, notes, subtotal, discounted, taxable, cgst, sgst, igst, cess, round_off, total, \
    supply_state, supply_reason, interstate, buyer_name, buyer_address, buyer_gstin, paid, credited, entry_id, \
    issued_at, cancelled_at, cancel_reason, created_at, updated_at, version";

pub(crate) const LINE: &str = "tenant_id, invoice_id, position, product_id, name, unit, quantity, price, price_given, \
    price_includes_tax, hsn, rate_bp, cess_bp, discount, gross, discounted, taxable, cgst, sgst, igst, cess, total";

/// An invoice that still lacks its lines.
pub(crate) const SHAPE: Shape<Invoice> = Shape {
    what: "invoice",
    read: invoice,
};

const LINE_SHAPE: Shape<(Uuid, Line)> = Shape {
    what: "invoice line",
    read: line,
};

const OPEN: Shape<OpenInvoiceRow> = Shape {
    what: "invoice",
    read: |row| {
        Ok(OpenInvoiceRow {
            id: row.id("id", InvoiceId::new)?,
            open: row.money("open")?,
        })
    },
};

fn invoice(row: &Row) -> Result<Invoice, Unreadable> {
    Ok(Invoice {
        id: row.id("id", InvoiceId::new)?,
        tenant: row.id("tenant_id", TenantId::new)?,
        customer: row.id("customer_id", CustomerId::new)?,
        draft: row.id_opt("draft_id", DraftId::new)?,
        number: row.text("number")?,
        series: row.text("series")?,
        financial_year: FinancialYear::starting(row.small("financial_year")?),
        status: row.text("status")?,
        date: row.get("bill_date")?,
        lines: Vec::new(),
        with_gst: row.get("with_gst")?,
        discount: row.json("discount")?,
        notes: row.text_opt("notes")?,
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
        supply: PlaceOfSupply {
            state: row.text("supply_state")?,
            reason: row.text("supply_reason")?,
            interstate: row.get("interstate")?,
        },
        buyer: Buyer {
            name: row.text("buyer_name")?,
            address: row.get("buyer_address")?,
            gstin: row.text_opt("buyer_gstin")?,
        },
        paid: row.money("paid")?,
        credited: row.money("credited")?,
        entry: row.id("entry_id", EntryId::new)?,
        issued_at: row.instant("issued_at")?,
        cancelled_at: row.instant_opt("cancelled_at")?,
        cancel_reason: row.text_opt("cancel_reason")?,
        created_at: row.instant("created_at")?,
        updated_at: row.instant("updated_at")?,
        version: row.get("version")?,
    })
}

pub(crate) fn line(row: &Row) -> Result<(Uuid, Line), Unreadable> {
    let line = Line {
        product: row.id_opt("product_id", ProductId::new)?,
        name: row.text("name")?,
        unit: row.text("unit")?,
        quantity: row.quantity("quantity")?,
        price: row.money_opt("price")?,
        price_given: row.get("price_given")?,
        price_includes_tax: row.get("price_includes_tax")?,
        hsn: row.get("hsn")?,
        rate_bp: row.small("rate_bp")?,
        cess_bp: row.small("cess_bp")?,
        discount: row.json("discount")?,
        amounts: Amounts {
            gross: row.money("gross")?,
            discount: row.money("discounted")?,
            taxable: row.money("taxable")?,
            cgst: row.money("cgst")?,
            sgst: row.money("sgst")?,
            igst: row.money("igst")?,
            cess: row.money("cess")?,
            total: row.money("total")?,
        },
    };
    Ok((row.get("invoice_id")?, line))
}

fn values(invoice: &Invoice) -> Result<Vec<Value>, StoreError> {
    let totals = &invoice.totals;
    Ok(vec![
        id(invoice.tenant.uuid()),
        id(invoice.id.uuid()),
        id(invoice.customer.uuid()),
        id_opt(invoice.draft.map(DraftId::uuid)),
        text(invoice.number.as_str()),
        text(invoice.series.as_str()),
        int(invoice.financial_year.start_year().into()),
        word(&invoice.status)?,
        date(invoice.date),
        truth(invoice.with_gst),
        json(&invoice.discount)?,
        text_opt(invoice.notes.as_ref()),
        money(totals.subtotal),
        money(totals.discount),
        money(totals.taxable),
        money(totals.cgst),
        money(totals.sgst),
        money(totals.igst),
        money(totals.cess),
        money(totals.round_off),
        money(totals.total),
        word(&invoice.supply.state)?,
        word(&invoice.supply.reason)?,
        truth(invoice.supply.interstate),
        text(&invoice.buyer.name),
        text_opt(invoice.buyer.address.as_ref()),
        text_opt(invoice.buyer.gstin.as_ref().map(|g| g.as_str())),
        money(invoice.paid),
        money(invoice.credited),
        id(invoice.entry.uuid()),
        instant(invoice.issued_at),
        instant_opt(invoice.cancelled_at),
        text_opt(invoice.cancel_reason.as_ref()),
        instant(invoice.created_at),
        instant(invoice.updated_at),
        int(invoice.version),
    ])
}

fn line_values(invoice: &Invoice, position: usize, line: &Line) -> Result<[Value; 22], StoreError> {
    let position = i64::try_from(position).map_err(|_| StoreError::Corrupt { what: "invoice line" })?;
    let amounts = &line.amounts;
    Ok([
        id(invoice.tenant.uuid()),
        id(invoice.id.uuid()),
        int(position),
        id_opt(line.product.map(ProductId::uuid)),
        text(&line.name),
        text(line.unit.as_str()),
        quantity(line.quantity),
        money_opt(line.price),
        truth(line.price_given),
        truth(line.price_includes_tax),
        text_opt(line.hsn.as_ref()),
        int(line.rate_bp.into()),
        int(line.cess_bp.into()),
        json(&line.discount)?,
        money(amounts.gross),
        money(amounts.discount),
        money(amounts.taxable),
        money(amounts.cgst),
        money(amounts.sgst),
        money(amounts.igst),
        money(amounts.cess),
        money(amounts.total),
    ])
}

/// Gives invoices their lines. Lines never change, so a second statement sees the same ones.
pub(crate) async fn with_lines(
    db: &impl Ask,
    tenant: TenantId,
    mut invoices: Vec<Invoice>,
) -> Result<Vec<Invoice>, StoreError> {
    if invoices.is_empty() {
        return Ok(invoices);
    }
    let sql = format!(
        "SELECT {LINE} FROM invoice_line WHERE tenant_id = $1 AND invoice_id IN ({}) ORDER BY invoice_id, position",
        places(2, invoices.len())
    );
    let values = std::iter::once(id(tenant.uuid()))
        .chain(invoices.iter().map(|i| id(i.id.uuid())))
        .collect();
    for (owner, line) in db.all(&LINE_SHAPE, sql, values).await? {
        if let Some(invoice) = invoices.iter_mut().find(|i| i.id.uuid() == owner) {
            invoice.lines.push(line);
        }
    }
    Ok(invoices)
}

#[async_trait]
impl InvoiceRepository for Unit {
    async fn lock(&mut self, tenant: TenantId, invoice: InvoiceId) -> Result<Option<Invoice>, StoreError> {
        let end = self.for_update();
        let sql = format!("SELECT {COLUMNS} FROM invoice WHERE tenant_id = $1 AND id = $2{end}");
        let found = self
            .all(&SHAPE, sql, vec![id(tenant.uuid()), id(invoice.uuid())])
            .await?;
        Ok(with_lines(self, tenant, found).await?.pop())
    }

    async fn insert(&mut self, invoice: &Invoice) -> Result<(), StoreError> {
        self.run(insert("invoice", COLUMNS), values(invoice)?).await?;
        if invoice.lines.is_empty() {
            return Ok(());
        }
        let mut values = Vec::with_capacity(invoice.lines.len() * 22);
        for (position, line) in invoice.lines.iter().enumerate() {
            values.extend(line_values(invoice, position, line)?);
        }
        self.run(insert_many("invoice_line", LINE, invoice.lines.len()), values)
            .await
            .map(|_| ())
    }

    async fn update(&mut self, invoice: &Invoice, was: i64) -> Result<(), StoreError> {
        let sql = "UPDATE invoice SET status = $3, cancelled_at = $4, cancel_reason = $5, paid = $6, credited = $7, \
             updated_at = $8, version = $9 WHERE tenant_id = $1 AND id = $2 AND version = $10";
        let values = vec![
            id(invoice.tenant.uuid()),
            id(invoice.id.uuid()),
            word(&invoice.status)?,
            instant_opt(invoice.cancelled_at),
            text_opt(invoice.cancel_reason.as_ref()),
            money(invoice.paid),
            money(invoice.credited),
            instant(invoice.updated_at),
            int(invoice.version),
            int(was),
        ];
        self.run_if_unchanged(sql, values).await
    }

    async fn open_of(
        &mut self,
        tenant: TenantId,
        customer: CustomerId,
        limit: u32,
    ) -> Result<Vec<OpenInvoiceRow>, StoreError> {
        let sql = "SELECT id, total - paid - credited AS open FROM invoice \
             WHERE tenant_id = $1 AND customer_id = $2 AND status = 'issued' AND paid + credited < total \
             ORDER BY bill_date, id LIMIT $3";
        let values = vec![id(tenant.uuid()), id(customer.uuid()), int(limit.into())];
        self.all(&OPEN, sql, values).await
    }

    async fn add_paid(
        &mut self,
        tenant: TenantId,
        invoice: InvoiceId,
        paid: Money,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        // Nothing is paid beyond the total or taken back beyond what was paid.
        let sql = "UPDATE invoice SET paid = paid + $3, updated_at = $4 \
             WHERE tenant_id = $1 AND id = $2 AND status = 'issued' AND paid + $3 >= 0 \
             AND ($3 < 0 OR paid + credited + $3 <= total)";
        let values = vec![id(tenant.uuid()), id(invoice.uuid()), money(paid), instant(at)];
        match self.run(sql, values).await? {
            0 => Err(StoreError::Corrupt {
                what: "a payment on an invoice that does not take it",
            }),
            _ => Ok(()),
        }
    }
}
