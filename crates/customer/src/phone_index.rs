//! Phones of a shop's customers by any four digits in a row.

use execora_kernel::Phone;
use std::collections::HashMap;

const GRAM: usize = 4;
/// How many phones with the rarest four digits are looked at.
const LOOKED_AT_MAX: usize = 4_000;

/// Where each group of four digits occurs.
#[derive(Default)]
pub(crate) struct PhoneIndex {
    by_gram: HashMap<[u8; GRAM], Vec<usize>>,
}

/// The digits of a phone without the sign; an Indian one without its country code, as people say it.
pub(crate) fn digits_of(phone: &Phone) -> &str {
    let text = phone.as_str();
    text.strip_prefix("+91")
        .unwrap_or_else(|| text.trim_start_matches('+'))
}

impl PhoneIndex {
    pub(crate) fn add(&mut self, digits: &str, slot: usize) {
        for gram in grams(digits) {
            self.by_gram.entry(gram).or_default().push(slot);
        }
    }

    pub(crate) fn remove(&mut self, digits: &str, slot: usize) {
        for gram in grams(digits) {
            if let Some(slots) = self.by_gram.get_mut(&gram) {
                slots.retain(|other| *other != slot);
                if slots.is_empty() {
                    self.by_gram.remove(&gram);
                }
            }
        }
    }

    /// Slots whose phone may have these digits: those with their rarest group of four.
    pub(crate) fn candidates(&self, digits: &str) -> &[usize] {
        let slots = |gram| self.by_gram.get(&gram).map(Vec::as_slice).unwrap_or_default();
        let rarest = grams(digits)
            .into_iter()
            .map(slots)
            .min_by_key(|slots| slots.len())
            .unwrap_or_default();
        &rarest[..rarest.len().min(LOOKED_AT_MAX)]
    }
}

fn grams(digits: &str) -> Vec<[u8; GRAM]> {
    let mut grams: Vec<[u8; GRAM]> = digits
        .as_bytes()
        .windows(GRAM)
        .filter_map(|gram| gram.try_into().ok())
        .collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// The digits as a phone in the book has them: a whole number in any writing loses its prefix.
pub(crate) fn plain_digits(said: &str) -> String {
    Phone::parse(said).map_or_else(|_| said.to_owned(), |phone| digits_of(&phone).to_owned())
}
