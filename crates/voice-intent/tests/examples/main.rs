//! What each rule reads, and what it leaves alone: a few sentences per intent, none of them from the corpus.
#![expect(clippy::unwrap_used)]

mod bills;
mod counter;
mod forbidden;
mod money;
mod not_booked;
mod not_changed;
mod not_renamed;
mod numbers;
mod reminders;
mod said;
mod shop;
mod unclear;

use chrono::DateTime;
use execora_voice_intent::understanding::{CONFIDENCE_THRESHOLD, Intent, Reading, read};
use serde_json::Value;

fn said(text: &str) -> Reading {
    read(
        text,
        DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap(),
    )
}

/// Every sentence is read as this intent, certainly enough to act.
fn reads(intent: Intent, sentences: &[&str]) {
    for text in sentences {
        let reading = said(text);
        assert_eq!(reading.intent, intent, "{text}");
        assert!(reading.is_certain(), "{text}: {}", reading.confidence);
    }
}

/// No sentence is acted upon as this intent.
fn leaves(intent: Intent, sentences: &[&str]) {
    for text in sentences {
        let reading = said(text);
        assert!(
            reading.intent != intent || reading.confidence < CONFIDENCE_THRESHOLD,
            "{text}"
        );
    }
}

/// None of these is acted upon, unless as one of the intents beside it.
fn is_never_done(never: &[(&str, &[Intent])]) {
    let mut wrong = Vec::new();
    for (text, allowed) in never {
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
    assert!(wrong.is_empty(), "{} of {}: {wrong:#?}", wrong.len(), never.len());
}

/// The slots of one sentence, as they are written.
fn has(text: &str, slots: Value) {
    assert_eq!(serde_json::to_value(said(text).slots).unwrap(), slots, "{text}");
}
