//! Whatever is written, reading ends quickly and never panics.
#![expect(clippy::unwrap_used)]

use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset};
use execora_voice_intent::understanding::{Intent, parse_line, read};
use proptest::prelude::*;

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-01-31T23:59:00+05:30").unwrap()
}

#[test]
fn a_megabyte_is_unknown_at_once() {
    let start = Instant::now();
    assert_eq!(read(&"do ".repeat(350_000), now()).intent, Intent::Unknown);
    assert!(start.elapsed() < Duration::from_millis(200));
}

#[test]
fn controls_and_direction_marks_are_unknown() {
    for text in [
        "Rahul ne 500\0 diye",
        "Rahul ne \u{202e}500 diye",
        "Rahul ne 500\u{7} diye",
        "\u{200f}Rahul ne 500 diye",
        "Rahul ne \u{2066}500\u{2069} diye",
        "Rahul\u{200e} ne 500 diye",
        "Rahul ne 500 diye\0",
    ] {
        assert_eq!(read(text, now()).intent, Intent::Unknown);
    }
}

#[test]
fn a_megabyte_of_anything_is_unknown_at_once() {
    for piece in [
        "\0",
        "a",
        "1",
        "e\u{301}",
        "राहुल ",
        "\u{202e}",
        " ",
        ",",
        "\u{fdfa}",
        "aur ",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        let start = Instant::now();
        assert_eq!(read(&text, now()).intent, Intent::Unknown, "{piece:?}");
        assert!(start.elapsed() < Duration::from_millis(200), "{piece:?}");
    }
}

#[test]
fn a_letter_under_five_hundred_bytes_of_marks_is_unknown_at_once() {
    for (letter, mark) in [
        ("e", "\u{301}"),
        ("क", "\u{93c}"),
        ("a", "\u{20dd}"),
        ("👩", "\u{200d}👩"),
    ] {
        let grapheme = format!("{letter}{}", mark.repeat(500 / mark.len()));
        let start = Instant::now();
        assert_eq!(read(&grapheme, now()).intent, Intent::Unknown, "{letter}");
        let three = format!("{grapheme} {grapheme} {grapheme}");
        assert_eq!(read(&three, now()).intent, Intent::Unknown, "{letter}");
        assert!(start.elapsed() < Duration::from_millis(50), "{letter}");
    }
}

#[test]
fn the_longest_text_that_is_read_is_read_in_bounded_time() {
    for piece in [
        "do ",
        "aur ",
        "5 kilo ",
        "राहुल को ",
        "har ",
        "saadhe paune ",
        "nahi ",
        "@.",
        "1/",
        "kal ",
    ] {
        let text = piece.repeat(2_000 / piece.len());
        let start = Instant::now();
        let reading = read(&text, now());
        assert!(
            start.elapsed() < Duration::from_millis(250),
            "{piece}: {:?}",
            start.elapsed()
        );
        assert!(reading.slots.items.len() <= 40, "{piece}");
    }
}

#[test]
fn figures_that_make_no_sense_are_never_trimmed_to_fit() {
    for text in [
        "Rahul ne -500 diye",
        "Rahul ne 1.5.2 diye",
        "Rahul ne 0 diye",
        "Rahul ne 10.005 diye",
        "Rahul ne 99999999999999999999 diye",
        "Rahul ne 1,2,3 diye",
    ] {
        let reading = read(text, now());
        assert!(
            !reading.is_certain() || reading.slots.amount.is_none(),
            "{text}: {reading:?}"
        );
    }
}

const WORDS: &str = "(rahul|ko|ne|ka|ke|se|do|de|bill|bana|500|5|sau|hazaar|saadhe|paune|kilo|cheeni|aur|nahi|matlab|sorry|kal|parson|baje|\
subah|har|din|mahine|tarikh|reminder|yaad|stock|rate|rupaye|paise|at|dot|gmail|com|double|nau|wala|mandir|paas|half|a|and|past|the|of|for|to|\
31|february|every|last|week|gst|bina|%|discount|1/13/2026|25:61|राहुल|को|दो|बिल|तक|in|hours|minute|baad|agle|uska|ek|pe|khate|mein|likho)";

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,300}") {
        let _ = read(&text, now());
    }

    #[test]
    fn no_order_of_the_words_panics(words in proptest::collection::vec(WORDS, 0..24)) {
        let _ = read(&words.join(" "), now());
    }

    #[test]
    fn no_line_panics_and_every_answer_is_json(line in "\\PC{0,200}") {
        if let Some(json) = parse_line(&line, 1, now()).json() {
            prop_assert!(serde_json::from_str::<serde_json::Value>(json).is_ok());
        }
    }
}
