//! Lines of the draft: added, and set to another quantity or price.

use super::bill_customer::{named_after_for_whom, taker};
use super::draft_removals::NO_GOODS;
use super::drafts::{bill_owner, on_bill};
use super::{Found, Rule};
use crate::understanding::amount::Amount;
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::{Word, is_ware};
use crate::understanding::slots::{Item, Slots};
use crate::understanding::utterance::{Utterance, unit};

/// How [`set_on_bill`] is told from the other rules.
pub(super) const SET_ON_BILL: Rule = Rule {
    name: "set on draft",
    read: set_on_bill,
    fits: &[
        "bill mein milk 3 kar do",
        "bill mein cheeni ka rate 42 karo",
        "chawal 45 ke bhav se lagao bill mein",
        "basmati chawal ka rate is bill mein 95 laga do",
        "in Yusuf's draft bill make the tiles 12 boxes at 525 each",
        "make putty rate 820 in the bill",
    ],
    leaves: &["bill mein 2 bread jod do"],
};

/// "chawal 45 ke bhav se lagao bill mein", "change rice to four kilos in the bill".
fn set_on_bill(u: &mut Utterance) -> Option<Found> {
    let made = makes_lines(u);
    // "bill mein se ek bread kam karo": how many are to stay was not said.
    if !on_bill(u)
        || u.has(Word::Reduce) && !u.has(Word::To)
        || u.has(Word::Make) && !made
        || u.has_any(&[Word::Dont, Word::No, Word::Send])
    {
        return None;
    }
    let sets = made || u.has_any(&[Word::Change, Word::Do, Word::Set, Word::Keep]) || u.has(Word::Rate);
    if !sets || u.has(Word::Add) || u.has(Word::Write) && named_after_for_whom(u, 0).is_some() {
        return None;
    }
    let mut slots = Slots::default();
    bill_owner(u, &mut slots);
    set_lines(u, slots)
}

/// "in the bill make the tiles 12 boxes": lines are made so many, and no bill is made.
fn makes_lines(u: &Utterance) -> bool {
    let Some(make) = u.find(&[Word::Make]) else {
        return false;
    };
    let goods = if u.is(make + 1, &[Word::Article]) {
        make + 2
    } else {
        make + 1
    };
    let end = (goods..u.len()).find(|at| !u.nameable(*at)).unwrap_or(u.len());
    let counted = u.num_at(end).is_some() || u.is(end, &[Word::Rate, Word::To]);
    u.word(make) == "make" && end > goods && counted
}

/// How [`add_to_bill`] is told from the other rules.
pub(super) const ADD_TO_BILL: Rule = Rule {
    name: "add to draft",
    read: add_to_bill,
    fits: &[
        "bill mein 2 bread jod do",
        "add two eggs to the bill",
        "Tiwari ji ke bill mein ek kilo besan bhi daal dijiye",
    ],
    leaves: &["bill se bread hata do"],
};

/// "2 aur bread jod do": with a customer it opens or goes on with that customer's bill.
fn add_to_bill(u: &mut Utterance) -> Option<Found> {
    if !on_bill(u)
        || u.has(Word::Make)
        || !u.has_any(&[Word::Add, Word::Put, Word::Write])
        || u.has_any(&[Word::Dont, Word::No])
    {
        return None;
    }
    let verb = u.find(&[Word::Add, Word::Put, Word::Write])?;
    let more = u.word(verb.wrapping_sub(1)) == "aur"
        || u.is(verb.wrapping_sub(1), &[Word::More])
        || u.has_word(&["bhi", "bhee"])
        || u.toks.get(verb.wrapping_sub(1)).is_some_and(|t| t.raw == "और");
    let mut slots = Slots::default();
    u.take_discount(&mut slots);
    bill_owner(u, &mut slots);
    if slots.customer.is_none()
        && let Some(person) = named_after_for_whom(u, 0).or_else(|| taker(u))
    {
        u.take_person(person, &mut slots);
    }
    if slots.customer.is_none() {
        u.customer_before(&[Word::Ko], &mut slots);
    }
    // "Rahul bill mein": whose bill it is, or goods? The particle was swallowed.
    let unowned = (1..u.len()).any(|at| u.is(at, &[Word::Bill, Word::Draft]) && u.nameable(at - 1));
    slots.items = u.take_items(true);
    if slots.items.is_empty() || u.is_vague() {
        return None;
    }
    let intent = if slots.customer.is_some() && !more {
        Intent::CreateInvoice
    } else {
        Intent::EditDraft
    };
    if unowned {
        return u.doubtful(intent, slots);
    }
    u.found(intent, slots)
}

