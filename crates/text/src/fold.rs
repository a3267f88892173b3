//! Names folded to one key per spelling family, for matching only: what people wrote is kept elsewhere.

use crate::families::{family, kept_apart};
use crate::transliterate::{is_devanagari, transliterate};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// More passes than any word needs: every rule but one makes the word shorter.
const PASSES_MAX: usize = 24;

/// The words of a name in lower-case Latin letters: Devanagari is spelt out, accents, joiners and marks of direction are
/// dropped, an apostrophe joins (`D'Souza` is one word), everything else that is no letter or digit parts words.
/// Words of other scripts are kept as they are.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.nfkc().chain(std::iter::once(' ')) {
        if is_inside_word(c) {
            word.extend(c.to_lowercase());
        } else if !is_dropped(c) && !word.is_empty() {
            words.push(latin(&word));
            word.clear();
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn is_dropped(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_inside_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

fn latin(word: &str) -> String {
    let digits: String = word.chars().map(arabic_digit).collect();
    let spelt = if digits.chars().any(is_devanagari) {
        transliterate(&digits)
    } else {
        digits
    };
    spelt
        .nfd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .nfc()
        .filter(|c| !c.is_whitespace())
        .collect()
}

/// The digits of Devanagari as those of Latin script.
fn arabic_digit(c: char) -> char {
    match c {
        '\u{966}'..='\u{96f}' => char::from_digit(u32::from(c) - 0x966, 10).unwrap_or(c),
        c => c,
    }
}

/// Folds one lower-case word so that the usual spellings of one name give one key, and different names different keys
/// (Ramesh, Rakesh and Rajesh stay three). Folding a key changes nothing. Words that are not in plain Latin letters are
/// returned as they are.
///
/// ```
/// use execora_text::fold::fold_word;
/// assert_eq!(fold_word("laxmi"), fold_word("lakshmi"));
/// assert_ne!(fold_word("geeta"), fold_word("neeta"));
/// ```
#[must_use]
pub fn fold_word(word: &str) -> String {
    if !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let mut key = word.as_bytes().to_vec();
    for _ in 0..PASSES_MAX {
        let next = pass(&key);
        if next == key {
            break;
        }
        key = next;
    }
    // Only ASCII letters went in and come out.
    String::from_utf8(key).unwrap_or_else(|_| word.to_owned())
}

fn pass(word: &[u8]) -> Vec<u8> {
    if let Some(key) = kept_apart(word) {
        return key.to_vec();
    }
    let word = ending(word);
    let mut out = Vec::with_capacity(word.len() + 1);
    let mut at = 0;
    while at < word.len() {
        let (piece, used) = replacement(&word, at);
        for &b in piece {
            if out.last() != Some(&b) {
                out.push(b);
            }
        }
        at += used;
    }
    match family(&out) {
        Some(key) => key.to_vec(),
        None => out,
    }
}

/// Endings that are written in several ways, or left out.
fn ending(word: &[u8]) -> Vec<u8> {
    let long = |least: usize| word.len() >= least;
    if let Some(stem) = [&b"ndra"[..], b"nder", b"ndar", b"ndr"]
        .iter()
        .find_map(|end| word.strip_suffix(*end))
    {
        let stem = match stem.strip_suffix(b"e") {
            Some(rest) => [rest, b"i"].concat(),
            None => stem.to_vec(),
        };
        return [&stem, &b"ndr"[..]].concat();
    }
    let before_esha = word
        .len()
        .checked_sub(5)
        .and_then(|at| word.get(at))
        .copied()
        .unwrap_or(b'a');
    let silent_a =
        long(7) && (word.ends_with(b"natha") || word.ends_with(b"esha") && is_consonant(before_esha));
    let silent_h = long(5) && word.ends_with(b"ah");
    let silent_e = long(6) && word.ends_with(b"ore");
    if silent_a || silent_h || silent_e {
        word[..word.len() - 1].to_vec()
    } else {
        word.to_vec()
    }
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn is_consonant(b: u8) -> bool {
    b.is_ascii_lowercase() && !is_vowel(b) && b != b'y'
}

/// What the letters from `at` on become, and how many of them that takes.
fn replacement(word: &[u8], at: usize) -> (&[u8], usize) {
    let rest = &word[at..];
    let (one, two, three) = (rest[0], rest.get(1).copied(), rest.get(2).copied());
    let vowel_at = |offset: usize| rest.get(offset).copied().is_some_and(is_vowel);
    match (one, two, three) {
        (b'd', Some(b'n'), Some(b'y')) if at == 0 => (b"gi", 3),
        (b'j', Some(b'n'), _) if at == 0 && vowel_at(2) => (b"gi", 2),
        (b'c', Some(b'h'), Some(b'h')) => (b"ch", 3),
        (b'c', Some(b'h'), _) => (b"ch", 2),
        (b'c', Some(b'c'), Some(b'h')) => (b"", 1),
        (b'c', Some(b'k'), _) => (b"k", 2),
        (b'c', Some(b'e' | b'i' | b'y'), _) => (b"s", 1),
        (b'c', _, _) => (b"k", 1),
        (b'k', Some(b's'), Some(b'h')) | (b'k', Some(b'h'), Some(b's')) => (b"ks", 3),
        (b'q', Some(b'u'), Some(b'i' | b'e')) => (b"k", 2),
        (b'q', _, _) => (b"k", 1),
        (b'x', _, _) => (b"ks", 1),
        (b's' | b'k' | b'g' | b'j' | b't' | b'd' | b'b', Some(b'h'), _) => (&rest[..1], 2),
        (b'p', Some(b'h'), _) => (b"f", 2),
        (b'o', Some(b'w'), _) if !vowel_at(2) => (b"o", 2),
        (b'w', _, _) => (b"v", 1),
        (b'a', Some(b'y'), Some(b'e')) => (b"e", 3),
        (b'e', Some(b'e' | b'a'), _) => (b"i", 2),
        // An h between vowels is often not heard: Raool is Rahul.
        (b'a', Some(b'o'), Some(b'o')) => (b"ahu", 3),
        (b'o', Some(b'o'), _) => (b"u", 2),
        (b'a' | b'o', Some(b'u'), _) => (b"o", 2),
        (b'a' | b'e', Some(b'i'), _) => (b"e", 2),
        (b'a' | b'e', Some(b'y'), _) if !vowel_at(2) => (b"e", 2),
        (b'i', Some(b'y'), _) => (b"i", 2),
        (b'y', _, _) if at > 0 && !(is_vowel(word[at - 1]) && vowel_at(1)) => (b"i", 1),
        _ => (&rest[..1], 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for (one, other) in [
            ("suresh", "sureesh"),
            ("deepak", "dipak"),
            ("pooja", "puja"),
            ("kavita", "kavitha"),
            ("lakshmi", "laxmi"),
            ("vikas", "vikash"),
            ("vijai", "vijay"),
            ("shantanu", "santanu"),
            ("saurav", "sourav"),
            ("gyan", "jnan"),
            ("dixit", "dikshit"),
            ("dharmendra", "dharmender"),
            ("surinder", "surendra"),
            ("narendra", "narinder"),
            ("balvinder", "balwinder"),
            ("chowdhury", "chaudhary"),
            ("chaudhry", "choudhury"),
            ("agrawal", "aggarwal"),
            ("banerji", "bannerjee"),
            ("shaikh", "shekh"),
            ("qureshi", "kureshi"),
            ("siddiqui", "siddiquee"),
            ("md", "mohammed"),
            ("mohd", "muhammad"),
            ("phaisal", "faisal"),
            ("yousef", "yusuf"),
            ("rehman", "rahman"),
            ("firoz", "feroz"),
            ("aisha", "ayesha"),
            ("aysha", "ayesha"),
            ("iyer", "aiyar"),
            ("sreenivas", "shrinivas"),
            ("venkatesh", "venkatesha"),
            ("karthick", "kartik"),
            ("subramanyam", "subramanian"),
            ("manjunath", "manjunatha"),
            ("kishor", "kishore"),
            ("ashok", "ashoka"),
            ("tripathy", "tripathi"),
            ("sahoo", "sahu"),
            ("boruah", "barua"),
            ("usha", "oosha"),
            ("gowri", "gauri"),
            ("deshmuk", "deshmukh"),
            ("raool", "rahul"),
        ] {
            assert_eq!(fold_word(one), fold_word(other), "{one} {other}");
        }
    }

    #[test]
    fn different_names_have_different_keys() {
        let names = [
            "ramesh", "rakesh", "rajesh", "suresh", "sudesh", "mahesh", "naresh", "anil", "sunil", "anila",
            "amit", "sumit", "ajit", "geeta", "neeta", "reeta", "harish", "girish", "mohan", "rohan",
            "sohan", "ram", "raman", "usha", "asha", "isha", "patel", "patil", "parveen", "praveen",
            "santosh", "santoshi", "kamal", "kamla", "raj", "raju", "arun", "aruna", "lalit", "lalita",
            "ketan", "chetan", "swapan", "swapna", "priya", "sethi", "shetty",
        ];
        for (at, one) in names.iter().enumerate() {
            for other in &names[at + 1..] {
                assert_ne!(fold_word(one), fold_word(other), "{one} {other}");
            }
        }
    }

    #[test]
    fn scripts_accents_and_marks_do_not_part_a_name() {
        assert_eq!(words("  M. Kárthik-Raja "), ["m", "karthik", "raja"]);
        assert_eq!(words("D'Souza"), ["dsouza"]);
        assert_eq!(words("शर्मा।जी"), ["sharma", "ji"]);
        assert_eq!(words("ज़ाकिर"), words("ज\u{93c}ाकिर"));
        assert_eq!(words("रा\u{200d}हुल"), ["rahul"]);
        assert_eq!(words("गली ४"), ["gali", "4"]);
        assert_eq!(words(" .. ").len(), 0);
    }

    #[test]
    fn words_of_other_scripts_are_not_folded_together() {
        assert_ne!(fold_word("முருகன்"), fold_word("செல்வி"));
        assert_eq!(words("முருகன்"), ["முருகன்"]);
    }

    proptest! {
        #[test]
        fn folding_a_key_changes_nothing(word in "[a-z]{0,16}") {
            let key = fold_word(&word);
            prop_assert_eq!(fold_word(&key), key);
        }

        #[test]
        fn any_text_gives_words_without_spaces(text in "\\PC{0,40}") {
            for word in words(&text) {
                prop_assert!(!word.is_empty() && !word.contains(char::is_whitespace), "{}", word);
                let key = fold_word(&word);
                prop_assert_eq!(fold_word(&key), key);
            }
        }
    }
}
