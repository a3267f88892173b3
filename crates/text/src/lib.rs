//! Folding, transliteration and Indian numbers in words.

pub mod number_words;
pub mod numbers;
mod spellings;
pub mod tokens;
pub mod transliterate;

pub mod word_key;
pub use word_key::word_keys;
