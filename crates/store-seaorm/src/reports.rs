//! What the books come to over days.

use crate::reader::{Connection, Reader};
use crate::row::{Row, Shape, Unreadable};
use crate::sql::{Ask, places};
use crate::values::{date, date_opt, id, int};
use async_trait::async_trait;
use chrono::NaiveDate;
use execora_kernel::{CustomerId, EntryId, InvoiceId, Money, StoreError, TenantId};
use execora_ledger::{Account, EntryKind, PaymentMode};
use execora_usecases::ports::ReportQueries;
use execora_usecases::reports::{StatementEntries, StatementEntry, Summary};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What entries of one kind put on one account, and by how many postings.
struct Sum {
    kind: EntryKind,
    account: Account,
    amount: Money,
    postings: u64,
}

const SUM: Shape<Sum> = Shape {
    what: "journal entry",
    read: |row| {
        Ok(Sum {
            kind: row.text("kind")?,
            account: row.text("account")?,
            amount: row.money("amount")?,
            postings: row.small("postings")?,
        })
    },
};

/// What was owed at the end, with at most one of the entries and the document that caused it.
type Moved = (Money, Option<(StatementEntry, Option<InvoiceId>)>);

const MOVED: Shape<Moved> = Shape {
    what: "journal entry",
    read: moved,
};

const NUMBER: Shape<(Uuid, String)> = Shape {
    what: "invoice",
    read: |row| Ok((row.get("id")?, row.get("number")?)),
};

fn moved(row: &Row) -> Result<Moved, Unreadable> {
    let closing = row.money("closing")?;
    let Some(entry) = row.id_opt("id", EntryId::new)? else {
        return Ok((closing, None));
    };
    let document: Option<String> = row.get("document")?;
    let entry = StatementEntry {
        entry,
        on: row.get("effective_on")?,
        kind: row.text("kind")?,
        document_number: None,
        description: row.get("description")?,
        amount: row.money("amount")?,
        reverses: row.id_opt("reverses", EntryId::new)?,
    };
    let bill = document.and_then(|document| document.parse().ok());
    Ok((closing, Some((entry, bill))))
}

impl<C: Connection> Reader<C> {
    /// The numbers of bills, which never change once they are issued.
    async fn bill_numbers(
        &self,
        tenant: TenantId,
        bills: &[InvoiceId],
    ) -> Result<BTreeMap<Uuid, String>, StoreError> {
        if bills.is_empty() {
            return Ok(BTreeMap::new());
        }
        let sql = format!(
            "SELECT id, number FROM invoice WHERE tenant_id = $1 AND id IN ({})",
            places(2, bills.len())
        );
        let values = std::iter::once(tenant.uuid())
            .chain(bills.iter().map(|bill| bill.uuid()))
            .map(id);
        Ok(self
            .all(&NUMBER, sql, values.collect())
            .await?
            .into_iter()
            .collect())
    }
}

#[async_trait]
impl<C: Connection> ReportQueries for Reader<C> {
    async fn summary(&self, tenant: TenantId, from: NaiveDate, to: NaiveDate) -> Result<Summary, StoreError> {
        let sql = "SELECT e.kind, p.account, CAST(SUM(p.amount) AS BIGINT) AS amount, COUNT(*) AS postings \
             FROM journal_entry e JOIN posting p ON p.tenant_id = e.tenant_id AND p.entry_id = e.id \
             WHERE e.tenant_id = $1 AND e.effective_on >= $2 AND e.effective_on <= $3 AND e.reversed_by IS NULL \
             AND e.kind IN ('invoice', 'payment', 'credit') GROUP BY e.kind, p.account";
        let values = vec![id(tenant.uuid()), date(from), date(to)];
        let mut summary = Summary {
            from,
            to,
            sales: Money::ZERO,
            invoices: 0,
            collections: Vec::new(),
            credit: Money::ZERO,
        };
        for sum in self.all(&SUM, sql, values).await? {
            match (sum.kind, sum.account) {
                // What the customer owes for it is one posting of every bill.
                (EntryKind::Invoice, Account::Receivable) => {
                    (summary.sales, summary.invoices) = (sum.amount, sum.postings);
                }
                (EntryKind::Credit, Account::Receivable) => summary.credit = sum.amount,
                (EntryKind::Payment, account) => {
                    let mode = PaymentMode::ALL
                        .into_iter()
                        .find(|mode| mode.account() == account);
                    summary.collections.extend(mode.map(|mode| (mode, sum.amount)));
                }
                _ => {}
            }
        }
        let place = |mode: PaymentMode| PaymentMode::ALL.into_iter().position(|one| one == mode);
        summary.collections.sort_by_key(|(mode, _)| place(*mode));
        Ok(summary)
    }

    async fn statement(
        &self,
        tenant: TenantId,
        customer: CustomerId,
        (from, to): (Option<NaiveDate>, NaiveDate),
        limit: u16,
    ) -> Result<StatementEntries, StoreError> {
        // One statement, so that what is owed at the end and what moved it are of one moment.
        let sql = "WITH moved AS (SELECT e.id, e.kind, e.effective_on, e.document, e.description, e.reverses, \
                 CAST(SUM(p.amount) AS BIGINT) AS amount \
                 FROM journal_entry e JOIN posting p ON p.tenant_id = e.tenant_id AND p.entry_id = e.id \
                 AND p.customer_id = e.customer_id \
                 WHERE e.tenant_id = $1 AND e.customer_id = $2 AND e.effective_on <= $4 \
                 GROUP BY e.id, e.kind, e.effective_on, e.document, e.description, e.reverses), \
             shown AS (SELECT * FROM moved WHERE effective_on >= COALESCE($3, effective_on) ORDER BY effective_on DESC, id DESC LIMIT $5) \
             SELECT owed.closing, shown.* \
             FROM (SELECT CAST(COALESCE(SUM(amount), 0) AS BIGINT) AS closing FROM moved) owed \
             LEFT JOIN shown ON TRUE ORDER BY shown.effective_on, shown.id";
        let values = vec![
            id(tenant.uuid()),
            id(customer.uuid()),
            date_opt(from),
            date(to),
            int(limit.into()),
        ];
        let rows = self.all(&MOVED, sql, values).await?;
        let closing = rows.first().map_or(Money::ZERO, |(closing, _)| *closing);
        let moved: Vec<_> = rows.into_iter().filter_map(|(_, entry)| entry).collect();
        let bills: Vec<InvoiceId> = moved.iter().filter_map(|(_, bill)| *bill).collect();
        let numbers = self.bill_numbers(tenant, &bills).await?;
        let numbered = |(entry, bill): (StatementEntry, Option<InvoiceId>)| StatementEntry {
            document_number: bill.and_then(|bill| numbers.get(&bill.uuid()).cloned()),
            ..entry
        };
        let entries = moved.into_iter().map(numbered).collect();
        Ok(StatementEntries { closing, entries })
    }
}
