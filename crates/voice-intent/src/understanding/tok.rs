//! One word of an utterance, and one number.

use execora_text::number_words::{Atom, atom_of_folded, atom_of_sound, sound_key};
use execora_text::tokens::{Kind, Token};

use super::lexicon::{self, Groups, Word};
use super::vocabulary::Known;

/// One word of the utterance.
#[derive(Debug, Clone)]
pub(super) struct Tok {
    pub(super) raw: String,
    pub(super) word: String,
    pub(super) kind: Kind,
    pub(super) tag: Option<Word>,
    pub(super) broken: bool,
    pub(super) glued: bool,
    /// A figure with a dash right before it.
    pub(super) signed: bool,
    pub(super) devanagari: bool,
    /// What `word` has in common with others.
    pub(super) groups: Groups,
    /// What it contributes to a number.
    pub(super) atom: Option<Atom>,
    /// Explained by a slot.
    pub(super) used: bool,
    /// A name that the shop knows.
    pub(super) known: Option<Known>,
    /// The words of the text, separated by white space, that it stands for: the first, and the one after the last.
    pub(super) span: [usize; 2],
}

impl Tok {
    pub(super) fn of(token: Token) -> Self {
        let (tag, atom) = if token.kind == Kind::Word {
            let sound = sound_key(&token.word);
            let atom = if token.devanagari {
                atom_of_folded(&token.folded)
            } else {
                atom_of_sound(&token.word, &sound)
            };
            // "टू" and "फोर" are two and four, whatever English word their sound is spelt as; of "एट" its neighbours decide.
            let english = token.devanagari && matches!(atom, Some(Atom::English(_)));
            let tag = lexicon::lookup(&token.folded, &token.word, &sound)
                .filter(|tag| !english || *tag == Word::AtSign);
            (tag, atom)
        } else {
            (None, None)
        };
        Self {
            tag,
            groups: Groups::of(&token.word),
            atom,
            span: [token.chunk, token.chunk + 1],
            raw: token.raw,
            word: token.word,
            kind: token.kind,
            broken: token.broken,
            glued: token.glued,
            signed: token.signed,
            devanagari: token.devanagari,
            used: false,
            known: None,
        }
    }

    /// Another word is meant than was said: "a dozen" is one.
    pub(super) fn respell(&mut self, word: &str) {
        word.clone_into(&mut self.word);
        word.clone_into(&mut self.raw);
        self.groups = Groups::of(word);
    }

    /// It names somebody or something, whatever the word means elsewhere.
    pub(super) fn is_name(&mut self) {
        (self.kind, self.tag, self.atom) = (Kind::Word, None, None);
    }
}

/// A number in the utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Num {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) milli: i64,
    pub(super) bare: bool,
    pub(super) vague: bool,
    /// A dash stands before it: as an amount it may be less than nothing.
    pub(super) signed: bool,
}
