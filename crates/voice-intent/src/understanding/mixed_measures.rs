//! Quantities said in more than a number and a unit: "2 kilo 500 gram", "three quarters of a kilo".

use super::lexicon::{Measured, Word};
use super::utterance::{Num, Utterance, unit};

impl Utterance {
    /// The rest of a weight or volume in its smaller unit: both together in thousandths of the larger, and where it ends.
    ///
    /// Only what is less than one of the larger unit belongs to it: "2 kilo 1500 gram" is said by nobody.
    pub(super) fn smaller_part(
        &self,
        milli: i64,
        larger: Option<Measured>,
        at: usize,
    ) -> Option<(i64, usize)> {
        let smaller = match larger? {
            Measured::Kg => Measured::G,
            Measured::L => Measured::Ml,
            _ => return None,
        };
        let at = if self.is(at, &[Word::And]) { at + 1 } else { at };
        let num = self.num_at(at).filter(|num| self.free(num.start))?;
        let fits = unit(self.tag(num.end)) == Some(smaller)
            && milli % 1_000 == 0
            && num.milli % 1_000 == 0
            && (1_000..1_000_000).contains(&num.milli);
        fits.then(|| (milli.saturating_add(num.milli / 1_000), num.end + 1))
    }

    /// "three quarters of a kilo": thousandths, and where the unit stands.
    pub(super) fn quarters(&self, num: Num) -> Option<(i64, usize)> {
        let parts = matches!(self.word(num.end), "quarter" | "quarters");
        if !parts || !(1_000..=3_000).contains(&num.milli) || num.milli % 1_000 != 0 {
            return None;
        }
        let mut at = num.end + 1;
        while self.is(at, &[Word::Of, Word::Article]) || self.word(at) == "a" {
            at += 1;
        }
        // "a kilo" counts one.
        if let Some(one) = self.num_at(at).filter(|one| one.milli == 1_000) {
            at = one.end;
        }
        unit(self.tag(at)).map(|_| (num.milli / 4, at))
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use serde_json::{Value, json};

    use crate::understanding::{Intent, read};

    fn items(text: &str) -> Option<Value> {
        let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+05:30").ok()?;
        let reading = read(text, now);
        assert_eq!(reading.intent, Intent::CreateInvoice, "{text}");
        assert!(reading.is_certain(), "{text}");
        serde_json::to_value(reading.slots.items).ok()
    }

    #[test]
    fn a_weight_in_two_units_is_one_quantity() {
        for (text, quantity) in [
            ("Rahul ko 2 kilo 500 gram cheeni ka bill bana do", 2.5),
            ("Rahul ko ek kilo do sau gram cheeni ka bill bana do", 1.2),
            ("make a bill for Rahul three quarters of a kilo of cheeni", 0.75),
        ] {
            let expected = json!([{"product": "cheeni", "quantity": quantity, "unit": "kg"}]);
            assert_eq!(items(text), Some(expected), "{text}");
        }
        let oil = json!([{"product": "tel", "quantity": 1.25, "unit": "l"}]);
        assert_eq!(items("Rahul ko 1 litre 250 ml tel ka bill bana do"), Some(oil));
    }

    #[test]
    fn two_goods_with_a_unit_each_stay_two_lines() {
        let expected = json!([
            {"product": "cheeni", "quantity": 2, "unit": "kg"},
            {"product": "jeera", "quantity": 500, "unit": "g"},
        ]);
        assert_eq!(
            items("Rahul ko 2 kilo cheeni aur 500 gram jeera ka bill bana do"),
            Some(expected)
        );
    }
}
