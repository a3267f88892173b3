//! What was half heard: it is said back with what was read of it, and asked; only the choice makes it act.

use execora_kernel::Money;

use super::breath;
use super::effect::Effect;
use super::event::{Heard, Turn};
use super::next::{Around, Ask, Next};
use super::reply::{Choice, ClarifyKind};
use super::run;
use super::state::DialogueState;
use super::task::Task;
use super::{items, label, phrases};
use crate::understanding::{Intent, Language, Slots};
use crate::wording::{Key, say};

/// Whether the reading holds something that can be asked about. Talk about the talk is said again sooner than asked;
/// noise in the ear of this machine does not push an open question aside.
fn can_be_asked(state: &DialogueState, heard: &Heard) -> bool {
    let talk = matches!(
        heard.reading.intent,
        Intent::Unknown
            | Intent::Affirm
            | Intent::Deny
            | Intent::SelectOption
            | Intent::Undo
            | Intent::Repeat
            | Intent::Help
            | Intent::SwitchLanguage
            | Intent::StartRecording
            | Intent::StopRecording
            | Intent::ProvideOtp
            | Intent::ProvideEmail
    );
    let noise = heard.locally && state.question.is_some();
    !talk && !noise && !heard.reading.vague
}

/// Asks whether it was meant as it was read.
pub(super) fn ask_about(state: &mut DialogueState, heard: &Heard, turn: &Turn) -> Option<Effect> {
    if !can_be_asked(state, heard) {
        return None;
    }
    let mut tasks = breath::tasks(state, heard, turn);
    let mut first = tasks.pop_front()?;
    first.half_read = true;
    Some(run::run(state, first, tasks, turn))
}

/// The question, with whole readings to choose from.
pub(super) fn ask(around: &Around<'_>, task: &Task) -> Next {
    let slots = &task.slots;
    let as_read = |intent: Intent| Choice::Reading {
        intent,
        slots: Box::new(slots.clone()),
    };
    let money = matches!(task.intent, Intent::AddCredit | Intent::AddPayment);
    if let (true, Some(name), Some(amount)) = (money, &slots.customer, task.amount()) {
        let told: [(&str, &dyn std::fmt::Display); 2] = [("name", name), ("amount", &amount)];
        let prompt = say(around.language, Key::AskCreditOrPayment, &told);
        let options = vec![as_read(Intent::AddCredit), as_read(Intent::AddPayment)];
        return Ask::choice(ClarifyKind::Intent, prompt, options);
    }
    let prompt = say(around.language, Key::AskMeant, &[]);
    Ask::choice(ClarifyKind::Intent, prompt, vec![as_read(task.intent)])
}

/// Takes the reading that was chosen: from now on it is meant.
pub(super) fn chosen(task: &mut Task, intent: Intent, slots: Slots) {
    (task.intent, task.slots) = (intent, slots);
    task.half_read = false;
    task.unsure = false;
}

/// A whole reading in a few words: "bill, Rahul, 2 milk, 1 bread".
pub(super) fn said(language: Language, intent: Intent, slots: &Slots) -> String {
    let mut known = vec![label::noun_of(language, intent)];
    let names = [
        &slots.customer,
        &slots.name,
        &slots.invoice_number,
        &slots.product,
    ];
    known.extend(names.into_iter().flatten().cloned());
    let money = |paise: i64| Money::from_paise(paise).to_string();
    known.extend(slots.amount.or(slots.price).map(|amount| money(amount.paise())));
    for item in &slots.items {
        let quantity = item.quantity.map(|quantity| match item.unit {
            Some(unit) => phrases::measure(language, items::quantity(quantity), items::unit(unit)),
            None => items::quantity(quantity).to_string(),
        });
        let price = item.price.map(|price| money(price.paise()));
        let words = [quantity, Some(item.product.clone()), price, item.note.clone()];
        known.push(words.into_iter().flatten().collect::<Vec<_>>().join(" "));
    }
    known.extend(slots.remove.iter().map(|product| format!("− {product}")));
    known.extend(slots.message.clone());
    known.join(", ")
}
