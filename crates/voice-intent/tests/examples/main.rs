//! What each rule reads, and what it leaves alone: a few sentences per intent, none of them from the corpus.
#![expect(clippy::unwrap_used)]

mod bills;
mod forbidden;
mod money;
mod not_booked;
mod not_changed;
mod not_renamed;
mod said;
mod shop;

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

/// The slots of one sentence, as they are written.
fn has(text: &str, slots: Value) {
    assert_eq!(serde_json::to_value(said(text).slots).unwrap(), slots, "{text}");
}
