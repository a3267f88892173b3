//! Stock: what there is, and what came in.

use super::{Found, Rule};
use crate::understanding::amount::Measure;
use crate::understanding::figures::measured;
use crate::understanding::intent::Intent;
use crate::understanding::lexicon::{Word, is_ware};
use crate::understanding::singular::singular;
use crate::understanding::slots::{Item, Slots};
use crate::understanding::utterance::{Utterance, unit};
use crate::understanding::vocabulary::Known;

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
        "basmati chawal khatam to nahi ho gaya",
        "are we out of colgate toothpaste",
        "stock position of dolo tablets please",
        "stock entry ponni rice 10 bags",
    ],
    leaves: &[
        "milk ka bill bana do",
        "dukaan kab khulegi",
        "Rahul se 2 kilo aloo aaya",
        "kitne packet aaye",
        "dukaan ke saamne gaadi kisne khadi kar di",
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
        Word::Entry,
    ]) || u.has_word(&["in"]) && u.is(u.first(), &[Word::Stock])
        || u.has_word(&["added", "entered", "update", "aaya", "aaye", "aayi"]);
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
        Word::From,
        Word::To,
        Word::For,
        Word::Rupee,
        Word::Khata,
        Word::Reduce,
    ]);
    let received = u.has_word(&["received", "arrived", "came"]) && !u.has_any(&[Word::Rupee, Word::Payment]);
    let came = received
        || (0..u.len()).any(|at| {
            matches!(u.word(at), "aaya" | "aayi" | "aaye" | "aya" | "ayi" | "aye")
                || u.toks[at].raw == "आ"
                || matches!(u.word(at), "aa" | "aagaya" | "aagayi" | "aagaye")
        });
    let owned = (1..u.len()).any(|at| u.is(at, &[Word::Ka]) && !u.counts_the_goods_before(at + 1));
    measured && came && !of_somebody && !owned && !u.is_question() && !u.has_word(&["kam", "nahi", "kal"])
}

fn add(u: &mut Utterance) -> Option<Found> {
    if u.is_denied() || u.is_vague() {
        return Some(super::unknown());
    }
    // "stock of sugar by 15 kg"
    let by = (0..u.len()).find(|at| u.is(*at, &[Word::By]) && u.num_at(at + 1).is_some());
    if let Some(by) = by {
        u.cut(by, by + 1);
    }
    // "khal ki gaadi aayi hai": what brought it is none of it.
    for at in 1..u.len() {
        if u.is(at, &[Word::Ka])
            && matches!(
                u.word(at + 1),
                "gaadi" | "gadi" | "truck" | "tempo" | "khep" | "delivery"
            )
        {
            u.take(at, at + 2, "supplier");
        }
    }
    // "Ramesh se 20 kilo chawal aaya": where it came from is no part of the stock.
    let supplier = (1..u.len())
        .filter(|at| u.is(*at, &[Word::Se]))
        .find_map(|at| u.person_before(at).map(|person| (person.start, at + 1)));
    if let Some((start, end)) = supplier {
        u.take(start, end, "supplier");
    }
    let mut items = u.take_items(false);
    let item = items
        .pop()
        .filter(|_| items.is_empty())
        .or_else(|| apart(u, by.is_some()))?;
    let slots = Slots {
        product: Some(item.product),
        quantity: item.quantity,
        unit: item.unit,
        price: item.price,
        ..Slots::default()
    };
    u.found(Intent::AddStock, slots)
}

/// What is no ware, though it can be asked for.
const NO_WARES: &[&str] = &[
    "amount",
    "market",
    "gir",
    "gira",
    "total",
    "time",
    "days",
    "customers",
    "order",
    "gadi",
    "gaadi",
];

/// "rice stock increase by 20 kg": the quantity stands apart from its goods.
fn apart(u: &mut Utterance, counted: bool) -> Option<Item> {
    let nums = u.free_nums();
    let [num] = nums.as_slice() else { return None };
    let measure = unit(u.tag(num.end));
    let (quantity, unit) = match measure {
        Some(measure) => measured(num.milli, measure),
        None if counted => (Measure::from_milli(num.milli), None),
        None => return None,
    };
    u.take(num.start, num.end + usize::from(measure.is_some()), "quantity");
    let product = u.longest_product()?;
    Some(Item {
        product,
        quantity: Some(quantity),
        unit,
        price: None,
        note: None,
        price_per: None,
    })
}

