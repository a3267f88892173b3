//! Reminders: made for a customer or for the shopkeeper, listed, and cancelled on a yes.

use chrono::Utc;
use execora_kernel::CustomerId;

use super::action::{Action, ReminderToMake};
use super::effect::LookUp;
use super::fact::Missing;
use super::next::{Around, Ask, Decided, Next};
use super::reply::Shown;
use super::task::Task;
use super::{money, phrases, who};
use crate::wording::{Key, say};

/// SCHEDULE_REMINDER; without a customer it is for the shopkeeper.
pub(super) fn schedule(around: &Around<'_>, task: &mut Task) -> Decided {
    let for_customer = task.pronoun
        || task.person.is_some()
        || task.slots.customer.is_some()
        || task.slots.landmark.is_some();
    let who = if for_customer || task.who.is_some() {
        Some(who::resolve(around, task)?)
    } else {
        None
    };
    if task.slots.when.is_none() && task.slots.recurrence.is_none() {
        let prompt = say(around.language, Key::AskWhen, &[]);
        return Err(Ask::missing(prompt, Missing::When, Shown::Nothing));
    }
    if task.amount().is_some_and(|amount| !amount.is_bookable()) {
        return Err(Next::failed(
            task,
            say(around.language, Key::OutOfRange, &[]),
            "out_of_range",
        ));
    }
    if money::needs_yes(around, task) {
        let about = who
            .as_ref()
            .map_or_else(|| say(around.language, Key::You, &[]), money::name);
        let when = match task.slots.when {
            Some(when) => phrases::moment(around.language, when),
            None => {
                let rule = task.slots.recurrence.as_deref().unwrap_or_default();
                super::recurrence::words(around.language, rule)
            }
        };
        let prompt = say(
            around.language,
            Key::AskReminder,
            &[("name", &about), ("when", &when)],
        );
        return Err(Ask::confirm(prompt, money::preview(task), Shown::Nothing));
    }
    let customer = match who {
        Some(who) => Some(who::made(task, who)?.id),
        None => None,
    };
    Ok(Next::act(Action::ScheduleReminder(reminder(task, customer))))
}

fn reminder(task: &Task, customer: Option<CustomerId>) -> ReminderToMake {
    ReminderToMake {
        customer,
        amount: task.amount(),
        at: task.slots.when.map(|when| when.with_timezone(&Utc)),
        recurrence: task.slots.recurrence.clone(),
        channel: task.slots.channel,
        message: task.slots.message.clone(),
    }
}

/// CANCEL_REMINDER: the next one, or all; never without a yes.
pub(super) fn cancel(around: &Around<'_>, task: &mut Task) -> Decided {
    let customer = who::if_meant(around, task)?;
    let Some(reminders) = task.reminders.clone() else {
        return Err(Next::LookUp(LookUp::Reminders {
            customer: customer.map(|customer| customer.id),
        }));
    };
    let Some(next) = reminders.first() else {
        return Err(Next::failed(
            task,
            say(around.language, Key::NoReminders, &[]),
            "not_found",
        ));
    };
    let count = if task.slots.all { reminders.len() } else { 1 };
    if !task.agreed {
        let about = phrases::reminder(around, next);
        let prompt = if count == 1 {
            say(around.language, Key::AskCancelReminder, &[("reminder", &about)])
        } else {
            say(around.language, Key::AskCancelReminders, &[("count", &count)])
        };
        return Err(Ask::confirm(prompt, money::preview(task), Shown::Nothing));
    }
    let ids = reminders.iter().take(count).map(|reminder| reminder.id).collect();
    Ok(Next::act(Action::CancelReminders(ids)))
}

/// RESCHEDULE_REMINDER: the next one; with several, only on a yes to the one that is read out.
pub(super) fn put_off(around: &Around<'_>, task: &mut Task) -> Decided {
    let customer = who::if_meant(around, task)?;
    let Some(when) = task.slots.when else {
        let prompt = say(around.language, Key::AskWhen, &[]);
        return Err(Ask::missing(prompt, Missing::When, Shown::Nothing));
    };
    let Some(reminders) = task.reminders.clone() else {
        return Err(Next::LookUp(LookUp::Reminders {
            customer: customer.map(|customer| customer.id),
        }));
    };
    let failed = |key, code| Err(Next::failed(task, say(around.language, key, &[]), code));
    let Some(next) = reminders.first() else {
        return failed(Key::NoReminders, "not_found");
    };
    if next.recurrence.is_some() {
        return failed(Key::RecurringNotMoved, "not_possible");
    }
    if !task.agreed && (reminders.len() > 1 || money::needs_yes(around, task)) {
        let (about, when) = (
            phrases::reminder(around, next),
            phrases::moment(around.language, when),
        );
        let told: [(&str, &dyn std::fmt::Display); 2] = [("reminder", &about), ("when", &when)];
        let prompt = say(around.language, Key::AskPutOff, &told);
        return Err(Ask::confirm(prompt, money::preview(task), Shown::Nothing));
    }
    Ok(Next::act(Action::PutOffReminder {
        reminder: next.id,
        at: when.with_timezone(&Utc),
    }))
}

/// LIST_REMINDERS.
pub(super) fn list(around: &Around<'_>, task: &mut Task) -> Decided {
    let customer = who::if_meant(around, task)?;
    let customer = customer.map(|customer| customer.id);
    Ok(Next::act(Action::ListReminders {
        customer,
        period: task.slots.period,
    }))
}
