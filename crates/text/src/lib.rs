//! Folding, transliteration and Indian numbers in words.

mod families;
pub mod fold;
pub mod number_words;
pub mod numbers;
pub mod skeleton;
mod spellings;
pub mod tokens;
pub mod transliterate;

pub mod word_key;
pub use word_key::word_keys;
