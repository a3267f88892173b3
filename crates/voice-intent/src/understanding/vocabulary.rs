//! The shop's own words: names of its customers and products, which win over what the words mean elsewhere.

mod common;
mod goods;
mod near;
#[cfg(test)]
mod odd_names;
mod person;
mod place;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use serde::Deserialize;

use execora_text::tokens::Kind;
use execora_text::transliterate::{is_devanagari, transliterate};
use execora_text::word_keys;

use super::lexicon::Groups;
use super::spoken_words::join;
use super::utterance::Tok;
pub(super) use common::settle as settle_common_names;
use place::Place;

/// A vocabulary has at most so many names and aliases; further ones are not taken.
pub const VOCABULARY_NAMES_MAX: usize = 200_000;
/// A name has at most so many words.
const WORDS_MAX: usize = 8;

/// What a known name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Known {
    /// A customer of the shop.
    Customer,
    /// Something that it sells.
    Product,
}

/// One customer or product with the other names it goes by; a bare string is a name without aliases.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum NamedThing {
    /// Only a name.
    Name(String),
    /// A name and aliases.
    WithAliases(Named),
}

/// A name and its aliases.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// As the shop writes it.
    pub name: String,
    /// What else it is called.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// The names a [`Vocabulary`] is built from, as they stand in a file:
/// `{"customers": ["Das"], "products": [{"name": "Parle G", "aliases": ["parle"]}]}`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VocabularyNames {
    /// Customers of the shop.
    #[serde(default)]
    pub customers: Vec<NamedThing>,
    /// What it sells.
    #[serde(default)]
    pub products: Vec<NamedThing>,
}

/// Names indexed once; reading a command looks each of its words up and allocates nothing for the names.
///
/// ```
/// use execora_voice_intent::understanding::{Options, Vocabulary, VocabularyNames, read_with};
/// let names: VocabularyNames = serde_json::from_str(r#"{"products": ["5 Star chocolate"]}"#)?;
/// let vocabulary = Vocabulary::new(&names);
/// let options = Options { vocabulary: Some(&vocabulary), ..Options::default() };
/// let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30")?;
/// let reading = read_with("Rahul ko 2 5 star chocolate ka bill bana do", now, &options);
/// assert_eq!(reading.slots.items[0].product, "5 star chocolate");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    by_first: HashMap<String, Vec<Phrase>>,
    len: usize,
}

#[derive(Debug, Clone)]
struct Phrase {
    rest: Vec<String>,
    spelled: String,
    known: Known,
    /// How many customers or products go by it.
    bearers: u32,
}

impl Vocabulary {
    /// Indexes `names`; a name without a letter, or of more than eight words, cannot be said and is left out.
    #[must_use]
    pub fn new(names: &VocabularyNames) -> Self {
        let mut this = Self::default();
        for (things, known) in [
            (&names.customers, Known::Customer),
            (&names.products, Known::Product),
        ] {
            for thing in things {
                let (name, aliases) = match thing {
                    NamedThing::Name(name) => (name, [].as_slice()),
                    NamedThing::WithAliases(named) => (&named.name, named.aliases.as_slice()),
                };
                for spelled in std::iter::once(name).chain(aliases) {
                    this.learn(known, spelled);
                }
            }
        }
        this
    }

    /// How many names and aliases are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Is no name known?
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds one name; a name that several bear is forgotten when the last of them is.
    pub fn learn(&mut self, known: Known, spelled: &str) {
        let Some((first, rest)) = keys_of(spelled) else {
            return;
        };
        let full = self.len >= VOCABULARY_NAMES_MAX;
        let phrases = self.by_first.entry(first).or_default();
        if let Some(phrase) = phrases.iter_mut().find(|phrase| phrase.is(&rest, known)) {
            phrase.bearers = phrase.bearers.saturating_add(1);
            return;
        }
        if full {
            return;
        }
        let longest_first = phrases.partition_point(|phrase| phrase.rest.len() >= rest.len());
        phrases.insert(
            longest_first,
            Phrase {
                rest,
                spelled: in_latin(spelled),
                known,
                bearers: 1,
            },
        );
        self.len += 1;
    }

