//! How words are spoken, in the sounds of the recogniser's model: looked up where known, spelt out where not.

use std::collections::{BTreeMap, BTreeSet};

/// The sounds of the model.
pub(crate) const PHONES: [&str; 39] = [
    "AA", "AE", "AH", "AO", "AW", "AY", "B", "CH", "D", "DH", "EH", "ER", "EY", "F", "G", "HH", "IH", "IY",
    "JH", "K", "L", "M", "N", "NG", "OW", "OY", "P", "R", "S", "SH", "T", "TH", "UH", "UW", "V", "W", "Y",
    "Z", "ZH",
];

/// Ways to say one word that are tried; more make the recogniser slower, not better.
const WAYS_MAX: usize = 5;

/// Hindi words of the commands.
const HINGLISH: &str = include_str!("../data/hinglish.dict");

/// Spelling to sound for Indian words and names in Latin letters, the longest spelling first.
const SPELLINGS: [(&str, &[&str]); 50] = [
    ("chh", &["CH"]),
    ("tch", &["CH"]),
    ("ch", &["CH"]),
    ("sh", &["SH"]),
    ("kh", &["K"]),
    ("gh", &["G"]),
    ("th", &["T"]),
    ("dh", &["D"]),
    ("ph", &["F"]),
    ("bh", &["B"]),
    ("jh", &["JH"]),
    ("ck", &["K"]),
    ("ng", &["NG", "G"]),
    ("aa", &["AA"]),
    ("ee", &["IY"]),
    ("ii", &["IY"]),
    ("oo", &["UW"]),
    ("uu", &["UW"]),
    ("ai", &["EY"]),
    ("ay", &["EY"]),
    ("ei", &["EY"]),
    ("ea", &["IY"]),
    ("au", &["AO"]),
    ("aw", &["AO"]),
    ("ou", &["OW"]),
    ("a", &["AH"]),
    ("b", &["B"]),
    ("c", &["K"]),
    ("d", &["D"]),
    ("e", &["EH"]),
    ("f", &["F"]),
    ("g", &["G"]),
    ("h", &["HH"]),
    ("i", &["IH"]),
    ("j", &["JH"]),
    ("k", &["K"]),
    ("l", &["L"]),
    ("m", &["M"]),
    ("n", &["N"]),
    ("o", &["OW"]),
    ("p", &["P"]),
    ("q", &["K"]),
    ("r", &["R"]),
    ("s", &["S"]),
    ("t", &["T"]),
    ("u", &["UH"]),
    ("v", &["V"]),
    ("w", &["V"]),
    ("x", &["K", "S"]),
    ("z", &["Z"]),
];

/// The ways a word of small Latin letters may be said by its spelling alone; never empty for a word with a letter.
pub(crate) fn by_spelling(word: &str) -> Vec<String> {
    let mut phones = sounds(word);
    let last = match phones.last().copied() {
        Some("AH") => Some("AA"),
        Some("IH") => Some("IY"),
        Some("UH") => Some("UW"),
        Some("EH") => Some("EY"),
        _ => None,
    };
    if let (Some(long), Some(end)) = (last, phones.last_mut()) {
        *end = long;
    }
    if phones.len() > 1 && phones.last() == Some(&"HH") {
        phones.pop();
    }
    let mut ways = Vec::new();
    if !phones.is_empty() {
        ways.push(phones.join(" "));
    }
    // "Rahul" is spelt like "Raju": whether its first a is short or long cannot be seen.
    if let Some(first) = phones.iter_mut().find(|phone| **phone == "AH") {
        *first = "AA";
        ways.push(phones.join(" "));
    }
    ways
}

fn sounds(word: &str) -> Vec<&'static str> {
    let mut phones: Vec<&'static str> = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let found = SPELLINGS.iter().find(|(spelling, _)| rest.starts_with(spelling));
        let (taken, sounds) = match (first, found) {
            // A y before a vowel is a consonant, elsewhere a vowel.
            ('y', _) => {
                let before_vowel = rest[1..].starts_with(['a', 'e', 'i', 'o', 'u']);
                (1, if before_vowel { &["Y"] as &[&str] } else { &["IY"] })
            }
            (_, Some((spelling, sounds))) => (spelling.len(), *sounds),
            (_, None) => (first.len_utf8(), &[] as &[&str]),
        };
        for sound in sounds {
            if phones.last() != Some(sound) {
                phones.push(sound);
            }
        }
        rest = &rest[taken..];
    }
    phones
}

