//! A span of days, named or dated.

use std::borrow::Cow;
use std::fmt;

use chrono::NaiveDate;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A span of days, named or dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// Today.
    Today,
    /// Yesterday.
    Yesterday,
    /// The current week.
    ThisWeek,
    /// The week before.
    LastWeek,
    /// The current month.
    ThisMonth,
    /// The month before.
    LastMonth,
    /// The current year.
    ThisYear,
    /// From one day to another, both included.
    Days(NaiveDate, NaiveDate),
}

impl JsonSchema for Period {
    fn schema_name() -> Cow<'static, str> {
        "Period".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "description": "today, yesterday, this_week, last_week, this_month, last_month, this_year, or YYYY-MM-DD/YYYY-MM-DD"})
    }
}

const PERIODS: [(Period, &str); 7] = [
    (Period::Today, "today"),
    (Period::Yesterday, "yesterday"),
    (Period::ThisWeek, "this_week"),
    (Period::LastWeek, "last_week"),
    (Period::ThisMonth, "this_month"),
    (Period::LastMonth, "last_month"),
    (Period::ThisYear, "this_year"),
];

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Self::Days(from, to) = self {
            return write!(f, "{from}/{to}");
        }
        let name = PERIODS.iter().find(|(period, _)| period == self);
        f.write_str(name.map_or("", |(_, name)| name))
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if let Some((period, _)) = PERIODS.iter().find(|(_, name)| *name == text) {
            return Ok(*period);
        }
        let days = text
            .split_once('/')
            .and_then(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)));
        match days {
            Some((from, to)) if from <= to => Ok(Self::Days(from, to)),
            _ => Err(serde::de::Error::custom("not a period")),
        }
    }
}
