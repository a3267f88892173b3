//! E-mail addresses, written or spoken: "hetal dot patel at the rate gmail dot com".

use execora_text::number_words::Atom;
use execora_text::tokens::Kind;

use super::lexicon::Word;
use super::utterance::{Tok, Utterance};

/// Hosts that are known without a "dot" after them.
const HOSTS: [&str; 11] = [
    "gmail",
    "yahoo",
    "outlook",
    "hotmail",
    "rediffmail",
    "icloud",
    "ymail",
    "protonmail",
    "live",
    "zoho",
    "rediff",
];
/// What an address ends with.
const ENDINGS: [&str; 9] = ["com", "in", "co", "net", "org", "edu", "gov", "info", "biz"];
/// A host of several words is said before its first dot: "sharma stores dot com".
const HOST_WORDS_MAX: usize = 3;
/// The names of the letters in Devanagari.
const LETTERS: [(&str, &str); 30] = [
    ("ए", "a"),
    ("बी", "b"),
    ("सी", "c"),
    ("डी", "d"),
    ("ई", "e"),
    ("एफ", "f"),
    ("जी", "g"),
    ("एच", "h"),
    ("आई", "i"),
    ("आइ", "i"),
    ("जे", "j"),
    ("के", "k"),
    ("एल", "l"),
    ("एम", "m"),
    ("एन", "n"),
    ("ओ", "o"),
    ("पी", "p"),
    ("क्यू", "q"),
    ("आर", "r"),
    ("एस", "s"),
    ("टी", "t"),
    ("यू", "u"),
    ("वी", "v"),
    ("डब्ल्यू", "w"),
    ("डब्लू", "w"),
    ("एक्स", "x"),
    ("वाई", "y"),
    ("वाय", "y"),
    ("जेड", "z"),
    ("ज़ेड", "z"),
];

impl Utterance {
    /// An address written as one, or spoken with "at" and "dot".
    pub(super) fn take_email(&mut self) -> Option<String> {
        if let Some(at) = self.toks.iter().position(|tok| tok.kind == Kind::Email) {
            self.take(at, at + 1, "email");
            return Some(self.toks[at].word.clone());
        }
        // "to Edwin at edwin dot paul at yahoo dot com": the last sign is the address's own.
        let (sign, end, host) = (1..self.len()).rev().find_map(|sign| {
            let (end, host) = self.host_after(sign)?;
            Some((sign, end, host))
        })?;
        let start = self.local_start(sign);
        // "to Edwin at edwin dot paul …": the sign before it is none of the address.
        let start = (start..sign)
            .rev()
            .find(|at| self.is(*at, &[Word::At, Word::AtSign]))
            .map_or(start, |other| other + 1);
        let local = self.local_part(start, sign);
        if local.is_empty() {
            return None;
        }
        self.take(start, end, "email");
        self.nums.retain(|num| !(start..end).contains(&num.start));
        Some(format!("{local}@{host}"))
    }

    /// Where the host ends that stands after the sign at `sign`, and the host.
    fn host_after(&self, sign: usize) -> Option<(usize, String)> {
        let spelt = matches!(self.toks[sign].raw.as_str(), "एट" | "ऐट" | "ऍट" | "अट");
        if !(spelt || self.is(sign, &[Word::At, Word::AtSign]) || matches!(self.word(sign), "at" | "@")) {
            return None;
        }
        let mut at = sign + 1;
        if matches!(self.word(at), "the" | "da" | "d" | "di" | "dee") && self.is_rate(at + 1) {
            at += 1;
        }
        if self.is_rate(at) {
            at += 1;
        }
        if self.word(at) == "of" {
            at += 1;
        }
        let mut host = String::new();
        let from = at;
        while at - from < HOST_WORDS_MAX && !self.is(at, &[Word::Dot]) {
            host.push_str(&self.host_word(at)?);
            at += 1;
            // "gmail com", "gmail.com"
            if HOSTS.contains(&host.as_str())
                || ENDINGS.contains(&self.host_word(at).unwrap_or_default().as_str())
            {
                break;
            }
        }
        let mut endings = 0;
        loop {
            let dotted = self.is(at, &[Word::Dot]);
            let next = if dotted { at + 1 } else { at };
            let Some(word) = self.host_word(next) else { break };
            let plain = ENDINGS.contains(&word.as_str());
            let known = endings > 0 || HOSTS.contains(&host.as_str()) || self.toks[next].glued;
            // "gmail dot com hai": only what the dot joins belongs to it, or what can be nothing else.
            if !dotted && !(plain && known && (endings == 0 || self.toks[next].glued)) {
                break;
            }
            host.push('.');
            host.push_str(&word);
            at = next + 1;
            endings += 1;
        }
        (endings > 0 && at > from).then_some((at, host))
    }

    fn is_rate(&self, at: usize) -> bool {
        matches!(self.word(at), "rate" | "ret" | "rait")
    }

