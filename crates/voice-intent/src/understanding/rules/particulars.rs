//! What is known of a customer: number, address, tax number – set, or asked for.

use super::people::OWNER;
use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
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
    if u.has_any(&[Word::Bill, Word::Reminder, Word::Dont, Word::Stock, Word::Send]) {
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
        // "Bansal ji ne naya number liya hai"
        let new = u.has_any(&[Word::New, Word::Change, Word::Save, Word::Write]);
        if u.has(Word::Ne) && !new {
            return None;
        }
        let owners = [Word::Ka, Word::Apostrophe, Word::Ko, Word::Ne];
        u.customer(&owners, &[Word::Of, Word::For], &mut slots);
        // "number … nahi hai", "… galat hai": denied, and no other one said.
        if u.has_any(&[Word::No, Word::Wrong]) && !u.has_order(0) {
            return Some(super::unknown());
        }
        return u.found(Intent::UpdateCustomer, slots);
    }
    None
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
    ]) || u.has(Word::Data) && !u.has(Word::Remove)
        || u.has(Word::About) && u.has_any(&[Word::Tell, Word::Show, Word::Give])
        || (1..u.len()).any(|at| u.word(at) == "pata" && u.is(at - 1, &[Word::Ka, Word::PronounKa]));
    // "uska number hai apne paas"
    let at_hand = u.has(Word::Be) && u.has_word(&["paas", "saved"]);
    let profile = u.has(Word::Data) && u.has_any(&[Word::Show, Word::Open, Word::Tell]);
    let asks = at_hand
        || profile
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
