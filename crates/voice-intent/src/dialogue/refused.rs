//! What a refusal means: sometimes another look, otherwise the plain reason in words.

use super::effect::LookUp;
use super::next::{Around, Next};
use super::outcome::Refusal;
use super::task::Task;
use super::{deletion, phrases};
use crate::wording::{Key, say, unit_word};

/// Takes in that the command's action was refused.
pub(super) fn refused(around: &mut Around<'_>, task: &mut Task, refusal: &Refusal) -> Next {
    // Somebody changed the draft meanwhile: the yes was to another preview, so look again and ask again.
    if *refusal == Refusal::Stale
        && task.before.is_none()
        && let Some(draft) = task.draft.take()
    {
        task.agreed = false;
        task.bare_yes = true;
        task.changed_draft = Some(draft.id);
        return Next::LookUp(LookUp::Drafts {
            customer: draft.customer,
        });
    }
    if let Some(next) = deletion::refused(around, task, refusal) {
        return next;
    }
    let (text, code) = words(around, refusal);
    Next::failed(task, text, code)
}

/// The reason in words and as a stable code.
pub(super) fn words(around: &Around<'_>, refusal: &Refusal) -> (String, &'static str) {
    let language = around.language;
    let plain = |key, code| (say(language, key, &[]), code);
    match refusal {
        Refusal::Forbidden => plain(Key::Forbidden, "forbidden"),
        Refusal::NotFound => plain(Key::NotFound, "not_found"),
        Refusal::Stale => plain(Key::Stale, "version_stale"),
        Refusal::OutOfStock { product, left, .. } if *left <= execora_kernel::Quantity::ZERO => (
            say(language, Key::NoneLeftNoBill, &[("product", product)]),
            "out_of_stock",
        ),
        Refusal::OutOfStock { product, left, unit } => {
            let left = phrases::measure(language, *left, *unit);
            (
                say(
                    language,
                    Key::OutOfStock,
                    &[("product", product), ("left", &left)],
                ),
                "out_of_stock",
            )
        }
        Refusal::NotPriced { product } => (
            say(language, Key::NotPriced, &[("product", product)]),
            "product_not_priced",
        ),
        Refusal::WrongUnit { product, unit } => {
            let unit = match unit_word(language, *unit) {
                "" => unit.as_str(),
                word => word,
            };
            (
                say(language, Key::WrongUnit, &[("product", product), ("unit", &unit)]),
                "invalid_format",
            )
        }
        Refusal::OutOfRange => plain(Key::OutOfRange, "out_of_range"),
        Refusal::CreditLimit { limit } => (
            say(language, Key::CreditLimit, &[("limit", limit)]),
            "credit_limit_exceeded",
        ),
        Refusal::PhoneTaken { name } => (
            say(language, Key::PhoneTaken, &[("name", name)]),
            "duplicate_customer",
        ),
        Refusal::NoGstin => plain(Key::NoGstin, "gstin_invalid"),
        Refusal::CodeWrong {
            tries_left: Some(count),
        } => (
            say(language, Key::CodeWrongLeft, &[("count", count)]),
            "code_wrong",
        ),
        Refusal::CodeWrong { tries_left: None } => plain(Key::CodeWrong, "code_wrong"),
        Refusal::CodeExpired => plain(Key::CodeExpired, "code_expired"),
        Refusal::CodeTriesOver => plain(Key::CodeTriesOver, "code_expired"),
        Refusal::CodeTooSoon { seconds } => (
            say(language, Key::CodeTooSoon, &[("seconds", seconds)]),
            "rate_limited",
        ),
        Refusal::CodeTooOften => plain(Key::CodeTooOften, "rate_limited"),
        Refusal::Unreadable => plain(Key::Unreadable, "invalid_format"),
        Refusal::Already => plain(Key::Already, "already_done"),
        Refusal::PastTime => plain(Key::PastTime, "out_of_range"),
        Refusal::PeriodClosed => plain(Key::PeriodClosed, "period_closed"),
        Refusal::NotPossible => plain(Key::NotPossible, "not_possible"),
        Refusal::Unavailable => plain(Key::Unavailable, "unavailable"),
    }
}

/// Whether the thing could still be taken back later.
pub(super) fn may_be_tried_again(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Forbidden | Refusal::Unavailable)
}
