//! Products and stock movements on the wire.

use super::words::{MovementReasonWord, UnitWord};
use super::{CURRENCY, instant};
use crate::web::openapi::scalars as doc;
use execora_inventory::Product;
use execora_usecases::MovedStock;
use serde::Serialize;
use utoipa::ToSchema;

/// A GST rate and the day it holds from.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GstRate)]
#[expect(missing_docs, reason = "the names say it")]
pub struct GstRateView {
    #[schema(value_type = doc::BasisPoints)]
    pub rate_bp: u16,
    #[schema(value_type = doc::BasisPoints)]
    pub cess_bp: u16,
    #[schema(value_type = doc::Day)]
    pub from: String,
}

/// A product.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Product)]
#[expect(missing_docs, reason = "the names say it")]
pub struct ProductView {
    #[schema(value_type = doc::ProductRef)]
    pub id: String,
    #[schema(value_type = doc::LabelText)]
    pub name: String,
    #[schema(value_type = Vec<doc::LabelText>)]
    pub aliases: Vec<String>,
    pub unit: UnitWord,
    #[schema(value_type = Option<doc::Price>)]
    pub price_paise: Option<i64>,
    pub price_includes_tax: bool,
    #[schema(value_type = Option<doc::HsnText>)]
    pub hsn: Option<String>,
    pub gst_rates: Vec<GstRateView>,
    #[schema(value_type = Option<doc::Quantity>)]
    pub low_stock_at: Option<String>,
    #[schema(value_type = doc::Quantity)]
    pub stock_quantity: String,
    #[schema(value_type = doc::Currency)]
    pub currency: &'static str,
    #[schema(value_type = doc::Instant)]
    pub created_at: String,
    #[schema(value_type = doc::Instant)]
    pub updated_at: String,
    #[schema(value_type = doc::Version)]
    pub version: i64,
}

impl From<&Product> for ProductView {
    fn from(p: &Product) -> Self {
        Self {
            id: p.id.to_string(),
            name: p.name.to_string(),
            aliases: p.aliases.iter().map(ToString::to_string).collect(),
            unit: p.unit.into(),
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
    #[schema(value_type = doc::MovementRef)]
    pub id: String,
    #[schema(value_type = doc::ProductRef)]
    pub product_id: String,
    pub reason: MovementReasonWord,
    /// Signed, in the product's own unit.
    #[schema(value_type = doc::Quantity)]
    pub quantity: String,
    #[schema(value_type = Option<doc::Price>)]
    pub cost_paise: Option<i64>,
    #[schema(value_type = Option<doc::NoteText>)]
    pub note: Option<String>,
    #[schema(value_type = doc::Quantity)]
    pub stock_quantity: String,
    #[schema(value_type = doc::Instant)]
    pub created_at: String,
    #[schema(value_type = doc::Instant)]
    pub updated_at: String,
    #[schema(value_type = doc::Version)]
    pub version: i64,
}

impl From<&MovedStock> for MovementView {
    fn from(moved: &MovedStock) -> Self {
        let m = &moved.movement;
        Self {
            id: m.id.to_string(),
            product_id: m.product.to_string(),
            reason: m.reason.into(),
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
