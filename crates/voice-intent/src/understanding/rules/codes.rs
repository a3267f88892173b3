//! What the machine asked for and is now told: a one-time code, an e-mail address.

use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

/// How [`otp`] is told from the other rules.
pub(super) const OTP: Rule = Rule {
    name: "otp",
    read: otp,
    fits: &[
        "OTP 4 8 2 9 1 0",
        "code hai 482910",
        "otp no 30 45 61",
        "the one time password is eight zero two four double three",
        "my otp says zero zero seven one nine five",
    ],
    leaves: &[
        "500 500 rupaye",
        "Rahul ka number 482910 karo",
        "OTP 482910 kisi ko mat batana",
        "Rahul ko code 482910 bhej do",
    ],
};

/// Six digits, with or without the word code.
fn otp(u: &mut Utterance) -> Option<Found> {
    let code = u.take_otp()?;
    let named = u.has(Word::Otp) || u.has_word(&["password", "passcode", "pin", "पासवर्ड", "पिन"]);
    let bare = |at: usize| {
        u.is(
            at,
            &[
                Word::Filler,
                Word::Yes,
                Word::It,
                Word::This,
                Word::Be,
                Word::Apostrophe,
            ],
        )
    };
    if !named && (0..u.len()).any(|at| u.free(at) && !bare(at)) {
        return None;
    }
    let fits = u.only_light(
        &[
            Word::Otp,
            Word::Number,
            Word::Sms,
            Word::Pe,
            Word::Mine,
            Word::From,
            Word::Phone,
            Word::Upi,
            Word::He,
            Word::Send,
        ],
        &[
            "texted",
            "text",
            "verification",
            "security",
            "password",
            "passcode",
            "pin",
            "one",
            "time",
            "bank",
            "six",
            "digit",
        ],
    );
    (fits && !u.has_any(&[Word::No, Word::Dont])).then(|| {
        u.short(
            Intent::ProvideOtp,
            Slots {
                otp: Some(code),
                ..Slots::default()
            },
        )
    })?
}

/// How [`email`] is told from the other rules.
pub(super) const EMAIL: Rule = Rule {
    name: "email",
    read: email,
    fits: &[
        "rahul at gmail dot com",
        "email hai rahul@gmail.com",
        "mail id newbombaystore at gmail.com",
        "haan likhiye j o s e p h underscore mathew at the rate yahoo dot co dot in",
        "मेल आईडी है रोहित अंडरस्कोर बंसल एट याहू डॉट इन",
    ],
    leaves: &[
        "Rahul ka email rahul@gmail.com kar do",
        "set her email as nandini underscore iyer at outlook dot in",
        "bill rahul@gmail.com pe bhej do",
    ],
};

/// An address and nothing else.
fn email(u: &mut Utterance) -> Option<Found> {
    let address = u.take_email()?;
    // What is to be set belongs to somebody.
    let sets = u.has_any(&[Word::Set, Word::Change, Word::Save, Word::Keep, Word::Add])
        || u.has_pronoun() && u.has_any(&[Word::Do, Word::Put]);
    let fits = u.only_light(
        &[
            Word::Email,
            Word::Name,
            Word::Details,
            Word::Apostrophe,
            Word::Mine,
            Word::Her,
            Word::Wala,
            Word::And,
        ],
        &[
            "id", "address", "it's", "aidi", "gmail", "small", "letters", "sab", "capital",
        ],
    );
    (fits && !sets && !u.has_any(&[Word::No, Word::Dont])).then(|| {
        u.short(
            Intent::ProvideEmail,
            Slots {
                email: Some(address),
                ..Slots::default()
            },
        )
    })?
}
