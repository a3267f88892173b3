//! What was said of a person, taken apart: words of the name, how to tell it from namesakes, digits of a phone.

use execora_text::fold::{fold_word, words};

/// More words than a name has; what comes after them is not looked at.
pub(crate) const WORDS_MAX: usize = 8;
const CHARACTERS_MAX: usize = 255;

/// One word of a name.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct NameWord {
    /// As it is written, in Latin letters.
    pub(crate) plain: String,
    /// Its key.
    pub(crate) key: String,
}

impl NameWord {
    pub(crate) fn new(plain: String) -> Self {
        let key = fold_word(&plain);
        Self { plain, key }
    }
}

/// What was said, taken apart.
pub(crate) struct Spoken {
    /// Every word, digits of a phone left out.
    pub(crate) all: Vec<NameWord>,
    /// The words of the name alone.
    pub(crate) name: Vec<NameWord>,
    /// Keys of words that tell the person from namesakes.
    pub(crate) marks: Vec<String>,
    /// Whether `marks` name a place, which a landmark in the book can contradict.
    pub(crate) marks_are_place: bool,
    /// Four or more digits of a phone.
    pub(crate) digits: Option<String>,
    /// Somebody's relative was named: "Pinky ki mummy" is not Pinky.
    pub(crate) is_relative: bool,
}

impl Spoken {
    pub(crate) fn parse(name: &str, landmark: Option<&str>) -> Self {
        let mut all = read(name);
        let digits = take_digits(&mut all);
        let mut rest = all.clone();
        let is_relative = cut_relative(&mut rest);
        let mut marks = landmark.map(landmark_keys).unwrap_or_default();
        marks.extend(take_place(&mut rest));
        let marks_are_place = !marks.is_empty();
        marks.extend(take_trade(&mut rest));
        let mut name = without_titles(&rest);
        if name.is_empty() {
            name.clone_from(&all);
        }
        Self {
            all,
            name,
            marks,
            marks_are_place,
            digits,
            is_relative,
        }
    }
}

/// The words of a name in the book, titles left out: what it is found by.
pub(crate) fn name_words(name: &str) -> (Vec<NameWord>, Vec<NameWord>) {
    let all = read(name);
    let stripped = without_titles(&all);
    (all, stripped)
}

/// The keys of the words of a landmark that say where it is.
pub(crate) fn landmark_keys(landmark: &str) -> Vec<String> {
    let fills = |key: &str| FILLERS.contains(&key) || is_wala(key);
    read(landmark)
        .into_iter()
        .map(|word| word.key)
        .filter(|key| !fills(key))
        .collect()
}

fn read(text: &str) -> Vec<NameWord> {
    let bounded: String = text.chars().take(CHARACTERS_MAX).collect();
    words(&bounded)
        .into_iter()
        .take(WORDS_MAX)
        .map(NameWord::new)
        .collect()
}

fn is_number(word: &NameWord) -> bool {
    word.plain.bytes().all(|b| b.is_ascii_digit())
}

/// Takes the digits out when there are four or more of them in a row.
fn take_digits(all: &mut Vec<NameWord>) -> Option<String> {
    let digits: String = if all.iter().all(is_number) {
        all.iter().map(|word| word.plain.as_str()).collect()
    } else {
        all.iter()
            .find(|word| is_number(word) && word.plain.len() >= 4)
            .map(|word| word.plain.clone())?
    };
    if digits.len() < 4 {
        return None;
    }
    all.retain(|word| !(is_number(word) && digits.contains(&word.plain)));
    Some(digits)
}

fn cut_relative(rest: &mut Vec<NameWord>) -> bool {
    let of =
        |pair: &[NameWord]| OF.contains(&pair[0].key.as_str()) && RELATIVES.contains(&pair[1].key.as_str());
    match rest.windows(2).position(of) {
        Some(at) if at > 0 => {
            rest.truncate(at);
            true
        }
        _ => false,
    }
}

fn is_wala(key: &str) -> bool {
    matches!(key, "vala" | "vale" | "vali")
}

