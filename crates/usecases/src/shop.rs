//! A shop with its settings, and the people who sign in to it.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Utc};
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
    /// Products may carry GST rates that the law does not list.
    pub allow_other_rates: bool,
    /// A bill may be dated before the last number of its series.
    pub allow_backdating: bool,
    /// The first day that anything may be dated.
    pub books_from: NaiveDate,
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
            allow_other_rates: false,
            allow_backdating: false,
            books_from: usual_books_from(ShopZone::INDIA, at),
            confirm_above: CONFIRM_ABOVE,
            quiet_hours: QuietHours {
                from: hour(21),
                to: hour(9),
            },
            created_at: at,
            updated_at: at,
            version: 1,
        }
    }
}

/// GST began on this day, and no book of this kind before it.
pub const BOOKS_BEGIN: NaiveDate = match NaiveDate::from_ymd_opt(2017, 7, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// The first day of the books of a shop that names none: 1 April of the year before it was made.
#[must_use]
pub fn usual_books_from(zone: ShopZone, made: DateTime<Utc>) -> NaiveDate {
    let year = zone.date(made).year();
    let april = year
        .checked_sub(1)
        .and_then(|year| NaiveDate::from_ymd_opt(year, 4, 1));
    april.unwrap_or(BOOKS_BEGIN).max(BOOKS_BEGIN)
}

impl Shop {
    /// Whether something may be dated `day`: not before the books begin, and not in the future.
    #[must_use]
    pub fn day_is_of_the_books(&self, day: NaiveDate, today: NaiveDate) -> bool {
        self.books_from <= day && day <= today
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn books_begin_on_the_first_of_april_of_the_year_before_and_never_before_gst() {
        for (made, from) in [
            ("2026-11-22T04:30:00Z", "2025-04-01"),
            ("2026-01-31T04:30:00Z", "2025-04-01"),
            // New Year's morning in India, the old year in Greenwich.
            ("2026-12-31T19:00:00Z", "2026-04-01"),
            ("2018-05-01T04:30:00Z", "2017-07-01"),
            ("1970-01-01T00:00:00Z", "2017-07-01"),
        ] {
            let made: DateTime<Utc> = made.parse().unwrap_or_default();
            assert_eq!(
                usual_books_from(ShopZone::INDIA, made).to_string(),
                from,
                "{made}"
            );
        }
    }
}
