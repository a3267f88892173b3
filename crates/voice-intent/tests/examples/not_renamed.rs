//! Particulars that are told, denied or past are not stored.

use execora_voice_intent::understanding::Intent;

use crate::is_never_done;

/// None of these may be acted upon, unless as the intent beside it.
const NEVER: &[(&str, &[Intent])] = &[
    ("Rahul ka number 9876543210 nahi hai", &[]),
    ("Rahul ka number 9876543210 galat hai", &[]),
    ("Rahul ka number 9876543210 tha", &[]),
    ("Rahul ka naam galat hai", &[]),
    ("Rahul ka email kya tha", &[]),
    ("Rahul ko delete mat karo", &[]),
    ("Rahul ka data delete ho gaya", &[]),
    ("agar naya customer aaye to batana", &[]),
    ("naya customer aaya tha", &[]),
];

#[test]
fn nothing_of_it_is_stored() {
    is_never_done(NEVER);
}
