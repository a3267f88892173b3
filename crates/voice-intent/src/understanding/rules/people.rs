//! Customers: new ones, their particulars, and their going.

use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::people::title_case;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// Before these stands the customer whose particulars are meant.
const OWNER: [Word; 3] = [Word::Ka, Word::Apostrophe, Word::Ko];

/// How [`create`] is told from the other rules.
pub(super) const CREATE: Rule = Rule {
    name: "new customer",
    read: create,
    fits: &[
        "naya customer Priya 9876543210",
        "add customer Ramesh",
        "ek naya customer hai Pappu uska naam likh lo",
    ],
    leaves: &["Rahul ka number 9876543210 karo", "customer list dikhao"],
};

/// "naya customer Priya 9876543210".
fn create(u: &mut Utterance) -> Option<Found> {
    let new = u.has_any(&[Word::New, Word::Add, Word::Open, Word::Make])
        || u.has(Word::Customer) && u.has(Word::Put);
    let subject = u.has(Word::Customer)
        || u.has(Word::Khata) && u.has(Word::New)
        || u.has(Word::Khata) && u.has(Word::Open);
    if !subject
        || !new
        || u.has_any(&[
            Word::Bill,
            Word::Remove,
            Word::Dont,
            Word::No,
            Word::Gst,
            Word::TaxNumber,
        ])
        || u.is_question()
    {
        return None;
    }
    // "ek naya customer": an article, no opening balance.
    if let Some(one) = u
        .nums
        .iter()
        .copied()
        .find(|num| num.milli == 1_000 && u.is(num.end, &[Word::New, Word::Customer, Word::Khata]))
    {
        u.take(one.start, one.end, "name");
    }
    let mut slots = Slots {
        phone: u.take_phone(),
        ..Slots::default()
    };
    if u.has(Word::Email) {
        slots.email = u.take_email();
    }
    if u.is_vague() || !u.take_amount(&mut slots) {
        return None;
    }
    let mut named = Slots::default();
    let found = u.customer_before(&[Word::Name, Word::Ko], &mut named)
        || u.customer_after(&[Word::Name, Word::Customer, Word::Khata, Word::Add], &mut named)
        || u.leftover_customer(&mut named);
    if !found {
        return None;
    }
    slots.name = named.customer;
    slots.landmark = named.landmark;
    u.found(Intent::CreateCustomer, slots)
}

/// How [`tax_number`] is told from the other rules.
pub(super) const TAX_NUMBER: Rule = Rule {
    name: "tax number",
    read: tax_number,
    fits: &["Om Enterprises ka GSTIN 27AABCM1234D1Z1 add karo"],
    leaves: &["GST hata do", "Rahul ka number 9876543210 karo"],
};

/// "Balaji Traders ka GSTIN 29AAKCB4321L1ZG save karo".
fn tax_number(u: &mut Utterance) -> Option<Found> {
    let mut slots = Slots {
        gstin: u.take_gstin(),
        ..Slots::default()
    };
    slots.gstin.as_ref()?;
    u.customer(&OWNER, &[Word::For, Word::Of, Word::To], &mut slots);
    u.found(Intent::UpdateCustomer, slots)
}

/// How [`delete`] is told from the other rules.
pub(super) const DELETE: Rule = Rule {
    name: "delete customer",
    read: delete,
    fits: &["Rahul ka data delete karo", "Pappu ka poora record hata do"],
    leaves: &["Rahul ka bill delete karo", "bread hata do"],
};

/// "Rahul ka data delete karo", "Farhan ko customer list se hata do".
fn delete(u: &mut Utterance) -> Option<Found> {
    let closes = u.has(Word::Khata) && (u.has(Word::Stop));
    let target = u.has_any(&[
        Word::Customer,
        Word::Data,
        Word::Khata,
        Word::Details,
        Word::Record,
    ]);
    if !target
        || !(u.has(Word::Remove) || closes)
        || u.has_any(&[Word::Dont, Word::No, Word::Bill])
        || u.is_question()
        || !u.nums.is_empty()
    {
        return None;
    }
    if u.has_any(&[Word::Phone, Word::Email, Word::Number])
        || u.has(Word::All) && !u.has_any(&[Word::Data, Word::Khata, Word::Record, Word::Details])
    {
        return None;
    }
    let mut slots = Slots::default();
    u.customer(&OWNER, &[Word::Customer, Word::Of, Word::For], &mut slots);
    if slots.customer.is_none() && !slots.pronoun {
        return u.doubtful(Intent::DeleteCustomer, slots);
    }
    u.found(Intent::DeleteCustomer, slots)
}

/// How [`update`] is told from the other rules.
pub(super) const UPDATE: Rule = Rule {
    name: "customer particulars",
    read: update,
    fits: &["Rahul ka number 9876543210 karo"],
    leaves: &["naya customer Priya 9876543210"],
};