    fn host_word(&self, at: usize) -> Option<String> {
        let tok = self.toks.get(at)?;
        let word = match tok.raw.as_str() {
            "जीमेल" => "gmail",
            "याहू" => "yahoo",
            "कॉम" | "काम" => "com",
            "इन" => "in",
            "आउटलुक" => "outlook",
            "हॉटमेल" => "hotmail",
            "रेडिफमेल" | "रेडिफ" => "rediffmail",
            "आईक्लाउड" => "icloud",
            "नेट" => "net",
            "को" => "co",
            _ => tok.word.as_str(),
        };
        word.bytes()
            .all(|b| b.is_ascii_alphanumeric())
            .then(|| word.to_owned())
    }

    /// Where the part before the sign begins: after the word that announces it, or as far back as it can reach.
    fn local_start(&self, sign: usize) -> usize {
        let announced = self.toks[..sign]
            .iter()
            .any(|tok| tok.tag == Some(Word::Email) || tok.word == "gmail");
        let announces = |at: usize| {
            self.is(at, &[Word::Email, Word::To, Word::As, Word::Write])
                || matches!(self.word(at), "hai" | "h" | "is" | "it's" | "address")
        };
        if announced && let Some(last) = (0..sign).rev().find(|at| announces(*at)) {
            // "mail pe bhejo harpreet at …": an order that stands between is no part of it.
            let between = |at: &usize| {
                self.is(
                    *at,
                    &[
                        Word::Pe,
                        Word::Send,
                        Word::Ko,
                        Word::Do,
                        Word::Put,
                        Word::Give,
                        Word::Mein,
                    ],
                ) && !self.joins(at + 1)
                    && !self.joins(at - 1)
            };
            let mut start = (last + 1..sign).rev().find(between).unwrap_or(last) + 1;
            while start + 1 < sign
                && self.is(
                    start,
                    &[
                        Word::Filler,
                        Word::Honorific,
                        Word::Mine,
                        Word::PronounKa,
                        Word::It,
                    ],
                )
                && !self.joins(start + 1)
            {
                start += 1;
            }
            // "email badal ke tej at …"
            if self.is(start, &[Word::Change, Word::Remove, Word::Do])
                && matches!(self.word(start + 1), "ke" | "kar")
                && start + 2 < sign
            {
                start += 2;
            }
            if start < sign {
                return start;
            }
        }
        let start = self.reach_back(sign);
        // "info at …": a word of the lexicon that stands alone before the sign.
        if start == sign && self.host_word(sign - 1).is_some() {
            sign - 1
        } else {
            start
        }
    }

    fn joins(&self, at: usize) -> bool {
        self.is(at, &[Word::Dot, Word::Underscore, Word::Dash])
    }

    /// Goes back from the at sign over what can be part of an address.
    fn reach_back(&self, sign: usize) -> usize {
        let mut start = sign;
        while start > 0 {
            let before = start - 1;
            let tok = &self.toks[before];
            let joined = start < sign && self.joins(start);
            let inside = before > 0 && self.joins(before - 1);
            // "k" is a particle unless a mark stands beside it.
            let single =
                tok.kind == Kind::Word && tok.word.len() == 1 && tok.word != "k" || letter(tok).is_some();
            let digit = self.digits_at(before).is_some() || self.is(before, &[Word::Double, Word::Triple]);
            let word = tok.tag.is_none() && tok.kind != Kind::Junk;
            if !(self.joins(before) || inside || joined || single || digit || word)
                || self.toks[start].broken && start < sign
            {
                break;
            }
            start = before;
        }
        start
    }

    fn local_part(&self, start: usize, end: usize) -> String {
        let mut out = String::new();
        let mut at = start;
        while at < end {
            match self.tag(at) {
                Some(Word::Dot) => out.push('.'),
                Some(Word::Underscore) => out.push('_'),
                Some(Word::Dash) => out.push('-'),
                Some(Word::And) if self.word(at) == "plus" => out.push('+'),
                Some(Word::Double | Word::Triple)
                    if at + 1 < end && self.piece(at + 1).chars().count() == 1 =>
                {
                    let times = if self.is(at, &[Word::Double]) { 2 } else { 3 };
                    out.push_str(&self.piece(at + 1).repeat(times));
                    at += 1;
                }
                _ => out.push_str(&self.piece(at)),
            }
            at += 1;
        }
        out.to_lowercase()
    }

    /// A letter, digits or a word inside an address.
    fn piece(&self, at: usize) -> String {
        let tok = &self.toks[at];
        if let Some(letter) = letter(tok) {
            return letter.to_owned();
        }
        // "mohan das at …": a word that is a number only by chance.
        let beside = |at: usize| {
            self.toks
                .get(at)
                .is_some_and(|tok| tok.kind == Kind::Figure || tok.atom.is_some())
        };
        let by_chance = matches!(tok.atom, Some(Atom::Hindi(10..)))
            && !beside(at + 1)
            && !at.checked_sub(1).is_some_and(beside);
        match self.digits_at(at).filter(|_| !by_chance) {
            Some(digits) => digits,
            None => tok.word.clone(),
        }
    }
}

/// The letter that a word in Devanagari is the name of.
fn letter(tok: &Tok) -> Option<&'static str> {
    let of = |(name, letter): &(&str, &'static str)| (*name == tok.raw).then_some(*letter);
    tok.devanagari.then(|| LETTERS.iter().find_map(of)).flatten()
}
