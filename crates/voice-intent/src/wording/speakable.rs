//! The same answer for a voice: amounts written out, since voices read signs and figures each in their own way.

use super::amount_words::rupees;
use crate::understanding::Language;

/// `text` with every ₹ amount written out in words of `language`; everything else, names above all, stays as it is.
#[must_use]
pub fn speakable(text: &str, language: Language) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('₹') {
        let (before, negative) = match before.strip_suffix('-') {
            Some(before) => (before, true),
            None => (before, false),
        };
        out.push_str(before);
        let length = figure_length(after);
        let (figure, following) = after.split_at(length);
        match amount(figure) {
            Some((whole, paise)) => out.push_str(&rupees(whole, paise, negative, language)),
            None => {
                out.push('₹');
                out.push_str(figure);
            }
        }
        rest = following;
    }
    out.push_str(rest);
    out
}

/// How far the figure goes: digits, grouping commas between digits, and one point before two digits.
fn figure_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while digit(at) || (at > 0 && bytes.get(at) == Some(&b',') && digit(at + 1)) {
        at += 1;
    }
    if bytes.get(at) == Some(&b'.') && digit(at + 1) && digit(at + 2) && !digit(at + 3) {
        at + 3
    } else {
        at
    }
}

fn amount(figure: &str) -> Option<(u64, u64)> {
    let plain = figure.replace(',', "");
    let (whole, paise) = plain.split_once('.').unwrap_or((&plain, "0"));
    Some((whole.parse().ok()?, paise.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use execora_kernel::Money;

    use super::super::amount_words::number as in_words;
    use super::*;

    #[test]
    fn amounts_are_written_out_and_names_are_left_alone() {
        let text = "Rahul 2: ₹1,25,000.50 baaki, 50 ml.";
        assert_eq!(
            speakable(text, Language::Hinglish),
            "Rahul 2: ek lakh pachis hazaar rupaye pachas paise baaki, 50 ml."
        );
        assert_eq!(
            speakable("Total ₹96.", Language::English),
            "Total ninety-six rupees."
        );
        assert_eq!(speakable("कुल ₹350।", Language::Hindi), "कुल तीन सौ पचास रुपये।");
        assert_eq!(speakable("-₹5", Language::English), "minus five rupees");
        assert_eq!(speakable("₹1", Language::English), "one rupee");
        assert_eq!(speakable("₹ and nothing", Language::English), "₹ and nothing");
    }

    #[test]
    fn zero_is_never_spoken_as_ten() {
        assert_eq!(in_words(0, Language::Hinglish), "shunya");
        assert_eq!(in_words(0, Language::Hindi), "शून्य");
        assert_eq!(in_words(10, Language::Hinglish), "das");
    }

    #[test]
    fn lakhs_and_crores_are_counted_the_indian_way() {
        for (value, english, hinglish) in [
            (105, "one hundred five", "ek sau paanch"),
            (
                1_234_567,
                "twelve lakh thirty-four thousand five hundred sixty-seven",
                "barah lakh chauntis hazaar paanch sau sadsath",
            ),
            (100_000_000, "ten crore", "das crore"),
        ] {
            assert_eq!(in_words(value, Language::English), english);
            assert_eq!(in_words(value, Language::Hinglish), hinglish);
        }
    }

    #[test]
    fn an_amount_is_grouped_and_spoken_the_indian_way_in_all_three_languages() {
        for (paise, figure, english, hindi, hinglish) in [
            (0, "₹0", "zero rupees", "शून्य रुपये", "shunya rupaye"),
            (1, "₹0.01", "one paisa", "एक पैसा", "ek paisa"),
            (50, "₹0.50", "fifty paise", "पचास पैसे", "pachas paise"),
            (100, "₹1", "one rupee", "एक रुपया", "ek rupaya"),
            (
                9_905,
                "₹99.05",
                "ninety-nine rupees five paise",
                "निन्यानवे रुपये पाँच पैसे",
                "ninyanve rupaye paanch paise",
            ),
            (
                100_000,
                "₹1,000",
                "one thousand rupees",
                "एक हज़ार रुपये",
                "ek hazaar rupaye",
            ),
            (
                12_500_000,
                "₹1,25,000",
                "one lakh twenty-five thousand rupees",
                "एक लाख पच्चीस हज़ार रुपये",
                "ek lakh pachis hazaar rupaye",
            ),
            (
                1_000_000_000,
                "₹1,00,00,000",
                "one crore rupees",
                "एक करोड़ रुपये",
                "ek crore rupaye",
            ),
            (
                12_345_678_950,
                "₹12,34,56,789.50",
                "twelve crore thirty-four lakh fifty-six thousand seven hundred eighty-nine rupees fifty paise",
                "बारह करोड़ चौंतीस लाख छप्पन हज़ार सात सौ नवासी रुपये पचास पैसे",
                "barah crore chauntis lakh chhappan hazaar saat sau navasi rupaye pachas paise",
            ),
        ] {
            assert_eq!(Money::from_paise(paise).to_string(), figure);
            assert_eq!(speakable(figure, Language::English), english);
            assert_eq!(speakable(figure, Language::Hindi), hindi);
            assert_eq!(speakable(figure, Language::Hinglish), hinglish);
        }
    }

    #[test]
    fn every_number_below_a_hundred_has_a_word_of_its_own_in_every_language() {
        for language in [Language::English, Language::Hindi, Language::Hinglish] {
            let mut words: Vec<String> = (0..100).map(|value| in_words(value, language)).collect();
            words.sort();
            words.dedup();
            assert_eq!(words.len(), 100, "{language:?}");
        }
    }
}
