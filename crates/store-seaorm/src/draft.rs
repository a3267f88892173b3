//! Bills before they are issued.

use crate::row::{Row, Shape, Unreadable};
use crate::sql::{Ask, insert};
use crate::unit::Unit;
use crate::values::{date_opt, id, id_opt, instant, int, json, text_opt, truth, word};
use async_trait::async_trait;
use execora_invoice::{Draft, DraftRepository};
use execora_kernel::{CustomerId, DraftId, InvoiceId, SessionId, StoreError, TenantId};
use sea_orm::Value;

pub(crate) const COLUMNS: &str = "tenant_id, id, customer_id, lines, with_gst, interstate, discount, notes, bill_date, \
    totals, status, session_id, invoice_id, created_at, updated_at, version";

pub(crate) const SHAPE: Shape<Draft> = Shape {
    what: "draft",
    read: draft,
};

fn draft(row: &Row) -> Result<Draft, Unreadable> {
    Ok(Draft {
        id: row.id("id", DraftId::new)?,
        tenant: row.id("tenant_id", TenantId::new)?,
        customer: row.id_opt("customer_id", CustomerId::new)?,
        lines: row.json("lines")?,
        with_gst: row.get("with_gst")?,
        interstate: row.get("interstate")?,
        discount: row.json("discount")?,
        notes: row.text_opt("notes")?,
        date: row.get("bill_date")?,
        totals: row.json("totals")?,
        status: row.text("status")?,
        session: row.id_opt("session_id", SessionId::new)?,
        invoice: row.id_opt("invoice_id", InvoiceId::new)?,
        created_at: row.instant("created_at")?,
        updated_at: row.instant("updated_at")?,
        version: row.get("version")?,
    })
}

fn values(draft: &Draft) -> Result<Vec<Value>, StoreError> {
    Ok(vec![
        id(draft.tenant.uuid()),
        id(draft.id.uuid()),
        id_opt(draft.customer.map(CustomerId::uuid)),
        json(&draft.lines)?,
        truth(draft.with_gst),
        truth(draft.interstate),
        json(&draft.discount)?,
        text_opt(draft.notes.as_ref()),
        date_opt(draft.date),
        json(&draft.totals)?,
        word(&draft.status)?,
        id_opt(draft.session.map(SessionId::uuid)),
        id_opt(draft.invoice.map(InvoiceId::uuid)),
        instant(draft.created_at),
        instant(draft.updated_at),
        int(draft.version),
    ])
}

pub(crate) async fn find(
    db: &impl Ask,
    tenant: TenantId,
    draft: DraftId,
    end: &str,
) -> Result<Option<Draft>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM draft WHERE tenant_id = $1 AND id = $2{end}");
    db.one(&SHAPE, sql, vec![id(tenant.uuid()), id(draft.uuid())])
        .await
}

#[async_trait]
impl DraftRepository for Unit {
    async fn lock(&mut self, tenant: TenantId, id: DraftId) -> Result<Option<Draft>, StoreError> {
        let end = self.for_update();
        find(self, tenant, id, end).await
    }

    async fn insert(&mut self, draft: &Draft) -> Result<(), StoreError> {
        self.run(insert("draft", COLUMNS), values(draft)?)
            .await
            .map(|_| ())
    }

    async fn update(&mut self, draft: &Draft, was: i64) -> Result<(), StoreError> {
        let mut values = values(draft)?;
        values.push(int(was));
        let sql = "UPDATE draft SET customer_id = $3, lines = $4, with_gst = $5, interstate = $6, discount = $7, \
             notes = $8, bill_date = $9, totals = $10, status = $11, session_id = $12, invoice_id = $13, \
             created_at = $14, updated_at = $15, version = $16 WHERE tenant_id = $1 AND id = $2 AND version = $17";
        self.run_if_unchanged(sql, values).await
    }
}
