//! Rows of one kind by tenant and key; a clone costs a pointer, and a write copies the tenant's rows by pointer once a unit.

use execora_kernel::{Page, PageRequest, StoreError, TenantId};
use std::{
    collections::BTreeMap,
    ops::Bound::{Excluded, Unbounded},
    sync::Arc,
};
use uuid::Uuid;

type Rows<K, R> = BTreeMap<K, Arc<R>>;

/// A table of rows that belong to tenants.
#[derive(Debug)]
pub(crate) struct Table<K, R>(Arc<BTreeMap<TenantId, Arc<Rows<K, R>>>>);

impl<K, R> Clone for Table<K, R> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<K, R> Default for Table<K, R> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<K: Ord + Clone, R: Clone> Table<K, R> {
    pub(crate) fn get(&self, tenant: TenantId, key: &K) -> Option<&R> {
        self.0.get(&tenant)?.get(key).map(Arc::as_ref)
    }

    /// The row to be changed in place; nobody else sees the change before it is committed.
    pub(crate) fn get_mut(&mut self, tenant: TenantId, key: &K) -> Option<&mut R> {
        // Looked up first, so that a miss copies nothing.
        self.get(tenant, key)?;
        self.rows_mut(tenant).get_mut(key).map(Arc::make_mut)
    }

    pub(crate) fn insert(&mut self, tenant: TenantId, key: K, row: R) -> Result<(), StoreError> {
        if self.get(tenant, &key).is_some() {
            return Err(StoreError::Duplicate);
        }
        self.put(tenant, key, row);
        Ok(())
    }

    pub(crate) fn put(&mut self, tenant: TenantId, key: K, row: R) {
        self.rows_mut(tenant).insert(key, Arc::new(row));
    }

    pub(crate) fn remove(&mut self, tenant: TenantId, key: &K) {
        if self.get(tenant, key).is_some() {
            self.rows_mut(tenant).remove(key);
        }
    }

    /// The tenant's rows in the order of their keys.
    pub(crate) fn of(&self, tenant: TenantId) -> impl DoubleEndedIterator<Item = &R> {
        self.0
            .get(&tenant)
            .into_iter()
            .flat_map(|rows| rows.values().map(Arc::as_ref))
    }

    /// The tenant's rows with their keys.
    pub(crate) fn rows(&self, tenant: TenantId) -> impl Iterator<Item = (&K, &R)> {
        self.0
            .get(&tenant)
            .into_iter()
            .flat_map(|rows| rows.iter().map(|(key, row)| (key, row.as_ref())))
    }

    /// The tenant's rows with keys above `key`, in order.
    pub(crate) fn above(&self, tenant: TenantId, key: K) -> impl Iterator<Item = &R> {
        self.0
            .get(&tenant)
            .into_iter()
            .flat_map(move |rows| rows.range((Excluded(key.clone()), Unbounded)))
            .map(|(_, row)| row.as_ref())
    }

    /// The tenant's highest key.
    pub(crate) fn last_key(&self, tenant: TenantId) -> Option<K> {
        let (key, _) = self.0.get(&tenant)?.last_key_value()?;
        Some(key.clone())
    }

    /// The rows of every tenant.
    pub(crate) fn all(&self) -> impl Iterator<Item = &R> {
        self.0.values().flat_map(|rows| rows.values().map(Arc::as_ref))
    }

    /// A page of the rows that `wanted` lets through, newest first.
    pub(crate) fn page<T>(
        &self,
        tenant: TenantId,
        page: PageRequest,
        key: impl Fn(Uuid) -> K,
        wanted: impl Fn(&R) -> Option<T>,
        id: impl Fn(&T) -> Uuid,
    ) -> Page<T> {
        let end = page.after.map_or(Unbounded, |after| Excluded(key(after)));
        let rows = self
            .0
            .get(&tenant)
            .into_iter()
            .flat_map(|rows| rows.range((Unbounded, end.clone())).rev())
            .filter_map(|(_, row)| wanted(row))
            .take(usize::from(page.limit).saturating_add(1))
            .collect();
        Page::from_rows(rows, page.limit, id)
    }

    fn rows_mut(&mut self, tenant: TenantId) -> &mut Rows<K, R> {
        Arc::make_mut(Arc::make_mut(&mut self.0).entry(tenant).or_default())
    }
}
