//! Answering the question that is open: a yes, a no, a choice, or what was missing.

use super::bill;
use super::event::Heard;
use super::fact::Missing;
use super::fragment;
use super::next::Around;
use super::reply::{Choice, ClarifyKind, ClarifyOption};
use super::task::{ForWhom, Question, Task};
use super::{choose, half_read, items, measure, who};
use crate::understanding::{Intent, Reading, Refers, Slots};

/// How an utterance bears on the open question.
pub(super) enum Bearing {
    /// It answers it.
    Answers(Box<Task>),
    /// It has nothing to do with it.
    None,
}

/// Puts the chosen option into the command.
pub(super) fn choose(around: &mut Around<'_>, task: &mut Task, value: Choice) {
    match value {
        Choice::Customer(customer) => {
            // Chosen by the speaker, so not guessed.
            task.guessed = false;
            who::settle(around, task, customer);
        }
        Choice::NewCustomer(name) => {
            task.guessed = false;
            task.who = Some(ForWhom::New(name));
        }
        Choice::Product(product) => items::chosen(task, product),
        Choice::Reading { intent, slots } => half_read::chosen(task, intent, *slots),
        Choice::Draft(draft) => {
            // Which bill was in question is answered; a bare yes to it is now a yes to this one.
            task.bare_yes = false;
            task.draft = Some(draft);
        }
    }
}

/// Whether the utterance, whatever it was read as, answers the open question.
pub(super) fn bearing(around: &mut Around<'_>, question: &Question, heard: &Heard) -> Bearing {
    let clarify = &question.clarify;
    let mut task = question.task.clone();
    let answered = match clarify.kind {
        ClarifyKind::Confirm => false,
        ClarifyKind::Customer | ClarifyKind::Product | ClarifyKind::Draft | ClarifyKind::Intent => {
            let number = match heard.reading.intent {
                Intent::SelectOption => heard.reading.slots.index,
                // "pehle wale ka balance": of those that were read out.
                intent if intent == task.intent && heard.reading.slots.refers == Refers::Former => Some(1),
                _ => choose::bare_number(&heard.text),
            };
            let option = match number {
                Some(index) => choose::by_number(index, &clarify.options),
                None => choose::by_words(&heard.text, &clarify.options)
                    .or_else(|| new_customer(&heard.reading, &clarify.options)),
            };
            match option.and_then(|index| clarify.options.get(index - 1)) {
                Some(option) => {
                    choose(around, &mut task, option.value.clone());
                    true
                }
                None => false,
            }
        }
        ClarifyKind::Missing => clarify
            .missing
            .first()
            .is_some_and(|missing| fill(around, &mut task, *missing, heard)),
    };
    if answered {
        Bearing::Answers(Box::new(task))
    } else {
        Bearing::None
    }
}

/// "Naya customer Rakesh" to "Rakesh nahi mila" chooses the customer who is to be made.
fn new_customer(reading: &Reading, options: &[ClarifyOption]) -> Option<usize> {
    let slots = &reading.slots;
    let bare = slots.phone.is_none() && slots.email.is_none() && slots.amount.is_none();
    let name = slots
        .name
        .as_ref()
        .filter(|_| bare && reading.intent == Intent::CreateCustomer)?;
    let is_it = |option: &&ClarifyOption| matches!(&option.value, Choice::NewCustomer(new) if new == name);
    options.iter().find(is_it).map(|option| option.index)
}

/// Whether the reading is of the command that asks, or of no command at all, and names nobody else.
fn same_command(task: &Task, reading: &Reading) -> bool {
    let same_customer = match (&reading.slots.customer, &task.slots.customer) {
        (None, _) => true,
        (Some(said), Some(known)) => said == known,
        (Some(_), None) => task.who.is_none(),
    };
    let same_intent = reading.intent == task.intent || reading.intent == Intent::Unknown;
    same_intent && same_customer
}

