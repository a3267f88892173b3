//! Cancelling: a draft is discarded, an issued bill is cancelled; both only on a yes to the one that was named.

use super::action::Action;
use super::effect::LookUp;
use super::fact::{DraftFact, InvoiceFact};
use super::next::{Around, Ask, Decided, Next};
use super::reply::{Preview, Shown};
use super::task::Task;
use super::{bill, money, phrases, who};
use crate::wording::{Key, say};

/// CANCEL_INVOICE.
pub(super) fn cancel(around: &Around<'_>, task: &mut Task) -> Decided {
    if task.slots.invoice_number.is_some() || task.invoice.is_some() {
        return invoice(around, task);
    }
    if let Some(draft) = task.draft.clone() {
        return one_draft(around, task, &draft);
    }
    // Without a name the customer spoken of is meant when there is one.
    let spoken_of = around.state.active().is_some() && !task.slots.all;
    let customer = if spoken_of {
        Some(who::known(around, task)?)
    } else {
        who::if_meant(around, task)?
    };
    let customer = customer.map(|customer| customer.id);
    let Some(drafts) = task.drafts.clone() else {
        return Err(Next::LookUp(LookUp::Drafts { customer }));
    };
    if task.slots.all && drafts.len() > 1 {
        return all_drafts(around, task, &drafts);
    }
    match drafts.as_slice() {
        [] => {
            let Some(invoices) = &task.invoices else {
                return Err(Next::LookUp(LookUp::Invoices { customer }));
            };
            task.one_of_many = task.slots.all && invoices.len() > 1;
            let Some(latest) = invoices.first().cloned() else {
                let text = say(around.language, Key::NoBill, &[]);
                return Err(Next::failed(task, text, "not_found"));
            };
            task.invoice = Some(latest);
            invoice(around, task)
        }
        [only] => {
            let only = only.clone();
            task.draft = Some(only.clone());
            one_draft(around, task, &only)
        }
        several => Err(bill::which(around, several)),
    }
}

fn one_draft(around: &Around<'_>, task: &Task, draft: &DraftFact) -> Decided {
    if task.agreed {
        return Ok(Next::act(Action::DiscardDraft(draft.id)));
    }
    let name = phrases::draft_name(around.language, draft);
    let prompt = say(
        around.language,
        Key::AskDiscard,
        &[("name", &name), ("total", &draft.total)],
    );
    let preview = Preview {
        amount: Some(draft.total),
        ..money::preview(task)
    };
    Err(Ask::confirm(prompt, preview, Shown::Draft(draft.id)))
}

fn all_drafts(around: &Around<'_>, task: &Task, drafts: &[DraftFact]) -> Decided {
    if task.agreed {
        return Ok(Next::act(Action::DiscardDrafts(
            drafts.iter().map(|draft| draft.id).collect(),
        )));
    }
    let prompt = say(around.language, Key::AskDiscardAll, &[("count", &drafts.len())]);
    Err(Ask::confirm(prompt, money::preview(task), Shown::Drafts))
}

fn invoice(around: &Around<'_>, task: &Task) -> Decided {
    let Some(invoice) = &task.invoice else {
        if task.nobody {
            let text = say(around.language, Key::NoBill, &[]);
            return Err(Next::failed(task, text, "not_found"));
        }
        let number = task.slots.invoice_number.clone().unwrap_or_default();
        return Err(Next::LookUp(LookUp::Invoice { number }));
    };
    if invoice.cancelled {
        let text = say(
            around.language,
            Key::AlreadyCancelled,
            &[("number", &invoice.number)],
        );
        return Err(Next::failed(task, text, "already_cancelled"));
    }
    if task.agreed {
        return Ok(Next::act(Action::CancelInvoice(invoice.id)));
    }
    Err(ask_invoice(around, task, invoice))
}

fn ask_invoice(around: &Around<'_>, task: &Task, invoice: &InvoiceFact) -> Next {
    let prompt = say(
        around.language,
        Key::AskCancelBill,
        &[
            ("number", &invoice.number),
            ("name", &invoice.customer_name),
            ("total", &invoice.total),
        ],
    );
    let prompt = if task.one_of_many {
        format!("{} {prompt}", say(around.language, Key::OneBillAtATime, &[]))
    } else {
        prompt
    };
    let preview = Preview {
        amount: Some(invoice.total),
        ..money::preview(task)
    };
    Ask::confirm(prompt, preview, Shown::Invoice(invoice.id))
}
