//! Reads the labelled corpus and holds the grammar to its floors: intents, frames, and how often it would do harm.
#![expect(clippy::unwrap_used, clippy::expect_used)]

mod calibration;
mod twin;

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use execora_voice_intent::understanding::{CONFIDENCE_THRESHOLD, Intent, Reading, read};
use serde_json::{Map, Value, json};
use twin::{Dice, Kind, corrupt};

const CORPUS: &str = include_str!("../../corpora/commands-dev.jsonl");
/// What many speakers of many trades and regions say, labelled by the contract without a look at the grammar.
const MORE: &str = include_str!("../../corpora/commands-more.jsonl");

/// The intents of a counter's day.
const EVERYDAY: [&str; 15] = [
    "CREATE_INVOICE",
    "ADD_PAYMENT",
    "ADD_CREDIT",
    "SCHEDULE_REMINDER",
    "FETCH_BALANCE",
    "LIST_INVOICES",
    "CHECK_STOCK",
    "CREATE_CUSTOMER",
    "CONFIRM_INVOICE",
    "CANCEL_INVOICE",
    "SHOW_DRAFT",
    "AFFIRM",
    "DENY",
    "SELECT_OPTION",
    "UNDO",
];

type Object = Map<String, Value>;

fn absent(key: &str, value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Bool(false) => matches!(key, "send" | "all"),
        _ => false,
    }
}

fn any_of(value: &Value) -> Option<&Vec<Value>> {
    let object = value.as_object().filter(|object| object.len() == 1)?;
    object.get("any")?.as_array()
}

