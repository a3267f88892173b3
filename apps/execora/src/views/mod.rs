//! How things look on the wire: paise as integers, quantities as decimal strings, ids with prefixes, instants with `Z`.

pub mod bill;
pub mod customer;
pub mod ledger;
pub mod product;
pub mod reminder;
pub mod report;
pub mod session;
pub mod turn;

use chrono::{DateTime, SecondsFormat, Utc};
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

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListView<T> {
    /// The rows.
    pub data: Vec<T>,
    /// Where the next page starts.
    pub next_cursor: Option<String>,
}