    /// Takes away one bearer of a name.
    pub fn forget(&mut self, known: Known, spelled: &str) {
        let Some((first, rest)) = keys_of(spelled) else {
            return;
        };
        let Some(phrases) = self.by_first.get_mut(&first) else {
            return;
        };
        let Some(at) = phrases.iter().position(|phrase| phrase.is(&rest, known)) else {
            return;
        };
        if let Some(phrase) = phrases.get_mut(at).filter(|phrase| phrase.bearers > 1) {
            phrase.bearers -= 1;
            return;
        }
        phrases.remove(at);
        self.len -= 1;
        if phrases.is_empty() {
            self.by_first.remove(&first);
        }
    }

    /// Makes one token of every known name, the longest first.
    pub(super) fn join(&self, toks: &mut Vec<Tok>) {
        if self.is_empty() {
            return;
        }
        let keys: Vec<Vec<String>> = toks
            .iter()
            .map(|tok| match tok.kind {
                Kind::Word | Kind::Figure | Kind::Code => word_keys(&tok.word),
                _ => Vec::new(),
            })
            .collect();
        let mut joins = Vec::new();
        let mut at = 0;
        while at < toks.len() {
            match self.at(toks, &keys, at) {
                Some((phrase, end)) => {
                    joins.push((at, end, phrase));
                    at = end;
                }
                None => at += 1,
            }
        }
        for (from, end, phrase) in joins.into_iter().rev() {
            join(toks, from, end);
            if let Some(tok) = toks.get_mut(from) {
                tok.word.clone_from(&phrase.spelled);
                tok.groups = Groups::of(&phrase.spelled);
                tok.devanagari = false;
                tok.known = Some(phrase.known);
                tok.is_name();
            }
        }
    }

    /// The longest name that begins at `at` and may be one here, with the token after it.
    fn at(&self, toks: &[Tok], keys: &[Vec<String>], at: usize) -> Option<(&Phrase, usize)> {
        let first = keys.get(at)?.first()?;
        self.by_first.get(first)?.iter().find_map(|phrase| {
            let end = ends(phrase, keys, at)?;
            let joined = toks.get(at + 1..end)?.iter().any(|tok| tok.broken);
            (!joined && Place::new(toks, at, end).is_meant(phrase.known)).then_some((phrase, end))
        })
    }
}

impl Phrase {
    fn is(&self, rest: &[String], known: Known) -> bool {
        self.rest == rest && self.known == known
    }
}

/// The words that a name is heard by, the first apart; none when it cannot be said.
fn keys_of(spelled: &str) -> Option<(String, Vec<String>)> {
    // "7up" is said in two pieces, as the tokeniser cuts it.
    let mut keys = word_keys(&apart_at_digits(spelled));
    let said = spelled.chars().any(char::is_alphabetic);
    if !said || keys.is_empty() || keys.len() > WORDS_MAX || spelled.chars().any(super::is_unspoken) {
        return None;
    }
    let first = keys.remove(0);
    Some((first, keys))
}

/// A blank wherever letters meet digits.
fn apart_at_digits(spelled: &str) -> String {
    let mut out = String::with_capacity(spelled.len() + 2);
    let mut last = ' ';
    for c in spelled.chars() {
        if c.is_ascii_digit() && last.is_alphabetic() || c.is_alphabetic() && last.is_ascii_digit() {
            out.push(' ');
        }
        out.push(c);
        last = c;
    }
    out
}

fn in_latin(spelled: &str) -> String {
    if !spelled.chars().any(is_devanagari) {
        return spelled.to_lowercase();
    }
    let words: Vec<String> = spelled.split_whitespace().map(transliterate).collect();
    words.join(" ")
}

/// The token after the phrase, when all of its words stand here and end with a token.
fn ends(phrase: &Phrase, keys: &[Vec<String>], at: usize) -> Option<usize> {
    let mut wanted = phrase.rest.iter();
    let mut here = keys.get(at)?.get(1..)?;
    let mut end = at + 1;
    loop {
        for key in here {
            if wanted.next()? != key {
                return None;
            }
        }
        if wanted.len() == 0 {
            return Some(end);
        }
        here = keys.get(end).filter(|keys| !keys.is_empty())?;
        end += 1;
    }
}
