//! Products, their stock and its movements.

use crate::reader::{Connection, Reader};
use crate::row::{Row, Shape, Unreadable};
use crate::series::{Counter, next_of};
use crate::sql::{Ask, Filter, insert, places};
use crate::unit::Unit;
use crate::values::{
    id, id_opt, instant, int, json, money_opt, quantity, quantity_opt, text, text_opt, truth,
};
use async_trait::async_trait;
use execora_inventory::{
    CatalogChange, CatalogEntry, Movement, Product, ProductFilter, ProductQueries, ProductRepository,
    StockMove,
};
use execora_kernel::{InvoiceId, Page, PageRequest, ProductId, Quantity, StoreError, TenantId};
use sea_orm::Value;

const COLUMNS: &str = "tenant_id, id, name, aliases, unit, price, price_includes_tax, hsn, gst_rates, low_stock_at, \
    catalog_seq, created_at, updated_at, version, stock";

const MOVEMENT: &str = "tenant_id, id, product_id, reason, quantity, cost, note, invoice_id, at";

/// The most ids of one question.
const IDS_MAX: usize = 200;

const SHAPE: Shape<Product> = Shape {
    what: "product",
    read: product,
};

const STOCK: Shape<Quantity> = Shape {
    what: "product",
    read: |row| row.quantity("stock"),
};

const CHANGE: Shape<CatalogChange> = Shape {
    what: "product",
    read: |row| {
        Ok(CatalogChange {
            seq: row.get("catalog_seq")?,
            entry: CatalogEntry {
                product: row.id("id", ProductId::new)?,
                name: row.text("name")?,
                aliases: row.json("aliases")?,
                unit: row.text("unit")?,
            },
        })
    },
};

fn select() -> String {
    format!("SELECT {COLUMNS} FROM product")
}

fn product(row: &Row) -> Result<Product, Unreadable> {
    Ok(Product {
        id: row.id("id", ProductId::new)?,
        tenant: row.id("tenant_id", TenantId::new)?,
        name: row.text("name")?,
        aliases: row.json("aliases")?,
        unit: row.text("unit")?,
        price: row.money_opt("price")?,
        price_includes_tax: row.get("price_includes_tax")?,
        hsn: row.text_opt("hsn")?,
        gst_rates: row.json("gst_rates")?,
        low_stock_at: row.quantity_opt("low_stock_at")?,
        stock: row.quantity("stock")?,
        created_at: row.instant("created_at")?,
        updated_at: row.instant("updated_at")?,
        version: row.get("version")?,
    })
}

/// The values of [`COLUMNS`] without the stock.
fn values(product: &Product, seq: i64) -> Result<Vec<Value>, StoreError> {
    Ok(vec![
        id(product.tenant.uuid()),
        id(product.id.uuid()),
        text(&product.name),
        json(&product.aliases)?,
        text(product.unit.as_str()),
        money_opt(product.price),
        truth(product.price_includes_tax),
        text_opt(product.hsn.as_ref().map(|h| h.as_str())),
        json(&product.gst_rates)?,
        quantity_opt(product.low_stock_at),
        int(seq),
        instant(product.created_at),
        instant(product.updated_at),
        int(product.version),
    ])
}

async fn find(
    db: &impl Ask,
    tenant: TenantId,
    product: ProductId,
    end: &str,
) -> Result<Option<Product>, StoreError> {
    let sql = format!("{} WHERE tenant_id = $1 AND id = $2{end}", select());
    db.one(&SHAPE, sql, vec![id(tenant.uuid()), id(product.uuid())])
        .await
}

#[async_trait]
impl ProductRepository for Unit {
    async fn find(&mut self, tenant: TenantId, id: ProductId) -> Result<Option<Product>, StoreError> {
        find(self, tenant, id, "").await
    }

    async fn lock(&mut self, tenant: TenantId, id: ProductId) -> Result<Option<Product>, StoreError> {
        let end = self.for_update();
        find(self, tenant, id, end).await
    }

    async fn insert(&mut self, product: &Product) -> Result<(), StoreError> {
        let seq = next_of(self, Counter::Products, product.tenant).await?;
        let mut values = values(product, seq)?;
        values.push(quantity(product.stock));
        self.run(insert("product", COLUMNS), values).await.map(|_| ())
    }

