//! Folding, transliteration and Indian numbers in words.

mod english_words;
mod families;
pub mod fold;
mod letters;
pub mod number_words;
pub mod numbers;
mod shapes;
pub mod skeleton;
mod spellings;
mod syllables;
pub mod tokens;
pub mod transliterate;

mod two_in_one;
pub mod word_key;
pub use word_key::word_keys;
