//! The draft: tax on or off, lines added, changed and removed, a discount, and a look at it.

use super::{Found, Rule};
use crate::understanding::amount::Amount;
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::{Item, Slots};
use crate::understanding::utterance::Utterance;

const OF_BILL: [Word; 3] = [Word::Ka, Word::Apostrophe, Word::Wala];

/// How [`toggle_gst`] is told from the other rules.
pub(super) const TOGGLE_GST: Rule = Rule {
    name: "toggle gst",
    read: toggle_gst,
    fits: &["GST hata do", "GST lagao", "without GST", "turn off gst"],
    leaves: &[
        "Rahul ko 2 milk ka bill bina GST ke bana do",
        "GST number 27AABCM1234D1Z1",
    ],
};

/// "GST hata do": tax alone, without goods or a new bill.
fn toggle_gst(u: &mut Utterance) -> Option<Found> {
    let mut slots = Slots::default();
    if !u.has(Word::Gst) || !u.nums.is_empty() || u.is_question() || u.has_any(&[Word::Number, Word::If]) {
        return None;
    }
    if u.has(Word::Make) && u.has(Word::Bill) {
        return None;
    }
    u.take_gst(&mut slots);
    for at in 0..u.len() {
        if u.is(at, &[Word::Without, Word::With]) {
            u.take(at, at + 1, "with_gst");
        }
    }
    if u.unexplained() > 0 {
        return None;
    }
    let asked = u.has_any(&[
        Word::Remove,
        Word::Put,
        Word::Add,
        Word::Do,
        Word::Without,
        Word::With,
        Word::Dont,
        Word::Make,
        Word::No,
        Word::Give,
        Word::Start,
        Word::Stop,
    ]);
    asked.then(|| u.found(Intent::ToggleGst, slots))?
}

/// How [`show`] is told from the other rules.
pub(super) const SHOW: Rule = Rule {
    name: "show draft",
    read: show,
    fits: &[
        "pending bill dikhao",
        "draft dikhao",
        "bill mein kya kya hai",
        "jo bill abhi bana rahe hain woh dikhao",
    ],
    leaves: &["aaj ke bill dikhao"],
};

/// "pending bill dikhao".
fn show(u: &mut Utterance) -> Option<Found> {
    let unconfirmed = u.has(Word::Confirm) && u.has(Word::No) && u.has(Word::Bill);
    let draft = u.has(Word::Draft) && (u.has(Word::Bill) || u.has_word(&["draft", "ड्राफ्ट"])) || unconfirmed;
    let making = u.has(Word::Bill) && u.has_word(&["ban", "बन"])
        || u.has(Word::Bill) && u.has_word(&["rahe", "raha", "रहे", "रहा"])
        || u.has(Word::Now) && u.has(Word::Bill) && !u.has_any(&[Word::Last, Word::All]);
    let inside = u
        .find(&[Word::Bill])
        .is_some_and(|at| u.is(at + 1, &[Word::Mein]))
        && u.has(Word::Question)
        && !u.has_any(&[Word::Today, Word::Kal, Word::Yesterday, Word::Last, Word::All]);
    let draft = draft || making || inside;
    let looks = u.has_any(&[Word::Show, Word::Tell, Word::Question, Word::List]);
    let ordered = u.has(Word::Make) && !u.has_word(&["rahe", "raha", "रहे", "रहा"]);
    if !draft || !looks || ordered || u.has_any(&[Word::Send, Word::Cancel]) {
        return None;
    }
    let mut slots = Slots::default();
    u.customer(&OF_BILL, &[Word::Of, Word::For], &mut slots);
    u.found(Intent::ShowDraft, slots)
}

/// Is the draft named as the place of the change: "bill mein", "bill se", "to the bill", "from the bill"?
fn on_bill(u: &Utterance) -> bool {
    (0..u.len()).any(|at| {
        u.is(at, &[Word::Bill, Word::Draft])
            && (u.is(at + 1, &[Word::Mein, Word::Se, Word::Pe])
                || (at.saturating_sub(4)..at)
                    .any(|before| u.is(before, &[Word::To, Word::From, Word::In, Word::On])))
    })
}

/// How [`remove_from_bill`] is told from the other rules.
pub(super) const REMOVE_FROM_BILL: Rule = Rule {
    name: "remove from draft",
    read: remove_from_bill,
    fits: &[
        "bread hata do bill se",
        "remove milk from the bill",
        "take off the butter from the bill",
        "cancel the bread from the bill",
    ],
    leaves: &["Rahul ka bill hata do"],
};

/// "bread hata do bill se".
fn remove_from_bill(u: &mut Utterance) -> Option<Found> {
    (u.has_any(&[Word::Remove, Word::Cancel]) && on_bill(u) && !u.has_any(&[Word::Gst, Word::Dont, Word::No]))
        .then(|| remove_goods(u, true))?
}

/// How [`remove`] is told from the other rules.
pub(super) const REMOVE: Rule = Rule {
    name: "remove goods",
    read: remove,
    fits: &["bread hata do", "sabun aur shampoo hata do"],
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
        Word::Dont,
        Word::No,
        Word::Credit,
        Word::Due,
        Word::Ko,
        Word::Statement,
        Word::Record,
        Word::Details,
        Word::Number,
        Word::Entry,
    ];
    (u.has(Word::Remove) && !u.has_any(&elsewhere) && !u.is_question()).then(|| remove_goods(u, false))?
}

