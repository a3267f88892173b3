//! Rupees per unit: "45 ke bhav se", "at 120 each", "10 rupaye wale".

use super::amount::Amount;
use super::figures::{measured, paise};
use super::lexicon::{Measured, Word};
use super::slots::{Item, Unit};
use super::utterance::{Utterance, unit};

/// More than a dozen of something is no likely count, and so few rupees no likely price.
const COUNT_PAISE_MAX: i64 = 1_200;
/// A number without a word for money is a price from here on.
const BARE_PAISE_MIN: i64 = 1_000;

/// "10 rupaye paav" are 40 a kilo: the price of one unit of the contract, when paise can hold it.
pub(super) fn priced_per(price: Amount, said: Measured) -> Option<(Amount, Unit)> {
    const ONE: i64 = 1_000;
    let (one, unit) = measured(ONE, said);
    let paise = price.paise().checked_mul(ONE)?;
    let held = one.milli();
    (held > 0 && paise % held == 0).then_some((Amount::from_paise(paise / held), unit?))
}

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
        // "2 bori chokar saadhe aath sau ki bori", "3 litre refined 142 litre"
        let mut of_unit = end;
        while self.is(of_unit, &[Word::Ka, Word::Article]) || self.word(of_unit) == "ek" {
            of_unit += 1;
        }
        if let Some(unit) = unit(self.tag(of_unit))
            && self.measures_the_goods_before(at, unit)
            && (!self.product_word(of_unit + 1, true) || self.toks[of_unit + 1].broken)
            && !self.is(of_unit + 1, &[Word::Ka])
        {
            return Some((priced.amount, of_unit + 1));
        }
        if unit(self.tag(per)).is_some()
            && (priced.rupees
                || per > end && !after_comma
                || each
                || self.is(per + 1, &[Word::Ka]) && self.is(per + 2, &[Word::Rate, Word::Hisaab]))
            && (!self.product_word(per + 1, true) || self.toks[per + 1].broken)
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
        // "milk 3 ka bill" counts, unless the milk was counted before.
        let counts = self.is(rate, &[Word::Bill])
            && priced.amount.paise() <= COUNT_PAISE_MAX
            && !priced.rupees
            && !self.is_counted_before(at);
        if rate > end && at > 0 && self.nameable(at - 1) && self.closes_a_line(rate) && !counts {
            return Some((priced.amount, rate));
        }
        said.then_some((priced.amount, end))
    }

    /// Gives the price of `item`, which was said between `from` and `to`, the unit that it was said for: in the item's own
    /// unit where paise can hold it, else beside it. `false` when nobody can say what it is the price of.
    pub(super) fn price_of_its_unit(&self, item: &mut Item, from: usize, to: usize) -> bool {
        let said = (from..to).rev().find_map(|at| unit(self.tag(at)));
        let (Some(price), Some(said)) = (item.price, said) else {
            return true;
        };
        let Some((price, per)) = priced_per(price, said) else {
            return false;
        };
        item.price = Some(price);
        item.price_per = Some(per).filter(|per| item.unit != Some(*per));
        true
    }

    /// Are the goods that end at `at` counted in `unit`: "3 litre refined"?
    fn measures_the_goods_before(&self, at: usize, unit: Measured) -> bool {
        let mut from = at;
        while from > 0 && self.names_somebody(from - 1) {
            from -= 1;
        }
        from < at
            && self.tag_before(from) == Some(Word::Unit(unit))
            && self
                .num_before(from - 1)
                .is_some_and(|num| num.start == 0 || !self.names_somebody(num.start - 1))
    }

    /// Does a number stand before the goods that end at `at`?
    fn is_counted_before(&self, at: usize) -> bool {
        let mut from = at;
        while from > 0 && self.nameable(from - 1) {
            from -= 1;
        }
        let measured = matches!(self.tag_before(from), Some(Word::Unit(_)));
        let Some(num) = self.num_before(from - usize::from(measured)) else {
            return measured;
        };
        // "milk 2 bread 3": the two counts the milk.
        !(num.start > 0 && self.names_somebody(num.start - 1))
    }

    /// Is the line said to its end at `at`: "saree 1250 ki aur …", "cooler 5200 ka"?
    fn closes_a_line(&self, at: usize) -> bool {
        let goes_on = matches!(
            self.tag(at),
            Some(
                Word::Unit(_)
                    | Word::Rate
                    | Word::Hisaab
                    | Word::Discount
                    | Word::Off
                    | Word::Reduce
                    | Word::Each
            )
        );
        at >= self.len()
            || self.tag(at).is_some() && !goes_on
            || self.num_at(at).is_some()
            || self.toks[at].broken
    }

    /// "2 kurtis 650 and …": a bare number after goods that were counted.
    pub(super) fn bare_price(&self, at: usize) -> Option<(Amount, usize)> {
        let mut from = at;
        while self.is(from, &[Word::Filler, Word::For, Word::Rupee]) {
            from += 1;
        }
        let priced = self.priced(self.num_at(from).filter(|_| self.free(from))?)?;
        let after = self.skip_fillers(priced.end);
        let broken = |at: usize| self.toks.get(at).is_some_and(|tok| tok.broken);
        let counts_more = unit(self.tag(after)).is_some()
            || self.is(
                priced.end,
                &[Word::Percent, Word::Off, Word::Discount, Word::Reduce, Word::Ka],
            ) && !broken(priced.end)
            || broken(from) && !priced.rupees
            || self.product_word(after, true) && !broken(after);
        // So few rupees are as likely a count said twice or too early.
        let few = priced.amount.paise() < BARE_PAISE_MIN && !priced.rupees;
        let said_twice = self
            .num_at(after)
            .is_some_and(|next| paise(next.milli) >= Some(priced.amount));
        if few || said_twice {
            return None;
        }
        (!counts_more).then_some((priced.amount, priced.end))
    }

    /// "10 rupaye wale", "45 rupaye kilo wali": the price of goods named before or after it.
    pub(super) fn price_of_such(&self, at: usize) -> Option<(Amount, usize)> {
        let num = self.num_at(at).filter(|_| self.free(at))?;
        let priced = self.priced(num)?;
        let mut end = priced.end;
        if priced.rupees && unit(self.tag(end)).is_some() {
            end += 1;
        }
        self.is(end, &[Word::Wala]).then_some((priced.amount, end + 1))
    }

    /// A price that stands apart from the only line: "… bill bana do 42 ke bhav".
    pub(super) fn price_of_the_only_item(&self) -> Option<(Amount, usize, usize)> {
        self.free_nums().into_iter().find_map(|num| {
            self.price_at(num.start)
                .map(|(price, end)| (price, num.start, end))
        })
    }
}
