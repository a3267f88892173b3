//! The account of one customer: its statement and its balance.

use super::{Found, Rule, owed};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// Before these stands the customer of an account.
const OWNER: [Word; 4] = [Word::Ka, Word::Apostrophe, Word::Se, Word::Ko];

/// How [`statement`] is told from the other rules.
pub(super) const STATEMENT: Rule = Rule {
    name: "statement",
    read: statement,
    fits: &[
        "Hamid ka pichle hafte ka lena dena batao",
        "Lakshman ka poora khata khol ke dikhao",
        "uska june se ab tak ka khata dikhao",
        "Amit ka pichle mahine ka hisaab bhejo",
        "Rahul ka statement dikhao",
        "Suresh ka statement nikalo",
    ],
    leaves: &["Suresh ka balance batao"],
};

/// "Amit ka pichle mahine ka hisaab bhejo".
fn statement(u: &mut Utterance) -> Option<Found> {
    let written = u.has(Word::Statement);
    let span = u.has_any(&[Word::Week, Word::Month, Word::Year, Word::Last])
        || u.toks
            .iter()
            .any(|tok| matches!(tok.tag, Some(Word::MonthName(_))));
    let account = u.has_any(&[Word::Hisaab, Word::Khata])
        && (span || u.has_any(&[Word::All, Word::Send, Word::WhatsApp, Word::Email, Word::Sms]))
        && (u.has_any(&[
            Word::Show,
            Word::Tell,
            Word::Send,
            Word::Give,
            Word::WhatsApp,
            Word::Email,
            Word::Sms,
        ]) || span && u.is(u.len() - 1, &[Word::Hisaab]));
    // "statement WhatsApp pe daal do"
    let sent = u.has_any(&[Word::WhatsApp, Word::Email, Word::Sms]);
    if !written && !account
        || u.has(Word::Put) && !(written && sent)
        || u.has_any(&[
            Word::Write,
            Word::Add,
            Word::Credit,
            Word::Bill,
            Word::Dont,
            Word::No,
            Word::Stop,
        ])
        || (0..u.len()).any(|at| u.is(at, &[Word::Remove]) && !u.word(at).starts_with("nik"))
        || u.has(Word::HowMuch)
    {
        return None;
    }
    let mut slots = Slots {
        period: u.take_period(false),
        ..Slots::default()
    };
    u.take_channel(&mut slots);
    if !u.free_nums().is_empty() {
        return None;
    }
    u.customer(
        &[Word::Ka, Word::Apostrophe, Word::Ko],
        &[
            Word::Of,
            Word::To,
            Word::Send,
            Word::For,
            Word::WhatsApp,
            Word::Email,
        ],
        &mut slots,
    );
    if slots.customer.is_none() && !slots.pronoun && !written {
        return None;
    }
    u.found(Intent::FetchStatement, slots)
}

/// How [`balance`] is told from the other rules.
pub(super) const BALANCE: Rule = Rule {
    name: "balance",
    read: balance,
    fits: &[
        "Suman ka kitna banta hai",
        "what's Suresh's balance",
        "Rahul ka kitna baaki hai",
        "Chaudhary ka kitna paisa bacha hai",
        "Rizwan ka kitna nikal raha hai",
        "Tara ke khate mein kitna chadha hua hai",
        "usne kitna dena hai humko",
        "Jayalakshmi ka khata clear hai ya kuch bacha hai",
        "how much are we supposed to collect from Patel Brothers",
        "does Imran still owe us anything",
        "has Imran cleared his dues",
    ],
    leaves: &[
        "sabka balance dikhao",
        "Imran ka data clear karo",
        "kitna chadha hua hai",
    ],
};

/// "what's Suresh's balance", "Ramesh ka kitna baaki hai".
fn balance(u: &mut Utterance) -> Option<Found> {
    let account = u.has_any(&[
        Word::Balance,
        Word::Due,
        Word::Owe,
        Word::Hisaab,
        Word::Credit,
        Word::Khata,
    ]) || u.has(Word::Draft)
        && (u.has_any(&[Word::HowMuch, Word::From]) || u.has_word(&["anything"]));
    let any = u.has_any(&[Word::Due, Word::Draft, Word::Owe]) && u.has_word(&["any", "anything"]);
    let asks = u.is_question()
        || u.has_any(&[Word::Show, Word::Tell])
        || u.has(Word::Give) && u.has(Word::Hisaab)
        || u.has(Word::Balance)
        || u.has_word(&["outstanding", "dues"])
        || u.has(Word::Due) && u.has(Word::Money)
        // "Suresh ka hisaab", and nothing more: what else would be wanted of it?
        || u.is(u.len().wrapping_sub(1), &[Word::Hisaab, Word::Khata]);
    let settled = asks_if_settled(u);
    if !(account && asks || owed::how_much(u) || any || settled)
        || !u.nums.is_empty()
        || u.has_any(&[
            Word::Dont,
            Word::Write,
            Word::Add,
            Word::Bill,
            Word::If,
            Word::Reminder,
        ])
        || !settled
            && (0..u.len()).any(|at| u.is(at, &[Word::Remove, Word::Put]) && !owed::is_standing(u, at))
    {
        return None;
    }
    for at in 0..u.len() {
        if owed::is_standing(u, at) {
            u.take(at, at + 1, "owed");
        }
    }
    let mut slots = Slots::default();
    let owes = u.find(&[Word::Owe]);
    slots.pronoun = u.has_pronoun();
    let named = match owes {
        Some(at) => u
            .person_before(at)
            .map(|person| u.take_person(person, &mut slots))
            .is_some(),
        None => false,
    };
    if !named {
        u.customer(&OWNER, &[Word::Of, Word::From, Word::For, Word::Show], &mut slots);
    }
    if slots.customer.is_none() && !slots.pronoun {
        return None;
    }
    u.found(Intent::FetchBalance, slots)
}

/// "khata clear hai ya kuch bacha hai", "has Imran cleared his dues": a question, and nothing is to be cleared.
fn asks_if_settled(u: &Utterance) -> bool {
    let account = u.has_any(&[Word::Khata, Word::Hisaab, Word::Due, Word::Credit, Word::Balance]);
    let clear = (0..u.len()).any(|at| {
        matches!(
            u.word(at),
            "clear" | "saaf" | "settled" | "cleared" | "chukta" | "barabar" | "nil" | "zero"
        ) && (u.is(at + 1, &[Word::Be, Word::Or, Word::Question]) || at + 1 == u.len() || u.is_question())
    });
    let asked = u.is_question() || u.has(Word::Or) || u.has_word(&["kya", "क्या"]);
    account && clear && asked
}
