//! Money owed and paid: payments, credit, balances, statements and the day's figures.

use super::{Found, Rule};
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
        && u.has_any(&[
            Word::Show,
            Word::Tell,
            Word::Send,
            Word::Give,
            Word::WhatsApp,
            Word::Email,
            Word::Sms,
        ]);
    if !written && !account
        || u.has_any(&[
            Word::Write,
            Word::Put,
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

/// How [`summary`] is told from the other rules.
pub(super) const SUMMARY: Rule = Rule {
    name: "summary",
    read: summary,
    fits: &["aaj kitna sale hua", "kitne paise aaye aaj", "aaj ka total batao"],
    leaves: &["Suresh ka balance batao", "Suresh ke kitne paise aaye"],
};

/// "aaj kitna sale hua".
fn summary(u: &mut Utterance) -> Option<Found> {
    if u.has_any(&[
        Word::Bill,
        Word::Due,
        Word::Credit,
        Word::Balance,
        Word::Reminder,
        Word::Put,
        Word::Add,
        Word::Write,
    ]) || (0..u.len()).any(|at| u.is(at, &[Word::Stock]) && u.word(at) != "dukaan")
    {
        return None;
    }
    let sells = u.has_any(&[Word::Sale, Word::Summary]) || u.has(Word::Sell) && u.is_question();
    let period = u.take_period(false);
    let days_account = u.has_any(&[Word::Hisaab, Word::Total]) && (period.is_some() || u.has(Word::Day));
    // "kitne paise aaye aaj": of everybody.
    let came_in = u.has(Word::HowMuch)
        && u.has_any(&[Word::Got, Word::Deposit])
        && u.has_any(&[
            Word::Paise,
            Word::Money,
            Word::Cash,
            Word::Upi,
            Word::Payment,
            Word::Rupee,
        ])
        && !u.has_pronoun();
    let made = u.has(Word::HowMuch) && u.has(Word::Make) && u.has(Word::I) && period.is_some();
    if !sells && !days_account && !came_in && !made {
        return None;
    }
    let slots = Slots {
        period,
        ..Slots::default()
    };
    for at in 0..u.len() {
        if matches!(
            u.word(at),
            "bhar" | "we" | "our" | "report" | "did" | "was" | "tak"
        ) || u.is(at, &[Word::From, Word::For])
        {
            u.take(at, at + 1, "period");
        }
    }
    if u.unexplained() > 0 {
        return None;
    }
    u.found(Intent::DailySummary, slots)
}

/// How [`total`] is told from the other rules.
pub(super) const TOTAL: Rule = Rule {
    name: "total pending",
    read: total,
    fits: &["total kitna baaki hai"],
    leaves: &["Rahul ka kitna baaki hai"],
};

/// "total kitna baaki hai".
fn total(u: &mut Utterance) -> Option<Found> {
    let owed = u.has_any(&[Word::Due, Word::Credit, Word::Draft, Word::Balance, Word::Owe])
        || u.has(Word::HowMuch) && u.has_any(&[Word::Take, Word::Money]);
    if !(u.has(Word::Total) || u.has(Word::Shop) && u.has(Word::HowMuch))
        || !owed
        || !u.nums.is_empty()
        || u.has_any(&[Word::Write, Word::Put, Word::Add])
    {
        return None;
    }
    for at in 0..u.len() {
        if matches!(u.word(at), "amount" | "fasa" | "phasa" | "atka") {
            u.take(at, at + 1, "total");
        }
    }
    (u.unexplained() == 0).then(|| u.found(Intent::TotalPending, Slots::default()))?
}

/// How [`balances`] is told from the other rules.
pub(super) const BALANCES: Rule = Rule {
    name: "balances",
    read: balances,
    fits: &["sabka balance dikhao"],
    leaves: &["Rahul ka balance dikhao"],
};

/// "sabka balance dikhao", "kis kis ka udhaar baaki hai".
fn balances(u: &mut Utterance) -> Option<Found> {
    let owed = u.has_any(&[Word::Balance, Word::Due, Word::Credit, Word::Owe, Word::Hisaab])
        || u.has(Word::Who) && u.has_any(&[Word::Given, Word::Paid, Word::Take]);
    let everyone = u.has_any(&[Word::All, Word::Who, Word::List, Word::People]) || u.has_word(&["balances"]);
    if !owed
        || !everyone
        || !u.nums.is_empty()
        || u.has_any(&[Word::Write, Word::Put, Word::Add, Word::Remove])
    {
        return None;
    }
    (u.unexplained() == 0).then(|| u.found(Intent::ListBalances, Slots::default()))?
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
    ],
    leaves: &["sabka balance dikhao"],
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
    ]) || u.has(Word::Draft) && (u.has(Word::HowMuch) || u.has_word(&["anything"]));
    let take = u.has(Word::HowMuch)
        && (u.has(Word::Take)
            || u.has(Word::Left) && u.has_any(&[Word::Money, Word::Paise])
            || u.has(Word::Paid) && !u.has(Word::Ne)
            || u.has(Word::Give) && u.has_any(&[Word::Ko, Word::Ne]));
    let any = u.has_any(&[Word::Due, Word::Draft]) && u.has_word(&["any", "anything"]);
    let asks = u.is_question()
        || u.has_any(&[Word::Show, Word::Tell])
        || u.has(Word::Give) && u.has(Word::Hisaab)
        || u.has(Word::Balance)
        || u.has_word(&["outstanding", "dues"])
        // "Suresh ka hisaab", and nothing more: what else would be wanted of it?
        || u.is(u.len().wrapping_sub(1), &[Word::Hisaab, Word::Khata]);
    if !(account && asks || take || any)
        || !u.nums.is_empty()
        || u.has_any(&[
            Word::Dont,
            Word::Write,
            Word::Put,
            Word::Add,
            Word::Bill,
            Word::If,
            Word::Remove,
        ])
    {
        return None;
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
