//! The words of an utterance as the lexicon knows them, for those who read no whole command out of it.

use execora_text::number_words::sound_key;
use execora_text::tokens::{Kind, tokenise};

use super::lexicon::{self, Word};

/// One word and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tagged {
    /// As written.
    pub raw: String,
    /// In lower-case Latin letters and ASCII digits.
    pub word: String,
    /// What it is made of.
    pub kind: Kind,
    /// Was it written without a space after the word before it?
    pub glued: bool,
    /// Which word of the lexicon it is.
    pub is: Option<Word>,
}

impl Tagged {
    pub(crate) fn is_any(&self, words: &[Word]) -> bool {
        self.is.is_some_and(|is| words.contains(&is))
    }

    /// One of these words in Latin letters: words that the lexicon does not tell from others.
    pub(crate) fn spelt(&self, words: &[&str]) -> bool {
        words.contains(&self.word.as_str())
    }
}

/// Splits an utterance and tags its words.
pub(crate) fn tagged(text: &str) -> Vec<Tagged> {
    let tag = |folded: &str, word: &str, kind: Kind| match (kind, word) {
        // Two, or the end of an order ("kar do"); whoever wants a number reads the word itself.
        (Kind::Word, "do") => Some(Word::Give),
        (Kind::Word, _) => lexicon::lookup(folded, word, &sound_key(word)),
        _ => None,
    };
    tokenise(text)
        .into_iter()
        .map(|token| Tagged {
            is: tag(&token.folded, &token.word, token.kind),
            raw: token.raw,
            word: token.word,
            kind: token.kind,
            glued: token.glued,
        })
        .collect()
}
