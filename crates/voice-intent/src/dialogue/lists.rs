//! Lists as they are spoken: the first few, and how many more there are.

use std::fmt::Display;

use execora_kernel::Money;

use super::fact::{CustomerFact, DraftFact, InvoiceFact, ReminderFact};
use super::next::{Around, Next};
use super::reply::Shown;
use super::task::Task;
use super::{bill, phrases};
use crate::understanding::Language;
use crate::wording::{Key, say};

/// How many rows of a list are spoken; the rest is shown.
const SPOKEN_MAX: usize = 3;

/// The first rows, and how many of `count` were left out.
fn first(language: Language, rows: impl Iterator<Item = String>, count: usize, between: &str) -> String {
    let rows: Vec<String> = rows.take(SPOKEN_MAX).collect();
    let left = count.saturating_sub(rows.len());
    let mut text = rows.join(between);
    if left > 0 && !rows.is_empty() {
        text.push_str(between);
        text.push_str(&say(language, Key::AndMore, &[("count", &left)]));
    }
    text
}

/// What customers owe, the most first.
pub(super) fn balances(
    language: Language,
    task: &Task,
    rows: &[CustomerFact],
    count: usize,
    total: Money,
) -> Next {
    let told: [(&str, &dyn Display); 2] = [("total", &total), ("count", &count)];
    let mut text = say(language, Key::TotalPending, &told);
    if !rows.is_empty() {
        let row = |one: &CustomerFact| format!("{} {}", phrases::called(one), one.balance);
        let rows = first(language, rows.iter().map(row), count, ", ");
        text = format!("{text} {rows}{}", phrases::full_stop(language));
    }
    Next::done(task, text, Shown::Balances)
}

/// Open drafts; one alone is read back with its question.
pub(super) fn drafts(around: &Around<'_>, task: &mut Task, drafts: Vec<DraftFact>) -> Next {
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
            let rows = first(around.language, drafts.iter().map(row), drafts.len(), ", ");
            let told: [(&str, &dyn Display); 2] = [("count", &drafts.len()), ("rows", &rows)];
            Next::done(task, say(around.language, Key::OpenDrafts, &told), Shown::Drafts)
        }
    }
}

/// Bills, the newest first. How many there are in all is not known, so more than are spoken are not counted.
pub(super) fn invoices(language: Language, task: &Task, invoices: &[InvoiceFact]) -> Next {
    if invoices.is_empty() {
        let key = if task.unpaid {
            Key::NoUnpaidBill
        } else {
            Key::NoBill
        };
        return Next::done(task, say(language, key, &[]), Shown::Invoices);
    }
    let row = |invoice: &InvoiceFact| match (task.unpaid, invoice.cancelled) {
        (true, _) => format!("{} {} {}", invoice.number, invoice.customer_name, invoice.open),
        (false, true) => {
            let bill = phrases::invoice(invoice);
            say(language, Key::CancelledBill, &[("bill", &bill)])
        }
        (false, false) => phrases::invoice(invoice),
    };
    let rows = invoices.iter().map(row);
    let (key, rows) = if task.unpaid {
        (Key::UnpaidBills, first(language, rows, invoices.len(), ", "))
    } else if invoices.len() > SPOKEN_MAX {
        (Key::NewestBills, first(language, rows, 0, ", "))
    } else {
        (Key::Bills, first(language, rows, invoices.len(), ", "))
    };
    let count = invoices.len();
    let told: [(&str, &dyn Display); 3] = [("count", &count), ("shown", &SPOKEN_MAX), ("rows", &rows)];
    Next::done(task, say(language, key, &told), Shown::Invoices)
}

/// Reminders still to come.
pub(super) fn reminders(around: &Around<'_>, task: &Task, reminders: &[ReminderFact]) -> Next {
    if reminders.is_empty() {
        return Next::done(
            task,
            say(around.language, Key::NoReminders, &[]),
            Shown::Reminders,
        );
    }
    let rows = reminders.iter().map(|one| phrases::reminder(around, one));
    let rows = first(around.language, rows, reminders.len(), "; ");
    let told: [(&str, &dyn Display); 2] = [("count", &reminders.len()), ("rows", &rows)];
    Next::done(
        task,
        say(around.language, Key::Reminders, &told),
        Shown::Reminders,
    )
}