fn fill(around: &Around<'_>, task: &mut Task, missing: Missing, heard: &Heard) -> bool {
    let reading = &heard.reading;
    let slots = &reading.slots;
    let fits = same_command(task, reading);
    match missing {
        Missing::Amount | Missing::Price => amount(task, missing, heard, fits),
        Missing::Quantity | Missing::Unit => quantity(around, task, heard),
        Missing::Customer | Missing::Name | Missing::Product => named(task, missing, heard),
        Missing::When => {
            if fits && (slots.when.is_some() || slots.recurrence.is_some()) {
                return when(task, slots);
            }
            let bare = matches!(reading.intent, Intent::Unknown | Intent::RescheduleReminder);
            let carried = if bare {
                fragment::when(&heard.text, around.turn.at)
            } else {
                None
            };
            carried.is_some_and(|carried| when(task, &carried))
        }
        Missing::Items => {
            let lists = matches!(
                reading.intent,
                Intent::CreateInvoice | Intent::EditDraft | Intent::Unknown
            );
            let nobody_else = slots.customer.is_none() || slots.customer == task.slots.customer;
            let said = if slots.items.is_empty() {
                None
            } else {
                Some(slots.items.clone())
            };
            let found = if lists && nobody_else {
                said.or_else(|| fragment::items(&heard.text, around.turn.at))
            } else {
                None
            };
            match found {
                Some(found) => {
                    task.changes.priced(&found);
                    task.slots.items = found;
                    true
                }
                None => false,
            }
        }
        Missing::Change => changes(task, reading),
        Missing::Phone | Missing::Email => address(task, missing, heard),
        // A code is not asked for like the rest: it stays asked for whatever else is said.
        Missing::Otp => false,
    }
}

/// "do packet", "2", "jeera 2 packet": so much of the goods that were asked about.
fn quantity(around: &Around<'_>, task: &mut Task, heard: &Heard) -> bool {
    let Some(about) = task.apart.first().map(|apart| apart.item.product.clone()) else {
        return false;
    };
    let said = fragment::quantity(&heard.text, &about, around.turn.at);
    said.is_some_and(|(quantity, unit)| measure::answered(task, quantity, unit))
}

fn when(task: &mut Task, said: &Slots) -> bool {
    task.slots.when = said.when;
    task.slots.recurrence.clone_from(&said.recurrence);
    true
}

fn amount(task: &mut Task, missing: Missing, heard: &Heard, fits: bool) -> bool {
    let slots = &heard.reading.slots;
    let said = if fits { slots.amount.or(slots.price) } else { None };
    let Some(amount) = fragment::amount(&heard.text).or(said) else {
        return false;
    };
    if missing == Missing::Amount {
        task.slots.amount = Some(amount);
        return true;
    }
    if task.intent == Intent::SetPrice {
        task.slots.price = Some(amount);
        return true;
    }
    let price = execora_kernel::Money::from_paise(amount.paise());
    let bounded = price == execora_kernel::Money::ZERO || price.is_bookable();
    bounded && bill::price_given(task, price).is_some()
}

fn named(task: &mut Task, missing: Missing, heard: &Heard) -> bool {
    let reading = &heard.reading;
    // "Rahul" alone may be read as a question about Rahul; what counts is that nothing more was said.
    let told =
        matches!(reading.intent, Intent::Unknown | Intent::FetchCustomer) || reading.intent == task.intent;
    if !told {
        return false;
    }
    let said = reading
        .slots
        .customer
        .clone()
        .or_else(|| reading.slots.name.clone());
    let Some(name) = said.or_else(|| fragment::name(&heard.text)) else {
        return false;
    };
    match missing {
        Missing::Name => task.slots.name = Some(name),
        Missing::Product => task.slots.product = Some(name.to_lowercase()),
        _ => {
            task.slots.customer = Some(name);
            task.slots.landmark.clone_from(&reading.slots.landmark);
        }
    }
    true
}

/// Where a message is to go; said of somebody else it is no answer.
fn address(task: &mut Task, missing: Missing, heard: &Heard) -> bool {
    let reading = &heard.reading;
    let told = matches!(
        reading.intent,
        Intent::Unknown | Intent::ProvideEmail | Intent::UpdateCustomer
    ) || reading.intent == task.intent;
    let nobody_else = reading.slots.customer.is_none() || reading.slots.customer == task.slots.customer;
    if !(told && nobody_else) {
        return false;
    }
    let slots = &mut task.slots;
    if missing == Missing::Email {
        slots.email.clone_from(&reading.slots.email);
        return slots.email.is_some();
    }
    slots.phone = reading
        .slots
        .phone
        .clone()
        .or_else(|| fragment::phone(&heard.text));
    slots.phone.is_some()
}

fn changes(task: &mut Task, reading: &Reading) -> bool {
    if task.intent == Intent::UpdateCustomer && reading.intent == Intent::ProvideEmail {
        task.slots.email.clone_from(&reading.slots.email);
        return task.slots.email.is_some();
    }
    if reading.intent != task.intent {
        return false;
    }
    let said = reading.slots.clone();
    let customer = task.slots.customer.take();
    task.slots = Slots { customer, ..said };
    true
}
