//! UNDO: the last thing that was done is taken back, or the answer says that it cannot be.

use chrono::{DateTime, Utc};
use execora_kernel::{EntryId, Money, UndoId};
use execora_text::numbers::read_number;
use serde::{Deserialize, Serialize};

use super::action::{Action, Reversal};
use super::label::{self, About};
use super::next::{Around, Ask, Decided, Next};
use super::outcome::{Outcome, Refusal};
use super::reply::Shown;
use super::task::Task;
use super::{money, phrases, refused};
use crate::understanding::{Intent, Language, Word, tagged};
use crate::wording::{Key, say};

/// Something that was done and how it is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoneThing {
    /// The token under which it is taken back.
    pub id: UndoId,
    /// What it was.
    pub intent: Intent,
    /// When.
    pub at: DateTime<Utc>,
    /// How it is taken back; `None` for what cannot be, which also keeps what was done before it from being taken
    /// back by mistake.
    pub reversal: Option<Reversal>,
    /// What it was about.
    #[serde(default)]
    pub about: About,
}

/// UNDO, by voice or by the button of one thing.
pub(super) fn decide(around: &Around<'_>, task: &mut Task) -> Decided {
    let now = around.turn.at.to_utc();
    let thing = match task.takes_back {
        Some(id) => around.state.can_be_undone(now).find(|thing| thing.id == id),
        None => around.state.last_done(now),
    };
    let Some(thing) = thing.cloned() else {
        let text = say(around.language, Key::NothingToUndo, &[]);
        return Err(Next::failed(task, text, "undo_expired"));
    };
    let Some(reversal) = thing.reversal.clone() else {
        let text = cannot(around.language, &thing);
        return Err(Next::failed(task, text, "not_possible"));
    };
    task.takes_back = Some(thing.id);
    if money::needs_yes(around, task) {
        let what = thing.about.said(around.language, noun(&thing, &reversal));
        let prompt = say(around.language, Key::AskUndo, &[("what", &what)]);
        return Err(Ask::confirm(prompt, money::preview(task), Shown::Nothing));
    }
    let (id, intent) = (thing.id, thing.intent);
    Ok(Next::act(Action::Undo { id, intent, reversal }))
}

/// "pichli do entry wapas lo": one is taken back, and the answer says that it is one.
pub(super) fn several_asked(text: &str) -> bool {
    let things = [Word::Entry, Word::Payment, Word::Bill, Word::Draft];
    tagged(text).windows(2).any(|pair| {
        let [count, thing] = pair else { return false };
        let several = read_number(&[count.word.as_str()]).is_some_and(|number| number.milli > 1_000);
        several
            && (thing.is_any(&things) || thing.spelt(&["command", "commands", "transaction", "transactions"]))
    })
}

/// Why the last thing stays as it is.
fn cannot(language: Language, thing: &DoneThing) -> String {
    let told = |given: &Option<String>| given.clone().unwrap_or_default();
    let (number, name) = (told(&thing.about.number), told(&thing.about.name));
    match thing.intent {
        Intent::DeleteCustomer => say(language, Key::CannotUndoErased, &[("name", &name)]),
        Intent::CancelInvoice => say(language, Key::CannotUndoCancelled, &[("number", &number)]),
        Intent::StartRecording | Intent::StopRecording => say(language, Key::CannotUndoRecording, &[]),
        _ => say(language, Key::CannotUndoSent, &[]),
    }
}

/// What the thing that is taken back is called.
fn noun(thing: &DoneThing, reversal: &Reversal) -> Key {
    match reversal {
        Reversal::CancelInvoice(_) => Key::NounBill,
        Reversal::ReversePayment(_) => Key::NounPayment,
        Reversal::ReverseEntry(_) => Key::NounCredit,
        Reversal::DiscardDraft(_) | Reversal::ReopenDraft(_) | Reversal::ReopenDrafts(_) => Key::NounDraft,
        Reversal::RestoreDraft(_) => Key::NounBillChange,
        Reversal::RemoveCustomer { .. } => Key::NounCustomer,
        Reversal::RestoreCustomer { .. } => Key::NounDetails,
        Reversal::CancelReminder(_) | Reversal::RestoreReminders(_) => Key::NounReminder,
        Reversal::PutReminderBack { .. } => Key::NounReminderTime,
        Reversal::RestorePrice { .. } => Key::NounPrice,
        Reversal::ReverseMovement { .. } if thing.about.measure.is_some() => Key::NounStock,
        Reversal::ReverseMovement { .. } => Key::NounOther,
    }
}

