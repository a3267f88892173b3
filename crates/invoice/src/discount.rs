//! A discount as an amount or in percent.

use execora_kernel::{Money, Quantity};
use serde::{Deserialize, Serialize};

/// A hundred percent.
const WHOLE: Quantity = Quantity::from_thousandths(100_000);

/// What is taken off a line or a bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Discount {
    /// Nothing.
    #[default]
    None,
    /// An amount.
    Amount(Money),
    /// Percent with at most three decimals, 0–100.
    Percent(Quantity),
}

impl Discount {
    /// What is taken off `base`, rounded half up to the paisa; `None` when the discount is below nothing, above 100 % or more
    /// than `base`.
    #[must_use]
    pub fn of(self, base: Money) -> Option<Money> {
        let off = match self {
            Self::None => Money::ZERO,
            Self::Amount(amount) => amount,
            Self::Percent(percent) if percent < Quantity::ZERO || percent > WHOLE => return None,
            Self::Percent(percent) => base.scaled(percent.thousandths(), WHOLE.thousandths())?,
        };
        (off >= Money::ZERO && off <= base).then_some(off)
    }
}
