//! The words for what came of an action.

use execora_kernel::Money;

use super::fact::{CustomerFact, DraftFact, InvoiceFact};
use super::next::{Around, Next};
use super::outcome::Outcome;
use super::reply::Shown;
use super::task::{ForWhom, Task};
use super::{bill, phrases, reports, sending, talk, who};
use crate::understanding::Language;
use crate::wording::{Key, say};

/// How many rows of a list are spoken; the rest is shown.
const SPOKEN_MAX: usize = 3;

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
            let text = say(language, Key::BillCancelled, &[("number", &invoice.number)]);
            let text = format!(
                "{text} {}",
                phrases::owes(language, &invoice.customer_name, balance)
            );
            Next::done(task, text, Shown::Invoice(invoice.id))
        }
        Outcome::Drafts(drafts) => drafts_shown(around, task, drafts),
        Outcome::Invoices(invoices) => invoices_shown(language, task, &invoices),
        Outcome::Summary(summary) => reports::summary_told(around, task, &summary),
        Outcome::Statement(statement) => reports::statement_told(around, task, &statement),
        Outcome::Sent(message) => sending::told(around, task, message),
        Outcome::Recording(state) => talk::recording_told(around, task, state),
        Outcome::Paid { .. }
        | Outcome::Credited { .. }
        | Outcome::Balance(_)
        | Outcome::Balances { .. }
        | Outcome::TotalPending { .. } => money(language, task, outcome),
        outcome => things(around, task, outcome),
    }
}

fn issued(around: &mut Around<'_>, task: &Task, invoice: &InvoiceFact, balance: Money, sent: bool) -> Next {
    let language = around.language;
    around.state.speak_of(invoice.customer, &invoice.customer_name);
    let told: [(&str, &dyn std::fmt::Display); 3] = [
        ("number", &invoice.number),
        ("name", &invoice.customer_name),
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

fn money(language: Language, task: &Task, outcome: Outcome) -> Next {
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
            let mut text = said_before(language, task) + &say(language, Key::Paid, &told);
            if task.past_day {
                text = format!("{text} {}", say(language, Key::BookedToday, &[]));
            }
            let text = format!("{text} {}", phrases::balance_now(language, balance));
            Next::done(task, text, Shown::Payment(payment))
        }
        Outcome::Credited {
            entry,
            amount,
            balance,
            ..
        } => {
            let text = say(language, Key::Credited, &[("name", &name), ("amount", &amount)]);
            let text = format!("{}{text}", said_before(language, task));
            let text = format!("{text} {}", phrases::balance_now(language, balance));
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
        } => balances(language, task, &first, customers, total),
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

fn balances(language: Language, task: &Task, first: &[CustomerFact], count: usize, total: Money) -> Next {
    let rows: Vec<String> = first
        .iter()
        .take(SPOKEN_MAX)
        .map(|one| format!("{} {}", one.name, one.balance))
        .collect();
    let mut text = say(
        language,
        Key::TotalPending,
        &[("total", &total), ("count", &count)],
    );
    if !rows.is_empty() {
        let stop = phrases::full_stop(language);
        text = format!("{text} {}{stop}", rows.join(", "));
    }
    Next::done(task, text, Shown::Balances)
}

fn drafts_shown(around: &Around<'_>, task: &mut Task, drafts: Vec<DraftFact>) -> Next {
    match <[DraftFact; 1]>::try_from(drafts) {
        Ok([only]) => {
            task.draft = Some(only.clone());
            bill::after_saving(around, task, &only).unwrap_or_else(|early| early)
        }
        Err(drafts) if drafts.is_empty() => {
            Next::done(task, say(around.language, Key::NoDraft, &[]), Shown::Drafts)
        }
        Err(drafts) => {
            let row = |draft: &DraftFact| {
                format!("{} {}", phrases::draft_name(around.language, draft), draft.total)
            };
            let rows: Vec<String> = drafts.iter().take(SPOKEN_MAX).map(row).collect();
            let told: [(&str, &dyn std::fmt::Display); 2] =
                [("count", &drafts.len()), ("rows", &rows.join(", "))];
            Next::done(task, say(around.language, Key::OpenDrafts, &told), Shown::Drafts)
        }
    }
}

fn invoices_shown(language: Language, task: &Task, invoices: &[InvoiceFact]) -> Next {
    if invoices.is_empty() {
        return Next::done(task, say(language, Key::NoBill, &[]), Shown::Invoices);
    }
    let rows: Vec<String> = invoices.iter().take(SPOKEN_MAX).map(phrases::invoice).collect();
    let told: [(&str, &dyn std::fmt::Display); 2] = [("count", &invoices.len()), ("rows", &rows.join(", "))];
    Next::done(task, say(language, Key::Bills, &told), Shown::Invoices)
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
        Outcome::Reminders(reminders) if reminders.is_empty() => {
            Next::done(task, say(language, Key::NoReminders, &[]), Shown::Reminders)
        }
        Outcome::Reminders(reminders) => {
            let rows: Vec<String> = reminders
                .iter()
                .take(SPOKEN_MAX)
                .map(|one| phrases::reminder(around, one))
                .collect();
            let told: [(&str, &dyn std::fmt::Display); 2] =
                [("count", &reminders.len()), ("rows", &rows.join("; "))];
            Next::done(task, say(language, Key::Reminders, &told), Shown::Reminders)
        }
        outcome => products(language, task, outcome),
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

fn products(language: Language, task: &Task, outcome: Outcome) -> Next {
    match outcome {
        Outcome::Stock(product) => {
            let text = if product.stock == execora_kernel::Quantity::ZERO {
                say(language, Key::NoneLeft, &[("product", &product.name)])
            } else {
                let left = phrases::measure(language, product.stock, product.unit);
                say(
                    language,
                    Key::Stock,
                    &[("product", &product.name), ("left", &left)],
                )
            };
            Next::done(task, text, Shown::Product(product.id))
        }
        Outcome::StockAdded {
            movement,
            product,
            quantity,
            unit,
        } => {
            let came = phrases::measure(language, quantity, unit);
            let left = phrases::measure(language, product.stock, product.unit);
            let told: [(&str, &dyn std::fmt::Display); 3] =
                [("product", &product.name), ("quantity", &came), ("left", &left)];
            Next::done(
                task,
                say(language, Key::StockAdded, &told),
                Shown::Movement(movement),
            )
        }
        Outcome::PriceSet { product, .. } => {
            let price = product.price.unwrap_or_default();
            let text = say(
                language,
                Key::PriceSet,
                &[("product", &product.name), ("price", &price)],
            );
            Next::done(task, text, Shown::Price(product.id))
        }
        _ => Next::done(task, String::new(), Shown::Nothing),
    }
}
