//! What inventory asks of a store.

use crate::{CatalogChange, Movement, Product};
use async_trait::async_trait;
use execora_kernel::{Page, PageRequest, ProductId, Quantity, StoreError, TenantId};

/// How a movement ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StockMove {
    /// Done; what is in stock now.
    Moved {
        /// Stock after the movement.
        stock: Quantity,
    },
    /// Not enough; nothing was changed.
    Short {
        /// What is left.
        left: Quantity,
    },
}

/// Products and their stock inside a unit of work.
#[async_trait]
pub trait ProductRepository: Send {
    /// The product of this tenant, or `None`. MUST NOT find another tenant's.
    async fn find(&mut self, tenant: TenantId, id: ProductId) -> Result<Option<Product>, StoreError>;
    /// Like `find`, and the row MUST stay locked to the end of the unit.
    async fn lock(&mut self, tenant: TenantId, id: ProductId) -> Result<Option<Product>, StoreError>;
    /// Adds a product with its stock as given. MUST give the row the tenant's next catalog sequence number.
    async fn insert(&mut self, product: &Product) -> Result<(), StoreError>;
    /// Writes everything but the stock, if the stored version is `was`; else `Stale`. MUST renew the catalog sequence number.
    async fn update(&mut self, product: &Product, was: i64) -> Result<(), StoreError>;
    /// Adds the movement's quantity to the stock and keeps the movement. MUST refuse with `Short`, changing nothing, when the
    /// stock would fall below zero and `below_zero` is false; check and change MUST be one step that two sellers cannot both pass.
    /// MUST NOT move the product's version: a sale makes nobody's change stale. A product that does not exist is `StoreError::Corrupt`.
    async fn move_stock(&mut self, movement: &Movement, below_zero: bool) -> Result<StockMove, StoreError>;
}

/// Which products to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProductFilter {
    /// Only those at or below their low-stock mark.
    pub low_stock: bool,
}

/// Products outside a unit of work.
#[async_trait]
pub trait ProductQueries: Send + Sync {
    /// The product of this tenant, or `None`.
    async fn find(&self, tenant: TenantId, id: ProductId) -> Result<Option<Product>, StoreError>;
    /// The named products of this tenant that exist, in any order; at most 200 ids.
    async fn find_many(&self, tenant: TenantId, ids: &[ProductId]) -> Result<Vec<Product>, StoreError>;
    /// A page of products, newest first.
    async fn list(
        &self,
        tenant: TenantId,
        filter: &ProductFilter,
        page: PageRequest,
    ) -> Result<Page<Product>, StoreError>;
    /// Products whose names were made or changed after sequence number `after`, in its order, at most `limit`.
    async fn catalog_changes(
        &self,
        tenant: TenantId,
        after: i64,
        limit: u32,
    ) -> Result<Vec<CatalogChange>, StoreError>;
}