fn folded(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

fn rule_parts(rule: &str) -> BTreeSet<(String, BTreeSet<String>)> {
    rule.trim()
        .to_uppercase()
        .trim_start_matches("RRULE:")
        .split(';')
        .filter_map(|part| part.split_once('='))
        .map(|(key, list)| {
            (
                key.trim().to_owned(),
                list.split(',').map(|v| v.trim().to_owned()).collect(),
            )
        })
        .filter(|(key, list): &(String, BTreeSet<String>)| {
            !(key == "INTERVAL" && list.contains("1") && list.len() == 1)
        })
        .collect()
}

/// One value against one label.
fn same(gold: &Value, said: &Value, key: &str) -> bool {
    if let Some(list) = any_of(gold) {
        return list.iter().any(|gold| same(gold, said, key));
    }
    if absent(key, gold) || absent(key, said) {
        return absent(key, gold) && absent(key, said);
    }
    match (gold, said) {
        (Value::Number(a), Value::Number(b)) => (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() < 1e-6,
        (Value::String(a), Value::String(b)) if key == "when" => {
            DateTime::parse_from_rfc3339(a).unwrap() == DateTime::parse_from_rfc3339(b).unwrap()
        }
        (Value::String(a), Value::String(b)) if key == "recurrence" => rule_parts(a) == rule_parts(b),
        (Value::String(a), Value::String(b)) => folded(a) == folded(b),
        (Value::Bool(a), Value::Bool(b)) => a == b,
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && matched(a, b),
        (Value::Object(a), Value::Object(b)) => same_slots(&counted(a), &counted(b)),
        _ => false,
    }
}

fn counted(item: &Object) -> Object {
    let mut item = item.clone();
    if item.get("quantity").is_none_or(Value::is_null) {
        item.insert("quantity".to_owned(), json!(1));
    }
    item
}

/// Is there an assignment of every label to another value, in any order?
fn matched(gold: &[Value], said: &[Value]) -> bool {
    let Some((first, rest)) = gold.split_first() else {
        return true;
    };
    (0..said.len()).any(|at| {
        same(first, &said[at], "") && {
            let mut left = said.to_vec();
            left.remove(at);
            matched(rest, &left)
        }
    })
}

fn same_slots(gold: &Object, said: &Object) -> bool {
    let keys: BTreeSet<&String> = gold.keys().chain(said.keys()).collect();
    keys.into_iter().all(|key| {
        same(
            gold.get(key).unwrap_or(&Value::Null),
            said.get(key).unwrap_or(&Value::Null),
            key,
        )
    })
}

/// Does the reading name an amount of money that the label does not?
fn other_money(gold: &Object, said: &Object) -> bool {
    let null = Value::Null;
    let slot = ["amount", "price", "discount"].iter().any(|key| {
        let value = said.get(*key).unwrap_or(&null);
        !absent(key, value) && !same(gold.get(*key).unwrap_or(&null), value, key)
    });
    let prices = |value: Option<&Value>| -> Vec<Value> {
        value
            .map(|value| any_of(value).cloned().unwrap_or_else(|| vec![value.clone()]))
            .unwrap_or_default()
            .iter()
            .filter_map(Value::as_array)
            .flatten()
            .filter_map(|item| item.get("price").cloned())
            .collect()
    };
    let wanted = prices(gold.get("items"));
    slot || prices(said.get("items"))
        .iter()
        .any(|price| !wanted.iter().any(|want| same(want, price, "")))
}

#[derive(Default, Clone, Copy)]
struct Tally {
    commands: u32,
    intents: u32,
    frames: u32,
    harmful: u32,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.commands += other.commands;
        self.intents += other.intents;
        self.frames += other.frames;
        self.harmful += other.harmful;
    }

    fn percent(self, part: u32) -> f64 {
        100.0 * f64::from(part) / f64::from(self.commands.max(1))
    }

    fn show(self, name: &str) {
        println!(
            "{name:<20} {:>5} commands  intent {:>6.2} %  frame {:>6.2} %  harmful {:>5.2} %",
            self.commands,
            self.percent(self.intents),
            self.percent(self.frames),
            self.percent(self.harmful)
        );
    }
}

fn read_row(row: &Value) -> Reading {
    let now = DateTime::parse_from_rfc3339(row["now"].as_str().unwrap()).unwrap();
    read(row["text"].as_str().unwrap(), now)
}

/// A reading held against its label.
struct Verdict {
    intent: bool,
    frame: bool,
    /// Whoever acted upon it would do something else than was asked for.
    harmful: bool,
}

fn verdict(row: &Value, reading: &Reading) -> Verdict {
    let said = serde_json::to_value(&reading.slots).unwrap();
    let said = said.as_object().unwrap();
    let empty = Object::new();
    let alternatives = row["alt"].as_array().cloned().unwrap_or_default();
    let fits: Vec<&Object> = std::iter::once(row)
        .chain(&alternatives)
        .filter(|label| label["intent"].as_str().unwrap().parse::<Intent>().ok() == Some(reading.intent))
        .map(|label| label["slots"].as_object().unwrap_or(&empty))
        .collect();
    let acts = reading.intent.is_acting()
        || reading.intent == Intent::FetchStatement && said.contains_key("channel");
    Verdict {
        intent: !fits.is_empty(),
        frame: fits.iter().any(|gold| same_slots(gold, said)),
        harmful: acts && (fits.is_empty() || fits.iter().all(|gold| other_money(gold, said))),
    }
}

fn judge(row: &Value) -> Tally {
    let reading = read_row(row);
    let verdict = verdict(row, &reading);
    Tally {
        commands: 1,
        intents: u32::from(verdict.intent),
        frames: u32::from(verdict.frame),
        harmful: u32::from(verdict.harmful && reading.confidence >= CONFIDENCE_THRESHOLD),
    }
}

#[test]
fn the_grammar_reads_the_labelled_commands_and_does_no_harm() {
    let mut all = Tally::default();
    let mut everyday = Tally::default();
    let mut by_intent: BTreeMap<String, Tally> = BTreeMap::new();
    for line in CORPUS.lines().filter(|line| !line.trim().is_empty()) {
        let row: Value = serde_json::from_str(line).expect("the corpus is JSON lines");
        let tally = judge(&row);
        let intent = row["intent"].as_str().unwrap();
        all.add(tally);
        if EVERYDAY.contains(&intent) {
            everyday.add(tally);
        }
        by_intent.entry(intent.to_owned()).or_default().add(tally);
    }
    for (intent, tally) in &by_intent {
        tally.show(intent);
    }
    everyday.show("everyday intents");
    all.show("all intents");
    assert!(all.commands > 1_000, "the corpus is there");
    assert!(all.percent(all.intents) >= 99.0, "intents of all commands");
    assert!(all.percent(all.frames) >= 98.5, "frames of all commands");
    assert!(
        everyday.percent(everyday.frames) >= 98.5,
        "frames of the everyday commands"
    );
    assert!(all.percent(all.harmful) <= 0.1, "harm");
}

#[test]
fn many_speakers_are_understood_and_none_is_harmed() {
    let mut all = Tally::default();
    for line in MORE.lines().filter(|line| !line.trim().is_empty()) {
        let row: Value = serde_json::from_str(line).expect("the corpus is JSON lines");
        let tally = judge(&row);
        if tally.frames == 0 || tally.harmful > 0 {
            println!("{}: {}", row["id"], row["text"]);
        }
        all.add(tally);
    }
    all.show("many speakers");
    assert!(all.commands > 2_000, "the corpus is there");
    assert!(all.percent(all.intents) >= 98.0, "intents of all commands");
    assert!(all.percent(all.frames) >= 97.0, "frames of all commands");
    assert!(all.percent(all.harmful) <= 0.2, "harm");
}

#[test]
fn the_language_of_an_answer_is_the_speakers() {
    let rows = CORPUS.lines().filter(|line| !line.trim().is_empty());
    let rows: Vec<Value> = rows.map(|line| serde_json::from_str(line).unwrap()).collect();
    let other = |row: &&Value| {
        let now = DateTime::parse_from_rfc3339(row["now"].as_str().unwrap()).unwrap();
        let spoken = match row["lang"].as_str().unwrap() {
            "en" => "en",
            "hi-Deva" => "hi",
            _ => "hi-Latn",
        };
        read(row["text"].as_str().unwrap(), now).language.as_str() != spoken
    };
    let missed: Vec<_> = rows.iter().filter(other).map(|row| &row["text"]).collect();
    println!("another language: {missed:?}");
    assert!(missed.len() * 100 <= rows.len(), "{missed:?}");
}

/// Harm of the twin: another acting intent than was said before the noise, or an amount that the noisy text does not
/// say. Whatever is asked, refused or below the threshold does none.
#[test]
fn a_noisy_recording_of_the_labelled_commands_does_no_harm() {
    let rows = CORPUS.lines().filter(|line| !line.trim().is_empty());
    let rows: Vec<Value> = rows.map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut failed = Vec::new();
    for kind in Kind::ALL {
        let mut tally = Tally::default();
        for seed in 1..=3 {
            let mut dice = Dice::new(seed);
            for twin in rows.iter().filter_map(|row| corrupt(row, kind, &mut dice)) {
                let one = judge(&twin);
                tally.add(one);
                if one.harmful > 0 {
                    println!(
                        "{kind:?}: {} ({}, {})",
                        twin["text"], twin["intent"], twin["slots"]
                    );
                }
            }
        }
        tally.show(&format!("{kind:?}"));
        assert!(tally.commands > 50, "{kind:?} befalls some commands");
        if tally.percent(tally.harmful) > 0.5 {
            failed.push(kind);
        }
    }
    assert!(failed.is_empty(), "too much harm: {failed:?}");
}
