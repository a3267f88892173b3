//! Was it said? What somebody else made of an utterance, slot by slot against the words of the utterance itself.

use std::collections::HashSet;

use chrono::{DateTime, FixedOffset};
use execora_text::fold::fold_word;
use execora_text::word_keys;

use super::amount::{Amount, Discount};
use super::figures::paise;
use super::intent::Intent;
use super::is_unspoken;
use super::lexicon::Word;
use super::measures::Measures;
use super::reading::Language;
use super::slots::Slots;
use super::utterance::{BYTES_MAX, Utterance};

/// Why a reading is not one of this utterance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotSaid {
    /// The text cannot be a spoken command at all.
    #[error("the text is no spoken command")]
    Unspeakable,
    /// The slot holds what the utterance does not say.
    #[error("{0} was not said")]
    Slot(&'static str),
    /// The deed was denied, doubted, conditional or only planned.
    #[error("the deed was denied or doubted")]
    Denied,
    /// The amount was a guess or a range.
    #[error("the amount was a guess or a range")]
    Vague,
}

/// The words, numbers and moments of an utterance.
struct Said {
    utterance: Utterance,
    words: HashSet<String>,
    numbers: HashSet<i64>,
    written: String,
}

impl Said {
    fn of(text: &str, now: DateTime<FixedOffset>) -> Option<Self> {
        if text.len() > BYTES_MAX || text.chars().any(is_unspoken) {
            return None;
        }
        let mut utterance = Utterance::of(text, now, None)?;
        // What was taken back in the same breath was not said.
        utterance.repair();
        let words = utterance
            .toks
            .iter()
            .flat_map(|tok| word_keys(&tok.word).into_iter().chain([fold_word(&tok.word)]))
            .collect();
        let written = utterance.toks.iter().map(|tok| tok.word.to_uppercase()).collect();
        let numbers = utterance.nums.iter().map(|num| num.milli).collect();
        Some(Self {
            utterance,
            words,
            numbers,
            written,
        })
    }

    /// Was every word of `text` said? What has no sound was not.
    fn words(&self, text: &str) -> bool {
        let mut words = text.split_whitespace().peekable();
        words.peek().is_some()
            && words.all(|word| {
                let keys = word_keys(word);
                !keys.is_empty()
                    && (self.words.contains(&fold_word(word))
                        || keys.iter().all(|key| self.words.contains(key)))
            })
    }

    fn amount(&self, amount: Amount) -> bool {
        self.numbers.iter().any(|milli| paise(*milli) == Some(amount))
            || self
                .utterance
                .amounts()
                .iter()
                .any(|priced| priced.amount == amount)
    }

    /// Was this place in a list said: "doosra", "number 2", "aakhri wala"?
    fn place(&self, index: i32) -> bool {
        let ordinal = |word: Word| match word {
            Word::Ordinal(place) => i32::from(place) == index,
            Word::Last => index == -1,
            _ => false,
        };
        self.utterance.toks.iter().any(|tok| tok.tag.is_some_and(ordinal))
            || self.numbers.contains(&i64::from(index).saturating_mul(1_000))
    }
}

/// Checks every slot against the utterance; what comes back is the language it was spoken in.
pub(crate) fn check(
    intent: Intent,
    slots: &Slots,
    text: &str,
    now: DateTime<FixedOffset>,
) -> Result<Language, NotSaid> {
    let said = Said::of(text, now).ok_or(NotSaid::Unspeakable)?;
    if intent.is_acting() {
        // Denying is how these are asked for.
        let denies = matches!(intent, Intent::CancelReminder | Intent::ToggleGst | Intent::Undo)
            || slots.with_gst == Some(false);
        if said.utterance.is_denied() && !denies {
            return Err(NotSaid::Denied);
        }
        if counts(slots) && said.utterance.is_vague() {
            return Err(NotSaid::Vague);
        }
    }
    names(&said, slots)?;
    figures(&said, slots)?;
    moments(&said, slots)?;
    choices(&said, slots)?;
    Ok(said.utterance.language())
}

/// Does the reading hold money or a quantity? Digits of a telephone number are no range.
fn counts(slots: &Slots) -> bool {
    slots.amount.is_some()
        || slots.price.is_some()
        || slots.discount.is_some()
        || slots.quantity.is_some()
        || !slots.items.is_empty()
}

fn holds(slot: &'static str, said: bool) -> Result<(), NotSaid> {
    if said { Ok(()) } else { Err(NotSaid::Slot(slot)) }
}

