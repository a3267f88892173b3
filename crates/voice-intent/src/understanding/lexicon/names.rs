//! Common names of people that are words of the lexicon as well, by spelling or by sound.

/// Where the name is told from the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CommonName {
    /// Wherever a person stands: before ne, ko, se, ka, after "for".
    Anywhere,
    /// Only as the one who did something: "Sham ne", but "sham ko" is the evening.
    Doing,
}

/// Latin spellings; other scripts are spelt so first.
const ANYWHERE: &[&str] = &[
    "chetan", "chethan", "sara", "saara", "zara", "zaara", "mita", "meeta", "bina", "beena", "diya", "deeya",
    "datta", "das", "dass", "nag", "naag", "sattar", "satar", "puri", "poori", "mili", "babu", "lala",
    "asha", "tara", "lakhan", "badal", "pandit", "anna",
];

/// Also the words of hours, months and payments.
const DOING: &[&str] = &[
    "sham", "shaam", "subha", "june", "april", "may", "more", "kar", "bhim", "bheem", "roz", "jan", "rat",
    "dino", "dina",
];

/// Is this word of the lexicon also what people are called?
pub(crate) fn common_name(latin: &str) -> Option<CommonName> {
    if ANYWHERE.contains(&latin) {
        Some(CommonName::Anywhere)
    } else {
        DOING.contains(&latin).then_some(CommonName::Doing)
    }
}
