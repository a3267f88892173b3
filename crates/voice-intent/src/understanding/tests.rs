//! Phrases of a counter that are easily misread.
#![expect(clippy::unwrap_used)]

use super::{CONFIDENCE_THRESHOLD, Intent, Reading, read};

fn said(text: &str) -> Reading {
    read(
        text,
        chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap(),
    )
}

fn goods(text: &str) -> Vec<(String, i64)> {
    let items = said(text).slots.items;
    let line = |item: super::Item| (item.product, item.quantity.map_or(0, |quantity| quantity.milli()));
    items.into_iter().map(line).collect()
}

#[test]
fn quantities_are_read_however_they_are_written() {
    for (text, expected) in [
        ("½ kilo cheeni Rahul ka bill bana do", vec![("cheeni", 500)]),
        ("Rahul ko 2½ kilo cheeni ka bill bana do", vec![("cheeni", 2_500)]),
        ("Rahul ko 1/2 kilo cheeni ka bill bana do", vec![("cheeni", 500)]),
        ("make a bill for Rahul a couple of soaps", vec![("soap", 2_000)]),
        (
            "Rahul ka bill milk 3 bread 2",
            vec![("milk", 3_000), ("bread", 2_000)],
        ),
        (
            "bill for Rahul bread, milk, 2 eggs",
            vec![("bread", 1_000), ("milk", 1_000), ("egg", 2_000)],
        ),
        ("add one more soap", vec![("soap", 1_000)]),
        (
            "Rahul ko 2 milk aur 3 bread ka bill",
            vec![("milk", 2_000), ("bread", 3_000)],
        ),
    ] {
        let expected: Vec<(String, i64)> = expected.into_iter().map(|(p, q)| (p.to_owned(), q)).collect();
        assert_eq!(goods(text), expected, "{text}");
    }
}

#[test]
fn a_printed_number_is_a_bill() {
    let reading = said("INV/26-27/0001 cancel karo");
    assert_eq!(reading.intent, Intent::CancelInvoice);
    assert_eq!(reading.slots.invoice_number.as_deref(), Some("INV/26-27/0001"));
}

#[test]
fn what_is_no_order_changes_nothing() {
    for text in [
        "Rahul ka pura hisaab clear ho gaya",
        "Suresh ke udhaar mein se 500 kam karo",
        "lagbhag 500 Rahul ne diye",
        "do chaar sau likh do Rahul ke khate mein",
        "Rahul ne 500 nahi diye",
    ] {
        let reading = said(text);
        assert!(
            !reading.intent.is_acting() || reading.confidence < CONFIDENCE_THRESHOLD,
            "{text}: {reading:?}"
        );
    }
}

#[test]
fn both_is_no_name() {
    assert_eq!(said("dono ka bill bana do").slots.customer, None);
}

#[test]
fn what_one_is_to_be_reminded_of_ends_before_the_day() {
    let reading = said("remind me to call Suresh on Friday");
    assert_eq!(reading.slots.message.as_deref(), Some("call Suresh"));
}
