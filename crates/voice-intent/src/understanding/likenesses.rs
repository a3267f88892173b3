//! Words of the lexicon that are part of a name, or goods, where they stand.

use super::lexicon::Word;
use super::utterance::Utterance;

/// Names that sound like a word of the shop: Ravinder is no reminder, Chetan no chettan.
const SOUND_ALIKE: [&str; 12] = [
    "ravinder", "varinder", "raminder", "kansal", "chetan", "datta", "dutta", "beena", "valli", "karun",
    "chettiar", "mitali",
];
/// Names that are words as well: at the beginning, with the particle of a person after them, they are names.
const NAMES_TOO: [&str; 10] = [
    "bheem", "badal", "mita", "bina", "chavan", "bora", "babu", "nani", "dada", "kaka",
];

impl Utterance {
    /// Takes the tag off a word that only looks like one of the lexicon's.
    pub(super) fn settle_likeness(&mut self, at: usize) {
        let named_after = self.tag(at + 1).is_none() && at + 1 < self.len();
        if NAMES_TOO.contains(&self.word(at)) && self.opens_with_a_person(at) {
            (self.toks[at].tag, self.toks[at].atom) = (None, None);
            return;
        }
        let own = match self.word(at) {
            word if SOUND_ALIKE.contains(&word) => true,
            // "New Bombay Store": a capital in the midst of small words, and a name after it.
            "new" => {
                let capital = self.toks[at].raw == "New"
                    && self.is_capital(at + 1)
                    && (at > 0 || self.is_capital(at + 2));
                named_after && (capital || self.toks[at].raw == "न्यू")
            }
            // "12 register" are books; "register a customer" is an order.
            "register" => at > 0 && (self.counted_at(at) || !self.has(Word::Customer)),
            _ => false,
        };
        if own {
            self.retag(at, None);
        }
    }

    /// "Badal ka balance", "Babu ne 500 diye": nothing is said before it, and a person's particle after it.
    fn opens_with_a_person(&self, at: usize) -> bool {
        let particle = self.is(at + 1, &[Word::Ne, Word::Ko, Word::Apostrophe])
            || self.is(at + 1, &[Word::Ka]) && self.word(at + 1) != "ke";
        particle && (0..at).all(|before| self.is_filler(before))
    }

    /// Does a number or a unit stand before the word at `at`?
    fn counted_at(&self, at: usize) -> bool {
        at.checked_sub(1)
            .and_then(|before| self.toks.get(before))
            .is_some_and(|tok| {
                tok.kind == execora_text::tokens::Kind::Figure
                    || tok.atom.is_some() && tok.tag.is_none()
                    || matches!(tok.tag, Some(Word::Unit(_)))
            })
    }
}
