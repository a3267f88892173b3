//! Answers in words: texts kept apart from code, in English, Hindi and Hindi in Latin letters.

mod amount_words;
mod catalogue;
mod key;
mod speakable;
mod system_phrase;

use std::fmt::Display;
use std::sync::LazyLock;

use execora_kernel::Unit;

pub use key::Key;
pub use speakable::speakable;
pub use system_phrase::{SystemLanguage, SystemPhrase};

use crate::understanding::Language;
use catalogue::Catalogue;

const ENGLISH: &str = include_str!("../../wording/en.ftl");
const HINDI: &str = include_str!("../../wording/hi.ftl");
const HINGLISH: &str = include_str!("../../wording/hi-Latn.ftl");

/// One language: its parsed file, and what is lent out whole.
struct Texts {
    catalogue: Catalogue,
    ids: Vec<String>,
    units: Vec<String>,
    examples: Vec<String>,
}

impl Texts {
    fn new(language: Language) -> Self {
        let catalogue = Catalogue::parse(language.as_str(), source(language));
        let units = Unit::ALL
            .iter()
            .map(|unit| catalogue.text(&format!("unit-{}", unit.as_str()), &[]))
            .collect();
        let examples = (1..)
            .map(|nth| format!("example-{nth}"))
            .take_while(|id| catalogue.has(id))
            .map(|id| catalogue.text(&id, &[]))
            .collect();
        let ids = Key::ALL.iter().map(|key| key.id()).collect();
        Self {
            catalogue,
            ids,
            units,
            examples,
        }
    }
}

fn source(language: Language) -> &'static str {
    match language {
        Language::English => ENGLISH,
        Language::Hindi => HINDI,
        Language::Hinglish => HINGLISH,
    }
}

fn texts(language: Language) -> &'static Texts {
    static TEXTS: [LazyLock<Texts>; 3] = [
        LazyLock::new(|| Texts::new(Language::English)),
        LazyLock::new(|| Texts::new(Language::Hindi)),
        LazyLock::new(|| Texts::new(Language::Hinglish)),
    ];
    let [english, hindi, hinglish] = &TEXTS;
    match language {
        Language::English => english,
        Language::Hindi => hindi,
        Language::Hinglish => hinglish,
    }
}

/// The text of `key` with its placeholders filled in; what is filled in is never read as a placeholder itself.
#[must_use]
pub fn say(language: Language, key: Key, told: &[(&str, &dyn Display)]) -> String {
    let texts = texts(language);
    texts
        .ids
        .get(key as usize)
        .map_or_else(String::new, |id| texts.catalogue.text(id, told))
}

/// Things that can be said to the shop.
#[must_use]
pub fn examples(language: Language) -> &'static [&'static str] {
    static EXAMPLES: [LazyLock<Vec<&'static str>>; 3] = [
        LazyLock::new(|| lent(Language::English)),
        LazyLock::new(|| lent(Language::Hindi)),
        LazyLock::new(|| lent(Language::Hinglish)),
    ];
    let [english, hindi, hinglish] = &EXAMPLES;
    match language {
        Language::English => english,
        Language::Hindi => hindi,
        Language::Hinglish => hinglish,
    }
}

fn lent(language: Language) -> Vec<&'static str> {
    texts(language).examples.iter().map(String::as_str).collect()
}

/// The word for a unit; empty for a piece, which is only counted.
#[must_use]
pub fn unit_word(language: Language, unit: Unit) -> &'static str {
    Unit::ALL
        .iter()
        .zip(&texts(language).units)
        .find(|(known, _)| **known == unit)
        .map_or("", |(_, word)| word)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    const LANGUAGES: [Language; 3] = [Language::English, Language::Hindi, Language::Hinglish];

    fn is_devanagari(letter: char) -> bool {
        ('\u{900}'..='\u{97f}').contains(&letter)
    }

    #[test]
    fn every_file_is_read_without_a_fault() {
        for language in LANGUAGES {
            assert_eq!(texts(language).catalogue.faults, Vec::<String>::new());
        }
        assert!(!Catalogue::parse("en", "torn = {\n").faults.is_empty());
        assert!(!Catalogue::parse("en", "twice = a\ntwice = b\n").faults.is_empty());
    }

    #[test]
    fn every_text_stands_once_in_every_language_and_no_other_does() {
        let expected: BTreeSet<String> = Key::ALL
            .iter()
            .map(|key| key.id())
            .chain(Unit::ALL.iter().map(|unit| format!("unit-{}", unit.as_str())))
            .chain((1..=5).map(|nth| format!("example-{nth}")))
            .collect();
        for language in LANGUAGES {
            let found = catalogue::ids(source(language));
            assert_eq!(found.len(), expected.len(), "{language:?}");
            let found: BTreeSet<String> = found.into_iter().map(str::to_owned).collect();
            assert_eq!(found, expected, "{language:?}");
        }
    }

    #[test]
    fn every_text_fills_in_the_same_in_every_language() {
        for key in Key::ALL {
            let expected = texts(Language::English).catalogue.placeables(&key.id());
            for language in LANGUAGES {
                assert!(
                    !say(language, *key, &[]).is_empty() || !expected.is_empty(),
                    "{key:?}"
                );
                let found = texts(language).catalogue.placeables(&key.id());
                assert_eq!(found, expected, "{key:?} {language:?}");
            }
        }
    }

    #[test]
    fn hindi_is_written_in_devanagari_and_the_others_are_not() {
        let bare = |text: &str| text.trim_matches(|c: char| !c.is_alphabetic()).is_empty();
        for key in Key::ALL {
            let text = say(Language::Hindi, *key, &[]);
            assert!(
                text.chars().any(is_devanagari) || *key == Key::ModeUpi || bare(&text),
                "{key:?}"
            );
        }
        assert!(!ENGLISH.chars().any(is_devanagari));
        assert!(!HINGLISH.chars().any(is_devanagari));
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
