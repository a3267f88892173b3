//! Money that came in and credit that went out: who, how much, which way.

use execora_text::tokens::Kind;

use super::account_holder::{self, Way};
use super::{Found, Rule, money_way, unbooked};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// How [`money`] is told from the other rules.
pub(super) const MONEY: Rule = Rule {
    name: "payment or credit",
    read: money,
    fits: &[
        "Suresh ne 500 UPI kiya",
        "Bharat ke khate mein 400 likh do",
        "Suman pe 90 rupaye aur likh lo",
        "Rahul ne pura hisaab chukta kar diya",
        "Rahul ne paise diye",
        "300 rupaye mile",
        "Bablu 200 de gaya cash",
        "1200 by card from Meera",
        "Suresh ne 3200 rupaye bank mein daale",
        "Suresh sent 250 on phonepe",
    ],
    leaves: &[
        "Suresh ka balance batao",
        "Rahul ko 2 kilo cheeni ka bill",
        "Suresh ne 500 cash aur 300 UPI diya",
        "Rahul ne paise nahi diye",
        "I sent 250 to Suresh",
        "Rahul ne payment rok diya",
        "Rahul ne 500 diye, galat",
        "maine Suresh se 500 udhaar liye",
        "Rahul ka pura hisaab clear ho gaya",
        "kya Rahul ne paise diye",
        "2 milk aur 1 bread Rahul ke naam likh do",
    ],
};

/// "Suresh ne 500 UPI kiya", "Bharat ke khate mein 400 likh do".
fn money(u: &mut Utterance) -> Option<Found> {
    if u.has_any(&[
        Word::Bill,
        Word::Reminder,
        Word::Rate,
        Word::Stock,
        Word::Percent,
        Word::Minute,
        Word::Hour,
        Word::Call,
        Word::Stop,
    ]) || u.toks.iter().any(|tok| matches!(tok.tag, Some(Word::Unit(_))))
    {
        return None;
    }
    let onto = u.has_any(&[Word::Name, Word::Khata, Word::Hisaab]);
    if onto && u.counts_goods() {
        return None;
    }
    let settled = is_settled(u);
    let way = if settled {
        Way::In
    } else {
        money_way::direction(u)?
    };
    if unbooked::is_unbooked(u) || is_in_notes(u) {
        return Some(super::unknown());
    }
    if u.is_denied() || u.is_question() || unbooked::is_supposed(u) {
        return (!u.nums.is_empty() || u.is_denied()).then(super::unknown);
    }
    if u.is_vague() {
        return Some(super::unknown());
    }
    let mut slots = Slots::default();
    if way.is_in() {
        u.take_mode(&mut slots);
    }
    past_day(u);
    number_of_cheque(u);
    whole_and_shares(u);
    if !u.take_amount(&mut slots) || is_half_of_something(u, &slots) {
        return Some(super::unknown());
    }
    account_holder::take(u, way, &mut slots);
    // "Bholu 90 uske khate mein likh do": the pronoun means the one named first.
    if slots.customer.is_none() && slots.pronoun && u.nameable(0) && u.leftover_customer(&mut slots) {
        slots.pronoun = false;
    }
    let intent = if way.is_in() {
        Intent::AddPayment
    } else {
        Intent::AddCredit
    };
    if way == Way::Out {
        slots.note = account_holder::note(u);
    }
    let named = slots.customer.is_some() || settled && slots.pronoun;
    if slots.amount.is_none() && (!named || !u.has(Word::Payment) && !settled) {
        return None;
    }
    if received_from_nobody(u, way, &slots) {
        return u.found(intent, slots);
    }
    if slots.customer.is_none() && !slots.pronoun
        || matches!(way, Way::PerhapsOut | Way::PerhapsIn)
        || way == Way::In && gave_to_another(u)
    {
        return u.doubtful(intent, slots);
    }
    u.found(intent, slots)
}

