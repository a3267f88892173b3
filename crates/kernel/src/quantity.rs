//! Quantities with at most three decimals, as integer thousandths.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

/// A signed quantity in thousandths of its unit; a decimal string such as `"12.5"` on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Quantity(i64);

/// Why text is not a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum QuantityRefused {
    /// Not a plain decimal number.
    #[error("not a decimal number")]
    Malformed,
    /// More than three decimals.
    #[error("more than three decimals")]
    TooManyDecimals,
    /// Outside what fits.
    #[error("out of range")]
    OutOfRange,
}

impl Quantity {
    /// None of it.
    pub const ZERO: Self = Self(0);
    /// One of it.
    pub const ONE: Self = Self(1_000);
    /// The largest quantity of one line: 99,999.999.
    pub const LINE_MAX: Self = Self(99_999_999);

    /// A quantity from thousandths.
    #[must_use]
    pub const fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// A quantity from a whole number; `None` when it does not fit.
    #[must_use]
    pub const fn from_whole(whole: i64) -> Option<Self> {
        match whole.checked_mul(1_000) {
            Some(v) => Some(Self(v)),
            None => None,
        }
    }

    /// The quantity in thousandths.
    #[must_use]
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// Reads a plain decimal such as `2`, `0.5` or `-3.125`; no exponent, sign `+`, grouping or spaces.
    ///
    /// # Errors
    /// When it is no such number, has more than three decimals or does not fit.
    pub fn parse(text: &str) -> Result<Self, QuantityRefused> {
        use QuantityRefused::{Malformed, OutOfRange, TooManyDecimals};
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(fraction) {
            return Err(Malformed);
        }
        if fraction.len() > 3 {
            return Err(TooManyDecimals);
        }
        let whole: i64 = whole.parse().map_err(|_| OutOfRange)?;
        let fraction: i64 = format!("{fraction:0<3}").parse().map_err(|_| Malformed)?;
        let magnitude = whole
            .checked_mul(1_000)
            .and_then(|w| w.checked_add(fraction))
            .ok_or(OutOfRange)?;
        Ok(Self(if negative { -magnitude } else { magnitude }))
    }

    /// Sum, or `None` on overflow.
    #[must_use]
    pub const fn plus(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(v) => Some(Self(v)),
            None => None,
        }
    }

    /// The same quantity the other way round, or `None` on overflow.
    #[must_use]
    pub const fn negated(self) -> Option<Self> {
        match self.0.checked_neg() {
            Some(v) => Some(Self(v)),
            None => None,
        }
    }

    /// 0.001 to 99,999.999: what one line or movement may hold.
    #[must_use]
    pub fn is_bookable(self) -> bool {
        self > Self::ZERO && self <= Self::LINE_MAX
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let (whole, fraction) = (magnitude / 1_000, magnitude % 1_000);
        let sign = if self.0 < 0 { "-" } else { "" };
        if fraction == 0 {
            return write!(f, "{sign}{whole}");
        }
        write!(
            f,
            "{sign}{whole}.{}",
            format!("{fraction:03}").trim_end_matches('0')
        )
    }
}

impl FromStr for Quantity {
    type Err = QuantityRefused;
    fn from_str(text: &str) -> Result<Self, QuantityRefused> {
        Self::parse(text)
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&std::borrow::Cow::<'de, str>::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_plain_decimals_are_quantities() {
        assert_eq!(Quantity::parse("12.5"), Ok(Quantity(12_500)));
        assert_eq!(Quantity::parse("-0.001"), Ok(Quantity(-1)));
        assert_eq!(Quantity::parse("1.2345"), Err(QuantityRefused::TooManyDecimals));
        for wrong in [
            "", ".5", "5.", "NaN", "1e9", "+1", "1,000", " 1", "1.5.2", "--1", "٣",
        ] {
            assert_eq!(Quantity::parse(wrong), Err(QuantityRefused::Malformed), "{wrong}");
        }
        assert_eq!(
            Quantity::parse("99999999999999999999"),
            Err(QuantityRefused::OutOfRange)
        );
    }

    proptest! {
        #[test]
        fn text_and_quantity_agree(q in -1_000_000_000_i64..1_000_000_000) {
            prop_assert_eq!(Quantity::parse(&Quantity(q).to_string()), Ok(Quantity(q)));
        }
    }
}
