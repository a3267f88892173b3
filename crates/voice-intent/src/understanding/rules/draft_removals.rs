//! Lines taken off the draft, or exchanged for others.

use super::drafts::{bill_owner, on_bill};
use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::{Word, is_ware};
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// How [`remove_from_bill`] is told from the other rules.
pub(super) const REMOVE_FROM_BILL: Rule = Rule {
    name: "remove from draft",
    read: remove_from_bill,
    fits: &[
        "bread hata do bill se",
        "remove milk from the bill",
        "take off the butter from the bill",
        "cancel the bread from the bill",
        "drop the tomatoes from the bill and add 2 kg onions",
        "maggi mat rakho bill mein hata do",
        "take the shampoo off the bill",
    ],
    leaves: &["Rahul ka bill hata do", "bill se bread mat hatao"],
};

/// "bread hata do bill se".
fn remove_from_bill(u: &mut Utterance) -> Option<Found> {
    if !u.has_any(&REMOVES) || !on_bill(u) || u.has(Word::Gst) || is_kept(u) {
        return None;
    }
    exchange(u, true).or_else(|| {
        u.reset();
        remove_goods(u, true)
    })
}

const REMOVES: [Word; 2] = [Word::Remove, Word::Cancel];

/// "bread mat hatao", "don't remove the milk": the taking off is denied. "maggi mat rakho, hata do" is not.
pub(super) fn is_kept(u: &Utterance) -> bool {
    (0..u.len())
        .filter(|at| u.is(*at, &[Word::No, Word::Dont]))
        .any(|at| {
            let next = u.skip_fillers(at + 1);
            let after = u.is(at.wrapping_sub(1), &REMOVES) && u.is(at, &[Word::Dont]);
            u.is(next, &REMOVES) || after
        })
}

/// How [`remove`] is told from the other rules.
pub(super) const REMOVE: Rule = Rule {
    name: "remove goods",
    read: remove,
    fits: &[
        "bread hata do",
        "sabun aur shampoo hata do",
        "biscuit hata ke 2 packet namkeen daal do",
        "colgate toothpaste wali line hata do",
    ],
    leaves: &[
        "Rahul ka pura hisaab clear ho gaya",
        "reminder hata do",
        "remove the last item",
        "Suresh ka statement nikalo",
    ],
};

/// "sabun aur shampoo hata do".
fn remove(u: &mut Utterance) -> Option<Found> {
    let elsewhere = [
        Word::Customer,
        Word::Data,
        Word::Khata,
        Word::Hisaab,
        Word::Balance,
        Word::Payment,
        Word::List,
        Word::Stock,
        Word::Bill,
        Word::Credit,
        Word::Due,
        Word::Ko,
        Word::Statement,
        Word::Record,
        Word::Details,
        Word::Number,
        Word::Entry,
    ];
    if !u.has(Word::Remove) || u.has_any(&elsewhere) || u.is_question() || is_kept(u) {
        return None;
    }
    exchange(u, false).or_else(|| {
        u.reset();
        remove_goods(u, false)
    })
}

/// What puts goods on the bill.
const PUTS: [Word; 7] = [
    Word::Add,
    Word::Put,
    Word::Do,
    Word::Give,
    Word::Write,
    Word::Keep,
    Word::Make,
];

/// "biscuit hata ke 2 packet namkeen daal do", "drop the tomatoes and add 2 kg onions": some off, others on.
fn exchange(u: &mut Utterance, named_bill: bool) -> Option<Found> {
    let out = u.find(&[Word::Remove])?;
    if !u.has_any(&PUTS) {
        return None;
    }
    let mut slots = Slots::default();
    if named_bill {
        bill_owner(u, &mut slots);
    }
    let (from, to) = goods_taken_off(u, out)?;
    let puts = (0..u.len()).any(|at| !(from..=out).contains(&at) && u.is(at, &PUTS));
    let others = (0..u.len()).any(|at| !(from..to).contains(&at) && u.nameable(at));
    if !puts || !others || u.is_vague() {
        return None;
    }
    slots.remove = u.take_products_of(from, to);
    if u.free_nums().is_empty() {
        slots.items = u.take_items(true);
        // Nothing was counted: what is meant is asked.
        u.unsure = true;
    } else {
        slots.items = u.take_items(false);
    }
    if slots.remove.is_empty() || slots.items.is_empty() {
        return None;
    }
    let unnamed = slots
        .remove
        .iter()
        .any(|goods| NO_GOODS.contains(&goods.as_str()));
    (!unnamed).then(|| u.found(Intent::EditDraft, slots))?
}

