//! Money owed and paid: payments, credit, balances, statements and the day's figures.

use super::Found;
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// Before these stands the customer of an account.
const OWNER: [Word; 4] = [Word::Ka, Word::Apostrophe, Word::Se, Word::Ko];

/// "Amit ka pichle mahine ka hisaab bhejo".
pub(super) fn statement(u: &mut Utterance) -> Option<Found> {
    let written = u.has(Word::Statement);
    let span = u.has_any(&[Word::Week, Word::Month, Word::Year, Word::Last])
        || u.toks
            .iter()
            .any(|tok| matches!(tok.tag, Some(Word::MonthName(_))));
    let account = u.has_any(&[Word::Hisaab, Word::Khata])
        && (span || u.has(Word::All) || u.has(Word::Send))
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
            Word::Remove,
            Word::Stop,
        ])
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
        &[Word::Of, Word::To, Word::Send, Word::For],
        &mut slots,
    );
    if slots.customer.is_none() && !slots.pronoun && !written {
        return None;
    }
    u.found(Intent::FetchStatement, slots)
}

/// "aaj kitna sale hua".
pub(super) fn summary(u: &mut Utterance) -> Option<Found> {
    if u.has_any(&[
        Word::Bill,
        Word::Due,
        Word::Credit,
        Word::Balance,
        Word::Reminder,
        Word::Stock,
        Word::Put,
        Word::Add,
        Word::Write,
    ]) {
        return None;
    }
    let sells = u.has_any(&[Word::Sale, Word::Summary]) || u.has(Word::Sell) && u.is_question();
    let period = u.take_period(false);
    let days_account = u.has(Word::Hisaab) && (period.is_some() || u.has(Word::Day));
    if !sells && !days_account {
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

/// "total kitna baaki hai".
pub(super) fn total(u: &mut Utterance) -> Option<Found> {
    let owed = u.has_any(&[Word::Due, Word::Credit, Word::Draft, Word::Balance])
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

/// "sabka balance dikhao", "kis kis ka udhaar baaki hai".
pub(super) fn balances(u: &mut Utterance) -> Option<Found> {
    let owed = u.has_any(&[Word::Balance, Word::Due, Word::Credit, Word::Owe, Word::Hisaab])
        || u.has(Word::Who) && u.has_any(&[Word::Given, Word::Paid, Word::Take]);
    let everyone = u.has_any(&[Word::All, Word::Who, Word::List, Word::People]);
    if !owed
        || !everyone
        || !u.nums.is_empty()
        || u.has_any(&[Word::Write, Word::Put, Word::Add, Word::Remove])
    {
        return None;
    }
    (u.unexplained() == 0).then(|| u.found(Intent::ListBalances, Slots::default()))?
}

/// "what's Suresh's balance", "Ramesh ka kitna baaki hai".
pub(super) fn balance(u: &mut Utterance) -> Option<Found> {
    let account = u.has_any(&[
        Word::Balance,
        Word::Due,
        Word::Owe,
        Word::Hisaab,
        Word::Credit,
        Word::Khata,
    ]) || u.has(Word::Draft) && u.has(Word::HowMuch);
    let take = u.has(Word::HowMuch)
        && (u.has(Word::Take)
            || u.has(Word::Paid) && !u.has(Word::Ne)
            || u.has(Word::Give) && u.has_any(&[Word::Ko, Word::Ne]));
    let any = u.has(Word::Due) && u.has_word(&["any"]);
    let asks = u.is_question()
        || u.has_any(&[Word::Show, Word::Tell])
        || u.has(Word::Give) && u.has(Word::Hisaab)
        || u.has(Word::Balance)
        || u.has_word(&["outstanding", "dues"]);
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

/// Which way the money went.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    In,
    Out,
    /// Given to the customer without a word of credit: asked back.
    PerhapsOut,
}

/// "Suresh ne 500 UPI kiya", "Bharat ke khate mein 400 likh do".
pub(super) fn money(u: &mut Utterance) -> Option<Found> {
    if u.has_any(&[
        Word::Bill,
        Word::Reminder,
        Word::Rate,
        Word::Stock,
        Word::Percent,
        Word::Minute,
        Word::Hour,
        Word::Call,
    ]) || u.toks.iter().any(|tok| matches!(tok.tag, Some(Word::Unit(_))))
    {
        return None;
    }
    let way = direction(u)?;
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
    if !u.take_amount(&mut slots) {
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
    if slots.amount.is_none() && (slots.customer.is_none() || !u.has(Word::Payment)) {
        return None;
    }
    if slots.customer.is_none() && !slots.pronoun || way == Way::PerhapsOut {
        return u.doubtful(intent, slots);
    }
    u.found(intent, slots)
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
        return said.then_some(Way::Out);
    }
    if english_out {
        return Some(Way::Out);
    }
    if u.has(Word::Due) && writes && !u.nums.is_empty() {
        return Some(Way::Out);
    }
    if u.has_any(&[Word::Khata, Word::Hisaab]) && writes
        || u.has(Word::On) && writes && !u.nums.is_empty()
        || u.has(Word::Name) && writes && !u.nums.is_empty()
    {
        return Some(Way::Out);
    }
    money_in(u, ne)
}

fn money_in(u: &Utterance, ne: bool) -> Option<Way> {
    let paid = (0..u.len()).any(|at| u.is(at, &[Word::Paid]) && (u.word(at) != "pay" || at > 0 && u.nameable(at - 1)));
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
    if u.has(Word::Taken) {
        if u.has_any(&[Word::Se, Word::PronounSe]) && !ne {
            return Some(Way::In);
        }
        return (ne && !u.nums.is_empty()).then_some(Way::PerhapsOut);
    }
    if u.has(Word::Ko) && u.has(Word::Given) && (!ne || u.has_word(&["maine", "humne"])) {
        return Some(Way::PerhapsOut);
    }
    if received && (!u.nums.is_empty()) {
        return Some(Way::In);
    }
    if ne && (gave || mode) && (!u.nums.is_empty() || u.has(Word::Payment)) {
        return Some(Way::In);
    }
    let gave = (1..u.len()).any(|at| u.word(at) == "gave" && u.nameable(at - 1));
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
    if end - start > 3 || !u.is(end, &[Word::Ka]) {
        return None;
    }
    let words: Vec<String> = (start..end).map(|at| u.word(at).to_owned()).collect();
    u.take(start, end, "note");
    Some(words.join(" "))
}
