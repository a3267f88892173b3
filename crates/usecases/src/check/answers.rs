//! An answered request can be told again: its answer is there, can be read, and speaks of things that exist.

use super::difference::{DifferenceKind, Findings, count};
use super::{AnswerKey, BooksView, Moment, Thing};
use crate::turn::pointed_at;
use execora_kernel::StoreError;
use serde_json::Value;
use std::collections::BTreeSet;

/// Answers of one page; one may hold a bill of many lines.
const ANSWERS_PAGE: u32 = 100;

pub(super) async fn check(
    view: &mut dyn BooksView,
    moment: &Moment,
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let mut after: Option<AnswerKey> = None;
    loop {
        let answers = view.answers(moment.tenant, after.as_ref(), ANSWERS_PAGE).await?;
        count(&mut findings.checked.answers, answers.len());
        let mut spoken_of: Vec<(String, BTreeSet<Thing>)> = Vec::with_capacity(answers.len());
        for answer in &answers {
            match answer.answer.as_deref().map(read) {
                None => findings.name(DifferenceKind::Answer, &answer.name.key, "an answer", "none"),
                Some(Err(_)) => findings.name(
                    DifferenceKind::Answer,
                    &answer.name.key,
                    "an answer that can be read",
                    "damage",
                ),
                Some(Ok(things)) => spoken_of.push((answer.name.key.clone(), things)),
            }
        }
        exist(view, moment, &spoken_of, findings).await?;
        let full = usize::try_from(ANSWERS_PAGE).is_ok_and(|page| answers.len() >= page);
        after = answers.into_iter().next_back().map(|answer| answer.name);
        if !full {
            return Ok(());
        }
    }
}

async fn exist(
    view: &mut dyn BooksView,
    moment: &Moment,
    spoken_of: &[(String, BTreeSet<Thing>)],
    findings: &mut Findings,
) -> Result<(), StoreError> {
    let all: BTreeSet<Thing> = spoken_of
        .iter()
        .flat_map(|(_, things)| things.iter().copied())
        .collect();
    let all: Vec<Thing> = all.into_iter().collect();
    let missing: BTreeSet<Thing> = view.missing(moment.tenant, &all).await?.into_iter().collect();
    for (key, things) in spoken_of {
        if let Some(thing) = things.intersection(&missing).next() {
            findings.name(
                DifferenceKind::Answer,
                key,
                "things that exist",
                thing.to_string(),
            );
        }
    }
    Ok(())
}

/// What a kept answer speaks of. The answer to a turn is kept with the turn, and here stands only which one it is: turns may go
/// before their names do, so none is missed.
fn read(answer: &str) -> Result<BTreeSet<Thing>, serde_json::Error> {
    let mut things = BTreeSet::new();
    if pointed_at(answer).is_none() {
        collect(&serde_json::from_str(answer)?, &mut things);
    }
    Ok(things)
}

/// Every id that stands in a value by itself.
fn collect(value: &Value, things: &mut BTreeSet<Thing>) {
    match value {
        Value::String(text) => things.extend(Thing::parse(text)),
        Value::Array(items) => items.iter().for_each(|item| collect(item, things)),
        Value::Object(fields) => fields.values().for_each(|field| collect(field, things)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn ids_are_found_wherever_they_stand() {
        let id = "inv_01990000-0000-7000-8000-000000000001";
        let value = json!({ "a": [{ "invoice": id }], "b": "ses_01990000-0000-7000-8000-000000000001", "c": "inv_x" });
        let mut things = BTreeSet::new();
        collect(&value, &mut things);
        let found: Vec<String> = things.iter().map(ToString::to_string).collect();
        assert_eq!(found, [id]);
    }

    #[test]
    fn the_name_of_a_turn_is_an_answer_and_half_of_one_is_damage() {
        let (session, turn) = (
            "ses_01990000-0000-7000-8000-000000000001",
            "trn_01990000-0000-7000-8000-000000000002",
        );
        assert!(read(&format!("{session} {turn}")).is_ok_and(|things| things.is_empty()));
        assert!(read(session).is_err());
        assert!(read(&format!("{turn} {session}")).is_err());
    }
}
