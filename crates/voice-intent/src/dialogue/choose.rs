//! Answering a choice in words: by name, landmark or the last digits of the phone.

use execora_text::numbers::read_number;
use execora_text::tokens::{Kind, tokenise};

use super::reply::{Choice, ClarifyOption};
use crate::understanding::{Intent, Tagged, Word, tagged};

const DIGITS_MIN: usize = 2;

/// Words around an answer that do not choose.
fn is_around(word: &Tagged) -> bool {
    word.is_any(&[
        Word::Wala,
        Word::Ka,
        Word::Ko,
        Word::Se,
        Word::Mein,
        Word::Place,
        Word::From,
        Word::With,
        Word::At,
        Word::In,
        Word::Of,
        Word::That,
        Word::This,
        Word::It,
        Word::I,
        Word::Be,
        Word::Yes,
        Word::Okay,
        Word::Honorific,
        Word::Article,
        Word::Filler,
        Word::Ordinary,
        Word::Number,
        Word::Phone,
        Word::Select,
        Word::Take,
        Word::Do,
        Word::Give,
        Word::Bill,
        Word::Draft,
        Word::Customer,
    ]) || word.spelt(&["one", "digits", "ending", "mean", "jo"])
}

/// Words that choose the customer who is to be made.
fn is_new(word: &Tagged) -> bool {
    word.is_any(&[Word::New, Word::Make]) || word.spelt(&["nai", "nayaa"])
}

/// Ordinals that may stand beside a name: "doosre wale Ramesh".
fn ordinal(word: &Tagged) -> Option<i32> {
    match word.is? {
        Word::Ordinal(place) => Some(i32::from(place)),
        Word::Last if word.spelt(&["last", "aakhri", "akhri", "aakhiri", "akhiri"]) => Some(-1),
        _ => None,
    }
}

/// The option that the words fit, when they fit exactly one and every word that tells something fits it.
pub(super) fn by_words(text: &str, options: &[ClarifyOption]) -> Option<usize> {
    let words = tagged(text);
    // A word that is somebody's name or landmark tells, whatever else it may be.
    let known = |word: &Tagged| options.iter().any(|option| fits(word, &option.value));
    let tells = |word: &&Tagged| ordinal(word).is_none() && (!is_around(word) || known(word));
    let telling: Vec<&Tagged> = words.iter().filter(tells).collect();
    let mut fitting = options
        .iter()
        .filter(|option| telling.iter().all(|t| fits(t, &option.value)));
    match (fitting.next(), fitting.next()) {
        (Some(one), None) if !telling.is_empty() => Some(one.index),
        // The words fit several: an ordinal decides, but only among all, as they were read out.
        (Some(_), Some(_)) => {
            let mut said = words.iter().filter_map(ordinal);
            let index = by_number(said.next()?, options)?;
            said.next().is_none().then_some(index)
        }
        _ => None,
    }
}

/// "koi nahi", "inme se koi nahi", "none of these".
pub(super) fn is_none_of_them(text: &str) -> bool {
    let words = tagged(text);
    let around = |word: &Tagged| {
        word.is_any(&[
            Word::No,
            Word::Filler,
            Word::Ordinary,
            Word::In,
            Word::Mein,
            Word::Se,
            Word::Of,
            Word::This,
            Word::That,
            Word::Be,
            Word::PronounKo,
        ]) || word.spelt(&["koi", "inme", "inmein", "none", "neither"])
    };
    let spelt = |wanted: &[&str]| words.iter().any(|word| word.spelt(wanted));
    let denies = words.iter().any(|word| word.is_any(&[Word::No]));
    words.iter().all(around) && (spelt(&["none", "neither"]) || spelt(&["koi"]) && denies)
}

fn fits(token: &Tagged, choice: &Choice) -> bool {
    match choice {
        Choice::Customer(customer) => {
            let words = [Some(&customer.name), customer.landmark.as_ref()];
            words
                .into_iter()
                .flatten()
                .any(|text| has_word(text, &token.word))
                || customer
                    .phone_last4
                    .as_deref()
                    .is_some_and(|last4| ends(last4, token))
        }
        // The name alone stands for those who are in the book; "new" has to be said.
        Choice::NewCustomer(_) => is_new(token),
        Choice::Product(product) => has_word(&product.name, &token.word),
        // "udhaar ya jama?": by what is done.
        Choice::Reading { intent, .. } => match intent {
            Intent::AddCredit => token.is_any(&[Word::Credit, Word::Write, Word::Khata]),
            Intent::AddPayment => token.is_any(&[Word::Deposit, Word::Payment, Word::Paid, Word::Got]),
            _ => false,
        },
        Choice::Draft(draft) => {
            draft
                .customer_name
                .as_deref()
                .is_some_and(|name| has_word(name, &token.word))
                || (token.kind == Kind::Figure && rupees(draft.total.paise()) == token.word)
        }
    }
}

fn rupees(paise: i64) -> String {
    (paise / 100).to_string()
}

pub(super) fn has_word(text: &str, word: &str) -> bool {
    tokenise(text).iter().any(|token| alike(&token.word, word))
}

/// The same word in two usual spellings: doubled letters and a final a do not tell words apart.
pub(super) fn alike(a: &str, b: &str) -> bool {
    a == b || (a.len() > 2 && folded(a) == folded(b))
}

fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word
        .replace("ee", "i")
        .replace("oo", "u")
        .replace('w', "v")
        .chars()
    {
        if !out.ends_with(c) {
            out.push(c);
        }
    }
    if out.len() > 3 && out.ends_with('a') {
        out.pop();
    }
    out
}

fn ends(last4: &str, token: &Tagged) -> bool {
    token.kind == Kind::Figure && token.word.len() >= DIGITS_MIN && last4.ends_with(token.word.as_str())
}

/// A number and nothing else: "2", "number do", "option 1". Digits of a phone are none.
pub(super) fn bare_number(text: &str) -> Option<i32> {
    let said = tagged(text);
    let around = |word: &&Tagged| {
        word.is_any(&[Word::Number, Word::Option, Word::Wala]) || word.spelt(&["no", "nambar"])
    };
    let words: Vec<&str> = said
        .iter()
        .filter(|word| !around(word))
        .map(|word| word.word.as_str())
        .collect();
    let figures = words
        .iter()
        .filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    if figures.into_iter().any(|figure| figure.len() > 1) {
        return None;
    }
    let number = read_number(&words).filter(|number| number.words == words.len() && !number.vague)?;
    (number.milli % 1_000 == 0).then_some(())?;
    i32::try_from(number.milli / 1_000).ok()
}

/// The option that a spoken or pressed number means: from one, the last is −1.
pub(super) fn by_number(index: i32, options: &[ClarifyOption]) -> Option<usize> {
    let wanted = if index == -1 {
        options.len()
    } else {
        usize::try_from(index).ok()?
    };
    (1..=options.len()).contains(&wanted).then_some(wanted)
}
