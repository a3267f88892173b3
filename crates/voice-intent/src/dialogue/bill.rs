//! Bills: made as drafts, read back, changed, and issued on a yes to exactly what was read back.

use execora_kernel::{DraftId, Money, Unit};

use super::action::{Action, DraftToSave, LineToSave};
use super::effect::LookUp;
use super::fact::{CANDIDATES_MAX, DraftFact, LineFact, Missing};
use super::next::{Around, Ask, Decided, Next};
use super::reply::{Choice, ClarifyKind, Preview, Shown};
use super::task::{ItemIs, Task};
use super::{items, measure, phrases, who};
use crate::understanding::Intent;
use crate::wording::{Key, say};

/// CREATE_INVOICE: customer, then products, then the draft, then its preview.
pub(super) fn create(around: &Around<'_>, task: &mut Task) -> Decided {
    if let Some(draft) = task.draft.clone() {
        return after_saving(around, task, &draft);
    }
    let who = who::resolve(around, task)?;
    if task.slots.items.is_empty() && task.apart.is_empty() {
        let prompt = say(around.language, Key::AskItems, &[]);
        return Err(Ask::missing(prompt, Missing::Items, Shown::Nothing));
    }
    items::bounds(around, task)?;
    let known = items::resolve(around, task)?;
    let known = measure::set_apart(task, known);
    if known.is_empty()
        && let Some(ask) = measure::open(around, task, None)
    {
        return Err(ask);
    }
    let customer = who::made(task, who)?;
    let lines = task
        .slots
        .items
        .iter()
        .zip(&known)
        .map(|(item, is)| measure::line(&task.changes, item, is))
        .collect();
    Ok(Next::act(Action::SaveDraft(DraftToSave {
        draft: None,
        customer: customer.id,
        lines,
        with_gst: task.slots.with_gst,
        discount: task.slots.discount,
        notes: task
            .slots
            .items
            .iter()
            .zip(&known)
            .fold(None, |notes, (item, is)| measure::noted(notes, item, is)),
    })))
}

/// A line that is new on an open bill.
pub(super) fn new_line(saved: LineToSave, is: &ItemIs) -> LineFact {
    let product = items::known(is);
    LineFact {
        product: saved.product,
        name: saved.name,
        quantity: saved.quantity,
        unit: saved
            .unit
            .or(product.map(|product| product.unit))
            .unwrap_or(Unit::Piece),
        price: saved.price.or(product.and_then(|product| product.price)),
        price_given: saved.price.is_some(),
        discount: None,
        total: None,
        only_left: None,
    }
}

/// What follows once the draft is in the books: its price is asked for, it is issued, or it is read back.
pub(super) fn after_saving(around: &Around<'_>, task: &mut Task, draft: &DraftFact) -> Decided {
    if task.edited {
        return save_again(around, task, draft);
    }
    if let Some(ask) = measure::open(around, task, Some(draft)) {
        return Err(ask);
    }
    if draft.lines.is_empty() {
        let prompt = say(around.language, Key::AskItems, &[]);
        return Err(Ask::missing(prompt, Missing::Items, Shown::Draft(draft.id)));
    }
    if let Some(line) = draft.lines.iter().find(|line| line.price.is_none()) {
        let key = match line.product {
            Some(_) => Key::AskPrice,
            None => Key::AskNewPrice,
        };
        let prompt = say(around.language, key, &[("product", &line.name)]);
        return Err(Ask::missing(prompt, Missing::Price, Shown::Draft(draft.id)));
    }
    let nothing_short = draft.lines.iter().all(|line| line.only_left.is_none());
    let in_doubt = task.locally || task.unsure || task.guessed || draft.total > around.turn.confirm_above;
    // A draft that somebody changed meanwhile is read back first, so that nothing unseen is sent.
    let send_at_once = task.slots.send && !in_doubt && !task.bare_yes && nothing_short;
    let plainly_confirmed = task.intent == Intent::ConfirmInvoice && !in_doubt && !task.bare_yes;
    if task.agreed || send_at_once || plainly_confirmed {
        return Ok(issue(task, draft));
    }
    Ok(read_back(around, task, draft))
}

fn issue(task: &Task, draft: &DraftFact) -> Next {
    Next::act(Action::IssueDraft {
        draft: draft.id,
        version: draft.version,
        send: task.slots.send.then_some(task.slots.channel),
    })
}

