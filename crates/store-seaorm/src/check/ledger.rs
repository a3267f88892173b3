//! Customers, entries and payments as they are stored.

use super::{STRAYS_MAX, View};
use crate::row::{Row, Shape, Unreadable};
use crate::sql::Ask;
use crate::values::{id, int};
use async_trait::async_trait;
use execora_kernel::{CustomerId, EntryId, InvoiceId, PaymentId, StoreError, TenantId};
use execora_usecases::check::{
    AllocationFacts, CustomerFacts, EntryFacts, LedgerView, Part, PaymentFacts, PaymentStub, PostingFacts,
    Strays,
};
use std::collections::BTreeMap;
use uuid::Uuid;

const ENTRY: &str = "SELECT id, kind, effective_on, recorded_at, customer_id, document, reverses, reversed_by \
    FROM journal_entry";

const POSTING: &str = "SELECT entry_id, position, account, customer_id, amount FROM posting";

const PAYMENT: &str =
    "SELECT id, customer_id, amount, mode, received_at, created_at, entry_id, status FROM payment";

const ALLOCATION: &str = "SELECT payment_id, position, invoice_id, amount FROM payment_allocation";

const CUSTOMER_SHAPE: Shape<CustomerFacts> = Shape {
    what: "customer",
    read: |row| {
        Ok(CustomerFacts {
            id: row.id("id", CustomerId::new)?,
            balance: row.money("balance")?,
        })
    },
};

const ENTRY_SHAPE: Shape<EntryFacts> = Shape {
    what: "journal entry",
    read: entry,
};

const POSTING_SHAPE: Shape<(Uuid, PostingFacts)> = Shape {
    what: "posting",
    read: |row| {
        let posting = PostingFacts {
            account: row.get("account")?,
            customer: row.id_opt("customer_id", CustomerId::new)?,
            amount: row.money("amount")?,
        };
        Ok((row.get("entry_id")?, posting))
    },
};

const PAYMENT_SHAPE: Shape<PaymentFacts> = Shape {
    what: "payment",
    read: payment,
};

pub(super) const ALLOCATION_SHAPE: Shape<AllocationFacts> = Shape {
    what: "payment allocation",
    read: |row| {
        Ok(AllocationFacts {
            payment: row.id("payment_id", PaymentId::new)?,
            invoice: row.id("invoice_id", InvoiceId::new)?,
            amount: row.money("amount")?,
        })
    },
};

const PAYMENT_STUB: Shape<PaymentStub> = Shape {
    what: "payment",
    read: |row| {
        Ok(PaymentStub {
            id: row.id("id", PaymentId::new)?,
            entry: row.id("entry_id", EntryId::new)?,
        })
    },
};

const ID: Shape<Uuid> = Shape {
    what: "id",
    read: |row| row.get("id"),
};

fn entry(row: &Row) -> Result<EntryFacts, Unreadable> {
    Ok(EntryFacts {
        id: row.id("id", EntryId::new)?,
        kind: row.get("kind")?,
        effective_on: row.get("effective_on").ok(),
        recorded_at: row.instant("recorded_at").ok(),
        customer: row.id_opt("customer_id", CustomerId::new)?,
        document: row.get("document")?,
        postings: Vec::new(),
        reverses: row.id_opt("reverses", EntryId::new)?,
        reversed_by: row.id_opt("reversed_by", EntryId::new)?,
    })
}

fn payment(row: &Row) -> Result<PaymentFacts, Unreadable> {
    Ok(PaymentFacts {
        id: row.id("id", PaymentId::new)?,
        customer: row.id("customer_id", CustomerId::new)?,
        amount: row.money("amount")?,
        mode: row.get("mode")?,
        reversed: row.get::<String>("status")? == "reversed",
        received_at: row.instant("received_at").ok(),
        created_at: row.instant("created_at").ok(),
        entry: row.id("entry_id", EntryId::new)?,
        allocations: Vec::new(),
    })
}

impl View {
    async fn with_postings(
        &self,
        tenant: TenantId,
        mut entries: Vec<EntryFacts>,
    ) -> Result<Vec<EntryFacts>, StoreError> {
        let ids = entries.iter().map(|entry| entry.id.uuid());
        let postings = self
            .named(&POSTING_SHAPE, (POSTING, "entry_id"), tenant, ids)
            .await?;
        let mut by_entry: BTreeMap<Uuid, Vec<PostingFacts>> = BTreeMap::new();
        for (owner, posting) in postings {
            by_entry.entry(owner).or_default().push(posting);
        }
        for entry in &mut entries {
            entry.postings = by_entry.remove(&entry.id.uuid()).unwrap_or_default();
        }
        Ok(entries)
    }

