//! The words for what came of an action.

use execora_kernel::Money;

use super::fact::InvoiceFact;
use super::next::{Around, Next};
use super::outcome::Outcome;
use super::reply::Shown;
use super::task::{ForWhom, Task};
use super::{lists, phrases, reports, sending, stock, talk, who};
use crate::understanding::Language;
use crate::wording::{Key, say};

/// The answer to what was done.
pub(super) fn words(around: &mut Around<'_>, task: &mut Task, outcome: Outcome) -> Next {
    let language = around.language;
    match outcome {
        Outcome::DraftDiscarded(draft) => {
            let name = phrases::draft_name(language, &draft);
            let text = say(language, Key::Discarded, &[("name", &name)]);
            Next::done(task, text, Shown::Draft(draft.id))
        }
        Outcome::DraftsDiscarded(drafts) => {
            let text = say(language, Key::DiscardedAll, &[("count", &drafts.len())]);
            Next::done(task, text, Shown::Drafts)
        }
        Outcome::Issued {
            invoice,
            balance,
            sent,
        } => issued(around, task, &invoice, balance, sent),
        Outcome::InvoiceCancelled { invoice, balance } => {
            let name = task
                .customer()
                .filter(|customer| customer.id == invoice.customer)
                .map_or_else(|| invoice.customer_name.clone(), phrases::called);
            let told: [(&str, &dyn std::fmt::Display); 2] = [("name", &name), ("total", &invoice.total)];
            let text = say(language, Key::BillCancelled, &told);
            let text = format!(
                "{text} {}",
                phrases::owes(language, &invoice.customer_name, balance)
            );
            Next::done(task, text, Shown::Invoice(invoice.id))
        }
        Outcome::Drafts(drafts) => lists::drafts(around, task, drafts),
        Outcome::Invoices(invoices) => lists::invoices(language, task, &invoices),
        Outcome::Summary(summary) => reports::summary_told(around, task, &summary),
        Outcome::Statement(statement) => reports::statement_told(around, task, &statement),
        Outcome::Sent(message) => sending::told(around, task, message),
        Outcome::Recording(state) => talk::recording_told(around, task, state),
        Outcome::Paid { .. }
        | Outcome::Credited { .. }
        | Outcome::Balance(_)
        | Outcome::Balances { .. }
        | Outcome::TotalPending { .. } => money(around, task, outcome),
        outcome => things(around, task, outcome),
    }
}

fn issued(around: &mut Around<'_>, task: &Task, invoice: &InvoiceFact, balance: Money, sent: bool) -> Next {
    let language = around.language;
    around.state.speak_of(invoice.customer, &invoice.customer_name);
    let known = task.customer().filter(|customer| customer.id == invoice.customer);
    let name = known.map_or_else(|| invoice.customer_name.clone(), phrases::called);
    let told: [(&str, &dyn std::fmt::Display); 3] = [
        ("number", &invoice.number),
        ("name", &name),
        ("total", &invoice.total),
    ];
    let mut text = said_before(language, task);
    text.push_str(&say(language, Key::Issued, &told));
    text.push(' ');
    text.push_str(&phrases::balance_now(language, balance));
    if task.slots.send {
        let key = if sent { Key::BillSent } else { Key::BillNotSent };
        text.push(' ');
        text.push_str(&say(language, key, &[]));
    }
    Next::done(task, text, Shown::Invoice(invoice.id))
}

/// What has to be said first: a customer who was made on the way.
fn said_before(language: Language, task: &Task) -> String {
    match (&task.who, task.made_customer) {
        (Some(ForWhom::Known(customer)), true) => {
            format!(
                "{} ",
                say(language, Key::CustomerMade, &[("name", &customer.name)])
            )
        }
        _ => String::new(),
    }
}

