//! Short words with two meanings: "na", "no", "one", "he", "to" and their like, settled by their neighbours.

use super::lexicon::{Measured, Word};
use super::utterance::Utterance;

impl Utterance {
    /// The short words whose neighbours say what they are.
    pub(super) fn settle_small_word(
        &mut self,
        at: usize,
        word: &str,
        before: Option<Word>,
        next: Option<Word>,
    ) {
        match word {
            // "ek saree"; "saree bill" are all of them.
            "saree" | "sarees"
                if !matches!(
                    next,
                    Some(Word::Bill | Word::Reminder | Word::Customer | Word::Draft)
                ) =>
            {
                self.retag(at, None);
            }
            // "paav bhar jeera" is a quarter of a kilo, "ek paav bhar" as much.
            "bhar" if self.word(at.wrapping_sub(1)) == "quarter" => {
                self.retag(at, Some(Word::Unit(Measured::Kg)));
            }
            "bhar" if matches!(before, Some(Word::Unit(_))) => self.retag(at, Some(Word::Filler)),
            // "12 register" are books.
            "register" | "registers"
                if at > 0 && self.num_like(at - 1).is_some()
                    || self.num_like(at + 1).is_some()
                    || next == Some(Word::Ka) =>
            {
                self.retag(at, None);
            }
            // "on this one"
            "one"
                if at > 0
                    && matches!(self.word(at - 1), "this" | "that")
                    && !self.names_goods(at + 1)
                    && !matches!(next, Some(Word::Unit(_))) =>
            {
                self.toks[at].atom = None;
                self.retag(at, Some(Word::One));
            }
            // "ek payment reminder": an article, no amount.
            "ek" | "one" | "ik" if matches!(next, Some(Word::Reminder | Word::Payment | Word::Entry)) => {
                self.toks[at].atom = None;
                self.retag(at, Some(Word::Article));
            }
            "fresh" if next == Some(Word::Bill) => self.retag(at, Some(Word::New)),
            // "remind Shantamma to bring the money, no?"
            "no" if at + 1 == self.len() && self.has(Word::Remind) => {
                self.retag(at, Some(Word::Filler));
            }
            // "bill no 34"
            "no" if matches!(
                before,
                Some(Word::Bill | Word::Otp | Word::Phone | Word::Cheque | Word::Khata)
            ) && self.num_like(at + 1).is_some() =>
            {
                self.retag(at, Some(Word::Number));
            }
            // "khate m 300 likhdo"
            "m" if matches!(
                before,
                Some(Word::Khata | Word::Bill | Word::Stock | Word::Hisaab)
            ) =>
            {
                self.retag(at, Some(Word::Mein));
            }
            // "gaye mahine", "guzre hafte"
            "gaye" | "gae" | "guzre" | "guzare" | "beete" | "bite"
                if matches!(next, Some(Word::Week | Word::Month | Word::Year)) =>
            {
                self.retag(at, Some(Word::Last));
            }
            "bus" | "bas" if matches!(self.word(at + 1), "stand" | "adda" | "depot") => {
                self.retag(at, None);
            }
            "or" => self.retag(at, Some(Word::Or)),
            "me" if matches!(
                before,
                Some(
                    Word::Given | Word::Remind | Word::Show | Word::Tell | Word::Owe | Word::To | Word::Paid
                )
            ) =>
            {
                self.retag(at, Some(Word::ToMe));
            }
            "he" if at > 0
                && !matches!(next, Some(Word::Paid | Word::Given | Word::Taken | Word::Owe))
                && self.word(at + 1) != "will" =>
            {
                self.retag(at, Some(Word::Be));
            }
            "to" if self.toks[at].broken || at <= 1 && before == Some(Word::Yes) => {
                self.retag(at, Some(Word::Filler));
            }
            _ => self.settle_doubtful_verb(at, word, before, next),
        }
    }
}
