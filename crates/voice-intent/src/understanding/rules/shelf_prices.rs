//! What goods cost from now on.

use super::{Found, Rule};
use crate::understanding::figures::measured;
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::{Measured, Word};
use crate::understanding::prices::priced_per;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::{Utterance, unit};

/// With these it is about money or bills, not about what goods cost.
const NOT_OF_PRICES: [Word; 16] = [
    Word::Online,
    Word::Send,
    Word::Bill,
    Word::Ne,
    Word::Stock,
    Word::Khata,
    Word::Credit,
    Word::Due,
    Word::Reminder,
    Word::Payment,
    Word::Discount,
    Word::Balance,
    Word::Percent,
    Word::Given,
    Word::Taken,
    Word::ToMe,
];

/// How [`price`] is told from the other rules.
pub(super) const PRICE: Rule = Rule {
    name: "price",
    read: price,
    fits: &[
        "cheeni ka rate 45 rupaye kilo kar do",
        "bread 48 rupaye ka packet kar do",
        "price of coconut oil should be 210 per litre from now",
        "make toor dal one sixty five per kg",
    ],
    leaves: &[
        "cheeni ka rate kya hai",
        "Rajagopal gave eleven hundred rupees to me now",
    ],
};

/// Is the price denied, doubted or only expected? "the price should be 210" and "it will be 35 from now" set it.
fn is_not_set(u: &Utterance, rated: bool) -> bool {
    u.has_any(&[Word::No, Word::Dont, Word::If, Word::Maybe])
        || u.has(Word::Future) && !rated
        || u.has_word(&[
            "nothing", "went", "gone", "going", "tha", "thi", "was", "were", "market", "bazaar", "bazar",
            "mandi",
        ])
        || is_moved(u)
        || u.has_word(&["will", "should"]) && !(rated || u.has(Word::Now))
}

/// "rate 2 rupaye badha do", "reduce the price by 2": moved by so much, and not to it.
fn is_moved(u: &Utterance) -> bool {
    let moves = u.has_any(&[Word::Increase, Word::Reduce, Word::Move]) || u.has_word(&["raise", "hike"]);
    moves
        && u.nums.iter().all(|num| {
            let to = u.is(num.start.wrapping_sub(1), &[Word::To])
                || u.is(num.start.wrapping_sub(1), &[Word::Rupee])
                    && u.is(num.start.wrapping_sub(2), &[Word::To]);
            let mut next = num.end;
            while matches!(
                u.tag(next),
                Some(Word::Rupee | Word::Unit(_) | Word::Ka | Word::Per)
            ) {
                next += 1;
            }
            // "badha ke 61 rupaye kilo rakho": raised first, and then said to what.
            let then = matches!(u.word(num.start.wrapping_sub(1)), "ke" | "kar" | "karke")
                && u.is(
                    num.start.wrapping_sub(2),
                    &[Word::Increase, Word::Reduce, Word::Move],
                );
            !to && !then && !u.is(next, &[Word::Do])
        })
}

/// A price by the paav or the quintal is one by the kilo, which is what the shop keeps; what it comes to is asked.
fn is_of_another_unit(unit: Measured) -> bool {
    matches!(
        unit,
        Measured::Paav
            | Measured::Quintal
            | Measured::Pair
            | Measured::Kodi
            | Measured::Gross
            | Measured::Unsettled
    )
}

/// "rate 45 se 50 kar do", "from 45 to 50": what it was is no part of the order.
fn drop_old_price(u: &mut Utterance) {
    let nums = u.free_nums();
    let [was, is] = nums.as_slice() else { return };
    let rupee = usize::from(u.is(was.end, &[Word::Rupee]));
    let hindi = u.is(was.end + rupee, &[Word::Se]) && is.start == was.end + rupee + 1;
    let english = u.is(was.start.wrapping_sub(1), &[Word::From])
        && u.is(was.end + rupee, &[Word::To])
        && is.start == was.end + rupee + 1;
    let (start, end) = (was.start, is.start);
    if hindi || english {
        u.take(start, end, "price");
    }
}

/// "cheeni ka rate 45 rupaye kilo kar do".
fn price(u: &mut Utterance) -> Option<Found> {
    let rated = u.has(Word::Rate);
    if u.nums.is_empty() || u.is_question() || is_not_set(u, rated) || u.has_any(&NOT_OF_PRICES) {
        return None;
    }
    if u.has_any(&[
        Word::Upi,
        Word::Cash,
        Word::Paid,
        Word::Got,
        Word::Ko,
        Word::Given,
        Word::ToMe,
    ]) && !rated
    {
        return None;
    }
    drop_old_price(u);
    if u.is_vague() {
        return None;
    }
    // "aaj se doodh 64 rupaye litre", "from now"
    let onwards = (0..u.len()).any(|at| {
        u.is(at, &[Word::Today, Word::Now])
            && (u.is(at + 1, &[Word::Se]) || u.is(at.wrapping_sub(1), &[Word::From]))
    });
    let asked = onwards
        || u.has_any(&[
            Word::Do,
            Word::Set,
            Word::Change,
            Word::Put,
            Word::Keep,
            Word::Make,
            Word::Now,
        ]);
    let (num, priced) = u
        .free_nums()
        .into_iter()
        .find_map(|num| u.priced(num).map(|priced| (num, priced)))?;
    let mut end = priced.end;
    while u.is(end, &[Word::Per, Word::Article, Word::Each])
        || u.word(end) == "ek"
        || u.is(end, &[Word::Ka]) && unit(u.tag(end + 1)).is_some()
    {
        end += 1;
    }
    let mut measure = unit(u.tag(end));
    if measure.is_some() {
        end += 1;
    }
    if !(rated
        || asked && measure.is_some() && (priced.rupees || end > priced.end + 1)
        || asked && u.has(Word::Rupee) && measure.is_some()
        || asked && (u.has(Word::Now) || onwards)
        || u.has(Word::Rate))
    {
        let per_bag = (0..priced.start).any(|at| unit(u.tag(at)).is_some()) && u.is(priced.end, &[Word::Ka]);
        if !(per_bag && asked) {
            return None;
        }
    }
    // "rate aadha kar do": half of what it is. "45 rupaye paav" is no price of the unit that is kept.
    u.take(priced.start, end, "price");
    if measure.is_none() {
        measure = (0..num.start).find_map(|at| unit(u.tag(at)));
    }
    if priced.amount.paise() < 100 && !u.says_decimals() {
        return Some(super::unknown());
    }
    let mut price = priced.amount;
    if let Some(measure) = measure.filter(|measure| is_of_another_unit(*measure)) {
        let Some((of_one, _)) = priced_per(price, measure) else {
            return Some(super::unknown());
        };
        price = of_one;
        u.unsure = true;
    }
    if !u.free_nums().is_empty() {
        return None;
    }
    let product = u.longest_product()?;
    let slots = Slots {
        product: Some(product),
        price: Some(price),
        unit: measure.and_then(|measure| measured(1_000, measure).1),
        ..Slots::default()
    };
    u.found(Intent::SetPrice, slots)
}
