//! Readings that hang together but leave out what was said: they are asked back, and never acted upon.

use super::Found;
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::{Measured, Word};
use crate::understanding::utterance::Utterance;

/// Below the threshold: nothing is done without a yes.
const DOUBTFUL: f32 = 0.6;

impl Utterance {
    /// Lowers the confidence of a reading that lost the name of a person or the measure of goods.
    pub(super) fn ask_back(&self, found: &mut Found) {
        let for_somebody = matches!(
            found.intent,
            Intent::CreateInvoice | Intent::AddCredit | Intent::AddPayment
        );
        let lost = for_somebody
            && found.slots.customer.is_none()
            && !found.slots.pronoun
            && (0..self.len()).any(|at| self.is_lost_name(at));
        if lost || found.intent.is_acting() && self.has(Word::Unit(Measured::Unsettled)) {
            found.confidence = found.confidence.min(DOUBTFUL);
        }
    }

    /// Does a word stand at `at` that no slot has explained, where only a person can?
    fn is_lost_name(&self, at: usize) -> bool {
        let particle = self.is(at + 1, &[Word::Ko, Word::Ne]);
        let preposition =
            at > 0 && self.is(at - 1, &[Word::For]) && self.is(at, &[Word::Honorific, Word::Mister]);
        self.free(at)
            && (particle && !self.is(at, &BEFORE_KO) || preposition)
            && !matches!(
                self.tag(at),
                Some(Word::Weekday(_) | Word::Unit(_) | Word::Ordinal(_))
            )
    }
}

/// What stands before "ko" and is nobody: everybody, a time, a thing of the shop.
const BEFORE_KO: [Word; 38] = [
    Word::PronounKa,
    Word::PronounKo,
    Word::PronounNe,
    Word::PronounSe,
    Word::He,
    Word::Her,
    Word::I,
    Word::ToMe,
    Word::Mine,
    Word::This,
    Word::That,
    Word::Who,
    Word::Question,
    Word::Customer,
    Word::People,
    Word::All,
    Word::Both,
    Word::Wala,
    Word::Ka,
    Word::Bill,
    Word::Draft,
    Word::Stock,
    Word::Khata,
    Word::Hisaab,
    Word::Reminder,
    Word::Goods,
    Word::Shop,
    Word::Today,
    Word::Kal,
    Word::Tomorrow,
    Word::Yesterday,
    Word::Parson,
    Word::Tarikh,
    Word::Morning,
    Word::Afternoon,
    Word::Evening,
    Word::Night,
    Word::Bank,
];
