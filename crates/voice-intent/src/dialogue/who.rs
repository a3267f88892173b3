//! Which customer a command is for: the one that was named, else the one that was spoken of; never a guess between two.

use super::action::{Action, Particulars};
use super::effect::LookUp;
use super::fact::{CANDIDATES_MAX, CustomerFact, CustomerFound, Missing};
use super::next::{Around, Ask, Decided, Next};
use super::reply::{Choice, ClarifyKind, Shown};
use super::task::{ForWhom, Task};
use crate::understanding::Intent;
use crate::wording::{Key, say};

/// The customer of a command, who may have yet to be made.
pub(super) fn resolve(around: &Around<'_>, task: &mut Task) -> Decided<ForWhom> {
    if let Some(who) = &task.who {
        return Ok(who.clone());
    }
    // A name wins over a pronoun, wherever in the sentence each of them stands.
    if let Some(look_up) = named(task) {
        return Err(Next::LookUp(look_up));
    }
    if task.lost {
        return Err(ask_for(around));
    }
    if let Some(person) = task.person {
        return Err(Next::LookUp(LookUp::Person(person)));
    }
    match around.state.active() {
        Some(person) => {
            task.guessed = !task.pronoun;
            Err(Next::LookUp(LookUp::Person(person.id)))
        }
        None => Err(ask_for(around)),
    }
}

/// The customer of a command that makes no sense for a new one.
pub(super) fn known(around: &Around<'_>, task: &mut Task) -> Decided<CustomerFact> {
    match resolve(around, task)? {
        ForWhom::Known(customer) => Ok(customer),
        ForWhom::New(name) => Err(not_found(around, task, &name)),
    }
}

/// The customer of a command that is about to act, made first when it is a new one.
pub(super) fn made(task: &Task, who: ForWhom) -> Decided<CustomerFact> {
    match who {
        ForWhom::Known(customer) => Ok(customer),
        ForWhom::New(name) => Err(Next::act(Action::CreateCustomer {
            particulars: Particulars {
                name: Some(name),
                landmark: task.slots.landmark.clone(),
                ..Particulars::default()
            },
            opening: None,
        })),
    }
}

/// The customer, when one was named or pointed at; commands about the whole shop go on without.
pub(super) fn if_meant(around: &Around<'_>, task: &mut Task) -> Decided<Option<CustomerFact>> {
    let pointed = task.pronoun || task.person.is_some() || task.lost;
    let meant = task.who.is_some() || pointed || named(task).is_some();
    if meant {
        known(around, task).map(Some)
    } else {
        Ok(None)
    }
}

fn named(task: &Task) -> Option<LookUp> {
    let landmark = task.slots.landmark.clone();
    // A change of the landmark does not say who is meant.
    let tells_apart = if task.intent == Intent::UpdateCustomer {
        None
    } else {
        landmark
    };
    match (&task.slots.customer, tells_apart) {
        (Some(name), landmark) => Some(LookUp::Customer {
            name: name.clone(),
            landmark,
        }),
        (None, Some(landmark)) => Some(LookUp::Customer {
            name: landmark,
            landmark: None,
        }),
        (None, None) => None,
    }
}

pub(super) fn ask_for(around: &Around<'_>) -> Next {
    Ask::missing(
        say(around.language, Key::AskCustomer, &[]),
        Missing::Customer,
        Shown::Nothing,
    )
}

fn not_found(around: &Around<'_>, task: &Task, name: &str) -> Next {
    Next::failed(
        task,
        say(around.language, Key::CustomerNotFound, &[("name", &name)]),
        "unknown_customer",
    )
}

/// Commands that may be said about somebody who is not in the book yet.
fn may_be_new(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::CreateInvoice | Intent::AddPayment | Intent::AddCredit | Intent::ScheduleReminder
    )
}

/// Takes in what a search by name found.
pub(super) fn found(around: &mut Around<'_>, task: &mut Task, found: CustomerFound) -> Next {
    let name = task
        .slots
        .customer
        .clone()
        .or_else(|| task.slots.landmark.clone())
        .unwrap_or_default();
    let near = match found {
        CustomerFound::Certain(customer) => {
            settle(around, task, customer);
            return Next::Again;
        }
        CustomerFound::Ambiguous(several) => {
            let prompt = say(around.language, Key::WhichCustomer, &[("name", &name)]);
            return choice(prompt, several, None);
        }
        CustomerFound::Near(near) => near,
        CustomerFound::Nobody => Vec::new(),
    };
    if may_be_new(task.intent) {
        let key = if near.is_empty() {
            Key::MakeNewCustomer
        } else {
            Key::NearOrNewCustomer
        };
        return choice(say(around.language, key, &[("name", &name)]), near, Some(name));
    }
    match <[CustomerFact; 1]>::try_from(near) {
        // Reading out one near account does no harm, and the answer names whose it is.
        Ok([customer]) if !task.acts() => {
            settle(around, task, customer);
            Next::Again
        }
        Ok(one) => choice(
            say(around.language, Key::NearCustomer, &[("name", &name)]),
            one.into(),
            None,
        ),
        Err(near) if near.is_empty() => not_found(around, task, &name),
        Err(near) => choice(
            say(around.language, Key::NearCustomer, &[("name", &name)]),
            near,
            None,
        ),
    }
}

fn choice(prompt: String, mut customers: Vec<CustomerFact>, new: Option<String>) -> Next {
    customers.truncate(CANDIDATES_MAX);
    let mut options: Vec<Choice> = customers.into_iter().map(Choice::Customer).collect();
    options.extend(new.map(Choice::NewCustomer));
    Ask::choice(ClarifyKind::Customer, prompt, options)
}

/// Takes in what a search by id found.
pub(super) fn person(around: &mut Around<'_>, task: &mut Task, found: Option<CustomerFact>) -> Next {
    match found {
        Some(customer) => {
            settle(around, task, customer);
            Next::Again
        }
        None => {
            if let Some(id) = around.state.active().map(|person| person.id) {
                around.state.forget(id);
            }
            ask_for(around)
        }
    }
}

/// From now on the conversation is about this customer.
pub(super) fn settle(around: &mut Around<'_>, task: &mut Task, customer: CustomerFact) {
    around.state.speak_of(customer.id, &customer.name);
    task.who = Some(ForWhom::Known(customer));
}
