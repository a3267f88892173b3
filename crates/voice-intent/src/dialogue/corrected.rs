//! Corrections of what was just read back: "nahi 3 milk", "nahi 500", "haan lekin 2 bread", "aur 6 ande", "cheeni mat daalo",
//! "Neha ke liye", and "milk ka rate 30 kar do".

use super::change::Changes;
use super::effect::Effect;
use super::event::{Heard, Turn};
use super::fact::{DraftFact, ProductFact};
use super::next::Next;
use super::reply::ClarifyKind;
use super::state::DialogueState;
use super::task::{ItemIs, Task};
use super::yes_no::{is_but, is_no, is_yes};
use super::{fragment, items, other_customer, run, step};
use crate::understanding::{Intent, Item, Slots, Tagged, Word, tagged};

/// How a correction begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// "nahi …".
    No,
    /// "haan lekin …".
    But,
    /// "aur …".
    And,
    /// With what it is about.
    None,
}

/// Words that say what instead, or what else: the command is gone through again with them, and asked about again.
pub(super) fn instead(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Option<Effect> {
    if heard.reading.intent != Intent::Unknown {
        return None;
    }
    let question = state
        .question
        .as_ref()
        .filter(|question| question.clarify.kind == ClarifyKind::Confirm)?;
    let words = tagged(&heard.text);
    let before = &question.task;
    let mut task = match (before.intent, &before.draft) {
        (Intent::AddPayment | Intent::AddCredit, _) => {
            let (opening, rest) = opening(&words);
            let amount = fragment::amount(&joined(rest)).filter(|_| opening == Opening::No)?;
            let mut task = before.clone();
            task.slots.amount = Some(amount);
            task.agreed = false;
            task.unsure = true;
            task
        }
        (intent, Some(draft)) if step::is_about_draft(intent) => {
            let said = of_draft(&words, draft, turn)?;
            Task {
                intent: Intent::EditDraft,
                draft: Some(draft.clone()),
                who: before.who.clone().filter(|_| !said.moves),
                ..said
            }
        }
        _ => return None,
    };
    task.locally |= heard.locally;
    let question = state.close_question()?;
    Some(run::run_from(
        state,
        Some(question.clarify.token),
        task,
        question.then,
        turn,
    ))
}

/// What is to be changed about the bill.
fn of_draft(words: &[Tagged], draft: &DraftFact, turn: &Turn) -> Option<Task> {
    if let Some(name) = other_customer::named(words, draft) {
        return Some(Task {
            moves: true,
            slots: Slots {
                customer: Some(name),
                ..Slots::default()
            },
            ..Task::default()
        });
    }
    if let Some(product) = unwanted(words) {
        return Some(Task {
            slots: Slots {
                remove: vec![product],
                ..Slots::default()
            },
            ..Task::default()
        });
    }
    let (opening, rest) = opening(words);
    let reduces = |word: &&Tagged| word.is_any(&[Word::Reduce]);
    let less = rest.iter().any(|word| reduces(&word));
    let also = rest.iter().any(|word| word.spelt(&["bhi", "also", "too"]));
    let said = if less {
        let goods: Vec<Tagged> = rest.iter().take_while(|word| !reduces(word)).cloned().collect();
        fragment::items(&joined(&goods), turn.at)?
    } else if opening == Opening::None && !also {
        return None;
    } else {
        let goods: Vec<Tagged> = rest
            .iter()
            .filter(|word| !word.spelt(&["bhi", "also", "too"]))
            .cloned()
            .collect();
        let rest = joined(&goods);
        fragment::items(&rest, turn.at).or_else(|| fragment::changed_items(&rest, turn.at))?
    };
    let names: Vec<String> = said.iter().map(|item| item.product.clone()).collect();
    let more = !less && (also || opening == Opening::And);
    Some(Task {
        on_bill_only: opening == Opening::No && !less && !more,
        changes: Changes {
            more: if more { names.clone() } else { Vec::new() },
            less: if less { names } else { Vec::new() },
            ..Changes::default()
        },
        slots: Slots {
            items: said,
            ..Slots::default()
        },
        ..Task::default()
    })
}

/// How the words begin, and what follows.
fn opening(words: &[Tagged]) -> (Opening, &[Tagged]) {
    let polite = |word: &Tagged| word.is_any(&[Word::Honorific, Word::Be]);
    let mut opening = Opening::None;
    for (at, word) in words.iter().enumerate() {
        let rest = words.get(at..).unwrap_or(&[]);
        match opening {
            _ if is_no(word) => opening = Opening::No,
            // "par" is "on" elsewhere, and "but" right after a yes.
            Opening::None if is_but(word) || at > 0 && word.spelt(&["par", "pe"]) => opening = Opening::But,
            Opening::None if word.is_any(&[Word::And]) => opening = Opening::And,
            _ if is_yes(word) || at > 0 && polite(word) => {}
            _ => return (opening, rest),
        }
    }
    (opening, &[])
}

/// "cheeni mat daalo", "cheeni nahi chahiye", "cheeni rehne do": what is not wanted on the bill.
fn unwanted(words: &[Tagged]) -> Option<String> {
    let not = words
        .iter()
        .position(|word| word.is_any(&[Word::Dont, Word::No, Word::Leave]))?;
    let ends = |word: &Tagged| {
        word.is_any(&[
            Word::Put,
            Word::Add,
            Word::Write,
            Word::Give,
            Word::Do,
            Word::Make,
            Word::Keep,
            Word::Be,
            Word::Filler,
        ])
    };
    let after = words.get(not + 1..)?;
    let goods: Vec<&str> = words
        .get(..not)?
        .iter()
        .filter(|word| !is_yes(word) && !word.is_any(&[Word::Filler, Word::Ko, Word::This, Word::That]))
        .map(|word| word.word.as_str())
        .collect();
    let plain = !goods.is_empty() && goods.len() <= 3 && !after.is_empty() && after.iter().all(ends);
    let counted = words
        .iter()
        .any(|word| word.word.starts_with(|c: char| c.is_ascii_digit()));
    let named = words.get(..not)?.iter().any(|word| word.is.is_none());
    (plain && named && !counted).then(|| goods.join(" "))
}

fn joined(words: &[Tagged]) -> String {
    let raw: Vec<&str> = words.iter().map(|word| word.raw.as_str()).collect();
    raw.join(" ")
}

/// "milk ka rate 30 kar do", while a bill with milk is read back, is the price on that bill and not the shop's.
pub(super) fn is_price_on_bill(task: &Task, product: &ProductFact) -> bool {
    let line = task
        .draft
        .as_ref()
        .and_then(|draft| draft.lines.iter().find(|line| line.product == Some(product.id)));
    // A price per another unit than the line's would have to be converted; that is the shop's price.
    line.is_some_and(|line| task.slots.unit.is_none_or(|unit| items::unit(unit) == line.unit))
}

/// Makes a change of that bill of it.
pub(super) fn price_on_bill(task: &mut Task, product: ProductFact) -> Next {
    task.intent = Intent::EditDraft;
    task.slots = Slots {
        items: vec![Item {
            product: product.name.clone(),
            quantity: None,
            unit: None,
            price: task.slots.price,
            price_per: None,
            note: None,
        }],
        ..Slots::default()
    };
    task.items = Some(vec![ItemIs::Known(product)]);
    Next::Again
}