/// "Rahul ne paise diye", "Dinesh ne hisaab clear kar diya": money came in, and how much was not said.
fn is_settled(u: &Utterance) -> bool {
    if !u.nums.is_empty() {
        return false;
    }
    let came = [
        Word::Given,
        Word::Done,
        Word::Send,
        Word::Deposit,
        Word::Undo,
        Word::Return,
    ];
    let account = u.has_any(&[Word::Hisaab, Word::Credit, Word::Due, Word::Khata]);
    let money = u.has_any(&[Word::Paise, Word::Money, Word::Payment]);
    let paid = (0..u.len()).any(|at| u.is(at, &[Word::Paid]) && !matches!(u.word(at), "pay" | "pays"));
    let cleared = account && u.has_word(&["clear", "saaf", "साफ"]);
    let over = u.has_any(&came);
    let in_full = u.has_word(&["full", "fully"]);
    if u.has_any(&[
        Word::Taken,
        Word::Ko,
        Word::Show,
        Word::Tell,
        Word::Customer,
        Word::Tak,
        Word::Stop,
        Word::Cancel,
        Word::Leave,
    ]) {
        return false;
    }
    let ne = u.has_any(&[Word::Ne, Word::PronounNe]);
    let english = (1..u.len()).any(|at| {
        matches!(u.word(at), "paid" | "cleared" | "settled")
            && (u.nameable(at - 1) || matches!(u.word(at - 1), "has" | "have" | "just"))
    });
    ne && money && !account && u.has_any(&came)
        || (ne && over || english) && (paid || cleared) && (account || money || in_full)
}

/// "300 rupaye mile": from whom is asked, or it is the customer at the counter.
fn received_from_nobody(u: &Utterance, way: Way, slots: &Slots) -> bool {
    way == Way::In
        && slots.customer.is_none()
        && !slots.pronoun
        && slots.amount.is_some()
        && u.has(Word::Got)
        && (u.has(Word::Rupee) || slots.mode.is_some())
        && u.unexplained() == 0
}

/// "Rahul ne mere bhai ko 500 diye": somebody gave, and not to the shop.
fn gave_to_another(u: &Utterance) -> bool {
    u.has_any(&[Word::Ne, Word::PronounNe])
        && (1..u.len())
            .any(|at| u.is(at, &[Word::Ko]) && (u.names_somebody(at - 1) || u.is(at - 1, &[Word::Honorific])))
        && u.has(Word::Given)
        && !u.has_any(&[Word::ToMe, Word::Credit, Word::Deposit])
}

/// "500 ke do note": how many notes there were is no amount, and which of both was meant is asked.
fn is_in_notes(u: &Utterance) -> bool {
    u.nums.iter().any(|num| {
        let counted = u
            .toks
            .get(num.end + 1)
            .is_some_and(|tok| tok.atom.is_some() || tok.kind == Kind::Figure);
        u.is(num.end, &[Word::Ka, Word::Wala])
            && counted
            && matches!(
                u.word(num.end + 2),
                "note" | "notes" | "sikke" | "sikka" | "coin" | "coins"
            )
    })
}

/// "aadha paisa": a part of something is no amount, though fifty paise may be.
fn is_half_of_something(u: &Utterance, slots: &Slots) -> bool {
    slots.amount.is_some_and(|amount| amount.paise() < 100) && !u.says_decimals()
}

/// "1000 mein se 600 diye", "five hundred out of eight hundred", "do kisht mein": what it was a part of is no amount.
fn whole_and_shares(u: &mut Utterance) {
    for num in u.free_nums() {
        let end = num.end + usize::from(u.is(num.end, &[Word::Rupee]));
        let whole = u.is(end, &[Word::Mein]) && u.is(end + 1, &[Word::Se]);
        let out_of = num.start > 1 && u.is(num.start - 1, &[Word::Of]) && u.word(num.start - 2) == "out";
        let shares = matches!(
            u.word(num.end),
            "kisht"
                | "kishton"
                | "kist"
                | "kishtein"
                | "installment"
                | "installments"
                | "instalment"
                | "instalments"
        );
        // "aadha payment aaya 1040"
        let half =
            num.milli < 1_000 && u.is(num.end, &[Word::Payment, Word::Money, Word::Paise, Word::Hisaab]);
        if half && u.nums.len() > 1 {
            u.take(num.start, num.end, "whole");
        } else if whole {
            u.take(num.start, end + 2, "whole");
        } else if out_of {
            u.take(num.start - 2, num.end, "whole");
        } else if shares {
            u.take(num.start, num.end + 1, "shares");
        }
    }
}

/// "cheque number 004512 se 18000 aaye": the number of the cheque is no amount.
fn number_of_cheque(u: &mut Utterance) {
    for at in 1..u.len() {
        if u.is(at, &[Word::Number])
            && u.is(at - 1, &[Word::Cheque, Word::Bank, Word::Upi])
            && let Some(num) = u.num_at(at + 1)
        {
            u.take(at, num.end, "number");
            return;
        }
    }
}

/// A day said with a payment explains when, and books nothing else.
fn past_day(u: &mut Utterance) {
    for at in 0..u.len() {
        if u.is(
            at,
            &[
                Word::Today,
                Word::Kal,
                Word::Parson,
                Word::Yesterday,
                Word::Morning,
                Word::Evening,
                Word::Night,
            ],
        ) {
            u.take(at, at + 1, "day");
        }
    }
}