    async fn update(&mut self, product: &Product, was: i64) -> Result<(), StoreError> {
        let seq = next_of(self, Counter::Products, product.tenant).await?;
        let mut values = values(product, seq)?;
        values.push(int(was));
        let sql = "UPDATE product SET name = $3, aliases = $4, unit = $5, price = $6, price_includes_tax = $7, \
             hsn = $8, gst_rates = $9, low_stock_at = $10, catalog_seq = $11, created_at = $12, updated_at = $13, \
             version = $14 WHERE tenant_id = $1 AND id = $2 AND version = $15";
        self.run_if_unchanged(sql, values).await
    }

    async fn move_stock(&mut self, movement: &Movement, below_zero: bool) -> Result<StockMove, StoreError> {
        let enough = if below_zero || movement.quantity >= Quantity::ZERO {
            ""
        } else {
            " AND stock + $3 >= 0"
        };
        let key = [id(movement.tenant.uuid()), id(movement.product.uuid())];
        let sql = format!(
            "UPDATE product SET stock = stock + $3, updated_at = $4 \
             WHERE tenant_id = $1 AND id = $2{enough} RETURNING stock"
        );
        let mut values = key.to_vec();
        values.extend([quantity(movement.quantity), instant(movement.at)]);
        let Some(stock) = self.one(&STOCK, sql, values).await? else {
            let sql = "SELECT stock FROM product WHERE tenant_id = $1 AND id = $2";
            let left = self.one(&STOCK, sql, key.to_vec()).await?;
            return left
                .map(|left| StockMove::Short { left })
                .ok_or(StoreError::Corrupt { what: "product" });
        };
        let values = vec![
            id(movement.tenant.uuid()),
            id(movement.id.uuid()),
            id(movement.product.uuid()),
            text(movement.reason.as_str()),
            quantity(movement.quantity),
            money_opt(movement.cost),
            text_opt(movement.note.as_ref()),
            id_opt(movement.invoice.map(InvoiceId::uuid)),
            instant(movement.at),
        ];
        self.run(insert("stock_movement", MOVEMENT), values).await?;
        Ok(StockMove::Moved { stock })
    }
}

#[async_trait]
impl<C: Connection> ProductQueries for Reader<C> {
    async fn find(&self, tenant: TenantId, id: ProductId) -> Result<Option<Product>, StoreError> {
        find(self, tenant, id, "").await
    }

    async fn find_many(&self, tenant: TenantId, ids: &[ProductId]) -> Result<Vec<Product>, StoreError> {
        let ids = ids.get(..IDS_MAX).unwrap_or(ids);
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "{} WHERE tenant_id = $1 AND id IN ({})",
            select(),
            places(2, ids.len())
        );
        let values = std::iter::once(id(tenant.uuid()))
            .chain(ids.iter().map(|i| id(i.uuid())))
            .collect();
        self.all(&SHAPE, sql, values).await
    }

    async fn list(
        &self,
        tenant: TenantId,
        filter: &ProductFilter,
        page: PageRequest,
    ) -> Result<Page<Product>, StoreError> {
        let mut conditions = Filter::new("tenant_id", id(tenant.uuid()));
        if filter.low_stock {
            conditions.and_plain("stock <= low_stock_at");
        }
        conditions.and_if("id < ?", page.after.map(id));
        let rows = self
            .all(&SHAPE, conditions.newest(&select(), page), conditions.values)
            .await?;
        Ok(Page::from_rows(rows, page.limit, |p| p.id.uuid()))
    }

    async fn catalog_changes(
        &self,
        tenant: TenantId,
        after: i64,
        limit: u32,
    ) -> Result<Vec<CatalogChange>, StoreError> {
        let sql = "SELECT catalog_seq, id, name, aliases, unit FROM product \
             WHERE tenant_id = $1 AND catalog_seq > $2 ORDER BY catalog_seq LIMIT $3";
        let values = vec![id(tenant.uuid()), int(after), int(limit.into())];
        self.all(&CHANGE, sql, values).await
    }
}
