//! The words of the shop: which spellings, in which script, are the same word. Data, apart from every rule.

mod function_words;
mod things;
mod times;
mod verbs;
mod word;

use std::collections::HashMap;
use std::sync::LazyLock;

use execora_text::number_words::sound_key;
use execora_text::transliterate::{fold_devanagari, is_devanagari};

pub(crate) use times::{month, weekday};
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
        let tables = [function_words::TABLE, verbs::TABLE, things::TABLE, times::TABLE];
        for (word, spellings) in tables.into_iter().flatten() {
            for spelling in spellings.split_whitespace() {
                exact.entry(fold_devanagari(spelling)).or_insert(*word);
                if spelling.len() >= 4 && spelling.is_ascii() {
                    sounds.entry(sound_key(spelling)).or_insert(*word);
                }
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

/// Is this a word that only Hindi uses?
pub(crate) fn is_hindi(word: Option<Word>, latin: &str) -> bool {
    match word {
        Some(Word::Ka | Word::Ko | Word::Ne | Word::Se | Word::Pe | Word::Tak | Word::Wala | Word::Liye) => {
            true
        }
        Some(Word::And) => latin == "aur",
        Some(_) => HINDI_WORDS.contains(&latin),
        None => matches!(
            execora_text::number_words::atom(latin),
            Some(execora_text::number_words::Atom::Hindi(_))
        ),
    }
}

/// Hindi words that tell Hinglish from English where no particle does.
const HINDI_WORDS: &[&str] = &[
    "aaj", "kal", "parson", "karo", "kar", "kardo", "do", "mein", "hai", "hain", "haan", "nahi", "mat",
    "banao", "bana", "hata", "hatao", "likho", "likh", "bhejo", "bhej", "dikhao", "batao", "bolo", "sab",
    "saare", "kitna", "kitni", "kitne", "kya", "uska", "uske", "uski", "naya", "naye", "pehla", "pehle",
    "doosra", "teesra", "aakhri", "wapas", "madad", "galat", "theek", "sahi", "bilkul", "ji", "laga",
    "lagao", "jod", "jodo", "udhaar", "baaki", "hisaab", "khata", "bhasha", "diye", "diya", "kiya", "liya",
    "mila", "mile", "aaya", "aaye", "band", "shuru", "chalu", "ruko", "rehne", "purana",
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
