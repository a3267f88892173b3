//! Reminders: errands of the shop and what is not to be done, counted weekdays, polite orders; and a number beside a new
//! customer that is no money.

use execora_voice_intent::understanding::Intent;

use crate::said::frames;
use crate::{is_never_done, leaves};

const REMINDERS: &str = include_str!("reminders.jsonl");

#[test]
fn a_reminder_is_read_with_its_errand_its_day_and_its_rule() {
    frames(REMINDERS.lines());
}

#[test]
fn an_errand_that_ends_something_takes_no_other_reminder_away() {
    leaves(
        Intent::CancelReminder,
        &[
            "remind me to leave at 5",
            "remind me to cancel the order tomorrow",
            "kal fridge band karne ke liye reminder lagao",
            "mujhe kal newspaper band karne ka reminder do",
            "remind me not to open the shop on Sunday",
            "remind Ravi on monday and not on tuesday",
        ],
    );
}

#[test]
fn what_was_told_is_no_order() {
    is_never_done(&[
        ("maine Ravi ko yaad dilaya", &[]),
        ("maine Ravi ko yaad dilaye the", &[]),
        ("usne mujhe yaad dilaya", &[]),
    ]);
}
