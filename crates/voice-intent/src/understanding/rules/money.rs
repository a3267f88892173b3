//! Money that came in and credit that went out: who, how much, which way.

use execora_text::tokens::Kind;

use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// Which way the money went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    In,
    Out,
    /// Given to the customer without a word of credit: asked back.
    PerhapsOut,
}

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
    let way = if settled { Way::In } else { direction(u)? };
    let withdrawn = u.is(u.len().wrapping_sub(1), &[Word::Wrong]);
    if withdrawn || is_reduced(u) || we_borrowed(u) || is_our_payment(u) && !u.has(Word::Credit) {
        return Some(super::unknown());
    }
    if u.is_denied() || u.is_question() || supposed(u) {
        return (!u.nums.is_empty() || u.is_denied()).then(super::unknown);
    }
    if u.is_vague() {
        return Some(super::unknown());
    }
    let mut slots = Slots::default();
    if way == Way::In {
        u.take_mode(&mut slots);
    }
    past_day(u);
    if !u.take_amount(&mut slots) || is_half_of_something(u, &slots) {
        return Some(super::unknown());
    }
    account_holder(u, way, &mut slots);
    let intent = if way == Way::In {
        Intent::AddPayment
    } else {
        Intent::AddCredit
    };
    if way == Way::Out {
        slots.note = note(u);
    }
    let named = slots.customer.is_some() || settled && slots.pronoun;
    if slots.amount.is_none() && (!named || !u.has(Word::Payment) && !settled) {
        return None;
    }
    if received_from_nobody(u, way, &slots) {
        return u.found(intent, slots);
    }
    if slots.customer.is_none() && !slots.pronoun || way == Way::PerhapsOut {
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
        || (ne && over || english) && (paid || cleared) && (account || money)
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

/// "udhaar 500 kam karo": less than before is neither a payment nor a credit.
fn is_reduced(u: &Utterance) -> bool {
    let less = [
        "kam", "kum", "ghata", "ghatao", "ghatado", "ghataa", "reduce", "less", "minus", "subtract",
        "deduct", "maaf", "waive", "kharch", "nuksan", "gire", "chale",
    ];
    u.has(Word::Cut) || u.has_word(&less)
}

/// "maine Suresh se 500 udhaar liye": what the shop owes is no credit of a customer's.
fn we_borrowed(u: &Utterance) -> bool {
    u.has(Word::Taken)
        && u.has(Word::Se)
        && u.has(Word::Credit)
        && u.has_word(&["maine", "humne", "मैंने", "हमने"])
}

/// "I paid Suresh 500": money that the shop gave is no money that came in.
fn is_our_payment(u: &Utterance) -> bool {
    let gave = ["paid", "pay", "gave", "give", "sent", "transferred", "lent"];
    (1..u.len()).any(|at| {
        let we = |at: usize| matches!(u.word(at), "i" | "we");
        let perfect = at > 1 && matches!(u.word(at - 1), "have" | "had" | "just" | "already");
        gave.contains(&u.word(at)) && (we(at - 1) || perfect && we(at - 2))
            || u.word(at) == "paid" && matches!(u.word(at - 1), "was" | "were")
    }) || u.word(0) == "paid" && u.has(Word::To) && !u.has(Word::ToMe)
}

/// "aadha paisa": a part of something is no amount, though fifty paise may be.
fn is_half_of_something(u: &Utterance, slots: &Slots) -> bool {
    let said_in_figures = u.toks.iter().any(|tok| tok.kind == Kind::Figure);
    slots.amount.is_some_and(|amount| amount.paise() < 100) && !said_in_figures
}

/// "… diye to likhna": only if.
fn supposed(u: &Utterance) -> bool {
    (1..u.len()).any(|at| {
        matches!(u.word(at), "to" | "toh")
            && u.is(at - 1, &[Word::Given, Word::Done, Word::Got])
            && !matches!(u.word(at - 1), "gave" | "given")
    })
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

/// Particles and verbs decide the direction: ne … diye came in, ko … udhaar went out.
fn direction(u: &Utterance) -> Option<Way> {
    let credit = u.has(Word::Credit);
    // "… account mein 500 daale": told, not ordered.
    if u.has(Word::Ne) && u.has_word(&["daale", "daali", "dale"]) && !credit {
        return Some(Way::In);
    }
    if credit && u.has(Word::Paid) {
        return Some(Way::In);
    }
    let ne = u.has_any(&[Word::Ne, Word::PronounNe]);
    let deposit = u.has(Word::Deposit);
    let returned = u.has_any(&[Word::Undo, Word::Return]);
    let writes = u.has_any(&[Word::Write, Word::Put, Word::Add, Word::Increase, Word::Move]);
    if deposit || returned && (ne || u.has(Word::Done)) {
        return Some(Way::In);
    }
    let english_out = u.has(Word::Owe)
        || u.has(Word::Khata)
            && u.has_any(&[Word::On, Word::To, Word::In])
            && writes
            && !u.has(Word::Payment);
    if credit && ne && u.has(Word::Given) && !u.has_any(&[Word::Ko, Word::Taken, Word::Khata]) {
        // "udhaar ke 500 diye" pays what was owed; without "ke" it may as well be a loan.
        let on_account = (1..u.len()).any(|at| u.is(at, &[Word::Ka]) && u.is(at - 1, &[Word::Credit]));
        return Some(if on_account { Way::In } else { Way::PerhapsOut });
    }
    if credit && !returned {
        let said = writes
            || u.has_any(&[
                Word::Given,
                Word::Taken,
                Word::Give,
                Word::Went,
                Word::Done,
                Word::Do,
            ])
            || !u.nums.is_empty();
        let way = if u.has(Word::From) {
            Way::PerhapsOut
        } else {
            Way::Out
        };
        return said.then_some(way);
    }
    if english_out {
        return Some(Way::Out);
    }
    if u.has(Word::Due) && writes && !u.nums.is_empty() {
        return Some(Way::Out);
    }
    if u.has_any(&[Word::Khata, Word::Hisaab]) && writes
        || (u.has(Word::On) || on_somebody(u)) && writes && !u.nums.is_empty()
        || u.has(Word::Name) && writes && !u.nums.is_empty()
    {
        return Some(Way::Out);
    }
    money_in(u, ne)
}

/// "Suman pe 90 rupaye likh lo".
fn on_somebody(u: &Utterance) -> bool {
    (1..u.len()).any(|at| u.is(at, &[Word::Pe]) && (u.nameable(at - 1) || u.is(at - 1, &[Word::Honorific])))
}

fn money_in(u: &Utterance, ne: bool) -> Option<Way> {
    let paid = (0..u.len())
        .any(|at| u.is(at, &[Word::Paid]) && (u.word(at) != "pay" || at > 0 && u.nameable(at - 1)));
    let received = u.has(Word::Got) || paid || u.has(Word::Payment) && !u.nums.is_empty();
    let mode = u.has_any(&[
        Word::Cash,
        Word::Upi,
        Word::Card,
        Word::Cheque,
        Word::Bank,
        Word::Online,
        Word::Payment,
    ]);
    let gave = u.has_any(&[Word::Given, Word::Done, Word::Send]);
    let de_gaya =
        (0..u.len()).any(|at| u.is(at, &[Word::Given]) && matches!(u.word(at), "de" | "deke" | "दे" | "देके"));
    let from_whom = mode && u.has(Word::From) && !u.has_any(&[Word::To, Word::Mine, Word::Ko]);
    if u.has(Word::Taken) {
        if (u.has_any(&[Word::Se, Word::PronounSe]) || u.has(Word::From) && !u.nums.is_empty()) && !ne {
            return Some(Way::In);
        }
        return (ne && !u.nums.is_empty()).then_some(Way::PerhapsOut);
    }
    if u.has(Word::Ko) && u.has(Word::Given) && (!ne || u.has_word(&["maine", "humne"])) {
        return Some(Way::PerhapsOut);
    }
    if (received || de_gaya || from_whom) && !u.nums.is_empty() {
        return Some(Way::In);
    }
    if ne && (gave || mode) && (!u.nums.is_empty() || u.has(Word::Payment)) {
        return Some(Way::In);
    }
    let gave = (1..u.len()).any(|at| {
        let verb = matches!(u.word(at), "gave" | "given" | "transferred")
            || u.word(at) == "sent" && !u.has_any(&[Word::To, Word::Ko]);
        verb && (u.nameable(at - 1) || at > 1 && u.is_filler(at - 1) && u.nameable(at - 2))
    });
    let english_gave = u.has(Word::Given) && u.has(Word::ToMe) || gave;
    if english_gave && !u.nums.is_empty() {
        return Some(Way::In);
    }
    None
}

/// Whose money it is.
fn account_holder(u: &mut Utterance, way: Way, slots: &mut Slots) {
    let particles: &[Word] = if way == Way::In {
        &[Word::Ne, Word::Se, Word::Apostrophe, Word::Ka, Word::Ko]
    } else {
        &[Word::Ne, Word::Ko, Word::Ka, Word::Apostrophe]
    };
    slots.pronoun = u.has_pronoun();
    if u.customer_before(particles, slots) {
        return;
    }
    let verbs = [Word::Paid, Word::Given, Word::Taken, Word::Owe, Word::Deposit];
    for at in 1..u.len() {
        if u.is(at, &verbs)
            && let Some(person) = u.person_before(at)
        {
            u.take_person(person, slots);
            return;
        }
    }
    let prepositions: &[Word] = if way == Way::In {
        &[Word::From, Word::By, Word::Of]
    } else {
        &[Word::To, Word::For, Word::Give, Word::Given, Word::Of, Word::On]
    };
    if u.customer_after(prepositions, slots) || slots.pronoun {
        return;
    }
    u.leftover_customer(slots);
}

/// "… likh do doodh ka", "700 ka maal": what the credit was for.
fn note(u: &mut Utterance) -> Option<String> {
    let start = (0..u.len()).find(|at| u.nameable(*at))?;
    let end = (start..u.len()).find(|at| !u.nameable(*at)).unwrap_or(u.len());
    // "340 ka doodh udhaar liya"
    let worth = start > 1
        && u.is(start - 1, &[Word::Ka])
        && (u.in_number(start - 2) || u.is(start - 2, &[Word::Rupee]));
    if end - start > 3 || !worth && !u.is(end, &[Word::Ka]) {
        return None;
    }
    let words: Vec<String> = (start..end).map(|at| u.word(at).to_owned()).collect();
    u.take(start, end, "note");
    Some(words.join(" "))
}
