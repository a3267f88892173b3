//! Products and stock movements on the wire.

use super::{CURRENCY, instant};
use execora_inventory::Product;
use execora_usecases::MovedStock;
use serde::Serialize;
use utoipa::ToSchema;

/// A GST rate and the day it holds from.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GstRate)]
#[expect(missing_docs, reason = "the names say it")]
pub struct GstRateView {
    pub rate_bp: u16,
    pub cess_bp: u16,
    pub from: String,
}

/// A product.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Product)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ProductView {
    pub id: String,
    pub name: String,
    pub aliases: Vec<String>,
    pub unit: &'static str,
    pub price_paise: Option<i64>,
    pub price_includes_tax: bool,
    pub hsn: Option<String>,
    pub gst_rates: Vec<GstRateView>,
    pub low_stock_at: Option<String>,
    pub stock_quantity: String,
    pub currency: &'static str,
    pub created_at: String,
    pub updated_at: String,
    pub version: i64,
}

impl From<&Product> for ProductView {
    fn from(p: &Product) -> Self {
        Self {
            id: p.id.to_string(),
            name: p.name.to_string(),
            aliases: p.aliases.iter().map(ToString::to_string).collect(),
            unit: p.unit.as_str(),
            price_paise: p.price.map(|m| m.paise()),
            price_includes_tax: p.price_includes_tax,
            hsn: p.hsn.as_ref().map(|h| h.as_str().to_owned()),
            gst_rates: p
                .gst_rates
                .iter()
                .map(|r| GstRateView {
                    rate_bp: r.rate_bp,
                    cess_bp: r.cess_bp,
                    from: r.from.to_string(),
                })
                .collect(),
            low_stock_at: p.low_stock_at.map(|q| q.to_string()),
            stock_quantity: p.stock.to_string(),
            currency: CURRENCY,
            created_at: instant(p.created_at),
            updated_at: instant(p.updated_at),
            version: p.version,
        }
    }
}

/// A stock movement and what is in stock after it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Movement)]
#[expect(missing_docs, reason = "the names say it")]
pub struct MovementView {
    pub id: String,
    pub product_id: String,
    pub reason: &'static str,
    /// Signed, in the product's own unit.
    pub quantity: String,
    pub cost_paise: Option<i64>,
    pub note: Option<String>,
    pub stock_quantity: String,
    pub created_at: String,
    pub updated_at: String,
    pub version: i64,
}

impl From<&MovedStock> for MovementView {
    fn from(moved: &MovedStock) -> Self {
        let m = &moved.movement;
        Self {
            id: m.id.to_string(),
            product_id: m.product.to_string(),
            reason: m.reason.as_str(),
            quantity: m.quantity.to_string(),
            cost_paise: m.cost.map(|c| c.paise()),
            note: m.note.as_ref().map(ToString::to_string),
            stock_quantity: moved.stock.to_string(),
            created_at: instant(m.at),
            updated_at: instant(m.at),
            version: 1,
        }
    }
}
