//! Products, their stock and the numbers of the catalog.

use crate::{
    customers::Numbered,
    state::State,
    store::MemoryStore,
    unit::{Unit, require_version},
};
use async_trait::async_trait;
use execora_inventory::{
    CatalogChange, CatalogEntry, Movement, Product, ProductFilter, ProductQueries, ProductRepository,
    StockMove,
};
use execora_kernel::{Page, PageRequest, ProductId, Quantity, StoreError, TenantId};

/// The most products that are looked up at once.
const IDS_MAX: usize = 200;

impl State {
    fn product(&self, tenant: TenantId, id: ProductId) -> Option<&Product> {
        self.products.get(tenant, &id).map(|numbered| &numbered.row)
    }

    fn next_catalog_number(&mut self, tenant: TenantId, id: ProductId) -> i64 {
        let was = self.products.get(tenant, &id).map(|numbered| numbered.seq);
        let seq = self.catalog.last_key(tenant).unwrap_or(0).saturating_add(1);
        if let Some(was) = was {
            self.catalog.remove(tenant, &was);
        }
        self.catalog.put(tenant, seq, id);
        seq
    }

    fn move_stock(&mut self, movement: &Movement, below_zero: bool) -> Result<StockMove, StoreError> {
        let product = self.products.get(movement.tenant, &movement.product);
        let left = product
            .map(|numbered| numbered.row.stock)
            .ok_or(StoreError::Corrupt {
                what: "a movement of a product that does not exist",
            })?;
        let stock = left.plus(movement.quantity).ok_or(StoreError::Corrupt {
            what: "a stock out of range",
        })?;
        let falls = movement.quantity < Quantity::ZERO;
        if falls && stock < Quantity::ZERO && !below_zero {
            return Ok(StockMove::Short { left });
        }
        self.movements
            .insert(movement.tenant, movement.id, movement.clone())?;
        if let Some(numbered) = self.products.get_mut(movement.tenant, &movement.product) {
            numbered.row.stock = stock;
            numbered.row.updated_at = movement.at;
        }
        Ok(StockMove::Moved { stock })
    }
}

#[async_trait]
impl ProductRepository for Unit {
    async fn find(&mut self, tenant: TenantId, id: ProductId) -> Result<Option<Product>, StoreError> {
        self.act(|state| Ok(state.product(tenant, id).cloned()))
    }

    async fn lock(&mut self, tenant: TenantId, id: ProductId) -> Result<Option<Product>, StoreError> {
        ProductRepository::find(self, tenant, id).await
    }

    async fn insert(&mut self, product: &Product) -> Result<(), StoreError> {
        self.act(|state| {
            let (tenant, id) = (product.tenant, product.id);
            if state.product(tenant, id).is_some() {
                return Err(StoreError::Duplicate);
            }
            let seq = state.next_catalog_number(tenant, id);
            let row = product.clone();
            state.products.insert(tenant, id, Numbered { seq, row })
        })
    }

    async fn update(&mut self, product: &Product, was: i64) -> Result<(), StoreError> {
        self.act(|state| {
            let (tenant, id) = (product.tenant, product.id);
            let stored = state.product(tenant, id).ok_or(StoreError::Stale)?;
            require_version(stored.version, was)?;
            let row = Product {
                stock: stored.stock,
                ..product.clone()
            };
            let seq = state.next_catalog_number(tenant, id);
            state.products.put(tenant, id, Numbered { seq, row });
            Ok(())
        })
    }

    async fn move_stock(&mut self, movement: &Movement, below_zero: bool) -> Result<StockMove, StoreError> {
        self.act(|state| state.move_stock(movement, below_zero))
    }
}

#[async_trait]
impl ProductQueries for MemoryStore {
    async fn find(&self, tenant: TenantId, id: ProductId) -> Result<Option<Product>, StoreError> {
        Ok(self.state().product(tenant, id).cloned())
    }

    async fn find_many(&self, tenant: TenantId, ids: &[ProductId]) -> Result<Vec<Product>, StoreError> {
        let state = self.state();
        let mut ids: Vec<ProductId> = ids.iter().copied().take(IDS_MAX).collect();
        ids.sort_unstable();
        ids.dedup();
        let found = ids.into_iter().filter_map(|id| state.product(tenant, id));
        Ok(found.cloned().collect())
    }

    async fn list(
        &self,
        tenant: TenantId,
        filter: &ProductFilter,
        page: PageRequest,
    ) -> Result<Page<Product>, StoreError> {
        let low = |product: &Product| product.low_stock_at.is_some_and(|mark| product.stock <= mark);
        let wanted = |numbered: &Numbered<Product>| {
            (!filter.low_stock || low(&numbered.row)).then(|| numbered.row.clone())
        };
        let products = self.state().products;
        Ok(products.page(tenant, page, ProductId::new, wanted, |p| p.id.uuid()))
    }

    async fn catalog_changes(
        &self,
        tenant: TenantId,
        after: i64,
        limit: u32,
    ) -> Result<Vec<CatalogChange>, StoreError> {
        let state = self.state();
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let ids = state.catalog.above(tenant, after).take(limit);
        let rows = ids.filter_map(|id| state.products.get(tenant, id));
        Ok(rows
            .map(|Numbered { seq, row }| CatalogChange {
                seq: *seq,
                entry: CatalogEntry {
                    product: row.id,
                    name: row.name.clone(),
                    aliases: row.aliases.clone(),
                    unit: row.unit,
                },
            })
            .collect())
    }
}
