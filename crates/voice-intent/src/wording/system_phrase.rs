//! The fixed phrases around a conversation, in every language that a shop may set.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::catalogue::Catalogue;
use super::key::kebab;

macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// One fixed phrase; it fills in nothing, so a voice may speak it from a recording.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum SystemPhrase {
            $($(#[$doc])* $name),*
        }

        impl SystemPhrase {
            /// Every phrase.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => stringify!($name)),*
                }
            }
        }
    };
}

phrases! {
    /// The shop listens.
    Listening,
    /// What was said was not understood and should be said again.
    NotUnderstood,
    /// A yes or a no is expected.
    YesOrNo,
    /// What was asked for is done.
    Done,
    /// What was asked for is cancelled.
    Cancelled,
    /// The network is gone and work goes on without it.
    Offline,
    /// It cannot be done now.
    TryLater,
    /// Only Hindi, English and Hinglish are answered in.
    LanguagesAnswered,
    /// A one-time code has been sent.
    CodeSent,
    /// Nothing was said in time.
    TimedOut,
}

impl SystemPhrase {
    /// The name of the phrase in the files: `NotUnderstood` is `not-understood`.
    #[must_use]
    pub fn id(self) -> String {
        kebab(self.name())
    }

    /// The phrase in `language`.
    #[must_use]
    pub fn text(self, language: SystemLanguage) -> &'static str {
        static PHRASES: LazyLock<Vec<Vec<String>>> =
            LazyLock::new(|| SystemLanguage::ALL.iter().map(|known| read(*known)).collect());
        PHRASES
            .get(language as usize)
            .and_then(|phrases| phrases.get(self as usize))
            .map_or("", String::as_str)
    }
}

fn read(language: SystemLanguage) -> Vec<String> {
    let catalogue = Catalogue::parse(language.as_str(), language.source());
    SystemPhrase::ALL
        .iter()
        .map(|phrase| catalogue.text(&phrase.id(), &[]))
        .collect()
}

macro_rules! languages {
    ($($name:ident $tag:literal),* $(,)?) => {
        /// A language that the fixed phrases are spoken in.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "the names say it")]
        pub enum SystemLanguage {
            $(#[serde(rename = $tag)] $name),*
        }

        impl SystemLanguage {
            /// Every language.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The BCP 47 tag.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $tag),*
                }
            }

            const fn source(self) -> &'static str {
                match self {
                    $(Self::$name => include_str!(concat!("../../wording/system/", $tag, ".ftl"))),*
                }
            }
        }
    };
}

languages! {
    English "en",
    Hindi "hi",
    Bengali "bn",
    Tamil "ta",
    Telugu "te",
    Marathi "mr",
    Gujarati "gu",
    Kannada "kn",
    Punjabi "pa",
    Malayalam "ml",
    Urdu "ur",
}

impl SystemLanguage {
    /// The language whose script a text is written in, when it is one that is not read; Marathi is written like Hindi.
    #[must_use]
    pub fn of_script(text: &str) -> Option<Self> {
        text.chars().find_map(|letter| {
            Some(match letter {
                '\u{980}'..='\u{9ff}' => Self::Bengali,
                '\u{a00}'..='\u{a7f}' => Self::Punjabi,
                '\u{a80}'..='\u{aff}' => Self::Gujarati,
                '\u{b80}'..='\u{bff}' => Self::Tamil,
                '\u{c00}'..='\u{c7f}' => Self::Telugu,
                '\u{c80}'..='\u{cff}' => Self::Kannada,
                '\u{d00}'..='\u{d7f}' => Self::Malayalam,
                '\u{600}'..='\u{6ff}' => Self::Urdu,
                _ => return None,
            })
        })
    }

    /// The language with the BCP 47 tag `tag`; none for one that has no phrases.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.as_str() == tag)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::ops::RangeInclusive;

    use super::super::catalogue::ids;
    use super::*;

    fn script(language: SystemLanguage) -> RangeInclusive<char> {
        match language {
            SystemLanguage::English => 'A'..='z',
            SystemLanguage::Hindi | SystemLanguage::Marathi => '\u{900}'..='\u{97f}',
            SystemLanguage::Bengali => '\u{980}'..='\u{9ff}',
            SystemLanguage::Punjabi => '\u{a00}'..='\u{a7f}',
            SystemLanguage::Gujarati => '\u{a80}'..='\u{aff}',
            SystemLanguage::Tamil => '\u{b80}'..='\u{bff}',
            SystemLanguage::Telugu => '\u{c00}'..='\u{c7f}',
            SystemLanguage::Kannada => '\u{c80}'..='\u{cff}',
            SystemLanguage::Malayalam => '\u{d00}'..='\u{d7f}',
            SystemLanguage::Urdu => '\u{600}'..='\u{6ff}',
        }
    }

    /// Marks that the scripts share: spaces, stops, the danda and the joiners.
    fn shared(letter: char) -> bool {
        matches!(letter, ' ' | '.' | ',' | '।' | '\u{200c}' | '\u{200d}')
    }

    #[test]
    fn every_phrase_stands_once_in_every_language_and_no_other_does() {
        let expected: BTreeSet<String> = SystemPhrase::ALL.iter().map(|phrase| phrase.id()).collect();
        for language in SystemLanguage::ALL {
            let faults = Catalogue::parse(language.as_str(), language.source()).faults;
            assert_eq!(faults, Vec::<String>::new());
            let found = ids(language.source());
            assert_eq!(found.len(), expected.len(), "{language:?}");
            let found: BTreeSet<String> = found.into_iter().map(str::to_owned).collect();
            assert_eq!(found, expected, "{language:?}");
        }
    }

    #[test]
    fn every_phrase_is_written_in_the_script_of_its_language_alone() {
        for language in SystemLanguage::ALL {
            let script = script(*language);
            for phrase in SystemPhrase::ALL {
                let text = phrase.text(*language);
                assert!(
                    text.chars().any(|c| script.contains(&c)),
                    "{language:?} {phrase:?}"
                );
                let foreign = text.chars().find(|c| !script.contains(c) && !shared(*c));
                assert_eq!(foreign, None, "{language:?} {phrase:?}: {text}");
            }
        }
    }

    #[test]
    fn two_phrases_of_a_language_are_never_the_same() {
        for language in SystemLanguage::ALL {
            let texts: BTreeSet<&str> = SystemPhrase::ALL
                .iter()
                .map(|phrase| phrase.text(*language))
                .collect();
            assert_eq!(texts.len(), SystemPhrase::ALL.len(), "{language:?}");
        }
    }

    #[test]
    fn a_language_is_found_by_its_tag() {
        assert_eq!(SystemLanguage::from_tag("ta"), Some(SystemLanguage::Tamil));
        assert_eq!(SystemLanguage::from_tag("fr"), None);
        assert_eq!(SystemPhrase::Done.text(SystemLanguage::Urdu), "ہو گیا۔");
    }
}
