//! Figures of the whole shop: the day's sales, what is owed in all, and by whom.

use super::{Found, Rule, owed};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::period::Period;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// How [`summary`] is told from the other rules.
pub(super) const SUMMARY: Rule = Rule {
    name: "summary",
    read: summary,
    fits: &[
        "aaj kitna sale hua",
        "kitne paise aaye aaj",
        "aaj ka total batao",
        "aaj kul kitne ka maal bik gaya",
        "how much did the shop make in the first ten days of July",
        "aaj subah se ab tak kitna dhandha hua",
    ],
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
    let mut period = u.take_period(false);
    // "subah se kitne paise aaye"
    if period.is_none() && (1..u.len()).any(|at| u.is(at, &[Word::Se]) && u.is(at - 1, &[Word::Morning])) {
        period = Some(Period::Today);
    }
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
    // "aaj kisne paise diye": what came in on those days is known here, though not from whom.
    let who_paid = u.has(Word::Who)
        && u.has_any(&[Word::Given, Word::Paid, Word::Got])
        && u.has_any(&[
            Word::Paise,
            Word::Money,
            Word::Payment,
            Word::HowMuch,
            Word::Paid,
            Word::Today,
        ])
        && !u.has_any(&[Word::No, Word::Dont, Word::Taken]);
    if who_paid && period.is_none() {
        period = Some(Period::Today);
    }
    let made = u.is_question()
        && u.has(Word::Make)
        && u.has_any(&[Word::I, Word::Shop, Word::Mine])
        && period.is_some();
    if !sells && !days_account && !came_in && !made && !who_paid {
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
        ) || u.is(
            at,
            &[Word::From, Word::For, Word::Morning, Word::Evening, Word::Night],
        ) {
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
    fits: &[
        "total kitna baaki hai",
        "bazar me apna kul kitna paisa fasa hua hai",
        "sab customer mila ke udhari kitni banti hai",
        "add up everything the customers owe us and tell me",
        "totally how much amount we have to get from everyone",
    ],
    leaves: &["Rahul ka kitna baaki hai"],
};

/// "total kitna baaki hai".
fn total(u: &mut Utterance) -> Option<Found> {
    let owed = u.has_any(&[Word::Due, Word::Credit, Word::Draft, Word::Balance, Word::Owe])
        || u.has(Word::HowMuch) && (u.has_any(&[Word::Take, Word::Money]) || owed::how_much(u));
    let shop = u.has(Word::HowMuch) && u.has(Word::Shop);
    if !(u.has(Word::Total) || shop)
        || !owed
        || u.has_pronoun()
        || !u.nums.is_empty()
        || (0..u.len()).any(|at| u.is(at, &[Word::Write, Word::Put, Word::Add]) && !owed::is_standing(u, at))
    {
        return None;
    }
    for at in 0..u.len() {
        // "saare kisanon par kul kitna nikalta hai": all of some kind.
        let kind = at > 0 && u.is(at - 1, &[Word::All]) && u.nameable(at) && u.has(Word::Total);
        if owed::is_standing(u, at) || kind {
            u.take(at, at + 1, "total");
        }
    }
    (u.unexplained() == 0).then(|| u.found(Intent::TotalPending, Slots::default()))?
}

/// How [`balances`] is told from the other rules.
pub(super) const BALANCES: Rule = Rule {
    name: "balances",
    read: balances,
    fits: &[
        "sabka balance dikhao",
        "kis kis pe paisa chadha hai list nikaalo",
        "jin jin ka paisa atka hai unke naam batao",
        "udhari ki poori list nikaal do customer wise",
        "saare customers ka due ek saath dikha do",
    ],
    leaves: &["Rahul ka balance dikhao"],
};

/// "sabka balance dikhao", "kis kis ka udhaar baaki hai".
fn balances(u: &mut Utterance) -> Option<Found> {
    // "aaj kisne paise diye" asks who paid, and not who owes.
    if u.has(Word::Who)
        && u.has_any(&[Word::Given, Word::Paid, Word::Got])
        && !u.has_any(&[
            Word::No,
            Word::Dont,
            Word::Due,
            Word::Credit,
            Word::Owe,
            Word::Balance,
            Word::Hisaab,
            Word::Left,
        ])
        && !u.has_word(&["unpaid", "hasn't", "hasnt"])
    {
        return None;
    }
    let owed = u.has_any(&[Word::Balance, Word::Due, Word::Credit, Word::Owe, Word::Hisaab])
        || u.has(Word::Who) && u.has_any(&[Word::Given, Word::Paid, Word::Take])
        || u.has_any(&[Word::Money, Word::Paise, Word::Draft])
            && (0..u.len()).any(|at| owed::is_standing(u, at));
    let pending = u.has(Word::Draft) && u.has_any(&[Word::Money, Word::Paise, Word::Customer]);
    let owed = owed || u.has(Word::All) && (owed::how_much(u) || pending);
    let ordered = |at: usize| {
        let lists = u.has(Word::List) && u.word(at).starts_with("nik");
        u.is(at, &[Word::Write, Word::Put, Word::Add, Word::Remove]) && !lists && !owed::is_standing(u, at)
    };
    if !owed || !owed::everyone(u) || !u.nums.is_empty() || (0..u.len()).any(ordered) {
        return None;
    }
    for at in 0..u.len() {
        if owed::is_standing(u, at) || u.word(at) == "wise" || u.word(at) == "jin" {
            u.take(at, at + 1, "owed");
        }
    }
    (u.unexplained() == 0).then(|| u.found(Intent::ListBalances, Slots::default()))?
}
