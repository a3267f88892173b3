//! How a store or a gateway fails, in words that a use case can act on.

use std::borrow::Cow;

/// Why a storage port could not answer. After any of these the unit of work is spent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The store cannot be reached, is locked or gave up, and nothing stays: the whole use case may be tried again.
    #[error("the store is unavailable")]
    Unavailable,
    /// The answer to a commit was lost and nobody could tell whether it took place: what the unit did may stand. It MUST NOT be
    /// done again before that is known.
    #[error("it is not known whether the store kept it")]
    OutcomeUnknown,
    /// Another unit held a row for longer than this one may wait.
    #[error("the store was busy for too long")]
    Busy,
    /// A row with this key exists already.
    #[error("there is one already")]
    Duplicate,
    /// The row was changed by somebody else since it was read.
    #[error("changed since it was read")]
    Stale,
    /// What is stored cannot be read back.
    #[error("stored data is damaged: {what}")]
    Corrupt {
        /// The noun that is damaged, never its content.
        what: &'static str,
    },
}

/// Why something outside (speech, model, mail, files) could not answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GatewayError {
    /// Not there or not reachable now.
    #[error("unavailable")]
    Unavailable,
    /// Took longer than it may.
    #[error("timed out")]
    Timeout,
    /// Answered, but refused what was asked.
    #[error("refused: {reason}")]
    Refused {
        /// Why, in our words.
        reason: Cow<'static, str>,
    },
    /// Answered with something that is not of the agreed form.
    #[error("unreadable answer: {reason}")]
    Invalid {
        /// What is wrong with it, in our words.
        reason: Cow<'static, str>,
    },
}

impl GatewayError {
    /// Answered, but refused what was asked. `reason` is in our words: no secret and nothing that was said stands in it.
    #[must_use]
    pub fn refused(reason: impl Into<Cow<'static, str>>) -> Self {
        Self::Refused {
            reason: reason.into(),
        }
    }

    /// Answered with something that is not of the agreed form; `reason` as in [`GatewayError::refused`].
    #[must_use]
    pub fn invalid(reason: impl Into<Cow<'static, str>>) -> Self {
        Self::Invalid {
            reason: reason.into(),
        }
    }
}
