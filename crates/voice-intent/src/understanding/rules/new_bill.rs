//! A new bill: its customer, wherever the sentence puts him, its lines, tax, discount and sending.

use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::people::Person;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// "2 bread without milk": what is left out would be billed.
fn leaves_out_goods(u: &Utterance) -> bool {
    let without = |at: &usize| u.is(*at, &[Word::Without]);
    let tax = |at: usize| {
        u.is(at + 1, &[Word::Gst]) || at > 1 && u.is(at - 1, &[Word::Ka]) && u.is(at - 2, &[Word::Gst])
    };
    (0..u.len()).filter(without).any(|at| !tax(at))
}

/// How [`create`] is told from the other rules.
pub(super) const CREATE: Rule = Rule {
    name: "make bill",
    read: create,
    fits: &[
        "Rahul ko 2 milk aur 1 bread ka bill bana do",
        "make a bill for Rahul",
        "give Pooja a bill for 1 litre oil",
    ],
    leaves: &[
        "Rahul ka bill mat banana",
        "kitne bill bane aaj",
        "bill mein se 2 cheezein hatao",
        "Rahul ka bill print kar do",
        "print the bill of Nisha",
    ],
};

/// "Rahul ko 2 milk aur 1 bread ka bill bana do".
fn create(u: &mut Utterance) -> Option<Found> {
    if !u.has(Word::Bill) || u.has_any(&[Word::Paid, Word::Deposit]) || u.has(Word::Stop) {
        return None;
    }
    // "bill mein se 2 cheezein hatao" takes off.
    if u.has(Word::Remove) && !u.has_any(&[Word::Make, Word::Gst]) {
        return None;
    }
    if does_something_else(u) {
        return None;
    }
    let asks = u.is_question() && !u.has(Word::Each);
    let about_gst = u.has(Word::Gst);
    let denied = !about_gst && u.has_any(&[Word::Dont, Word::No]) || u.has(Word::If);
    if asks || denied {
        return None;
    }
    let first_bill = u.find(&[Word::Bill])?;
    bill_extras(u);
    let mut slots = Slots::default();
    take_send(u, &mut slots);
    u.take_gst(&mut slots);
    u.take_discount(&mut slots);
    bill_customer(u, first_bill, &mut slots);
    let joined = names_another(u);
    slots.items = u.take_items(true);
    if slots.customer.is_none() && !slots.pronoun && slots.items.len() > 1 && u.nums.is_empty() {
        return None;
    }
    let made = u.has_any(&[
        Word::Make,
        Word::Cut,
        Word::Do,
        Word::Give,
        Word::Write,
        Word::New,
        Word::Start,
        Word::Put,
        Word::Sell,
        Word::For,
    ]);
    let looked_at = u.has_any(&[Word::Show, Word::Save]);
    if (!made || looked_at) && slots.items.is_empty() {
        return None;
    }
    if u.is_vague() || leaves_out_goods(u) {
        return Some(super::unknown());
    }
    if denied_action(u) {
        return None;
    }
    let two_people = u
        .toks
        .iter()
        .filter(|tok| matches!(tok.tag, Some(Word::Ko | Word::Ne)))
        .count()
        > 1;
    let uncounted = two_people
        || joined
        || !slots.items.is_empty() && slots.customer.is_none() && !slots.pronoun && u.nums.is_empty();
    if uncounted {
        return u.doubtful(Intent::CreateInvoice, slots);
    }
    u.found(Intent::CreateInvoice, slots)
}

/// "Rahul ka bill print kar do": an unknown deed, and no goods.
fn does_something_else(u: &Utterance) -> bool {
    let deed = |at: usize| {
        u.nameable(at) && u.is(at - 1, &[Word::Bill]) && u.is(at + 1, &[Word::Do]) && !u.is_capital(at)
    };
    let first = u.first();
    let english = u.nameable(first) && u.is(first + 1, &[Word::Article]) && u.is(first + 2, &[Word::Bill]);
    english || u.nums.is_empty() && !u.has_any(&[Word::Make, Word::Ko]) && (1..u.len()).any(deed)
}