fn names(said: &Said, slots: &Slots) -> Result<(), NotSaid> {
    for (slot, value) in [
        ("customer", &slots.customer),
        ("landmark", &slots.landmark),
        ("name", &slots.name),
        ("nickname", &slots.nickname),
        ("product", &slots.product),
        ("note", &slots.note),
        ("message", &slots.message),
    ] {
        if let Some(value) = value {
            holds(slot, said.words(value))?;
        }
    }
    for product in &slots.remove {
        holds("remove", said.words(product))?;
    }
    for item in &slots.items {
        holds("items", said.words(&item.product))?;
    }
    Ok(())
}

fn figures(said: &Said, slots: &Slots) -> Result<(), NotSaid> {
    let discount = match slots.discount {
        // "discount hata do"
        Some(Discount::Amount(amount)) if amount.paise() == 0 => {
            said.utterance.has(Word::Discount) && said.utterance.has_any(&[Word::Remove, Word::Cancel])
        }
        Some(Discount::Amount(amount)) => said.amount(amount),
        Some(Discount::Percent(percent)) => said.numbers.contains(&percent.milli()),
        None => true,
    };
    holds("discount", discount)?;
    for (slot, amount) in [("amount", slots.amount), ("price", slots.price)] {
        holds(slot, amount.is_none_or(|amount| said.amount(amount)))?;
    }
    let measures = Measures::of(&said.utterance);
    holds("unit", slots.unit.is_none_or(|unit| measures.name(unit)))?;
    holds(
        "quantity",
        slots.quantity.is_none() || measures.hold(slots.quantity, slots.unit),
    )?;
    for item in &slots.items {
        holds("items", item.price.is_none_or(|price| said.amount(price)))?;
        holds("items", measures.hold(item.quantity, item.unit))?;
    }
    let whole = |number: i64| said.numbers.contains(&number.saturating_mul(1_000));
    holds("limit", slots.limit.is_none_or(|limit| whole(i64::from(limit))))?;
    let number = slots.invoice_number.as_ref();
    let as_figure = |text: &str| text.parse().is_ok_and(whole);
    let written = |text: &str| !text.is_empty() && said.written.contains(&text.to_uppercase());
    holds(
        "invoice_number",
        number.is_none_or(|text| written(text) || as_figure(text)),
    )?;
    holds("gstin", slots.gstin.as_deref().is_none_or(written))?;
    let heard = |value: &Option<String>, read: fn(&mut Utterance) -> Option<String>| {
        value.is_none() || *value == read(&mut said.utterance.clone())
    };
    holds("phone", heard(&slots.phone, Utterance::take_phone))?;
    holds("email", heard(&slots.email, Utterance::take_email))?;
    holds("otp", heard(&slots.otp, Utterance::take_otp))
}

/// Days and hours are read here too: a moment of somebody else's must be the very same.
fn moments(said: &Said, slots: &Slots) -> Result<(), NotSaid> {
    let fresh = || said.utterance.clone();
    let ahead = slots.when.is_none_or(|when| when > said.utterance.now);
    holds(
        "when",
        ahead && (slots.when.is_none() || slots.when == fresh().take_when()),
    )?;
    holds(
        "recurrence",
        slots.recurrence.is_none() || slots.recurrence == fresh().take_recurrence(),
    )?;
    let period = slots.period.is_none()
        || slots.period == fresh().take_period(false)
        || slots.period == fresh().take_period(true);
    holds("period", period)
}

fn choices(said: &Said, slots: &Slots) -> Result<(), NotSaid> {
    let mut own = Slots::default();
    let mut utterance = said.utterance.clone();
    utterance.take_channel(&mut own);
    utterance.take_mode(&mut own);
    holds("channel", slots.channel.is_none() || slots.channel == own.channel)?;
    holds("mode", slots.mode.is_none() || slots.mode == own.mode)?;
    holds(
        "send",
        !slots.send
            || said
                .utterance
                .has_any(&[Word::Send, Word::WhatsApp, Word::Email, Word::Sms]),
    )?;
    holds("all", !slots.all || said.utterance.has(Word::All))?;
    // Which way the tax was said, not only that it was.
    said.utterance.clone().take_gst(&mut own);
    holds(
        "with_gst",
        slots.with_gst.is_none() || slots.with_gst == own.with_gst,
    )?;
    let language = slots.language.as_deref();
    let spoken = |tag: &str| {
        said.utterance
            .toks
            .iter()
            .any(|tok| tok.tag.is_some_and(|word| names_language(word, tag)))
    };
    holds("language", language.is_none_or(spoken))?;
    holds("index", slots.index.is_none_or(|index| said.place(index)))
}

fn names_language(word: Word, tag: &str) -> bool {
    matches!(word, Word::LanguageName(tongue) if tongue.tag() == tag)
}
