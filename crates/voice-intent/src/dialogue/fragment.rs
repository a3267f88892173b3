//! Bare answers to a question about something that was not said: an amount, a name, a time, some items.

use chrono::{DateTime, FixedOffset};
use execora_kernel::Unit;
use execora_text::numbers::read_number;
use execora_text::tokens::Kind;

use super::choose::alike;
use crate::understanding::{Amount, Intent, Item, Measure, Slots, Tagged, Word, read, tagged};

const NAME_WORDS_MAX: usize = 4;

/// Words that may stand around a bare amount.
fn is_around_amount(word: &Tagged) -> bool {
    let counted = matches!(word.is, Some(Word::Unit(_)));
    counted
        || word.is_any(&[
            Word::Rupee,
            Word::Ka,
            Word::Be,
            Word::Rate,
            Word::Per,
            Word::Each,
            Word::Every,
            Word::It,
            Word::This,
            Word::Yes,
            Word::Honorific,
            Word::Total,
            Word::Wala,
            Word::Filler,
            Word::Money,
        ])
        || word.spelt(&["amount", "only", "inr"])
}

/// An amount, when the words are an amount and nothing else; a range or half a number is none.
pub(super) fn amount(text: &str) -> Option<Amount> {
    let said = tagged(&text.replace(['₹', '/'], " "));
    if said
        .iter()
        .any(|word| !matches!(word.kind, Kind::Word | Kind::Figure))
    {
        return None;
    }
    let words: Vec<&str> = said.iter().map(|word| word.word.as_str()).collect();
    let is_number = |at: usize| words.get(at..).and_then(read_number).is_some();
    let lead = (0..said.len())
        .take_while(|at| said.get(*at).is_some_and(is_around_amount) && !is_number(*at))
        .count();
    let number = read_number(words.get(lead..)?)?;
    let rest = said.get(lead + number.words..)?;
    let ends = |word: &Tagged| is_around_amount(word) || word.spelt(&["ek"]);
    if number.vague || !rest.iter().all(ends) {
        return None;
    }
    // Rupees in thousandths: the third decimal would be a tenth of a paisa.
    (number.milli % 10 == 0).then(|| Amount::from_paise(number.milli / 10))
}

/// A name in Title Case, when the words can be nothing more than one.
pub(super) fn name(text: &str) -> Option<String> {
    let said = tagged(text);
    let is_none = |word: &Tagged| {
        word.is_any(&[Word::No, Word::Dont, Word::Wait, Word::Question, Word::Who])
            || word.spelt(&["na", "pata"])
    };
    let could_be = |word: &Tagged| word.kind == Kind::Word && !is_none(word);
    if said.is_empty() || said.len() > NAME_WORDS_MAX || !said.iter().all(could_be) {
        return None;
    }
    let title = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    let particle = |word: &&Tagged| {
        word.is_any(&[
            Word::Ka,
            Word::Ko,
            Word::Ne,
            Word::Se,
            Word::For,
            Word::Article,
            Word::Customer,
            Word::Name,
            Word::Be,
        ]) || word.spelt(&["ji", "bhai"])
    };
    let words: Vec<String> = said
        .iter()
        .filter(|word| !particle(word))
        .filter_map(|word| title(&word.word))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Six digits and nothing else, in figures or words.
pub(super) fn code(text: &str) -> Option<String> {
    read(&format!("otp {text}"), DateTime::default()).slots.otp
}

/// A telephone number and nothing else, read as it would be in a whole command.
pub(super) fn phone(text: &str) -> Option<String> {
    let carried = read(&format!("uska number {text} karo"), DateTime::default());
    let bare = carried.intent == Intent::UpdateCustomer && carried.slots.customer.is_none();
    carried.slots.phone.filter(|_| bare)
}

/// A time, read as it would be in a whole command.
pub(super) fn when(text: &str, now: DateTime<FixedOffset>) -> Option<Slots> {
    let carried = read(&format!("mujhe {text} yaad dilana"), now).slots;
    (carried.when.is_some() || carried.recurrence.is_some()).then_some(carried)
}

/// Items, read as a change of a bill: "bread 2".
pub(super) fn changed_items(text: &str, now: DateTime<FixedOffset>) -> Option<Vec<Item>> {
    let carried = read(&format!("{text} kar do"), now);
    let changes =
        carried.intent == Intent::EditDraft && carried.is_certain() && carried.slots.remove.is_empty();
    (changes && !carried.slots.items.is_empty()).then_some(carried.slots.items)
}

/// So much of `product`, with the unit when one was said, and nothing else.
pub(super) fn quantity(
    text: &str,
    product: &str,
    now: DateTime<FixedOffset>,
) -> Option<(Measure, Option<Unit>)> {
    let of = |text: &str| match items(text, now)?.as_slice() {
        [only] if only.price.is_none() && alike(&only.product, product) => {
            Some((only.quantity?, only.unit.map(super::items::unit)))
        }
        _ => None,
    };
    of(&format!("{text} {product}")).or_else(|| of(text))
}

/// Items, read as they would be in a whole command.
pub(super) fn items(text: &str, now: DateTime<FixedOffset>) -> Option<Vec<Item>> {
    let carried = read(&format!("{text} ka bill bana do"), now).slots;
    (!carried.items.is_empty() && carried.customer.is_none()).then_some(carried.items)
}
