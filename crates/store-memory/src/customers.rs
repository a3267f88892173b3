//! Customers and the numbers of the directory.

use crate::{
    state::State,
    store::MemoryStore,
    unit::{Unit, require_version},
};
use async_trait::async_trait;
use execora_customer::{
    Customer, CustomerFilter, CustomerQueries, CustomerRepository, CustomerStatus, DirectoryChange,
};
use execora_kernel::{CustomerId, Money, Page, PageRequest, Phone, StoreError, TenantId};
use serde::Serialize;

/// A row with the number of its last change that an index must hear of.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Numbered<T> {
    pub(crate) seq: i64,
    pub(crate) row: T,
}

impl State {
    pub(crate) fn customer(&self, tenant: TenantId, id: CustomerId) -> Option<&Customer> {
        self.customers.get(tenant, &id).map(|numbered| &numbered.row)
    }

    /// Numbers rise with the units, and units follow one another: no number is seen before a lower one.
    fn next_directory_number(&mut self, tenant: TenantId, id: CustomerId) -> i64 {
        let was = self.customers.get(tenant, &id).map(|numbered| numbered.seq);
        let seq = self.directory.last_key(tenant).unwrap_or(0).saturating_add(1);
        if let Some(was) = was {
            self.directory.remove(tenant, &was);
        }
        self.directory.put(tenant, seq, id);
        seq
    }
}

#[async_trait]
impl CustomerRepository for Unit {
    async fn find(&mut self, tenant: TenantId, id: CustomerId) -> Result<Option<Customer>, StoreError> {
        self.act(|state| Ok(state.customer(tenant, id).cloned()))
    }

    async fn lock(&mut self, tenant: TenantId, id: CustomerId) -> Result<Option<Customer>, StoreError> {
        CustomerRepository::find(self, tenant, id).await
    }

    async fn find_by_phone(
        &mut self,
        tenant: TenantId,
        phone: &Phone,
    ) -> Result<Option<Customer>, StoreError> {
        self.act(|state| {
            let customers = state.customers.of(tenant).map(|numbered| &numbered.row);
            Ok(customers
                .filter(|c| c.status == CustomerStatus::Active && c.phone.as_ref() == Some(phone))
                .min_by_key(|c| (c.created_at, c.id))
                .cloned())
        })
    }

    async fn insert(&mut self, customer: &Customer) -> Result<(), StoreError> {
        self.act(|state| {
            let (tenant, id) = (customer.tenant, customer.id);
            if state.customer(tenant, id).is_some() {
                return Err(StoreError::Duplicate);
            }
            let seq = state.next_directory_number(tenant, id);
            let row = Customer {
                balance: Money::ZERO,
                ..customer.clone()
            };
            state.customers.insert(tenant, id, Numbered { seq, row })
        })
    }

    async fn update(&mut self, customer: &Customer, was_version: i64) -> Result<(), StoreError> {
        self.act(|state| {
            let (tenant, id) = (customer.tenant, customer.id);
            let stored = state.customer(tenant, id).ok_or(StoreError::Stale)?;
            require_version(stored.version, was_version)?;
            let row = Customer {
                balance: stored.balance,
                ..customer.clone()
            };
            let seq = state.next_directory_number(tenant, id);
            state.customers.put(tenant, id, Numbered { seq, row });
            Ok(())
        })
    }
}

#[async_trait]
impl CustomerQueries for MemoryStore {
    async fn find(&self, tenant: TenantId, id: CustomerId) -> Result<Option<Customer>, StoreError> {
        Ok(self.state().customer(tenant, id).cloned())
    }

    async fn list(
        &self,
        tenant: TenantId,
        filter: &CustomerFilter,
        page: PageRequest,
    ) -> Result<Page<Customer>, StoreError> {
        let q = filter.q.as_deref().map(str::to_lowercase);
        let wanted = |numbered: &Numbered<Customer>| {
            let customer = &numbered.row;
            let fits = q.as_deref().is_none_or(|q| mentions(customer, q));
            let phone = filter.phone.as_ref();
            let reached = phone.is_none_or(|phone| customer.phone.as_ref() == Some(phone));
            let new = filter
                .updated_since
                .is_none_or(|since| customer.updated_at >= since);
            (customer.status != CustomerStatus::Erased && fits && reached && new).then(|| customer.clone())
        };
        let customers = self.state().customers;
        Ok(customers.page(tenant, page, CustomerId::new, wanted, |c| c.id.uuid()))
    }

    async fn directory_changes(
        &self,
        tenant: TenantId,
        after: i64,
        limit: u32,
    ) -> Result<Vec<DirectoryChange>, StoreError> {
        let state = self.state();
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let ids = state.directory.above(tenant, after).take(limit);
        let rows = ids.filter_map(|id| state.customers.get(tenant, id));
        Ok(rows
            .map(|numbered| DirectoryChange {
                seq: numbered.seq,
                entry: numbered.row.directory_entry(),
            })
            .collect())
    }
}

fn mentions(customer: &Customer, lower: &str) -> bool {
    let texts = [
        Some(&customer.name),
        customer.nickname.as_ref(),
        customer.landmark.as_ref(),
    ];
    let phone = customer.phone.as_ref().map(Phone::as_str);
    let labels = texts.into_iter().flatten().map(|label| label.as_str());
    labels
        .chain(phone)
        .any(|text| text.to_lowercase().contains(lower))
}
