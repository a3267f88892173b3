//! Money: payments and credit that are booked at once when nothing is in doubt, and what people owe.

use execora_kernel::Money;

use super::action::Action;
use super::fact::Missing;
use super::next::{Around, Ask, Decided, Next};
use super::reply::{Preview, Shown};
use super::task::{ForWhom, Task};
use super::{phrases, who};
use crate::understanding::{Amount, Intent, PaymentMode};
use crate::wording::{Key, say};

/// ADD_PAYMENT and ADD_CREDIT.
pub(super) fn book(around: &Around<'_>, task: &mut Task) -> Decided {
    let who = who::resolve(around, task)?;
    if let (ForWhom::Known(customer), true) = (&who, task.whole && task.intent == Intent::AddPayment)
        && task.slots.amount.is_none()
        && customer.balance > Money::ZERO
    {
        // "pura paisa de diya": what is owed is meant, which is asked about.
        task.slots.amount = Some(Amount::from_paise(customer.balance.paise()));
        task.unsure = true;
    }
    let Some(amount) = task.amount() else {
        let prompt = say(around.language, Key::AskAmount, &[("name", &name(&who))]);
        return Err(Ask::missing(prompt, Missing::Amount, Shown::Nothing));
    };
    if !amount.is_bookable() {
        return Err(Next::failed(
            task,
            say(around.language, Key::OutOfRange, &[]),
            "out_of_range",
        ));
    }
    let mode = task.slots.mode.unwrap_or(PaymentMode::Cash);
    if needs_yes(around, task) {
        let name = name(&who);
        let prompt = if task.intent == Intent::AddPayment {
            let mode = phrases::mode(around.language, mode);
            say(
                around.language,
                Key::AskPayment,
                &[("name", &name), ("amount", &amount), ("mode", &mode)],
            )
        } else {
            say(
                around.language,
                Key::AskCredit,
                &[("name", &name), ("amount", &amount)],
            )
        };
        return Err(Ask::confirm(prompt, preview(task), Shown::Nothing));
    }
    let customer = who::made(task, who)?;
    Ok(Next::act(if task.intent == Intent::AddPayment {
        Action::RecordPayment {
            customer: customer.id,
            amount,
            mode,
        }
    } else {
        Action::GiveCredit {
            customer: customer.id,
            amount,
            note: task.slots.note.clone(),
        }
    }))
}

pub(super) fn name(who: &ForWhom) -> String {
    match who {
        ForWhom::Known(customer) => phrases::called(customer),
        ForWhom::New(name) => name.clone(),
    }
}

/// Whether something is in doubt, or too large to be booked on a word.
pub(super) fn needs_yes(around: &Around<'_>, task: &Task) -> bool {
    let large = task
        .amount()
        .is_some_and(|amount| amount > around.turn.confirm_above);
    !task.agreed && (task.locally || task.unsure || task.guessed || large)
}

pub(super) fn preview(task: &Task) -> Preview {
    Preview {
        intent: task.intent,
        customer: task.customer().cloned(),
        draft: task.draft.clone(),
        amount: task.amount(),
    }
}

/// FETCH_BALANCE.
pub(super) fn balance(around: &Around<'_>, task: &mut Task) -> Decided {
    let customer = who::known(around, task)?;
    Ok(Next::act(Action::ReadBalance(customer.id)))
}

/// LIST_INVOICES.
pub(super) fn invoices(around: &Around<'_>, task: &mut Task) -> Decided {
    let customer = who::if_meant(around, task)?;
    Ok(Next::act(Action::ListInvoices {
        customer: customer.map(|customer| customer.id),
        period: task.slots.period,
        limit: task.slots.limit,
        unpaid: task.unpaid,
    }))
}
