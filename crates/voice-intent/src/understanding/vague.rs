//! Amounts that were guessed, ranged or half lost: nothing is booked of them.

use execora_text::number_words::{Atom, atom};
use execora_text::tokens::Kind;
use execora_text::transliterate::fold_devanagari;

use super::lexicon::{Group, Word};
use super::utterance::{Num, Utterance};

impl Utterance {
    /// Were amounts said as a range or a guess? Then nothing may be booked.
    pub(super) fn is_vague(&self) -> bool {
        self.has_any(&[Word::Roughly, Word::Maybe])
            || self
                .free_nums()
                .iter()
                .any(|num| num.vague || self.makes_a_range(num.start, num.end))
            || self
                .nums
                .iter()
                .any(|num| self.is_loose(*num) || self.is_misheard(*num))
            || self.is_broken_off()
            || self.is_guessed_about()
            || self.has_word(&["aas", "andaaz", "range"])
    }

    /// Is the number at `start..end` followed by another that makes a range of the two?
    fn makes_a_range(&self, start: usize, end: usize) -> bool {
        let next = if self.is(end, &[Word::Or, Word::Se, Word::To]) {
            end + 1
        } else {
            end
        };
        let Some(second) = self.num_at(next).filter(|num| self.free(num.start)) else {
            return false;
        };
        if next == end
            && let Some(first) = self.num_at(start)
            && self.priced(first).is_some_and(|priced| priced.end > second.start)
        {
            return false;
        }
        !self.toks[next].broken
    }

    /// A number on either side of "matlab" that may be one number or a correction.
    fn is_broken_off(&self) -> bool {
        (1..self.len()).any(|at| self.may_be_one_number(at, at, at + 1))
    }

    /// Is the word at `at` one of counting, though it is no number that could be read: "panchavin", "बीसवीं", "sixths"?
    pub(super) fn counts_or_ranks(&self, at: usize) -> bool {
        const RANKS: [&str; 10] = ["vi", "vin", "vee", "veen", "va", "van", "ve", "ven", "vaan", "wa"];
        const PARTS: [&str; 8] = [
            "halves", "thirds", "fourths", "fifths", "sixths", "sevenths", "eighths", "tenths",
        ];
        const DEVA: [&str; 6] = ["वीं", "वां", "वें", "वी", "वा", "वे"];
        let Some(tok) = self.toks.get(at) else {
            return false;
        };
        if tok.devanagari {
            let folded = fold_devanagari(&tok.raw);
            return DEVA
                .iter()
                .any(|rank| folded.strip_suffix(rank).is_some_and(|stem| atom(stem).is_some()));
        }
        PARTS.contains(&tok.word.as_str())
            || RANKS.iter().any(|rank| {
                tok.word
                    .strip_suffix(rank)
                    .is_some_and(|stem| atom(stem).is_some())
            })
    }

    /// "0.5": a part of a rupee that was written as one.
    pub(super) fn says_decimals(&self) -> bool {
        self.toks
            .iter()
            .any(|tok| tok.kind == Kind::Figure && tok.word.contains('.'))
    }

    /// "paid about 500", "add about 500": a guess; "remind about 500" is none.
    fn is_guessed_about(&self) -> bool {
        let done = [
            Word::Paid,
            Word::Given,
            Word::Got,
            Word::Taken,
            Word::Add,
            Word::Put,
            Word::Write,
        ];
        self.has_any(&done)
            && (0..self.len()).any(|at| self.word(at) == "about" && self.num_at(at + 1).is_some())
    }

    /// "kuch 500", "a few hundred", "500 plus", "500 se upar", "500 tak", "500 or so": no sum that could be booked.
    fn is_loose(&self, num: Num) -> bool {
        let before = |at: usize| {
            at.checked_sub(1)
                .is_some_and(|at| self.in_group(at, Group::SomeOf))
        };
        let end = num.end + usize::from(self.is(num.end, &[Word::Rupee]));
        let more = self.in_group(end, Group::AndMore)
            || self.is(end, &[Word::And])
                && (self.in_group(end + 1, Group::SomeOf)
                    || self.word(end) == "plus" && self.num_at(end + 1).is_none());
        let or_so = self.is(end, &[Word::Or]) && self.num_at(end + 1).is_none();
        let beyond = self.is(end, &[Word::Se])
            && matches!(
                self.word(end + 1),
                "upar" | "oopar" | "uppar" | "zyada" | "jyada" | "kam" | "neeche"
            );
        let many = num.end == num.start + 1
            && matches!(
                self.word(num.start),
                "hundreds" | "thousands" | "lakhs" | "crores" | "sainkdo" | "hazaron"
            );
        // "5 grand", "2 million": by how much it multiplies is not known here.
        let multiplied = self.in_group(num.end, Group::Multiplies);
        before(num.start) || multiplied || more || or_so || beyond || many || self.is(end, &[Word::Tak])
    }

    /// "tera sau" (terah), "day sau" (dedh), "sare teen sau" (saadhe): a recogniser's word for a number that was lost.
    fn is_misheard(&self, num: Num) -> bool {
        let Some(before) = num.start.checked_sub(1) else {
            return false;
        };
        let scaled = |at: usize| {
            self.toks
                .get(at)
                .is_some_and(|tok| matches!(tok.atom, Some(Atom::Hundred | Atom::Scale(_))))
        };
        let lost = matches!(
            self.word(before),
            "tera" | "teraa" | "tere" | "day" | "dey" | "daid"
        );
        let shift = matches!(self.word(before), "sare" | "saare" | "sari" | "sadey" | "sarhe");
        lost && scaled(num.start)
            || shift && (scaled(num.start) || scaled(num.start + 1) && scaled(num.end - 1))
    }
}
