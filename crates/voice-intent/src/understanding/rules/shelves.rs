//! Stock and prices.

use super::{Found, Rule};
use crate::understanding::figures::measured;
use crate::understanding::goods::singular;
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::Word;
use crate::understanding::slots::Slots;
use crate::understanding::utterance::{Utterance, unit};

/// How [`stock`] is told from the other rules.
pub(super) const STOCK: Rule = Rule {
    name: "stock",
    read: stock,
    fits: &[
        "milk ka stock kitna hai",
        "10 kilo cheeni stock mein add karo",
        "bread ke 30 packet stock mein daalo",
        "besan 20 kilo aa gaya",
        "10 litre milk aaya hai",
        "increase stock of sugar by 15 kg",
        "namak bacha hai kya",
    ],
    leaves: &[
        "milk ka bill bana do",
        "dukaan kab khulegi",
        "Rahul se 2 kilo aloo aaya",
        "kitne packet aaye",
    ],
};

/// "milk ka stock kitna hai", "10 kilo cheeni stock mein add karo".
fn stock(u: &mut Utterance) -> Option<Found> {
    if u.has_any(&[
        Word::Bill,
        Word::Reminder,
        Word::Due,
        Word::Credit,
        Word::Ne,
        Word::Sale,
        Word::Phone,
        Word::Email,
    ]) {
        return None;
    }
    let adds = u.has_any(&[
        Word::Add,
        Word::Put,
        Word::Write,
        Word::Got,
        Word::Change,
        Word::Move,
        Word::Increase,
        Word::New,
    ]) || u.has_word(&["in"]) && u.is(u.first(), &[Word::Stock]);
    if u.has_any(&[Word::Stock, Word::Goods]) && adds && !u.nums.is_empty() && !u.is_question() {
        return add(u);
    }
    if has_come(u) {
        return add(u);
    }
    check(u)
}

/// "besan 20 kilo aa gaya": measured goods that came, from nobody and for no money.
fn has_come(u: &Utterance) -> bool {
    let measured = u.toks.iter().any(|tok| matches!(tok.tag, Some(Word::Unit(_))));
    let of_somebody = u.has_any(&[
        Word::Se,
        Word::Ko,
        Word::Ka,
        Word::From,
        Word::To,
        Word::For,
        Word::Rupee,
        Word::Khata,
        Word::Reduce,
    ]);
    let came = (0..u.len()).any(|at| {
        matches!(u.word(at), "aaya" | "aayi" | "aaye" | "aya" | "ayi" | "aye")
            || u.toks[at].raw == "आ"
            || matches!(u.word(at), "aa" | "aagaya" | "aagayi" | "aagaye")
    });
    measured && came && !of_somebody && !u.is_question() && !u.has_word(&["kam", "nahi", "kal"])
}

fn add(u: &mut Utterance) -> Option<Found> {
    if u.is_denied() || u.is_vague() {
        return Some(super::unknown());
    }
    // "stock of sugar by 15 kg"
    if let Some(by) = (0..u.len()).find(|at| u.is(*at, &[Word::By]) && u.num_at(at + 1).is_some()) {
        u.cut(by, by + 1);
    }
    let mut items = u.take_items(false);
    let item = items.pop().filter(|_| items.is_empty())?;
    let slots = Slots {
        product: Some(item.product),
        quantity: item.quantity,
        unit: item.unit,
        price: item.price,
        ..Slots::default()
    };
    u.found(Intent::AddStock, slots)
}

fn check(u: &mut Utterance) -> Option<Found> {
    let stocked = u.has_any(&[Word::Stock, Word::Shop]);
    let asks = u.is_question()
        || u.has_any(&[Word::Show, Word::Tell])
        || u.has_any(&[Word::Left, Word::Finish])
        || u.has_word(&["have"]);
    let left = u.has(Word::Left)
        && (u.has(Word::HowMuch) || u.has_word(&["any", "there"]) || u.ends_with_kya() || u.word(0) == "is");
    let gone = u.has(Word::Finish) && u.has(Word::Question);
    let have = u.has_word(&["have"])
        && (u.has(Word::HowMuch) || u.has(Word::Stock) || u.has_word(&["any"]) || u.word(0) == "do");
    let plain = stays_in_stock_question(u);
    let stocked_goods = stocked && u.len() <= 4 && !u.has_any(&[Word::Do, Word::Add, Word::Put, Word::Stop]);
    if !(stocked && asks || left || gone || have || plain || stocked_goods)
        || !u.nums.is_empty()
        || u.has_any(&[
            Word::Money,
            Word::Dont,
            Word::Customer,
            Word::Rupee,
            Word::Paid,
            Word::Owe,
        ])
    {
        return None;
    }
    let elsewhere = ["kab", "kahan", "kidhar", "kyun", "kaise", "when", "where", "why"];
    if u.has_word(&["rasta", "mandir"]) || u.has_word(&elsewhere) {
        return None;
    }
    let product = u.longest_product()?;
    for at in 0..u.len() {
        if matches!(u.word(at), "have" | "you" | "much" | "is" | "we") {
            u.take(at, at + 1, "product");
        }
    }
    u.found(
        Intent::CheckStock,
        Slots {
            product: Some(product),
            ..Slots::default()
        },
    )
}

