//! Words that mean something together, or in one company only: "do one thing", "take it off the bill", "bill nikal do".

use execora_text::tokens::Kind;

use super::lexicon::{Measured, Word};
use super::spoken_words::join;
use super::utterance::{Tok, Utterance};

/// Openings that ask for nothing.
const OPENINGS: &[&[&str]] = &[
    &["do", "one", "thing"],
    &["ek", "kaam", "karo"],
    &["ek", "kaam", "kar"],
    &["ek", "kaam", "karna"],
    &["ek", "kaam", "kijiye"],
    &["ek", "baar"],
    &["ek", "bar"],
    &["ek", "second"],
    &["one", "second"],
    &["एक", "काम", "करो"],
    &["एक", "काम", "कर"],
    &["एक", "बार"],
];

/// So far from its verb an "off" may stand.
const OFF_WITHIN: usize = 6;

/// Makes one filler of every opening.
pub(super) fn drop_openings(toks: &mut Vec<Tok>) {
    let mut at = 0;
    while at < toks.len() {
        let said = |tok: &Tok, word: &str| tok.word == word || tok.raw == word;
        // All of them begin with one of these.
        let may_open = toks
            .get(at)
            .is_some_and(|tok| matches!(tok.word.as_str(), "do" | "ek" | "one"));
        let opening = OPENINGS.iter().filter(|_| may_open).find(|words| {
            words
                .iter()
                .enumerate()
                .all(|(nth, word)| toks.get(at + nth).is_some_and(|tok| said(tok, word)))
        });
        // "ek baar aur" asks for it again.
        let again = |end: usize| {
            let near = toks.get(end..(end + 2).min(toks.len())).unwrap_or(&[]);
            near.iter()
                .any(|tok| matches!(tok.word.as_str(), "aur" | "phir" | "fir" | "again" | "more"))
        };
        // "mahine mein ek baar" says how often.
        let often = at > 0 && toks.get(at - 1).is_some_and(|tok| tok.tag == Some(Word::Mein));
        if let Some(words) = opening.filter(|words| !often && !again(at + words.len())) {
            join(toks, at, at + words.len());
            if let Some(tok) = toks.get_mut(at) {
                (tok.tag, tok.atom) = (Some(Word::Filler), None);
            }
        }
        at += 1;
    }
}

impl Utterance {
    /// Settles what a verb means by the company it keeps.
    pub(super) fn settle_idioms(&mut self) {
        for at in 0..self.len() {
            match self.word(at) {
                "take" | "took" | "knock" | "strike" | "leave" | "cut" | "get" | "bring" => {
                    self.settle_off(at)
                }
                // "300 ke hisaab se" is a rate.
                "hisaab" | "hisab"
                    if self.is(at + 1, &[Word::Se]) && self.is(at.wrapping_sub(1), &[Word::Ka]) && at > 1 =>
                {
                    let rupees = self.is(
                        at - 2,
                        &[Word::Rupee, Word::Unit(Measured::Kg), Word::Unit(Measured::L)],
                    );
                    if rupees || self.toks[at - 2].kind == Kind::Figure || self.toks[at - 2].atom.is_some() {
                        self.retag(at, Some(Word::Rate));
                    }
                }
                "bana" | "bani" | "bane" if self.is_state(at) => self.retag(at, Some(Word::Be)),
                word if word.starts_with("nik") && self.is(at, &[Word::Remove]) => self.settle_nikal(at),
                _ => {}
            }
        }
    }

    /// "take the shampoo off the bill" removes; "knock fifty rupees off" is a discount.
    fn settle_off(&mut self, at: usize) {
        let end = (at + OFF_WITHIN).min(self.len());
        let gone =
            |at: usize| self.word(at) == "off" || self.word(at) == "out" && self.is(at + 1, &[Word::Of]);
        let Some(off) = (at + 1..end).find(|off| gone(*off)) else {
            return;
        };
        let money = (at + 1..off).any(|mid| self.is(mid, &[Word::Rupee, Word::Percent]))
            || self.toks[off - 1].kind == Kind::Figure
            || self.toks[off - 1].atom.is_some();
        if money {
            self.retag(at, Some(Word::Ordinary));
        } else if off > at + 1 {
            self.retag(at, Some(Word::Remove));
            self.retag(off, Some(Word::From));
        }
    }

    /// "bill galat bana hai": how it is, and no order to make one.
    fn is_state(&self, at: usize) -> bool {
        matches!(
            self.word(at + 1),
            "hai" | "hain" | "tha" | "thi" | "hua" | "hui" | "gaya" | "gayi"
        )
    }

    /// "bill nikal do" makes one when goods are named and looks for it when none are; "bill se namak nikalo" takes off.
    fn settle_nikal(&mut self, at: usize) {
        let Some(bill) = self.find(&[Word::Bill]).filter(|_| !self.has(Word::Gst)) else {
            return;
        };
        let line_of_it = self.is(bill + 1, &[Word::Se, Word::Mein])
            || (bill.saturating_sub(3)..bill).any(|before| self.is(before, &[Word::From]));
        if line_of_it {
            return;
        }
        let shown = (at + 1..self.len()).any(|next| self.is(next, &[Word::Show, Word::Tell]));
        let listed = self.has_any(&[
            Word::Last,
            Word::All,
            Word::Month,
            Word::Week,
            Word::Today,
            Word::Kal,
            Word::Draft,
        ]) || self
            .toks
            .iter()
            .any(|tok| matches!(tok.tag, Some(Word::MonthName(_))));
        let counted = self
            .toks
            .iter()
            .any(|tok| tok.kind == Kind::Figure || tok.atom.is_some() && tok.tag.is_none());
        let verb = if shown {
            Word::Ordinary
        } else if counted && !listed {
            Word::Make
        } else {
            Word::Show
        };
        self.retag(at, Some(verb));
    }
}
