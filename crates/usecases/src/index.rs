//! Names of customers and products in memory, brought up to date by what changed since.

use crate::ports::Queries;
use execora_customer::Directory;
use execora_inventory::Catalog;
use execora_kernel::{StoreError, TenantId};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// The most shops whose names are kept at once.
const SHOPS_MAX: usize = 256;

/// Changes read at once.
const CHUNK: u32 = 5_000;

/// One shop's names, shared between readers; a change waits for them and they for it, for microseconds.
#[derive(Debug)]
pub struct Names<T>(Arc<RwLock<T>>);

impl<T> Clone for Names<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T: Default> Default for Names<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Names<T> {
    /// Looks into the names.
    pub fn read<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn write(&self, change: impl FnOnce(&mut T)) {
        change(&mut self.0.write().unwrap_or_else(PoisonError::into_inner));
    }
}

type Shelf<T> = Mutex<HashMap<TenantId, Names<T>>>;

/// The indexes of every shop that was asked for lately.
#[derive(Default)]
pub(crate) struct Indexes {
    directories: Shelf<Directory>,
    catalogs: Shelf<Catalog>,
}

impl Indexes {
    pub(crate) async fn directory(
        &self,
        queries: &Queries,
        tenant: TenantId,
    ) -> Result<Names<Directory>, StoreError> {
        let names = of_shop(&self.directories, tenant);
        loop {
            let after = names.read(Directory::seq);
            let changes = queries.customers.directory_changes(tenant, after, CHUNK).await?;
            if changes.is_empty() {
                return Ok(names);
            }
            names.write(|directory| directory.apply(changes));
        }
    }

    pub(crate) async fn catalog(
        &self,
        queries: &Queries,
        tenant: TenantId,
    ) -> Result<Names<Catalog>, StoreError> {
        let names = of_shop(&self.catalogs, tenant);
        loop {
            let after = names.read(Catalog::seq);
            let changes = queries.products.catalog_changes(tenant, after, CHUNK).await?;
            if changes.is_empty() {
                return Ok(names);
            }
            names.write(|catalog| catalog.apply(changes));
        }
    }
}

fn of_shop<T: Default>(shelf: &Shelf<T>, tenant: TenantId) -> Names<T> {
    let mut shelf = shelf.lock().unwrap_or_else(PoisonError::into_inner);
    if shelf.len() >= SHOPS_MAX && !shelf.contains_key(&tenant) {
        // Any shop may go: its names are read again when they are next asked for.
        if let Some(victim) = shelf.keys().next().copied() {
            shelf.remove(&victim);
        }
    }
    shelf.entry(tenant).or_default().clone()
}
