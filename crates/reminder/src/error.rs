//! What a reminder refuses.

/// Why a reminder was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReminderRefused {
    /// The time has passed already.
    #[error("the time has passed")]
    InThePast,
    /// Not a recurrence rule that is understood, or one that never happens.
    #[error("not a recurrence rule")]
    BadRecurrence,
    /// More often than every five minutes.
    #[error("too often")]
    TooOften,
    /// It is not waiting any more.
    #[error("already over")]
    AlreadyOver,
}
