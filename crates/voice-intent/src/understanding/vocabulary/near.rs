//! The names of a shop that occur near an utterance: what a language model is told of them.

use execora_text::word_keys;
use triple_accel::levenshtein::rdamerau;

use super::{Known, Phrase, Vocabulary};

/// Shorter words are too near to others.
const LETTERS_MIN: usize = 4;
/// Longer words are no slip of each other.
const LETTERS_MAX: usize = 24;

impl Vocabulary {
    /// At most `most` names of this kind of which `text` says a word, or nearly so; the nearest first, as they are spelt in
    /// Latin letters. Looks at every name once and keeps no more than it gives.
    #[must_use]
    pub fn near(&self, text: &str, known: Known, most: usize) -> Vec<String> {
        let said = word_keys(text);
        let mut found: Vec<(usize, &str)> = Vec::new();
        for (first, phrases) in &self.by_first {
            for phrase in phrases.iter().filter(|phrase| phrase.known == known) {
                let score = phrase.score(first, &said);
                if score == 0 {
                    continue;
                }
                // The order does not depend on that of a hash: the same words ask the same question.
                let before = |other: &(usize, &str)| (other.0, phrase.spelled.as_str()) > (score, other.1);
                let at = found.partition_point(before);
                if at < most {
                    found.insert(at, (score, &phrase.spelled));
                    found.truncate(most);
                }
            }
        }
        found.into_iter().map(|(_, name)| name.to_owned()).collect()
    }
}

impl Phrase {
    /// Two for each word that was said, one for each that was nearly said; a number alone names nothing.
    fn score(&self, first: &str, said: &[String]) -> usize {
        std::iter::once(first)
            .chain(self.rest.iter().map(String::as_str))
            .filter(|word| word.chars().any(char::is_alphabetic))
            .map(|word| {
                if said.iter().any(|other| other == word) {
                    2
                } else {
                    usize::from(said.iter().any(|other| is_slip(other, word)))
                }
            })
            .sum()
    }
}

/// One letter wrong, left out, too many or changed for its neighbour.
fn is_slip(said: &str, word: &str) -> bool {
    let (said, word) = (said.as_bytes(), word.as_bytes());
    let long = LETTERS_MIN..=LETTERS_MAX;
    long.contains(&said.len())
        && long.contains(&word.len())
        && said.len().abs_diff(word.len()) <= 1
        && said.first() == word.first()
        && rdamerau(said, word) <= 1
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_that_were_said_or_nearly_said_come_first_and_no_others_come() {
        let names = r#"{"customers": ["Suresh Gupta", "Suresh", "Ramesh", "Sureshh", "Anil", "Surech", "Gupta Traders"],
            "products": ["Parle G", "7 Up", "Gupta Masala"]}"#;
        let vocabulary = Vocabulary::new(&serde_json::from_str(names).unwrap());
        let near = |text: &str, most: usize| vocabulary.near(text, Known::Customer, most);
        assert_eq!(
            near("arre suresh gupta ka kya hua", 2).first().unwrap(),
            "suresh gupta"
        );
        let all = near("arre suresh gupta ka kya hua", 10);
        assert!(all.contains(&"surech".to_owned()) && all.contains(&"gupta traders".to_owned()));
        assert!(!all.contains(&"ramesh".to_owned()) && !all.contains(&"anil".to_owned()));
        assert_eq!(near("anil", 0), Vec::<String>::new());
        assert_eq!(
            vocabulary.near("7 parle wala 5", Known::Product, 10),
            ["parle g"],
            "a number names no goods"
        );
        assert_eq!(near("सुरेश ने", 1), ["suresh"]);
    }
}
