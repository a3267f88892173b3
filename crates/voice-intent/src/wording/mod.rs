//! Answers in words: texts kept apart from code, in English, Hindi and Hindi in Latin letters.

mod amount_words;
mod en;
mod hi;
mod hinglish;
mod key;
mod speakable;

use std::fmt::Display;

use execora_kernel::Unit;

pub use key::Key;
pub use speakable::speakable;

use crate::understanding::Language;

fn texts(language: Language) -> &'static [(Key, &'static str)] {
    match language {
        Language::English => en::TEXTS,
        Language::Hindi => hi::TEXTS,
        Language::Hinglish => hinglish::TEXTS,
    }
}

/// The text of `key` with its placeholders filled in; what is filled in is never read as a placeholder itself.
#[must_use]
pub fn say(language: Language, key: Key, told: &[(&str, &dyn Display)]) -> String {
    let template = texts(language)
        .iter()
        .find(|(known, _)| *known == key)
        .map_or("", |(_, text)| text);
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        if let Some((_, value)) = told.iter().find(|(known, _)| *known == name) {
            out.push_str(&value.to_string());
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Things that can be said to the shop.
#[must_use]
pub fn examples(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => en::EXAMPLES,
        Language::Hindi => hi::EXAMPLES,
        Language::Hinglish => hinglish::EXAMPLES,
    }
}

/// The word for a unit; empty for a piece, which is only counted.
#[must_use]
pub fn unit_word(language: Language, unit: Unit) -> &'static str {
    let words = match language {
        Language::English => &en::UNITS,
        Language::Hindi => &hi::UNITS,
        Language::Hinglish => &hinglish::UNITS,
    };
    Unit::ALL
        .iter()
        .zip(words)
        .find(|(known, _)| **known == unit)
        .map_or("", |(_, word)| word)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const LANGUAGES: [Language; 3] = [Language::English, Language::Hindi, Language::Hinglish];

    fn placeholders(text: &str) -> BTreeSet<&str> {
        text.split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}'))
            .map(|(name, _)| name)
            .collect()
    }

    #[test]
    fn every_text_exists_once_in_every_language_with_the_same_placeholders() {
        for key in Key::ALL {
            let found: Vec<&str> = LANGUAGES
                .iter()
                .flat_map(|language| texts(*language).iter().filter(|(known, _)| known == key))
                .map(|(_, text)| *text)
                .collect();
            assert_eq!(found.len(), LANGUAGES.len(), "{key:?}");
            assert!(found.iter().all(|text| !text.is_empty()), "{key:?}");
            let expected = found.first().map(|text| placeholders(text));
            assert!(
                found.iter().all(|text| Some(placeholders(text)) == expected),
                "{key:?}"
            );
        }
    }

    #[test]
    fn hindi_is_written_in_devanagari_and_hinglish_is_not() {
        let devanagari = |text: &str| text.chars().any(|c| ('\u{900}'..='\u{97f}').contains(&c));
        let bare = |text: &str| text.trim_matches(|c: char| !c.is_alphabetic()).is_empty();
        for (key, text) in hi::TEXTS {
            assert!(devanagari(text) || *key == Key::ModeUpi || bare(text), "{key:?}");
        }
        assert!(hinglish::TEXTS.iter().all(|(_, text)| !devanagari(text)));
    }

    #[test]
    fn a_name_with_braces_is_said_as_it_is() {
        let text = say(
            Language::English,
            Key::Clear,
            &[("name", &"{amount}"), ("amount", &"500")],
        );
        assert_eq!(text, "{amount} owes nothing.");
    }

    #[test]
    fn a_piece_is_only_counted() {
        assert_eq!(unit_word(Language::Hinglish, Unit::Piece), "");
        assert_eq!(unit_word(Language::Hindi, Unit::Kg), "किलो");
        assert_eq!(unit_word(Language::English, Unit::Metre), "metre");
    }
}
