//! What is told and not asked for: "Shetty ka bill to kal hi de diya tha", "the bill was sent yesterday".

use crate::understanding::lexicon::{Group, Word};
use crate::understanding::utterance::Utterance;

/// What is done with a bill.
const DEEDS: [Word; 11] = [
    Word::Make,
    Word::Give,
    Word::Given,
    Word::Send,
    Word::Cut,
    Word::Write,
    Word::Do,
    Word::Done,
    Word::Put,
    Word::Cancel,
    Word::Confirm,
];

impl Utterance {
    /// Is what happened to a bill only told, with no order after it?
    pub(super) fn tells_of_a_bill(&self) -> bool {
        let Some(bill) = self.find(&[Word::Bill]) else {
            return false;
        };
        let Some(told) = (0..self.len()).rev().find(|at| self.is_past_deed(*at, bill)) else {
            return false;
        };
        let stem = |at: usize| matches!(self.word(at), "kar" | "bana" | "likh" | "kaat" | "bhej");
        const ASKED: [Word; 5] = [Word::Cancel, Word::Confirm, Word::Remove, Word::Show, Word::Send];
        let first = self.first();
        if first < told && self.is(first, &ASKED) && !self.in_group(first, Group::DoneAlready) {
            return false;
        }
        !(0..self.len()).any(|at| at != told && self.is_order(at) && (at > told || !stem(at)))
    }

    /// A deed after the bill (in English before it too) that is over.
    fn is_past_deed(&self, at: usize, bill: usize) -> bool {
        let devanagari_past = matches!(self.toks[at].raw.as_str(), "बनाया" | "भेजा" | "दिया" | "काटा");
        let english = matches!(
            self.word(at),
            "made" | "gave" | "given" | "sent" | "raised" | "issued" | "prepared" | "cancelled"
        );
        if english {
            let to_be = self.word(at.wrapping_sub(1)) == "be";
            let had = (at.saturating_sub(4)..at).any(|before| {
                matches!(
                    self.word(before),
                    "was" | "were" | "been" | "already" | "had" | "have" | "has" | "i" | "we" | "got"
                )
            });
            let wished = (at.saturating_sub(4)..at)
                .any(|before| matches!(self.word(before), "want" | "wants" | "need" | "needs"));
            return !to_be && had && !wished;
        }
        let stem = self.is(at, &DEEDS) || matches!(self.word(at), "ban" | "bana");
        // "confirm ho gaya"
        let aux = if matches!(self.word(at + 1), "ho" | "kar") {
            at + 2
        } else {
            at + 1
        };
        let over = self.in_group(aux, Group::PutsIntoThePast) && self.tag(aux).is_some();
        let state = self.is(at, &[Word::Be]) && matches!(self.word(at), "bana" | "bani");
        at > bill
            && (state
                || stem && over && !self.in_number(at)
                || self.in_group(at, Group::DoneAlready) && !self.is_name_like_a_word(at)
                || devanagari_past)
    }

    /// "bana do", "kar dena", "bhejo": asks for something to be done.
    fn is_order(&self, at: usize) -> bool {
        let form = self.in_group(at, Group::OrdersABill) && self.tag(at).is_some();
        let english = self.word(at) == "do" && self.is(at, &[Word::Be]);
        let over = self.in_group(at + 1, Group::PutsIntoThePast)
            || self.is(at + 1, &[Word::Given, Word::Done, Word::Taken]);
        form && !english && !over
    }
}
