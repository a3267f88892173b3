//! Amounts, quantities, payment modes and channels.

use execora_text::number_words::Atom;

use super::amount::{Amount, Discount, Measure};
use super::lexicon::{Measured, Word};
use super::slots::{Channel, PaymentMode, Slots, Unit};
use super::utterance::{Num, Utterance, unit};

/// The largest amount that may be said: ₹10,00,00,000.
const AMOUNT_PAISE_MAX: i64 = 10_000_000_000;

/// An amount with the tokens it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Priced {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) amount: Amount,
    /// "rupaye", "Rs" or "paise" was said.
    pub(super) rupees: bool,
}

/// Thousandths of a rupee as paise, when that is exact and within bounds.
pub(super) fn paise(milli: i64) -> Option<Amount> {
    let paise = milli / 10;
    (milli % 10 == 0 && paise > 0 && paise <= AMOUNT_PAISE_MAX).then(|| Amount::from_paise(paise))
}

/// A quantity in the unit of the wire.
pub(super) fn measured(milli: i64, unit: Measured) -> (Measure, Option<Unit>) {
    let (factor, divisor, unit) = match unit {
        Measured::Kg => (1, 1, Unit::Kg),
        Measured::G => (1, 1, Unit::G),
        Measured::L => (1, 1, Unit::L),
        Measured::Ml => (1, 1, Unit::Ml),
        Measured::Piece => (1, 1, Unit::Piece),
        Measured::Packet => (1, 1, Unit::Packet),
        Measured::Dozen => (1, 1, Unit::Dozen),
        Measured::Box => (1, 1, Unit::Box),
        Measured::Bottle => (1, 1, Unit::Bottle),
        Measured::Bag => (1, 1, Unit::Bag),
        Measured::Metre => (1, 1, Unit::Metre),
        Measured::Paav => (1, 4, Unit::Kg),
        Measured::Quintal => (100, 1, Unit::Kg),
        Measured::Pair => (2, 1, Unit::Piece),
        Measured::Kodi => (20, 1, Unit::Piece),
        Measured::Gross => (144, 1, Unit::Piece),
        Measured::Unsettled => return (Measure::from_milli(milli), None),
    };
    (
        Measure::from_milli(milli.saturating_mul(factor) / divisor),
        Some(unit),
    )
}

impl Utterance {
    /// Reads rupees and paise at a number, with the currency words around it.
    pub(super) fn priced(&self, num: Num) -> Option<Priced> {
        // "1.250" is no amount of money, though it may be of sugar.
        let decimals = self
            .word(num.start)
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        if num.end == num.start + 1 && decimals > 2 {
            return None;
        }
        // "- 500": money that may be less than nothing is asked.
        if num.signed {
            return None;
        }
        let mut start = num.start;
        let mut end = num.end;
        let mut milli = num.milli;
        let mut rupees = false;
        if start > 0
            && self.tag(start - 1) == Some(Word::Rupee)
            && self.free(start - 1)
            && self.num_before(start - 1).is_none()
        {
            start -= 1;
            rupees = true;
        }
        if !rupees && let Some((said, to)) = self.said_without_hundred(num) {
            (milli, end) = (said, to);
        }
        if self.tag(end) == Some(Word::Rupee) {
            end += 1;
            rupees = true;
            let joined = end + usize::from(self.is(end, &[Word::And]));
            if let Some(next) = self.num_at(self.skip_fillers(joined))
                && self.tag(next.end) == Some(Word::Paise)
                && next.milli < 100_000
            {
                milli += next.milli / 100;
                end = next.end + 1;
            }
        } else if self.word(end) == "paisa" && milli < 100_000 {
            // "ek paisa", "do paisa"
            return None;
        } else if self.tag(end) == Some(Word::Paise) {
            // "500 paise diye" is money; of fifty, nobody can say whether it is half a rupee.
            if milli < 100_000 {
                return None;
            }
            end += 1;
            rupees = true;
        }
        Some(Priced {
            start,
            end,
            amount: paise(milli)?,
            rupees,
        })
    }

    /// "five fifty" is 550, "twelve fifty" 1,250, "sixty four fifty a litre" 64.50: so English says money. "ten fifteen" is a range.
    fn said_without_hundred(&self, num: Num) -> Option<(i64, usize)> {
        let next = self.num_at(num.end)?;
        let english =
            |num: Num| (num.start..num.end).all(|at| matches!(self.toks[at].atom, Some(Atom::English(_))));
        if !num.bare || !next.bare || self.toks[num.end].broken || !english(num) || !english(next) {
            return None;
        }
        let range = next.milli > num.milli && next.milli <= num.milli * 2;
        let tens = (10_000..100_000).contains(&next.milli);
        if (1_000..20_000).contains(&num.milli) && tens && next.milli != num.milli && !range {
            return Some((num.milli * 100 + next.milli, next.end));
        }
        // "twenty five fifty" may be either, but for a price of one: "sixty four fifty a litre".
        let paise = (20_000..100_000).contains(&num.milli) && next.milli % 10_000 == 0 && tens;
        let of_one = self.is(next.end, &[Word::Article, Word::Per, Word::Each]);
        (paise && of_one && num.milli != next.milli).then_some((num.milli + next.milli / 100, next.end))
    }

    /// The amounts that nothing else has taken: those with a currency word first.
    pub(super) fn amounts(&self) -> Vec<Priced> {
        let mut found: Vec<Priced> = Vec::new();
        for num in self.free_nums() {
            if found.last().is_some_and(|last| num.start < last.end)
                || unit(self.tag(num.end)).is_some()
                || self.is(num.end, &OF_TIME)
            {
                continue;
            }
            if let Some(priced) = self.priced(num) {
                found.push(priced);
            }
        }
        found
    }