    /// The ids that `sql` selects as `id`.
    async fn ids(&self, tenant: TenantId, sql: &str) -> Result<Vec<Uuid>, StoreError> {
        self.all(&ID, sql, vec![id(tenant.uuid()), int(STRAYS_MAX)]).await
    }
}

#[async_trait]
impl LedgerView for View {
    async fn customers(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<CustomerFacts>, StoreError> {
        let select = "SELECT id, balance FROM customer";
        self.part(&CUSTOMER_SHAPE, select, "id", (tenant, wanted)).await
    }

    async fn entries(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<EntryFacts>, StoreError> {
        let entries = self.part(&ENTRY_SHAPE, ENTRY, "id", (tenant, wanted)).await?;
        self.with_postings(tenant, entries).await
    }

    async fn entries_named(
        &mut self,
        tenant: TenantId,
        ids: &[EntryId],
    ) -> Result<Vec<EntryFacts>, StoreError> {
        let ids = ids.iter().map(|id| id.uuid());
        let entries = self.named(&ENTRY_SHAPE, (ENTRY, "id"), tenant, ids).await?;
        self.with_postings(tenant, entries).await
    }

    async fn reversed_of(&mut self, tenant: TenantId, ids: &[EntryId]) -> Result<Vec<EntryId>, StoreError> {
        let select = "SELECT reverses AS id FROM journal_entry";
        let ids = ids.iter().map(|id| id.uuid());
        let reversed = self.named(&ID, (select, "reverses"), tenant, ids).await?;
        Ok(reversed.into_iter().map(EntryId::new).collect())
    }

    async fn payments(&mut self, tenant: TenantId, wanted: Part) -> Result<Vec<PaymentFacts>, StoreError> {
        let mut payments = self.part(&PAYMENT_SHAPE, PAYMENT, "id", (tenant, wanted)).await?;
        let ids = payments.iter().map(|payment| payment.id.uuid());
        let parts = self
            .named(&ALLOCATION_SHAPE, (ALLOCATION, "payment_id"), tenant, ids)
            .await?;
        let mut by_payment: BTreeMap<PaymentId, Vec<AllocationFacts>> = BTreeMap::new();
        for part in parts {
            by_payment.entry(part.payment).or_default().push(part);
        }
        for payment in &mut payments {
            payment.allocations = by_payment.remove(&payment.id).unwrap_or_default();
        }
        Ok(payments)
    }

    async fn payments_named(
        &mut self,
        tenant: TenantId,
        ids: &[PaymentId],
    ) -> Result<Vec<PaymentStub>, StoreError> {
        let select = "SELECT id, entry_id FROM payment";
        let ids = ids.iter().map(|id| id.uuid());
        self.named(&PAYMENT_STUB, (select, "id"), tenant, ids).await
    }

    async fn strays(&mut self, tenant: TenantId) -> Result<Strays, StoreError> {
        let entries = "SELECT DISTINCT p.entry_id AS id FROM posting p WHERE p.tenant_id = $1 AND NOT EXISTS \
             (SELECT 1 FROM journal_entry e WHERE e.tenant_id = p.tenant_id AND e.id = p.entry_id) LIMIT $2";
        let invoices = "SELECT DISTINCT l.invoice_id AS id FROM invoice_line l WHERE l.tenant_id = $1 AND NOT EXISTS \
             (SELECT 1 FROM invoice i WHERE i.tenant_id = l.tenant_id AND i.id = l.invoice_id) LIMIT $2";
        let payments = "SELECT DISTINCT a.payment_id AS id FROM payment_allocation a WHERE a.tenant_id = $1 AND NOT EXISTS \
             (SELECT 1 FROM payment p WHERE p.tenant_id = a.tenant_id AND p.id = a.payment_id) LIMIT $2";
        let of = |ids: Vec<Uuid>| ids.into_iter();
        Ok(Strays {
            entries: of(self.ids(tenant, entries).await?).map(EntryId::new).collect(),
            invoices: of(self.ids(tenant, invoices).await?)
                .map(InvoiceId::new)
                .collect(),
            payments: of(self.ids(tenant, payments).await?)
                .map(PaymentId::new)
                .collect(),
        })
    }
}
