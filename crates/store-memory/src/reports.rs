//! What the books come to over days.

use crate::{state::State, store::MemoryStore};
use async_trait::async_trait;
use chrono::NaiveDate;
use execora_kernel::{CustomerId, InvoiceId, Money, StoreError, TenantId};
use execora_ledger::{Account, Entry, EntryKind, PaymentMode};
use execora_usecases::{
    ports::ReportQueries,
    reports::{StatementEntries, StatementEntry, Summary},
};

const OUT_OF_RANGE: StoreError = StoreError::Corrupt {
    what: "a sum out of range",
};

#[async_trait]
impl ReportQueries for MemoryStore {
    async fn summary(&self, tenant: TenantId, from: NaiveDate, to: NaiveDate) -> Result<Summary, StoreError> {
        let state = self.state();
        let stands =
            |entry: &&Entry| entry.reversed_by.is_none() && (from..=to).contains(&entry.effective_on);
        let entries: Vec<&Entry> = state.entries.of(tenant).filter(stands).collect();
        let sum = |kind: EntryKind, account: Account| {
            let of_kind = entries.iter().filter(|entry| entry.kind == kind);
            let postings = of_kind.flat_map(|entry| &entry.postings);
            let fitting = postings.filter(|posting| posting.account == account);
            Money::sum(fitting.map(|posting| posting.amount)).ok_or(OUT_OF_RANGE)
        };
        let mut collections = Vec::new();
        for mode in PaymentMode::ALL {
            let came = sum(EntryKind::Payment, mode.account())?;
            if came != Money::ZERO {
                collections.push((mode, came));
            }
        }
        let bills = entries.iter().filter(|entry| entry.kind == EntryKind::Invoice);
        Ok(Summary {
            from,
            to,
            sales: sum(EntryKind::Invoice, Account::Receivable)?,
            invoices: u64::try_from(bills.count()).map_err(|_| OUT_OF_RANGE)?,
            collections,
            credit: sum(EntryKind::Credit, Account::Receivable)?,
        })
    }

    async fn statement(
        &self,
        tenant: TenantId,
        customer: CustomerId,
        (from, to): (Option<NaiveDate>, NaiveDate),
        limit: u16,
    ) -> Result<StatementEntries, StoreError> {
        let state = self.state();
        let theirs = |entry: &&Entry| entry.customer == Some(customer) && entry.effective_on <= to;
        let mut entries: Vec<&Entry> = state.entries.of(tenant).filter(theirs).collect();
        entries.sort_by_key(|entry| (entry.effective_on, entry.id));
        let mut moved = Vec::with_capacity(entries.len());
        for entry in entries {
            moved.push((entry, entry.owed_change(customer).ok_or(OUT_OF_RANGE)?));
        }
        let closing = Money::sum(moved.iter().map(|(_, amount)| *amount)).ok_or(OUT_OF_RANGE)?;
        moved.retain(|(entry, _)| from.is_none_or(|from| entry.effective_on >= from));
        let last = moved.len().saturating_sub(usize::from(limit));
        let entries = moved
            .drain(last..)
            .map(|(entry, amount)| state.statement_entry(entry, amount))
            .collect();
        Ok(StatementEntries { closing, entries })
    }
}

impl State {
    fn statement_entry(&self, entry: &Entry, amount: Money) -> StatementEntry {
        let bill = entry
            .document
            .as_deref()
            .and_then(|document| document.parse::<InvoiceId>().ok())
            .and_then(|id| self.invoices.get(entry.tenant, &id));
        StatementEntry {
            entry: entry.id,
            on: entry.effective_on,
            kind: entry.kind,
            document_number: bill.map(|bill| bill.number.as_str().to_owned()),
            description: entry.description.clone(),
            amount,
            reverses: entry.reverses,
        }
    }
}
