//! Why a turn has no answer, and what a verb's refusal is to the dialogue.

use crate::refusal::{FieldCode, KeptIn, LineRefusal, Refusal, Subject};
use execora_kernel::{StoreError, caller::Forbidden};
use execora_voice_intent::dialogue;

/// Why a turn has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TurnRefused {
    /// The caller may not talk to the shop.
    #[error("the caller lacks a right")]
    Forbidden(#[from] Forbidden),
    /// No such conversation of this caller.
    #[error("no such session")]
    UnknownSession,
    /// What was answered is over.
    #[error("the question is over")]
    ClarifyExpired,
    /// There was no such question or option.
    #[error("there is no such question")]
    ClarifyUnknown,
    /// It cannot be taken back any more.
    #[error("it cannot be taken back any more")]
    UndoExpired,
    /// The turns before it took too long.
    #[error("the conversation is busy")]
    Busy,
    /// The same key came with another body.
    #[error("the key was used for another request")]
    KeyReused,
    /// The same turn is still being taken.
    #[error("the turn is still being taken")]
    InProgress,
    /// The store failed; nothing of this turn was done, and the same turn may be tried again. After `OutcomeUnknown` alone it may
    /// have been done: the same turn under the same name finds out.
    #[error("the store failed")]
    Store(#[from] StoreError),
}

impl From<dialogue::Void> for TurnRefused {
    fn from(void: dialogue::Void) -> Self {
        match void {
            dialogue::Void::ClarifyExpired => Self::ClarifyExpired,
            dialogue::Void::ClarifyUnknown => Self::ClarifyUnknown,
            dialogue::Void::UndoExpired => Self::UndoExpired,
        }
    }
}

/// The answer names the unit that fits.
fn wrong_unit(kept_in: &KeptIn) -> dialogue::Refusal {
    dialogue::Refusal::WrongUnit {
        product: kept_in.product.clone(),
        unit: kept_in.unit,
    }
}

/// What a verb's refusal is to the dialogue. `name_of` tells the name at a line of the bill.
pub(super) fn to_dialogue(refusal: &Refusal, name_of: impl Fn(usize) -> String) -> dialogue::Refusal {
    use dialogue::Refusal as Told;
    match refusal {
        Refusal::Store(_) | Refusal::KeyInProgress => Told::Unavailable,
        Refusal::Forbidden(_) => Told::Forbidden,
        Refusal::NotFound | Refusal::UnknownCustomer => Told::NotFound,
        Refusal::CodeWrong => Told::CodeWrong { tries_left: None },
        Refusal::CodeMistaken { left } => Told::CodeWrong {
            tries_left: Some(*left),
        },
        Refusal::CodeExpired => Told::CodeExpired,
        Refusal::CodeTriesOver => Told::CodeTriesOver,
        Refusal::CodeTooSoon { seconds } => Told::CodeTooSoon { seconds: *seconds },
        Refusal::CodeTooOften => Told::CodeTooOften,
        Refusal::Value {
            subject: Subject::SendAt,
            why: FieldCode::OutOfRange,
        } => Told::PastTime,
        Refusal::Value { why, .. } => match why {
            FieldCode::OutOfRange | FieldCode::TooManyDecimals => Told::OutOfRange,
            FieldCode::Required | FieldCode::TooLong | FieldCode::InvalidFormat => Told::Unreadable,
        },
        Refusal::Line { line, why } => match why {
            LineRefusal::UnknownProduct => Told::NotFound,
            LineRefusal::AmbiguousProduct => Told::Unreadable,
            LineRefusal::NotPriced => Told::NotPriced {
                product: name_of(*line),
            },
            LineRefusal::Quantity | LineRefusal::Price | LineRefusal::Discount => Told::OutOfRange,
            LineRefusal::WrongUnit(kept_in) => wrong_unit(kept_in),
        },
        Refusal::WrongUnit(kept_in) => wrong_unit(kept_in),
        Refusal::DatedBeforeSeries { .. } => Told::OutOfRange,
        Refusal::PhoneTaken { .. } => Told::PhoneTaken { name: name_of(0) },
        Refusal::OutOfStock { name, left, unit, .. } => Told::OutOfStock {
            product: name.clone(),
            left: *left,
            unit: *unit,
        },
        Refusal::CreditLimitExceeded { limit } => Told::CreditLimit { limit: *limit },
        Refusal::AlreadyIssued
        | Refusal::AlreadyCancelled
        | Refusal::AlreadyReversed
        | Refusal::AllocationExceedsOpen => Told::Already,
        Refusal::NoGstin => Told::NoGstin,
        Refusal::VersionStale | Refusal::KeyReused => Told::Stale,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dialogue::Refusal as Told;

    #[test]
    fn each_way_in_which_a_code_is_refused_is_told_as_what_it_is() {
        let wrong = |tries_left| Told::CodeWrong { tries_left };
        for (refusal, told) in [
            (Refusal::CodeWrong, wrong(None)),
            (Refusal::CodeMistaken { left: 4 }, wrong(Some(4))),
            (Refusal::CodeExpired, Told::CodeExpired),
            (Refusal::CodeTriesOver, Told::CodeTriesOver),
            (
                Refusal::CodeTooSoon { seconds: 20 },
                Told::CodeTooSoon { seconds: 20 },
            ),
            (Refusal::CodeTooOften, Told::CodeTooOften),
        ] {
            assert_eq!(to_dialogue(&refusal, |_| String::new()), told, "{refusal:?}");
        }
    }
}
