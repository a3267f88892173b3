//! Measures that nobody weighs by any more, or that the contract has no unit for: they are measures all the same, and no
//! part of the goods' name.

use execora_text::tokens::Kind;

use super::lexicon::{Measured, Word};
use super::utterance::Utterance;

/// A ser was 0.93 kg and a man forty of them; a gaj is a yard, a than a bale of cloth.
const OLD: &[&str] = &[
    "ser", "seer", "man", "maund", "gaj", "gaz", "than", "thaan", "roll", "rol",
];

impl Utterance {
    /// "2 ser cheeni", "kapda 5 gaj": between a number and goods, or after both. "2 roll" alone are goods.
    pub(super) fn settle_old_measures(&mut self) {
        for at in 1..self.len() {
            if !OLD.contains(&self.word(at)) || self.is_known_word(at) || !self.is_numeric(at - 1) {
                continue;
            }
            let then_goods = self.is_goods_word(at + 1);
            let goods_before = at >= 2 && self.is_goods_word(at - 2) && !self.is_numeric(at + 1);
            if then_goods || goods_before {
                self.retag(at, Some(Word::Unit(Measured::Unsettled)));
            }
        }
    }

    fn is_known_word(&self, at: usize) -> bool {
        self.toks.get(at).is_some_and(|tok| tok.known.is_some())
    }

    fn is_numeric(&self, at: usize) -> bool {
        self.toks
            .get(at)
            .is_some_and(|tok| tok.kind == Kind::Figure || tok.atom.is_some() && tok.tag.is_none())
    }

    fn is_goods_word(&self, at: usize) -> bool {
        self.toks
            .get(at)
            .is_some_and(|tok| tok.kind == Kind::Word && tok.tag.is_none() && tok.atom.is_none())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used)]
    use serde_json::{Value, json};

    use crate::understanding::{Intent, Reading, read};

    fn said(text: &str) -> Reading {
        read(
            text,
            chrono::DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").unwrap(),
        )
    }

    fn items(reading: &Reading) -> Value {
        serde_json::to_value(&reading.slots.items).unwrap()
    }

    #[test]
    fn what_is_counted_in_twos_twenties_and_grosses_comes_in_units_of_the_contract() {
        for (text, item) in [
            (
                "Rahul ko ek gross pencil ka bill bana do",
                json!({"product": "pencil", "quantity": 144, "unit": "piece"}),
            ),
            (
                "Rahul ko 2 kodi plate ka bill bana do",
                json!({"product": "plate", "quantity": 40, "unit": "piece"}),
            ),
            (
                "Rahul ko 2 kodi diye ka bill bana do",
                json!({"product": "diye", "quantity": 40, "unit": "piece"}),
            ),
            (
                "Rahul ko 3 jodi chappal ka bill bana do",
                json!({"product": "chappal", "quantity": 6, "unit": "piece"}),
            ),
            (
                "Rahul ko 2 quintal gehun ka bill bana do",
                json!({"product": "gehun", "quantity": 200, "unit": "kg"}),
            ),
            (
                "राहुल को 2 कोड़ी थाली का बिल बना दो",
                json!({"product": "thali", "quantity": 40, "unit": "piece"}),
            ),
        ] {
            let reading = said(text);
            assert_eq!(reading.intent, Intent::CreateInvoice, "{text}");
            assert!(reading.is_certain(), "{text}");
            assert_eq!(items(&reading), json!([item]), "{text}");
        }
    }

    #[test]
    fn a_measure_without_a_unit_is_asked_back_and_no_part_of_the_goods() {
        for (text, product) in [
            ("Rahul ko 2 ser cheeni ka bill bana do", "cheeni"),
            ("Rahul ko do man gehun ka bill bana do", "gehun"),
            ("Rahul ko 5 gaj kapda ka bill bana do", "kapda"),
            ("Rahul ko 3 than malmal ka bill bana do", "malmal"),
            ("Rahul ko 2 roll tape ka bill bana do", "tape"),
            ("राहुल को दो सेर चीनी का बिल बना दो", "cheeni"),
        ] {
            let reading = said(text);
            assert!(!reading.is_certain(), "{text}: {reading:?}");
            for item in &reading.slots.items {
                assert_eq!((item.product.as_str(), item.unit), (product, None), "{text}");
            }
        }
        let rolls = said("Rahul ko 2 roll ka bill bana do");
        assert_eq!(items(&rolls), json!([{"product": "roll", "quantity": 2}]));
    }
}
