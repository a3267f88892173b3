//! What a customer is called, and what tells them from others: another name, a nickname, a landmark.

use super::{Found, Rule};
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::people::title_case;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::Utterance;

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
    let sets = sets || english || of.is_some() && u.has(Word::To);
    if !sets {
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
    for at in 0..u.len() {
        if matches!(u.word(at), "urf" | "alias") {
            u.take(at, at + 1, "nickname");
        }
    }
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
