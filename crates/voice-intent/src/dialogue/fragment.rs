//! Bare answers to a question about something that was not said: an amount, a name, a time, some items.

use chrono::{DateTime, FixedOffset};
use execora_text::numbers::read_number;
use execora_text::tokens::{Kind, tokenise};

use crate::understanding::{Amount, Intent, Item, Slots, read};

/// Words that may stand around a bare amount.
const AROUND_AMOUNT: &[&str] = &[
    "rupaye", "rupaya", "rupay", "rupye", "rupees", "rupee", "rupaiye", "rupai", "rs", "inr", "only", "bas",
    "sirf", "ka", "ke", "ki", "hai", "h", "price", "rate", "daam", "bhav", "kimat", "keemat", "per", "each",
    "kilo", "kg", "litre", "liter", "packet", "piece", "ek", "it", "is", "its", "haan", "ji", "amount",
    "total", "wala", "prati", "har", "dozen", "box", "bottle", "bag",
];
/// Words that make an answer something else than a name.
const NOT_A_NAME: &[&str] = &[
    "nahi", "nahin", "na", "no", "mat", "ruko", "kya", "kaun", "what", "who", "pata", "wait",
];
const NAME_WORDS_MAX: usize = 4;

/// An amount, when the words are an amount and nothing else; a range or half a number is none.
pub(super) fn amount(text: &str) -> Option<Amount> {
    let plain = text.replace(['₹', '/'], " ");
    let tokens = tokenise(&plain);
    if tokens
        .iter()
        .any(|token| !matches!(token.kind, Kind::Word | Kind::Figure))
    {
        return None;
    }
    let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
    let lead = words
        .iter()
        .take_while(|word| AROUND_AMOUNT.contains(word) && **word != "ek")
        .count();
    let number = read_number(words.get(lead..)?)?;
    let rest = words.get(lead + number.words..)?;
    if number.vague || !rest.iter().all(|word| AROUND_AMOUNT.contains(word)) {
        return None;
    }
    // Rupees in thousandths: the third decimal would be a tenth of a paisa.
    (number.milli % 10 == 0).then(|| Amount::from_paise(number.milli / 10))
}

/// A name in Title Case, when the words can be nothing more than one.
pub(super) fn name(text: &str) -> Option<String> {
    let tokens = tokenise(text);
    let fits = |word: &str| !NOT_A_NAME.contains(&word);
    let all_words = tokens
        .iter()
        .all(|token| token.kind == Kind::Word && fits(&token.word));
    if tokens.is_empty() || tokens.len() > NAME_WORDS_MAX || !all_words {
        return None;
    }
    let title = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect::<String>())
    };
    let particles = [
        "ka", "ki", "ke", "ko", "ne", "se", "ji", "bhai", "for", "the", "customer", "naam", "name", "hai",
        "is",
    ];
    let words: Vec<String> = tokens
        .iter()
        .filter(|token| !particles.contains(&token.word.as_str()))
        .filter_map(|t| title(&t.word))
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

/// Items, read as they would be in a whole command.
pub(super) fn items(text: &str, now: DateTime<FixedOffset>) -> Option<Vec<Item>> {
    let carried = read(&format!("{text} ka bill bana do"), now).slots;
    (!carried.items.is_empty() && carried.customer.is_none()).then_some(carried.items)
}