/// "Rahul aur Suresh ko": a second person, though he looks like goods without a number.
fn names_another(u: &Utterance) -> bool {
    (1..u.len()).any(|at| {
        let mut from = at;
        while from > 0 && u.nameable(from - 1) {
            from -= 1;
        }
        let counted = u.num_before(from).is_some() || matches!(u.tag_before(from), Some(Word::Unit(_)));
        u.is(at, &[Word::And]) && from < at && !counted && at + 1 < u.len() && !u.free(at + 1)
    })
}

fn denied_action(u: &Utterance) -> bool {
    u.has_any(&[Word::No, Word::Dont]) && !u.has(Word::Gst)
}

/// "ek bill", "a bill", "bill number": the article before a bill is no quantity.
fn bill_extras(u: &mut Utterance) {
    for at in 0..u.len() {
        if u.is(at, &[Word::Bill])
            && let Some(num) = u.num_before(if u.is(at.wrapping_sub(1), &[Word::New]) {
                at - 1
            } else {
                at
            })
            && num.milli == 1_000
        {
            u.take(num.start, num.end, "bill");
        }
    }
}

/// "aur bhej do", "bana ke WhatsApp kar do", "and send it".
fn take_send(u: &mut Utterance, slots: &mut Slots) {
    let sends = u.find(&[Word::Send]);
    let by_channel = u
        .find(&[Word::WhatsApp, Word::Email, Word::Sms])
        .filter(|at| u.is(at + 1, &[Word::Do, Word::Give]));
    if sends.is_some() || by_channel.is_some() {
        slots.send = true;
        u.take_channel(slots);
    }
}

/// The customer of a new bill, wherever the sentence puts him.
fn bill_customer(u: &mut Utterance, bill: usize, slots: &mut Slots) {
    slots.pronoun = u.has_pronoun();
    for at in 1..u.len() {
        let for_whom = u.is(at, &[Word::Ka]) && u.is(at + 1, &[Word::Liye, Word::Name]);
        if for_whom && let Some(person) = u.person_before(at) {
            u.take_person(person, slots);
            u.take(at, at + 2, "customer");
            return;
        }
    }
    // "give Pooja a bill for …", "make Rahul a new bill"
    let given = (0..bill)
        .filter(|at| u.is(*at, &[Word::Make, Word::Give, Word::Cut]))
        .find_map(|at| u.person_after(at))
        .filter(|person| (person.end..bill).all(|at| u.is(at, &[Word::Article, Word::New])));
    if let Some(person) = given {
        u.take_person(person, slots);
        return;
    }
    if u.customer_before(&[Word::Ko, Word::Ne], slots) {
        return;
    }
    for at in 1..u.len() {
        let owned = u.is(at, &[Word::Ka, Word::Apostrophe]) && u.free(at);
        if owned
            && !ends_goods(u, at)
            && let Some(person) = u.person_before(at)
        {
            u.take_person(person, slots);
            return;
        }
    }
    // "bill Thomas for twelve notebooks", "make bill Nagarjuna two kg …", "Sreedharan one kilo … make the bill"
    if let Some(person) = u.person_after(bill) {
        let counted_later = u.nums.iter().any(|num| num.start >= person.end)
            || u.len() == person.end
            || u.is(person.end, &[Word::For]);
        if counted_later || u.nums.is_empty() {
            u.take_person(person, slots);
            return;
        }
    }
    if u.customer_after(&[Word::For, Word::To, Word::On], slots) {
        return;
    }
    for at in 1..u.len() {
        if u.is(at, &[Word::Of])
            && u.is(at - 1, &[Word::Name])
            && let Some(person) = u.person_after(at)
        {
            u.take_person(person, slots);
            return;
        }
    }
    if let Some(person) = (bill..u.len())
        .filter(|at| u.is(*at, &[Word::Make, Word::Do, Word::Give, Word::Write]))
        .find_map(|at| u.person_after(at))
        && counts_other_goods(u, person.end)
    {
        u.take_person(person, slots);
        return;
    }
    if slots.pronoun {
        return;
    }
    let first = u.first();
    let starts = u.nameable(first) || u.is(first, &[Word::Mister]) || u.is(first + 1, &[Word::Wala]);
    if starts
        && let Some(person) = first
            .checked_sub(1)
            .map_or_else(|| u.person_from_start(), |before| u.person_after(before))
    {
        u.take_person(person, slots);
    }
}