/// The goods that the verb at `out` takes off: before it, as Hindi has it, or after it, as English does.
fn goods_taken_off(u: &Utterance, out: usize) -> Option<(usize, usize)> {
    let ends = |at: usize| u.is(at, &PUTS) || u.in_number(at);
    let from = (0..out).rev().find(|at| ends(*at)).map_or(0, |at| at + 1);
    let first = (from..out).find(|at| u.nameable(*at));
    if let Some(first) = first {
        return Some((first, out));
    }
    let to = (out + 1..u.len()).find(|at| ends(*at)).unwrap_or(u.len());
    let first = (out + 1..to).find(|at| u.nameable(*at))?;
    let last = (first..to).rev().find(|at| u.nameable(*at))?;
    Some((first, last + 1))
}

/// What stands for goods without naming any, or is of a machine and not of a shelf.
pub(super) const NO_GOODS: [&str; 22] = [
    "item",
    "cheez",
    "chiz",
    "cheezein",
    "line",
    "product",
    "entri",
    "thing",
    "last",
    "alarm",
    "timer",
    "volume",
    "temperature",
    "channel",
    "brightness",
    "gaana",
    "gana",
    "song",
    "photo",
    "video",
    "app",
    "file",
];

fn remove_goods(u: &mut Utterance, named_bill: bool) -> Option<Found> {
    let mut slots = Slots::default();
    if named_bill {
        bill_owner(u, &mut slots);
    }
    let verb = u.find(&REMOVES)?;
    if (0..verb).any(|at| u.nameable(at)) && (verb..u.len()).any(|at| u.nameable(at)) {
        return None;
    }
    // "colgate wali line hata do"
    for at in 1..u.len() {
        if u.is(at - 1, &[Word::Wala])
            && matches!(u.word(at), "line" | "item" | "cheez" | "chiz" | "entri" | "entry")
        {
            u.take(at, at + 1, "remove");
        }
    }
    slots.remove = u.take_products();
    if slots.remove.is_empty() || !u.free_nums().is_empty() || slots.remove.len() > 8 {
        return None;
    }
    // "remove the last item": which one was not named. "Suresh ka … hata do": something of his, and no goods.
    let unnamed = slots
        .remove
        .iter()
        .any(|goods| NO_GOODS.contains(&goods.as_str()));
    let owned = !named_bill
        && (1..u.len()).any(|at| {
            u.is(at, &[Word::Ka])
                && u.free(at)
                && !u.free(at - 1)
                && !matches!(u.tag(at + 1), Some(Word::Unit(_)))
        });
    if unnamed || owned {
        return None;
    }
    u.found(Intent::EditDraft, slots)
}

/// How [`replace`] is told from the other rules.
pub(super) const REPLACE: Rule = Rule {
    name: "exchange goods",
    read: replace,
    fits: &[
        "chini ki jagah gud kar do bill mein",
        "maggi ke badle 2 yippee daal do",
        "replace bread with 2 buns in the bill",
    ],
    leaves: &[
        "doodh 2 ki jagah 3 packet kar do",
        "Rahul ki jagah Suresh ka bill bana do",
    ],
};

/// "chini ki jagah gud kar do", "replace bread with 2 buns": goods instead of others.
fn replace(u: &mut Utterance) -> Option<Found> {
    if u.has_any(&[
        Word::Customer,
        Word::Number,
        Word::Phone,
        Word::Ne,
        Word::Ko,
        Word::No,
        Word::Dont,
        Word::Reminder,
    ]) || u.is_question()
        || u.is_vague()
    {
        return None;
    }
    let (from, to, rest) = exchanged(u)?;
    let mut slots = Slots {
        remove: u.take_products_of(from, to),
        ..Slots::default()
    };
    let counted = !u.free_nums().is_empty();
    for at in to..rest {
        u.take(at, at + 1, "remove");
    }
    slots.items = u.take_items(!counted);
    let surely = |goods: &str| goods.split(' ').any(is_ware);
    if !on_bill(u) && !slots.remove.iter().any(|goods| surely(goods)) && !counted {
        return None;
    }
    if slots.remove.len() != 1 || slots.items.len() != 1 {
        return None;
    }
    u.unsure |= !counted && !slots.items.iter().any(|item| surely(&item.product));
    u.found(Intent::EditDraft, slots)
}

/// The goods that go: where they begin and end, and where what comes for them begins.
fn exchanged(u: &Utterance) -> Option<(usize, usize, usize)> {
    let place = (2..u.len()).find(|at| {
        u.is(at - 1, &[Word::Ka])
            && (matches!(u.word(*at), "jagah" | "jagha" | "badle") || u.toks[*at].raw == "जगह")
    });
    if let Some(place) = place {
        let to = place - 1;
        let from = (0..to).rev().take_while(|at| u.nameable(*at)).last()?;
        return Some((from, to, place + 1));
    }
    let verb = (0..u.len()).find(|at| matches!(u.word(*at), "replace" | "swap" | "exchange"))?;
    let from = (verb + 1..u.len()).find(|at| u.nameable(*at))?;
    let to = (from..u.len()).find(|at| !u.nameable(*at))?;
    matches!(u.word(to), "with" | "by" | "for").then_some((from, to, to + 1))
}