/// "Rahul ka number 9876543210 karo", "rename Karthik to Karthik Raja".
fn update(u: &mut Utterance) -> Option<Found> {
    if u.has_any(&[Word::Bill, Word::Reminder, Word::Dont, Word::Stock, Word::Ne]) {
        return None;
    }
    let mut slots = Slots::default();
    if u.has_any(&[Word::Email])
        || u.toks
            .iter()
            .any(|tok| tok.kind == execora_text::tokens::Kind::Email)
    {
        slots.email = u.take_email();
    }
    if slots.email.is_none() {
        slots.phone = u.take_phone();
    }
    if slots.email.is_some() || slots.phone.is_some() {
        if !u.has_any(&[Word::Number, Word::Phone, Word::Email]) || !u.free_nums().is_empty() {
            return None;
        }
        u.customer(&OWNER, &[Word::Of, Word::For], &mut slots);
        return u.found(Intent::UpdateCustomer, slots);
    }
    if u.is_question() || !u.nums.is_empty() || u.has(Word::No) {
        return None;
    }
    renamed(u).or_else(|| described(u))
}

/// "Rahul ka naam badal ke Rahul Verma kar do".
fn renamed(u: &mut Utterance) -> Option<Found> {
    let english = u.has_word(&["rename"]);
    if !english && !u.has(Word::Name) {
        return None;
    }
    let mut slots = Slots {
        pronoun: u.has_pronoun(),
        ..Slots::default()
    };
    if english {
        let at = (0..u.len()).find(|at| u.word(*at) == "rename")?;
        let person = u.person_after(at)?;
        u.take_person(person, &mut slots);
    } else if !u.customer_before(&[Word::Ka, Word::Apostrophe], &mut slots) && !slots.pronoun {
        return None;
    }
    if !english && !u.has_any(&[Word::Do, Word::Change, Word::Keep, Word::Set]) {
        return None;
    }
    slots.name = Some(remaining_words(u, "name").map(|words| title_case(&words))?);
    u.found(Intent::UpdateCustomer, slots)
}

/// "Ramesh ka nickname Chintu rakh do", "her landmark is near the temple".
fn described(u: &mut Utterance) -> Option<Found> {
    let landmark = u.has(Word::Landmark);
    if !landmark && !u.has(Word::Nickname) {
        return None;
    }
    let mut slots = Slots {
        pronoun: u.has_pronoun(),
        ..Slots::default()
    };
    let found = u.customer_before(&[Word::Ka, Word::Apostrophe], &mut slots)
        || u.customer_after(&[Word::Of, Word::For], &mut slots);
    if !found && !slots.pronoun {
        return None;
    }
    let words = remaining_words(u, if landmark { "landmark" } else { "nickname" })?;
    if landmark {
        slots.landmark = Some(words);
    } else {
        slots.nickname = Some(title_case(&words));
    }
    u.found(Intent::UpdateCustomer, slots)
}

fn remaining_words(u: &mut Utterance, slot: &'static str) -> Option<String> {
    let start = (0..u.len()).find(|at| u.nameable(*at))?;
    let end = (start..u.len()).find(|at| !u.nameable(*at)).unwrap_or(u.len());
    let words: Vec<String> = (start..end).map(|at| u.word(at).to_owned()).collect();
    u.take(start, end, slot);
    Some(words.join(" "))
}

/// How [`fetch`] is told from the other rules.
pub(super) const FETCH: Rule = Rule {
    name: "fetch customer",
    read: fetch,
    fits: &[
        "Rahul ki details batao",
        "Pooja ka record dikhao",
        "Ganga ke bare mein batao",
        "Ganga ki jankari chahiye",
    ],
    leaves: &["Rahul ka balance batao", "Mohan ne do baar phone kiya"],
};

/// "Rahul ki details batao", "Suresh ka number kya hai".
fn fetch(u: &mut Utterance) -> Option<Found> {
    let particulars = u.has_any(&[
        Word::Details,
        Word::Phone,
        Word::Email,
        Word::Number,
        Word::TaxNumber,
        Word::Record,
    ]) || u.has(Word::About) && u.has(Word::Tell);
    let asks = u.has_any(&[Word::Show, Word::Tell, Word::Question, Word::Give, Word::Find])
        || u.has_word(&["chahiye", "chaiye", "चाहिए"]);
    let shown = u.has(Word::Customer) && u.has(Word::Show) && !u.has_any(&[Word::All, Word::List, Word::Who]);
    let finds = (u.has(Word::Find) || shown) && !u.has_any(&[Word::Bill, Word::Stock]);
    if !(particulars && asks || finds)
        || !u.nums.is_empty()
        || u.has_any(&[
            Word::Bill,
            Word::Dont,
            Word::Otp,
            Word::Call,
            Word::Payment,
            Word::Due,
            Word::Balance,
            Word::Ne,
            Word::Cut,
        ])
    {
        return None;
    }
    if u.has(Word::Put) {
        return None;
    }
    let mut slots = Slots::default();
    u.customer(
        &OWNER,
        &[Word::Of, Word::Customer, Word::Find, Word::For],
        &mut slots,
    );
    (slots.customer.is_some() || slots.pronoun).then(|| u.found(Intent::FetchCustomer, slots))?
}
