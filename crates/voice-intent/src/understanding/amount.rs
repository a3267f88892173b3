//! Amounts and quantities as they were said: integers inside, plain JSON numbers on the wire.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Rupees as said, kept as integer paise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i64);

impl Amount {
    /// An amount of that many paise.
    #[must_use]
    pub fn from_paise(paise: i64) -> Self {
        Self(paise)
    }

    /// The amount in paise.
    #[must_use]
    pub fn paise(self) -> i64 {
        self.0
    }
}

/// A quantity as said, kept as integer thousandths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Measure(i64);

impl Measure {
    /// One whole unit.
    pub const ONE: Self = Self(1000);

    /// A quantity of that many thousandths.
    #[must_use]
    pub fn from_milli(milli: i64) -> Self {
        Self(milli)
    }

    /// The quantity in thousandths.
    #[must_use]
    pub fn milli(self) -> i64 {
        self.0
    }
}

/// A discount, in rupees or as a share of the bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Discount {
    /// So many rupees off.
    Amount(Amount),
    /// So many percent off.
    Percent(Measure),
}

impl JsonSchema for Amount {
    fn schema_name() -> Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number", "exclusiveMinimum": 0, "description": "rupees, at most two decimals"})
    }
}

impl JsonSchema for Measure {
    fn schema_name() -> Cow<'static, str> {
        "Measure".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number", "exclusiveMinimum": 0, "description": "at most three decimals"})
    }
}

impl JsonSchema for Discount {
    fn schema_name() -> Cow<'static, str> {
        "Discount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": ["number", "string"], "description": "rupees, or a share such as \"10%\""})
    }
}

/// Writes `value` of `scale` parts to one as a decimal without trailing zeros.
fn decimal(value: i64, digits: usize) -> String {
    let scale = 10_i64.pow(u32::try_from(digits).unwrap_or(0));
    let sign = if value < 0 { "-" } else { "" };
    let whole = value.abs() / scale;
    let part = value.abs() % scale;
    let fraction = format!("{part:0digits$}");
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction}")
    }
}

/// As many digits as every JSON number holds exactly.
const DIGITS_MAX: usize = 15;

/// Reads a decimal with at most `digits` places; anything else is refused, never trimmed to fit.
fn undecimal(text: &str, digits: usize) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > digits || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // A JSON number keeps fifteen digits: a part beyond them would not come back as it was written.
    if !fraction.is_empty() && whole.trim_start_matches(['-', '+']).len() + fraction.len() > DIGITS_MAX {
        return None;
    }
    let value: i64 = format!("{whole}{fraction:0<digits$}").parse().ok()?;
    (value != i64::MIN).then_some(value)
}

fn number<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(whole) = text.parse::<i64>() {
        return serializer.serialize_i64(whole);
    }
    let shown = text.parse::<f64>().map_err(serde::ser::Error::custom)?;
    serializer.serialize_f64(shown)
}

/// Takes a JSON number, or a number written as a string, as decimal text.
struct DecimalText;

impl Visitor<'_> for DecimalText {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E>(self, value: i64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_u64<E>(self, value: u64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_f64<E>(self, value: f64) -> Result<String, E> {
        Ok(value.to_string())
    }

    fn visit_str<E>(self, value: &str) -> Result<String, E> {
        Ok(value.trim().to_owned())
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&decimal(self.0, 2))
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&decimal(self.0, 3))
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        number(&decimal(self.0, 2), serializer)
    }
}

impl Serialize for Measure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        number(&decimal(self.0, 3), serializer)
    }
}

impl Serialize for Discount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Amount(amount) => amount.serialize(serializer),
            Self::Percent(share) => serializer.serialize_str(&format!("{}%", decimal(share.0, 3))),
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = deserializer.deserialize_any(DecimalText)?;
        undecimal(&text, 2)
            .map(Self)
            .ok_or_else(|| D::Error::custom("not an amount with at most two decimals"))
    }
}

impl<'de> Deserialize<'de> for Measure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = deserializer.deserialize_any(DecimalText)?;
        undecimal(&text, 3)
            .map(Self)
            .ok_or_else(|| D::Error::custom("not a quantity with at most three decimals"))
    }
}

impl<'de> Deserialize<'de> for Discount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = deserializer.deserialize_any(DecimalText)?;
        let read = match text.strip_suffix('%') {
            Some(share) => undecimal(share.trim(), 3).map(|milli| Self::Percent(Measure(milli))),
            None => undecimal(&text, 2).map(|paise| Self::Amount(Amount(paise))),
        };
        read.ok_or_else(|| D::Error::custom("not a discount"))
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn whole_rupees_are_written_without_a_point() {
        assert_eq!(serde_json::to_string(&Amount(50_000)).unwrap(), "500");
        assert_eq!(serde_json::to_string(&Amount(50_050)).unwrap(), "500.5");
        assert_eq!(serde_json::to_string(&Measure(375)).unwrap(), "0.375");
    }

    #[test]
    fn a_percentage_is_a_string() {
        assert_eq!(
            serde_json::to_string(&Discount::Percent(Measure(12_500))).unwrap(),
            "\"12.5%\""
        );
        let back: Discount = serde_json::from_str("\"10%\"").unwrap();
        assert_eq!(back, Discount::Percent(Measure(10_000)));
    }

    #[test]
    fn a_third_decimal_of_a_rupee_is_refused() {
        assert!(serde_json::from_str::<Amount>("10.005").is_err());
        assert!(serde_json::from_str::<Amount>("\"1.5.2\"").is_err());
        assert_eq!(serde_json::from_str::<Amount>("99.5").unwrap(), Amount(9950));
    }
}
