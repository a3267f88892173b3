//! Payments with the invoices they settle.
//!
//! A payment loses what it settles when it is taken back, so both are read in one statement: two could see different moments.

use crate::row::{Row, Shape, Unreadable};
use crate::sql::{Ask, Filter, insert, insert_many};
use crate::unit::Unit;
use crate::values::{id, instant, int, money, text, text_opt, word};
use async_trait::async_trait;
use execora_kernel::{CustomerId, EntryId, InvoiceId, Page, PageRequest, PaymentId, StoreError, TenantId};
use execora_ledger::{Allocation, Payment, PaymentRepository};
use sea_orm::Value;

const COLUMNS: &str = "tenant_id, id, customer_id, amount, mode, received_at, reference, entry_id, status, created_at, \
    updated_at, version";

const ALLOCATION: &str = "tenant_id, payment_id, position, invoice_id, amount";

/// A payment with at most one of its allocations: a row of the joined answer.
const SHAPE: Shape<Payment> = Shape {
    what: "payment",
    read: payment,
};

fn payment(row: &Row) -> Result<Payment, Unreadable> {
    let mut allocations = Vec::new();
    if let Some(invoice) = row.id_opt("settled_invoice", InvoiceId::new)? {
        let amount = row.money("settled_amount")?;
        allocations.push(Allocation { invoice, amount });
    }
    Ok(Payment {
        id: row.id("id", PaymentId::new)?,
        tenant: row.id("tenant_id", TenantId::new)?,
        customer: row.id("customer_id", CustomerId::new)?,
        amount: row.money("amount")?,
        mode: row.text("mode")?,
        allocations,
        received_at: row.instant("received_at")?,
        reference: row.text_opt("reference")?,
        entry: row.id("entry_id", EntryId::new)?,
        status: row.text("status")?,
        created_at: row.instant("created_at")?,
        updated_at: row.instant("updated_at")?,
        version: row.get("version")?,
    })
}

/// The payments that `inner` selects, each with all its allocations, newest first.
async fn joined(db: &impl Ask, inner: &str, values: Vec<Value>) -> Result<Vec<Payment>, StoreError> {
    let sql = format!(
        "SELECT p.*, a.invoice_id AS settled_invoice, a.amount AS settled_amount FROM ({inner}) p \
         LEFT JOIN payment_allocation a ON a.tenant_id = p.tenant_id AND a.payment_id = p.id \
         ORDER BY p.id DESC, a.position"
    );
    let mut payments: Vec<Payment> = Vec::new();
    for row in db.all(&SHAPE, sql, values).await? {
        match payments.last_mut() {
            Some(last) if last.id == row.id => last.allocations.extend(row.allocations),
            _ => payments.push(row),
        }
    }
    Ok(payments)
}

pub(crate) async fn list(
    db: &impl Ask,
    tenant: TenantId,
    customer: Option<CustomerId>,
    page: PageRequest,
) -> Result<Page<Payment>, StoreError> {
    let mut filter = Filter::new("tenant_id", id(tenant.uuid()));
    filter.and_if("customer_id = ?", customer.map(CustomerId::uuid).map(id));
    filter.and_if("id < ?", page.after.map(id));
    let inner = filter.newest(&format!("SELECT {COLUMNS} FROM payment"), page);
    let rows = joined(db, &inner, filter.values).await?;
    Ok(Page::from_rows(rows, page.limit, |p| p.id.uuid()))
}

impl Unit {
    async fn insert_allocations(&self, payment: &Payment) -> Result<(), StoreError> {
        if payment.allocations.is_empty() {
            return Ok(());
        }
        let mut values = Vec::with_capacity(payment.allocations.len() * 5);
        for (position, part) in (0_i64..).zip(&payment.allocations) {
            values.extend([
                id(payment.tenant.uuid()),
                id(payment.id.uuid()),
                int(position),
                id(part.invoice.uuid()),
                money(part.amount),
            ]);
        }
        let sql = insert_many("payment_allocation", ALLOCATION, payment.allocations.len());
        self.run(sql, values).await.map(|_| ())
    }
}

#[async_trait]
impl PaymentRepository for Unit {
    async fn find(&mut self, tenant: TenantId, payment: PaymentId) -> Result<Option<Payment>, StoreError> {
        let inner = format!("SELECT {COLUMNS} FROM payment WHERE tenant_id = $1 AND id = $2");
        let values = vec![id(tenant.uuid()), id(payment.uuid())];
        Ok(joined(self, &inner, values).await?.pop())
    }

    async fn find_by_entry(
        &mut self,
        tenant: TenantId,
        entry: EntryId,
    ) -> Result<Option<Payment>, StoreError> {
        let inner = format!("SELECT {COLUMNS} FROM payment WHERE tenant_id = $1 AND entry_id = $2");
        let values = vec![id(tenant.uuid()), id(entry.uuid())];
        Ok(joined(self, &inner, values).await?.pop())
    }

    async fn settling(&mut self, tenant: TenantId, invoice: InvoiceId) -> Result<Vec<Payment>, StoreError> {
        let inner = format!(
            "SELECT {COLUMNS} FROM payment WHERE tenant_id = $1 AND id IN \
             (SELECT payment_id FROM payment_allocation WHERE tenant_id = $1 AND invoice_id = $2)"
        );
        joined(self, &inner, vec![id(tenant.uuid()), id(invoice.uuid())]).await
    }

    async fn insert(&mut self, payment: &Payment) -> Result<(), StoreError> {
        let values = vec![
            id(payment.tenant.uuid()),
            id(payment.id.uuid()),
            id(payment.customer.uuid()),
            money(payment.amount),
            text(payment.mode.as_str()),
            instant(payment.received_at),
            text_opt(payment.reference.as_ref()),
            id(payment.entry.uuid()),
            word(&payment.status)?,
            instant(payment.created_at),
            instant(payment.updated_at),
            int(payment.version),
        ];
        self.run(insert("payment", COLUMNS), values).await?;
        self.insert_allocations(payment).await
    }

    async fn update(&mut self, payment: &Payment, was: i64) -> Result<(), StoreError> {
        let sql = "UPDATE payment SET status = $3, updated_at = $4, version = $5 \
             WHERE tenant_id = $1 AND id = $2 AND version = $6";
        let key = vec![id(payment.tenant.uuid()), id(payment.id.uuid())];
        let mut values = key.clone();
        values.extend([
            word(&payment.status)?,
            instant(payment.updated_at),
            int(payment.version),
            int(was),
        ]);
        self.run_if_unchanged(sql, values).await?;
        let sql = "DELETE FROM payment_allocation WHERE tenant_id = $1 AND payment_id = $2";
        self.run(sql, key).await?;
        self.insert_allocations(payment).await
    }
}