    /// Takes the one amount there is. `false` when there are several that differ, or one that cannot be booked.
    pub(super) fn take_amount(&mut self, slots: &mut Slots) -> bool {
        let all = self.amounts();
        let said: Vec<Priced> = all.iter().filter(|priced| priced.rupees).copied().collect();
        let mut choice = if said.is_empty() { all } else { said };
        if choice.len() > 1 {
            // "ek", "a" and "one" beside an amount are articles.
            choice.retain(|priced| priced.amount.paise() != 100);
        }
        match choice.as_slice() {
            [] => self.free_nums().is_empty(),
            [only] => {
                slots.amount = Some(only.amount);
                self.take(only.start, only.end, "amount");
                true
            }
            _ => false,
        }
    }

    /// How the money came.
    pub(super) fn take_mode(&mut self, slots: &mut Slots) {
        for at in 0..self.len() {
            let mode = match self.tag(at) {
                Some(Word::Cash) => PaymentMode::Cash,
                Some(Word::Upi | Word::Online) => PaymentMode::Upi,
                Some(Word::Card) => PaymentMode::Card,
                Some(Word::Cheque) => PaymentMode::Cheque,
                Some(Word::Bank) => PaymentMode::Bank,
                Some(Word::Show) if matches!(self.word(at), "check" | "chek") => PaymentMode::Cheque,
                _ => continue,
            };
            slots.mode = Some(mode);
            self.take(at, at + 1, "mode");
            return;
        }
        let into_account = self.find(&[Word::Khata]).is_some_and(|at| {
            self.tag(at + 1) == Some(Word::Mein)
                && (self.has(Word::Send)
                    || self.has(Word::Put) && self.has_any(&[Word::Ne, Word::PronounNe])
                    || self.has(Word::Got) && !self.is(at.wrapping_sub(1), &[Word::Ka, Word::PronounKa]))
                || self.tag_before(at) == Some(Word::Mine) && self.has(Word::Deposit)
        });
        if into_account {
            slots.mode = Some(PaymentMode::Bank);
        }
    }

    /// Where to send it.
    pub(super) fn take_channel(&mut self, slots: &mut Slots) {
        let found = (0..self.len()).find_map(|at| match self.tag(at) {
            Some(Word::WhatsApp) => Some((at, Channel::Whatsapp)),
            Some(Word::Email) => Some((at, Channel::Email)),
            Some(Word::Sms) => Some((at, Channel::Sms)),
            _ => None,
        });
        if let Some((at, channel)) = found {
            slots.channel = Some(channel);
            self.take(at, at + 1, "channel");
        }
    }

    /// A percentage, or an amount beside a word of discount.
    pub(super) fn take_discount(&mut self, slots: &mut Slots) {
        for num in self.free_nums() {
            if self.tag(num.end) == Some(Word::Percent) && num.milli > 0 && num.milli <= 100_000 {
                slots.discount = Some(Discount::Percent(Measure::from_milli(num.milli)));
                self.take(num.start, num.end + 1, "discount");
                return;
            }
        }
        for priced in self.amounts() {
            let mut after = priced.end;
            while self.is(after, &[Word::Ka, Word::Of, Word::Article]) {
                after += 1;
            }
            let mut before = priced.start;
            while before > 0 && self.is(before - 1, &[Word::Of, Word::Article, Word::Ka]) {
                before -= 1;
            }
            let beside = self.is(after, &[Word::Discount, Word::Off, Word::Reduce])
                && self.toks.get(after).is_some_and(|tok| !tok.broken)
                || self.is(after, &[Word::Leave]) && self.has_any(&[Word::Total, Word::Bill])
                || self.tag_before(before) == Some(Word::Discount)
                || self.tag_before(before) == Some(Word::Off) && self.word(before - 1) == "less";
            if beside {
                slots.discount = Some(Discount::Amount(priced.amount));
                self.take(priced.start, after + 1, "discount");
                return;
            }
        }
    }

    /// Tax, when it was said either way.
    pub(super) fn take_gst(&mut self, slots: &mut Slots) {
        let Some(at) = self.find(&[Word::Gst]) else { return };
        // "GST invoice nikaalo" takes the bill out, not the tax off.
        let taxed_bill = self.is(at + 1, &[Word::Bill]);
        let denied = self.has_any(&[Word::Without, Word::Dont, Word::No])
            || !taxed_bill
                && (at + 1..(at + 3).min(self.len())).any(|next| self.tag(next) == Some(Word::Remove))
            || (at.saturating_sub(2)..at).any(|before| self.is(before, &[Word::Remove]))
            || self.word(at.wrapping_sub(1)) == "non"
            || self.is(at + 1, &[Word::Off])
            || (at + 1..at + 3).any(|next| self.is(next, &[Word::Stop]))
            || at > 0 && self.is(at - 1, &[Word::Stop]);
        slots.with_gst = Some(!denied);
        self.take(at, at + 1, "with_gst");
    }
}

/// A number before one of these counts time, not money.
const OF_TIME: [Word; 11] = [
    Word::Once,
    Word::Year,
    Word::Minute,
    Word::Hour,
    Word::Day,
    Word::Week,
    Word::Month,
    Word::Oclock,
    Word::Am,
    Word::Pm,
    Word::Tarikh,
];