/// What an action was about, for naming it when it is taken back.
pub(super) fn about(language: Language, task: &Task, outcome: &Outcome) -> About {
    let person = || label::person(task);
    let of = |name, amount| About {
        name,
        amount,
        ..About::default()
    };
    match outcome {
        Outcome::DraftSaved(draft) | Outcome::DraftDiscarded(draft) => {
            of(draft.customer_name.clone(), Some(draft.total))
        }
        Outcome::Issued { invoice, .. } | Outcome::InvoiceCancelled { invoice, .. } => About {
            number: Some(invoice.number.clone()),
            sent: matches!(outcome, Outcome::Issued { sent: true, .. }),
            ..of(
                person().or_else(|| Some(invoice.customer_name.clone())),
                Some(invoice.total),
            )
        },
        Outcome::Paid { amount, .. } | Outcome::Credited { amount, .. } => of(person(), Some(*amount)),
        Outcome::CustomerMade { customer, .. } | Outcome::CustomerChanged { customer, .. } => {
            of(Some(customer.name.clone()), None)
        }
        Outcome::Reminded(reminder) | Outcome::ReminderPutOff { reminder, .. } => {
            of(reminder.customer_name.clone(), reminder.amount)
        }
        Outcome::RemindersCancelled(reminders) => match reminders.as_slice() {
            [only] => of(only.customer_name.clone(), only.amount),
            _ => of(person(), None),
        },
        Outcome::PriceSet { product, .. } => of(Some(product.name.clone()), product.price),
        Outcome::StockAdded {
            product,
            quantity,
            unit,
            ..
        } => About {
            measure: Some(phrases::measure(language, *quantity, *unit)),
            ..of(Some(product.name.clone()), None)
        },
        _ => of(person(), None),
    }
}

/// The answer to what was taken back.
pub(super) fn done(
    around: &mut Around<'_>,
    task: &Task,
    entries: Vec<EntryId>,
    balance: Option<Money>,
) -> Next {
    let known = |thing: &DoneThing| Some(thing.id) == task.takes_back;
    let thing = around.state.undo.extract_if(.., |thing| known(thing)).next();
    let language = around.language;
    let Some((thing, reversal)) = thing.and_then(|thing| thing.reversal.clone().map(|how| (thing, how)))
    else {
        return Next::done(task, say(language, Key::LetBe, &[]), Shown::Nothing);
    };
    let about = &thing.about;
    let mut text = match &reversal {
        Reversal::ReopenDraft(_) | Reversal::ReopenDrafts(_) => {
            let what = about.said(language, Key::NounDraft);
            say(language, Key::UndoneDiscard, &[("what", &what)])
        }
        Reversal::RestoreReminders(_) => {
            let what = about.said(language, Key::NounReminder);
            say(language, Key::UndoneReminderCancel, &[("what", &what)])
        }
        Reversal::CancelInvoice(_) => {
            let what = about.said(language, Key::NounBill);
            say(language, Key::UndoneBill, &[("what", &what)])
        }
        other => {
            let what = about.said(language, noun(&thing, other));
            say(language, Key::Undone, &[("what", &what)])
        }
    };
    if let Some(balance) = balance {
        text = format!("{text} {}", phrases::balance_now(language, balance));
    }
    if about.sent {
        text = format!("{text} {}", say(language, Key::CannotUndoSent, &[]));
    }
    if task.more_asked {
        text = format!("{text} {}", say(language, Key::UndoneOne, &[]));
    }
    let intent = thing.intent;
    Next::done(task, text, Shown::Undone { intent, entries })
}

/// The answer to what could not be taken back.
pub(super) fn refused(around: &mut Around<'_>, task: &Task, refusal: &Refusal) -> Next {
    if !refused::may_be_tried_again(refusal) {
        around
            .state
            .undo
            .retain(|thing| Some(thing.id) != task.takes_back);
    }
    let (text, code) = refused::words(around, refusal);
    Next::failed(task, text, code)
}
