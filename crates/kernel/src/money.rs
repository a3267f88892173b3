//! Money as integer paise; nothing here can overflow silently or round by accident.

use crate::Quantity;
use serde::{Deserialize, Serialize};
use std::fmt;

/// An amount of Indian rupees in paise. Positive and negative amounts are both meaningful.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(i64);

/// The largest amount that a person or partner may name: ₹10,00,00,000.
pub const AMOUNT_MAX: Money = Money(10_000_000_000);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// An amount from its paise.
    #[must_use]
    pub const fn from_paise(paise: i64) -> Self {
        Self(paise)
    }

    /// An amount from whole rupees; `None` when it does not fit.
    #[must_use]
    pub const fn from_rupees(rupees: i64) -> Option<Self> {
        match rupees.checked_mul(100) {
            Some(paise) => Some(Self(paise)),
            None => None,
        }
    }

    /// The amount in paise.
    #[must_use]
    pub const fn paise(self) -> i64 {
        self.0
    }

    /// Sum, or `None` on overflow.
    #[must_use]
    pub const fn plus(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(v) => Some(Self(v)),
            None => None,
        }
    }

    /// Difference, or `None` on overflow.
    #[must_use]
    pub const fn minus(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(v) => Some(Self(v)),
            None => None,
        }
    }

    /// The same amount the other way round, or `None` on overflow.
    #[must_use]
    pub const fn negated(self) -> Option<Self> {
        match self.0.checked_neg() {
            Some(v) => Some(Self(v)),
            None => None,
        }
    }

    /// Price times quantity, rounded half up to the paisa.
    #[must_use]
    pub fn times(self, quantity: Quantity) -> Option<Self> {
        let product = i128::from(self.0).checked_mul(i128::from(quantity.thousandths()))?;
        round_half_up(product, 1_000).map(Self)
    }

    /// `self × numerator ÷ denominator`, rounded half up (towards +∞ on a tie); `None` on overflow or a denominator ≤ 0.
    #[must_use]
    pub fn scaled(self, numerator: i64, denominator: i64) -> Option<Self> {
        let product = i128::from(self.0).checked_mul(i128::from(numerator))?;
        round_half_up(product, i128::from(denominator)).map(Self)
    }

    /// The sum of many amounts, or `None` on overflow.
    #[must_use]
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// More than nothing and at most [`AMOUNT_MAX`]: what may be paid, lent or charged at once.
    #[must_use]
    pub fn is_bookable(self) -> bool {
        self > Self::ZERO && self <= AMOUNT_MAX
    }
}

fn round_half_up(value: i128, denominator: i128) -> Option<i64> {
    if denominator <= 0 {
        return None;
    }
    let doubled = value.checked_mul(2)?.checked_add(denominator)?;
    i64::try_from(doubled.div_euclid(denominator.checked_mul(2)?)).ok()
}

impl fmt::Display for Money {
    /// `₹1,25,000` or `₹1,25,000.50`: the rupee sign, Indian grouping, paise only where there are any.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let absolute = self.0.unsigned_abs();
        let (rupees, paise) = (absolute / 100, absolute % 100);
        if self.0 < 0 {
            f.write_str("-")?;
        }
        f.write_str("₹")?;
        f.write_str(&grouped(rupees))?;
        if paise > 0 {
            write!(f, ".{paise:02}")
        } else {
            Ok(())
        }
    }
}

fn grouped(rupees: u64) -> String {
    let digits = rupees.to_string();
    let head_len = digits.len().saturating_sub(3);
    let (head, tail) = digits.split_at(head_len);
    let mut out = String::with_capacity(digits.len() + digits.len() / 2);
    for (i, c) in head.chars().enumerate() {
        if i > 0 && (head_len - i).is_multiple_of(2) {
            out.push(',');
        }
        out.push(c);
    }
    if !head.is_empty() {
        out.push(',');
    }
    out.push_str(tail);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn amounts_are_shown_the_indian_way() {
        for (paise, text) in [
            (0, "₹0"),
            (100, "₹1"),
            (100_000, "₹1,000"),
            (12_500_000, "₹1,25,000"),
            (12_500_050, "₹1,25,000.50"),
            (-5, "-₹0.05"),
            (1_000_000_000, "₹1,00,00,000"),
        ] {
            assert_eq!(Money::from_paise(paise).to_string(), text);
        }
    }

    #[test]
    fn halves_round_up() {
        let m = Money::from_paise;
        assert_eq!(m(1).scaled(1, 2), Some(m(1)));
        assert_eq!(m(-1).scaled(1, 2), Some(m(0)));
        assert_eq!(m(3335).scaled(5, 100), Some(m(167)));
        assert_eq!(m(1).scaled(1, 0), None);
        assert_eq!(m(i64::MAX).scaled(2, 1), None);
    }

    proptest! {
        #[test]
        fn addition_and_subtraction_undo_each_other(a in any::<i64>(), b in any::<i64>()) {
            if let Some(sum) = Money(a).plus(Money(b)) {
                prop_assert_eq!(sum.minus(Money(b)), Some(Money(a)));
            }
        }
    }
}
