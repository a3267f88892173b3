//! Lines of a bill: quantity, unit, product and price, in the orders people say them.

use super::amount::Measure;
use super::figures::measured;
use super::lexicon::{Measured, Word, is_ware};
use super::slots::{Item, Unit};
use super::utterance::{Num, Utterance, unit};
use super::vocabulary::Known;

/// A bill by voice has at most so many lines.
pub(super) const ITEMS_MAX: usize = 40;
/// What goods come in, though it is no unit of the wire: "crocin ke 50 patte".
const CONTAINERS: &[&str] = &[
    "patte", "patta", "patti", "strip", "strips", "sheeshi", "shishi", "dibbi", "tube", "tubes", "roll",
    "rolls", "crate", "crates", "tray", "jar", "can",
];
/// Portions of goods in English, which are no units of the wire.
const PORTIONS: &[&str] = &[
    "loaf", "loaves", "bar", "bars", "tin", "tins", "tube", "tubes", "roll", "rolls", "sheet", "sheets",
    "bunch", "bunches", "jar", "jars", "can", "cans", "strip", "strips", "slice", "slices",
];
/// One line while it is being read.
struct Line {
    item: Item,
    /// Nothing was said about how many.
    uncounted: bool,
    /// It may be read otherwise.
    unsure: bool,
}

/// "12 copy aur 6 pen, copy 35 ki aur pen 10 ka": a line named again is given its price.
fn priced_or_new(items: &mut Vec<Item>, line: Line) {
    let again = items.iter_mut().find(|item| {
        line.uncounted
            && line.item.price.is_some()
            && item.price.is_none()
            && item.product == line.item.product
    });
    match again {
        Some(item) => (item.price, item.price_per) = (line.item.price, line.item.price_per),
        None => items.push(line.item),
    }
}