fn check(u: &mut Utterance) -> Option<Found> {
    let shelved = |at: usize| {
        u.is(at, &[Word::Shop])
            && (u.is(at + 1, &[Word::Mein])
                || (at.saturating_sub(2)..at).any(|before| u.is(before, &[Word::In])))
    };
    // "khoya kitne kilo hai"
    let how_many = (0..u.len())
        .any(|at| u.is(at, &[Word::HowMuch]) && unit(u.tag(at + 1)).is_some() && u.is(at + 2, &[Word::Be]))
        && !u.has_any(&[Word::Sale, Word::Sell, Word::Rate]);
    let stocked = how_many || u.has(Word::Stock) || (0..u.len()).any(shelved);
    let asks = u.is_question()
        || u.has_any(&[Word::Show, Word::Tell])
        || u.has_any(&[Word::Left, Word::Finish])
        || u.has_word(&["have"]);
    let left = u.has(Word::Left)
        && (u.has(Word::HowMuch) || u.has_word(&["any", "there"]) || u.ends_with_kya() || u.word(0) == "is");
    // "khatam to nahi ho gaya", "are we out of it"
    let gone = u.has(Word::Finish)
        && (u.has(Word::Question)
            || u.has(Word::Or) && u.has(Word::Be)
            || u.has(Word::No) && u.has_word(&["to", "toh", "तो"]))
        || (1..u.len()).any(|at| u.word(at) == "out" && u.is(at + 1, &[Word::Of]));
    let position = u.has(Word::Stock) && u.has_word(&["position", "status", "level", "quantity", "count"]);
    let have = u.has_word(&["have"])
        && (u.has(Word::HowMuch) || u.has(Word::Stock) || u.has_word(&["any"]) || u.word(0) == "do");
    let plain = stays_in_stock_question(u);
    let stocked_goods = stocked && u.len() <= 4 && !u.has_any(&[Word::Do, Word::Add, Word::Put, Word::Stop]);
    if !(stocked && asks || left || gone || have || plain || stocked_goods || position)
        || !u.nums.is_empty()
        || u.has_any(&[Word::If, Word::Who, Word::From, Word::Bill])
        || u.has_word(NO_WARES)
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
        if matches!(
            u.word(at),
            "have" | "you" | "much" | "is" | "we" | "position" | "status" | "level" | "count"
        ) {
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
            || u.is(
                at,
                &[
                    Word::HowMuch,
                    Word::Be,
                    Word::Question,
                    Word::Mine,
                    Word::Place,
                    Word::Left,
                    Word::Mein,
                    Word::Stock,
                ],
            )
            || unit(u.tag(at)).is_some()
    });
    let how_much = u.has(Word::HowMuch) && u.has(Word::Be);
    let goods = (0..u.len()).any(|at| is_ware(u.word(at)) || u.is_known(at, Known::Product));
    let ours = u.has(Word::Mine) && u.has(Word::Place);
    let whether = u.ends_with_kya() || goods && (u.has(Word::Question) || u.has(Word::Left) || ours);
    only && (how_much || whether)
}

impl Utterance {
    /// "… hai kya" at the end asks whether.
    fn ends_with_kya(&self) -> bool {
        let last = self.len().saturating_sub(1);
        last > 0 && self.word(last) == "kya" && self.word(last - 1) == "hai"
    }

    /// The run of words that can only be goods.
    pub(super) fn longest_product(&mut self) -> Option<String> {
        let start = (0..self.len()).find(|at| {
            self.nameable(*at)
                && !matches!(
                    self.word(*at),
                    "have" | "you" | "much" | "many" | "we" | "position" | "status" | "level" | "count"
                )
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
        // "dolo tablets stock position": what is asked about it is no part of its name.
        while end > start + 1 && matches!(self.word(end - 1), "position" | "status" | "level" | "count") {
            end -= 1;
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
