//! Telephone numbers, e-mail addresses, tax numbers and one-time codes, spoken or written.

use execora_text::number_words::Atom;
use execora_text::tokens::Kind;

use super::lexicon::Word;
use super::utterance::Utterance;

impl Utterance {
    /// The digits spoken at `at`: a digit word or a group of figures.
    fn digits_at(&self, at: usize) -> Option<String> {
        let tok = self.toks.get(at)?;
        match tok.kind {
            Kind::Figure if !tok.word.contains('.') => Some(tok.word.clone()),
            Kind::Date => Some(tok.word.replace(['-', '/'], "")),
            Kind::Word if tok.word == "o" => Some("0".to_owned()),
            Kind::Word if tok.tag.is_none() || tok.word == "saath" => match tok.atom? {
                Atom::Hindi(digit @ 0..=99) | Atom::English(digit @ 0..=99) => Some(digit.to_string()),
                _ => None,
            },
            _ => None,
        }
    }

    /// A run of spoken digits from `at`: the digits and where the run ends.
    fn digit_run(&self, mut at: usize) -> (String, usize) {
        let mut digits = String::new();
        if self.is(at, &[Word::And]) && self.word(at) == "plus" {
            digits.push('+');
            at += 1;
        }
        while digits.len() < 20 {
            let times = match self.tag(at) {
                Some(Word::Double) => 2,
                Some(Word::Triple) => 3,
                _ => 1,
            };
            let digit_at = if times > 1 { at + 1 } else { at };
            match self.digits_at(digit_at) {
                Some(digit) if times == 1 || digit.len() == 1 => {
                    digits.push_str(&digit.repeat(times));
                    at = digit_at + 1;
                }
                _ => break,
            }
        }
        (digits, at)
    }

    /// The first run of digits with a length in `lengths`.
    fn find_digits(&self, lengths: std::ops::RangeInclusive<usize>) -> Option<(usize, usize, String)> {
        let mut at = 0;
        while at < self.len() {
            if !self.free(at) {
                at += 1;
                continue;
            }
            let (digits, end) = self.digit_run(at);
            let plain = digits.trim_start_matches('+');
            if lengths.contains(&plain.len()) && end > at {
                return Some((at, end, digits));
            }
            at = end.max(at + 1);
        }
        None
    }

    /// A telephone number of ten to thirteen digits.
    pub(super) fn take_phone(&mut self) -> Option<String> {
        let (start, end, digits) = self.find_digits(10..=13)?;
        self.take(start, end, "phone");
        self.nums.retain(|num| !(start..end).contains(&num.start));
        Some(digits)
    }

    /// A code of six digits.
    pub(super) fn take_otp(&mut self) -> Option<String> {
        let (start, end, digits) = self.find_digits(6..=6)?;
        self.take(start, end, "otp");
        Some(digits)
    }

    /// A tax number of fifteen characters, written as one or spelt.
    pub(super) fn take_gstin(&mut self) -> Option<String> {
        for start in 0..self.len() {
            let mut text = String::new();
            for at in start..self.len() {
                let tok = &self.toks[at];
                let part = match tok.kind {
                    Kind::Code | Kind::Figure => tok.word.clone(),
                    Kind::Word if tok.word.len() == 1 => tok.word.clone(),
                    _ => self.digits_at(at).unwrap_or_default(),
                };
                if part.is_empty() || text.len() + part.len() > 15 {
                    break;
                }
                text.push_str(&part);
                let upper = text.to_uppercase();
                if is_gstin(&upper) {
                    self.take(start, at + 1, "gstin");
                    self.nums.retain(|num| !(start..=at).contains(&num.start));
                    return Some(upper);
                }
            }
        }
        None
    }

    /// An address written as one, or spoken with "at" and "dot".
    pub(super) fn take_email(&mut self) -> Option<String> {
        if let Some(at) = self.toks.iter().position(|tok| tok.kind == Kind::Email) {
            self.take(at, at + 1, "email");
            return Some(self.toks[at].word.clone());
        }
        let at_sign = (1..self.len()).find(|at| {
            let sign = self.is(*at, &[Word::At, Word::AtSign]);
            let rate = self.word(at + 1) == "the" && self.word(at + 2) == "rate";
            let host = if rate { at + 3 } else { at + 1 };
            sign && host + 2 < self.len() + 1 && self.is(host + 1, &[Word::Dot])
        })?;
        let host_from = if self.word(at_sign + 1) == "the" {
            at_sign + 3
        } else {
            at_sign + 1
        };
        let mut end = host_from + 1;
        let mut host = self.host_word(host_from)?;
        while self.is(end, &[Word::Dot]) {
            host.push('.');
            host.push_str(&self.host_word(end + 1)?);
            end += 2;
        }
        let start = self.local_start(at_sign);
        let local = self.local_part(start, at_sign);
        if local.is_empty() {
            return None;
        }
        self.take(start, end, "email");
        self.nums.retain(|num| !(start..end).contains(&num.start));
        Some(format!("{local}@{host}"))
    }

    fn host_word(&self, at: usize) -> Option<String> {
        let tok = self.toks.get(at)?;
        let word = match tok.raw.as_str() {
            "जीमेल" => "gmail",
            "याहू" => "yahoo",
            "कॉम" => "com",
            "इन" => "in",
            "आउटलुक" => "outlook",
            "हॉटमेल" => "hotmail",
            "रेडिफमेल" => "rediffmail",
            "को" => "co",
            _ => tok.word.as_str(),
        };
        word.bytes()
            .all(|b| b.is_ascii_alphanumeric())
            .then(|| word.to_owned())
    }

    /// Goes back from the at sign over what can be part of an address.
    fn local_start(&self, at_sign: usize) -> usize {
        let mut start = at_sign;
        while start > 0 {
            let before = start - 1;
            let joins = self.is(before, &[Word::Dot, Word::Underscore, Word::Dash]);
            let joined = start < at_sign && self.is(start, &[Word::Dot, Word::Underscore, Word::Dash]);
            let single = self.toks[before].word.len() == 1
                && self.toks[before].kind == Kind::Word
                && self.toks[before].word != "k"
                || self.toks[before].word == "k"
                    && before > 0
                    && self.is(before - 1, &[Word::Underscore, Word::Dot]);
            let digit = self.digits_at(before).is_some();
            let word = self.tag(before).is_none() && self.toks[before].kind != Kind::Junk;
            let inside = before > 0 && self.is(before - 1, &[Word::Dot, Word::Underscore, Word::Dash]);
            if !(joins || inside || joined || single || digit || word)
                || self.toks[start].broken && start < at_sign
            {
                break;
            }
            start = before;
        }
        // "Hetal ka email hetal dot …": what stands before a tagged word is not part of it.
        start
    }

    fn local_part(&self, start: usize, end: usize) -> String {
        let mut out = String::new();
        for at in start..end {
            match self.tag(at) {
                Some(Word::Dot) => out.push('.'),
                Some(Word::Underscore) => out.push('_'),
                Some(Word::Dash) => out.push('-'),
                _ => match self.digits_at(at) {
                    Some(digits) => out.push_str(&digits),
                    None => out.push_str(self.word(at)),
                },
            }
        }
        out.to_lowercase()
    }
}

fn is_gstin(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 15
        && bytes[..2].iter().all(u8::is_ascii_digit)
        && bytes[2..7].iter().all(u8::is_ascii_uppercase)
        && bytes[7..11].iter().all(u8::is_ascii_digit)
        && bytes[11].is_ascii_uppercase()
        && bytes[12..].iter().all(u8::is_ascii_alphanumeric)
}
