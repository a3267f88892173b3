//! Which words there are, whatever they carry: one look instead of a walk over the utterance.

use super::word::{Kind, Word};

/// A set of kinds of words. It may hold more than is there, and never less.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct WordSet([u64; 4]);

impl WordSet {
    pub(crate) fn insert(&mut self, word: Word) {
        let (part, bit) = place(word);
        if let Some(bits) = self.0.get_mut(part) {
            *bits |= bit;
        }
    }

    /// May `word` be there? A word that carries something, such as a unit, is there when any of its kind is.
    pub(crate) fn may_hold(&self, word: Word) -> bool {
        let (part, bit) = place(word);
        self.0.get(part).is_some_and(|bits| bits & bit != 0)
    }

    pub(crate) fn may_hold_any(&self, words: &[Word]) -> bool {
        words.iter().any(|word| self.may_hold(*word))
    }
}

impl FromIterator<Word> for WordSet {
    fn from_iter<I: IntoIterator<Item = Word>>(words: I) -> Self {
        let mut set = Self::default();
        words.into_iter().for_each(|word| set.insert(word));
        set
    }
}

fn place(word: Word) -> (usize, u64) {
    let kind = Kind::from(word) as usize;
    (kind / 64, 1 << (kind % 64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::understanding::lexicon::Measured;

    #[test]
    fn a_set_holds_what_was_put_in() {
        let set: WordSet = [Word::Ka, Word::Ordinal(3), Word::Unit(Measured::Kg)]
            .into_iter()
            .collect();
        assert!(set.may_hold(Word::Ka) && set.may_hold(Word::Ordinal(3)));
        assert!(set.may_hold_any(&[Word::Ko, Word::Unit(Measured::G)]));
        assert!(!set.may_hold(Word::Ko) && !set.may_hold(Word::Yearly));
    }
}
