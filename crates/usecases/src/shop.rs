//! A shop with its settings, and the people who sign in to it.

use chrono::{DateTime, NaiveTime, Utc};
use execora_invoice::Series;
use execora_kernel::{Email, Gstin, Label, Money, Phone, ShopZone, StateCode, TenantId, UserId};
use serde::{Deserialize, Serialize};

/// A shop: the tenant that everything belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Shop {
    pub tenant: TenantId,
    pub name: Label,
    pub address: Option<Label>,
    pub gstin: Option<Gstin>,
    pub state: StateCode,
    pub zone: ShopZone,
    pub language: String,
    pub series: Series,
    pub round_to_rupee: bool,
    pub allow_negative_stock: bool,
    /// Spoken commands about more than this need a yes.
    pub confirm_above: Money,
    pub quiet_hours: QuietHours,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

/// When nothing is sent to customers, in the shop's local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct QuietHours {
    pub from: NaiveTime,
    pub to: NaiveTime,
}

/// The limit above which a spoken command needs a yes, unless the shop sets another: ₹5,000.
pub const CONFIRM_ABOVE: Money = Money::from_paise(500_000);

impl Shop {
    /// A shop with the usual settings. Its state is that of its GSTIN when it has one.
    #[must_use]
    pub fn create(
        tenant: TenantId,
        name: Label,
        gstin: Option<Gstin>,
        state: StateCode,
        at: DateTime<Utc>,
    ) -> Self {
        let hour = |h| NaiveTime::from_hms_opt(h, 0, 0).unwrap_or_default();
        Self {
            tenant,
            name,
            address: None,
            state: gstin.as_ref().and_then(Gstin::state).unwrap_or(state),
            gstin,
            zone: ShopZone::INDIA,
            language: "hi-Latn".to_owned(),
            series: Series::default(),
            round_to_rupee: true,
            allow_negative_stock: false,
            confirm_above: CONFIRM_ABOVE,
            quiet_hours: QuietHours {
                from: hour(20),
                to: hour(8),
            },
            created_at: at,
            updated_at: at,
            version: 1,
        }
    }
}

/// Somebody who signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct User {
    pub id: UserId,
    pub tenant: TenantId,
    pub name: Label,
    pub email: Email,
    pub phone: Option<Phone>,
    /// `owner`, `admin`, `manager`, `staff` or `viewer`.
    pub role: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}
