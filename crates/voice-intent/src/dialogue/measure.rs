//! Quantities and prices of lines, brought to the unit in which a product is kept.

use execora_kernel::{Money, Quantity, Unit};
use serde::{Deserialize, Serialize};

use super::action::LineToSave;
use super::change::Changes;
use super::fact::{DraftFact, Missing, ProductFact};
use super::next::{Around, Ask, Next};
use super::reply::Shown;
use super::task::{ItemIs, Task};
use super::{bill, items};
use crate::understanding::{Item, Measure};
use crate::wording::{Key, say, unit_word};

/// Goods that were said in a measure they are not kept in: how much it is to be is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Apart {
    pub item: Item,
    pub product: ProductFact,
}

/// The price of one `into`, when so much is the price of one `of`; `None` when paise cannot hold it, or the units do not
/// measure the same.
pub(super) fn price_per(price: Money, of: Unit, into: Unit) -> Option<Money> {
    if of == into {
        return Some(price);
    }
    let one = Quantity::ONE.thousandths();
    if let Some(held) = of.convert(Quantity::ONE, into) {
        let paise = price.paise().checked_mul(one)?;
        return (held.thousandths() > 0 && paise % held.thousandths() == 0)
            .then(|| Money::from_paise(paise / held.thousandths()));
    }
    let held = into.convert(Quantity::ONE, of)?.thousandths();
    let paise = price.paise().checked_mul(held)?;
    (paise % one == 0).then(|| Money::from_paise(paise / one))
}

/// The line as it is saved. A price holds for one of the unit that it was said with; a line with a price is brought to
/// one unit, the product's where it is known and paise can hold the price of one.
pub(super) fn line(changes: &Changes, item: &Item, is: &ItemIs) -> LineToSave {
    let product = items::known(is);
    let quantity = item.quantity.map_or(Quantity::ONE, items::quantity);
    let mut line = LineToSave {
        product: product.map(|product| product.id),
        name: product.map_or_else(|| item.product.clone(), |product| product.name.clone()),
        quantity,
        unit: item.unit.map(items::unit),
        price: item.price.map(|price| Money::from_paise(price.paise())),
        discount: None,
    };
    let kept = product.map(|product| product.unit);
    let (Some(price), Some(counted)) = (line.price, line.unit.or(kept)) else {
        return line;
    };
    let per = changes.price_per(&item.product).or(line.unit).unwrap_or(counted);
    let targets = kept.into_iter().chain([per, counted]);
    let fitting = targets.into_iter().find_map(|unit| {
        Some((
            unit,
            counted.convert(quantity, unit)?,
            price_per(price, per, unit)?,
        ))
    });
    if let Some((unit, quantity, price)) = fitting {
        (line.unit, line.quantity, line.price) = (Some(unit), quantity, Some(price));
    }
    line
}

/// Notes of a bill with what was said of how these goods are to be: "Lassi: kam cheeni wali; Dosa: bina pyaaz".
pub(super) fn noted(notes: Option<String>, item: &Item, is: &ItemIs) -> Option<String> {
    /// A bill's notes are no longer than any other text of it.
    const NOTES_MAX: usize = 255;
    let Some(note) = &item.note else { return notes };
    let name = items::known(is).map_or(item.product.as_str(), |product| product.name.as_str());
    let one = format!("{name}: {note}");
    let all = match &notes {
        Some(notes) => format!("{notes}; {one}"),
        None => one,
    };
    if all.chars().count() <= NOTES_MAX {
        Some(all)
    } else {
        notes
    }
}

/// Is the item said in a measure that its product is not kept in, or its price of one?
fn is_apart(task: &Task, item: &Item, product: &ProductFact) -> bool {
    let kept = product.unit;
    let counted = item.unit.map_or(kept, items::unit);
    let quantity = item.quantity.map_or(Quantity::ONE, items::quantity);
    let per = task.changes.price_per(&item.product);
    counted.convert(quantity, kept).is_none()
        || item.price.is_some()
            && per.is_some_and(|per| {
                per.convert(Quantity::ONE, kept).is_none() && kept.convert(Quantity::ONE, per).is_none()
            })
}

/// Sets apart the items that are said in a measure which their product is not kept in; the others go on.
pub(super) fn set_apart(task: &mut Task, known: Vec<ItemIs>) -> Vec<ItemIs> {
    let said = std::mem::take(&mut task.slots.items);
    let mut going_on = Vec::with_capacity(known.len());
    for (item, is) in said.into_iter().zip(known) {
        match &is {
            ItemIs::Known(product) if is_apart(task, &item, product) => task.apart.push(Apart {
                item,
                product: product.clone(),
            }),
            _ => {
                task.slots.items.push(item);
                going_on.push(is);
            }
        }
    }
    task.items = Some(going_on.clone());
    going_on
}

/// "Jeera packet mein bikta hai – kitne packet?"
pub(super) fn ask(around: &Around<'_>, apart: &Apart, shown: Shown) -> Next {
    let product = &apart.product;
    let unit = match unit_word(around.language, product.unit) {
        "" => product.unit.as_str(),
        word => word,
    };
    let told: [(&str, &dyn std::fmt::Display); 2] = [("product", &product.name), ("unit", &unit)];
    let prompt = say(around.language, Key::AskQuantity, &told);
    Ask::missing_about(prompt, Missing::Quantity, product.name.clone(), shown)
}

/// Takes in how much was said: the line joins the bill, or the items it waits with.
pub(super) fn answered(task: &mut Task, quantity: Measure, unit: Option<Unit>) -> bool {
    let Some(apart) = task.apart.first() else {
        return false;
    };
    let kept = apart.product.unit;
    let said = unit.unwrap_or(kept).convert(items::quantity(quantity), kept);
    let Some(quantity) = said.filter(|quantity| quantity.is_bookable()) else {
        return false;
    };
    let Apart { mut item, product } = task.apart.remove(0);
    item.quantity = Some(Measure::from_milli(quantity.thousandths()));
    item.unit = None;
    let per = task.changes.price_per(&item.product);
    // A price of the measure that it is not kept in is none of this line.
    if per.is_some_and(|per| price_per(Money::ZERO, per, kept).is_none()) {
        item.price = None;
    }
    match &mut task.draft {
        Some(draft) => {
            let is = ItemIs::Known(product);
            let line = bill::new_line(line(&task.changes, &item, &is), &is);
            draft.lines.push(line);
            draft.notes = noted(draft.notes.take(), &item, &is);
            task.edited = true;
        }
        None => {
            task.slots.items.push(item);
            task.items.get_or_insert_default().push(ItemIs::Known(product));
        }
    }
    true
}

/// Lets go of the goods that were asked about; the bill goes on without them.
pub(super) fn let_go(task: &mut Task) -> bool {
    let waits = !task.apart.is_empty() && task.draft.is_some();
    if waits {
        task.apart.remove(0);
    }
    waits
}

/// The question about what is set apart, when there is something.
pub(super) fn open(around: &Around<'_>, task: &Task, draft: Option<&DraftFact>) -> Option<Next> {
    let shown = draft.map_or(Shown::Nothing, |draft| Shown::Draft(draft.id));
    task.apart.first().map(|apart| ask(around, apart, shown))
}
