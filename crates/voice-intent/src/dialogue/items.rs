//! Which products a command is about.

use execora_kernel::{Money, Quantity, Unit};

use super::effect::LookUp;
use super::fact::{CANDIDATES_MAX, DraftFact, LineFact, ProductFact, ProductFound};
use super::next::{Around, Ask, Decided, Next};
use super::reply::{Choice, ClarifyKind};
use super::task::{ItemIs, Task};
use crate::understanding::{Amount, Measure};
use crate::wording::{Key, say};

/// The most lines that one command may bring.
pub(super) const ITEMS_MAX: usize = 50;

pub(super) fn quantity(measure: Measure) -> Quantity {
    Quantity::from_thousandths(measure.milli())
}

/// The unit of the contract in the kernel's words: both are spelt alike.
pub(super) fn unit(said: crate::understanding::Unit) -> Unit {
    said.as_str().parse().unwrap_or(Unit::Piece)
}

pub(super) fn known(is: &ItemIs) -> Option<&ProductFact> {
    match is {
        ItemIs::Known(product) => Some(product),
        ItemIs::OneOf(_) | ItemIs::Unknown => None,
    }
}

/// Refuses amounts and quantities that no line may have; they are never trimmed to fit.
pub(super) fn bounds(around: &Around<'_>, task: &Task) -> Decided<()> {
    let fits = |measure: Option<Measure>| measure.is_none_or(|measure| quantity(measure).is_bookable());
    let price_fits = |price: Option<Amount>| {
        let zero_or_bookable = |paise: i64| paise == 0 || Money::from_paise(paise).is_bookable();
        price.is_none_or(|price| zero_or_bookable(price.paise()))
    };
    let items = &task.slots.items;
    if items.len() <= ITEMS_MAX
        && items
            .iter()
            .all(|item| fits(item.quantity) && price_fits(item.price))
    {
        return Ok(());
    }
    Err(Next::failed(
        task,
        say(around.language, Key::OutOfRange, &[]),
        "out_of_range",
    ))
}

/// What the items of a command are; none of them is left ambiguous.
pub(super) fn resolve(around: &Around<'_>, task: &Task) -> Decided<Vec<ItemIs>> {
    let names = task.slots.items.iter().map(|item| item.product.clone()).collect();
    settled(around, names, task.items.as_ref())
}

/// What the products are that are to be taken off a bill.
pub(super) fn resolve_removed(around: &Around<'_>, task: &Task) -> Decided<Vec<ItemIs>> {
    settled(around, task.slots.remove.clone(), task.removed.as_ref())
}

/// The one product of a command about stock or price.
pub(super) fn product(around: &Around<'_>, task: &Task) -> Decided<ProductFact> {
    let Some(name) = task.slots.product.clone() else {
        let prompt = say(around.language, Key::AskProduct, &[]);
        return Err(Ask::missing(
            prompt,
            super::fact::Missing::Product,
            super::reply::Shown::Nothing,
        ));
    };
    match settled(around, vec![name.clone()], task.items.as_ref())?
        .into_iter()
        .next()
    {
        Some(ItemIs::Known(product)) => Ok(product),
        _ => {
            let text = say(around.language, Key::ProductNotFound, &[("product", &name)]);
            Err(Next::failed(task, text, "unknown_product"))
        }
    }
}

fn settled(around: &Around<'_>, names: Vec<String>, known: Option<&Vec<ItemIs>>) -> Decided<Vec<ItemIs>> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let Some(known) = known else {
        return Err(Next::LookUp(LookUp::Products(names)));
    };
    let ambiguous = known.iter().zip(&names).find_map(|(is, name)| match is {
        ItemIs::OneOf(several) => Some((several, name)),
        _ => None,
    });
    if let Some((several, name)) = ambiguous {
        let options = several
            .iter()
            .take(CANDIDATES_MAX)
            .cloned()
            .map(Choice::Product)
            .collect();
        let prompt = say(around.language, Key::WhichProduct, &[("product", name)]);
        return Err(Ask::choice(ClarifyKind::Product, prompt, options));
    }
    Ok(known.clone())
}

/// Takes in what a search for products found: first for the items, then for what is to be removed.
pub(super) fn found(task: &mut Task, found: Vec<ProductFound>) -> Next {
    let is = found
        .into_iter()
        .map(|found| match found {
            ProductFound::Certain(product) => ItemIs::Known(product),
            ProductFound::Ambiguous(several) => ItemIs::OneOf(several),
            ProductFound::Unknown => ItemIs::Unknown,
        })
        .collect();
    let for_items = !task.slots.items.is_empty() || task.slots.product.is_some();
    if for_items && task.items.is_none() {
        task.items = Some(is);
    } else {
        task.removed = Some(is);
    }
    Next::Again
}

/// On an open bill "milk" is the milk that stands there, though the shop has several.
pub(super) fn prefer_on_bill(task: &mut Task, draft: &DraftFact) {
    let lists = task.items.iter_mut().chain(task.removed.iter_mut());
    for is in lists.flatten() {
        let ItemIs::OneOf(several) = is else { continue };
        let mut there = several
            .iter()
            .filter(|p| draft.lines.iter().any(|line| line.product == Some(p.id)));
        if let (Some(one), None) = (there.next().cloned(), there.next()) {
            *is = ItemIs::Known(one);
        }
    }
}

/// Puts the chosen product where the first choice was open.
pub(super) fn chosen(task: &mut Task, product: ProductFact) {
    let lists = task.items.iter_mut().chain(task.removed.iter_mut());
    if let Some(open) = lists.flatten().find(|is| matches!(is, ItemIs::OneOf(_))) {
        *open = ItemIs::Known(product);
    }
}

/// Whether a line of a bill is the product that was said.
pub(super) fn is_line(line: &LineFact, name: &str, is: &ItemIs) -> bool {
    match is {
        ItemIs::Known(product) => line.product == Some(product.id),
        _ => line.name.to_lowercase() == name.to_lowercase(),
    }
}