/// The dictionary of exactly these words, in the recogniser's format: `word`, `word(2)` and so on, one a line.
///
/// `model` is the text of the model's own dictionary. `names` are also tried by their spelling, because the model says
/// Indian names the American way.
pub(crate) fn dictionary(words: &BTreeSet<String>, names: &BTreeSet<String>, model: &str) -> String {
    let mut ways: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (word, phones) in entries(HINGLISH) {
        if let Some(word) = words.get(word) {
            ways.entry(word).or_default().push(phones.to_owned());
        }
    }
    let known: BTreeSet<&str> = ways.keys().copied().collect();
    for (word, phones) in entries(model) {
        if let Some(word) = words.get(word).filter(|word| !known.contains(word.as_str())) {
            ways.entry(word).or_default().push(phones.to_owned());
        }
    }
    for word in words {
        let ways = ways.entry(word).or_default();
        if ways.is_empty() || names.contains(word) {
            ways.extend(by_spelling(word));
        }
    }
    let mut text = String::new();
    for (word, mut ways) in ways {
        let mut seen = BTreeSet::new();
        ways.retain(|way| seen.insert(way.clone()));
        for (number, way) in ways.iter().take(WAYS_MAX).enumerate() {
            text.push_str(word);
            if number > 0 {
                text.push_str(&format!("({})", number + 1));
            }
            text.push(' ');
            text.push_str(way);
            text.push('\n');
        }
    }
    text
}

/// Words and their sounds, with the numbers of other ways taken off: `a(2) EY` is another way to say `a`.
fn entries(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let (word, phones) = line.split_once(char::is_whitespace)?;
            let word = word.split_once('(').map_or(word, |(word, _)| word);
            Some((word, phones.trim()))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn indian_names_in_latin_letters_have_a_pronunciation() {
        assert_eq!(by_spelling("rahul"), ["R AH HH UH L", "R AA HH UH L"]);
        assert_eq!(by_spelling("priya"), ["P R IH Y AA"]);
        assert_eq!(by_spelling("chaudhary"), ["CH AO D AH R IY", "CH AO D AA R IY"]);
        assert_eq!(by_spelling("lakshmi"), ["L AH K SH M IY", "L AA K SH M IY"]);
        assert_eq!(
            by_spelling("mohammed"),
            ["M OW HH AH M EH D", "M OW HH AA M EH D"]
        );
    }

    #[test]
    fn every_spelling_gives_sounds_of_the_model() {
        for letter in 'a'..='z' {
            for other in 'a'..='z' {
                let word = format!("{letter}{other}");
                let ways = by_spelling(&word);
                assert!(!ways.is_empty(), "{word}");
                for phone in ways.iter().flat_map(|way| way.split(' ')) {
                    assert!(PHONES.contains(&phone), "{word}: {phone}");
                }
            }
        }
    }

    #[test]
    fn the_words_of_the_crate_use_sounds_of_the_model() {
        for (word, phones) in entries(HINGLISH) {
            assert!(word.chars().all(|c| c.is_ascii_lowercase()), "{word}");
            for phone in phones.split(' ') {
                assert!(PHONES.contains(&phone), "{word}: {phone}");
            }
        }
    }

    #[test]
    fn the_dictionary_has_each_word_with_its_ways_numbered() {
        let model = "milk M IH L K\nmilk(2) M EH L K\nno N OW\nrahul R AA HH UW L\nothers AH DH ER Z\n";
        let text = dictionary(&words(&["milk", "ka", "rahul", "zyx"]), &words(&["rahul"]), model);
        assert_eq!(
            text,
            "ka K AA\nka(2) K AH\nmilk M IH L K\nmilk(2) M EH L K\n\
             rahul R AA HH UW L\nrahul(2) R AH HH UH L\nrahul(3) R AA HH UH L\nzyx Z IY K S\n"
        );
    }
}
