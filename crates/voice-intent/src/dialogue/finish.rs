//! What an action that was done means: what is remembered for taking it back, and the words of the answer.

use execora_kernel::UndoId;

use super::action::Reversal;
use super::next::{Around, Next};
use super::outcome::Outcome;
use super::task::Task;
use super::undo::{self, DoneThing};
use super::{deletion, told, who};
use crate::understanding::Intent;

/// Takes in what came of the command's action.
pub(super) fn done(around: &mut Around<'_>, task: &mut Task, outcome: Outcome, token: UndoId) -> Next {
    let reversal = reversal(around, task, &outcome);
    if reversal.is_some() || cannot_be_undone(&outcome) {
        task.undo = reversal.as_ref().map(|_| token).or(task.undo);
        around.state.remember_done(DoneThing {
            id: token,
            intent: task.intent,
            at: around.turn.at.to_utc(),
            reversal,
            about: undo::about(around.language, task, &outcome),
        });
    }
    match outcome {
        Outcome::DraftSaved(draft) => {
            task.draft = Some(draft);
            task.edited = false;
            Next::Again
        }
        Outcome::CustomerMade { customer, .. } if task.intent != Intent::CreateCustomer => {
            who::settle(around, task, customer);
            task.made_customer = true;
            Next::Again
        }
        Outcome::CodeSent { .. } => deletion::code_sent(around, task),
        Outcome::Undone { entries, balance } => undo::done(around, task, entries, balance),
        outcome => told::words(around, task, outcome),
    }
}

/// What is done for good: an undo right after it says so, and takes back nothing older.
fn cannot_be_undone(outcome: &Outcome) -> bool {
    matches!(
        outcome,
        Outcome::Erased { .. } | Outcome::InvoiceCancelled { .. } | Outcome::Sent(_) | Outcome::Recording(_)
    )
}

/// How the outcome is taken back, when it can be.
fn reversal(around: &mut Around<'_>, task: &Task, outcome: &Outcome) -> Option<Reversal> {
    Some(match outcome {
        Outcome::DraftSaved(draft) => match &task.before {
            Some(before) => {
                let mut before = before.clone();
                before.draft = Some((draft.id, draft.version));
                Reversal::RestoreDraft(before)
            }
            // Filling in a price belongs to the making of the draft, which is remembered already.
            None if task.draft.is_some() => return None,
            None => Reversal::DiscardDraft(draft.id),
        },
        Outcome::DraftDiscarded(draft) => Reversal::ReopenDraft(draft.id),
        Outcome::DraftsDiscarded(drafts) => {
            Reversal::ReopenDrafts(drafts.iter().map(|draft| draft.id).collect())
        }
        Outcome::Issued { invoice, .. } => {
            if let Some(draft) = &task.draft {
                around.state.draft_is_issued(draft.id);
            }
            Reversal::CancelInvoice(invoice.id)
        }
        Outcome::Paid { entry, .. } => Reversal::ReversePayment(*entry),
        Outcome::Credited { entry, .. } => Reversal::ReverseEntry(*entry),
        Outcome::CustomerMade { customer, opening } => Reversal::RemoveCustomer {
            customer: customer.id,
            opening: *opening,
        },
        Outcome::CustomerChanged { customer, were } => Reversal::RestoreCustomer {
            customer: customer.id,
            were: were.clone(),
        },
        Outcome::Reminded(reminder) => Reversal::CancelReminder(reminder.id),
        Outcome::RemindersCancelled(reminders) => {
            Reversal::RestoreReminders(reminders.iter().map(|reminder| reminder.id).collect())
        }
        Outcome::ReminderPutOff { reminder, was } => Reversal::PutReminderBack {
            reminder: reminder.id,
            at: *was,
        },
        Outcome::PriceSet { product, old_price } => Reversal::RestorePrice {
            product: product.id,
            price: *old_price,
        },
        Outcome::StockAdded {
            movement,
            product,
            quantity,
            unit,
        } => Reversal::ReverseMovement {
            movement: *movement,
            product: product.id,
            quantity: *quantity,
            unit: *unit,
        },
        _ => return None,
    })
}
