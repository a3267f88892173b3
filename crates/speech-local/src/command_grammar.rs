//! What the local recogniser may hear: the commands of a shop, with this shop's customers and products in them.

use std::collections::BTreeSet;

use crate::pronunciation::{self, PHONES};

/// The commands, without names and products.
const COMMANDS: &str = include_str!("../data/commands.jsgf");
/// Names, and products, beyond this many are not listened for.
const PHRASES_MAX: usize = 300;
const PHRASE_WORDS_MAX: usize = 4;
const WORD_LETTERS_MAX: usize = 24;
/// Words that no one says begin like this; each is a single sound.
const NOISE_MARK: &str = "zz";
/// A word that is never heard, so that the weights of the noises can be small against it.
const NEVER: &str = "zznever";
const NEVER_SOUNDS: &str = "ZH OY ZH OY ZH OY TH";
/// What each sound costs that belongs to no command. Smaller hears commands in small talk, greater misses commands.
const NOISE_WEIGHT: &str = "1e-20";

/// A grammar and the pronunciation of exactly its words.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CommandGrammar {
    pub(crate) jsgf: String,
    pub(crate) dictionary: String,
}

impl CommandGrammar {
    /// Builds both for a shop; `model_dictionary` is the text of the dictionary that came with the model.
    pub(crate) fn new(names: &[String], products: &[String], model_dictionary: &str) -> Self {
        let names = phrases(names);
        let products = phrases(products);
        let mut jsgf = COMMANDS.to_owned();
        jsgf.push_str(&rule("name", names.iter().map(|words| optional_surname(words))));
        jsgf.push_str(&rule("product", products.iter().map(|words| words.join(" "))));
        let noises: Vec<String> = PHONES.iter().map(|phone| noise(phone)).collect();
        jsgf.push_str(&format!(
            "<noise> = /1/ {NEVER} {} ;\n<other> = <noise>+ ;\n",
            noises
                .iter()
                .map(|noise| format!("| /{NOISE_WEIGHT}/ {noise}"))
                .collect::<Vec<_>>()
                .join(" ")
        ));

        let of_names: BTreeSet<String> = names.into_iter().flatten().collect();
        let mut words = words_of(COMMANDS);
        words.extend(of_names.iter().cloned());
        words.extend(products.into_iter().flatten());
        let mut dictionary = pronunciation::dictionary(&words, &of_names, model_dictionary);
        for (noise, phone) in noises.iter().zip(PHONES) {
            dictionary.push_str(&format!("{noise} {phone}\n"));
        }
        dictionary.push_str(&format!("{NEVER} {NEVER_SOUNDS}\n"));
        Self { jsgf, dictionary }
    }
}

/// What was said, unless a part of it belonged to no command: then nothing was understood.
pub(crate) fn understood(hypothesis: &str) -> &str {
    let noisy = hypothesis
        .split_whitespace()
        .any(|word| word.starts_with(NOISE_MARK));
    if noisy { "" } else { hypothesis.trim() }
}

fn noise(phone: &str) -> String {
    format!("{NOISE_MARK}{}", phone.to_ascii_lowercase())
}

/// Phrases as words of small Latin letters, each phrase once; what has none is left out.
fn phrases(phrases: &[String]) -> Vec<Vec<String>> {
    let mut seen = BTreeSet::new();
    phrases
        .iter()
        .map(|phrase| {
            phrase
                .split(|c: char| !c.is_ascii_alphabetic())
                .filter(|word| (2..=WORD_LETTERS_MAX).contains(&word.len()))
                .map(str::to_ascii_lowercase)
                .filter(|word| !word.starts_with(NOISE_MARK))
                .take(PHRASE_WORDS_MAX)
                .collect::<Vec<_>>()
        })
        .filter(|words| !words.is_empty() && seen.insert(words.clone()))
        .take(PHRASES_MAX)
        .collect()
}

/// A person is called by the first name alone or by all of them.
fn optional_surname(words: &[String]) -> String {
    match words {
        [first, rest @ ..] if !rest.is_empty() => format!("{first} [ {} ]", rest.join(" ")),
        _ => words.join(" "),
    }
}

/// A rule of alternatives; of none, it can never be said.
fn rule(name: &str, alternatives: impl Iterator<Item = String>) -> String {
    let alternatives: Vec<String> = alternatives.collect();
    let body = if alternatives.is_empty() {
        NEVER.to_owned()
    } else {
        alternatives.join(" | ")
    };
    format!("<{name}> = {body} ;\n")
}

/// The words that a grammar can produce.
fn words_of(jsgf: &str) -> BTreeSet<String> {
    let lines = jsgf
        .lines()
        .filter(|line| !line.starts_with(['#', '/']) && !line.starts_with("grammar "));
    lines
        .flat_map(str::split_whitespace)
        .filter(|word| *word != "public" && word.chars().all(|c| c.is_ascii_lowercase()))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(phrases: &[&str]) -> Vec<String> {
        phrases.iter().map(|phrase| (*phrase).to_owned()).collect()
    }

    #[test]
    fn every_word_of_the_grammar_is_in_the_dictionary() {
        let names = owned(&["Rahul", "Arjun Sharma", "Zoë <evil> ; = |", "राहुल", "Zzaa"]);
        let grammar = CommandGrammar::new(&names, &owned(&["Toor Dal 1 kg", "Milk"]), "milk M IH L K\n");
        let known: BTreeSet<&str> = grammar
            .dictionary
            .lines()
            .filter_map(|line| line.split(['(', ' ']).next())
            .collect();
        for word in words_of(&grammar.jsgf) {
            assert!(known.contains(word.as_str()), "{word}");
        }
        for word in [
            "rahul", "arjun", "sharma", "zo", "evil", "toor", "dal", "kg", "zznever", "zzaa",
        ] {
            assert!(known.contains(word), "{word}");
        }
    }

    #[test]
    fn names_cannot_change_the_grammar() {
        let grammar = CommandGrammar::new(&owned(&["Rahul ; <command> = <yes>"]), &[], "");
        assert!(grammar.jsgf.contains("<name> = rahul [ command yes ] ;\n"));
        assert!(grammar.jsgf.contains("<product> = zznever ;\n"));
    }

    #[test]
    fn phrases_are_bounded_in_number_and_length_and_said_once() {
        let many: Vec<String> = (0..1_000)
            .map(|i| format!("{}a", "b".repeat(i % 500 + 1)))
            .collect();
        assert!(phrases(&many).len() <= PHRASES_MAX);
        assert_eq!(
            phrases(&owned(&["Milk", "milk ", "a b c", "one two three four five"])).len(),
            2
        );
        assert!(
            phrases(&many)
                .iter()
                .flatten()
                .all(|word| word.len() <= WORD_LETTERS_MAX)
        );
    }

    #[test]
    fn a_hypothesis_with_noise_in_it_is_not_understood() {
        assert_eq!(understood(" haan ji "), "haan ji");
        assert_eq!(understood("zzk zzae haan"), "");
        assert_eq!(understood(""), "");
    }
}
