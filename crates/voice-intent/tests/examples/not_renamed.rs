//! Particulars that are told, denied or past are not stored.

use execora_voice_intent::understanding::{CONFIDENCE_THRESHOLD, Intent};

use crate::said;

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
fn not_renamed_stands() {
    let mut wrong = Vec::new();
    for (text, allowed) in NEVER {
        let reading = said(text);
        let all = std::iter::once((reading.intent, reading.confidence))
            .chain(reading.also.iter().map(|also| (also.intent, also.confidence)));
        for (intent, confidence) in all {
            let acts = intent.is_acting() && intent != Intent::Affirm && confidence >= CONFIDENCE_THRESHOLD;
            if acts && !allowed.contains(&intent) {
                wrong.push(format!("{text}: {intent:?} at {confidence}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), NEVER.len());
}
