//! What is said at a counter beside the goods: orders, reasons, swaps, closers, pauses, and how the goods are to be.

use execora_voice_intent::understanding::Intent;

use crate::leaves;
use crate::said::frames;

const COUNTER: &str = include_str!("counter.jsonl");

#[test]
fn what_is_said_beside_the_goods_names_nobody_and_bills_nothing() {
    frames(COUNTER.lines());
}

#[test]
fn a_correction_of_the_only_count_is_one_count() {
    for (text, milli) in [
        ("do milk daal do, nahi nahi, ek hi karo", 1_000),
        ("Rahul ko do milk ka bill bana do nahi nahi ek hi karo", 1_000),
    ] {
        let reading = crate::said(text);
        let counts: Vec<i64> = reading
            .slots
            .items
            .iter()
            .filter_map(|item| item.quantity.map(|quantity| quantity.milli()))
            .collect();
        assert_eq!(counts, [milli], "{text}: {reading:?}");
    }
}

#[test]
fn goods_that_are_ordered_elsewhere_are_no_bill() {
    leaves(
        Intent::CreateInvoice,
        &[
            "charger order kar do",
            "remind me to order bread",
            "order kab aayega",
        ],
    );
}