/// How [`change`] is told from the other rules.
pub(super) const CHANGE: Rule = Rule {
    name: "change draft",
    read: change,
    fits: &[
        "milk 3 kar do",
        "cheeni 2 kilo aur jod do",
        "1 kilo cheeni 50 ke bhav se bhi daal do",
        "milk ke 3 packet kar do",
        "besan ko chaar kilo kar do",
        "doodh 2 ki jagah 3 packet kar do",
        "set milk to 4",
        "reduce milk to 1",
    ],
    leaves: &[
        "Rahul ko 500 udhaar do",
        "Rahul ka 500 kar do",
        "Rahul ko 500 kar do",
        "set alarm to 6",
        "2 kilo aur jod do",
    ],
};

/// "milk 3 kar do", "cheeni 2 kilo aur jod do", "make the milk five packets".
fn change(u: &mut Utterance) -> Option<Found> {
    if u.has(Word::Remove) {
        return None;
    }
    drop_object_particle(u);
    // "Amazon se charger order kar do"
    if u.has_word(&["order", "mangwa", "mangwao", "manga", "mangao", "book"]) {
        return None;
    }
    let elsewhere = [
        Word::Bill,
        Word::Stock,
        Word::Ne,
        Word::Khata,
        Word::Customer,
        Word::Phone,
        Word::Number,
        Word::Credit,
        Word::Payment,
        Word::Dont,
        Word::No,
        Word::Ko,
        Word::From,
    ];
    let set_to = u.has_any(&[Word::Set, Word::Reduce, Word::Increase]) && u.has(Word::To);
    if !(set_to || u.has_any(&[Word::Do, Word::Add, Word::Make, Word::Change, Word::Put]))
        || u.has_any(&elsewhere)
        || belongs_to_somebody(u)
        || u.has(Word::Reduce) && !set_to
        || u.is_question()
        || u.nums.is_empty()
        || u.has_any(&[Word::If, Word::Online, Word::Upi, Word::Cash])
    {
        return None;
    }
    if u.has_any(&[Word::Rupee]) {
        return None;
    }
    set_lines(u, Slots::default())
}

/// "besan ko chaar kilo kar do": goods that are made so much, where a person would be given to.
fn drop_object_particle(u: &mut Utterance) {
    let object = |at: usize| {
        u.is(at, &[Word::Ko])
            && u.nameable(at - 1)
            && u.num_at(at + 1).is_some_and(|num| {
                let counted = unit(u.tag(num.end)).is_some();
                let verb = num.end + usize::from(counted);
                (counted || is_ware(u.word(at - 1)))
                    && u.is(verb, &[Word::Do])
                    && u.is(verb + 1, &[Word::Give])
            })
    };
    if let Some(at) = (1..u.len()).find(|at| object(*at)) {
        u.cut(at, at + 1);
    }
}

/// A "ka" that is neither of a rate ("50 ke bhav se"), nor of a count ("milk ke 3 packet"), nor within the name of goods.
fn belongs_to_somebody(u: &Utterance) -> bool {
    (0..u.len()).any(|at| {
        u.is(at, &[Word::Ka])
            && !u.is(at + 1, &[Word::Rate, Word::Hisaab])
            && !u.counts_the_goods_before(at + 1)
            && !matches!(u.word(at + 1), "quantity" | "matra" | "maatra")
            && !matches!(u.word(at + 1), "tel" | "aata" | "atta" | "achaar" | "achar")
    })
}

