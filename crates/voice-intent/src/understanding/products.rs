//! The names of goods, with or without a quantity.

use super::goods::ITEMS_MAX;
use super::lexicon::Word;
use super::singular::singular;
use super::utterance::{Utterance, unit};
use super::vocabulary::Known;

/// A product has at most so many words.
const PRODUCT_WORDS_MAX: usize = 5;

impl Utterance {
    /// Can this token be part of a product's name?
    pub(super) fn product_word(&self, at: usize, first: bool) -> bool {
        self.nameable(at) && !self.is_known(at, Known::Customer)
            || self.free(at)
                && !self.in_number(at)
                && (first && self.is(at, &[Word::Phone, Word::Card, Word::Data])
                    || first
                        && self.word(at) == "gram"
                        && self.nameable(at + 1)
                        && unit(self.tag_before(at)).is_some()
                    || !first
                        && self.is(at, &[Word::Ka])
                        && self.nameable(at + 1)
                        && !matches!(self.word(at + 1), "quantity" | "matra" | "maatra")
                        && !self.person_like(at))
    }

    /// Is the word before this particle more likely a person than goods?
    fn person_like(&self, at: usize) -> bool {
        self.is(at + 1, &[Word::Bill])
    }

    /// The run of product words from `from`: its end.
    pub(super) fn product_run(&self, from: usize) -> usize {
        let mut at = from;
        while at - from < PRODUCT_WORDS_MAX
            && self.product_word(at, at == from)
            && (at == from || !self.toks[at].broken)
            && !(at > from && self.is_known(at, Known::Product) && self.is_known(at - 1, Known::Product))
        {
            at += 1;
        }
        at
    }

    pub(super) fn product_name(&self, from: usize, to: usize) -> String {
        let mut words: Vec<String> = (from..to).map(|at| self.word(at).to_owned()).collect();
        if let Some(last) = words.last_mut()
            && !self.toks[to - 1].devanagari
            && self.toks[to - 1].known.is_none()
        {
            *last = singular(last);
        }
        words.join(" ")
    }

    /// Goods named without number, split at "aur" and commas: what is to come off a bill.
    pub(super) fn take_products(&mut self) -> Vec<String> {
        self.take_products_of(0, self.len())
    }

    /// Goods named without number among the words `from..to`.
    pub(super) fn take_products_of(&mut self, from: usize, to: usize) -> Vec<String> {
        let mut products = Vec::new();
        let mut at = from;
        while at < to && products.len() < ITEMS_MAX {
            if !self.product_word(at, true) {
                at += 1;
                continue;
            }
            let end = self.product_run(at).min(to);
            products.push(self.product_name(at, end));
            self.take(at, end, "remove");
            at = end;
        }
        products
    }
}
