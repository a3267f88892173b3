//! Names of customers and products in memory, brought up to date by what changed since.

use crate::ports::Queries;
use crate::words::Words;
use execora_customer::Directory;
use execora_inventory::Catalog;
use execora_kernel::{StoreError, TenantId};
use quick_cache::sync::Cache;
use std::convert::Infallible;
use std::sync::{Arc, PoisonError, RwLock};

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

/// The names of shops by shop; those of one that falls out are read again when they are next asked for.
type Shelf<T> = Cache<TenantId, Names<T>>;

/// The indexes of every shop that was asked for lately.
pub(crate) struct Indexes {
    directories: Shelf<Directory>,
    catalogs: Shelf<Catalog>,
    words: Shelf<Words>,
}

impl Default for Indexes {
    fn default() -> Self {
        Self {
            directories: Cache::new(SHOPS_MAX),
            catalogs: Cache::new(SHOPS_MAX),
            words: Cache::new(SHOPS_MAX),
        }
    }
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

    pub(crate) async fn words(
        &self,
        queries: &Queries,
        tenant: TenantId,
    ) -> Result<Names<Words>, StoreError> {
        let names = of_shop(&self.words, tenant);
        loop {
            let (customers, products) = names.read(Words::seqs);
            let people = queries
                .customers
                .directory_changes(tenant, customers, CHUNK)
                .await?;
            let goods = queries.products.catalog_changes(tenant, products, CHUNK).await?;
            if people.is_empty() && goods.is_empty() {
                return Ok(names);
            }
            names.write(|words| {
                words.customers(people);
                words.products(goods);
            });
        }
    }
}

fn of_shop<T: Default>(shelf: &Shelf<T>, tenant: TenantId) -> Names<T> {
    let Ok(names) = shelf.get_or_insert_with(&tenant, || Ok::<_, Infallible>(Names::default()));
    names
}
