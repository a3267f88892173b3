//! Changing a bill that is not issued yet: its lines, its tax, its discount, and for whom it is.

use execora_kernel::{Quantity, Unit};

use super::bill::{after_saving, as_saved, find, new_line};
use super::fact::{DraftFact, LineFact, Missing};
use super::next::{Around, Ask, Decided, Next};
use super::reply::Shown;
use super::task::{ItemIs, Task};
use super::{items, measure, phrases, who};
use crate::understanding::{Intent, Item};
use crate::wording::{Key, say, unit_word};

/// EDIT_DRAFT and TOGGLE_GST.
pub(super) fn edit(around: &Around<'_>, task: &mut Task) -> Decided {
    let draft = find(around, task)?;
    if task.before.is_some() {
        return after_saving(around, task, &draft);
    }
    if task.moves {
        return move_to(around, task, draft);
    }
    zero_removes(task);
    let changes_lines = !(task.slots.items.is_empty() && task.slots.remove.is_empty());
    if !changes_lines && task.slots.discount.is_none() && task.slots.with_gst.is_none() {
        let prompt = say(around.language, Key::AskChange, &[]);
        return Err(Ask::missing(prompt, Missing::Change, Shown::Draft(draft.id)));
    }
    items::bounds(around, task)?;
    items::prefer_on_bill(task, &draft);
    let known = items::resolve(around, task)?;
    let removed = items::resolve_removed(around, task)?;
    let known = measure::set_apart(task, known);
    if task.on_bill_only && !all_stand(&draft, &task.slots.items, &known) {
        // The draft is as it was; what was meant is asked for.
        let mut same = Task {
            intent: Intent::ShowDraft,
            draft: Some(draft),
            who: task.who.clone(),
            ..Task::default()
        };
        std::mem::swap(task, &mut same);
        return Ok(Next::Again);
    }
    let before = as_saved(&draft);
    let nothing_yet = known.is_empty() && removed.is_empty();
    if nothing_yet && task.slots.discount.is_none() && task.slots.with_gst.is_none() {
        task.before = before;
        return after_saving(around, task, &draft);
    }
    let changed = changed(around, task, draft, &known, &removed)?;
    task.before = before;
    task.draft = Some(changed);
    task.edited = true;
    Ok(Next::Again)
}

/// Whether all the goods stand on the bill already.
fn all_stand(draft: &DraftFact, goods: &[Item], known: &[ItemIs]) -> bool {
    let stands = |item: &Item, is: &ItemIs| {
        draft
            .lines
            .iter()
            .any(|line| items::is_line(line, &item.product, is))
    };
    goods.iter().zip(known).all(|(item, is)| stands(item, is))
}

/// "Neha ke liye": the bill becomes somebody else's.
fn move_to(around: &Around<'_>, task: &mut Task, mut draft: DraftFact) -> Decided {
    let customer = who::known(around, task)?;
    task.before = as_saved(&draft);
    draft.customer = Some(customer.id);
    draft.customer_name = Some(phrases::called(&customer));
    task.draft = Some(draft);
    task.edited = true;
    Ok(Next::Again)
}

/// The draft with its new lines and without those that were taken off.
fn changed(
    around: &Around<'_>,
    task: &Task,
    mut draft: DraftFact,
    known: &[ItemIs],
    removed: &[ItemIs],
) -> Decided<DraftFact> {
    // "make that one curd instead": the last line goes, and as much of the other comes.
    let gone = if task.changes.instead && !draft.lines.is_empty() && task.slots.remove.is_empty() {
        draft.lines.pop()
    } else {
        None
    };
    for (item, is) in task.slots.items.iter().zip(known) {
        change_line(around, task, &mut draft, item, is)?;
        draft.notes = measure::noted(draft.notes.take(), item, is);
    }
    if let (Some(gone), Some(come)) = (gone, draft.lines.last_mut())
        && come.quantity == Quantity::ONE
        && come.unit == gone.unit
    {
        come.quantity = gone.quantity;
    }
    for (name, is) in task.slots.remove.iter().zip(removed) {
        let position = draft.lines.iter().position(|line| items::is_line(line, name, is));
        match position {
            Some(position) => drop(draft.lines.remove(position)),
            None => {
                let text = say(around.language, Key::NotOnBill, &[("product", name)]);
                return Err(Next::failed(task, text, "not_found"));
            }
        }
    }
    Ok(draft)
}

/// "bread 0 kar do" takes the bread off.
fn zero_removes(task: &mut Task) {
    let nothing = |item: &Item| item.quantity.is_some_and(|quantity| quantity.milli() == 0);
    let slots = &mut task.slots;
    let (gone, kept): (Vec<Item>, Vec<Item>) =
        std::mem::take(&mut slots.items).into_iter().partition(nothing);
    slots.items = kept;
    slots.remove.extend(gone.into_iter().map(|item| item.product));
}

fn change_line(
    around: &Around<'_>,
    task: &Task,
    draft: &mut DraftFact,
    item: &Item,
    is: &ItemIs,
) -> Decided<()> {
    let said = measure::line(&task.changes, item, is);
    let price = said.price;
    let less = task.changes.less.contains(&item.product);
    let place = draft
        .lines
        .iter()
        .position(|line| items::is_line(line, &item.product, is));
    if let Some(line) = place.and_then(|place| draft.lines.get_mut(place)) {
        if less || task.changes.more.contains(&item.product) {
            match sum(line, item, less) {
                Some(left) if left == Quantity::ZERO => {
                    draft
                        .lines
                        .retain(|line| !items::is_line(line, &item.product, is));
                    return Ok(());
                }
                Some(quantity) => line.quantity = quantity,
                None => return Err(other_unit(around, task, &line.name, line.unit)),
            }
        } else {
            // A price that stays is one of the unit that the line has.
            let counted = said.unit.unwrap_or(line.unit);
            let quantity = counted.convert(said.quantity, line.unit);
            if item.quantity.is_some() {
                (line.quantity, line.unit) =
                    quantity.map_or((said.quantity, counted), |kept| (kept, line.unit));
            }
        }
        line.price = price.or(line.price);
        line.price_given |= price.is_some();
        return Ok(());
    }
    if less {
        let text = say(around.language, Key::NotOnBill, &[("product", &item.product)]);
        return Err(Next::failed(task, text, "not_found"));
    }
    draft
        .lines
        .push(new_line(measure::line(&task.changes, item, is), is));
    Ok(())
}

/// What there is on the line with so much more or less, counted as the line is; `None` when that cannot be.
fn sum(line: &LineFact, item: &Item, less: bool) -> Option<Quantity> {
    let said = item.quantity.map(items::quantity)?;
    let said = item
        .unit
        .map_or(Some(said), |unit| items::unit(unit).convert(said, line.unit))?;
    let moved = if less { said.negated()? } else { said };
    let sum = line.quantity.plus(moved)?;
    (sum == Quantity::ZERO || sum.is_bookable()).then_some(sum)
}

/// Goods that are counted in another unit than was said.
pub(super) fn other_unit(around: &Around<'_>, task: &Task, name: &str, unit: Unit) -> Next {
    let unit = match unit_word(around.language, unit) {
        "" => unit.as_str(),
        word => word,
    };
    let told: [(&str, &dyn std::fmt::Display); 2] = [("product", &name), ("unit", &unit)];
    Next::failed(
        task,
        say(around.language, Key::WrongUnit, &told),
        "invalid_format",
    )
}
