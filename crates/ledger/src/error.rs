//! What the ledger refuses.

/// Why an entry, payment or allocation was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LedgerRefused {
    /// The postings do not sum to nothing.
    #[error("postings do not balance")]
    Unbalanced,
    /// An amount that is not more than nothing and at most ₹10,00,00,000, or a sum that does not fit.
    #[error("amount out of range")]
    AmountOutOfRange,
    /// The entry was reversed before, or is a reversal itself.
    #[error("already reversed")]
    AlreadyReversed,
    /// More was put on an invoice than is open on it, or than was paid in all.
    #[error("allocation exceeds what is open")]
    AllocationExceedsOpen,
}
