//! A shop's settings on the wire.

use super::instant;
use super::words::LanguageWord;
use crate::web::openapi::scalars as doc;
use execora_usecases::ShopSettings;
use execora_usecases::shop::QuietHours;
use serde::Serialize;
use utoipa::ToSchema;

/// When nothing is sent to customers, in the shop's local time.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QuietHours)]
#[expect(missing_docs, reason = "the names say it")]
pub struct QuietHoursView {
    #[schema(value_type = doc::Time)]
    pub from: String,
    #[schema(value_type = doc::Time)]
    pub to: String,
}

/// A shop with its settings.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Settings)]
#[expect(missing_docs, reason = "the names say it")]
pub struct TenantView {
    #[schema(value_type = doc::TenantRef)]
    pub id: String,
    #[schema(value_type = doc::LabelText)]
    pub name: String,
    pub address: Option<String>,
    #[schema(value_type = Option<doc::GstinText>)]
    pub gstin: Option<String>,
    #[schema(value_type = doc::StateCode)]
    pub state_code: String,
    pub time_zone: String,
    #[schema(value_type = LanguageWord)]
    pub language: String,
    #[schema(value_type = doc::SeriesText)]
    pub invoice_series: String,
    /// The number that the next bill of the series gets in this financial year.
    pub next_number: u32,
    /// The first day that anything may be dated.
    #[schema(value_type = doc::Day)]
    pub books_from: String,
    pub round_to_rupee: bool,
    pub allow_negative_stock: bool,
    /// Products may carry GST rates that the law does not list.
    pub allow_other_rates: bool,
    /// A bill may be dated before the last number of its series.
    pub allow_backdating: bool,
    #[schema(value_type = doc::Paise)]
    pub confirm_above_paise: i64,
    pub quiet_hours: QuietHoursView,
    #[schema(value_type = doc::Instant)]
    pub created_at: String,
    #[schema(value_type = doc::Instant)]
    pub updated_at: String,
    #[schema(value_type = doc::Version)]
    pub version: i64,
}

impl From<&QuietHours> for QuietHoursView {
    fn from(hours: &QuietHours) -> Self {
        let word = |time: chrono::NaiveTime| time.format("%H:%M").to_string();
        Self {
            from: word(hours.from),
            to: word(hours.to),
        }
    }
}

impl From<&ShopSettings> for TenantView {
    fn from(settings: &ShopSettings) -> Self {
        let shop = &settings.shop;
        Self {
            id: shop.tenant.to_string(),
            name: shop.name.to_string(),
            address: shop.address.as_ref().map(ToString::to_string),
            gstin: shop.gstin.as_ref().map(|g| g.as_str().to_owned()),
            state_code: shop.state.to_string(),
            time_zone: shop.zone.to_string(),
            language: shop.language.clone(),
            invoice_series: shop.series.as_str().to_owned(),
            next_number: settings.next_number,
            books_from: shop.books_from.to_string(),
            round_to_rupee: shop.round_to_rupee,
            allow_negative_stock: shop.allow_negative_stock,
            allow_other_rates: shop.allow_other_rates,
            allow_backdating: shop.allow_backdating,
            confirm_above_paise: shop.confirm_above.paise(),
            quiet_hours: (&shop.quiet_hours).into(),
            created_at: instant(shop.created_at),
            updated_at: instant(shop.updated_at),
            version: shop.version,
        }
    }
}
