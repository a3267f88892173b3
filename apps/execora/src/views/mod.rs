//! How things look on the wire: paise as integers, quantities as decimal strings, ids with prefixes, instants with `Z`.

pub mod bill;
pub mod choice;
pub mod customer;
pub mod ledger;
pub mod product;
pub mod reminder;
pub mod report;
pub mod result;
pub mod session;
pub mod shop;
pub mod sign_in;
pub mod turn;
pub mod words;

use chrono::{DateTime, SecondsFormat, Utc};
use execora_usecases::Warning;
use serde::Serialize;
use utoipa::ToSchema;

/// The only currency there is.
pub const CURRENCY: &str = "INR";

/// An instant as RFC 3339 with `Z`.
#[must_use]
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Micros, true)
}

/// Basis points of certainty as `"0.97"`.
#[must_use]
pub fn score(basis_points: u16) -> String {
    format!("{}.{:02}", basis_points / 10_000, basis_points % 10_000 / 100)
}

/// Something to look at in what was done.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Warning)]
pub struct WarningView {
    /// Which one.
    pub code: words::WarningWord,
    /// For people.
    pub message: String,
    /// The latest day of the series.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = crate::web::openapi::scalars::Day)]
    pub date: Option<String>,
    /// The first payment with the same reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = crate::web::openapi::scalars::PaymentRef)]
    pub payment_id: Option<String>,
}

impl From<&Warning> for WarningView {
    fn from(warning: &Warning) -> Self {
        match warning {
            Warning::DatedBeforeSeries { latest } => Self {
                code: words::WarningWord::DatedBeforeSeries,
                message: format!("the series has a bill of {latest} with a lower number"),
                date: Some(latest.to_string()),
                payment_id: None,
            },
            Warning::ReferenceUsedBefore { payment } => Self {
                code: words::WarningWord::ReferenceUsedBefore,
                message: "another payment has the same reference".to_owned(),
                date: None,
                payment_id: Some(payment.to_string()),
            },
        }
    }
}

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListView<T> {
    /// The rows.
    pub data: Vec<T>,
    /// Where the next page starts; null on the last.
    #[schema(value_type = Option<crate::web::openapi::scalars::Cursor>)]
    pub next_cursor: Option<String>,
}
