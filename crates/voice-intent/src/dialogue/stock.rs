//! Products: what is left, what came in, what it costs.

use execora_kernel::{Money, Quantity};

use super::action::Action;
use super::fact::{Missing, ProductFact};
use super::next::{Around, Ask, Decided, Next};
use super::outcome::Outcome;
use super::reply::Shown;
use super::task::Task;
use super::{corrected, items, measure, money, phrases};
use crate::understanding::{Amount, Intent, Language};
use crate::wording::{Key, say};

/// CHECK_STOCK.
pub(super) fn check(around: &Around<'_>, task: &Task) -> Decided {
    let product = items::product(around, task)?;
    Ok(Next::act(Action::CheckStock(product.id)))
}

/// ADD_STOCK.
pub(super) fn add(around: &Around<'_>, task: &Task) -> Decided {
    let product = items::product(around, task)?;
    let Some(quantity) = task.slots.quantity.map(items::quantity) else {
        let prompt = say(around.language, Key::AskAmount, &[("name", &product.name)]);
        return Err(Ask::missing(prompt, Missing::Amount, Shown::Nothing));
    };
    if !quantity.is_bookable() {
        return Err(out_of_range(around, task));
    }
    let unit = task.slots.unit.map(items::unit);
    sure(around, task, &product.name)?;
    Ok(Next::act(Action::AddStock {
        product: product.id,
        quantity,
        unit,
    }))
}

/// SET_PRICE.
pub(super) fn price(around: &Around<'_>, task: &mut Task) -> Decided {
    let product = items::product(around, task)?;
    let Some(price) = task.slots.price.map(|price| Money::from_paise(price.paise())) else {
        let prompt = say(around.language, Key::AskPrice, &[("product", &product.name)]);
        return Err(Ask::missing(prompt, Missing::Price, Shown::Nothing));
    };
    let Some(price) = in_unit_kept(task, &product, price) else {
        return Err(super::edit::other_unit(around, task, &product.name, product.unit));
    };
    if price != Money::ZERO && !price.is_bookable() {
        return Err(out_of_range(around, task));
    }
    if corrected::is_price_on_bill(task, &product) {
        return Ok(corrected::price_on_bill(task, product));
    }
    task.unsure |= product.price.is_some_and(|old| is_a_leap(old, price));
    sure(around, task, &product.name)?;
    Ok(Next::act(Action::SetPrice {
        product: product.id,
        price,
        unit: Some(product.unit),
    }))
}

/// "84 rupaye darjan" of what is kept by the piece is ₹7 a piece: brought to the product's unit, so that a yes is to what
/// will stand there.
fn in_unit_kept(task: &mut Task, product: &ProductFact, price: Money) -> Option<Money> {
    let said = task.slots.unit.map_or(product.unit, items::unit);
    let price = measure::price_per(price, said, product.unit)?;
    task.slots.price = Some(Amount::from_paise(price.paise()));
    task.slots.unit = None;
    Some(price)
}

/// Ten times as much, or a tenth: somebody may have said, or heard, too many noughts.
fn is_a_leap(old: Money, new: Money) -> bool {
    let (old, new) = (old.paise(), new.paise());
    old > 0 && new > 0 && (old.saturating_mul(10) <= new || new.saturating_mul(10) <= old)
}

fn sure(around: &Around<'_>, task: &Task, product: &str) -> Decided<()> {
    if !money::needs_yes(around, task) {
        return Ok(());
    }
    let prompt = match (task.intent, task.slots.price, task.slots.quantity) {
        (Intent::SetPrice, Some(price), _) => {
            let price = Money::from_paise(price.paise());
            say(
                around.language,
                Key::AskSetPrice,
                &[("product", &product), ("price", &price)],
            )
        }
        (_, _, Some(quantity)) => {
            let quantity = items::quantity(quantity);
            say(
                around.language,
                Key::AskAddStock,
                &[("product", &product), ("quantity", &quantity)],
            )
        }
        _ => say(around.language, Key::AskAgain, &[]),
    };
    Err(Ask::confirm(prompt, money::preview(task), Shown::Nothing))
}

fn out_of_range(around: &Around<'_>, task: &Task) -> Next {
    Next::failed(task, say(around.language, Key::OutOfRange, &[]), "out_of_range")
}

/// The words for what came of it.
pub(super) fn told(language: Language, task: &Task, outcome: Outcome) -> Next {
    match outcome {
        Outcome::Stock(product) => {
            let text = if product.stock == Quantity::ZERO {
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
