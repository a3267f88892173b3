//! Units of sale and the few conversions that are exact.

use crate::Quantity;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// What a quantity counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Unit {
    Kg,
    G,
    L,
    Ml,
    Piece,
    Packet,
    Dozen,
    Box,
    Bottle,
    Bag,
    Metre,
}

/// Text that names no unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a unit")]
pub struct UnitRefused;

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 11] = [
        Self::Kg,
        Self::G,
        Self::L,
        Self::Ml,
        Self::Piece,
        Self::Packet,
        Self::Dozen,
        Self::Box,
        Self::Bottle,
        Self::Bag,
        Self::Metre,
    ];

    /// The word on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kg => "kg",
            Self::G => "g",
            Self::L => "l",
            Self::Ml => "ml",
            Self::Piece => "piece",
            Self::Packet => "packet",
            Self::Dozen => "dozen",
            Self::Box => "box",
            Self::Bottle => "bottle",
            Self::Bag => "bag",
            Self::Metre => "metre",
        }
    }

    /// What is measured and how many thousandths of the base one unit holds.
    const fn base(self) -> (Self, i64) {
        match self {
            Self::Kg => (Self::G, 1_000),
            Self::L => (Self::Ml, 1_000),
            Self::Dozen => (Self::Piece, 12),
            other => (other, 1),
        }
    }

    /// The same amount counted in another unit: 500 g are 0.5 kg, 2 dozen are 24 pieces.
    /// `None` when the units do not measure the same, or three decimals cannot hold it.
    #[must_use]
    pub fn convert(self, quantity: Quantity, into: Self) -> Option<Quantity> {
        if self == into {
            return Some(quantity);
        }
        let ((from_base, from), (into_base, to)) = (self.base(), into.base());
        if from_base != into_base {
            return None;
        }
        let thousandths = quantity.thousandths().checked_mul(from)?;
        (thousandths % to == 0).then(|| Quantity::from_thousandths(thousandths / to))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Unit {
    type Err = UnitRefused;
    fn from_str(text: &str) -> Result<Self, UnitRefused> {
        Self::ALL
            .into_iter()
            .find(|u| u.as_str() == text)
            .ok_or(UnitRefused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exact_conversions_are_made() {
        let q = Quantity::from_thousandths;
        assert_eq!(Unit::G.convert(q(500_000), Unit::Kg), Some(q(500)));
        assert_eq!(Unit::Dozen.convert(q(2_000), Unit::Piece), Some(q(24_000)));
        assert_eq!(Unit::Kg.convert(q(1_000), Unit::L), None);
        assert_eq!(
            Unit::Piece.convert(q(1_000), Unit::Dozen),
            None,
            "1/12 has no end"
        );
        assert_eq!(
            Unit::G.convert(q(500), Unit::Kg),
            None,
            "half a gram is lost in three decimals"
        );
        assert_eq!(Unit::Kg.convert(q(i64::MAX), Unit::Kg), Some(q(i64::MAX)));
        assert_eq!(Unit::Kg.convert(q(i64::MAX), Unit::G), None);
        assert_eq!(Unit::Packet.convert(q(2_000), Unit::Packet), Some(q(2_000)));
    }
}