/// "samosa 2 se 4 kar do", "cheeni 2 kilo likhi hai usko 3 kar do": what it is now is no part of the order.
fn forget_what_it_was(u: &mut Utterance) {
    let nums = u.free_nums();
    let [was, is] = nums.as_slice() else { return };
    let between = was.end..is.start;
    let light = |at: usize| {
        u.is(
            at,
            &[
                Word::Se,
                Word::Be,
                Word::PronounKo,
                Word::PronounKa,
                Word::Filler,
                Word::Ordinary,
                Word::From,
                Word::To,
            ],
        ) || matches!(u.tag(at), Some(Word::Unit(_)))
    };
    let told = between.clone().any(|at| {
        u.is(at, &[Word::Se, Word::Be])
            || u.is(at, &[Word::To]) && u.is(was.start.wrapping_sub(1), &[Word::From])
    });
    let ordered = u.is(u.skip_fillers(is.end), &[Word::Do]) || matches!(u.tag(is.end), Some(Word::Unit(_)));
    if told && ordered && between.clone().all(light) {
        // The unit stays when the new count has none.
        let keeps_unit =
            matches!(u.tag(was.end), Some(Word::Unit(_))) && !matches!(u.tag(is.end), Some(Word::Unit(_)));
        let (start, end) = (was.start, is.start);
        if keeps_unit {
            let unit_at = was.end;
            let number_end = is.end;
            u.toks[unit_at..number_end].rotate_left(1);
            u.cut(start, end - 1);
        } else {
            u.cut(start, end);
        }
    }
}

fn set_lines(u: &mut Utterance, mut slots: Slots) -> Option<Found> {
    forget_what_it_was(u);
    // "chawal 45 ke bhav se": only the price is to change.
    for at in 0..u.len() {
        let counted = u.num_before(at).is_some() || matches!(u.tag_before(at), Some(Word::Unit(_)));
        if u.nameable(at) && (at == 0 || !u.nameable(at - 1) && !counted) {
            let end = (at..u.len()).find(|end| !u.nameable(*end)).unwrap_or(u.len());
            if let Some((price, after)) = u.price_at(end) {
                let mut line = price_line(u, at, end, price);
                u.unsure |= !u.price_of_its_unit(&mut line, end, after);
                slots.items.push(line);
                u.take(at, after, "items");
            } else {
                let to = u.skip_fillers(end);
                if u.is(to, &[Word::To]) && u.num_at(to + 1).is_some() {
                    u.cut(end, to + 1);
                }
            }
        }
    }
    if slots.items.is_empty()
        && let Some(line) = rated_line(u)
    {
        slots.items.push(line);
    }
    if slots.items.is_empty() {
        slots.items = u.take_items(false);
    }
    let articles = u.has_any(&[Word::Today]);
    let no_goods = |item: &Item| NO_GOODS.contains(&item.product.as_str());
    if slots.items.is_empty() || u.is_vague() || articles || slots.items.iter().any(no_goods) {
        return None;
    }
    u.found(Intent::EditDraft, slots)
}

/// "basmati chawal ka rate is bill mein 95 laga do": the price stands apart from its goods.
fn rated_line(u: &mut Utterance) -> Option<Item> {
    let rate = u.find(&[Word::Rate])?;
    let nums = u.free_nums();
    let [num] = nums.as_slice() else { return None };
    let priced = u
        .priced(*num)
        .filter(|_| !matches!(u.tag(num.end), Some(Word::Unit(_) | Word::Percent)))?;
    let end = (0..=rate).rev().find(|at| *at > 0 && u.nameable(at - 1))?;
    let start = (0..end).rev().find(|at| *at == 0 || !u.nameable(at - 1))?;
    let line = price_line(u, start, end, priced.amount);
    u.take(start, end, "items");
    u.take(priced.start, priced.end, "items");
    Some(line)
}

fn price_line(u: &Utterance, from: usize, to: usize, price: Amount) -> Item {
    Item {
        product: u.product_name(from, to),
        quantity: None,
        unit: None,
        price: Some(price),
        note: None,
        price_per: None,
    }
}
