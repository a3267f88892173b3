//! What is known of a customer: number, address, names, tax number – set, or asked for.

use super::people::OWNER;
use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::people::title_case;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// How [`tax_number`] is told from the other rules.
pub(super) const TAX_NUMBER: Rule = Rule {
    name: "tax number",
    read: tax_number,
    fits: &[
        "Om Enterprises ka GSTIN 27AABCM1234D1Z1 add karo",
        "the GSTIN for New Bombay Store is 24 AABFN 7788 K1Z2 please save it",
    ],
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

/// How [`contact`] is told from the other rules.
pub(super) const CONTACT: Rule = Rule {
    name: "customer's number",
    read: contact,
    fits: &[
        "Rahul ka number 9876543210 karo",
        "Shabnam ki email id shabnam dot k dot 88 at the rate gmail dot com daal do",
        "set her email as nandini underscore iyer at outlook dot in",
    ],
    leaves: &[
        "naya customer Priya 9876543210",
        "bill 9876543210 number pe bhej do",
        "Rahul ka number 9876543210 nahi hai",
    ],
};

/// "Rahul ka number 9876543210 karo": a number or an address that is said as such.
fn contact(u: &mut Utterance) -> Option<Found> {
    if u.has_any(&[
        Word::Bill,
        Word::Reminder,
        Word::Dont,
        Word::Stock,
        Word::Ne,
        Word::Send,
    ]) {
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
        // "number … nahi hai", "… galat hai": denied, and no other one said.
        if u.has_any(&[Word::No, Word::Wrong]) && !u.has_order(0) {
            return Some(super::unknown());
        }
        return u.found(Intent::UpdateCustomer, slots);
    }
    None
}

/// How [`update`] is told from the other rules.
pub(super) const UPDATE: Rule = Rule {
    name: "customer particulars",
    read: update,
    fits: &[
        "Chhotu ka asli naam Chhotelal Yadav hai naam badal do",
        "correct the name of Geetha Nair to Geetha Menon",
        "Vasanthi akka ko sab Vasu bulate hain nickname mein Vasu likh do",
        "Anthony ka ghar church ke saamne hai ye landmark save karo",
        "Gurdeep has shifted put bus stand as his landmark",
    ],
    leaves: &[
        "naya customer Priya 9876543210",
        "Rahul ka naam kya hai",
        "Rahul ke naam 500 likh do",
        "Rahul ka naam list mein hai",
        "Rahul ko sab ke saamne daanta",
    ],
};

/// "rename Karthik to Karthik Raja", "Ramesh ka nickname Chintu rakh do".
fn update(u: &mut Utterance) -> Option<Found> {
    if u.has_any(&[Word::Bill, Word::Reminder, Word::Dont, Word::Stock, Word::Ne]) {
        return None;
    }
    if u.is_question() || !u.nums.is_empty() || u.has(Word::No) {
        return None;
    }
    described(u).or_else(|| {
        u.reset();
        renamed(u)
    })
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
    for at in 0..u.len() {
        if matches!(
            u.word(at),
            "asli" | "original" | "actual" | "theek" | "correct" | "sahi"
        ) {
            u.take(at, at + 1, "name");
        }
    }
    // "the name of Geetha Nair to Geetha Menon"
    let of = u
        .find(&[Word::Name])
        .map(|at| at + 1)
        .filter(|at| u.is(*at, &[Word::Of]));
    if english {
        let at = (0..u.len()).find(|at| u.word(*at) == "rename")?;
        let person = u.person_after(at)?;
        u.take_person(person, &mut slots);
    } else if let Some(of) = of {
        let person = u.person_after(of)?;
        u.take_person(person, &mut slots);
    } else if !names_of(u, &mut slots) && !slots.pronoun {
        return None;
    }
    let sets = u.has_any(&[
        Word::Do,
        Word::Change,
        Word::Keep,
        Word::Set,
        Word::Write,
        Word::Save,
        Word::Put,
        Word::Be,
    ]);
    if !english && !(sets || of.is_some() && u.has(Word::To)) {
        return None;
    }
    slots.name = Some(remaining_words(u, "name").map(|words| title_case(&words))?);
    u.found(Intent::UpdateCustomer, slots)
}

/// "Rahul ka naam …": whose name it is. "Rahul ke naam …" books something on it.
fn names_of(u: &mut Utterance, slots: &mut Slots) -> bool {
    let booked = |at: usize| matches!(u.word(at), "ke" | "k") && u.is(at + 1, &[Word::Name]);
    !(0..u.len()).any(booked) && u.customer_before(&[Word::Ka, Word::Apostrophe], slots)
}

/// "Ramesh ka nickname Chintu rakh do", "her landmark is near the temple", "Rajendra ko sab Raju bulate hain".
fn described(u: &mut Utterance) -> Option<Found> {
    let landmark = u.has(Word::Landmark);
    let called = u.has_word(&[
        "bulate",
        "bulata",
        "bolte",
        "kehte",
        "kahte",
        "pukarte",
        "urf",
        "alias",
        "बुलाते",
        "बोलते",
        "कहते",
    ]) && u.has(Word::Ko)
        || u.has_word(&["urf", "alias"]);
    // "pyaar ka naam", "ghar ka naam": a nickname in three words.
    let fond = |at: &usize| {
        matches!(
            u.word(*at),
            "pyaar" | "pyar" | "ghar" | "bulane" | "pukarne" | "dular"
        ) && u.is(at + 1, &[Word::Ka])
            && u.is(at + 2, &[Word::Name])
    };
    let fond = (1..u.len()).find(fond);
    if let Some(at) = fond {
        u.take(at, at + 3, "nickname");
    }
    let nickname = u.has(Word::Nickname) || fond.is_some() || !landmark && called;
    if !landmark && !nickname {
        return None;
    }
    let mut slots = Slots {
        pronoun: u.has_pronoun(),
        ..Slots::default()
    };
    if landmark {
        for at in 0..u.len() {
            if matches!(
                u.word(at),
                "ghar" | "makan" | "house" | "home" | "shifted" | "rehta" | "rehti" | "rehte" | "lives"
            ) {
                u.take(at, at + 1, "landmark");
            }
        }
    }
    let found = u.customer_before(&[Word::Ka, Word::Apostrophe], &mut slots)
        || u.customer_after(&[Word::Of, Word::For], &mut slots)
        || nickname && u.customer_before(&[Word::Ko], &mut slots)
        || u.nameable(u.first()) && first_of_two(u, &mut slots);
    if !found && !slots.pronoun {
        return None;
    }
    let words = remaining_words(u, if landmark { "landmark" } else { "nickname" })?;
    if landmark {
        slots.landmark = Some(words);
    } else {
        slots.nickname = Some(title_case(&words));
    }
    // What everybody calls somebody is not yet to be noted.
    if fond.is_some()
        || u.has_any(&[
            Word::Nickname,
            Word::Landmark,
            Word::Write,
            Word::Save,
            Word::Keep,
        ])
    {
        u.found(Intent::UpdateCustomer, slots)
    } else {
        u.doubtful(Intent::UpdateCustomer, slots)
    }
}

/// "Gurdeep has shifted, put bus stand as his landmark": of two names the first is the customer's.
fn first_of_two(u: &mut Utterance, slots: &mut Slots) -> bool {
    let start = u.first();
    let end = (start..u.len()).find(|at| !u.nameable(*at)).unwrap_or(u.len());
    let another = (end..u.len()).any(|at| u.nameable(at));
    if !another {
        return false;
    }
    slots.customer = Some(u.name_of(start, end));
    u.take(start, end, "customer");
    true
}

/// The first run of words that nothing explains; where it is said twice, both times.
fn remaining_words(u: &mut Utterance, slot: &'static str) -> Option<String> {
    let start = (0..u.len()).find(|at| u.nameable(*at))?;
    let end = (start..u.len()).find(|at| !u.nameable(*at)).unwrap_or(u.len());
    let words: Vec<String> = (start..end).map(|at| u.word(at).to_owned()).collect();
    u.take(start, end, slot);
    for at in end..u.len() {
        if u.nameable(at) && words.iter().any(|word| word == u.word(at)) {
            u.take(at, at + 1, slot);
        }
    }
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
        "Moideen Kutty ka phone number nikalo zara",
        "can you pull up the details for Jaswinder",
        "Ramesh kaun hai",
        "who is Karthik",
    ],
    leaves: &[
        "Rahul ka balance batao",
        "Mohan ne do baar phone kiya",
        "who is the prime minister of India",
        "darwaze pe kaun hai",
        "Rahul ka number hata do",
    ],
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
    ]) || u.has(Word::About) && u.has_any(&[Word::Tell, Word::Show, Word::Give])
        || (1..u.len()).any(|at| u.word(at) == "pata" && u.is(at - 1, &[Word::Ka, Word::PronounKa]));
    // "uska number hai apne paas"
    let at_hand = u.has(Word::Be) && u.has_word(&["paas", "saved"]);
    let asks = at_hand
        || u.has_any(&[Word::Show, Word::Tell, Word::Question, Word::Give, Word::Find])
        || u.has_word(&[
            "chahiye",
            "chaiye",
            "चाहिए",
            "nikal",
            "nikalo",
            "nikaal",
            "nikaalo",
            "nikaldo",
            "nikalna",
            "nikaliye",
            "pull",
            "bring",
        ]);
    let shown = u.has(Word::Customer) && u.has(Word::Show) && !u.has_any(&[Word::All, Word::List, Word::Who]);
    let finds = (u.has(Word::Find) || shown) && !u.has_any(&[Word::Bill, Word::Stock]);
    let who = asks_who(u);
    if !(particulars && asks || finds || who)
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
    // "number nikalo" shows it, "number hata do" takes it away.
    let taken_away = (0..u.len()).any(|at| u.is(at, &[Word::Remove]) && !u.word(at).starts_with("nik"));
    if u.has(Word::Put) || taken_away {
        return None;
    }
    for at in 0..u.len() {
        if matches!((u.word(at), u.word(at + 1)), ("pull" | "bring", "up")) {
            u.take(at, at + 2, "customer");
        }
    }
    let mut slots = Slots::default();
    u.customer(
        &OWNER,
        &[Word::Of, Word::Customer, Word::Find, Word::For],
        &mut slots,
    );
    (slots.customer.is_some() || slots.pronoun).then(|| u.found(Intent::FetchCustomer, slots))?
}

/// "Ramesh kaun hai": somebody's name and who that is, and nothing more.
fn asks_who(u: &Utterance) -> bool {
    let who = (0..u.len()).find(|at| matches!(u.word(*at), "kaun" | "kon" | "koun" | "who"));
    let Some(who) = who.filter(|at| !matches!(u.word(at + 1), "sa" | "si" | "se")) else {
        return false;
    };
    let names = (0..u.len()).filter(|at| u.nameable(*at)).count();
    let plain = (0..u.len()).all(|at| {
        at == who
            || u.nameable(at)
            || u.is(
                at,
                &[
                    Word::Be,
                    Word::Filler,
                    Word::Honorific,
                    Word::Mister,
                    Word::This,
                    Word::That,
                    Word::Customer,
                    Word::Tell,
                    Word::ToMe,
                ],
            )
    });
    plain && (1..=3).contains(&names) && !u.has_any(&[Word::Got])
}
