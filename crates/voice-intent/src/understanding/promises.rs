//! What is promised behind a payment: "500 diye baaki baad mein dega". The payment stands, and the rest is no part of it.

use super::lexicon::Word;
use super::utterance::Utterance;

/// Words of money that came.
const CAME: [Word; 5] = [Word::Given, Word::Paid, Word::Got, Word::Done, Word::Deposit];

impl Utterance {
    /// Drops the clause about what is still to come, where a payment was told before it.
    pub(super) fn drop_promise(&mut self) {
        let Some(from) = (2..self.len()).find(|at| self.begins_promise(*at)) else {
            return;
        };
        let told = (0..from).any(|at| self.is(at, &CAME)) && self.nums.iter().any(|num| num.end <= from);
        let other = (from..self.len()).any(|at| {
            self.is(at, &CAME)
                || self.is(
                    at,
                    &[
                        Word::Write,
                        Word::Add,
                        Word::Put,
                        Word::Remind,
                        Word::Yaad,
                        Word::Make,
                        Word::Dont,
                    ],
                )
        });
        let to_come = (from..self.len()).any(|at| {
            self.is(
                at,
                &[Word::Future, Word::Tomorrow, Word::Kal, Word::Parson, Word::Next],
            ) || self.is(at, &[Word::After])
                || matches!(
                    self.word(at),
                    "later" | "will" | "dunga" | "denge" | "pending" | "remaining"
                )
                || self.is(at, &[Word::Due, Word::Left])
        });
        if !told || other || !to_come || self.is_question() {
            return;
        }
        let mut from = from;
        while from > 0 && self.is(from - 1, &[Word::And, Word::Filler, Word::Ordinary]) {
            from -= 1;
        }
        self.cut(from, self.len());
    }

    /// "baaki …", "the rest …", "200 baaki", at the head of a clause behind a verb.
    fn begins_promise(&self, at: usize) -> bool {
        let rest = |at: usize| {
            self.is(at, &[Word::Due, Word::Left])
                || matches!(
                    self.word(at),
                    "rest" | "remaining" | "bacha" | "bache" | "balance"
                )
        };
        let behind = (at - 1..at).any(|before| {
            self.is(
                before,
                &[
                    Word::Given,
                    Word::Paid,
                    Word::Got,
                    Word::Done,
                    Word::Deposit,
                    Word::Be,
                ],
            ) || self.is(
                before,
                &[
                    Word::And,
                    Word::Article,
                    Word::Cash,
                    Word::Upi,
                    Word::Rupee,
                    Word::Filler,
                ],
            ) || self.is(before, &[Word::Card, Word::Bank, Word::Cheque, Word::Online])
        }) || self.toks[at].broken
            || self.num_before(at).is_some();
        if rest(at) {
            // "baaki ke 400 de diye" pays what was left.
            return behind && !self.is(at + 1, &[Word::Ka]);
        }
        // "500 diye 200 baaki hai"
        self.num_at(at).is_some_and(|num| {
            let end = num.end + usize::from(self.is(num.end, &[Word::Rupee]));
            self.is(at - 1, &[Word::Given, Word::Paid, Word::Got, Word::Be]) && rest(end)
        })
    }
}
