//! Corrections of what was just read back: "nahi 3 milk", "nahi 500", "milk ka rate 30 kar do", "haan nahi".

use execora_text::tokens::tokenise;

use super::effect::Effect;
use super::event::{Heard, Turn};
use super::fact::ProductFact;
use super::next::Next;
use super::reply::ClarifyKind;
use super::state::DialogueState;
use super::task::{ItemIs, Task};
use super::{fragment, items, run, step};
use crate::understanding::{Intent, Item, Slots};

const NO: &[&str] = &["nahi", "nahin", "nai", "na", "no", "galat"];
const YES: &[&str] = &["haan", "han", "haa", "yes", "ok", "okay", "theek"];
/// A yes and a no in so few words take each other back.
const YES_AND_NO_WORDS: usize = 3;

/// "haan nahi": nobody knows which.
pub(super) fn is_yes_and_no(text: &str) -> bool {
    let tokens = tokenise(text);
    let says = |words: &[&str]| tokens.iter().any(|token| words.contains(&token.word.as_str()));
    tokens.len() <= YES_AND_NO_WORDS && says(NO) && says(&["haan", "han", "haa", "yes"])
}

/// A no that says what instead: the command is gone through again with it, and asked about again.
pub(super) fn instead(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Option<Effect> {
    if heard.reading.intent != Intent::Unknown {
        return None;
    }
    let question = state
        .question
        .as_ref()
        .filter(|question| question.clarify.kind == ClarifyKind::Confirm)?;
    let rest = after_no(&heard.text)?;
    let before = &question.task;
    let mut task = match (before.intent, &before.draft) {
        (Intent::AddPayment | Intent::AddCredit, _) => {
            let mut task = before.clone();
            task.slots.amount = Some(fragment::amount(&rest)?);
            task.agreed = false;
            task.unsure = true;
            task
        }
        (intent, Some(_)) if step::is_about_draft(intent) => {
            let said = fragment::items(&rest, turn.at).or_else(|| fragment::changed_items(&rest, turn.at))?;
            Task {
                intent: Intent::EditDraft,
                slots: Slots {
                    items: said,
                    ..Slots::default()
                },
                draft: before.draft.clone(),
                who: before.who.clone(),
                on_bill_only: true,
                ..Task::default()
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

/// What follows the no that an utterance begins with.
fn after_no(text: &str) -> Option<String> {
    let tokens = tokenise(text);
    let opens = |word: &str| NO.contains(&word) || YES.contains(&word) || matches!(word, "ji" | "bhai");
    let rest: Vec<&str> = tokens
        .iter()
        .skip_while(|token| opens(&token.word))
        .map(|token| token.raw.as_str())
        .collect();
    let refused = tokens
        .first()
        .is_some_and(|token| NO.contains(&token.word.as_str()));
    (refused && !rest.is_empty()).then(|| rest.join(" "))
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
        }],
        ..Slots::default()
    };
    task.items = Some(vec![ItemIs::Known(product)]);
    Next::Again
}