fn money(around: &Around<'_>, task: &Task, outcome: Outcome) -> Next {
    let language = around.language;
    let name = task.customer().map(phrases::called).unwrap_or_default();
    match outcome {
        Outcome::Paid {
            payment,
            amount,
            mode,
            balance,
            ..
        } => {
            let mode = phrases::mode(language, mode);
            let told: [(&str, &dyn std::fmt::Display); 3] =
                [("name", &name), ("amount", &amount), ("mode", &mode)];
            let text = booked(around, task, say(language, Key::Paid, &told), balance);
            Next::done(task, text, Shown::Payment(payment))
        }
        Outcome::Credited {
            entry,
            amount,
            balance,
            ..
        } => {
            let text = say(language, Key::Credited, &[("name", &name), ("amount", &amount)]);
            let text = booked(around, task, text, balance);
            Next::done(task, text, Shown::Entry(entry))
        }
        Outcome::Balance(customer) => {
            let text = phrases::owes(language, &phrases::called(&customer), customer.balance);
            Next::done(task, text, Shown::Balance(customer.id))
        }
        Outcome::Balances {
            first,
            customers,
            total,
        } => lists::balances(language, task, &first, customers, total),
        Outcome::TotalPending { total, customers } => {
            let text = say(
                language,
                Key::TotalPending,
                &[("total", &total), ("count", &customers)],
            );
            Next::done(task, text, Shown::TotalPending)
        }
        _ => Next::done(task, String::new(), Shown::Nothing),
    }
}

/// What was booked, with what has to be known about it: whom it made, on which day, what is owed now, and that the same was
/// booked a moment ago.
fn booked(around: &Around<'_>, task: &Task, text: String, balance: Money) -> String {
    let language = around.language;
    let mut sentences = vec![format!("{}{text}", said_before(language, task))];
    if task.past_day {
        sentences.push(say(language, Key::BookedToday, &[]));
    }
    sentences.push(phrases::balance_now(language, balance));
    if around.state.did_the_same_before(around.turn.at.to_utc()) {
        sentences.push(say(language, Key::SameAgain, &[]));
    }
    sentences.join(" ")
}

fn things(around: &mut Around<'_>, task: &mut Task, outcome: Outcome) -> Next {
    let language = around.language;
    match outcome {
        Outcome::CustomerMade { customer, .. } => {
            who::settle(around, task, customer.clone());
            let text = say(language, Key::CustomerMade, &[("name", &customer.name)]);
            let text = match task.amount() {
                Some(_) => format!("{text} {}", phrases::balance_now(language, customer.balance)),
                None => text,
            };
            Next::done(task, text, Shown::Customer(customer.id))
        }
        Outcome::CustomerChanged { customer, .. } => {
            who::settle(around, task, customer.clone());
            let told: [(&str, &dyn std::fmt::Display); 2] =
                [("name", &customer.name), ("changed", &changed(task))];
            let text = say(language, Key::CustomerChanged, &told);
            Next::done(task, text, Shown::Customer(customer.id))
        }
        Outcome::Customer(customer) => Next::done(
            task,
            phrases::customer(language, &customer),
            Shown::Customer(customer.id),
        ),
        Outcome::Reminded(reminder) => {
            let about = phrases::reminder(around, &reminder);
            let mut text = said_before(language, task);
            text.push_str(&say(language, Key::Reminded, &[("reminder", &about)]));
            // Where nothing leaves the shop, nobody is told that it would.
            if reminder.customer.is_some() && !reminder.kept_for_shopkeeper && !around.turn.sends {
                text = format!("{text} {}", say(language, Key::NotSentByItself, &[]));
            }
            if reminder.kept_for_shopkeeper {
                text = format!("{text} {}", say(language, Key::KeptForYou, &[]));
            }
            Next::done(task, text, Shown::Reminder(reminder.id))
        }
        Outcome::ReminderPutOff { reminder, .. } => {
            let about = phrases::reminder(around, &reminder);
            let text = say(language, Key::ReminderPutOff, &[("reminder", &about)]);
            Next::done(task, text, Shown::Reminder(reminder.id))
        }
        Outcome::Erased { customer } => {
            let name = task.customer().map(phrases::called).unwrap_or_default();
            around.state.forget(customer);
            around.state.code = None;
            let text = say(language, Key::Erased, &[("name", &name)]);
            Next::done(task, text, Shown::Erased(customer))
        }
        Outcome::RemindersCancelled(reminders) => {
            let text = say(language, Key::RemindersCancelled, &[("count", &reminders.len())]);
            Next::done(task, text, Shown::Reminders)
        }
        Outcome::Reminders(reminders) => lists::reminders(around, task, &reminders),
        outcome => stock::told(language, task, outcome),
    }
}

/// What was changed about a customer, as it is now.
fn changed(task: &Task) -> String {
    let slots = &task.slots;
    let said = [
        &slots.name,
        &slots.nickname,
        &slots.landmark,
        &slots.phone,
        &slots.email,
        &slots.gstin,
    ];
    let values: Vec<&str> = said.into_iter().flatten().map(String::as_str).collect();
    values.join(", ")
}