/// What stands for goods without naming any, or is of a machine and not of a shelf.
const NO_GOODS: [&str; 22] = [
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
    // "cheeni hata ke gud kar do" is an exchange, which is asked back.
    let verb = u.find(&[Word::Remove, Word::Cancel])?;
    if (0..verb).any(|at| u.nameable(at)) && (verb..u.len()).any(|at| u.nameable(at)) {
        return None;
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

/// The customer of "Rahul ke bill mein" and "Rahul's bill".
fn bill_owner(u: &mut Utterance, slots: &mut Slots) {
    slots.pronoun = u.has_pronoun();
    for at in 1..u.len() {
        let owned = u.is(at, &OF_BILL)
            && u.free(at)
            && (at + 1..at + 4).any(|next| u.is(next, &[Word::Bill]) || u.is(next, &[Word::Draft]))
            && (at + 1..at + 4)
                .take_while(|next| !u.is(*next, &[Word::Bill, Word::Draft]))
                .all(|next| u.tag(next).is_some());
        if owned && let Some(person) = u.person_before(at) {
            u.take_person(person, slots);
            return;
        }
    }
}

/// How [`discount`] is told from the other rules.
pub(super) const DISCOUNT: Rule = Rule {
    name: "reduce draft",
    read: discount,
    fits: &["10% discount karo", "20 rupaye kam kar do bill mein"],
    leaves: &["Rahul ka udhaar 500 kam karo"],
};

/// "10% discount laga do", "20 rupaye kam kar do bill mein".
fn discount(u: &mut Utterance) -> Option<Found> {
    if !u.has_any(&[Word::Discount, Word::Off, Word::Reduce, Word::Percent])
        || u.has_any(&[Word::Gst, Word::Dont, Word::No])
        || u.is_question()
    {
        return None;
    }
    let makes = u.has(Word::Make) && u.has(Word::Bill);
    if makes || u.is_vague() {
        return None;
    }
    let mut slots = Slots::default();
    u.take_discount(&mut slots);
    slots.discount?;
    if !u.free_nums().is_empty() {
        return None;
    }
    bill_owner(u, &mut slots);
    if slots.customer.is_none() && u.unexplained() > 0 {
        return None;
    }
    u.found(Intent::EditDraft, slots)
}

/// How [`set_on_bill`] is told from the other rules.
pub(super) const SET_ON_BILL: Rule = Rule {
    name: "set on draft",
    read: set_on_bill,
    fits: &[
        "bill mein milk 3 kar do",
        "bill mein cheeni ka rate 42 karo",
        "chawal 45 ke bhav se lagao bill mein",
    ],
    leaves: &["bill mein 2 bread jod do"],
};

/// "chawal 45 ke bhav se lagao bill mein", "change rice to four kilos in the bill".
fn set_on_bill(u: &mut Utterance) -> Option<Found> {
    if !on_bill(u) || u.has(Word::Make) || u.has_any(&[Word::Dont, Word::No, Word::Send]) {
        return None;
    }
    let sets = u.has_any(&[Word::Change, Word::Do, Word::Set, Word::Keep]) || u.has(Word::Rate);
    if !sets || u.has(Word::Add) {
        return None;
    }
    let mut slots = Slots::default();
    bill_owner(u, &mut slots);
    set_lines(u, slots)
}

/// How [`add_to_bill`] is told from the other rules.
pub(super) const ADD_TO_BILL: Rule = Rule {
    name: "add to draft",
    read: add_to_bill,
    fits: &["bill mein 2 bread jod do", "add two eggs to the bill"],
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
        || u.toks.get(verb.wrapping_sub(1)).is_some_and(|t| t.raw == "और");
    let mut slots = Slots::default();
    u.take_discount(&mut slots);
    bill_owner(u, &mut slots);
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
        "doodh 2 ki jagah 3 packet kar do",
        "set milk to 4",
        "reduce milk to 1",
    ],
    leaves: &[
        "Rahul ko 500 udhaar do",
        "Rahul ka 500 kar do",
        "set alarm to 6",
        "2 kilo aur jod do",
    ],
};

/// "milk 3 kar do", "cheeni 2 kilo aur jod do", "make the milk five packets".
fn change(u: &mut Utterance) -> Option<Found> {
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

/// A "ka" that is neither of a rate ("50 ke bhav se"), nor of a count ("milk ke 3 packet"), nor within the name of goods.
fn belongs_to_somebody(u: &Utterance) -> bool {
    (0..u.len()).any(|at| {
        u.is(at, &[Word::Ka])
            && !u.is(at + 1, &[Word::Rate, Word::Hisaab])
            && !u.counts_the_goods_before(at + 1)
            && u.word(at + 1) != "quantity"
            && !matches!(u.word(at + 1), "tel" | "aata" | "atta" | "achaar" | "achar")
    })
}

fn set_lines(u: &mut Utterance, mut slots: Slots) -> Option<Found> {
    // "chawal 45 ke bhav se": only the price is to change.
    for at in 0..u.len() {
        let counted = u.num_before(at).is_some() || matches!(u.tag_before(at), Some(Word::Unit(_)));
        if u.nameable(at) && (at == 0 || !u.nameable(at - 1) && !counted) {
            let end = (at..u.len()).find(|end| !u.nameable(*end)).unwrap_or(u.len());
            if let Some((price, after)) = u.price_at(end) {
                slots.items.push(price_line(u, at, end, price));
                u.take(at, after, "items");
            } else {
                let to = u.skip_fillers(end);
                if u.is(to, &[Word::To]) && u.num_at(to + 1).is_some() {
                    u.cut(end, to + 1);
                }
            }
        }
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

fn price_line(u: &Utterance, from: usize, to: usize, price: Amount) -> Item {
    let words: Vec<&str> = (from..to).map(|at| u.word(at)).collect();
    Item {
        product: words.join(" "),
        quantity: None,
        unit: None,
        price: Some(price),
    }
}