/// After a name comes a quantity with its own goods: "Lakshmi Stores 40 bori cement", not "chawal 5 kilo".
fn counts_other_goods(u: &Utterance, at: usize) -> bool {
    let Some(num) = u.num_at(at) else { return false };
    let mut next = num.end;
    if matches!(u.tag(next), Some(Word::Unit(_))) {
        next += 1;
    }
    let goods = next;
    while u.nameable(next) {
        next += 1;
    }
    next > goods && (u.num_at(next).is_none() || u.price_at(next).is_some())
}

/// Does the particle close a run of goods ("2 kilo cheeni ka bill") rather than a name?
fn ends_goods(u: &Utterance, at: usize) -> bool {
    if at > 1 && u.nameable(at - 2) && u.is_capital(at - 1) && u.is_small(at - 2) {
        return false;
    }
    let mut from = at;
    while from > 0 && u.nameable(from - 1) {
        from -= 1;
    }
    from < at && (matches!(u.tag_before(from), Some(Word::Unit(_))) || u.num_before(from).is_some())
        || matches!(u.tag_before(at), Some(Word::Unit(_)))
        || u.nameable(at + 1) && u.num_before(from).is_some()
}

impl Utterance {
    /// The person that the utterance begins with.
    fn person_from_start(&self) -> Option<Person> {
        let end = (0..self.len()).find(|at| {
            self.in_number(*at)
                || self
                    .tag(*at)
                    .is_some_and(|tag| tag != Word::Mister && tag != Word::Wala)
        })?;
        self.person_before(end).filter(|person| person.end == end)
    }
}

/// How [`sale`] is told from the other rules.
pub(super) const SALE: Rule = Rule {
    name: "sale without a bill word",
    read: sale,
    fits: &[
        "sell 2 dozen eggs to Imran",
        "2 milk aur 1 bread Rahul ke naam likh do",
        "Rahul ke khate mein 2 kilo cheeni likh do",
        "Bhanwarlal ko 10 bori cement 380 ke rate se",
    ],
    leaves: &[
        "Rahul ko 500 rupaye",
        "Rahul ke naam 250 likho",
        "500 Suresh ke khate mein likhna",
    ],
};

/// "sell 2 dozen eggs to Imran", "Bhanwarlal ko 10 bori cement 380 ke rate se".
fn sale(u: &mut Utterance) -> Option<Found> {
    if u.nums.is_empty()
        || u.is_denied()
        || u.is_question()
        || u.has_any(&[Word::Stock, Word::Phone, Word::Call])
    {
        return None;
    }
    let sold = u.has(Word::Sell);
    let priced = u.has_any(&[Word::Rate, Word::Hisaab])
        || u.toks.iter().any(|tok| matches!(tok.tag, Some(Word::Unit(_))));
    let written = u.has_any(&[Word::Write, Word::Put, Word::Add, Word::Move])
        && u.has_any(&[Word::Name, Word::Khata, Word::Hisaab])
        && !u.has_any(&[Word::Rupee, Word::Credit, Word::Customer]);
    if !(sold || priced || written && u.counts_goods()) {
        return None;
    }
    let mut slots = Slots::default();
    u.take_gst(&mut slots);
    u.take_discount(&mut slots);
    let owner = written && u.customer_before(&[Word::Ka], &mut slots);
    if !owner && !u.customer_before(&[Word::Ko], &mut slots) && !u.customer_after(&[Word::To], &mut slots) {
        return None;
    }
    slots.items = u.take_items(false);
    if slots.items.is_empty() || u.is_vague() {
        return None;
    }
    if sold || written || slots.items.iter().all(|item| item.price.is_some()) {
        return u.found(Intent::CreateInvoice, slots);
    }
    u.doubtful(Intent::CreateInvoice, slots)
}
