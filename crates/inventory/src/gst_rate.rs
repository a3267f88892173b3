//! GST rates as data with dates: rates change by notification, bills keep the rate of their day.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The most rates one product may carry.
pub const RATES_MAX: usize = 50;

/// A rate and the local day it holds from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GstRate {
    /// GST in hundredths of a percent: 1800 is 18 %.
    pub rate_bp: u16,
    /// Compensation cess in hundredths of a percent.
    #[serde(default)]
    pub cess_bp: u16,
    /// The first day.
    pub from: NaiveDate,
}

/// Why a list of rates was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RatesRefused {
    /// A GST rate above 100 % or a cess above 300 %.
    #[error("rate out of range")]
    OutOfRange,
    /// Two rates from the same day.
    #[error("two rates from one day")]
    SameDay,
    /// More than [`RATES_MAX`].
    #[error("too many rates")]
    TooMany,
}

/// Sorts rates by day and checks them.
///
/// # Errors
/// When a rate is out of range, two start on one day, or there are too many.
pub fn check_rates(mut rates: Vec<GstRate>) -> Result<Vec<GstRate>, RatesRefused> {
    if rates.len() > RATES_MAX {
        return Err(RatesRefused::TooMany);
    }
    if rates.iter().any(|r| r.rate_bp > 10_000 || r.cess_bp > 30_000) {
        return Err(RatesRefused::OutOfRange);
    }
    rates.sort_by_key(|r| r.from);
    if rates.windows(2).any(|w| matches!(w, [a, b] if a.from == b.from)) {
        return Err(RatesRefused::SameDay);
    }
    Ok(rates)
}

/// The rate in force on a day: the latest that had begun.
#[must_use]
pub fn rate_on(rates: &[GstRate], day: NaiveDate) -> Option<GstRate> {
    rates
        .iter()
        .filter(|r| r.from <= day)
        .max_by_key(|r| r.from)
        .copied()
}

/// An HSN code: 4, 6 or 8 digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct HsnCode(String);

impl HsnCode {
    /// Reads a code.
    ///
    /// # Errors
    /// When it is not 4, 6 or 8 digits.
    pub fn parse(text: &str) -> Result<Self, execora_kernel::TextRefused> {
        if matches!(text.len(), 4 | 6 | 8) && text.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(execora_kernel::TextRefused::Malformed)
        }
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'de> Deserialize<'de> for HsnCode {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}
