//! A new bill: its customer, wherever the sentence puts him, its lines, tax, discount and sending.

use execora_text::tokens::Kind;

use super::bill_customer::bill_customer;
use super::drafts::on_bill;
use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::{Num, Utterance};

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
    // "bill mein se ek bread kam karo": how many are to stay was not said.
    if u.has(Word::Reduce) && on_bill(u) && !u.has_any(&[Word::Make, Word::Percent, Word::Rupee]) {
        return None;
    }
    if does_something_else(u) || u.tells_of_a_bill() || lists_by_month(u) {
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
    // "GST nahi lagega is bill mein hata do" makes none.
    let only_tax = about_gst && !u.has_any(&[Word::Make, Word::Cut, Word::New, Word::Start, Word::For]);
    if (!made || looked_at || only_tax && slots.customer.is_none()) && slots.items.is_empty() {
        return None;
    }
    if u.is_vague() || leaves_out_goods(u) || ranges(u) {
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
        || !slots.items.is_empty() && slots.customer.is_none() && !slots.pronoun && u.nums.is_empty()
        // "chawal 45 ke bhav se lagao bill": a price of one of the lines, or a bill of one line?
        || slots.customer.is_none() && !slots.pronoun && u.nums.len() == 1 && !slots.items.is_empty() && slots.items.iter().all(|item| item.price.is_some());
    // "add two eggs the bill": to the one that there is?
    let added = u.has(Word::Add) && !u.has_any(&[Word::Make, Word::New, Word::Cut]);
    if uncounted || added {
        return u.doubtful(Intent::CreateInvoice, slots);
    }
    u.found(Intent::CreateInvoice, slots)
}

/// "das barah kilo aloo": a number that no line took, with another right behind it.
fn ranges(u: &Utterance) -> bool {
    let words = |at: usize| u.toks.get(at).is_some_and(|tok| tok.kind == Kind::Word);
    u.free_nums().iter().any(|num| {
        // "2 5 star": figures may be of a name.
        let close = |next: &Num| {
            matches!(u.tag(next.end), Some(Word::Unit(_))) || words(num.start) && words(next.start)
        };
        num.milli > 1_000
            && u.num_at(num.end).is_some_and(|next| {
                !u.free(next.start)
                    && next.milli > num.milli
                    && u.word(num.start) != u.word(next.start)
                    && close(&next)
            })
    })
}

/// "invoices raised between 3rd and 9th august": days of a month, and nothing to be made.
fn lists_by_month(u: &Utterance) -> bool {
    let month = u
        .toks
        .iter()
        .any(|tok| matches!(tok.tag, Some(Word::MonthName(_))));
    month && !u.has_any(&[Word::Make, Word::Cut, Word::Give])
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
    const KINDS: [&str; 10] = [
        "kirane", "kirana", "ration", "rashan", "sauda", "sabzi", "sabji", "grocery", "saman", "dawai",
    ];
    for at in 0..u.len() {
        // "kirane ka bill" says of what kind it is.
        let kind = KINDS.contains(&u.word(at)) && u.is(at + 1, &[Word::Ka]) && u.is(at + 2, &[Word::Bill]);
        let of_a_name = at > 0 && u.nameable(at - 1);
        let counted = u.num_before(at).is_some() || matches!(u.tag_before(at), Some(Word::Unit(_)));
        if kind && !of_a_name && !counted {
            u.take(at, at + 2, "bill");
        }
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
    let by_channel = u.find(&[Word::WhatsApp, Word::Email, Word::Sms]).filter(|at| {
        let mut next = *at + 1;
        while u.is(next, &[Word::Pe, Word::Filler]) {
            next += 1;
        }
        u.is(
            next,
            &[Word::Do, Word::Give, Word::Put, Word::Her, Word::PronounKo],
        ) || u.is(next, &[Word::It]) && u.is(at.wrapping_sub(1), &[Word::And])
            || matches!(u.word(next), "maar" | "maaro" | "it" | "phenko" | "thok")
    });
    if sends.is_some() || by_channel.is_some() {
        slots.send = true;
        u.take_channel(slots);
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
    // "charge Vinod for 3 notebooks"
    let charged = u.find(&[Word::Put]).filter(|at| u.word(*at) == "charge");
    let sold = u.has(Word::Sell) || charged.is_some();
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
    // "sell Naveen 4 chairs"
    let charged = charged
        .or_else(|| {
            u.find(&[Word::Sell])
                .filter(|at| matches!(u.word(*at), "sell" | "sold"))
        })
        .and_then(|at| u.person_after(at))
        .filter(|person| u.num_at(person.end).is_some() || u.is(person.end, &[Word::For]));
    if let Some(person) = charged {
        u.take_person(person, &mut slots);
    }
    if slots.customer.is_none()
        && !owner
        && !u.customer_before(&[Word::Ko], &mut slots)
        && !u.customer_after(&[Word::To], &mut slots)
    {
        return None;
    }
    slots.items = u.take_items(false);
    if slots.items.is_empty() || u.is_vague() || ranges(u) {
        return None;
    }
    if sold || written || slots.items.iter().all(|item| item.price.is_some()) {
        return u.found(Intent::CreateInvoice, slots);
    }
    u.doubtful(Intent::CreateInvoice, slots)
}
