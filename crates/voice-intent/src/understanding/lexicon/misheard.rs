//! Words that recognisers get almost right: the nearest long word of the shop, within a bounded distance.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use triple_accel::levenshtein::rdamerau;

use super::{Word, is_ware, things, verbs};

/// Only long loan words of commands, none of which is near the name of a person or of goods.
const HEARD: [Word; 16] = [
    Word::Reminder,
    Word::Customer,
    Word::Confirm,
    Word::Cancel,
    Word::Balance,
    Word::Payment,
    Word::Discount,
    Word::Bill,
    Word::Statement,
    Word::Remove,
    Word::WhatsApp,
    Word::Language,
    Word::Recording,
    Word::Details,
    Word::Got,
    Word::Draft,
];
/// Shorter words are too near to others.
const LETTERS_MIN: usize = 6;

/// Spellings that are a slip away from a name: Rasheed is no receipt.
const NEAR_NAMES: [&str; 1] = ["raseed"];

/// Spellings by first letter.
static SPELLINGS: LazyLock<FxHashMap<u8, Vec<(&'static str, Word)>>> = LazyLock::new(|| {
    let mut by_first: FxHashMap<u8, Vec<(&'static str, Word)>> = FxHashMap::default();
    for (word, spellings) in things::TABLE.iter().chain(verbs::TABLE) {
        if !HEARD.contains(word) {
            continue;
        }
        for spelling in spellings.split_whitespace() {
            if let Some(first) = spelling.bytes().next()
                && spelling.is_ascii()
                && spelling.len() >= LETTERS_MIN
                && !NEAR_NAMES.contains(&spelling)
            {
                by_first.entry(first).or_default().push((spelling, *word));
            }
        }
    }
    by_first
});

/// The word of the shop that `latin` is one slip away from (two in words of nine letters and more).
pub(crate) fn misheard(latin: &str) -> Option<Word> {
    // A candle is no "cancle".
    if latin.len() < LETTERS_MIN || latin.len() > 16 || !latin.is_ascii() || is_ware(latin) {
        return None;
    }
    let near = SPELLINGS.get(latin.as_bytes().first()?)?;
    near.iter().find_map(|(spelling, word)| {
        let allowed = if spelling.len() >= 9 { 2 } else { 1 };
        let close = spelling.len().abs_diff(latin.len()) <= allowed
            && usize::try_from(rdamerau(latin.as_bytes(), spelling.as_bytes()))
                .is_ok_and(|slips| slips <= allowed);
        close.then_some(*word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_heard_and_a_name_is_left_alone() {
        for (said, word) in [
            ("remaindr", Word::Reminder),
            ("costumer", Word::Customer),
            ("conform", Word::Confirm),
            ("kensal", Word::Cancel),
            ("paymant", Word::Payment),
            ("invoise", Word::Bill),
            ("recieves", Word::Got),
        ] {
            assert_eq!(misheard(said), Some(word), "{said}");
        }
        for name in [
            "rasheed",
            "karan",
            "balaram",
            "kiran",
            "detergent",
            "bharat",
            "dinesh",
            "cement",
            "coffee",
            "candle",
            "candles",
        ] {
            assert_eq!(misheard(name), None, "{name}");
        }
    }
}
