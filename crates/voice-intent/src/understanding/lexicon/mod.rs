//! The words of the shop: which spellings, in which script, are the same word. Data, apart from every rule.

mod function_words;
mod groups;
mod misheard;
mod names;
mod ordinary;
mod spoken;
mod things;
mod times;
mod verbs;
mod wares;
mod word;
mod word_set;

use std::sync::LazyLock;

use execora_text::number_words::sound_key;
use execora_text::transliterate::{fold_devanagari, is_devanagari};
use rustc_hash::FxHashMap;

pub(crate) use groups::{Group, Groups};
pub(crate) use misheard::misheard;
pub(crate) use names::{CommonName, common_name};
pub(crate) use times::{month, weekday};
pub(crate) use wares::{is_business, is_ware};
pub(crate) use word::{Measured, Tongue, Word};
pub(crate) use word_set::WordSet;

/// One line of a table: a word and its spellings.
type Entry = (Word, &'static str);

/// Found by their spelling and by their sound; ordinary words only as they are spelt.
const TABLES: [&[Entry]; 5] = [
    function_words::TABLE,
    verbs::TABLE,
    things::TABLE,
    times::TABLE,
    spoken::TABLE,
];

static WORDS: LazyLock<Words> = LazyLock::new(Words::build);

struct Words {
    exact: FxHashMap<String, Word>,
    sounds: FxHashMap<String, Word>,
}

impl Words {
    fn build() -> Self {
        let mut exact = FxHashMap::default();
        let mut sounds = FxHashMap::default();
        for (word, spellings) in TABLES.into_iter().flatten() {
            for spelling in spellings.split_whitespace() {
                exact.entry(fold_devanagari(spelling)).or_insert(*word);
                if spelling.len() >= 4 && spelling.is_ascii() {
                    sounds.entry(sound_key(spelling)).or_insert(*word);
                }
            }
        }
        for (word, spellings) in ordinary::TABLE {
            for spelling in spellings.split_whitespace() {
                exact.entry(spelling.to_owned()).or_insert(*word);
            }
        }
        Self { exact, sounds }
    }
}

/// Which word this is: `folded` in Devanagari, empty where it was not written so, `latin` in lower-case Latin letters,
/// `sound` as that sounds.
pub(crate) fn lookup(folded: &str, latin: &str, sound: &str) -> Option<Word> {
    let words = &*WORDS;
    if !folded.is_empty()
        && let Some(word) = words.exact.get(folded)
    {
        return Some(*word);
    }
    if let Some(word) = words.exact.get(latin) {
        return Some(*word);
    }
    if latin.len() < 4 || latin.len() > 24 {
        return None;
    }
    words.sounds.get(sound).copied()
}

/// Is the word of the lexicon spelt just so, and not merely alike in sound?
pub(crate) fn is_spelled(raw: &str, latin: &str) -> bool {
    let words = &*WORDS;
    words.exact.contains_key(latin)
        || raw.chars().next().is_some_and(is_devanagari)
            && words.exact.contains_key(fold_devanagari(raw).as_str())
}

/// Does the word tell that Hindi is spoken?
pub(crate) fn is_hindi(word: Option<Word>, latin: &str, groups: Groups) -> bool {
    match word {
        Some(Word::Ka | Word::Ko | Word::Ne | Word::Se | Word::Pe | Word::Tak | Word::Wala | Word::Liye) => {
            true
        }
        Some(Word::And) => latin == "aur",
        _ => groups.hold(Group::HindiWord),
    }
}

/// Is the word Hindi unless the sentence around it is English, also because it counts like an English one?
pub(crate) fn may_be_hindi(latin: &str, groups: Groups) -> bool {
    use execora_text::number_words::{Atom, atom};
    groups.hold(Group::EitherTongue) || matches!(atom(latin), Some(Atom::Hindi(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_stands_in_one_place() {
        let mut seen = std::collections::HashSet::new();
        for (word, spellings) in TABLES.into_iter().chain([ordinary::TABLE]).flatten() {
            for spelling in spellings.split_whitespace() {
                assert!(
                    seen.insert(spelling),
                    "{spelling}, here {word:?}, stands elsewhere too"
                );
            }
        }
    }

    #[test]
    fn one_word_in_many_spellings_is_one_word() {
        for spelling in ["banao", "bnao", "बनाओ", "create"] {
            let word = lookup(&fold_devanagari(spelling), spelling, &sound_key(spelling));
            assert_eq!(word, Some(Word::Make), "{spelling}");
        }
        let heard = |word: &str| lookup("", word, &sound_key(word));
        assert_eq!(heard("remminder"), Some(Word::Reminder));
        assert_eq!(heard("rahul"), None);
    }
}
