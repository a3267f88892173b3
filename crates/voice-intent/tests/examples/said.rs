//! How different people say the same: tables of sentences with their whole frames, none of them from the corpus.

use execora_voice_intent::understanding::{CONFIDENCE_THRESHOLD, Intent};
use serde_json::{Value, json};

use crate::said;

const SAID: &str = include_str!("said.jsonl");
/// What every speaker of Hindi knows: each number word to 99 with its spellings, fractions, units, days, ways to pay,
/// directions of money, honorifics.
const FACTS: &str = include_str!("facts.jsonl");

#[test]
fn every_way_to_say_it_is_read_with_its_whole_frame() {
    frames(SAID.lines().chain(FACTS.lines()));
}

/// Every line is read as the intent and the slots that stand in it; an `asked` one below the threshold for acting.
pub(crate) fn frames<'a>(lines: impl Iterator<Item = &'a str>) {
    let mut wrong = Vec::new();
    for line in lines {
        let row: Value = serde_json::from_str(line).unwrap();
        let text = row["text"].as_str().unwrap();
        let reading = said(text);
        let asked = row["asked"].as_bool().unwrap_or(false);
        let fits = row["intent"] == json!(reading.intent) && row["slots"] == json!(reading.slots);
        let acts = reading.confidence >= CONFIDENCE_THRESHOLD;
        if !fits || acts == asked && reading.intent != Intent::Unknown {
            let frame = json!({"intent": reading.intent, "slots": reading.slots});
            wrong.push(format!("{text}: {frame} at {}", reading.confidence));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn commands_parted_by_a_pause_are_read_one_by_one() {
    let reading = said("Rahul ne 100 diye, Amit ne 200 diye, Suresh ke khate mein 50 likh do");
    let all: Vec<_> = std::iter::once((reading.intent, reading.slots.amount))
        .chain(reading.also.iter().map(|also| (also.intent, also.slots.amount)))
        .map(|(intent, amount)| (intent, amount.map_or(0, |amount| amount.paise())))
        .collect();
    assert_eq!(
        all,
        [
            (Intent::AddPayment, 10_000),
            (Intent::AddPayment, 20_000),
            (Intent::AddCredit, 5_000)
        ]
    );
    assert!(said("Rahul ne 500 diye, cash mein").also.is_empty());
    assert!(
        said("Rahul ka bill banao, 2 milk, 3 bread, aur bhej do")
            .also
            .is_empty()
    );
}

#[test]
fn what_is_no_number_does_not_hide_the_language() {
    let reading = said("Rahul ne -50 diye");
    assert_eq!(reading.intent, Intent::Unknown);
    assert_eq!(reading.language.as_str(), "hi-Latn");
}