/// Takes "mandir wale", "gali number 4 wale" out, before or after the name.
fn take_place(rest: &mut Vec<NameWord>) -> Vec<String> {
    let Some(at) = rest.iter().rposition(|word| is_wala(&word.key)) else {
        return Vec::new();
    };
    if at == 0 {
        rest.remove(0);
        return Vec::new();
    }
    let taken: Vec<NameWord> = if at + 1 < rest.len() {
        rest.drain(..=at).collect()
    } else {
        let mut start = at - 1;
        while start > 1 && (is_number(&rest[start]) || FILLERS.contains(&rest[start].key.as_str())) {
            start -= 1;
        }
        rest.drain(start.max(1).min(at)..).collect()
    };
    let keys = taken.into_iter().map(|word| word.key);
    let keys: Vec<String> = keys
        .filter(|key| !is_wala(key) && !FILLERS.contains(&key.as_str()))
        .collect();
    if rest.is_empty() { Vec::new() } else { keys }
}

/// Takes the trade out that is said after a name: "Ramesh doodhwala", "Raju halwai".
fn take_trade(rest: &mut Vec<NameWord>) -> Option<String> {
    if rest.len() < 2 {
        return None;
    }
    let last = rest.last()?.key.clone();
    let stem = ["vala", "vale", "vali"]
        .iter()
        .find_map(|end| last.strip_suffix(end))
        .filter(|stem| stem.len() > 2);
    let mark = match stem {
        Some(stem) => stem.to_owned(),
        None if TRADES.contains(&last.as_str()) => last,
        None => return None,
    };
    rest.pop();
    Some(mark)
}

/// The words without titles; a name that is all titles ("Babu", "Anna") stays as it is.
fn without_titles(all: &[NameWord]) -> Vec<NameWord> {
    let mut left = all;
    while let [first, rest @ ..] = left {
        if rest.is_empty() || !TITLES_BEFORE.contains(&first.key.as_str()) {
            break;
        }
        left = rest;
    }
    while let [rest @ .., last] = left {
        if rest.is_empty() || !TITLES_AFTER.contains(&last.key.as_str()) {
            break;
        }
        left = rest;
    }
    left.to_vec()
}

const OF: &[&str] = &["ka", "ki", "ke"];
const FILLERS: &[&str] = &[
    "number", "nambar", "no", "ka", "ki", "ke", "pas", "near", "samne", "side",
];

const RELATIVES: &[&str] = &[
    "mumi", "mami", "papa", "beta", "beti", "ma", "bap", "pita", "mata", "vife", "patni", "pati", "biwi",
    "bivi", "be", "behn", "behen", "bahan", "dadi", "dada", "nani", "nana", "chacha", "chachi", "mama",
    "sas", "sasur", "ladka", "ladki",
];

const TRADES: &[&str] = &[
    "halve", "mistri", "darzi", "darji", "dobi", "driver", "draiver", "painter", "plambar", "plumber",
    "teler", "kisan", "mali", "pandit", "doctor", "master", "vakil", "badei", "lohar", "sunar", "kumhar",
    "moci", "mochi",
];

/// Titles and words of respect as keys, before and after a name.
const TITLES_BEFORE: &[&str] = &[
    "sri", "srimati", "smt", "kumari", "mr", "mrs", "ms", "mis", "dr", "doktor", "master", "pandit", "set",
    "lala", "prof",
];
const TITLES_AFTER: &[&str] = &[
    "ji", "be", "beya", "beia", "sahab", "saheb", "sahib", "sab", "unkle", "ankal", "onti", "anti", "ontie",
    "chacha", "chachi", "mama", "mami", "dada", "dadi", "nana", "nani", "didi", "behen", "behn", "bahen",
    "ben", "set", "setji", "sir", "sar", "madam", "medam", "mem", "mam", "babi", "beta", "ana", "aka",
    "babu", "kaka", "kaki", "te", "da", "chetan", "chechi", "garu", "bua", "mosi", "masi", "to",
];
