//! Invoice numbers: consecutive per shop, series and financial year, at most 16 characters.
//!
//! CGST Rules, rule 46(b): letters, digits, `-` and `/`, unique for a financial year.

use execora_kernel::zone::FinancialYear;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The name of a series, 1–4 capital letters or digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Series(String);

/// Text that names no series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a series is 1 to 4 capital letters or digits")]
pub struct SeriesRefused;

impl Series {
    /// Reads the name of a series.
    ///
    /// # Errors
    /// When it is not 1–4 capital ASCII letters or digits.
    pub fn parse(text: &str) -> Result<Self, SeriesRefused> {
        let fits = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit();
        if (1..=4).contains(&text.len()) && text.bytes().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(SeriesRefused)
        }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for Series {
    /// `INV`
    fn default() -> Self {
        Self("INV".to_owned())
    }
}

impl<'de> Deserialize<'de> for Series {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

/// The largest number of a series that its longest name leaves room for.
pub const NUMBER_MAX: u32 = 99_999;

/// The century whose years two figures stand for.
const CENTURY: i32 = 2000;

/// A number such as `INV/26-27/0042`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct InvoiceNumber(String);

impl InvoiceNumber {
    /// The `n`-th number of a series in a year; `None` when it would be longer than 16 characters, and for a year outside
    /// 2000–2099: two figures would name another one.
    #[must_use]
    pub fn new(series: &Series, year: FinancialYear, n: u32) -> Option<Self> {
        let start = year.start_year().checked_sub(CENTURY)?;
        if !(0..100).contains(&start) {
            return None;
        }
        let text = format!("{}/{start:02}-{:02}/{n:04}", series.as_str(), (start + 1) % 100);
        (text.len() <= 16).then_some(Self(text))
    }

    /// The number as printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for InvoiceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_fit_into_sixteen_characters() {
        let number =
            |n| InvoiceNumber::new(&Series::default(), FinancialYear::starting(2026), n).map(|n| n.0);
        assert_eq!(number(1).as_deref(), Some("INV/26-27/0001"));
        assert_eq!(number(999_999).as_deref(), Some("INV/26-27/999999"));
        assert_eq!(number(1_000_000), None);
        // 1926-27 and 2126-27 would be printed as 2026-27.
        for year in [1926, 1999, 2100, 2126, i32::MIN, i32::MAX] {
            let year = FinancialYear::starting(year);
            assert_eq!(InvoiceNumber::new(&Series::default(), year, 1), None, "{year:?}");
        }
        assert!(
            Series::parse("INVOICE").is_err() && Series::parse("a").is_err() && Series::parse("").is_err()
        );
    }
}
