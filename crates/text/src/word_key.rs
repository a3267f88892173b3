//! Keys by which the names of goods are compared: one script, one spelling of long vowels, singular.

use crate::transliterate::{is_devanagari, transliterate};
use unicode_normalization::UnicodeNormalization;

/// The words of a text as keys, in order. Digits stay; punctuation separates.
///
/// ```
/// assert_eq!(execora_text::word_keys("Cheeni"), execora_text::word_keys("chini"));
/// assert_eq!(execora_text::word_keys("tomatoes"), execora_text::word_keys("Tomato"));
/// assert!(execora_text::word_keys("—").is_empty());
/// ```
#[must_use]
pub fn word_keys(text: &str) -> Vec<String> {
    let text: String = text.nfc().collect();
    text.split(|c: char| !(c.is_alphanumeric() || is_devanagari(c)) || c == '\u{964}')
        .filter(|w| !w.is_empty())
        .map(|word| {
            let latin = if word.chars().any(is_devanagari) {
                transliterate(word)
            } else {
                word.to_lowercase()
            };
            fold_vowels(singular(one_breath(&latin)))
        })
        .filter(|w| !w.is_empty())
        .collect()
}

/// Of two breathed consonants the first is often written with a breath too many: "dhoodh" is doodh.
fn one_breath(word: &str) -> &str {
    match word {
        "dhoodh" | "dhudh" => "doodh",
        _ => word,
    }
}

/// English plurals; short words and those in -ss are left alone.
fn singular(word: &str) -> &str {
    for ending in ["oes", "shes", "ches", "sses", "xes"] {
        if word.len() > 4 && word.ends_with(ending) {
            return word.strip_suffix("es").unwrap_or(word);
        }
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.len() >= 3 && !stem.ends_with(['s', 'u', 'i']) => stem,
        _ => word,
    }
}

/// aa → a, ee → i, oo → u, a doubled letter → one, y between letters → i, w → v.
fn fold_vowels(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut last = None;
    for c in word.chars() {
        if last == Some(c) && c.is_alphabetic() {
            match c {
                'e' => {
                    out.pop();
                    out.push('i');
                }
                'o' => {
                    out.pop();
                    out.push('u');
                }
                _ => {}
            }
            last = None;
            continue;
        }
        out.push(if c == 'w' { 'v' } else { c });
        last = Some(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_share_a_key_and_other_words_do_not() {
        let key = |w: &str| word_keys(w).join(" ");
        for (a, b) in [
            ("doodh", "dudh"),
            ("dhoodh", "doodh"),
            ("dhudh", "doodh"),
            ("aaloo", "alu"),
            ("Eggs", "egg"),
            ("चीनी", "chini"),
            ("atta", "ata"),
            ("matches", "match"),
        ] {
            assert_eq!(key(a), key(b), "{a} {b}");
        }
        for (a, b) in [
            ("glass", "gla"),
            ("dal", "dahi"),
            ("chana", "chini"),
            ("gas", "ga"),
            ("tel", "til"),
        ] {
            assert_ne!(key(a), key(b), "{a} {b}");
        }
    }
}
