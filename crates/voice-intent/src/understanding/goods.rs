//! Lines of a bill: quantity, unit, product and price, in the orders people say them.

use super::amount::Measure;
use super::figures::measured;
use super::lexicon::{Measured, Word};
use super::slots::{Item, Unit};
use super::utterance::{Num, Utterance, unit};
use super::vocabulary::Known;

/// A bill by voice has at most so many lines.
const ITEMS_MAX: usize = 40;
/// A product has at most so many words.
const PRODUCT_WORDS_MAX: usize = 5;

/// English plural to singular; words of other languages are left as spoken.
pub(super) fn singular(word: &str) -> String {
    const AS_THEY_ARE: [&str; 10] = [
        "chips",
        "noodles",
        "oats",
        "jeans",
        "gas",
        "lays",
        "cornflakes",
        "scissors",
        "species",
        "ice",
    ];
    if AS_THEY_ARE.contains(&word) || word.len() < 4 || !word.ends_with('s') {
        return word.to_owned();
    }
    let stem = |cut: usize| word.get(..word.len() - cut).unwrap_or(word);
    if word.ends_with("ss") || word.ends_with("us") || word.ends_with("sis") {
        return word.to_owned();
    }
    if word.ends_with("ies") && word.len() > 5 && !word.ends_with("kies") {
        return format!("{}y", stem(3));
    }
    if ["oes", "ches", "shes", "xes", "sses"]
        .iter()
        .any(|end| word.ends_with(end))
    {
        return stem(2).to_owned();
    }
    stem(1).to_owned()
}

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
                    || !first && self.is(at, &[Word::Ka]) && self.nameable(at + 1) && !self.person_like(at))
    }

    /// Is the word before this particle more likely a person than goods?
    fn person_like(&self, at: usize) -> bool {
        self.is(at + 1, &[Word::Bill])
    }

    /// The run of product words from `from`: its end.
    fn product_run(&self, from: usize) -> usize {
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

    fn product_name(&self, from: usize, to: usize) -> String {
        let mut words: Vec<String> = (from..to).map(|at| self.word(at).to_owned()).collect();
        if let Some(last) = words.last_mut()
            && !self.toks[to - 1].devanagari
            && self.toks[to - 1].known.is_none()
        {
            *last = singular(last);
        }
        words.join(" ")
    }

    /// Reads every line that no other slot has taken. `bare` also takes goods without a quantity.
    pub(super) fn take_items(&mut self, bare: bool) -> Vec<Item> {
        let mut items = Vec::new();
        let mut at = 0;
        let mut product_first = self.ends_with_a_count().then_some(true);
        while at < self.len() && items.len() < ITEMS_MAX {
            if !self.free(at) {
                at += 1;
                continue;
            }
            let step = if let Some(num) = self.num_at(at) {
                self.counted_item(num, product_first == Some(true))
            } else if self.product_word(at, true) {
                let end = self.product_run(at);
                self.named_item(at, end, bare, product_first)
            } else {
                None
            };
            match step {
                Some((item, end)) => {
                    if product_first.is_none() && (at..end).any(|at| self.in_number(at)) {
                        product_first = Some(self.num_at(at).is_none());
                    }
                    self.take(at, end, "items");
                    items.push(item);
                    at = end;
                }
                None => at = self.num_at(at).map_or(at + 1, |num| num.end),
            }
        }
        if let [only] = items.as_mut_slice()
            && only.price.is_none()
            && let Some((price, from, to)) = self.price_of_the_only_item()
        {
            only.price = Some(price);
            self.take(from, to, "items");
        }
        items
    }

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

    /// "milk 3 bread 2": goods first and a bare number last, so every number counts the goods before it.
    fn ends_with_a_count(&self) -> bool {
        let nums = self.free_nums();
        let Some((first, last)) = nums.first().zip(nums.last()) else {
            return false;
        };
        let plain = |num: &Num| self.tag(num.end).is_none_or(|tag| matches!(tag, Word::And));
        let counts = |num: &Num| num.start > 0 && self.product_word(num.start - 1, true) && plain(num);
        first.start < last.start
            && nums.iter().all(counts)
            && !self.product_word(last.end, true)
            && !(last.end..self.len()).any(|at| self.is(at, &[Word::Rate, Word::Rupee, Word::Each]))
    }

    /// "2 kilo cheeni 45 ke bhav se".
    fn counted_item(&self, num: Num, products_first: bool) -> Option<(Item, usize)> {
        let mut at = num.end;
        while self.is(at, &[Word::Article]) {
            at += 1;
        }
        if self.is(
            at,
            &[Word::Rupee, Word::Percent, Word::Paise, Word::Bill, Word::Oclock],
        ) || products_first
        {
            return None;
        }
        let mut milli = num.milli;
        let mut measure = unit(self.tag(at));
        if measure.is_some() {
            at += 1;
        }
        if let Some((whole, after)) = self.quarters(num) {
            (milli, measure, at) = (whole, unit(self.tag(after)), after + 1);
        }
        if let Some((whole, after)) = self.smaller_part(milli, measure, at) {
            (milli, at) = (whole, after);
        }
        while self.is(at, &[Word::Of, Word::Article, Word::Filler, Word::More]) || self.word(at) == "aur" {
            at += 1;
        }
        let end = self.product_run(at);
        if end == at {
            return None;
        }
        let mut next = end;
        let mut trailing = unit(self.tag(next));
        if trailing == Some(Measured::G) || trailing == Some(Measured::L) {
            trailing = None;
        }
        if let Some(after) = trailing {
            if measure.is_none() {
                measure = Some(after);
            }
            next += 1;
        }
        Some(self.line(milli, measure, at, end, next))
    }

    /// "cheeni 2 kilo", or goods with nothing said about how many.
    fn named_item(
        &self,
        from: usize,
        end: usize,
        bare: bool,
        product_first: Option<bool>,
    ) -> Option<(Item, usize)> {
        let mut at = end;
        while self.is(at, &[Word::Filler, Word::Article]) {
            at += 1;
        }
        // "bread ke 30 packet"
        if self.is(at, &[Word::Ka]) && self.counts_the_goods_before(at + 1) {
            at += 1;
        } else if self.is(at, &[Word::Ka]) && self.word(at + 1) == "quantity" {
            at += 2;
        }
        if product_first != Some(false)
            && let Some(num) = self.num_at(at)
            && self.free(at)
            && self.price_at(at).is_none()
        {
            let measure = unit(self.tag(num.end));
            let next = if measure.is_some() { num.end + 1 } else { num.end };
            let then_goods =
                measure.is_none() && self.product_word(next, true) && bare && product_first != Some(true);
            if !then_goods && !self.is(num.end, &[Word::Rupee, Word::Percent]) {
                return Some(self.line(num.milli, measure, from, end, next));
            }
        }
        if !bare {
            return None;
        }
        let (mut item, next) = self.line(1_000, None, from, end, end);
        item.unit = None;
        Some((item, next))
    }

    /// "… ke 30 packet", with no other goods after the unit: the number counts what was named before it.
    pub(super) fn counts_the_goods_before(&self, at: usize) -> bool {
        self.num_at(at)
            .is_some_and(|num| unit(self.tag(num.end)).is_some() && !self.product_word(num.end + 1, true))
    }

    fn line(
        &self,
        milli: i64,
        measure: Option<Measured>,
        from: usize,
        to: usize,
        next: usize,
    ) -> (Item, usize) {
        let (quantity, unit) = match measure {
            Some(measure) => measured(milli, measure),
            None => (Measure::from_milli(milli), None::<Unit>),
        };
        let mut item = Item {
            product: self.product_name(from, to),
            quantity: Some(quantity),
            unit,
            price: None,
        };
        let mut end = next;
        if let Some((price, after)) = self.price_at(next) {
            item.price = Some(price);
            end = after;
        }
        (item, end)
    }

    /// Goods named without number, split at "aur" and commas: what is to come off a bill.
    pub(super) fn take_products(&mut self) -> Vec<String> {
        let mut products = Vec::new();
        let mut at = 0;
        while at < self.len() && products.len() < ITEMS_MAX {
            if !self.product_word(at, true) {
                at += 1;
                continue;
            }
            let end = self.product_run(at);
            products.push(self.product_name(at, end));
            self.take(at, end, "remove");
            at = end;
        }
        products
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_plurals_lose_their_s_and_other_words_do_not() {
        for (said, named) in [
            ("breads", "bread"),
            ("tomatoes", "tomato"),
            ("sarees", "saree"),
            ("glass", "glass"),
            ("berries", "berry"),
            ("kurkure", "kurkure"),
            ("boxes", "box"),
            ("ras", "ras"),
            ("brushes", "brush"),
            ("biscuits", "biscuit"),
        ] {
            assert_eq!(singular(said), named);
        }
    }
}