/// The preview and its question.
fn read_back(around: &Around<'_>, task: &Task, draft: &DraftFact) -> Next {
    let language = around.language;
    let plain = |key| say(language, key, &[]);
    let mut sentences = Vec::new();
    if task.guessed && task.intent == Intent::CreateInvoice {
        let name = phrases::draft_name(language, draft);
        sentences.push(say(language, Key::GuessedCustomer, &[("name", &name)]));
    }
    if task.intent == Intent::ToggleGst {
        sentences.push(plain(if draft.with_gst { Key::GstOn } else { Key::GstOff }));
    }
    sentences.push(phrases::draft(language, draft));
    if task.past_day {
        sentences.push(plain(Key::BillToday));
    }
    if task.paid_apart {
        sentences.push(plain(Key::PaymentApart));
    }
    // What is short cannot be issued as it stands, so that is not offered.
    let short = draft.lines.iter().any(|line| line.only_left.is_some());
    sentences.push(plain(if short { Key::AskShort } else { Key::AskIssue }));
    let text = sentences.join(" ");
    let preview = Preview {
        intent: task.intent,
        customer: task.customer().cloned(),
        draft: Some(draft.clone()),
        amount: Some(draft.total),
    };
    Ask::confirm(text, preview, Shown::Draft(draft.id))
}

/// The draft as it stands, in the form in which it is saved.
pub(super) fn as_saved(draft: &DraftFact) -> Option<DraftToSave> {
    Some(DraftToSave {
        draft: Some((draft.id, draft.version)),
        customer: draft.customer?,
        lines: draft.lines.iter().map(same_line).collect(),
        with_gst: Some(draft.with_gst),
        discount: draft.discount,
        notes: draft.notes.clone(),
    })
}

fn same_line(line: &LineFact) -> LineToSave {
    LineToSave {
        product: line.product,
        name: line.name.clone(),
        quantity: line.quantity,
        unit: Some(line.unit),
        price: line.price.filter(|_| line.price_given),
        discount: line.discount,
    }
}

fn save_again(around: &Around<'_>, task: &mut Task, draft: &DraftFact) -> Decided {
    let Some(mut saved) = as_saved(draft) else {
        return Err(who::ask_for(around));
    };
    saved.discount = task.slots.discount.or(saved.discount);
    if let Some(with_gst) = task.slots.with_gst {
        saved.with_gst = Some(with_gst);
    }
    Ok(Next::act(Action::SaveDraft(saved)))
}

/// CONFIRM_INVOICE, and a yes that no question of this conversation waits for.
pub(super) fn confirm(around: &Around<'_>, task: &mut Task) -> Decided {
    let draft = find(around, task)?;
    after_saving(around, task, &draft)
}

/// SHOW_DRAFT: one is read back with its question, several are listed.
pub(super) fn show(around: &Around<'_>, task: &mut Task) -> Decided {
    if let Some(draft) = task.draft.clone() {
        return after_saving(around, task, &draft);
    }
    let customer = who::if_meant(around, task)?;
    Ok(Next::act(Action::ShowDrafts {
        customer: customer.map(|customer| customer.id),
    }))
}

/// The open draft that a command is about: its customer's, or the only one, or the one that the speaker chooses.
pub(super) fn find(around: &Around<'_>, task: &mut Task) -> Decided<DraftFact> {
    if let Some(draft) = &task.draft {
        return Ok(draft.clone());
    }
    let customer = who::if_meant(around, task)?;
    let Some(drafts) = task.drafts.clone() else {
        return Err(Next::LookUp(LookUp::Drafts {
            customer: customer.map(|customer| customer.id),
        }));
    };
    match drafts.as_slice() {
        [] => {
            let key = if task.bare_yes {
                Key::NothingToConfirm
            } else {
                Key::NoDraft
            };
            Err(Next::failed(task, say(around.language, key, &[]), "not_found"))
        }
        [only] => {
            task.draft = Some(only.clone());
            Ok(only.clone())
        }
        several => Err(which(around, several)),
    }
}

/// Takes in the open drafts; one that was changed meanwhile is read back again, and asked about again.
pub(super) fn drafts_found(around: &Around<'_>, task: &mut Task, drafts: Vec<DraftFact>) -> Next {
    let Some(changed) = task.changed_draft.take() else {
        task.drafts = Some(drafts);
        return Next::Again;
    };
    task.draft = drafts.into_iter().find(|draft| draft.id == changed);
    if task.draft.is_some() {
        return Next::Again;
    }
    Next::failed(task, say(around.language, Key::NotFound, &[]), "not_found")
}

/// The choice among several drafts.
pub(super) fn which(around: &Around<'_>, drafts: &[DraftFact]) -> Next {
    let options = drafts
        .iter()
        .take(CANDIDATES_MAX)
        .cloned()
        .map(Choice::Draft)
        .collect();
    Ask::choice(
        ClarifyKind::Draft,
        say(around.language, Key::WhichDraft, &[]),
        options,
    )
}

/// Fills in the price that was asked for, in mind; it is saved next.
pub(super) fn price_given(task: &mut Task, price: Money) -> Option<DraftId> {
    let draft = task.draft.as_mut()?;
    let line = draft.lines.iter_mut().find(|line| line.price.is_none())?;
    line.price = Some(price);
    line.price_given = true;
    task.edited = true;
    Some(draft.id)
}
