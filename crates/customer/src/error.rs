//! What the customer domain refuses.

use execora_kernel::CustomerId;

/// Why a customer cannot be made or changed so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CustomerError {
    /// A credit limit below zero or above what may be booked at once.
    #[error("the credit limit is out of range")]
    CreditLimitOutOfRange,
    /// More aliases than one customer may have.
    #[error("too many aliases")]
    TooManyAliases,
    /// The customer was merged into another, which is the one to speak of.
    #[error("the customer was merged into another")]
    Merged(CustomerId),
    /// The customer's data were erased.
    #[error("the customer was erased")]
    Erased,
    /// A customer cannot be merged into itself.
    #[error("a customer cannot be merged into itself")]
    MergeIntoItself,
    /// There is no merge to undo.
    #[error("the customer was not merged")]
    NotMerged,
}
