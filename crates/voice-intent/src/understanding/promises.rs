//! Clauses around a payment that are no part of it: "500 diye baaki baad mein dega", "fasal bechkar 500 diye".

use super::lexicon::{Group, Word};
use super::utterance::Utterance;

/// Words of money that came.
const CAME: [Word; 5] = [Word::Given, Word::Paid, Word::Got, Word::Done, Word::Deposit];

impl Utterance {
    /// Drops the clause about what is still to come, where a payment was told before it.
    pub(super) fn drop_promise(&mut self) {
        let Some(from) = (2..self.len()).find(|at| self.begins_promise(*at)) else {
            return;
        };
        let booked = self.is_put_off(from)
            && (0..from).any(|at| {
                self.is(
                    at,
                    &[Word::Write, Word::Put, Word::Add, Word::Credit, Word::Taken],
                )
            });
        let told =
            (booked || (0..from).any(|at| self.is(at, &CAME))) && self.nums.iter().any(|num| num.end <= from);
        let other = (from..self.len()).any(|at| {
            self.is(at, &CAME) && self.word(at) != "pay"
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

    /// Drops that it will be paid later, where it is written down for that: "Abbas will pay later so add 560 …",
    /// "Bholu 90 baad mein dega, khate mein likh do".
    pub(super) fn drop_put_off_opening(&mut self) {
        let writes = |from: usize| {
            (from..self.len()).any(|at| self.is(at, &[Word::Write, Word::Put, Word::Add, Word::Credit]))
        };
        let clause = (1..self.len()).find_map(|at| {
            let english = self.word(at) == "will" && self.is(at + 1, &[Word::Paid, Word::Give]);
            let hindi =
                self.word(at) == "baad" && self.is(at + 1, &[Word::Mein]) && self.is(at + 2, &[Word::Future]);
            match (english, hindi) {
                (true, _) => Some((at, at + 2 + usize::from(self.word(at + 2) == "later"))),
                (_, true) => Some((at, at + 3)),
                _ => None,
            }
        });
        let Some((from, to)) = clause.filter(|(_, to)| writes(*to)) else {
            return;
        };
        let to = if matches!(self.word(to), "so" | "to" | "toh") {
            to + 1
        } else {
            to
        };
        self.cut(from, to);
    }

    /// Drops what was done before: "Bhurelal fasal bechkar 15000 de gaya", "Kaluram ne mandi se aake 20000 diye".
    pub(super) fn drop_participle(&mut self) {
        let Some(at) = (1..self.len()).find(|at| self.in_group(*at, Group::CameAway)) else {
            return;
        };
        if !(at..self.len()).any(|at| self.is(at, &CAME)) {
            return;
        }
        let from = if at > 1 && self.is(at - 1, &[Word::Se, Word::Ka]) && self.names_somebody(at - 2) {
            at - 2
        } else if at > 1
            && self.names_somebody(at - 1)
            && (self.names_somebody(at - 2) || self.is(at - 2, &[Word::Ne]))
        {
            at - 1
        } else {
            at
        };
        if from > 0 {
            self.cut(from, at + 1);
        }
    }

    /// "… he will pay later", "… baad mein dega": nothing but when it will be paid.
    fn is_put_off(&self, from: usize) -> bool {
        const OF_IT: [Word; 14] = [
            Word::He,
            Word::PronounNe,
            Word::After,
            Word::Mein,
            Word::Kal,
            Word::Parson,
            Word::Tomorrow,
            Word::Next,
            Word::Week,
            Word::Month,
            Word::Give,
            Word::Future,
            Word::Paid,
            Word::That,
        ];
        let future = (from..self.len()).any(|at| self.is(at, &[Word::Future]) || self.word(at) == "will");
        future && (from..self.len()).all(|at| self.is(at, &OF_IT) || self.is_filler(at))
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
        // "diye honge" is presumed, and nothing that is to come.
        let presumed = matches!(self.word(at), "hoga" | "hogi" | "honge" | "hongi");
        if !presumed && self.is_put_off(at) && !self.is_filler(at) && !self.is(at - 1, &[Word::Ne]) {
            return true;
        }
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
