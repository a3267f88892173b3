//! Journal entries, and the balances that follow them.

use crate::{state::State, store::MemoryStore, unit::Unit};
use async_trait::async_trait;
use execora_kernel::{CustomerId, EntryId, Money, Page, PageRequest, PaymentId, StoreError, TenantId};
use execora_ledger::{Entry, EntryFilter, KhataRow, LedgerQueries, LedgerRepository, Payment};
use std::collections::BTreeMap;

const OUT_OF_RANGE: StoreError = StoreError::Corrupt {
    what: "a sum out of range",
};

impl State {
    fn append(&mut self, entry: &Entry) -> Result<Option<Money>, StoreError> {
        if let Some(reversed) = entry.reverses {
            let reversed = self.entries.get_mut(entry.tenant, &reversed);
            let reversed = reversed.ok_or(StoreError::Corrupt {
                what: "a reversal of an entry that does not exist",
            })?;
            if reversed.reversed_by.is_some() {
                return Err(StoreError::Duplicate);
            }
            reversed.reversed_by = Some(entry.id);
        }
        self.entries.insert(entry.tenant, entry.id, entry.clone())?;
        self.move_balances(entry)?;
        let customer = entry.customer.and_then(|id| self.customer(entry.tenant, id));
        Ok(customer.map(|customer| customer.balance))
    }

    fn move_balances(&mut self, entry: &Entry) -> Result<(), StoreError> {
        let mut owed: BTreeMap<CustomerId, Money> = BTreeMap::new();
        for posting in &entry.postings {
            if let Some(customer) = posting.customer {
                let sum = owed.entry(customer).or_default();
                *sum = sum.plus(posting.amount).ok_or(OUT_OF_RANGE)?;
            }
        }
        for (id, more) in owed {
            let numbered = self.customers.get_mut(entry.tenant, &id);
            let customer = &mut numbered
                .ok_or(StoreError::Corrupt {
                    what: "a posting of a customer that does not exist",
                })?
                .row;
            customer.balance = customer.balance.plus(more).ok_or(OUT_OF_RANGE)?;
            customer.updated_at = entry.recorded_at;
        }
        Ok(())
    }
}

#[async_trait]
impl LedgerRepository for Unit {
    async fn find(&mut self, tenant: TenantId, id: EntryId) -> Result<Option<Entry>, StoreError> {
        self.act(|state| Ok(state.entries.get(tenant, &id).cloned()))
    }

    async fn append(&mut self, entry: &Entry) -> Result<Option<Money>, StoreError> {
        self.act(|state| state.append(entry))
    }
}

#[async_trait]
impl LedgerQueries for MemoryStore {
    async fn entries(
        &self,
        tenant: TenantId,
        filter: &EntryFilter,
        page: PageRequest,
    ) -> Result<Page<Entry>, StoreError> {
        let wanted = |entry: &Entry| fits(filter, entry).then(|| entry.clone());
        let entries = self.state().entries;
        Ok(entries.page(tenant, page, EntryId::new, wanted, |e| e.id.uuid()))
    }

    async fn payments(
        &self,
        tenant: TenantId,
        customer: Option<CustomerId>,
        page: PageRequest,
    ) -> Result<Page<Payment>, StoreError> {
        let wanted = |payment: &Payment| {
            customer
                .is_none_or(|customer| payment.customer == customer)
                .then(|| payment.clone())
        };
        let payments = self.state().payments;
        Ok(payments.page(tenant, page, PaymentId::new, wanted, |p| p.id.uuid()))
    }

    async fn debtors(&self, tenant: TenantId, limit: u16) -> Result<Vec<KhataRow>, StoreError> {
        let state = self.state();
        let mut rows: Vec<KhataRow> = state
            .customers
            .of(tenant)
            .filter(|numbered| numbered.row.balance > Money::ZERO)
            .map(|numbered| KhataRow {
                customer: numbered.row.id,
                name: numbered.row.name.as_str().to_owned(),
                balance: numbered.row.balance,
            })
            .collect();
        rows.sort_by_key(|row| (std::cmp::Reverse(row.balance), row.customer));
        rows.truncate(usize::from(limit));
        Ok(rows)
    }

    async fn total_pending(&self, tenant: TenantId) -> Result<(Money, u64), StoreError> {
        let state = self.state();
        let balances = state.customers.of(tenant).map(|numbered| numbered.row.balance);
        let owed: Vec<Money> = balances.filter(|balance| *balance > Money::ZERO).collect();
        let count = u64::try_from(owed.len()).map_err(|_| OUT_OF_RANGE)?;
        Ok((Money::sum(owed).ok_or(OUT_OF_RANGE)?, count))
    }

    async fn postings_sum(&self, tenant: TenantId) -> Result<Money, StoreError> {
        let state = self.state();
        let postings = state.entries.of(tenant).flat_map(|entry| &entry.postings);
        Money::sum(postings.map(|posting| posting.amount)).ok_or(OUT_OF_RANGE)
    }
}

fn fits(filter: &EntryFilter, entry: &Entry) -> bool {
    filter
        .customer
        .is_none_or(|customer| entry.customer == Some(customer))
        && filter.from.is_none_or(|from| entry.effective_on >= from)
        && filter.to.is_none_or(|to| entry.effective_on <= to)
}