/// "atta kitna hai", "atta hai kya": goods and the question, and nothing else.
fn stays_in_stock_question(u: &Utterance) -> bool {
    let only = (0..u.len()).all(|at| {
        u.nameable(at)
            || u.is_filler(at)
            || u.is(at, &[Word::HowMuch, Word::Be, Word::Question])
            || unit(u.tag(at)).is_some()
    });
    let how_much = u.has(Word::HowMuch) && u.has(Word::Be);
    let whether = u.ends_with_kya();
    only && (how_much || whether)
}

/// With these it is about money or bills, not about what goods cost.
const NOT_OF_PRICES: [Word; 11] = [
    Word::Bill,
    Word::Ne,
    Word::Stock,
    Word::Khata,
    Word::Credit,
    Word::Due,
    Word::Reminder,
    Word::Payment,
    Word::Discount,
    Word::Balance,
    Word::Percent,
];

/// How [`price`] is told from the other rules.
pub(super) const PRICE: Rule = Rule {
    name: "price",
    read: price,
    fits: &[
        "cheeni ka rate 45 rupaye kilo kar do",
        "bread 48 rupaye ka packet kar do",
    ],
    leaves: &["cheeni ka rate kya hai"],
};

/// "cheeni ka rate 45 rupaye kilo kar do".
fn price(u: &mut Utterance) -> Option<Found> {
    let rated = u.has(Word::Rate);
    if u.nums.is_empty() || u.is_question() || u.is_denied() || u.has_any(&NOT_OF_PRICES) {
        return None;
    }
    if u.has_any(&[Word::Upi, Word::Cash, Word::Paid, Word::Got, Word::Ko]) && !rated {
        return None;
    }
    if u.is_vague() {
        return None;
    }
    let asked = u.has_any(&[
        Word::Do,
        Word::Set,
        Word::Change,
        Word::Put,
        Word::Keep,
        Word::Make,
        Word::Now,
    ]);
    let (num, priced) = u
        .free_nums()
        .into_iter()
        .find_map(|num| u.priced(num).map(|priced| (num, priced)))?;
    let mut end = priced.end;
    while u.is(end, &[Word::Per, Word::Article, Word::Each])
        || u.word(end) == "ek"
        || u.is(end, &[Word::Ka]) && unit(u.tag(end + 1)).is_some()
    {
        end += 1;
    }
    let mut measure = unit(u.tag(end));
    if measure.is_some() {
        end += 1;
    }
    if !(rated
        || asked && measure.is_some() && (priced.rupees || end > priced.end + 1)
        || asked && u.has(Word::Rupee) && measure.is_some()
        || asked && u.has(Word::Now)
        || u.has(Word::Rate))
    {
        let per_bag = (0..priced.start).any(|at| unit(u.tag(at)).is_some()) && u.is(priced.end, &[Word::Ka]);
        if !(per_bag && asked) {
            return None;
        }
    }
    u.take(priced.start, end, "price");
    if measure.is_none() {
        measure = (0..num.start).find_map(|at| unit(u.tag(at)));
    }
    if !u.free_nums().is_empty() {
        return None;
    }
    let product = u.longest_product()?;
    let slots = Slots {
        product: Some(product),
        price: Some(priced.amount),
        unit: measure.map(|measure| measured(1_000, measure).1),
        ..Slots::default()
    };
    u.found(Intent::SetPrice, slots)
}

impl Utterance {
    /// "… hai kya" at the end asks whether.
    fn ends_with_kya(&self) -> bool {
        let last = self.len().saturating_sub(1);
        last > 0 && self.word(last) == "kya" && self.word(last - 1) == "hai"
    }

    /// The run of words that can only be goods.
    fn longest_product(&mut self) -> Option<String> {
        let start = (0..self.len()).find(|at| {
            self.nameable(*at) && !matches!(self.word(*at), "have" | "you" | "much" | "many" | "we")
        })?;
        let mut end = start;
        while self.nameable(end) && self.word(end) != "have"
            || end > start && self.is(end, &[Word::Ka]) && self.nameable(end + 1) && end < self.len()
        {
            end += 1;
        }
        if end - start > 5 {
            return None;
        }
        let mut words: Vec<String> = (start..end).map(|at| self.word(at).to_owned()).collect();
        if let Some(last) = words.last_mut()
            && !self.toks[end - 1].devanagari
        {
            *last = singular(last);
        }
        self.take(start, end, "product");
        Some(words.join(" "))
    }
}
