//! Stock movements: why goods came or went, and in which direction.

use chrono::{DateTime, Utc};
use execora_kernel::{InvoiceId, Label, Money, MovementId, ProductId, Quantity, TenantId};
use serde::{Deserialize, Serialize};

/// Why stock moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MovementReason {
    /// Bought in.
    Purchase,
    /// Sold.
    Sale,
    /// Came back from a customer.
    Return,
    /// Counted again: the only one that may be negative in words.
    Adjustment,
    /// Broken, spoilt or lost.
    Damage,
}

impl MovementReason {
    /// The word on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Purchase => "purchase",
            Self::Sale => "sale",
            Self::Return => "return",
            Self::Adjustment => "adjustment",
            Self::Damage => "damage",
        }
    }
}

/// Why a movement was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MovementRefused {
    /// Nothing, too much, or negative where the reason already tells the direction.
    #[error("quantity out of range")]
    OutOfRange,
}

/// One movement; `quantity` is in the product's own unit, positive into the shop and negative out of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Movement {
    pub id: MovementId,
    pub tenant: TenantId,
    pub product: ProductId,
    pub reason: MovementReason,
    pub quantity: Quantity,
    pub cost: Option<Money>,
    pub note: Option<Label>,
    pub invoice: Option<InvoiceId>,
    pub at: DateTime<Utc>,
}

/// Gives a spoken or written quantity its sign: purchases and returns come in, sales and damage go out,
/// and only an adjustment carries its own sign.
///
/// # Errors
/// When the quantity is zero, beyond 99,999.999, or negative for anything but an adjustment.
pub fn signed(reason: MovementReason, quantity: Quantity) -> Result<Quantity, MovementRefused> {
    let magnitude = Quantity::from_thousandths(
        quantity
            .thousandths()
            .checked_abs()
            .ok_or(MovementRefused::OutOfRange)?,
    );
    if !magnitude.is_bookable() {
        return Err(MovementRefused::OutOfRange);
    }
    match reason {
        MovementReason::Adjustment => Ok(quantity),
        _ if quantity < Quantity::ZERO => Err(MovementRefused::OutOfRange),
        MovementReason::Purchase | MovementReason::Return => Ok(quantity),
        MovementReason::Sale | MovementReason::Damage => {
            quantity.negated().ok_or(MovementRefused::OutOfRange)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_adjustment_carries_its_own_sign() {
        let q = Quantity::from_thousandths;
        assert_eq!(signed(MovementReason::Purchase, q(5)), Ok(q(5)));
        assert_eq!(signed(MovementReason::Damage, q(5)), Ok(q(-5)));
        assert_eq!(signed(MovementReason::Adjustment, q(-5)), Ok(q(-5)));
        for (reason, quantity) in [
            (MovementReason::Sale, -5),
            (MovementReason::Return, 0),
            (MovementReason::Adjustment, 100_000_000),
        ] {
            assert_eq!(signed(reason, q(quantity)), Err(MovementRefused::OutOfRange));
        }
    }
}
