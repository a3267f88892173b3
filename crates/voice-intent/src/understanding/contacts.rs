//! Telephone numbers, tax numbers and one-time codes, spoken or written.

use execora_text::number_words::Atom;
use execora_text::tokens::Kind;

use super::lexicon::Word;
use super::utterance::{Tok, Utterance};

/// A telephone number has at least these digits.
const TELEPHONE_DIGITS: usize = 10;
/// A one-time code has these digits.
const CODE_DIGITS: usize = 6;
/// Characters of a tax number (rule 10 of the CGST Rules).
const GSTIN_LEN: usize = 15;

impl Utterance {
    /// The digits spoken at `at`: a digit word or a group of figures.
    pub(super) fn digits_at(&self, at: usize) -> Option<String> {
        let tok = self.toks.get(at)?;
        match tok.kind {
            Kind::Figure if !tok.word.contains('.') => Some(tok.word.clone()),
            Kind::Date => Some(tok.word.replace(['-', '/'], "")),
            Kind::Word if matches!(tok.word.as_str(), "o" | "oh") && tok.tag != Some(Word::Otp) => {
                self.is_nought(at).then(|| "0".to_owned())
            }
            Kind::Word if tok.tag.is_none() || tok.word == "saath" || tok.raw == "साठ" => {
                match tok.atom? {
                    Atom::Hindi(digit @ 0..=99) | Atom::English(digit @ 0..=99) => Some(digit.to_string()),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Is the "o" at `at` a nought? Among digits it is, among letters that are spelt out it is none.
    fn is_nought(&self, at: usize) -> bool {
        let digit = |at: usize| {
            self.toks.get(at).is_some_and(|tok| {
                tok.kind == Kind::Figure
                    || matches!(tok.tag, Some(Word::Double | Word::Triple))
                    || tok.tag.is_none()
                        && matches!(tok.atom, Some(Atom::Hindi(0..=99) | Atom::English(0..=99)))
            })
        };
        at.checked_sub(1).is_some_and(digit) || digit(at + 1)
    }

    /// "ninety eight": a ten and the digit that belongs to it.
    fn ten_and_digit(&self, at: usize) -> Option<String> {
        let atom = |at: usize| {
            self.toks
                .get(at)
                .filter(|tok| tok.tag.is_none())
                .and_then(|tok| tok.atom)
        };
        match (atom(at)?, atom(at + 1)?) {
            (Atom::English(ten @ 20..=90), Atom::English(digit @ 1..=9)) => Some((ten + digit).to_string()),
            _ => None,
        }
    }

    /// What is spoken at `at` in a run of digits, and where it ends: "double nine", "ninety eight", "45".
    fn digits_from(&self, at: usize, joined: bool) -> Option<(String, usize)> {
        let times = match self.tag(at) {
            Some(Word::Double) => 2,
            Some(Word::Triple) => 3,
            _ => 1,
        };
        if times > 1 {
            let digit = self.digits_at(at + 1).filter(|digit| digit.len() == 1)?;
            return Some((digit.repeat(times), at + 2));
        }
        match self.ten_and_digit(at).filter(|_| joined) {
            Some(both) => Some((both, at + 2)),
            None => self.digits_at(at).map(|digits| (digits, at + 1)),
        }
    }

    /// A run of spoken digits from `at`, piece by piece: the digits so far and where they end.
    fn digit_run(&self, mut at: usize, joined: bool) -> Vec<(String, usize)> {
        let mut digits = String::new();
        let mut pieces = Vec::new();
        if self.is(at, &[Word::And]) && self.word(at) == "plus" {
            digits.push('+');
            at += 1;
        }
        while digits.len() < 20
            && let Some((piece, end)) = self.digits_from(at, joined)
        {
            digits.push_str(&piece);
            at = end;
            pieces.push((digits.clone(), end));
        }
        pieces
    }

    /// No more digits than these were said; nearly every command has too few for a number.
    fn digits_at_most(&self) -> usize {
        let said = |tok: &Tok| match (tok.kind, tok.tag, tok.atom) {
            (Kind::Figure | Kind::Date, ..) => tok.word.len(),
            (_, Some(Word::Double | Word::Triple), _) => 3,
            (Kind::Word, _, Some(Atom::Hindi(0..=99) | Atom::English(0..=99))) => 2,
            (Kind::Word, ..) if matches!(tok.word.as_str(), "o" | "oh") => 1,
            _ => 0,
        };
        self.toks.iter().map(said).sum()
    }

    /// The first run of at least `least` digits that `fits`: with tens and digits joined ("ninety eight"), else as they
    /// were said.
    fn find_digits(
        &self,
        least: usize,
        fits: fn(&[(String, usize)]) -> Option<usize>,
    ) -> Option<(usize, usize, String)> {
        if self.digits_at_most() < least {
            return None;
        }
        for joined in [true, false] {
            let mut at = 0;
            while at < self.len() {
                let mut pieces = if self.free(at) {
                    self.digit_run(at, joined)
                } else {
                    Vec::new()
                };
                if let Some(piece) = fits(&pieces)
                    && piece < pieces.len()
                {
                    let (digits, end) = pieces.swap_remove(piece);
                    return Some((at, end, digits));
                }
                at = pieces.last().map_or(at + 1, |(_, end)| *end);
            }
        }
        None
    }

    /// A telephone number of ten to thirteen digits.
    pub(super) fn take_phone(&mut self) -> Option<String> {
        let (start, end, digits) = self.find_digits(TELEPHONE_DIGITS, telephone)?;
        self.take(start, end, "phone");
        self.nums.retain(|num| !(start..end).contains(&num.start));
        Some(digits)
    }

    /// A code of six digits.
    pub(super) fn take_otp(&mut self) -> Option<String> {
        let (start, end, digits) = self.find_digits(CODE_DIGITS, code)?;
        self.take(start, end, "otp");
        Some(digits)
    }

    /// A tax number of fifteen characters, written as one or spelt.
    pub(super) fn take_gstin(&mut self) -> Option<String> {
        for start in (0..self.len()).filter(|start| self.opens_with_a_digit(*start)) {
            let mut text = String::new();
            for at in start..self.len() {
                self.spell_at(at, &mut text);
                if !begins_gstin(&text) {
                    break;
                }
                if text.len() == GSTIN_LEN {
                    self.take(start, at + 1, "gstin");
                    self.nums.retain(|num| !(start..=at).contains(&num.start));
                    return Some(text);
                }
            }
        }
        None
    }

    fn opens_with_a_digit(&self, at: usize) -> bool {
        self.toks.get(at).is_some_and(|tok| match tok.kind {
            Kind::Word => tok.atom.is_some() || matches!(tok.word.as_str(), "o" | "oh"),
            _ => tok.word.starts_with(|c: char| c.is_ascii_digit()),
        })
    }

    /// Adds the letters or digits spoken at `at`, in capitals; what spells nothing adds a blank.
    fn spell_at(&self, at: usize, text: &mut String) {
        let tok = &self.toks[at];
        match tok.kind {
            Kind::Word => match self.digits_at(at) {
                Some(digits) => text.push_str(&digits),
                None => text.extend(tok.word.chars().map(|c| c.to_ascii_uppercase())),
            },
            Kind::Code | Kind::Figure => text.extend(tok.word.chars().map(|c| c.to_ascii_uppercase())),
            _ => text.push(' '),
        }
    }
}

/// Which piece of a run ends a telephone number: ten digits, or more with a nought or the country's code before them.
fn telephone(pieces: &[(String, usize)]) -> Option<usize> {
    let plain = |piece: &(String, usize)| piece.0.trim_start_matches('+').len();
    let (all, _) = pieces.last()?;
    let long = match all.trim_start_matches('+').len() {
        11 => all.starts_with('0'),
        12 => all.starts_with('+') || all.starts_with("91"),
        13 => all.starts_with('+') || all.starts_with("091"),
        _ => false,
    };
    if long {
        return Some(pieces.len() - 1);
    }
    // Ten digits are a number: what is said after them is something else, such as money.
    let ten = pieces.iter().position(|piece| plain(piece) == 10);
    ten.or_else(|| {
        (10..=13)
            .contains(&plain(pieces.last()?))
            .then_some(pieces.len() - 1)
    })
}

/// A code is a run of six digits, no part of a longer one.
fn code(pieces: &[(String, usize)]) -> Option<usize> {
    (pieces.last()?.0.len() == CODE_DIGITS).then_some(pieces.len() - 1)
}

/// Could a tax number begin so: the state, ten characters of the PAN, three more?
fn begins_gstin(text: &str) -> bool {
    text.len() <= GSTIN_LEN
        && text.bytes().enumerate().all(|(at, b)| match at {
            0..2 | 7..11 => b.is_ascii_digit(),
            2..7 | 11 => b.is_ascii_uppercase(),
            _ => b.is_ascii_alphanumeric(),
        })
}
