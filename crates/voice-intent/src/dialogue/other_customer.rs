//! The bill that was read back is for somebody else: "Neha ke liye", "Tarun nahi Neha", "customer badal kar Neha kar do".

use execora_text::numbers::read_number;
use execora_text::tokens::Kind;

use super::choose::has_word;
use super::fact::DraftFact;
use super::fragment;
use super::yes_no::is_no;
use crate::understanding::{Tagged, Word};

/// Words that may stand around the name.
const AROUND: &[Word] = &[
    Word::Yes,
    Word::Okay,
    Word::No,
    Word::Wrong,
    Word::Honorific,
    Word::Ka,
    Word::Ko,
    Word::Pe,
    Word::Liye,
    Word::For,
    Word::Name,
    Word::Bill,
    Word::Customer,
    Word::Change,
    Word::Do,
    Word::Give,
    Word::Make,
    Word::Be,
    Word::This,
    Word::That,
    Word::It,
    Word::Filler,
    Word::Ordinary,
    Word::Article,
    Word::Keep,
];

/// The name of the customer whose bill it is to be.
pub(super) fn named(words: &[Tagged], draft: &DraftFact) -> Option<String> {
    let is_name = |word: &&Tagged| {
        let counts = read_number(&[word.word.as_str()]).is_some();
        word.is.is_none() && word.kind == Kind::Word && !counts
    };
    if !words.iter().all(|word| word.is_any(AROUND) || is_name(&word)) {
        return None;
    }
    let says = |wanted: &[Word]| words.iter().any(|word| word.is_any(wanted));
    let is_now = |word: &&Tagged| {
        let name = draft.customer_name.as_deref();
        name.is_some_and(|name| has_word(name, &word.word))
    };
    // "Tarun nahi Neha": the one who is on the bill, and not the one who is to be.
    let denied = words.iter().position(is_no);
    let other = denied
        .filter(|at| words.iter().take(*at).any(|word| is_now(&word)))
        .and_then(|at| words.get(at + 1..));
    let for_whom = says(&[Word::Liye, Word::For, Word::Name, Word::Customer]);
    let of_whom = says(&[Word::Ka]) && denied.is_some();
    let among = match other {
        Some(other) => other,
        None if for_whom || of_whom => words,
        None => return None,
    };
    let name: Vec<&str> = among
        .iter()
        .filter(is_name)
        .map(|word| word.word.as_str())
        .collect();
    let same = among.iter().filter(is_name).all(|word| is_now(&word));
    (!name.is_empty() && !same)
        .then(|| fragment::name(&name.join(" ")))
        .flatten()
}

#[cfg(test)]
mod tests {
    use execora_kernel::{DraftId, Money};
    use uuid::Uuid;

    use super::*;
    use crate::understanding::tagged;

    #[test]
    fn another_customer_is_heard_in_many_forms() {
        let draft = DraftFact {
            id: DraftId::new(Uuid::nil()),
            version: 1,
            customer: None,
            customer_name: Some("Tarun Singh".to_owned()),
            lines: Vec::new(),
            discount: None,
            taken_off: Money::ZERO,
            tax: Money::ZERO,
            round_off: Money::ZERO,
            total: Money::ZERO,
            with_gst: false,
            notes: None,
            missing: Vec::new(),
        };
        for (text, name) in [
            ("Neha ke liye", Some("Neha")),
            ("nahi Neha ke liye", Some("Neha")),
            ("haan Neha ke liye", Some("Neha")),
            ("Tarun nahi Neha", Some("Neha")),
            ("Tarun nahi, Neha Gupta ke liye", Some("Neha Gupta")),
            ("customer badal kar Neha kar do", Some("Neha")),
            ("customer Neha kar do", Some("Neha")),
            ("it is for Neha", Some("Neha")),
            ("nahi Neha ka hai", Some("Neha")),
            ("Neha ke naam kar do", Some("Neha")),
            ("Tarun ke liye", None),
            ("nahi 2 milk", None),
            ("nahi Neha", None),
            ("haan", None),
            ("theek hai", None),
        ] {
            assert_eq!(named(&tagged(text), &draft).as_deref(), name, "{text}");
        }
    }
}
