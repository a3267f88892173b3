//! The shop's time zone: which local day it is, and where a financial year begins.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, Offset, TimeZone, Utc};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// An IANA time zone, Asia/Kolkata by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShopZone(chrono_tz::Tz);

/// Text that names no time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a time zone")]
pub struct ZoneRefused;

impl ShopZone {
    /// The zone of India.
    pub const INDIA: Self = Self(chrono_tz::Asia::Kolkata);

    /// The local date at an instant.
    #[must_use]
    pub fn date(self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.0).date_naive()
    }

    /// The instant with the zone's offset of that moment.
    #[must_use]
    pub fn local(self, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        let local = at.with_timezone(&self.0);
        local.with_timezone(&local.offset().fix())
    }

    /// The first instant of a local day.
    #[must_use]
    pub fn start_of(self, date: NaiveDate) -> DateTime<Utc> {
        let midnight = date.and_time(NaiveTime::MIN);
        // A day may start after midnight where clocks change; then the earliest instant that exists is meant.
        match self.0.from_local_datetime(&midnight).earliest() {
            Some(at) => at.with_timezone(&Utc),
            None => Utc.from_utc_datetime(&midnight),
        }
    }

    /// The zone itself, for recurrences.
    #[must_use]
    pub const fn tz(self) -> chrono_tz::Tz {
        self.0
    }
}

impl Default for ShopZone {
    fn default() -> Self {
        Self::INDIA
    }
}

impl fmt::Display for ShopZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

impl FromStr for ShopZone {
    type Err = ZoneRefused;
    fn from_str(text: &str) -> Result<Self, ZoneRefused> {
        text.parse().map(Self).map_err(|_| ZoneRefused)
    }
}

impl Serialize for ShopZone {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ShopZone {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<'de, str>::deserialize(d)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// An Indian financial year, 1 April to 31 March, named by the year it starts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FinancialYear(i32);

impl FinancialYear {
    /// The year that a local date falls in.
    #[must_use]
    pub fn of(date: NaiveDate) -> Self {
        Self(if date.month() >= 4 {
            date.year()
        } else {
            date.year() - 1
        })
    }

    /// The year it starts in.
    #[must_use]
    pub const fn start_year(self) -> i32 {
        self.0
    }

    /// A year from the calendar year it starts in.
    #[must_use]
    pub const fn starting(year: i32) -> Self {
        Self(year)
    }
}

impl fmt::Display for FinancialYear {
    /// `2026-27`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.0, (self.0 + 1).rem_euclid(100))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_financial_year_turns_at_midnight_in_india_not_in_greenwich() {
        let before: DateTime<Utc> = "2026-03-31T18:29:59Z".parse().unwrap_or_default();
        let after: DateTime<Utc> = "2026-03-31T18:30:00Z".parse().unwrap_or_default();
        assert_eq!(
            FinancialYear::of(ShopZone::INDIA.date(before)).to_string(),
            "2025-26"
        );
        assert_eq!(
            FinancialYear::of(ShopZone::INDIA.date(after)).to_string(),
            "2026-27"
        );
        assert_eq!(FinancialYear::starting(2099).to_string(), "2099-00");
    }
}
