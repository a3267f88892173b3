//! A product: what it is called, how it is measured, what it costs.

use crate::{GstRate, HsnCode};
use chrono::{DateTime, Utc};
use execora_kernel::{Label, Money, ProductId, Quantity, TenantId, Unit};
use serde::{Deserialize, Serialize};

/// A product of a shop. `price` is per `unit`; without a price it cannot be billed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Product {
    pub id: ProductId,
    pub tenant: TenantId,
    pub name: Label,
    pub aliases: Vec<Label>,
    pub unit: Unit,
    pub price: Option<Money>,
    pub price_includes_tax: bool,
    pub hsn: Option<HsnCode>,
    pub gst_rates: Vec<GstRate>,
    pub low_stock_at: Option<Quantity>,
    pub stock: Quantity,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

/// What is needed to make a product; rates are checked ([`crate::check_rates`]) before.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct NewProduct {
    pub name: Label,
    pub aliases: Vec<Label>,
    pub unit: Unit,
    pub price: Option<Money>,
    pub price_includes_tax: bool,
    pub hsn: Option<HsnCode>,
    pub gst_rates: Vec<GstRate>,
    pub low_stock_at: Option<Quantity>,
}

/// A merge: `None` keeps, `Some(None)` clears.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ProductChanges {
    pub name: Option<Label>,
    pub aliases: Option<Vec<Label>>,
    pub unit: Option<Unit>,
    pub price: Option<Option<Money>>,
    pub price_includes_tax: Option<bool>,
    pub hsn: Option<Option<HsnCode>>,
    pub gst_rates: Option<Vec<GstRate>>,
    pub low_stock_at: Option<Option<Quantity>>,
}

impl Product {
    /// A new product without stock: stock comes by movements alone.
    #[must_use]
    pub fn create(new: NewProduct, id: ProductId, tenant: TenantId, at: DateTime<Utc>) -> Self {
        Self {
            id,
            tenant,
            name: new.name,
            aliases: new.aliases,
            unit: new.unit,
            price: new.price,
            price_includes_tax: new.price_includes_tax,
            hsn: new.hsn,
            gst_rates: new.gst_rates,
            low_stock_at: new.low_stock_at,
            stock: Quantity::ZERO,
            created_at: at,
            updated_at: at,
            version: 1,
        }
    }

    /// Applies a merge and moves the version.
    pub fn apply(&mut self, changes: ProductChanges, at: DateTime<Utc>) {
        fn put<T>(slot: &mut T, value: Option<T>) {
            if let Some(value) = value {
                *slot = value;
            }
        }
        put(&mut self.name, changes.name);
        put(&mut self.aliases, changes.aliases);
        put(&mut self.unit, changes.unit);
        put(&mut self.price, changes.price);
        put(&mut self.price_includes_tax, changes.price_includes_tax);
        put(&mut self.hsn, changes.hsn);
        put(&mut self.gst_rates, changes.gst_rates);
        put(&mut self.low_stock_at, changes.low_stock_at);
        self.updated_at = at;
        self.version += 1;
    }
}
