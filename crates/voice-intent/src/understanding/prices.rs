//! Rupees per unit: "45 ke bhav se", "at 120 each", "10 rupaye wale".

use super::amount::Amount;
use super::lexicon::Word;
use super::utterance::{Utterance, unit};

impl Utterance {
    /// "45 ke bhav se", "32 rupaye kilo", "at 120 each", "10 rupaye wale": rupees per unit at `at`.
    pub(super) fn price_at(&self, at: usize) -> Option<(Amount, usize)> {
        let mut from = at;
        while self.is(from, &[Word::Ka, Word::Filler, Word::For]) {
            from += 1;
        }
        // "cheeni ka rate 42 karo"
        let after_rate = if self.is(from + 1, &[Word::To]) {
            from + 2
        } else {
            from + 1
        };
        let rated = self.is(from, &[Word::Rate]) && self.num_at(after_rate).is_some();
        if rated {
            from = after_rate;
        }
        let each = self.is(from, &[Word::At]);
        if each {
            from += 1;
        }
        if self.is(from, &[Word::Rupee]) {
            from += 1;
        }
        let priced = self.priced(self.num_at(from).filter(|_| self.free(from))?)?;
        let mut end = priced.end;
        let mut said = each || rated;
        if self.is(end, &[Word::Each]) {
            said = true;
            end += 1;
        }
        // "2 kilo rice, half a litre oil": after a comma another line begins.
        let after_comma = self.toks.get(from).is_some_and(|tok| tok.broken);
        let mut per = end;
        while self.is(per, &[Word::Per, Word::Article]) || self.word(per) == "ek" {
            per += 1;
        }
        if unit(self.tag(per)).is_some()
            && (priced.rupees
                || per > end && !after_comma
                || each
                || self.is(per + 1, &[Word::Ka]) && self.is(per + 2, &[Word::Rate, Word::Hisaab]))
            && !self.product_word(per + 1, true)
        {
            said = true;
            end = per + 1;
        }
        if self.is(end, &[Word::Wala]) {
            return Some((priced.amount, end + 1));
        }
        let mut rate = end;
        while self.is(rate, &[Word::Ka]) {
            rate += 1;
        }
        if self.is(rate, &[Word::Rate, Word::Hisaab]) {
            rate += 1;
            while self.is(rate, &[Word::Se, Word::Pe]) {
                rate += 1;
            }
            return Some((priced.amount, rate));
        }
        if rate > end && at > 0 && self.is(rate, &[Word::Bill]) && self.nameable(at - 1) {
            return Some((priced.amount, end));
        }
        said.then_some((priced.amount, end))
    }

    /// A price that stands apart from the only line: "… bill bana do 42 ke bhav".
    pub(super) fn price_of_the_only_item(&self) -> Option<(Amount, usize, usize)> {
        self.free_nums().into_iter().find_map(|num| {
            self.price_at(num.start)
                .map(|(price, end)| (price, num.start, end))
        })
    }
}