impl Utterance {
    /// Reads every line that no other slot has taken. `bare` also takes goods without a quantity.
    pub(super) fn take_items(&mut self, bare: bool) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        let mut at = 0;
        let mut product_first = self.goods_come_first().then_some(true);
        let mut price_ahead = None;
        let mut note_ahead = None;
        let mut unsure = false;
        while at < self.len() && items.len() < ITEMS_MAX {
            if !self.free(at) {
                at += 1;
                continue;
            }
            if let Some(note) = self.note_text(at) {
                note_ahead = Some(note);
                self.take(at, at + 1, "items");
                at += 1;
                continue;
            }
            if let Some((price, end)) = self.price_of_such(at) {
                if let Some(last) = items
                    .last_mut()
                    .filter(|last| last.price.is_none() && !self.begins_a_line(end))
                {
                    last.price = Some(price);
                    unsure |= !self.price_of_its_unit(last, at, end);
                } else {
                    price_ahead = Some((price, at, end));
                }
                self.take(at, end, "items");
                at = end;
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
                Some((mut line, end)) => {
                    let counted = (at..end).any(|at| self.in_number(at));
                    if product_first.is_none() && counted {
                        product_first = Some(self.num_at(at).is_none());
                    }
                    if let Some((price, from, to)) = price_ahead.take()
                        && line.item.price.is_none()
                    {
                        line.item.price = Some(price);
                        unsure |= !self.price_of_its_unit(&mut line.item, from, to);
                    }
                    line.item.note = line.item.note.or(note_ahead.take());
                    unsure |= line.unsure;
                    self.take(at, end, "items");
                    priced_or_new(&mut items, line);
                    at = end;
                }
                None => at = self.num_at(at).map_or(at + 1, |num| num.end),
            }
        }
        // "milk 2, lassi 3 kam cheeni wali": said last, it is of what was said last.
        if let Some(last) = items.last_mut().filter(|last| last.note.is_none()) {
            last.note = note_ahead;
        }
        if let [only] = items.as_mut_slice()
            && only.price.is_none()
            && let Some((price, from, to)) = self.price_of_the_only_item()
        {
            only.price = Some(price);
            unsure |= !self.price_of_its_unit(only, from, to);
            self.take(from, to, "items");
        }
        self.unsure |= unsure;
        items
    }

    /// "2 kilo cheeni 45 ke bhav se".
    fn counted_item(&self, num: Num, products_first: bool) -> Option<(Line, usize)> {
        let mut at = num.end;
        while self.is(at, &[Word::Article, Word::More])
            || self.word(at) == "aur" && unit(self.tag(at + 1)).is_some()
        {
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
        let mut note = None;
        while self.is(
            at,
            &[Word::Of, Word::Article, Word::Filler, Word::More, Word::Note],
        ) || self.word(at) == "aur"
        {
            note = note.or(self.note_text(at));
            at += 1;
        }
        // "2 loaves of bread"
        if PORTIONS.contains(&self.word(at))
            && self.is(at + 1, &[Word::Of])
            && self.product_word(at + 2, true)
        {
            at += 2;
        }
        let end = self.product_run(at);
        if end == at {
            return None;
        }
        let mut next = end;
        // "ek ORS ka packet"
        if measure.is_none()
            && self.is(next, &[Word::Ka])
            && unit(self.tag(next + 1)).is_some()
            && !self.is(next + 2, &[Word::Ka])
        {
            next += 1;
        }
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
        let (mut line, end) = self.line(milli, measure, at, end, next);
        line.item.note = line.item.note.or(note);
        Some((line, end))
    }

    /// "cheeni 2 kilo", or goods with nothing said about how many.
    fn named_item(
        &self,
        from: usize,
        end: usize,
        bare: bool,
        product_first: Option<bool>,
    ) -> Option<(Line, usize)> {
        let mut at = end;
        while self.is(at, &[Word::Filler, Word::Article]) {
            at += 1;
        }
        // "bread ke 30 packet"
        if self.is(at, &[Word::Ka]) && self.counts_the_goods_before(at + 1) {
            at += 1;
        } else if self.is(at, &[Word::Ka]) && matches!(self.word(at + 1), "quantity" | "matra" | "maatra") {
            at += 2;
        }
        if (product_first != Some(false) || self.counts_the_goods_before(at))
            && let Some(num) = self.num_at(at)
            && self.free(at)
            && self.price_at(at).is_none()
        {
            let measure = unit(self.tag(num.end));
            let held = measure.is_some() || at > end && self.contains(num.end);
            let next = num.end + usize::from(held);
            let then_goods =
                measure.is_none() && self.product_word(next, true) && bare && product_first != Some(true);
            if !then_goods && !self.is(num.end, &[Word::Rupee, Word::Percent]) {
                return Some(self.line(num.milli, measure, from, end, next));
            }
        }
        if !bare {
            return None;
        }
        let (mut line, next) = self.line(1_000, None, from, end, end);
        line.uncounted = true;
        line.unsure |= !self.surely_goods(from, end);
        Some((line, next))
    }

    /// "… ke 30 packet", with no other goods after the unit: the number counts what was named before it.
    pub(super) fn counts_the_goods_before(&self, at: usize) -> bool {
        self.num_at(at).is_some_and(|num| {
            let held = unit(self.tag(num.end)).is_some() || self.contains(num.end);
            held && !self.product_word(self.skip_fillers(num.end + 1), true)
        })
    }

    /// Are the words that nothing counts goods all the same: known ones, or such as a bill is made of?
    fn surely_goods(&self, from: usize, end: usize) -> bool {
        let joined = self.is(end, &[Word::And]) || from > 0 && self.is(from - 1, &[Word::And]);
        let billed = self.is(end, &[Word::Ka]) && self.is(end + 1, &[Word::Bill]);
        joined
            || billed
            || (from..end).any(|at| is_ware(self.word(at)) || self.is_known(at, Known::Product))
            || from > 0 && self.is(from - 1, &[Word::For, Word::Of, Word::With])
    }

    /// Is there a word at `at` for what goods come in?
    fn contains(&self, at: usize) -> bool {
        self.nameable(at) && CONTAINERS.contains(&self.word(at))
    }

    fn line(
        &self,
        milli: i64,
        measure: Option<Measured>,
        from: usize,
        to: usize,
        next: usize,
    ) -> (Line, usize) {
        let (quantity, unit) = match measure {
            Some(measure) => measured(milli, measure),
            None => (Measure::from_milli(milli), None::<Unit>),
        };
        let mut line = Line {
            item: Item {
                product: self.product_name(from, to),
                quantity: Some(quantity),
                unit,
                price: None,
                note: None,
                price_per: None,
            },
            uncounted: false,
            unsure: false,
        };
        let noted = self.note_text(next);
        let next = next + usize::from(noted.is_some());
        line.item.note = noted;
        let mut end = next;
        let counted = (from.saturating_sub(1)..next).any(|at| self.in_number(at))
            || measure.is_some()
            || from > 0 && matches!(self.word(from - 1), "a" | "an");
        if let Some((price, after)) = self.price_at(next) {
            line.item.price = Some(price);
            line.unsure |= !self.price_of_its_unit(&mut line.item, next, after);
            // "2 kilo cheeni 90 rupaye ki bill": of one kilo, or of both?
            let of_all = self.is(after.wrapping_sub(1), &[Word::Ka])
                && self.is(after, &[Word::Bill])
                && !(next..after).any(|at| {
                    self.is(at, &[Word::Rate, Word::Hisaab, Word::Each, Word::At, Word::Wala])
                        || matches!(self.tag(at), Some(Word::Unit(_)))
                });
            line.unsure |= of_all && milli > 1_000;
            end = after;
        } else if counted && let Some((price, after)) = self.bare_price(next) {
            line.item.price = Some(price);
            // Of two or more, nobody can say whether it is the price of one or of all.
            line.unsure = milli != 1_000;
            end = after;
        }
        (line, end)
    }
}
