//! Which numbers of an utterance count goods, and whether the goods or their numbers come first.

use super::lexicon::{Word, is_ware};
use super::utterance::{Num, Utterance, unit};

impl Utterance {
    /// "2 milk aur 1 bread …", "2 kilo cheeni …": a number that surely counts goods, and is no money.
    pub(super) fn counts_goods(&self) -> bool {
        self.free_nums().iter().any(|num| {
            let goods = if unit(self.tag(num.end)).is_some() {
                num.end + 1
            } else {
                num.end
            };
            let end = self.product_run(goods);
            let joined = self.is(end, &[Word::And]) && self.num_at(end + 1).is_some();
            end > goods
                && num.milli < 1_000_000
                && (goods > num.end || joined || self.num_at(end).is_some() && self.num_before(end).is_none())
        })
    }

    /// "milk 3 bread 2", "cheeni 2 kilo, chawal 5 kilo": goods first and a number last, so every number counts the goods
    /// before it.
    pub(super) fn goods_come_first(&self) -> bool {
        let counts: Vec<Num> = self
            .free_nums()
            .into_iter()
            .filter(|num| !self.is_money(*num))
            .collect();
        let Some((first, last)) = counts.first().zip(counts.last()) else {
            return false;
        };
        let goods_before = |num: &Num| {
            let mut at = num.start;
            while at > 0 && self.is(at - 1, &[Word::Ka, Word::Filler]) {
                at -= 1;
            }
            at > 0 && self.product_word(at - 1, true)
        };
        let after = last.end + usize::from(unit(self.tag(last.end)).is_some());
        let closed = !self.product_word(after, true)
            || self.toks.get(after).is_some_and(|tok| tok.broken)
            || self.whose_the_goods_are(first.start, after);
        first.start < last.start && counts.iter().all(goods_before) && closed
    }

    /// "pyaz 5 kilo aloo 10 kilo Bhola ka": after the last count comes whose they are, when the first words are surely goods.
    fn whose_the_goods_are(&self, first_count: usize, at: usize) -> bool {
        let end = (at..self.len())
            .find(|end| !self.nameable(*end))
            .unwrap_or(self.len());
        let name = !(at..end).any(|at| is_ware(self.word(at)));
        let goods = (0..first_count).any(|at| is_ware(self.word(at)));
        name && goods && self.is(end, &[Word::Ka, Word::Ko, Word::Ne, Word::Honorific])
    }

    /// Rupees beside the number, or a quantity right before it: it is no count of goods.
    fn is_money(&self, num: Num) -> bool {
        self.is(num.end, &[Word::Rupee, Word::Wala, Word::Each, Word::Percent])
            || self.is(num.end, &[Word::Ka]) && self.is(num.end + 1, &[Word::Rate, Word::Hisaab])
            || matches!(
                self.tag_before(num.start),
                Some(Word::Rupee | Word::At | Word::Rate)
            )
            || self.num_before(num.start).is_some()
            || matches!(self.tag_before(num.start), Some(Word::Unit(_)))
    }

    /// Do goods or their number begin at `at`?
    pub(super) fn begins_a_line(&self, at: usize) -> bool {
        (self.num_at(at).is_some() || self.product_word(at, true))
            && self.toks.get(at).is_some_and(|tok| !tok.broken)
    }
}
