//! What an action that was done means: what is remembered for taking it back, and the words of the answer.

use execora_kernel::UndoId;

use super::action::Reversal;
use super::event::Turn;
use super::next::{Around, Next};
use super::outcome::Outcome;
use super::reply::Shown;
use super::state::DoneThing;
use super::task::Task;
use super::{told, who};
use crate::understanding::{Intent, Language};
use crate::wording::{Key, say};

/// Takes in what came of the command's action.
pub(super) fn done(around: &mut Around<'_>, task: &mut Task, outcome: Outcome, undo: UndoId) -> Next {
    if let Some(reversal) = reversal(around, task, &outcome) {
        let at = around.turn.at.to_utc();
        around.state.remember_done(DoneThing {
            id: undo,
            intent: task.intent,
            at,
            reversal,
        });
        task.undo = Some(undo);
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
        Outcome::CodeSent { .. } => {
            task.code_sent = true;
            Next::Again
        }
        outcome => told::words(around, task, outcome),
    }
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

/// The intent whose reversal an undo of this turn is about.
pub(super) fn undone(
    turn: &Turn,
    language: Language,
    thing: &DoneThing,
    outcome: &Outcome,
) -> (String, Shown) {
    let entries = match outcome {
        Outcome::Undone { entries } => entries.clone(),
        _ => Vec::new(),
    };
    debug_assert!(
        turn.at.to_utc() >= thing.at,
        "nothing is taken back before it was done"
    );
    let key = match &thing.reversal {
        Reversal::CancelInvoice(_) => Key::UndoneBill,
        Reversal::ReversePayment(_) => Key::UndonePayment,
        Reversal::ReverseEntry(_) => Key::UndoneCredit,
        Reversal::DiscardDraft(_) => Key::UndoneDraft,
        Reversal::ReopenDraft(_) | Reversal::ReopenDrafts(_) => Key::UndoneDiscard,
        Reversal::RemoveCustomer { .. } => Key::UndoneCustomer,
        Reversal::PutReminderBack { .. } => Key::UndonePutOff,
        Reversal::CancelReminder(_) => Key::UndoneReminder,
        Reversal::RestoreReminders(_) => Key::UndoneReminderCancel,
        Reversal::RestoreDraft(_)
        | Reversal::RestoreCustomer { .. }
        | Reversal::RestorePrice { .. }
        | Reversal::ReverseMovement { .. } => Key::Undone,
    };
    (
        say(language, key, &[]),
        Shown::Undone {
            intent: thing.intent,
            entries,
        },
    )
}
