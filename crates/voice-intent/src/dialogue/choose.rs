//! Answering a choice in words: by name, landmark or the last digits of the phone.

use execora_text::numbers::read_number;
use execora_text::tokens::{Kind, Token, tokenise};

use super::reply::{Choice, ClarifyOption};

/// Words around an answer that do not choose.
const FILLERS: &[&str] = &[
    "wala", "wale", "wali", "waala", "waali", "vala", "vali", "ka", "ki", "ke", "ko", "se", "mein", "me",
    "jo", "wo", "woh", "vo", "vah", "voh", "hai", "haan", "han", "ha", "ji", "bhai", "sahab", "the", "one",
    "from", "near", "with", "at", "in", "of", "yes", "number", "phone", "digits", "ending", "i", "mean",
    "matlab", "yaani", "please", "choose", "select", "chuno", "chun", "lo", "karo", "kar", "do", "bill",
    "draft", "customer", "grahak",
];
/// Words that choose the customer who is to be made.
const NEW: &[&str] = &[
    "naya", "nayaa", "nai", "nayi", "new", "naye", "create", "banao", "bana",
];
const DIGITS_MIN: usize = 2;

/// Ordinals that may stand beside a name: "doosre wale Ramesh".
const ORDINALS: &[(&[&str], i32)] = &[
    (&["pehla", "pehle", "pehli", "pahla", "pahle", "first"], 1),
    (
        &["doosra", "doosre", "doosri", "dusra", "dusre", "dusri", "second"],
        2,
    ),
    (&["teesra", "teesre", "teesri", "tisra", "tisre", "third"], 3),
    (&["chautha", "chauthe", "chauthi", "fourth"], 4),
    (&["paanchva", "panchva", "paanchve", "fifth"], 5),
    (&["aakhri", "akhri", "last"], -1),
];

fn ordinal(word: &str) -> Option<i32> {
    ORDINALS
        .iter()
        .find(|(words, _)| words.contains(&word))
        .map(|(_, index)| *index)
}

/// The option that the words fit, when they fit exactly one and every word that tells something fits it.
pub(super) fn by_words(text: &str, options: &[ClarifyOption]) -> Option<usize> {
    let tokens = tokenise(text);
    let tells = |token: &&Token| !FILLERS.contains(&token.word.as_str()) && ordinal(&token.word).is_none();
    let telling: Vec<&Token> = tokens.iter().filter(tells).collect();
    let mut fitting = options
        .iter()
        .filter(|option| telling.iter().all(|t| fits(t, &option.value)));
    match (fitting.next(), fitting.next()) {
        (Some(one), None) if !telling.is_empty() => Some(one.index),
        // The words fit several: an ordinal decides, but only among all, as they were read out.
        (Some(_), Some(_)) => {
            let mut said = tokens.iter().filter_map(|token| ordinal(&token.word));
            let index = by_number(said.next()?, options)?;
            said.next().is_none().then_some(index)
        }
        _ => None,
    }
}

/// "koi nahi", "inme se koi nahi", "none of these".
pub(super) fn is_none_of_them(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "koi", "nahi", "nahin", "bhi", "inme", "inmein", "in", "mein", "me", "se", "none", "of", "these",
        "them", "ye", "yeh", "hai", "neither",
    ];
    let tokens = tokenise(text);
    let says = |words: &[&str]| tokens.iter().any(|token| words.contains(&token.word.as_str()));
    let whole = tokens.iter().all(|token| WORDS.contains(&token.word.as_str()));
    whole && (says(&["none", "neither"]) || says(&["koi"]) && says(&["nahi", "nahin"]))
}

fn fits(token: &Token, choice: &Choice) -> bool {
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
        Choice::NewCustomer(_) => NEW.contains(&token.word.as_str()),
        Choice::Product(product) => has_word(&product.name, &token.word),
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

fn has_word(text: &str, word: &str) -> bool {
    tokenise(text).iter().any(|token| alike(&token.word, word))
}

/// The same word in two usual spellings: doubled letters and a final a do not tell words apart.
fn alike(a: &str, b: &str) -> bool {
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

fn ends(last4: &str, token: &Token) -> bool {
    token.kind == Kind::Figure && token.word.len() >= DIGITS_MIN && last4.ends_with(token.word.as_str())
}

/// A number and nothing else: "2", "number do", "option 1". Digits of a phone are none.
pub(super) fn bare_number(text: &str) -> Option<i32> {
    let tokens = tokenise(text);
    let around = ["number", "nambar", "no", "option", "wala", "wale", "wali"];
    let words: Vec<&str> = tokens
        .iter()
        .map(|token| token.word.as_str())
        .filter(|word| !around.contains(word))
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
