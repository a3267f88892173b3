//! Moments: always ahead, always in the shop's own offset, and never made of a date that does not exist.
#![expect(clippy::unwrap_used)]

use chrono::{DateTime, FixedOffset, TimeZone, Utc};
use execora_voice_intent::understanding::{CONFIDENCE_THRESHOLD, Intent, read};
use proptest::prelude::*;

fn at(now: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(now).unwrap()
}

fn when(text: &str, now: &str) -> Option<String> {
    let reading = read(text, at(now));
    assert_eq!(reading.intent, Intent::ScheduleReminder, "{text}");
    reading.slots.when.map(|when| when.to_rfc3339())
}

/// A Sunday morning in Lucknow.
const SUNDAY: &str = "2026-11-22T10:00:00+05:30";

#[test]
fn days_and_hours_mean_what_they_mean_at_a_counter() {
    for (said, expected) in [
        ("aaj shaam", "2026-11-22T18:00:00+05:30"),
        ("aaj raat", "2026-11-22T20:00:00+05:30"),
        ("kal", "2026-11-23T10:00:00+05:30"),
        ("kal subah", "2026-11-23T09:00:00+05:30"),
        ("kal dopahar", "2026-11-23T13:00:00+05:30"),
        ("parson", "2026-11-24T10:00:00+05:30"),
        ("kal saadhe 7 baje", "2026-11-23T07:30:00+05:30"),
        ("kal shaam sava 7 baje", "2026-11-23T19:15:00+05:30"),
        ("kal paune 8 baje", "2026-11-23T07:45:00+05:30"),
        ("dedh baje", "2026-11-22T13:30:00+05:30"),
        ("dhai baje", "2026-11-22T14:30:00+05:30"),
        ("9 baje", "2026-11-22T21:00:00+05:30"),
        ("11 baje", "2026-11-22T11:00:00+05:30"),
        ("12 baje", "2026-11-22T12:00:00+05:30"),
        ("5 baje", "2026-11-22T17:00:00+05:30"),
        ("teen din baad", "2026-11-25T10:00:00+05:30"),
        ("agle hafte", "2026-11-29T10:00:00+05:30"),
        ("agle mahine", "2026-12-22T10:00:00+05:30"),
        ("ravivaar ko", "2026-11-29T10:00:00+05:30"),
        ("somvaar ko", "2026-11-23T10:00:00+05:30"),
        ("5 tarikh ko", "2026-12-05T10:00:00+05:30"),
        ("22 tarikh ko", "2026-12-22T10:00:00+05:30"),
        ("31 tarikh ko", "2026-12-31T10:00:00+05:30"),
        ("20 minute baad", "2026-11-22T10:20:00+05:30"),
        ("dedh ghante baad", "2026-11-22T11:30:00+05:30"),
        ("do ghante baad", "2026-11-22T12:00:00+05:30"),
        ("15 august ko", "2027-08-15T10:00:00+05:30"),
    ] {
        let text = format!("Rahul ko {said} yaad dilana");
        assert_eq!(when(&text, SUNDAY).as_deref(), Some(expected), "{said}");
    }
    for (said, expected) in [
        ("tomorrow", "2026-11-23T10:00:00+05:30"),
        ("day after tomorrow", "2026-11-24T10:00:00+05:30"),
        ("tomorrow at 7 pm", "2026-11-23T19:00:00+05:30"),
        ("in 3 days", "2026-11-25T10:00:00+05:30"),
        ("in half an hour", "2026-11-22T10:30:00+05:30"),
        ("next week", "2026-11-29T10:00:00+05:30"),
        ("on friday", "2026-11-27T10:00:00+05:30"),
        ("on the 5th", "2026-12-05T10:00:00+05:30"),
        ("tonight", "2026-11-22T20:00:00+05:30"),
        ("at half past four", "2026-11-22T16:30:00+05:30"),
    ] {
        let text = format!("remind Rahul {said}");
        assert_eq!(when(&text, SUNDAY).as_deref(), Some(expected), "{said}");
    }
}

#[test]
fn the_end_of_a_month_is_clipped_and_leap_days_exist_only_in_leap_years() {
    let text = "Rahul ko agle mahine yaad dilana";
    assert_eq!(
        when(text, "2027-01-31T09:00:00+05:30").as_deref(),
        Some("2027-02-28T10:00:00+05:30")
    );
    assert_eq!(
        when(text, "2028-01-31T09:00:00+05:30").as_deref(),
        Some("2028-02-29T10:00:00+05:30")
    );
}

#[test]
fn a_date_that_does_not_exist_is_asked() {
    for text in [
        "31 february ko Rahul ko yaad dilana",
        "Rahul ko 30 february ko yaad dilana",
        "remind Rahul on 31 June",
        "Rahul ko 32 tarikh ko yaad dilana",
        "Rahul ko 25 baje yaad dilana",
        "31/02/2027 ko Rahul ko yaad dilana",
    ] {
        let reading = read(text, at(SUNDAY));
        let asked = reading.intent == Intent::Unknown || reading.confidence < CONFIDENCE_THRESHOLD;
        assert!(asked && reading.slots.amount.is_none(), "{text}: {reading:?}");
    }
}

fn phrase() -> impl Strategy<Value = String> {
    let count = 1_u32..60;
    let hour = 1_u32..=12;
    let day = prop::sample::select(vec![
        "aaj",
        "kal",
        "parson",
        "agle hafte",
        "agle mahine",
        "somvaar ko",
        "shukravaar ko",
        "itvaar ko",
        "",
        "tomorrow",
        "5 tarikh ko",
        "31 tarikh ko",
        "29 february ko",
        "15 august ko",
    ]);
    let part = prop::sample::select(vec!["", "subah", "dopahar", "shaam", "raat"]);
    let quarter = prop::sample::select(vec!["", "saadhe", "sava", "paune"]);
    prop_oneof![
        (
            count.clone(),
            prop::sample::select(vec!["minute", "ghante", "din", "hafte", "mahine"])
        )
            .prop_map(|(n, unit)| format!("{n} {unit} baad")),
        (day.clone(), part.clone(), quarter, hour)
            .prop_map(|(day, part, quarter, hour)| format!("{day} {part} {quarter} {hour} baje")),
        (day, part).prop_map(|(day, part)| format!("{day} {part}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn every_moment_is_ahead_and_in_the_offset_of_the_shop(
        said in phrase(),
        seconds in 1_700_000_000_i64..2_200_000_000,
        quarters in -48_i32..=56,
    ) {
        let offset = FixedOffset::east_opt(quarters * 900).unwrap();
        let now = Utc.timestamp_opt(seconds, 0).unwrap().with_timezone(&offset);
        let reading = read(&format!("Rahul ko {said} yaad dilana"), now);
        if let Some(when) = reading.slots.when {
            prop_assert!(when > now, "{said} at {now}: {when}");
            prop_assert_eq!(*when.offset(), offset);
        }
        prop_assert!(reading.slots.amount.is_none(), "{said}: {:?}", reading.slots.amount);
    }
}
