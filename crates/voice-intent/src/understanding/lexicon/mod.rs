//! The words of the shop: which spellings, in which script, are the same word. Data, apart from every rule.

mod function_words;
mod misheard;
mod names;
mod ordinary;
mod spoken;
mod things;
mod times;
mod verbs;
mod wares;
mod word;

use std::collections::HashMap;
use std::sync::LazyLock;

use execora_text::number_words::sound_key;
use execora_text::transliterate::{fold_devanagari, is_devanagari};

pub(crate) use misheard::misheard;
pub(crate) use names::{CommonName, common_name};
pub(crate) use times::{month, weekday};
pub(crate) use wares::{is_business, is_ware};
pub(crate) use word::{Measured, Word};

/// One line of a table: a word and its spellings.
type Entry = (Word, &'static str);

static WORDS: LazyLock<Words> = LazyLock::new(Words::build);

struct Words {
    exact: HashMap<String, Word>,
    sounds: HashMap<String, Word>,
}

impl Words {
    fn build() -> Self {
        let mut exact = HashMap::new();
        let mut sounds = HashMap::new();
        let tables = [
            function_words::TABLE,
            verbs::TABLE,
            things::TABLE,
            times::TABLE,
            spoken::TABLE,
        ];
        for (word, spellings) in tables.into_iter().flatten() {
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

/// Which word this is; `raw` as written and `latin` in lower-case Latin letters.
pub(crate) fn lookup(raw: &str, latin: &str) -> Option<Word> {
    let words = &*WORDS;
    if raw.chars().next().is_some_and(is_devanagari) {
        let folded = fold_devanagari(raw);
        if let Some(word) = words.exact.get(folded.as_str()) {
            return Some(*word);
        }
    }
    if let Some(word) = words.exact.get(latin) {
        return Some(*word);
    }
    if latin.len() < 4 || latin.len() > 24 {
        return None;
    }
    words.sounds.get(sound_key(latin).as_str()).copied()
}

/// Is the word of the lexicon spelt just so, and not merely alike in sound?
pub(crate) fn is_spelled(raw: &str, latin: &str) -> bool {
    let words = &*WORDS;
    words.exact.contains_key(latin)
        || raw.chars().next().is_some_and(is_devanagari)
            && words.exact.contains_key(fold_devanagari(raw).as_str())
}

/// Does the word tell that Hindi is spoken?
pub(crate) fn is_hindi(word: Option<Word>, latin: &str) -> bool {
    match word {
        Some(Word::Ka | Word::Ko | Word::Ne | Word::Se | Word::Pe | Word::Tak | Word::Wala | Word::Liye) => {
            true
        }
        Some(Word::And) => latin == "aur",
        _ => HINDI_WORDS.contains(&latin),
    }
}

/// Is the word Hindi unless the sentence around it is English: a number word that sounds like an English one, a verb of
/// both ("do"), or a word that English borrowed?
pub(crate) fn may_be_hindi(latin: &str) -> bool {
    use execora_text::number_words::{Atom, atom};
    ["do", "udhaar", "khata", "khate", "ji"].contains(&latin) || matches!(atom(latin), Some(Atom::Hindi(_)))
}

/// Is this a word that only English sentences have?
pub(crate) fn is_english(latin: &str) -> bool {
    ENGLISH_WORDS.contains(&latin)
}

/// Hindi words that tell Hinglish from English where no particle does.
const HINDI_WORDS: &[&str] = &[
    "aaj", "kal", "parson", "karo", "kar", "kro", "kardo", "karna", "mein", "hai", "hain", "haan", "nahi",
    "nahin", "mat", "banao", "bana", "hata", "hatao", "likho", "likh", "bhejo", "bhej", "dikhao", "dikhana",
    "dikha", "batao", "batana", "bolo", "sab", "saare", "kitna", "kitni", "kitne", "kya", "kaise", "kaun",
    "kab", "kahan", "kyun", "uska", "uske", "uski", "usko", "iska", "iske", "mera", "mere", "naya", "naye",
    "nayi", "pehla", "pehle", "doosra", "dusra", "teesra", "aakhri", "wapas", "madad", "galat", "galti",
    "theek", "thik", "sahi", "bilkul", "laga", "lagao", "jod", "jodo", "baaki", "baki", "hisaab", "hisab",
    "bhasha", "diye", "diya", "kiya", "kiye", "liya", "mila", "mile", "aaya", "aaye", "gaya", "gayi", "gaye",
    "ho", "hua", "band", "shuru", "chalu", "ruko", "rehne", "purana", "adhura", "namaste", "acha", "achha",
    "yaar", "bhai", "arre", "agar", "phir", "abhi", "zara", "wo", "ye", "yeh", "woh", "chai", "pi", "lo",
    "dena", "suno", "bas", "chhodo", "chodo",
];

/// English words that no Hinglish sentence borrows.
const ENGLISH_WORDS: &[&str] = &[
    "the",
    "a",
    "an",
    "of",
    "for",
    "is",
    "are",
    "was",
    "what",
    "what's",
    "how",
    "i",
    "we",
    "you",
    "my",
    "his",
    "her",
    "their",
    "in",
    "on",
    "to",
    "any",
    "and",
    "don't",
    "not",
    "can",
    "have",
    "has",
    "does",
    "did",
    "please",
    "all",
    "that",
    "this",
    "with",
    "from",
    "by",
    "it",
    "say",
    "said",
    "sorry",
    "again",
    "at",
    "dot",
    "underscore",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_in_many_spellings_is_one_word() {
        for spelling in ["banao", "bnao", "बनाओ", "create"] {
            assert_eq!(lookup(spelling, spelling), Some(Word::Make), "{spelling}");
        }
        assert_eq!(lookup("remminder", "remminder"), Some(Word::Reminder));
        assert_eq!(lookup("Rahul", "rahul"), None);
    }
}
